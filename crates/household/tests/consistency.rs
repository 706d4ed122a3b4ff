//! A consistentieregel of the corpus checks the household (section 9.5 of RegelSpraak).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

use std::path::Path;

use corpus::{Corpus, File, Files};
use engine::language::Language;
use household::{Calculator, HouseholdFile};

const HOUSEHOLD: &str = include_str!("../../../voorbeelden/sam-en-noor.yaml");

/// The remarks about the household of the example, when the corpus has this rule too.
fn remarks(rule: &str, language: Language) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../regels");
    let mut files = Files::read(&folder).unwrap();
    files.rules.push(File { name: "controle.regels".into(), text: rule.into() });
    let corpus = Corpus::check(&files).unwrap();
    let household = HouseholdFile::read(HOUSEHOLD, "gezin.yaml").unwrap();
    let calculator = Calculator::new(&corpus, household.rekendatum).unwrap();
    let calculation = calculator.calculate(&household).unwrap().in_language(language);
    calculation.answers().unwrap().opmerkingen
}

const RULE: &str = "
/// {naam} is te laat geboren voor deze proef. Controleer de geboortedatum.
/// engels: {naam} was born too late for this test. Check the date of birth.
/// bron: eigen proef
Regel geboortedatum klopt
  geldig altijd
    De geboortedatum van een Persoon moet eerder zijn dan dd. 01-01-2000.
";

#[test]
fn the_notes_of_the_rule_are_what_a_reader_sees() {
    let dutch = remarks(RULE, Language::Dutch);
    let said = "Noor is te laat geboren voor deze proef. Controleer de geboortedatum.";
    assert!(dutch.contains(&said.to_string()), "{dutch:?}");
    let english = remarks(RULE, Language::English);
    let said = "Noor was born too late for this test. Check the date of birth.";
    assert!(english.contains(&said.to_string()), "{english:?}");
    assert!(!english.iter().any(|remark| remark.starts_with("Sam")), "{english:?}");
}

#[test]
fn without_notes_the_values_are_said() {
    let rule = RULE.lines().filter(|line| !line.starts_with("///")).collect::<Vec<_>>().join("\n");
    let dutch = remarks(&rule, Language::Dutch);
    let start = "De gegevens kloppen niet volgens de regel ‘geboortedatum klopt’: geboortedatum \
                 van Noor is ";
    assert!(dutch.iter().any(|remark| remark.starts_with(start)), "{dutch:?}");
}
