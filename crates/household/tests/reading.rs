//! What a good household file becomes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

use household::file::Origin;
use household::{FieldValue, HouseholdFile, Role, Section};
use jiff::civil::date;
use regelspraak::number::Number;

const FAMILY: &str = include_str!("data/gezin.yaml");

fn read(text: &str) -> HouseholdFile {
    HouseholdFile::read(text, "test.yaml").unwrap_or_else(|errors| panic!("{errors:#?}"))
}

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

#[test]
fn reads_every_kind_of_field() {
    let family = read(FAMILY);
    assert_eq!(family.rekendatum, date(2026, 1, 15));
    assert_eq!(family.gemeente.unwrap().code, "GM0855");
    assert_eq!(family.woning.number("kale_huur"), number("712,5"));
    let names: Vec<_> = family.personen.iter().map(|p| (p.naam.as_str(), p.rol)).collect();
    let expected = [
        ("Sam", Role::Aanvrager),
        ("Robin", Role::Partner),
        ("Noor", Role::Kind),
        ("Bo", Role::Medebewoner),
    ];
    assert_eq!(names, expected);
    let sam = family.aanvrager().unwrap();
    assert_eq!(sam.values.number("winst"), number("-1250,75"));
    assert!(sam.values.holds("zorgverzekerd"));
    assert_eq!(sam.values.origin("uren_per_week"), Some(Origin::Given));
    assert_eq!(sam.values.origin("pensioen"), Some(Origin::Default));
    assert_eq!(sam.value("rol"), Some(FieldValue::Word("aanvrager")));
    assert_eq!(sam.age(date(2026, 3, 13)), 34);
    assert_eq!(sam.age(date(2026, 3, 14)), 35);
    let robin = family.partner().unwrap();
    assert_eq!(robin.values.get("samenleving"), Some(&FieldValue::Word("samenlevingscontract")));
    assert_eq!(robin.values.number("pensioenpremie"), number("712.5"));
    let noor = family.person("NOOR").unwrap();
    assert_eq!(noor.ouders, [0]);
    assert_eq!(noor.opvang.len(), 1);
    assert_eq!(noor.opvang[0].get("soort"), Some(&FieldValue::Word("bso")));
    assert_eq!(noor.opvang[0].number("uurtarief"), number("10,2"));
    let bo = family.person("Bo").unwrap();
    assert_eq!(bo.values.get("verwantschap"), Some(&FieldValue::Word("broer_zus")));
}

#[test]
fn json_is_read_like_yaml() {
    let json = r#"{"rekendatum": "2026-01-15", "huishouden": {"gemeente": "gm0855", "personen": [
        {"naam": "Zo\u00eb \ud83d\ude00", "rol": "aanvrager", "geboortedatum": "1991-03-14", "loon": 28000.5}
    ]}}"#;
    let household = read(json);
    assert_eq!(household.personen[0].naam, "Zoë 😀");
    assert_eq!(household.personen[0].values.number("loon"), number("28000,5"));
    assert_eq!(household.gemeente.unwrap().name, "Tilburg");
}

/// Everything that can be left out, is; a minor aanvrager is valid.
#[test]
fn the_shortest_household_has_the_published_defaults() {
    let household = read(
        "rekendatum: 2026-01-15\n\
         huishouden: {personen: [{rol: aanvrager, geboortedatum: 2010-05-01}]}",
    );
    assert_eq!(household.gemeente, None);
    assert_eq!(household.huishouden.number("gemeentelijke_heffingen"), Number::ZERO);
    let home = &household.woning;
    assert_eq!(home.get("soort"), Some(&FieldValue::Word("huurwoning")));
    assert!(home.holds("zelfstandig") && !home.holds("aangepast"));
    let person = &household.personen[0];
    assert_eq!(person.naam, "aanvrager");
    assert_eq!((person.ouders.len(), person.opvang.len()), (0, 0));
    let values = &person.values;
    for (key, expected) in [("uren_per_week", 32), ("aow_opbouwjaren", 50)] {
        assert_eq!(values.number(key), Number::from(expected), "{key}");
    }
    for field in Section::Person.fields() {
        let holds = matches!(field.key, "zorgverzekerd" | "bijstand_aangevraagd");
        assert_eq!(values.holds(field.key), holds, "{}", field.key);
        let hours = matches!(field.key, "uren_per_week" | "aow_opbouwjaren");
        assert!(hours || values.number(field.key).is_zero(), "{}", field.key);
        assert_ne!(values.origin(field.key), Some(Origin::Given), "{}", field.key);
    }
    for other_role in ["samenleving", "verwantschap", "commercieel_contract"] {
        assert_eq!(values.get(other_role), None, "{other_role}");
    }
}

#[test]
fn who_has_no_name_is_called_after_the_role() {
    let household = read(
        "rekendatum: 2026-01-15\n\
         huishouden:\n  personen:\n\
         \x20 - {rol: kind, geboortedatum: 2020-01-01}\n\
         \x20 - {rol: aanvrager, geboortedatum: 1990-01-01}\n\
         \x20 - {rol: kind, geboortedatum: 2021-01-01, naam: Kim}\n\
         \x20 - {rol: medebewoner, geboortedatum: 1960-01-01, naam: Jo}\n\
         \x20 - {rol: kind, geboortedatum: 2022-01-01, ouders: [JO]}\n\
         \x20 - {rol: kind, geboortedatum: 2022-01-01, ouders: []}\n\
         \x20 - {rol: partner, geboortedatum: 1990-01-01}\n",
    );
    let names: Vec<_> = household.personen.iter().map(|p| p.naam.as_str()).collect();
    assert_eq!(names, ["kind 1", "aanvrager", "Kim", "Jo", "kind 3", "kind 4", "partner"]);
    let parents: Vec<_> = household.personen.iter().map(|p| p.ouders.as_slice()).collect();
    assert_eq!(parents, [&[1, 6][..], &[], &[1, 6], &[], &[3], &[], &[]]);
    assert_eq!(
        household.partner().unwrap().values.get("samenleving"),
        Some(&FieldValue::Word("gehuwd"))
    );
}

#[test]
fn unusual_families_are_read() {
    read(
        "rekendatum: 2026-01-15\nhuishouden:\n  personen:\n\
         \x20   - {rol: aanvrager, geboortedatum: 1991-03-14, loon: 100, pensioenpremie: 100}\n\
         \x20   - {rol: kind, geboortedatum: 2003-03-14, ouders: [aanvrager]}\n\
         \x20   - rol: partner\n      geboortedatum: 2007-01-01\n\
         \x20     samenleving: samenlevingscontract\n      ouders: [aanvrager]\n\
         \x20   - {rol: medebewoner, geboortedatum: 2008-01-01, verwantschap: kind}\n",
    );
}

#[test]
fn a_given_date_goes_before_the_one_in_the_file() {
    let other = HouseholdFile::read_for(FAMILY, "test.yaml", date(2025, 7, 1)).unwrap();
    assert_eq!(other.rekendatum, date(2025, 7, 1));
    let without = FAMILY.replace("rekendatum: 2026-01-15\n", "");
    let without = HouseholdFile::read_for(&without, "test.yaml", date(2025, 7, 1)).unwrap();
    assert_eq!(without.rekendatum, date(2025, 7, 1));
    let born_later = HouseholdFile::read_for(FAMILY, "test.yaml", date(2019, 9, 1)).unwrap_err();
    assert_eq!(
        born_later[0].message.to_string(),
        "De geboortedatum ligt na de rekendatum 01-09-2019."
    );
}

#[test]
fn what_is_not_known_counts_as_left_out() {
    let household = read(
        "rekendatum: 2026-01-15
huishouden:
  onbekend: [gemeente]
  woning: {onbekend: [kale_huur]}
  personen:
    - {rol: aanvrager, geboortedatum: 1990-01-01, onbekend: [loon, zorgverzekerd]}
    - {rol: kind, geboortedatum: 2020-01-01, opvang: [{onbekend: [uren]}]}
",
    );
    let person = &household.personen[0].values;
    assert!(household.gemeente_onbekend && household.gemeente.is_none());
    assert_eq!(person.origin("loon"), Some(Origin::Unknown));
    assert!(person.number("loon").is_zero() && person.holds("zorgverzekerd"));
    assert_eq!(person.origin("winst"), Some(Origin::Default));
    assert_eq!(household.woning.origin("kale_huur"), Some(Origin::Unknown));
    assert_eq!(household.personen[1].opvang[0].origin("uren"), Some(Origin::Unknown));
    assert!(!read(FAMILY).gemeente_onbekend);
}

#[test]
fn a_value_can_be_changed_for_a_what_if() {
    let mut household = read(FAMILY);
    let field = Section::Person.field("pensioen").unwrap();
    let values = &mut household.personen[0].values;
    values.set(field, FieldValue::Number(Number::from(100)));
    assert_eq!(values.number("pensioen"), Number::from(100));
    assert_eq!(values.origin("pensioen"), Some(Origin::Given));
}
