//! Why the parts of an income are not known.

use engine::data::DataError;
use engine::language::{Bilingual, Text};
use thiserror::Error;

/// Why the net disposable income of a household, or what it is made of, is not known.
#[derive(Debug, Error)]
pub enum AmountError {
    /// It cannot be determined; with the reason.
    #[error("Het netto inkomen is niet te berekenen. {0}")]
    Unknown(Text),
    /// The rules are not those of a household as this room knows it.
    #[error("De regels kennen ‘{0}’ niet.")]
    Rules(&'static str),
    /// The rules refuse an amount.
    #[error(transparent)]
    Data(#[from] DataError),
}

impl Bilingual for AmountError {
    fn english(&self) -> String {
        match self {
            AmountError::Unknown(reason) => {
                format!("The net income cannot be determined. {}", reason.english())
            }
            AmountError::Rules(name) => format!("The rules do not know ‘{name}’."),
            AmountError::Data(error) => error.english(),
        }
    }
}
