//! The answer for other programs.

use engine::language::Language;
use serde_json::{Value as Json, json};

use super::{Domino, PARTS, Share, Stacking};
use crate::wording::number_to_json;

impl Stacking {
    /// The answer with Dutch keys. Amounts are in euro a year, exact, or to six decimals where they do not
    /// end; shares are 1 for all of it.
    pub fn to_json(&self) -> Json {
        json!({
            "rekendatum": self.date.to_string(),
            "versie": self.version,
            "netto": number_to_json(&self.net),
            "aantal_regelingen": self.count(),
            "delen": self.parts.iter().map(Share::to_json).collect::<Vec<Json>>(),
            "kwijtschelding": self.remission.as_ref().map(number_to_json),
            "domino": self.dominoes.iter().map(|it| it.to_json(self.language)).collect::<Vec<Json>>(),
            "opmerkingen": self.remarks,
        })
    }
}

impl Share {
    fn to_json(&self) -> Json {
        json!({
            "deel": self.part.key,
            "bedrag": number_to_json(&self.amount),
            "aandeel": self.share.as_ref().map(number_to_json),
        })
    }
}

impl Domino {
    fn to_json(&self, language: Language) -> Json {
        let moves = self
            .moves
            .iter()
            .map(|(at, by)| json!({ "deel": PARTS[*at].key, "verschil": number_to_json(by) }));
        json!({
            "valt_weg": self.key,
            "naam": self.name.get(language),
            "persoon": self.person,
            "bedrag": number_to_json(&self.own),
            "verschuift": moves.collect::<Vec<Json>>(),
            "kwijtschelding_verschil": self.remission.as_ref().map(number_to_json),
            "netto_verschil": number_to_json(&self.net),
            "meer_verlies_dan_het_bedrag": number_to_json(&self.beyond()),
        })
    }
}
