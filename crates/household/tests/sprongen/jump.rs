//! Whether an outcome jumps between one cent and the next.

use engine::data::InstanceId;
use regelspraak::model::{Property, Value};
use regelspraak::number::Number;

use crate::path::{Point, Walk};

/// The four cents around a turn: two before it and two after it.
pub struct Four<'w> {
    points: [&'w Point; 4],
    /// Whether the run went the same way in the first two, and in the last two.
    calm: [bool; 2],
}

impl<'w> Four<'w> {
    /// The points around the turn after `at`.
    pub fn around(walk: &'w Walk<'_, '_, '_>, at: i64) -> Four<'w> {
        let (from, to) = walk.path.amount.range();
        let point = |cents: i64| &walk.points[&cents.clamp(from, to)];
        let points = [point(at - 1), point(at), point(at + 1), point(at + 2)];
        let same = |one: usize, other: usize| {
            points[one].branches.conditions == points[other].branches.conditions
        };
        Four { calm: [at > from && same(0, 1), at + 1 < to && same(2, 3)], points }
    }

    /// The point before the turn, and the one after it.
    pub fn sides(&self) -> [&'w Point; 2] {
        [self.points[1], self.points[2]]
    }

    fn values(&self, property: Property, instance: InstanceId) -> [Option<Value>; 4] {
        self.points.map(|point| point.outcome.property(property, instance).ok())
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
            Some(Value::Empty) => None,
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
