//! Sleutelmomenten: what changes in the rights of a household on the dates that are coming.
//!
//! Which birthdays matter is for the rules to say, so every birthday is tried, and every day on which
//! somebody reaches AOW age. A household is compared with itself on the same day, under the same rules
//! and amounts, in which the event has not happened yet. So what an event does stands apart from what
//! new amounts do, and from other events. Days without amounts are worked out with those of the last
//! year that has them. Decision 18 (`docs/decisions`) tells how, and what that leaves out.

mod amounts;
mod aow_year;
mod birthday;
mod chain;
mod error;
mod event;
mod json;
mod moment;
mod moves;
mod pair;
mod pension;
mod steps;
mod texts;
mod turned;
mod world;

use corpus::{Corpus, OutcomeKind};
use engine::language::Language;
use jiff::civil::Date;
use regelspraak::number::Number;

pub use error::MilestoneError;
pub use moment::Occasion;

use crate::calculation::Calculator;
use crate::file::HouseholdFile;
use crate::patience::Patience;
use crate::work_pays::BreakRule;
use moment::years_on;
use world::Worlds;

/// How many years can be looked ahead at most.
pub const MOST_YEARS: i16 = 50;
/// How many years are looked ahead when nothing is said.
pub const YEARS: i16 = 10;

/// The milestones of a household.
#[derive(Debug, Clone)]
pub struct Milestones {
    /// The rekendatum: what has changed by then is not told.
    pub date: Date,
    /// The last day that was looked at for events. What an event changes may come up to a year later.
    pub until: Date,
    /// The milestones, by date.
    pub list: Vec<Milestone>,
    /// On how many other birthdays to come nothing changes.
    pub without_effect: usize,
    /// Which corpus gave it.
    pub version: String,
    /// What is assumed, what cannot be said, and what is not right in the data.
    pub remarks: Vec<String>,
    /// The language its texts are in.
    pub language: Language,
}

/// A day on which something changes for the household.
#[derive(Debug, Clone, PartialEq)]
pub struct Milestone {
    /// The day of the event; when that is past, the first day to come on which it changes something.
    pub date: Date,
    /// The day of the event.
    pub happens: Date,
    /// What happens, and to whom; several when they fall on one day.
    pub occasions: Vec<(Occasion, Option<String>)>,
    /// What happens, as a sentence without its full stop.
    pub text: String,
    /// The year of the amounts behind [`Milestone::net`]; nothing when it is the year itself.
    pub amounts_of: Option<i16>,
    /// What changes, by date.
    pub changes: Vec<OutcomeChange>,
    /// The outcomes that are known before the day and not from then on, or the other way round: what they
    /// do cannot be said.
    pub unknown: Vec<String>,
    /// By how much the net disposable income of a whole year changes, in euro: the event over all of
    /// the year against not at all, and new amounts of 1 January against those of the year before.
    /// Nothing when it cannot be determined or something is unknown, when the event is past, and for
    /// new amounts of another day.
    pub net: Option<Number>,
    /// What must be known of the household from then on that did not matter before: what its rules cannot
    /// say yet, such as that a part of the wages is left out of account for some months only.
    pub remarks: Vec<String>,
}

/// How an outcome changes.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeChange {
    /// Its name in the contract.
    pub outcome: String,
    /// What it means.
    pub meaning: String,
    /// What kind of amount it is.
    pub kind: OutcomeKind,
    /// Of whom; nobody when it is of the household.
    pub person: Option<String>,
    /// The first day on which it is so: on the day before it there is another amount.
    pub from: Date,
    /// The year of the amounts; nothing when it is the year itself. What changes when the AOW begins to count
    /// all year is told with the amounts of the year before, and then what new amounts do.
    pub amounts_of: Option<i16>,
    /// The amount without the event, in euro, rounded to cents.
    pub before: Number,
    /// The amount with it.
    pub after: Number,
    /// The rules that make it so, in the order of work. First of all those nearest to the event.
    pub rules: Vec<BreakRule>,
    /// The amounts of the law that changed, for new amounts.
    pub parameters: Vec<ParameterChange>,
}

/// An amount of the law that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct ParameterChange {
    /// The name of the parameter.
    pub name: String,
    /// What it was, as a reader sees it.
    pub before: String,
    /// What it became.
    pub after: String,
    /// Where that is published.
    pub source: String,
}

impl OutcomeChange {
    /// Whether two changes are of the same outcome of the same person.
    fn is_of(&self, other: &OutcomeChange) -> bool {
        (&self.outcome, &self.person) == (&other.outcome, &other.person)
    }

    /// By how much it changes, in euro.
    pub fn difference(&self) -> Number {
        &self.after - &self.before
    }
}

impl Milestones {
    /// The milestones of a household from its rekendatum on, for so many years.
    ///
    /// # Errors
    ///
    /// - [`MilestoneError::Years`] when it is none or more than [`MOST_YEARS`].
    /// - [`MilestoneError::Calculation`] when there are no amounts for the rekendatum, or the household
    ///   cannot be worked out.
    /// - [`MilestoneError::Rules`] when the rules are not those of a household.
    pub fn of(
        corpus: &Corpus,
        file: &HouseholdFile,
        years: i16,
        language: Language,
    ) -> Result<Milestones, MilestoneError> {
        Milestones::while_waited_for(corpus, file, years, language, &Patience::default())
    }

    /// The same as [`Milestones::of`], as long as somebody waits for them. Of a household of 50 they take a
    /// minute or more.
    ///
    /// # Errors
    ///
    /// Those of [`Milestones::of`], and [`MilestoneError::BrokenOff`] when nobody waits any more.
    pub fn while_waited_for(
        corpus: &Corpus,
        file: &HouseholdFile,
        years: i16,
        language: Language,
        patience: &Patience,
    ) -> Result<Milestones, MilestoneError> {
        let too_many = || MilestoneError::Years { given: years.to_string() };
        let date = file.rekendatum;
        let until = years_on(date, years).filter(|_| (1..=MOST_YEARS).contains(&years));
        let until = until.ok_or_else(too_many)?;
        let today = Calculator::new(corpus, date)?;
        let calculation = today.calculate(file)?.in_language(language);
        let answers = calculation.answers()?;
        let mut worlds = Worlds::new(corpus, &calculation, patience)?;
        let moments = moment::moments(&worlds, until);
        let (mut list, mut without_effect) = (Vec::new(), 0);
        for at in 0..moments.len() {
            let milestone = event::milestone(&mut worlds, &moments, at, language)?;
            let coming = moments[at].date > date;
            without_effect += usize::from(coming && milestone.is_none());
            list.extend(milestone);
        }
        // Of one day the new amounts come first: what happens then is told with them.
        let amounts = amounts::milestones(&mut worlds, &moments, &list, until, language)?;
        list.splice(0..0, amounts);
        chain::link(&mut worlds, &mut list)?;
        list.sort_by_key(|it| it.date);
        let mut remarks = texts::remarks(&worlds, &list, language);
        remarks.extend(answers.opmerkingen);
        let version = corpus.version.clone();
        Ok(Milestones { date, until, list, without_effect, version, remarks, language })
    }
}
