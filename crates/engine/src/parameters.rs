//! The values of parameters on one day.

use std::sync::Arc;

use regelspraak::model::{Model, ParameterId, Value};
use thiserror::Error;

use crate::describe;
use crate::language::{Bilingual, Text};

/// For each parameter its value on the day of a run, or why there is none (section 3.10). Cheap
/// to clone.
#[derive(Debug, Clone)]
pub struct ParameterValues {
    values: Arc<Vec<Result<Value, Arc<Text>>>>,
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
        let none = Err(Arc::new(none));
        ParameterValues { values: Arc::new(vec![none; model.parameters.len()]) }
    }

    /// Gives a parameter its value, in the unit of the parameter.
    pub fn set(
        &mut self,
        model: &Model,
        parameter: ParameterId,
        value: Value,
    ) -> Result<(), ParameterError> {
        let declared = &model[parameter];
        if !describe::fits(model, &declared.datatype, &value) {
            return Err(ParameterError {
                parameter: declared.name.singular.clone(),
                value: describe::with_unit(model, &declared.datatype, &value),
                expected: describe::datatype(model, &declared.datatype),
            });
        }
        Arc::make_mut(&mut self.values)[parameter.index()] = Ok(value);
        Ok(())
    }

    /// Says why a parameter has no value on this day.
    pub fn set_missing(&mut self, parameter: ParameterId, reason: Text) {
        Arc::make_mut(&mut self.values)[parameter.index()] = Err(Arc::new(reason));
    }

    /// The value of a parameter, or why it has none.
    pub fn get(&self, parameter: ParameterId) -> Result<&Value, &Text> {
        self.values[parameter.index()].as_ref().map_err(Arc::as_ref)
    }
}
