//! Outcomes of the contract, and the rules behind each.

use corpus::Outcome;
use engine::language::{Language, Text};
use regelspraak::model::{Property, RuleId};
use serde_json::{Value as Json, json};

use crate::{Rulebook, not_found};

impl Rulebook<'_> {
    /// One outcome by its name, with every rule behind it in the order of the text.
    ///
    /// # Errors
    ///
    /// When there is no outcome with the name.
    pub fn outcome(&self, name: &str, language: Language) -> Result<Json, Text> {
        let found = self.corpus.outcomes.iter().find(|outcome| outcome.name == name);
        let outcome = found.ok_or_else(|| not_found("Een uitkomst", "An outcome", name))?;
        let mut shown = self.outcome_in_short(outcome, language);
        let behind: Vec<RuleId> =
            self.links.behind(Property::Attribute(outcome.attribute)).into_iter().collect();
        shown["versie"] = self.corpus.version.as_str().into();
        shown["alle_regels"] = self.rule_references(&behind);
        Ok(shown)
    }

    fn outcome_in_short(&self, outcome: &Outcome, language: Language) -> Json {
        let property = Property::Attribute(outcome.attribute);
        let policies = &self.corpus.policies;
        json!({
            "uitkomst": outcome.name,
            "betekenis": outcome.meaning.get(language),
            "soort": outcome.kind.name(),
            "regeling": outcome.scheme.map(|scheme| policies[scheme].name.as_str()),
            "eigenschap": self.property_reference(property),
            "regels": self.rule_references(self.links.givers(property)),
        })
    }
}
