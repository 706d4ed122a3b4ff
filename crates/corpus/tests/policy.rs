//! The policy of municipalities as data: what loads, and what is refused with its place.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use corpus::document::DocumentError;
use corpus::policy::Known;
use corpus::{Corpus, CorpusError, File, Files};
use engine::data::Data;
use engine::language::{Bilingual, Language};
use jiff::civil::date;
use regelspraak::model::{Property, Value};
use regelspraak::number::Number;

const RULES: &str = "
Objecttype de Gemeente
  de naam                      Tekst;
  de inkomensgrens stadspas    Percentage (getal met 2 decimalen);
  het bedrag stadspas          Numeriek (niet-negatief getal) met eenheid €;
  de gratis stadspas           kenmerk (bezittelijk);
  de termijn stadspas          Numeriek (geheel getal) met eenheid mnd;
  het bedrag lange stadspas    Numeriek (getal) met eenheid €;

/// Een grens is hooguit 200%. Controleer het percentage.
/// engels: A limit is at most 200%. Check the percentage.
Regel grens kan
  geldig altijd
    De inkomensgrens stadspas van een Gemeente moet kleiner of gelijk zijn aan 200%
    indien de inkomensgrens stadspas van de Gemeente gevuld is.
";

const SCHEMES: &str = "
- {regeling: stadspas, betekenis: Een pas., engels: A pass.}
- {regeling: lange stadspas, betekenis: Een lange pas.}
";

const PACKAGE: &str = "\
gemeente: Tilburg
code: GM0855
regelingen:
- regeling: stadspas
  naam: Meedoen
  aanvragen: https://voorbeeld.nl
  perioden:
  - {vanaf: 2023-01-01, ontbreekt: niet gevonden, engels: not found}
  - vanaf: 2024-01-01
    bron: verordening
    zekerheid: B
    waarden: {inkomensgrens: 120%, bedrag: 135 €}
  - vanaf: 2025-01-01
    tot_en_met: 2025-12-31
    bron: verordening
    zekerheid: A
    let_op: Een tegoed.
    let_op_engels: A credit.
    waarden: {inkomensgrens: 130%, bedrag: 147 €, termijn: 1 jr, gratis: ja}
- regeling: lange stadspas
  perioden:
  - {vanaf: 2024-01-01, tot_en_met: onbepaald, bron: raad, zekerheid: D, afgeleid: som, waarden: {bedrag: 10 €}}
";

fn file(name: &str, text: &str) -> File {
    File { name: name.into(), text: text.into() }
}

fn load(packages: &[&str]) -> Result<Corpus, Vec<DocumentError>> {
    let packages = packages.iter().enumerate();
    let packages = packages.map(|(at, text)| file(&format!("{at}/gemeente.yaml"), text));
    let files = Files {
        rules: vec![file("a.regels", RULES)],
        schemes: Some(file("regelingen.yaml", SCHEMES)),
        packages: packages.collect(),
        ..Files::default()
    };
    Corpus::check(&files).map_err(|error| match error {
        CorpusError::Documents(errors) => errors,
        other => panic!("{other}"),
    })
}

#[test]
fn values_hold_in_their_period() {
    let corpus = load(&[PACKAGE]).unwrap();
    let (model, set) = (&corpus.model, &corpus.policies);
    let names = |scheme: usize| -> Vec<&str> {
        set.schemes()[scheme].values.iter().map(|value| value.name.as_str()).collect()
    };
    assert_eq!(names(0), ["inkomensgrens", "bedrag", "termijn", "gratis"]);
    assert_eq!(names(1), ["bedrag"]);
    let on = |day| {
        let values = set.on("GM0855", day).map(|(property, value)| {
            let name = &model.property_name(*property).singular;
            match value {
                Value::Number(number) => format!("{name} {number}"),
                other => format!("{name} {other:?}"),
            }
        });
        values.collect::<Vec<_>>()
    };
    let long = "bedrag lange stadspas 10";
    assert!(on(date(2023, 12, 31)).is_empty());
    let first = ["inkomensgrens stadspas 120", "bedrag stadspas 135", long];
    assert_eq!(on(date(2024, 12, 31)), first);
    let second = [
        "inkomensgrens stadspas 130",
        "bedrag stadspas 147",
        "termijn stadspas 12",
        "gratis stadspas Boolean(true)",
        long,
    ];
    assert_eq!(on(date(2025, 1, 1)), second);
    assert_eq!(on(date(2026, 1, 1)), [long]);
    assert!(matches!(set.known("GM0855", 0, date(2023, 6, 1)), Known::Missing(..)));
    assert!(matches!(set.known("GM0855", 0, date(2022, 6, 1)), Known::NotThen));
    assert!(matches!(set.known("GM0855", 1, date(2030, 6, 1)), Known::Stated(..)));
    assert!(matches!(set.known("GM0363", 1, date(2030, 6, 1)), Known::NoPackage));
}

#[test]
fn an_instance_gets_the_values_of_its_code() {
    let corpus = load(&[PACKAGE]).unwrap();
    let model = &corpus.model;
    let objecttype = model.objecttype("Gemeente").unwrap();
    let attribute = model.attribute(objecttype, "bedrag stadspas").unwrap();
    for (code, expected) in [("GM0855", Value::Number(Number::from(135))), ("GM0363", Value::Empty)]
    {
        let mut data = Data::new(model);
        let instance = data.add(model, objecttype, code).unwrap();
        let day = date(2024, 5, 1);
        corpus.policies.fill(model, &mut data, instance, code, day).unwrap();
        assert_eq!(*data.value(attribute, instance), expected);
        let source = corpus.policies.source_of(code, Property::Attribute(attribute), day);
        assert_eq!(source.is_some(), code == "GM0855");
    }
}

#[test]
fn the_packed_corpus_has_it_and_the_version_depends_on_it() {
    let corpus = load(&[PACKAGE]).unwrap();
    let unpacked = Corpus::from_bytes(&corpus.to_bytes().unwrap()).unwrap();
    assert_eq!(unpacked, corpus);
    let other = load(&[&PACKAGE.replace("135", "136")]).unwrap();
    assert_ne!(other.version, corpus.version);
}

#[test]
fn what_is_wrong_is_refused_with_its_place() {
    let mistakes = [
        ("grens van 1100 procent", "120%", "1100%"),
        ("onbekende regeling", "regeling: stadspas", "regeling: stadpas"),
        ("onbekende waarde", "{inkomensgrens: 120%", "{inkomengrens: 120%"),
        ("bron ontbreekt", "    bron: verordening\n    zekerheid: B\n", "    zekerheid: B\n"),
        ("bron leeg", "bron: verordening", "bron: ''"),
        ("zekerheid C", "zekerheid: B", "zekerheid: C"),
        ("zekerheid D zonder afleiding", "afgeleid: som, ", ""),
        ("overlap", "vanaf: 2024-01-01\n", "vanaf: 2024-01-01\n    tot_en_met: 2025-01-31\n"),
        ("gat", "vanaf: 2024-01-01\n", "vanaf: 2024-01-01\n    tot_en_met: 2024-11-30\n"),
        ("einde ontbreekt", "    tot_en_met: 2025-12-31\n", ""),
        ("einde voor begin", "2025-12-31", "2024-12-31"),
        ("dubbele regeling", "regeling: lange stadspas", "regeling: stadspas"),
        ("verkeerde eenheid", "135 €", "135 mnd"),
        ("onder nul", "135 €", "-135 €"),
        ("geen waarden", "{inkomensgrens: 120%, bedrag: 135 €}", "{}"),
        ("code ontbreekt", "code: GM0855\n", ""),
        ("onbekend veld", "aanvragen:", "aanvraag:"),
    ];
    let mut english = String::new();
    for (name, right, wrong) in mistakes {
        assert!(PACKAGE.contains(right), "{name}");
        let errors = load(&[&PACKAGE.replacen(right, wrong, 1)]).expect_err(name);
        insta::assert_snapshot!(name.replace(' ', "_"), shown(&errors, Language::Dutch));
        english.push_str(&format!("# {name}\n{}\n", shown(&errors, Language::English)));
    }
    let second = PACKAGE.replace("Tilburg", "Goirle");
    let errors = load(&[PACKAGE, &second]).expect_err("twee bestanden");
    insta::assert_snapshot!("twee_bestanden", shown(&errors, Language::Dutch));
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("in_english", english)
    });
}

fn shown(errors: &[DocumentError], language: Language) -> String {
    errors.iter().map(|error| format!("{}\n", error.in_language(language))).collect()
}
