//! What can be wrong with JSON input.

use thiserror::Error;

use crate::data::DataError;
use crate::language::{Bilingual, Text};
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
        found: Text,
        /// What could.
        expected: Text,
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
        what: Text,
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
        expected: Text,
    },
    /// A list of values in time for something without a timeline.
    #[error("dit verandert niet in de tijd; geef één waarde in plaats van een lijst")]
    NoTimeline,
    /// Periods that are not in order.
    #[error("de periodes kloppen niet: {what}")]
    Order {
        /// What they must be.
        what: Text,
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

impl Bilingual for JsonError {
    fn english(&self) -> String {
        let problem = self.problem.english();
        if self.path.is_empty() { problem } else { format!("{}: {problem}", self.path) }
    }
}

impl Bilingual for JsonProblem {
    fn english(&self) -> String {
        match self {
            JsonProblem::Syntax { line, column, reason } => {
                format!("this is not valid JSON (line {line}, column {column}): {reason}")
            }
            JsonProblem::Unexpected { found, expected } => {
                format!("found: {}; expected: {}", found.english(), expected.english())
            }
            JsonProblem::Missing { field } => format!("the field \"{field}\" is missing"),
            JsonProblem::Unknown { what, name, nearest } => {
                let meant = match nearest {
                    Some(nearest) => format!("; did you mean \"{nearest}\"?"),
                    None => String::new(),
                };
                format!("{} \"{name}\" does not exist{meant}", what.english())
            }
            JsonProblem::Double { name } => format!("\"{name}\" is there twice"),
            JsonProblem::Unit { found, expected } => {
                format!("the unit \"{found}\" cannot be converted to {}", expected.english())
            }
            JsonProblem::NoTimeline => {
                "this does not change over time; give one value instead of a list".to_string()
            }
            JsonProblem::Order { what } => format!("the periods are wrong: {}", what.english()),
            JsonProblem::NoKnip { day, timeline } => format!(
                "this cannot change on {day}; it only changes along its timeline: {timeline}"
            ),
            JsonProblem::Data(error) => error.english(),
            JsonProblem::Parameter(error) => error.english(),
        }
    }
}

/// The kinds of thing a name can be unknown for.
pub(super) mod names {
    use crate::language::Text;

    pub const FIELD: Text = Text::fixed("het veld", "the field");
    pub const OBJECTTYPE: Text = Text::fixed("het objecttype", "the objecttype");
    pub const ATTRIBUTE: Text = Text::fixed("het attribuut", "the attribuut");
    pub const LABEL: Text = Text::fixed("het label", "the label");
    pub const KENMERK: Text = Text::fixed("het kenmerk", "the kenmerk");
    pub const FACTTYPE: Text = Text::fixed("het feittype", "the feittype");
    pub const ROLE: Text = Text::fixed("de rol", "the role");
    pub const PARAMETER: Text = Text::fixed("de parameter", "the parameter");
    pub const VALUE: Text = Text::fixed("de waarde", "the value");
}
