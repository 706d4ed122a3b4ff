//! Checks on a whole month or year (section 8.2), on a model of our own: a mooring in a harbour.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::columns::agree;
use engine::exact::run;
use engine::json::{read, write};
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use engine::trace::{Detail, derivation};
use jiff::civil::date;
use regelspraak::model::{Model, Property};
use regelspraak::{compile, source::Source};
use serde_json::{Value as Json, json};

const HARBOUR: &str = "
Objecttype de Boot (mv: Boten) (bezield)
  de lengte         Numeriek (getal);
  de huur           Numeriek (getal) voor elke dag;
  het schip         Tekst voor elke dag;
  is gemeerd        kenmerk (bijvoeglijk) voor elke dag;
  de vergunning     kenmerk (bezittelijk) voor elke dag;
  vaste ligger      kenmerk voor elke dag;
  is jaarklant      kenmerk (bijvoeglijk) voor elk jaar;
  is maandklant     kenmerk (bijvoeglijk) voor elke maand;
  is klant          kenmerk (bijvoeglijk);
  het aantal        Numeriek (geheel getal);

Objecttype de Steiger (mv: Steigers)
  het aantal vaste  Numeriek (geheel getal) voor elke dag;

Feittype ligging
  de steiger        Steiger
  de ligger (mv: liggers)    Boot
Eén steiger heeft meerdere liggers
";

fn compiled(rule: &str) -> Model {
    let text = format!("{HARBOUR}\nRegel proef\n  geldig altijd\n    {rule}\n");
    compile(&[Source::new("haven.regels", text)])
        .unwrap_or_else(|problems| panic!("{rule}\n{problems}"))
}

fn answer(rule: &str, attributes: Json, marks: Json) -> Json {
    let model = compiled(rule);
    let input = json!({"objecten": [
        {"type": "Boot", "id": "a", "attributen": attributes, "kenmerken": marks}]});
    let request = read(&model, &input.to_string(), ParameterValues::new(&model)).unwrap();
    let day = date(2024, 6, 1);
    let plan = Plan::new(&model, day).unwrap();
    let refused = agree(&model, &request.parameters, day, &[]).unwrap_err();
    assert_eq!(refused.what, "een controle op een hele periode");
    write(&model, &run(&model, &plan, &request.parameters, day, request.data))["objecten"][0]
        .clone()
}

fn at(from: &str, until: &str, value: impl Into<Json>) -> Json {
    json!({"vanaf": from, "tot": until, "waarde": value.into()})
}

/// When a rule makes the Boot a jaarklant, with a rent from 15 November 2023 until 3 March 2025: 5,
/// but 7 from 10 June 2024 until 1 August 2024.
fn yearly(predicate: &str) -> Json {
    let rule = format!("Een Boot is jaarklant gedurende de tijd dat {predicate}.");
    let rent = json!([
        at("2023-11-15", "2024-06-10", 5),
        at("2024-06-10", "2024-08-01", 7),
        at("2024-08-01", "2025-03-03", 5),
    ]);
    answer(&rule, json!({"huur": rent}), json!({}))["kenmerken"]["jaarklant"].clone()
}

#[test]
fn a_comparison_holds_on_every_day_of_the_year() {
    let year =
        |from: i16, until: i16| at(&format!("{from}-01-01"), &format!("{until}-01-01"), true);
    for predicate in [
        "zijn huur gedurende het gehele jaar groter is dan 4",
        "zijn huur gedurende het gehele jaar gevuld is",
        "zijn huur gedurende het gehele jaar gelijk is aan 5 of 7",
        "hij aan alle volgende voorwaarden voldoet:\n • zijn huur is gedurende het gehele jaar groter dan 4",
        "hij aan alle volgende voorwaarden voldoet:\n • zijn huur is gedurende het gehele jaar gevuld",
        "hij aan geen van de volgende voorwaarden voldoet:\n • zijn huur is niet gedurende het gehele jaar gevuld\n • zijn huur is gedurende het gehele jaar leeg",
    ] {
        assert_eq!(yearly(predicate), json!([year(2024, 2025)]), "{predicate}");
    }
    // Not on every day: the years before and after it, and those of which it is a part.
    let not_2024 = json!([
        {"vanaf": null, "tot": "2024-01-01", "waarde": true},
        {"vanaf": "2025-01-01", "tot": null, "waarde": true}]);
    for predicate in [
        "zijn huur niet gedurende het gehele jaar gevuld is",
        "hij aan alle volgende voorwaarden voldoet:\n • zijn huur is niet gedurende het gehele jaar groter dan 4",
    ] {
        assert_eq!(yearly(predicate), not_2024, "{predicate}");
    }
    let empty = json!([
        {"vanaf": null, "tot": "2023-01-01", "waarde": true},
        {"vanaf": "2026-01-01", "tot": null, "waarde": true}]);
    assert_eq!(yearly("zijn huur gedurende het gehele jaar leeg is"), empty);
    assert_eq!(yearly("zijn huur gedurende het gehele jaar gelijk is aan 5"), json!(false));
}

#[test]
fn a_month_is_judged_by_itself() {
    let rent = json!([at("2024-01-31", "2024-03-02", 5)]);
    let only_february = json!([at("2024-02-01", "2024-03-01", true)]);
    for predicate in
        ["gedurende de gehele maand gevuld is", "gedurende de gehele maand gelijk is aan 5"]
    {
        let rule = format!("Een Boot is maandklant gedurende de tijd dat zijn huur {predicate}.");
        let found = answer(&rule, json!({"huur": rent}), json!({}));
        assert_eq!(found["kenmerken"]["maandklant"], only_february, "{predicate}");
    }
}

#[test]
fn a_kenmerk_is_there_on_every_day() {
    let time = json!([at("2024-02-01", "2024-03-31", true)]);
    let february = json!([at("2024-02-01", "2024-03-01", true)]);
    for predicate in [
        "hij gedurende de gehele maand gemeerd is",
        "hij gedurende de gehele maand vergunning heeft",
        "hij gedurende de gehele maand een vaste ligger is",
        "hij aan alle volgende voorwaarden voldoet:\n • hij is gedurende de gehele maand gemeerd",
        "hij aan alle volgende voorwaarden voldoet:\n • hij heeft gedurende de gehele maand vergunning",
        "hij aan alle volgende voorwaarden voldoet:\n • hij is gedurende de gehele maand een vaste ligger",
    ] {
        let rule = format!("Een Boot is maandklant gedurende de tijd dat {predicate}.");
        let marks = json!({"gemeerd": time, "vergunning": time, "vaste ligger": time});
        let found = answer(&rule, json!({}), marks);
        assert_eq!(found["kenmerken"]["maandklant"], february, "{predicate}");
    }
    let rule = "Een Boot is maandklant gedurende de tijd dat hij aan alle volgende voorwaarden \
                voldoet:\n • hij is niet gedurende de gehele maand gemeerd\n • het is de periode van \
                dd. 01-01-2024 tot dd. 01-05-2024.";
    let found = answer(rule, json!({}), json!({"gemeerd": time}));
    let others =
        json!([at("2024-01-01", "2024-02-01", true), at("2024-03-01", "2024-05-01", true)]);
    assert_eq!(found["kenmerken"]["maandklant"], others);
}

/// What the rules find wrong with a Boot that pays 5 from 15 January until 1 March 2024, and 3 from
/// then until 1 May.
fn wrong(rules: &str) -> (Json, Json) {
    let model = compiled(rules);
    let rent = json!([at("2024-01-15", "2024-03-01", 5), at("2024-03-01", "2024-05-01", 3)]);
    let input = json!({"objecten": [{"type": "Boot", "id": "a", "attributen": {"huur": rent}}]});
    let request = read(&model, &input.to_string(), ParameterValues::new(&model)).unwrap();
    let day = date(2024, 6, 1);
    let plan = Plan::new(&model, day).unwrap();
    let answer = write(&model, &run(&model, &plan, &request.parameters, day, request.data));
    let found = answer["inconsistenties"].as_array().unwrap().iter();
    let found = found.map(|it| json!([it["vanaf"], it["tot"], it["reden"]])).collect();
    (found, answer["objecten"][0]["kenmerken"]["gemeerd"].clone())
}

#[test]
fn a_criterion_may_change_in_time() {
    let filled =
        "De huur van een Boot moet groter zijn dan 4 gedurende de tijd dat zijn huur gevuld is.";
    let too_low = json!([["2024-03-01", "2024-05-01", "huur van a is 3"]]);
    assert_eq!(wrong(filled).0, too_low);
    let throughout = "De huur van een Boot moet gedurende de gehele maand gevuld zijn gedurende de tijd dat \
                      hij aan alle volgende voorwaarden voldoet:\n • het is de periode van dd. \
                      01-01-2024 tot dd. 01-07-2024.";
    let months = json!([
        ["2024-01-01", "2024-02-01", "huur van a is leeg"],
        ["2024-05-01", "2024-07-01", "huur van a is leeg"],
    ]);
    assert_eq!(wrong(throughout).0, months);
    let always = "De huur van een Boot moet gevuld zijn.";
    let outside = json!([
        [null, "2024-01-15", "huur van a is leeg"],
        ["2024-05-01", null, "huur van a is leeg"],
    ]);
    assert_eq!(wrong(always).0, outside);
}

#[test]
fn what_is_found_for_a_while_can_be_used_for_a_while() {
    // The rules that use it stand above it.
    let rules = "Een Boot is gemeerd gedurende de tijd dat regelversie tweede inconsistent is.\n\n\
                 Regel tweede\n  geldig altijd\n    Een Boot moet klant zijn gedurende de tijd dat \
                 regelversie eerste inconsistent is.\n\n\
                 Regel eerste\n  geldig altijd\n    De huur van een Boot moet kleiner zijn dan 4 \
                 gedurende de tijd dat zijn huur gevuld is.";
    let (found, moored) = wrong(rules);
    let window = json!([at("2024-01-15", "2024-03-01", true)]);
    assert_eq!(moored, window);
    let expected = json!([
        ["2024-01-15", "2024-03-01", "a is niet klant"],
        ["2024-01-15", "2024-03-01", "huur van a is 5"],
    ]);
    assert_eq!(found, expected);
}

#[test]
fn an_explanation_names_the_values_of_the_day() {
    let model = compiled(
        "Een Boot is jaarklant gedurende de tijd dat zijn huur gedurende het gehele jaar groter is \
         dan 4.",
    );
    let input = json!({"objecten": [{"type": "Boot", "id": "a", "attributen": {"huur": 5}}]});
    let request = read(&model, &input.to_string(), ParameterValues::new(&model)).unwrap();
    let day = date(2024, 6, 1);
    let plan = Plan::new(&model, day).unwrap();
    let outcome = run(&model, &plan, &request.parameters, day, request.data);
    let boat = outcome.data().instances(model.objecttype("Boot").unwrap()).next().unwrap();
    let kenmerk = model.kenmerk(model.objecttype("Boot").unwrap(), "jaarklant").unwrap();
    let derivation = derivation(&model, &plan, &outcome, Property::Kenmerk(kenmerk), boat);
    let judged = derivation.fired().unwrap().condition.as_ref().unwrap();
    assert_eq!(judged.detail, Detail::Check);
    assert_eq!(judged.used.operands.len(), 2);
}
