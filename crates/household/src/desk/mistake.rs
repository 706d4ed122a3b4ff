//! What is wrong with a household file or a question, with its place.

use corpus::document::DocumentError;
use engine::language::{Bilingual, Language, Text};
use serde_json::{Value as Json, json};

use crate::fields::{Kind, Section};
use crate::read;

/// What a mistake is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The text is no YAML or JSON.
    Text,
    /// What stands in the household file.
    Household,
    /// The question.
    Question,
}

/// What is wrong with a household file or a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// What it is about.
    pub about: About,
    /// The field, as `huishouden.personen[0].loon`, or the part of the question, as `persoon`. Empty when it
    /// is not about one.
    pub place: String,
    /// The line in the file, from 1; nothing when it is not about the file.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// What is wrong and how to mend it.
    pub message: Text,
}

impl Mistake {
    /// The mistakes in a household file with this text.
    pub fn in_file(text: &str, errors: Vec<DocumentError>) -> Vec<Mistake> {
        let about = if read::is_document(text) { About::Household } else { About::Text };
        let mistake = |error: DocumentError| {
            let hint = |language| error.hint.as_ref().map(|hint| hint.get(language));
            let message = Text::of(|language| match hint(language) {
                Some(hint) => format!("{} {hint}", error.message.get(language)),
                None => error.message.get(language).to_string(),
            });
            let (line, column) = (Some(error.line), Some(error.column));
            Mistake { about, place: error.path, line, column, message }
        };
        errors.into_iter().map(mistake).collect()
    }

    /// A mistake in a part of the question.
    pub(super) fn in_question(place: &str, error: impl Bilingual) -> Vec<Mistake> {
        let message = Text::of(|language| error.in_language(language));
        let (about, place) = (About::Question, place.to_string());
        vec![Mistake { about, place, line: None, column: None, message }]
    }

    /// The rekendatum of the file cannot be used.
    pub(super) fn in_rekendatum(error: impl Bilingual) -> Vec<Mistake> {
        let mut mistakes = Mistake::in_question("rekendatum", error);
        mistakes.iter_mut().for_each(|mistake| mistake.about = About::Household);
        mistakes
    }

    /// A mistake that is not in one place.
    pub fn unplaced(error: impl Bilingual) -> Vec<Mistake> {
        Mistake::in_question("", error)
    }

    /// The place as a JSON Pointer in a URI fragment (RFC 6901): `#/huishouden/personen/0/loon`. Nothing when
    /// the mistake is not about a field of the file.
    pub fn pointer(&self) -> Option<String> {
        let placed = self.about == About::Household && !self.place.is_empty();
        placed.then(|| pointer(&self.place))
    }

    /// As JSON, in a language.
    pub fn to_json(&self, language: Language) -> Json {
        json!({
            "plaats": self.place,
            "regel": self.line,
            "kolom": self.column,
            "melding": self.message.get(language),
        })
    }
}

/// Follows a place through the fields of the household file. What is no field of it may have any name, also
/// one with points or brackets in it, so from there on the place is one name.
fn pointer(place: &str) -> String {
    let mut pointer = String::from("#");
    let mut add = |name: &str| {
        pointer.push('/');
        for character in name.chars() {
            match character {
                '~' => pointer.push_str("~0"),
                '/' => pointer.push_str("~1"),
                plain if plain.is_ascii_alphanumeric() || "-._".contains(plain) => {
                    pointer.push(plain);
                }
                other => {
                    let mut bytes = [0; 4];
                    let bytes = other.encode_utf8(&mut bytes).bytes();
                    bytes.for_each(|byte| pointer.push_str(&format!("%{byte:02X}")));
                }
            }
        }
    };
    let (mut section, mut rest) = (Some(Section::File), place);
    while !rest.is_empty() {
        let name = rest.find(['.', '[']).map_or(rest, |end| &rest[..end]);
        let Some(field) = section.and_then(|section| section.field(name)) else {
            add(rest);
            break;
        };
        add(name);
        rest = &rest[name.len()..];
        if let Some((index, after)) = rest.strip_prefix('[').and_then(|it| it.split_once(']')) {
            add(index);
            rest = after;
        }
        rest = rest.strip_prefix('.').unwrap_or(rest);
        section = match field.kind {
            Kind::Group(inner) | Kind::Groups(inner, _) => Some(inner),
            _ => None,
        };
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_becomes_a_pointer() {
        let cases = [
            ("rekendatum", "#/rekendatum"),
            ("huishouden.woning.kale_huur", "#/huishouden/woning/kale_huur"),
            ("huishouden.personen[12].opvang[0].uren", "#/huishouden/personen/12/opvang/0/uren"),
            ("huishouden.personen[0].ouders[1]", "#/huishouden/personen/0/ouders/1"),
            (
                "huishouden.personen[0].lo/on.van[x] é",
                "#/huishouden/personen/0/lo~1on.van%5Bx%5D%20%C3%A9",
            ),
            ("huis.houden", "#/huis.houden"),
        ];
        for (place, expected) in cases {
            assert_eq!(pointer(place), expected);
        }
    }
}
