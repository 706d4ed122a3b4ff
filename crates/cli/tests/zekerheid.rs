//! `samenhang zekerheid` and `samenhang stapeling` as a user runs them. The figures are worked out by hand
//! in `crates/household/tests/certainty.rs` and `stacking.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{SAM, json, run, run_with_input, shown};

const BESIDE_BIJSTAND: &str = "../../voorbeelden/werken-naast-bijstand.yaml";
const PENSIONERS: &str = "../../voorbeelden/pensioenpaar.yaml";
const CHILDCARE: &str = "../../voorbeelden/zelfstandige-met-kinderopvang.yaml";
const NOTHING: &str = "rekendatum: 2026-01-15\nhuishouden:\n  personen:\n    - {naam: Eva, rol: aanvrager, \
                       geboortedatum: 1988-06-03, zorgverzekerd: nee, bijstand_aangevraagd: nee}\n";
const LOSS: &str = "rekendatum: 2025-03-15\nhuishouden:\n  personen:\n    - {naam: Eva, rol: aanvrager, \
                    geboortedatum: 1988-06-03, winst: -8000}\n    - {naam: Bo, rol: partner, \
                    geboortedatum: 1989-01-01, loon: 31000}\n";

#[test]
fn how_certain_it_is() {
    let raise = ["zekerheid", SAM, "--maand", "5", "--stijging", "12,5"];
    insta::assert_snapshot!("zekerheid_sam", shown(&run(&raise)));
    let english = [&raise[..], &["--taal", "en"]].concat();
    insta::assert_snapshot!("certainty_sam", shown(&run(&english)));
    for (name, file) in [
        ("naast_bijstand", BESIDE_BIJSTAND),
        ("pensioenpaar", PENSIONERS),
        ("kinderopvang", CHILDCARE),
    ] {
        insta::assert_snapshot!(format!("zekerheid_{name}"), shown(&run(&["zekerheid", file])));
    }
    let partner = run_with_input(&["zekerheid", "-", "--persoon", "bo"], LOSS);
    insta::assert_snapshot!("zekerheid_partner", shown(&partner));
    let loss = ["zekerheid", "-", "--maand", "2", "--stijging", "5"];
    insta::assert_snapshot!("zekerheid_verlies", shown(&run_with_input(&loss, LOSS)));
    insta::assert_snapshot!(
        "zekerheid_niets",
        shown(&run_with_input(&["zekerheid", "-"], NOTHING))
    );
    insta::assert_snapshot!("zekerheid_help", shown(&run(&["zekerheid", "--help"])));
}

#[test]
fn what_it_depends_on() {
    for (name, file) in [
        ("sam", SAM),
        ("naast_bijstand", BESIDE_BIJSTAND),
        ("pensioenpaar", PENSIONERS),
        ("kinderopvang", CHILDCARE),
    ] {
        insta::assert_snapshot!(format!("stapeling_{name}"), shown(&run(&["stapeling", file])));
    }
    let english = run(&["stapeling", BESIDE_BIJSTAND, "--taal", "en"]);
    insta::assert_snapshot!("stacking_beside_bijstand", shown(&english));
    insta::assert_snapshot!(
        "stapeling_niets",
        shown(&run_with_input(&["stapeling", "-"], NOTHING))
    );
    insta::assert_snapshot!("stapeling_help", shown(&run(&["stapeling", "--help"])));
}

#[test]
fn as_json() {
    let raise = ["zekerheid", SAM, "--maand", "5", "--stijging", "12.5%", "--json"];
    let answer = json(&run(&raise));
    assert_eq!((&answer["persoon"], &answer["inkomen"]), (&"Sam".into(), &"loon".into()));
    assert_eq!(answer["bedrag"].to_string(), "28000");
    let schemes = answer["regelingen"].as_array().unwrap();
    let first = &schemes[0];
    assert_eq!(
        (&first["regeling"], &first["afgerekend"]),
        (&"zorgtoeslag".into(), &"achteraf".into())
    );
    assert_eq!(first["gelijk_tot_en_met"].to_string(), "29736");
    assert!(first["gelijk_vanaf"].is_null());
    assert_eq!(first["terugbetalen_na_schatting"], true);
    assert_eq!(first["bij_meer_inkomen"]["inkomen"].to_string(), "1000");
    // 28.000 + 12,5% × 28.000 × 8/12
    let raise = &answer["stijging"];
    assert_eq!(raise["afrekening"]["inkomen"].to_string(), "30333.33");
    assert_eq!(raise["geschat_jaarinkomen"]["nu"].to_string(), "28000");
    assert_eq!(answer["afrekening"].as_array().unwrap().len(), 7);
    assert_eq!(answer["afrekening"][5]["percentage"].to_string(), "10");
    assert_eq!(answer["afrekening"][5]["regelingen"][0]["te_veel"].to_string(), "144");

    let answer = json(&run(&["stapeling", SAM, "--json"]));
    assert_eq!(answer["aantal_regelingen"].to_string(), "4");
    let dominoes = answer["domino"].as_array().unwrap();
    let keys: Vec<&str> = dominoes.iter().map(|it| it["valt_weg"].as_str().unwrap()).collect();
    let schemes = ["zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderbijslag"];
    assert_eq!(keys, [&schemes[..], &["loon"]].concat());
    assert_eq!(dominoes[0]["netto_verschil"].to_string(), "-1550.44768");
    assert_eq!(dominoes[0]["meer_verlies_dan_het_bedrag"].to_string(), "0");
    assert_eq!(dominoes[4]["persoon"], "Sam");
}

#[test]
fn wrong_input_is_refused() {
    let table: [&[&str]; 13] = [
        &["zekerheid"],
        &["zekerheid", SAM, "--persoon", "Noor"],
        &["zekerheid", SAM, "--persoon", "Piet"],
        &["zekerheid", SAM, "--stijging", "5"],
        &["zekerheid", SAM, "--maand", "5"],
        &["zekerheid", SAM, "--maand", "13", "--stijging", "5"],
        &["zekerheid", SAM, "--maand", "-1", "--stijging", "5"],
        &["zekerheid", SAM, "--maand", "mei", "--stijging", "5"],
        &["zekerheid", SAM, "--maand", "5", "--stijging", "veel"],
        &["zekerheid", SAM, "--maand", "5", "--stijging", "0%"],
        &["zekerheid", SAM, "--maand", "5", "--stijging", "-200"],
        &["zekerheid", SAM, "--datum", "2031-01-01"],
        &["stapeling", "bestaat-niet.yaml"],
    ];
    let mut all = String::new();
    for arguments in table {
        for language in ["nl", "en"] {
            let ended = run(&[arguments, &["--taal", language]].concat());
            assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{arguments:?}");
            all.push_str(&format!("{} --taal {language}\n{}\n", arguments.join(" "), ended.err));
        }
    }
    insta::assert_snapshot!("zekerheid_geweigerd", all);
}
