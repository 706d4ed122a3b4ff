//! The municipalities of the Netherlands (CBS, boundaries of 2024), by name or code.

use std::iter;
use std::sync::LazyLock;

use corpus::document::{Closeness, meant, nearest};
use engine::language::{Bilingual, Text};
use thiserror::Error;

/// A municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Municipality {
    /// Its CBS code: `GM` and four digits.
    pub code: &'static str,
    /// Its name as CBS writes it: `'s-Gravenhage`, `Hengelo (O.)`.
    pub name: &'static str,
    /// Another name people use: `Den Haag`.
    pub other_name: Option<&'static str>,
}

/// Why a municipality was not found.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum UnknownMunicipality {
    /// No municipality is called so.
    #[error("De gemeente '{given}' is niet bekend. {}", advice(*.nearest))]
    Unknown {
        /// What was asked.
        given: String,
        /// The name that was probably meant.
        nearest: Option<&'static str>,
    },
    /// Several are.
    #[error("Er is meer dan één gemeente '{given}'. Kies uit: {}.", .names.join(", "))]
    Ambiguous {
        /// What was asked.
        given: String,
        /// Their full names.
        names: Vec<&'static str>,
    },
}

fn advice(nearest: Option<&str>) -> Text {
    match nearest {
        Some(name) => meant(name),
        None => Text::fixed(
            "Schrijf de naam zoals in de lijst van het CBS, of de code, zoals GM0855.",
            "Write the name as in the list of CBS, or the code, such as GM0855.",
        ),
    }
}

impl Bilingual for UnknownMunicipality {
    fn english(&self) -> String {
        match self {
            UnknownMunicipality::Unknown { given, nearest } => {
                format!("The municipality '{given}' is not known. {}", advice(*nearest).english())
            }
            UnknownMunicipality::Ambiguous { given, names } => {
                let names = names.join(", ");
                format!("There is more than one municipality '{given}'. Choose from: {names}.")
            }
        }
    }
}

static ALL: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
    let lines = include_str!("../data/gemeenten.csv").lines();
    lines.filter(|line| line.starts_with("GM")).filter_map(parse).collect()
});

fn parse(line: &'static str) -> Option<Municipality> {
    let mut columns = line.split(';');
    let (code, name) = (columns.next()?, columns.next()?);
    let other_name = columns.next().filter(|name| !name.is_empty());
    Some(Municipality { code, name, other_name })
}

impl Municipality {
    /// All of them, by code.
    pub fn all() -> &'static [Municipality] {
        &ALL
    }

    /// What it is called: its name as CBS writes it first, then the other name people use.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        [Some(self.name), self.other_name].into_iter().flatten()
    }

    /// The municipality with this name or code. Capitals, accents, dashes and the province in
    /// brackets do not count, as long as one remains.
    pub fn find(given: &str) -> Result<&'static Municipality, UnknownMunicipality> {
        let wanted = simplify(given);
        let exact = |m: &&Municipality| {
            iter::once(m.code).chain(m.names()).any(|name| simplify(name) == wanted)
        };
        if let Some(found) = ALL.iter().find(exact) {
            return Ok(found);
        }
        let short = |m: &&Municipality| simplify(without_province(m.name)) == wanted;
        match ALL.iter().filter(short).collect::<Vec<_>>()[..] {
            [found] => Ok(found),
            [] => {
                let names = ALL.iter().flat_map(Municipality::names);
                let near = |&(_, closeness): &(&str, Closeness)| closeness == Closeness::Near;
                let nearest = nearest(given, &names.collect::<Vec<_>>()).filter(near);
                let nearest = nearest.map(|(name, _)| name);
                Err(UnknownMunicipality::Unknown { given: given.to_string(), nearest })
            }
            ref several => Err(UnknownMunicipality::Ambiguous {
                given: given.to_string(),
                names: several.iter().map(|m| m.name).collect(),
            }),
        }
    }
}

fn without_province(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name)
}

fn simplify(name: &str) -> String {
    let plain = |c| match c {
        'ú' | 'û' => 'u',
        'â' => 'a',
        '-' => ' ',
        '’' | '‘' => '\'',
        other => other,
    };
    name.trim().to_lowercase().chars().map(plain).collect()
}
