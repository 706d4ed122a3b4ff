//! The answer for other programs.

use engine::language::Language;
use regelspraak::number::Number;
use serde_json::{Map, Value as Json, json};

use super::{AOW, Certainty, Movement, RaiseAnswer, Risk, SchemeCertainty, Settlement, Shift};
use crate::parts::{PAID, PARTS};
use crate::wording::number_to_json;

fn number(number: &Option<Number>) -> Json {
    number.as_ref().map_or(Json::Null, number_to_json)
}

impl Certainty {
    /// The answer with Dutch keys. Amounts are in euro a year, exact, or to six decimals where they do not
    /// end.
    pub fn to_json(&self) -> Json {
        let others = self.others.iter().map(|it| (it.field.into(), number_to_json(&it.now)));
        let schemes = self.schemes.iter().map(|scheme| scheme.to_json(self.language));
        let aow = Risk::of(AOW).filter(|_| self.aow);
        let aow = aow.map(|risk| {
            let mut out = Map::new();
            risk.add_to(&mut out, self.language);
            Json::Object(out)
        });
        json!({
            "persoon": self.person,
            "inkomen": self.income.field,
            "bedrag": number_to_json(&self.income.now),
            "ander_inkomen": others.collect::<Map<String, Json>>(),
            "gevolgd": {
                "vanaf": number_to_json(&self.followed[0]),
                "tot_en_met": number_to_json(&self.followed[1]),
            },
            "rekendatum": self.date.to_string(),
            "versie": self.version,
            "netto": self.net.to_json(),
            "regelingen": schemes.chain(aow).collect::<Vec<Json>>(),
            "afrekening": self.settlements.iter().map(Settlement::to_json).collect::<Vec<Json>>(),
            "stijging": self.raise.as_ref().map(RaiseAnswer::to_json),
            "advies": self.advice,
            "opmerkingen": self.remarks,
        })
    }
}

impl Movement {
    fn to_json(&self) -> Json {
        let shift = |shift: &Option<Shift>| {
            let shift = shift.as_ref().map(|shift| {
                json!({
                    "inkomen": number_to_json(&shift.step),
                    "verschil": number_to_json(&shift.moved),
                })
            });
            shift.unwrap_or_default()
        };
        json!({
            "nu": number_to_json(&self.now),
            "bij_meer_inkomen": shift(&self.higher),
            "bij_minder_inkomen": shift(&self.lower),
        })
    }
}

impl Risk {
    fn add_to(&self, out: &mut Map<String, Json>, language: Language) {
        out.insert("regeling".into(), self.scheme.into());
        out.insert("afgerekend".into(), self.settled.key().into());
        out.insert("terugbetalen_na_schatting".into(), self.settled.is_reclaimed().into());
        out.insert("tekst".into(), self.meaning.get(language).into());
        out.insert("bronnen".into(), self.sources.into());
    }
}

impl SchemeCertainty {
    fn to_json(&self, language: Language) -> Json {
        let mut out = Map::new();
        self.risk.add_to(&mut out, language);
        if let Json::Object(movement) = self.movement.to_json() {
            out.extend(movement);
        }
        out.insert("gelijk_tot_en_met".into(), number(&self.same_until));
        out.insert("gelijk_vanaf".into(), number(&self.same_from));
        Json::Object(out)
    }
}

impl Settlement {
    fn to_json(&self) -> Json {
        let toeslagen = PAID.iter().zip(&self.toeslagen).map(|((_, right), settled)| {
            let part = PARTS.iter().find(|part| part.attribute == *right);
            json!({
                "regeling": part.map(|part| part.key),
                "voorschot": number_to_json(&settled.advance),
                "toegekend": number_to_json(&settled.awarded),
                "te_veel": number_to_json(&settled.too_much),
                "klein_bedrag": settled.kept,
                "terug_te_betalen": number_to_json(&settled.to_pay_back()),
                "nabetaling": number_to_json(&settled.extra),
            })
        });
        json!({
            "percentage": number(&self.percentage),
            "inkomen": number_to_json(&self.income),
            "regelingen": toeslagen.collect::<Vec<Json>>(),
            "terug_te_betalen": number_to_json(&self.to_pay_back()),
            "nabetaling": number_to_json(&self.extra()),
        })
    }
}

impl RaiseAnswer {
    fn to_json(&self) -> Json {
        json!({
            "maand": self.raise.month(),
            "percentage": number_to_json(self.raise.percentage()),
            "geschat_jaarinkomen": {
                "nu": number_to_json(&self.estimates[0]),
                "wordt": number_to_json(&self.estimates[1]),
            },
            "per_maand_te_veel": number_to_json(&self.a_month),
            "afrekening": self.settlement.to_json(),
        })
    }
}
