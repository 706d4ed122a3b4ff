//! Why a property has no outcome.

use std::sync::Arc;

use jiff::civil::Date;
use regelspraak::model::Span;
use thiserror::Error;

use crate::describe::decimal_point;
use crate::language::{Bilingual, Text};

/// Why a property could not be determined. A fault is a value: what reads a faulted property gets
/// the same fault, so that the outcome names the cause and not the consequences. The texts are
/// for users.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// A parameter without a value on the day of the run (section 3.10).
    #[error("de parameter {parameter} ontbreekt: {reason} (nodig in regel \"{rule}\")")]
    MissingParameter {
        /// The parameter.
        parameter: String,
        /// The day it was needed for: for a parameter with a timeline the first day of the stretch
        /// that was looked at; nothing when that has no first day.
        day: Option<Date>,
        /// Why it has no value.
        reason: Text,
        /// The rule that reads it.
        rule: String,
    },
    /// A division by zero, or of a value by leeg (section 6.5, table 12).
    #[error("delen door nul kan niet (regel \"{rule}\")")]
    DivisionByZero {
        /// The rule that divides.
        rule: String,
        /// The division.
        span: Span,
    },
    /// Two cases that fire and give one property different values.
    #[error(
        "twee regels geven {property} een andere waarde: \"{first_rule}\" geeft {first}, \
         \"{second_rule}\" geeft {second}"
    )]
    Conflict {
        /// The property and the instance.
        property: Text,
        /// The rule that gave a value first.
        first_rule: String,
        /// Its value.
        first: Text,
        /// The rule that gave another value; the same one for two rows of a beslistabel.
        second_rule: String,
        /// That value.
        second: Text,
    },
    /// A value outside the datatype of the attribuut (sections 3.3 and 6.1.2).
    #[error(
        "{value} past niet bij {attribute} (regel \"{rule}\"); verwacht: {expected}; \
         rond de uitkomst af of begrens haar"
    )]
    DoesNotFit {
        /// The attribuut.
        attribute: String,
        /// The value.
        value: Text,
        /// What the datatype admits.
        expected: Text,
        /// The rule that gives the value.
        rule: String,
    },
    /// Leeg compared with leeg, other than as numbers (section 8.1.1).
    #[error(
        "leeg kan niet met leeg worden vergeleken (regel \"{rule}\"); controleer eerst op leeg"
    )]
    EmptyCompared {
        /// The rule that compares.
        rule: String,
        /// The comparison.
        span: Span,
    },
    /// The root of a negative number (section 6.6).
    #[error("de wortel van een negatief getal ({value}) bestaat niet (regel \"{rule}\")")]
    RootOfNegative {
        /// The number.
        value: String,
        /// The rule.
        rule: String,
        /// The expression.
        span: Span,
    },
    /// A power that is not a whole number or too large, a negative power of zero (section 6.7),
    /// or a result of too many digits.
    #[error(
        "{base} tot de macht {exponent} kan niet worden berekend (regel \"{rule}\"); de macht \
         moet een geheel getal zijn, hoogstens 1000, en de uitkomst niet te groot"
    )]
    Power {
        /// What is raised.
        base: String,
        /// To which power.
        exponent: String,
        /// The rule.
        rule: String,
        /// The expression.
        span: Span,
    },
    /// A result of more digits, or a text of more characters, than any calculation needs.
    #[error("de uitkomst is te groot om mee verder te rekenen (regel \"{rule}\")")]
    TooLarge {
        /// The rule.
        rule: String,
        /// The expression.
        span: Span,
    },
    /// A date that does not exist, or lies outside the calendar (sections 6.11 to 6.13).
    #[error("{what} bestaat niet (regel \"{rule}\")")]
    ImpossibleDate {
        /// The date as asked.
        what: Text,
        /// The rule.
        rule: String,
        /// The expression.
        span: Span,
    },
    /// An amount of time that is no whole number of days or months (section 6.11).
    #[error("{amount} {unit} bij een datum tellen kan niet (regel \"{rule}\"); rond het eerst af")]
    NotWhole {
        /// The amount.
        amount: String,
        /// The unit.
        unit: &'static str,
        /// The rule.
        rule: String,
        /// The expression.
        span: Span,
    },
    /// A total over a time without a start or an end (section 7.1), or over more periods than any
    /// calculation needs.
    #[error(
        "het totaal in regel \"{rule}\" heeft geen begin of geen einde; noem de periode, zoals \
         ‘van … tot …’"
    )]
    Unbounded {
        /// The rule.
        rule: String,
        /// The expression.
        span: Span,
    },
    /// A value that changes more often in time than any calculation needs.
    #[error(
        "{property} verandert te vaak om bij te houden (regel \"{rule}\"); noem een kortere periode"
    )]
    TooManyPeriods {
        /// The property.
        property: String,
        /// The first rule that derives it.
        rule: String,
    },
    /// Several instances where the rule counts on one.
    #[error("regel \"{rule}\" rekent op één {role}, maar er zijn er meer")]
    SeveralInstances {
        /// What was asked for.
        role: String,
        /// The rule.
        rule: String,
        /// The subject.
        span: Span,
    },
    /// A run on a day on which other rule versions hold than those planned.
    #[error("dit rekenplan geldt niet op {date}; maak een plan voor die dag")]
    OtherDay {
        /// The day of the run.
        date: String,
    },
    /// A model that the checker would not have let through.
    #[error("regel \"{rule}\" is niet goed gecontroleerd: {what}")]
    Unchecked {
        /// What is wrong.
        what: Text,
        /// The rule.
        rule: String,
        /// The expression.
        span: Span,
    },
}

/// A fault, shared by all properties it reaches.
pub type SharedFault = Arc<Fault>;

impl Bilingual for Fault {
    fn english(&self) -> String {
        match self {
            Fault::MissingParameter { parameter, reason, rule, .. } => {
                let reason = reason.english();
                format!(
                    "the parameter {parameter} is missing: {reason} (needed in rule \"{rule}\")"
                )
            }
            Fault::DivisionByZero { rule, .. } => {
                format!("dividing by zero is not possible (rule \"{rule}\")")
            }
            Fault::Conflict { property, first_rule, first, second_rule, second } => {
                let (property, first) = (property.english(), first.english());
                let second = second.english();
                format!(
                    "two rules give {property} a different value: \"{first_rule}\" gives {first}, \
                     \"{second_rule}\" gives {second}"
                )
            }
            Fault::DoesNotFit { attribute, value, expected, rule } => {
                let (value, expected) = (value.english(), expected.english());
                format!(
                    "{value} does not fit {attribute} (rule \"{rule}\"); expected: {expected}; \
                     round the result or limit it"
                )
            }
            Fault::EmptyCompared { rule, .. } => format!(
                "empty cannot be compared with empty (rule \"{rule}\"); check for empty \
                 (leeg) first"
            ),
            Fault::RootOfNegative { value, rule, .. } => {
                let value = decimal_point(value);
                format!("the root of a negative number ({value}) does not exist (rule \"{rule}\")")
            }
            Fault::Power { base, exponent, rule, .. } => {
                let (base, exponent) = (decimal_point(base), decimal_point(exponent));
                format!(
                    "{base} to the power {exponent} cannot be worked out (rule \"{rule}\"); the \
                     power must be a whole number of at most 1000, and the result not too large"
                )
            }
            Fault::TooLarge { rule, .. } => {
                format!("the result is too large to go on with (rule \"{rule}\")")
            }
            Fault::ImpossibleDate { what, rule, .. } => {
                format!("{} does not exist (rule \"{rule}\")", what.english())
            }
            Fault::NotWhole { amount, unit, rule, .. } => {
                let amount = decimal_point(amount);
                format!(
                    "{amount} {unit} cannot be added to a date (rule \"{rule}\"); round it first"
                )
            }
            Fault::Unbounded { rule, .. } => format!(
                "the total in rule \"{rule}\" has no start or no end; name the period, as in ‘van … \
                 tot …’"
            ),
            Fault::TooManyPeriods { property, rule } => format!(
                "{property} changes too often to keep track of (rule \"{rule}\"); name a shorter \
                 period"
            ),
            Fault::SeveralInstances { role, rule, .. } => {
                format!("rule \"{rule}\" counts on one {role}, but there are more")
            }
            Fault::OtherDay { date } => {
                format!("this plan does not hold on {date}; make a plan for that day")
            }
            Fault::Unchecked { what, rule, .. } => {
                format!("rule \"{rule}\" was not checked well: {}", what.english())
            }
        }
    }
}

/// What a checked model never has ([`Fault::Unchecked`]).
pub(super) mod unchecked {
    use crate::language::Text;

    pub const NO_VARIABLE: Text =
        Text::fixed("een variabele die er niet is", "a variable that is not there");
    pub const NO_VALUE: Text =
        Text::fixed("een variabele zonder waarde", "a variable without a value");
    pub const UNEQUAL_SERIES: Text =
        Text::fixed("rekenen met ongelijke reeksen", "arithmetic on series of unequal length");
    pub const NO_SERIES: Text = Text::fixed("een reeks die er geen is", "a series that is none");
    pub const SUM_OF_OTHERS: Text = Text::fixed(
        "een som van iets anders dan getallen",
        "a sum of something other than numbers",
    );
    pub const OTHER_DATATYPE: Text =
        Text::fixed("een onverwacht datatype", "an unexpected datatype");
    pub const KENMERK_AS_ATTRIBUTE: Text =
        Text::fixed("een kenmerk als attribuut", "a kenmerk as an attribuut");
}
