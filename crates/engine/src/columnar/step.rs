//! One step of a plan, over columns.

use std::rc::Rc;

use jiff::civil::Date;
use regelspraak::model::{Action, AttributeId, Model, NumberType, Property, Sign, Type};

use super::column::{Column, Values, close};
use super::condition::Mask;
use super::frame::{Context, Frame, NOBODY};
use super::{Columns, Refused};
use crate::parameters::ParameterValues;
use crate::plan::{Plan, Step, StepRule};

/// The first rule of a step, to say what is refused.
fn first_rule(model: &Model, step: &Step) -> String {
    let rule = step.rules.iter().chain(&step.initial).next();
    format!("regel \"{}\"", rule.map_or("", |rule| model[rule.rule].name.as_str()))
}

/// Derives the property of a step for all instances.
pub(super) fn run(
    model: &Model,
    plan: &Plan,
    step: &Step,
    parameters: &ParameterValues,
    date: Date,
    columns: &mut Columns,
) -> Result<(), Refused> {
    let slices = match model.property_timeline(step.property) {
        Some(_) => (0..columns.slices.len()).map(Some).collect(),
        None => vec![None],
    };
    let timed = slices != [None];
    let mut derived = Vec::with_capacity(slices.len());
    for slice in slices {
        let context = |rule: &StepRule| Context {
            model,
            plan,
            columns,
            parameters,
            date,
            rule: &model[rule.rule],
            version: rule.version(model),
            slice,
        };
        derived.push(Rc::new(match step.property {
            Property::Attribute(attribute) => attribute_column(model, step, attribute, &context)?,
            Property::Kenmerk(kenmerk) => {
                let mut result = (*columns.kenmerken[kenmerk.index()]).clone();
                for rule in &step.rules {
                    let context = context(rule);
                    let frame = Frame::of_version(context)?;
                    for &case in &rule.cases {
                        mark(context, &frame, case, &mut result)?;
                    }
                }
                result
            }
            Property::Check(_) => {
                let what = "een consistentieregel".into();
                return Err(Refused { place: first_rule(model, step), what });
            }
        }));
    }
    let today = if timed { columns.slice_of(date) } else { 0 };
    if let Some(column) = derived.get(today) {
        columns.store(step.property, column.clone());
    }
    if timed {
        columns.over_time.insert(step.property, derived);
    }
    Ok(())
}

/// The column of an attribuut after its rules and initialisations.
fn attribute_column<'c>(
    model: &Model,
    step: &Step,
    attribute: AttributeId,
    context: &impl Fn(&StepRule) -> Context<'c>,
) -> Result<Column, Refused> {
    let textual = || Refused {
        place: first_rule(model, step),
        what: format!("{} is tekst of een tijdstip", model[attribute].name.singular),
    };
    let first = step.rules.iter().chain(&step.initial).next().ok_or_else(textual)?;
    let stored = context(first).columns.attributes[attribute.index()].as_deref();
    let mut result = stored.cloned().ok_or_else(textual)?;
    let mut touched = vec![false; result.valid.len()];
    for rule in &step.rules {
        assign(context(rule), rule, attribute, &mut result, &mut touched)?;
    }
    let filled = |row: usize| result.valid[row] || result.fault[row];
    let closed: Vec<bool> = (0..touched.len()).map(filled).collect();
    // All initialisations together, since two that differ are a fault as for other rules.
    let mut initial = Column { fault: closed.clone(), ..result.clone() };
    let mut given = vec![false; closed.len()];
    for rule in &step.initial {
        assign(context(rule), rule, attribute, &mut initial, &mut given)?;
    }
    for row in 0..closed.len() {
        if !closed[row] && (given[row] || initial.fault[row]) {
            result.copy(row, &initial, row);
        }
    }
    Ok(result)
}

fn condition(context: Context<'_>, frame: &Frame<'_>, case: usize) -> Result<Mask, Refused> {
    let mut mask = match &context.version.cases[case].condition {
        Some(condition) => frame.judge(context, condition)?,
        None => Mask { holds: vec![true; frame.rows], fault: vec![false; frame.rows] },
    };
    super::expression::or_into(&mut mask.fault, &frame.fault);
    Ok(mask)
}

/// Runs the cases of a rule that give an attribuut its value. A faulted row stays faulted.
fn assign(
    context: Context<'_>,
    rule: &StepRule,
    attribute: AttributeId,
    result: &mut Column,
    touched: &mut [bool],
) -> Result<(), Refused> {
    let frame = Frame::of_version(context)?;
    for &case in &rule.cases {
        let action = &context.version.cases[case].action;
        let targets = frame.single(context, action.target())?;
        let mask = condition(context, &frame, case)?;
        let value = match action {
            Action::Assign { value, .. } | Action::Initialise { value, .. } => value,
            Action::Mark { .. } | Action::Check { .. } => {
                return Err(context.refuse("een kenmerk als attribuut"));
            }
        };
        let value = frame.evaluate(context, value)?;
        let datatype = &context.model[attribute].datatype;
        for (row, &target) in targets.iter().enumerate() {
            let at = target as usize;
            if target == NOBODY || result.fault[at] {
                continue;
            }
            if mask.fault[row] {
                result.fault[at] = true;
            } else if mask.holds[row] {
                let conflict = touched[at] && !result.same(at, &value, row);
                if value.fault[row] || conflict || !fits(datatype, &value, row) {
                    result.fault[at] = true;
                } else if !touched[at] {
                    result.copy(at, &value, row);
                    touched[at] = true;
                }
            }
        }
    }
    Ok(())
}

fn mark(
    context: Context<'_>,
    frame: &Frame<'_>,
    case: usize,
    result: &mut Column,
) -> Result<(), Refused> {
    let targets = frame.single(context, context.version.cases[case].action.target())?;
    let mask = condition(context, frame, case)?;
    let Values::Boolean(holds) = &mut result.values else {
        return Err(context.refuse("een kenmerk van een ander datatype"));
    };
    for (row, &target) in targets.iter().enumerate() {
        let at = target as usize;
        if target == NOBODY || holds[at] {
            continue;
        }
        if mask.fault[row] {
            result.fault[at] = true;
        } else if mask.holds[row] {
            (holds[at], result.fault[at]) = (true, false);
        }
    }
    Ok(())
}

/// Whether a value fits the datatype of its attribuut; decimals up to the tolerance.
fn fits(datatype: &Type, column: &Column, row: usize) -> bool {
    let (Type::Number(NumberType { sign, decimals, .. }), Values::Number(list), true) =
        (datatype, &column.values, column.valid[row])
    else {
        return true;
    };
    let value = list[row];
    let sign = match sign {
        Sign::Any => true,
        Sign::Negative => value < 0.0,
        Sign::NonNegative => value >= 0.0,
        Sign::Positive => value > 0.0,
    };
    sign && decimals.is_none_or(|decimals| {
        let scaled = value * 10f64.powi(decimals.min(300) as i32);
        close(scaled, scaled.round())
    })
}
