//! Runs that go another way differ in their branches, and others do not.

// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::build::*;
use common::words::*;
use common::{TODAY, v};
use engine::data::Data;
use engine::exact::{Branches, run, run_with_branches};
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
    let expected = |conditions: &[u8], choices: &[u16]| Branches {
        conditions: conditions.to_vec(),
        choices: choices.to_vec(),
    };
    assert_eq!(branches(&["5"]), expected(&[1], &[1]));
    assert_eq!(branches(&["12"]), expected(&[1], &[0]));
    assert_eq!(branches(&["13"]), branches(&["12"]));
    assert_eq!(branches(&["20"]), branches(&["12"]));
    assert_eq!(branches(&["21"]), expected(&[1], &[2]));
    assert_eq!(branches(&["30"]), expected(&[0], &[]));
    assert_eq!(branches(&["40", "15"]), expected(&[0, 1], &[0]));
}
