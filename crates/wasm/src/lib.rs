//! The engine and the corpus in a browser: a household never leaves the device.
//!
//! Every function takes and gives text; answers are the JSON that the command line prints with `--json`.

#[cfg(feature = "regelboek")]
pub mod regelboek;

use std::sync::OnceLock;

use corpus::Corpus;
use engine::language::Language;
use household::{Desk, Inquiry, Municipality, Patience, schema_in};
use jiff::civil::Date;
use serde_json::{Value as Json, json};
use wasm_bindgen::prelude::wasm_bindgen;

fn corpus() -> Result<&'static Corpus, String> {
    static CORPUS: OnceLock<Result<Corpus, String>> = OnceLock::new();
    let corpus = CORPUS.get_or_init(|| builtin::corpus().map_err(|error| error.to_string()));
    corpus.as_ref().map_err(String::clone)
}

fn desk() -> Result<&'static Desk<'static>, String> {
    static DESK: OnceLock<Desk<'static>> = OnceLock::new();
    let corpus = corpus()?;
    Ok(DESK.get_or_init(|| Desk::new(corpus)))
}

fn language(code: &str) -> Language {
    Language::from_code(code).unwrap_or_default()
}

/// Answers a question about a household. `household` is a household file, `inquiry` an [`Inquiry`] as JSON.
/// Gives `{"antwoord": ..}`, or `{"fouten": [..]}` with every mistake and its place.
#[wasm_bindgen]
pub fn answer(household: &str, inquiry: &str, taal: &str) -> String {
    let language = language(taal);
    let refused = |message: String| json!({"fouten": [{"plaats": "", "melding": message}]});
    let answer = || -> Json {
        let inquiry: Inquiry = match serde_json::from_str(inquiry) {
            Ok(inquiry) => inquiry,
            Err(error) => return refused(error.to_string()),
        };
        let desk = match desk() {
            Ok(desk) => desk,
            Err(error) => return refused(error),
        };
        match desk.answer(household, None, &inquiry, language, &Patience::default()) {
            Ok(answer) => json!({"antwoord": answer}),
            Err(mistakes) => {
                let mistakes = mistakes.iter().map(|mistake| mistake.to_json(language));
                json!({"fouten": mistakes.collect::<Json>()})
            }
        }
    };
    answer().to_string()
}

/// The JSON Schema of the household file, with its descriptions in a language.
#[wasm_bindgen]
pub fn schema(taal: &str) -> String {
    schema_in(language(taal)).to_string()
}

/// The day to work out for when somebody asks on `day` (as `2027-01-15`): that day when the rules have amounts for it, else
/// the last day before it for which they do. As JSON: `"2026-12-31"`; `null` for no day, or when there is none.
#[wasm_bindgen]
pub fn day_with_amounts(day: &str) -> String {
    let day: Option<Date> = day.parse().ok();
    let covered =
        day.and_then(|day| corpus().ok().and_then(|corpus| corpus.parameters.last_covered(day)));
    json!(covered.map(|day| day.to_string())).to_string()
}

/// The municipalities, with `code` and `naam`, as the household file knows them: `Den Haag` beside
/// `'s-Gravenhage`, with the same code.
#[wasm_bindgen]
pub fn municipalities() -> String {
    let named = |one: &'static Municipality| {
        one.names().map(|naam| json!({"code": one.code, "naam": naam}))
    };
    Municipality::all().iter().flat_map(named).collect::<Json>().to_string()
}
