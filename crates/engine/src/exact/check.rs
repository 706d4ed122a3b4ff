//! Who is inconsistent, by a consistentieregel (sections 8.1.6 and 9.5).

use std::collections::HashMap;

use regelspraak::model::{Action, Case, CheckId, Criterion, Series, Value};

use super::evaluator::{Context, Evaluator};
use super::fault::SharedFault;
use super::observer::Observer;
use super::step::mark;
use crate::data::InstanceId;
use crate::plan::{Step, StepRule};

/// For each instance whether it is inconsistent. Who a rule does not concern, is not.
pub(super) fn column<O: Observer + Copy>(
    context: Context<'_>,
    step: &Step,
    check: CheckId,
    observer: O,
) -> Vec<Result<bool, SharedFault>> {
    let count = context.state.data.count(context.model[check].objecttype);
    let mut column = vec![Ok(false); count];
    for rule in &step.rules {
        for &number in &rule.cases {
            let case = &rule.version(context.model).cases[number];
            match unique_series(case) {
                Some(series) => unique(context, rule, case, series, &mut column, observer),
                None => {
                    let rule = StepRule { cases: vec![number], ..rule.clone() };
                    mark(context, &rule, &mut column, observer);
                }
            }
        }
    }
    column
}

/// The series of a case that asks for unique values.
pub(crate) fn unique_series(case: &Case) -> Option<&[Series]> {
    match &case.action {
        Action::Check { criterion: Criterion::Unique(series), .. } => Some(series),
        Action::Check { criterion: Criterion::Condition(_), .. }
        | Action::Assign { .. }
        | Action::Initialise { .. }
        | Action::Mark { .. } => None,
    }
}

fn unique<O: Observer>(
    context: Context<'_>,
    rule: &StepRule,
    case: &Case,
    series: &[Series],
    column: &mut [Result<bool, SharedFault>],
    observer: O,
) {
    let version = rule.version(context.model);
    let mut evaluator = Evaluator::new(context, &context.model[rule.rule], version, observer);
    evaluator.for_each(None, &mut |evaluator, bound| match bound
        .and_then(|()| doubles(evaluator, case, series))
    {
        Ok(groups) => {
            let mut own = Vec::new();
            if evaluator.instances(case.action.target(), &mut own).is_ok() {
                let double = |one: &InstanceId| groups.iter().any(|it| it.members.contains(one));
                for instance in own.into_iter().filter(double) {
                    column[instance.position()] = Ok(true);
                }
            }
        }
        Err(fault) => {
            let judged = column.iter_mut().filter(|known| **known == Ok(false));
            judged.for_each(|known| *known = Err(fault.clone()));
        }
    });
}

/// Instances with the same values.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Doubles {
    pub key: Vec<Value>,
    pub members: Vec<InstanceId>,
}

/// Those among all series together who share their values with another, when the rule applies.
/// Who lacks one of the values has nothing to share.
pub(crate) fn doubles<O: Observer>(
    evaluator: &Evaluator<'_, O>,
    case: &Case,
    series: &[Series],
) -> Result<Vec<Doubles>, SharedFault> {
    if let Some(condition) = &case.condition
        && !evaluator.judge(condition)?
    {
        return Ok(Vec::new());
    }
    let mut groups: Vec<Doubles> = Vec::new();
    let mut places: HashMap<Vec<Value>, usize> = HashMap::new();
    for Series { subject, element, key, .. } in series {
        let mut instances = Vec::new();
        evaluator.instances(subject, &mut instances)?;
        let before = evaluator.place(*element, None);
        for instance in instances {
            evaluator.place(*element, Some(instance));
            let values = key.iter().map(|value| evaluator.value(value).map(|it| it.into_owned()));
            let values: Result<Vec<Value>, SharedFault> = values.collect();
            let values = match values {
                Ok(values) if values.iter().any(Value::is_empty) => continue,
                Ok(values) => values,
                Err(fault) => {
                    evaluator.place(*element, before);
                    return Err(fault);
                }
            };
            let place = *places.entry(values.clone()).or_insert_with(|| {
                groups.push(Doubles { key: values, members: Vec::new() });
                groups.len() - 1
            });
            if !groups[place].members.contains(&instance) {
                groups[place].members.push(instance);
            }
        }
        evaluator.place(*element, before);
    }
    groups.retain(|group| group.members.len() > 1);
    Ok(groups)
}
