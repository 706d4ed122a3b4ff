//! Worked examples in a browser. Their files are handed over once, apart from the texts of the rules.

use std::sync::OnceLock;

use corpus::File;
use engine::language::{Bilingual, Language, Text};
use serde_json::{Value as Json, json};
use wasm_bindgen::prelude::wasm_bindgen;

use super::{book, editor, mistake, told};
use crate::language;

static EXAMPLES: OnceLock<Vec<File>> = OnceLock::new();

const NOT_OPEN: Text = Text::fixed(
    "De voorbeelden zijn nog niet geopend. Geef ze eerst met ‘openExamples’.",
    "The examples are not open yet. Hand them over with ‘openExamples’ first.",
);

/// Opens the examples: the bytes of `voorbeelden.bin` of the same version. Opening them again does nothing.
#[wasm_bindgen(js_name = openExamples)]
pub fn open_examples(examples: &[u8], taal: &str) -> String {
    let language = language(taal);
    let files = match EXAMPLES.get() {
        Some(files) => Ok(files),
        None => builtin::unpack_examples(examples).map(|files| EXAMPLES.get_or_init(|| files)),
    };
    let files = files.map_err(|error| mistake(&error.in_language(language)));
    told(files.map(|files| json!({"bestanden": files.len()})))
}

/// Runs the examples of a package, or one of them; with a draft, when one is given.
#[wasm_bindgen(js_name = runExamples)]
pub fn run_examples(
    package: &str,
    example: Option<String>,
    draft: Option<String>,
    taal: &str,
) -> String {
    let language = language(taal);
    let run = book(language).and_then(|book| {
        let drafted = draft.map(|draft| editor::drafted(book, &draft, language)).transpose()?;
        let corpus = drafted.as_ref().map_or(book.corpus(), |(_, drafted)| &drafted.corpus);
        let asked = (package, example.as_deref());
        let run = book.run_examples(files(language)?, asked, corpus, language);
        run.map_err(|error| error.to_json(language))
    });
    told(run)
}

fn files(language: Language) -> Result<&'static [File], Json> {
    let files = EXAMPLES.get().ok_or_else(|| mistake(NOT_OPEN.get(language)))?;
    Ok(files)
}
