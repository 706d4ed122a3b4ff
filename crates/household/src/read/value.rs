//! One value of one field.

use corpus::document::{DocumentError, Item, excerpt, write_plainly};
use regelspraak::number::{Number, RoundingMode};

use crate::fields::{Field, Kind};
use crate::file::FieldValue;

/// The longest text on one line, in characters.
const LONGEST_TEXT: usize = 100;

/// Reads the value of a field that holds one value.
pub(super) fn read(field: &Field, item: &Item<'_>) -> Result<FieldValue, DocumentError> {
    match field.kind {
        Kind::Euro(_) | Kind::Whole(_) | Kind::Hours(_) => {
            number(field, item).map(FieldValue::Number)
        }
        Kind::Boolean => item.boolean().map(FieldValue::Boolean),
        Kind::Date => item.date().map(FieldValue::Date),
        Kind::Choice(words) => item.choice(words).map(FieldValue::Word),
        Kind::Text => line(item).map(FieldValue::Text),
        Kind::Names | Kind::Group(_) | Kind::Groups(..) => {
            Err(item.error("Hier hoort geen losse waarde te staan."))
        }
    }
}

/// Reads a text of one line, without spaces around it.
pub(super) fn line(item: &Item<'_>) -> Result<String, DocumentError> {
    let text = item.text()?.trim();
    let problem = if text.is_empty() {
        "Deze tekst is leeg."
    } else if text.chars().any(char::is_control) {
        "Deze tekst loopt door op een volgende regel."
    } else if text.chars().count() > LONGEST_TEXT {
        "Deze tekst is te lang."
    } else {
        return Ok(text.to_string());
    };
    let hint = format!("Schrijf een tekst van 1 tot en met {LONGEST_TEXT} tekens op één regel.");
    Err(item.error(problem).with_hint(hint))
}

fn number(field: &Field, item: &Item<'_>) -> Result<Number, DocumentError> {
    let number = item.number()?;
    let written = excerpt(item.text()?);
    let most = field.decimals().unwrap_or(0);
    let decimals = number.decimals();
    if decimals.is_none_or(|decimals| decimals > most) || has_grouping(field, item) {
        return Err(too_precise(field, item, &number, &written));
    }
    let Some((lowest, highest)) = field.range() else { return Ok(number) };
    if lowest == 0 && number.is_negative() {
        let hint = "Schrijf een getal van 0 of hoger.";
        return Err(item.error("Een getal onder nul kan hier niet.").with_hint(hint));
    }
    if number < Number::from(lowest) || number > Number::from(highest) {
        let limit = if number.is_negative() { lowest } else { highest };
        return Err(too_large(field, item, &written, limit));
    }
    Ok(number)
}

/// Whether the text has three digits or more after the mark: `28.000` is 28 as a number, but is
/// meant as 28 thousand.
fn has_grouping(field: &Field, item: &Item<'_>) -> bool {
    let written = item.text().unwrap_or_default();
    let after = written.split_once(['.', ',']).map_or("", |(_, after)| after);
    field.decimals().is_some() && after.len() > 2
}

/// A number with more decimals than there can be, or with a mark between thousands.
fn too_precise(field: &Field, item: &Item<'_>, number: &Number, written: &str) -> DocumentError {
    let text = item.text().unwrap_or_default();
    let most = field.decimals().unwrap_or(0);
    let rounded = number.round(RoundingMode::HalfAwayFromZero, 2).to_decimal_string();
    let rounded = rounded.unwrap_or_default();
    if number.decimals().is_none() || text.contains('/') {
        let hint = format!("Schrijf een getal met een punt: {rounded}.");
        return item.error(format!("{written} is een breuk.")).with_hint(hint);
    }
    if let Some(plainly) = write_plainly(text).filter(|_| has_grouping(field, item)) {
        let message = format!("{written} heeft drie cijfers na de punt of komma.");
        let hint = match number.decimals() {
            Some(1..) if most > 0 => format!("{plainly} Of rond af: {rounded}."),
            _ => plainly,
        };
        return item.error(message).with_hint(hint);
    }
    if let Kind::Whole(_) = field.kind {
        let hint = "Schrijf een getal zonder cijfers achter de komma.";
        return item.error(format!("{written} is geen heel getal.")).with_hint(hint);
    }
    let message = format!("{written} heeft meer dan {most} cijfers achter de komma.");
    item.error(message).with_hint(format!("Rond af: {rounded}."))
}

fn too_large(field: &Field, item: &Item<'_>, written: &str, limit: i64) -> DocumentError {
    let shown = grouped(limit);
    match field.kind {
        Kind::Euro(_) => {
            let bound = if limit < 0 { "nooit lager dan" } else { "hooguit" };
            item.error(format!("Het bedrag {written} is zo groot dat het een vergissing lijkt."))
                .with_hint(format!("Controleer de nullen; een bedrag is {bound} {shown}."))
        }
        _ => item
            .error(format!("Het getal {written} is te hoog."))
            .with_hint(format!("Het kan hooguit {shown} zijn.")),
    }
}

/// A whole number with points between the thousands.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut shown = if number < 0 { "-".to_string() } else { String::new() };
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push('.');
        }
        shown.push(digit);
    }
    shown
}
