//! Lists of conditions on an aggregation (section 10.2): `het aantal geleende boeken van het Lid aan
//! alle volgende voorwaarden voldoet: …`. In the list it may be called by its short form, `het
//! aantal geleende boeken`, as an attribuut may be called by its name.

use super::Parser;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Condition, ConditionKind, Expr, ExprKind, Subject, SubjectKind};
use crate::names::Symbol;

impl Parser<'_> {
    /// The words of an aggregation up to and with the name of what it is taken over, from the token
    /// it starts at; nothing for one in brackets or over several values.
    pub(super) fn short_form(&self, at: usize, expr: &Expr) -> Option<Vec<String>> {
        if self.sees(at, &["("]) {
            return None;
        }
        let over = match &expr.kind {
            ExprKind::Count(subject) => named(subject)?,
            ExprKind::Aggregate { over, .. } => match &over[..] {
                [Expr { kind: ExprKind::Attribute { attribute, .. }, .. }] => {
                    Symbol::Attribute(*attribute)
                }
                _ => return None,
            },
            _ => return None,
        };
        // The name comes first behind the words of the function and an article or ‘alle’.
        let longest = |name: &usize| {
            let found = self.declarations.names.matches(self.tokens.get(*name..)?);
            let is_over = |(_, entries): &&(usize, &[crate::names::Entry])| {
                entries.iter().any(|entry| entry.symbol == over)
            };
            found.iter().find(is_over).map(|(length, _)| name + length)
        };
        let end = (at + 2..at + 6).find_map(|name| longest(&name))?;
        Some(self.tokens.get(at..end)?.iter().map(|token| token.lower.clone()).collect())
    }

    /// Whether every condition of a list is about this value; one that is not is refused.
    pub(super) fn keeps_to(&self, list: &Condition, end: usize, value: &Expr) -> bool {
        let Some(other) = strays(list, value) else { return true };
        let message = "deze voorwaarde gaat niet over de waarde waarmee de opsomming begint";
        self.refuse(
            end,
            Diagnostic::new(Code::Subject, other.span, message).label("over iets anders").help(
                "noem die waarde in de voorwaarde, of begin de opsomming met ‘er aan alle volgende \
                 voorwaarden wordt voldaan:’",
            ),
        );
        false
    }
}

/// What a subject is called by.
fn named(subject: &Subject) -> Option<Symbol> {
    match &subject.kind {
        SubjectKind::Role { role, .. } => Some(Symbol::Role(*role)),
        SubjectKind::All => Some(Symbol::ObjectType(subject.objecttype)),
        SubjectKind::Where { of, .. } => named(of),
        SubjectKind::Binding(_) | SubjectKind::Union(_) => None,
    }
}

/// The first condition in a list that does not hold the value.
fn strays<'c>(condition: &'c Condition, value: &Expr) -> Option<&'c Condition> {
    let found = match &condition.kind {
        ConditionKind::Compound { parts, .. } => {
            return parts.iter().find_map(|part| strays(part, value));
        }
        ConditionKind::Each { condition: inner, .. }
        | ConditionKind::Throughout { condition: inner, .. } => strays(inner, value).is_none(),
        ConditionKind::Compare { left, right, .. } => {
            holds(left, value) || right.iter().any(|right| holds(right, value))
        }
        ConditionKind::Empty { of, .. }
        | ConditionKind::ElevenTest { of, .. }
        | ConditionKind::Digits { of, .. } => holds(of, value),
        ConditionKind::Within { from, until, .. } => {
            from.iter().chain(until).any(|bound| holds(bound, value))
        }
        ConditionKind::HasKenmerk { .. }
        | ConditionKind::Inconsistent { .. }
        | ConditionKind::PlaysRole { .. }
        | ConditionKind::HasRole { .. } => false,
    };
    (!found).then_some(condition)
}

/// Whether an expression is the value, or has it in it.
fn holds(expr: &Expr, value: &Expr) -> bool {
    let any = |parts: &[&Expr]| parts.iter().any(|part| holds(part, value));
    if expr == value {
        return true;
    }
    match &expr.kind {
        ExprKind::Aggregate { over, .. } => over.iter().any(|part| any(&[part])),
        ExprKind::TimeTotal { of, .. } | ExprKind::TimeShare { of, .. } => any(&[of]),
        _ => any(&expr.operands()),
    }
}
