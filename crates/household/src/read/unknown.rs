//! The fields that nobody knows the answer of: `onbekend`.

use corpus::document::{Fields, Item, Problems, did_you_mean, excerpt};

use super::texts;
use crate::fields::{Field, Section, UNKNOWN};
use crate::file::Role;

/// The fields of a section that are not known, as the file says. A field with an answer beside it is a problem.
pub(super) fn read(
    fields: &Fields<'_>,
    section: Section,
    role: Option<Role>,
    problems: &mut Problems,
) -> Vec<&'static Field> {
    let Some(list) = fields.get(UNKNOWN) else { return Vec::new() };
    let items = problems.keep(list.list()).unwrap_or_default();
    let mut found: Vec<&Field> = Vec::new();
    for item in items {
        let Some(field) = one(&item, section, role, problems) else { continue };
        let problem = if found.contains(&field) {
            item.error(texts::twice(field.key)).with_hint(texts::FIELD_ONCE)
        } else if fields.get(field.key).is_some() {
            item.error(texts::known_after_all(field.key)).with_hint(texts::KNOWN_OR_NOT)
        } else if let (Some(role), Some(only)) = (role, field.only_for)
            && role != only
        {
            let message = texts::other_role(field.key, only, role);
            item.error(message).with_hint(texts::OTHER_ROLE_HINT)
        } else {
            found.push(field);
            continue;
        };
        problems.push(problem);
    }
    found
}

fn one(
    item: &Item<'_>,
    section: Section,
    role: Option<Role>,
    problems: &mut Problems,
) -> Option<&'static Field> {
    let given = problems.keep(item.text())?;
    let fields = section.fields().iter().filter(|field| field.can_be_unknown());
    if let Some(field) = fields.clone().find(|field| field.key == given) {
        return Some(field);
    }
    let own = fields.filter(|field| role.is_none_or(|role| field.is_for(role)));
    let keys: Vec<&str> = own.map(|field| field.key).collect();
    let message = match section.field(given) {
        Some(_) => texts::always_known(given),
        None => texts::no_such_field(&excerpt(given)),
    };
    let hint = did_you_mean(given, &keys).unwrap_or_else(|| texts::choose(&keys));
    problems.push(item.error(message).with_hint(hint));
    None
}
