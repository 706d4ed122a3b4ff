//! Values and datatypes in words, for messages and for text with values in it.

use jiff::civil::{Date, DateTime};
use regelspraak::model::{Model, NumberType, Precision, Sign, Type, Value};

/// The value as a reader sees it, without unit: a decimal comma, dates as dd-mm-jjjj, the text of
/// an enumeration, `waar` or `onwaar`. Leeg is an empty text (section 5.4 leaves it open).
pub fn plain(model: &Model, datatype: &Type, value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.to_string(),
        Value::Boolean(true) => "waar".into(),
        Value::Boolean(false) => "onwaar".into(),
        Value::Date(date) => day(*date),
        Value::DateTime(moment) => instant(*moment),
        Value::Enumeration(position) => match datatype {
            Type::Enumeration(domain) => {
                let text = model[*domain].values.get(usize::from(*position));
                text.cloned().unwrap_or_else(|| format!("waarde {position}"))
            }
            _ => format!("waarde {position}"),
        },
    }
}

/// The value with its unit, and `leeg` for leeg; for messages.
pub fn with_unit(model: &Model, datatype: &Type, value: &Value) -> String {
    let text = match value {
        Value::Empty => return "leeg".into(),
        Value::Text(text) => return format!("\"{text}\""),
        other => plain(model, datatype, other),
    };
    match datatype.unit().filter(|unit| !unit.is_none()) {
        Some(unit) if matches!(value, Value::Number(_)) => {
            format!("{text} {}", model.units.display(unit))
        }
        _ => text,
    }
}

/// What the datatype admits, in words: `een niet-negatief getal met 2 decimalen (€)`.
pub fn datatype(model: &Model, datatype: &Type) -> String {
    match datatype {
        Type::Number(number) => number_type(model, number),
        Type::Text => "een tekst".into(),
        Type::Boolean => "waar of onwaar".into(),
        Type::Date(Precision::Day) => "een datum (jjjj-mm-dd)".into(),
        Type::Date(Precision::Millisecond) => "een datum met tijd (jjjj-mm-ddTuu:mm:ss.mmm)".into(),
        Type::Enumeration(domain) => {
            let values = &model[*domain].values;
            format!("een van: '{}'", values.join("', '"))
        }
        Type::Object(objecttype) => format!("een {}", model[*objecttype].name.singular),
    }
}

fn number_type(model: &Model, number: &NumberType) -> String {
    let sign = match number.sign {
        Sign::Any => "",
        Sign::Negative => "negatief ",
        Sign::NonNegative => "niet-negatief ",
        Sign::Positive => "positief ",
    };
    let digits = match number.decimals {
        None => "getal".into(),
        Some(0) => "geheel getal".into(),
        Some(1) => "getal met hoogstens 1 decimaal".into(),
        Some(count) => format!("getal met hoogstens {count} decimalen"),
    };
    let unit = match model.units.display(&number.unit) {
        unit if unit.is_empty() => String::new(),
        unit => format!(" ({unit})"),
    };
    format!("een {sign}{digits}{unit}")
}

fn day(date: Date) -> String {
    format!("{:02}-{:02}-{:04}", date.day(), date.month(), date.year())
}

fn instant(moment: DateTime) -> String {
    format!(
        "{} {:02}:{:02}:{:02}.{:03}",
        day(moment.date()),
        moment.hour(),
        moment.minute(),
        moment.second(),
        moment.millisecond()
    )
}

/// Whether the value fits the datatype, the position of an enumeration included.
pub(crate) fn fits(model: &Model, datatype: &Type, value: &Value) -> bool {
    let position = match (datatype, value) {
        (Type::Enumeration(domain), Value::Enumeration(position)) => {
            usize::from(*position) < model[*domain].values.len()
        }
        _ => true,
    };
    position && datatype.admits(value)
}
