//! `samenhang schuld` as a user runs it. The figures of the tables are worked out by hand in
//! `crates/household/tests/arrear.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{json, run, shown};

const DEBT: [&str; 6] = ["schuld", "500", "--vanaf", "2024-03-01", "--tot", "2024-12-01"];

fn with(more: &[&'static str]) -> Vec<&'static str> {
    [&DEBT, more].concat()
}

#[test]
fn the_table_of_an_arrear_of_500() {
    insta::assert_snapshot!("overeenkomst", shown(&run(&DEBT)));
    insta::assert_snapshot!("gemeente", shown(&run(&with(&["--soort", "gemeente"]))));
    insta::assert_snapshot!("agreement", shown(&run(&with(&["--taal", "en"]))));
    let municipality = with(&["--soort", "gemeente", "--taal", "en"]);
    insta::assert_snapshot!("municipality", shown(&run(&municipality)));
    insta::assert_snapshot!("help", shown(&run(&["schuld", "--help"])));
}

/// What was not found is unknown in the table, with the reason under it.
#[test]
fn what_is_unknown_is_said() {
    let arguments = ["schuld", "500", "--vanaf", "2026-01-01", "--tot", "2026-06-01"];
    insta::assert_snapshot!("onbekend", shown(&run(&arguments)));
    let before = ["schuld", "500", "--vanaf", "2023-05-01", "--tot", "2024-12-01"];
    let remark = "‘wettelijke rente in procenten’ heeft op 01-05-2023 geen waarde: de wettelijke \
                  rente van voor 2024 staat niet in de regels.";
    let answer = json(&run(&[&before[..], &["--json"]].concat()));
    assert_eq!(answer["opmerkingen"][0], remark);
    let remark = "‘wettelijke rente in procenten’ has no value on 1 May 2023: the statutory interest of \
                  before 2024 is not in the rules.";
    let answer = json(&run(&[&before[..], &["--json", "--taal", "en"]].concat()));
    assert_eq!(answer["opmerkingen"][0], remark);
}

/// Of a debt that is too high for the kantonrechter by its interest, what the judge costs is unknown.
#[test]
fn too_high_for_the_kantonrechter() {
    let arguments = ["schuld", "24900", "--vanaf", "2024-03-01", "--tot", "2024-12-01"];
    insta::assert_snapshot!("boven_de_grens", shown(&run(&arguments)));
    let english = shown(&run(&[&arguments[..], &["--taal", "en"]].concat()));
    insta::assert_snapshot!("above_the_limit", english);
}

#[test]
fn as_json() {
    let answer = json(&run(&with(&["--json"])));
    assert_eq!(answer["hoofdsom"].to_string(), "500");
    assert_eq!(answer["soort"], "overeenkomst");
    assert_eq!(answer["rente"].to_string(), "26.37");
    assert_eq!(answer["stappen"].as_array().unwrap().len(), 7);
    assert_eq!(answer["stappen"][1]["kosten"].to_string(), "75");
    assert_eq!(answer["stappen"][6]["totaal"].to_string(), "1545.2");
    assert_eq!(answer["stappen"][0]["besparing"].to_string(), "1018.83");
    let answer = json(&run(&with(&["--json", "--particulier"])));
    assert_eq!(answer["stappen"][3]["kosten"].to_string(), "218");
    let answer = json(&run(&with(&["--json", "--soort", "gemeente"])));
    assert!(answer["rente"].is_null());
}

/// Without `--tot` a year.
#[test]
fn a_year_when_no_last_day_is_typed() {
    let answer = json(&run(&["schuld", "512,50", "--vanaf", "2024-03-01", "--json"]));
    assert_eq!(answer["tot"], "2025-03-01");
    assert_eq!(answer["hoofdsom"].to_string(), "512.5");
}

#[test]
fn wrong_input_is_refused() {
    let table: [&[&str]; 15] = [
        &["schuld"],
        &["schuld", "500"],
        &["schuld", "veel", "--vanaf", "2024-03-01"],
        &["schuld", "500,005", "--vanaf", "2024-03-01"],
        &["schuld", "1.000,50", "--vanaf", "2024-03-01"],
        &["schuld", "0", "--vanaf", "2024-03-01"],
        &["schuld", "-5", "--vanaf", "2024-03-01"],
        &["schuld", "1234567890123", "--vanaf", "2024-03-01"],
        &["schuld", "500", "--vanaf", "2024-03-01", "--soort", "gemeente", "--particulier"],
        &["schuld", "500", "--vanaf", "2024-02-30"],
        &["schuld", "500", "--vanaf", "gisteren"],
        &["schuld", "500", "--vanaf", "2024-03-01", "--tot", "2024-02-01"],
        &["schuld", "500", "--vanaf", "2021-03-01", "--tot", "2024-12-01"],
        &["schuld", "500", "--vanaf", "2031-03-01"],
        &["schuld", "500", "--vanaf", "2024-03-01", "--soort", "boete"],
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
