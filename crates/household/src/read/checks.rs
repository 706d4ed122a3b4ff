//! What the fields of a household must make together.

use corpus::document::{DocumentError, Fields, Item, Problems, excerpt};
use engine::language::Text;
use jiff::civil::Date;

use super::people::Draft;
use super::{texts, value};
use crate::fields::Section;
use crate::file::{FieldValue, Role, Values, age, same_name};

/// Nobody has become older (the highest age known is 122).
const OLDEST: i16 = 130;
/// No partner is younger: marriage is from 18 (art. 1:31 BW), and until 2015 it was from 16 with
/// leave.
const YOUNGEST_PARTNER: i16 = 16;
/// No parent is born fewer calendar years before a child.
const YOUNGEST_PARENT: i16 = 12;
/// From this age on a person is an adult (art. 1:233 BW).
const ADULT: i16 = 18;
/// Years a rekendatum can be in; others are a slip of the pen.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// A day that an answer can be for.
pub(super) fn day_of_answer(item: &Item<'_>, date: Date) -> Result<Date, DocumentError> {
    if YEARS.contains(&date.year()) {
        return Ok(date);
    }
    Err(item.error(texts::strange_year(date.year())).with_hint(texts::CHECK_DAY))
}

/// Refuses fields that are for another role.
pub(super) fn fields_of_role(fields: &Fields<'_>, rol: Role, problems: &mut Problems) {
    for field in Section::Person.fields() {
        if let (false, Some(only), Some(item)) =
            (field.is_for(rol), field.only_for, fields.get(field.key))
        {
            let message = texts::other_role(field.key, only, rol);
            problems.push(item.error(message).with_hint(texts::OTHER_ROLE_HINT));
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
        let message = texts::premium_above_wage(&shown("pensioenpremie"), &shown("loon"));
        problems.push(item.error(message).with_hint(texts::CHECK_AMOUNTS));
    }
}

/// Everybody has a name of their own.
pub(super) fn names(drafts: &[Draft<'_>], problems: &mut Problems) {
    for (position, draft) in drafts.iter().enumerate() {
        let Some(naam) = &draft.naam else { continue };
        let mut earlier = drafts[..position].iter().filter_map(|other| other.naam.as_ref());
        let Some(other) = earlier.find(|other| same_name(other, naam)) else { continue };
        let (message, hint) = if other == naam {
            (texts::same_name(&excerpt(naam)), texts::OWN_NAME)
        } else {
            (texts::like_name(&excerpt(naam), &excerpt(other)), texts::OTHER_NAME)
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
            let message = texts::married_to_parent(&excerpt(parent), &excerpt(name));
            problems.push(child.place("ouders").error(message).with_hint(texts::NOT_MARRIED));
        }
    }
}

/// One aanvrager, and at most one partner.
pub(super) fn roles(list: &Item<'_>, drafts: &[Draft<'_>], problems: &mut Problems) {
    let with = |role: Role| drafts.iter().filter(move |draft| draft.rol == Some(role));
    let unknown = drafts.iter().any(|draft| draft.rol.is_none());
    if with(Role::Aanvrager).next().is_none() && !unknown {
        problems.push(list.error(texts::NO_APPLICANT).with_hint(texts::NO_APPLICANT_HINT));
    }
    for role in [Role::Aanvrager, Role::Partner] {
        for draft in with(role).skip(1) {
            let hint = match role {
                Role::Aanvrager => texts::ONE_APPLICANT,
                _ => texts::ONE_PARTNER,
            };
            problems.push(draft.place("rol").error(texts::role_taken(role)).with_hint(hint));
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

/// A child of the aanvrager or the partner who is not yet 18 has the role kind: the schemes for
/// children go by it, and his assets are those of his parents (art. 2.15 Wet IB 2001).
pub(super) fn children(drafts: &[Draft<'_>], rekendatum: Option<Date>, problems: &mut Problems) {
    let Some(new_year) = rekendatum.map(|on| on.first_of_year()) else { return };
    let head =
        |&parent: &usize| matches!(drafts[parent].rol, Some(Role::Aanvrager | Role::Partner));
    for draft in drafts.iter().filter(|draft| draft.rol == Some(Role::Medebewoner)) {
        let related = draft.values.get("verwantschap") == Some(&FieldValue::Word("kind"));
        let (Some(born), Some(name)) = (draft.geboortedatum, &draft.naam) else { continue };
        if age(born, new_year) < ADULT && (related || draft.ouders.iter().any(head)) {
            let message = texts::minor_child(&excerpt(name), new_year);
            problems.push(draft.place("rol").error(message).with_hint(texts::ROLE_OF_CHILD));
        }
    }
}

fn improbable(place: &Item<'_>, rol: Option<Role>, born: Date, on: Date) -> Option<DocumentError> {
    if born > on {
        return Some(place.error(texts::born_after(on)).with_hint(texts::CHECK_DATES));
    }
    let age = age(born, on);
    if age > OLDEST {
        return Some(place.error(texts::too_old(age)).with_hint(texts::CHECK_YEAR));
    }
    if rol == Some(Role::Partner) && age < YOUNGEST_PARTNER {
        return Some(place.error(texts::too_young(age)).with_hint(texts::TOO_YOUNG_HINT));
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
    let parent = Text::same(excerpt(parent_name));
    let child_name = child.naam.as_deref().map(|name| Text::same(excerpt(name)));
    let child_name = child_name.unwrap_or(texts::THE_CHILD);
    let message = texts::too_close((&child_name, born), YOUNGEST_PARENT, (&parent, parent_born));
    let hint = match child.fields.get("ouders") {
        Some(_) => texts::CHECK_PARENTS,
        None => texts::NAME_PARENTS,
    };
    Err(child.place("geboortedatum").error(message).with_hint(hint))
}
