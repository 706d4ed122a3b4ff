//! What would give a right that is not there.

mod words;

use regelspraak::number::Number;
use serde_json::{Value as Json, json};

use crate::fields::{Field, Section};
use crate::file::{FieldValue, HouseholdFile, Origin, Person, Role, Values, age};
use crate::sweep::euro;
use crate::wording::number_to_json;

/// The childcare that is tried for a child without any: hours a month.
pub const CHILDCARE_HOURS: i64 = 40;
/// What an hour of it costs, in euro.
pub const CHILDCARE_RATE: i64 = 10;
/// From this age on a child is at school, and childcare is out of school hours.
const SCHOOL: i16 = 4;

/// A field of the household file: of a person by name, or of the home.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Whose; nothing when it is of the home.
    pub person: Option<String>,
    /// The field.
    pub field: &'static Field,
}

/// An amount that would have to be another.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// What it is: `het loon van Sam`, `het inkomen van Sam en Bo samen`.
    pub gegeven: String,
    /// How much it is now, in euro.
    pub nu: Number,
    /// The nearest amount that gives the right, in euro.
    pub grens: Number,
    /// Whether every amount tried beyond it gives the right too. An income that is too low for one
    /// rule may be too high for another.
    pub verder: bool,
    /// The fields it is the sum of.
    pub facts: Vec<Fact>,
}

/// Something in the household file that, changed alone or with the other of its pair, gives the right.
/// Each was tried: with it there is a right; with an amount a cent nearer to the present one there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// An amount that is too high. Of a sum, the largest goes down first.
    Lower(Limit),
    /// An amount that is too low; of one field.
    Raise(Limit),
    /// Something that is not so, and would have to be.
    Become {
        /// What: `Sam is zorgverzekerd`.
        gegeven: String,
        /// The field; of both partners for what they do together.
        facts: Vec<Fact>,
        /// What it would have to hold.
        value: FieldValue,
    },
    /// A child without childcare that goes to it.
    Childcare {
        /// What: `Noor gaat 40 uur per maand naar de opvang, voor € 10 per uur`.
        gegeven: String,
        /// The child.
        child: String,
    },
    /// Somebody who moves out.
    Leave {
        /// What: `Bo woont op een ander adres`.
        gegeven: String,
        /// Who.
        person: String,
    },
}

impl Fact {
    /// The values it is one of.
    fn values<'f>(&self, file: &'f HouseholdFile) -> Option<&'f Values> {
        match &self.person {
            Some(name) => file.person(name).map(|person| &person.values),
            None => Some(&file.woning),
        }
    }

    /// What it holds, in cents, for an amount; 0 for somebody who is not there.
    pub(crate) fn cents(&self, file: &HouseholdFile) -> i64 {
        let amount = self.values(file).map(|values| values.number(self.field.key));
        amount.and_then(|amount| (&amount * &Number::from(100)).to_i64()).unwrap_or(0)
    }

    /// Whether it holds this value.
    pub(crate) fn holds(&self, file: &HouseholdFile, value: &FieldValue) -> bool {
        self.values(file).and_then(|values| values.get(self.field.key)) == Some(value)
    }

    fn set(&self, file: &mut HouseholdFile, value: FieldValue) {
        let values = match &self.person {
            Some(name) => person_mut(file, name).map(|person| &mut person.values),
            None => Some(&mut file.woning),
        };
        if let Some(values) = values {
            values.set(self.field, value);
            keep_premium_below_wage(values);
        }
    }
}

/// A premium is taken from the wage, so it falls with it.
fn keep_premium_below_wage(values: &mut Values) {
    let wage = values.number("loon");
    if values.number("pensioenpremie") > wage
        && let Some(premium) = Section::Person.field("pensioenpremie")
    {
        values.set(premium, FieldValue::Number(wage));
    }
}

fn person_mut<'f>(file: &'f mut HouseholdFile, name: &str) -> Option<&'f mut Person> {
    file.personen.iter_mut().find(|person| person.naam == name)
}

impl Change {
    /// The household with this change. What is not there is left as it is.
    pub fn apply(&self, file: &HouseholdFile) -> HouseholdFile {
        let mut changed = file.clone();
        match self {
            Change::Lower(limit) => limit.lower(&mut changed),
            Change::Raise(limit) => {
                for fact in limit.facts.iter().take(1) {
                    fact.set(&mut changed, FieldValue::Number(limit.grens.clone()));
                }
            }
            Change::Become { facts, value, .. } => {
                facts.iter().for_each(|fact| fact.set(&mut changed, value.clone()));
            }
            Change::Childcare { child, .. } => {
                let day = changed.rekendatum;
                if let Some(person) = person_mut(&mut changed, child) {
                    let small = age(person.geboortedatum, day) < SCHOOL;
                    person.opvang.push(childcare(if small { "dagopvang" } else { "bso" }));
                }
            }
            Change::Leave { person, .. } => leave(&mut changed, person),
        }
        changed
    }

    /// The limit, for an amount.
    pub fn limit(&self) -> Option<&Limit> {
        match self {
            Change::Lower(limit) | Change::Raise(limit) => Some(limit),
            _ => None,
        }
    }

    /// The same change of an amount with another limit.
    pub fn with_limit(&self, grens: Number) -> Change {
        let mut changed = self.clone();
        if let Change::Lower(limit) | Change::Raise(limit) = &mut changed {
            limit.grens = grens;
        }
        changed
    }

    /// The fields it changes; nothing for a change of who there is.
    pub fn facts(&self) -> &[Fact] {
        match self {
            Change::Lower(limit) | Change::Raise(limit) => &limit.facts,
            Change::Become { facts, .. } => facts,
            Change::Childcare { .. } | Change::Leave { .. } => &[],
        }
    }

    /// What it is about: `het loon van Sam`, `Sam is zorgverzekerd`.
    pub fn gegeven(&self) -> &str {
        match self {
            Change::Lower(Limit { gegeven, .. })
            | Change::Raise(Limit { gegeven, .. })
            | Change::Become { gegeven, .. }
            | Change::Childcare { gegeven, .. }
            | Change::Leave { gegeven, .. } => gegeven,
        }
    }

    /// The change in the shape of the contract.
    pub fn to_json(&self) -> Json {
        let kind = match self {
            Change::Lower(_) => "lager",
            Change::Raise(_) => "hoger",
            Change::Become { .. } => "anders",
            Change::Childcare { .. } => "opvang",
            Change::Leave { .. } => "vertrek",
        };
        let (limit, difference, unit) = match self.limit() {
            Some(it) => (number_to_json(&it.grens), number_to_json(&it.difference()), "€"),
            None => (Json::Bool(true), Json::Null, ""),
        };
        json!({
            "gegeven": self.gegeven(),
            "soort": kind,
            "grens": limit,
            "verschil": difference,
            "eenheid": unit,
        })
    }
}

impl Limit {
    /// How far the limit is from the present amount, in euro; never below 0.
    pub fn difference(&self) -> Number {
        (&self.nu - &self.grens).abs()
    }

    /// Lowers the amounts above 0, the largest first, until together they are the limit.
    fn lower(&self, file: &mut HouseholdFile) {
        let cents = |amount: &Number| (amount * &Number::from(100)).to_i64().unwrap_or(0);
        let mut amounts: Vec<(i64, &Fact)> =
            self.facts.iter().map(|fact| (fact.cents(file), fact)).collect();
        amounts.retain(|(cents, _)| *cents > 0);
        amounts.sort_by_key(|(cents, _)| std::cmp::Reverse(*cents));
        let total: i64 = amounts.iter().map(|(cents, _)| cents).sum();
        let mut excess = total - cents(&self.grens);
        for (cents, fact) in amounts {
            let less = excess.min(cents);
            excess -= less;
            fact.set(file, FieldValue::Number(euro(cents - less)));
        }
    }
}

fn childcare(kind: &'static str) -> Values {
    let mut values = Values::default();
    let amount = |amount: i64| FieldValue::Number(Number::from(amount));
    for (key, value) in [
        ("soort", FieldValue::Word(kind)),
        ("uren", amount(CHILDCARE_HOURS)),
        ("uurtarief", amount(CHILDCARE_RATE)),
    ] {
        if let Some(field) = Section::Childcare.field(key) {
            values.put(field, value, Origin::Given);
        }
    }
    values
}

/// Takes somebody out of the household; whose parent that was, no longer has that parent there. The
/// aanvrager stays.
fn leave(file: &mut HouseholdFile, name: &str) {
    let Some(gone) = file.personen.iter().position(|person| person.naam == name) else { return };
    if file.personen[gone].rol == Role::Aanvrager {
        return;
    }
    file.personen.remove(gone);
    for person in &mut file.personen {
        person.ouders.retain(|parent| *parent != gone);
        for parent in person.ouders.iter_mut().filter(|parent| **parent > gone) {
            *parent -= 1;
        }
    }
}
