//! The search index: one short entry for everything there is to find, for a library that searches full text
//! in the browser.

use std::collections::BTreeSet;

use corpus::ids::slug;
use engine::language::Language;
use serde_json::{Value as Json, json};

use crate::{Rulebook, source};

impl Rulebook<'_> {
    /// An entry for every rule, parameter, outcome and scheme: `soort`, `id`, `titel`, `tekst`, `artikel` and the
    /// package.
    pub fn search_index(&self, language: Language) -> Json {
        let rules = self.rules_found(language);
        let entries = rules.chain(self.parameters_found()).chain(self.others_found(language));
        json!({"versie": self.corpus.version, "items": entries.collect::<Json>()})
    }

    fn rules_found(&self, language: Language) -> impl Iterator<Item = Json> {
        let model = &self.corpus.model;
        model.rules.iter().zip(&self.rule_ids).map(move |(rule, id)| {
            let versions = rule.versions.iter().map(|version| version.text.as_str());
            let notes = crate::rules::notes(rule, language);
            let text: Vec<&str> = notes.into_iter().chain(versions).collect();
            let file = source::file_of(model, rule.span);
            self.entry("regel", id, &rule.name, &text.join(" "), &rule.sources, file)
        })
    }

    fn parameters_found(&self) -> impl Iterator<Item = Json> {
        let model = &self.corpus.model;
        model.parameters.iter().enumerate().map(|(index, parameter)| {
            let id = regelspraak::model::ParameterId(index as u32);
            let stated = self.corpus.parameters.of(id).iter().flat_map(|period| &period.stated);
            let sources: BTreeSet<&String> = stated.map(|stated| &stated.source).collect();
            let sources: Vec<String> = sources.into_iter().cloned().collect();
            let file = source::file_of(model, parameter.span);
            let name = &parameter.name.singular;
            self.entry("parameter", &self.parameter_ids[index], name, "", &sources, file)
        })
    }

    fn others_found(&self, language: Language) -> impl Iterator<Item = Json> {
        let outcomes = self.corpus.outcomes.iter().map(move |outcome| {
            let title = outcome.name.replace('_', " ");
            let meaning = outcome.meaning.get(language);
            self.entry("uitkomst", &outcome.name, &title, meaning, &[], "")
        });
        let schemes = self.corpus.policies.schemes().iter().map(move |scheme| {
            let meaning = scheme.meaning.get(language);
            self.entry("regeling", &slug(&scheme.name), &scheme.name, meaning, &[], "")
        });
        outcomes.chain(schemes)
    }

    fn entry(
        &self,
        kind: &str,
        id: &str,
        title: &str,
        text: &str,
        sources: &[String],
        file: &str,
    ) -> Json {
        let package = (!file.is_empty()).then(|| self.packages.at(file)).flatten();
        let text: Vec<&str> = text.split_whitespace().collect();
        json!({
            "soort": kind,
            "id": id,
            "titel": title,
            "tekst": text.join(" "),
            "artikel": sources.join("; "),
            "pakket": package.map(|package| package.name.as_str()),
        })
    }
}
