//! The rulebook as a page uses it: opened with the bytes that the server passes on, then asked.
#![allow(clippy::unwrap_used)]

use serde_json::{Value as Json, json};

const SAM: &str = include_str!("../../../voorbeelden/sam-en-noor.yaml");

fn answer(text: &str) -> Json {
    let mut told: Json = serde_json::from_str(text).unwrap();
    assert!(told["fouten"].is_null(), "{told}");
    told["antwoord"].take()
}

fn mistakes(text: &str) -> Json {
    let mut told: Json = serde_json::from_str(text).unwrap();
    assert!(told["antwoord"].is_null() && !told["fouten"][0]["melding"].is_null(), "{told}");
    told["fouten"].take()
}

/// One test, since a page opens the rulebook once.
#[test]
fn a_page_opens_the_rulebook_and_asks() {
    let too_early = mistakes(&wasm::regelboek::packages("nl"));
    assert!(too_early[0]["melding"].as_str().unwrap().contains("openRulebook"));
    mistakes(&wasm::regelboek::open_rulebook(&builtin::SOURCES[..500], "en"));
    answer(&wasm::regelboek::open_rulebook(builtin::SOURCES, "nl"));
    answer(&wasm::regelboek::open_rulebook(&[], "nl"));

    let id = "rijk.wet_op_de_zorgtoeslag.recht-op-zorgtoeslag";
    let rule = answer(&wasm::regelboek::rule(id, "en"));
    assert_eq!(rule["id"], id);
    mistakes(&wasm::regelboek::rule("weg", "en"));
    answer(&wasm::regelboek::compare_municipalities("kindregeling", "2024-03-15", "nl"));
    mistakes(&wasm::regelboek::compare_municipalities("kindregeling", "15-03-2024", "nl"));

    let value = json!({"parameter": "standaardpremie", "waarde": "2219 €"});
    let draft = json!({"naam": "Proef", "datum": "2026-01-01", "parameters": [value]}).to_string();
    let checked = answer(&wasm::regelboek::editor::check_draft(&draft, "nl"));
    assert_eq!(checked["nieuwe_parameters"], json!([]));
    let compared = answer(&wasm::regelboek::editor::compare_draft(&draft, SAM, "nl"));
    assert_eq!(compared["verschillen"][0]["uitkomst"], "zorgtoeslag_per_maand");
    let inquiry = r#"{"vraag": "uitleg", "uitkomst": "zorgtoeslag_per_maand"}"#;
    let told = wasm::regelboek::editor::answer_with_draft(&draft, SAM, inquiry, "nl");
    assert_eq!(answer(&told)["waarde"], 137);
    assert!(told.contains("Proef"));
    answer(&wasm::regelboek::editor::reform(&draft, "nl"));
    // A draft with a mistake never runs, also not as the one before it.
    let wrong = draft.replace("2219 €", "veel");
    mistakes(&wasm::regelboek::editor::check_draft(&wrong, "nl"));
    mistakes(&wasm::regelboek::editor::compare_draft(&wrong, SAM, "nl"));
    mistakes(&wasm::regelboek::editor::answer_with_draft(&wrong, SAM, inquiry, "nl"));

    let package = "rijk.wet_minimumloon";
    mistakes(&wasm::regelboek::examples::run_examples(package, None, None, "nl"));
    answer(&wasm::regelboek::examples::open_examples(builtin::EXAMPLES, "nl"));
    let run = answer(&wasm::regelboek::examples::run_examples(package, None, None, "nl"));
    let worked = run["voorbeelden"].as_array().unwrap().len();
    assert!(worked > 0);
    assert_eq!(run["geslaagd"], worked);
    let wrong = Some(wrong);
    mistakes(&wasm::regelboek::examples::run_examples(package, None, wrong, "nl"));
}
