//! Whether an outcome jumps between one cent and the next.

use std::cell::OnceCell;

use engine::data::InstanceId;
use engine::exact::Outcome;
use regelspraak::model::{Property, Value};
use regelspraak::number::Number;

use crate::path::{Path, Walk};
use household::sweep::Point;

/// The four cents around a turn: two before it and two after it.
pub struct Four<'w, 'p, 'y, 'c> {
    path: &'p Path<'y, 'c>,
    cents: [i64; 4],
    points: [&'w Point; 4],
    /// Whether the run went the same way in the first two, and in the last two.
    calm: [bool; 2],
    /// The runs, when more is asked than the points tell.
    outcomes: OnceCell<[Outcome; 4]>,
}

impl<'w, 'p, 'y, 'c> Four<'w, 'p, 'y, 'c> {
    /// The points around the turn after `at`.
    pub fn around(walk: &'w Walk<'p, 'y, 'c>, at: i64) -> Self {
        let (from, to) = walk.path.amount.range();
        let cents = [at - 1, at, at + 1, at + 2].map(|cents| cents.clamp(from, to));
        let points = cents.map(|cents| &walk.points[&cents]);
        let same = |one: usize, other: usize| {
            points[one].branches.same_conditions(&points[other].branches)
        };
        let calm = [at > from && same(0, 1), at + 1 < to && same(2, 3)];
        Four { path: walk.path, cents, points, calm, outcomes: OnceCell::new() }
    }

    fn outcomes(&self) -> &[Outcome; 4] {
        self.outcomes.get_or_init(|| self.cents.map(|cents| self.path.at(cents)))
    }

    /// What was worked out before the turn, and after it.
    pub fn sides(&self) -> [&Outcome; 2] {
        let [_, left, right, _] = self.outcomes();
        [left, right]
    }

    fn values(&self, property: Property, instance: InstanceId) -> [Option<Value>; 4] {
        let kept = self.path.outcomes.iter().position(|&(whose, attribute)| {
            whose == instance && Property::Attribute(attribute) == property
        });
        match kept {
            Some(position) => self.points.map(|point| point.values[position].clone()),
            None => self.outcomes().each_ref().map(|it| it.property(property, instance).ok()),
        }
    }

    /// Whether a property is a number on both sides of the turn.
    pub fn known(&self, property: Property, instance: InstanceId) -> bool {
        let [_, left, right, _] = self.values(property, instance);
        [left, right].iter().all(|value| matches!(value, Some(Value::Number(_))))
    }

    /// By how much a property jumps at the turn; nothing when it does not. What is no number
    /// jumps when it changes, by zero.
    ///
    /// Between two cents a continuous outcome moves as it did the cent before or as it does the
    /// cent after, or in between. What is outside that, is a jump, however small.
    pub fn jump(&self, property: Property, instance: InstanceId) -> Option<Number> {
        let [before, left, right, after] = self.values(property, instance);
        let number = |value: &Option<Value>| match value {
            Some(Value::Number(number)) => Some(number.clone()),
            _ => None,
        };
        let (Some(from), Some(to)) = (number(&left), number(&right)) else {
            return (left != right).then_some(Number::ZERO);
        };
        let step = &to - &from;
        let mut slopes = Vec::new();
        for (calm, one, other) in [(self.calm[0], &before, &left), (self.calm[1], &right, &after)] {
            if let (true, Some(one), Some(other)) = (calm, number(one), number(other)) {
                slopes.push(&other - &one);
            }
        }
        // With a turn at the next cent as well, one side alone tells, or only a step of cents is
        // a jump.
        let least = slopes.iter().min().cloned().unwrap_or_else(|| -slack(10));
        let most = slopes.iter().max().cloned().unwrap_or_else(|| slack(10));
        let (least, most) = (&least - &slack(1), &most + &slack(1));
        let jumps = step < least || step > most;
        jumps.then_some(step)
    }
}

/// So many times a tenth of a cent: far more than the bends within one cent can add up to, far
/// less than a jump of the law.
fn slack(times: i64) -> Number {
    Number::from(times).checked_div(&Number::from(1_000)).unwrap()
}
