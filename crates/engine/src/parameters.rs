//! The values of parameters in a run.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use regelspraak::model::{Model, ParameterId, Value};
use thiserror::Error;

use crate::describe;
use crate::language::{Bilingual, Text};
use crate::over_time::{OverTime, Window};

/// The value of a parameter, or why it has none.
type Known = Result<Value, Arc<Text>>;

/// For each parameter its value, or why there is none (section 3.10): on the day of the run, and
/// for a parameter with a timeline on every day. Cheap to clone.
#[derive(Debug, Clone)]
pub struct ParameterValues {
    values: Arc<Vec<OverTime<Known>>>,
}

/// A parameter value outside the datatype of the parameter.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("de parameter {parameter} kan niet {value} zijn; verwacht: {expected}")]
pub struct ParameterError {
    /// The parameter.
    pub parameter: String,
    /// The value given.
    pub value: Text,
    /// What the datatype admits.
    pub expected: Text,
}

impl Bilingual for ParameterError {
    fn english(&self) -> String {
        let ParameterError { parameter, value, expected } = self;
        let (value, expected) = (value.english(), expected.english());
        format!("the parameter {parameter} cannot be {value}; expected: {expected}")
    }
}

impl ParameterValues {
    /// No value yet for any parameter.
    pub fn new(model: &Model) -> ParameterValues {
        let none = Text::fixed("er is geen waarde opgegeven", "no value was given");
        let none = OverTime::constant(Err(Arc::new(none)));
        ParameterValues { values: Arc::new(vec![none; model.parameters.len()]) }
    }

    /// Gives a parameter its value, in the unit of the parameter; for one with a timeline, on every
    /// day.
    pub fn set(
        &mut self,
        model: &Model,
        parameter: ParameterId,
        value: Value,
    ) -> Result<(), ParameterError> {
        self.set_over_time(model, parameter, OverTime::constant(Ok(value)))
    }

    /// Gives a parameter with a timeline its value on every day, or the reason why it
    /// has none.
    pub fn set_over_time(
        &mut self,
        model: &Model,
        parameter: ParameterId,
        values: OverTime<Result<Value, Arc<Text>>>,
    ) -> Result<(), ParameterError> {
        let declared = &model[parameter];
        let stated = values.windows().filter_map(|(_, value)| value.as_ref().ok());
        for value in stated {
            if !describe::fits(model, &declared.datatype, value) {
                return Err(ParameterError {
                    parameter: declared.name.singular.clone(),
                    value: describe::with_unit(model, &declared.datatype, value),
                    expected: describe::datatype(model, &declared.datatype),
                });
            }
        }
        Arc::make_mut(&mut self.values)[parameter.index()] = values;
        Ok(())
    }

    /// Says why a parameter has no value.
    pub fn set_missing(&mut self, parameter: ParameterId, reason: Text) {
        let missing = OverTime::constant(Err(Arc::new(reason)));
        Arc::make_mut(&mut self.values)[parameter.index()] = missing;
    }

    /// The parameters that are not the same on every day in both.
    pub fn differing(&self, other: &ParameterValues) -> BTreeSet<ParameterId> {
        let pairs = self.values.iter().zip(other.values.iter()).enumerate();
        let differ = pairs.filter(|(_, (one, other))| one != other);
        differ.map(|(at, _)| ParameterId(at as u32)).collect()
    }

    /// The value of a parameter on a day, or why it has none.
    pub fn get(&self, parameter: ParameterId, day: Date) -> Result<&Value, &Text> {
        self.at(parameter, day).0
    }

    /// The value of a parameter on a day, and the days around it on which it is the same.
    pub fn at(&self, parameter: ParameterId, day: Date) -> (Result<&Value, &Text>, Window) {
        let (value, window) = self.values[parameter.index()].at(day);
        (value.as_ref().map_err(Arc::as_ref), window)
    }

    /// The value of a parameter on every day.
    pub fn over_time(&self, parameter: ParameterId) -> &OverTime<Result<Value, Arc<Text>>> {
        &self.values[parameter.index()]
    }
}
