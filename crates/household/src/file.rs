//! A household as it was read: complete, checked, defaults filled in.

use corpus::document::DocumentError;
use engine::language::Bilingual;
use jiff::civil::Date;
use regelspraak::number::Number;
use thiserror::Error;

use crate::fields::Field;
use crate::municipality::Municipality;
use crate::read;

/// A household, for one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseholdFile {
    /// The day the answer is for.
    pub rekendatum: Date,
    /// Where the household lives, if that is known.
    pub gemeente: Option<&'static Municipality>,
    /// Whether the file says that nobody knows the municipality.
    pub gemeente_onbekend: bool,
    /// The other fields of the household.
    pub huishouden: Values,
    /// The fields of the home.
    pub woning: Values,
    /// The persons, in the order of the file; one of them is the aanvrager.
    pub personen: Vec<Person>,
}

/// A person in a household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// A name nobody else in the household has.
    pub naam: String,
    /// Who this is.
    pub rol: Role,
    /// The day of birth.
    pub geboortedatum: Date,
    /// The parents in the household, as positions in [`HouseholdFile::personen`].
    pub ouders: Vec<usize>,
    /// The childcare of a child.
    pub opvang: Vec<Values>,
    /// The other fields; those for another role are not there.
    pub values: Values,
}

/// Who somebody is in the household.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The one the household file is written for.
    Aanvrager,
    /// Who forms a gezamenlijke huishouding with the aanvrager.
    Partner,
    /// A child of somebody in the household.
    Kind,
    /// Anybody else at the address.
    Medebewoner,
}

impl Role {
    /// All roles.
    pub const ALL: [Role; 4] = [Role::Aanvrager, Role::Partner, Role::Kind, Role::Medebewoner];

    /// Their words in the file, in the same order.
    pub const KEYS: [&'static str; 4] = ["aanvrager", "partner", "kind", "medebewoner"];

    /// Its word in the file.
    pub const fn key(self) -> &'static str {
        Role::KEYS[self as usize]
    }

    /// The role with this word.
    pub fn from_key(key: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.key() == key)
    }
}

/// Nobody in the household has the name.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("In dit huishouden is niemand die ‘{name}’ heet. Er zijn: {known}.")]
pub struct UnknownPerson {
    /// The name that was asked for.
    pub name: String,
    /// Who there are.
    pub known: String,
}

impl Bilingual for UnknownPerson {
    fn english(&self) -> String {
        let UnknownPerson { name, known } = self;
        format!("Nobody in this household is called ‘{name}’. There are: {known}.")
    }
}

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// An amount, a count or hours, in the unit of the field.
    Number(Number),
    /// Yes or no.
    Boolean(bool),
    /// A day.
    Date(Date),
    /// One of the words of a choice.
    Word(&'static str),
    /// Text.
    Text(String),
}

/// The values of the fields of one section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values {
    values: Vec<(&'static Field, FieldValue, Origin)>,
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It stands in the file.
    Given,
    /// The field was left out.
    Default,
    /// The file says that it is not known; the value is as if it was left out.
    Unknown,
}

impl Values {
    /// The value of a field.
    pub fn get(&self, key: &str) -> Option<&FieldValue> {
        self.values.iter().find(|(field, ..)| field.key == key).map(|(_, value, _)| value)
    }

    /// The number in a field; 0 when the field is not there or holds no number.
    pub fn number(&self, key: &str) -> Number {
        match self.get(key) {
            Some(FieldValue::Number(number)) => number.clone(),
            _ => Number::ZERO,
        }
    }

    /// Whether a field says yes.
    pub fn holds(&self, key: &str) -> bool {
        matches!(self.get(key), Some(FieldValue::Boolean(true)))
    }

    /// Where the value of a field comes from; nothing when the field is not there.
    pub fn origin(&self, key: &str) -> Option<Origin> {
        self.values.iter().find(|(field, ..)| field.key == key).map(|(.., origin)| *origin)
    }

    /// The fields with their values, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Field, &FieldValue, Origin)> {
        self.values.iter().map(|(field, value, origin)| (*field, value, *origin))
    }

    /// Gives a field another value, as if it stood in the file. For what-if questions: the value
    /// is of the kind of the field, and its range is for the caller to keep.
    pub fn set(&mut self, field: &'static Field, value: FieldValue) {
        self.put(field, value, Origin::Given);
    }

    pub(crate) fn put(&mut self, field: &'static Field, value: FieldValue, origin: Origin) {
        match self.values.iter_mut().find(|(known, ..)| known.key == field.key) {
            Some(place) => *place = (field, value, origin),
            None => self.values.push((field, value, origin)),
        }
    }
}

impl HouseholdFile {
    /// Reads a household file, YAML or JSON. `file_name` is for the errors, which are all that
    /// are in the file, in its order.
    pub fn read(text: &str, file_name: &str) -> Result<HouseholdFile, Vec<DocumentError>> {
        read::read(text, file_name, None)
    }

    /// Reads a household file for a given day, which goes before the `rekendatum` in the file.
    pub fn read_for(
        text: &str,
        file_name: &str,
        rekendatum: Date,
    ) -> Result<HouseholdFile, Vec<DocumentError>> {
        read::read(text, file_name, Some(rekendatum))
    }

    /// The aanvrager.
    pub fn aanvrager(&self) -> Option<&Person> {
        self.personen.iter().find(|person| person.rol == Role::Aanvrager)
    }

    /// The partner of the aanvrager, if there is one.
    pub fn partner(&self) -> Option<&Person> {
        self.personen.iter().find(|person| person.rol == Role::Partner)
    }

    /// The person with this name; capitals do not count.
    pub fn person(&self, naam: &str) -> Option<&Person> {
        self.personen.iter().find(|person| same_name(&person.naam, naam))
    }

    /// The position of the person with this name among [`HouseholdFile::personen`]; capitals do not
    /// count.
    pub fn find(&self, naam: &str) -> Result<usize, UnknownPerson> {
        let found = self.personen.iter().position(|person| same_name(&person.naam, naam));
        found.ok_or_else(|| UnknownPerson { name: naam.to_string(), known: self.names() })
    }

    /// The names of all persons, as a list in words.
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.personen.iter().map(|person| person.naam.as_str()).collect();
        names.join(", ")
    }
}

impl Person {
    /// The value of any field that holds one value.
    pub fn value(&self, key: &str) -> Option<FieldValue> {
        match key {
            "naam" => Some(FieldValue::Text(self.naam.clone())),
            "rol" => Some(FieldValue::Word(self.rol.key())),
            "geboortedatum" => Some(FieldValue::Date(self.geboortedatum)),
            _ => self.values.get(key).cloned(),
        }
    }

    /// The age in whole years on a day.
    pub fn age(&self, on: Date) -> i16 {
        age(self.geboortedatum, on)
    }
}

/// The age in whole years on a day; who is born on 29 February has a birthday on 1 March in other
/// years.
pub(crate) fn age(born: Date, on: Date) -> i16 {
    let birthday_to_come = (on.month(), on.day()) < (born.month(), born.day());
    on.year() - born.year() - i16::from(birthday_to_come)
}

/// Whether two names are the same to a reader.
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}
