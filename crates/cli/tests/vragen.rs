//! `samenhang vragen` as a user runs it: what is asked becomes less with every answer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{json, run, run_with_input, shown};

const FAMILY: &str = "rekendatum: 2026-03-01
huishouden:
  gemeente: Zwolle
  personen:
    - {naam: Sam, rol: aanvrager, geboortedatum: 1990-01-01}
    - {naam: Bo, rol: kind, geboortedatum: 2018-01-01}
";

fn ask(household: &str, more: &[&str]) -> common::Ended {
    run_with_input(&[&["vragen", "-"], more].concat(), household)
}

#[test]
fn a_single_parent_is_asked() {
    insta::assert_snapshot!("begin", shown(&ask(FAMILY, &[])));
    insta::assert_snapshot!("start", shown(&ask(FAMILY, &["--taal", "en"])));
    let more = "1990-01-01, loon: 30000, winst: 0, pensioen: 0, uitkering: 0, pensioenpremie: 0, \
                bijstand_aangevraagd: nee, spaargeld: 2000, overig_vermogen: 0, schulden: 0";
    insta::assert_snapshot!("later", shown(&ask(&FAMILY.replace("1990-01-01", more), &[])));
    insta::assert_snapshot!("help", shown(&run(&["vragen", "--help"])));
}

/// Answering the next question each time, until nothing matters any more: then every outcome is what
/// `bereken` says.
#[test]
fn the_questions_end_with_the_answers() {
    let mut person = vec!["naam: Sam, rol: aanvrager, geboortedatum: 1990-01-01".to_string()];
    let mut home: Vec<String> = Vec::new();
    let mut household: Vec<String> = vec!["gemeente: Zwolle".to_string()];
    let file = |person: &[String], home: &[String], household: &[String]| {
        format!(
            "rekendatum: 2026-03-01\nhuishouden:\n  {}\n  woning: {{{}}}\n  personen:\n    - {{{}}}\n",
            household.join("\n  "),
            home.join(", "),
            person.join(", ")
        )
    };
    let mut asked = 0;
    loop {
        let answer = json(&ask(&file(&person, &home, &household), &["--json"]));
        let Some(place) = answer["volgende"].as_str() else { break };
        let (section, field) = place.rsplit_once('.').unwrap();
        let value = match field {
            "soort" => "huurwoning",
            "zorgverzekerd" | "zelfstandig" => "ja",
            "loon" => "24000",
            "kale_huur" => "650",
            "uren_per_week" | "aow_opbouwjaren" => "32",
            _ => match answer["vragen"][0]["soort"].as_str() {
                Some("ja_nee") => "nee",
                _ => "0",
            },
        };
        let list = match section {
            "huishouden.woning" => &mut home,
            "huishouden" => &mut household,
            _ => &mut person,
        };
        list.push(format!("{field}: {value}"));
        asked += 1;
        assert!(asked < 60, "{place}");
    }
    assert!(asked > 10, "{asked}");
    let text = file(&person, &home, &household);
    let known = json(&ask(&text, &["--json"]));
    let outcomes = json(&run_with_input(&["bereken", "-", "--json"], &text));
    for outcome in known["uitkomsten"].as_array().unwrap() {
        let name = outcome["uitkomst"].as_str().unwrap();
        let of = match outcome["persoon"].as_str() {
            Some(person) => &outcomes["personen"][person][name],
            None => &outcomes["huishouden"][name],
        };
        assert_eq!(outcome["bekend"], true, "{outcome}");
        assert_eq!(outcome["laag"].as_f64(), of.as_f64(), "{outcome}");
    }
}

#[test]
fn what_is_not_open_cannot_be_skipped() {
    let ended = ask(FAMILY, &["--weet-niet", "huishouden.personen[0].loom"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    insta::assert_snapshot!("niet_open", ended.err);
    let ended = ask(FAMILY, &["--weet-niet", "huishouden.gemeente", "--taal", "en"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let next = json(&ask(FAMILY, &["--weet-niet", "huishouden.personen[0].loon", "--json"]));
    assert_ne!(next["volgende"], "huishouden.personen[0].loon");
}
