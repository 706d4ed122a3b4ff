//! Mistakes in consistentieregels (sections 8.1.6, 8.1.9 and 9.5), and what they become.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use regelspraak::model::{Action, Criterion, Model, Timeline};
use regelspraak::{compile, source::Source};

const ORCHESTRA: &str = "
Objecttype de Muzikant (mv: Muzikanten) (bezield)
  de leeftijd (mv: leeftijden)    Numeriek (geheel getal) met eenheid jr;
  de naam (mv: namen)             Tekst;
  het salaris                     Numeriek (getal) met eenheid €/mnd voor elke maand;
  is inval                        kenmerk (bijvoeglijk);

Objecttype het Instrument (mv: Instrumenten)
  het serienummer (mv: serienummers)    Numeriek (geheel getal);
  de waarde (mv: waarden)               Numeriek (getal) met eenheid €;

Feittype spelen
  de speler (mv: spelers)        Muzikant
  het instrument (mv: instrumenten)    Instrument
Meerdere spelers bespelen meerdere instrumenten

Regel oud genoeg
  geldig t/m 2024
    De leeftijd van een Muzikant moet groter zijn dan 15 jr.
  geldig vanaf 2025
    De leeftijd van een Muzikant moet groter zijn dan 17 jr.

Regel betaald
  geldig altijd
    Het salaris van een Muzikant moet gevuld zijn.

Regel uniek
  geldig altijd
    De namen van alle Muzikanten moeten uniek zijn.
";

fn rule(sentence: &str) -> Result<Model, String> {
    let text = format!("{ORCHESTRA}\nRegel proef\n  geldig altijd\n    {sentence}\n");
    compile(&[Source::new("orkest.regels", text)]).map_err(|problems| problems.to_string())
}

#[test]
fn each_version_says_something_of_its_own() {
    let model = compile(&[Source::new("orkest.regels", ORCHESTRA)]).unwrap();
    assert_eq!(model.checks.len(), 4);
    let timelines: Vec<_> = model.checks.iter().map(|check| check.timeline).collect();
    assert_eq!(timelines, [None, None, Some(Timeline::MONTH), None]);
    for rule in &model.rules {
        for version in &rule.versions {
            let [case] = &version.cases[..] else { panic!("{}", rule.name) };
            let Action::Check { check, criterion, .. } = &case.action else {
                panic!("{}", rule.name)
            };
            assert_eq!(model[*check].validity, version.validity);
            assert_eq!(model[*check].unique, matches!(criterion, Criterion::Unique(_)));
        }
    }
}

#[test]
fn mistakes_in_a_criterion_are_said_where_they_stand() {
    let sentences = [
        // The verb.
        "De leeftijd van een Muzikant moet groter is dan 15 jr.",
        "De leeftijd van een Muzikant moet groter dan 15 jr zijn.",
        "De leeftijd van een Muzikant moet is gevuld.",
        "Een Muzikant moet inval is.",
        "De leeftijd van een Muzikant moet berekent worden als 15 jr.",
        // Types and names.
        "De leeftijd van een Muzikant moet groter zijn dan 15 €.",
        "De leeftijd van een Muzikant moet later zijn dan 15 jr.",
        "De leeftijt van een Muzikant moet groter zijn dan 15 jr.",
        "De waarde van een Muzikant moet gevuld zijn.",
        // Without a subject.
        "De leeftijd van de Muzikant moet gevuld zijn.",
        "Er moet worden voldaan aan alle volgende criteria:\n • 3 is groter dan 2.",
        // Lists.
        "Een Muzikant moet voldoen aan alle volgende voorwaarden:\n • hij is inval.",
        "Een Muzikant moet aan alle volgende criteria voldoen:\n • hij is inval.",
        "Een Muzikant moet voldoen aan alle volgende criteria:\n • hij inval is.",
        "Een Muzikant is inval indien hij aan alle volgende criteria voldoet:\n • hij is een speler.",
        // What must be unique.
        "De naam van een Muzikant moet uniek zijn.",
        "De namen van alle Muzikanten moeten groter zijn dan 3 jr.",
        "De namen van alle Muzikanten verenigd met de serienummers van alle Instrumenten moeten uniek zijn.",
        "De concatenatie van de namen en de leeftijden van alle Muzikanten verenigd met de serienummers van alle Instrumenten moeten uniek zijn.",
        "De waarden van alle Muzikanten moeten uniek zijn.",
        // What changes in time.
        "Het salaris van een Muzikant moet groter zijn dan 0 €/mnd indien zijn salaris gevuld is.",
        "Een Muzikant is inval indien regelversie betaald inconsistent is.",
        "Een Muzikant is inval gedurende de tijd dat regelversie betaald inconsistent is.",
        // What another rule found.
        "Een Muzikant is inval indien regelversie oud genoeg inconsistent is.",
        "Een Muzikant is inval indien regelversie oud genoeg (altijd) inconsistent is.",
        "Een Muzikant is inval indien regelversie oud genoeg (vanaf 2025) is inconsistent.",
        "Een Muzikant is inval indien regelversie oud genoeg (vanaf 2025) gevuurd is.",
        "Een Muzikant is inval indien regelversie oud gegoeg inconsistent is.",
        "Een Muzikant is inval indien regelversie uniek inconsistent is.",
        "De waarde van een Instrument moet gesteld worden op 3 € indien regelversie oud genoeg (vanaf 2025) inconsistent is.",
    ];
    let reports = sentences
        .map(|sentence| format!("{sentence}\n{}", rule(sentence).map(|_| ()).expect_err(sentence)));
    insta::assert_snapshot!(reports.join("\n"));
}

#[test]
fn a_long_chain_from_below_is_refused_and_one_from_above_is_not() {
    let link = |at: usize| {
        format!(
            "Regel schakel {at}\n  geldig altijd\n    Een Muzikant moet inval zijn gedurende de tijd dat \
             regelversie schakel {} inconsistent is.\n\n",
            at + 1
        )
    };
    let last =
        "Regel schakel 9\n  geldig altijd\n    Het salaris van een Muzikant moet gevuld zijn.\n\n";
    let read = |rules: Vec<String>| {
        let text = format!("{ORCHESTRA}\n{}", rules.concat());
        compile(&[Source::new("orkest.regels", text)]).map_err(|problems| problems.to_string())
    };
    let from_below = (0..9).map(link).chain([last.to_string()]).collect();
    let problems = read(from_below).unwrap_err();
    assert!(
        problems.contains("te veel consistentieregels die in de tijd veranderen"),
        "{problems}"
    );
    let from_above = std::iter::once(last.to_string()).chain((0..9).rev().map(link)).collect();
    if let Err(problems) = read(from_above) {
        panic!("{problems}");
    }
}
