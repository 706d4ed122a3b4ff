//! What could change, in words.

use engine::language::Language;

pub use crate::explanation::texts::of;
use crate::explanation::texts::{and, with_gloss};

/// Amounts of several persons added up: `het inkomen van Sam en Bo samen`.
pub fn of_together(language: Language, what: &str, names: &[String]) -> String {
    let all = and(language, names);
    match (language, names) {
        (_, [only]) => of(language, what, only),
        (Language::Dutch, _) => format!("{what} van {all} samen"),
        (Language::English, _) => format!("{what} of {all} together"),
    }
}

/// A field of a person in a sentence: `het loon`.
pub fn field(language: Language, with_article: &str, name: &str) -> String {
    match language {
        Language::Dutch => with_article.to_string(),
        Language::English => format!("the {}", with_gloss(name)),
    }
}

/// A child that goes to childcare.
pub fn to_childcare(language: Language, who: &str, hours: i64, rate: &str) -> String {
    match language {
        Language::Dutch => {
            format!("{who} gaat {hours} uur per maand naar de opvang, voor {rate} per uur")
        }
        Language::English => {
            format!("{who} is in childcare for {hours} hours a month, at {rate} an hour")
        }
    }
}

/// Somebody who moves out.
pub fn elsewhere(language: Language, who: &str) -> String {
    match language {
        Language::Dutch => format!("{who} woont op een ander adres"),
        Language::English => format!("{who} lives at another address"),
    }
}

/// Partners who are no longer.
pub fn apart(language: Language, one: &str, other: &str) -> String {
    match language {
        Language::Dutch => format!("{one} en {other} zijn geen partners en wonen apart"),
        Language::English => format!("{one} and {other} are not partners and live apart"),
    }
}

/// Partners who apply for bijstand.
pub fn both_apply(language: Language, names: &[String]) -> String {
    let both = and(language, names);
    match language {
        Language::Dutch => format!("{both} vragen samen bijstand aan"),
        Language::English => format!("{both} apply for social assistance (bijstand) together"),
    }
}
