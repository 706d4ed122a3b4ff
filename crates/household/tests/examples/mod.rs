//! The example households of `voorbeelden/`, and odd ones, for tests that go over all of them.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::PathBuf;

use crate::households::household;
use crate::random::Random;
use household::{FieldValue, HouseholdFile, Section};
use jiff::civil::{Date, date};
use regelspraak::number::Number;

/// So many for each year.
const RANDOM: usize = 12;
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../voorbeelden");

/// Households that are not among the examples: bijstand, AIO, nobody with an income, a loss, and somebody
/// with studietoeslag.
const ODD: [(&str, &str); 6] = [
    (
        "bijstand",
        "rekendatum: 2025-03-15\nhuishouden:\n  gemeente: Zwolle\n  gemeentelijke_heffingen: 400\n  \
         woning: {soort: huurwoning, kale_huur: 610}\n  personen:\n    - {naam: Eva, rol: aanvrager, \
         geboortedatum: 1988-06-03, uitkering: 9000, maanden_laag_inkomen: 60}\n    - {naam: Daan, rol: \
         kind, geboortedatum: 2013-11-20}\n",
    ),
    (
        "aio",
        "rekendatum: 2026-02-15\nhuishouden:\n  woning: {soort: huurwoning, kale_huur: 610}\n  personen:\n    \
         - {naam: Ali, rol: aanvrager, geboortedatum: 1950-06-03, aow_opbouwjaren: 20}\n    - {naam: Noor, \
         rol: partner, geboortedatum: 1952-06-03, aow_opbouwjaren: 25, pensioen: 1200}\n",
    ),
    (
        "aow in de loop van het jaar",
        "rekendatum: 2025-05-15\nhuishouden:\n  personen:\n    - {naam: Ali, rol: aanvrager, geboortedatum: \
         1958-09-03, aow_opbouwjaren: 30}\n    - {naam: Noor, rol: partner, geboortedatum: 1962-06-03}\n",
    ),
    (
        "zonder inkomen",
        "rekendatum: 2024-05-15\nhuishouden:\n  personen:\n    - {naam: Eva, rol: aanvrager, geboortedatum: \
         1988-06-03, bijstand_aangevraagd: nee}\n",
    ),
    (
        "verlies",
        "rekendatum: 2025-05-15\nhuishouden:\n  personen:\n    - {naam: Eva, rol: aanvrager, geboortedatum: \
         1988-06-03, winst: -8000, urencriterium: ja, bijstand_aangevraagd: nee}\n    - {naam: Bo, rol: \
         partner, geboortedatum: 1989-06-03, loon: 26000}\n",
    ),
    (
        "studietoeslag",
        "rekendatum: 2025-05-15\nhuishouden:\n  personen:\n    - {naam: Eva, rol: aanvrager, geboortedatum: \
         2003-06-03, student: ja, medisch_urenbeperkt: ja}\n",
    ),
];

/// All of them, by name.
pub fn all() -> Vec<(String, HouseholdFile)> {
    let files = std::fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|end| end == "yaml")).collect();
    files.sort();
    let examples = files.into_iter().map(|path| {
        let name = path.file_name().unwrap().to_string_lossy().to_string();
        (name, std::fs::read_to_string(&path).unwrap())
    });
    let odd = ODD.iter().map(|(name, text)| (name.to_string(), text.to_string()));
    let read = |(name, text): (String, String)| {
        let file = HouseholdFile::read(&text, &name).unwrap_or_else(|it| panic!("{name}: {it:?}"));
        (name, file)
    };
    examples.chain(odd).map(read).collect()
}

/// Random households, the same in every run: for every year some that apply for bijstand and some that do
/// not.
pub fn random_ones() -> Vec<(String, HouseholdFile)> {
    let mut random = Random::new(2026);
    let days = [date(2024, 3, 15), date(2025, 8, 1), date(2026, 5, 20)];
    let all = days.into_iter().flat_map(|day| (0..RANDOM).map(move |at| (day, at)));
    let one = |(day, at): (Date, usize)| {
        let text = household(&mut random, day, at % 3 == 0);
        let name = format!("{day} {at}\n{text}");
        let file = HouseholdFile::read(&text, "huishouden.yaml");
        (name, file.unwrap_or_else(|errors| panic!("{text}: {errors:?}")))
    };
    all.map(one).collect()
}

/// A number as it is written in Dutch.
pub fn n(text: &str) -> Number {
    Number::parse(text).unwrap()
}

/// A household in which a person has another amount.
pub fn with(file: &HouseholdFile, person: &str, field: &str, amount: Number) -> HouseholdFile {
    let mut file = file.clone();
    let position = file.find(person).unwrap();
    let values = &mut file.personen[position].values;
    let premium = values.number("pensioenpremie");
    let part = premium.checked_div(&values.number("loon")).filter(|_| field == "loon");
    if let Some(part) = part {
        // The premium of a wage stays the same part of it.
        let premium = Section::Person.field("pensioenpremie").unwrap();
        values.set(premium, FieldValue::Number(&part * &amount));
    }
    let field = Section::Person.field(field).unwrap();
    values.set(field, FieldValue::Number(amount));
    file
}
