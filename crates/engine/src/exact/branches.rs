//! Which way a run went: enough to tell two runs apart that did not go the same way, and to say
//! where between them they part.

use std::cell::RefCell;
use std::ops::Range;

use regelspraak::model::{Condition, Span, Value};

use super::fault::SharedFault;
use super::observer::Observer;

/// The branches of a run, in the order of the run.
///
/// Two runs of one plan that differ in amounts only, and that took the same branches, worked out
/// the same sums: between them every outcome moves with the amounts without a jump, but for what
/// is rounded. When the conditions went the same way and only the choices differ, an outcome can
/// bend but not jump: the smaller of two amounts does not jump where they are equal. So where an
/// outcome jumps or bends is found by narrowing an interval at the ends of which the branches
/// differ. [`Branches::parting`] helps to do so in few steps.
///
/// Branches are equal when they went the same way, whatever was weighed.
#[derive(Debug, Clone, Default)]
pub struct Branches {
    taken: Vec<Branch>,
    /// What was weighed for each branch, one after the other.
    weighed: Vec<f64>,
    /// By step of the plan, how many branches there were before it.
    steps: Vec<u32>,
}

/// One branch that was taken.
#[derive(Debug, Clone, Copy)]
struct Branch {
    at: Span,
    fork: Fork,
    way: u16,
    /// How many numbers were weighed up to and with this branch.
    weighed: u32,
}

/// What kind of branch it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fork {
    /// A condition was judged, part of another or not: way 1 when it held, 0 when it did not, 2 when it
    /// could not be judged. Outcomes can jump here.
    Condition,
    /// A number was kept between bounds, or the smallest or largest of several was taken: the way is
    /// the position of what it became. Outcomes can bend here.
    Choice,
}

/// Where two runs part: the first branch at which they went different ways.
#[derive(Debug, Clone, Copy)]
pub struct Parting {
    /// Where it stands in the rules.
    pub at: Span,
    /// What kind of branch it is.
    pub fork: Fork,
    /// The step of the plan, by its position.
    pub step: usize,
    /// Its position in the order of the run.
    pub position: usize,
    /// How much the one number was larger than the other that decided, in the one run and in the other.
    /// Since both runs went the same way until here, this moves with the amounts as they do, in a
    /// straight line where the rules only add, and take parts: where it becomes nothing, they part.
    /// Nothing when no two numbers decided.
    pub balance: Option<[f64; 2]>,
}

impl PartialEq for Branches {
    fn eq(&self, other: &Branches) -> bool {
        self.taken.len() == other.taken.len() && self.parting(other).is_none()
    }
}

impl Eq for Branches {}

impl Branches {
    /// The first branch at which two runs of one plan went different ways.
    pub fn parting(&self, other: &Branches) -> Option<Parting> {
        let mut pairs = self.taken.iter().zip(&other.taken);
        let at = pairs.position(|(one, other)| one.differs(other))?;
        let step = self.steps.partition_point(|before| *before as usize <= at).checked_sub(1)?;
        self.parting_at(other, step, [at, at])
    }

    /// Of every step of the plan in which two runs went different ways, the first branch at which they
    /// did. Except for the first of them all, that may be because another step came out otherwise.
    pub fn partings(&self, other: &Branches) -> Vec<Parting> {
        let mut partings = Vec::new();
        for step in 0..self.steps.len().min(other.steps.len()) {
            let [one, two] = [self, other].map(|it| it.of_step(step));
            let mut pairs = self.taken[one.clone()].iter().zip(&other.taken[two.clone()]);
            if let Some(at) = pairs.position(|(one, other)| one.differs(other)) {
                partings.extend(self.parting_at(other, step, [one.start + at, two.start + at]));
            }
        }
        partings
    }

    fn of_step(&self, step: usize) -> Range<usize> {
        let until = self.steps.get(step + 1).map_or(self.taken.len(), |until| *until as usize);
        self.steps[step] as usize..until
    }

    fn parting_at(&self, other: &Branches, step: usize, at: [usize; 2]) -> Option<Parting> {
        let sides = [(self, at[0]), (other, at[1])];
        let ways = sides.map(|(side, at)| usize::from(side.taken[at].way));
        let balance = match sides.map(|(side, at)| side.balance(at, ways)) {
            [Some(one), Some(other)] => Some([one, other]),
            _ => None,
        };
        let Branch { at: place, fork, .. } = self.taken[at[0]];
        Some(Parting { at: place, fork, step, position: at[0], balance })
    }

    /// Whether all conditions went the same way, whatever was chosen.
    pub fn same_conditions(&self, other: &Branches) -> bool {
        fn conditions(branches: &Branches) -> impl Iterator<Item = u16> {
            let conditions = branches.taken.iter().filter(|it| it.fork == Fork::Condition);
            conditions.map(|it| it.way)
        }
        conditions(self).eq(conditions(other))
    }

    /// The kinds and ways, in the order of the run.
    pub fn ways(&self) -> impl Iterator<Item = (Fork, u16)> {
        self.taken.iter().map(|it| (it.fork, it.way))
    }

    /// By how much the way of one run was preferred to that of another.
    fn balance(&self, position: usize, ways: [usize; 2]) -> Option<f64> {
        let from = position.checked_sub(1).map_or(0, |before| self.taken[before].weighed as usize);
        let numbers = self.weighed.get(from..self.taken[position].weighed as usize)?;
        let [one, other] = match self.taken[position].fork {
            Fork::Condition => [0, 1],
            Fork::Choice => ways,
        };
        Some(numbers.get(one)? - numbers.get(other)?)
    }
}

impl Branch {
    fn differs(&self, other: &Branch) -> bool {
        (self.fork, self.way) != (other.fork, other.way)
    }
}

/// The observer that writes the branches down.
#[derive(Default)]
pub(super) struct Branching {
    branches: RefCell<Branches>,
    /// What was compared last, until the condition it decides is left.
    compared: RefCell<Option<[f64; 2]>>,
}

impl Branching {
    pub fn branches(self) -> Branches {
        self.branches.into_inner()
    }

    fn take(&self, at: Span, fork: Fork, way: u16, weighed: impl Iterator<Item = f64>) {
        let mut branches = self.branches.borrow_mut();
        branches.weighed.extend(weighed);
        let weighed = u32::try_from(branches.weighed.len()).unwrap_or(u32::MAX);
        branches.taken.push(Branch { at, fork, way, weighed });
    }
}

impl Observer for &Branching {
    fn enter_step(&self) {
        let mut branches = self.branches.borrow_mut();
        let before = u32::try_from(branches.taken.len()).unwrap_or(u32::MAX);
        branches.steps.push(before);
    }

    fn compared(&self, left: &Value, right: &Value) {
        *self.compared.borrow_mut() = match (left, right) {
            (Value::Number(left), Value::Number(right)) => Some([left.to_f64(), right.to_f64()]),
            _ => None,
        };
    }

    fn leave_condition(&self, condition: &Condition, verdict: &Result<bool, SharedFault>) {
        let way = verdict.as_ref().map_or(2, |holds| u16::from(*holds));
        let compared = self.compared.borrow_mut().take();
        self.take(condition.span, Fork::Condition, way, compared.into_iter().flatten());
    }

    fn chose<'v>(&self, at: Span, way: usize, among: impl Iterator<Item = &'v Value>) {
        let numbers = among.filter_map(|value| match value {
            Value::Number(number) => Some(number.to_f64()),
            _ => None,
        });
        self.take(at, Fork::Choice, u16::try_from(way).unwrap_or(u16::MAX), numbers);
    }
}
