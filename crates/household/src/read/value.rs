//! One value of one field.

use corpus::document::{DocumentError, Item, excerpt};
use regelspraak::number::Number;

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
    if number.decimals().is_none_or(|decimals| decimals > most) || has_grouping(field, item) {
        let (message, hint) = match field.kind {
            Kind::Whole(_) => (
                format!("{written} is geen heel getal."),
                "Schrijf een getal zonder cijfers achter de komma.",
            ),
            _ => (
                format!("{written} heeft meer dan {most} cijfers achter de komma."),
                "Schrijf geen punt tussen duizendtallen: 28000 of 712.50.",
            ),
        };
        return Err(item.error(message).with_hint(hint));
    }
    let Some((lowest, highest)) = field.range() else { return Ok(number) };
    if lowest == 0 && number.is_negative() {
        let hint = "Schrijf een getal van 0 of hoger.";
        return Err(item.error("Een getal onder nul kan hier niet.").with_hint(hint));
    }
    if number < Number::from(lowest) || number > Number::from(highest) {
        return Err(too_large(field, item, &written, highest));
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

fn too_large(field: &Field, item: &Item<'_>, written: &str, highest: i64) -> DocumentError {
    match field.kind {
        Kind::Euro(_) => item
            .error(format!("Het bedrag {written} is zo groot dat het een vergissing lijkt."))
            .with_hint(format!("Controleer de nullen; een bedrag is hooguit {highest}.")),
        _ => item
            .error(format!("Het getal {written} is te hoog."))
            .with_hint(format!("Het kan hooguit {highest} zijn.")),
    }
}
