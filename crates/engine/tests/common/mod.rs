//! Small models built by hand, so that these tests stand apart from the parser.

// Every test binary uses its own part of this.
#![allow(dead_code)]
// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

pub mod build;
pub mod columns;
pub mod household;
pub mod words;
pub mod world;

use std::sync::Arc;

use engine::data::{Data, InstanceId};
use engine::exact::{Outcome, SharedFault, run};
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use jiff::civil::Date;
use regelspraak::model::*;
use regelspraak::number::Number;

/// The day all tests run on, unless they say otherwise.
pub const TODAY: Date = jiff::civil::date(2026, 1, 15);

/// A number from its text.
pub fn n(text: &str) -> Number {
    Number::parse(text).unwrap()
}

/// A value from its text: `leeg`, a number, `jjjj-mm-dd`, a moment, `waar`, `onwaar`, or a text
/// between quotes.
pub fn v(text: &str) -> Value {
    match text {
        "leeg" => Value::Empty,
        "waar" => Value::Boolean(true),
        "onwaar" => Value::Boolean(false),
        _ if text.starts_with('"') => Value::Text(Arc::from(text.trim_matches('"'))),
        _ if text.contains('T') => Value::DateTime(text.parse().unwrap()),
        _ if text.len() == 10 && text.as_bytes()[4] == b'-' => Value::Date(text.parse().unwrap()),
        _ => Value::Number(n(text)),
    }
}

/// Runs a model over data without parameters.
pub fn run_plain(model: &Model, data: Data) -> Outcome {
    run_with(model, &ParameterValues::new(model), data)
}

/// Runs a model over data.
pub fn run_with(model: &Model, parameters: &ParameterValues, data: Data) -> Outcome {
    let plan = Plan::new(model, TODAY).unwrap();
    run(model, &plan, parameters, TODAY, data)
}

/// The outcome of an attribuut as text, or the text of its fault.
pub fn shown(outcome: &Outcome, attribute: AttributeId, instance: InstanceId) -> String {
    match outcome.value(attribute, instance) {
        Ok(value) => show(value),
        Err(fault) => format!("fout: {fault}"),
    }
}

/// A value in the notation of [`v`].
pub fn show(value: &Value) -> String {
    match value {
        Value::Empty => "leeg".into(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => format!("\"{text}\""),
        Value::Boolean(true) => "waar".into(),
        Value::Boolean(false) => "onwaar".into(),
        Value::Date(date) => date.to_string(),
        Value::DateTime(moment) => moment.to_string(),
        Value::Enumeration(position) => format!("#{position}"),
    }
}

/// The outcome of a kenmerk.
pub fn has(outcome: &Outcome, kenmerk: KenmerkId, instance: InstanceId) -> bool {
    outcome.has(kenmerk, instance).map_err(SharedFault::to_string).unwrap()
}
