//! Changing rules in a browser: checking a draft, and what it does.

use std::sync::{Arc, Mutex, PoisonError};

use corpus::Finding;
use engine::language::Language;
use household::{Desk, Inquiry, Patience};
use rulebook::{Draft, Drafted, Rulebook};
use serde_json::{Value as Json, json};
use wasm_bindgen::prelude::wasm_bindgen;

use super::{book, mistake, told};
use crate::language;

/// The last draft without mistakes, with its text: who asks about it asks more than one thing.
static LAST: Mutex<Option<(String, Arc<Drafted>)>> = Mutex::new(None);

/// Checks a draft: `{"antwoord": {"versie", "nieuwe_parameters"}}` when it can run, or `{"fouten": [..]}` with each mistake as
/// `controleer --json` has it, and its place in the text of the rule.
#[wasm_bindgen(js_name = checkDraft)]
pub fn check_draft(draft: &str, taal: &str) -> String {
    let language = language(taal);
    let checked = book(language).and_then(|book| {
        let (_, drafted) = drafted(book, draft, language)?;
        let new = book.new_parameters(&drafted, language);
        Ok(json!({"versie": drafted.corpus.version, "nieuwe_parameters": new}))
    });
    told(checked)
}

/// The outcomes of a household without and with a draft, and which of them differ.
#[wasm_bindgen(js_name = compareDraft)]
pub fn compare_draft(draft: &str, household: &str, taal: &str) -> String {
    let language = language(taal);
    let compared = book(language).and_then(|book| {
        let (_, drafted) = drafted(book, draft, language)?;
        let corpora = (book.corpus(), &drafted.corpus);
        let compared = rulebook::compare(household, corpora, language);
        compared.map_err(|mistakes| mistakes.iter().map(|it| it.to_json(language)).collect())
    });
    told(compared)
}

/// Answers a question about a household, as `answer` does, with a draft.
#[wasm_bindgen(js_name = answerWithDraft)]
pub fn answer_with_draft(draft: &str, household: &str, inquiry: &str, taal: &str) -> String {
    let language = language(taal);
    let answered = book(language).and_then(|book| {
        let inquiry: Inquiry =
            serde_json::from_str(inquiry).map_err(|error| mistake(&error.to_string()))?;
        let (_, drafted) = drafted(book, draft, language)?;
        let answer = Desk::new(&drafted.corpus).answer(
            household,
            None,
            &inquiry,
            language,
            &Patience::default(),
        );
        answer.map_err(|mistakes| mistakes.iter().map(|it| it.to_json(language)).collect())
    });
    told(answered)
}

/// A draft as a reform file, with the rule text it names.
#[wasm_bindgen]
pub fn reform(draft: &str, taal: &str) -> String {
    let language = language(taal);
    let exported = book(language).and_then(|book| {
        let (draft, drafted) = drafted(book, draft, language)?;
        book.reform(&draft, &drafted).map_err(|text| mistake(text.get(language)))
    });
    told(exported)
}

/// The rules with a draft in them, or every mistake in it.
pub(super) fn drafted(
    book: &Rulebook<'static>,
    text: &str,
    language: Language,
) -> Result<(Draft, Arc<Drafted>), Json> {
    let draft = Draft::read(text).map_err(|errors| -> Json {
        errors.iter().map(|error| Finding::from(error).to_json(language)).collect()
    })?;
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((known, drafted)) = last.as_ref()
        && known == text
    {
        return Ok((draft, drafted.clone()));
    }
    let drafted = book.draft(&draft).map_err(|findings| -> Json {
        findings.iter().map(|finding| finding.to_json(language)).collect()
    })?;
    let drafted = Arc::new(drafted);
    *last = Some((text.to_string(), drafted.clone()));
    Ok((draft, drafted))
}
