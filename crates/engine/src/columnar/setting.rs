//! What a plan is worked out with: a day, the values of the parameters, and the dials.

use std::collections::BTreeSet;

use jiff::civil::Date;
use regelspraak::model::{Model, ParameterId, Value};
use regelspraak::number::Number;

use super::amount::{WHOLE, common};
use super::graph::Range;
use super::request::{Moment, Wish};
use super::{Map, Refused};
use crate::over_time::Window;
use crate::parameters::ParameterValues;
use crate::plan::Plan;

/// A number that is read while a program runs, the same in every household: the value of a
/// parameter that variants differ by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dial {
    /// Its position among all dials.
    pub at: u32,
    /// It is turned to so many parts of one.
    pub scale: u64,
    /// The lowest and the highest it is turned to.
    pub range: Range,
}

/// The rules of a day, and the values of parameters that households are worked out with.
#[derive(Debug)]
pub(super) struct Setting {
    pub plan: Plan,
    pub date: Date,
    pub wishes: Vec<Wish>,
    /// The values before any dial is turned.
    pub parameters: ParameterValues,
    /// The stretches of days between the knips of the parameters that change in time.
    pub slices: Vec<Window>,
    /// By parameter, and by slice when it changes in time.
    dials: Map<(ParameterId, Option<usize>), Dial>,
}

impl Setting {
    /// The setting of a moment, with a dial for every value that a variant gives a parameter
    /// instead. The first dial gets the position `first`.
    pub fn new(model: &Model, moment: &Moment<'_>, first: u32) -> Result<Setting, Refused> {
        let all: Vec<&ParameterValues> =
            [moment.parameters].into_iter().chain(moment.variants.iter().copied()).collect();
        let mut setting = Setting {
            plan: moment.plan.clone(),
            date: moment.date,
            wishes: moment.wishes.to_vec(),
            parameters: moment.parameters.clone(),
            slices: slices(model, &all),
            dials: Map::default(),
        };
        let differing = moment.variants.iter().map(|it| it.differing(moment.parameters));
        let differing: BTreeSet<ParameterId> = differing.flatten().collect();
        for parameter in differing {
            for (slice, day) in setting.days_of(model, parameter) {
                let values = all.iter().map(|it| it.get(parameter, day).ok());
                let values: Vec<Option<&Value>> = values.collect();
                if values.iter().all(|value| *value == values[0]) {
                    continue;
                }
                let at = first + setting.dials.len() as u32;
                let dial = Dial::for_values(at, &values);
                let dial = dial.ok_or_else(|| {
                    refused(model, parameter, "een variant geeft geen getal in plaats van een getal. Maak er een eigen uitgangssituatie van")
                })?;
                setting.dials.insert((parameter, slice), dial);
            }
        }
        Ok(setting)
    }

    /// The dial of a parameter on a day, if it has one.
    pub fn dial(&self, parameter: ParameterId, day: Date) -> Option<&Dial> {
        if self.dials.is_empty() {
            return None;
        }
        let always = self.dials.get(&(parameter, None));
        always.or_else(|| self.dials.get(&(parameter, Some(self.slice_of(day)))))
    }

    /// How many dials there are.
    pub fn dials(&self) -> u32 {
        self.dials.len() as u32
    }

    /// The parameters that have a dial.
    pub fn dialled(&self) -> BTreeSet<ParameterId> {
        self.dials.keys().map(|&(parameter, _)| parameter).collect()
    }

    /// Turns the dials to the values of these parameters. Refused when they differ from those of
    /// the setting where there is no dial, or where it does not go so far or so fine.
    pub fn turn(
        &self,
        model: &Model,
        parameters: &ParameterValues,
        dials: &mut [f64],
    ) -> Result<(), Refused> {
        for parameter in parameters.differing(&self.parameters) {
            let mut knips =
                parameters.over_time(parameter).windows().map(|(window, _)| window.from);
            let known = |knip: Date| self.slices.iter().any(|slice| slice.from == knip);
            if model[parameter].timeline.is_some() && !knips.all(known) {
                return Err(refused(
                    model,
                    parameter,
                    "een variant verandert die op een andere dag dan een eerdere variant",
                ));
            }
            for (_, day) in self.days_of(model, parameter) {
                let same = parameters.get(parameter, day) == self.parameters.get(parameter, day);
                if !same && self.dial(parameter, day).is_none() {
                    return Err(refused(
                        model,
                        parameter,
                        "geen eerdere variant gaf een andere waarde",
                    ));
                }
            }
        }
        for (&(parameter, slice), dial) in &self.dials {
            let day = slice.map_or(self.date, |slice| self.slices[slice].from);
            let value = parameters.get(parameter, day).ok().and_then(|value| dial.value(value));
            let value = value.filter(|value| (dial.range.0..=dial.range.1).contains(value));
            dials[dial.at as usize] =
                value.ok_or_else(|| refused(model, parameter, &dial.admits()))?;
        }
        Ok(())
    }

    /// The slice that holds a day.
    pub fn slice_of(&self, day: Date) -> usize {
        self.slices.partition_point(|slice| slice.from <= day).saturating_sub(1)
    }

    /// The days for which a parameter has a value of its own, with their slices.
    fn days_of(&self, model: &Model, parameter: ParameterId) -> Vec<(Option<usize>, Date)> {
        match model[parameter].timeline {
            Some(_) => {
                let days = self.slices.iter().enumerate();
                days.map(|(slice, window)| (Some(slice), window.from)).collect()
            }
            None => vec![(None, self.date)],
        }
    }
}

fn refused(model: &Model, parameter: ParameterId, what: &str) -> Refused {
    let place = format!("parameter \"{}\"", model[parameter].name.singular);
    Refused { place, what: what.to_string() }
}

impl Dial {
    /// A dial that can be turned to each of these values, and to what lies between them in the same
    /// parts; nothing when not all are numbers.
    fn for_values(at: u32, values: &[Option<&Value>]) -> Option<Dial> {
        // As many decimals as they have; of a third, thirds.
        let parts = |value: &Option<&Value>| match value {
            Some(Value::Number(number)) => match number.decimals() {
                Some(decimals) => 10u64.checked_pow(decimals),
                None => number.fraction().map(|(_, parts)| parts),
            },
            _ => None,
        };
        let scale = values.iter().try_fold(1, |scale, value| common(scale, parts(value)?))?;
        let mut dial = Dial { at, scale, range: (f64::INFINITY, f64::NEG_INFINITY) };
        for value in values {
            let value = dial.value((*value)?)?;
            dial.range = (dial.range.0.min(value), dial.range.1.max(value));
        }
        Some(dial)
    }

    /// What it can be turned to, in words.
    fn admits(&self) -> String {
        let number = |parts: f64| {
            let whole = Number::from(self.scale as i64);
            Number::from(parts as i64).checked_div(&whole).unwrap_or(Number::ZERO)
        };
        let (low, high, step) = (number(self.range.0), number(self.range.1), number(1.0));
        format!("een variant kan van {low} tot en met {high} gaan, in stappen van {step}")
    }

    /// A value in its parts, if it is a whole number of them.
    fn value(&self, value: &Value) -> Option<f64> {
        let Value::Number(number) = value else { return None };
        let parts = number * &Number::from(i64::try_from(self.scale).ok()?);
        let parts = parts.to_i64()? as f64;
        (parts.abs() < WHOLE).then_some(parts)
    }
}

/// Cuts time at every knip of the parameters that change in it.
fn slices(model: &Model, all: &[&ParameterValues]) -> Vec<Window> {
    let every = (0..model.parameters.len() as u32).map(ParameterId);
    let timed = every.filter(|&parameter| model[parameter].timeline.is_some());
    let mut starts: Vec<Date> = timed
        .flat_map(|parameter| all.iter().map(move |it| it.over_time(parameter)))
        .flat_map(|over_time| over_time.windows())
        .map(|(window, _)| window.from)
        .chain([Date::MIN])
        .collect();
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([Date::MAX]);
    starts.iter().zip(ends).map(|(&from, until)| Window { from, until }).collect()
}
