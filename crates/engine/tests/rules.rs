//! Rules: what fires, and what becomes of faults.

// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::build::*;
use common::words::*;
use common::world::world;
use common::{TODAY, has, run_plain, run_with, shown, v};
use engine::exact::Fault;
use engine::language::{Bilingual, Text};
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use regelspraak::model::*;

#[test]
fn a_rule_runs_for_every_instance_in_planned_order() {
    let mut w = world();
    // Written before what it reads: the plan sorts that out.
    let condition = is(w.build.hij(w.persoon), w.minderjarig);
    w.build.assign_if("toeslag", w.toeslag, condition, num("50"));
    w.rule_minderjarig();
    let (data, _, people) = w.data(&[("17", "-"), ("18", "-"), ("-", "-")]);
    assert_eq!(w.texts(data, w.toeslag, &people), ["50", "leeg", "leeg"]);
    let plan = Plan::new(&w.build.model, TODAY).unwrap();
    let order: Vec<_> = plan.steps().iter().map(|step| step.property).collect();
    assert_eq!(order, [Property::Kenmerk(w.minderjarig), Property::Attribute(w.toeslag)]);
}

#[test]
fn input_is_overwritten_only_when_a_rule_fires() {
    let mut w = world();
    let jong = w.jong(HIJ);
    w.build.assign_if("toeslag", w.toeslag, jong, num("50"));
    let (mut data, _, people) = w.data(&[("10", "-"), ("40", "-")]);
    for &person in &people {
        data.set(&w.build.model, person, w.toeslag, v("7")).unwrap();
    }
    assert_eq!(w.texts(data, w.toeslag, &people), ["50", "7"]);
}

#[test]
fn initialisation_fills_only_leeg() {
    let mut w = world();
    let jong = w.jong(HIJ);
    w.build.initialise("begin", w.toeslag, num("1"));
    w.build.assign_if("toeslag", w.toeslag, jong, num("50"));
    let old = w.build.of(w.leeftijd, w.build.hij(w.persoon));
    let old = compare(old, Comparison::Greater, num("60"));
    w.build.assign_if("leeg", w.toeslag, old, num("leeg"));
    let (mut data, _, people) = w.data(&[("10", "-"), ("40", "-"), ("41", "-"), ("70", "-")]);
    data.set(&w.build.model, people[1], w.toeslag, v("7")).unwrap();
    data.set(&w.build.model, people[3], w.toeslag, v("7")).unwrap();
    assert_eq!(w.texts(data, w.toeslag, &people), ["50", "7", "1", "1"]);
}

#[test]
fn rules_in_conflict_are_both_named() {
    let mut w = world();
    let jong = w.jong(HIJ);
    w.build.assign("voor iedereen", w.toeslag, num("20"));
    w.build.assign_if("voor jongeren", w.toeslag, jong, num("50"));
    w.build.assign("nog eens", w.toeslag, num("20,00"));
    // What reads a conflict has the same cause.
    let sum = aggregate(Aggregation::Sum, vec![w.build.of(w.toeslag, w.leden())], false);
    w.build.assign("totaal", w.totaal, sum);
    let (data, home, people) = w.data(&[("10", "-"), ("40", "-")]);
    let outcome = run_plain(&w.build.model, data);
    assert_eq!(shown(&outcome, w.toeslag, people[1]), "20");
    let fault = outcome.value(w.toeslag, people[0]).unwrap_err();
    let expected = Fault::Conflict {
        property: Text::fixed("toeslag van p0", "toeslag of p0"),
        first_rule: "voor iedereen".into(),
        first: Text::same("20"),
        second_rule: "voor jongeren".into(),
        second: Text::same("50"),
    };
    assert_eq!(**fault, expected);
    let english = "two rules give toeslag of p0 a different value: \"voor iedereen\" gives 20, \
                   \"voor jongeren\" gives 50";
    assert_eq!(fault.english(), english);
    assert_eq!(outcome.value(w.totaal, home), Err(fault));
}

#[test]
fn two_rows_of_one_table_can_conflict() {
    let mut w = world();
    let rows = ["1", "2"].map(|value| w.build.case(w.toeslag, None, num(value)));
    w.build.rule("tabel", w.persoon, rows.into());
    let (data, _, people) = w.data(&[("10", "-")]);
    let found = w.texts(data, w.toeslag, &people);
    let expected = "fout: twee regels geven toeslag van p0 een andere waarde: \"tabel\" geeft 1, \
                    \"tabel\" geeft 2";
    assert_eq!(found, [expected]);
}

#[test]
fn a_missing_parameter_faults_only_what_reaches_it() {
    let mut w = world();
    let grens = w.build.parameter("grens", decimals(0));
    let bedrag = w.build.parameter("bedrag", decimals(2));
    let age = w.build.zijn(w.leeftijd);
    let jong = compare(age, Comparison::Less, w.build.the(grens));
    let value = w.build.the(bedrag);
    w.build.assign_if("toeslag", w.toeslag, jong, value);
    let (data, _, people) = w.data(&[("10", "-"), ("40", "-")]);

    let mut parameters = ParameterValues::new(&w.build.model);
    parameters.set(&w.build.model, grens, v("18")).unwrap();
    parameters.set_missing(bedrag, Text::fixed("nog niet gepubliceerd", "not published yet"));
    let outcome = run_with(&w.build.model, &parameters, data);
    let text = "fout: de parameter bedrag ontbreekt: nog niet gepubliceerd (nodig in regel \
                \"toeslag\")";
    assert_eq!(shown(&outcome, w.toeslag, people[0]), text);
    assert_eq!(shown(&outcome, w.toeslag, people[1]), "leeg");
    assert!(parameters.set(&w.build.model, grens, v("1,5")).is_err());
}

/// The example of section 11.1 in other words: a variable that divides is evaluated only when
/// the condition before it lets it.
#[test]
fn a_guard_protects_a_division_in_a_variable() {
    let mut w = world();
    let age = w.build.zijn(w.leeftijd);
    let share = divided(w.build.zijn(w.inkomen), age.clone());
    let x = || expr(number(), ExprKind::Variable(VariableId(0)));
    let condition = compound(
        Quantifier::All,
        vec![
            compare(age, Comparison::NotEqual, num("0")),
            compare(x(), Comparison::Greater, num("1")),
        ],
    );
    let case = w.build.case(w.toeslag, Some(condition), rounded(x(), 2));
    w.build.rule_over("deel", vec![every(w.persoon)], vec![("X", share)], vec![case]);
    let (data, _, people) = w.data(&[("0", "100"), ("40", "100"), ("3", "100"), ("-", "8")]);
    let found = w.texts(data, w.toeslag, &people);
    // An age that is leeg is unequal to 0, so the guard lets it through: leeg divides as 0.
    let fault = "fout: delen door nul kan niet (regel \"deel\")";
    assert_eq!(found, ["leeg", "2,5", "33,33", fault]);
}

#[test]
fn a_value_must_fit_its_attribuut() {
    let mut w = world();
    let third = divided(w.build.zijn(w.inkomen), num("3"));
    w.build.assign("toeslag", w.toeslag, third);
    let (data, _, people) = w.data(&[("1", "6"), ("1", "10")]);
    let fault = "fout: 3 1/3 past niet bij toeslag (regel \"toeslag\"); verwacht: een getal met \
                 hoogstens 2 decimalen; rond de uitkomst af of begrens haar";
    assert_eq!(w.texts(data, w.toeslag, &people), ["2", fault]);
}

#[test]
fn a_kenmerk_is_given_or_marked() {
    let mut w = world();
    w.rule_minderjarig();
    let broken = compare(divided(num("1"), num("0")), Comparison::Equal, num("1"));
    w.build.mark("stuk", w.minderjarig, Some(broken));
    let (mut data, _, people) = w.data(&[("10", "-"), ("40", "-"), ("40", "-")]);
    data.mark(&w.build.model, people[1], w.minderjarig, true).unwrap();
    let outcome = run_plain(&w.build.model, data);
    assert!(has(&outcome, w.minderjarig, people[0]));
    assert!(has(&outcome, w.minderjarig, people[1]));
    assert!(outcome.has(w.minderjarig, people[2]).is_err());
}
