//! What cannot be explained.

use engine::language::{Bilingual, Text};
use thiserror::Error;

use crate::file::UnknownPerson;

/// Why there is no explanation.
#[derive(Debug, Error)]
pub enum ExplainError {
    /// The outcome does not exist.
    #[error("De uitkomst ‘{name}’ bestaat niet{}", hint.as_ref().map(|hint| format!(". {hint}")).unwrap_or_else(|| ".".into()))]
    UnknownOutcome {
        /// The name that was asked for.
        name: String,
        /// The one that was probably meant.
        hint: Option<Text>,
    },
    /// Nobody has the name.
    #[error(transparent)]
    UnknownPerson(#[from] UnknownPerson),
    /// The outcome is one of the household.
    #[error("‘{outcome}’ is een uitkomst van het hele huishouden. Laat --persoon weg.")]
    OfHousehold {
        /// The outcome.
        outcome: String,
    },
    /// The outcome is one of persons, and there are several.
    #[error("‘{outcome}’ is een uitkomst per persoon. Kies wie met --persoon: {known}.")]
    WhichPerson {
        /// The outcome.
        outcome: String,
        /// Who there are.
        known: String,
    },
}

impl Bilingual for ExplainError {
    fn english(&self) -> String {
        match self {
            ExplainError::UnknownOutcome { name, hint } => {
                let hint = hint.as_ref().map(|hint| format!(" {}", hint.english()));
                format!("The outcome ‘{name}’ does not exist.{}", hint.unwrap_or_default())
            }
            ExplainError::UnknownPerson(error) => error.english(),
            ExplainError::OfHousehold { outcome } => {
                format!("‘{outcome}’ is an outcome of the whole household. Leave out --persoon.")
            }
            ExplainError::WhichPerson { outcome, known } => {
                format!("‘{outcome}’ is an outcome per person. Choose who with --persoon: {known}.")
            }
        }
    }
}
