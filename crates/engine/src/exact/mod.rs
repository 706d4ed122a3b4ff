//! The reference executor: exact numbers, every fault a value.

mod arithmetic;
mod branches;
pub(crate) mod check;
pub(crate) mod condition;
mod dates;
pub(crate) mod evaluator;
mod expression;
mod fault;
pub(crate) mod observer;
pub(crate) mod state;
pub(crate) mod step;
mod subject;
mod time;

use std::sync::Arc;

use jiff::civil::Date;
use regelspraak::model::{AttributeId, KenmerkId, Model, Property, Value};

pub use branches::{Branches, Fork, Parting};
pub use fault::{Fault, SharedFault};

use crate::data::{Data, DataError, InstanceId};
use crate::over_time::{Clock, OverTime};
use crate::parameters::ParameterValues;
use crate::plan::Plan;
use branches::Branching;
use observer::{Nobody, Observer};
use state::State;

/// What a run made of the data: for each property of each instance a value or a fault.
#[derive(Debug, Clone)]
pub struct Outcome {
    pub(crate) state: State,
    pub(crate) parameters: ParameterValues,
    pub(crate) date: Date,
}

/// Runs a plan over data. `date` is the Rekendatum (section 5.3); it must lie in the period of the
/// plan, or every derived property is a [`Fault::OtherDay`]. The same input always gives the same
/// outcome.
///
/// A rule that fires overwrites what was given; where none fires, what was given stays. An
/// attribuut no rule gives a value stays leeg, a kenmerk no rule marks stays onwaar.
pub fn run(
    model: &Model,
    plan: &Plan,
    parameters: &ParameterValues,
    date: Date,
    data: Data,
) -> Outcome {
    watched(model, plan, parameters, date, data, Nobody)
}

/// The same as [`run`], with the branches it took.
pub fn run_with_branches(
    model: &Model,
    plan: &Plan,
    parameters: &ParameterValues,
    date: Date,
    data: Data,
) -> (Outcome, Branches) {
    let branching = Branching::default();
    let outcome = watched(model, plan, parameters, date, data, &branching);
    (outcome, branching.branches())
}

fn watched<O: Observer + Copy>(
    model: &Model,
    plan: &Plan,
    parameters: &ParameterValues,
    date: Date,
    data: Data,
    observer: O,
) -> Outcome {
    let mut state = State::new(model, data);
    if plan.period().contains(date) {
        steps(model, plan, parameters, date, &mut state, observer);
    } else {
        let fault = Arc::new(Fault::OtherDay { date: date.to_string() });
        for step in plan.steps() {
            let count = state.data.count(model.property_owner(step.property));
            match step.property {
                property if model.property_timeline(property).is_some() => {
                    let column = vec![OverTime::constant(Err(fault.clone())); count];
                    state.set_over_time(property, column);
                }
                Property::Attribute(attribute) => {
                    state.set_attribute(attribute, vec![Err(fault.clone()); count]);
                }
                Property::Kenmerk(kenmerk) => {
                    state.set_kenmerk(kenmerk, vec![Err(fault.clone()); count]);
                }
                Property::Check(check) => state.set_check(check, vec![Err(fault.clone()); count]),
            }
        }
    }
    Outcome { state, parameters: parameters.clone(), date }
}

fn steps<O: Observer + Copy>(
    model: &Model,
    plan: &Plan,
    parameters: &ParameterValues,
    date: Date,
    state: &mut State,
    observer: O,
) {
    for step in plan.steps() {
        observer.enter_step();
        step::run(model, step, parameters, date, state, observer);
    }
}

impl Outcome {
    /// The run with some of its input changed: only the steps of `plan` are taken anew, and all else
    /// is as it was. `plan` is what [`Plan::after_change`] makes of the properties that `change`
    /// changes, or less, when less is asked of the outcome. With the branches that those steps took.
    pub fn again<E>(
        &self,
        model: &Model,
        plan: &Plan,
        change: impl FnOnce(&mut Data) -> Result<(), E>,
    ) -> Result<(Outcome, Branches), E> {
        let Outcome { mut state, parameters, date } = self.clone();
        change(&mut state.data)?;
        let branching = Branching::default();
        steps(model, plan, &parameters, date, &mut state, &branching);
        Ok((Outcome { state, parameters, date }, branching.branches()))
    }

    /// The run with some properties forced to a value, whatever the rules make of them, and all that
    /// depends on them worked out anew. `plan` is the plan of the run. A property that is forced for
    /// one instance is as given for the others, so a derived one is to be forced for all of them.
    ///
    /// # Errors
    ///
    /// Those of [`Data::set_property`].
    pub fn forcing(
        &self,
        model: &Model,
        plan: &Plan,
        forced: &[(Property, InstanceId, Value)],
    ) -> Result<Outcome, DataError> {
        let Outcome { mut state, parameters, date } = self.clone();
        let properties: Vec<Property> = forced.iter().map(|it| it.0).collect();
        properties.iter().for_each(|property| state.forget(*property));
        for (property, instance, value) in forced {
            state.data.set_property(model, *instance, *property, value.clone())?;
        }
        let plan = plan.after_change(&properties).without(&properties);
        steps(model, &plan, &parameters, date, &mut state, Nobody);
        Ok(Outcome { state, parameters, date })
    }

    /// The value of an attribuut, in its unit: derived, or as given where no rule derives it. Of
    /// what changes in time, the value on the Rekendatum.
    pub fn value(
        &self,
        attribute: AttributeId,
        instance: InstanceId,
    ) -> Result<&Value, &SharedFault> {
        self.state.value(attribute, instance, &Clock::at(self.date))
    }

    /// Whether an instance has a kenmerk; one that comes and goes, whether on the Rekendatum.
    pub fn has(&self, kenmerk: KenmerkId, instance: InstanceId) -> Result<bool, &SharedFault> {
        self.state.has(kenmerk, instance, &Clock::at(self.date))
    }

    /// The value of any property; a kenmerk is a boolean, and a check too: whether the instance is
    /// inconsistent. Of what changes in time, the value on the
    /// Rekendatum.
    pub fn property(&self, property: Property, instance: InstanceId) -> Result<Value, SharedFault> {
        let value = match property {
            Property::Attribute(attribute) => self.value(attribute, instance).cloned(),
            Property::Kenmerk(kenmerk) => self.has(kenmerk, instance).map(Value::Boolean),
            Property::Check(check) => {
                let clock = Clock::at(self.date);
                self.state.inconsistent(check, instance, &clock).map(Value::Boolean)
            }
        };
        value.map_err(SharedFault::clone)
    }

    /// The value of any property on every day; a kenmerk is a boolean.
    pub fn over_time(
        &self,
        property: Property,
        instance: InstanceId,
    ) -> OverTime<Result<Value, SharedFault>> {
        self.state.on_every_day(property, instance)
    }

    /// The input of the run.
    pub fn data(&self) -> &Data {
        &self.state.data
    }

    /// The parameters of the run.
    pub fn parameters(&self) -> &ParameterValues {
        &self.parameters
    }

    /// The Rekendatum of the run.
    pub fn date(&self) -> Date {
        self.date
    }
}
