//! The policy of municipalities as data: what loads, and what is refused with its place.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use corpus::document::{DocumentError, Position};
use corpus::policy::Known;
use corpus::{Corpus, CorpusError, File, Files};
use engine::data::{Data, DataError};
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
  het totaal stadspas          Numeriek (getal) met eenheid €;
  het aantal keren stadspas    Numeriek (geheel getal);

Parameter het hoogste bedrag : Numeriek (getal) met eenheid €;
Parameter het aantal delen : Numeriek (geheel getal);

/// Een grens is hooguit 200%. Controleer het percentage.
/// engels: A limit is at most 200%. Check the percentage.
Regel grens kan
  geldig altijd
    De inkomensgrens stadspas van een Gemeente moet kleiner of gelijk zijn aan 200%
    indien de inkomensgrens stadspas van de Gemeente gevuld is.

Regel totaal
  geldig altijd
    Het totaal stadspas van een Gemeente moet berekend worden als het bedrag stadspas van de Gemeente maal 2.

/// De wet noemt een hoogste bedrag. Controleer het bedrag.
/// engels: The law names a highest amount. Check the amount.
Regel bedrag kan
  geldig altijd
    Het bedrag stadspas van een Gemeente moet kleiner of gelijk zijn aan het hoogste bedrag
    indien het bedrag stadspas van de Gemeente gevuld is.

/// Sinds juli 2025 is een termijn hooguit 36 maanden. Controleer de termijn.
/// engels: Since July 2025 a term is at most 36 months. Check the term.
Regel termijn kan
  geldig vanaf 01-07-2025
    De termijn stadspas van een Gemeente moet kleiner of gelijk zijn aan 36 mnd
    indien de termijn stadspas van de Gemeente gevuld is.

Regel deel kan
  geldig altijd
    Het bedrag lange stadspas van een Gemeente moet kleiner of gelijk zijn aan (1000 € gedeeld door het aantal delen)
    indien het bedrag lange stadspas van de Gemeente gevuld is.

Regel keer kan
  geldig altijd
    Het bedrag stadspas van een Gemeente moet kleiner of gelijk zijn aan
    (1000 € gedeeld door het aantal keren stadspas van de Gemeente)
    indien het bedrag stadspas van de Gemeente gevuld is.
";

const PARAMETERS: &str = "
parameters:
- naam: hoogste bedrag
  waarden:
  - {vanaf: 2024-01-01, waarde: 150 €, bron: wet, zekerheid: A}
  - {vanaf: 2025-03-01, waarde: 148 €, bron: wet, zekerheid: A}
  - {vanaf: 2025-09-01, tot_en_met: 2025-12-31, waarde: 147.50 €, bron: wet, zekerheid: A}
- naam: aantal delen
  waarden:
  - {vanaf: 2023-01-01, tot_en_met: onbepaald, waarde: 10, bron: wet, zekerheid: A}
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

const LONG_PERIOD: &str = "
  - {vanaf: 2024-01-01, tot_en_met: onbepaald, bron: raad, zekerheid: D, afgeleid: som, waarden: {bedrag: 10 €}}";

fn file(name: &str, text: &str) -> File {
    File { name: name.into(), text: text.into() }
}

fn files(packages: &[&str]) -> Files {
    let packages = packages.iter().enumerate();
    let packages = packages.map(|(at, text)| file(&format!("{at}/gemeente.yaml"), text));
    Files {
        rules: vec![file("a.regels", RULES)],
        parameters: vec![file("parameters.yaml", PARAMETERS)],
        schemes: vec![file("regelingen.yaml", SCHEMES)],
        packages: packages.collect(),
        ..Files::default()
    }
}

fn load(packages: &[&str]) -> Result<Corpus, Vec<DocumentError>> {
    check(&files(packages))
}

fn check(files: &Files) -> Result<Corpus, Vec<DocumentError>> {
    Corpus::check(files).map_err(|error| match error {
        CorpusError::Documents(errors) => errors,
        other => panic!("{other}"),
    })
}

#[test]
fn values_hold_in_their_period() {
    let corpus = load(&[PACKAGE]).unwrap();
    let (model, set) = (&corpus.model, &corpus.policies);
    let [pass, long_pass] = ["stadspas", "lange stadspas"].map(|name| set.scheme(name).unwrap());
    let names =
        |scheme| set[scheme].values.iter().map(|it| it.name.as_str()).collect::<Vec<&str>>();
    assert_eq!(names(pass), ["inkomensgrens", "bedrag", "termijn", "aantal keren", "gratis"]);
    assert_eq!(names(long_pass), ["bedrag"]);
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
    assert!(matches!(set.known("GM0855", pass, date(2023, 6, 1)), Known::Missing(..)));
    assert!(matches!(set.known("GM0855", pass, date(2022, 6, 1)), Known::NotThen));
    assert!(matches!(set.known("GM0855", long_pass, date(2030, 6, 1)), Known::Stated(..)));
    assert!(matches!(set.known("GM0363", long_pass, date(2030, 6, 1)), Known::NoPackage));
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
        ("waarden naast ontbreekt", "not found}", "not found, waarden: {bedrag: 1 €}}"),
        ("bron naast ontbreekt", "not found}", "not found, bron: raad}"),
        ("zekerheid naast ontbreekt", "not found}", "not found, zekerheid: B, afgeleid: som}"),
        ("let op alleen in het Engels", "    let_op: Een tegoed.\n", ""),
        ("engels bij waarden", "    zekerheid: B\n", "    zekerheid: B\n    engels: amounts\n"),
        ("ontbreekt leeg", "ontbreekt: niet gevonden", "ontbreekt: ''"),
        ("engels leeg", "engels: not found", "engels: ''"),
        ("aanvragen leeg", "aanvragen: https://voorbeeld.nl", "aanvragen: ''"),
        ("naam leeg", "naam: Meedoen", "naam: ' '"),
        ("gemeente leeg", "gemeente: Tilburg", "gemeente: ''"),
        ("let op leeg", "let_op: Een tegoed.", "let_op: ''"),
        ("afgeleid leeg", "afgeleid: som", "afgeleid: ''"),
        ("wat een regel uitrekent", "termijn: 1 jr", "totaal: 157 €"),
        ("geen getal", "135 €", "veel"),
        ("geen ja of nee", "gratis: ja", "gratis: soms"),
        ("geen perioden", LONG_PERIOD, " []"),
        ("boven de parameter", "135 €", "151 €"),
        ("boven de parameter halverwege", "147 €", "149 €"),
        ("twee keer boven de parameter", "147 €", "160 €"),
        ("regel vanaf halverwege", "termijn: 1 jr", "termijn: 4 jr"),
        ("delen door nul", "termijn: 1 jr", "aantal keren: 0"),
        ("parameter ontbreekt", "vanaf: 2024-01-01\n", "vanaf: 2023-06-01\n"),
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

/// A check that cannot be judged says so, unless that is because the municipality gave no value.
#[test]
fn a_check_that_cannot_be_judged_is_told() {
    let with = |delen: &str, package: &str| {
        let mut files = files(&[package]);
        let text = PARAMETERS.replace("waarde: 10,", &format!("waarde: {delen},"));
        assert!(delen == "10" || text != PARAMETERS);
        files.parameters[0].text = text;
        check(&files).map(|_| ()).map_err(|errors| shown(&errors, Language::Dutch))
    };
    insta::assert_snapshot!("parameter_nul", with("0", PACKAGE).unwrap_err());
    let (short, _) = PACKAGE.split_once("- regeling: lange").unwrap();
    assert_eq!(with("0", short), Ok(()));
    assert_eq!(with("10", PACKAGE), Ok(()));
    // What is missing because of a mistake elsewhere is not told.
    let broken = with("veel", PACKAGE).unwrap_err();
    assert_eq!(broken.lines().count(), 1, "{broken}");
}

#[test]
fn without_a_list_of_schemes_that_is_told_once() {
    let other = PACKAGE.replace("Tilburg", "Goirle").replace("GM0855", "GM0785");
    let mut files = files(&[PACKAGE, &other]);
    let outcome = "- {uitkomst: naam, objecttype: Gemeente, attribuut: naam, regeling: stadspas, betekenis: x}";
    files.schemes.clear();
    files.outcomes.push(file("uitkomsten.yaml", outcome));
    let errors = check(&files).unwrap_err();
    insta::assert_snapshot!("geen_regelingen", shown(&errors, Language::Dutch));
    files.packages.clear();
    assert_eq!(check(&files).unwrap_err().len(), 1);
    files.outcomes.clear();
    assert!(check(&files).is_ok());
}

#[test]
fn a_second_file_of_a_kind_is_refused() {
    for kind in ["uitkomsten.yaml", "kanttekeningen.yaml", "regelingen.yaml"] {
        let folder = std::env::temp_dir().join(format!("twee-{kind}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("b")).unwrap();
        std::fs::write(folder.join("a.regels"), RULES).unwrap();
        for place in [kind.to_string(), format!("b/{kind}")] {
            std::fs::write(folder.join(place), "[]").unwrap();
        }
        let errors = match Corpus::load(&folder) {
            Err(CorpusError::Documents(errors)) => errors,
            other => panic!("{kind}: {other:?}"),
        };
        std::fs::remove_dir_all(&folder).unwrap();
        let [error] = &errors[..] else { panic!("{errors:?}") };
        // The one deeper in the folder is read first.
        assert_eq!((error.file.as_str(), error.line), (kind, 1));
        assert!(error.to_string().contains(&format!("b/{kind}")), "{error}");
        let expected = "There is such a file already";
        assert!(error.english().contains(expected), "{}", error.english());
    }
}

#[test]
fn a_property_is_given_by_kind() {
    let corpus = load(&[]).unwrap();
    let model = &corpus.model;
    let objecttype = model.objecttype("Gemeente").unwrap();
    let mut data = Data::new(model);
    let instance = data.add(model, objecttype, "een").unwrap();
    let kenmerk = model.kenmerk(objecttype, "gratis stadspas").unwrap();
    let property = Property::Kenmerk(kenmerk);
    data.set_property(model, instance, property, Value::Boolean(true)).unwrap();
    assert!(data.has(kenmerk, instance));
    let wrong = data.set_property(model, instance, property, Value::Number(Number::ZERO));
    assert!(matches!(wrong, Err(DataError::DoesNotFit { .. })), "{wrong:?}");
    let check = Property::Check(regelspraak::model::CheckId(0));
    let wrong = data.set_property(model, instance, check, Value::Boolean(true)).unwrap_err();
    assert!(matches!(wrong, DataError::Derived { .. }), "{wrong}");
    assert!(!wrong.english().is_empty());
}

#[test]
fn a_package_knows_where_its_name_and_code_stand() {
    let corpus = load(&[PACKAGE]).unwrap();
    let package = corpus.policies.package("GM0855").unwrap();
    assert_eq!(package.name_at, Position { line: 1, column: 11 });
    assert_eq!(package.code_at, Position { line: 2, column: 7 });
    assert_eq!(package.schemes[0].periods[0].position, Position { line: 8, column: 5 });
}

fn shown(errors: &[DocumentError], language: Language) -> String {
    errors.iter().map(|error| format!("{}\n", error.in_language(language))).collect()
}
