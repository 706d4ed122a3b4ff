//! Why there is no answer about stapeling.

use engine::language::Bilingual;
use thiserror::Error;

use crate::calculation::CalculationError;
use crate::parts::AmountError;

/// Why it cannot be said what a household depends on.
#[derive(Debug, Error)]
pub enum StackingError {
    /// An amount is not known.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// The outcomes cannot be told.
    #[error(transparent)]
    Calculation(#[from] CalculationError),
}

impl Bilingual for StackingError {
    fn english(&self) -> String {
        match self {
            StackingError::Amount(error) => error.english(),
            StackingError::Calculation(error) => error.english(),
        }
    }
}
