//! What people can change about their household. Not who they are: age, origin, illness, and what
//! somebody else decides about them are no advice; neither is a debt, nor to go without health insurance,
//! which the law does not allow; nor to give up what one has: a front door of one's own, or the right to bijstand.

use engine::language::{Language, Text};
use regelspraak::model::Model;
use regelspraak::number::Number;

use super::amount::{Amount, unmoved};
use super::texts;
use crate::change::{CHILDCARE_HOURS, CHILDCARE_RATE, Change, Fact};
use crate::fields::{Field, Section};
use crate::file::{FieldValue, HouseholdFile, Person, Role};
use crate::wording;

/// Amounts of which the law looks at the sum.
static GROUPS: [(Text, &[&str]); 2] = [
    (Text::fixed("het inkomen", "the income"), &["loon", "winst", "pensioen", "uitkering"]),
    (Text::fixed("het vermogen", "the assets"), &["spaargeld", "overig_vermogen"]),
];

/// The highest wage that is tried, in cents per year.
const HIGHEST_WAGE: i64 = 10_000_000;
/// Wages a pair is looked for with: any, and one to live on.
const WAGES: [i64; 2] = [100, 2_000_000];
/// The highest rent that is tried, in cents per month.
const HIGHEST_RENT: i64 = 200_000;
/// Rents a pair is looked for with.
const RENTS: [i64; 2] = [70_000, 40_000];

const RENT: Text =
    Text::fixed("de kale huur per maand", "the monthly rent without service charges");

/// A yes or no of a person, what it would become, and how that is said.
static OF_A_PERSON: [(&str, bool, Text); 5] = [
    (
        "zorgverzekerd",
        true,
        Text::fixed("{naam} is zorgverzekerd", "{naam} has Dutch health insurance"),
    ),
    (
        "bijstand_aangevraagd",
        true,
        Text::fixed(
            "{naam} vraagt bijstand aan",
            "{naam} applies for social assistance (bijstand)",
        ),
    ),
    ("student", true, Text::fixed("{naam} volgt een opleiding", "{naam} is in education")),
    ("student", false, Text::fixed("{naam} volgt geen opleiding", "{naam} is not in education")),
    (
        "in_inrichting",
        false,
        Text::fixed(
            "{naam} woont niet in een inrichting",
            "{naam} does not live in an institution",
        ),
    ),
];

/// What the home would become.
static OF_THE_HOME: [(&str, FieldValue, Text); 4] = [
    (
        "zelfstandig",
        FieldValue::Boolean(true),
        Text::fixed(
            "de woning heeft een eigen voordeur, keuken en wc",
            "the home has its own front door, kitchen and toilet",
        ),
    ),
    (
        "soort",
        FieldValue::Word("huurwoning"),
        Text::fixed("het huishouden huurt een woning", "the household rents a home"),
    ),
    (
        "soort",
        FieldValue::Word("koopwoning"),
        Text::fixed("het huishouden heeft een eigen woning", "the household owns its home"),
    ),
    (
        "soort",
        FieldValue::Word("inwonend"),
        Text::fixed("het huishouden woont bij iemand in", "the household lives in with somebody"),
    ),
];

/// From this age on a child can move out.
const ADULT: i16 = 18;
/// From this age on there is no childcare.
const SECONDARY_SCHOOL: i16 = 13;

/// Something that can change.
pub enum Candidate {
    /// An amount, one way.
    Amount(Amount),
    /// What can only be or not be.
    Other(Change),
}

impl Candidate {
    /// The change, for an amount with the present amount as its limit.
    pub fn change(&self) -> &Change {
        match self {
            Candidate::Amount(amount) => amount.change(),
            Candidate::Other(change) => change,
        }
    }

    /// Whether two cannot go together: they change the same field, or somebody who leaves.
    pub fn clashes(&self, other: &Candidate) -> bool {
        let about = |change: &Change, name: &str| {
            change.facts().iter().any(|fact| fact.person.as_deref() == Some(name))
        };
        match (self.change(), other.change()) {
            (Change::Leave { person, .. }, change) | (change, Change::Leave { person, .. })
                if about(change, person) =>
            {
                true
            }
            (one, two) => one.facts().iter().any(|fact| two.facts().contains(fact)),
        }
    }
}

/// All that can change about a household, in the order in which it is told.
pub fn candidates(model: &Model, file: &HouseholdFile, language: Language) -> Vec<Candidate> {
    let writer = Writer { model, file, language };
    let amounts = writer.groups().chain(writer.wages()).chain(writer.rents());
    let others = writer.of_persons().chain(writer.together()).chain(writer.of_the_home());
    let others = others.chain(writer.childcare()).chain(writer.leaving());
    amounts.map(Candidate::Amount).chain(others.map(Candidate::Other)).collect()
}

struct Writer<'w> {
    model: &'w Model,
    file: &'w HouseholdFile,
    language: Language,
}

impl<'w> Writer<'w> {
    /// The aanvrager and the partner.
    fn couple(&self) -> impl Iterator<Item = &'w Person> + use<'w> {
        let both = |person: &&Person| matches!(person.rol, Role::Aanvrager | Role::Partner);
        self.file.personen.iter().filter(both)
    }

    fn fact(&self, person: &Person, field: &'static Field) -> Fact {
        Fact { person: Some(person.naam.clone()), field }
    }

    fn groups(&self) -> impl Iterator<Item = Amount> {
        GROUPS.iter().filter_map(|(name, keys)| self.group(name, keys))
    }

    /// The amounts of a group above 0, the largest first.
    fn group(&self, name: &Text, keys: &[&str]) -> Option<Amount> {
        let fields = keys.iter().filter_map(|key| Section::Person.field(key));
        let facts = self.couple().flat_map(|it| fields.clone().map(move |field| (it, field)));
        let facts = facts.map(|(person, field)| self.fact(person, field));
        let mut facts: Vec<Fact> = facts.filter(|fact| fact.cents(self.file) > 0).collect();
        facts.sort_by_key(|fact| std::cmp::Reverse(fact.cents(self.file)));
        let mut names: Vec<String> = facts.iter().filter_map(|fact| fact.person.clone()).collect();
        names.dedup();
        let gegeven = match (&facts[..], &names[..]) {
            ([], _) => return None,
            ([fact], [name]) => texts::of(self.language, &self.name(fact.field), name),
            _ => texts::of_together(self.language, name.get(self.language), &names),
        };
        let total = facts.iter().map(|fact| fact.cents(self.file)).sum();
        Some(Amount::to_lower(unmoved(gegeven, total, facts), total, vec![total / 2]))
    }

    fn wages(&self) -> impl Iterator<Item = Amount> {
        let field = Section::Person.field("loon").into_iter();
        field.flat_map(|field| self.couple().map(move |person| (person, field))).filter_map(
            |(person, field)| {
                let fact = self.fact(person, field);
                let present = fact.cents(self.file);
                let gegeven = texts::of(self.language, &self.name(field), &person.naam);
                let limit = unmoved(gegeven, present, vec![fact]);
                (present < HIGHEST_WAGE)
                    .then(|| Amount::to_raise(limit, present, HIGHEST_WAGE, WAGES.to_vec()))
            },
        )
    }

    fn rents(&self) -> impl Iterator<Item = Amount> {
        let fact = Section::Home.field("kale_huur").map(|field| Fact { person: None, field });
        fact.into_iter().flat_map(|fact| {
            let present = fact.cents(self.file);
            let name = RENT.get(self.language).to_string();
            let limit = unmoved(name, present, vec![fact]);
            let lower =
                (present > 0).then(|| Amount::to_lower(limit.clone(), present, RENTS.to_vec()));
            let higher = (present < HIGHEST_RENT)
                .then(|| Amount::to_raise(limit, present, HIGHEST_RENT, RENTS.to_vec()));
            lower.into_iter().chain(higher)
        })
    }

    fn of_persons(&self) -> impl Iterator<Item = Change> {
        OF_A_PERSON.iter().flat_map(move |(key, value, text)| {
            let value = FieldValue::Boolean(*value);
            let field = Section::Person.field(key);
            self.couple().filter_map(move |person| {
                let fact = self.fact(person, field?);
                let gegeven = text.get(self.language).replace("{naam}", &person.naam);
                let (open, value) = (!fact.holds(self.file, &value), value.clone());
                open.then_some(Change::Become { gegeven, facts: vec![fact], value })
            })
        })
    }

    /// Partners apply for bijstand together (Participatiewet, art. 43).
    fn together(&self) -> Option<Change> {
        let (field, value) =
            (Section::Person.field("bijstand_aangevraagd")?, FieldValue::Boolean(true));
        let facts: Vec<Fact> = self.couple().map(|person| self.fact(person, field)).collect();
        let open = facts.len() == 2 && !facts.iter().any(|fact| fact.holds(self.file, &value));
        let names: Vec<String> = self.couple().map(|person| person.naam.clone()).collect();
        let gegeven = texts::both_apply(self.language, &names);
        open.then_some(Change::Become { gegeven, facts, value })
    }

    fn of_the_home(&self) -> impl Iterator<Item = Change> {
        OF_THE_HOME.iter().filter_map(|(key, value, text)| {
            let fact = Fact { person: None, field: Section::Home.field(key)? };
            let (gegeven, value) = (text.get(self.language).to_string(), value.clone());
            let open = !fact.holds(self.file, &value);
            open.then_some(Change::Become { gegeven, facts: vec![fact], value })
        })
    }

    fn childcare(&self) -> impl Iterator<Item = Change> {
        let day = self.file.rekendatum;
        let open = move |it: &&Person| {
            it.rol == Role::Kind && it.age(day) < SECONDARY_SCHOOL && it.opvang.is_empty()
        };
        self.file.personen.iter().filter(open).map(|child| {
            let rate = wording::euro(&Number::from(CHILDCARE_RATE), self.language);
            let gegeven = texts::to_childcare(self.language, &child.naam, CHILDCARE_HOURS, &rate);
            Change::Childcare { gegeven, child: child.naam.clone() }
        })
    }

    /// Who can move out: adults, but not when a child would stay behind without a parent.
    fn leaving(&self) -> impl Iterator<Item = Change> {
        let day = self.file.rekendatum;
        let aanvrager = self.file.aanvrager();
        let people = self.file.personen.iter().enumerate();
        people.filter_map(move |(position, person)| {
            let needed = self.file.personen.iter().any(|child| child.ouders == [position]);
            let adult = person.age(day) >= ADULT;
            let name = &person.naam;
            let gegeven = match (person.rol, aanvrager) {
                _ if needed || !adult => return None,
                (Role::Aanvrager, _) | (_, None) => return None,
                (Role::Partner, Some(one)) => texts::apart(self.language, &one.naam, name),
                (Role::Kind | Role::Medebewoner, _) => texts::elsewhere(self.language, name),
            };
            Some(Change::Leave { gegeven, person: name.clone() })
        })
    }

    /// A field in a sentence, with the article the rules give it.
    fn name(&self, field: &Field) -> String {
        let name = field.key.replace('_', " ");
        let person = self.model.objecttype("Persoon");
        let attribute = person.and_then(|person| self.model.attribute(person, &name));
        let with_article = attribute.map(|id| wording::with_article(&self.model[id].name));
        let with_article = with_article.unwrap_or_else(|| name.clone());
        texts::field(self.language, &with_article, &name)
    }
}
