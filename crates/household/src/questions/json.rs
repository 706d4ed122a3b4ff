//! The questions for other programs.

use regelspraak::number::Number;
use serde_json::{Value as Json, json};

use super::{Question, Questions, Reach};
use crate::fields::Kind;
use crate::wording::number_to_json;

impl Questions {
    /// The questions and what is known of the outcomes.
    pub fn to_json(&self) -> Json {
        let questions = self.questions.iter().map(|question| self.question(question));
        json!({
            "rekendatum": self.date.to_string(),
            "versie": self.version,
            "volgende": self.next().map(Question::place),
            "vragen": questions.collect::<Vec<Json>>(),
            "onbekend": self.unknown,
            "niet_meer_nodig": self.irrelevant,
            "uitkomsten": self.outcomes.iter().map(Reach::to_json).collect::<Vec<Json>>(),
            "opmerkingen": self.remarks,
        })
    }

    fn question(&self, question: &Question) -> Json {
        let kind = question.fact.as_ref().map(|fact| fact.field.kind);
        let (soort, keuzes): (&str, &[&str]) = match kind {
            Some(Kind::Euro(_)) => ("bedrag", &[]),
            Some(Kind::Whole(_)) => ("aantal", &[]),
            Some(Kind::Hours(_)) => ("uren", &[]),
            Some(Kind::Boolean) => ("ja_nee", &["ja", "nee"]),
            Some(Kind::Choice(words)) => ("keuze", words),
            Some(Kind::Date) => ("datum", &[]),
            _ => ("tekst", &[]),
        };
        let names = question.outcomes.iter().map(|at| self.outcomes[*at].name.as_str());
        let remarks = question.remarks.iter().map(|at| self.remarks[*at].as_str());
        json!({
            "veld": question.place(),
            "persoon": question.person,
            "vraag": question.text,
            "soort": soort,
            "keuzes": keuzes,
            "uitkomsten": names.collect::<Vec<&str>>(),
            "opmerkingen": remarks.collect::<Vec<&str>>(),
        })
    }
}

impl Reach {
    fn to_json(&self) -> Json {
        let ends = |ends: &Option<(Number, Number)>| match ends {
            Some((low, high)) => (number_to_json(low), number_to_json(high)),
            None => (Json::Null, Json::Null),
        };
        let ((low, high), (least, most)) = (ends(&self.between), ends(&self.bounds));
        json!({
            "uitkomst": self.name,
            "persoon": self.person,
            "bekend": self.known,
            "laag": low,
            "hoog": high,
            "minstens": least,
            "hoogstens": most,
        })
    }
}
