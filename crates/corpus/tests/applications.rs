//! How to apply for a right: what loads, and what is refused with its place.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use corpus::document::DocumentError;
use corpus::{Corpus, CorpusError, File, Files};
use engine::language::{Bilingual, Language, Text};
use jiff::civil::date;

const RULES: &str = "
Objecttype het Huishouden
  de toeslag   Numeriek (getal) met eenheid €;
  de belasting Numeriek (getal) met eenheid €;
  de pas       Numeriek (getal) met eenheid €;
Objecttype de Gemeente
  het bedrag stadspas Numeriek (getal) met eenheid €;
";

const OUTCOMES: &str = "
- {uitkomst: toeslag_per_jaar, objecttype: Huishouden, attribuut: toeslag, betekenis: Een toeslag.}
- {uitkomst: pas_per_jaar, objecttype: Huishouden, attribuut: pas, betekenis: Een pas.}
- {uitkomst: belasting_per_jaar, objecttype: Huishouden, attribuut: belasting, soort: belasting, betekenis: Een belasting.}
";

const SCHEMES: &str = "- {regeling: stadspas, betekenis: Een pas.}";

const APPLICATIONS: &str = "\
- recht: toeslag
  uitkomsten: [toeslag_per_jaar]
  perioden:
  - {vanaf: 2024-01-01, ontbreekt: niet nagezocht, engels: not looked up}
  - vanaf: 2025-01-01
    tot_en_met: 2025-12-31
    waar: Dienst
    waar_engels: Service
    site: https://www.voorbeeld.nl/toeslag
    hoe: Vraag het aan.
    hoe_engels: Apply for it.
    ingang: Op de eerste dag.
    ingang_engels: On the first day.
    termijn: Tot het einde.
    termijn_engels: Until the end.
    bron: Wet, art. 1
    zekerheid: B
- recht: pas
  uitkomsten: [pas_per_jaar]
  regeling: stadspas
  perioden:
  - {vanaf: 2025-01-01, tot_en_met: onbepaald, waar: W, waar_engels: W, hoe: H, hoe_engels: H, ingang: I, ingang_engels: I, bron: raad, zekerheid: D, afgeleid: som}
";

fn file(name: &str, text: &str) -> File {
    File { name: name.into(), text: text.into() }
}

fn files(applications: &str) -> Files {
    Files {
        rules: vec![file("a.regels", RULES)],
        outcomes: vec![file("uitkomsten.yaml", OUTCOMES)],
        schemes: vec![file("regelingen.yaml", SCHEMES)],
        applications: vec![file("aanvragen.yaml", applications)],
        ..Files::default()
    }
}

fn load(applications: &str) -> Result<Corpus, Vec<DocumentError>> {
    Corpus::check(&files(applications)).map_err(|error| match error {
        CorpusError::Documents(errors) => errors,
        other => panic!("{other}"),
    })
}

#[test]
fn how_to_apply_holds_in_its_period() {
    let corpus = load(APPLICATIONS).unwrap();
    let [benefit, pass] = &corpus.applications[..] else { panic!("{:?}", corpus.applications) };
    let outcome = |name: &str| corpus.outcomes.iter().find(|it| it.name == name).unwrap();
    assert!(benefit.is_of(outcome("toeslag_per_jaar")));
    assert!(!benefit.is_of(outcome("pas_per_jaar")));
    assert_eq!(benefit.at(date(2023, 12, 31)), None);
    let missing = benefit.at(date(2024, 12, 31)).unwrap().stated.as_ref().unwrap_err();
    assert_eq!(*missing, Text::new("niet nagezocht", "not looked up"));
    let stated = benefit.at(date(2025, 12, 31)).unwrap().stated.as_ref().unwrap();
    assert_eq!(stated.place, Text::new("Dienst", "Service"));
    assert_eq!(stated.site.as_deref(), Some("https://www.voorbeeld.nl/toeslag"));
    assert_eq!(stated.deadline, Some(Text::new("Tot het einde.", "Until the end.")));
    assert_eq!(stated.source, "Wet, art. 1");
    assert_eq!(benefit.at(date(2026, 1, 1)), None);
    let stated = pass.at(date(2040, 1, 1)).unwrap().stated.as_ref().unwrap();
    assert_eq!((&stated.site, &stated.deadline), (&None, &None));
    assert_eq!(pass.scheme, corpus.policies.scheme("stadspas"));
}

#[test]
fn the_packed_corpus_has_it_and_the_version_depends_on_it() {
    let corpus = load(APPLICATIONS).unwrap();
    assert_eq!(Corpus::from_bytes(&corpus.to_bytes().unwrap()).unwrap(), corpus);
    let other = load(&APPLICATIONS.replace("art. 1", "art. 2")).unwrap();
    assert_ne!(other.version, corpus.version);
    assert!(load("[]").unwrap().applications.is_empty());
}

#[test]
fn what_is_wrong_is_refused_with_its_place() {
    let mistakes = [
        ("bron ontbreekt", "    bron: Wet, art. 1\n", ""),
        ("bron leeg", "bron: Wet, art. 1", "bron: ''"),
        ("zekerheid C", "zekerheid: B", "zekerheid: C"),
        ("zekerheid D zonder afleiding", ", afgeleid: som", ""),
        ("waar ontbreekt", "    waar: Dienst\n", ""),
        ("engels ontbreekt", "    hoe_engels: Apply for it.\n", ""),
        ("ingang ontbreekt", "    ingang: Op de eerste dag.\n", ""),
        ("hoe leeg", "hoe: Vraag het aan.", "hoe: ' '"),
        ("termijn alleen in het Engels", "    termijn: Tot het einde.\n", ""),
        ("termijn zonder Engels", "    termijn_engels: Until the end.\n", ""),
        ("geen webadres", "https://www.voorbeeld.nl/toeslag", "www.voorbeeld.nl"),
        ("webadres zonder naam", "https://www.voorbeeld.nl/toeslag", "https://toeslag"),
        ("onbekende uitkomst", "[toeslag_per_jaar]", "[toeslag_per_jar]"),
        ("geen recht", "[toeslag_per_jaar]", "[toeslag_per_jaar, belasting_per_jaar]"),
        ("geen uitkomsten", "[toeslag_per_jaar]", "[]"),
        ("uitkomst dubbel", "[pas_per_jaar]", "[toeslag_per_jaar]"),
        ("recht dubbel", "recht: pas", "recht: toeslag"),
        ("recht leeg", "recht: pas", "recht: ''"),
        ("onbekende regeling", "regeling: stadspas", "regeling: stadpas"),
        ("onbekend veld", "site:", "adres:"),
        ("bron naast ontbreekt", "not looked up}", "not looked up, bron: wet}"),
        ("hoe naast ontbreekt", "not looked up}", "not looked up, hoe: bel}"),
        ("gat", "ontbreekt: niet", "tot_en_met: 2024-11-30, ontbreekt: niet"),
        ("einde ontbreekt", "    tot_en_met: 2025-12-31\n", ""),
    ];
    let mut dutch = String::new();
    let mut english = String::new();
    for (name, right, wrong) in mistakes {
        assert!(APPLICATIONS.contains(right), "{name}");
        let text = APPLICATIONS.replacen(right, wrong, 1);
        let errors = load(&text).expect_err(name);
        dutch.push_str(&format!("# {name}\n{}\n", shown(&errors, Language::Dutch)));
        english.push_str(&format!("# {name}\n{}\n", shown(&errors, Language::English)));
    }
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("fouten", dutch);
        insta::assert_snapshot!("in_english", english);
    });
}

#[test]
fn a_right_without_periods_is_refused() {
    let (short, _) = APPLICATIONS.split_once("  perioden:").unwrap();
    let errors = load(&format!("{short}  perioden: []\n")).unwrap_err();
    assert_eq!(
        shown(&errors, Language::Dutch),
        "aanvragen.yaml, regel 1, kolom 3, [0]: Het recht ‘toeslag’ heeft geen perioden. Zet er een periode bij, \
         met de bron, of met ‘ontbreekt’ en de reden.\n"
    );
}

#[test]
fn a_second_file_is_refused() {
    let mut files = files(APPLICATIONS);
    files.applications.push(file("b/aanvragen.yaml", "[]"));
    let Err(CorpusError::Documents(errors)) = Corpus::check(&files) else { panic!("geladen") };
    let [error] = &errors[..] else { panic!("{errors:?}") };
    assert_eq!((error.file.as_str(), error.line), ("b/aanvragen.yaml", 1));
}

fn shown(errors: &[DocumentError], language: Language) -> String {
    errors.iter().map(|error| format!("{}\n", error.in_language(language))).collect()
}
