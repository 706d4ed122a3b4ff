//! An explanation in the shape of the contract.

use regelspraak::model::Value;
use regelspraak::number::RoundingMode;
use serde_json::{Value as Json, json};

use super::{Answer, Explanation};
use crate::change::Change;
use crate::wording::number_to_json;

impl Explanation {
    /// The explanation in the shape of the contract.
    pub fn to_json(&self) -> Json {
        let value = match &self.waarde {
            Value::Number(number) => number_to_json(number),
            Value::Boolean(value) => Json::Bool(*value),
            Value::Empty => Json::Null,
            Value::Date(day) => Json::String(day.to_string()),
            _ => Json::String(self.getoond.clone()),
        };
        let rule = self.regel.as_ref().map(|rule| {
            json!({
                "id": rule.id,
                "naam": rule.naam,
                "bestand": rule.bestand,
                "regelnummer": rule.regelnummer,
                "bronnen": rule.bronnen,
            })
        });
        json!({
            "uitkomst": self.uitkomst,
            "waarde": value,
            "eenheid": self.eenheid,
            "regel": rule,
            "tekst": self.tekst,
            "toelichting": self.toelichting,
            "bronnen": self.bronnen,
            "voorwaarden": self.voorwaarden.iter().map(|line| json!({
                "tekst": line.tekst,
                "voldaan": line.voldaan,
                "niveau": line.niveau,
                "zou_veranderen": line.zou_veranderen.as_ref().map(Change::to_json),
            })).collect::<Vec<_>>(),
            "uit": self.uit.iter().map(Explanation::to_json).collect::<Vec<_>>(),
        })
    }
}

impl Answer {
    /// The answer in the shape of the contract: the explanation under the name of the outcome, its
    /// value rounded to cents as everywhere, with the conclusion.
    pub fn to_json(&self) -> Json {
        let mut json = self.explanation.to_json();
        json["uitkomst"] = Json::String(self.outcome.clone());
        if let Value::Number(number) = &self.explanation.waarde {
            json["waarde"] = number_to_json(&number.round(RoundingMode::HalfAwayFromZero, 2));
        }
        let changes = |it: &Vec<Change>| it.iter().map(Change::to_json).collect::<Vec<Json>>();
        let alternatives: Vec<Vec<Json>> = self.alternatives.iter().map(changes).collect();
        json["conclusie"] = json!({
            "redenen": self.reasons,
            "veranderingen": alternatives.first().cloned().unwrap_or_default(),
            "alternatieven": alternatives,
        });
        json
    }
}
