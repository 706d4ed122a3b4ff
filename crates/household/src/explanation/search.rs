//! Looks for what people could change to get a right that is not there, by trying.

mod amount;
mod candidates;

use engine::data::{Data, InstanceId};
use engine::plan::Plan;
use regelspraak::model::{AttributeId, Property, Value};
use regelspraak::number::{Number, RoundingMode};

use self::candidates::Candidate;
use crate::calculation::Calculation;
use crate::change::{Change, Limit};
use crate::fields::Section;
use crate::file::HouseholdFile;
use crate::objects::{FieldProperty, Objects, field_properties};

/// So many times at most the two amounts of a pair are brought nearer, one after the other.
const ROUNDS: usize = 4;

/// Every change that gives an outcome that is 0: all single ones, or when there is none, all pairs that
/// only together do. The smallest amounts first, then what is no amount.
pub(super) fn alternatives(
    calculation: &Calculation<'_>,
    attribute: AttributeId,
    instance: InstanceId,
) -> Vec<Vec<Change>> {
    let mut search = Search::new(calculation, attribute, instance);
    let model = &calculation.calculator.corpus.model;
    let mut candidates = candidates::candidates(model, &calculation.file, calculation.language);
    let properties = field_properties(model);
    candidates.retain(|candidate| search.can_matter(candidate, &properties));
    search.prepare(&candidates);
    let single = candidates.iter().filter_map(|candidate| search.single(candidate));
    let mut found: Vec<Vec<Change>> = single.map(|change| vec![change]).collect();
    if found.is_empty() {
        for (at, one) in candidates.iter().enumerate() {
            let others = candidates[at + 1..].iter().filter(|other| !one.clashes(other));
            found.extend(others.filter_map(|other| search.pair(one, other)));
        }
    }
    found.sort_by_key(|changes| size(changes));
    found
}

/// How large a change is: the number of things that are no amount, then the amounts together.
fn size(changes: &[Change]) -> (usize, Number) {
    let amounts = || changes.iter().filter_map(Change::limit);
    let total = amounts().map(Limit::difference).fold(Number::ZERO, |sum, amount| &sum + &amount);
    (changes.len() - amounts().count(), total)
}

struct Search<'c> {
    calculation: &'c Calculation<'c>,
    /// What the outcome needs, and nothing else: a search follows it some hundred times.
    plan: Plan,
    attribute: AttributeId,
    /// Households with their objects.
    prepared: Vec<(HouseholdFile, Objects)>,
    /// Whose outcome it is, by name; nothing when it is of the household. Somebody who moves out moves
    /// the others up.
    person: Option<String>,
}

impl<'c> Search<'c> {
    fn new(
        calculation: &'c Calculation<'c>,
        attribute: AttributeId,
        instance: InstanceId,
    ) -> Search<'c> {
        let plan = calculation.calculator.plan.for_outcomes(&[Property::Attribute(attribute)]);
        let persons = &calculation.objects.personen;
        let person = persons.iter().position(|known| *known == instance);
        let person = person.map(|position| calculation.file.personen[position].naam.clone());
        Search { calculation, plan, attribute, prepared: Vec::new(), person }
    }

    /// Prepares the households that a change of who there is gives: most that are tried have the objects
    /// of one of them.
    fn prepare(&mut self, candidates: &[Candidate]) {
        let file = &self.calculation.file;
        let other = |it: &&Candidate| it.change().facts().is_empty();
        let others = candidates.iter().filter(other).map(|it| it.change().apply(file));
        let households = std::iter::once(file.clone()).chain(others);
        let calculator = self.calculation.calculator;
        let known = households
            .filter_map(|file| calculator.objects(&file).ok().map(|objects| (file, objects)));
        self.prepared = known.collect();
    }

    fn gives(&self, file: &HouseholdFile) -> bool {
        // What is less than half a cent comes out as nothing.
        let something = |value: &Value| {
            matches!(value, Value::Number(number)
                if !number.round(RoundingMode::HalfAwayFromZero, 2).is_zero())
        };
        let Some((data, instance)) = self.objects(file) else { return false };
        let outcome = self.calculation.calculator.run(&self.plan, data);
        outcome.value(self.attribute, instance).is_ok_and(something)
    }

    /// The objects of a household, and whose outcome it is among them.
    fn objects(&self, file: &HouseholdFile) -> Option<(Data, InstanceId)> {
        let calculator = self.calculation.calculator;
        let known = self.prepared.iter().find(|(known, _)| known.has_objects_of(file));
        let made = match known {
            Some(_) => None,
            None => Some(calculator.objects(file).ok()?),
        };
        let objects = made.as_ref().or(known.map(|(_, objects)| objects))?;
        let instance = match &self.person {
            None => objects.huishouden,
            Some(name) => {
                let position = file.personen.iter().position(|person| person.naam == *name)?;
                *objects.personen.get(position)?
            }
        };
        let data = match (known, &made) {
            (Some((from, objects)), None) => {
                objects.with_values(&calculator.corpus.model, from, file).ok()?
            }
            _ => made?.data,
        };
        Some((data, instance))
    }

    /// Whether the outcome can hang on what a candidate changes. Who there is always can matter.
    fn can_matter(&self, candidate: &Candidate, properties: &[FieldProperty]) -> bool {
        let change = candidate.change();
        let of = |it: &&FieldProperty| match change {
            Change::Childcare { .. } => it.section == Section::Childcare,
            _ => change.facts().iter().any(|fact| *fact.field == *it.field),
        };
        let changed: Vec<Property> = properties.iter().filter(of).map(|it| it.property).collect();
        let outcome = Property::Attribute(self.attribute);
        let anyhow = matches!(change, Change::Leave { .. });
        anyhow || self.plan.after_change(&changed).step(outcome).is_some()
    }

    /// The least that a candidate must change to give the outcome alone.
    fn single(&self, candidate: &Candidate) -> Option<Change> {
        let file = &self.calculation.file;
        self.least(candidate, file).map(|change| self.told(candidate, change, file))
    }

    /// The least that a candidate must change in a household to give the outcome.
    fn least(&self, candidate: &Candidate, file: &HouseholdFile) -> Option<Change> {
        match candidate {
            Candidate::Amount(amount) => {
                let cents = amount.nearest(|cents| self.gives(&amount.at(cents).apply(file)))?;
                Some(amount.at(cents))
            }
            Candidate::Other(change) => {
                let gives = !self.gives(file) && self.gives(&change.apply(file));
                gives.then(|| change.clone())
            }
        }
    }

    /// A change with whether the amounts beyond it give the outcome too.
    fn told(&self, candidate: &Candidate, change: Change, file: &HouseholdFile) -> Change {
        let limit = change.limit().and_then(|limit| (&limit.grens * &Number::from(100)).to_i64());
        let (Candidate::Amount(amount), Some(cents)) = (candidate, limit) else { return change };
        let gives = |cents: i64| self.gives(&amount.at(cents).apply(file));
        amount.ending(cents, amount.all_beyond(cents, gives))
    }

    /// The changes of two candidates that only together give the outcome, each the least with the
    /// other. That none of them does alone is known.
    fn pair(&self, one: &Candidate, other: &Candidate) -> Option<Vec<Change>> {
        let file = &self.calculation.file;
        let mut tries =
            far(one).into_iter().flat_map(|a| far(other).into_iter().map(move |b| (a.clone(), b)));
        let (_, second) =
            tries.find(|(first, second)| self.gives(&second.apply(&first.apply(file))))?;
        let mut first = self.least(one, &second.apply(file))?;
        for _ in 0..ROUNDS {
            let second = self.least(other, &first.apply(file))?;
            let again = self.least(one, &second.apply(file))?;
            if again == first {
                let told = self.told(one, again, &second.apply(file));
                return Some(vec![told, self.told(other, second, &first.apply(file))]);
            }
            first = again;
        }
        None
    }
}

/// The changes a pair is looked for with.
fn far(candidate: &Candidate) -> Vec<Change> {
    match candidate {
        Candidate::Amount(amount) => amount.samples.iter().map(|cents| amount.at(*cents)).collect(),
        Candidate::Other(change) => vec![change.clone()],
    }
}
