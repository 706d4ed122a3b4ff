//! Generic objects: what is read, what is refused and where, and the answer.

// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::build::*;
use common::words::*;
use common::{TODAY, v};
use engine::exact::run;
use engine::json::{JsonError, read, value_from_json, value_to_json, write};
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use regelspraak::model::*;
use serde_json::{Value as Json, json};

fn model() -> Model {
    let mut b = Build::new();
    let reis = b.objecttype("Reis");
    let reiziger = b.objecttype("Reiziger");
    let soort = b.domain("Soort", &["Boot", "Fiets"]);
    b.attribute(reis, "soort", soort);
    b.attribute(reis, "vertrek", MOMENT);
    let prijs = b.attribute(reiziger, "prijs", in_unit(EURO));
    b.attribute(reiziger, "duur", in_unit(YEAR));
    b.attribute(reiziger, "geboren", DATE);
    b.attribute(reiziger, "naam", Type::Text);
    b.attribute(reiziger, "vast", Type::Boolean);
    let deel = b.attribute(reiziger, "deel", in_unit(EURO));
    let snel = b.kenmerk(reiziger, "snel");
    let korting = b.parameter("korting", in_unit(0));
    b.parameter("looptijd", in_unit(MONTH));
    b.facttype("boeking", ("reis", reis, false), ("reiziger", reiziger, true));
    b.reciprocal("maat", reiziger, true);
    b.assign("deel", deel, divided(b.zijn(prijs), num("3")));
    let off = compare(b.the(korting), Comparison::Greater, num("0"));
    b.mark("snel", snel, Some(off));
    b.model
}

fn answer(model: &Model, input: &Json) -> Result<Json, JsonError> {
    let request = read(model, &input.to_string(), ParameterValues::new(model))?;
    let plan = Plan::new(model, TODAY).unwrap();
    let date = request.date.unwrap_or(TODAY);
    Ok(write(model, &run(model, &plan, &request.parameters, date, request.data)))
}

#[test]
fn reads_objects_and_answers_in_the_same_shape() {
    let input = json!({
        "rekendatum": "2026-02-01",
        "objecten": [
            {"type": "reis", "id": "r", "attributen": {"Soort": "fiets", "vertrek": "2026-02-03T08:15"}},
            {"type": "Reiziger", "id": "a", "attributen": {
                "prijs": "12,50 €", "duur": "18 mnd", "geboren": "29-02-2004", "naam": "Sam",
                "vast": true}},
            {"type": "Reiziger", "id": "b", "attributen": {"prijs": 10, "duur": "1/3", "vast": null},
             "kenmerken": {"snel": true}},
            {"type": "Reiziger", "id": "c"}
        ],
        "feiten": [
            {"feittype": "boeking", "rollen": {"reis": ["r"], "reiziger": ["a", "b"]}},
            {"feittype": "maat", "rollen": {"maat": ["a", "c"]}}
        ],
        "parameters": {"looptijd": "2 jr"}
    });
    let missing = "snel van Reiziger a: de parameter korting ontbreekt: er is geen waarde opgegeven \
                   (nodig in regel \"snel\")";
    let expected = json!({
        "rekendatum": "2026-02-01",
        "objecten": [
            {"type": "Reis", "id": "r",
             "attributen": {"soort": "Fiets", "vertrek": "2026-02-03T08:15:00.000"},
             "kenmerken": {}},
            {"type": "Reiziger", "id": "a", "attributen": {
                "prijs": 12.5, "duur": 1.5, "geboren": "2004-02-29", "naam": "Sam", "vast": true,
                "deel": "25/6"}, "kenmerken": {"snel": null}},
            {"type": "Reiziger", "id": "b", "attributen": {
                "prijs": 10, "duur": "1/3", "geboren": null, "naam": null, "vast": null,
                "deel": "10/3"}, "kenmerken": {"snel": true}},
            {"type": "Reiziger", "id": "c", "attributen": {
                "prijs": null, "duur": null, "geboren": null, "naam": null, "vast": null,
                "deel": 0}, "kenmerken": {"snel": null}}
        ],
        "feiten": [
            {"feittype": "boeking", "rollen": {"reis": ["r"], "reiziger": ["a", "b"]}},
            {"feittype": "maat", "rollen": {"maat": ["a", "c"]}}
        ],
        "parameters": {"looptijd": 24},
        "inconsistenties": [],
        "opmerkingen": [missing, missing.replace("Reiziger a", "Reiziger c")]
    });
    let answer = answer(&model(), &input).unwrap();
    assert_eq!(answer, expected, "{}", serde_json::to_string_pretty(&answer).unwrap());
}

/// What was answered can be asked again, and gives the same answer.
#[test]
fn an_answer_is_valid_input() {
    let model = model();
    let input = json!({"objecten": [
        {"type": "Reiziger", "id": "a", "attributen": {"prijs": "-1_1/3", "naam": "a \"b\" ë"}},
        {"type": "Reiziger", "id": "b", "attributen": {"prijs": 1.5e-3}}],
        "feiten": [{"feittype": "Maat", "rollen": {"maat": ["b", "a"]}}],
        "parameters": {"korting": "12,5%"}});
    let mut first = answer(&model, &input).unwrap();
    let remarks = first.as_object_mut().unwrap().remove("opmerkingen").unwrap();
    let found = first.as_object_mut().unwrap().remove("inconsistenties").unwrap();
    let mut second = answer(&model, &first).unwrap();
    assert_eq!(second.as_object_mut().unwrap().remove("inconsistenties"), Some(found));
    assert_eq!(second.as_object_mut().unwrap().remove("opmerkingen"), Some(remarks));
    assert_eq!(first, second);
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let object = |attributes: Json| {
        json!({"objecten": [
        {"type": "Reiziger", "id": "a", "attributen": attributes}]})
    };
    let fact = |name: &str, roles: Json| {
        json!({"objecten": [
        {"type": "Reiziger", "id": "a"}, {"type": "Reis", "id": "r"}, {"type": "Reis", "id": "s"}],
        "feiten": [{"feittype": name, "rollen": roles}]})
    };
    let table = [
        (json!([]), "gevonden: een lijst; verwacht: een object met velden { … }"),
        (json!({}), "het veld \"objecten\" ontbreekt"),
        (
            json!({"objecten": [], "feit": []}),
            "feit: het veld \"feit\" bestaat niet; bedoelt u \"feiten\"?",
        ),
        (
            json!({"objecten": [], "rekendatum": "2026-02-30"}),
            "rekendatum: gevonden: \"2026-02-30\"; verwacht: een datum (jjjj-mm-dd)",
        ),
        (
            json!({"objecten": [{"type": "Reist", "id": "a"}]}),
            "objecten[0].type: het objecttype \"Reist\" bestaat niet; bedoelt u \"Reis\"?",
        ),
        (json!({"objecten": [{"type": "Reis"}]}), "objecten[0]: het veld \"id\" ontbreekt"),
        (
            json!({"objecten": [{"type": "Reis", "id": 1}]}),
            "objecten[0].id: gevonden: 1; verwacht: een tekst",
        ),
        (
            json!({"objecten": [{"type": "Reis", "id": "r"}, {"type": "Reis", "id": "r"}]}),
            "objecten[1].id: er zijn twee objecten Reis met id \"r\"; geef elk object een eigen id",
        ),
        (
            object(json!({"prijzen": 1})),
            "objecten[0].attributen.prijzen: het attribuut \"prijzen\" bestaat niet; bedoelt u \"prijs\"?",
        ),
        (object(json!({"q": 1})), "objecten[0].attributen.q: het attribuut \"q\" bestaat niet"),
        (
            object(json!({"prijs": 1, "Prijs": 2})),
            "objecten[0].attributen.Prijs: \"Prijs\" staat er twee keer",
        ),
        (
            object(json!({"prijs": "veel"})),
            "objecten[0].attributen.prijs: gevonden: \"veel\"; verwacht: een getal (€)",
        ),
        (
            object(json!({"prijs": true})),
            "objecten[0].attributen.prijs: gevonden: true; verwacht: een getal (€)",
        ),
        (
            object(json!({"prijs": "3 jr"})),
            "objecten[0].attributen.prijs: de eenheid \"jr\" kan niet worden omgerekend naar \"€\"",
        ),
        (
            object(json!({"prijs": "3 euri"})),
            "objecten[0].attributen.prijs: de eenheid \"euri\" kan niet worden omgerekend naar \"€\"",
        ),
        (
            object(json!({"geboren": "2026-13-01"})),
            "objecten[0].attributen.geboren: gevonden: \"2026-13-01\"; verwacht: een datum (jjjj-mm-dd)",
        ),
        (
            object(json!({"prijs": [{"vanaf": "2026-01-01", "waarde": 1}]})),
            "objecten[0].attributen.prijs: dit verandert niet in de tijd; geef één waarde in plaats \
             van een lijst",
        ),
        (
            json!({"objecten": [{"type": "Reis", "id": "r", "attributen": {"soort": "Boet"}}]}),
            "objecten[0].attributen.soort: de waarde \"Boet\" bestaat niet; bedoelt u \"Boot\"?",
        ),
        (
            json!({"objecten": [{"type": "Reiziger", "id": "r", "kenmerken": {"snol": true}}]}),
            "objecten[0].kenmerken.snol: het kenmerk \"snol\" bestaat niet; bedoelt u \"snel\"?",
        ),
        (
            json!({"objecten": [{"type": "Reiziger", "id": "r", "kenmerken": {"snel": "ja"}}]}),
            "objecten[0].kenmerken.snel: gevonden: \"ja\"; verwacht: true of false",
        ),
        (
            fact("boekingen", json!({})),
            "feiten[0].feittype: het feittype \"boekingen\" bestaat niet; bedoelt u \"boeking\"?",
        ),
        (
            fact("boeking", json!({"reis": ["r"], "reizgr": ["a"]})),
            "feiten[0].rollen.reizgr: de rol \"reizgr\" bestaat niet; bedoelt u \"reiziger\"?",
        ),
        (
            fact("boeking", json!({"reis": ["r"]})),
            "feiten[0].rollen: gevonden: geen; verwacht: de rol \"reiziger\" met wie hem vervult",
        ),
        (
            fact("boeking", json!({"reis": ["a"], "reiziger": ["a"]})),
            "feiten[0].rollen.reis[0]: gevonden: \"a\"; verwacht: het id van een Reis uit \"objecten\"",
        ),
        (
            fact("boeking", json!({"reis": ["r", "s"], "reiziger": "a"})),
            "feiten[0].rollen: \"a\" heeft al een reis in \"boeking\"; er kan er maar één zijn",
        ),
        (
            json!({"objecten": [], "parameters": {"kortink": 1}}),
            "parameters.kortink: de parameter \"kortink\" bestaat niet; bedoelt u \"korting\"?",
        ),
    ];
    let model = model();
    for (input, expected) in table {
        assert_eq!(answer(&model, &input).unwrap_err().to_string(), expected, "{input}");
    }
    let wrong = read(&model, "{\n  \"objecten\": [,]}", ParameterValues::new(&model));
    let text = wrong.unwrap_err().to_string();
    assert!(text.starts_with("dit is geen geldige JSON (regel 2, kolom 16)"), "{text}");
}

#[test]
fn numbers_are_exact() {
    let model = model();
    let euro = in_unit(EURO);
    let value = |text: &str| value_from_json(&model, &euro, &serde_json::from_str(text).unwrap());
    let table = [
        ("0.1", "0,1"),
        ("12345678901234567890.12345", "12345678901234567890,12345"),
        ("1e3", "1000"),
        ("25E-1", "2,5"),
        ("-0", "0"),
        ("\"€ 12,50\"", "12,5"),
        ("\"-3 euro\"", "-3"),
        ("\"+4,0\"", "4"),
        ("\"2_1/2 €\"", "2,5"),
    ];
    for (text, expected) in table {
        assert_eq!(value(text), Ok(v(expected)), "{text}");
    }
    assert!(value("1e999").is_err());
    assert!(value("1e-9223372036854775808").is_err());
    assert!(value("\"1.000,00\"").is_err());
    assert!(value("\"12.5.0 €\"").is_err());
    let exact = value("12345678901234567890.12345").unwrap();
    let written = value_to_json(&model, &euro, &exact).to_string();
    assert_eq!(written, "12345678901234567890.12345");
}
