//! Values that change in time (sections 3.8, 5.1, 7 and 8.4), on a model of our own: a subscription
//! that is paid by the month. Each test gives what is known as JSON and compares the answer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use engine::exact;
use engine::json::{read, write};
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use jiff::civil::date;
use regelspraak::{compile, source::Source};
use serde_json::{Value as Json, json};

const MODEL: &str = "
Objecttype de Abonnee (mv: Abonnees) (bezield)
  de ingangsdatum         Datum in dagen;
  de einddatum            Datum in dagen;
  het lidmaatschap        kenmerk (bezittelijk) voor elke dag;
  de contributie          Numeriek (getal) met eenheid €/mnd voor elke maand;
  de toeslag              Numeriek (getal) met eenheid €/mnd voor elke dag;
  de maandprijs           Numeriek (getal) met eenheid €/mnd voor elke dag;
  de jaarprijs            Numeriek (getal) met eenheid €/jr voor elke dag;
  de som                  Numeriek (getal) met eenheid €;
  de dagen                Numeriek (geheel getal) met eenheid dg/mnd voor elke maand;
  de jaardagen            Numeriek (geheel getal) met eenheid dg/jr voor elk jaar;
  het deel per maand      Numeriek (getal) met eenheid €/mnd voor elke maand;
  het deel per jaar       Numeriek (getal) met eenheid €/mnd voor elk jaar;

Parameter het tarief : Numeriek (getal) met eenheid €/mnd voor elk jaar;
Parameter het jaartarief : Numeriek (getal) met eenheid €/jr voor elk jaar;
";

/// Runs one rule on one Abonnee, and gives back what the answer says of it.
fn answer(rule: &str, known: Json) -> Json {
    let text = format!("{MODEL}\nRegel proef\n  geldig altijd\n    {rule}\n");
    let model = compile(&[Source::new("proef.regels", text.as_str())])
        .unwrap_or_else(|problems| panic!("{rule}\n{problems}"));
    let mut object = json!({"type": "Abonnee", "id": "a"});
    object["attributen"] = known.get("attributen").cloned().unwrap_or_else(|| json!({}));
    object["kenmerken"] = known.get("kenmerken").cloned().unwrap_or_else(|| json!({}));
    let parameters = known.get("parameters").cloned().unwrap_or_else(|| json!({}));
    let input = json!({"objecten": [object], "parameters": parameters}).to_string();
    let day = date(2024, 6, 15);
    let request = read(&model, &input, ParameterValues::new(&model)).unwrap();
    let plan = Plan::new(&model, day).unwrap();
    let outcome = exact::run(&model, &plan, &request.parameters, day, request.data);
    write(&model, &outcome)
}

fn attribute(rule: &str, name: &str, known: Json) -> Json {
    let answer = answer(rule, known);
    assert_eq!(answer["opmerkingen"], json!([]), "{answer:#}");
    answer["objecten"][0]["attributen"][name].clone()
}

/// `["2024-01-01 2024-02-01 12", …]`; a dash is no start or no end.
fn windows(list: &[&str]) -> Json {
    let window = |text: &&str| {
        let [from, until, value] = text.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{text}")
        };
        let day = |day: &str| (day != "-").then(|| day.to_string());
        let value: Json = value.parse().unwrap_or_else(|_| Json::String(value.to_string()));
        json!({"vanaf": day(from), "tot": day(until), "waarde": value})
    };
    Json::Array(list.iter().map(window).collect())
}

#[test]
fn a_sum_has_the_knips_of_both_sides_and_none_where_nothing_changes() {
    // Section 5.1.4.1 in other words: months next to days; leeg counts as 0.
    let sum = attribute(
        "De maandprijs van een Abonnee moet berekend worden als zijn contributie plus zijn toeslag.",
        "maandprijs",
        json!({"attributen": {
            "contributie": windows(&[
                "2024-01-01 2024-02-01 20", "2024-02-01 2024-03-01 25", "2024-04-01 2024-06-01 30",
            ]),
            "toeslag": windows(&[
                "2024-01-01 2024-01-15 5", "2024-04-08 2024-05-01 5", "2024-05-01 2024-05-10 5",
            ]),
        }}),
    );
    let expected = windows(&[
        "- 2024-01-01 0",
        "2024-01-01 2024-01-15 25",
        "2024-01-15 2024-02-01 20",
        "2024-02-01 2024-03-01 25",
        "2024-03-01 2024-04-01 0",
        "2024-04-01 2024-04-08 30",
        "2024-04-08 2024-05-10 35",
        "2024-05-10 2024-06-01 30",
        "2024-06-01 - 0",
    ]);
    assert_eq!(sum, expected);
}

#[test]
fn units_of_time_are_converted_whatever_the_timeline() {
    // Section 5.1.4.2: an amount a month becomes twelve times that a year.
    let year = attribute(
        "De jaarprijs van een Abonnee moet berekend worden als zijn contributie.",
        "jaarprijs",
        json!({"attributen": {"contributie": windows(&["2024-01-01 2024-03-01 20"])}}),
    );
    assert_eq!(year, windows(&["2024-01-01 2024-03-01 240"]));
}

#[test]
fn a_total_adds_every_value_for_as_long_as_it_holds() {
    let known = json!({"attributen": {"contributie": windows(&[
        "2023-01-01 2024-01-01 10", "2024-01-01 2024-07-01 11",
    ])}, "kenmerken": {"lidmaatschap": windows(&["2023-07-01 2024-02-01 true"])}});
    for (rule, expected) in [
        // 12 × 10 + 6 × 11
        ("het totaal van zijn contributie", "186"),
        // 6 × 10 + 1 × 11
        (
            "(het totaal van zijn contributie gedurende de tijd dat hij een lidmaatschap heeft)",
            "71",
        ),
        // 3 × 10
        ("(het totaal van zijn contributie van dd. 01-01-2023 tot dd. 01-04-2023)", "30"),
        ("(het totaal van zijn contributie tot en met dd. 31-03-2023)", "30"),
        // 5 × 11
        ("(het totaal van zijn contributie vanaf dd. 01-02-2024)", "55"),
        // 10/31 of January: 10 × 10/31
        ("(het totaal van zijn contributie van dd. 22-01-2023 tot dd. 01-02-2023)", "\"100/31\""),
        // 11 half-way: 15 of 30 days of June
        ("(het totaal van zijn contributie van dd. 16-06-2024 tot dd. 01-09-2024)", "5.5"),
    ] {
        let rule = format!("De som van een Abonnee moet gesteld worden op {rule}.");
        let sum = attribute(&rule, "som", known.clone());
        assert_eq!(sum, expected.parse::<Json>().unwrap(), "{rule}");
    }
}

#[test]
fn a_total_of_what_never_changes_needs_a_period() {
    let rule = "De som van een Abonnee moet gesteld worden op \
        (het totaal van het tarief van dd. 01-01-2024 tot dd. 01-03-2024).";
    let known = json!({"parameters": {"tarief": "9 €/mnd"}});
    assert_eq!(attribute(rule, "som", known.clone()), json!(18));
    let rule = "De som van een Abonnee moet gesteld worden op het totaal van het tarief.";
    let answer = answer(rule, known);
    assert_eq!(answer["objecten"][0]["attributen"]["som"], Json::Null);
    let remark = answer["opmerkingen"][0].as_str().unwrap();
    assert!(remark.contains("geen begin of geen einde"), "{remark}");
}

#[test]
fn days_are_counted_by_month_and_by_year() {
    // Section 7.2: two stretches, the second across a month's end.
    let known = json!({"kenmerken": {"lidmaatschap": windows(&[
        "2024-01-01 2024-01-02 true", "2024-01-10 2024-02-14 true",
    ])}});
    let months = attribute(
        "De dagen van een Abonnee moet gesteld worden op \
         het aantal dagen in de maand dat hij een lidmaatschap heeft.",
        "dagen",
        known.clone(),
    );
    let expected = [
        "- 2024-01-01 0",
        "2024-01-01 2024-02-01 23",
        "2024-02-01 2024-03-01 13",
        "2024-03-01 - 0",
    ];
    assert_eq!(months, windows(&expected));
    let years = attribute(
        "De jaardagen van een Abonnee moet gesteld worden op \
         het aantal dagen in het jaar dat hij een lidmaatschap heeft.",
        "jaardagen",
        known,
    );
    assert_eq!(years, windows(&["- 2024-01-01 0", "2024-01-01 2025-01-01 36", "2025-01-01 - 0"]));
}

#[test]
fn a_share_is_by_days_of_the_month_or_the_year() {
    // Section 7.3.2, the three examples: a right until 8 February 2025.
    let rates = windows(&["2024-01-01 2025-01-01 12", "2025-01-01 - 18"]);
    let known = |name: &str, rates: Json| {
        let mut parameters = serde_json::Map::new();
        parameters.insert(name.to_string(), rates);
        json!({
            "parameters": parameters,
            "kenmerken": {"lidmaatschap": windows(&["2024-01-01 2025-02-08 true"])},
        })
    };
    let rule = |target: &str, per: &str, of: &str| {
        format!(
            "Het {target} van een Abonnee moet gesteld worden op (het tijdsevenredig deel per {per} \
             van {of} gedurende de tijd dat hij een lidmaatschap heeft)."
        )
    };
    let month = rule("deel per maand", "maand", "het tarief");
    assert_eq!(
        attribute(&month, "deel per maand", known("tarief", rates.clone())),
        windows(&[
            "2024-01-01 2025-01-01 12",
            "2025-01-01 2025-02-01 18",
            "2025-02-01 2025-03-01 4.5"
        ])
    );
    let year = rule("deel per jaar", "jaar", "het tarief");
    // 38/365 × 18
    assert_eq!(
        attribute(&year, "deel per jaar", known("tarief", rates)),
        windows(&["2024-01-01 2025-01-01 12", "2025-01-01 2026-01-01 684/365"])
    );
    let rates = windows(&["2024-01-01 2025-01-01 120", "2025-01-01 - 180"]);
    let month = rule("deel per maand", "maand", "het jaartarief");
    assert_eq!(
        attribute(&month, "deel per maand", known("jaartarief", rates)),
        windows(&[
            "2024-01-01 2025-01-01 10",
            "2025-01-01 2025-02-01 15",
            "2025-02-01 2025-03-01 3.75"
        ])
    );
}

#[test]
fn a_condition_limits_the_days_for_which_a_value_is_given() {
    // Section 10.3.
    let known = json!({"attributen": {
        "contributie": windows(&["2024-01-01 2025-01-01 12", "2025-01-01 2026-01-01 18"]),
        "ingangsdatum": "2024-03-05", "einddatum": "2025-02-08",
    }});
    let price = |condition: &str| {
        let rule = format!(
            "De maandprijs van een Abonnee moet berekend worden als zijn contributie {condition}."
        );
        attribute(&rule, "maandprijs", known.clone())
    };
    let limited = windows(&["2024-03-05 2025-01-01 12", "2025-01-01 2025-02-08 18"]);
    assert_eq!(price("van zijn ingangsdatum tot zijn einddatum"), limited);
    assert_eq!(price("van dd. 05-03-2024 tot en met dd. 07-02-2025"), limited);
    let list = "gedurende de tijd dat er aan alle volgende voorwaarden wordt voldaan:
      • het is de periode vanaf zijn ingangsdatum
      • zijn contributie is kleiner dan 15 €/mnd
      • zijn ingangsdatum is eerder dan dd. 01-01-2030";
    assert_eq!(price(list), windows(&["2024-03-05 2025-01-01 12"]));
}

#[test]
fn a_kenmerk_comes_and_goes_and_a_period_without_a_bound_never_comes() {
    let rule = "Een Abonnee heeft een lidmaatschap van zijn ingangsdatum tot zijn einddatum.";
    let kenmerk = |known: Json| {
        let answer = answer(rule, known);
        answer["objecten"][0]["kenmerken"]["lidmaatschap"].clone()
    };
    let both = json!({"attributen": {"ingangsdatum": "2024-01-10", "einddatum": "2024-02-01"}});
    assert_eq!(kenmerk(both), windows(&["2024-01-10 2024-02-01 true"]));
    let none = json!({"attributen": {"ingangsdatum": "2024-01-10"}});
    assert_eq!(kenmerk(none), json!(false));
    let backwards =
        json!({"attributen": {"ingangsdatum": "2024-03-10", "einddatum": "2024-02-01"}});
    assert_eq!(kenmerk(backwards), json!(false));
    // What was given stays beside what is derived.
    let given = json!({
        "attributen": {"ingangsdatum": "2024-01-10", "einddatum": "2024-02-01"},
        "kenmerken": {"lidmaatschap": windows(&["2024-01-31 2024-02-03 true"])},
    });
    assert_eq!(kenmerk(given), windows(&["2024-01-10 2024-02-03 true"]));
}

#[test]
fn a_missing_parameter_is_missing_only_then() {
    let rule = "De maandprijs van een Abonnee moet berekend worden als het tarief \
        van dd. 01-07-2024 tot dd. 01-07-2025.";
    let answer =
        answer(rule, json!({"parameters": {"tarief": windows(&["2024-01-01 2025-01-01 12"])}}));
    let price = answer["objecten"][0]["attributen"]["maandprijs"].clone();
    assert_eq!(price, windows(&["2024-07-01 2025-01-01 12"]));
    let remark = answer["opmerkingen"][0].as_str().unwrap();
    assert!(remark.contains("vanaf 2025-01-01 tot 2025-07-01"), "{remark}");
}

#[test]
fn a_value_that_changes_at_the_wrong_moment_is_refused() {
    let text = format!(
        "{MODEL}\nRegel proef\n  geldig altijd\n    De som van een Abonnee moet gesteld worden op 1 €.\n"
    );
    let model = compile(&[Source::new("proef.regels", text.as_str())]).unwrap();
    let refused = |attributes: Json, parameters: Json| {
        let object = json!({"type": "Abonnee", "id": "a", "attributen": attributes});
        let input = json!({"objecten": [object], "parameters": parameters}).to_string();
        read(&model, &input, ParameterValues::new(&model)).unwrap_err().to_string()
    };
    let errors = [
        refused(json!({"contributie": windows(&["2024-01-15 - 3"])}), json!({})),
        refused(json!({"som": windows(&["2024-01-01 - 3"])}), json!({})),
        refused(json!({"contributie": windows(&["2024-02-01 2024-01-01 3"])}), json!({})),
        refused(
            json!({"contributie": windows(&["2024-01-01 2024-03-01 3", "2024-02-01 - 3"])}),
            json!({}),
        ),
        refused(json!({"contributie": [{"vanaf": "2024-13-01", "waarde": 3}]}), json!({})),
        refused(json!({"contributie": [{"vanaf": "2024-01-01"}]}), json!({})),
        refused(json!({}), json!({"tarief": windows(&["2024-02-01 - 3"])})),
    ];
    insta::assert_snapshot!(errors.join("\n"));
}
