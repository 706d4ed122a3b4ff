//! Parameter files: what loads, and what is refused with its place.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use corpus::document::{DocumentError, Problems};
use corpus::{Confidence, Corpus, File, Files, ParameterSet};
use engine::language::{Bilingual, Language, Text};
use jiff::civil::date;
use regelspraak::model::{Model, Value};
use regelspraak::number::Number;
use regelspraak::{compile, source::Source};

fn model() -> Model {
    let text = "\
Parameter de premie : Numeriek (getal met 2 decimalen) met eenheid €;
Parameter het percentage : Percentage (getal met 3 decimalen);
Parameter de termijn : Numeriek (geheel getal) met eenheid mnd;
";
    compile(&[Source::new("model.regels", text)]).unwrap()
}

fn read(text: &str) -> Result<ParameterSet, String> {
    read_all(text).map_err(|errors| shown(&errors, Language::Dutch))
}

fn shown(errors: &[DocumentError], language: Language) -> String {
    errors.iter().map(|error| format!("{}\n", error.in_language(language))).collect()
}

fn read_all(text: &str) -> Result<ParameterSet, Vec<DocumentError>> {
    let mut problems = Problems::default();
    let file = File { name: "parameters.yaml".into(), text: text.into() };
    let set = ParameterSet::read(&model(), &[file], &mut problems);
    let errors = problems.finish(Some(())).err().unwrap_or_default();
    if errors.is_empty() {
        return Ok(set);
    }
    Err(errors)
}

const GOOD: &str = "\
parameters:
  - naam: premie
    waarden:
      - {vanaf: 2024-01-01, waarde: \"1987 €\", bron: Stcrt. 1, zekerheid: A}
      - {vanaf: 2025-01-01, ontbreekt: nog niet bekend}
      - {vanaf: 2026-01-01, tot_en_met: 2026-12-31, waarde: \"2119,50\", bron: Stcrt. 2, zekerheid: B}
  - naam: Percentage
    waarden:
      - {vanaf: 2006-01-01, tot_en_met: onbepaald, waarde: \"1,912%\", bron: wet, zekerheid: D, afgeleid: som}
  - naam: termijn
    waarden:
      - {vanaf: 2006-01-01, tot_en_met: onbepaald, waarde: 1 jr, bron: wet, zekerheid: A}
";

#[test]
fn a_value_holds_in_its_period_only() {
    let (model, set) = (model(), read(GOOD).unwrap());
    let premium = model.parameter("premie").unwrap();
    let on = |day| set.on(&model, day).get(premium, day).cloned().map_err(Text::to_string);
    let amount = |text: &str| Ok(Value::Number(Number::parse(text).unwrap()));
    assert_eq!(on(date(2024, 1, 1)), amount("1987"));
    assert_eq!(on(date(2024, 12, 31)), amount("1987"));
    assert_eq!(on(date(2026, 12, 31)), amount("2119,5"));
    let missing = on(date(2025, 6, 1)).unwrap_err();
    assert_eq!(missing, "nog niet bekend");
    for outside in [date(2023, 12, 31), date(2027, 1, 1)] {
        let missing = on(outside).unwrap_err();
        assert_eq!(missing, "de regels hebben alleen een waarde voor andere dagen");
    }
    assert!(set.covers(date(2024, 5, 1)) && set.covers(date(2026, 5, 1)));
    assert!(!set.covers(date(2025, 5, 1)) && !set.covers(date(2030, 5, 1)));
    // 2025 and what comes after 2026 are not known.
    let last = |year| set.last_covered(date(year, 5, 1));
    assert_eq!([last(2023), last(2024)], [None, Some(date(2024, 5, 1))]);
    assert_eq!([last(2025), last(2030)], [Some(date(2024, 12, 31)), Some(date(2026, 12, 31))]);
    let stated = set.at(premium, date(2026, 2, 1)).unwrap().stated.clone().unwrap();
    assert_eq!((stated.source.as_str(), stated.confidence), ("Stcrt. 2", Confidence::B));
}

#[test]
fn why_there_is_no_value_is_said_in_both_languages() {
    let with_english = GOOD.replace("nog niet bekend", "nog niet bekend, engels: not known yet");
    for (text, reason) in [(GOOD, "nog niet bekend"), (&with_english, "not known yet")] {
        let (model, set) = (model(), read(text).unwrap());
        let values = set.on(&model, date(2025, 6, 1));
        let missing = values.get(model.parameter("premie").unwrap(), date(2025, 6, 1)).unwrap_err();
        assert_eq!(missing.english(), reason);
    }
}

#[test]
fn a_value_is_converted_to_the_unit_of_its_parameter() {
    let (model, set) = (model(), read(GOOD).unwrap());
    let term = model.parameter("termijn").unwrap();
    let values = set.on(&model, date(2026, 1, 1));
    assert_eq!(values.get(term, date(2026, 1, 1)), Ok(&Value::Number(Number::from(12))));
}

#[test]
fn what_is_wrong_is_refused_with_its_place() {
    let mistakes = [
        ("bron ontbreekt", "bron: Stcrt. 1, ", ""),
        ("bron leeg", "bron: Stcrt. 1", "bron: ''"),
        ("zekerheid C", "zekerheid: B", "zekerheid: C"),
        ("zekerheid D zonder afleiding", ", afgeleid: som", ""),
        ("gat", "{vanaf: 2024-01-01, waarde", "{vanaf: 2024-01-01, tot_en_met: 2024-11-30, waarde"),
        (
            "overlap",
            "{vanaf: 2024-01-01, waarde",
            "{vanaf: 2024-01-01, tot_en_met: 2025-01-31, waarde",
        ),
        ("verkeerde volgorde", "vanaf: 2025-01-01", "vanaf: 2023-01-01"),
        ("einde ontbreekt", "tot_en_met: 2026-12-31, ", ""),
        ("einde voor begin", "tot_en_met: 2026-12-31", "tot_en_met: 2025-12-31"),
        ("onbekende parameter", "naam: premie", "naam: premi"),
        ("dubbele parameter", "naam: termijn", "naam: premie"),
        ("verkeerde eenheid", "1987 €", "1987 jr"),
        ("geen getal", "1987 €", "veel"),
        ("te veel decimalen", "1987 €", "1987,123 €"),
        ("datum bestaat niet", "vanaf: 2026-01-01", "vanaf: 2026-02-30"),
        ("onbekend veld", "ontbreekt:", "ontbrekt:"),
        ("geen lijst", "parameters:\n", "parameters: niets\nandere:\n"),
    ];
    let mut english = String::new();
    for (name, right, wrong) in mistakes {
        assert!(GOOD.contains(right), "{name}");
        let text = GOOD.replacen(right, wrong, 1);
        insta::assert_snapshot!(name.replace(' ', "_"), read(&text).expect_err(name));
        let errors = read_all(&text).expect_err(name);
        english.push_str(&format!("# {name}\n{}\n", shown(&errors, Language::English)));
    }
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("in_english", english)
    });
}

#[test]
fn outcomes_name_an_attribute_that_exists() {
    let rules = File {
        name: "a.regels".into(),
        text: "Objecttype de Persoon\n  het loon  Numeriek (getal) met eenheid €;\n".into(),
    };
    let check = |outcomes: &str| {
        let outcomes = vec![File { name: "uitkomsten.yaml".into(), text: outcomes.into() }];
        let files = Files { rules: vec![rules.clone()], outcomes, ..Files::default() };
        Corpus::check(&files).map(|corpus| corpus.outcomes.len()).map_err(|error| error.to_string())
    };
    let good = "- {uitkomst: loon_per_jaar, objecttype: Persoon, attribuut: loon, betekenis: x}\n";
    assert_eq!(check(good), Ok(1));
    insta::assert_snapshot!(
        "uitkomst_zonder_attribuut",
        check(&good.replace("loon,", "lon,")).unwrap_err()
    );
    insta::assert_snapshot!(
        "uitkomst_soort",
        check(&good.replace("betekenis", "soort: belastng, betekenis")).unwrap_err()
    );
    insta::assert_snapshot!("uitkomst_dubbel", check(&good.repeat(2)).unwrap_err());
}

#[test]
fn a_packed_corpus_is_the_same_and_damage_is_noticed() {
    let text = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../regelspraak/tests/bibliotheek.regels"),
    );
    let rules = vec![File { name: "bibliotheek.regels".into(), text: text.unwrap() }];
    let corpus = Corpus::check(&Files { rules, ..Files::default() }).unwrap();
    let bytes = corpus.to_bytes().unwrap();
    assert_eq!(Corpus::from_bytes(&bytes).unwrap(), corpus);
    assert!(Corpus::from_bytes(&bytes[..bytes.len() / 2]).is_err());
}

#[test]
fn a_value_changes_from_a_day_on_and_the_rest_stays() {
    let text = "\
parameters:
- naam: premie
  waarden:
  - {vanaf: 2024-01-01, waarde: 10 €, bron: b, zekerheid: A}
  - {vanaf: 2025-01-01, ontbreekt: niet gevonden}
  - {vanaf: 2026-01-01, waarde: 12 €, bron: b, zekerheid: A}
  - {vanaf: 2027-01-01, tot_en_met: 2027-12-31, waarde: 13 €, bron: b, zekerheid: A}
";
    let (model, original) = (model(), read(text).unwrap());
    let premie = model.parameter("premie").unwrap();
    let value = Value::Number(Number::from(99));
    let stated = corpus::Stated {
        value,
        source: "proef".into(),
        confidence: Confidence::D,
        derived: Some("proef".into()),
    };
    let mut set = original.clone();
    set.change(&model, premie, date(2026, 7, 1), &stated).unwrap();
    let shown: Vec<String> = set
        .of(premie)
        .iter()
        .map(|it| {
            let value = it.stated.as_ref().map_or("geen".into(), |it| match &it.value {
                Value::Number(number) => number.to_string(),
                _ => String::new(),
            });
            format!("{} {:?} {value}", it.from, it.until.map(|until| until.to_string()))
        })
        .collect();
    let expected = [
        r#"2024-01-01 Some("2024-12-31") 10"#,
        r#"2025-01-01 Some("2025-12-31") geen"#,
        r#"2026-01-01 Some("2026-06-30") 12"#,
        r#"2026-07-01 Some("2026-12-31") 99"#,
        r#"2027-01-01 Some("2027-12-31") 99"#,
    ];
    assert_eq!(shown, expected);
    // On the first day of a period nothing is cut.
    let mut set = original.clone();
    set.change(&model, premie, date(2027, 1, 1), &stated).unwrap();
    assert_eq!(set.of(premie).len(), 4);
    // What is not known stays so, also after the day; and there must be something on the day.
    let mut set = original.clone();
    set.change(&model, premie, date(2024, 7, 1), &stated).unwrap();
    assert!(set.at(premie, date(2025, 7, 1)).unwrap().stated.is_err());
    // A parameter that nobody has stated yet has the value from the day until it is changed, and no other before it.
    let mut set = original.clone();
    let new = model.parameter("percentage").unwrap();
    set.change(&model, new, date(2026, 7, 1), &stated).unwrap();
    assert!(set.at(new, date(2026, 6, 30)).is_none());
    assert_eq!(set.at(new, date(2099, 1, 1)).unwrap().stated, Ok(stated.clone()));
    for day in [date(2023, 1, 1), date(2025, 7, 1), date(2028, 1, 1)] {
        let mut set = original.clone();
        let refused = set.change(&model, premie, day, &stated);
        assert_eq!(refused, Err(corpus::ChangeError::NoValue));
        assert_eq!(set, original);
    }
}
