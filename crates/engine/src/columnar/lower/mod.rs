//! A plan for households of one shape, as a graph.
//!
//! This is the exact executor run on a shape instead of on a household: who is there and how they
//! relate is known, so that every subject is a list of instances; only what differs from household
//! to household is a column. A condition on instances is a bit for each of them.
//!
//! A fault here need not be one there: where a decision hangs on the rounding of a float, or where
//! the order of judging would have avoided a fault, the row is worked out again exactly. So a
//! fault too many costs time and never an answer.

mod condition;
mod dates;
mod expression;
mod frame;
mod step;
mod subject;
pub(super) mod term;
mod time;

use jiff::civil::Date;
use regelspraak::model::{
    AttributeId, Model, ParameterId, Precision, Property, Rule, RuleVersion, Type, Value,
};

use super::amount::Amount;
use super::calendar;
use super::graph::{Bit, Graph, Num};
use super::shape::{Kind, Shape};
use super::{Map, Refused};
use crate::data::InstanceId;
use crate::over_time::Window;
use crate::parameters::ParameterValues;
use crate::plan::Plan;
use term::{Payload, Term};

pub(super) use step::{steps, steps_again};

/// What was derived: one term, or for what changes in time one for each slice.
pub(super) type Derived = Map<(Property, u32), Vec<Term>>;

/// A plan being turned into a graph.
pub(super) struct Lowering<'a> {
    pub model: &'a Model,
    pub plan: &'a Plan,
    pub parameters: &'a ParameterValues,
    pub date: Date,
    pub shape: &'a Shape,
    pub graph: Graph,
    derived: Derived,
    /// The stretches of days between the knips of the parameters that change in time.
    slices: Vec<Window>,
    /// Of a day that was put together from month and day, those.
    parts: Map<Num, (Num, Num)>,
}

/// Which rule is at work, for what is refused.
#[derive(Clone, Copy)]
pub(super) struct Work<'a> {
    pub rule: &'a Rule,
    pub version: &'a RuleVersion,
}

impl Work<'_> {
    pub fn refuse(&self, what: &str) -> Refused {
        Refused { place: format!("regel \"{}\"", self.rule.name), what: what.to_string() }
    }
}

impl<'a> Lowering<'a> {
    pub fn new(
        model: &'a Model,
        plan: &'a Plan,
        variants: &[&'a ParameterValues],
        date: Date,
        shape: &'a Shape,
    ) -> Lowering<'a> {
        Lowering {
            model,
            plan,
            parameters: variants[0],
            date,
            shape,
            graph: Graph::new(),
            derived: Map::default(),
            slices: slices(model, variants),
            parts: Map::default(),
        }
    }

    /// What was derived so far, to come back to.
    pub fn derived(&self) -> &Derived {
        &self.derived
    }

    /// Goes on from what was derived before, with the parameters of a variant.
    pub fn start_variant(&mut self, parameters: &'a ParameterValues, derived: Derived) {
        (self.parameters, self.derived) = (parameters, derived);
    }

    /// The value of a property on a day: as derived, or else as given.
    pub fn property(&mut self, property: Property, instance: InstanceId, day: Date) -> Term {
        match self.derived.get(&(property, instance.index)) {
            Some(terms) if terms.len() == 1 => terms[0].clone(),
            Some(terms) => terms[self.slice_of(day)].clone(),
            None => self.given(property, instance),
        }
    }

    /// Whether an instance has a kenmerk, and where that is not known.
    pub fn has(&mut self, property: Property, instance: InstanceId, day: Date) -> (Bit, Bit) {
        let term = self.property(property, instance, day);
        match term.payload {
            Payload::Boolean(holds) => (holds, term.fault),
            _ => (Bit::FALSE, term.fault),
        }
    }

    /// What the input says.
    pub fn given(&mut self, property: Property, instance: InstanceId) -> Term {
        let Some(column) = self.shape.column(property, instance) else {
            let (value, _) = self.shape.example().given(property, instance, self.date);
            return self.constant(value);
        };
        Term::filled(match column.kind {
            Kind::Number { scale } => {
                let range = self.shape.range(column);
                Payload::Number(Amount::exact(self.graph.input(column.at, range), scale))
            }
            Kind::Date => {
                let range = self.shape.range(column);
                Payload::Date(self.graph.input(column.at, range))
            }
            Kind::Enumeration => {
                let range = self.shape.range(column);
                Payload::Enumeration(self.graph.input(column.at, range))
            }
            Kind::Boolean => Payload::Boolean(self.graph.bit_input(column.at)),
        })
    }

    /// The same value everywhere.
    pub fn constant(&mut self, value: &Value) -> Term {
        Term::filled(match value {
            Value::Empty => return Term::EMPTY,
            Value::Number(number) => Payload::Number(Amount::constant(&mut self.graph, number)),
            Value::Boolean(holds) => Payload::Boolean(Bit::constant(*holds)),
            Value::Date(date) => Payload::Date(self.day(*date)),
            Value::Enumeration(at) => Payload::Enumeration(self.graph.constant(f64::from(*at))),
            Value::Text(text) => Payload::Text(text.clone()),
            // No column holds moments; whoever asks for one gets the exact executor.
            Value::DateTime(_) => return Term::fault(),
        })
    }

    pub fn day(&mut self, date: Date) -> Num {
        self.graph.constant(f64::from(calendar::key(date)))
    }

    /// The slice that holds a day.
    fn slice_of(&self, day: Date) -> usize {
        self.slices.partition_point(|slice| slice.from <= day).saturating_sub(1)
    }

    /// Whether columns can hold the values of an attribuut.
    pub fn holds(&self, attribute: AttributeId) -> bool {
        !matches!(
            self.model[attribute].datatype,
            Type::Text | Type::Date(Precision::Millisecond) | Type::Object(_)
        )
    }
}

/// Cuts time at every knip of the parameters that change in it.
fn slices(model: &Model, variants: &[&ParameterValues]) -> Vec<Window> {
    let all = (0..model.parameters.len() as u32).map(ParameterId);
    let timed = all.filter(|&parameter| model[parameter].timeline.is_some());
    let mut starts: Vec<Date> = timed
        .flat_map(|parameter| variants.iter().map(move |it| it.over_time(parameter)))
        .flat_map(|over_time| over_time.windows())
        .map(|(window, _)| window.from)
        .chain([Date::MIN])
        .collect();
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([Date::MAX]);
    starts.iter().zip(ends).map(|(&from, until)| Window { from, until }).collect()
}
