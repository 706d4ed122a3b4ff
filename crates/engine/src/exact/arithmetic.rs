//! Arithmetic with leeg (chapter 6). `None` is leeg.

use regelspraak::model::{Arithmetic, Value};
use regelspraak::number::{Number, RoundingMode};

/// How many decimals `gedeeld door (ABS)` keeps (section 6.5).
const ABS_DECIMALS: i32 = 5;

/// The value as a number that may be leeg; nothing when it is something else.
pub(super) fn number(value: &Value) -> Option<Option<&Number>> {
    match value {
        Value::Empty => Some(None),
        Value::Number(number) => Some(Some(number)),
        _ => None,
    }
}

/// Tables 5, 7, 8, 10 and 12. The outer `None` is a division by zero: of a value by zero or leeg.
/// Leeg divided by anything is 0, by zero too: its outcome is 0 as soon as the left side is leeg
/// (note 22).
///
/// `gedeeld door (ABS)` drops decimals towards zero, as its definition says. (The last two rows
/// of table 11 round away from zero and up; they contradict the text and the rows above them.)
pub(super) fn calculate(
    operator: Arithmetic,
    left: Option<&Number>,
    right: Option<&Number>,
) -> Option<Option<Number>> {
    let result = match (operator, left, right) {
        (Arithmetic::ReducedBy, None, _) => return Some(None),
        (Arithmetic::Plus, Some(left), Some(right)) => left + right,
        (Arithmetic::Minus | Arithmetic::ReducedBy, Some(left), Some(right)) => left - right,
        (Arithmetic::Times, Some(left), Some(right)) => left * right,
        (Arithmetic::Times, _, _) => Number::ZERO,
        (Arithmetic::DividedBy | Arithmetic::DividedByAbs, None, _) => Number::ZERO,
        (Arithmetic::DividedBy, Some(left), Some(right)) => left.checked_div(right)?,
        (Arithmetic::DividedByAbs, Some(left), Some(right)) => {
            left.checked_div(right)?.round(RoundingMode::TowardsZero, ABS_DECIMALS)
        }
        (Arithmetic::DividedBy | Arithmetic::DividedByAbs, Some(_), None) => return None,
        (Arithmetic::Plus, one, other) => one.or(other).cloned().unwrap_or(Number::ZERO),
        (Arithmetic::Minus | Arithmetic::ReducedBy, Some(left), None) => left.clone(),
        (Arithmetic::Minus, None, Some(right)) => -right.clone(),
        (Arithmetic::Minus, None, None) => Number::ZERO,
    };
    Some(Some(result))
}

/// A percentage of a value; leeg counts as 0 (table 13).
pub(super) fn percentage(part: Option<&Number>, of: Option<&Number>) -> Number {
    match (part, of) {
        (Some(part), Some(of)) => {
            (part * of).checked_div(&Number::from(100)).unwrap_or(Number::ZERO)
        }
        _ => Number::ZERO,
    }
}

/// A number kept between bounds (section 6.1.4). A bound that is leeg does not bind. When the
/// bounds cross, the maximum holds: it comes last in the text. (The specification is silent on
/// both, and on bounding leeg, which stays leeg.)
pub(super) fn bounded<'n>(
    of: &'n Number,
    minimum: Option<&'n Number>,
    maximum: Option<&'n Number>,
) -> &'n Number {
    let raised = minimum.map_or(of, |minimum| of.max(minimum));
    maximum.map_or(raised, |maximum| raised.min(maximum))
}
