//! How a household applies: every right says how, and the municipality its own page.

#![allow(clippy::unwrap_used)]

use corpus::{Corpus, OutcomeKind};
use engine::language::Language;
use household::{Applying, Calculator, HouseholdFile, RightToApply};
use jiff::civil::date;

/// The rights of which `aanvragen.yaml` says nothing, each with the reason.
const WITHOUT: &[(&str, &str)] = &[
    (
        "gemeente_meedoenregeling_per_jaar",
        "elke gemeente heeft haar eigen regels; het pakket noemt de pagina",
    ),
    (
        "gemeente_zorgverzekering_per_jaar",
        "elke gemeente heeft haar eigen regels; het pakket noemt de pagina",
    ),
    (
        "gemeente_kindregeling_per_jaar",
        "elke gemeente heeft haar eigen regels; het pakket noemt de pagina",
    ),
];

const TILBURG: &str = "rekendatum: 2026-01-15
huishouden:
  gemeente: Tilburg
  gemeentelijke_heffingen: 400
  woning: {soort: huurwoning, kale_huur: 650, zelfstandig: true}
  personen:
    - {naam: Eva, rol: aanvrager, geboortedatum: 1990-04-02, loon: 9000}
    - {naam: Bo, rol: kind, geboortedatum: 2016-05-05}
";

fn corpus() -> Corpus {
    builtin::corpus().unwrap()
}

fn applying(corpus: &Corpus, household: &str, language: Language) -> Applying {
    let file = HouseholdFile::read(household, "huishouden").unwrap();
    let calculator = Calculator::new(corpus, file.rekendatum).unwrap();
    let calculation = calculator.calculate(&file).unwrap().in_language(language);
    calculation.applying().unwrap()
}

fn right<'a>(applying: &'a Applying, name: &str) -> &'a RightToApply {
    applying.rights.iter().find(|right| right.right == name).unwrap()
}

/// Fails when a right without an entry is not listed, and when a listed one has an entry.
#[test]
fn every_right_says_how_to_apply() {
    let corpus = corpus();
    let rights = corpus.outcomes.iter().filter(|it| it.kind == OutcomeKind::Right);
    let unsaid = rights.filter(|it| !corpus.applications.iter().any(|entry| entry.is_of(it)));
    let unsaid: Vec<&str> = unsaid.map(|outcome| outcome.name.as_str()).collect();
    assert_eq!(unsaid, WITHOUT.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    assert!(WITHOUT.iter().all(|(_, reason)| !reason.is_empty()));
}

#[test]
fn every_right_says_it_on_the_days_with_amounts_of_2026() {
    let corpus = corpus();
    for entry in &corpus.applications {
        for day in [date(2026, 1, 1), date(2026, 12, 31)] {
            let period = entry.at(day);
            let stated = period.is_some_and(|it| it.stated.is_ok());
            assert_eq!(stated, entry.right != "energietoeslag", "{} on {day}", entry.right);
        }
    }
}

#[test]
fn a_household_in_tilburg_in_both_languages() {
    let corpus = corpus();
    for (name, language) in [("tilburg_nl", Language::Dutch), ("tilburg_en", Language::English)] {
        let mut answer = applying(&corpus, TILBURG, language).to_json();
        answer["versie"] = "versie".into();
        let shown = serde_json::to_string_pretty(&answer).unwrap();
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(name, shown);
        });
    }
}

/// Every right once, and every outcome of a right under it.
#[test]
fn every_outcome_of_a_right_is_told_once() {
    let corpus = corpus();
    let answer = applying(&corpus, TILBURG, Language::Dutch);
    let mut told: Vec<(&str, Option<&str>)> = Vec::new();
    for amount in answer.rights.iter().flat_map(|right| &right.amounts) {
        told.push((&amount.outcome, amount.person.as_deref()));
    }
    let count = told.len();
    told.sort();
    told.dedup();
    assert_eq!(told.len(), count);
    for outcome in corpus.outcomes.iter().filter(|it| it.kind == OutcomeKind::Right) {
        let times = told.iter().filter(|(name, _)| *name == outcome.name).count();
        let persons = corpus.model[outcome.objecttype].name.singular == "Persoon";
        assert_eq!(times, if persons { 2 } else { 1 }, "{}", outcome.name);
    }
}

#[test]
fn the_municipality_gives_its_page_and_its_name_for_the_scheme() {
    let corpus = corpus();
    let policies = &corpus.policies;
    let tilburg = applying(&corpus, TILBURG, Language::Dutch);
    for name in ["individuele inkomenstoeslag", "meedoenregeling", "kwijtschelding"] {
        let scheme = policies.scheme(name).unwrap();
        let local = policies.local("GM0855", scheme);
        let right = right(&tilburg, name);
        assert_eq!(right.place.as_deref(), Some("Gemeente Tilburg"), "{name}");
        assert_eq!(right.site, local.and_then(|local| local.apply.clone()), "{name}");
        assert_eq!(right.called, local.and_then(|local| local.called.clone()), "{name}");
    }
    assert!(right(&tilburg, "meedoenregeling").site.is_some());
    // Without a municipality, and in one without a package, there is no page.
    let nowhere = applying(&corpus, &TILBURG.replace("  gemeente: Tilburg\n", ""), Language::Dutch);
    let goirle = applying(&corpus, &TILBURG.replace("Tilburg", "Goirle"), Language::Dutch);
    for (answer, place) in [(nowhere, "Uw gemeente"), (goirle, "Gemeente Goirle")] {
        for name in ["individuele inkomenstoeslag", "meedoenregeling"] {
            let right = right(&answer, name);
            assert_eq!(right.place.as_deref(), Some(place));
            assert_eq!((right.site.as_ref(), right.entitled()), (None, None));
            assert!(right.how.is_some());
        }
    }
}

#[test]
fn a_right_that_is_not_there_says_how_too() {
    let corpus = corpus();
    let rich = TILBURG.replace("loon: 9000", "loon: 90000");
    let answer = applying(&corpus, &rich, Language::Dutch);
    let benefit = right(&answer, "zorgtoeslag");
    assert_eq!(benefit.entitled(), Some(false));
    assert!(benefit.deadline.as_ref().unwrap().contains("31 december"));
    assert_eq!(right(&answer, "kinderbijslag").entitled(), Some(true));
}

/// The law about applying was read as it holds in 2026; another year says that it was not.
#[test]
fn another_year_says_that_it_was_not_looked_up() {
    let corpus = corpus();
    let earlier = TILBURG.replace("2026-01-15", "2025-01-15");
    for (language, expected) in [
        (Language::Dutch, "Hoe u dit aanvraagt op 15-01-2025, is niet nagezocht."),
        (Language::English, "How to apply for this on 15 January 2025 has not been looked up."),
    ] {
        let answer = applying(&corpus, &earlier, language);
        let benefit = right(&answer, "zorgtoeslag");
        assert_eq!(benefit.entitled(), Some(true));
        assert_eq!((benefit.how.as_ref(), benefit.source.as_ref()), (None, None));
        assert_eq!(benefit.missing.as_deref(), Some(expected));
        // This law was read as it held in 2025 too.
        assert!(right(&answer, "AOW").how.is_some());
        let own = right(&answer, "individuele inkomenstoeslag");
        assert!(own.site.is_some(), "the page of the municipality has no date");
    }
}

/// A scheme that ended, one that is not known on the day, and one without a package each say so.
#[test]
fn a_scheme_of_the_municipality_says_what_is_not_known() {
    let corpus = corpus();
    let answer = applying(&corpus, TILBURG, Language::Dutch);
    let ended = right(&answer, "energietoeslag");
    assert_eq!((ended.how.as_ref(), ended.place.as_ref()), (None, None));
    assert!(ended.missing.as_ref().unwrap().contains("bestaat niet meer"));
    let without = right(&answer, "kindregeling");
    assert!(without.missing.as_ref().unwrap().contains("niets gevonden"));
    let late = TILBURG.replace("2026-01-15", "2024-05-15");
    let early = applying(&corpus, &late.replace("Tilburg", "Zwolle"), Language::Dutch);
    let known = right(&early, "kindregeling");
    assert!(known.how.as_ref().unwrap().starts_with("Vraag dit aan"), "{known:?}");
}

/// The Dutch is held to B1 by the test of the command line; the English to its length here.
#[test]
fn no_english_sentence_is_longer_than_21_words() {
    let corpus = corpus();
    let periods = corpus.applications.iter().flat_map(|entry| &entry.periods);
    for how in periods.filter_map(|period| period.stated.as_ref().ok()) {
        for text in [&how.place, &how.how, &how.begins].into_iter().chain(&how.deadline) {
            for sentence in text.get(Language::English).split_inclusive(['.', '?', ':']) {
                let words = sentence.split_whitespace().count();
                assert!(words <= 21, "{words} words: {sentence}");
            }
        }
    }
}
