//! The facts of a household that the file leaves open.

use engine::columnar::Open;
use engine::data::InstanceId;
use regelspraak::model::{Model, Property, Type};
use regelspraak::number::Number;

use crate::fields::{Field, Section};
use crate::file::{HouseholdFile, Origin, Values};
use crate::objects::{FieldProperty, Objects, field_properties};

/// What the law asks of a child with childcare ends when secondary school begins; older children are not asked about.
const SCHOOL_AGE: i16 = 13;

/// A fact that is not in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenFact {
    /// Where it belongs in the file: `huishouden.personen[0].spaargeld`.
    pub place: String,
    /// The field.
    pub field: &'static Field,
    /// The section of the field.
    pub section: Section,
    /// The person it is about, by position.
    pub person: Option<usize>,
    /// Whether the file says that nobody knows it.
    pub unknown: bool,
    /// What it is in the rules.
    pub(super) open: Open,
}

/// The highest answer that is thought of, in the unit of the field, for the range of an outcome. Higher answers are
/// possible; the outcomes then lie beyond.
const THOUGHT_OF: [(&str, i64); 19] = [
    ("loon", 150_000),
    ("winst", 150_000),
    ("pensioen", 100_000),
    ("uitkering", 100_000),
    ("pensioenpremie", 20_000),
    ("spaargeld", 500_000),
    ("overig_vermogen", 500_000),
    ("schulden", 200_000),
    ("waarde_auto", 50_000),
    ("kale_huur", 2_000),
    ("servicekosten", 200),
    ("woz_waarde", 1_500_000),
    ("hypotheekrente", 40_000),
    ("hypotheekschuld", 1_000_000),
    ("gemeentelijke_heffingen", 2_000),
    ("maanden_laag_inkomen", 120),
    ("maanden_vrijlating_gebruikt", 60),
    ("uren", 230),
    ("uurtarief", 20),
];

/// The lowest answer that is thought of.
const LOWEST: [(&str, i64); 1] = [("winst", -30_000)];

fn between(field: &Field, factor: &Number) -> Option<(Number, Number)> {
    let (lowest, highest) = field.range()?;
    let known = |list: &[(&str, i64)], otherwise: i64| {
        let known = list.iter().find(|(key, _)| *key == field.key);
        Number::from(known.map_or(otherwise, |(_, number)| *number))
    };
    let low = known(&LOWEST, lowest.max(0));
    let high = known(&THOUGHT_OF, highest);
    Some((&low * factor, &high * factor))
}

/// The file with what it leaves open in the place of nothing: a young child may have childcare.
pub(super) fn with_room(file: &HouseholdFile) -> HouseholdFile {
    let mut file = file.clone();
    let day = file.rekendatum;
    for person in &mut file.personen {
        let young = person.age(day) < SCHOOL_AGE;
        if person.rol == crate::Role::Kind && young && person.opvang.is_empty() {
            let mut values = Values::default();
            for field in Section::Childcare.fields() {
                if let Some(value) = field.default_value() {
                    values.put(field, value, Origin::Default);
                }
            }
            person.opvang.push(values);
        }
    }
    file
}

/// Every fact that the file leaves open and that the rules know, in the order of the file.
pub(super) fn facts(model: &Model, file: &HouseholdFile, objects: &Objects) -> Vec<OpenFact> {
    let properties = field_properties(model);
    let mut facts = Vec::new();
    let mut add = |section: Section,
                   place: String,
                   values: &Values,
                   instance: InstanceId,
                   person: Option<usize>| {
        for (field, _, origin) in values.iter() {
            let of = |it: &&FieldProperty| it.section == section && it.field.key == field.key;
            let Some(known) = properties.iter().find(of) else { continue };
            if origin == Origin::Given || matches!(model.property_type(known.property), Type::Text)
            {
                continue;
            }
            let open =
                Open { property: known.property, instance, between: between(field, &known.factor) };
            let place = format!("{place}{}", field.key);
            let unknown = origin == Origin::Unknown;
            facts.push(OpenFact { place, field, section, person, unknown, open });
        }
    };
    if let Some(home) = objects.woning {
        add(Section::Home, "huishouden.woning.".into(), &file.woning, home, None);
    }
    let mut places = objects.childcare(model);
    for (at, (person, instance)) in file.personen.iter().zip(&objects.personen).enumerate() {
        let place = format!("huishouden.personen[{at}].");
        add(Section::Person, place.clone(), &person.values, *instance, Some(at));
        for (number, opvang) in person.opvang.iter().enumerate() {
            let Some(instance) = places.next() else { break };
            let place = format!("{place}opvang[{number}].");
            add(Section::Childcare, place, opvang, instance, Some(at));
        }
    }
    let household = (&file.huishouden, objects.huishouden);
    add(Section::Household, "huishouden.".into(), household.0, household.1, None);
    facts
}

impl OpenFact {
    /// Whether it is a yes or no.
    pub fn is_yes_no(&self) -> bool {
        matches!(self.open.property, Property::Kenmerk(_))
    }
}
