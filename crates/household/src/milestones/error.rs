//! What cannot be asked about coming dates.

use engine::language::Bilingual;
use thiserror::Error;

use super::MOST_YEARS;
use crate::calculation::CalculationError;
use crate::objects::MappingError;

/// Why there are no milestones.
#[derive(Debug, Error)]
pub enum MilestoneError {
    /// No number of years that can be looked ahead.
    #[error(
        "‘{given}’ is geen aantal jaren om vooruit te kijken. Kies voor --jaren een heel getal van 1 tot \
         en met {MOST_YEARS}."
    )]
    Years {
        /// What was given.
        given: String,
    },
    /// The household cannot be worked out.
    #[error(transparent)]
    Calculation(#[from] CalculationError),
    /// Nobody waits for the answer any more.
    #[error("De mijlpalen zijn niet afgemaakt, want niemand wacht er meer op.")]
    BrokenOff,
    /// The rules are not those of a household as this room knows it.
    #[error("De regels kennen ‘{0}’ niet.")]
    Rules(&'static str),
}

impl From<MappingError> for MilestoneError {
    fn from(error: MappingError) -> MilestoneError {
        MilestoneError::Calculation(error.into())
    }
}

impl Bilingual for MilestoneError {
    fn english(&self) -> String {
        match self {
            MilestoneError::Years { given } => format!(
                "‘{given}’ is not a number of years to look ahead. Choose a whole number from 1 to \
                 {MOST_YEARS} for --jaren."
            ),
            MilestoneError::Calculation(error) => error.english(),
            MilestoneError::BrokenOff => {
                "The milestones were not finished, since nobody waits for them.".to_string()
            }
            MilestoneError::Rules(name) => format!("The rules do not know ‘{name}’."),
        }
    }
}
