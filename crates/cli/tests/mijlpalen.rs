//! `samenhang mijlpalen` as a user runs it. What changes and when is worked out by hand in
//! `crates/household/tests/milestones`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{PAIR, SAM, json, run, run_with_input, shown};

fn example(name: &str) -> String {
    format!("../../voorbeelden/{name}.yaml")
}

#[test]
fn what_changes_in_the_coming_years() {
    insta::assert_snapshot!("sam_en_noor", shown(&run(&["mijlpalen", SAM])));
    insta::assert_snapshot!("sam_and_noor", shown(&run(&["mijlpalen", SAM, "--taal", "en"])));
    for name in ["eenouder", "pensioenpaar", "met-inwonende-zus"] {
        let shown = shown(&run(&["mijlpalen", &example(name)]));
        insta::assert_snapshot!(name.replace('-', "_"), shown);
    }
    insta::assert_snapshot!("help", shown(&run(&["mijlpalen", "--help"])));
}

/// With `--alles` income, tax and the sources of new amounts are there too.
#[test]
fn everything_that_changes() {
    let household = example("werken-naast-bijstand");
    let arguments = ["mijlpalen", &household, "--jaren", "1", "--alles"];
    insta::assert_snapshot!("alles", shown(&run(&arguments)));
}

#[test]
fn as_json() {
    let family = example("paar-met-drie-kinderen");
    let answer = json(&run(&["mijlpalen", &family, "--jaren", "2", "--json"]));
    assert_eq!(
        (answer["rekendatum"].as_str(), answer["tot"].as_str()),
        (Some("2026-05-01"), Some("2028-05-01"))
    );
    let list = answer["mijlpalen"].as_array().unwrap();
    let eighteen = list.iter().find(|it| it["tekst"] == "Lotte wordt 18 jaar").unwrap();
    assert_eq!(eighteen["datum"], "2027-06-14");
    assert_eq!(eighteen["soort"], "verjaardag");
    assert_eq!(eighteen["wie"], "Lotte");
    assert_eq!(eighteen["gebeurtenissen"][0]["leeftijd"], 18);
    assert_eq!(eighteen["bedragen_van"], 2026);
    let changes = eighteen["veranderingen"].as_array().unwrap();
    let benefit = changes.iter().find(|it| it["uitkomst"] == "kinderbijslag_per_kwartaal").unwrap();
    // All of 426.29 in the second half of 2026.
    assert_eq!(benefit["verschil"].to_string(), "-426.29");
    assert_eq!(benefit["vanaf"], "2027-07-01");
    assert_eq!(benefit["regel"], "recht op kinderbijslag over het derde kwartaal");
    assert_eq!(
        benefit["bronnen"][0],
        "Algemene Kinderbijslagwet, art. 7, lid 1, en art. 11, lid 2"
    );
    let amounts = list.iter().find(|it| it["soort"] == "bedragen").unwrap();
    assert_eq!((amounts["datum"].as_str(), amounts["wie"].is_null()), (Some("2026-07-01"), true));
    let changes = amounts["veranderingen"].as_array().unwrap();
    let wage = changes.iter().find(|it| it["uitkomst"] == "minimumloon_per_uur").unwrap();
    assert_eq!(wage["parameters"][0]["parameter"], "minimumuurloon");
    assert_eq!(wage["parameters"][0]["naar"], "€ 14,99");
    assert!(wage["parameters"][0]["bron"].as_str().is_some_and(|source| !source.is_empty()));
    // The list is by date, and the texts follow the language.
    let dates: Vec<&str> = list.iter().map(|it| it["datum"].as_str().unwrap()).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    let english = json(&run(&["mijlpalen", &family, "--jaren", "2", "--json", "--taal", "en"]));
    assert_eq!(english["mijlpalen"].as_array().unwrap().len(), list.len());
    assert!(
        english["mijlpalen"].as_array().unwrap().iter().any(|it| it["tekst"] == "Lotte turns 18")
    );
}

/// At the end of 2026 everything to come is of a year without amounts.
#[test]
fn nothing_is_known_yet() {
    let household = "rekendatum: 2026-12-31\nhuishouden:\n  personen:\n    - {naam: Jip, rol: aanvrager, \
                     geboortedatum: 2009-05-20}\n";
    let answer = json(&run_with_input(&["mijlpalen", "-", "--json"], household));
    let list = answer["mijlpalen"].as_array().unwrap();
    assert!(!list.is_empty());
    assert!(list.iter().all(|it| it["bedragen_van"] == 2026), "{list:?}");
    let remark = answer["opmerkingen"][0].as_str().unwrap();
    assert_eq!(
        remark,
        "Voor een deel van deze tijd zijn er nog geen bedragen bekend. Daar staan de bedragen van 2026. \
         Het is geen voorspelling."
    );
}

/// A household in which nothing will change says so.
#[test]
fn nothing_changes() {
    let household = "rekendatum: 2026-08-01\nhuishouden:\n  personen:\n    - {naam: Jip, rol: aanvrager, \
                     geboortedatum: 1980-05-20}\n";
    let ended = run_with_input(&["mijlpalen", "-", "--jaren", "3"], household);
    assert!(ended.out.contains("In deze tijd verandert er niets"), "{}", ended.out);
    assert!(ended.out.contains("Op 3 andere verjaardagen verandert er niets."), "{}", ended.out);
}

#[test]
fn wrong_input_is_refused() {
    let table: [&[&str]; 9] = [
        &["mijlpalen"],
        &["mijlpalen", "weg.yaml"],
        &["mijlpalen", PAIR, "--jaren", "0"],
        &["mijlpalen", PAIR, "--jaren", "200"],
        &["mijlpalen", PAIR, "--jaren", "-3"],
        &["mijlpalen", PAIR, "--jaren", "99999999999999999999"],
        &["mijlpalen", PAIR, "--jaren", "veel"],
        &["mijlpalen", PAIR, "--datum", "2027-03-01"],
        &["mijlpalen", PAIR, "--datum", "morgen"],
    ];
    let mut all = String::new();
    for arguments in table {
        for language in ["nl", "en"] {
            let ended = run(&[arguments, &["--taal", language]].concat());
            assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{arguments:?}");
            all.push_str(&format!("{} --taal {language}\n{}\n", arguments.join(" "), ended.err));
        }
    }
    insta::assert_snapshot!("geweigerd", all);
}
