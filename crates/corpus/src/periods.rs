//! Periods that people write down: from when, until when, and where a value comes from.

use engine::language::Text;
use jiff::civil::Date;

use crate::document::{DocumentError, Fields, Item, Problems};
use crate::outcomes::with_english;
use crate::parameters::Confidence;
use crate::texts;

/// The days of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// First day.
    pub from: Date,
    /// Last day, or nothing when it holds until it is changed.
    pub until: Option<Date>,
}

impl Days {
    /// Reads `vanaf` and `tot_en_met`.
    pub fn read(fields: &Fields<'_>, problems: &mut Problems) -> Option<Days> {
        let from = problems.keep(fields.require("vanaf").and_then(|from| from.date()));
        let until = problems.keep(read_until(fields));
        let (from, until) = (from?, until?);
        if until.is_some_and(|until| until < from) {
            problems.push(fields.item().error(texts::ENDS_BEFORE_START));
            return None;
        }
        Some(Days { from, until })
    }

    /// Whether a day lies in it.
    pub fn hold(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Checks that these days start on the day after those before them end, and lets those end when
    /// they do not say.
    pub fn follow(&self, before: &mut Days, item: &Item<'_>, problems: &mut Problems) {
        problems.keep(follows(item, before, self));
        if before.until.is_none() {
            before.until = self.from.yesterday().ok();
        }
    }
}

fn read_until(fields: &Fields<'_>) -> Result<Option<Date>, DocumentError> {
    match fields.get("tot_en_met") {
        Some(until) if until.text().is_ok_and(|text| text == "onbepaald") => Ok(None),
        Some(until) => until.date().map(Some),
        None => Ok(None),
    }
}

fn follows(item: &Item<'_>, before: &Days, period: &Days) -> Result<(), DocumentError> {
    if period.from <= before.from || before.until.is_some_and(|until| period.from <= until) {
        return Err(item.error(texts::overlap(period.from)).with_hint(texts::IN_ORDER));
    }
    let next = before.until.and_then(|until| until.tomorrow().ok());
    match next.filter(|next| *next < period.from) {
        Some(next) => Err(item.error(texts::hole(next, period.from)).with_hint(texts::FILL_HOLE)),
        None => Ok(()),
    }
}

/// Checks that the last of a list of periods says until when it holds.
pub fn last_ends(item: &Item<'_>, problems: &mut Problems) {
    let ends = problems.keep(item.mapping()).map(|fields| fields.get("tot_en_met").is_some());
    if ends == Some(false) {
        problems.push(item.error(texts::NO_END).with_hint(texts::NO_END_HINT));
    }
}

/// Reads why there is nothing for a period (`ontbreekt`); the outer nothing when it does not say so.
pub fn read_missing(fields: &Fields<'_>, problems: &mut Problems) -> Option<Option<Text>> {
    let reason = fields.get("ontbreekt")?;
    let reason = problems.keep(reason.text());
    Some(reason.and_then(|reason| with_english(fields, reason, problems)))
}

/// Where what holds in a period comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// Law article or publication.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// How it was derived, for what is derived.
    pub derived: Option<String>,
}

impl Origin {
    /// Reads `bron`, `zekerheid` and `afgeleid`.
    pub fn read(fields: &Fields<'_>, problems: &mut Problems) -> Option<Origin> {
        let source = problems.keep(fields.require("bron").and_then(|item| {
            let text = item.text()?.trim();
            if text.is_empty() { Err(item.error(texts::NO_SOURCE)) } else { Ok(text.to_string()) }
        }));
        let confidence = problems.keep(fields.require("zekerheid").and_then(|item| {
            match item.choice(&["A", "B", "C", "D"])? {
                "A" => Ok(Confidence::A),
                "B" => Ok(Confidence::B),
                "D" => Ok(Confidence::D),
                _ => Err(item.error(texts::TOO_UNSURE).with_hint(texts::FIND_SOURCE)),
            }
        }));
        let derived = match fields.get("afgeleid") {
            Some(item) => Some(problems.keep(item.text())?.to_string()),
            None => None,
        };
        let (source, confidence) = (source?, confidence?);
        if confidence == Confidence::D && derived.is_none() {
            let error = fields.item().error(texts::NOT_DERIVED);
            problems.push(error.with_hint(texts::NOT_DERIVED_HINT));
        }
        Some(Origin { source, confidence, derived })
    }
}
