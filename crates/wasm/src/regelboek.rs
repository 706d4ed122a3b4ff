//! The rulebook in a browser. Its texts are not in the module: the page gets them when somebody opens the
//! regelboek, and hands them over once.
//!
//! Every answer is JSON text: `{"antwoord": ..}`, or `{"fouten": [{"plaats", "melding"}]}`.

pub mod editor;
pub mod examples;

use std::sync::OnceLock;

use corpus::Files;
use corpus::document::date_from_text;
use engine::language::{Bilingual, Language, Text};
use rulebook::Rulebook;
use serde_json::{Value as Json, json};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{corpus, language};

static FILES: OnceLock<Files> = OnceLock::new();
static BOOK: OnceLock<Rulebook<'static>> = OnceLock::new();

const NOT_OPEN: Text = Text::fixed(
    "Het regelboek is nog niet geopend. Geef eerst de teksten met ‘openRulebook’.",
    "The rulebook is not open yet. Hand over the texts with ‘openRulebook’ first.",
);

/// Opens the rulebook with its texts: the bytes of `bronnen.bin` of the same version. Opening it again does
/// nothing.
#[wasm_bindgen(js_name = openRulebook)]
pub fn open_rulebook(texts: &[u8], taal: &str) -> String {
    let language = language(taal);
    let open = || -> Result<Json, Json> {
        let corpus = corpus().map_err(|error| mistake(&error))?;
        if BOOK.get().is_none() {
            let said = |error: &dyn Bilingual| mistake(&error.in_language(language));
            let files = builtin::unpack_sources(texts).map_err(|error| said(&error))?;
            // Texts are kept for good, so only the right ones are.
            rulebook::check_texts(corpus, &files).map_err(|error| said(&error))?;
            let files = FILES.get_or_init(|| files);
            let book = Rulebook::new(corpus, files).map_err(|error| said(&error))?;
            BOOK.get_or_init(|| book);
        }
        Ok(json!({"versie": corpus.version}))
    };
    told(open())
}

/// The packages: what they are called, what they are about, how many rules and parameters each has.
#[wasm_bindgen]
pub fn packages(taal: &str) -> String {
    ask(taal, |book, language| Ok(book.packages(language)))
}

/// One rule by its id.
#[wasm_bindgen]
pub fn rule(id: &str, taal: &str) -> String {
    ask(taal, |book, language| book.rule(id, language))
}

/// One parameter by its id.
#[wasm_bindgen]
pub fn parameter(id: &str, taal: &str) -> String {
    ask(taal, |book, language| book.parameter(id, language))
}

/// The municipalities compared on a scheme, by its id, on a day (`2026-01-15`).
#[wasm_bindgen(js_name = compareMunicipalities)]
pub fn compare_municipalities(scheme: &str, date: &str, taal: &str) -> String {
    ask(taal, |book, language| {
        let date = date_from_text(date).map_err(|(wrong, hint)| {
            Text::of(|language| format!("{} {}", wrong.get(language), hint.get(language)))
        })?;
        book.comparison(scheme, date, language)
    })
}

/// An entry for everything there is to find.
#[wasm_bindgen(js_name = searchIndex)]
pub fn search_index(taal: &str) -> String {
    ask(taal, |book, language| Ok(book.search_index(language)))
}

/// The names that rule text can use.
#[wasm_bindgen]
pub fn names(taal: &str) -> String {
    ask(taal, |book, language| Ok(book.names(language)))
}

/// The open rulebook.
fn book(language: Language) -> Result<&'static Rulebook<'static>, Json> {
    BOOK.get().ok_or_else(|| mistake(NOT_OPEN.get(language)))
}

/// Asks the open rulebook something.
fn ask(
    taal: &str,
    question: impl FnOnce(&Rulebook<'static>, Language) -> Result<Json, Text>,
) -> String {
    let language = language(taal);
    let answer = book(language)
        .and_then(|book| question(book, language).map_err(|text| mistake(text.get(language))));
    told(answer)
}

/// One mistake that is not at a place.
fn mistake(message: &str) -> Json {
    json!([{"plaats": "", "melding": message}])
}

/// An answer, or the mistakes, as the browser gets it.
fn told(answer: Result<Json, Json>) -> String {
    match answer {
        Ok(answer) => json!({"antwoord": answer}).to_string(),
        Err(mistakes) => json!({"fouten": mistakes}).to_string(),
    }
}
