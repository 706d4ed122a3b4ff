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

/// Without a name: whose schemes the rules have, of which years or on a day.
#[test]
fn without_a_name_an_overview() {
    insta::assert_snapshot!("overzicht", shown(&run(&["gemeente"])));
    let day = ["gemeente", "--datum", "2023-06-01"];
    let english = shown(&run(&[&day[..], &["--taal", "en"]].concat()));
    insta::assert_snapshot!("overview_in_english", english);
    let corpus = builtin::corpus().unwrap();
    let packages = corpus.policies.packages().len();
    let all = json(&run(&["gemeente", "--json"]));
    let rows = all["gemeenten"].as_array().unwrap();
    assert_eq!(rows.len(), packages);
    assert_eq!(all["andere_gemeenten"], household::Municipality::all().len() - packages);
    assert!(all["datum"].is_null() && all["versie"].is_string());
    // What it says of a scheme is what the page of the municipality says.
    let on_day = json(&run(&[&day[..], &["--json"]].concat()));
    for (row, on_day) in rows.iter().zip(on_day["gemeenten"].as_array().unwrap()) {
        let code = row["code"].as_str().unwrap();
        let page = json(&run(&["gemeente", code, "--json"]));
        let page_on_day = json(&run(&["gemeente", code, "--datum", "2023-06-01", "--json"]));
        for (index, scheme) in page["regelingen"].as_array().unwrap().iter().enumerate() {
            let stated = |page: &serde_json::Value| {
                let periods = page["perioden"].as_array().unwrap().iter();
                periods.filter(|period| period["bron"].is_string()).count() > 0
            };
            assert_eq!(row["regelingen"][index]["bekend"], stated(scheme), "{code}");
            assert_eq!(row["regelingen"][index]["jaren"], scheme["jaren"], "{code}");
            let then = &page_on_day["regelingen"][index];
            assert_eq!(on_day["regelingen"][index]["bekend"], stated(then), "{code}");
        }
    }
}

/// Nothing for the day is something else than nothing at all.
#[test]
fn a_day_outside_the_periods_is_told_with_the_years_that_are_known() {
    insta::assert_snapshot!(
        "tilburg_2030",
        shown(&run(&["gemeente", "Tilburg", "--datum", "2030-01-01"]))
    );
    let english = run(&["gemeente", "Tilburg", "--datum", "2030-01-01", "--taal", "en"]);
    let said = "Nothing was found for this day, but for 2023 and 2025 it was.";
    assert!(english.out.contains(said), "{}", english.out);
}

/// Why a value of the municipality is not there is said where it stands in an explanation; its name is
/// no value of a scheme.
#[test]
fn an_explanation_says_why_nothing_is_known_of_the_municipality() {
    let household = |day: &str, gemeente: &str| {
        format!(
            "rekendatum: {day}\nhuishouden:\n  gemeente: {gemeente}\n  personen:\n    \
             - {{naam: Sam, rol: aanvrager, geboortedatum: 1991-03-14}}\n"
        )
    };
    let why = |outcome: &'static str, day: &str, gemeente: &str| {
        run_with_input(&["uitleg", "-", outcome], &household(day, gemeente))
    };
    let ended = shown(&why("gemeente_energietoeslag_per_jaar", "2024-02-01", "Tilburg"));
    insta::assert_snapshot!("geen_energietoeslag_meer", ended);
    let mut told = String::new();
    for (outcome, day, gemeente) in [
        ("individuele_inkomenstoeslag_per_jaar", "2024-02-01", "Tilburg"),
        ("gemeente_meedoenregeling_per_jaar", "2024-02-01", "Tilburg"),
        ("gemeente_zorgverzekering_per_jaar", "2024-02-01", "Tilburg"),
        ("gemeente_kindregeling_per_jaar", "2024-02-01", "Tilburg"),
        ("individuele_inkomenstoeslag_per_jaar", "2026-02-01", "Delft"),
        ("individuele_inkomenstoeslag_per_jaar", "2024-02-01", "Ede"),
    ] {
        let text = household(day, gemeente);
        let ended = run_with_input(&["uitleg", "-", outcome, "--alles", "--json"], &text);
        writeln!(told, "# {outcome} {gemeente} {day}").unwrap();
        of_municipality(&json(&ended), &mut told);
    }
    let (outcome, text) = ("gemeente_meedoenregeling_per_jaar", household("2024-02-01", "Tilburg"));
    let ended = run_with_input(&["uitleg", "-", outcome, "--json", "--taal", "en"], &text);
    told.push_str("# in English\n");
    of_municipality(&json(&ended), &mut told);
    insta::assert_snapshot!("waarden_van_de_gemeente", told);
}

/// The values of the municipality in an explanation, with what is said of each.
fn of_municipality(part: &serde_json::Value, told: &mut String) {
    let name = part["uitkomst"].as_str().unwrap();
    if name.ends_with("van de gemeente") || name.ends_with("for the municipality") {
        let line = format!("{name}: {} {}\n", part["tekst"].as_str().unwrap(), part["bronnen"]);
        if !told.contains(&line) {
            told.push_str(&line);
        }
    }
    part["uit"].as_array().unwrap().iter().for_each(|part| of_municipality(part, told));
}

/// An outcome of a person can come from a scheme too: unknown, with a remark that says so.
#[test]
fn an_outcome_of_a_person_can_be_unknown_for_want_of_a_scheme() {
    let rules = Rules::copy("persoon");
    let attribute = "  de vrijlating van deze maand         Bedrag;";
    rules.replace(
        "gemeente/gegevens.regels",
        attribute,
        &format!("{attribute}\n  de proeftoeslag Bedrag;"),
    );
    let outcome = "- uitkomst: gemeente_meedoenregeling_per_jaar\n";
    let own = "- uitkomst: proeftoeslag_per_jaar\n  objecttype: Persoon\n  attribuut: proeftoeslag\n  \
               soort: recht\n  regeling: meedoenregeling\n  betekenis: Een proef.\n";
    rules.replace("uitkomsten.yaml", outcome, &format!("{own}{outcome}"));
    // Everything else of this scheme is known.
    let household = "rekendatum: 2025-07-15\nhuishouden:\n  gemeente: Tilburg\n  personen:\n    \
                     - {naam: Sam, rol: aanvrager, geboortedatum: 1991-03-14}\n";
    let input = ["--regels", rules.path(), "--json"];
    let answer = json(&run_with_input(&[&["bereken", "-"], &input[..]].concat(), household));
    assert!(answer["huishouden"]["gemeente_meedoenregeling_per_jaar"].is_number(), "{answer}");
    assert!(answer["personen"]["Sam"]["proeftoeslag_per_jaar"].is_null());
    let remarks = answer["opmerkingen"].as_array().unwrap();
    let said = "meedoenregeling (proeftoeslag_per_jaar)";
    assert!(remarks.iter().any(|it| it.as_str().unwrap().contains(said)), "{remarks:#?}");
    let why = ["uitleg", "-", "proeftoeslag_per_jaar", "--persoon", "Sam"];
    let why = run_with_input(&[&why[..], &input[..2]].concat(), household);
    assert!(why.out.contains("onbekend") && why.out.contains(said), "{}", why.out);
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
