//! From where to where the wage or the hours go, and in which steps.

use std::collections::BTreeMap;

use regelspraak::model::Value;
use regelspraak::number::{Number, RoundingMode};

use super::{WorkError, WorkQuestion};
use crate::calculation::Calculation;
use crate::fields::MOST_EURO;
use crate::parts;

/// What rises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Quantity {
    /// The gross wage, in euro a year.
    #[default]
    Wage,
    /// The hours a week, with the wage of an hour as it is.
    Hours,
}

/// What an hour a week brings in.
#[derive(Debug, Clone, PartialEq)]
pub struct HourlyWage {
    /// Gross, in euro a year for one hour a week, with holiday allowance.
    pub per_year: Number,
    /// Whether it is the minimum wage, because the file has no wage with hours.
    pub minimum: bool,
}

/// The hours in a week.
const WEEK: i64 = 168;
/// Until where, when nothing is said: the wage in euro a year, and the hours a week.
const UNTIL: [i64; 2] = [60_000, 40];
/// A range is cut in at most so many steps.
const STEPS: i64 = 60;

impl Quantity {
    /// The most there can be.
    pub fn most(self) -> Number {
        Number::from(match self {
            Quantity::Wage => MOST_EURO,
            Quantity::Hours => WEEK,
        })
    }

    /// The most wage there can be, in cents.
    pub(super) fn most_cents(self) -> i64 {
        MOST_EURO * 100
    }

    /// Its name for other programs.
    pub fn name(self) -> &'static str {
        match self {
            Quantity::Wage => "loon",
            Quantity::Hours => "uren_per_week",
        }
    }

    /// The step of a grid over so much: 1, 2 or 5, or ten, hundred, … times that.
    fn step(self, over: &Number) -> Number {
        let whole = over.round(RoundingMode::Up, 0).to_i64().unwrap_or(i64::MAX);
        let mut unit = match self {
            Quantity::Wage => 100,
            Quantity::Hours => 1,
        };
        loop {
            for times in [1, 2, 5] {
                if whole / (unit * times) <= STEPS {
                    return Number::from(unit * times);
                }
            }
            unit *= 10;
        }
    }
}

/// The range, in the unit of the quantity.
pub(super) struct Range {
    pub quantity: Quantity,
    pub hourly: Option<HourlyWage>,
    pub from: Number,
    pub until: Number,
    /// The wage as it is, in cents.
    pub wage_now: Option<i64>,
}

impl Range {
    pub fn new(
        calculation: &Calculation<'_>,
        person: usize,
        question: &WorkQuestion<'_>,
    ) -> Result<Range, WorkError> {
        let quantity = question.quantity;
        let values = &calculation.file.personen[person].values;
        let (wage, hours) = (values.number("loon"), values.number("uren_per_week"));
        let hourly = match quantity {
            Quantity::Wage => None,
            Quantity::Hours => Some(hourly_wage(calculation, person, &wage, &hours)?),
        };
        let (has, usual) = match quantity {
            Quantity::Wage => (wage.clone(), UNTIL[0]),
            Quantity::Hours => (hours, UNTIL[1]),
        };
        let usual = Number::from(usual);
        let until = question.until.clone().unwrap_or_else(|| match has > usual {
            true => {
                let step = quantity.step(&has);
                let steps = has.checked_div(&step).unwrap_or(Number::ONE);
                &(&steps.round(RoundingMode::Down, 0) + &Number::ONE) * &step
            }
            false => usual.clone(),
        });
        let from = question.from.clone().unwrap_or(Number::ZERO);
        for given in [&from, &until] {
            if given.is_negative() || *given > quantity.most() {
                return Err(WorkError::OutOfRange { given: given.clone(), quantity });
            }
        }
        if from >= until {
            return Err(WorkError::Backwards { from, until, quantity });
        }
        let wage_now = (&wage * &Number::from(100)).to_i64();
        Ok(Range { quantity, hourly, from, until, wage_now })
    }

    /// A value of the quantity as a wage, in whole cents.
    pub fn cents(&self, value: &Number) -> i64 {
        let wage = match &self.hourly {
            Some(hourly) => value * &hourly.per_year,
            None => value.clone(),
        };
        let cents = &wage * &Number::from(100);
        let whole = cents.round(RoundingMode::HalfAwayFromZero, 0).to_i64();
        whole.unwrap_or(i64::MAX).min(self.quantity.most_cents())
    }

    /// The hours a week with a wage.
    pub fn hours(&self, wage: &Number) -> Option<Number> {
        wage.checked_div(&self.hourly.as_ref()?.per_year)
    }

    /// The points of the grid: both ends, and round numbers in between. The wage in cents, and the value
    /// of the quantity.
    pub fn grid(&self) -> Vec<(i64, Number)> {
        let step = self.quantity.step(&(&self.until - &self.from));
        let first = self.from.checked_div(&step).unwrap_or(Number::ZERO);
        let mut value = &first.round(RoundingMode::Down, 0) * &step;
        let mut values = vec![self.from.clone()];
        while value < self.until {
            if value > self.from {
                values.push(value.clone());
            }
            value = &value + &step;
        }
        values.push(self.until.clone());
        values.into_iter().map(|value| (self.cents(&value), value)).collect()
    }

    /// The grid with both sides of every breakpoint, in cents.
    pub fn points(
        &self,
        grid: &[(i64, Number)],
        breakpoints: impl Iterator<Item = i64>,
    ) -> Vec<i64> {
        let mut points: BTreeMap<i64, ()> = grid.iter().map(|(cents, _)| (*cents, ())).collect();
        points.extend(breakpoints.flat_map(|after| [(after, ()), (after + 1, ())]));
        points.into_keys().collect()
    }
}

/// What an hour a week of this person brings in: the wage over the hours in the file, or else the
/// minimum wage.
fn hourly_wage(
    calculation: &Calculation<'_>,
    person: usize,
    wage: &Number,
    hours: &Number,
) -> Result<HourlyWage, WorkError> {
    if let Some(per_year) = wage.checked_div(hours).filter(|it| !it.is_zero()) {
        return Ok(HourlyWage { per_year, minimum: false });
    }
    let model = &calculation.calculator.corpus().model;
    let instance = calculation.objects.personen[person];
    let attribute = parts::attribute(model, instance.objecttype, "minimumjaarloon per weekuur")?;
    match calculation.outcome.value(attribute, instance) {
        Ok(Value::Number(per_year)) if !per_year.is_zero() => {
            Ok(HourlyWage { per_year: per_year.clone(), minimum: true })
        }
        _ => {
            let name = calculation.file.personen[person].naam.clone();
            Err(WorkError::NoHourlyWage { name })
        }
    }
}
