//! Municipalities are found by the names people use.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

use household::Municipality;

fn found(given: &str) -> String {
    match Municipality::find(given) {
        Ok(municipality) => format!("{} {}", municipality.code, municipality.name),
        Err(error) => error.to_string(),
    }
}

#[test]
fn all_342_are_there() {
    assert_eq!(Municipality::all().len(), 342);
    for municipality in Municipality::all() {
        assert_eq!(Municipality::find(municipality.code), Ok(municipality));
        assert_eq!(Municipality::find(municipality.name), Ok(municipality));
        assert_eq!(Municipality::find(&municipality.name.to_uppercase()), Ok(municipality));
    }
}

#[test]
fn other_spellings_are_understood() {
    for (given, expected) in [
        ("den haag", "GM0518 's-Gravenhage"),
        ("’s-Gravenhage", "GM0518 's-Gravenhage"),
        ("'s Hertogenbosch", "GM0796 's-Hertogenbosch"),
        ("Hengelo", "GM0164 Hengelo (O.)"),
        ("sudwest fryslan", "GM1900 Súdwest-Fryslân"),
        ("gm0855", "GM0855 Tilburg"),
        ("Bergen (L.)", "GM0893 Bergen (L.)"),
    ] {
        assert_eq!(found(given), expected, "{given}");
    }
}

#[test]
fn others_are_refused_with_a_suggestion() {
    let unknown = "De gemeente 'Tilbrug' is niet bekend. Bedoelde u 'Tilburg'?";
    assert_eq!(found("Tilbrug"), unknown);
    for given in ["GM9999", "Haaren", "Piet"] {
        let unknown = format!(
            "De gemeente '{given}' is niet bekend. \
             Schrijf de naam zoals in de lijst van het CBS, of de code, zoals GM0855."
        );
        assert_eq!(found(given), unknown);
    }
    let several = "Er is meer dan één gemeente 'Bergen'. Kies uit: Bergen (NH.), Bergen (L.).";
    assert_eq!(found("Bergen"), several);
}
