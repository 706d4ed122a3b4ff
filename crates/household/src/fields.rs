//! The fields of the household file, in one table: what they are called, what they may hold, what
//! holds when they are left out, and what they become in the rules.

mod table;

use engine::language::{Language, Text};
use regelspraak::number::Number;

use crate::file::{FieldValue, Role};

pub use table::{CHILDCARE, FILE, HOME, HOUSEHOLD, PERSON};

/// The field of a group that lists those of which the answer is not known.
pub const UNKNOWN: &str = "onbekend";

/// The highest amount in euro that is believed; more is taken for a slip of the pen.
pub const MOST_EURO: i64 = 10_000_000;

/// A group of fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// The file as a whole.
    File,
    /// `huishouden`.
    Household,
    /// `huishouden.woning`.
    Home,
    /// An item of `huishouden.personen`.
    Person,
    /// An item of `opvang` of a person.
    Childcare,
}

impl Section {
    /// All groups.
    pub const ALL: [Section; 5] =
        [Section::File, Section::Household, Section::Home, Section::Person, Section::Childcare];

    /// Its fields.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Section::File => FILE,
            Section::Household => HOUSEHOLD,
            Section::Home => HOME,
            Section::Person => PERSON,
            Section::Childcare => CHILDCARE,
        }
    }

    /// The field with this key.
    pub fn field(self, key: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.key == key)
    }

    /// Where its fields stand in the file, as a phrase.
    pub fn place(self) -> Text {
        match self {
            Section::File => Text::fixed("bovenaan het bestand", "at the top of the file"),
            Section::Household => Text::fixed("onder 'huishouden'", "under 'huishouden'"),
            Section::Home => Text::fixed("onder 'woning'", "under 'woning'"),
            Section::Person => Text::fixed("bij een persoon", "with a person"),
            Section::Childcare => {
                Text::fixed("bij de opvang van een kind", "with the childcare (opvang) of a child")
            }
        }
    }

    /// The objecttype its fields belong to in the rules, if it is one.
    pub fn objecttype(self) -> Option<&'static str> {
        match self {
            Section::File => None,
            Section::Household => Some("Huishouden"),
            Section::Home => Some("Woning"),
            Section::Person => Some("Persoon"),
            Section::Childcare => Some("Kinderopvang"),
        }
    }
}

/// A field of the household file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name in the file.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// What holds when it is left out.
    pub absent: Absent,
    /// Whether an amount below zero is possible.
    pub negative: bool,
    /// The only role of a person it is for, if it is not for everybody.
    pub only_for: Option<Role>,
    /// What it becomes in the rules.
    pub target: Target,
    /// What it means, in Dutch, with its unit.
    pub description: &'static str,
    /// The same in English.
    pub english: &'static str,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Euro, per unit of time or at a moment; to the cent, at most [`MOST_EURO`].
    Euro(Per),
    /// A whole number from 0 up to and including this.
    Whole(i64),
    /// Hours, to two decimals, from 0 up to and including this.
    Hours(i64),
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Text on one line.
    Text,
    /// A list of names of persons.
    Names,
    /// A list of fields of this group that can be unknown.
    Fields(Section),
    /// A group of fields.
    Group(Section),
    /// A list of at most so many groups of fields.
    Groups(Section, usize),
}

/// The time an amount in euro is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// A year.
    Year,
    /// A month.
    Month,
    /// An hour.
    Hour,
    /// None: what there is on one day.
    Moment,
}

/// What holds when a field is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    /// It cannot be left out.
    Required,
    /// Nothing, or what the description says.
    Nothing,
    /// This number.
    Number(i64),
    /// Yes or no.
    Boolean(bool),
    /// This word.
    Word(&'static str),
}

/// What a field becomes in the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// An attribuut with the key as its name, spaces for underscores.
    Attribute,
    /// An attribuut with a name of its own.
    Named(&'static str),
    /// A kenmerk with the key as its name, spaces for underscores.
    Kenmerk,
    /// A kenmerk with a name of its own, where the key would not read as a sentence.
    NamedKenmerk(&'static str),
    /// Objects or facts, or nothing at all.
    Structure,
}

impl Field {
    /// The name of its attribuut or kenmerk in the rules, if it becomes one.
    pub fn name_in_rules(&self) -> Option<String> {
        match self.target {
            Target::Attribute | Target::Kenmerk => Some(self.key.replace('_', " ")),
            Target::Named(name) | Target::NamedKenmerk(name) => Some(name.to_string()),
            Target::Structure => None,
        }
    }

    /// The lowest and highest number it may hold, if it holds a number.
    pub fn range(&self) -> Option<(i64, i64)> {
        match self.kind {
            Kind::Euro(_) if self.negative => Some((-MOST_EURO, MOST_EURO)),
            Kind::Euro(_) => Some((0, MOST_EURO)),
            Kind::Whole(most) | Kind::Hours(most) => Some((0, most)),
            _ => None,
        }
    }

    /// How many decimals it may hold, if it holds a number.
    pub fn decimals(&self) -> Option<u32> {
        match self.kind {
            Kind::Euro(_) | Kind::Hours(_) => Some(2),
            Kind::Whole(_) => Some(0),
            _ => None,
        }
    }

    /// Its value when it is left out, if it then has one.
    pub fn default_value(&self) -> Option<FieldValue> {
        match self.absent {
            Absent::Required | Absent::Nothing => None,
            Absent::Number(number) => Some(FieldValue::Number(Number::from(number))),
            Absent::Boolean(value) => Some(FieldValue::Boolean(value)),
            Absent::Word(word) => Some(FieldValue::Word(word)),
        }
    }

    /// What it means, with its unit, in a language.
    pub fn meaning(&self, language: Language) -> &'static str {
        language.pick(self.description, self.english)
    }

    /// Whether a file can say that its answer is not known ([`UNKNOWN`]): who there is in the household is always
    /// known.
    pub fn can_be_unknown(&self) -> bool {
        self.default_value().is_some() || self.key == "gemeente"
    }

    /// Whether somebody with this role can have it.
    pub fn is_for(&self, role: Role) -> bool {
        self.only_for.is_none_or(|only| only == role)
    }
}
