//! The columnar executor agrees with the exact one, on random households.

// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::build::Build;
use common::household::{Household, Person, add, scheme};
use common::words::*;
use common::{TODAY, n};
use engine::columnar::{self, Columns, Values};
use engine::data::Data;
use engine::exact::run;
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use proptest::prelude::*;
use regelspraak::model::*;

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

/// What is different between the two executors, or nothing.
fn difference(
    exact: Result<&Value, impl Sized>,
    columns: &Columns,
    property: Property,
    at: usize,
) -> Option<String> {
    let column = columns.property(property)?;
    if column.fault[at] {
        return exact.ok().map(|value| format!("fault, not {value:?}"));
    }
    let Ok(exact) = exact else { return Some("no fault".into()) };
    let same = match (exact, &column.values) {
        (Value::Empty, _) => !column.valid[at],
        (Value::Number(number), Values::Number(list)) => (number.to_f64() - list[at]).abs() < 1e-6,
        (Value::Boolean(value), Values::Boolean(list)) => *value == list[at],
        (Value::Date(_), _) | (Value::Enumeration(_), _) => true,
        _ => false,
    };
    let valid = exact.is_empty() || column.valid[at];
    (!(same && valid)).then(|| format!("{exact:?}, not {:?}", column.values))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn agrees_with_exact(households in proptest::collection::vec(household(), 0..8)) {
        let scheme = scheme();
        let model = &scheme.model;
        let mut data = Data::new(model);
        for (number, household) in households.iter().enumerate() {
            add(&scheme, &mut data, number, household);
        }
        let plan = Plan::new(model, TODAY).unwrap();
        let mut columns = Columns::new(model, &data);
        columnar::run(model, &plan, &scheme.parameters, TODAY, &mut columns).unwrap();
        let outcome = run(model, &plan, &scheme.parameters, TODAY, data);
        for step in plan.steps() {
            for instance in outcome.data().instances(model.property_owner(step.property)) {
                let exact = outcome.property(step.property, instance);
                let exact = exact.as_ref().map_err(|_| ());
                let found = difference(exact, &columns, step.property, instance.position());
                let name = &model.property_name(step.property).singular;
                prop_assert!(found.is_none(), "{name} of {instance:?}: {}", found.unwrap());
            }
        }
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

#[test]
fn what_it_cannot_do_is_refused_by_name() {
    let mut build = Build::new();
    let ding = build.objecttype("Ding");
    let naam = build.attribute(ding, "naam", Type::Text);
    let lang = build.kenmerk(ding, "lang");
    let of = build.zijn(naam);
    let check = condition(ConditionKind::Digits { of, digits: 4, negated: false });
    build.mark("lange naam", lang, Some(check));
    let plan = Plan::new(&build.model, TODAY).unwrap();
    let parameters = ParameterValues::new(&build.model);
    let mut columns = Columns::new(&build.model, &Data::new(&build.model));
    let refused = columnar::run(&build.model, &plan, &parameters, TODAY, &mut columns);
    let text = refused.unwrap_err().to_string();
    assert!(text.starts_with("regel \"lange naam\" kan nog niet kolomsgewijs"), "{text}");
}
