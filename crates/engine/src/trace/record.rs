//! Evaluating a property again, and writing down what happens.

use regelspraak::model::{Action, BindingId, Case, Criterion, Model, Property, SubjectKind, Value};

use super::recorder::Recorder;
use super::{Attempt, Derivation, Used, Verdict};
use crate::data::InstanceId;
use crate::exact::check::{doubles, unique_series};
use crate::exact::evaluator::{Context, Evaluator};
use crate::exact::step::value_given;
use crate::exact::{Outcome, SharedFault};
use crate::over_time::Clock;
use crate::plan::{Plan, StepRule};

/// How a property of an instance came about. `plan` must be the plan of the run. For a property
/// that no rule of the plan derives, it is what was given.
pub fn derivation(
    model: &Model,
    plan: &Plan,
    outcome: &Outcome,
    property: Property,
    instance: InstanceId,
) -> Derivation {
    let result = outcome.property(property, instance);
    let given = outcome.data().given(property, instance, outcome.date).0.clone();
    let mut attempts = Vec::new();
    let planned = plan.period().contains(outcome.date);
    if let Some(step) = plan.step(property).filter(|_| planned) {
        let (state, parameters) = (&outcome.state, &outcome.parameters);
        let (date, clock) = (outcome.date, Clock::at(outcome.date));
        let context = Context { model, state, parameters, date, clock: &clock };
        let decided = |attempts: &[Attempt]| match property {
            Property::Kenmerk(_) => {
                let marked = |attempt: &Attempt| attempt.verdict == Verdict::Fired;
                given == Value::Boolean(true) || attempts.iter().any(marked)
            }
            Property::Attribute(_) | Property::Check(_) => false,
        };
        for rule in &step.rules {
            for &case in &rule.cases {
                if !decided(&attempts) {
                    try_case(context, rule, case, instance, &mut attempts);
                }
            }
        }
        if is_empty(&given, &attempts) {
            for rule in &step.initial {
                for &case in &rule.cases {
                    try_case(context, rule, case, instance, &mut attempts);
                }
            }
        }
    }
    Derivation { property, instance, result, given, attempts }
}

/// Whether an attribuut is still leeg after these attempts, so that it is initialised.
fn is_empty(given: &Value, attempts: &[Attempt]) -> bool {
    let faulted = |attempt: &Attempt| matches!(attempt.verdict, Verdict::Faulted(_));
    let mut fired = attempts.iter().filter(|attempt| attempt.verdict == Verdict::Fired).peekable();
    let empty = |attempt: &Attempt| matches!(attempt.value, Some(Ok(Value::Empty)));
    !attempts.iter().any(faulted)
        && if fired.peek().is_some() { fired.all(empty) } else { given.is_empty() }
}

/// Tries a case of a rule for every combination of instances that concerns `instance`.
pub(super) fn try_case(
    context: Context<'_>,
    rule: &StepRule,
    number: usize,
    instance: InstanceId,
    attempts: &mut Vec<Attempt>,
) {
    let version = rule.version(context.model);
    let case = &version.cases[number];
    let declared = &context.model[rule.rule];
    let mut evaluator = Evaluator::new(context, declared, version, Recorder::new());
    // When the case concerns the universal subject itself, no other instance matters.
    let direct = case.action.target().kind == SubjectKind::Binding(BindingId(0));
    evaluator.for_each(direct.then_some(instance), &mut |evaluator, bound| {
        let target = concerned_by(evaluator, case, instance);
        let (_, _) = (evaluator.observer.take_used(), evaluator.observer.take_variables());
        let concerned = match (&bound, &target) {
            (_, Ok(Some(target))) => *target == instance,
            (Ok(()), Ok(None)) => false,
            (Err(_), _) | (_, Err(_)) => true,
        };
        if !concerned {
            return;
        }
        let mut attempt = Attempt {
            rule: rule.rule,
            version: rule.version,
            case: number,
            initialises: matches!(case.action, Action::Initialise { .. }),
            bindings: evaluator.combination(),
            verdict: Verdict::NotFired,
            condition: None,
            criterion: None,
            value: None,
            used: Used::default(),
            variables: Vec::new(),
        };
        match bound.and(target.map(|_| ())) {
            Ok(()) => evaluate(evaluator, case, instance, &mut attempt),
            Err(fault) => attempt.verdict = Verdict::Faulted(fault),
        }
        attempts.push(attempt);
    });
}

/// The instance a case concerns: of a uniciteitsregel the one asked about, if it is one of them.
fn concerned_by(
    evaluator: &Evaluator<'_, Recorder>,
    case: &Case,
    instance: InstanceId,
) -> Result<Option<InstanceId>, SharedFault> {
    if unique_series(case).is_none() {
        return evaluator.single(case.action.target());
    }
    let mut all = Vec::new();
    evaluator.instances(case.action.target(), &mut all)?;
    Ok(all.contains(&instance).then_some(instance))
}

/// Judges the criterion of a consistentieregel: it fires when that is not met.
fn check(
    evaluator: &Evaluator<'_, Recorder>,
    case: &Case,
    attempt: &mut Attempt,
    instance: InstanceId,
) {
    let Action::Check { criterion, .. } = &case.action else { return };
    let inconsistent = match criterion {
        Criterion::Condition(condition) => {
            let met = evaluator.judge(condition);
            attempt.criterion = evaluator.observer.take_condition();
            met.map(|met| !met)
        }
        Criterion::Unique(series) => {
            let groups = doubles(evaluator, case, series);
            attempt.used = evaluator.observer.take_used();
            groups.map(|groups| groups.iter().any(|group| group.members.contains(&instance)))
        }
    };
    attempt.verdict = match inconsistent {
        Ok(true) => Verdict::Fired,
        Ok(false) => Verdict::NotFired,
        Err(fault) => Verdict::Faulted(fault),
    };
}

fn evaluate(
    evaluator: &Evaluator<'_, Recorder>,
    case: &Case,
    instance: InstanceId,
    attempt: &mut Attempt,
) {
    let mut met = Ok(true);
    if let Some(condition) = &case.condition {
        met = evaluator.judge(condition);
        attempt.condition = evaluator.observer.take_condition();
    }
    let verdict = |met: Result<bool, SharedFault>| match met {
        Ok(true) => Verdict::Fired,
        Ok(false) => Verdict::NotFired,
        Err(fault) => Verdict::Faulted(fault),
    };
    attempt.verdict = verdict(met);
    if attempt.verdict == Verdict::Fired {
        check(evaluator, case, attempt, instance);
    }
    if let (Verdict::Fired, Property::Attribute(attribute)) =
        (&attempt.verdict, case.action.property())
    {
        let value = value_given(evaluator, case, attribute);
        attempt.used = evaluator.observer.take_used();
        attempt.verdict = verdict(value.as_ref().map(|_| true).map_err(SharedFault::clone));
        attempt.value = Some(value);
    }
    attempt.variables = evaluator.observer.take_variables();
}
