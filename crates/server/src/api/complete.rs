//! What the routes cannot say of themselves, added to the OpenAPI document: the shape of the household file,
//! what may be sent with an example, the headers of every answer, and that answers have all their fields.

use engine::language::Language;
use serde_json::{Map, Value as Json, json};

use crate::schema::HouseholdFile;

/// An example for who reads the description: the household file of the tour.
const EXAMPLE: &str = include_str!("../../../../voorbeelden/sam-en-noor.yaml");

/// Completes the document.
pub fn complete(api: &mut Json) {
    if let Some(schemas) = api.pointer_mut("/components/schemas").and_then(Json::as_object_mut) {
        schemas.values_mut().for_each(close);
        schemas.insert(HouseholdFile::NAME.to_string(), household());
    }
    let paths = api.get_mut("paths").and_then(Json::as_object_mut);
    for path in paths.into_iter().flat_map(Map::values_mut) {
        for operation in path.as_object_mut().into_iter().flat_map(Map::values_mut) {
            if operation.get("requestBody").is_some() {
                operation["requestBody"] = body();
            }
            let responses = operation.get_mut("responses").and_then(Json::as_object_mut);
            for (status, response) in responses.into_iter().flatten() {
                response["headers"] = headers(status);
            }
        }
    }
}

/// The schema of the household file, as a part of the document.
fn household() -> Json {
    let mut schema = household::schema_in(Language::Dutch);
    if let Some(schema) = schema.as_object_mut() {
        schema.remove("$schema");
    }
    schema
}

/// An answer has all its fields, also those that are `null`, and no others.
fn close(schema: &mut Json) {
    let Some(schema) = schema.as_object_mut() else { return };
    let Some(properties) = schema.get_mut("properties").and_then(Json::as_object_mut) else {
        return;
    };
    properties.values_mut().for_each(describe);
    let names: Vec<String> = properties.keys().cloned().collect();
    schema.insert("required".to_string(), json!(names));
    schema.insert("additionalProperties".to_string(), json!(false));
}

/// The description of a field that may be `null` stands with the field, not with one of its kinds.
fn describe(field: &mut Json) {
    let told = field.pointer_mut("/oneOf/0").and_then(Json::as_object_mut);
    if let Some(description) = told.and_then(|kind| kind.remove("description")) {
        field["description"] = description;
    }
}

/// A household file as JSON or YAML.
fn body() -> Json {
    let schema = json!({"$ref": format!("#/components/schemas/{}", HouseholdFile::NAME)});
    let content = |example: Json| {
        let example = json!({"summary": "Een ouder met een kind", "value": example});
        json!({"schema": schema, "examples": {"gezin": example}})
    };
    let household = json!({
        "rekendatum": "2026-01-15",
        "huishouden": {
            "gemeente": "Tilburg",
            "woning": {"soort": "huurwoning", "kale_huur": 650},
            "personen": [
                {"naam": "Sam", "rol": "aanvrager", "geboortedatum": "1991-03-14", "loon": 28000},
                {"naam": "Noor", "rol": "kind", "geboortedatum": "2019-09-02"},
            ],
        },
    });
    json!({
        "description": "Het huishouden.",
        "required": true,
        "content": {
            "application/json": content(household),
            "application/yaml": content(json!(EXAMPLE)),
        },
    })
}

/// The headers of an answer with a status.
fn headers(status: &str) -> Json {
    let mut headers = json!({
        "API-Version": {
            "description": "De versie van de API.",
            "required": true,
            "schema": {"type": "string"},
        },
    });
    if status == "503" {
        headers["Retry-After"] = json!({
            "description": "Na hoeveel seconden het weer kan, als het te druk is.",
            "schema": {"type": "integer"},
        });
    }
    headers
}
