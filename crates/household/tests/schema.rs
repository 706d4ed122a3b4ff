//! The published schema follows the table of fields.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

use engine::language::Language;
use household::{Section, schema, schema_in};
use serde_json::Value;

fn properties(section: Section) -> Value {
    let file = schema();
    let household = &file["properties"]["huishouden"];
    let person = &household["properties"]["personen"]["items"];
    let found = match section {
        Section::File => &file,
        Section::Household => household,
        Section::Home => &household["properties"]["woning"],
        Section::Person => person,
        Section::Childcare => &person["properties"]["opvang"]["items"],
    };
    assert_eq!(found["additionalProperties"], false);
    found["properties"].clone()
}

#[test]
fn every_field_is_in_the_schema_and_nothing_else() {
    for section in Section::ALL {
        let properties = properties(section);
        let keys: Vec<&str> = properties.as_object().unwrap().keys().map(String::as_str).collect();
        let fields: Vec<&str> = section.fields().iter().map(|field| field.key).collect();
        assert_eq!(keys, fields);
        for field in section.fields() {
            let property = &properties[field.key];
            assert_eq!(property["description"], field.description, "{}", field.key);
            assert!(field.description.ends_with(['.', '?']), "{}", field.key);
            let has_default = field.default_value().is_some();
            assert_eq!(property.get("default").is_some(), has_default, "{}", field.key);
        }
    }
}

#[test]
fn the_schema_is_the_same_in_english_but_for_its_descriptions() {
    let (dutch, english) = (schema(), schema_in(Language::English));
    let mut described = 0;
    same_but_for_descriptions(&dutch, &english, &mut described);
    let fields: usize = Section::ALL.into_iter().map(|section| section.fields().len()).sum();
    assert_eq!(described, fields + 1);
    let first = &english["properties"]["rekendatum"]["description"];
    assert!(first.as_str().unwrap().starts_with("The day the answer is for"), "{first}");
}

fn same_but_for_descriptions(dutch: &Value, english: &Value, described: &mut usize) {
    match (dutch, english) {
        (Value::Object(one), Value::Object(other)) => {
            assert!(one.keys().eq(other.keys()));
            for (key, value) in one {
                let beside = &other[key];
                match (key.as_str(), value) {
                    ("description", Value::String(text)) => {
                        *described += 1;
                        assert_ne!(beside, text);
                    }
                    ("title", Value::String(_)) => {}
                    _ => same_but_for_descriptions(value, beside, described),
                }
            }
        }
        (Value::Array(one), Value::Array(other)) => {
            assert_eq!(one.len(), other.len());
            let pairs = one.iter().zip(other);
            pairs.for_each(|(one, other)| same_but_for_descriptions(one, other, described));
        }
        (one, other) => assert_eq!(one, other),
    }
}

#[test]
fn a_person_in_the_schema() {
    let person = properties(Section::Person);
    let shown = ["rol", "winst", "uren_per_week", "zorgverzekerd", "ouders"].map(|key| {
        let property = serde_json::to_string_pretty(&person[key]).unwrap();
        format!("{key}: {property}\n")
    });
    insta::assert_snapshot!("person", shown.concat());
    let items = schema()["properties"]["huishouden"]["properties"]["personen"]["items"].clone();
    insta::assert_snapshot!(
        "fields_for_one_role",
        serde_json::to_string_pretty(&items["allOf"]).unwrap()
    );
}
