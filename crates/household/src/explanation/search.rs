//! Looks for what people could change to get a right that is not there, by trying.

mod amount;
mod candidates;
mod runs;
mod texts;

use engine::data::InstanceId;
use engine::plan::Plan;
use regelspraak::model::{AttributeId, Property};
use regelspraak::number::Number;

use self::candidates::Candidate;
use self::runs::{Runs, Worked};
use crate::calculation::Calculation;
use crate::change::{Change, Limit};
use crate::fields::Section;
use crate::objects::{FieldProperty, field_properties};

/// So many times at most the two amounts of a pair are brought nearer, one after the other.
const ROUNDS: usize = 4;

/// Every change that gives an outcome that is 0: all single ones, or when there is none, all pairs that
/// only together do. The smallest amounts first, then what is no amount.
pub(super) fn alternatives(
    calculation: &Calculation<'_>,
    attribute: AttributeId,
    instance: InstanceId,
) -> Vec<Vec<Change>> {
    let search = Search { runs: Runs::new(calculation, attribute, instance) };
    let Some(now) = search.runs.work_out(calculation.file.clone()) else { return Vec::new() };
    let model = &calculation.calculator.corpus.model;
    let candidates = candidates::candidates(model, &calculation.file, calculation.language);
    let properties = field_properties(model);
    let levers = candidates.into_iter().filter_map(|it| search.lever(it, &properties));
    let levers: Vec<Lever> = levers.collect();
    let single = levers.iter().filter_map(|lever| search.single(lever, &now));
    let mut found: Vec<Vec<Change>> = single.map(|change| vec![change]).collect();
    if found.is_empty() {
        found = search.pairs(&levers, &now);
    }
    let all = found.clone();
    found.retain(|changes| !all.iter().any(|other| is_part(other, changes)));
    found.sort_by_key(|changes| size(changes));
    found
}

/// Whether an alternative changes some of what another changes, and nothing else: what one of a couple
/// can do alone, they need not do together.
fn is_part(small: &[Change], large: &[Change]) -> bool {
    let count = |changes: &[Change]| changes.iter().map(|it| it.facts().len()).sum::<usize>();
    let within = |change: &Change| {
        large.iter().any(|other| match (change, other) {
            (
                Change::Become { facts, value, .. },
                Change::Become { facts: more, value: same, .. },
            ) => value == same && facts.iter().all(|fact| more.contains(fact)),
            (Change::Lower(one), Change::Lower(two)) | (Change::Raise(one), Change::Raise(two)) => {
                one.facts == two.facts
            }
            _ => change == other,
        })
    };
    count(small) < count(large) && small.iter().all(within)
}

/// How large a change is: the number of things that are no amount, then the amounts together.
fn size(changes: &[Change]) -> (usize, Number) {
    let amounts = || changes.iter().filter_map(Change::limit);
    let total = amounts().map(Limit::difference).fold(Number::ZERO, |sum, amount| &sum + &amount);
    (changes.len() - amounts().count(), total)
}

/// Something that can change, on which the outcome can hang.
struct Lever {
    candidate: Candidate,
    /// What is to be worked out anew; nothing when who there is changes, and that is all.
    plan: Option<Plan>,
}

impl Lever {
    /// How much there is to work out anew.
    fn work(&self) -> usize {
        self.plan.as_ref().map_or(usize::MAX, |plan| plan.steps().len())
    }

    /// The changes a pair is looked for with.
    fn far(&self) -> Vec<Change> {
        match &self.candidate {
            Candidate::Amount(it) => it.samples.iter().map(|cents| it.at(*cents)).collect(),
            Candidate::Other(change) => vec![change.clone()],
        }
    }
}

struct Search<'c> {
    runs: Runs<'c>,
}

impl Search<'_> {
    /// A candidate on which the outcome can hang. Who there is always can matter.
    fn lever(&self, candidate: Candidate, properties: &[FieldProperty]) -> Option<Lever> {
        let change = candidate.change();
        // A premium is never above the wage it is taken from, so it changes along.
        let wage = change.facts().iter().any(|fact| fact.field.key == "loon");
        let of = |it: &&FieldProperty| match change {
            Change::Childcare { .. } => it.section == Section::Childcare,
            _ if wage && it.field.key == "pensioenpremie" => true,
            _ => change.facts().iter().any(|fact| *fact.field == *it.field),
        };
        let changed: Vec<Property> = properties.iter().filter(of).map(|it| it.property).collect();
        let plan = match change {
            Change::Leave { .. } => None,
            Change::Childcare { .. } => self.runs.plan_after(&changed).map(|_| None)?,
            _ => Some(self.runs.plan_after(&changed)?),
        };
        Some(Lever { candidate, plan })
    }

    /// The least that a lever must change to give the outcome alone.
    fn single(&self, lever: &Lever, now: &Worked) -> Option<Change> {
        self.least(lever, now).map(|change| self.told(lever, change, now))
    }

    /// The least that a lever must change in a household to give the outcome.
    fn least(&self, lever: &Lever, from: &Worked) -> Option<Change> {
        if self.runs.gives(from) {
            return None;
        }
        match &lever.candidate {
            Candidate::Amount(amount) => amount
                .nearest(|cents| self.at(lever, from, &amount.at(cents)))
                .map(|it| amount.at(it)),
            Candidate::Other(change) => self.at(lever, from, change).then(|| change.clone()),
        }
    }

    fn at(&self, lever: &Lever, from: &Worked, change: &Change) -> bool {
        self.runs.gives_after(from, change, lever.plan.as_ref())
    }

    /// A change with whether the amounts beyond it give the outcome too.
    fn told(&self, lever: &Lever, change: Change, from: &Worked) -> Change {
        let limit = change.limit().and_then(|limit| (&limit.grens * &Number::from(100)).to_i64());
        let (Candidate::Amount(amount), Some(cents)) = (&lever.candidate, limit) else {
            return change;
        };
        let gives = |cents: i64| self.at(lever, from, &amount.at(cents));
        amount.ending(cents, amount.all_beyond(cents, gives))
    }

    /// All pairs that only together give the outcome, in the order of the levers. That no lever does alone
    /// is known.
    fn pairs(&self, levers: &[Lever], now: &Worked) -> Vec<Vec<Change>> {
        let work_out = |change: &Change| self.runs.work_out(change.apply(&now.file));
        let far = |lever: &Lever| {
            let changes = lever.far().into_iter();
            changes.filter_map(|it| work_out(&it).map(|worked| (it, worked))).collect()
        };
        let far: Vec<Vec<(Change, Worked)>> = levers.iter().map(far).collect();
        let mut found = Vec::new();
        for (at, one) in levers.iter().enumerate() {
            for (other_at, other) in levers.iter().enumerate().skip(at + 1) {
                if one.candidate.clashes(&other.candidate) {
                    continue;
                }
                let start = self.start((one, &far[at]), (other, &far[other_at]));
                found.extend(start.and_then(|from| self.pair(one, other, now, from)));
            }
        }
        found
    }

    /// The household with the change of `other` with which a change of `one` gives the outcome. The
    /// lever that is the least work is the one that is worked out anew.
    fn start<'w>(
        &self,
        (one, ones): (&Lever, &'w [(Change, Worked)]),
        (other, others): (&Lever, &'w [(Change, Worked)]),
    ) -> Option<&'w Worked> {
        let tries = ones.iter().flat_map(|first| others.iter().map(move |second| (first, second)));
        let mut tries = tries.map(|(first, second)| match one.work() <= other.work() {
            true => (self.at(one, &second.1, &first.0), &second.1),
            false => (self.at(other, &first.1, &second.0), &second.1),
        });
        tries.find(|(gives, _)| *gives).map(|(_, second)| second)
    }

    /// The changes of two levers, each the least with the other, starting from a household with the
    /// change of `other`.
    fn pair(&self, one: &Lever, other: &Lever, now: &Worked, from: &Worked) -> Option<Vec<Change>> {
        let work_out = |change: &Change| self.runs.work_out(change.apply(&now.file));
        let mut first = self.least(one, from)?;
        for _ in 0..ROUNDS {
            let with_first = work_out(&first)?;
            let second = self.least(other, &with_first)?;
            let with_second = work_out(&second)?;
            let again = self.least(one, &with_second)?;
            if again == first {
                let told = self.told(one, again, &with_second);
                return Some(vec![told, self.told(other, second, &with_first)]);
            }
            first = again;
        }
        None
    }
}
