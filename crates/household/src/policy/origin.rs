//! Where a value that a municipality has laid down comes from, or why there is none.

use corpus::policy::{Known, PolicySet};
use engine::language::{Language, Text};
use engine::text;
use jiff::civil::Date;
use regelspraak::model::Property;

use super::no_package;
use crate::municipality::Municipality;
use crate::wording;

/// Where a property of the municipality comes from on a day: since when and which publication, or why
/// there is none. Nothing at all when it is no value of a scheme, such as the name of the
/// municipality.
pub(crate) fn origin<'p>(
    policies: &'p PolicySet,
    gemeente: &Municipality,
    property: Property,
    date: Date,
) -> Option<Result<(Date, &'p str), Text>> {
    let scheme = policies.scheme_of(property)?;
    Some(match policies.known(gemeente.code, scheme, date) {
        Known::Stated(period, stated)
            if stated.values.iter().any(|(known, _)| *known == property) =>
        {
            Ok((period.from, stated.source.as_str()))
        }
        known => Err(why_unknown(gemeente, &known, date)),
    })
}

/// Why a scheme of a municipality, or one of its values, is not known on a day; a sentence.
pub(super) fn why_unknown(gemeente: &Municipality, known: &Known<'_>, date: Date) -> Text {
    match known {
        Known::NoPackage => no_package(gemeente.name),
        Known::NoScheme => NOTHING_FOUND,
        Known::NotThen => not_then(date),
        Known::Missing(_, reason) => unknown_because(reason),
        Known::Stated(..) => NOT_LAID_DOWN,
    }
}

const NOTHING_FOUND: Text = Text::fixed(
    "Van deze regeling is bij de gemeente niets gevonden.",
    "Nothing of this scheme was found at the municipality.",
);
const NOT_LAID_DOWN: Text = Text::fixed(
    "De gemeente heeft dit niet, of het is niet gevonden.",
    "The municipality does not have this, or it was not found.",
);

fn not_then(date: Date) -> Text {
    let [day, english] = Language::ALL.map(|language| wording::day(date, language));
    text!(
        "Van deze regeling is voor {day} niets gevonden.",
        "Nothing of this scheme was found for {english}."
    )
}

fn unknown_because(reason: &Text) -> Text {
    let english = reason.get(Language::English);
    text!("Dit is niet bekend: {reason}.", "This is not known: {english}.")
}
