//! Values and datatypes in words, for messages and for text with values in it.

use jiff::civil::{Date, DateTime};
use regelspraak::model::{Model, NumberType, Precision, Sign, Type, Value};

use crate::language::{Language, Text};
use crate::text;

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
pub fn with_unit(model: &Model, datatype: &Type, value: &Value) -> Text {
    let unit = datatype.unit().filter(|unit| !unit.is_none());
    let unit = unit.filter(|_| matches!(value, Value::Number(_)));
    let unit = unit.map(|unit| format!(" {}", model.units.display(unit))).unwrap_or_default();
    match value {
        Value::Empty => Text::fixed("leeg", "empty"),
        Value::Text(text) => Text::same(format!("\"{text}\"")),
        Value::Boolean(true) => Text::fixed("waar", "true"),
        Value::Boolean(false) => Text::fixed("onwaar", "false"),
        other => {
            let plain = plain(model, datatype, other);
            let english = match other {
                Value::Number(_) => decimal_point(&plain),
                Value::Date(date) => date.to_string(),
                _ => plain.clone(),
            };
            text!("{plain}{unit}", "{english}{unit}")
        }
    }
}

/// A number as the Dutch write it, with the mark of the English.
pub fn decimal_point(number: &str) -> String {
    number.replace(',', ".")
}

/// What the datatype admits, in words: `een niet-negatief getal met 2 decimalen (€)`.
pub fn datatype(model: &Model, datatype: &Type) -> Text {
    match datatype {
        Type::Number(number) => number_type(model, number),
        Type::Text => Text::fixed("een tekst", "a text"),
        Type::Boolean => Text::fixed("waar of onwaar", "true or false"),
        Type::Date(Precision::Day) => Text::fixed("een datum (jjjj-mm-dd)", "a date (yyyy-mm-dd)"),
        Type::Date(Precision::Millisecond) => Text::fixed(
            "een datum met tijd (jjjj-mm-ddTuu:mm:ss.mmm)",
            "a date with a time (yyyy-mm-ddThh:mm:ss.mmm)",
        ),
        Type::Enumeration(domain) => {
            let values = model[*domain].values.join("', '");
            text!("een van: '{values}'", "one of: '{values}'")
        }
        Type::Object(objecttype) => {
            let name = &model[*objecttype].name.singular;
            text!("een {name}", "a {name}")
        }
    }
}

fn number_type(model: &Model, number: &NumberType) -> Text {
    let (sign, english_sign) = match number.sign {
        Sign::Any => ("", ""),
        Sign::Negative => ("negatief ", "negative "),
        Sign::NonNegative => ("niet-negatief ", "non-negative "),
        Sign::Positive => ("positief ", "positive "),
    };
    let digits = match number.decimals {
        None => Text::fixed("getal", "number"),
        Some(0) => Text::fixed("geheel getal", "whole number"),
        Some(1) => Text::fixed("getal met hoogstens 1 decimaal", "number with at most 1 decimal"),
        Some(count) => {
            text!("getal met hoogstens {count} decimalen", "number with at most {count} decimals")
        }
    };
    let unit = match model.units.display(&number.unit) {
        unit if unit.is_empty() => String::new(),
        unit => format!(" ({unit})"),
    };
    let [dutch, english] = Language::ALL.map(|language| digits.get(language));
    text!("een {sign}{dutch}{unit}", "a {english_sign}{english}{unit}")
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
