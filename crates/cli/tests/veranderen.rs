//! What `uitleg` says would give a right, when there is more than one way.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{json, run_with_input};

const ONE: &str = "rekendatum: 2026-01-15
huishouden:
  woning: {soort: huurwoning, kale_huur: 650}
  personen:
    - {naam: Sam, rol: aanvrager, geboortedatum: 1991-03-14, loon: 32000}
    - {naam: Kim, rol: medebewoner, geboortedatum: 1980-09-02, verwantschap: broer_zus, loon: 30000}
";

const FAMILY: &str = "rekendatum: 2026-01-15
huishouden:
  personen:
    - {naam: Sam, rol: aanvrager, geboortedatum: 1991-03-14, loon: 24000}
    - {naam: Bo, rol: partner, geboortedatum: 1991-03-14}
    - {naam: Noor, rol: kind, geboortedatum: 2019-09-02}
    - {naam: Bas, rol: kind, geboortedatum: 2022-09-02}
    - {naam: Isa, rol: kind, geboortedatum: 2024-09-02}
";

/// What is told, up to how the amount came about.
fn told(household: &str, outcome: &str, language: &str) -> String {
    let ended = run_with_input(&["uitleg", "-", outcome, "--taal", language], household);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    ended.out.split("\n\n").next().unwrap().to_string()
}

#[test]
fn every_way_is_told() {
    for language in ["nl", "en"] {
        let one = told(ONE, "huurtoeslag_per_maand", language);
        let family = told(FAMILY, "kinderopvangtoeslag_per_maand", language);
        insta::assert_snapshot!(format!("ways_{language}"), format!("{one}\n\n{family}"));
    }
}

/// Six ways are told; as JSON all are there.
#[test]
fn json_has_all_ways() {
    let ended = run_with_input(&["uitleg", "-", "kinderopvangtoeslag_per_maand", "--json"], FAMILY);
    let conclusion = json(&ended)["conclusie"].clone();
    let ways = conclusion["alternatieven"].as_array().unwrap();
    assert_eq!(ways.len(), 9);
    assert_eq!(ways[0], conclusion["veranderingen"]);
    assert!(ways.iter().all(|way| way.as_array().unwrap().len() == 2), "{ways:?}");
}
