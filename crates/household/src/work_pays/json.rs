//! The answer for other programs, in the shape of the contract.

use regelspraak::number::Number;
use serde_json::{Map, Value as Json, json};

use super::{BreakRule, PARTS, Standing, WorkBreak, WorkPays, WorkPoint};
use crate::wording::number_to_json;

fn number(number: &Option<Number>) -> Json {
    number.as_ref().map_or(Json::Null, number_to_json)
}

impl WorkPays {
    /// The answer in the shape of the contract, with more beside it: hours, rounding, and where the
    /// person stands now.
    pub fn to_json(&self) -> Json {
        let hourly = self.hourly.as_ref().map(|hourly| {
            json!({
                "per_jaar": number_to_json(&hourly.per_year),
                "minimumloon": hourly.minimum,
            })
        });
        json!({
            "persoon": self.person,
            "grootheid": self.quantity.name(),
            "rekendatum": self.date.to_string(),
            "versie": self.version,
            "loon_per_weekuur": hourly,
            "punten": self.points.iter().map(WorkPoint::to_json).collect::<Vec<_>>(),
            "breekpunten": self.breakpoints.iter().map(WorkBreak::to_json).collect::<Vec<_>>(),
            "nu": self.now.as_ref().map(Standing::to_json),
            "opmerkingen": self.remarks,
        })
    }
}

impl WorkPays {
    /// The points as CSV (RFC 4180): a line for each with the wage, the hours, the net income, its parts
    /// and the rounding, in euro a year with a decimal point, to six decimals. The headings are the
    /// names in the JSON.
    pub fn to_csv(&self) -> String {
        let parts = PARTS.iter().map(|part| part.key);
        let headings = ["bruto", "uren", "netto"].into_iter().chain(parts).chain(["afronding"]);
        let mut lines = vec![headings.collect::<Vec<_>>().join(",")];
        for point in &self.points {
            let hours = point.hours.as_ref().map(number_to_json);
            let amounts = [&point.net].into_iter().chain(&point.parts).chain([&point.rounding]);
            let gross = number_to_json(&point.gross).to_string();
            let hours = hours.map(|hours| hours.to_string()).unwrap_or_default();
            let cells = amounts.map(|amount| number_to_json(amount).to_string());
            lines.push([gross, hours].into_iter().chain(cells).collect::<Vec<_>>().join(","));
        }
        lines.join("\r\n") + "\r\n"
    }
}

impl WorkPoint {
    fn to_json(&self) -> Json {
        let parts = PARTS.iter().zip(&self.parts);
        let parts = parts.map(|(part, amount)| (part.key.to_string(), number_to_json(amount)));
        json!({
            "bruto": number_to_json(&self.gross),
            "uren": number(&self.hours),
            "netto": number_to_json(&self.net),
            "delen": parts.collect::<Map<String, Json>>(),
            "afronding": number_to_json(&self.rounding),
        })
    }
}

impl WorkBreak {
    fn to_json(&self) -> Json {
        let parts = self.parts.iter();
        let parts = parts.map(|(part, jump)| (PARTS[*part].key.to_string(), number_to_json(jump)));
        let bent: Vec<&str> = self.bent.iter().map(|part| PARTS[*part].key).collect();
        let [before, after] = &self.slopes;
        let first = self.rules.first();
        let causes = self.rules.iter().map(BreakRule::to_json);
        json!({
            "bruto": number_to_json(&self.gross),
            "uren": number(&self.hours),
            "soort": if self.jumps { "sprong" } else { "knik" },
            "bedrag": number_to_json(&self.jump),
            "helling_voor": number(before),
            "helling_na": number(after),
            "regel": first.map(|cause| cause.rule.naam.as_str()),
            "bronnen": first.map(|cause| cause.rule.bronnen.as_slice()).unwrap_or_default(),
            "oorzaken": causes.collect::<Vec<_>>(),
            "delen": parts.collect::<Map<String, Json>>(),
            "knikken": bent,
        })
    }
}

impl BreakRule {
    /// The rule with its place and articles, and the words that turn.
    pub(crate) fn to_json(&self) -> Json {
        json!({
            "id": self.rule.id,
            "regel": self.rule.naam,
            "bestand": self.rule.bestand,
            "regelnummer": self.rule.regelnummer,
            "bronnen": self.rule.bronnen,
            "tekst": self.words,
        })
    }
}

impl Standing {
    fn to_json(&self) -> Json {
        json!({
            "bruto": number_to_json(&self.gross),
            "netto": number_to_json(&self.net),
            "netto_zonder_loon": number_to_json(&self.without),
            "extra_loon": number_to_json(&self.more),
            "marginale_druk": number_to_json(&self.marginal),
            "participatiedruk": number(&self.participation),
            "vervangingsratio": number(&self.replacement),
            "afronding": number_to_json(&self.rounding),
        })
    }
}
