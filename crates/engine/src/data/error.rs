//! What can be wrong with input data.

use thiserror::Error;

use crate::language::{Bilingual, Text};

/// Data that does not fit the model. The texts are for users.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DataError {
    /// Two instances of an objecttype with one id.
    #[error("er zijn twee objecten {objecttype} met id \"{id}\"; geef elk object een eigen id")]
    DuplicateId {
        /// The objecttype.
        objecttype: String,
        /// The id.
        id: String,
    },
    /// A value outside the datatype of the attribuut.
    #[error("{attribute} van \"{id}\" kan niet {value} zijn; verwacht: {expected}")]
    DoesNotFit {
        /// The attribuut.
        attribute: String,
        /// Of which instance.
        id: String,
        /// The value given.
        value: Text,
        /// What the datatype admits.
        expected: Text,
    },
    /// A value that changes on a day on which it cannot change.
    #[error(
        "{property} van \"{id}\" kan niet veranderen op {day}{}",
        match timeline {
            Some(timeline) => format!("; het verandert alleen volgens de tijdlijn: {timeline}"),
            None => "; het heeft geen tijdlijn".to_string(),
        }
    )]
    NoKnip {
        /// The attribuut or kenmerk.
        property: String,
        /// Of which instance.
        id: String,
        /// The day.
        day: jiff::civil::Date,
        /// Its timeline as it is written, if it has one.
        timeline: Option<String>,
    },
    /// An attribuut or kenmerk of another objecttype.
    #[error("\"{id}\" is een {objecttype} en heeft geen {property}")]
    WrongOwner {
        /// The attribuut or kenmerk.
        property: String,
        /// The objecttype of the instance.
        objecttype: String,
        /// The instance.
        id: String,
    },
    /// A value for what only rules say.
    #[error("{property} van \"{id}\" volgt uit een regel; geef hier geen waarde op")]
    Derived {
        /// What the rules say.
        property: String,
        /// Of which instance.
        id: String,
    },
    /// An instance in a role of another objecttype.
    #[error(
        "de rol {role} is voor een {expected}, maar \"{id}\" is een {found}; \
         kies een {expected}"
    )]
    WrongPlayer {
        /// The role.
        role: String,
        /// The objecttype that plays it.
        expected: String,
        /// The instance given.
        id: String,
        /// Its objecttype.
        found: String,
    },
    /// A role for one instance that two would play.
    #[error("\"{of}\" heeft al een {role} in \"{facttype}\"; er kan er maar één zijn")]
    RoleTaken {
        /// The role.
        role: String,
        /// For whom it is played.
        of: String,
        /// The feittype.
        facttype: String,
    },
    /// More instances than can be counted.
    #[error("er zijn te veel objecten van één type (meer dan 4 miljard)")]
    TooMany,
}

impl Bilingual for DataError {
    fn english(&self) -> String {
        match self {
            DataError::DuplicateId { objecttype, id } => format!(
                "there are two objects {objecttype} with id \"{id}\"; give each object its own id"
            ),
            DataError::DoesNotFit { attribute, id, value, expected } => {
                let (value, expected) = (value.english(), expected.english());
                format!("{attribute} of \"{id}\" cannot be {value}; expected: {expected}")
            }
            DataError::NoKnip { property, id, day, timeline } => {
                let why = match timeline {
                    Some(timeline) => format!("it only changes along its timeline: {timeline}"),
                    None => "it has no timeline".to_string(),
                };
                format!("{property} of \"{id}\" cannot change on {day}; {why}")
            }
            DataError::WrongOwner { property, objecttype, id } => {
                format!("\"{id}\" is a {objecttype} and has no {property}")
            }
            DataError::Derived { property, id } => {
                format!("{property} of \"{id}\" follows from a rule; give no value for it")
            }
            DataError::WrongPlayer { role, expected, id, found } => format!(
                "the role {role} is for a {expected}, but \"{id}\" is a {found}; choose a \
                 {expected}"
            ),
            DataError::RoleTaken { role, of, facttype } => {
                format!("\"{of}\" already has a {role} in \"{facttype}\"; there can be only one")
            }
            DataError::TooMany => {
                "there are too many objects of one type (more than 4 billion)".to_string()
            }
        }
    }
}
