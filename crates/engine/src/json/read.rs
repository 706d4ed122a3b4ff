//! Objects, facts and parameters from JSON.

use std::sync::Arc;

use jiff::civil::Date;
use regelspraak::model::{AttributeId, FactTypeId, Model, ObjectTypeId, Property, RoleId, Value};
use serde_json::{Map, Value as Json};

use super::dimensions;
use super::error::{JsonError, JsonProblem, names};
use super::fields::{found, join, list, object, only, required, text, unexpected, unknown};
use super::over_time;
use super::value::{date_from_text, value_from_json};
use crate::data::{Data, InstanceId};
use crate::language::Text;
use crate::over_time::Window;
use crate::parameters::ParameterValues;
use crate::text as both;

/// What a `voer-uit` input asks for.
#[derive(Debug, Clone)]
pub struct Request {
    /// The Rekendatum, when the input has one.
    pub date: Option<Date>,
    /// The objects and facts.
    pub data: Data,
    /// The parameters given; the others are missing.
    pub parameters: ParameterValues,
}

/// Reads `{"rekendatum", "objecten", "feiten", "parameters"}`; all but `objecten` may be absent.
/// Parameters come on top of `parameters`. Names are read in any case, without article.
pub fn read(
    model: &Model,
    input: &str,
    mut parameters: ParameterValues,
) -> Result<Request, JsonError> {
    let json: Json = serde_json::from_str(input).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let problem = JsonProblem::Syntax { line, column, reason: error.to_string() };
        problem.at("")
    })?;
    let fields = object(&json, "")?;
    only(fields, &["rekendatum", "objecten", "feiten", "parameters"], "")?;
    let date = match fields.get("rekendatum") {
        None | Some(Json::Null) => None,
        Some(json) => Some(read_date(json)?),
    };
    let mut data = Data::new(model);
    for (at, json) in list(required(fields, "objecten", "")?, "objecten")?.iter().enumerate() {
        read_object(model, &mut data, json, &format!("objecten[{at}]"))?;
    }
    if let Some(facts) = fields.get("feiten") {
        for (at, json) in list(facts, "feiten")?.iter().enumerate() {
            read_fact(model, &mut data, json, &format!("feiten[{at}]"))?;
        }
    }
    if let Some(json) = fields.get("parameters") {
        read_parameters(model, &mut parameters, json)?;
    }
    Ok(Request { date, data, parameters })
}

fn read_date(json: &Json) -> Result<Date, JsonError> {
    let date = json.as_str().and_then(date_from_text);
    date.ok_or_else(|| {
        unexpected(json, Text::fixed("een datum (jjjj-mm-dd)", "a date (yyyy-mm-dd)"))
            .at("rekendatum")
    })
}

fn read_object(model: &Model, data: &mut Data, json: &Json, path: &str) -> Result<(), JsonError> {
    let fields = object(json, path)?;
    only(fields, &["type", "id", "attributen", "kenmerken"], path)?;
    let at = join(path, "type");
    let name = text(required(fields, "type", path)?, &at)?;
    let objecttype = model.objecttype(name).ok_or_else(|| {
        let names = model.objecttypes.iter().map(|known| known.name.singular.as_str());
        unknown(names::OBJECTTYPE, name, names).at(at)
    })?;
    let at = join(path, "id");
    let id = text(required(fields, "id", path)?, &at)?;
    let instance =
        data.add(model, objecttype, id).map_err(|error| JsonProblem::Data(error).at(at))?;
    if let Some(json) = fields.get("attributen") {
        read_attributes(model, data, instance, json, &join(path, "attributen"))?;
    }
    if let Some(json) = fields.get("kenmerken") {
        read_kenmerken(model, data, instance, json, &join(path, "kenmerken"))?;
    }
    Ok(())
}

fn read_attributes(
    model: &Model,
    data: &mut Data,
    instance: InstanceId,
    json: &Json,
    path: &str,
) -> Result<(), JsonError> {
    let mut seen = Vec::new();
    for (name, json) in object(json, path)? {
        let at = join(path, name);
        if let Some(of) = model.dimensioned(instance.objecttype, name) {
            for (attribute, json, at) in dimensions::read(model, of, json, &at)? {
                if seen.contains(&attribute) {
                    return Err(dimensions::double(model, attribute).at(at));
                }
                seen.push(attribute);
                read_value(model, data, instance, attribute, json, at)?;
            }
            continue;
        }
        let Some(attribute) = model.attribute(instance.objecttype, name) else {
            return Err(no_attribute(model, instance.objecttype, name).at(at));
        };
        if seen.contains(&attribute) {
            return Err(JsonProblem::Double { name: name.clone() }.at(at));
        }
        seen.push(attribute);
        if let (Json::Array(list), Some(_)) = (json, model[attribute].timeline) {
            let values = over_time::read(list, Value::Empty, &at, |json| {
                value_from_json(model, &model[attribute].datatype, json)
            })?;
            data.set_over_time(model, instance, Property::Attribute(attribute), values)
                .map_err(|error| JsonProblem::Data(error).at(at))?;
            continue;
        }
        read_value(model, data, instance, attribute, json, at)?;
    }
    Ok(())
}

/// One value of an attribuut, on every day.
fn read_value(
    model: &Model,
    data: &mut Data,
    instance: InstanceId,
    attribute: AttributeId,
    json: &Json,
    at: String,
) -> Result<(), JsonError> {
    let value = value_from_json(model, &model[attribute].datatype, json)
        .map_err(|problem| problem.at(at.clone()))?;
    data.set(model, instance, attribute, value).map_err(|error| JsonProblem::Data(error).at(at))
}

fn read_kenmerken(
    model: &Model,
    data: &mut Data,
    instance: InstanceId,
    json: &Json,
    path: &str,
) -> Result<(), JsonError> {
    let mut seen = Vec::new();
    for (name, json) in object(json, path)? {
        let at = join(path, name);
        let Some(kenmerk) = model.kenmerk(instance.objecttype, name) else {
            return Err(no_kenmerk(model, instance.objecttype, name).at(at));
        };
        if seen.contains(&kenmerk) {
            return Err(JsonProblem::Double { name: name.clone() }.at(at));
        }
        seen.push(kenmerk);
        if let (Json::Array(list), Some(_)) = (json, model[kenmerk].timeline) {
            let values = over_time::read(list, Value::Boolean(false), &at, |json| {
                holds(json).map(Value::Boolean)
            })?;
            data.set_over_time(model, instance, Property::Kenmerk(kenmerk), values)
                .map_err(|error| JsonProblem::Data(error).at(at))?;
            continue;
        }
        let holds = holds(json).map_err(|problem| problem.at(at.clone()))?;
        data.mark(model, instance, kenmerk, holds)
            .map_err(|error| JsonProblem::Data(error).at(at))?;
    }
    Ok(())
}

fn holds(json: &Json) -> Result<bool, JsonProblem> {
    match json {
        Json::Bool(holds) => Ok(*holds),
        Json::Null => Ok(false),
        Json::Array(_) => Err(JsonProblem::NoTimeline),
        other => Err(unexpected(other, Text::fixed("true of false", "true or false"))),
    }
}

fn no_attribute(model: &Model, objecttype: ObjectTypeId, name: &str) -> JsonProblem {
    let known = model[objecttype].attributes.iter().map(|&id| model[id].name.singular.as_str());
    let own = model.dimensioned.iter().filter(|of| of.objecttype == objecttype);
    let known = known.chain(own.map(|of| of.name.singular.as_str()));
    unknown(names::ATTRIBUTE, name, known)
}

fn no_kenmerk(model: &Model, objecttype: ObjectTypeId, name: &str) -> JsonProblem {
    let known = model[objecttype].kenmerken.iter().map(|&id| model[id].name.singular.as_str());
    unknown(names::KENMERK, name, known)
}

/// A fact: everybody in the one role with everybody in the other. In a wederkerig feittype,
/// everybody in the role with each other.
fn read_fact(model: &Model, data: &mut Data, json: &Json, path: &str) -> Result<(), JsonError> {
    let fields = object(json, path)?;
    only(fields, &["feittype", "rollen"], path)?;
    let at = join(path, "feittype");
    let name = text(required(fields, "feittype", path)?, &at)?;
    let facttype = model.facttype(name).ok_or_else(|| {
        let names = model.facttypes.iter().map(|known| known.name.as_str());
        unknown(names::FACTTYPE, name, names).at(at)
    })?;
    let path = join(path, "rollen");
    let roles = object(required(fields, "rollen", &path)?, &path)?;
    let declared = &model[facttype];
    for name in roles.keys() {
        if role_named(model, facttype, name).is_none() {
            let names = declared.roles.iter().map(|&role| model[role].name.singular.as_str());
            return Err(unknown(names::ROLE, name, names).at(join(&path, name)));
        }
    }
    let [one, other] = declared.roles;
    let first = players(model, data, roles, one, &path)?;
    let mut pairs = Vec::new();
    if declared.is_reciprocal() {
        for (at, &player) in first.iter().enumerate() {
            pairs.extend(first[at + 1..].iter().map(|&beside| (player, beside)));
        }
    } else {
        for player in players(model, data, roles, other, &path)? {
            pairs.extend(first.iter().map(|&beside| (beside, player)));
        }
    }
    for (one, other) in pairs {
        data.relate(model, facttype, one, other)
            .map_err(|error| JsonProblem::Data(error).at(path.clone()))?;
    }
    Ok(())
}

fn role_named(model: &Model, facttype: FactTypeId, name: &str) -> Option<RoleId> {
    let lower = name.to_lowercase();
    model[facttype].roles.into_iter().find(|&role| {
        let declared = &model[role].name;
        let plural = declared.plural.as_deref();
        declared.singular.to_lowercase() == lower
            || plural.is_some_and(|plural| plural.to_lowercase() == lower)
    })
}

fn players(
    model: &Model,
    data: &Data,
    roles: &Map<String, Json>,
    role: RoleId,
    path: &str,
) -> Result<Vec<InstanceId>, JsonError> {
    let declared = &model[role];
    let given =
        roles.iter().find(|(name, _)| role_named(model, declared.facttype, name) == Some(role));
    let Some((name, json)) = given else {
        let role = &declared.name.singular;
        let expected =
            both!("de rol \"{role}\" met wie hem vervult", "the role \"{role}\" with who plays it");
        let found = Text::fixed("geen", "none");
        return Err(JsonProblem::Unexpected { found, expected }.at(path));
    };
    let path = join(path, name);
    let ids = match json {
        Json::String(_) => std::slice::from_ref(json),
        other => list(other, &path)?,
    };
    let players = ids.iter().enumerate().map(|(at, json)| {
        let at = format!("{path}[{at}]");
        let id = text(json, &at)?;
        data.find(declared.objecttype, id).ok_or_else(|| {
            let objecttype = &model[declared.objecttype].name.singular;
            let expected = both!(
                "het id van een {objecttype} uit \"objecten\"",
                "the id of a {objecttype} from \"objecten\""
            );
            JsonProblem::Unexpected { found: found(json), expected }.at(at)
        })
    });
    players.collect()
}

fn read_parameters(
    model: &Model,
    parameters: &mut ParameterValues,
    json: &Json,
) -> Result<(), JsonError> {
    let mut seen = Vec::new();
    for (name, json) in object(json, "parameters")? {
        let at = join("parameters", name);
        let parameter = model.parameter(name).ok_or_else(|| {
            let names = model.parameters.iter().map(|known| known.name.singular.as_str());
            unknown(names::PARAMETER, name, names).at(at.clone())
        })?;
        if seen.contains(&parameter) {
            return Err(JsonProblem::Double { name: name.clone() }.at(at));
        }
        seen.push(parameter);
        if let (Json::Array(list), Some(timeline)) = (json, model[parameter].timeline) {
            let none = Err(Arc::new(Text::fixed(
                "er is op die dag geen waarde opgegeven",
                "no value was given for that day",
            )));
            let values = over_time::read(list, none, &at, |json| {
                value_from_json(model, &model[parameter].datatype, json).map(Ok)
            })?;
            let uncut =
                |(window, _): &(Window, _)| window.from > Date::MIN && !timeline.cuts(window.from);
            if let Some((window, _)) = values.windows().find(uncut) {
                let (day, timeline) = (window.from, timeline.describe());
                return Err(JsonProblem::NoKnip { day, timeline }.at(at));
            }
            parameters
                .set_over_time(model, parameter, values)
                .map_err(|error| JsonProblem::Parameter(error).at(at))?;
            continue;
        }
        let value = value_from_json(model, &model[parameter].datatype, json)
            .map_err(|problem| problem.at(at.clone()))?;
        parameters
            .set(model, parameter, value)
            .map_err(|error| JsonProblem::Parameter(error).at(at))?;
    }
    Ok(())
}
