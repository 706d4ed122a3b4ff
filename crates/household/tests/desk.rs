//! The desk: questions and mistakes as JSON.

#![allow(clippy::unwrap_used)]

use corpus::Corpus;
use engine::language::Language;
use household::{Desk, Inquiry, Patience};
use serde_json::{Value as Json, json};

const HOUSEHOLD: &str = "rekendatum: 2026-01-15
huishouden:
  woning: {soort: huurwoning, kale_huur: 684.20, zelfstandig: true}
  personen:
    - {naam: Sam, rol: aanvrager, geboortedatum: 1991-06-22, loon: 26500}
    - {naam: Noor, rol: kind, geboortedatum: 2019-09-02}
";

fn corpus() -> Corpus {
    builtin::corpus().unwrap()
}

fn ask(household: &str, inquiry: Json) -> Result<Json, Vec<(String, Option<usize>, String)>> {
    let corpus = corpus();
    let inquiry: Inquiry = serde_json::from_value(inquiry).unwrap();
    let answer =
        Desk::new(&corpus).answer(household, None, &inquiry, Language::Dutch, &Patience::default());
    answer.map_err(|mistakes| {
        let told = mistakes.into_iter();
        told.map(|it| (it.place, it.line, it.message.get(Language::Dutch).to_string())).collect()
    })
}

#[test]
fn every_question_has_an_answer() {
    for (inquiry, field) in [
        (json!({"vraag": "bereken"}), "huishouden"),
        (json!({"vraag": "uitleg", "uitkomst": "zorgtoeslag_per_maand"}), "waarde"),
        (json!({"vraag": "werkloont", "tot": "40000"}), "punten"),
        (json!({"vraag": "zekerheid", "stijging": "5", "maand": "7"}), "stijging"),
        (json!({"vraag": "stapeling"}), "domino"),
        (json!({"vraag": "mijlpalen", "jaren": 3}), "mijlpalen"),
        (json!({"vraag": "aanvragen"}), "rechten"),
        (json!({"vraag": "vragen"}), "vragen"),
    ] {
        let answer = ask(HOUSEHOLD, inquiry.clone()).unwrap();
        let fields: Vec<&String> = answer.as_object().unwrap().keys().collect();
        assert!(answer.get(field).is_some(), "{inquiry}: {fields:?}");
    }
}

#[test]
fn a_mistake_has_its_place() {
    let wrong = HOUSEHOLD.replace("loon: 26500", "loon: veel").replace("2019-09-02", "2029-09-02");
    let mistakes = ask(&wrong, json!({"vraag": "bereken"})).unwrap_err();
    let places: Vec<(&str, Option<usize>)> =
        mistakes.iter().map(|(place, line, _)| (place.as_str(), *line)).collect();
    assert_eq!(
        places,
        [
            ("huishouden.personen[0].loon", Some(5)),
            ("huishouden.personen[1].geboortedatum", Some(6))
        ]
    );
}

#[test]
fn a_mistake_in_the_question_names_its_part() {
    for (inquiry, place) in [
        (json!({"vraag": "uitleg", "uitkomst": "zorgtoeslg"}), "uitkomst"),
        (
            json!({"vraag": "uitleg", "uitkomst": "zorgtoeslag_per_maand", "persoon": "Sam"}),
            "persoon",
        ),
        (json!({"vraag": "werkloont", "van": "veel"}), "van"),
        (json!({"vraag": "werkloont", "van": "9", "tot": "8"}), "van"),
        (json!({"vraag": "werkloont", "persoon": "Noor"}), "persoon"),
        (json!({"vraag": "zekerheid", "stijging": "5"}), "maand"),
        (json!({"vraag": "zekerheid", "stijging": "5", "maand": "13"}), "maand"),
        (json!({"vraag": "mijlpalen", "jaren": 51}), "jaren"),
        (json!({"vraag": "vragen", "weet_niet": ["huishouden.huur"]}), "weet_niet"),
    ] {
        let mistakes = ask(HOUSEHOLD, inquiry.clone()).unwrap_err();
        assert_eq!(mistakes[0].0, place, "{inquiry}: {mistakes:?}");
        assert!(!mistakes[0].2.is_empty());
    }
}

#[test]
fn a_day_without_amounts_is_refused() {
    let mistakes = ask(&HOUSEHOLD.replace("2026-01-15", "2019-01-15"), json!({"vraag": "bereken"}));
    assert!(mistakes.is_err());
    let unknown = serde_json::from_value::<Inquiry>(json!({"vraag": "raad"}));
    assert!(unknown.unwrap_err().to_string().contains("raad"));
}

#[test]
fn milestones_that_nobody_waits_for_are_broken_off() {
    let (corpus, patience) = (corpus(), Patience::default());
    patience.lose();
    let inquiry = Inquiry::Milestones { jaren: None };
    let answer = Desk::new(&corpus).answer(HOUSEHOLD, None, &inquiry, Language::Dutch, &patience);
    let mistakes = answer.unwrap_err();
    let told = mistakes[0].message.get(Language::Dutch);
    assert!(told.contains("niemand wacht er meer op"), "{told}");
}
