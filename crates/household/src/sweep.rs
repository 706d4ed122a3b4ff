//! One amount of a household that rises, and what the rules make of it: the points at which
//! something turns, to the cent.
//!
//! Between two turns the run of the rules goes the same way, so an outcome moves in one line there, but
//! for what is rounded. Decision 16 (`docs/decisions`) tells how turns are found, and why none is
//! missed.

mod around;
mod breakpoint;
mod cause;
mod turn;

use engine::data::{DataError, InstanceId};
use engine::exact::{Branches, Outcome};
use engine::plan::Plan;
use regelspraak::model::{AttributeId, Property, Value};
use regelspraak::number::Number;

use crate::calculation::Calculator;

pub use breakpoint::{Breakpoint, Shift, WINDOW};
pub use cause::Cause;
pub(crate) use cause::Search;
pub use turn::{Turn, Walk};

/// An attribuut of somebody or something.
pub type Place = (InstanceId, AttributeId);

/// A household of which one amount is varied.
#[derive(Debug)]
pub struct Sweep<'c> {
    calculator: &'c Calculator<'c>,
    /// The household worked out once.
    outcome: Outcome,
    /// What the amount may change of what is watched.
    plan: Plan,
    varied: Place,
    /// Another amount that is a fixed part of the varied one.
    part: Option<(Place, Number)>,
    watched: Vec<Place>,
}

/// What the rules made of one amount: what is kept of a run.
#[derive(Debug, Clone)]
pub struct Point {
    /// What is watched, in the order that was asked; nothing for what is not known.
    pub values: Vec<Option<Value>>,
    /// The branches that were taken.
    pub branches: Branches,
}

impl<'c> Sweep<'c> {
    /// The household of an outcome with one attribuut to vary, an amount in euro. `outcome` is of
    /// a run of the plan of the calculator, or of as much of it as `watched` needs.
    pub fn new(
        calculator: &'c Calculator<'c>,
        outcome: Outcome,
        varied: Place,
        watched: Vec<Place>,
    ) -> Sweep<'c> {
        let wanted: Vec<Property> = watched.iter().map(|it| Property::Attribute(it.1)).collect();
        let plan = calculator.plan().for_outcomes(&wanted);
        let plan = plan.after_change(&[Property::Attribute(varied.1)]);
        Sweep { calculator, outcome, plan, varied, part: None, watched }
    }

    /// The same, with another amount that moves along as so large a part of the varied one: the
    /// pensioenpremie of a wage.
    pub fn with_part(self, place: Place, part: Number) -> Sweep<'c> {
        let wanted: Vec<Property> =
            self.watched.iter().map(|it| Property::Attribute(it.1)).collect();
        let changed = [self.varied, place].map(|it| Property::Attribute(it.1));
        let plan = self.calculator.plan().for_outcomes(&wanted).after_change(&changed);
        Sweep { plan, part: Some((place, part)), ..self }
    }

    /// The rules and the day.
    pub fn calculator(&self) -> &'c Calculator<'c> {
        self.calculator
    }

    /// What is worked out anew for each amount.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What is watched.
    pub fn watched(&self) -> &[Place] {
        &self.watched
    }

    /// What is varied.
    pub fn varied(&self) -> Place {
        self.varied
    }

    /// The household with the amount at so many cents. Fails when the attribuut cannot have it.
    pub fn at(&self, cents: i64) -> Result<(Outcome, Branches), DataError> {
        let model = &self.calculator.corpus().model;
        let (instance, attribute) = self.varied;
        self.outcome.again(model, &self.plan, |data| {
            let amount = euro(cents);
            if let Some(((instance, attribute), part)) = &self.part {
                data.set(model, *instance, *attribute, Value::Number(&amount * part))?;
            }
            data.set(model, instance, attribute, Value::Number(amount))
        })
    }

    /// What is kept of the household with the amount at so many cents.
    pub fn point(&self, cents: i64) -> Result<Point, DataError> {
        let (outcome, branches) = self.at(cents)?;
        let value =
            |&(instance, attribute): &Place| outcome.value(attribute, instance).ok().cloned();
        Ok(Point { values: self.watched.iter().map(value).collect(), branches })
    }
}

impl Point {
    /// A number that is watched, by its position; nothing when it is not known, and 0 for leeg.
    pub fn number(&self, position: usize) -> Option<Number> {
        match self.values.get(position)?.as_ref()? {
            Value::Number(number) => Some(number.clone()),
            Value::Empty => Some(Number::ZERO),
            _ => None,
        }
    }
}

/// So many cents, in euro.
pub(crate) fn euro(cents: i64) -> Number {
    Number::from(cents).checked_div(&Number::from(100)).unwrap_or(Number::ZERO)
}
