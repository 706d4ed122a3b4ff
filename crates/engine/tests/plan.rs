//! The order of work.

// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::build::*;
use common::words::*;
use common::world::world;
use common::{TODAY, shown, v};
use engine::exact::run;
use engine::language::Language;
use engine::parameters::ParameterValues;
use engine::plan::{Plan, PlanError};
use jiff::civil::date;
use regelspraak::model::*;

#[test]
fn a_cycle_shows_its_path() {
    let mut w = world();
    let total = w.build.of(w.totaal, w.build.role(w.thuis, w.build.hij(w.persoon)));
    w.build.assign("toeslag uit totaal", w.toeslag, total);
    let jong = w.jong(HIJ);
    w.build.assign_if("los", w.toeslag, jong, num("1"));
    let sum = aggregate(Aggregation::Sum, vec![w.build.of(w.toeslag, w.leden())], false);
    w.build.assign("totaal uit toeslag", w.totaal, sum);
    let PlanError::Cycle { links } = Plan::new(&w.build.model, TODAY).unwrap_err();
    let path: Vec<_> =
        links.iter().map(|it| (it.property.get(Language::Dutch), it.rule.as_str())).collect();
    assert_eq!(
        path,
        [
            ("toeslag van Persoon", "toeslag uit totaal"),
            ("totaal van Huishouden", "totaal uit toeslag"),
        ]
    );
    let text = PlanError::Cycle { links }.to_string();
    assert!(
        text.ends_with("(regel \"totaal uit toeslag\") gebruikt toeslag van Persoon"),
        "{text}"
    );
}

#[test]
fn conditions_variables_and_filters_are_dependencies() {
    let mut w = world();
    // totaal ← variable ← filter ← kenmerk minderjarig ← leeftijd.
    let child = BindingId(1);
    let young = w.build.binding(child, w.persoon);
    let children = w.build.filter(w.leden(), child, is(young, w.minderjarig));
    let x = expr(number(), ExprKind::Variable(VariableId(0)));
    let case = w.build.case(w.totaal, None, x);
    let bindings = vec![every(w.huishouden), element(w.persoon)];
    w.build.rule_over("totaal", bindings, vec![("X", count(children))], vec![case]);
    w.build.assign("inkomen", w.inkomen, num("1"));
    w.rule_minderjarig();
    let plan = Plan::new(&w.build.model, TODAY).unwrap();
    let pruned = plan.for_outcomes(&[Property::Attribute(w.totaal)]);
    let steps: Vec<_> = pruned.steps().iter().map(|step| step.property).collect();
    assert_eq!(steps, [Property::Kenmerk(w.minderjarig), Property::Attribute(w.totaal)]);
    assert_eq!(plan.steps().len(), 3);
    let after = |changed| -> Vec<Property> {
        plan.after_change(&[changed]).steps().iter().map(|step| step.property).collect()
    };
    assert_eq!(after(Property::Attribute(w.leeftijd)), steps);
    assert_eq!(after(Property::Kenmerk(w.minderjarig)), steps[1..]);
    assert_eq!(after(Property::Attribute(w.inkomen)), []);
}

/// A derived amount forced to a value moves what is made of it, and a kenmerk that is taken away too;
/// what does not depend on them stays.
#[test]
fn a_property_can_be_forced_whatever_the_rules_make_of_it() {
    let mut w = world();
    w.rule_minderjarig();
    let grown = is(w.build.hij(w.persoon), w.minderjarig);
    w.build.assign_if("toeslag", w.toeslag, grown, num("10"));
    let sum = aggregate(Aggregation::Sum, vec![w.build.of(w.toeslag, w.leden())], true);
    w.build.assign("totaal", w.totaal, sum);
    let model = &w.build.model;
    let (data, home, people) = w.data(&[("5", "-"), ("6", "-"), ("40", "-")]);
    let plan = Plan::new(model, TODAY).unwrap();
    let parameters = ParameterValues::new(model);
    let outcome = run(model, &plan, &parameters, TODAY, data);
    assert_eq!(shown(&outcome, w.totaal, home), "20");
    let (minor, allowance) = (Property::Kenmerk(w.minderjarig), Property::Attribute(w.toeslag));
    assert_eq!(plan.without(&[minor]).steps().len(), plan.steps().len() - 1);
    assert!(plan.without(&[minor]).step(minor).is_none());
    let forced = |property, value: Value| {
        let all: Vec<_> = people.iter().map(|it| (property, *it, value.clone())).collect();
        outcome.forcing(model, &plan, &all).unwrap()
    };
    let seven = forced(allowance, v("7"));
    assert_eq!(shown(&seven, w.totaal, home), "21");
    let none = forced(minor, Value::Boolean(false));
    assert_eq!(
        shown(&none, w.totaal, home),
        shown(&forced(allowance, Value::Empty), w.totaal, home)
    );
    assert_eq!(shown(&none, w.leeftijd, people[0]), "5");
    // What was forced is of the run it was forced in.
    assert_eq!(shown(&outcome, w.totaal, home), "20");
    assert!(outcome.forcing(model, &plan, &[(minor, people[0], v("1"))]).is_err());
}

#[test]
fn versions_hold_on_their_days() {
    let mut w = world();
    let validity = |from, until| Validity { from, until };
    let version = |validity, value: &str| {
        version(
            validity,
            vec![every(w.persoon)],
            vec![],
            vec![w.build.case(w.toeslag, None, num(value))],
        )
    };
    let versions = vec![
        version(validity(None, Some(date(2025, 12, 31))), "25"),
        version(validity(Some(date(2026, 1, 1)), Some(date(2026, 6, 30))), "26"),
        version(validity(Some(date(2027, 1, 1)), None), "27"),
    ];
    w.build.versions("toeslag", versions);
    let model = &w.build.model;
    let on = |day| {
        let (data, _, people) = w.data(&[("1", "-")]);
        let plan = Plan::new(model, day).unwrap();
        let outcome = run(model, &plan, &ParameterValues::new(model), day, data);
        (shown(&outcome, w.toeslag, people[0]), plan.period())
    };
    let (text, period) = on(date(2025, 12, 31));
    assert_eq!((text.as_str(), period), ("25", validity(None, Some(date(2025, 12, 31)))));
    let (text, period) = on(date(2026, 1, 1));
    let half = validity(Some(date(2026, 1, 1)), Some(date(2026, 6, 30)));
    assert_eq!((text.as_str(), period), ("26", half));
    let (text, period) = on(date(2026, 8, 1));
    let gap = validity(Some(date(2026, 7, 1)), Some(date(2026, 12, 31)));
    assert_eq!((text.as_str(), period), ("leeg", gap));
    assert_eq!(on(date(2030, 1, 1)).0, "27");

    let (data, _, people) = w.data(&[("1", "-")]);
    let plan = Plan::new(model, date(2026, 1, 1)).unwrap();
    let outcome = run(model, &plan, &ParameterValues::new(model), date(2027, 1, 1), data);
    assert!(shown(&outcome, w.toeslag, people[0]).contains("geldt niet op 2027-01-01"));
}
