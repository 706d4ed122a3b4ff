//! What cannot be asked about certainty.

use engine::data::DataError;
use engine::language::{Bilingual, Language};
use regelspraak::number::Number;
use thiserror::Error;

use super::raise::{LEAST_RAISE, MOST_RAISE};
use crate::calculation::CalculationError;
use crate::earner::EarnerError;
use crate::parts::AmountError;
use crate::wording;

/// Why it cannot be said how certain the amounts are.
#[derive(Debug, Error)]
pub enum CertaintyError {
    /// It is about nobody, or about somebody else.
    #[error(transparent)]
    Earner(#[from] EarnerError),
    /// There is no such month.
    #[error("Maand {0} bestaat niet. Kies een maand van 1 (januari) tot en met 12 (december).")]
    NoMonth(i64),
    /// No income rises by so much.
    #[error(
        "Een stijging van {}% kan niet. Kies een percentage van {LEAST_RAISE} tot en met {MOST_RAISE}, \
         maar niet 0.",
        wording::number(given, 6, Language::Dutch)
    )]
    NoRaise {
        /// The percentage.
        given: Number,
    },
    /// With the raise the income is more than a household file can hold.
    #[error(
        "Met deze stijging wordt het inkomen te hoog om mee te rekenen. Kies een lager percentage."
    )]
    TooHigh,
    /// An amount is not known.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// The household cannot be worked out.
    #[error(transparent)]
    Calculation(#[from] CalculationError),
    /// The rules refuse an amount.
    #[error(transparent)]
    Data(#[from] DataError),
}

impl Bilingual for CertaintyError {
    fn english(&self) -> String {
        match self {
            CertaintyError::Earner(error) => error.english(),
            CertaintyError::NoMonth(month) => format!(
                "There is no month {month}. Choose a month from 1 (January) to 12 (December)."
            ),
            CertaintyError::NoRaise { given } => format!(
                "A raise of {}% is not possible. Choose a percentage from {LEAST_RAISE} to \
                 {MOST_RAISE}, but not 0.",
                wording::number(given, 6, Language::English)
            ),
            CertaintyError::TooHigh => {
                "With this raise the income is too high to work with. Choose \
                                        a lower percentage."
                    .to_string()
            }
            CertaintyError::Amount(error) => error.english(),
            CertaintyError::Calculation(error) => error.english(),
            CertaintyError::Data(error) => error.english(),
        }
    }
}
