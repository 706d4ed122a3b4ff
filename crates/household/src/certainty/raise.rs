//! A raise in the course of the year.

use regelspraak::number::Number;

use super::CertaintyError;
use super::income::{Income, cents};
use super::settlement::Settlement;
use crate::fields::MOST_EURO;

/// The least percentage a raise can have: then there is no income left.
pub(super) const LEAST_RAISE: i64 = -100;
/// The most.
pub(super) const MOST_RAISE: i64 = 500;

/// An income that rises in the course of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raise {
    month: u8,
    percentage: Number,
}

/// What a raise does.
#[derive(Debug, Clone, PartialEq)]
pub struct RaiseAnswer {
    /// The raise.
    pub raise: Raise,
    /// What is settled when the estimate is left as it is.
    pub settlement: Settlement,
    /// The toetsingsinkomen of the person: the estimate, and what it becomes. In euro a year.
    pub estimates: [Number; 2],
    /// By how much what is paid a month is too much, compared with what is paid on the new estimate, for all
    /// toeslagen together; below 0 when it is too little.
    pub a_month: Number,
}

impl Raise {
    /// From the first day of a month, 1 to 12, so many percent more: 5 for 5%. Less than 0 is a fall.
    ///
    /// # Errors
    ///
    /// [`CertaintyError::NoMonth`] and [`CertaintyError::NoRaise`] when there is no such month, or when
    /// the percentage is 0, below -100 or above 500.
    pub fn new(month: i64, percentage: Number) -> Result<Raise, CertaintyError> {
        let known = u8::try_from(month).ok().filter(|month| (1..=12).contains(month));
        let month = known.ok_or(CertaintyError::NoMonth(month))?;
        let possible = Number::from(LEAST_RAISE)..=Number::from(MOST_RAISE);
        if percentage.is_zero() || !possible.contains(&percentage) {
            return Err(CertaintyError::NoRaise { given: percentage });
        }
        Ok(Raise { month, percentage })
    }

    /// The month in which it begins, 1 to 12.
    pub fn month(&self) -> u8 {
        self.month
    }

    /// By how many percent.
    pub fn percentage(&self) -> &Number {
        &self.percentage
    }

    /// The income of the whole year, in cents: a twelfth of the old one for each month before it, and of
    /// the new one for each month from then on. In whole cents.
    pub(super) fn year(&self, income: &Income) -> Result<i64, CertaintyError> {
        let after = Number::from(13 - i64::from(self.month));
        let share = self.percentage.checked_div(&Number::from(100)).unwrap_or(Number::ZERO);
        let more = (&(&income.now * &share) * &after).checked_div(&Number::from(12));
        let year = cents(&(&income.now + &more.unwrap_or(Number::ZERO)));
        match year.abs() <= MOST_EURO * 100 {
            true => Ok(year),
            false => Err(CertaintyError::TooHigh),
        }
    }
}
