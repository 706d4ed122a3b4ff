//! Attributen with dimensies (section 3.6): objects by label, one in the other in the order in which
//! the dimensies are declared: `{"verbruik": {"de nacht": {"gemeten": 1}}}`.

use regelspraak::model::{AttributeId, Dimensioned, Model};
use serde_json::{Map, Value as Json};

use super::error::{JsonError, JsonProblem, names};
use super::fields::{join, object, unknown};

/// The attributen that are given, each with its value and its place. A label that is not there is
/// leeg.
pub(super) fn read<'j>(
    model: &Model,
    of: &Dimensioned,
    json: &'j Json,
    path: &str,
) -> Result<Vec<(AttributeId, &'j Json, String)>, JsonError> {
    let mut found = Vec::new();
    read_labels(model, of, &mut Vec::new(), json, path, &mut found)?;
    Ok(found)
}

fn read_labels<'j>(
    model: &Model,
    of: &Dimensioned,
    labels: &mut Vec<usize>,
    json: &'j Json,
    path: &str,
    found: &mut Vec<(AttributeId, &'j Json, String)>,
) -> Result<(), JsonError> {
    let Some(dimension) = of.dimensions.get(labels.len()) else {
        let attribute = of.attribute(model, labels);
        found.extend(attribute.map(|attribute| (attribute, json, path.to_string())));
        return Ok(());
    };
    if json.is_null() {
        return Ok(());
    }
    let known = &model[*dimension].labels;
    for (name, json) in object(json, path)? {
        let lower = name.to_lowercase();
        let Some(label) = known.iter().position(|known| known.to_lowercase() == lower) else {
            let problem = unknown(names::LABEL, name, known.iter().map(String::as_str));
            return Err(problem.at(join(path, name)));
        };
        labels.push(label);
        read_labels(model, of, labels, json, &join(path, name), found)?;
        labels.pop();
    }
    Ok(())
}

/// The values by label.
pub(super) fn write(
    model: &Model,
    of: &Dimensioned,
    value: &mut impl FnMut(AttributeId) -> Json,
) -> Json {
    write_labels(model, of, &mut Vec::new(), value)
}

fn write_labels(
    model: &Model,
    of: &Dimensioned,
    labels: &mut Vec<usize>,
    value: &mut impl FnMut(AttributeId) -> Json,
) -> Json {
    let Some(dimension) = of.dimensions.get(labels.len()) else {
        return of.attribute(model, labels).map_or(Json::Null, value);
    };
    let mut fields = Map::new();
    for (label, name) in model[*dimension].labels.iter().enumerate() {
        labels.push(label);
        fields.insert(name.clone(), write_labels(model, of, labels, value));
        labels.pop();
    }
    Json::Object(fields)
}

/// The problem of an attribuut that stands there twice, once by its labels and once by its whole
/// name.
pub(super) fn double(model: &Model, attribute: AttributeId) -> JsonProblem {
    JsonProblem::Double { name: model[attribute].name.singular.clone() }
}
