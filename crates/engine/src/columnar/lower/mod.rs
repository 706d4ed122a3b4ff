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
use super::setting::Setting;
use super::shape::{Kind, Shape};
use super::{Map, Refused};
use crate::data::InstanceId;
use term::{Payload, Term};

/// What was derived: one term, or for what changes in time one for each slice.
type Derived = Map<(Property, u32), Vec<Term>>;

/// A plan being turned into a graph.
pub(super) struct Lowering<'a> {
    pub model: &'a Model,
    pub setting: &'a Setting,
    pub shape: &'a Shape,
    pub graph: Graph,
    derived: Derived,
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
    /// Nothing yet of the first setting.
    pub fn new(model: &'a Model, setting: &'a Setting, shape: &'a Shape) -> Lowering<'a> {
        let (graph, derived, parts) = (Graph::new(), Map::default(), Map::default());
        Lowering { model, setting, shape, graph, derived, parts }
    }

    /// Derives the property of every step for every instance, in a setting. What was derived in
    /// another setting stays in the graph, for what comes out the same.
    pub fn derive(&mut self, setting: &'a Setting) -> Result<(), Refused> {
        self.setting = setting;
        self.derived.clear();
        setting.plan.steps().iter().try_for_each(|step| self.step(step))
    }

    /// The value of a parameter on a day.
    fn parameter(&mut self, parameter: ParameterId, day: Date) -> Term {
        let setting = self.setting;
        if let Some(dial) = setting.dial(parameter, day) {
            let num = self.graph.dial(dial.at, dial.range);
            return Term::filled(Payload::Number(Amount::exact(num, dial.scale)));
        }
        match setting.parameters.get(parameter, day) {
            Ok(value) => self.constant(value),
            Err(_) => Term::fault(),
        }
    }

    /// The value of a property on a day: as derived, or else as given.
    pub fn property(&mut self, property: Property, instance: InstanceId, day: Date) -> Term {
        match self.derived.get(&(property, instance.index)) {
            Some(terms) if terms.len() == 1 => terms[0].clone(),
            Some(terms) => terms[self.setting.slice_of(day)].clone(),
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
            let (value, _) = self.shape.example().given(property, instance, self.setting.date);
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

    /// Whether columns can hold the values of an attribuut.
    pub fn holds(&self, attribute: AttributeId) -> bool {
        !matches!(
            self.model[attribute].datatype,
            Type::Text | Type::Date(Precision::Millisecond) | Type::Object(_)
        )
    }
}
