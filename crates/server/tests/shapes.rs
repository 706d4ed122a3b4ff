//! Every answer against the shape that the description of the API promises.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod common;

use std::path::{Path, PathBuf};

use common::description::{Description, check};
use common::{JSON, QUESTIONS, SAM, YAML, start};
use serde_json::{Value as Json, json};

/// The household files that are in the repository for readers.
fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../voorbeelden");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|it| it == "yaml")).collect();
    assert!(files.len() >= 10);
    files
}

#[test]
fn every_answer_about_every_example_has_its_shape() {
    let server = start();
    let description = Description::of(&server);
    let options =
        ["werkloont?uren=true&tot=12", "zekerheid?stijging=8&maand=4", "mijlpalen?jaren=40"];
    for question in QUESTIONS.into_iter().chain(options) {
        let path = format!("/huishoudens/{}", question.split('?').next().unwrap());
        let validator = description.validator("post", &path, 200, JSON);
        for file in files() {
            let what = format!("{question} {}", file.display());
            let answer = server.ask(question, YAML, std::fs::read(&file).unwrap());
            let refused = answer.status != 200;
            // Nobody with an income, say: then the refusal has its shape.
            match refused {
                true => description.check("post", &path, &answer),
                false => check(&validator, &what, &answer.json()),
            }
        }
    }
}

#[test]
fn the_milestones_of_a_life_have_their_shape() {
    let server = start();
    let description = Description::of(&server);
    let answer = server.ask("mijlpalen?jaren=40", JSON, SAM);
    description.check("post", "/huishoudens/mijlpalen", &answer);
    let answer = answer.json();
    let milestones = answer["mijlpalen"].as_array().unwrap();
    for kind in ["verjaardag", "aow", "bedragen"] {
        assert!(milestones.iter().any(|it| it["soort"] == kind), "{kind}");
    }
}

#[test]
fn every_explanation_of_an_example_has_its_shape() {
    let server = start();
    let description = Description::of(&server);
    let validator = description.validator("post", "/huishoudens/uitleg", 200, JSON);
    let outcomes = server.get("/api/v1/uitkomsten").json();
    for outcome in outcomes["uitkomsten"].as_array().unwrap() {
        let name = outcome["uitkomst"].as_str().unwrap();
        let person = if outcome["van"] == "persoon" { "&persoon=Sam" } else { "" };
        let answer = server.ask(&format!("uitleg?uitkomst={name}{person}"), JSON, SAM);
        assert_eq!(answer.status, 200, "{name}");
        check(&validator, name, &answer.json());
    }
}

#[test]
fn what_can_be_looked_up_has_its_shape() {
    let server = start();
    let description = Description::of(&server);
    for path in ["/uitkomsten", "/gemeenten", "/schema/huishouden"] {
        description.check("get", path, &server.get(&format!("/api/v1{path}")));
        description.check("get", path, &server.get(&format!("/api/v1{path}?x=1")));
    }
    let page = description.validator("get", "/gemeenten/{code}", 200, JSON);
    let all = server.get("/api/v1/gemeenten").json();
    let known = all["gemeenten"].as_array().unwrap().iter().filter(|it| it["bekend"] == true);
    let codes = known.map(|it| it["code"].as_str().unwrap()).chain(["GM0034"]);
    for code in codes {
        for options in ["", "?datum=2026-01-15"] {
            let answer = server.get(&format!("/api/v1/gemeenten/{code}{options}"));
            check(&page, code, &answer.json());
        }
    }
    description.check("get", "/gemeenten/{code}", &server.get("/api/v1/gemeenten/GM0000"));
}

#[test]
fn refusals_have_their_shape() {
    let server = start();
    let description = Description::of(&server);
    for question in QUESTIONS {
        let path = format!("/huishoudens/{}", question.split('?').next().unwrap());
        let refused = [
            server.ask(question, JSON, "{"),
            server.ask(question, JSON, "{}"),
            server.ask(question, "text/plain", "{}"),
            server.ask(question, JSON, " ".repeat(300 << 10)),
        ];
        assert_eq!(refused.each_ref().map(|it| it.status), [400, 422, 415, 413]);
        refused.iter().for_each(|answer| description.check("post", &path, answer));
    }
}

#[test]
fn an_answer_with_a_field_more_or_less_has_another_shape() {
    let server = start();
    let description = Description::of(&server);
    let validator = description.validator("post", "/huishoudens/stapeling", 200, JSON);
    let answer = server.ask("stapeling", JSON, SAM).json();
    assert!(validator.is_valid(&answer));
    let change = |change: &dyn Fn(&mut Json)| {
        let mut other = answer.clone();
        change(&mut other);
        assert!(!validator.is_valid(&other));
    };
    change(&|it| it["extra"] = json!(1));
    change(&|it| it["delen"][0]["extra"] = json!(1));
    change(&|it| drop(it.as_object_mut().unwrap().remove("netto")));
    change(&|it| drop(it["domino"][0].as_object_mut().unwrap().remove("persoon")));
    change(&|it| it["netto"] = Json::Null);
    change(&|it| it["rekendatum"] = json!("15 januari"));
}

#[test]
fn the_description_knows_every_option_and_nothing_else() {
    let server = start();
    let description = Description::of(&server);
    let values = [
        ("taal", "en"),
        ("datum", "2026-02-01"),
        ("uitkomst", "zorgtoeslag_per_maand"),
        ("persoon", "Sam"),
        ("van", "0"),
        ("tot", "900"),
        ("uren", "false"),
        ("stijging", "5"),
        ("maand", "5"),
        ("jaren", "2"),
        ("weet_niet", "huishouden.personen[0].winst"),
        ("alleen_onbekend", "false"),
    ];
    for question in QUESTIONS {
        let name = question.split('?').next().unwrap();
        let operation = &description.0["paths"][format!("/huishoudens/{name}")]["post"];
        let described = operation["parameters"].as_array().unwrap();
        let is_described = |option: &str| described.iter().any(|it| it["name"] == option);
        for (option, value) in values {
            // Some go together.
            let beside = match option {
                "stijging" => "&maand=3",
                "maand" => "&stijging=4",
                _ => "",
            };
            let joint = if question.contains('?') { '&' } else { '?' };
            let asked = match question.contains(&format!("{option}=")) {
                true => question.to_string(),
                false => format!("{question}{joint}{option}={value}{beside}"),
            };
            let answer = server.ask(&asked, JSON, SAM);
            let refused = answer.status == 422
                && answer.json()["fouten"].as_array().unwrap().iter().any(|it| {
                    let message = it["melding"].as_str().unwrap();
                    let unknown = ["kan hier niet", "cannot be here"];
                    it["plaats"] == option && unknown.iter().any(|words| message.contains(words))
                });
            assert_eq!(!refused, is_described(option), "{asked}: {}", answer.text());
        }
    }
}

#[test]
fn the_description_is_whole() {
    let server = start();
    let description = Description::of(&server);
    let api = &description.0;
    assert_eq!(api["openapi"], "3.1.0");
    assert_eq!(api["servers"], json!([{"url": "/api/v1"}]));
    // Everything that is referred to is there, and everything that is there is referred to.
    let text = api.to_string();
    let schemas = api["components"]["schemas"].as_object().unwrap();
    for part in text.split("\"#/components/schemas/").skip(1) {
        let name = part.split('"').next().unwrap();
        assert!(schemas.contains_key(name), "{name}");
    }
    for (name, schema) in schemas {
        assert!(text.contains(&format!("\"#/components/schemas/{name}\"")), "{name}");
        let described = schema["description"].as_str().is_some_and(|it| !it.is_empty());
        assert!(described, "{name}");
        for (field, schema) in schema["properties"].as_object().into_iter().flatten() {
            let described = schema["description"].is_string();
            assert!(described, "{name}.{field}: {schema}");
        }
    }
    // The household file is the published one.
    let mut household = household::schema();
    household.as_object_mut().unwrap().remove("$schema");
    assert_eq!(schemas["Huishoudbestand"], household);
    for (path, item) in api["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            assert!(operation["summary"].is_string() && operation["operationId"].is_string());
            for response in operation["responses"].as_object().unwrap().values() {
                assert!(response["headers"]["API-Version"].is_object(), "{method} {path}");
            }
            let Some(body) = operation.get("requestBody") else { continue };
            assert_eq!(body["required"], true, "{path}");
            for media_type in [JSON, YAML] {
                let content = &body["content"][media_type];
                assert_eq!(content["schema"]["$ref"], "#/components/schemas/Huishoudbestand");
                let examples = content["examples"].as_object().unwrap();
                for example in examples.values() {
                    let text = match &example["value"] {
                        Json::String(text) => text.clone(),
                        other => other.to_string(),
                    };
                    let question = path.rsplit('/').next().unwrap();
                    let question = QUESTIONS.iter().find(|it| it.starts_with(question)).unwrap();
                    assert_eq!(server.ask(question, media_type, text).status, 200, "{question}");
                }
            }
        }
    }
}

#[test]
fn the_description_can_be_read_as_a_page() {
    let server = start();
    let answer = server.get("/api/v1/docs");
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    let page = answer.text();
    let api = server.get("/api/v1/openapi.json").json();
    for (path, item) in api["paths"].as_object().unwrap() {
        assert!(page.contains(&format!("/api/v1{path}<")), "{path}");
        for operation in item.as_object().unwrap().values() {
            assert!(page.contains(operation["summary"].as_str().unwrap()));
        }
    }
    // Every link leads somewhere on the page, or to an address that exists; nothing comes from elsewhere.
    for part in page.split("href=\"").skip(1) {
        let to = part.split('"').next().unwrap();
        match to.strip_prefix('#') {
            Some(id) => assert!(page.contains(&format!("id=\"{id}\"")), "{to}"),
            None => assert_eq!(server.get(to).status, 200, "{to}"),
        }
    }
    assert!(!page.contains("<script") && !page.contains("style=") && !page.contains("http"));
    // A problem refers to a kind on this page.
    for question in ["bereken", "bereken?x=1"] {
        let problem = server.ask(question, JSON, "x").json();
        let (_, id) = problem["type"].as_str().unwrap().split_once('#').unwrap();
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
}
