//! The objects of a household of which only some values changed. Looking up what every field is in the
//! rules takes as long as a short run; a search does it only for what it changes.

use engine::data::{Data, InstanceId};
use regelspraak::model::Model;

use super::{MappingError, Objects, set};
use crate::file::{HouseholdFile, Values};

impl Objects {
    /// Gives the data of a household with these objects, `from`, the values of persons and home of
    /// another with the same objects.
    pub(crate) fn set_values(
        &self,
        model: &Model,
        data: &mut Data,
        from: &HouseholdFile,
        to: &HouseholdFile,
    ) -> Result<(), MappingError> {
        let mut change = |instance: InstanceId, from: &Values, to: &Values| {
            let changed = to.iter().filter(|(field, value, _)| from.get(field.key) != Some(*value));
            changed
                .into_iter()
                .try_for_each(|(field, value, _)| set(model, data, instance, field, value))
        };
        if let Some(home) = self.woning {
            change(home, &from.woning, &to.woning)?;
        }
        let persons = from.personen.iter().zip(&to.personen).zip(&self.personen);
        for ((from, to), instance) in persons {
            change(*instance, &from.values, &to.values)?;
        }
        Ok(())
    }
}
