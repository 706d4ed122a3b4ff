//! One value of one field.

use corpus::document::{DocumentError, Item, excerpt, write_plainly};
use regelspraak::number::{Number, RoundingMode};

use super::texts;
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
        Kind::Names | Kind::Fields(_) | Kind::Group(_) | Kind::Groups(..) => {
            Err(item.error(texts::NO_SINGLE_VALUE))
        }
    }
}

/// Reads a text of one line, without spaces around it.
pub(super) fn line(item: &Item<'_>) -> Result<String, DocumentError> {
    let text = item.text()?.trim();
    let problem = if text.is_empty() {
        texts::EMPTY_TEXT
    } else if text.chars().any(char::is_control) {
        texts::MORE_LINES
    } else if text.chars().count() > LONGEST_TEXT {
        texts::LONG_TEXT
    } else {
        return Ok(text.to_string());
    };
    Err(item.error(problem).with_hint(texts::one_line(LONGEST_TEXT)))
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
        return Err(item.error(texts::BELOW_ZERO).with_hint(texts::ZERO_OR_MORE));
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
        return item.error(texts::fraction(written)).with_hint(texts::with_a_point(&rounded));
    }
    if let Some(plainly) = write_plainly(text).filter(|_| has_grouping(field, item)) {
        let hint = match number.decimals() {
            Some(1..) if most > 0 => texts::or_round(&plainly, &rounded),
            _ => plainly,
        };
        return item.error(texts::three_digits(written)).with_hint(hint);
    }
    if let Kind::Whole(_) = field.kind {
        return item.error(texts::not_whole(written)).with_hint(texts::WHOLE_NUMBER);
    }
    item.error(texts::many_decimals(written, most)).with_hint(texts::round(&rounded))
}

fn too_large(field: &Field, item: &Item<'_>, written: &str, limit: i64) -> DocumentError {
    match field.kind {
        Kind::Euro(_) => {
            item.error(texts::large_amount(written)).with_hint(texts::check_zeros(limit))
        }
        _ => item.error(texts::high_number(written)).with_hint(texts::at_most(limit)),
    }
}
