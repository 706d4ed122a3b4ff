//! The answer, in the shape of the input.

use regelspraak::model::{FactTypeId, Model, ObjectTypeId, ParameterId, Property, RoleId, Value};
use serde_json::{Map, Value as Json};

use super::dimensions;
use super::over_time;
use super::value::value_to_json;
use crate::data::InstanceId;
use crate::exact::{Outcome, SharedFault};
use crate::inconsistency::Inconsistency;
use crate::language::{Bilingual, Language, Text};
use crate::over_time::Window;
use crate::text;

/// Writes every object with all its attributen and kenmerken, the facts, the parameters that have
/// a value, under `inconsistenties` what the consistentieregels found, and under `opmerkingen` for each value that could not be determined (`null`) why.
pub fn write(model: &Model, outcome: &Outcome) -> Json {
    write_in(model, outcome, Language::Dutch)
}

/// As [`write`], with the reasons in a language.
pub fn write_in(model: &Model, outcome: &Outcome, language: Language) -> Json {
    let mut remarks = Vec::new();
    let mut objects = Vec::new();
    for (at, declared) in model.objecttypes.iter().enumerate() {
        let objecttype = ObjectTypeId(at as u32);
        for instance in outcome.data().instances(objecttype) {
            let mut object = Map::new();
            object.insert("type".into(), declared.name.singular.clone().into());
            object.insert("id".into(), outcome.data().id(instance).into());
            let mut value = |property: Property| {
                property_to_json(model, outcome, property, instance, &mut remarks)
            };
            let mut attributes = Map::new();
            for &attribute in &declared.attributes {
                let of = model.dimensioned_with(attribute);
                let name = of.map_or(&model[attribute].name, |of| &of.name).singular.clone();
                if attributes.contains_key(&name) {
                    continue;
                }
                let mut value = |attribute| value(Property::Attribute(attribute));
                let json = match of {
                    Some(of) => dimensions::write(model, of, &mut value),
                    None => value(attribute),
                };
                attributes.insert(name, json);
            }
            let kenmerken = declared.kenmerken.iter().map(|&kenmerk| {
                let name = model[kenmerk].name.singular.clone();
                (name, value(Property::Kenmerk(kenmerk)))
            });
            let kenmerken = Json::Object(kenmerken.collect());
            object.insert("attributen".into(), Json::Object(attributes));
            object.insert("kenmerken".into(), kenmerken);
            objects.push(Json::Object(object));
        }
    }
    let mut answer = Map::new();
    answer.insert("rekendatum".into(), outcome.date().to_string().into());
    answer.insert("objecten".into(), Json::Array(objects));
    answer.insert("feiten".into(), facts(model, outcome));
    answer.insert("parameters".into(), parameters(model, outcome));
    let findings = outcome.findings(model);
    let found = findings.inconsistent.iter();
    let found = found.map(|found| inconsistency(model, outcome, found, language));
    answer.insert("inconsistenties".into(), Json::Array(found.collect()));
    remarks.extend(findings.undetermined.iter().map(|it| it.text(model, outcome)));
    let remarks = remarks.iter().map(|remark| Json::from(remark.get(language)));
    answer.insert("opmerkingen".into(), Json::Array(remarks.collect()));
    Json::Object(answer)
}

/// Who is inconsistent, by which rule, and why. What the rule says to a reader stands in its notes.
fn inconsistency(
    model: &Model,
    outcome: &Outcome,
    found: &Inconsistency,
    language: Language,
) -> Json {
    let rule = &model[found.rule];
    let mut fields = Map::new();
    fields.insert("regel".into(), rule.name.clone().into());
    fields.insert("type".into(), model[found.instance.objecttype].name.singular.clone().into());
    fields.insert("id".into(), outcome.data().id(found.instance).into());
    if found.window != Window::ALWAYS {
        let (from, until) = over_time::bounds(found.window);
        fields.insert("vanaf".into(), from);
        fields.insert("tot".into(), until);
    }
    fields.insert("reden".into(), found.reason.get(language).into());
    let message = found.message(model).map_or(Json::Null, |it| it.get(language).into());
    fields.insert("toelichting".into(), message);
    fields.insert("bronnen".into(), rule.sources.clone().into());
    Json::Object(fields)
}

fn property_to_json(
    model: &Model,
    outcome: &Outcome,
    property: Property,
    instance: InstanceId,
    remarks: &mut Vec<Text>,
) -> Json {
    let datatype = model.property_type(property);
    let mut missing = |window: Window, fault: &SharedFault| {
        let name = &model.property_name(property).singular;
        let owner = &model[instance.objecttype].name.singular;
        let id = outcome.data().id(instance);
        let (from, until) = (window.from, window.until);
        let when = match window == Window::ALWAYS {
            true => Text::fixed("", ""),
            false => text!(" (vanaf {from} tot {until})", " (from {from} until {until})"),
        };
        let (dutch, english) = (when.to_string() + ": ", when.english() + ": ");
        let (dutch, english) = (dutch + &fault.to_string(), english + &fault.english());
        remarks.push(text!("{name} van {owner} {id}{dutch}", "{name} of {owner} {id}{english}"));
    };
    over_time::write(&outcome.over_time(property, instance), |window, value| match value {
        // A kenmerk that is not there and a value that is leeg leave a hole in the list.
        Ok(Value::Empty | Value::Boolean(false)) if window != Window::ALWAYS => None,
        Ok(value) => Some(value_to_json(model, &datatype, value)),
        Err(fault) => {
            missing(window, fault);
            None
        }
    })
}

/// One fact for each player of the first role, with all players of the second; for a wederkerig
/// feittype, one for each pair.
fn facts(model: &Model, outcome: &Outcome) -> Json {
    let data = outcome.data();
    let mut facts = Vec::new();
    for (at, declared) in model.facttypes.iter().enumerate() {
        let facttype = FactTypeId(at as u32);
        let [one, other] = declared.roles;
        let id = |role: RoleId, index| {
            let objecttype = model[role].objecttype;
            Json::from(data.id(InstanceId { objecttype, index }))
        };
        for first in data.instances(model[one].objecttype) {
            let second = data.players(other, first);
            let groups: Vec<Vec<u32>> = if declared.is_reciprocal() {
                let later = second.iter().filter(|&&player| player >= first.index);
                later.map(|&player| vec![player]).collect()
            } else if second.is_empty() {
                Vec::new()
            } else {
                vec![second.to_vec()]
            };
            for group in groups {
                let name = |role: RoleId| model[role].name.singular.clone();
                let players = group.iter().map(|&player| id(other, player));
                let mut roles = Map::new();
                if declared.is_reciprocal() {
                    let pair = std::iter::once(id(one, first.index)).chain(players);
                    roles.insert(name(one), pair.collect());
                } else {
                    roles.insert(name(one), Json::Array(vec![id(one, first.index)]));
                    roles.insert(name(other), players.collect());
                }
                facts.push(fact(model, facttype, roles));
            }
        }
    }
    Json::Array(facts)
}

fn fact(model: &Model, facttype: FactTypeId, roles: Map<String, Json>) -> Json {
    let mut fact = Map::new();
    fact.insert("feittype".into(), model[facttype].name.clone().into());
    fact.insert("rollen".into(), Json::Object(roles));
    Json::Object(fact)
}

fn parameters(model: &Model, outcome: &Outcome) -> Json {
    let known = model.parameters.iter().enumerate().filter_map(|(at, declared)| {
        let value = outcome.parameters().over_time(ParameterId(at as u32));
        if value.always().is_some_and(Result::is_err) {
            return None;
        }
        let json = over_time::write(value, |_, value| {
            value.as_ref().ok().map(|value| value_to_json(model, &declared.datatype, value))
        });
        Some((declared.name.singular.clone(), json))
    });
    Json::Object(known.collect())
}
