//! The rules to read: every answer has its shape, and is what the rulebook says, as in the browser.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod common;

use common::description::{Description, check};
use common::{JSON, RULEBOOK, start};
use engine::language::Language;
use serde_json::Value as Json;

const CARE: &str = "rijk.wet_op_de_zorgtoeslag";

/// Every list of the rulebook with everything in it.
#[test]
fn the_whole_rulebook_has_its_shape() {
    let server = start();
    let description = Description::of(&server);
    for (list, field, options) in [
        ("pakketten", "pakketten", ""),
        ("regels", "regels", ""),
        ("parameters", "parameters", ""),
        ("gemeentelijke-regelingen", "regelingen", "?datum=2026-01-15"),
    ] {
        let answer = server.get(&format!("/api/v1/{list}"));
        description.check("get", &format!("/{list}"), &answer);
        let one = format!("/{list}/{{id}}");
        let validator = description.validator("get", &one, 200, JSON);
        let answer = answer.json();
        let items = answer[field].as_array().unwrap();
        assert!(items.len() >= 5, "{list}: {}", items.len());
        for item in items {
            let id = item["id"].as_str().unwrap();
            let page = server.get(&format!("/api/v1/{list}/{id}{options}"));
            assert_eq!(page.status, 200, "{id}");
            check(&validator, id, &page.json());
            assert_eq!(page.json()["naam"], item["naam"]);
        }
        let unknown = server.get(&format!("/api/v1/{list}/nergens{options}"));
        assert_eq!(unknown.status, 404);
        description.check("get", &one, &unknown);
    }
    let some = server.get("/api/v1/regels?pakket=rijk.wet_op_de_zorgtoeslag").json();
    assert!(some["regels"].as_array().unwrap().len() >= 5);
    assert_eq!(server.get("/api/v1/regels?pakket=nergens").status, 404);
    let undated = server.get("/api/v1/gemeentelijke-regelingen/individuele-inkomenstoeslag");
    assert!(undated.json()["fouten"][0]["plaats"] == "datum", "{}", undated.json());
}

#[test]
fn every_outcome_has_a_page_with_its_shape() {
    let server = start();
    let description = Description::of(&server);
    let page = description.validator("get", "/uitkomsten/{naam}", 200, JSON);
    let listed = server.get("/api/v1/uitkomsten").json();
    for outcome in listed["uitkomsten"].as_array().unwrap() {
        let name = outcome["uitkomst"].as_str().unwrap();
        let answer = server.get(&format!("/api/v1/uitkomsten/{name}")).json();
        check(&page, name, &answer);
        assert_eq!(answer["betekenis"], outcome["betekenis"]);
        assert!(!answer["alle_regels"].as_array().unwrap().is_empty(), "{name}");
    }
    let unknown = server.get("/api/v1/uitkomsten/nergens");
    assert_eq!(unknown.status, 404);
    description.check("get", "/uitkomsten/{naam}", &unknown);
}

#[test]
fn every_package_has_its_account_and_examples_in_their_shape() {
    let server = start();
    let description = Description::of(&server);
    let examples = description.validator("get", "/pakketten/{id}/voorbeelden", 200, JSON);
    let account = description.validator("get", "/verantwoording", 200, JSON);
    let whole = server.get("/api/v1/verantwoording").json();
    check(&account, "the whole account", &whole);
    let (mut told, mut held) = (0, 0);
    let packages = server.get("/api/v1/pakketten").json();
    for package in packages["pakketten"].as_array().unwrap() {
        let id = package["id"].as_str().unwrap();
        let count = |list: &str| {
            let answer = server.get(&format!("/api/v1/{list}?pakket={id}")).json();
            answer[list].as_array().unwrap().len()
        };
        assert_eq!(package["regels"], count("regels"), "{id}");
        assert_eq!(package["parameters"], count("parameters"), "{id}");
        let answer = server.get(&format!("/api/v1/verantwoording?pakket={id}")).json();
        check(&account, id, &answer);
        told += answer["pakketten"].as_array().unwrap().len();
        let answer = server.get(&format!("/api/v1/pakketten/{id}/voorbeelden")).json();
        check(&examples, id, &answer);
        held += answer["voorbeelden"].as_array().unwrap().len();
    }
    assert_eq!(told, whole["pakketten"].as_array().unwrap().len());
    assert!(held > 1500, "{held}");
    for path in ["/verantwoording?pakket=nergens", "/pakketten/nergens/voorbeelden"] {
        let answer = server.get(&format!("/api/v1{path}"));
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.json()["detail"].as_str().unwrap().contains("‘nergens’"), "{path}");
    }
}

#[test]
fn everything_that_can_be_found_has_an_address() {
    let server = start();
    let description = Description::of(&server);
    let answer = server.get("/api/v1/zoekindex");
    description.check("get", "/zoekindex", &answer);
    let index = answer.json();
    let items = index["items"].as_array().unwrap();
    for (kind, list, field, id) in [
        ("regel", "regels", "regels", "id"),
        ("parameter", "parameters", "parameters", "id"),
        ("uitkomst", "uitkomsten", "uitkomsten", "uitkomst"),
        ("regeling", "gemeentelijke-regelingen", "regelingen", "id"),
    ] {
        let found = items.iter().filter(|it| it["soort"] == kind).map(|it| &it["id"]);
        let listed = server.get(&format!("/api/v1/{list}")).json();
        let listed = listed[field].as_array().unwrap().iter().map(|it| it[id].clone());
        assert_eq!(found.cloned().collect::<Vec<_>>(), listed.collect::<Vec<_>>(), "{kind}");
    }
}

#[test]
fn the_server_says_what_the_rulebook_says() {
    let server = start();
    let book = &*RULEBOOK;
    for (code, language) in [("nl", Language::Dutch), ("en", Language::English)] {
        let same = |path: &str, told: Json| {
            let joint = if path.contains('?') { '&' } else { '?' };
            let answer = server.get(&format!("/api/v1/{path}{joint}taal={code}"));
            assert_eq!(answer.status, 200, "{path}");
            assert_eq!(answer.json(), told, "{path} {code}");
        };
        same("pakketten", book.packages(language));
        same(&format!("pakketten/{CARE}"), book.package(CARE, language).unwrap());
        let examples = book.examples(&book.files().examples, CARE).unwrap();
        same(&format!("pakketten/{CARE}/voorbeelden"), examples);
        same(&format!("verantwoording?pakket={CARE}"), book.account(Some(CARE)).unwrap());
        same("zoekindex", book.search_index(language));
        let outcome = "zorgtoeslag_per_maand";
        same(&format!("uitkomsten/{outcome}"), book.outcome(outcome, language).unwrap());
    }
}

#[test]
fn an_answer_is_packed_for_who_reads_that() {
    let server = start();
    let path = "/api/v1/zoekindex";
    let plain = server.get(path);
    assert_eq!(plain.header("content-encoding"), "");
    let packed = server.get_with(path, &[("accept-encoding", "gzip")]);
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert!(packed.body.len() * 5 < plain.body.len(), "{}", packed.body.len());
    // It changes with the program only: who has it is told so, in the language that was asked.
    assert_eq!(plain.header("cache-control"), "no-cache");
    let tag = plain.header("etag").to_string();
    let again = server.get_with(path, &[("if-none-match", &tag)]);
    assert_eq!((again.status, again.body.len()), (304, 0));
    let english = server.get_with(&format!("{path}?taal=en"), &[("if-none-match", &tag)]);
    assert_eq!(english.status, 200);
    // What is small is packed when it is sent.
    let packed = server.get_with("/api/v1/regels", &[("accept-encoding", "gzip")]);
    assert_eq!(packed.header("content-encoding"), "gzip");
    let refused = server.get_with("/api/v1/regels/nergens", &[("accept-encoding", "gzip")]);
    assert_eq!(refused.header("content-encoding"), "");
    assert_eq!(refused.json()["status"], 404);
}
