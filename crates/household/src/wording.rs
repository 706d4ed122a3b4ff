//! Amounts, dates and names as people read them.

use engine::language::{Language, Text};
use jiff::civil::Date;
use regelspraak::model::{Model, Name, Type, Value};
use regelspraak::number::{Number, RoundingMode};
use serde_json::Value as Json;

/// An amount in euro, rounded to cents: `€ 1.514,20`, `€ 126` when it is whole; in English
/// `€1,514.20` and `€126`.
pub fn euro(amount: &Number, language: Language) -> String {
    let sign = if amount.is_negative() { "-" } else { "" };
    let euro = language.pick("€ ", "€");
    format!("{sign}{euro}{}", grouped(&amount.abs(), 2, true, language))
}

/// An amount without its cents, a half away from zero.
pub fn whole(amount: &Number) -> Number {
    amount.round(RoundingMode::HalfAwayFromZero, 0)
}

/// `ja` or `nee`.
pub fn yes_no(holds: bool, language: Language) -> &'static str {
    if holds { language.pick("ja", "yes") } else { language.pick("nee", "no") }
}

/// A share as a percentage, to one decimal: `76,5%`.
pub fn percentage(share: &Number, language: Language) -> String {
    format!("{}%", number(&(share * &Number::from(100)), 1, language))
}

/// A number as it is written in the language, to at most so many decimals: `1.234,5` or `1,234.5`.
pub fn number(number: &Number, decimals: i32, language: Language) -> String {
    let sign = if number.is_negative() { "-" } else { "" };
    format!("{sign}{}", grouped(&number.abs(), decimals, false, language))
}

fn grouped(number: &Number, decimals: i32, cents: bool, language: Language) -> String {
    let (thousands, mark) = language.pick(('.', ','), (',', '.'));
    let rounded = number.round(RoundingMode::HalfAwayFromZero, decimals);
    let text = rounded.to_decimal_string().unwrap_or_default();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(thousands);
        }
        out.push(digit);
    }
    match (fraction, cents) {
        ("", _) => {}
        (fraction, true) => out.push_str(&format!("{mark}{fraction:0<2}")),
        (fraction, false) => out.push_str(&format!("{mark}{fraction}")),
    }
    out
}

/// The months in English.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day: `15-01-2026`; in English `15 January 2026`.
pub fn day(date: Date, language: Language) -> String {
    match language {
        Language::Dutch => format!("{:02}-{:02}-{}", date.day(), date.month(), date.year()),
        Language::English => {
            let month = usize::try_from(date.month() - 1).ok().and_then(|month| MONTHS.get(month));
            format!("{} {} {}", date.day(), month.copied().unwrap_or_default(), date.year())
        }
    }
}

/// The days in which something holds: `van 01-01-2025 tot en met 31-12-2025`, `vanaf 01-01-2025`, `altijd`.
pub fn period(from: Option<Date>, until: Option<Date>, language: Language) -> String {
    let [from, until] = [from, until].map(|date| date.map(|date| day(date, language)));
    match (language, from, until) {
        (Language::Dutch, None, None) => "altijd".to_string(),
        (Language::Dutch, Some(from), None) => format!("vanaf {from}"),
        (Language::Dutch, None, Some(until)) => format!("tot en met {until}"),
        (Language::Dutch, Some(from), Some(until)) => format!("van {from} tot en met {until}"),
        (Language::English, None, None) => "always".to_string(),
        (Language::English, Some(from), None) => format!("from {from}"),
        (Language::English, None, Some(until)) => format!("up to and including {until}"),
        (Language::English, Some(from), Some(until)) => format!("from {from} to {until}"),
    }
}

/// That a parameter has no value, and why; a whole sentence.
pub fn no_value(parameter: &str, day: Option<Date>, reason: &Text, language: Language) -> String {
    let on = day.map(|date| language.pick(" op ", " on ").to_string() + &self::day(date, language));
    let (on, reason) = (on.unwrap_or_default(), reason.get(language));
    match language {
        Language::Dutch => format!("‘{parameter}’ heeft{on} geen waarde: {reason}."),
        Language::English => format!("‘{parameter}’ has no value{on}: {reason}."),
    }
}

/// A value of a type: with its unit, `ja` or `nee`, a day; `niets` for leeg. What the rules call
/// something stays Dutch.
pub fn value(model: &Model, datatype: &Type, value: &Value, language: Language) -> String {
    match (value, datatype) {
        (Value::Empty, _) => language.pick("niets", "nothing").to_string(),
        (Value::Number(amount), Type::Number(kind)) => {
            let shown = || number(amount, decimals(amount), language);
            match model.units.display(&kind.unit).as_str() {
                "" => plain(amount, language),
                "€" => euro(amount, language),
                unit if unit.starts_with("€/") => {
                    let time = unit_of(&Number::from(1), &unit["€/".len()..], language);
                    format!("{} per {time}", euro(amount, language))
                }
                "%" => format!("{}%", shown()),
                "1/€" => format!("{} per euro", shown()),
                unit => format!("{} {}", shown(), unit_of(amount, unit, language)),
            }
        }
        (Value::Number(amount), _) => number(amount, decimals(amount), language),
        (Value::Text(text), _) => text.to_string(),
        (Value::Boolean(holds), _) => yes_no(*holds, language).to_string(),
        (Value::Date(date), _) => day(*date, language),
        (Value::DateTime(moment), _) => {
            format!("{} {}", day(moment.date(), language), moment.time())
        }
        (Value::Enumeration(position), Type::Enumeration(domain)) => {
            let text = model[*domain].values.get(usize::from(*position));
            text.map(|text| text.replace('_', " of ")).unwrap_or_default()
        }
        (Value::Enumeration(position), _) => position.to_string(),
    }
}

/// A number without a unit. A year or a count is not cut in thousands.
fn plain(amount: &Number, language: Language) -> String {
    let whole = amount.round(RoundingMode::HalfAwayFromZero, 0) == *amount;
    if whole && *amount < Number::from(10_000) {
        return amount.to_decimal_string().unwrap_or_default();
    }
    number(amount, decimals(amount), language)
}

/// How many decimals a number is shown with: six, and for a very small one as many as give it six
/// digits.
fn decimals(amount: &Number) -> i32 {
    let tenth = Number::from(1).checked_div(&Number::from(10)).unwrap_or(Number::ZERO);
    let (mut rest, mut decimals) = (amount.abs(), 6);
    while !rest.is_zero() && rest < tenth && decimals < 18 {
        rest = &rest * &Number::from(10);
        decimals += 1;
    }
    decimals
}

/// A unit as a word, as far as it is a unit of time.
fn unit_of(amount: &Number, unit: &str, language: Language) -> String {
    // One and more of it, in Dutch and in English; after a number Dutch has no plural of jaar.
    let words = match unit {
        "jr" => [("jaar", "jaar"), ("year", "years")],
        "kw" => [("kwartaal", "kwartalen"), ("quarter", "quarters")],
        "mnd" => [("maand", "maanden"), ("month", "months")],
        "wk" => [("week", "weken"), ("week", "weeks")],
        "dg" => [("dag", "dagen"), ("day", "days")],
        "u" => [("uur", "uur"), ("hour", "hours")],
        _ => return unit.to_string(),
    };
    let (one, more) = language.pick(words[0], words[1]);
    if *amount == Number::from(1) { one.to_string() } else { more.to_string() }
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
pub fn number_to_json(number: &Number) -> Json {
    let rounded = number.round(RoundingMode::HalfAwayFromZero, 6);
    let text = number.to_decimal_string().or_else(|| rounded.to_decimal_string());
    text.and_then(|text| text.parse().ok()).map_or(Json::Null, Json::Number)
}

/// A value for other programs: a number or yes or no as JSON has them, anything else as it is shown.
pub fn value_to_json(value: &Value, shown: &str) -> Json {
    match value {
        Value::Number(number) => number_to_json(number),
        Value::Boolean(holds) => Json::Bool(*holds),
        _ => Json::String(shown.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_amounts_of_the_language() {
        for (given, dutch, english) in [
            ("1514,2", "€ 1.514,20", "€1,514.20"),
            ("126", "€ 126", "€126"),
            ("1234567,891", "€ 1.234.567,89", "€1,234,567.89"),
            ("-12,5", "-€ 12,50", "-€12.50"),
            ("1/3", "€ 0,33", "€0.33"),
            ("999,995", "€ 1.000", "€1,000"),
        ] {
            let amount = Number::parse(given).unwrap();
            assert_eq!(Language::ALL.map(|language| euro(&amount, language)), [dutch, english]);
        }
        let percentage = Number::parse("13,73").unwrap();
        let shown = Language::ALL.map(|language| number(&percentage, 6, language));
        assert_eq!(shown, ["13,73", "13.73"]);
    }

    #[test]
    fn a_very_small_number_keeps_its_digits() {
        for (given, shown) in [("0,000000443123456", "0,000000443123"), ("0,5", "0,5"), ("0", "0")]
        {
            let amount = Number::parse(given).unwrap();
            assert_eq!(number(&amount, decimals(&amount), Language::Dutch), shown);
        }
    }

    #[test]
    fn a_whole_number_without_a_unit_is_not_cut_in_thousands() {
        let plain = |given: &str| plain(&Number::parse(given).unwrap(), Language::Dutch);
        assert_eq!(["2036", "0,0169801", "12345"].map(plain), ["2036", "0,0169801", "12.345"]);
    }

    #[test]
    fn days_read_as_days_of_the_language() {
        let date = Date::constant(2026, 1, 5);
        assert_eq!(
            Language::ALL.map(|language| day(date, language)),
            ["05-01-2026", "5 January 2026"]
        );
    }
}
