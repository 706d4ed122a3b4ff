//! Questions about a household: good ones, and what is answered to bad ones.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod common;

use common::{Answer, JSON, QUESTIONS, Running, SAM, YAML, start};
use serde_json::{Value as Json, json};

/// A problem is whole, and its parts agree with each other.
fn problem(answer: &Answer, status: u16, kind: &str) -> Json {
    let problem = answer.json();
    assert_eq!(answer.status, status, "{problem}");
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.header("api-version"), "1.1.0");
    assert_eq!(problem["type"], format!("/api/v1/docs#probleem-{kind}"));
    assert_eq!(problem["status"], status);
    for part in ["title", "detail"] {
        assert!(!problem[part].as_str().unwrap().is_empty(), "{problem}");
    }
    assert!(problem["instance"].as_str().unwrap().starts_with('/'));
    let names: Vec<&String> = problem.as_object().unwrap().keys().collect();
    assert_eq!(names, ["type", "title", "status", "detail", "instance", "fouten"]);
    for mistake in problem["fouten"].as_array().unwrap() {
        let names: Vec<&String> = mistake.as_object().unwrap().keys().collect();
        assert_eq!(names, ["plaats", "json_pointer", "regel", "kolom", "melding"]);
    }
    problem
}

/// The only mistake of a problem: its place, pointer, line and column.
fn only(problem: &Json) -> [&Json; 4] {
    let mistakes = problem["fouten"].as_array().unwrap();
    assert_eq!(mistakes.len(), 1, "{problem}");
    ["plaats", "json_pointer", "regel", "kolom"].map(|part| &mistakes[0][part])
}

fn with(server: &Running, path: &str, find: &str, replacement: &str) -> Answer {
    assert!(SAM.contains(find), "{find}");
    server.ask(path, JSON, SAM.replace(find, replacement))
}

#[test]
fn every_question_is_answered_as_json_and_as_yaml() {
    let server = start();
    for question in QUESTIONS {
        let answer = server.ask(question, JSON, SAM);
        assert_eq!(answer.status, 200, "{question}: {}", answer.text());
        assert_eq!(answer.header("content-type"), "application/json");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(answer.json().is_object());
        assert_eq!(server.ask(question, YAML, SAM).json(), answer.json(), "{question}");
        assert_eq!(server.ask(question, "application/json; charset=UTF-8", SAM).status, 200);
    }
}

#[test]
fn options_do_what_they_say() {
    let server = start();
    let ask = |question: &str| {
        let answer = server.ask(question, JSON, SAM);
        assert_eq!(answer.status, 200, "{question}: {}", answer.text());
        answer.json()
    };
    assert_eq!(ask("bereken?datum=2025-03-01")["rekendatum"], "2025-03-01");
    assert_ne!(ask("bereken?taal=en")["opmerkingen"], ask("bereken?taal=nl")["opmerkingen"]);
    let explained = ask("uitleg?uitkomst=netto_inkomen_per_jaar&persoon=Sam");
    assert_eq!(explained["uitkomst"], "netto_inkomen_per_jaar");
    let work = ask("werkloont?van=10000&tot=10500,50&persoon=Sam");
    let points = work["punten"].as_array().unwrap();
    assert_eq!(points[0]["bruto"], 10000);
    assert_eq!(points.last().unwrap()["bruto"], json!(10500.5));
    assert_eq!(ask("werkloont?uren=true&tot=4")["grootheid"], "uren_per_week");
    assert_eq!(ask("werkloont?uren=false&tot=400")["grootheid"], "loon");
    assert_eq!(ask("zekerheid?stijging=5&maand=6")["stijging"]["maand"], 6);
    assert_eq!(ask("mijlpalen?jaren=1")["tot"], "2027-01-15");
    let open = ask("vragen");
    let first = open["volgende"].as_str().unwrap();
    let second = open["vragen"][1]["veld"].as_str().unwrap();
    let fewer = ask(&format!("vragen?weet_niet={first}&weet_niet={second}"));
    let fields = fewer["vragen"].as_array().unwrap().iter().map(|it| it["veld"].as_str().unwrap());
    assert!(!fields.into_iter().any(|field| field == first || field == second), "{fewer}");
    let none = ask("vragen?alleen_onbekend=true");
    assert_eq!(none["vragen"].as_array().unwrap().len(), 0, "{none}");
}

#[test]
fn the_browser_chooses_the_language_unless_the_address_does() {
    let server = start();
    let title = |path: &str, language: &str| {
        let answer = server.get_with(path, &[("accept-language", language)]);
        answer.json()["title"].as_str().unwrap().to_string()
    };
    assert_eq!(title("/api/niets", ""), "Niet gevonden");
    assert_eq!(title("/api/niets", "en-GB,en;q=0.9"), "Not found");
    assert_eq!(title("/api/niets?taal=nl", "en"), "Niet gevonden");
    assert_eq!(title("/api/niets?taal=en", "nl"), "Not found");
}

#[test]
fn what_is_no_document_is_400() {
    let server = start();
    let answer = server.ask("bereken", JSON, "{\n \"rekendatum\": \"é\" x");
    let problem400 = problem(&answer, 400, "onleesbaar");
    assert_eq!(only(&problem400), [&json!(""), &Json::Null, &json!(2), &json!(20)]);
    // YAML that says it is JSON.
    problem(&server.ask("bereken", JSON, "rekendatum: 2026-01-15"), 400, "onleesbaar");
    problem(&server.ask("bereken", JSON, ""), 400, "onleesbaar");
    problem(&server.ask("bereken", YAML, ""), 400, "onleesbaar");
    problem(&server.ask("bereken", YAML, "rekendatum: [1"), 400, "onleesbaar");
    problem(&server.ask("bereken", JSON, "[".repeat(100_000)), 400, "onleesbaar");
    problem(&server.ask("bereken", YAML, "[".repeat(100_000)), 400, "onleesbaar");
    let broken = problem(&server.ask("bereken", YAML, b"a: 1\nb: \xff"), 400, "onleesbaar");
    assert_eq!(only(&broken)[2], 2);
}

#[test]
fn what_is_wrong_in_a_household_is_422_with_its_place() {
    let server = start();
    let cases = [
        ("\"loon\"", "\"loonn\"", "huishouden.personen[0].loonn", "#/huishouden/personen/0/loonn"),
        ("26500", "\"veel\"", "huishouden.personen[0].loon", "#/huishouden/personen/0/loon"),
        ("2019-09-02", "2027-09-02", "huishouden.personen[1].geboortedatum", ""),
        ("Tilburg", "Nergenshuizen", "huishouden.gemeente", "#/huishouden/gemeente"),
        ("2026-01-15", "1812-01-15", "rekendatum", "#/rekendatum"),
        (
            "\"loon\"",
            "\"lo/on x\"",
            "huishouden.personen[0].lo/on x",
            "#/huishouden/personen/0/lo~1on%20x",
        ),
    ];
    for (find, replacement, place, pointer) in cases {
        let answer = with(&server, "bereken", find, replacement);
        let problem = problem(&answer, 422, "klopt-niet");
        let mistakes = problem["fouten"].as_array().unwrap();
        let mistake = mistakes.iter().find(|it| it["plaats"] == place);
        let mistake = mistake.unwrap_or_else(|| panic!("{place}: {problem}"));
        if !pointer.is_empty() {
            assert_eq!(mistake["json_pointer"], pointer);
        }
        assert!(mistake["regel"].is_number() && mistake["kolom"].is_number(), "{mistake}");
    }
    // A document, but no household.
    problem(&server.ask("bereken", JSON, "[]"), 422, "klopt-niet");
    problem(&server.ask("bereken", JSON, "{\"a\": 1, \"a\": 2}"), 422, "klopt-niet");
}

#[test]
fn a_day_without_amounts_is_told_where_it_was_given() {
    let server = start();
    let answer = server.ask("bereken?datum=2020-01-01", JSON, SAM);
    let in_query = problem(&answer, 422, "klopt-niet");
    assert_eq!(only(&in_query)[..2], [&json!("datum"), &Json::Null]);
    let answer = with(&server, "bereken", "2026-01-15", "2020-01-15");
    let in_file = problem(&answer, 422, "klopt-niet");
    assert_eq!(only(&in_file)[..2], [&json!("rekendatum"), &json!("#/rekendatum")]);
}

#[test]
fn what_is_wrong_in_a_question_is_422_with_its_option() {
    let server = start();
    let cases = [
        ("uitleg", "uitkomst"),
        ("uitleg?uitkomst=zorgtoeslag", "uitkomst"),
        ("uitleg?uitkomst=netto_inkomen_per_jaar&persoon=Bo", "persoon"),
        ("uitleg?uitkomst=netto_inkomen_per_jaar", "persoon"),
        ("werkloont?persoon=Noor", "persoon"),
        ("werkloont?van=veel", "van"),
        ("werkloont?van=5&tot=1", "van"),
        ("werkloont?uren=ja", "uren"),
        ("zekerheid?stijging=5", "maand"),
        ("zekerheid?maand=5", "stijging"),
        ("zekerheid?maand=13&stijging=5", "maand"),
        ("mijlpalen?jaren=0", "jaren"),
        ("mijlpalen?jaren=99999999999", "jaren"),
        ("vragen?weet_niet=huishouden.loon", "weet_niet"),
        ("bereken?taal=fr", "taal"),
        ("bereken?datum=morgen", "datum"),
        ("bereken?datum=2026-01-15&datum=2026-01-16", "datum"),
        ("bereken?dautm=2026-01-15", "dautm"),
        ("bereken?uitkomst=zorgtoeslag_per_maand", "uitkomst"),
        ("bereken?=", ""),
    ];
    for (question, place) in cases {
        let answer = server.ask(question, JSON, SAM);
        let problem = problem(&answer, 422, "klopt-niet");
        assert_eq!(
            only(&problem),
            [&json!(place), &Json::Null, &Json::Null, &Json::Null],
            "{question}"
        );
        assert_eq!(
            problem["instance"],
            format!("/api/v1/huishoudens/{}", question.split('?').next().unwrap())
        );
    }
    let many: Vec<String> = (0..500).map(|at| format!("x{at}=1")).collect();
    let answer = server.ask(&format!("bereken?{}", many.join("&")), JSON, SAM);
    assert_eq!(problem(&answer, 422, "klopt-niet")["fouten"].as_array().unwrap().len(), 20);
    // A name that was typed wrong is told right.
    let answer = server.ask("bereken?dautm=2026-01-15", JSON, SAM);
    assert!(answer.json()["fouten"][0]["melding"].as_str().unwrap().contains("'datum'"));
    // Everything at once, before the household is looked at.
    let all = server.ask("uitleg?taal=fr&datum=x&y=1", JSON, "");
    assert_eq!(problem(&all, 422, "klopt-niet")["fouten"].as_array().unwrap().len(), 4);
}

#[test]
fn other_content_is_415() {
    let server = start();
    for media_type in
        ["text/plain", "application/xml", "application/json; charset=latin1", "json", ";"]
    {
        problem(&server.ask("bereken", media_type, SAM), 415, "soort-inhoud");
    }
    let head = "POST /api/v1/huishoudens/bereken HTTP/1.1\r\nhost: x\r\nconnection: close\r\n";
    let without = server.raw(format!("{head}content-length: 2\r\n\r\n{{}}").as_bytes());
    assert!(without.starts_with("HTTP/1.1 415"), "{without}");
    let packed =
        "content-type: application/json\r\ncontent-encoding: gzip\r\ncontent-length: 2\r\n\r\n{}";
    let packed = server.raw(format!("{head}{packed}").as_bytes());
    assert!(packed.starts_with("HTTP/1.1 415") && packed.contains("Content-Encoding"), "{packed}");
}

#[test]
fn too_large_is_413() {
    let server = start();
    let padded = |bytes: usize| {
        let mut text = SAM.to_string();
        text.push_str(&" ".repeat(bytes - text.len()));
        text
    };
    assert_eq!(server.ask("bereken", JSON, padded(256 << 10)).status, 200);
    problem(&server.ask("bereken", JSON, padded((256 << 10) + 1)), 413, "te-groot");
    problem(&server.ask("bereken", JSON, padded(900 << 10)), 413, "te-groot");
    // Announced, and not even begun.
    let head = "POST /api/v1/huishoudens/bereken HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";
    let answer = server.raw(format!("{head}content-length: 99999999999\r\n\r\n").as_bytes());
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
}

#[test]
fn another_method_is_405_with_those_there_are() {
    let server = start();
    let cases = [
        ("GET", "/api/v1/huishoudens/bereken", "POST"),
        ("PUT", "/api/v1/huishoudens/uitleg", "POST"),
        ("OPTIONS", "/api/v1/huishoudens/uitleg", "POST"),
        ("POST", "/api/v1/uitkomsten", "GET,HEAD"),
        ("DELETE", "/api/v1/gemeenten/GM0855", "GET,HEAD"),
        ("TRACE", "/api/v1/gemeenten", "GET,HEAD"),
        ("HALEN", "/api/v1/schema/huishouden", "GET,HEAD"),
        ("POST", "/api/v1/openapi.json", "GET,HEAD"),
        ("POST", "/health/live", "GET,HEAD"),
    ];
    for (method, path, allowed) in cases {
        let answer = server.method(method, path);
        assert_eq!(answer.status, 405, "{method} {path}");
        assert_eq!(answer.header("allow"), allowed, "{method} {path}");
        assert_eq!(answer.json()["type"], "/api/v1/docs#probleem-methode");
    }
}

#[test]
fn what_does_not_exist_is_404() {
    let server = start();
    let paths =
        ["/api", "/api/", "/api/v1", "/api/v1/", "/api/v2/uitkomsten", "/api/v1/uitkomsten/"];
    for path in paths.into_iter().chain(["/api/v1/huishoudens", "/api/v1/gemeenten/GM0855/x"]) {
        let problem = problem(&server.get(path), 404, "niet-gevonden");
        assert_eq!(problem["instance"], path);
    }
}
