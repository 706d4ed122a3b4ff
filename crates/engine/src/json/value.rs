//! One value from JSON and back.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use regelspraak::model::{Model, NumberType, Precision, Type, Unit, Units, Value};
use regelspraak::number::Number;
use serde_json::Value as Json;

use super::error::{JsonProblem, names};
use super::fields::unexpected;
use crate::describe;
use crate::language::Text;

/// The largest exponent of a JSON number (`1e3`), in either direction.
const MAX_EXPONENT: u64 = 400;

/// Reads a value of a datatype, converted to its unit; `null` is leeg. Whether it fits the range
/// and the decimals is for [`crate::data::Data::set`] to check.
pub fn value_from_json(model: &Model, datatype: &Type, json: &Json) -> Result<Value, JsonProblem> {
    let wrong = || unexpected(json, describe::datatype(model, datatype));
    match (datatype, json) {
        (_, Json::Null) => Ok(Value::Empty),
        (_, Json::Array(_)) => Err(JsonProblem::NoTimeline),
        (Type::Boolean, Json::Bool(value)) => Ok(Value::Boolean(*value)),
        (Type::Boolean, Json::String(text)) => match text.as_str() {
            "waar" => Ok(Value::Boolean(true)),
            "onwaar" => Ok(Value::Boolean(false)),
            _ => Err(wrong()),
        },
        (Type::Number(_), Json::Number(number)) => {
            number_from_json(&number.to_string()).map(Value::Number).ok_or_else(wrong)
        }
        (Type::Number(number), Json::String(text)) => {
            number_with_unit(&model.units, number, text).ok_or_else(wrong)?.map(Value::Number)
        }
        (Type::Text, Json::String(text)) => Ok(Value::Text(Arc::from(text.as_str()))),
        (Type::Date(Precision::Day), Json::String(text)) => {
            date_from_text(text).map(Value::Date).ok_or_else(wrong)
        }
        (Type::Date(Precision::Millisecond), Json::String(text)) => {
            moment_from_text(text).map(Value::DateTime).ok_or_else(wrong)
        }
        (Type::Enumeration(domain), Json::String(text)) => {
            let values = &model[*domain].values;
            let exact = values.iter().position(|value| value == text);
            let lower = text.to_lowercase();
            let any_case = || values.iter().position(|value| value.to_lowercase() == lower);
            let found = exact.or_else(any_case).and_then(|at| u16::try_from(at).ok());
            found.map(Value::Enumeration).ok_or_else(|| {
                super::fields::unknown(names::VALUE, text, values.iter().map(String::as_str))
            })
        }
        _ => Err(wrong()),
    }
}

/// What a value of a datatype is, in words: `een getal met hoogstens 2 decimalen (€)`.
pub fn expected(model: &Model, datatype: &Type) -> Text {
    describe::datatype(model, datatype)
}

/// A JSON number, exactly: also `1.50` and `12e-3`.
fn number_from_json(text: &str) -> Option<Number> {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return Number::parse(text);
    };
    let exponent: i64 = exponent.trim_start_matches('+').parse().ok()?;
    if exponent.unsigned_abs() > MAX_EXPONENT {
        return None;
    }
    let scale = Number::from(10).power(&Number::from(exponent))?;
    Some(&Number::parse(mantissa)? * &scale)
}

/// A number with, optionally, its unit before or after it, converted to the unit of the datatype.
/// Without a unit it is in that unit already.
fn number_with_unit(
    units: &Units,
    number: &NumberType,
    text: &str,
) -> Option<Result<Number, JsonProblem>> {
    let text = text.trim();
    let numeric = |sign: char| sign.is_ascii_digit() || "-+.,/_".contains(sign);
    let (digits, unit) = if text.starts_with(numeric) {
        let end = text.find(|sign| !numeric(sign)).unwrap_or(text.len());
        (&text[..end], text[end..].trim())
    } else {
        let start = text.find(|sign: char| sign == '-' || sign.is_ascii_digit())?;
        (&text[start..], text[..start].trim())
    };
    let value = Number::parse(digits.trim_start_matches('+'))?;
    if unit.is_empty() {
        return Some(Ok(value));
    }
    let wrong = || JsonProblem::Unit {
        found: unit.to_string(),
        expected: match units.display(&number.unit) {
            none if none.is_empty() => {
                Text::fixed("een getal zonder eenheid", "a number without a unit")
            }
            expected => Text::same(format!("\"{expected}\"")),
        },
    };
    let factor = parse_unit(units, unit).and_then(|unit| units.factor(&unit, &number.unit));
    Some(factor.map(|factor| &value * &factor).ok_or_else(wrong))
}

/// A unit as written: `€`, `km/u`, `m/s^(2)`, `1/jr`.
fn parse_unit(units: &Units, text: &str) -> Option<Unit> {
    let (over, under) = text.split_once('/').unwrap_or((text, ""));
    let mut unit = Unit::NONE;
    for (side, sign) in [(over, 1), (under, -1)] {
        for part in side.split_whitespace().filter(|part| *part != "1") {
            let (symbol, power) = match part.split_once("^(") {
                Some((symbol, power)) => (symbol, power.strip_suffix(')')?.parse::<i8>().ok()?),
                None => (part, 1),
            };
            unit = unit.times(&Unit::base(units.find(symbol)?), power.checked_mul(sign)?)?;
        }
    }
    Some(unit)
}

/// `jjjj-mm-dd` or `dd-mm-jjjj`.
pub(super) fn date_from_text(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let [one, month, other] = parts[..] else { return None };
    let (year, day) = match (one.len(), other.len()) {
        (4, 2) => (one, other),
        (2, 4) => (other, one),
        _ => return None,
    };
    if month.len() != 2 || ![year, month, day].into_iter().all(digits) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A date with, after a `T` or a space, a time: `uu:mm`, `uu:mm:ss` or `uu:mm:ss.mmm`.
fn moment_from_text(text: &str) -> Option<DateTime> {
    let Some((date, time)) = text.split_once(['T', ' ']) else {
        return Some(date_from_text(text)?.to_datetime(jiff::civil::Time::midnight()));
    };
    let time: jiff::civil::Time = time.parse().ok()?;
    let whole = time.subsec_nanosecond() % 1_000_000 == 0;
    whole.then_some(date_from_text(date)?.to_datetime(time))
}

/// Writes a value: numbers whose decimals end as JSON numbers, others as `"4/3"`; dates as
/// `jjjj-mm-dd`, moments as `jjjj-mm-ddTuu:mm:ss.mmm`; leeg as `null`. Numbers stand in the unit
/// of their datatype.
pub fn value_to_json(model: &Model, datatype: &Type, value: &Value) -> Json {
    match value {
        Value::Empty => Json::Null,
        Value::Boolean(value) => Json::Bool(*value),
        Value::Number(number) => {
            let exact = number.to_decimal_string().and_then(|text| text.parse().ok());
            exact.map_or_else(|| Json::String(fraction(number)), Json::Number)
        }
        Value::Date(date) => Json::String(date.to_string()),
        Value::DateTime(moment) => Json::String(format!(
            "{}T{:02}:{:02}:{:02}.{:03}",
            moment.date(),
            moment.hour(),
            moment.minute(),
            moment.second(),
            moment.millisecond()
        )),
        Value::Text(_) | Value::Enumeration(_) => {
            Json::String(describe::plain(model, datatype, value))
        }
    }
}

/// A number whose decimals never end, as one fraction: `1/3`, `-4/3`.
fn fraction(number: &Number) -> String {
    let shown = number.to_string();
    let numerator = || {
        let (_, denominator) = shown.split_once('/')?;
        let numerator = number * &Number::parse(denominator)?;
        Some(format!("{}/{denominator}", numerator.to_decimal_string()?))
    };
    numerator().unwrap_or(shown.clone())
}
