//! What can be wrong with JSON input.

use thiserror::Error;

use crate::data::DataError;
use crate::parameters::ParameterError;

/// JSON input that is refused. The texts are for users.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{}{problem}", if path.is_empty() { String::new() } else { format!("{path}: ") })]
pub struct JsonError {
    /// Where, as in `objecten[0].attributen.leeftijd`; empty for the whole.
    pub path: String,
    /// What is wrong there.
    pub problem: JsonProblem,
}

/// What is wrong at a place in the input.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum JsonProblem {
    /// Text that is no JSON.
    #[error("dit is geen geldige JSON (regel {line}, kolom {column}): {reason}")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the JSON reader says.
        reason: String,
    },
    /// A value of another kind.
    #[error("gevonden: {found}; verwacht: {expected}")]
    Unexpected {
        /// What stands there.
        found: String,
        /// What could.
        expected: String,
    },
    /// A field that must be there.
    #[error("het veld \"{field}\" ontbreekt")]
    Missing {
        /// The field.
        field: &'static str,
    },
    /// A name that is not known here.
    #[error("{what} \"{name}\" bestaat niet{}", match nearest {
        Some(nearest) => format!("; bedoelt u \"{nearest}\"?"),
        None => String::new(),
    })]
    Unknown {
        /// What kind of thing it names.
        what: &'static str,
        /// The name.
        name: String,
        /// The nearest name that is known.
        nearest: Option<String>,
    },
    /// A name that stands there twice, once in another case.
    #[error("\"{name}\" staat er twee keer")]
    Double {
        /// The name.
        name: String,
    },
    /// A unit that cannot be converted.
    #[error("de eenheid \"{found}\" kan niet worden omgerekend naar {expected}")]
    Unit {
        /// The unit given.
        found: String,
        /// The unit of the attribuut or parameter.
        expected: String,
    },
    /// A list of values in time for something without a timeline.
    #[error("dit verandert niet in de tijd; geef één waarde in plaats van een lijst")]
    NoTimeline,
    /// Periods that are not in order.
    #[error("de periodes kloppen niet: {what}")]
    Order {
        /// What they must be.
        what: &'static str,
    },
    /// A value that changes on a day on which it cannot change.
    #[error(
        "dit kan niet veranderen op {day}; het verandert alleen volgens de tijdlijn: {timeline}"
    )]
    NoKnip {
        /// The day.
        day: jiff::civil::Date,
        /// The timeline as it is written.
        timeline: String,
    },
    /// Data that does not fit the model.
    #[error(transparent)]
    Data(#[from] DataError),
    /// A parameter value that does not fit the model.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
}

impl JsonProblem {
    pub(super) fn at(self, path: impl Into<String>) -> JsonError {
        JsonError { path: path.into(), problem: self }
    }
}
