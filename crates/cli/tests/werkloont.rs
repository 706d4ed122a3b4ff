//! `samenhang werkloont` as a user runs it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{SAM, json, run, run_with_input, shown};

/// A single parent with bijstand, who may start to work.
const ASSISTED: &str = "rekendatum: 2024-01-01
huishouden:
  gemeente: Zwolle
  woning: {kale_huur: 674}
  personen:
    - {naam: Sam, rol: aanvrager, geboortedatum: 1990-01-01, maanden_laag_inkomen: 60}
    - {naam: Noor, rol: kind, geboortedatum: 2013-01-01}
    - {naam: Bo, rol: kind, geboortedatum: 2017-01-01}
";
/// A couple with childcare, of which the partner works.
const FAMILY: &str = "rekendatum: 2026-03-01
huishouden:
  woning: {kale_huur: 750}
  personen:
    - {naam: Sam, rol: aanvrager, geboortedatum: 1990-01-01, loon: 31000, uren_per_week: 36}
    - {naam: Noor, rol: partner, geboortedatum: 1990-01-01, loon: 20000}
    - {naam: Bo, rol: kind, geboortedatum: 2020-01-01, opvang: [{soort: bso, uren: 60, uurtarief: 9.5}]}
    - {naam: Jip, rol: kind, geboortedatum: 2023-01-01, opvang: [{uren: 120, uurtarief: 10.5}]}
";

fn work(household: &str, more: &[&str]) -> common::Ended {
    run_with_input(&[&["werkloont", "-"], more].concat(), household)
}

#[test]
fn a_job_beside_bijstand_and_a_family() {
    insta::assert_snapshot!("bijstand_in_uren", shown(&work(ASSISTED, &["--uren", "--tot", "36"])));
    insta::assert_snapshot!("gezin", shown(&work(FAMILY, &[])));
    insta::assert_snapshot!(
        "partner",
        shown(&work(FAMILY, &["--persoon", "noor", "--tot", "40000"]))
    );
    insta::assert_snapshot!("family", shown(&work(FAMILY, &["--uren", "--taal", "en"])));
    insta::assert_snapshot!("help", shown(&run(&["werkloont", "--help"])));
}

/// From bijstand to 36 hours in every municipality of the rules: what the job brings in, and each
/// jump with its rule, those of municipal limits with them.
#[test]
fn from_bijstand_to_36_hours_in_every_municipality() {
    let asked = ["--uren", "--tot", "36", "--per-gemeente"];
    insta::assert_snapshot!("per_gemeente", shown(&work(ASSISTED, &asked)));
    let answer = json(&work(ASSISTED, &[&asked[..], &["--json"]].concat()));
    let municipalities = answer["gemeenten"].as_array().unwrap();
    assert!(municipalities.len() >= 16, "{}", municipalities.len());
    let jumps = municipalities.iter().flat_map(|it| it["breekpunten"].as_array().unwrap());
    let large = jumps.filter(|it| it["bedrag"].as_f64().unwrap().abs() > 100.0);
    for jump in large {
        assert!(jump["regel"].is_string() && !jump["bronnen"][0].is_null(), "{jump}");
    }
}

/// The keys of the contract.
#[test]
fn json_and_csv_have_the_same_points() {
    let answer = json(&run(&["werkloont", SAM, "--json"]));
    assert_eq!((&answer["persoon"], &answer["grootheid"]), (&"Sam".into(), &"loon".into()));
    let points = answer["punten"].as_array().unwrap();
    let csv = run(&["werkloont", SAM, "--csv"]).out;
    let mut lines = csv.lines();
    let headings = lines.next().unwrap();
    assert!(headings.starts_with("bruto,uren,netto,eigen_inkomen,bijstand,"), "{headings}");
    assert_eq!(lines.clone().count(), points.len());
    for (line, point) in lines.zip(points) {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells.len(), headings.split(',').count());
        assert_eq!(cells[0], point["bruto"].to_string());
        assert_eq!(cells[2], point["netto"].to_string());
        let parts = point["delen"].as_object().unwrap().values();
        let sum: f64 = parts.map(|it| it.as_f64().unwrap()).sum();
        assert!((sum - point["netto"].as_f64().unwrap()).abs() < 1e-3, "{point}");
    }
    for found in answer["breekpunten"].as_array().unwrap() {
        let kind = found["soort"].as_str().unwrap();
        assert!(["sprong", "knik"].contains(&kind), "{found}");
        for key in ["bruto", "bedrag", "helling_voor", "helling_na"] {
            assert!(found[key].is_number(), "{key}: {found}");
        }
        assert!(found["regel"].is_string() && found["bronnen"].is_array(), "{found}");
    }
}

#[test]
fn a_chart_is_a_file() {
    let folder = std::env::temp_dir().join(format!("samenhang-grafiek-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("loon.svg");
    let ended = run(&["werkloont", SAM, "--svg", path.to_str().unwrap()]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let svg = std::fs::read_to_string(&path).unwrap();
    assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
    assert!(
        svg.contains("<title id=\"titel\">Het loon van Sam en wat er netto overblijft"),
        "{svg}"
    );
    let nowhere = folder.join("nergens").join("loon.svg");
    let ended = run(&["werkloont", SAM, "--svg", nowhere.to_str().unwrap()]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    assert!(ended.err.contains("deze map bestaat niet"), "{}", ended.err);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let refusals: Vec<String> = [
        vec!["--van", "30000", "--tot", "20000"],
        vec!["--van=-5"],
        vec!["--tot", "veel"],
        vec!["--tot", "99999999"],
        vec!["--uren", "--tot", "200"],
        vec!["--persoon", "Kim"],
        vec!["--persoon", "Bo"],
        vec!["--csv", "--json"],
        vec!["--per-gemeente", "--svg", "x.svg"],
    ]
    .into_iter()
    .flat_map(|more| {
        ["nl", "en"].map(|language| {
            let ended = work(FAMILY, &[&more[..], &["--taal", language]].concat());
            assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{more:?}");
            format!("{} {language}\n{}", more.join(" "), ended.err)
        })
    })
    .collect();
    insta::assert_snapshot!("geweigerd", refusals.join("\n"));
}
