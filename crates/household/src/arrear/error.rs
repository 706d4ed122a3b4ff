//! Why an arrear cannot be worked out.

use engine::data::DataError;
use engine::exact::SharedFault;
use engine::language::{Bilingual, Language, Text};
use engine::plan::PlanError;
use jiff::civil::Date;
use thiserror::Error;

use super::YEARS;
use crate::wording::day;

/// Why an arrear cannot be worked out.
#[derive(Debug, Error)]
pub enum ArrearError {
    /// The amount is zero or negative.
    #[error("Het bedrag van de schuld moet hoger zijn dan € 0. Geef bijvoorbeeld 500.")]
    NothingOwed,
    /// A municipality that is said to be a natural person.
    #[error(
        "Een gemeente is geen particulier. Laat ‘particulier’ weg, of kies de soort ‘overeenkomst’."
    )]
    NoPerson,
    /// The last day is before the first.
    #[error(
        "De einddag {} is eerder dan de begindag {}. Kies een latere einddag.",
        day(*.until, Language::Dutch),
        day(*.since, Language::Dutch)
    )]
    Backwards {
        /// The first day.
        since: Date,
        /// The last day.
        until: Date,
    },
    /// More years than the rules have a rule for.
    #[error(
        "De rente is uit te rekenen over ten hoogste {YEARS} jaar. Kies een einddag tot en met {}.",
        day(*.last, Language::Dutch)
    )]
    TooLong {
        /// The last day that can be.
        last: Date,
    },
    /// No tariffs on the last day.
    #[error(
        "Voor {} zijn er geen tarieven in de regels. Kies een einddag {years}.",
        day(*.date, Language::Dutch)
    )]
    NoTariffs {
        /// The last day.
        date: Date,
        /// The years for which there are amounts, in words.
        years: Text,
    },
    /// The rules lack something; a folder with other rules.
    #[error("Deze regels kennen ‘{0}’ niet. Gebruik de ingebouwde regels.")]
    Unknown(&'static str),
    /// The rules cannot be put in order.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// The engine refuses a value.
    #[error(transparent)]
    Data(#[from] DataError),
    /// A mistake in the rules came to light.
    #[error("De regels geven geen bedrag voor {name}: {fault}.")]
    Fault {
        /// The attribuut.
        name: &'static str,
        /// What went wrong.
        fault: SharedFault,
    },
}

impl Bilingual for ArrearError {
    fn english(&self) -> String {
        let day = |date: &Date| day(*date, Language::English);
        match self {
            ArrearError::NothingOwed => {
                "The amount of the debt must be higher than €0. Give for example 500.".to_string()
            }
            ArrearError::NoPerson => {
                "A municipality is not a natural person. Leave out ‘particulier’, \
                                      or choose the kind ‘overeenkomst’ (agreement)."
                    .to_string()
            }
            ArrearError::Backwards { since, until } => format!(
                "The last day {} is before the first day {}. Choose a later last day.",
                day(until),
                day(since)
            ),
            ArrearError::TooLong { last } => format!(
                "The interest can be worked out over at most {YEARS} years. Choose a last day up to \
                 {}.",
                day(last)
            ),
            ArrearError::NoTariffs { date, years } => format!(
                "There are no tariffs in the rules for {}. Choose a last day {}.",
                day(date),
                years.english()
            ),
            ArrearError::Unknown(name) => {
                format!("These rules do not know ‘{name}’. Use the built-in rules.")
            }
            ArrearError::Plan(error) => error.english(),
            ArrearError::Data(error) => error.english(),
            ArrearError::Fault { name, fault } => {
                format!("The rules give no amount for {name}: {}.", fault.english())
            }
        }
    }
}
