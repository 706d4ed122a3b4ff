//! What an evaluation can be watched for.

use regelspraak::model::{Condition, Expr, Span, Value, VariableId};

use super::evaluator::Evaluated;
use super::fault::SharedFault;
use crate::data::InstanceId;

/// Watches an evaluation. A run uses [`Nobody`], which costs nothing; an explanation evaluates
/// again with a recorder, which sees exactly what the run used, since evaluation is
/// deterministic.
pub(crate) trait Observer {
    /// The next step of the plan is taken.
    fn enter_step(&self) {}
    /// An operand was read; `instance` is whose attribuut it is, nothing when nobody is there.
    fn read(&self, _expr: &Expr, _instance: Option<InstanceId>, _value: &Evaluated<'_>) {}
    /// A kenmerk or role of an instance was looked at.
    fn looked_at(&self, _instance: Option<InstanceId>) {}
    /// Two values were compared.
    fn compared(&self, _left: &Value, _right: &Value) {}
    /// A variable is evaluated for the first time.
    fn enter_variable(&self) {}
    /// The variable has its value.
    fn leave_variable(&self, _variable: VariableId, _value: &Evaluated<'_>) {}
    /// A condition is judged.
    fn enter_condition(&self, _condition: &Condition) {}
    /// The condition was judged.
    fn leave_condition(&self, _condition: &Condition, _verdict: &Result<bool, SharedFault>) {}
    /// The next conditions are about this element of a condition on several.
    fn element(&self, _instance: InstanceId) {}
    /// The next condition decides whether this instance is selected.
    fn enter_filter(&self, _instance: InstanceId) {}
    /// That condition was judged.
    fn leave_filter(&self, _instance: InstanceId) {}
    /// A number was kept between bounds, or the smallest or largest of several was taken: which of
    /// them it became, by its position among those that are not leeg.
    fn chose<'v>(&self, _at: Span, _way: usize, _among: impl Iterator<Item = &'v Value>) {}
    /// The same is evaluated for many days from here on.
    fn enter_time(&self) {}
    /// It was evaluated for all days.
    fn leave_time(&self) {}
}

/// The observer of a run.
#[derive(Clone, Copy)]
pub(crate) struct Nobody;

impl Observer for Nobody {}
