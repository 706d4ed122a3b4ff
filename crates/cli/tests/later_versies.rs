//! Versions of rules that are not in force yet: they can be looked at once there are amounts.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod common;

use std::path::Path;

use common::{Rules, json, run_with_input};

/// Gives every amount of 2026 for 2027 as well.
fn carry_on(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            carry_on(&path);
        } else if path.ends_with("parameters.yaml") {
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.replace("tot_en_met: 2026-12-31", "tot_en_met: 2027-12-31");
            std::fs::write(&path, text).unwrap();
        }
    }
}

/// Participatiewet, art. 34a, in force from 2027: 15% of the wages for twelve months, on any age.
/// Wages of 500 a month, all net; the norm of July 2026 is 1,419.46.
#[test]
fn what_bijstand_leaves_free_from_2027() {
    let rules = Rules::copy("2027");
    carry_on(&rules.0);
    // 1,419.46 - (500 - 25% of 500); 1,419.46 - (500 - 15% of 500); 1,419.46 - 500.
    for (day, born, months, assistance) in [
        ("2026-09-01", 1988, 2, 1_044.46),
        ("2027-03-01", 1988, 2, 994.46),
        ("2026-09-01", 1988, 11, 919.46),
        ("2027-03-01", 1988, 11, 994.46),
        ("2027-03-01", 1988, 12, 919.46),
        // In 2026 there is nothing for who is below 27.
        ("2026-09-01", 2003, 2, 919.46),
        ("2027-03-01", 2003, 2, 994.46),
    ] {
        let household = format!(
            "rekendatum: {day}\nhuishouden:\n  personen:\n    - {{rol: aanvrager, geboortedatum: \
             {born}-06-03, loon: 6000, maanden_vrijlating_gebruikt: {months}}}\n"
        );
        let ended =
            run_with_input(&["bereken", "-", "--json", "--regels", rules.path()], &household);
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        assert_eq!(json(&ended)["huishouden"]["bijstand_per_maand"], assistance, "{household}");
    }
}

/// Until then the year is refused as a whole: no scheme has amounts.
#[test]
fn a_year_without_amounts_is_refused() {
    let ended = run_with_input(
        &["bereken", "-", "--json"],
        "rekendatum: 2027-03-01\nhuishouden:\n  personen:\n    - {rol: aanvrager, geboortedatum: 1988-06-03}\n",
    );
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    assert!(ended.err.contains("Voor 01-03-2027 zijn er geen bedragen"), "{}", ended.err);
}
