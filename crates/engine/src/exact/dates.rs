//! Reckoning with dates (sections 6.10 to 6.13).

use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Span as Amount};
use regelspraak::model::{DatePart, Precision, Span, TimeUnit, Type, Value};
use regelspraak::number::Number;

use super::fault::{Fault, SharedFault};
use crate::describe::decimal_point;
use crate::language::Text;
use crate::text;

const DAY: i64 = 86_400_000;

/// Why a date could not be worked out; the evaluator adds where.
#[derive(Debug)]
pub(super) enum DateProblem {
    Impossible(Text),
    NotWhole(String, &'static str),
}

impl DateProblem {
    pub fn into_fault(self, rule: String, span: Span) -> SharedFault {
        Arc::new(match self {
            DateProblem::Impossible(what) => Fault::ImpossibleDate { what, rule, span },
            DateProblem::NotWhole(amount, unit) => Fault::NotWhole { amount, unit, rule, span },
        })
    }
}

/// The date or moment, a date as its first millisecond; nothing for leeg.
pub(super) fn moment(value: &Value) -> Option<DateTime> {
    match value {
        Value::Date(date) => Some(date.to_datetime(jiff::civil::Time::midnight())),
        Value::DateTime(moment) => Some(*moment),
        _ => None,
    }
}

/// How many whole units lie between two moments, rounded towards zero: from a later to an
/// earlier moment it is as many, negative (section 6.10).
///
/// A year or month is complete on the day with the same number. Where the month has no such day,
/// it is complete on the first day after it: who was born on 29 February is a year older on
/// 1 March of a common year, as Dutch law counts ages. ([`shift`] does otherwise: it stays within
/// the month.)
pub(super) fn completed(from: DateTime, to: DateTime, unit: TimeUnit) -> i64 {
    if to < from {
        return -completed(to, from, unit);
    }
    let months = || {
        let (from_day, to_day) = (from.date(), to.date());
        let years = i64::from(to_day.year()) - i64::from(from_day.year());
        let months = years * 12 + i64::from(to_day.month()) - i64::from(from_day.month());
        // Days of the month compare as they stand: a missing day is only reached next month.
        let short = (to_day.day(), to.time()) < (from_day.day(), from.time());
        months - i64::from(short)
    };
    match unit {
        TimeUnit::Year => months() / 12,
        TimeUnit::Quarter => months() / 3,
        TimeUnit::Month => months(),
        _ => milliseconds_between(from, to) / milliseconds_in(unit).max(1),
    }
}

fn milliseconds_between(from: DateTime, to: DateTime) -> i64 {
    let between = to.duration_since(from);
    i64::try_from(between.as_millis()).unwrap_or(i64::MAX)
}

/// A date plus or min an amount of time (section 6.11, table 15): leeg stays leeg, an amount that
/// is leeg counts as 0. Years, quarters and months stay within the month: 31 January plus a
/// month is the last day of February. On a date, months and days must be whole numbers.
pub(super) fn shift(
    date: &Value,
    amount: Option<&Number>,
    unit: TimeUnit,
    backwards: bool,
    datatype: &Type,
) -> Result<Value, DateProblem> {
    let Some(start) = moment(date) else { return Ok(Value::Empty) };
    let zero = Number::ZERO;
    let amount = amount.unwrap_or(&zero);
    let not_whole = || DateProblem::NotWhole(amount.to_string(), symbol(unit));
    let of = |count: i64| (amount * &Number::from(count)).to_i64().ok_or_else(not_whole);
    let day = matches!(date, Value::Date(_));
    let impossible = || {
        let (sign, sign_in_english) = if backwards { ("min", "minus") } else { ("plus", "plus") };
        let (date, unit) = (start.date(), symbol(unit));
        let english = decimal_point(&amount.to_string());
        DateProblem::Impossible(text!(
            "de datum {date} {sign} {amount} {unit}",
            "the date {date} {sign_in_english} {english} {unit}"
        ))
    };
    let sign = if backwards { -1 } else { 1 };
    let signed = |count: i64| of(count)?.checked_mul(sign).ok_or_else(impossible);
    let months = |count: i64| Ok::<_, DateProblem>(Amount::new().try_months(signed(count)?));
    let days = |count: i64| Ok::<_, DateProblem>(Amount::new().try_days(signed(count)?));
    let span = match unit {
        TimeUnit::Year => months(12)?,
        TimeUnit::Quarter => months(3)?,
        TimeUnit::Month => months(1)?,
        TimeUnit::Week if day => days(7)?,
        TimeUnit::Day if day => days(1)?,
        _ => {
            let moved = later(start, sign, of(milliseconds_in(unit))?);
            return moved.map(|moment| as_type(moment, datatype)).ok_or_else(impossible);
        }
    };
    let moved = span.and_then(|span| start.checked_add(span)).map_err(|_| impossible())?;
    Ok(as_type(moved, datatype))
}

fn later(start: DateTime, sign: i64, milliseconds: i64) -> Option<DateTime> {
    let moved = SignedDuration::from_millis(sign.checked_mul(milliseconds)?);
    start.checked_add(moved).ok()
}

/// How many milliseconds the unit has; for the units of months, which differ, nothing.
fn milliseconds_in(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::Week => 7 * DAY,
        TimeUnit::Day => DAY,
        TimeUnit::Hour => 3_600_000,
        TimeUnit::Minute => 60_000,
        TimeUnit::Second => 1_000,
        TimeUnit::Millisecond => 1,
        TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year => 0,
    }
}

fn as_type(moment: DateTime, datatype: &Type) -> Value {
    match datatype {
        Type::Date(Precision::Day) => Value::Date(moment.date()),
        _ => Value::DateTime(moment),
    }
}

fn symbol(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Millisecond => "ms",
        TimeUnit::Second => "s",
        TimeUnit::Minute => "minuut",
        TimeUnit::Hour => "u",
        TimeUnit::Day => "dg",
        TimeUnit::Week => "wk",
        TimeUnit::Month => "mnd",
        TimeUnit::Quarter => "kw",
        TimeUnit::Year => "jr",
    }
}

/// A part of a moment (section 6.12); the time of a date is midnight.
pub(super) fn part(moment: DateTime, part: DatePart) -> i64 {
    match part {
        DatePart::Year => i64::from(moment.year()),
        DatePart::Month => i64::from(moment.month()),
        DatePart::Day => i64::from(moment.day()),
        DatePart::Hour => i64::from(moment.hour()),
        DatePart::Minute => i64::from(moment.minute()),
        DatePart::Second => i64::from(moment.second()),
        DatePart::Millisecond => i64::from(moment.millisecond()),
    }
}

/// The date with this year, month and day.
pub(super) fn from_parts(
    year: &Number,
    month: &Number,
    day: &Number,
) -> Result<Value, DateProblem> {
    let date = || {
        let year = i16::try_from(year.to_i64()?).ok()?;
        let month = i8::try_from(month.to_i64()?).ok()?;
        let day = i8::try_from(day.to_i64()?).ok()?;
        Date::new(year, month, day).ok()
    };
    let impossible = || {
        let [in_year, in_month, on_day] =
            [year, month, day].map(|number| decimal_point(&number.to_string()));
        text!(
            "de datum met jaar {year}, maand {month} en dag {day}",
            "the date with year {in_year}, month {in_month} and day {on_day}"
        )
    };
    date().map(Value::Date).ok_or_else(|| DateProblem::Impossible(impossible()))
}

/// Easter Sunday of a year of four digits, after the Gregorian calendar (section 6.13).
pub(super) fn easter_sunday(year: &Number) -> Result<Value, DateProblem> {
    let date = || {
        let year = year.to_i64().filter(|year| (1000..=9999).contains(year))?;
        let (golden, century) = (year % 19, year / 100);
        let in_century = year % 100;
        let correction = (century - (century + 8) / 25 + 1) / 3;
        let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
        let weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - moon - in_century % 4) % 7;
        let late = (golden + 11 * moon + 22 * weekday) / 451;
        let days = moon + weekday - 7 * late + 114;
        let (month, day) = (i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?);
        Date::new(i16::try_from(year).ok()?, month, day).ok()
    };
    let impossible = || {
        let in_year = decimal_point(&year.to_string());
        text!("de eerste paasdag van {year}", "Easter Sunday of {in_year}")
    };
    date().map(Value::Date).ok_or_else(|| DateProblem::Impossible(impossible()))
}
