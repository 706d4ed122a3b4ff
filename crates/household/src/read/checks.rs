//! What the fields of a household must make together.

use corpus::document::{DocumentError, Fields, Item, Problems, excerpt};
use jiff::civil::Date;

use super::people::Draft;
use super::value;
use crate::fields::Section;
use crate::file::{FieldValue, Role, Values, age, same_name};

/// Nobody has become older (the highest age known is 122).
const OLDEST: i16 = 130;
/// No partner is younger: marriage is from 18 (art. 1:31 BW), and until 2015 it was from 16 with
/// leave.
const YOUNGEST_PARTNER: i16 = 16;
/// No parent is born fewer calendar years before a child.
const YOUNGEST_PARENT: i16 = 12;
/// Years a rekendatum can be in; others are a slip of the pen.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// A day that an answer can be for.
pub(super) fn day_of_answer(item: &Item<'_>, date: Date) -> Result<Date, DocumentError> {
    if YEARS.contains(&date.year()) {
        return Ok(date);
    }
    let message = format!("Het jaar {} kan niet kloppen.", date.year());
    Err(item.error(message).with_hint("Controleer de rekendatum."))
}

/// Refuses fields that are for another role.
pub(super) fn fields_of_role(fields: &Fields<'_>, rol: Role, problems: &mut Problems) {
    for field in Section::Person.fields() {
        if let (false, Some(only), Some(item)) =
            (field.is_for(rol), field.only_for, fields.get(field.key))
        {
            let message = format!(
                "Het veld '{}' hoort bij de rol {}, niet bij {}.",
                field.key,
                only.key(),
                rol.key()
            );
            problems.push(item.error(message).with_hint("Haal het veld weg of verander de rol."));
        }
    }
}

/// The pension premium is taken from the wage, so it is never higher.
pub(super) fn pension_premium(fields: &Fields<'_>, values: &Values, problems: &mut Problems) {
    let readable = |key: &str| {
        let field = Section::Person.field(key);
        let both = field.zip(fields.get(key));
        both.is_none_or(|(field, item)| value::read(field, &item).is_ok())
    };
    let Some(item) = fields.get("pensioenpremie") else { return };
    let [premium, wage] = ["pensioenpremie", "loon"].map(|key| values.number(key));
    if premium > wage && readable("pensioenpremie") && readable("loon") {
        let shown = |key: &str| match values.get(key) {
            Some(FieldValue::Number(number)) => number.to_decimal_string().unwrap_or_default(),
            _ => "0".to_string(),
        };
        let message = format!(
            "De pensioenpremie ({}) is hoger dan het loon ({}).",
            shown("pensioenpremie"),
            shown("loon")
        );
        problems.push(item.error(message).with_hint("Controleer beide bedragen."));
    }
}

/// Everybody has a name of their own.
pub(super) fn names(drafts: &[Draft<'_>], problems: &mut Problems) {
    for (position, draft) in drafts.iter().enumerate() {
        let Some(naam) = &draft.naam else { continue };
        let mut earlier = drafts[..position].iter().filter_map(|other| other.naam.as_ref());
        let Some(other) = earlier.find(|other| same_name(other, naam)) else { continue };
        let (message, hint) = if other == naam {
            let message = format!("De naam {} komt twee keer voor.", excerpt(naam));
            (message, "Geef iedereen een eigen naam.")
        } else {
            let message = format!(
                "De naam {} lijkt te veel op {} (hoofdletters tellen niet mee).",
                excerpt(naam),
                excerpt(other)
            );
            (message, "Kies een andere naam.")
        };
        problems.push(draft.place("naam").error(message).with_hint(hint));
    }
}

/// A parent and a child cannot marry (art. 1:41 BW). Other partners they can be: the Awir has rules
/// for a parent and a child with a samenlevingscontract.
pub(super) fn couple(drafts: &[Draft<'_>], problems: &mut Problems) {
    let with = |role: Role| drafts.iter().position(|draft| draft.rol == Some(role));
    let (Some(one), Some(other)) = (with(Role::Aanvrager), with(Role::Partner)) else { return };
    if drafts[other].values.get("samenleving") != Some(&FieldValue::Word("gehuwd")) {
        return;
    }
    for (child, parent) in [(one, other), (other, one)] {
        let (child, is_parent) = (&drafts[child], drafts[child].ouders.contains(&parent));
        let (Some(name), Some(parent)) = (&child.naam, &drafts[parent].naam) else { continue };
        if is_parent {
            let message = format!(
                "{} is een ouder van {}; zij kunnen niet gehuwd zijn.",
                excerpt(parent),
                excerpt(name)
            );
            let hint = "Haal de naam weg bij 'ouders', of verander 'samenleving' of de rol.";
            problems.push(child.place("ouders").error(message).with_hint(hint));
        }
    }
}

/// One aanvrager, and at most one partner.
pub(super) fn roles(list: &Item<'_>, drafts: &[Draft<'_>], problems: &mut Problems) {
    let with = |role: Role| drafts.iter().filter(move |draft| draft.rol == Some(role));
    let unknown = drafts.iter().any(|draft| draft.rol.is_none());
    if with(Role::Aanvrager).next().is_none() && !unknown {
        let hint = "Geef één persoon 'rol: aanvrager'.";
        problems.push(list.error("Er is geen aanvrager.").with_hint(hint));
    }
    for role in [Role::Aanvrager, Role::Partner] {
        for draft in with(role).skip(1) {
            let message = format!("Er is al iemand met de rol {}.", role.key());
            let hint = match role {
                Role::Aanvrager => {
                    "Eén persoon is de aanvrager; kies voor de ander een andere rol."
                }
                _ => "Wie verder op het adres woont, heeft de rol medebewoner.",
            };
            problems.push(draft.place("rol").error(message).with_hint(hint));
        }
    }
}

/// Dates of birth against the rekendatum, and those of children against those of their parents.
pub(super) fn births(drafts: &[Draft<'_>], rekendatum: Option<Date>, problems: &mut Problems) {
    for draft in drafts {
        let Some(born) = draft.geboortedatum else { continue };
        let place = draft.place("geboortedatum");
        if let Some(error) = rekendatum.and_then(|on| improbable(&place, draft.rol, born, on)) {
            problems.push(error);
        }
        for &parent in &draft.ouders {
            problems.keep(after_parent(draft, born, &drafts[parent]));
        }
    }
}

fn improbable(place: &Item<'_>, rol: Option<Role>, born: Date, on: Date) -> Option<DocumentError> {
    if born > on {
        let message = format!("De geboortedatum ligt na de rekendatum {on}.");
        return Some(place.error(message).with_hint("Controleer beide datums."));
    }
    let age = age(born, on);
    if age > OLDEST {
        let message = format!("Deze persoon zou {age} jaar zijn.");
        return Some(place.error(message).with_hint("Controleer het jaar."));
    }
    if rol == Some(Role::Partner) && age < YOUNGEST_PARTNER {
        let message = format!("Een partner kan niet {age} jaar zijn.");
        let hint = "Controleer de geboortedatum, of kies de rol kind of medebewoner.";
        return Some(place.error(message).with_hint(hint));
    }
    None
}

fn after_parent(child: &Draft<'_>, born: Date, parent: &Draft<'_>) -> Result<(), DocumentError> {
    let (Some(parent_born), Some(parent_name)) = (parent.geboortedatum, &parent.naam) else {
        return Ok(());
    };
    if born.year() - parent_born.year() >= YOUNGEST_PARENT {
        return Ok(());
    }
    let parent = excerpt(parent_name);
    let child_name = child.naam.as_deref().map_or("Het kind".to_string(), excerpt);
    let message = format!(
        "{child_name} (geboren {born}) is geen {YOUNGEST_PARENT} jaar jonger dan ouder {parent} \
         (geboren {parent_born})."
    );
    let hint = match child.fields.get("ouders") {
        Some(_) => "Controleer de geboortedatums en 'ouders'.",
        None => "Controleer de geboortedatums, of noem bij 'ouders' wie de ouders zijn.",
    };
    Err(child.place("geboortedatum").error(message).with_hint(hint))
}
