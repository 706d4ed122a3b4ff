//! From a household to objects for the rules.
//!
//! What the rules do not know is not set: an objecttype, attribuut, kenmerk or feittype that the
//! model does not have leaves its fields out of the objects. [`unknown_to`] tells which fields
//! those are, so that a test can hold the rules and the file together.

mod changed;

use std::sync::Arc;

use engine::data::{Data, DataError, InstanceId};
use engine::language::{Bilingual, Text};
use engine::text;
use regelspraak::model::{Model, ObjectTypeId, Property, Type, Unit, Value};
use regelspraak::number::Number;
use thiserror::Error;

use crate::fields::{Field, Kind, Per, Section, Target};
use crate::file::{FieldValue, HouseholdFile, Person, Role, Values};

/// The objects of one household.
#[derive(Debug, Clone)]
pub struct Objects {
    /// The objects with their values and facts.
    pub data: Data,
    /// The household.
    pub huishouden: InstanceId,
    /// The home, if the model knows homes.
    pub woning: Option<InstanceId>,
    /// The municipality, if it is known and the model knows municipalities.
    pub gemeente: Option<InstanceId>,
    /// The persons, in the order of [`HouseholdFile::personen`]. Their ids are their names.
    pub personen: Vec<InstanceId>,
}

impl Objects {
    /// The childcare of all children, in the order of the file.
    pub fn childcare(&self, model: &Model) -> impl Iterator<Item = InstanceId> + use<> {
        let objecttype = Section::Childcare.objecttype().and_then(|name| model.objecttype(name));
        let all = objecttype.map(|objecttype| self.data.instances(objecttype).collect::<Vec<_>>());
        all.unwrap_or_default().into_iter()
    }
}

/// A model that a household does not fit in. The rules are wrong then, not the household.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MappingError {
    /// The model lacks what every household needs.
    #[error("de regels kennen het objecttype {0} niet")]
    NoObjectType(&'static str),
    /// An attribuut has another datatype than the field.
    #[error(
        "het veld '{field}' past niet bij het attribuut {attribute} van {objecttype}: {reason}"
    )]
    Mismatch {
        /// The field of the file.
        field: &'static str,
        /// The attribuut.
        attribute: String,
        /// Its objecttype.
        objecttype: String,
        /// What is wrong.
        reason: Text,
    },
    /// The engine refuses a value or a fact.
    #[error(transparent)]
    Data(#[from] DataError),
}

impl Bilingual for MappingError {
    fn english(&self) -> String {
        match self {
            MappingError::NoObjectType(name) => {
                format!("the rules do not know the objecttype {name}")
            }
            MappingError::Mismatch { field, attribute, objecttype, reason } => format!(
                "the field '{field}' does not fit the attribuut {attribute} of {objecttype}: {}",
                reason.english()
            ),
            MappingError::Data(error) => error.english(),
        }
    }
}

/// The fields that become an attribuut or kenmerk, but not in this model.
pub fn unknown_to(model: &Model) -> Vec<(Section, &'static Field)> {
    let all = Section::ALL.into_iter();
    let all = all.flat_map(|section| section.fields().iter().map(move |field| (section, field)));
    all.filter(|(section, field)| {
        let (Some(objecttype), Some(name)) = (section.objecttype(), field.name_in_rules()) else {
            return false;
        };
        let known = model.objecttype(objecttype).is_some_and(|objecttype| {
            model.attribute(objecttype, &name).is_some()
                || model.kenmerk(objecttype, &name).is_some()
        });
        !known
    })
    .collect()
}

/// A property that a field of the household becomes.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldProperty {
    /// Where the field stands.
    pub section: Section,
    /// The field.
    pub field: &'static Field,
    /// The property.
    pub property: Property,
    /// By what the number of the field is multiplied, for a number.
    pub factor: Number,
}

/// The properties that the fields of a household become in this model.
pub fn field_properties(model: &Model) -> Vec<FieldProperty> {
    let all = Section::ALL.into_iter();
    let all = all.flat_map(|section| section.fields().iter().map(move |field| (section, field)));
    let property = |(section, field): (Section, &'static Field)| {
        let objecttype = model.objecttype(section.objecttype()?)?;
        let name = field.name_in_rules()?;
        let (property, factor) = match field.target {
            Target::Kenmerk | Target::NamedKenmerk(_) => {
                (Property::Kenmerk(model.kenmerk(objecttype, &name)?), Number::ONE)
            }
            _ => {
                let attribute = model.attribute(objecttype, &name)?;
                let factor = match &model[attribute].datatype {
                    Type::Number(declared) => {
                        convert(model, field.kind, &Number::ONE, &declared.unit)?
                    }
                    _ => Number::ONE,
                };
                (Property::Attribute(attribute), factor)
            }
        };
        Some(FieldProperty { section, field, property, factor })
    };
    all.filter_map(property).collect()
}

/// The properties of the model that differ between households of the same make-up: amounts, days,
/// answers and most choices. The role of a person, the kind of home and whether somebody applies for
/// bijstand belong to the make-up.
pub fn varying(model: &Model) -> Vec<Property> {
    let varies = |it: &FieldProperty| match it.field.kind {
        // Who rents pays no mortgage, and a child has no wage: kinds of homes and roles are shapes.
        Kind::Choice(_) => !(it.section == Section::Home || it.field.key == "rol"),
        // Bijstand is half of all the work, and most households do not apply for it.
        _ if it.field.key == "bijstand_aangevraagd" => false,
        _ => model.property_type(it.property) != Type::Text,
    };
    field_properties(model).into_iter().filter(varies).map(|it| it.property).collect()
}

impl HouseholdFile {
    /// The objects of this household, for a run with `model`.
    pub fn objects(&self, model: &Model) -> Result<Objects, MappingError> {
        let needed = |name| model.objecttype(name).ok_or(MappingError::NoObjectType(name));
        let (household_type, person_type) = (needed("Huishouden")?, needed("Persoon")?);
        let mut builder = Builder { model, data: Data::new(model) };
        let huishouden = builder.add(household_type, "huishouden", &self.huishouden)?;
        let woning = match builder.type_of(Section::Home) {
            Some(objecttype) => Some(builder.add(objecttype, "woning", &self.woning)?),
            None => None,
        };
        let gemeente = self.municipality(&mut builder)?;
        let mut personen = Vec::with_capacity(self.personen.len());
        for (position, person) in self.personen.iter().enumerate() {
            personen.push(builder.person(person_type, position, person)?);
        }
        let mut objects = Objects { data: builder.data, huishouden, woning, gemeente, personen };
        self.relate(model, &mut objects)?;
        Ok(objects)
    }

    fn municipality(&self, builder: &mut Builder<'_>) -> Result<Option<InstanceId>, MappingError> {
        let objecttype = builder.model.objecttype("Gemeente");
        let Some((gemeente, objecttype)) = self.gemeente.zip(objecttype) else { return Ok(None) };
        let instance = builder.add(objecttype, gemeente.code, &Values::default())?;
        for (name, text) in [("naam", gemeente.name), ("code", gemeente.code)] {
            builder.set_own(instance, name, Value::Text(Arc::from(text)))?;
        }
        Ok(Some(instance))
    }

    fn relate(&self, model: &Model, objects: &mut Objects) -> Result<(), MappingError> {
        let Objects { data, huishouden, woning, gemeente, personen } = objects;
        let mut facts = Facts { model, data };
        for &person in personen.iter() {
            facts.add("huishouden van personen", "lid", person, *huishouden)?;
        }
        if let Some(woning) = *woning {
            facts.add("woning van huishouden", "woning", woning, *huishouden)?;
        }
        if let Some(gemeente) = *gemeente {
            facts.add("gemeente van huishouden", "gemeente", gemeente, *huishouden)?;
        }
        let first = |role| self.personen.iter().position(|person| person.rol == role);
        if let (Some(one), Some(other)) = (first(Role::Aanvrager), first(Role::Partner)) {
            let (one, other) = (personen[one], personen[other]);
            facts.add("relatie tussen partners", "partner", one, other)?;
        }
        for (child, person) in personen.iter().zip(&self.personen) {
            for &parent in &person.ouders {
                facts.add("ouderschap", "ouder", personen[parent], *child)?;
            }
            childcare(&mut facts, *child, person)?;
        }
        Ok(())
    }
}

fn childcare(
    facts: &mut Facts<'_>,
    child: InstanceId,
    person: &Person,
) -> Result<(), MappingError> {
    let objecttype = Section::Childcare.objecttype().and_then(|name| facts.model.objecttype(name));
    let Some(objecttype) = objecttype else { return Ok(()) };
    for (position, opvang) in person.opvang.iter().enumerate() {
        let id = format!("{}, opvang {}", person.naam, position + 1);
        let place = facts.data.add(facts.model, objecttype, &id)?;
        for (field, value, _) in opvang.iter() {
            set(facts.model, facts.data, place, field, value)?;
        }
        facts.add("opvang van kind", "opvang", place, child)?;
    }
    Ok(())
}

/// Makes instances with their values.
struct Builder<'m> {
    model: &'m Model,
    data: Data,
}

impl Builder<'_> {
    fn type_of(&self, section: Section) -> Option<ObjectTypeId> {
        section.objecttype().and_then(|name| self.model.objecttype(name))
    }

    fn add(
        &mut self,
        objecttype: ObjectTypeId,
        id: &str,
        values: &Values,
    ) -> Result<InstanceId, MappingError> {
        let instance = self.data.add(self.model, objecttype, id)?;
        for (field, value, _) in values.iter() {
            set(self.model, &mut self.data, instance, field, value)?;
        }
        Ok(instance)
    }

    fn person(
        &mut self,
        objecttype: ObjectTypeId,
        position: usize,
        person: &Person,
    ) -> Result<InstanceId, MappingError> {
        let instance = self.add(objecttype, &person.naam, &person.values)?;
        for key in ["naam", "rol", "geboortedatum"] {
            if let (Some(field), Some(value)) = (Section::Person.field(key), person.value(key)) {
                set(self.model, &mut self.data, instance, field, &value)?;
            }
        }
        let number = Number::from(i64::try_from(position + 1).unwrap_or(i64::MAX));
        self.set_own(instance, "volgnummer", Value::Number(number))?;
        Ok(instance)
    }

    /// Sets an attribuut that is no field of the file, if the model has it.
    fn set_own(
        &mut self,
        instance: InstanceId,
        attribute: &str,
        value: Value,
    ) -> Result<(), DataError> {
        match self.model.attribute(instance.objecttype, attribute) {
            Some(attribute) => self.data.set(self.model, instance, attribute, value),
            None => Ok(()),
        }
    }
}

/// Relates instances.
struct Facts<'m> {
    model: &'m Model,
    data: &'m mut Data,
}

impl Facts<'_> {
    /// States that `player` plays `role` for `other`, if the model has the feittype. The role is
    /// told from the one on the other side by its objecttype, or else by its name.
    fn add(
        &mut self,
        facttype: &str,
        role: &str,
        player: InstanceId,
        other: InstanceId,
    ) -> Result<(), DataError> {
        let Some(id) = self.model.facttype(facttype) else { return Ok(()) };
        let [one, two] = self.model[id].roles.map(|role| &self.model[role]);
        let player_first = match one.objecttype == two.objecttype {
            true => one.name.singular == role,
            false => one.objecttype == player.objecttype,
        };
        let (first, second) = if player_first { (player, other) } else { (other, player) };
        self.data.relate(self.model, id, first, second)
    }
}

/// Gives an instance the value of a field, if the model has a place for it.
fn set(
    model: &Model,
    data: &mut Data,
    instance: InstanceId,
    field: &'static Field,
    value: &FieldValue,
) -> Result<(), MappingError> {
    let Some(name) = field.name_in_rules() else { return Ok(()) };
    let kenmerk = model.kenmerk(instance.objecttype, &name);
    if let (Target::Kenmerk | Target::NamedKenmerk(_), FieldValue::Boolean(holds), Some(kenmerk)) =
        (field.target, value, kenmerk)
    {
        data.mark(model, instance, kenmerk, *holds)?;
        return Ok(());
    }
    let Some(attribute) = model.attribute(instance.objecttype, &name) else { return Ok(()) };
    let value = to_model(model, field, &model[attribute].datatype, value).map_err(|reason| {
        MappingError::Mismatch {
            field: field.key,
            attribute: name,
            objecttype: model[instance.objecttype].name.singular.clone(),
            reason,
        }
    })?;
    data.set(model, instance, attribute, value)?;
    Ok(())
}

/// The value as the attribuut holds it, or what is wrong with the attribuut.
fn to_model(
    model: &Model,
    field: &Field,
    datatype: &Type,
    value: &FieldValue,
) -> Result<Value, Text> {
    match (value, datatype) {
        (FieldValue::Number(number), Type::Number(declared)) => {
            convert(model, field.kind, number, &declared.unit).map(Value::Number).ok_or_else(|| {
                let unit = model.units.display(&declared.unit);
                text!("een bedrag kan niet in {unit} staan", "an amount cannot be in {unit}")
            })
        }
        (FieldValue::Boolean(value), Type::Boolean) => Ok(Value::Boolean(*value)),
        (FieldValue::Date(date), Type::Date(_)) => Ok(Value::Date(*date)),
        (FieldValue::Word(word), Type::Enumeration(domain)) => {
            let position = model[*domain].values.iter().position(|value| value == word);
            let position = position.and_then(|position| u16::try_from(position).ok());
            position.map(Value::Enumeration).ok_or_else(|| {
                let name = &model[*domain].name;
                text!(
                    "het domein {name} heeft geen waarde '{word}'",
                    "the domein {name} has no value '{word}'"
                )
            })
        }
        (FieldValue::Word(word), Type::Text) => Ok(Value::Text(Arc::from(*word))),
        (FieldValue::Text(text), Type::Text) => Ok(Value::Text(Arc::from(text.as_str()))),
        _ => Err(Text::fixed("het datatype is anders", "the datatype is different")),
    }
}

/// A number in the unit of an attribuut. An amount per year or month fits plain euros as it is;
/// an attribuut with a unit of time of its own gets the amount converted.
fn convert(model: &Model, kind: Kind, number: &Number, unit: &Unit) -> Option<Number> {
    let Kind::Euro(per) = kind else { return Some(number.clone()) };
    let euro = Unit::base(model.units.find("€")?);
    let time = match per {
        _ if *unit == euro || unit.is_none() => return Some(number.clone()),
        Per::Year => "jr",
        Per::Month => "mnd",
        Per::Hour => "u",
        Per::Moment => return None,
    };
    let amount = euro.times(&Unit::base(model.units.find(time)?), -1)?;
    Some(number * &model.units.factor(&amount, unit)?)
}
