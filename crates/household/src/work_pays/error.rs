//! What cannot be asked about wages.

use engine::data::DataError;
use engine::language::{Bilingual, Language, Text};
use regelspraak::number::Number;
use thiserror::Error;

use super::Quantity;
use crate::calculation::CalculationError;
use crate::file::UnknownPerson;
use crate::wording;

/// Why there is no answer to whether work pays.
#[derive(Debug, Error)]
pub enum WorkError {
    /// Nobody has the name.
    #[error(transparent)]
    UnknownPerson(#[from] UnknownPerson),
    /// Somebody whose wage does not count for the household.
    #[error(
        "{name} is in dit bestand een {role}. Dit kan alleen voor de aanvrager of de partner. Kies \
         met --persoon: {known}."
    )]
    OtherRole {
        /// Who.
        name: String,
        /// The role.
        role: &'static str,
        /// Who can be chosen.
        known: String,
    },
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
    /// The net income cannot be determined.
    #[error("Het netto inkomen is niet te berekenen. {0}")]
    Unknown(Text),
    /// The household cannot be worked out.
    #[error(transparent)]
    Calculation(#[from] CalculationError),
    /// The rules are not those of a household as this room knows it.
    #[error("De regels kennen ‘{0}’ niet.")]
    Rules(&'static str),
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
            WorkError::UnknownPerson(error) => error.english(),
            WorkError::OtherRole { name, role, known } => format!(
                "{name} is a {role} in this file. This is possible for the applicant (aanvrager) or \
                 the partner only. Choose with --persoon: {known}."
            ),
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
            WorkError::Unknown(reason) => {
                format!("The net income cannot be determined. {}", reason.english())
            }
            WorkError::Calculation(error) => error.english(),
            WorkError::Rules(name) => format!("The rules do not know ‘{name}’."),
            WorkError::Data(error) => error.english(),
        }
    }
}
