//! Instances, what is known of them, and how they relate.

mod error;
mod facts;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use regelspraak::model::{
    AttributeId, FactTypeId, KenmerkId, Model, ObjectTypeId, Property, RoleId, Value,
};

pub use error::DataError;
pub use facts::Facts;

use crate::describe;
use crate::over_time::{OverTime, Window};

/// An instance: its objecttype and its position among the instances of that type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InstanceId {
    /// Its objecttype.
    pub objecttype: ObjectTypeId,
    /// Its position, in the order in which instances were added.
    pub index: u32,
}

impl InstanceId {
    /// The position as an index into a column of its objecttype.
    pub fn position(self) -> usize {
        self.index as usize
    }
}

/// The input of a run: instances by objecttype, one column for each attribuut and kenmerk, and
/// the facts between instances (sections 3.1, 3.2, 3.5 and 3.11).
///
/// Everything that enters is checked against the model, so that an executor need not check it
/// again. The same model must be used for every call.
#[derive(Debug, Clone)]
pub struct Data {
    /// By objecttype, the external id of each instance.
    ids: Vec<Vec<Arc<str>>>,
    /// By objecttype, the position of each external id.
    positions: Vec<HashMap<Arc<str>, u32>>,
    /// By attribuut, one value for each instance of its objecttype.
    attributes: Vec<Vec<Value>>,
    /// By kenmerk, one value for each instance of its objecttype.
    kenmerken: Vec<Vec<bool>>,
    /// What was given over time instead.
    over_time: HashMap<(Property, u32), OverTime<Value>>,
    facts: Facts,
}

static TRUE: Value = Value::Boolean(true);
static FALSE: Value = Value::Boolean(false);

impl Data {
    /// No instances yet.
    pub fn new(model: &Model) -> Data {
        Data {
            ids: vec![Vec::new(); model.objecttypes.len()],
            positions: vec![HashMap::new(); model.objecttypes.len()],
            attributes: vec![Vec::new(); model.attributes.len()],
            kenmerken: vec![Vec::new(); model.kenmerken.len()],
            over_time: HashMap::new(),
            facts: Facts::new(model),
        }
    }

    /// Adds an instance; all its attributen are leeg, its kenmerken onwaar. The id must be new
    /// among the instances of its objecttype.
    pub fn add(
        &mut self,
        model: &Model,
        objecttype: ObjectTypeId,
        id: &str,
    ) -> Result<InstanceId, DataError> {
        let ids = &mut self.ids[objecttype.index()];
        let index = u32::try_from(ids.len()).map_err(|_| DataError::TooMany)?;
        let id: Arc<str> = id.into();
        if self.positions[objecttype.index()].contains_key(&id) {
            let objecttype = model[objecttype].name.singular.clone();
            return Err(DataError::DuplicateId { objecttype, id: id.to_string() });
        }
        self.positions[objecttype.index()].insert(id.clone(), index);
        ids.push(id);
        for attribute in &model[objecttype].attributes {
            self.attributes[attribute.index()].push(Value::Empty);
        }
        for kenmerk in &model[objecttype].kenmerken {
            self.kenmerken[kenmerk.index()].push(false);
        }
        self.facts.add_instance(model, objecttype);
        Ok(InstanceId { objecttype, index })
    }

    /// Gives an attribuut of an instance a value, in the unit of the attribuut. Refused when the
    /// value does not fit the datatype (section 3.3).
    pub fn set(
        &mut self,
        model: &Model,
        instance: InstanceId,
        attribute: AttributeId,
        value: Value,
    ) -> Result<(), DataError> {
        let declared = &model[attribute];
        if declared.objecttype != instance.objecttype {
            return Err(self.wrong_owner(model, instance, &declared.name.singular));
        }
        if !describe::fits(model, &declared.datatype, &value) {
            return Err(DataError::DoesNotFit {
                attribute: declared.name.singular.clone(),
                id: self.id(instance).to_string(),
                value: describe::with_unit(model, &declared.datatype, &value),
                expected: describe::datatype(model, &declared.datatype),
            });
        }
        self.attributes[attribute.index()][instance.position()] = value;
        Ok(())
    }

    /// Gives or takes a kenmerk of an instance.
    pub fn mark(
        &mut self,
        model: &Model,
        instance: InstanceId,
        kenmerk: KenmerkId,
        holds: bool,
    ) -> Result<(), DataError> {
        let declared = &model[kenmerk];
        if declared.objecttype != instance.objecttype {
            return Err(self.wrong_owner(model, instance, &declared.name.singular));
        }
        self.kenmerken[kenmerk.index()][instance.position()] = holds;
        Ok(())
    }

    /// Gives any property of an instance a value, as [`Data::set`] and [`Data::mark`] do; a kenmerk is
    /// a boolean. Refused when the value is of another kind, and for a check, which is never given.
    pub fn set_property(
        &mut self,
        model: &Model,
        instance: InstanceId,
        property: Property,
        value: Value,
    ) -> Result<(), DataError> {
        match (property, value) {
            (Property::Attribute(attribute), value) => self.set(model, instance, attribute, value),
            (Property::Kenmerk(kenmerk), Value::Boolean(holds)) => {
                self.mark(model, instance, kenmerk, holds)
            }
            (Property::Kenmerk(_), value) => {
                let datatype = model.property_type(property);
                Err(DataError::DoesNotFit {
                    attribute: model.property_name(property).singular.clone(),
                    id: self.id(instance).to_string(),
                    value: describe::with_unit(model, &datatype, &value),
                    expected: describe::datatype(model, &datatype),
                })
            }
            (Property::Check(_), _) => Err(DataError::Derived {
                property: model.property_name(property).singular.clone(),
                id: self.id(instance).to_string(),
            }),
        }
    }

    /// Gives a property of an instance its value on every day; a kenmerk is a boolean. Refused when
    /// the property has no timeline, or the value changes on other days than that has knips.
    pub fn set_over_time(
        &mut self,
        model: &Model,
        instance: InstanceId,
        property: Property,
        values: OverTime<Value>,
    ) -> Result<(), DataError> {
        let name = &model.property_name(property).singular;
        if model.property_owner(property) != instance.objecttype {
            return Err(self.wrong_owner(model, instance, name));
        }
        let datatype = model.property_type(property);
        let timeline = model.property_timeline(property);
        for (window, value) in values.windows() {
            if !describe::fits(model, &datatype, value) {
                return Err(DataError::DoesNotFit {
                    attribute: name.clone(),
                    id: self.id(instance).to_string(),
                    value: describe::with_unit(model, &datatype, value),
                    expected: describe::datatype(model, &datatype),
                });
            }
            let cuts = timeline.is_some_and(|timeline| timeline.cuts(window.from));
            if window.from > Date::MIN && !cuts {
                return Err(DataError::NoKnip {
                    property: name.clone(),
                    id: self.id(instance).to_string(),
                    day: window.from,
                    timeline: timeline.map(|timeline| timeline.describe()),
                });
            }
        }
        self.over_time.insert((property, instance.index), values);
        Ok(())
    }

    /// What was given for a property on a day, and the days around it on which that is the same;
    /// a kenmerk is a boolean.
    pub fn given(&self, property: Property, instance: InstanceId, day: Date) -> (&Value, Window) {
        if let Some(values) = self.over_time.get(&(property, instance.index)) {
            return values.at(day);
        }
        let value = match property {
            Property::Attribute(attribute) => self.value(attribute, instance),
            Property::Kenmerk(kenmerk) if self.has(kenmerk, instance) => &TRUE,
            // Nobody gives that something is inconsistent.
            Property::Kenmerk(_) | Property::Check(_) => &FALSE,
        };
        (value, Window::ALWAYS)
    }

    /// What was given for a property over time, if it was.
    pub fn given_over_time(
        &self,
        property: Property,
        instance: InstanceId,
    ) -> Option<&OverTime<Value>> {
        self.over_time.get(&(property, instance.index))
    }

    /// Whether anything was given over time.
    pub fn has_over_time(&self) -> bool {
        !self.over_time.is_empty()
    }

    /// Adds a fact: `first` plays the first role of the feittype, `second` the second. A fact
    /// stated twice is one fact. Refused when an instance cannot play its role, or when a role
    /// that one instance may play would be played by two.
    pub fn relate(
        &mut self,
        model: &Model,
        facttype: FactTypeId,
        first: InstanceId,
        second: InstanceId,
    ) -> Result<(), DataError> {
        let [one, other] = model[facttype].roles;
        for (role, player, beside) in [(one, first, second), (other, second, first)] {
            let declared = &model[role];
            if declared.objecttype != player.objecttype {
                return Err(DataError::WrongPlayer {
                    role: declared.name.singular.clone(),
                    expected: model[declared.objecttype].name.singular.clone(),
                    id: self.id(player).to_string(),
                    found: model[player.objecttype].name.singular.clone(),
                });
            }
            let players = self.facts.players(role, beside.index);
            if !declared.many && players.iter().any(|&other| other != player.index) {
                return Err(DataError::RoleTaken {
                    role: declared.name.singular.clone(),
                    of: self.id(beside).to_string(),
                    facttype: model[facttype].name.clone(),
                });
            }
        }
        self.facts.add(one, second.index, first.index);
        self.facts.add(other, first.index, second.index);
        Ok(())
    }

    fn wrong_owner(&self, model: &Model, instance: InstanceId, property: &str) -> DataError {
        DataError::WrongOwner {
            property: property.to_string(),
            objecttype: model[instance.objecttype].name.singular.clone(),
            id: self.id(instance).to_string(),
        }
    }

    /// How many instances of an objecttype there are.
    pub fn count(&self, objecttype: ObjectTypeId) -> usize {
        self.ids[objecttype.index()].len()
    }

    /// All instances of an objecttype, in the order in which they were added.
    pub fn instances(&self, objecttype: ObjectTypeId) -> impl Iterator<Item = InstanceId> + use<> {
        let count = self.ids[objecttype.index()].len() as u32;
        (0..count).map(move |index| InstanceId { objecttype, index })
    }

    /// The external id of an instance.
    pub fn id(&self, instance: InstanceId) -> &str {
        &self.ids[instance.objecttype.index()][instance.position()]
    }

    /// The instance of an objecttype with this external id.
    pub fn find(&self, objecttype: ObjectTypeId, id: &str) -> Option<InstanceId> {
        let index = *self.positions[objecttype.index()].get(id)?;
        Some(InstanceId { objecttype, index })
    }

    /// The value given for an attribuut, or leeg; what was given over time is not looked at.
    pub fn value(&self, attribute: AttributeId, instance: InstanceId) -> &Value {
        &self.attributes[attribute.index()][instance.position()]
    }

    /// Whether a kenmerk was given.
    pub fn has(&self, kenmerk: KenmerkId, instance: InstanceId) -> bool {
        self.kenmerken[kenmerk.index()][instance.position()]
    }

    /// The column of an attribuut: one value for each instance of its objecttype.
    pub fn attribute_column(&self, attribute: AttributeId) -> &[Value] {
        &self.attributes[attribute.index()]
    }

    /// The column of a kenmerk.
    pub fn kenmerk_column(&self, kenmerk: KenmerkId) -> &[bool] {
        &self.kenmerken[kenmerk.index()]
    }

    /// The facts.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Those who play `role` for the instance on the other side of its feittype.
    pub fn players(&self, role: RoleId, of: InstanceId) -> &[u32] {
        self.facts.players(role, of.index)
    }
}
