//! The schemes of municipalities: why an outcome of theirs is unknown to a household, what a
//! municipality has laid down as a page ([`Page`]), what is known of all of them ([`Overview`]), and whether the packages name municipalities that
//! exist.

mod comparison;
mod origin;
mod overview;
mod page;
mod years;

use std::path::Path;

use corpus::document::{DocumentError, Position};
use corpus::policy::{Known, Package, PolicySet};
use corpus::{Corpus, CorpusError, Files, Outcome};
use engine::language::{Bilingual, Language, Text};
use engine::text;
use jiff::civil::Date;

use crate::municipality::Municipality;
use crate::wording;

pub use comparison::{Comparison, ComparisonRow};
pub(crate) use origin::origin;
pub use overview::{Overview, OverviewMunicipality, OverviewScheme};
pub use page::{Page, PageScheme, PageState, PageValue};
pub use years::{Years, in_words};

/// Why outcomes of municipal schemes are unknown, each cause once, and what that does to the income.
pub fn remarks(
    corpus: &Corpus,
    gemeente: Option<&Municipality>,
    date: Date,
    unknown: &[&Outcome],
) -> Vec<Text> {
    let mut said: Vec<Text> = Vec::new();
    let Some(gemeente) = gemeente else {
        if !unknown.is_empty() {
            said.extend([so(&NOT_GIVEN, &listed(corpus, unknown)), NOT_COUNTED]);
        }
        return said;
    };
    let name = gemeente.name;
    let policies = &corpus.policies;
    let known = |outcome: &Outcome| {
        outcome.scheme.map(|scheme| policies.known(gemeente.code, scheme, date))
    };
    let with = |wanted: fn(&Known<'_>) -> bool| -> Vec<&Outcome> {
        let asked = unknown.iter().copied();
        asked.filter(|outcome| known(outcome).as_ref().is_some_and(wanted)).collect()
    };
    let groups: [(Vec<&Outcome>, Text); 3] = [
        (with(|known| matches!(known, Known::NoPackage)), no_package(name)),
        (
            with(|known| matches!(known, Known::NoScheme | Known::NotThen)),
            nothing_known(name, date),
        ),
        (with(|known| matches!(known, Known::Stated(..))), not_all(name, date)),
    ];
    for (outcomes, cause) in groups.iter().filter(|(outcomes, _)| !outcomes.is_empty()) {
        said.push(so(cause, &listed(corpus, outcomes)));
    }
    for outcome in unknown {
        if let Some(Known::Missing(_, reason)) = known(outcome) {
            said.push(so(&missing(name, date, reason), &listed(corpus, &[outcome])));
        }
    }
    if !said.is_empty() {
        said.push(NOT_COUNTED);
    }
    said
}

/// Reads and checks a folder of rules, and whether the municipalities in it exist.
pub fn load(folder: &Path) -> Result<Corpus, CorpusError> {
    check(&Files::read(folder)?)
}

/// Checks rules as [`Corpus::check`] does, and whether the municipalities of the packages exist: the name
/// is exactly that of CBS, and the code is of that name.
pub fn check(files: &Files) -> Result<Corpus, CorpusError> {
    let corpus = Corpus::check(files)?;
    match unknown(&corpus.policies) {
        errors if errors.is_empty() => Ok(corpus),
        errors => Err(CorpusError::Documents(errors)),
    }
}

fn unknown(policies: &PolicySet) -> Vec<DocumentError> {
    policies
        .packages()
        .iter()
        .flat_map(|package| [name(package), code(package)])
        .flatten()
        .collect()
}

/// What is wrong with the name that a package gives.
fn name(package: &Package) -> Option<DocumentError> {
    let (message, hint) = match Municipality::find(&package.name) {
        Ok(found) if found.name == package.name => return None,
        Ok(found) => {
            let (name, given) = (found.name, &package.name);
            let message = text!(
                "‘{given}’ is niet de naam die het CBS gebruikt.",
                "‘{given}’ is not the name that CBS uses."
            );
            (message, text!("Schrijf {name}.", "Write {name}."))
        }
        Err(error) => (Text::of(|language| error.in_language(language)), LIST_OF_CBS),
    };
    Some(at(package, package.name_at, "gemeente", message, hint))
}

/// What is wrong with its code, given that the name is of a municipality.
fn code(package: &Package) -> Option<DocumentError> {
    let found = Municipality::find(&package.name).ok()?;
    if found.code == package.code {
        return None;
    }
    let (name, code, other) = (found.name, found.code, &package.code);
    let message = text!(
        "De code van {name} is {code}, niet {other}.",
        "The code of {name} is {code}, not {other}."
    );
    let hint = text!("Schrijf {code}.", "Write {code}.");
    Some(at(package, package.code_at, "code", message, hint))
}

fn at(
    package: &Package,
    position: Position,
    field: &str,
    message: Text,
    hint: Text,
) -> DocumentError {
    let error = DocumentError::new(&package.file, position, message, hint);
    DocumentError { path: field.to_string(), ..error }
}

const LIST_OF_CBS: Text =
    Text::fixed("Gebruik de naam in de lijst van het CBS.", "Use the name in the list of CBS.");
const NOT_GIVEN: Text = Text::fixed(
    "De gemeente is niet ingevuld. Er is alleen gerekend met landelijke regels.",
    "The municipality was not filled in. Only national rules were applied.",
);
const NOT_COUNTED: Text = Text::fixed(
    "Wat van de gemeente onbekend is, telt niet mee in het netto besteedbaar inkomen.",
    "What is unknown of the municipality does not count in the net disposable income.",
);

/// A cause, and what is unknown by it.
fn so(cause: &Text, list: &Text) -> Text {
    Text::of(|language| format!("{} {}", cause.get(language), list.get(language)))
}

fn no_package(name: &str) -> Text {
    text!(
        "De regelingen van de gemeente {name} staan niet in de regels. Er is alleen gerekend met \
         landelijke regels.",
        "The schemes of the municipality {name} are not in the rules. Only national rules were applied."
    )
}

fn nothing_known(name: &str, date: Date) -> Text {
    let [day, english] = Language::ALL.map(|language| wording::day(date, language));
    text!(
        "Niet elke regeling van de gemeente {name} is gevonden voor {day}.",
        "Not every scheme of the municipality {name} was found for {english}."
    )
}

fn not_all(name: &str, date: Date) -> Text {
    let [day, english] = Language::ALL.map(|language| wording::day(date, language));
    text!(
        "Van de gemeente {name} is op {day} niet alles gevonden wat nodig is.",
        "Not everything that is needed of the municipality {name} was found for {english}."
    )
}

fn missing(name: &str, date: Date, reason: &Text) -> Text {
    let [day, of_day] = Language::ALL.map(|language| wording::day(date, language));
    let english = reason.english();
    text!(
        "Een regeling van de gemeente {name} is op {day} niet bekend: {reason}.",
        "A scheme of the municipality {name} is not known on {of_day}: {english}."
    )
}

/// The outcomes that are unknown, each with its scheme.
fn listed(corpus: &Corpus, outcomes: &[&Outcome]) -> Text {
    let named = outcomes.iter().map(|outcome| {
        let scheme = outcome.scheme.map(|scheme| &corpus.policies[scheme]);
        format!("{} ({})", scheme.map_or("", |scheme| &scheme.name), outcome.name)
    });
    let named = named.collect::<Vec<_>>().join(", ");
    text!("Onbekend: {named}.", "Unknown: {named}.")
}
