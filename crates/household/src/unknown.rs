//! What the file says nobody knows. One amount must count something for it; that is told with the answer.

use engine::language::Language;
use engine::text;

use crate::fields::{Field, Kind};
use crate::file::{FieldValue, HouseholdFile, Origin, Values};
use crate::wording;

impl HouseholdFile {
    /// What counts in one amount for what is not known, a remark for the household, the home and each person. The
    /// municipality has remarks of its own.
    pub(crate) fn counted_instead(&self, language: Language) -> Vec<String> {
        let said = |whose: Option<&str>, groups: &[&Values]| {
            let counted: Vec<String> =
                groups.iter().flat_map(|values| counted(values, language)).collect();
            (!counted.is_empty()).then(|| remark(whose, &counted.join(", "), language))
        };
        let place = said(None, &[&self.huishouden, &self.woning]);
        let persons = self.personen.iter().filter_map(|person| {
            let groups: Vec<&Values> =
                std::iter::once(&person.values).chain(&person.opvang).collect();
            said(Some(&person.naam), &groups)
        });
        place.into_iter().chain(persons).collect()
    }
}

fn remark(whose: Option<&str>, counted: &str, language: Language) -> String {
    let text = match whose {
        Some(name) => text!(
            "Niet bekend van {name}, en daarom gerekend met: {counted}.",
            "Not known of {name}, and so counted as: {counted}."
        ),
        None => text!(
            "Niet bekend, en daarom gerekend met: {counted}.",
            "Not known, and so counted as: {counted}."
        ),
    };
    text.get(language).to_string()
}

/// What counts for each field of a group that is not known: `spaargeld € 0`.
fn counted(values: &Values, language: Language) -> impl Iterator<Item = String> + '_ {
    let unknown = values.iter().filter(|(.., origin)| *origin == Origin::Unknown);
    unknown.map(move |(field, value, _)| {
        format!("{} {}", field.key.replace('_', " "), shown(field, value, language))
    })
}

fn shown(field: &Field, value: &FieldValue, language: Language) -> String {
    match value {
        FieldValue::Number(number) => match field.kind {
            Kind::Euro(_) => wording::euro(number, language),
            _ => wording::number(number, 2, language),
        },
        FieldValue::Boolean(holds) => wording::yes_no(*holds, language).to_string(),
        FieldValue::Date(date) => wording::day(*date, language),
        FieldValue::Word(word) => word.replace('_', " "),
        FieldValue::Text(text) => text.clone(),
    }
}
