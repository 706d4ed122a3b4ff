//! What cannot be asked about wages.

use engine::data::DataError;
use engine::language::{Bilingual, Language};
use regelspraak::number::Number;
use thiserror::Error;

use super::Quantity;
use crate::calculation::CalculationError;
use crate::earner::EarnerError;
use crate::parts::AmountError;
use crate::wording;

/// Why there is no answer to whether work pays.
#[derive(Debug, Error)]
pub enum WorkError {
    /// It is about nobody, or about somebody else.
    #[error(transparent)]
    Earner(#[from] EarnerError),
    /// The range goes backwards, or is empty.
    #[error("--van is {}, en --tot is {}. Kies voor --tot een hoger getal dan voor --van.",
        shown(from, *quantity, Language::Dutch), shown(until, *quantity, Language::Dutch))]
    Backwards {
        /// From.
        from: Number,
        /// Until.
        until: Number,
        /// Of what.
        quantity: Quantity,
    },
    /// An end of the range is below 0 or too high.
    #[error("{} kan niet. Kies een getal van 0 tot en met {}.",
        shown(given, *quantity, Language::Dutch), shown(&quantity.most(), *quantity, Language::Dutch))]
    OutOfRange {
        /// What was given.
        given: Number,
        /// Of what.
        quantity: Quantity,
    },
    /// There is no wage for an hour.
    #[error(
        "Voor {name} is er geen loon per uur: geen loon met uren in het bestand, en geen minimumloon. \
         Laat --uren weg."
    )]
    NoHourlyWage {
        /// Who.
        name: String,
    },
    /// The household cannot be worked out.
    #[error(transparent)]
    Calculation(#[from] CalculationError),
    /// The net income is not known.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// The rules refuse an amount.
    #[error(transparent)]
    Data(#[from] DataError),
}

fn shown(number: &Number, quantity: Quantity, language: Language) -> String {
    match quantity {
        Quantity::Wage => wording::euro(number, language),
        Quantity::Hours => {
            let number = wording::number(number, 2, language);
            format!("{number} {}", language.pick("uur", "hours"))
        }
    }
}

impl Bilingual for WorkError {
    fn english(&self) -> String {
        let show = |number: &Number, quantity| shown(number, quantity, Language::English);
        match self {
            WorkError::Earner(error) => error.english(),
            WorkError::Backwards { from, until, quantity } => format!(
                "--van is {}, and --tot is {}. Choose a higher number for --tot than for --van.",
                show(from, *quantity),
                show(until, *quantity)
            ),
            WorkError::OutOfRange { given, quantity } => format!(
                "{} is not possible. Choose a number from 0 to {}.",
                show(given, *quantity),
                show(&quantity.most(), *quantity)
            ),
            WorkError::NoHourlyWage { name } => format!(
                "There is no wage per hour for {name}: no wage with hours in the file, and no minimum \
                 wage. Leave out --uren."
            ),
            WorkError::Calculation(error) => error.english(),
            WorkError::Amount(error) => error.english(),
            WorkError::Data(error) => error.english(),
        }
    }
}
