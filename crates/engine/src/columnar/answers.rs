//! What comes out for some households of one shape.

use regelspraak::model::Value;
use regelspraak::number::{Number, RoundingMode};

use super::calendar;
use super::request::Wish;
use crate::data::InstanceId;
use crate::exact::Outcome;

/// The most decimals a number is answered with.
const MOST_DECIMALS: u32 = 6;

/// What an outcome is in one household.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answer {
    /// A number, in units of the last decimal asked for; a day as a number that grows by day; a
    /// position in a domein; or 0 and 1.
    Number(f64),
    /// Leeg.
    Empty,
    /// The rules cannot say: a parameter has no value, or something is a fault.
    Unknown,
}

/// How a column of answers says leeg.
pub(super) const EMPTY: f64 = f64::NEG_INFINITY;
/// How a column of answers says that it is not known.
pub(super) const UNKNOWN: f64 = f64::INFINITY;

impl From<f64> for Answer {
    fn from(value: f64) -> Answer {
        match value {
            EMPTY => Answer::Empty,
            UNKNOWN => Answer::Unknown,
            number => Answer::Number(number),
        }
    }
}

impl Wish {
    /// What the exact executor answers, as a float that is an [`Answer`].
    pub fn exact(&self, outcome: &Outcome, instance: InstanceId) -> f64 {
        match outcome.property(self.property, instance) {
            Ok(Value::Number(number)) => {
                let decimals = self.decimals();
                let rounded = number.round(RoundingMode::HalfAwayFromZero, decimals as i32);
                (&rounded * &Number::from(10i64.pow(decimals))).to_f64()
            }
            Ok(Value::Date(date)) => f64::from(calendar::key(date)),
            Ok(Value::Enumeration(at)) => f64::from(at),
            Ok(Value::Boolean(holds)) => f64::from(u8::from(holds)),
            Ok(_) => EMPTY,
            Err(_) => UNKNOWN,
        }
    }

    /// The decimals that numbers are rounded to.
    pub(super) fn decimals(&self) -> u32 {
        self.decimals.min(MOST_DECIMALS)
    }
}

/// What a result is: on which day, which wish, of which instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub moment: usize,
    pub wish: usize,
    pub instance: InstanceId,
}

/// What a column of answers holds: of the baseline (0) or a variant (from 1), which result.
#[derive(Debug, Clone, Copy)]
pub(super) struct Answered {
    pub variant: usize,
    pub place: Place,
}

/// The answers for some households of one shape.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'p> {
    pub(super) households: &'p [u32],
    /// By variant, and then by day.
    pub(super) columns: &'p [Answered],
    pub(super) answers: &'p [Vec<f64>],
    pub(super) recounted: usize,
}

impl<'p> Piece<'p> {
    /// The households, by their position in the population.
    pub fn households(&self) -> &'p [u32] {
        self.households
    }

    /// For each outcome of each instance, on the first day: the position of the wish, the instance,
    /// and for every household an [`Answer`] as a float.
    pub fn columns(&self) -> impl Iterator<Item = (usize, InstanceId, &'p [f64])> + use<'p> {
        self.answers(0, 0)
    }

    /// The same on another day, counted from 0.
    pub fn columns_on(
        &self,
        moment: usize,
    ) -> impl Iterator<Item = (usize, InstanceId, &'p [f64])> + use<'p> {
        self.answers(moment, 0)
    }

    /// The same of a variant, counted from 0, for the outcomes that it may change.
    pub fn changes(
        &self,
        variant: usize,
    ) -> impl Iterator<Item = (usize, InstanceId, &'p [f64])> + use<'p> {
        self.answers(0, variant + 1)
    }

    /// The same of a variant on another day.
    pub fn changes_on(
        &self,
        moment: usize,
        variant: usize,
    ) -> impl Iterator<Item = (usize, InstanceId, &'p [f64])> + use<'p> {
        self.answers(moment, variant + 1)
    }

    fn answers(
        &self,
        moment: usize,
        variant: usize,
    ) -> impl Iterator<Item = (usize, InstanceId, &'p [f64])> + use<'p> {
        let rows = self.households.len();
        let key = |column: &Answered| (column.variant, column.place.moment);
        let start = self.columns.partition_point(|column| key(column) < (variant, moment));
        let columns = self.columns[start..].iter().zip(&self.answers[start..]);
        let columns = columns.take_while(move |(column, _)| key(column) == (variant, moment));
        columns.map(move |(Answered { place, .. }, answers)| {
            (place.wish, place.instance, &answers[..rows])
        })
    }

    /// How many of the households were worked out exactly, because a float could not decide or
    /// there were few of their shape.
    pub fn recounted(&self) -> usize {
        self.recounted
    }
}
