//! From the text of a household file to a checked household.

mod checks;
mod people;
mod texts;
mod unknown;
mod value;

use corpus::document::{Document, DocumentError, Fields, Item, Limits, Problems};
use engine::language::{Bilingual, Text};
use jiff::civil::Date;

use crate::fields::{Field, Kind, Section};
use crate::file::{HouseholdFile, Origin, Role, Values};
use crate::municipality::Municipality;

/// A household of 50 persons takes some 50 kB.
const LIMITS: Limits = Limits { bytes: 1 << 20, depth: 16 };

/// Reads a household file; a day that is given goes before the one in the file.
pub(crate) fn read(
    text: &str,
    file_name: &str,
    given: Option<Date>,
) -> Result<HouseholdFile, Vec<DocumentError>> {
    let mut problems = Problems::default();
    let document = Document::read_within(file_name, text, LIMITS, &mut problems);
    let file = document.as_ref().and_then(|document| file(&document.root(), given, &mut problems));
    problems.finish(file)
}

/// Whether a text is YAML or JSON at all, within the limits of a household file.
pub(crate) fn is_document(text: &str) -> bool {
    Document::read_within("", text, LIMITS, &mut Problems::default()).is_some()
}

/// Reads a household that stands inside another document.
pub(crate) fn file(
    root: &Item<'_>,
    given: Option<Date>,
    problems: &mut Problems,
) -> Option<HouseholdFile> {
    let fields = section(root, Section::File, problems)?;
    let rekendatum = rekendatum(&fields, given, problems);
    let household = problems.keep(require(&fields, Section::File, "huishouden"))?;
    let household = section(&household, Section::Household, problems)?;
    let gemeente = household.get("gemeente").and_then(|item| {
        let given = problems.keep(value::line(&item))?;
        problems.keep(
            Municipality::find(&given)
                .map_err(|unknown| item.error(Text::of(|language| unknown.in_language(language)))),
        )
    });
    let unknown = unknown::read(&household, Section::Household, None, problems);
    let gemeente_onbekend = unknown.iter().any(|field| field.key == "gemeente");
    let huishouden = values(&household, Section::Household, None, &unknown, problems);
    let woning = home(&household, problems);
    let personen = people::read(&household, rekendatum, problems);
    Some(HouseholdFile {
        rekendatum: rekendatum?,
        gemeente,
        gemeente_onbekend,
        huishouden,
        woning,
        personen: personen?,
    })
}

fn rekendatum(fields: &Fields<'_>, given: Option<Date>, problems: &mut Problems) -> Option<Date> {
    let item = match (fields.get("rekendatum"), given) {
        (Some(item), Some(_)) => item,
        (None, Some(given)) => return Some(given),
        (Some(_), None) => problems.keep(fields.require("rekendatum"))?,
        (None, None) => {
            problems.push(fields.item().error(texts::NO_DAY).with_hint(texts::NO_DAY_HINT));
            return None;
        }
    };
    let read = problems.keep(item.date().and_then(|date| checks::day_of_answer(&item, date)));
    given.or(read)
}

fn home(household: &Fields<'_>, problems: &mut Problems) -> Values {
    match household.get("woning") {
        Some(item) => section(&item, Section::Home, problems)
            .map(|home| section_values(&home, Section::Home, None, problems))
            .unwrap_or_default(),
        None => defaults(Section::Home),
    }
}

/// The fields of a section; a field it does not have is a problem.
fn section<'d>(item: &Item<'d>, section: Section, problems: &mut Problems) -> Option<Fields<'d>> {
    let known: Vec<&str> = section.fields().iter().map(|field| field.key).collect();
    item.fields_or(&known, belongs_elsewhere, problems)
}

/// A field that must be there. When it is not, the advice is what to write, as far as the kind of
/// the field says.
fn require<'d>(
    fields: &Fields<'d>,
    section: Section,
    key: &str,
) -> Result<Item<'d>, DocumentError> {
    fields.require(key).map_err(|error| match section.field(key).map(|field| field.kind) {
        Some(Kind::Choice(words)) => error.with_hint(texts::add_one_of(key, words)),
        Some(Kind::Date) => error.with_hint(texts::add_date(key)),
        Some(Kind::Group(_)) => error.with_hint(texts::add_group(key)),
        Some(Kind::Groups(..)) => error.with_hint(texts::add_list(key)),
        _ => error,
    })
}

/// For a field of another section: where it belongs.
fn belongs_elsewhere(key: &str) -> Option<Text> {
    let section = Section::ALL.into_iter().find(|section| section.field(key).is_some())?;
    Some(texts::belongs(section))
}

/// The values of the fields of a section, of which some may be unknown.
fn section_values(
    fields: &Fields<'_>,
    section: Section,
    role: Option<Role>,
    problems: &mut Problems,
) -> Values {
    let unknown = unknown::read(fields, section, role, problems);
    values(fields, section, role, &unknown, problems)
}

/// The values of the fields of a section that hold one value and have a default: those of the
/// file, and the defaults for the rest. For a person, only those for the role.
fn values(
    fields: &Fields<'_>,
    section: Section,
    role: Option<Role>,
    unknown: &[&Field],
    problems: &mut Problems,
) -> Values {
    let mut values = Values::default();
    for field in section.fields() {
        let Some(default) = field.default_value() else { continue };
        match fields.get(field.key) {
            Some(item) => {
                let value = problems.keep(value::read(field, &item));
                values.put(field, value.unwrap_or(default), Origin::Given);
            }
            None if unknown.contains(&field) => values.put(field, default, Origin::Unknown),
            None if role.is_none_or(|role| field.is_for(role)) => {
                values.put(field, default, Origin::Default);
            }
            None => {}
        }
    }
    values
}

fn defaults(section: Section) -> Values {
    let mut values = Values::default();
    for field in section.fields() {
        if let Some(default) = field.default_value() {
            values.put(field, default, Origin::Default);
        }
    }
    values
}

/// The items of a list of groups of fields, at most as many as the table says.
fn groups<'d>(item: &Item<'d>, kind: Kind, problems: &mut Problems) -> Option<Vec<Item<'d>>> {
    let mut items = problems.keep(item.list())?;
    if let Kind::Groups(_, most) = kind
        && items.len() > most
    {
        let message = texts::long_list(items.len(), most);
        problems.push(item.error(message).with_hint(texts::TAKE_SOME_OUT));
        items.truncate(most);
    }
    Some(items)
}
