//! Which properties and parameters a case reads. Facts are given, so navigating to a role is no dependency.

use std::collections::{BTreeSet, HashSet};

use regelspraak::model::{
    Action, BindingSource, Case, Condition, ConditionKind, Criterion, Expr, ExprKind, ParameterId,
    Property, RuleVersion, Subject, SubjectKind, VariableId,
};

/// The properties and parameters that decide whether the case fires, for whom, and with which value.
pub(super) fn of_case(
    version: &RuleVersion,
    case: &Case,
) -> (BTreeSet<Property>, BTreeSet<ParameterId>) {
    let (found, parameters) = (BTreeSet::new(), BTreeSet::new());
    let mut reads = Reads { version, found, parameters, seen: HashSet::new() };
    for binding in &version.bindings {
        match &binding.source {
            BindingSource::EveryWithKenmerk(kenmerk) => {
                reads.found.insert(Property::Kenmerk(*kenmerk));
            }
            BindingSource::Each(subject) => reads.subject(subject),
            BindingSource::Every | BindingSource::EveryWithRole(_) | BindingSource::Element => {}
        }
    }
    if let Some(condition) = &case.condition {
        reads.condition(condition);
    }
    reads.subject(case.action.target());
    match &case.action {
        Action::Assign { value, .. } | Action::Initialise { value, .. } => reads.expr(value),
        Action::Mark { .. } => {}
        Action::Check { criterion: Criterion::Condition(condition), .. } => {
            reads.condition(condition);
        }
        Action::Check { criterion: Criterion::Unique(series), .. } => {
            for series in series {
                reads.subject(&series.subject);
                series.key.iter().for_each(|value| reads.expr(value));
            }
        }
    }
    (reads.found, reads.parameters)
}

struct Reads<'m> {
    version: &'m RuleVersion,
    found: BTreeSet<Property>,
    parameters: BTreeSet<ParameterId>,
    seen: HashSet<VariableId>,
}

impl<'m> Reads<'m> {
    fn expr(&mut self, expr: &'m Expr) {
        match &expr.kind {
            ExprKind::Parameter(parameter) => {
                self.parameters.insert(*parameter);
            }
            ExprKind::Literal(_) | ExprKind::CalculationDate | ExprKind::CalculationYear => {}
            ExprKind::Variable(variable) => self.variable(*variable),
            ExprKind::Attribute { of, attribute } => {
                self.found.insert(Property::Attribute(*attribute));
                self.subject(of);
            }
            ExprKind::Count(subject) => self.subject(subject),
            ExprKind::Aggregate { over, .. } => over.iter().for_each(|operand| self.expr(operand)),
            ExprKind::TimeTotal { of, during, .. } => {
                self.expr(of);
                during.iter().for_each(|condition| self.condition(condition));
            }
            ExprKind::DaysThat { condition, .. } => self.condition(condition),
            ExprKind::TimeShare { of, during, .. } => {
                self.expr(of);
                self.condition(during);
            }
            _ => expr.operands().into_iter().for_each(|operand| self.expr(operand)),
        }
    }

    fn variable(&mut self, variable: VariableId) {
        if self.seen.insert(variable)
            && let Some(declared) = self.version.variables.get(usize::from(variable.0))
        {
            self.expr(&declared.value);
        }
    }

    fn subject(&mut self, subject: &'m Subject) {
        match &subject.kind {
            SubjectKind::Binding(_) | SubjectKind::All => {}
            SubjectKind::Role { of, .. } => self.subject(of),
            SubjectKind::Where { of, condition, .. } => {
                self.subject(of);
                self.condition(condition);
            }
            SubjectKind::Union(parts) => parts.iter().for_each(|part| self.subject(part)),
        }
    }

    fn condition(&mut self, condition: &'m Condition) {
        match &condition.kind {
            ConditionKind::Compare { left, right, .. } => {
                self.expr(left);
                right.iter().for_each(|operand| self.expr(operand));
            }
            ConditionKind::Empty { of, .. }
            | ConditionKind::ElevenTest { of, .. }
            | ConditionKind::Digits { of, .. } => self.expr(of),
            ConditionKind::HasKenmerk { subject, kenmerk, .. } => {
                self.found.insert(Property::Kenmerk(*kenmerk));
                self.subject(subject);
            }
            ConditionKind::PlaysRole { subject, .. } | ConditionKind::HasRole { subject, .. } => {
                self.subject(subject);
            }
            ConditionKind::Inconsistent { subject, check } => {
                self.found.insert(Property::Check(*check));
                self.subject(subject);
            }
            ConditionKind::Within { from, until, .. } => {
                from.iter().chain(until).for_each(|bound| self.expr(bound));
            }
            ConditionKind::Throughout { condition, .. } => self.condition(condition),
            ConditionKind::Compound { parts, .. } => {
                parts.iter().for_each(|part| self.condition(part));
            }
            ConditionKind::Each { over, condition, .. } => {
                self.subject(over);
                self.condition(condition);
            }
        }
    }
}
