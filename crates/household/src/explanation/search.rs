//! Looks for what somebody could change to get a right that is not there, by trying.

use engine::data::InstanceId;
use engine::language::Text;
use engine::plan::Plan;
use regelspraak::model::{AttributeId, Property, Value};
use regelspraak::number::Number;

use super::texts;
use crate::calculation::Calculation;
use crate::change::Change;
use crate::fields::{Field, Kind, Section};
use crate::file::{FieldValue, HouseholdFile, Role};
use crate::wording;

/// Amounts of which the law looks at the sum.
const GROUPS: [(Text, &[&str]); 2] = [
    (Text::fixed("het inkomen", "the income"), &["loon", "winst", "pensioen", "uitkering"]),
    (Text::fixed("het vermogen", "the assets"), &["spaargeld", "overig_vermogen"]),
];

/// One amount of a person.
type Amount = (usize, &'static Field, i64);

/// The changes that give an outcome that is 0: one when one is enough, else two that only
/// together are. Empty when none was found.
pub(super) fn changes(
    calculation: &Calculation<'_>,
    attribute: AttributeId,
    instance: InstanceId,
) -> Vec<Change> {
    let plan = calculation.calculator.plan.for_outcomes(&[Property::Attribute(attribute)]);
    let search = Search { calculation, plan, attribute, instance };
    let file = &calculation.file;
    let groups: Vec<Group> =
        GROUPS.iter().map(|(name, keys)| search.group(file, name, keys)).collect();
    for group in &groups {
        if let Some((_, change)) = search.lower(file, group) {
            return vec![change];
        }
    }
    if let Some(change) = search.become_true(file) {
        return vec![change];
    }
    let [income, wealth] = &groups[..] else { return Vec::new() };
    // With no wealth at all, how much income; then with that income, how much wealth.
    let poor = wealth.with_total(file, 0);
    let Some((limit, first)) = search.lower(&poor, income) else { return Vec::new() };
    match search.lower(&income.with_total(file, limit), wealth) {
        Some((_, second)) => vec![first, second],
        None => Vec::new(),
    }
}

struct Search<'c> {
    calculation: &'c Calculation<'c>,
    /// What the outcome needs, and nothing else: a search follows it some hundred times.
    plan: Plan,
    attribute: AttributeId,
    instance: InstanceId,
}

/// The amounts of a group above zero, the largest first, in cents.
struct Group {
    name: String,
    amounts: Vec<Amount>,
    total: i64,
}

impl Group {
    /// The household with these amounts lowered, the largest first, to a total in cents.
    fn with_total(&self, file: &HouseholdFile, total: i64) -> HouseholdFile {
        let mut changed = file.clone();
        let mut excess = self.total - total;
        for &(person, field, cents) in &self.amounts {
            let less = excess.min(cents);
            excess -= less;
            let value = FieldValue::Number(euro(cents - less));
            changed.personen[person].values.set(field, value);
        }
        changed
    }
}

impl Search<'_> {
    fn gives(&self, file: &HouseholdFile) -> bool {
        self.calculation.calculator.follow(&self.plan, file).is_ok_and(|(_, outcome)| {
            let value = outcome.value(self.attribute, self.instance);
            matches!(value, Ok(Value::Number(number)) if !number.is_zero())
        })
    }

    /// The positions of the aanvrager and the partner.
    fn couple<'f>(&self, file: &'f HouseholdFile) -> impl Iterator<Item = usize> + use<'f> {
        let both = |role: Role| matches!(role, Role::Aanvrager | Role::Partner);
        (0..file.personen.len()).filter(move |&person| both(file.personen[person].rol))
    }

    fn group(&self, file: &HouseholdFile, name: &Text, keys: &[&str]) -> Group {
        let fields = keys.iter().filter_map(|key| Section::Person.field(key));
        let places = self.couple(file).flat_map(|person| fields.clone().map(move |f| (person, f)));
        let mut amounts: Vec<Amount> = places
            .filter_map(|(person, field)| {
                let amount = file.personen[person].values.number(field.key);
                let cents = (&amount * &Number::from(100)).to_i64().filter(|cents| *cents > 0)?;
                Some((person, field, cents))
            })
            .collect();
        amounts.sort_by_key(|(person, _, cents)| (std::cmp::Reverse(*cents), *person));
        let who = |person: usize| file.personen[person].naam.clone();
        let mut names: Vec<String> = amounts.iter().map(|(person, ..)| who(*person)).collect();
        names.dedup();
        let language = self.calculation.language;
        let name = match &amounts[..] {
            [(person, field, _)] => texts::of(language, &self.name(field), &who(*person)),
            _ => texts::of_together(language, name.get(language), &names),
        };
        let total = amounts.iter().map(|(.., cents)| cents).sum();
        Group { name, amounts, total }
    }

    /// A field in a sentence, with the article the rules give it.
    fn name(&self, field: &Field) -> String {
        let model = &self.calculation.calculator.corpus.model;
        let name = field.key.replace('_', " ");
        let person = model.objecttype("Persoon");
        let attribute = person.and_then(|person| model.attribute(person, &name));
        let with_article = attribute.map(|id| wording::with_article(&model[id].name));
        let with_article = with_article.unwrap_or_else(|| name.clone());
        texts::field(self.calculation.language, &with_article, &name)
    }

    /// The highest total of a group below the present one that gives the outcome, found by
    /// halving, to the cent.
    fn lower(&self, file: &HouseholdFile, group: &Group) -> Option<(i64, Change)> {
        let gives = |cents: i64| self.gives(&group.with_total(file, cents));
        if group.total == 0 || !gives(0) || gives(group.total) {
            return None;
        }
        let (mut low, mut high) = (0, group.total);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if gives(middle) { low = middle } else { high = middle }
        }
        let (gegeven, nu, grens) = (group.name.clone(), euro(group.total), euro(low));
        Some((low, Change::Lower { gegeven, nu, grens }))
    }

    /// A yes or no of the aanvrager or the partner that gives the outcome when it becomes yes.
    fn become_true(&self, file: &HouseholdFile) -> Option<Change> {
        let fields = || Section::Person.fields().iter().filter(|field| field.kind == Kind::Boolean);
        let places = self.couple(file).flat_map(|person| fields().map(move |f| (person, f)));
        for (person, field) in places {
            let values = &file.personen[person].values;
            if values.get(field.key) != Some(&FieldValue::Boolean(false)) {
                continue;
            }
            let mut changed = file.clone();
            changed.personen[person].values.set(field, FieldValue::Boolean(true));
            if self.gives(&changed) {
                let name = &file.personen[person].naam;
                let kenmerk = field.key.replace('_', " ");
                let gegeven = texts::would_be(self.calculation.language, name, &kenmerk);
                return Some(Change::Become { gegeven });
            }
        }
        None
    }
}

fn euro(cents: i64) -> Number {
    Number::from(cents).checked_div(&Number::from(100)).unwrap_or(Number::ZERO)
}
