//! The names that rule text can use, for an editor that helps to write them.

use engine::json::expected;
use engine::language::Language;
use regelspraak::model::{KenmerkForm, Name, ObjectTypeId};
use serde_json::{Value as Json, json};

use crate::Rulebook;

impl Rulebook<'_> {
    /// Every name: `soort`, `naam` as a sentence uses it, `lidwoord`, `meervoud`, the `objecttype` that has it and
    /// what it holds (`datatype`).
    pub fn names(&self, language: Language) -> Json {
        let model = &self.corpus.model;
        let of = |owner: ObjectTypeId| Some(model[owner].name.singular.as_str());
        let named = |kind: &str, name: &Name, owner: Option<&str>, holds: Option<&str>| {
            json!({
                "soort": kind,
                "naam": name.singular,
                "lidwoord": name.article,
                "meervoud": name.plural,
                "objecttype": owner,
                "datatype": holds,
            })
        };
        let objecttypes =
            model.objecttypes.iter().map(|it| named("objecttype", &it.name, None, None));
        let attributes = model.attributes.iter().map(|it| {
            let holds = expected(model, &it.datatype);
            named("attribuut", &it.name, of(it.objecttype), Some(holds.get(language)))
        });
        let kenmerken = model.kenmerken.iter().map(|it| {
            let form = match it.form {
                KenmerkForm::Plain => "is een",
                KenmerkForm::Adjective => "is",
                KenmerkForm::Possessive => "heeft",
            };
            let mut shown = named("kenmerk", &it.name, of(it.objecttype), None);
            shown["vorm"] = form.into();
            shown
        });
        let roles = model.roles.iter().map(|it| named("rol", &it.name, of(it.objecttype), None));
        let parameters = model.parameters.iter().map(|it| {
            let holds = expected(model, &it.datatype);
            named("parameter", &it.name, None, Some(holds.get(language)))
        });
        let values = model.domains.iter().flat_map(|domain| {
            domain.values.iter().map(|value| {
                let name = Name { article: None, singular: format!("'{value}'"), plural: None };
                named("waarde", &name, Some(&domain.name), None)
            })
        });
        let all = objecttypes.chain(attributes).chain(kenmerken).chain(roles);
        let all = all.chain(parameters).chain(values);
        json!({"versie": self.corpus.version, "namen": all.collect::<Json>()})
    }
}
