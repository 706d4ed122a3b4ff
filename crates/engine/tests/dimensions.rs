//! Attributen with dimensies (sections 3.6 and 5.8.5), on a model of our own: an energy contract
//! with its use by hour of the day and by meter.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::columns::agree;
use engine::exact::run;
use engine::json::{read, write};
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use jiff::civil::date;
use regelspraak::model::Model;
use regelspraak::{compile, source::Source};
use serde_json::{Value as Json, json};

const ENERGY: &str = "
Dimensie het dagdeel, bestaande uit de dagdelen (na het attribuut met voorzetsel in):
  1. de vroege ochtend
  2. de middag
  3. de avond
  4. de nacht

Dimensie de meter, bestaande uit de meters (voor het attribuut zonder voorzetsel):
  • geschat
  • gemeten

Objecttype de Klant (mv: Klanten) (bezield)
  het verbruik (mv: verbruiken)    Numeriek (getal), gedimensioneerd met dagdeel en meter;
  de druk          Numeriek (geheel getal) gedimensioneerd met het dagdeel;
  het totaal       Numeriek (getal);
  de eerste dag    Datum in dagen gedimensioneerd met meter;
  de begindag      Datum in dagen;

Objecttype de Wijk (mv: Wijken)
  het wijkverbruik     Numeriek (getal);

Feittype bewoning
  de wijk          Wijk
  de bewoner (mv: bewoners)    Klant
Eén wijk heeft meerdere bewoners
";

fn model(sentence: &str) -> Model {
    let text = format!("{ENERGY}\nRegel proef\n  geldig altijd\n    {sentence}\n");
    compile(&[Source::new("energie.regels", text)])
        .unwrap_or_else(|problems| panic!("{sentence}\n{problems}"))
}

fn answer(model: &Model, input: &Json) -> Json {
    let request = read(model, &input.to_string(), ParameterValues::new(model)).unwrap();
    let day = date(2025, 7, 1);
    let plan = Plan::new(model, day).unwrap();
    let found = agree(model, &request.parameters, day, std::slice::from_ref(&request.data));
    assert!(matches!(found, Ok(Ok(_))), "{found:?}");
    write(model, &run(model, &plan, &request.parameters, day, request.data))
}

fn input() -> Json {
    json!({
        "objecten": [
            {"type": "Klant", "id": "a", "attributen": {
                "verbruik": {
                    "de vroege ochtend": {"geschat": 1, "gemeten": 10},
                    "de middag": {"geschat": 2, "gemeten": 20},
                    "de avond": {"geschat": 4, "gemeten": 40},
                    "de nacht": {"geschat": 8}},
                "eerste dag": {"geschat": "2025-03-01", "gemeten": "2025-02-01"}}},
            {"type": "Klant", "id": "b", "attributen": {
                "geschat verbruik in de nacht": 100, "verbruik": {"de avond": null}}},
            {"type": "Wijk", "id": "w"},
        ],
        "feiten": [{"feittype": "bewoning", "rollen": {"wijk": "w", "bewoner": ["a", "b"]}}],
    })
}

#[test]
fn values_are_told_apart_by_their_labels() {
    let sentence = "Het gemeten verbruik in de nacht van een Klant moet berekend worden als zijn \
                    geschat verbruik in de nacht plus het gemeten verbruik in de avond van de Klant.";
    let answer = answer(&model(sentence), &input());
    let use_of = |at: usize| answer["objecten"][at]["attributen"]["verbruik"].clone();
    assert_eq!(
        use_of(0),
        json!({
            "de vroege ochtend": {"geschat": 1, "gemeten": 10},
            "de middag": {"geschat": 2, "gemeten": 20},
            "de avond": {"geschat": 4, "gemeten": 40},
            "de nacht": {"geschat": 8, "gemeten": 48},
        })
    );
    assert_eq!(use_of(1)["de nacht"], json!({"geschat": 100, "gemeten": 100}));
    assert_eq!(answer["objecten"][0]["attributen"]["eerste dag"]["gemeten"], "2025-02-01");
    assert_eq!(answer["objecten"][0]["attributen"].as_object().unwrap().len(), 5);
}

#[test]
fn an_aggregation_goes_over_the_labels_that_are_not_said() {
    for (value, expected) in [
        ("de som van zijn geschat verbruik over alle dagdelen", 15),
        ("de som van zijn gemeten verbruik over alle dagdelen", 70),
        ("de som van zijn geschat verbruik over de dagdelen vanaf de middag t/m de avond", 6),
        ("de som van zijn geschat verbruik vanaf de middag t/m de nacht", 14),
        (
            "de som van zijn geschat verbruik over de dagdelen in {de vroege ochtend, de avond en de nacht}",
            13,
        ),
        ("de som van zijn geschat verbruik over de dagdelen in {de nacht}", 8),
        ("de som van zijn verbruik in de middag over alle meters", 22),
        (
            "de som van zijn verbruik over alle meters over de dagdelen vanaf de middag t/m de avond",
            66,
        ),
        ("de som van zijn verbruik over alle dagdelen over alle meters", 85),
        ("de maximale waarde van zijn geschat verbruik over alle dagdelen", 8),
        ("de minimale waarde van zijn verbruik over alle dagdelen over alle meters", 1),
        ("(de som van zijn geschat verbruik over alle dagdelen) maal 2", 30),
        ("de som van het geschat verbruik van de Klant over alle dagdelen", 15),
    ] {
        let sentence = format!("Het totaal van een Klant moet berekend worden als {value}.");
        let answer = answer(&model(&sentence), &input());
        assert_eq!(answer["objecten"][0]["attributen"]["totaal"], expected, "{value}");
    }
}

#[test]
fn an_aggregation_goes_over_labels_and_instances_together() {
    let sentence = "Het wijkverbruik van een Wijk moet berekend worden als de som van de geschat \
                    verbruiken van alle bewoners van de Wijk over alle dagdelen.";
    let answer = answer(&model(sentence), &input());
    let district = &answer["objecten"][2]["attributen"];
    assert_eq!(district["wijkverbruik"], 115);
}

#[test]
fn dates_have_a_first_and_a_last() {
    for (value, expected) in [("eerste", "2025-02-01"), ("laatste", "2025-03-01")] {
        let sentence = format!(
            "De begindag van een Klant moet berekend worden als de {value} van zijn eerste dag \
             over alle meters."
        );
        let answer = answer(&model(&sentence), &input());
        assert_eq!(answer["objecten"][0]["attributen"]["begindag"], expected);
    }
}

#[test]
fn what_is_wrong_in_the_labels_is_said_with_its_place() {
    let model = model("Het totaal van een Klant moet gesteld worden op 1.");
    for (attributes, expected) in [
        (
            json!({"verbruik": {"de mddag": {"geschat": 1}}}),
            "objecten[0].attributen.verbruik.de mddag: het label \"de mddag\" bestaat niet; \
             bedoelt u \"de middag\"?",
        ),
        (
            json!({"verbruik": 3}),
            "objecten[0].attributen.verbruik: gevonden: 3; verwacht: een object met velden { … }",
        ),
        (
            json!({"druk": {"de middag": 1.5}}),
            "objecten[0].attributen.druk.de middag: druk in de middag van \"a\" kan niet 1,5 zijn; \
             verwacht: een geheel getal",
        ),
        (
            json!({"druk": {"de middag": 1}, "druk in de middag": 1}),
            "objecten[0].attributen.druk in de middag: \"druk in de middag\" staat er twee keer",
        ),
    ] {
        let input = json!({"objecten": [{"type": "Klant", "id": "a", "attributen": attributes}]});
        let error = read(&model, &input.to_string(), ParameterValues::new(&model)).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
}
