//! Amounts, dates and names as people read them.

use jiff::civil::Date;
use regelspraak::model::{Model, Name, Type, Value};
use regelspraak::number::{Number, RoundingMode};
use serde_json::Value as Json;

/// An amount in euro: `€ 1.514,20`, `€ 126` when it is whole, rounded to cents.
pub fn euro(amount: &Number) -> String {
    let sign = if amount.is_negative() { "-" } else { "" };
    format!("{sign}€ {}", grouped(&amount.abs(), 2, true))
}

/// A number with a decimal comma and points between thousands, to at most so many decimals.
pub fn number(number: &Number, decimals: i32) -> String {
    let sign = if number.is_negative() { "-" } else { "" };
    format!("{sign}{}", grouped(&number.abs(), decimals, false))
}

fn grouped(number: &Number, decimals: i32, cents: bool) -> String {
    let rounded = number.round(RoundingMode::HalfAwayFromZero, decimals);
    let text = rounded.to_decimal_string().unwrap_or_default();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    match (fraction, cents) {
        ("", _) => {}
        (fraction, true) => out.push_str(&format!(",{fraction:0<2}")),
        (fraction, false) => out.push_str(&format!(",{fraction}")),
    }
    out
}

/// A day: `15-01-2026`.
pub fn day(date: Date) -> String {
    format!("{:02}-{:02}-{}", date.day(), date.month(), date.year())
}

/// A value of a type: with its unit, `ja` or `nee`, a day; `niets` for leeg.
pub fn value(model: &Model, datatype: &Type, value: &Value) -> String {
    match (value, datatype) {
        (Value::Empty, _) => "niets".to_string(),
        (Value::Number(amount), Type::Number(kind)) => {
            match model.units.display(&kind.unit).as_str() {
                "" => number(amount, 6),
                "€" => euro(amount),
                "%" => format!("{}%", number(amount, 6)),
                "jr" => format!("{} jaar", number(amount, 6)),
                unit => format!("{} {unit}", number(amount, 6)),
            }
        }
        (Value::Number(amount), _) => number(amount, 6),
        (Value::Text(text), _) => text.to_string(),
        (Value::Boolean(true), _) => "ja".to_string(),
        (Value::Boolean(false), _) => "nee".to_string(),
        (Value::Date(date), _) => day(*date),
        (Value::DateTime(moment), _) => format!("{} {}", day(moment.date()), moment.time()),
        (Value::Enumeration(position), Type::Enumeration(domain)) => {
            let text = model[*domain].values.get(usize::from(*position));
            text.map(|text| text.replace('_', " of ")).unwrap_or_default()
        }
        (Value::Enumeration(position), _) => position.to_string(),
    }
}

/// The text with a capital at its start.
pub fn capital(text: &str) -> String {
    let mut rest = text.chars();
    match rest.next() {
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => String::new(),
    }
}

/// A name with its article: `de standaardpremie`.
pub fn with_article(name: &Name) -> String {
    match &name.article {
        Some(article) => format!("{article} {}", name.singular),
        None => name.singular.clone(),
    }
}

/// A number as a JSON number: exact when its decimals end, else to six decimals.
pub(crate) fn number_to_json(number: &Number) -> Json {
    let rounded = number.round(RoundingMode::HalfAwayFromZero, 6);
    let text = number.to_decimal_string().or_else(|| rounded.to_decimal_string());
    text.and_then(|text| text.parse().ok()).map_or(Json::Null, Json::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_dutch_amounts() {
        for (given, shown) in [
            ("1514,2", "€ 1.514,20"),
            ("126", "€ 126"),
            ("1234567,891", "€ 1.234.567,89"),
            ("-12,5", "-€ 12,50"),
            ("1/3", "€ 0,33"),
            ("999,995", "€ 1.000"),
        ] {
            assert_eq!(Number::parse(given).map(|n| euro(&n)).as_deref(), Some(shown));
        }
        assert_eq!(number(&Number::parse("13,73").unwrap(), 6), "13,73");
    }
}
