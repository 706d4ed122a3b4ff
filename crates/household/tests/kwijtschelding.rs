//! What a municipality may choose in the remission of its charges. The household file cannot say it,
//! so the choices are given to the municipality directly; the figures are published test cases of
//! MinBZK/regelrecht or were worked out by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

use corpus::Corpus;
use engine::exact;
use engine::plan::Plan;
use household::{HouseholdFile, Objects};
use regelspraak::model::Value;
use regelspraak::number::{Number, RoundingMode};

/// A choice of the municipality: an attribuut with its value, or a kenmerk.
enum Choice {
    Amount(&'static str, &'static str),
    Mark(&'static str),
}

/// The remission on a day for persons, with choices of the municipality.
fn remission(day: &str, charges: &str, rest: &str, choices: &[Choice]) -> String {
    let corpus: Corpus = builtin::corpus().unwrap();
    let model = &corpus.model;
    let text = format!(
        "rekendatum: {day}\nhuishouden:\n  gemeente: Tilburg\n  gemeentelijke_heffingen: {charges}\n\
         {rest}"
    );
    let file = HouseholdFile::read(&text, "huishouden.yaml").unwrap();
    let Objects { mut data, huishouden, gemeente, .. } = file.objects(model).unwrap();
    let gemeente = gemeente.unwrap();
    for choice in choices {
        match choice {
            Choice::Amount(name, value) => {
                let name = format!("{name} kwijtschelding");
                let attribute = model.attribute(gemeente.objecttype, &name).unwrap();
                let value = Value::Number(Number::parse(value).unwrap());
                data.set(model, gemeente, attribute, value).unwrap();
            }
            Choice::Mark(name) => {
                let name = format!("{name} kwijtschelding");
                let kenmerk = model.kenmerk(gemeente.objecttype, &name).unwrap();
                data.mark(model, gemeente, kenmerk, true).unwrap();
            }
        }
    }
    let date = file.rekendatum;
    let plan = Plan::new(model, date).unwrap();
    let outcome = exact::run(model, &plan, &corpus.parameters.on(model, date), date, data);
    let attribute = model.attribute(huishouden.objecttype, "kwijtschelding per jaar").unwrap();
    match outcome.value(attribute, huishouden) {
        Ok(Value::Number(amount)) => {
            amount.round(RoundingMode::HalfAwayFromZero, 2).to_decimal_string().unwrap()
        }
        Ok(other) => format!("{other:?}"),
        Err(fault) => format!("onbekend: {fault}"),
    }
}

const SAM: &str = "naam: Sam, rol: aanvrager, geboortedatum: 1990-05-12, zorgverzekerd: false";
const NO_ASSISTANCE: &str = "bijstand_aangevraagd: false";

fn persons(list: &[String]) -> String {
    let lines = list.iter().map(|person| format!("    - {{{person}}}\n"));
    format!("  personen:\n{}", lines.collect::<String>())
}

const FULL: Choice = Choice::Amount("percentage van de norm", "100");

/// Published: at 100% assistance of 1.401,50 leaves nothing to pay with, so all 150 is remitted.
#[test]
fn the_whole_norm_remits_all_for_whoever_has_assistance() {
    let home = persons(&[SAM.to_string()]);
    assert_eq!(remission("2026-01-15", "150", &home, &[FULL]), "150");
    // At 90%: 12 × 140,15 = 1.681,80, of which 80% is more than 150.
    assert_eq!(remission("2026-01-15", "150", &home, &[]), "0");
    // At 95%: 12 × 70,075 = 840,90; 80% is 672,72; 700 - 672,72 = 27,28.
    let most = Choice::Amount("percentage van de norm", "95");
    assert_eq!(remission("2026-01-15", "700", &home, &[most]), "27.28");
}

/// Published: a couple with 2.052,13 net a month, at 100%: 12 × 50 = 600; 80% is 480; 600 - 480 = 120.
/// Net 24.625,56 a year, from two benefits. Noor has 8.674 without levy, for 35,75% of it is 3.100,96 and
/// the credit is 3.115. Sam has 19.979,08 × 64,25% + 3.115 = 15.951,56.
#[test]
fn a_couple_at_the_whole_norm() {
    let sam = format!("{SAM}, uitkering: 19979.08, {NO_ASSISTANCE}");
    let noor = format!(
        "naam: Noor, rol: partner, samenleving: gehuwd, geboortedatum: 1991-03-02, uitkering: 8674, \
         zorgverzekerd: false, {NO_ASSISTANCE}"
    );
    assert_eq!(remission("2026-01-15", "600", &persons(&[sam, noor]), &[FULL]), "120");
}

/// Published: 4.000 of savings, of which 1.401,50 + 1.500 is exempt: 1.098,50 counts, so of 800 nothing
/// is remitted; of 1.500 it is 401,50.
#[test]
fn the_extra_exemption_of_savings() {
    let extra = || Choice::Amount("extra vermogensvrijstelling alleenstaande", "1500");
    let home = persons(&[format!("{SAM}, spaargeld: 4000, {NO_ASSISTANCE}")]);
    assert_eq!(remission("2026-01-15", "800", &home, &[FULL, extra()]), "0");
    assert_eq!(remission("2026-01-15", "1500", &home, &[FULL, extra()]), "401.5");
    // Another household has another exemption: 1.800 for a single parent, 2.000 for a couple.
    let child = "naam: Bo, rol: kind, geboortedatum: 2018-04-05, ouders: [Sam]".to_string();
    let parent = [format!("{SAM}, spaargeld: 4000, {NO_ASSISTANCE}"), child];
    let choices = [
        FULL,
        extra(),
        Choice::Amount("extra vermogensvrijstelling alleenstaande ouder", "1800"),
        Choice::Amount("extra vermogensvrijstelling gehuwden", "2000"),
    ];
    // 1.401,50 + (2.580 + 3.416) / 12 + 1.800 = 3.701,1667; 298,83 counts; 1.500 - 298,83 = 1.201,17.
    assert_eq!(remission("2026-01-15", "1500", &persons(&parent), &choices), "1201.17");
    let noor = format!(
        "naam: Noor, rol: partner, samenleving: gehuwd, geboortedatum: 1991-03-02, \
         zorgverzekerd: false, {NO_ASSISTANCE}"
    );
    let couple = [format!("{SAM}, spaargeld: 4100, {NO_ASSISTANCE}"), noor];
    // 2.002,13 + 2.000 = 4.002,13; 97,87 counts; 1.500 - 97,87 = 1.402,13.
    assert_eq!(remission("2026-01-15", "1500", &persons(&couple), &choices), "1402.13");
}

/// Whoever has a business gets nothing by these rules, unless the municipality chose so. A loss of
/// 1.000 is no income.
#[test]
fn whoever_has_a_business() {
    let home = persons(&[format!("{SAM}, winst: 1000, {NO_ASSISTANCE}")]);
    assert_eq!(remission("2026-01-15", "300", &home, &[]), "0");
    let room = Choice::Mark("ruimte voor zelfstandigen");
    assert_eq!(remission("2026-01-15", "300", &home, &[room]), "300");
}

/// The AOW after tax as norm: 1.531,46 on 1 January 2024. With 25 years of AOW the AIO fills up to the
/// norm of art. 22, 1.425,76, so nothing is left to pay with. Without the choice: 90% of 1.425,76 is
/// 1.283,184; 12 × 142,576 = 1.710,912; 80% is 1.368,73; 1.400 - 1.368,73 = 31,27. Later amounts were
/// not found.
#[test]
fn the_aow_as_norm() {
    let old = "naam: Sam, rol: aanvrager, geboortedatum: 1950-05-12, aow_opbouwjaren: 25, \
               zorgverzekerd: false";
    let home = persons(&[old.to_string()]);
    let aow = || Choice::Mark("AOW als norm");
    assert_eq!(remission("2024-01-15", "1400", &home, &[aow()]), "1400");
    assert_eq!(remission("2024-01-15", "1400", &home, &[]), "31.27");
    let later = remission("2025-01-15", "1400", &home, &[aow()]);
    assert!(later.contains("netto AOW die sinds 1 juli 2024"), "{later}");
}

/// Childcare: 100 hours of daycare at 10 euro, 12.000 a year. The part above the highest hourly price
/// is paid by the parent; the allowance of somebody without work is 0, so all 12.000 is an expense. With
/// a benefit of 22.000: net 17.250, 1.437,50 a month; less 1.000 is under the norm, so all is remitted.
#[test]
fn childcare_as_an_expense() {
    let sam = format!("{SAM}, uitkering: 22000, {NO_ASSISTANCE}");
    let child = "naam: Bo, rol: kind, geboortedatum: 2023-04-05, ouders: [Sam], \
                 opvang: [{soort: dagopvang, uren: 100, uurtarief: 10}]";
    let home = persons(&[sam, child.to_string()]);
    assert_eq!(remission("2026-01-15", "450", &home, &[]), "0");
    let care = Choice::Mark("aftrek van kinderopvang");
    assert_eq!(remission("2026-01-15", "450", &home, &[care]), "450");
}
