//! Derivations say what the run used, and nothing else.

// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::build::*;
use common::household::{add, example, scheme};
use common::words::*;
use common::{TODAY, run_plain, v};
use engine::data::{Data, InstanceId};
use engine::exact::{Fault, Outcome, run};
use engine::plan::Plan;
use engine::trace::*;
use regelspraak::model::*;

struct World {
    build: Build,
    persoon: ObjectTypeId,
    leeftijd: AttributeId,
    toeslag: AttributeId,
    kind: RoleId,
    band: FactTypeId,
    jong: KenmerkId,
}

fn world() -> World {
    let mut build = Build::new();
    let persoon = build.objecttype("Persoon");
    let leeftijd = build.attribute(persoon, "leeftijd", number());
    let toeslag = build.attribute(persoon, "toeslag", number());
    let jong = build.kenmerk(persoon, "jong");
    let (band, _, kind) = build.facttype("band", ("ouder", persoon, true), ("kind", persoon, true));
    World { build, persoon, leeftijd, toeslag, kind, band, jong }
}

impl World {
    /// A parent and children of these ages.
    fn data(&self, parent: &str, children: &[&str]) -> (Data, Vec<InstanceId>) {
        let model = &self.build.model;
        let mut data = Data::new(model);
        let people: Vec<_> = std::iter::once(&parent)
            .chain(children)
            .enumerate()
            .map(|(at, age)| {
                let person = data.add(model, self.persoon, &at.to_string()).unwrap();
                data.set(model, person, self.leeftijd, v(age)).unwrap();
                person
            })
            .collect();
        for &child in &people[1..] {
            data.relate(model, self.band, people[0], child).unwrap();
        }
        (data, people)
    }

    fn explain(&self, outcome: &Outcome, property: Property, who: InstanceId) -> Derivation {
        let plan = Plan::new(&self.build.model, TODAY).unwrap();
        derivation(&self.build.model, &plan, outcome, property, who)
    }

    fn age(&self, comparison: Comparison, limit: &str) -> Condition {
        compare(self.build.zijn(self.leeftijd), comparison, num(limit))
    }
}

#[test]
fn a_fired_case_shows_what_its_value_is_made_of() {
    let mut w = world();
    let x = || expr(number(), ExprKind::Variable(VariableId(0)));
    let double = times(w.build.zijn(w.leeftijd), num("2"));
    let condition = w.age(Comparison::Greater, "10");
    let case = w.build.case(w.toeslag, Some(condition), plus(x(), num("1")));
    w.build.rule_over("dubbel", vec![every(w.persoon)], vec![("X", double)], vec![case]);
    let (data, people) = w.data("20", &[]);
    let outcome = run_plain(&w.build.model, data);
    let found = w.explain(&outcome, Property::Attribute(w.toeslag), people[0]);

    assert_eq!(found.result, Ok(v("41")));
    let attempt = found.fired().unwrap();
    assert_eq!((attempt.rule, attempt.version, attempt.case), (RuleId(0), 0, 0));
    assert_eq!(attempt.bindings, [Some(people[0])]);
    assert_eq!(attempt.value, Some(Ok(v("41"))));
    let read = |source, value: &str| Operand { span: SPAN, source, value: Ok(v(value)) };
    let age = Source::Attribute { attribute: w.leeftijd, instance: Some(people[0]) };
    assert_eq!(
        attempt.used.operands,
        [read(Source::Variable(VariableId(0)), "40"), read(Source::Literal, "1"),]
    );
    assert_eq!(
        attempt.variables,
        [VariableUse {
            variable: VariableId(0),
            value: Ok(v("40")),
            used: Used {
                operands: vec![read(age, "20"), read(Source::Literal, "2")],
                filters: vec![],
            },
        }]
    );
    let condition = attempt.condition.as_ref().unwrap();
    assert_eq!(condition.outcome, Judgement::True);
    assert_eq!(condition.used.operands, [read(age, "20"), read(Source::Literal, "10")]);

    let input = w.explain(&outcome, Property::Attribute(w.leeftijd), people[0]);
    assert!(input.is_input() && input.attempts.is_empty() && input.fired().is_none());
}

#[test]
fn a_case_that_did_not_fire_shows_how_far_off_it_was() {
    let mut w = world();
    let parts = vec![
        w.age(Comparison::Greater, "10"),
        w.age(Comparison::Less, "18"),
        w.age(Comparison::Equal, "0"),
    ];
    w.build.assign_if("jongere", w.toeslag, compound(Quantifier::All, parts), num("5"));
    let (data, people) = w.data("20", &[]);
    let outcome = run_plain(&w.build.model, data);
    let found = w.explain(&outcome, Property::Attribute(w.toeslag), people[0]);
    assert!(found.fired().is_none() && !found.is_input());
    let attempt = &found.attempts[0];
    assert_eq!((&attempt.verdict, &attempt.value), (&Verdict::NotFired, &None));
    let condition = attempt.condition.as_ref().unwrap();
    assert_eq!(condition.outcome, Judgement::False);
    let Detail::Compound { quantifier: Quantifier::All, parts } = &condition.detail else {
        panic!("{condition:?}");
    };
    let outcomes: Vec<_> = parts.iter().map(|part| part.outcome.clone()).collect();
    assert_eq!(outcomes, [Judgement::True, Judgement::False, Judgement::NotJudged]);
    let Detail::Comparison { comparison: Comparison::Less, pairs } = &parts[1].detail else {
        panic!("{parts:?}");
    };
    assert_eq!(pairs, &[(v("20"), v("18"))]);
}

#[test]
fn elements_and_filters_are_shown_one_by_one() {
    let mut w = world();
    let one = BindingId(1);
    let age = |w: &World| w.build.of(w.leeftijd, w.build.binding(one, w.persoon));
    let children = |w: &World| w.build.role(w.kind, w.build.hij(w.persoon));
    let grown = compare(age(&w), Comparison::GreaterOrEqual, num("18"));
    let some = condition(ConditionKind::Each {
        quantifier: Quantifier::AtLeast(1),
        over: children(&w),
        element: one,
        condition: Box::new(grown),
    });
    let small = compare(age(&w), Comparison::Less, num("12"));
    let little = count(w.build.filter(children(&w), one, small));
    let case = w.build.case(w.toeslag, Some(some), little);
    let bindings = vec![every(w.persoon), element(w.persoon)];
    w.build.rule_over("gezin", bindings, vec![], vec![case]);
    let (data, people) = w.data("40", &["5", "19", "3", "14"]);
    let outcome = run_plain(&w.build.model, data);
    let found = w.explain(&outcome, Property::Attribute(w.toeslag), people[0]);
    let attempt = found.fired().unwrap();
    assert_eq!(attempt.value, Some(Ok(v("2"))));
    let Detail::Each { elements, .. } = &attempt.condition.as_ref().unwrap().detail else {
        panic!("{attempt:?}");
    };
    // Judged as far as needed: the second child settles it.
    let judged: Vec<_> = elements.iter().map(|(who, it)| (*who, it.outcome.clone())).collect();
    assert_eq!(judged, [(people[1], Judgement::False), (people[2], Judgement::True)]);
    let filters = attempt.used.filters.iter();
    let chosen: Vec<_> = filters.map(|it| (it.instance, it.condition.outcome.clone())).collect();
    assert_eq!(
        chosen,
        [
            (people[1], Judgement::True),
            (people[2], Judgement::False),
            (people[3], Judgement::True),
            (people[4], Judgement::False),
        ]
    );
    assert_eq!(attempt.used.operands.len(), 1);
    assert_eq!(attempt.used.operands[0].source, Source::Count);
}

#[test]
fn faults_conflicts_and_initialisations() {
    let mut w = world();
    w.build.assign_if("een", w.toeslag, w.age(Comparison::Greater, "50"), num("1"));
    w.build.assign_if("twee", w.toeslag, w.age(Comparison::Greater, "60"), num("2"));
    let share = divided(num("1"), w.build.zijn(w.leeftijd));
    w.build.assign_if("drie", w.toeslag, w.age(Comparison::Less, "1"), share);
    w.build.initialise("begin", w.toeslag, num("9"));
    let young = w.age(Comparison::Less, "18");
    w.build.mark("jong", w.jong, Some(young));
    let (data, people) = w.data("70", &["55", "30", "0"]);
    let outcome = run_plain(&w.build.model, data);
    let found: Vec<_> = people
        .iter()
        .map(|&who| w.explain(&outcome, Property::Attribute(w.toeslag), who))
        .collect();
    let fault = |of: &Derivation| of.result.as_ref().err().map(|fault| (**fault).clone());
    let verdicts = |of: &Derivation| {
        let short = |verdict: &Verdict| match verdict {
            Verdict::Fired => '+',
            Verdict::NotFired => '-',
            Verdict::Faulted(_) => '!',
        };
        of.attempts.iter().map(|attempt| short(&attempt.verdict)).collect::<String>()
    };
    assert_eq!(found.iter().map(verdicts).collect::<Vec<_>>(), ["++-", "+--", "---+", "--!"]);
    assert!(matches!(fault(&found[0]), Some(Fault::Conflict { .. })));
    assert_eq!(found[0].fired().unwrap().rule, RuleId(0));
    assert!(found[2].fired().unwrap().initialises);
    assert_eq!(found[2].result, Ok(v("9")));
    assert!(matches!(fault(&found[3]), Some(Fault::DivisionByZero { .. })));
    let jong = w.explain(&outcome, Property::Kenmerk(w.jong), people[3]);
    assert_eq!((jong.result.clone(), jong.attempts.len()), (Ok(Value::Boolean(true)), 1));
    assert_eq!(jong.fired().unwrap().value, None);
}

/// Every derivation of a whole run ends where the run did.
#[test]
fn full_trace_agrees_with_the_run() {
    let scheme = scheme();
    let model = &scheme.model;
    let mut data = Data::new(model);
    for number in 0..3 {
        add(&scheme, &mut data, number, &example(number * 1000));
    }
    let plan = Plan::new(model, TODAY).unwrap();
    let outcome = run(model, &plan, &scheme.parameters, TODAY, data);
    let trace = outcome.full_trace(model, &plan);
    assert!(trace.len() > 600, "{}", trace.len());
    for derivation in trace {
        let from_rule = match derivation.fired() {
            Some(attempt) => attempt.value.clone().unwrap_or(Ok(Value::Boolean(true))),
            None => Ok(derivation.given.clone()),
        };
        let faulted =
            derivation.attempts.iter().any(|it| matches!(it.verdict, Verdict::Faulted(_)));
        assert!(derivation.result == from_rule || faulted, "{derivation:?}");
        assert_eq!(derivation.result.is_err(), faulted, "{derivation:?}");
    }
}
