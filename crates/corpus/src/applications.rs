//! What a resident does to get a right: `aanvragen.yaml`.
//!
//! By right: which outcomes it is, and by date where to apply, how, from which day it begins, until when one can
//! apply, and where that is from. What one municipality says about applying stands in its package.

use engine::language::Text;
use jiff::civil::Date;
use regelspraak::model::Model;
use serde::{Deserialize, Serialize};

use crate::document::{Document, Fields, Item, Problems, did_you_mean};
use crate::files::{File, only};
use crate::outcomes::{Outcome, OutcomeKind};
use crate::parameters::Confidence;
use crate::periods::{self, Dated, Days, Origin};
use crate::policy::{PolicySet, SchemeId};
use crate::texts;

/// How to apply for a right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Application {
    /// The right: `zorgtoeslag`.
    pub right: String,
    /// Its outcomes, by name.
    pub outcomes: Vec<String>,
    /// The municipal scheme whose package has the page of the municipality.
    pub scheme: Option<SchemeId>,
    /// By date, without overlap or holes.
    pub periods: Vec<ApplicationPeriod>,
}

/// How to apply in a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApplicationPeriod {
    /// First day.
    pub from: Date,
    /// Last day, or nothing when it holds until the law changes.
    pub until: Option<Date>,
    /// How to apply, or why that is not known.
    pub stated: Result<HowToApply, Text>,
}

/// Where, how and when to apply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HowToApply {
    /// With which organisation.
    pub place: Text,
    /// Its web address.
    pub site: Option<String>,
    /// What to do.
    pub how: Text,
    /// From which day the right begins.
    pub begins: Text,
    /// Until when one can apply, or how far back; nothing when no source for that was found.
    pub deadline: Option<Text>,
    /// Law articles and publications.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// How it was derived, for what is derived.
    pub derived: Option<String>,
}

impl Dated for ApplicationPeriod {
    fn days(&self) -> Days {
        Days { from: self.from, until: self.until }
    }

    fn begin(&mut self, from: Date) {
        self.from = from;
    }

    fn end(&mut self, until: Option<Date>) {
        self.until = until;
    }
}

impl Application {
    /// The period that holds on a day.
    pub fn at(&self, date: Date) -> Option<&ApplicationPeriod> {
        self.periods.iter().find(|period| period.days().hold(date))
    }

    /// Whether an outcome is of this right.
    pub fn is_of(&self, outcome: &Outcome) -> bool {
        self.outcomes.contains(&outcome.name)
    }
}

const FIELDS: [&str; 4] = ["recht", "uitkomsten", "regeling", "perioden"];
/// What a period without a known way to apply does not have.
const OF_APPLYING: [&str; 9] = [
    "waar",
    "waar_engels",
    "site",
    "hoe",
    "hoe_engels",
    "ingang",
    "ingang_engels",
    "termijn",
    "termijn_engels",
];
const OF_A_PERIOD: [&str; 7] =
    ["vanaf", "tot_en_met", "bron", "zekerheid", "afgeleid", "ontbreekt", "engels"];

/// Reads how to apply; a corpus without the file says nothing about it.
pub fn read(
    model: &Model,
    files: &[File],
    outcomes: &[Outcome],
    policies: &PolicySet,
    problems: &mut Problems,
) -> Vec<Application> {
    let Some(file) = only(files, problems) else { return Vec::new() };
    let Some(document) = Document::read(&file.name, &file.text, problems) else {
        return Vec::new();
    };
    let reader = Reader { model, outcomes, policies };
    let mut read: Vec<Application> = Vec::new();
    for item in problems.keep(document.root().list()).unwrap_or_default() {
        let Some(application) = reader.right(&item, &read, problems) else { continue };
        if read.iter().any(|known| known.right == application.right) {
            let error = item.error(texts::double_right(&application.right));
            problems.push(error.with_hint(texts::ONE_OF_TWO));
        }
        read.push(application);
    }
    read
}

struct Reader<'r> {
    model: &'r Model,
    outcomes: &'r [Outcome],
    policies: &'r PolicySet,
}

impl Reader<'_> {
    fn right(
        &self,
        item: &Item<'_>,
        before: &[Application],
        problems: &mut Problems,
    ) -> Option<Application> {
        let fields = item.fields(&FIELDS, problems)?;
        let right = problems.keep(fields.require("recht").and_then(|it| it.filled_text()));
        let listed = problems.keep(fields.require("uitkomsten").and_then(|it| it.list()));
        if let (Some([]), Some(listed)) = (listed.as_deref(), fields.get("uitkomsten")) {
            problems.push(listed.error(texts::NO_OUTCOMES).with_hint(texts::NAME_OUTCOME));
        }
        let mut outcomes = Vec::new();
        for item in listed.unwrap_or_default() {
            let Some(name) = self.outcome(&item, problems) else { continue };
            let known = before.iter().any(|it| it.outcomes.contains(&name));
            if known || outcomes.contains(&name) {
                problems
                    .push(item.error(texts::double_outcome(&name)).with_hint(texts::ONE_OF_TWO));
            }
            outcomes.push(name);
        }
        let scheme = match fields.get("regeling") {
            Some(item) => Some(self.policies.scheme_named(&item, problems)?),
            None => None,
        };
        let list = problems.keep(fields.require("perioden").and_then(|list| list.list()))?;
        let periods = periods::read_list(&list, problems, period);
        let right = right?.to_string();
        if list.is_empty() {
            let error = item.error(texts::no_application(&right));
            problems.push(error.with_hint(texts::ADD_APPLICATION));
        }
        Some(Application { right, outcomes, scheme, periods })
    }

    /// An outcome by its name, which must be something to receive.
    fn outcome(&self, item: &Item<'_>, problems: &mut Problems) -> Option<String> {
        let name = problems.keep(item.filled_text())?;
        let Some(outcome) = self.outcomes.iter().find(|outcome| outcome.name == name) else {
            let names: Vec<&str> = self.outcomes.iter().map(|it| it.name.as_str()).collect();
            let hint = did_you_mean(name, &names).unwrap_or(texts::CHECK_OUTCOME);
            problems.push(item.error(texts::no_outcome(name)).with_hint(hint));
            return None;
        };
        if outcome.kind != OutcomeKind::Right {
            let attribute = &self.model[outcome.attribute].name.singular;
            problems.push(item.error(texts::no_right(attribute)).with_hint(texts::LEAVE_OUT));
        }
        Some(name.to_string())
    }
}

fn period(item: &Item<'_>, problems: &mut Problems) -> Option<ApplicationPeriod> {
    let known: Vec<&str> = OF_A_PERIOD.iter().chain(&OF_APPLYING).copied().collect();
    let fields = item.fields(&known, problems)?;
    let days = Days::read(&fields, problems);
    for name in OF_APPLYING.iter().filter(|_| fields.get("ontbreekt").is_some()) {
        if let Some(item) = fields.get(name) {
            problems.push(item.error(texts::beside_missing(name)).with_hint(texts::ONE_OF_TWO));
        }
    }
    let stated = periods::read_stated(&fields, problems, |problems| stated(&fields, problems));
    let Days { from, until } = days?;
    Some(ApplicationPeriod { from, until, stated: stated? })
}

fn stated(fields: &Fields<'_>, problems: &mut Problems) -> Option<HowToApply> {
    let place = both(fields, "waar", problems);
    let site = site(fields, problems);
    let how = both(fields, "hoe", problems);
    let begins = both(fields, "ingang", problems);
    periods::belongs_with(fields, "termijn_engels", "termijn", problems);
    let deadline = match fields.get("termijn") {
        Some(_) => both(fields, "termijn", problems).map(Some),
        None => Some(None),
    };
    let Origin { source, confidence, derived } = Origin::read(fields, problems)?;
    let (place, site, how, begins, deadline) = (place?, site?, how?, begins?, deadline?);
    Some(HowToApply { place, site, how, begins, deadline, source, confidence, derived })
}

/// A text that stands there in both languages.
fn both(fields: &Fields<'_>, name: &str, problems: &mut Problems) -> Option<Text> {
    let mut text = |name: &str| problems.keep(fields.require(name).and_then(|it| it.filled_text()));
    let (dutch, english) = (text(name), text(&format!("{name}_engels")));
    Some(Text::new(dutch?, english?))
}

/// A web address, if there is one.
fn site(fields: &Fields<'_>, problems: &mut Problems) -> Option<Option<String>> {
    let Some(item) = fields.get("site") else { return Some(None) };
    let address = problems.keep(item.filled_text())?;
    let host = address.strip_prefix("https://").unwrap_or_default();
    if host.split('/').next().is_none_or(|host| !host.contains('.')) || host.contains(' ') {
        problems.push(item.error(texts::no_site(address)).with_hint(texts::EXAMPLE_SITE));
        return None;
    }
    Some(Some(address.to_string()))
}
