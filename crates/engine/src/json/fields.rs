//! Reading the fields of JSON objects, strictly.

use serde_json::{Map, Value as Json};

use super::error::{JsonError, JsonProblem, names};
use crate::language::Text;

const OBJECT: Text = Text::fixed("een object met velden { … }", "an object with fields { … }");
const LIST: Text = Text::fixed("een lijst [ … ]", "a list [ … ]");

/// What stands there, for a message.
pub(super) fn found(json: &Json) -> Text {
    match json {
        Json::Null => Text::same("null"),
        Json::Bool(value) => Text::same(value.to_string()),
        Json::Number(number) => Text::same(number.to_string()),
        Json::String(text) => Text::same(format!("\"{text}\"")),
        Json::Array(_) => Text::fixed("een lijst", "a list"),
        Json::Object(_) => Text::fixed("een object", "an object"),
    }
}

pub(super) fn unexpected(json: &Json, expected: Text) -> JsonProblem {
    JsonProblem::Unexpected { found: found(json), expected }
}

pub(super) fn object<'j>(json: &'j Json, path: &str) -> Result<&'j Map<String, Json>, JsonError> {
    json.as_object().ok_or_else(|| unexpected(json, OBJECT).at(path))
}

pub(super) fn list<'j>(json: &'j Json, path: &str) -> Result<&'j [Json], JsonError> {
    let list = json.as_array().map(Vec::as_slice);
    list.ok_or_else(|| unexpected(json, LIST).at(path))
}

pub(super) fn text<'j>(json: &'j Json, path: &str) -> Result<&'j str, JsonError> {
    json.as_str().ok_or_else(|| unexpected(json, Text::fixed("een tekst", "a text")).at(path))
}

/// A field that must be there.
pub(super) fn required<'j>(
    fields: &'j Map<String, Json>,
    field: &'static str,
    path: &str,
) -> Result<&'j Json, JsonError> {
    fields.get(field).ok_or_else(|| JsonProblem::Missing { field }.at(path))
}

/// Refuses every field that is not known.
pub(super) fn only(
    fields: &Map<String, Json>,
    known: &[&str],
    path: &str,
) -> Result<(), JsonError> {
    match fields.keys().find(|field| !known.contains(&field.as_str())) {
        None => Ok(()),
        Some(field) => {
            Err(unknown(names::FIELD, field, known.iter().copied()).at(join(path, field)))
        }
    }
}

/// A path with a field after it.
pub(super) fn join(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_string() } else { format!("{path}.{field}") }
}

/// A name that is not known, with the nearest that is.
pub(super) fn unknown<'n>(
    what: Text,
    name: &str,
    known: impl Iterator<Item = &'n str>,
) -> JsonProblem {
    let lower = name.to_lowercase();
    let scored = known.map(|known| (strsim::jaro_winkler(&lower, &known.to_lowercase()), known));
    let best = scored.max_by(|one, other| one.0.total_cmp(&other.0));
    let nearest = best.filter(|(score, _)| *score > 0.7).map(|(_, known)| known.to_string());
    JsonProblem::Unknown { what, name: name.to_string(), nearest }
}
