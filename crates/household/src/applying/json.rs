//! The answer for other programs.

use corpus::Confidence;
use serde_json::{Value as Json, json};

use super::{Applying, RightAmount, RightToApply};
use crate::wording::number_to_json;

impl Applying {
    /// The answer with Dutch keys. `recht_op` is null when it cannot be determined; what is not known of
    /// applying is null, and `ontbreekt` says why.
    pub fn to_json(&self) -> Json {
        json!({
            "rekendatum": self.date.to_string(),
            "versie": self.version,
            "gemeente": self.municipality.map(|it| it.name),
            "rechten": self.rights.iter().map(RightToApply::to_json).collect::<Vec<Json>>(),
            "opmerkingen": self.remarks,
        })
    }
}

impl RightToApply {
    fn to_json(&self) -> Json {
        json!({
            "recht": self.right,
            "naam": self.called,
            "recht_op": self.entitled(),
            "uitkomsten": self.amounts.iter().map(RightAmount::to_json).collect::<Vec<Json>>(),
            "waar": self.place,
            "site": self.site,
            "hoe": self.how,
            "ingang": self.begins,
            "termijn": self.deadline,
            "bron": self.source,
            "zekerheid": self.confidence.map(Confidence::name),
            "ontbreekt": self.missing,
        })
    }
}

impl RightAmount {
    fn to_json(&self) -> Json {
        json!({
            "uitkomst": self.outcome,
            "persoon": self.person,
            "bedrag": self.amount.as_ref().map(number_to_json),
        })
    }
}
