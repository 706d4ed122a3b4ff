//! Whose income it is about.

use engine::language::Bilingual;
use thiserror::Error;

use crate::file::{HouseholdFile, Role, UnknownPerson};

/// Why there is no income to ask about.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EarnerError {
    /// Nobody has the name.
    #[error(transparent)]
    UnknownPerson(#[from] UnknownPerson),
    /// Somebody whose income does not count for the household, such as a child with a wage.
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
}

impl Bilingual for EarnerError {
    fn english(&self) -> String {
        match self {
            EarnerError::UnknownPerson(error) => error.english(),
            EarnerError::OtherRole { name, role, known } => format!(
                "{name} is a {role} in this file. This is possible for the applicant (aanvrager) or \
                 the partner only. Choose with --persoon: {known}."
            ),
        }
    }
}

impl HouseholdFile {
    /// The position among [`HouseholdFile::personen`] of whose income it is about: the one with the
    /// name, or else the aanvrager.
    ///
    /// # Errors
    ///
    /// [`EarnerError::UnknownPerson`] and [`EarnerError::OtherRole`] when that is nobody, or neither the
    /// aanvrager nor the partner.
    pub fn earner(&self, named: Option<&str>) -> Result<usize, EarnerError> {
        let can = |role: Role| matches!(role, Role::Aanvrager | Role::Partner);
        let persons = &self.personen;
        let position = match named {
            Some(name) => self.find(name)?,
            None => persons.iter().position(|person| person.rol == Role::Aanvrager).unwrap_or(0),
        };
        let person = &persons[position];
        if can(person.rol) {
            return Ok(position);
        }
        let known = persons.iter().filter(|person| can(person.rol)).map(|it| it.naam.as_str());
        let (name, role) = (person.naam.clone(), person.rol.key());
        Err(EarnerError::OtherRole { name, role, known: known.collect::<Vec<_>>().join(", ") })
    }
}
