//! Declarations of GegevensSpraak that stand apart from the objecttype they belong to.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use regelspraak::model::Model;
use regelspraak::{compile, source::Source};

/// Texts that form one model; each is a file of its own.
fn model(texts: &[&str]) -> Result<Model, String> {
    let sources: Vec<Source> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| Source::new(format!("deel{at}.regels"), *text))
        .collect();
    compile(&sources).map_err(|problems| problems.to_string())
}

const SHOP: &str = "Objecttype de Winkel (mv: Winkels)\n  de naam   Tekst;\n";

#[test]
fn an_extension_adds_to_an_objecttype_whatever_the_order_of_the_files() {
    let extension = "Extensie van objecttype de Winkel\n  --- Drukte\n  \
        de bezoekers   Numeriek (geheel getal);\n  is druk   kenmerk (bijvoeglijk);\n\n\
        Regel druk\n  geldig altijd\n    Een Winkel is druk\n    \
        indien de bezoekers van de Winkel groter is dan 10.\n";
    let model = model(&[extension, SHOP]).unwrap();
    let shop = model.objecttype("winkel").unwrap();
    assert_eq!(model[shop].attributes.len(), 2);
    assert!(model.kenmerk(shop, "druk").is_some());
}

#[test]
fn an_extension_of_nothing_says_what_was_meant() {
    let text = "Extensie van objecttype de Winkl\n  de omzet   Numeriek (getal);\n\n\
        Regel omzet\n  geldig altijd\n    De omzet van een Winkel moet gesteld worden op 1.\n";
    let problems = model(&[SHOP, text]).unwrap_err();
    insta::assert_snapshot!(problems);
}

#[test]
fn what_an_extension_declares_twice_is_refused() {
    let text = "Extensie van objecttype de Winkel\n  de naam   Tekst;\n";
    insta::assert_snapshot!(model(&[SHOP, text]).unwrap_err());
}
