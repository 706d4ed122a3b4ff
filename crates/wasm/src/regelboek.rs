//! The rulebook in a browser. Its texts are not in the module: the page gets them when somebody opens the
//! regelboek, and hands them over once.

use std::sync::OnceLock;

use corpus::Files;
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

/// Opens the rulebook with its texts: the bytes of `bronnen.bin` of the same version. Gives `{"antwoord":
/// {"versie"}}`, or `{"fouten": [{"melding"}]}`. Opening it again does nothing.
#[wasm_bindgen(js_name = openRulebook)]
pub fn open_rulebook(texts: &[u8], taal: &str) -> String {
    let language = language(taal);
    let open = || -> Result<Json, String> {
        let corpus = corpus()?;
        if BOOK.get().is_none() {
            let files = builtin::unpack_sources(texts).map_err(|it| it.in_language(language))?;
            let files = FILES.get_or_init(|| files);
            let book = Rulebook::new(corpus, files).map_err(|it| it.in_language(language))?;
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

/// The rules in short; of one package, when an id is given.
#[wasm_bindgen]
pub fn rules(package: Option<String>, taal: &str) -> String {
    ask(taal, |book, language| book.rules(package.as_deref(), language))
}

/// One rule by its id.
#[wasm_bindgen]
pub fn rule(id: &str, taal: &str) -> String {
    ask(taal, |book, language| book.rule(id, language))
}

/// A file of rule text by its name, in pieces.
#[wasm_bindgen(js_name = ruleFile)]
pub fn rule_file(name: &str, taal: &str) -> String {
    ask(taal, |book, language| book.file(name, language))
}

/// The parameters in short; of one package, when an id is given.
#[wasm_bindgen]
pub fn parameters(package: Option<String>, taal: &str) -> String {
    ask(taal, |book, language| book.parameters(package.as_deref(), language))
}

/// One parameter by its id.
#[wasm_bindgen]
pub fn parameter(id: &str, taal: &str) -> String {
    ask(taal, |book, language| book.parameter(id, language))
}

/// Asks the open rulebook something.
fn ask(
    taal: &str,
    question: impl FnOnce(&Rulebook<'static>, Language) -> Result<Json, Text>,
) -> String {
    let language = language(taal);
    let answer = match BOOK.get() {
        Some(book) => question(book, language),
        None => Err(NOT_OPEN),
    };
    told(answer.map_err(|text| text.get(language).to_string()))
}

/// An answer, or why there is none, as the browser gets it.
fn told(answer: Result<Json, String>) -> String {
    match answer {
        Ok(answer) => json!({"antwoord": answer}).to_string(),
        Err(message) => json!({"fouten": [{"plaats": "", "melding": message}]}).to_string(),
    }
}
