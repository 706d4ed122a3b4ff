//! The persons of a household: their fields, names and parents.

use corpus::document::{Closeness, DocumentError, Fields, Item, Problems, excerpt, meant, nearest};
use jiff::civil::Date;

use super::{checks, groups, require, section, section_values, texts, value};
use crate::fields::{Kind, Section};
use crate::file::{Person, Role, Values, same_name};

/// The most legal parents a child has.
const MOST_PARENTS: usize = 2;

/// A person while the household is being read: what could be read, and where it stands.
pub(super) struct Draft<'d> {
    pub(super) fields: Fields<'d>,
    pub(super) naam: Option<String>,
    pub(super) rol: Option<Role>,
    pub(super) geboortedatum: Option<Date>,
    /// Positions in the list of persons.
    pub(super) ouders: Vec<usize>,
    opvang: Vec<Values>,
    pub(super) values: Values,
}

impl<'d> Draft<'d> {
    /// The value of a field, or the person as a whole when the field is not there.
    pub(super) fn place(&self, key: &str) -> Item<'d> {
        self.fields.get(key).unwrap_or_else(|| self.fields.item().clone())
    }
}

/// Reads all persons. Nothing when one of them lacks what a person must have.
pub(super) fn read(
    household: &Fields<'_>,
    rekendatum: Option<Date>,
    problems: &mut Problems,
) -> Option<Vec<Person>> {
    let list = problems.keep(require(household, Section::Household, "personen"))?;
    let items = groups(&list, kind(Section::Household, "personen"), problems)?;
    if items.is_empty() {
        problems.push(list.error(texts::NOBODY).with_hint(texts::NOBODY_HINT));
        return None;
    }
    let all = items.len();
    let mut drafts: Vec<Draft<'_>> =
        items.iter().filter_map(|item| draft(item, problems)).collect();
    let complete = drafts.len() == all;
    give_names(&mut drafts);
    let parents: Vec<Vec<usize>> =
        (0..drafts.len()).map(|child| parents(&drafts, child, problems)).collect();
    for (draft, parents) in drafts.iter_mut().zip(parents) {
        draft.ouders = parents;
    }
    checks::names(&drafts, problems);
    if complete {
        checks::roles(&list, &drafts, problems);
    }
    checks::couple(&drafts, problems);
    checks::births(&drafts, rekendatum, problems);
    checks::children(&drafts, rekendatum, problems);
    drafts.into_iter().map(finish).collect::<Option<Vec<Person>>>().filter(|_| complete)
}

fn draft<'d>(item: &Item<'d>, problems: &mut Problems) -> Option<Draft<'d>> {
    let fields = section(item, Section::Person, problems)?;
    let rol = problems.keep(require(&fields, Section::Person, "rol")).and_then(|item| {
        let key = problems.keep(item.choice(&Role::KEYS))?;
        Role::from_key(key)
    });
    let geboortedatum = problems.keep(require(&fields, Section::Person, "geboortedatum"));
    let geboortedatum = geboortedatum.and_then(|item| problems.keep(item.date()));
    let naam = fields.get("naam").and_then(|item| problems.keep(value::line(&item)));
    let opvang = childcare(&fields, problems);
    if let Some(rol) = rol {
        checks::fields_of_role(&fields, rol, problems);
    }
    let values = section_values(&fields, Section::Person, rol, problems);
    checks::pension_premium(&fields, &values, problems);
    Some(Draft { fields, naam, rol, geboortedatum, ouders: Vec::new(), opvang, values })
}

fn childcare(fields: &Fields<'_>, problems: &mut Problems) -> Vec<Values> {
    let Some(list) = fields.get("opvang") else { return Vec::new() };
    let items = groups(&list, kind(Section::Person, "opvang"), problems).unwrap_or_default();
    let read = |item: &Item<'_>| {
        let fields = section(item, Section::Childcare, problems)?;
        Some(section_values(&fields, Section::Childcare, None, problems))
    };
    items.iter().filter_map(read).collect()
}

/// Names who has no name after the role; children and medebewoners are numbered in their role.
fn give_names(drafts: &mut [Draft<'_>]) {
    let mut counts = [0; Role::ALL.len()];
    for draft in drafts {
        let Some(rol) = draft.rol else { continue };
        let count = &mut counts[rol as usize];
        *count += 1;
        if draft.fields.get("naam").is_none() {
            draft.naam = Some(match rol {
                Role::Aanvrager | Role::Partner => rol.key().to_string(),
                Role::Kind | Role::Medebewoner => format!("{} {count}", rol.key()),
            });
        }
    }
}

/// The positions of the parents of a person: those named, or for a child the aanvrager and the
/// partner.
fn parents(drafts: &[Draft<'_>], child: usize, problems: &mut Problems) -> Vec<usize> {
    let Some(list) = drafts[child].fields.get("ouders") else {
        let parent = |role| matches!(role, Some(Role::Aanvrager | Role::Partner));
        let all = (0..drafts.len()).filter(|&position| parent(drafts[position].rol));
        return match drafts[child].rol {
            Some(Role::Kind) => all.collect(),
            _ => Vec::new(),
        };
    };
    let Some(items) = problems.keep(list.list()) else { return Vec::new() };
    if items.len() > MOST_PARENTS {
        let message = texts::many_parents(MOST_PARENTS);
        problems.push(list.error(message).with_hint(texts::LEGAL_PARENTS));
        return Vec::new();
    }
    let mut found = Vec::new();
    for item in items {
        if let Some(parent) = problems.keep(parent(drafts, child, &found, &item)) {
            found.push(parent);
        }
    }
    found
}

fn parent(
    drafts: &[Draft<'_>],
    child: usize,
    earlier: &[usize],
    item: &Item<'_>,
) -> Result<usize, DocumentError> {
    let given = value::line(item)?;
    let called =
        |draft: &Draft<'_>| draft.naam.as_ref().is_some_and(|naam| same_name(naam, &given));
    let Some(parent) = drafts.iter().position(called) else {
        let others = drafts.iter().enumerate().filter(|(position, _)| *position != child);
        let names: Vec<&str> = others.filter_map(|(_, draft)| draft.naam.as_deref()).collect();
        let hint = match nearest(&given, &names) {
            Some((name, Closeness::Near)) => meant(name),
            Some(_) => texts::choose(&names),
            None => texts::ADD_PERSON,
        };
        let message = texts::not_in_household(&excerpt(&given));
        return Err(item.error(message).with_hint(hint));
    };
    if parent == child {
        return Err(item.error(texts::OWN_PARENT).with_hint(texts::OWN_PARENT_HINT));
    }
    if earlier.contains(&parent) {
        return Err(item.error(texts::twice(&excerpt(&given))).with_hint(texts::PARENT_ONCE));
    }
    Ok(parent)
}

fn finish(draft: Draft<'_>) -> Option<Person> {
    Some(Person {
        naam: draft.naam?,
        rol: draft.rol?,
        geboortedatum: draft.geboortedatum?,
        ouders: draft.ouders,
        opvang: draft.opvang,
        values: draft.values,
    })
}

fn kind(section: Section, key: &str) -> Kind {
    section.field(key).map_or(Kind::Text, |field| field.kind)
}
