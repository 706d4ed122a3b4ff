//! Which attribuut is which outcome: `uitkomsten.yaml`.

use engine::language::Text;
use regelspraak::model::{AttributeId, Model, ObjectTypeId};
use serde::{Deserialize, Serialize};

use crate::document::{Document, DocumentError, Fields, Item, Problems, did_you_mean};
use crate::files::{File, only};
use crate::policy::{PolicySet, SchemeId};
use crate::texts::{self, kind};

/// An outcome: a name that users and other programs rely on, and the attribuut behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The name: `zorgtoeslag_per_maand`.
    pub name: String,
    /// The objecttype that has the attribuut.
    pub objecttype: ObjectTypeId,
    /// The attribuut.
    pub attribute: AttributeId,
    /// What it means; in Dutch only when the file says no English.
    pub meaning: Text,
    /// What kind of amount it is.
    pub kind: OutcomeKind,
    /// The municipal scheme it comes from (`regeling`): when it is leeg, the municipality has laid down
    /// too little to say, and it is unknown.
    pub scheme: Option<SchemeId>,
}

/// What kind of amount an outcome is (`soort`). Only of a right that is not there can be asked why
/// not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum OutcomeKind {
    /// Something to be received, when the conditions are met; without `soort` an outcome is one.
    #[default]
    Right,
    /// What comes in, or what a law counts as income.
    Income,
    /// What is to be paid.
    Tax,
    /// What goes off the tax.
    Credit,
    /// Anything else.
    Amount,
}

impl OutcomeKind {
    /// The kinds as the file names them, in the order in which they are shown.
    const NAMES: [(&'static str, OutcomeKind); 5] = [
        ("recht", OutcomeKind::Right),
        ("inkomen", OutcomeKind::Income),
        ("belasting", OutcomeKind::Tax),
        ("korting", OutcomeKind::Credit),
        ("bedrag", OutcomeKind::Amount),
    ];

    /// The word that the file and answers have for it.
    pub fn name(self) -> &'static str {
        let named = OutcomeKind::NAMES.iter().find(|(_, kind)| *kind == self);
        named.map_or("", |(name, _)| name)
    }

    /// Whether an amount of 0 is a right that is not there: something to receive, or a credit.
    pub fn can_be_refused(self) -> bool {
        matches!(self, OutcomeKind::Right | OutcomeKind::Credit)
    }

    fn read(fields: &Fields<'_>, problems: &mut Problems) -> Option<OutcomeKind> {
        let Some(item) = fields.get("soort") else { return Some(OutcomeKind::default()) };
        let names = OutcomeKind::NAMES.map(|(name, _)| name);
        let chosen = problems.keep(item.choice(&names))?;
        OutcomeKind::NAMES.iter().find(|(name, _)| *name == chosen).map(|(_, kind)| *kind)
    }
}

/// Reads the outcomes; a corpus without the file has none.
pub fn read(
    model: &Model,
    files: &[File],
    policies: &PolicySet,
    problems: &mut Problems,
) -> Vec<Outcome> {
    let Some(file) = only(files, problems) else { return Vec::new() };
    let Some(document) = Document::read(&file.name, &file.text, problems) else {
        return Vec::new();
    };
    let mut outcomes: Vec<Outcome> = Vec::new();
    for item in problems.keep(document.root().list()).unwrap_or_default() {
        let Some(outcome) = read_one(model, policies, &item, problems) else { continue };
        if outcomes.iter().any(|known| known.name == outcome.name) {
            let error = item.error(texts::double_outcome(&outcome.name));
            problems.push(error.with_hint(texts::ONE_OF_TWO));
        }
        outcomes.push(outcome);
    }
    outcomes
}

fn read_one(
    model: &Model,
    policies: &PolicySet,
    item: &Item<'_>,
    problems: &mut Problems,
) -> Option<Outcome> {
    let known = ["uitkomst", "objecttype", "attribuut", "soort", "regeling", "betekenis", "engels"];
    let fields = item.fields(&known, problems)?;
    let mut text = |name: &str| {
        let item = problems.keep(fields.require(name))?;
        let text = problems.keep(item.text())?;
        Some((item, text))
    };
    let (name, objecttype, attribute) = (text("uitkomst"), text("objecttype"), text("attribuut"));
    let (meaning, (_, name)) = (text("betekenis")?.1, name?);
    let meaning = with_english(&fields, meaning, problems)?;
    let kind = OutcomeKind::read(&fields, problems)?;
    let (item, shown) = objecttype?;
    let names = model.objecttypes.iter().map(|objecttype| objecttype.name.singular.as_str());
    let found = model.objecttype(shown);
    let objecttype = problems.keep(known_name(&item, kind::AN_OBJECTTYPE, shown, found, names))?;
    let (item, shown) = attribute?;
    let all = model[objecttype].attributes.iter();
    let names = all.map(|attribute| model[*attribute].name.singular.as_str());
    let found = model.attribute(objecttype, shown);
    let attribute = problems.keep(known_name(&item, kind::AN_ATTRIBUTE, shown, found, names))?;
    let scheme = match fields.get("regeling") {
        Some(item) => Some(policies.scheme_named(&item, problems)?),
        None => None,
    };
    let name = name.to_string();
    Some(Outcome { name, objecttype, attribute, meaning, kind, scheme })
}

/// What was found under a name, or an error with the name that looks most like it.
pub fn known_name<'n, T>(
    item: &Item<'_>,
    kind: Text,
    name: &str,
    found: Option<T>,
    known: impl Iterator<Item = &'n str>,
) -> Result<T, DocumentError> {
    found.ok_or_else(|| {
        let known: Vec<&str> = known.collect();
        let error = item.error(texts::not_in_rules(&kind, name));
        match did_you_mean(name, &known) {
            Some(hint) => error.with_hint(hint),
            None => error.with_hint(texts::CHECK_NAME),
        }
    })
}

/// A text of a file with its English, which stands beside it under `engels`. Without it, the Dutch
/// is all there is.
pub fn with_english(fields: &Fields<'_>, dutch: &str, problems: &mut Problems) -> Option<Text> {
    Some(match fields.get("engels") {
        Some(item) => Text::new(dutch, problems.keep(item.filled_text())?),
        None => Text::same(dutch),
    })
}
