//! The observer that writes down what an evaluation uses.

use std::cell::{Cell, RefCell};

use regelspraak::model::{Condition, ConditionKind, Expr, ExprKind, Value, VariableId};

use super::{Detail, Filter, Judged, Judgement, Operand, Source, Used, VariableUse};
use crate::data::InstanceId;
use crate::exact::SharedFault;
use crate::exact::evaluator::Evaluated;
use crate::exact::observer::Observer;

/// What is being evaluated, with what it has used so far.
#[derive(Default)]
struct Layer {
    used: Used,
    parts: Vec<Judged>,
    elements: Vec<InstanceId>,
    pairs: Vec<(Value, Value)>,
    looked_at: Option<InstanceId>,
}

/// A stack of what is being evaluated; what ends is written down with what it stands in.
pub(super) struct Recorder {
    layers: RefCell<Vec<Layer>>,
    variables: RefCell<Vec<VariableUse>>,
    /// How many evaluations for many days are under way; of those nothing is written down.
    muted: Cell<u32>,
}

impl Recorder {
    pub fn new() -> Recorder {
        Recorder {
            layers: RefCell::new(vec![Layer::default()]),
            variables: RefCell::default(),
            muted: Cell::new(0),
        }
    }

    /// The condition judged since the last call, and what was used outside it; and starts anew.
    pub fn take_condition(&self) -> Option<Judged> {
        self.end().parts.pop()
    }

    /// What was used since the last call, and starts anew.
    pub fn take_used(&self) -> Used {
        self.end().used
    }

    /// The variables evaluated since the last call.
    pub fn take_variables(&self) -> Vec<VariableUse> {
        self.variables.take()
    }

    fn begin(&self) {
        self.layers.borrow_mut().push(Layer::default());
    }

    fn end(&self) -> Layer {
        let mut layers = self.layers.borrow_mut();
        let ended = layers.pop().unwrap_or_default();
        if layers.is_empty() {
            layers.push(Layer::default());
        }
        ended
    }

    fn within(&self, change: impl FnOnce(&mut Layer)) {
        if let Some(layer) = self.layers.borrow_mut().last_mut() {
            change(layer);
        }
    }
}

impl Observer for Recorder {
    fn read(&self, expr: &Expr, instance: Option<InstanceId>, value: &Evaluated<'_>) {
        if self.muted.get() > 0 {
            return;
        }
        let source = match &expr.kind {
            ExprKind::Attribute { attribute, .. } => {
                Source::Attribute { attribute: *attribute, instance }
            }
            ExprKind::Parameter(parameter) => Source::Parameter(*parameter),
            ExprKind::Variable(variable) => Source::Variable(*variable),
            ExprKind::CalculationDate | ExprKind::CalculationYear => Source::CalculationDate,
            ExprKind::Count(_) => Source::Count,
            ExprKind::TimeTotal { .. } | ExprKind::DaysThat { .. } | ExprKind::TimeShare { .. } => {
                Source::OverTime
            }
            _ => Source::Literal,
        };
        let value = owned(value);
        self.within(|layer| layer.used.operands.push(Operand { span: expr.span, source, value }));
    }

    fn looked_at(&self, instance: Option<InstanceId>) {
        if self.muted.get() > 0 {
            return;
        }
        self.within(|layer| layer.looked_at = instance);
    }

    fn compared(&self, left: &Value, right: &Value) {
        if self.muted.get() > 0 {
            return;
        }
        self.within(|layer| layer.pairs.push((left.clone(), right.clone())));
    }

    fn enter_variable(&self) {
        if self.muted.get() > 0 {
            return;
        }
        self.begin();
    }

    fn leave_variable(&self, variable: VariableId, value: &Evaluated<'_>) {
        if self.muted.get() > 0 {
            return;
        }
        let used = self.end().used;
        self.variables.borrow_mut().push(VariableUse { variable, value: owned(value), used });
    }

    fn enter_condition(&self, _: &Condition) {
        if self.muted.get() > 0 {
            return;
        }
        self.begin();
    }

    fn leave_condition(&self, condition: &Condition, verdict: &Result<bool, SharedFault>) {
        if self.muted.get() > 0 {
            return;
        }
        let layer = self.end();
        let outcome = match verdict {
            Ok(true) => Judgement::True,
            Ok(false) => Judgement::False,
            Err(fault) => Judgement::Faulted(fault.clone()),
        };
        let judged = judged(condition, outcome, layer);
        self.within(|layer| layer.parts.push(judged));
    }

    fn element(&self, instance: InstanceId) {
        if self.muted.get() > 0 {
            return;
        }
        self.within(|layer| layer.elements.push(instance));
    }

    fn enter_filter(&self, _: InstanceId) {
        if self.muted.get() > 0 {
            return;
        }
        self.begin();
    }

    fn leave_filter(&self, instance: InstanceId) {
        if self.muted.get() > 0 {
            return;
        }
        if let Some(condition) = self.end().parts.pop() {
            self.within(|layer| layer.used.filters.push(Filter { instance, condition }));
        }
    }

    fn enter_time(&self) {
        self.muted.set(self.muted.get() + 1);
    }

    fn leave_time(&self) {
        self.muted.set(self.muted.get() - 1);
    }
}

fn owned(value: &Evaluated<'_>) -> Result<Value, SharedFault> {
    value.as_ref().map(|value| value.clone().into_owned()).map_err(SharedFault::clone)
}

fn judged(condition: &Condition, outcome: Judgement, layer: Layer) -> Judged {
    let Layer { used, mut parts, elements, pairs, looked_at: instance } = layer;
    let detail = match &condition.kind {
        ConditionKind::Compare { comparison, .. } => {
            Detail::Comparison { comparison: *comparison, pairs }
        }
        ConditionKind::Empty { .. }
        | ConditionKind::ElevenTest { .. }
        | ConditionKind::Digits { .. }
        | ConditionKind::Within { .. } => Detail::Check,
        ConditionKind::Throughout { .. } => {
            // The values are those of one day; whether it holds goes over all of them.
            let used = parts.pop().map(|part| part.used).unwrap_or_default();
            return Judged { span: condition.span, outcome, detail: Detail::Check, used };
        }
        ConditionKind::HasKenmerk { kenmerk, negated, .. } => {
            Detail::Kenmerk { kenmerk: *kenmerk, instance, negated: *negated }
        }
        ConditionKind::Inconsistent { check, .. } => {
            Detail::Inconsistent { check: *check, instance }
        }
        ConditionKind::PlaysRole { role, negated, .. }
        | ConditionKind::HasRole { role, negated, .. } => {
            Detail::Role { role: *role, instance, negated: *negated }
        }
        ConditionKind::Compound { quantifier, parts: all } => {
            let rest = all.iter().skip(parts.len());
            let not_judged = rest.map(|part| judged(part, Judgement::NotJudged, Layer::default()));
            parts.extend(not_judged.collect::<Vec<_>>());
            Detail::Compound { quantifier: *quantifier, parts }
        }
        ConditionKind::Each { quantifier, .. } => {
            let elements = elements.into_iter().zip(parts).collect();
            Detail::Each { quantifier: *quantifier, elements }
        }
    };
    Judged { span: condition.span, outcome, detail, used }
}
