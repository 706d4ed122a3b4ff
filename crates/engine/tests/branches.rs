//! Runs that go another way differ in their branches, and others do not.

// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::build::*;
use common::words::*;
use common::{TODAY, v};
use engine::data::Data;
use engine::exact::{Fork, run, run_with_branches};
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use regelspraak::model::*;

#[test]
fn branches_tell_a_jump_from_a_bend_and_a_bend_from_more_of_the_same() {
    let mut build = Build::new();
    let persoon = build.objecttype("Persoon");
    let leeftijd = build.attribute(persoon, "leeftijd", number());
    let toeslag = build.attribute(persoon, "toeslag", number());
    let of = Box::new(build.zijn(leeftijd));
    let bounds = [num("10"), num("20")].map(|bound| Some(Box::new(bound)));
    let [minimum, maximum] = bounds;
    let bounded = expr(number(), ExprKind::Bounded { of, minimum, maximum });
    let young = compare(build.zijn(leeftijd), Comparison::Less, num("30"));
    build.assign_if("toeslag", toeslag, young, bounded);
    let model = &build.model;
    let plan = Plan::new(model, TODAY).unwrap();
    let parameters = ParameterValues::new(model);
    let branches = |ages: &[&str]| {
        let mut data = Data::new(model);
        for (at, age) in ages.iter().enumerate() {
            let person = data.add(model, persoon, &at.to_string()).unwrap();
            data.set(model, person, leeftijd, v(age)).unwrap();
        }
        let (outcome, branches) = run_with_branches(model, &plan, &parameters, TODAY, data.clone());
        let plain = run(model, &plan, &parameters, TODAY, data.clone());
        for person in data.instances(persoon) {
            assert_eq!(outcome.value(toeslag, person), plain.value(toeslag, person));
        }
        branches
    };
    let ways = |ages: &[&str]| branches(ages).ways().collect::<Vec<_>>();
    let (young, chosen) = (|way| (Fork::Condition, way), |way| (Fork::Choice, way));
    assert_eq!(ways(&["5"]), [young(1), chosen(1)]);
    assert_eq!(ways(&["12"]), [young(1), chosen(0)]);
    assert_eq!(branches(&["13"]), branches(&["12"]));
    assert_eq!(branches(&["20"]), branches(&["12"]));
    assert_eq!(ways(&["21"]), [young(1), chosen(2)]);
    assert_eq!(ways(&["30"]), [young(0)]);
    assert_eq!(ways(&["40", "15"]), [young(0), young(1), chosen(0)]);

    // The first branch that differs, with what decided it: 5 against 10, and 12 against 10.
    let parting = |one: &str, other: &str| branches(&[one]).parting(&branches(&[other]));
    assert!(parting("12", "13").is_none());
    let bend = parting("5", "12").unwrap();
    assert_eq!((bend.fork, bend.position), (Fork::Choice, 1));
    assert_eq!(bend.balance, Some([5.0, -2.0]));
    let bend = parting("12", "25").unwrap();
    assert_eq!((bend.fork, bend.balance), (Fork::Choice, Some([-8.0, 5.0])));
    let jump = parting("12", "31").unwrap();
    assert_eq!((jump.fork, jump.position, jump.balance), (Fork::Condition, 0, Some([-18.0, 1.0])));
    assert!(branches(&["5"]).same_conditions(&branches(&["12"])));
    assert!(!branches(&["12"]).same_conditions(&branches(&["31"])));
}
