//! The answer for other programs, in the shape of the contract.

use serde_json::{Value as Json, json};

use super::{Milestone, Milestones, Occasion, OutcomeChange, ParameterChange};
use crate::wording::number_to_json;
use crate::work_pays::BreakRule;

impl Milestones {
    /// The answer in the shape of the contract.
    pub fn to_json(&self) -> Json {
        json!({
            "rekendatum": self.date.to_string(),
            "tot": self.until.to_string(),
            "versie": self.version,
            "mijlpalen": self.list.iter().map(Milestone::to_json).collect::<Vec<_>>(),
            "dagen_zonder_verandering": self.without_effect,
            "opmerkingen": self.remarks,
        })
    }
}

impl Milestone {
    fn to_json(&self) -> Json {
        let occasions = self.occasions.iter().map(|(occasion, who)| {
            let years = match occasion {
                Occasion::Birthday(years) => Some(years),
                Occasion::Pension | Occasion::Amounts => None,
            };
            json!({ "soort": occasion.name(), "wie": who, "leeftijd": years })
        });
        let who: Vec<&str> = self.occasions.iter().filter_map(|it| it.1.as_deref()).collect();
        json!({
            "datum": self.date.to_string(),
            "gebeurtenis_op": self.happens.to_string(),
            "soort": self.occasions.first().map(|it| it.0.name()),
            "wie": if who.is_empty() { Json::Null } else { who.join(" en ").into() },
            "gebeurtenissen": occasions.collect::<Vec<_>>(),
            "tekst": self.text,
            "bedragen_van": self.amounts_of,
            "veranderingen": self.changes.iter().map(OutcomeChange::to_json).collect::<Vec<_>>(),
            "onbekend": self.unknown,
            "netto_per_jaar_verschil": self.net.as_ref().map(number_to_json),
            "opmerkingen": self.remarks,
        })
    }
}

impl OutcomeChange {
    fn to_json(&self) -> Json {
        let first = self.rules.first();
        json!({
            "uitkomst": self.outcome,
            "persoon": self.person,
            "vanaf": self.from.to_string(),
            "bedragen_van": self.amounts_of,
            "van": number_to_json(&self.before),
            "naar": number_to_json(&self.after),
            "verschil": number_to_json(&self.difference()),
            "regel": first.map(|it| it.rule.naam.as_str()),
            "bronnen": first.map(|it| it.rule.bronnen.as_slice()).unwrap_or_default(),
            "oorzaken": self.rules.iter().map(BreakRule::to_json).collect::<Vec<_>>(),
            "parameters": self.parameters.iter().map(ParameterChange::to_json).collect::<Vec<_>>(),
        })
    }
}

impl ParameterChange {
    fn to_json(&self) -> Json {
        json!({
            "parameter": self.name,
            "van": self.before,
            "naar": self.after,
            "bron": self.source,
        })
    }
}
