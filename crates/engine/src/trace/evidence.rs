//! Why a consistentieregel calls an instance inconsistent.

use jiff::civil::Date;
use regelspraak::model::{CheckId, Model, Property, RuleId, Series, Value};

use super::record::try_case;
use super::recorder::Recorder;
use super::{Judged, Verdict};
use crate::data::InstanceId;
use crate::exact::Outcome;
use crate::exact::check::{doubles, unique_series};
use crate::exact::evaluator::{Context, Evaluator};
use crate::over_time::Clock;
use crate::plan::StepRule;

/// Where a check stands in the rules.
#[derive(Clone, Copy)]
pub(crate) struct Place<'m> {
    pub rule: RuleId,
    pub version: usize,
    /// Of a uniciteitsregel, its series.
    pub series: &'m [Series],
}

/// What makes an instance inconsistent.
pub(crate) enum Evidence {
    /// How its criterion was judged.
    Criterion(Judged),
    /// The values it shares, and with whom.
    Doubles { key: Vec<Value>, others: Vec<InstanceId> },
}

/// Why an instance is inconsistent on a day; nothing when it is not.
pub(crate) fn evidence<'m>(
    model: &'m Model,
    outcome: &Outcome,
    check: CheckId,
    instance: InstanceId,
    day: Date,
) -> Option<(Place<'m>, Evidence)> {
    let property = Property::Check(check);
    let (state, parameters) = (&outcome.state, &outcome.parameters);
    let (date, clock) = (outcome.date, Clock::at(day));
    let context = Context { model, state, parameters, date, clock: &clock };
    for (at, rule) in model.rules.iter().enumerate() {
        for (version, declared) in rule.versions.iter().enumerate() {
            let own = |case: &usize| declared.cases[*case].action.property() == property;
            let Some(number) = (0..declared.cases.len()).find(own) else { continue };
            let case = &declared.cases[number];
            let series = unique_series(case);
            let place = Place { rule: RuleId(at as u32), version, series: series.unwrap_or(&[]) };
            let Some(series) = series else {
                let rule = StepRule { rule: place.rule, version, cases: vec![number] };
                let mut attempts = Vec::new();
                try_case(context, &rule, number, instance, &mut attempts);
                let fired = attempts.into_iter().find(|it| it.verdict == Verdict::Fired)?;
                return Some((place, Evidence::Criterion(fired.criterion?)));
            };
            let mut found = None;
            let mut evaluator = Evaluator::new(context, rule, declared, Recorder::new());
            evaluator.for_each(None, &mut |evaluator, bound| {
                let groups = bound.and_then(|()| doubles(evaluator, case, series));
                let mut groups = groups.unwrap_or_default().into_iter();
                let group = groups.find(|group| group.members.contains(&instance));
                found = found.take().or(group);
            });
            let group = found?;
            let others = group.members.into_iter().filter(|other| *other != instance).collect();
            return Some((place, Evidence::Doubles { key: group.key, others }));
        }
    }
    None
}
