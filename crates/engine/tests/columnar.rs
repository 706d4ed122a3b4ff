//! The columnar executor agrees with the exact one, on random households.

// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::build::{Build, DATE, SPAN, number};
use common::columns::{Agreement, agree};
use common::household::{Household, Person, add, scheme};
use common::words::*;
use common::{TODAY, n, v};
use engine::columnar::Refused;
use engine::data::Data;
use engine::exact::run;
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use proptest::prelude::*;
use regelspraak::model::*;
use regelspraak::number::RoundingMode;

fn person() -> impl Strategy<Value = Person> {
    let born = (1930i32..2026, 1u8..13, 1u8..29).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"));
    let wage = prop_oneof![Just(0i64), 0..9_000_000i64];
    (
        proptest::option::weighted(0.9, born),
        proptest::option::weighted(0.9, wage),
        proptest::option::weighted(0.9, 0u16..3),
    )
        .prop_map(|(born, wage, soort)| Person { born, wage, soort })
}

fn household() -> impl Strategy<Value = Household> {
    (proptest::collection::vec(person(), 0..6), any::<bool>())
        .prop_map(|(people, couple)| Household { people, couple })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn agrees_with_exact(households in proptest::collection::vec(household(), 0..8)) {
        let scheme = scheme();
        let model = &scheme.model;
        let each = households.iter().enumerate().map(|(number, household)| {
            let mut data = Data::new(model);
            add(&scheme, &mut data, number, household);
            data
        });
        let each: Vec<Data> = each.collect();
        let found = agree(model, &scheme.parameters, TODAY, &each).unwrap();
        prop_assert!(found.is_ok(), "{}", found.unwrap_err());
    }

    /// In one set of data, who is in which household is not known beforehand.
    #[test]
    fn agrees_with_exact_on_all_at_once(households in proptest::collection::vec(household(), 0..5)) {
        let scheme = scheme();
        let model = &scheme.model;
        let mut data = Data::new(model);
        for (number, household) in households.iter().enumerate() {
            add(&scheme, &mut data, number, household);
        }
        let found = agree(model, &scheme.parameters, TODAY, &[data]).unwrap();
        prop_assert!(found.is_ok(), "{}", found.unwrap_err());
    }
}

#[test]
fn faults_and_values_both_occur() {
    // Guards the property test against comparing nothing but leeg.
    let scheme = scheme();
    let model = &scheme.model;
    let mut data = Data::new(model);
    let home = add(&scheme, &mut data, 0, &common::household::example(0));
    let mut without_children = common::household::example(0);
    without_children.people.truncate(2);
    without_children.people.push(Person {
        born: Some("1990-01-01".into()),
        wage: Some(100),
        soort: Some(0),
    });
    let childless = add(&scheme, &mut data, 1, &without_children);
    let plan = Plan::new(model, TODAY).unwrap();
    assert!(plan.steps().len() > 55, "{}", plan.steps().len());
    let outcome = run(model, &plan, &scheme.parameters, TODAY, data);
    assert!(matches!(outcome.value(scheme.totaal, home), Ok(Value::Number(it)) if *it > n("1")));
    assert!(matches!(outcome.value(scheme.toeslag, home), Ok(Value::Number(_) | Value::Empty)));
    assert!(outcome.value(scheme.toeslag, childless).is_err());
}

/// What is refused of a model with one Ding.
fn refused(model: &Model) -> Refused {
    // Before there is anybody.
    agree(model, &ParameterValues::new(model), TODAY, &[]).unwrap_err()
}

#[test]
fn what_it_cannot_do_is_refused_by_name() {
    let mut build = Build::new();
    let ding = build.objecttype("Ding");
    let naam = build.attribute(ding, "naam", Type::Text);
    let lang = build.kenmerk(ding, "lang");
    let of = build.zijn(naam);
    let check = condition(ConditionKind::Digits { of, digits: 4, negated: false });
    build.mark("lange naam", lang, Some(check));
    let text = refused(&build.model).to_string();
    assert!(text.starts_with("regel \"lange naam\" kan niet kolomsgewijs"), "{text}");
}

#[test]
fn every_construct_it_lacks_is_named() {
    let rounding = Rounding { mode: RoundingMode::Down, decimals: 2 };
    let of = || Box::new(num("2"));
    let lacking: Vec<(Type, ExprKind, &str)> = vec![
        (number(), ExprKind::Root { of: of(), rounding }, "de wortel"),
        (number(), ExprKind::Power { base: of(), exponent: of(), rounding }, "een macht"),
        (DATE, ExprKind::EasterSunday(of()), "de eerste paasdag"),
        (Type::Text, ExprKind::TextSeries(vec![]), "x is tekst of een tijdstip"),
        (
            DATE,
            ExprKind::Shift {
                date: Box::new(literal(DATE, "2026-01-31")),
                amount: of(),
                unit: TimeUnit::Hour,
                backwards: false,
            },
            "een datum plus delen van een dag",
        ),
    ];
    for (datatype, kind, what) in lacking {
        let mut build = Build::new();
        let ding = build.objecttype("Ding");
        let x = build.attribute(ding, "x", datatype.clone());
        build.assign("wat niet kan", x, expr(datatype, kind));
        let refused = refused(&build.model);
        assert_eq!((refused.place.as_str(), &*refused.what), ("regel \"wat niet kan\"", what));
    }
}

/// Who has a derived kenmerk may be unknown, and then it is unknown whom the rule concerns.
#[test]
fn a_derived_kenmerk_can_choose_somebody_else() {
    for derived in [false, true] {
        for other in [false, true] {
            let mut build = Build::new();
            let ding = build.objecttype("Ding");
            let (facttype, naast) = build.reciprocal("naast", ding, false);
            let gekozen = build.kenmerk(ding, "gekozen");
            let y = build.attribute(ding, "y", number());
            let x = build.attribute(ding, "x", number());
            if derived {
                let one = ConditionKind::Compare {
                    comparison: Comparison::Greater,
                    left: expr(number(), divided(num("1"), build.zijn(y))),
                    right: vec![num("0")],
                };
                build.mark("keuze", gekozen, Some(condition(one)));
            }
            let hij = build.hij(ding);
            let target = if other { build.role(naast, hij) } else { hij };
            let action = Action::Assign { target, attribute: x, value: num("1") };
            let every = BindingSource::EveryWithKenmerk(gekozen);
            let every = Binding { objecttype: ding, source: every };
            let case = Case { row: None, condition: None, action, span: SPAN };
            build.rule_over("wie gekozen is", vec![every], vec![], vec![case]);
            let model = &build.model;
            let mut all = Vec::new();
            // By zero is a fault.
            for number in ["0", "1", "-1"] {
                let mut data = Data::new(model);
                let [one, two] = ["1", "2"].map(|id| data.add(model, ding, id).unwrap());
                data.relate(model, facttype, one, two).unwrap();
                data.set(model, one, y, v(number)).unwrap();
                data.set(model, two, y, v("2")).unwrap();
                data.mark(model, one, gekozen, number == "1").unwrap();
                all.push(data);
            }
            let found = agree(model, &ParameterValues::new(model), TODAY, &all).unwrap();
            assert!(found.is_ok(), "{derived} {other}: {}", found.unwrap_err());
        }
    }
}

fn divided(left: Expr, right: Expr) -> ExprKind {
    let (left, right) = (Box::new(left), Box::new(right));
    ExprKind::Arithmetic { operator: Arithmetic::DividedBy, left, right }
}

#[test]
fn a_missing_parameter_is_a_fault_and_no_refusal() {
    let mut build = Build::new();
    let ding = build.objecttype("Ding");
    let x = build.attribute(ding, "x", number());
    let bedrag = build.parameter("bedrag", number());
    build.assign("x", x, build.the(bedrag));
    let model = &build.model;
    let mut data = Data::new(model);
    data.add(model, ding, "1").unwrap();
    let found = agree(model, &ParameterValues::new(model), TODAY, &[data]).unwrap();
    // Known for all of them at once: nobody is worked out again for it.
    assert_eq!(found, Ok(Agreement { answers: 1, recounted: 0 }));
}

#[test]
fn two_initialisations_that_differ_are_a_fault() {
    let mut build = Build::new();
    let ding = build.objecttype("Ding");
    let [same, other] = ["gelijk", "anders"].map(|name| build.attribute(ding, name, number()));
    for (at, value) in ["1", "2"].into_iter().enumerate() {
        build.initialise(&format!("gelijk {at}"), same, num("1"));
        build.initialise(&format!("anders {at}"), other, num(value));
    }
    let model = &build.model;
    let mut data = Data::new(model);
    let it = data.add(model, ding, "d").unwrap();
    let plan = Plan::new(model, TODAY).unwrap();
    let parameters = ParameterValues::new(model);
    assert!(agree(model, &parameters, TODAY, &[data.clone()]).unwrap().is_ok());
    let outcome = run(model, &plan, &parameters, TODAY, data);
    assert!(outcome.value(same, it).is_ok() && outcome.value(other, it).is_err());
}

#[test]
fn who_is_reached_along_two_ways_counts_once() {
    let mut build = Build::new();
    let persoon = build.objecttype("Persoon");
    let (ouderschap, ouder, kind) =
        build.facttype("ouderschap", ("ouder", persoon, true), ("kind", persoon, true));
    let x = build.attribute(persoon, "aantal ouders van kinderen", number());
    let parents = build.role(ouder, build.role(kind, build.hij(persoon)));
    build.assign("aantal", x, count(parents));
    let model = &build.model;
    let mut data = Data::new(model);
    let [one, other, child, second] =
        ["1", "2", "3", "4"].map(|id| data.add(model, persoon, id).unwrap());
    for child in [child, second] {
        for parent in [one, other] {
            data.relate(model, ouderschap, parent, child).unwrap();
        }
    }
    let parameters = ParameterValues::new(model);
    let found = agree(model, &parameters, TODAY, &[data.clone()]).unwrap();
    assert_eq!(found, Ok(Agreement { answers: 4, recounted: 0 }));
    let plan = Plan::new(model, TODAY).unwrap();
    let outcome = run(model, &plan, &parameters, TODAY, data);
    assert_eq!(outcome.value(x, one), Ok(&v("2")));
}

/// The shifts of whole days and months, each way.
const SHIFTS: [(TimeUnit, bool); 10] = [
    (TimeUnit::Day, false),
    (TimeUnit::Day, true),
    (TimeUnit::Week, false),
    (TimeUnit::Week, true),
    (TimeUnit::Month, false),
    (TimeUnit::Month, true),
    (TimeUnit::Quarter, false),
    (TimeUnit::Quarter, true),
    (TimeUnit::Year, false),
    (TimeUnit::Year, true),
];

/// Every way to reckon with days, over two dates and three numbers.
fn dates() -> (Build, ObjectTypeId, [AttributeId; 5]) {
    let mut build = Build::new();
    let ding = build.objecttype("Ding");
    let given = [("een", DATE), ("ander", DATE), ("a", number()), ("b", number()), ("c", number())];
    let given = given.map(|(name, datatype)| build.attribute(ding, name, datatype));
    let [one, other, a, b, c] = given;
    for (unit, backwards) in SHIFTS {
        let name = format!("{unit:?} {backwards}");
        let derived = build.attribute(ding, &name, DATE);
        let (date, amount) = (Box::new(build.zijn(one)), Box::new(build.zijn(a)));
        let kind = ExprKind::Shift { date, amount, unit, backwards };
        build.assign(&name, derived, expr(DATE, kind));
    }
    let derived = build.attribute(ding, "datum", DATE);
    let parts = [a, b, c].map(|part| Box::new(build.zijn(part)));
    let [year, month, day] = parts;
    build.assign("datum", derived, expr(DATE, ExprKind::DateFrom { year, month, day }));
    for unit in [
        TimeUnit::Year,
        TimeUnit::Quarter,
        TimeUnit::Month,
        TimeUnit::Week,
        TimeUnit::Day,
        TimeUnit::Hour,
        TimeUnit::Millisecond,
    ] {
        for absolute in [false, true] {
            let name = format!("{unit:?} tussen {absolute}");
            let derived = build.attribute(ding, &name, number());
            let (from, to) = (Box::new(build.zijn(one)), Box::new(build.zijn(other)));
            let kind = ExprKind::Duration { from, to, unit, absolute };
            build.assign(&name, derived, expr(number(), kind));
        }
    }
    for part in [DatePart::Year, DatePart::Month, DatePart::Day, DatePart::Hour] {
        let name = format!("{part:?} uit");
        let derived = build.attribute(ding, &name, number());
        let of = Box::new(build.zijn(one));
        build.assign(&name, derived, expr(number(), ExprKind::DatePart { part, of }));
    }
    (build, ding, given)
}

/// A day, more often one at an end of a month.
fn day() -> impl Strategy<Value = Option<String>> {
    let any = (1890i32..2110, 1u8..13, 1u8..29).prop_map(|(y, m, d)| (y, m, d));
    let end = (1890i32..2110, prop_oneof![Just((1u8, 31u8)), Just((2, 28)), Just((2, 29))])
        .prop_map(|(y, (m, d))| (if d == 29 { y / 4 * 4 } else { y }, m, d));
    let written = prop_oneof![any, end].prop_map(|(y, m, d)| {
        // 1900 and 2100 have no leap day.
        let d = if d == 29 && y % 100 == 0 && y != 2000 { 28 } else { d };
        format!("{y}-{m:02}-{d:02}")
    });
    proptest::option::weighted(0.95, written)
}

/// A year, an amount of time, or anything else.
fn amount() -> BoxedStrategy<Option<String>> {
    let number = prop_oneof![
        4 => (-500i64..3000).prop_map(|it| it.to_string()),
        1 => (-40i64..40).prop_map(|it| format!("{},5", it)),
        1 => (-40i64..40).prop_map(|it| format!("{it}/7")),
        1 => (-200_000i64..200_000).prop_map(|it| it.to_string()),
        1 => Just("9999999999999".to_string()),
    ];
    proptest::option::weighted(0.9, number).boxed()
}

/// A month or a day of the month, or not quite.
fn small() -> BoxedStrategy<Option<String>> {
    proptest::option::weighted(0.95, (-1i64..33).prop_map(|it| it.to_string())).boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn reckons_with_days_as_exact_does(
        things in proptest::collection::vec(([day(), day()], [amount(), small(), small()]), 1..8),
    ) {
        let (build, ding, given) = dates();
        let model = &build.model;
        let mut all = Vec::new();
        for (days, numbers) in &things {
            let mut data = Data::new(model);
            let it = data.add(model, ding, "het").unwrap();
            for (attribute, text) in given.into_iter().zip(days.iter().chain(numbers)) {
                let value = match text.as_deref().and_then(|text| text.split_once('/')) {
                    Some((over, under)) => Value::Number(n(over).checked_div(&n(under)).unwrap()),
                    None => v(text.as_deref().unwrap_or("leeg")),
                };
                data.set(model, it, attribute, value).unwrap();
            }
            all.push(data);
        }
        let found = agree(model, &ParameterValues::new(model), TODAY, &all).unwrap();
        prop_assert!(found.is_ok(), "{}", found.unwrap_err());
    }
}
