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
            let error = fields.item().error(texts::ENDS_BEFORE_START);
            problems.push(error.with_hint(texts::END_LATER));
            return None;
        }
        Some(Days { from, until })
    }

    /// The days on which something changes: the first, and the one after the last.
    pub fn changes(&self) -> impl Iterator<Item = Date> + use<> {
        [Some(self.from), self.until.and_then(|until| until.tomorrow().ok())].into_iter().flatten()
    }

    /// Whether a day lies in it.
    pub fn hold(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Checks that these days start on the day after those before them end, and lets those end when
    /// they do not say.
    fn follow(&self, before: &mut Days, item: &Item<'_>, problems: &mut Problems) {
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

/// What holds in a period.
pub trait Dated {
    /// Its days.
    fn days(&self) -> Days;

    /// Lets it hold from a day on.
    fn begin(&mut self, from: Date);

    /// Lets it hold until a day.
    fn end(&mut self, until: Option<Date>);
}

/// Why a value cannot change from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeError {
    /// There is no value on that day to change.
    NoValue,
    /// It changes along a timeline only, and the day is not on it; in words, when it does change.
    OffTimeline(String),
}

/// Changes what holds from a day on; a period that holds before it is cut in two. What is not known stays
/// so. An error when there is nothing on the day.
pub fn change_from<P: Dated + Clone>(
    periods: &mut Vec<P>,
    from: Date,
    known: impl Fn(&P) -> bool,
    mut change: impl FnMut(&mut P),
) -> Result<(), ChangeError> {
    if !periods.iter().any(|period| period.days().hold(from) && known(period)) {
        return Err(ChangeError::NoValue);
    }
    let mut changed = Vec::with_capacity(periods.len() + 1);
    for mut period in periods.drain(..) {
        let days = period.days();
        if days.from < from && days.hold(from) {
            let mut before = period.clone();
            before.end(from.yesterday().ok());
            changed.push(before);
            period.begin(from);
        }
        if from <= period.days().from && known(&period) {
            change(&mut period);
        }
        changed.push(period);
    }
    *periods = changed;
    Ok(())
}

/// Reads a list of periods, each with `read`: by date, without overlap or holes, and the last says
/// until when it holds.
pub fn read_list<P: Dated>(
    list: &[Item<'_>],
    problems: &mut Problems,
    mut read: impl FnMut(&Item<'_>, &mut Problems) -> Option<P>,
) -> Vec<P> {
    let mut periods: Vec<P> = Vec::new();
    for (index, item) in list.iter().enumerate() {
        let Some(period) = read(item, problems) else { continue };
        if let Some(before) = periods.last_mut() {
            let mut days = before.days();
            period.days().follow(&mut days, item, problems);
            before.end(days.until);
        }
        if index + 1 == list.len() {
            last_ends(item, problems);
        }
        periods.push(period);
    }
    periods
}

/// Checks that the last of a list of periods says until when it holds.
fn last_ends(item: &Item<'_>, problems: &mut Problems) {
    let ends = problems.keep(item.mapping()).map(|fields| fields.get("tot_en_met").is_some());
    if ends == Some(false) {
        problems.push(item.error(texts::NO_END).with_hint(texts::NO_END_HINT));
    }
}

/// What a period without a value does not have.
const OF_A_VALUE: [&str; 5] = ["waarde", "waarden", "bron", "zekerheid", "afgeleid"];

/// Reads why there is nothing for a period (`ontbreekt`), or else what there is (`stated`).
pub fn read_stated<S>(
    fields: &Fields<'_>,
    problems: &mut Problems,
    stated: impl FnOnce(&mut Problems) -> Option<S>,
) -> Option<Result<S, Text>> {
    let Some(reason) = fields.get("ontbreekt") else {
        belongs_with(fields, "engels", "ontbreekt", problems);
        return stated(problems).map(Ok);
    };
    for name in OF_A_VALUE {
        if let Some(item) = fields.get(name) {
            problems.push(item.error(texts::beside_missing(name)).with_hint(texts::ONE_OF_TWO));
        }
    }
    let reason = problems.keep(reason.filled_text())?;
    with_english(fields, reason, problems).map(Err)
}

/// Checks that a field is there when one that belongs with it is.
pub fn belongs_with(fields: &Fields<'_>, name: &str, with: &str, problems: &mut Problems) {
    if let (Some(item), None) = (fields.get(name), fields.get(with)) {
        problems.push(item.error(texts::belongs_with(name, with)).with_hint(texts::LEAVE_OUT));
    }
}

/// Reads a text that need not be there, but says something when it is.
pub fn read_text(fields: &Fields<'_>, name: &str, problems: &mut Problems) -> Option<String> {
    problems.keep(fields.get(name)?.filled_text()).map(str::to_string)
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
        let source = fields.require("bron").and_then(|item| {
            let source = item.filled_text();
            source.map_err(|error| error.with_hint(texts::SAY_SOURCE)).map(str::to_string)
        });
        let source = problems.keep(source);
        let confidence = problems.keep(fields.require("zekerheid").and_then(|item| {
            match item.choice(&["A", "B", "C", "D"])? {
                "A" => Ok(Confidence::A),
                "B" => Ok(Confidence::B),
                "D" => Ok(Confidence::D),
                _ => Err(item.error(texts::TOO_UNSURE).with_hint(texts::FIND_SOURCE)),
            }
        }));
        let derived = match fields.get("afgeleid") {
            Some(item) => Some(problems.keep(item.filled_text())?.to_string()),
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
