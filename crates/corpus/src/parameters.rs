//! The values of parameters by date: `parameters.yaml`.
//!
//! A value holds from `vanaf` to the day before the next one. The last value says until when it
//! holds (`tot_en_met`), or that it holds until it is changed (`onbepaald`). A day without a
//! value is therefore always a choice: either the file ends there, or it says why (`ontbreekt`).
//! A value without a source does not load.

use std::sync::Arc;

use engine::json::{JsonProblem, expected, value_from_json};
use engine::language::{Bilingual, Text};
use engine::over_time::OverTime;
use engine::parameters::ParameterValues;
use jiff::civil::Date;
use regelspraak::model::{Model, ParameterId, Type, Value};
use serde::{Deserialize, Serialize};

use crate::document::{Document, DocumentError, Fields, Item, Problems};
use crate::files::File;
use crate::outcomes::known_name;
use crate::periods::{self, ChangeError, Dated, Days, Origin};
use crate::texts::{self, kind};

/// The fields of a period.
const FIELDS: [&str; 8] =
    ["vanaf", "tot_en_met", "waarde", "ontbreekt", "engels", "bron", "zekerheid", "afgeleid"];

/// The periods of every parameter of a model, in the order of the model; each list by date,
/// without overlap or holes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ParameterSet {
    periods: Vec<Vec<Period>>,
}

/// A period of a parameter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day, or nothing when it holds until it is changed.
    pub until: Option<Date>,
    /// The value, or why there is none.
    pub stated: Result<Stated, Text>,
    /// The file it stands in.
    pub file: String,
    /// The line.
    pub line: u32,
}

/// A value with its source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stated {
    /// The value, in the unit of the parameter.
    pub value: Value,
    /// Law article or publication.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// How it was derived, for a derived value.
    pub derived: Option<String>,
}

/// How sure a value is. A value from memory or one weak source is not accepted at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confidence {
    /// Two independent sources, or law text that reproduces a published example.
    A,
    /// One official source.
    B,
    /// Derived from values of confidence A or B.
    D,
}

impl Confidence {
    /// The letter that files and answers have for it.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::A => "A",
            Confidence::B => "B",
            Confidence::D => "D",
        }
    }
}

impl Dated for Period {
    fn days(&self) -> Days {
        Days { from: self.from, until: self.until }
    }

    fn begin(&mut self, from: Date) {
        self.from = from;
    }

    fn end(&mut self, until: Option<Date>) {
        self.until = until;
    }
}

impl ParameterSet {
    /// Reads the files and checks them against the model: every parameter known and stated once.
    pub fn read(model: &Model, files: &[File], problems: &mut Problems) -> ParameterSet {
        let mut periods: Vec<Vec<Period>> = vec![Vec::new(); model.parameters.len()];
        for file in files {
            let Some(document) = Document::read(&file.name, &file.text, problems) else { continue };
            let Some(fields) = document.root().fields(&["parameters"], problems) else { continue };
            let list = problems.keep(fields.require("parameters").and_then(|list| list.list()));
            for item in list.unwrap_or_default() {
                let Some((parameter, timeline)) = read_parameter(model, file, &item, problems)
                else {
                    continue;
                };
                let known = &mut periods[parameter.index()];
                if !known.is_empty() {
                    let name = &model[parameter].name.singular;
                    let earlier = format!("{}:{}", known[0].file, known[0].line);
                    let message = texts::double_parameter(name, earlier);
                    problems.push(item.error(message).with_hint(texts::TOGETHER));
                    continue;
                }
                *known = timeline;
            }
        }
        ParameterSet { periods }
    }

    /// The periods of a parameter, by date.
    pub fn of(&self, parameter: ParameterId) -> &[Period] {
        &self.periods[parameter.index()]
    }

    /// The period of a parameter that holds on a day.
    pub fn at(&self, parameter: ParameterId, date: Date) -> Option<&Period> {
        self.of(parameter).iter().find(|period| period.days().hold(date))
    }

    /// Gives a parameter another value from a day on, as long as there are values: what holds before it, and
    /// what is not known, stays so. One that nobody has stated yet, since it is new, has the value from that day
    /// until it is changed. For what-if questions; the value is of the datatype of the parameter.
    ///
    /// # Errors
    ///
    /// When the parameter has no value on the day, or does not change on it.
    pub fn change(
        &mut self,
        model: &Model,
        parameter: ParameterId,
        from: Date,
        stated: &Stated,
    ) -> Result<(), ChangeError> {
        if let Some(timeline) = model[parameter].timeline.filter(|timeline| !timeline.cuts(from)) {
            return Err(ChangeError::OffTimeline(timeline.describe()));
        }
        let periods = &mut self.periods[parameter.index()];
        if periods.is_empty() {
            let file = model[model[parameter].span.file].name.clone();
            periods.push(Period { from, until: None, stated: Ok(stated.clone()), file, line: 1 });
            return Ok(());
        }
        let known = |period: &Period| period.stated.is_ok();
        let change = |period: &mut Period| period.stated = Ok(stated.clone());
        periods::change_from(periods, from, known, change)
    }

    /// The days on which any parameter gets or loses a value.
    pub fn days_of_change(&self) -> impl Iterator<Item = Date> + '_ {
        self.periods.iter().flatten().flat_map(|period| period.days().changes())
    }

    /// Whether any parameter with a limited period has a value on a day: whether the corpus can
    /// say anything about it at all.
    pub fn covers(&self, date: Date) -> bool {
        let holds = |period: &Period| {
            let limited = period.until.is_some();
            let within = period.from <= date && period.until.is_some_and(|until| date <= until);
            limited && within && period.stated.is_ok()
        };
        self.periods.iter().flatten().any(holds)
    }

    /// The day itself when it is covered, else the last covered day before it; nothing when there is none.
    pub fn last_covered(&self, date: Date) -> Option<Date> {
        let ended = self.periods.iter().flatten().filter(|period| period.stated.is_ok());
        let before = ended.filter_map(|period| period.until).filter(|until| *until < date).max();
        if self.covers(date) { Some(date) } else { before }
    }

    /// The values on a day, with the reason where there is none.
    pub fn on(&self, model: &Model, date: Date) -> ParameterValues {
        let mut values = ParameterValues::new(model);
        for index in 0..self.periods.len() {
            let parameter = ParameterId(index as u32);
            if model[parameter].timeline.is_some() {
                if let Err(error) =
                    values.set_over_time(model, parameter, self.every_day(parameter))
                {
                    values.set_missing(parameter, Text::of(|language| error.in_language(language)));
                }
                continue;
            }
            let missing = match self.at(parameter, date).map(|period| &period.stated) {
                Some(Ok(stated)) => match values.set(model, parameter, stated.value.clone()) {
                    Ok(()) => continue,
                    Err(error) => Text::of(|language| error.in_language(language)),
                },
                Some(Err(reason)) => reason.clone(),
                None => texts::OTHER_DAYS,
            };
            values.set_missing(parameter, missing);
        }
        values
    }

    /// The value of a parameter on every day, with the reason where there is none.
    fn every_day(&self, parameter: ParameterId) -> OverTime<Result<Value, Arc<Text>>> {
        let none = || Err(Arc::new(texts::OTHER_DAYS));
        let mut values = OverTime::constant(none());
        for period in self.of(parameter) {
            let value = match &period.stated {
                Ok(stated) => Ok(stated.value.clone()),
                Err(reason) => Err(Arc::new(reason.clone())),
            };
            values.from_then_on(period.from, value);
            if let Some(next) = period.until.and_then(|until| until.tomorrow().ok()) {
                values.from_then_on(next, none());
            }
        }
        values
    }
}

fn read_parameter(
    model: &Model,
    file: &File,
    item: &Item<'_>,
    problems: &mut Problems,
) -> Option<(ParameterId, Vec<Period>)> {
    let fields = item.fields(&["naam", "waarden"], problems)?;
    let named = problems.keep(fields.require("naam"))?;
    let name = problems.keep(named.text())?;
    let names = model.parameters.iter().map(|parameter| parameter.name.singular.as_str());
    let found = model.parameter(name);
    let parameter = problems.keep(known_name(&named, kind::PARAMETER, name, found, names));
    let list = problems.keep(fields.require("waarden").and_then(|list| list.list()))?;
    let parameter = parameter?;
    let timeline = periods::read_list(&list, problems, |item, problems| {
        read_period(model, parameter, file, item, problems)
    });
    if timeline.is_empty() && problems.is_empty() {
        problems.push(item.error(texts::no_values(name)).with_hint(texts::ADD_PERIOD));
    }
    Some((parameter, timeline))
}

fn read_period(
    model: &Model,
    parameter: ParameterId,
    file: &File,
    item: &Item<'_>,
    problems: &mut Problems,
) -> Option<Period> {
    let fields = item.fields(&FIELDS, problems)?;
    let days = Days::read(&fields, problems);
    let stated = periods::read_stated(&fields, problems, |problems| {
        read_stated(model, parameter, &fields, problems)
    });
    let line = item.position().line as u32;
    let (Days { from, until }, stated, file) = (days?, stated?, file.name.clone());
    if let Some(timeline) = model[parameter].timeline {
        let next = until.and_then(|until| until.tomorrow().ok());
        if let Some(day) = [Some(from), next].into_iter().flatten().find(|day| !timeline.cuts(*day))
        {
            let name = &model[parameter].name.singular;
            let hint = texts::only_along(&timeline.describe());
            problems.push(item.error(texts::no_knip(name, day)).with_hint(hint));
            return None;
        }
    }
    Some(Period { from, until, stated, file, line })
}

fn read_stated(
    model: &Model,
    parameter: ParameterId,
    fields: &Fields<'_>,
    problems: &mut Problems,
) -> Option<Stated> {
    let declared = &model[parameter].datatype;
    let value = fields.require("waarde").and_then(|item| read_value(model, declared, &item));
    let value = problems.keep(value);
    let origin = Origin::read(fields, problems);
    let (value, Origin { source, confidence, derived }) = (value?, origin?);
    Some(Stated { value, source, confidence, derived })
}

/// A value of a datatype, in its unit.
pub fn read_value(model: &Model, declared: &Type, item: &Item<'_>) -> Result<Value, DocumentError> {
    let text = item.text()?;
    let json = serde_json::Value::String(text.to_string());
    let message = match value_from_json(model, declared, &json) {
        Ok(value) if declared.admits(&value) => return Ok(value),
        Ok(_) | Err(JsonProblem::Unexpected { .. }) => texts::does_not_fit(text),
        Err(problem) => texts::sentence(&problem),
    };
    Err(item.error(message).with_hint(texts::write_so(&expected(model, declared))))
}
