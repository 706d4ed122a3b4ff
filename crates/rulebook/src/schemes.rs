//! Schemes of municipalities: which there are, and municipalities compared on one.

use std::collections::BTreeSet;

use corpus::Outcome;
use corpus::ids::{package_path, slug};
use corpus::policy::SchemeId;
use engine::json::expected;
use engine::language::{Language, Text};
use household::policy::Comparison;
use jiff::civil::Date;
use regelspraak::model::{Property, RuleId};
use serde_json::{Value as Json, json};

use crate::{Rulebook, not_found, source};

impl Rulebook<'_> {
    /// The schemes that municipalities have, each with its values, the rules that read them and its outcomes.
    pub fn schemes(&self, language: Language) -> Json {
        let policies = &self.corpus.policies;
        let list = policies.scheme_ids().map(|scheme| self.scheme_in_short(scheme, language));
        json!({"versie": self.corpus.version, "regelingen": list.collect::<Json>()})
    }

    /// The municipalities compared on a scheme, by its id, and a day.
    ///
    /// # Errors
    ///
    /// When there is no scheme with the id.
    pub fn comparison(&self, id: &str, date: Date, language: Language) -> Result<Json, Text> {
        let policies = &self.corpus.policies;
        let found = policies.scheme_ids().find(|scheme| slug(&policies[*scheme].name) == id);
        let scheme = found.ok_or_else(|| not_found("Een regeling", "A scheme", id))?;
        let comparison = Comparison::of(self.corpus, scheme, date, language);
        let mut shown = self.scheme_in_short(scheme, language);
        let mut table = comparison.to_json();
        if let Some(rows) = table["gemeenten"].as_array_mut() {
            for row in rows {
                let code = row["code"].as_str().unwrap_or_default();
                row["eigen_regels"] = self.rule_references(&self.own_rules(code, scheme));
            }
        }
        for field in ["versie", "datum", "gemeenten", "andere_gemeenten"] {
            shown[field] = table[field].take();
        }
        Ok(shown)
    }

    fn scheme_in_short(&self, scheme: SchemeId, language: Language) -> Json {
        let (model, policies) = (&self.corpus.model, &self.corpus.policies);
        let values = policies[scheme].values.iter().map(|value| {
            let datatype = model.property_type(value.property);
            let unit = datatype.unit().map(|unit| model.units.display(unit));
            json!({
                "naam": value.name,
                "eigenschap": self.property_reference(value.property),
                "datatype": expected(model, &datatype).get(language),
                "eenheid": unit.filter(|unit| !unit.is_empty()),
            })
        });
        let outcomes = self.outcomes_on(scheme).into_iter();
        let outcomes =
            outcomes.map(|it| json!({"uitkomst": it.name, "betekenis": it.meaning.get(language)}));
        json!({
            "id": slug(&policies[scheme].name),
            "naam": policies[scheme].name,
            "betekenis": policies[scheme].meaning.get(language),
            "waarden": values.collect::<Json>(),
            "regels": self.rule_references(&self.rules_on(scheme)),
            "uitkomsten": outcomes.collect::<Json>(),
        })
    }

    /// The rules that read a value of a scheme.
    fn rules_on(&self, scheme: SchemeId) -> Vec<RuleId> {
        let values = self.corpus.policies[scheme].values.iter();
        let readers = values.flat_map(|value| self.links.readers(value.property));
        readers.copied().collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The outcomes that come from a scheme; when there are none, those that its values lead to.
    fn outcomes_on(&self, scheme: SchemeId) -> Vec<&Outcome> {
        let all = &self.corpus.outcomes;
        let own: Vec<&Outcome> = all.iter().filter(|it| it.scheme == Some(scheme)).collect();
        if !own.is_empty() {
            return own;
        }
        let rules = self.rules_on(scheme);
        let led: BTreeSet<usize> =
            rules.iter().flat_map(|&rule| &self.links.rule(rule).outcomes).copied().collect();
        led.into_iter().map(|index| &all[index]).collect()
    }

    /// The rules that a municipality has of its own, as far as they lead to an outcome of a scheme.
    fn own_rules(&self, code: &str, scheme: SchemeId) -> Vec<RuleId> {
        let Some(package) = self.corpus.policies.package(code) else { return Vec::new() };
        let folder = package_path(&package.file);
        let behind: BTreeSet<RuleId> = self
            .outcomes_on(scheme)
            .into_iter()
            .flat_map(|outcome| self.links.behind(Property::Attribute(outcome.attribute)))
            .collect();
        let model = &self.corpus.model;
        let own = |rule: &RuleId| package_path(source::file_of(model, model[*rule].span)) == folder;
        behind.into_iter().filter(own).collect()
    }
}
