//! One step of a plan: one property of every instance.

use jiff::civil::Date;
use regelspraak::model::{
    Action, AttributeId, Case, Criterion, KenmerkId, Model, Property, RuleId, Value,
};

use super::check;
use super::evaluator::{Context, Evaluator};
use super::fault::unchecked::KENMERK_AS_ATTRIBUTE;
use super::fault::{Fault, SharedFault};
use super::observer::Observer;
use super::state::{Derived, State};
use crate::data::InstanceId;
use crate::describe;
use crate::over_time::{Clock, OverTime, Window};
use crate::parameters::ParameterValues;
use crate::plan::{Step, StepRule};
use crate::text;

/// What the cases so far made of a property of one instance.
#[derive(Clone)]
enum Cell {
    Untouched,
    Given(Value, RuleId),
    Faulted(SharedFault),
}

/// Derives the property of a step for every instance.
pub(super) fn run<O: Observer + Copy>(
    model: &Model,
    step: &Step,
    parameters: &ParameterValues,
    date: Date,
    state: &mut State,
    observer: O,
) {
    if model.property_timeline(step.property).is_some() {
        let column = over_time(model, step, parameters, date, state, observer);
        return state.set_over_time(step.property, column);
    }
    let clock = Clock::at(date);
    let context = Context { model, state, parameters, date, clock: &clock };
    match step.property {
        Property::Attribute(attribute) => {
            let column = attribute_column(context, step, attribute, observer);
            state.set_attribute(attribute, column);
        }
        Property::Kenmerk(kenmerk) => {
            let column = kenmerk_column(context, step, kenmerk, observer);
            state.set_kenmerk(kenmerk, column);
        }
        Property::Check(check) => {
            let column = check::column(context, step, check, observer);
            state.set_check(check, column);
        }
    }
}

/// Derives a property that changes in time: once for every stretch of days between two knips of
/// what its rules read (section 5.1.4).
fn over_time<O: Observer + Copy>(
    model: &Model,
    step: &Step,
    parameters: &ParameterValues,
    date: Date,
    state: &State,
    observer: O,
) -> Vec<Derived> {
    let clock = Clock::at(date);
    let context = Context { model, state, parameters, date, clock: &clock };
    let mut columns: Vec<Derived> = Vec::new();
    let evaluate = || match step.property {
        Property::Attribute(attribute) => attribute_column(context, step, attribute, observer),
        Property::Kenmerk(kenmerk) => {
            let column = kenmerk_column(context, step, kenmerk, observer).into_iter();
            column.map(|verdict| verdict.map(Value::Boolean)).collect()
        }
        Property::Check(check) => {
            let column = check::column(context, step, check, observer).into_iter();
            column.map(|verdict| verdict.map(Value::Boolean)).collect()
        }
    };
    let mut last = Date::MIN;
    let done = clock.sweep(Window::ALWAYS, evaluate, |window, column| {
        last = window.from;
        match columns.is_empty() {
            true => columns = column.into_iter().map(OverTime::constant).collect(),
            false => columns
                .iter_mut()
                .zip(column)
                .for_each(|(over_time, value)| over_time.from_then_on(window.from, value)),
        }
        true
    });
    if done.is_none() {
        let rule = step.rules.iter().chain(&step.initial).next().map(|rule| rule.rule);
        let rule = rule.map(|rule| model[rule].name.clone()).unwrap_or_default();
        let property = model.property_name(step.property).singular.clone();
        let fault = SharedFault::new(Fault::TooManyPeriods { property, rule });
        columns.iter_mut().for_each(|over_time| over_time.from_then_on(last, Err(fault.clone())));
    }
    columns
}

/// The input where no rule fires, the value of the rules that fire where one does (they must
/// agree), and over what is then still leeg, the initialisation (sections 9.1 and 9.6).
fn attribute_column<O: Observer + Copy>(
    context: Context<'_>,
    step: &Step,
    attribute: AttributeId,
    observer: O,
) -> Vec<Result<Value, SharedFault>> {
    let property = Property::Attribute(attribute);
    let given = given(context, property);
    let mut cells = vec![Cell::Untouched; given.len()];
    assign(context, &step.rules, attribute, &mut cells, |_| true, observer);
    let mut column: Vec<Result<Value, SharedFault>> = cells
        .into_iter()
        .zip(given)
        .map(|(cell, given)| match cell {
            Cell::Untouched => Ok(given.clone()),
            Cell::Given(value, _) => Ok(value),
            Cell::Faulted(fault) => Err(fault),
        })
        .collect();
    if !step.initial.is_empty() {
        let mut initial = vec![Cell::Untouched; column.len()];
        let empty = |at: usize| matches!(column[at], Ok(Value::Empty));
        assign(context, &step.initial, attribute, &mut initial, empty, observer);
        for (value, cell) in column.iter_mut().zip(initial) {
            match cell {
                Cell::Untouched => {}
                Cell::Given(first, _) => *value = Ok(first),
                Cell::Faulted(fault) => *value = Err(fault),
            }
        }
    }
    column
}

/// What was given for a property of each instance, on the day of the clock.
fn given<'s>(context: Context<'s>, property: Property) -> Vec<&'s Value> {
    let Context { model, state, clock, .. } = context;
    let timed = model.property_timeline(property).is_some();
    let instances = state.data.instances(model.property_owner(property));
    let given = instances.map(|instance| {
        let (value, window) = state.data.given(property, instance, clock.day());
        if timed {
            clock.narrow(window);
        }
        value
    });
    given.collect()
}

fn assign<O: Observer + Copy>(
    context: Context<'_>,
    rules: &[StepRule],
    attribute: AttributeId,
    cells: &mut [Cell],
    open: impl Fn(usize) -> bool,
    observer: O,
) {
    for rule in rules {
        for_each_case(context, rule, observer, &mut |evaluator, case, target| {
            let at = match target {
                Ok(target) => target.position(),
                Err(fault) => return poison(evaluator, case, cells, &fault),
            };
            if !open(at) || matches!(cells[at], Cell::Faulted(_)) {
                return;
            }
            match assigned(evaluator, case, attribute) {
                Ok(None) => {}
                Ok(Some(value)) => {
                    let (owner, index) = (case.action.target().objecttype, at as u32);
                    let target = InstanceId { objecttype: owner, index };
                    merge(context, &mut cells[at], attribute, target, value, rule.rule);
                }
                Err(fault) => cells[at] = Cell::Faulted(fault),
            }
        });
    }
}

/// The value a case gives, or nothing when it does not fire.
fn assigned<O: Observer>(
    evaluator: &Evaluator<'_, O>,
    case: &Case,
    attribute: AttributeId,
) -> Result<Option<Value>, SharedFault> {
    match &case.condition {
        Some(condition) if !evaluator.judge(condition)? => Ok(None),
        _ => value_given(evaluator, case, attribute).map(Some),
    }
}

/// The value a case gives when it fires; it must fit the attribuut (section 6.1.2).
pub(crate) fn value_given<O: Observer>(
    evaluator: &Evaluator<'_, O>,
    case: &Case,
    attribute: AttributeId,
) -> Result<Value, SharedFault> {
    let value = match &case.action {
        Action::Assign { value, .. } | Action::Initialise { value, .. } => value,
        Action::Mark { .. } | Action::Check { .. } => {
            return Err(evaluator.unchecked(KENMERK_AS_ATTRIBUTE, case.span));
        }
    };
    let value = evaluator.value(value)?.into_owned();
    let model = evaluator.context.model;
    let declared = &model[attribute];
    if describe::fits(model, &declared.datatype, &value) {
        return Ok(value);
    }
    Err(evaluator.fault(Fault::DoesNotFit {
        attribute: declared.name.singular.clone(),
        value: describe::with_unit(model, &declared.datatype, &value),
        expected: describe::datatype(model, &declared.datatype),
        rule: evaluator.rule_name(),
    }))
}

fn merge(
    context: Context<'_>,
    cell: &mut Cell,
    attribute: AttributeId,
    target: InstanceId,
    value: Value,
    rule: RuleId,
) {
    match cell {
        Cell::Untouched => *cell = Cell::Given(value, rule),
        Cell::Given(first, first_rule) if *first != value => {
            let model = context.model;
            let declared = &model[attribute];
            let (name, id) = (&declared.name.singular, context.state.data.id(target));
            let show = |value: &Value| describe::with_unit(model, &declared.datatype, value);
            *cell = Cell::Faulted(SharedFault::new(Fault::Conflict {
                property: text!("{name} van {id}", "{name} of {id}"),
                first_rule: model[*first_rule].name.clone(),
                first: show(first),
                second_rule: model[rule].name.clone(),
                second: show(&value),
            }));
        }
        Cell::Given(..) | Cell::Faulted(_) => {}
    }
}

/// A kenmerk is there when it was given or when a rule marks it (section 9.2). A rule that cannot
/// be judged does not matter where another marks it: rules only ever add a kenmerk.
fn kenmerk_column<O: Observer + Copy>(
    context: Context<'_>,
    step: &Step,
    kenmerk: KenmerkId,
    observer: O,
) -> Vec<Result<bool, SharedFault>> {
    let given = given(context, Property::Kenmerk(kenmerk)).into_iter();
    let mut column: Vec<Result<bool, SharedFault>> =
        given.map(|given| Ok(*given == Value::Boolean(true))).collect();
    step.rules.iter().for_each(|rule| mark(context, rule, &mut column, observer));
    column
}

/// Marks in a column for whom the cases of a rule fire.
pub(super) fn mark<O: Observer>(
    context: Context<'_>,
    rule: &StepRule,
    column: &mut [Result<bool, SharedFault>],
    observer: O,
) {
    for_each_case(context, rule, observer, &mut |evaluator, case, target| {
        let (targets, verdict) = match target {
            Ok(target) if column[target.position()] == Ok(true) => return,
            Ok(target) => (target.position()..target.position() + 1, fires(evaluator, case)),
            Err(fault) => match evaluator.single(case.action.target()) {
                Ok(Some(target)) => (target.position()..target.position() + 1, Err(fault)),
                _ => (0..column.len(), Err(fault)),
            },
        };
        for known in &mut column[targets] {
            match (&known, &verdict) {
                (Ok(false), Err(fault)) => *known = Err(fault.clone()),
                (Ok(false) | Err(_), Ok(true)) => *known = Ok(true),
                _ => {}
            }
        }
    });
}

/// Whether a case marks its target: its condition holds, and what must be so is not.
fn fires<O: Observer>(evaluator: &Evaluator<'_, O>, case: &Case) -> Result<bool, SharedFault> {
    if let Some(condition) = &case.condition
        && !evaluator.judge(condition)?
    {
        return Ok(false);
    }
    match &case.action {
        Action::Check { criterion: Criterion::Condition(criterion), .. } => {
            evaluator.judge(criterion).map(|met| !met)
        }
        _ => Ok(true),
    }
}

/// A binding or a target could not be determined: whoever it may concern is faulted.
fn poison<O: Observer>(
    evaluator: &Evaluator<'_, O>,
    case: &Case,
    cells: &mut [Cell],
    fault: &SharedFault,
) {
    match evaluator.single(case.action.target()) {
        Ok(Some(target)) => cells[target.position()] = Cell::Faulted(fault.clone()),
        _ => cells.fill(Cell::Faulted(fault.clone())),
    }
}

/// What is done with a case and the instance it concerns.
type Visit<'v, O> = dyn FnMut(&Evaluator<'_, O>, &Case, Result<InstanceId, SharedFault>) + 'v;

/// Runs the cases of a rule for every combination of instances, with the instance each concerns.
/// A case whose target is nobody is not run.
fn for_each_case<O: Observer>(
    context: Context<'_>,
    rule: &StepRule,
    observer: O,
    visit: &mut Visit<'_, O>,
) {
    let version = rule.version(context.model);
    let mut evaluator = Evaluator::new(context, &context.model[rule.rule], version, observer);
    evaluator.for_each(None, &mut |evaluator, bound| {
        for &case in &rule.cases {
            let case = &version.cases[case];
            let target = match &bound {
                Ok(()) => evaluator.single(case.action.target()).transpose(),
                Err(fault) => Some(Err(fault.clone())),
            };
            if let Some(target) = target {
                visit(evaluator, case, target);
            }
        }
    });
}
