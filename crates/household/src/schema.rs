//! The JSON Schema (draft 2020-12) of the household file, made from the table of fields. YAML has
//! the same shape.

use engine::language::{Language, Text};
use serde_json::{Map, Value, json};

use crate::fields::{Absent, Field, Kind, Section};
use crate::file::Role;

const TITLE: Text = Text::fixed("Huishoudbestand", "Household file");
const DESCRIPTION: Text = Text::fixed(
    "Wie er in een huishouden wonen, hoe zij wonen, en wat zij verdienen en bezitten.",
    "Who lives in a household, how they live, and what they earn and own.",
);

/// The schema. What a schema cannot say (a birth before the rekendatum, say) is checked when a
/// file is read.
pub fn schema() -> Value {
    schema_in(Language::Dutch)
}

/// The schema, with its descriptions in a language.
pub fn schema_in(language: Language) -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": TITLE.get(language),
        "description": DESCRIPTION.get(language),
    });
    let file = group(Section::File, language);
    if let (Value::Object(schema), Value::Object(file)) = (&mut schema, file) {
        schema.extend(file);
    }
    schema
}

fn group(section: Section, language: Language) -> Value {
    let fields = section.fields();
    let named = |field: &Field| (field.key.to_string(), property(field, language));
    let properties: Map<String, Value> = fields.iter().map(named).collect();
    let required: Vec<&str> = fields
        .iter()
        .filter(|field| field.absent == Absent::Required)
        .map(|field| field.key)
        .collect();
    let mut group = json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    let conditions: Vec<Value> =
        Role::ALL.into_iter().filter_map(|role| only_for(role, fields)).collect();
    if !conditions.is_empty() {
        group["allOf"] = Value::Array(conditions);
    }
    group
}

/// Without this role, no fields of this role.
fn only_for(role: Role, fields: &[Field]) -> Option<Value> {
    let own = fields.iter().filter(|field| field.only_for == Some(role));
    let refused: Map<String, Value> =
        own.map(|field| (field.key.to_string(), Value::Bool(false))).collect();
    (!refused.is_empty()).then(|| {
        json!({
            "if": {"properties": {"rol": {"const": role.key()}}},
            "else": {"properties": refused},
        })
    })
}

fn property(field: &Field, language: Language) -> Value {
    let mut property = match field.kind {
        Kind::Euro(_) | Kind::Hours(_) => json!({"type": "number"}),
        Kind::Whole(_) => json!({"type": "integer"}),
        Kind::Boolean => json!({"type": "boolean"}),
        Kind::Date => json!({"type": "string", "format": "date"}),
        Kind::Choice(words) => json!({"type": "string", "enum": words}),
        Kind::Text => json!({"type": "string", "minLength": 1, "maxLength": 100}),
        Kind::Names => json!({
            "type": "array", "items": {"type": "string"}, "maxItems": 2, "uniqueItems": true,
        }),
        Kind::Fields(section) => {
            let unknown = section.fields().iter().filter(|field| field.can_be_unknown());
            let keys: Vec<&str> = unknown.map(|field| field.key).collect();
            json!({"type": "array", "items": {"type": "string", "enum": keys}, "uniqueItems": true})
        }
        Kind::Group(section) => group(section, language),
        Kind::Groups(section, most) => {
            json!({"type": "array", "items": group(section, language), "maxItems": most})
        }
    };
    if matches!(field.kind, Kind::Groups(Section::Person, _)) {
        property["minItems"] = json!(1);
        property["contains"] =
            json!({"properties": {"rol": {"const": Role::Aanvrager.key()}}, "required": ["rol"]});
        property["maxContains"] = json!(1);
    }
    if let Some((lowest, highest)) = field.range() {
        property["minimum"] = json!(lowest);
        property["maximum"] = json!(highest);
    }
    match field.absent {
        Absent::Number(number) => property["default"] = json!(number),
        Absent::Boolean(value) => property["default"] = json!(value),
        Absent::Word(word) => property["default"] = json!(word),
        Absent::Required | Absent::Nothing => {}
    }
    property["description"] = json!(field.meaning(language));
    property
}
