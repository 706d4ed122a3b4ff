//! Whether a condition holds (chapters 8 and 10).

use std::borrow::Cow;
use std::cmp::Ordering;

use regelspraak::model::{
    Comparison, Condition, ConditionKind, Expr, Quantifier, Span, Subject, Value,
};

use super::dates;
use super::evaluator::{Context, Evaluator};
use super::fault::{Fault, SharedFault};
use super::observer::Observer;

impl<'a, O: Observer> Evaluator<'a, O> {
    /// Judges a condition: parts in the order of the text, and no further than needed, so that a
    /// condition can guard the ones after it (section 11.1).
    pub fn judge(&self, condition: &Condition) -> Result<bool, SharedFault> {
        self.observer.enter_condition(condition);
        let verdict = self.holds(condition);
        self.observer.leave_condition(condition, &verdict);
        verdict
    }

    fn holds(&self, condition: &Condition) -> Result<bool, SharedFault> {
        match &condition.kind {
            ConditionKind::Compare { comparison, left, right } => {
                self.compare(*comparison, left, right, condition.span)
            }
            ConditionKind::Empty { of, negated } => Ok(self.value(of)?.is_empty() != *negated),
            ConditionKind::ElevenTest { of, negated } => {
                Ok(eleven_test(&*self.value(of)?) != *negated)
            }
            ConditionKind::Digits { of, digits, negated } => {
                let exact = match &*self.value(of)? {
                    Value::Text(text) => {
                        text.len() == *digits as usize && text.bytes().all(|b| b.is_ascii_digit())
                    }
                    _ => false,
                };
                Ok(exact != *negated)
            }
            ConditionKind::HasKenmerk { subject, kenmerk, negated } => {
                let holds = match self.looked_at(subject)? {
                    Some(instance) => {
                        self.context.state.has(*kenmerk, instance, self.context.clock)
                    }
                    None => Ok(false),
                };
                holds.map(|holds| holds != *negated).map_err(SharedFault::clone)
            }
            ConditionKind::PlaysRole { subject, role, negated } => {
                let model = self.context.model;
                let opposite = model[model[*role].facttype].opposite(*role);
                let data = &self.context.state.data;
                let instance = self.looked_at(subject)?;
                let plays = instance.is_some_and(|it| !data.players(opposite, it).is_empty());
                Ok(plays != *negated)
            }
            ConditionKind::HasRole { subject, role, negated } => {
                let data = &self.context.state.data;
                let instance = self.looked_at(subject)?;
                let has = instance.is_some_and(|it| !data.players(*role, it).is_empty());
                Ok(has != *negated)
            }
            ConditionKind::Inconsistent { subject, check } => match self.looked_at(subject)? {
                Some(instance) => {
                    let Context { state, clock, .. } = self.context;
                    let verdict = state.inconsistent(*check, instance, clock);
                    verdict.map_err(SharedFault::clone)
                }
                None => Ok(false),
            },
            ConditionKind::Within { from, until, inclusive } => {
                self.within(from.as_ref(), until.as_ref(), *inclusive)
            }
            ConditionKind::Throughout { period, condition, negated } => {
                let throughout = self.throughout(*period, condition)?;
                Ok(throughout != *negated)
            }
            ConditionKind::Compound { quantifier, parts } => {
                let mut parts = parts.iter();
                let total = parts.len();
                count(*quantifier, total, || parts.next().map(|part| self.judge(part)))
            }
            ConditionKind::Each { quantifier, over, element, condition } => {
                let mut instances = Vec::new();
                self.instances(over, &mut instances)?;
                let total = instances.len();
                let mut instances = instances.into_iter();
                let before = self.place(*element, None);
                let verdict = count(*quantifier, total, || {
                    let instance = instances.next()?;
                    self.place(*element, Some(instance));
                    self.observer.element(instance);
                    Some(self.judge(condition))
                });
                self.place(*element, before);
                verdict
            }
        }
    }

    fn looked_at(&self, subject: &Subject) -> Result<Option<crate::data::InstanceId>, SharedFault> {
        let instance = self.single(subject)?;
        self.observer.looked_at(instance);
        Ok(instance)
    }

    fn compare(
        &self,
        comparison: Comparison,
        left: &Expr,
        right: &[Expr],
        span: Span,
    ) -> Result<bool, SharedFault> {
        let numeric = |operand: &Expr| operand.number().is_some();
        let numbers = numeric(left) || right.iter().any(numeric);
        let left = self.value(left)?;
        // Over several values: `gelijk aan` one of them, `ongelijk aan` each of them.
        let decisive = comparison != Comparison::NotEqual;
        let judge = |right: Cow<'_, Value>| {
            self.observer.compared(&left, &right);
            let verdict = compare(comparison, &left, &right, numbers);
            verdict.ok_or_else(|| self.fault(Fault::EmptyCompared { rule: self.rule_name(), span }))
        };
        for operand in right {
            if operand.many {
                let mut values = Vec::new();
                self.values(operand, &mut values)?;
                for value in values {
                    if judge(value)? == decisive {
                        return Ok(decisive);
                    }
                }
            } else if judge(self.value(operand)?)? == decisive {
                return Ok(decisive);
            }
        }
        Ok(!decisive)
    }
}

/// Compares two values (section 8.1.1); nothing is the error of comparing leeg with leeg.
///
/// * One of them leeg: unequal, and onwaar for every other comparison.
/// * Both leeg and numbers: onwaar, for `gelijk aan` as for `ongelijk aan`. The annex on typing
///   (5.3) has `gelijk aan` waar here; the text of the specification itself is followed, by
///   which leeg never counts as an answer that matches.
/// * Both leeg and no numbers: `ongelijk aan` is onwaar, all others are an error.
///
/// `numbers` says whether the operands are numbers, which leeg itself does not show.
fn compare(comparison: Comparison, left: &Value, right: &Value, numbers: bool) -> Option<bool> {
    match (left.is_empty(), right.is_empty()) {
        (true, true) if numbers || comparison == Comparison::NotEqual => return Some(false),
        (true, true) => return None,
        (true, false) | (false, true) => return Some(comparison == Comparison::NotEqual),
        (false, false) => {}
    }
    let order = order(left, right);
    Some(match comparison {
        Comparison::Equal => order == Ordering::Equal,
        Comparison::NotEqual => order != Ordering::Equal,
        Comparison::Less => order == Ordering::Less,
        Comparison::LessOrEqual => order != Ordering::Greater,
        Comparison::Greater => order == Ordering::Greater,
        Comparison::GreaterOrEqual => order != Ordering::Less,
    })
}

/// The order of two values of one datatype, none of them leeg; a date is its first millisecond.
pub(super) fn order(left: &Value, right: &Value) -> Ordering {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.cmp(right),
        (Value::Text(left), Value::Text(right)) => left.cmp(right),
        (Value::Boolean(left), Value::Boolean(right)) => left.cmp(right),
        (Value::Enumeration(left), Value::Enumeration(right)) => left.cmp(right),
        (left, right) => dates::moment(left).cmp(&dates::moment(right)),
    }
}

/// Counts what holds, no further than needed to know whether enough does.
fn count(
    quantifier: Quantifier,
    total: usize,
    mut next: impl FnMut() -> Option<Result<bool, SharedFault>>,
) -> Result<bool, SharedFault> {
    let (mut met, mut left) = (0, total);
    loop {
        // Every outcome from `met` to `met + left` is still possible.
        let (worst, best) = (quantifier.holds(met, total), quantifier.holds(met + left, total));
        let settled = match quantifier {
            Quantifier::Exactly(wanted) => {
                met > wanted as usize || met + left < wanted as usize || left == 0
            }
            _ => worst == best,
        };
        if settled {
            return Ok(worst);
        }
        let Some(verdict) = next() else { return Ok(worst) };
        met += usize::from(verdict?);
        left -= 1;
    }
}

/// The elfproef for a burgerservicenummer (section 8.1.3): weights 2, 3 and up from the last but
/// one digit, -1 for the last; the sum must be a positive multiple of 11. Leeg never passes.
fn eleven_test(value: &Value) -> bool {
    let text = match value {
        Value::Text(text) => text.to_string(),
        Value::Number(number) => match number.to_decimal_string() {
            Some(text) => text,
            None => return false,
        },
        _ => return false,
    };
    if text.is_empty() || text.len() > 1000 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let digits = text.bytes().rev().map(|digit| i64::from(digit - b'0'));
    let sum: i64 = digits
        .enumerate()
        .map(|(position, digit)| if position == 0 { -digit } else { (position as i64 + 1) * digit })
        .sum();
    sum > 0 && sum % 11 == 0
}
