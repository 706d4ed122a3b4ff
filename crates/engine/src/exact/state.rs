//! What is known while a run is under way: the input, and what was derived so far.

use std::collections::HashMap;

use regelspraak::model::{AttributeId, CheckId, KenmerkId, Model, Property, Value};

use super::fault::SharedFault;
use crate::data::{Data, InstanceId};
use crate::over_time::{Clock, OverTime};

/// What a property that changes in time came out at, for one instance.
pub(crate) type Derived = OverTime<Result<Value, SharedFault>>;

/// The input with, over it, a column for each property derived so far.
#[derive(Debug, Clone)]
pub(crate) struct State {
    pub data: Data,
    attributes: Vec<Option<Vec<Result<Value, SharedFault>>>>,
    kenmerken: Vec<Option<Vec<Result<bool, SharedFault>>>>,
    checks: Vec<Option<Vec<Result<bool, SharedFault>>>>,
    /// The properties with a timeline; a kenmerk is a boolean.
    over_time: HashMap<Property, Vec<Derived>>,
    /// By attribuut and by kenmerk, whether it has a timeline.
    timed: [Vec<bool>; 2],
}

impl State {
    pub fn new(model: &Model, data: Data) -> State {
        let attributes = model.attributes.iter().map(|declared| declared.timeline.is_some());
        let kenmerken = model.kenmerken.iter().map(|declared| declared.timeline.is_some());
        State {
            data,
            attributes: vec![None; model.attributes.len()],
            kenmerken: vec![None; model.kenmerken.len()],
            checks: vec![None; model.checks.len()],
            over_time: HashMap::new(),
            timed: [attributes.collect(), kenmerken.collect()],
        }
    }

    /// The value of an attribuut at the time of the clock: as derived, or else as given.
    pub fn value(
        &self,
        attribute: AttributeId,
        instance: InstanceId,
        clock: &Clock,
    ) -> Result<&Value, &SharedFault> {
        if self.timed[0][attribute.index()] {
            return self.at(Property::Attribute(attribute), instance, clock);
        }
        match &self.attributes[attribute.index()] {
            Some(column) => column[instance.position()].as_ref(),
            None => Ok(self.data.value(attribute, instance)),
        }
    }

    /// Whether an instance has a kenmerk at the time of the clock: as derived, or else as given.
    pub fn has(
        &self,
        kenmerk: KenmerkId,
        instance: InstanceId,
        clock: &Clock,
    ) -> Result<bool, &SharedFault> {
        if self.timed[1][kenmerk.index()] {
            let value = self.at(Property::Kenmerk(kenmerk), instance, clock);
            return value.map(|value| *value == Value::Boolean(true));
        }
        match &self.kenmerken[kenmerk.index()] {
            Some(column) => match &column[instance.position()] {
                Ok(holds) => Ok(*holds),
                Err(fault) => Err(fault),
            },
            None => Ok(self.data.has(kenmerk, instance)),
        }
    }

    /// Whether a consistentieregel finds an instance inconsistent; not when it does not hold on the
    /// day of the run.
    pub fn inconsistent(
        &self,
        check: CheckId,
        instance: InstanceId,
        clock: &Clock,
    ) -> Result<bool, &SharedFault> {
        let property = Property::Check(check);
        if self.over_time.contains_key(&property) {
            let value = self.at(property, instance, clock);
            return value.map(|value| *value == Value::Boolean(true));
        }
        match &self.checks[check.index()] {
            Some(column) => column[instance.position()].as_ref().copied(),
            None => Ok(false),
        }
    }

    /// The value of a property with a timeline.
    fn at(
        &self,
        property: Property,
        instance: InstanceId,
        clock: &Clock,
    ) -> Result<&Value, &SharedFault> {
        let (value, window) = match self.over_time.get(&property) {
            Some(column) => {
                let (value, window) = column[instance.position()].at(clock.day());
                (value.as_ref(), window)
            }
            None => {
                let (value, window) = self.data.given(property, instance, clock.day());
                (Ok(value), window)
            }
        };
        clock.narrow(window);
        value
    }

    /// A property on every day; a kenmerk is a boolean.
    pub fn on_every_day(&self, property: Property, instance: InstanceId) -> Derived {
        if let Some(column) = self.over_time.get(&property) {
            return column[instance.position()].clone();
        }
        if let Some(given) = self.data.given_over_time(property, instance) {
            let mut values = given.windows();
            let first = values.next().map_or(Value::Empty, |(_, value)| value.clone());
            let mut every_day = OverTime::constant(Ok(first));
            values.for_each(|(window, value)| {
                every_day.from_then_on(window.from, Ok(value.clone()));
            });
            return every_day;
        }
        let clock = Clock::at(jiff::civil::Date::MIN);
        let value = match property {
            Property::Attribute(attribute) => self.value(attribute, instance, &clock).cloned(),
            Property::Kenmerk(kenmerk) => self.has(kenmerk, instance, &clock).map(Value::Boolean),
            Property::Check(check) => {
                self.inconsistent(check, instance, &clock).map(Value::Boolean)
            }
        };
        OverTime::constant(value.map_err(SharedFault::clone))
    }

    /// Forgets what was derived for a property, so that what is given for it counts.
    pub fn forget(&mut self, property: Property) {
        self.over_time.remove(&property);
        match property {
            Property::Attribute(attribute) => self.attributes[attribute.index()] = None,
            Property::Kenmerk(kenmerk) => self.kenmerken[kenmerk.index()] = None,
            Property::Check(check) => self.checks[check.index()] = None,
        }
    }

    pub fn set_attribute(
        &mut self,
        attribute: AttributeId,
        column: Vec<Result<Value, SharedFault>>,
    ) {
        self.attributes[attribute.index()] = Some(column);
    }

    pub fn set_kenmerk(&mut self, kenmerk: KenmerkId, column: Vec<Result<bool, SharedFault>>) {
        self.kenmerken[kenmerk.index()] = Some(column);
    }

    pub fn set_check(&mut self, check: CheckId, column: Vec<Result<bool, SharedFault>>) {
        self.checks[check.index()] = Some(column);
    }

    pub fn set_over_time(&mut self, property: Property, column: Vec<Derived>) {
        self.over_time.insert(property, column);
    }
}
