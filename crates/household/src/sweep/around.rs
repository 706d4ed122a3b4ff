//! The household around a turn: how anything in it moves before the turn, at it, and after it.

use engine::data::{DataError, InstanceId};
use engine::exact::{Outcome, SharedFault};
use jiff::civil::Date;
use regelspraak::model::{Property, Value};
use regelspraak::number::Number;

use super::Sweep;

/// The most that what is rounded on the way moves an outcome by at once, in cents: the normhuur goes by
/// a cent a month.
pub(super) const STEP: i64 = 13;
/// A jump of less than this, in millionths of a euro or of another unit, is what lines differ by.
const SLACK: i64 = 200;

/// The household on both sides of a turn, or of several close together, and along the lines before and
/// after.
pub(super) struct Around {
    /// Before it and after it.
    pub sides: [Outcome; 2],
    lines: [Option<Line>; 2],
}

/// A line that leads to the first or from the last of the turns.
struct Line {
    /// The household at the far end, halfway, and near the turns.
    far: Outcome,
    halfway: Outcome,
    near: Outcome,
    /// From the far end to the near one, and to halfway, in cents; below 0 after a turn.
    width: i64,
    half: i64,
}

/// How much something moves for every euro along a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slope {
    pub by: Number,
    /// Whether the line is straight to the last digit.
    straight: bool,
    /// By how much it can be off because of what is rounded.
    doubt: Number,
}

impl Around {
    /// The household around the turns between two amounts, with the far ends of both lines.
    pub fn new(
        sweep: &Sweep<'_>,
        [before, after]: [i64; 2],
        [first, last]: [i64; 2],
    ) -> Result<Around, DataError> {
        let sides = [sweep.at(before)?.0, sweep.at(after)?.0];
        let line = |[far, near]: [i64; 2], side: &Outcome| -> Result<Option<Line>, DataError> {
            let (width, half) = (near - far, (near - far) / 2);
            if half == 0 {
                return Ok(None);
            }
            let (far, halfway) = (sweep.at(far)?.0, sweep.at(far + half)?.0);
            Ok(Some(Line { far, halfway, near: side.clone(), width, half }))
        };
        let lines = [line([first, before], &sides[0])?, line([last, after], &sides[1])?];
        Ok(Around { sides, lines })
    }

    /// The same lines around another turn between them.
    pub fn at(self, sweep: &Sweep<'_>, [before, after]: [i64; 2]) -> Result<Around, DataError> {
        Ok(Around { sides: [sweep.at(before)?.0, sweep.at(after)?.0], ..self })
    }

    /// How much a property moves before the turn and after it; on the day of the run.
    pub fn slopes(&self, property: Property, instance: InstanceId) -> [Option<Slope>; 2] {
        let day = self.sides[0].date();
        self.slopes_of(&|outcome| number(outcome.over_time(property, instance).at(day).0.clone()))
    }

    /// By how much a property jumps, on the day of the run: what it moves in one cent, less what the line
    /// before, or else the one after, makes of a cent. Not when it moves as one of the lines does, or in
    /// between. What is no number jumps by 0 when it changes.
    pub fn jump(&self, property: Property, instance: InstanceId) -> Option<Number> {
        let day = self.sides[0].date();
        let value = |outcome: &Outcome| outcome.over_time(property, instance).at(day).0.clone();
        self.jump_of(&value)
    }

    /// Whether the lines of a property before and after differ by more than what is rounded, on the day
    /// of the run.
    pub fn bends(&self, property: Property, instance: InstanceId) -> bool {
        bent(&self.slopes(property, instance))
    }

    /// Whether a property jumps on any day, or as far as asked bends.
    pub fn moves(&self, property: Property, instance: InstanceId, bends: bool) -> bool {
        let days = |outcome: &Outcome| -> Vec<Date> {
            let over_time = outcome.over_time(property, instance);
            over_time.windows().map(|(window, _)| window.from).collect()
        };
        let [before, after] = self.sides.each_ref().map(days);
        if before != after {
            return true;
        }
        before.into_iter().any(|day| {
            let value = |outcome: &Outcome| outcome.over_time(property, instance).at(day).0.clone();
            self.jump_of(&value).is_some()
                || (bends && bent(&self.slopes_of(&|outcome| number(value(outcome)))))
        })
    }

    fn slopes_of(&self, of: &dyn Fn(&Outcome) -> Option<Number>) -> [Option<Slope>; 2] {
        let slope = |side: usize| {
            let line = self.lines[side].as_ref()?;
            let (far, halfway, near) = (of(&line.far)?, of(&line.halfway)?, of(&line.near)?);
            let (moved, half) = (&near - &far, &halfway - &far);
            let [width, part] = [line.width, line.half].map(Number::from);
            let straight = &moved * &part == &half * &width;
            let by = (&moved * &Number::from(100)).checked_div(&width)?;
            let doubt = Number::from(STEP).checked_div(&Number::from(line.width.abs()))?;
            Some(Slope { by, straight, doubt })
        };
        [slope(0), slope(1)]
    }

    fn jump_of(&self, of: &dyn Fn(&Outcome) -> Derived) -> Option<Number> {
        let sides = self.sides.each_ref().map(of);
        let [Some(from), Some(to)] = sides.clone().map(number) else {
            let [from, to] = sides.map(Result::ok);
            return (from != to).then_some(Number::ZERO);
        };
        let moved = &to - &from;
        let slopes = self.slopes_of(&|outcome| number(of(outcome)));
        let cents = slopes.iter().flatten();
        let cents: Vec<Number> =
            cents.filter_map(|it| it.by.checked_div(&Number::from(100))).collect();
        let least = cents.iter().min().cloned().unwrap_or(Number::ZERO);
        let most = cents.iter().max().cloned().unwrap_or(Number::ZERO);
        let slack = Number::from(SLACK).checked_div(&Number::from(1_000_000));
        let slack = slack.unwrap_or(Number::ZERO);
        let jumps = moved < &least - &slack || moved > &most + &slack;
        let expected = cents.first().cloned().unwrap_or(Number::ZERO);
        jumps.then(|| &moved - &expected)
    }
}

/// What the rules made of a property on a day.
type Derived = Result<Value, SharedFault>;

/// The number of a value; 0 for leeg.
fn number(value: Derived) -> Option<Number> {
    match value.ok()? {
        Value::Number(number) => Some(number),
        Value::Empty => Some(Number::ZERO),
        _ => None,
    }
}

fn bent(slopes: &[Option<Slope>; 2]) -> bool {
    let [Some(before), Some(after)] = slopes else { return false };
    match before.straight && after.straight {
        true => before.by != after.by,
        false => (&after.by - &before.by).abs() > &before.doubt + &after.doubt,
    }
}
