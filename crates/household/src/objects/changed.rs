//! The objects of a household of which only some values changed. Looking up what every field is in the
//! rules takes as long as a short run; a search does it only for what it changes.

use engine::data::{Data, InstanceId};
use regelspraak::model::Model;

use super::{MappingError, Objects, set};
use crate::file::{HouseholdFile, Values};

impl HouseholdFile {
    /// Whether the same persons and the same childcare are in another household, in the same order: then
    /// the same objects are.
    pub(crate) fn has_objects_of(&self, other: &HouseholdFile) -> bool {
        let persons = self.personen.iter().zip(&other.personen);
        self.personen.len() == other.personen.len()
            && persons.into_iter().all(|(one, two)| {
                one.naam == two.naam && one.ouders == two.ouders && one.opvang == two.opvang
            })
    }
}

impl Objects {
    /// The data of a household with these objects, `from`, with the values of another with the same
    /// objects.
    pub(crate) fn with_values(
        &self,
        model: &Model,
        from: &HouseholdFile,
        to: &HouseholdFile,
    ) -> Result<Data, MappingError> {
        let mut data = self.data.clone();
        let mut change = |instance: InstanceId, from: &Values, to: &Values| {
            let changed = to.iter().filter(|(field, value, _)| from.get(field.key) != Some(*value));
            changed
                .into_iter()
                .try_for_each(|(field, value, _)| set(model, &mut data, instance, field, value))
        };
        if let Some(home) = self.woning {
            change(home, &from.woning, &to.woning)?;
        }
        let persons = from.personen.iter().zip(&to.personen).zip(&self.personen);
        for ((from, to), instance) in persons {
            change(*instance, &from.values, &to.values)?;
        }
        Ok(data)
    }
}
