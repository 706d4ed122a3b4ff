//! One rule version being evaluated: its bindings, its variables, and what it may read.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};

use jiff::civil::Date;
use regelspraak::model::{
    BindingId, BindingSource, Model, ParameterId, Rule, RuleVersion, Span, Value, VariableId,
};

use super::fault::unchecked::{NO_VALUE, NO_VARIABLE};
use super::fault::{Fault, SharedFault};
use super::observer::Observer;
use super::state::State;
use crate::data::InstanceId;
use crate::language::Text;
use crate::over_time::Clock;
use crate::parameters::ParameterValues;

/// The value of an expression, borrowed where it stands already.
pub(crate) type Evaluated<'a> = Result<Cow<'a, Value>, SharedFault>;

/// What every evaluation of a run shares.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub model: &'a Model,
    pub state: &'a State,
    pub parameters: &'a ParameterValues,
    pub date: Date,
    pub clock: &'a Clock,
}

/// Whether attributen were read, and whether any of them had a value: a sum is leeg when all
/// attributen in it are, whatever literals stand beside them (section 5.8.2).
#[derive(Clone, Copy, Default)]
pub(crate) struct AttributesRead {
    pub any: bool,
    pub filled: bool,
}

/// The memo of a variable: its value and the attributen it read.
type Memo = OnceCell<(Result<Value, SharedFault>, AttributesRead)>;

pub(crate) struct Evaluator<'a, O> {
    pub context: Context<'a>,
    pub rule: &'a Rule,
    pub version: &'a RuleVersion,
    pub observer: O,
    bindings: Vec<Cell<Option<InstanceId>>>,
    variables: Vec<Memo>,
    attributes: Cell<AttributesRead>,
}

impl<'a, O: Observer> Evaluator<'a, O> {
    pub fn new(
        context: Context<'a>,
        rule: &'a Rule,
        version: &'a RuleVersion,
        observer: O,
    ) -> Self {
        Evaluator {
            context,
            rule,
            version,
            observer,
            bindings: vec![Cell::new(None); version.bindings.len()],
            variables: version.variables.iter().map(|_| OnceCell::new()).collect(),
            attributes: Cell::default(),
        }
    }

    /// Runs the bindings of the version: `visit` gets every combination of instances, or the
    /// fault that kept a binding from being known. With `first`, the first binding is only that
    /// instance.
    pub fn for_each(
        &mut self,
        first: Option<InstanceId>,
        visit: &mut dyn FnMut(&Self, Result<(), SharedFault>),
    ) {
        self.bind(0, first, visit);
    }

    fn bind(
        &mut self,
        position: usize,
        first: Option<InstanceId>,
        visit: &mut dyn FnMut(&Self, Result<(), SharedFault>),
    ) {
        let Some(binding) = self.version.bindings.get(position) else {
            return visit(self, Ok(()));
        };
        let Context { model, state, clock, .. } = self.context;
        let bound_to = |this: &mut Self, instance, visit: &mut dyn FnMut(&Self, _)| {
            this.set(position, instance);
            this.bind(position + 1, first, visit);
        };
        let only = first.filter(|_| position == 0);
        let every = state.data.instances(binding.objecttype);
        let every = every.filter(|instance| only.is_none_or(|only| only == *instance));
        match &binding.source {
            BindingSource::Element => self.bind(position + 1, first, visit),
            BindingSource::Every => every.for_each(|instance| bound_to(self, instance, visit)),
            BindingSource::EveryWithRole(role) => {
                let opposite = model[model[*role].facttype].opposite(*role);
                for instance in every {
                    if !state.data.players(opposite, instance).is_empty() {
                        bound_to(self, instance, visit);
                    }
                }
            }
            BindingSource::EveryWithKenmerk(kenmerk) => {
                for instance in every {
                    match state.has(*kenmerk, instance, clock) {
                        Ok(true) => bound_to(self, instance, visit),
                        Ok(false) => {}
                        Err(fault) => {
                            self.set(position, instance);
                            visit(self, Err(fault.clone()));
                        }
                    }
                }
            }
            BindingSource::Each(subject) => {
                self.forget(position);
                let mut instances = Vec::new();
                match self.instances(subject, &mut instances) {
                    Ok(()) => {
                        let instances = instances.into_iter();
                        instances.for_each(|instance| bound_to(self, instance, visit));
                    }
                    Err(fault) => visit(self, Err(fault)),
                }
            }
        }
        self.forget(position);
    }

    /// Binds, and forgets the variables of the previous combination.
    fn set(&mut self, position: usize, instance: InstanceId) {
        self.bindings[position].set(Some(instance));
        self.variables.iter_mut().for_each(|memo| *memo = OnceCell::new());
    }

    fn forget(&mut self, position: usize) {
        self.bindings[position].set(None);
    }

    /// The instance in a binding; nothing when it is not bound (yet).
    pub fn bound(&self, binding: BindingId) -> Option<InstanceId> {
        self.bindings.get(usize::from(binding.0)).and_then(Cell::get)
    }

    /// Puts an element where the condition on elements expects it, and gives back who stood there.
    pub fn place(&self, element: BindingId, instance: Option<InstanceId>) -> Option<InstanceId> {
        self.bindings.get(usize::from(element.0)).and_then(|cell| cell.replace(instance))
    }

    /// The instances in the bindings, in order.
    pub fn combination(&self) -> Vec<Option<InstanceId>> {
        self.bindings.iter().map(Cell::get).collect()
    }

    /// The value of a variable: evaluated when first needed, once for each combination of
    /// instances (section 11.1).
    pub fn variable(&self, variable: VariableId, span: Span) -> Evaluated<'_> {
        let position = usize::from(variable.0);
        let (Some(memo), Some(declared)) =
            (self.variables.get(position), self.version.variables.get(position))
        else {
            return Err(self.unchecked(NO_VARIABLE, span));
        };
        if self.context.clock.is_visiting() {
            // The memo is for the day of the rule as a whole.
            return self.value(&declared.value).map(|value| Cow::Owned(value.into_owned()));
        }
        if memo.get().is_none() {
            self.observer.enter_variable();
            let (value, read) = self.counting(|| self.value(&declared.value));
            self.observer.leave_variable(variable, &value);
            // A variable uses earlier variables only, so the memo is still empty.
            let _ = memo.set((value.map(Cow::into_owned), read));
        }
        match memo.get() {
            Some((value, read)) => {
                self.count(*read);
                value.as_ref().map(Cow::Borrowed).map_err(SharedFault::clone)
            }
            None => Err(self.unchecked(NO_VALUE, span)),
        }
    }

    pub fn parameter(&self, parameter: ParameterId) -> Evaluated<'_> {
        let clock = self.context.clock;
        let declared = &self.context.model[parameter];
        let (value, window) = self.context.parameters.at(parameter, clock.day());
        let mut needed = self.context.date;
        if declared.timeline.is_some() {
            clock.narrow(window);
            needed = clock.day();
        }
        value.map(Cow::Borrowed).map_err(|reason| {
            self.fault(Fault::MissingParameter {
                parameter: declared.name.singular.clone(),
                day: (needed > Date::MIN).then_some(needed),
                reason: reason.clone(),
                rule: self.rule.name.clone(),
            })
        })
    }

    /// Runs `evaluate` and says which attributen it read; they count for what goes on outside it
    /// only when the caller says so.
    pub fn counting<T>(&self, evaluate: impl FnOnce() -> T) -> (T, AttributesRead) {
        let before = self.attributes.take();
        let result = evaluate();
        (result, self.attributes.replace(before))
    }

    pub fn count(&self, read: AttributesRead) {
        let AttributesRead { any, filled } = self.attributes.get();
        self.attributes.set(AttributesRead { any: any || read.any, filled: filled || read.filled });
    }

    pub fn fault(&self, fault: Fault) -> SharedFault {
        SharedFault::new(fault)
    }

    pub fn rule_name(&self) -> String {
        self.rule.name.clone()
    }

    pub fn unchecked(&self, what: Text, span: Span) -> SharedFault {
        self.fault(Fault::Unchecked { what, rule: self.rule_name(), span })
    }
}
