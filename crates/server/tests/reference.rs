//! What can be looked up without a household.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod common;

use common::{JSON, SAM, start};
use serde_json::{Value as Json, json};

#[test]
fn every_outcome_of_an_answer_is_listed_and_the_other_way_round() {
    let server = start();
    let listed = server.get("/api/v1/uitkomsten").json();
    let names = |whose: &str| {
        let list = listed["uitkomsten"].as_array().unwrap().iter();
        let names = list.filter(|it| it["van"] == whose).map(|it| it["uitkomst"].as_str().unwrap());
        names.map(str::to_string).collect::<Vec<_>>()
    };
    let answer = server.ask("bereken", JSON, SAM).json();
    let keys = |json: &Json| json.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(names("huishouden"), keys(&answer["huishouden"]));
    assert_eq!(names("persoon"), keys(&answer["personen"]["Sam"]));
    assert_eq!(listed["versie"], answer["versie"]);
    let english = server.get("/api/v1/uitkomsten?taal=en").json();
    assert_ne!(english["uitkomsten"][0]["betekenis"], listed["uitkomsten"][0]["betekenis"]);
}

#[test]
fn municipalities_with_and_without_schemes() {
    let server = start();
    let all = server.get("/api/v1/gemeenten").json();
    let all = all["gemeenten"].as_array().unwrap();
    assert_eq!(all.len(), 342);
    let found = |code: &str| all.iter().find(|it| it["code"] == code).unwrap();
    assert_eq!(
        found("GM0855"),
        &json!({"gemeente": "Tilburg", "andere_naam": null, "code": "GM0855", "bekend": true})
    );
    for municipality in all {
        let page =
            server.get(&format!("/api/v1/gemeenten/{}", municipality["code"].as_str().unwrap()));
        assert_eq!(page.status, 200);
        let page = page.json();
        assert_eq!(page["gemeente"], municipality["gemeente"]);
        assert_eq!(page["bekend"], municipality["bekend"]);
    }
    let on_a_day = server.get("/api/v1/gemeenten/GM0855?datum=2026-01-15").json();
    assert_eq!(on_a_day["datum"], "2026-01-15");
}

#[test]
fn a_municipality_that_is_not_there_is_404() {
    let server = start();
    for path in ["GM9999", "Nergens", "%ff", "%00", "gm0855", "GM0855%20"] {
        let answer = server.get(&format!("/api/v1/gemeenten/{path}"));
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.json()["status"], 404);
    }
    let by_name = server.get("/api/v1/gemeenten/Tilburg").json();
    assert!(by_name["detail"].as_str().unwrap().contains("GM0855"));
}

#[test]
fn options_that_are_not_known_are_refused_everywhere() {
    let server = start();
    let paths = [
        "uitkomsten",
        "gemeenten",
        "gemeenten/GM0855",
        "uitkomsten/zorgtoeslag_per_maand",
        "pakketten",
        "pakketten/rijk.awir",
        "pakketten/rijk.awir/voorbeelden",
        "verantwoording",
        "zoekindex",
        "schema/huishouden",
        "openapi.json",
        "docs",
    ];
    for path in paths {
        let answer = server.get(&format!("/api/v1/{path}?onbekend=1"));
        assert_eq!(answer.status, 422, "{path}");
        assert_eq!(answer.json()["fouten"][0]["plaats"], "onbekend");
    }
    assert_eq!(server.get("/api/v1/gemeenten/GM0855?datum=31-12-2025").status, 422);
}

#[test]
fn the_schema_is_that_of_the_household_file() {
    let server = start();
    let answer = server.get("/api/v1/schema/huishouden");
    assert_eq!(answer.header("content-type"), "application/schema+json");
    assert_eq!(answer.json(), household::schema());
    let english = household::schema_in(engine::language::Language::English);
    assert_eq!(server.get("/api/v1/schema/huishouden?taal=en").json(), english);
}

#[test]
fn the_server_tells_how_it_is() {
    let server = start();
    assert_eq!(server.get("/health/live").text(), "live\n");
    assert_eq!(server.get("/health/ready").text(), "ready\n");
    server.ask("bereken", JSON, SAM);
    server.get("/waar/dan/ook?naam=Sam");
    let answer = server.get("/metrics");
    assert!(answer.header("content-type").starts_with("text/plain; version=0.0.4"));
    let line = |rest: &str| answer.text().lines().any(|line| line == rest);
    assert!(line(
        "samenhang_requests_total{method=\"POST\",route=\"/api/v1/huishoudens/bereken\",status=\"200\"} 1"
    ));
    assert!(line("samenhang_requests_total{method=\"GET\",route=\"other\",status=\"404\"} 1"));
    assert!(line("samenhang_request_seconds_count{route=\"/api/v1/huishoudens/bereken\"} 1"));
    assert!(line("samenhang_computing 0") && line("samenhang_waiting 0"));
    assert!(!answer.text().contains("Sam") && !answer.text().contains("waar/dan"));
}
