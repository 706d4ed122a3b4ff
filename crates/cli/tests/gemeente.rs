//! The page of a municipality, and what the postcode alone changes for one family.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::fmt::Write;
use std::path::Path;

use common::{Rules, json, run, run_with_input, shown};

#[test]
fn a_page_says_amounts_limits_source_and_days() {
    insta::assert_snapshot!("tilburg", shown(&run(&["gemeente", "Tilburg"])));
    let day = ["--datum", "2024-01-01"];
    let on = |name: &'static str, more: &[&'static str]| {
        shown(&run(&[&["gemeente", name], &day[..], more].concat()))
    };
    insta::assert_snapshot!("delft_2024", on("gm0503", &[]));
    insta::assert_snapshot!("utrecht_in_english", on("Utrecht", &["--taal", "en"]));
}

/// Every package has a page, and every scheme on it a period with its source or why there is none.
#[test]
fn every_package_has_a_page() {
    let corpus = builtin::corpus().unwrap();
    assert!(corpus.policies.packages().len() >= 10);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../regels");
    assert_eq!(household::policy::load(&folder).unwrap(), corpus);
    for package in corpus.policies.packages() {
        let page = json(&run(&["gemeente", &package.name, "--json"]));
        assert_eq!(page["code"], package.code.as_str());
        let schemes = page["regelingen"].as_array().unwrap();
        let known = schemes.iter().filter(|it| !it["perioden"].as_array().unwrap().is_empty());
        assert_eq!(known.count(), package.schemes.len());
        for period in schemes.iter().flat_map(|it| it["perioden"].as_array().unwrap()) {
            assert!(period["bron"].is_string() != period["ontbreekt"].is_string(), "{period}");
        }
    }
}

#[test]
fn a_municipality_without_a_package_is_told_so() {
    insta::assert_snapshot!("zonder_regelingen", shown(&run(&["gemeente", "Ede"])));
    let english = shown(&run(&["gemeente", "Ede", "--taal", "en"]));
    insta::assert_snapshot!("without_schemes", english);
    assert_eq!(json(&run(&["gemeente", "Ede", "--json"]))["bekend"], false);
    let unknown = run(&["gemeente", "Tilbrug"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (Some(2), ""));
    assert!(unknown.err.contains("Bedoelde u 'Tilburg'?"), "{}", unknown.err);
}

/// Mistakes of a package are told with file, line and fix: when it is used, and by `controleer`.
#[test]
fn a_package_that_is_wrong_is_refused() {
    let file = "gemeente/tilburg/gemeente.yaml";
    let mut told = String::new();
    for (name, right, wrong) in [
        ("grens", "inkomensgrens: 130%", "inkomensgrens: 1100%"),
        ("norm", "percentage van de norm: 100%", "percentage van de norm: 10%"),
        ("vrijstelling", "percentage van de norm: 100%", SAVINGS),
        ("referteperiode", "referteperiode: 60 mnd", "referteperiode: 0 mnd"),
        ("regeling", "- regeling: zorgverzekering", "- regeling: zorgverzekring"),
        ("code", "code: GM0855", "code: GM0363"),
        ("gemeente", "gemeente: Tilburg", "gemeente: Tilbrug"),
        ("kleine letter", "gemeente: Tilburg", "gemeente: tilburg"),
        ("code als naam", "gemeente: Tilburg", "gemeente: GM0855"),
    ] {
        let rules = Rules::copy(&format!("gemeente-{name}"));
        rules.replace(file, right, wrong);
        let refused = run(&["gemeente", "Delft", "--regels", rules.path()]);
        assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""), "{name}");
        write!(told, "# {name}\n{}\n", refused.err).unwrap();
        let checked = run(&["controleer", rules.path()]);
        assert_eq!(checked.code, Some(1), "{name}");
        let message = refused.err.trim_end().rsplit(": ").next().unwrap().to_string();
        assert!(checked.err.contains(&message), "{name}: {}", checked.err);
    }
    insta::assert_snapshot!("fouten", told);
}

/// More than a council may leave out of account.
const SAVINGS: &str = "extra vermogensvrijstelling alleenstaande: 1500 €
      extra vermogensvrijstelling alleenstaande ouder: 1801 €
      extra vermogensvrijstelling gehuwden: 2001 €";

/// A family in every municipality with a package: a couple with two children,
/// rent 750, an income of 29,000 before tax, bijstand beside it, and 60 months of that.
const FAMILY: &str = "
rekendatum: 2024-01-01
huishouden:
  gemeente: GEMEENTE
  woning: {soort: huurwoning, kale_huur: 750, zelfstandig: true}
  personen:
    - {naam: Sam, rol: aanvrager, geboortedatum: 1985-03-14, uitkering: 29000, maanden_laag_inkomen: 60}
    - {naam: Bo, rol: partner, samenleving: gehuwd, geboortedatum: 1986-05-20, maanden_laag_inkomen: 60}
    - {naam: Noor, rol: kind, geboortedatum: 2016-01-01}
    - {naam: Daan, rol: kind, geboortedatum: 2010-01-01}
";

const SCHEMES: [(&str, &str); 5] = [
    ("inkomenstoeslag", "individuele_inkomenstoeslag_per_jaar"),
    ("meedoen", "gemeente_meedoenregeling_per_jaar"),
    ("zorg", "gemeente_zorgverzekering_per_jaar"),
    ("kind", "gemeente_kindregeling_per_jaar"),
    ("energie", "gemeente_energietoeslag_per_jaar"),
];

/// What the postcode alone changes in a year. A question mark is what is not known of a municipality; the
/// total then is what is known.
#[test]
fn what_the_postcode_alone_changes() {
    let corpus = builtin::corpus().unwrap();
    let mut names: Vec<&str> =
        corpus.policies.packages().iter().map(|package| package.name.as_str()).collect();
    names.sort_unstable();
    let mut table = format!("{:<22}", "gemeente");
    SCHEMES.iter().for_each(|(title, _)| write!(table, "{title:>16}").unwrap());
    writeln!(table, "{:>10}{:>12}{:>12}", "samen", "verschil", "besteedbaar").unwrap();
    let worked_out = |name: &str| {
        let file = FAMILY.replace("GEMEENTE", name);
        json(&run_with_input(&["bereken", "-", "--json"], &file))["huishouden"].clone()
    };
    let elsewhere = &worked_out("Ede")["netto_besteedbaar_inkomen_per_jaar"];
    let nowhere = elsewhere.as_f64().unwrap();
    for name in names.into_iter().chain(["Ede"]) {
        let household = worked_out(name);
        write!(table, "{name:<22}").unwrap();
        let mut sum = 0.0;
        for (_, outcome) in SCHEMES {
            let amount = household[outcome].as_f64();
            sum += amount.unwrap_or(0.0);
            let shown = amount.map_or("?".to_string(), |amount| amount.to_string());
            write!(table, "{shown:>16}").unwrap();
        }
        let net = household["netto_besteedbaar_inkomen_per_jaar"].as_f64().unwrap();
        let more = (net - nowhere).round();
        assert_eq!(more, sum, "{name}");
        writeln!(table, "{sum:>10}{more:>12}{net:>12.2}").unwrap();
    }
    insta::assert_snapshot!(table);
}
