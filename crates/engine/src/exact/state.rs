//! What is known while a run is under way: the input, and what was derived so far.

use regelspraak::model::{AttributeId, KenmerkId, Model, Value};

use super::fault::SharedFault;
use crate::data::{Data, InstanceId};

/// The input with, over it, a column for each property derived so far.
#[derive(Debug, Clone)]
pub(crate) struct State {
    pub data: Data,
    attributes: Vec<Option<Vec<Result<Value, SharedFault>>>>,
    kenmerken: Vec<Option<Vec<Result<bool, SharedFault>>>>,
}

impl State {
    pub fn new(model: &Model, data: Data) -> State {
        State {
            data,
            attributes: vec![None; model.attributes.len()],
            kenmerken: vec![None; model.kenmerken.len()],
        }
    }

    /// The value of an attribuut: as derived, or else as given.
    pub fn value(
        &self,
        attribute: AttributeId,
        instance: InstanceId,
    ) -> Result<&Value, &SharedFault> {
        match &self.attributes[attribute.index()] {
            Some(column) => column[instance.position()].as_ref(),
            None => Ok(self.data.value(attribute, instance)),
        }
    }

    /// Whether an instance has a kenmerk: as derived, or else as given.
    pub fn has(&self, kenmerk: KenmerkId, instance: InstanceId) -> Result<bool, &SharedFault> {
        match &self.kenmerken[kenmerk.index()] {
            Some(column) => match &column[instance.position()] {
                Ok(holds) => Ok(*holds),
                Err(fault) => Err(fault),
            },
            None => Ok(self.data.has(kenmerk, instance)),
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
}
