//! Which rule turned: the one that holds now, or else the one that held before.

use engine::exact::Outcome;
use engine::trace::{Attempt, Derivation, Detail, Judged, derivation};
use regelspraak::model::{Model, Span};

use crate::calculation::Calculator;
use crate::explanation::RuleReference;
use crate::sweep::Cause;
use crate::work_pays::BreakRule;

/// The rule behind a cause, with the condition in it that turned, of a run without an event and one with
/// it. Of several rules for one value a cause is the first that turned; told is the one that gives the
/// value now.
pub(super) fn rule(calculator: &Calculator<'_>, cause: &Cause, sides: [&Outcome; 2]) -> BreakRule {
    let model = &calculator.corpus().model;
    let (property, instance) = cause.place;
    let [before, after] =
        sides.map(|outcome| derivation(model, calculator.plan(), outcome, property, instance));
    let fired = |it: &Derivation| it.fired().filter(|fired| !fired.initialises).cloned();
    let (was, is) = (fired(&before), fired(&after));
    let found = match (&was, &is) {
        (_, Some(is)) => counterpart(&before, is).and_then(|other| turned_in(&other, is)),
        (Some(was), None) => counterpart(&after, was).and_then(|other| turned_in(&other, was)),
        (None, None) => None,
    };
    match (is.or(was), found) {
        (Some(attempt), Some(at)) => {
            let turned =
                Cause { rule: attempt.rule, version: attempt.version, at, ..cause.clone() };
            told(model, &turned)
        }
        _ => told(model, cause),
    }
}

fn told(model: &Model, cause: &Cause) -> BreakRule {
    BreakRule { rule: RuleReference::of(model, cause.rule), words: cause.words(model) }
}

/// The same case in another run.
fn counterpart(derivation: &Derivation, attempt: &Attempt) -> Option<Attempt> {
    let same = |other: &&Attempt| {
        (other.rule, other.version, other.case, &other.bindings)
            == (attempt.rule, attempt.version, attempt.case, &attempt.bindings)
    };
    derivation.attempts.iter().find(same).cloned()
}

fn turned_in(one: &Attempt, other: &Attempt) -> Option<Span> {
    turned(one.condition.as_ref()?, other.condition.as_ref()?)
}

/// The first condition without parts that was judged otherwise.
fn turned(one: &Judged, other: &Judged) -> Option<Span> {
    if one.outcome == other.outcome {
        return None;
    }
    match (&one.detail, &other.detail) {
        (Detail::Compound { parts, .. }, Detail::Compound { parts: others, .. }) => {
            let mut pairs = parts.iter().zip(others);
            pairs.find_map(|(one, other)| turned(one, other)).or(Some(other.span))
        }
        _ => Some(other.span),
    }
}
