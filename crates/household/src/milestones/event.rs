//! What one event does: the same household, on the same day, with the event and without it.

use std::collections::BTreeSet;

use engine::language::Language;
use jiff::civil::Date;

use super::moment::{Moment, Year};
use super::moves::{Moves, earlier, later};
use super::pair::{Pair, told};
use super::world::{NET, Worlds};
use super::{Milestone, MilestoneError, OutcomeChange, texts};
use crate::work_pays::BreakRule;

/// What a moment does; nothing when it changes nothing from the rekendatum on and is of no other
/// importance.
pub(super) fn milestone(
    worlds: &mut Worlds<'_>,
    moments: &[Moment],
    at: usize,
    language: Language,
) -> Result<Option<Milestone>, MilestoneError> {
    let mut event = Event { worlds, moments, at, changes: Vec::new(), language };
    let (today, moment) = (event.worlds.file().rekendatum, event.moment());
    let Some(year) = Year::of(moment.date.max(today)) else { return Ok(None) };
    let Some(whole) = event.whole(year.end)? else { return Ok(None) };
    match moment.is_pension() {
        true => event.pension(year)?,
        false => event.birthday(&whole, year)?,
    }
    let mut changes = event.changes;
    let coming = moment.date > today;
    let unknown = if coming { whole.unknown(&worlds.places) } else { BTreeSet::new() };
    let important = coming && moment.events.iter().any(|it| texts::is_important(worlds, *it));
    if changes.is_empty() && unknown.is_empty() && !important {
        return Ok(None);
    }
    changes.sort_by_key(|change| change.from);
    let first = changes.first().map_or(moment.date, |change| change.from);
    let net = worlds.places.iter().position(|place| place.outcome.name == NET);
    let moment = &of_importance(worlds, moments, at)?;
    let remarks = if coming { worlds.new_marks(&whole.worlds, language)? } else { Vec::new() };
    let name = |person: usize| worlds.file().personen.get(person).map(|it| it.naam.clone());
    let occasions = moment.events.iter().map(|(occasion, person)| (*occasion, name(*person)));
    Ok(Some(Milestone {
        date: if coming { moment.date } else { first },
        happens: moment.date,
        occasions: occasions.collect(),
        text: texts::occasions(worlds, moment, language),
        amounts_of: whole.worlds[0].amounts_of(),
        net: net.filter(|_| coming && unknown.is_empty()).and_then(|net| whole.difference(net)),
        unknown: unknown.into_iter().collect(),
        changes,
        remarks,
    }))
}

/// A moment with only those events that do something by themselves or are told anyway, when several fall
/// on one day.
fn of_importance(
    worlds: &mut Worlds<'_>,
    moments: &[Moment],
    at: usize,
) -> Result<Moment, MilestoneError> {
    let moment = &moments[at];
    let mut events = Vec::new();
    for event in moment.events.iter().filter(|_| moment.events.len() > 1) {
        let alone = [Moment { date: moment.date, events: vec![*event] }];
        let mut one = Event {
            worlds: &mut *worlds,
            moments: &alone,
            at: 0,
            changes: Vec::new(),
            language: Language::default(),
        };
        let whole = Year::of(moment.date).map(|year| one.whole(year.end)).transpose()?.flatten();
        let differs = |pair: &Pair| (0..worlds.places.len()).any(|place| pair.differs(place));
        let told = whole.as_ref().is_some_and(differs) || texts::is_important(worlds, *event);
        events.extend(told.then_some(*event));
    }
    let events = if events.is_empty() { moment.events.clone() } else { events };
    Ok(Moment { date: moment.date, events })
}

pub(super) struct Event<'w, 'c, 'm> {
    pub worlds: &'w mut Worlds<'c>,
    /// All moments, in the order in which what they do is looked at.
    pub moments: &'m [Moment],
    /// The position of the moment itself.
    pub at: usize,
    changes: Vec<OutcomeChange>,
    language: Language,
}

impl<'m> Event<'_, '_, 'm> {
    pub fn moment(&self) -> &'m Moment {
        &self.moments[self.at]
    }

    /// The moments after this one, as far as they do something by a day: they have not happened yet, so
    /// that each does its own.
    pub fn not_yet(&self, date: Date) -> Moves {
        later(self.moments.iter().skip(self.at + 1).filter(|moment| moment.works_by(date)), date)
    }

    /// On a day, with some events on other days, and with others.
    pub fn pair(&mut self, date: Date, moves: [Moves; 2]) -> Result<Option<Pair>, MilestoneError> {
        let [before, after] = moves;
        let (before, after) = (self.worlds.on(date, &before)?, self.worlds.on(date, &after)?);
        let Some((before, after)) = before.zip(after) else { return Ok(None) };
        Pair::of(self.worlds, [before, after]).map(Some)
    }

    /// All year without the event against all year with it, as on a day.
    pub fn whole(&mut self, date: Date) -> Result<Option<Pair>, MilestoneError> {
        let (mut before, mut after) = (self.not_yet(date), self.not_yet(date));
        before.extend(later([self.moment()], date));
        after.extend(earlier(self.moment(), date));
        self.pair(date, [before, after])
    }

    /// On a day, without the event against with it where it is.
    pub fn real(&mut self, date: Date) -> Result<Option<Pair>, MilestoneError> {
        let moves = self.moves(date);
        self.pair(date, moves)
    }

    /// What has not happened yet on a day, without the event and with it where it is.
    pub fn moves(&self, date: Date) -> [Moves; 2] {
        let (mut before, after) = (self.not_yet(date), self.not_yet(date));
        before.extend(later([self.moment()], date));
        [before, after]
    }

    /// Adds how outcomes change from a day on.
    pub fn add(&mut self, places: &[usize], pair: &Pair, from: Date) -> Result<(), MilestoneError> {
        let places: Vec<usize> = places.iter().copied().filter(|it| pair.differs(*it)).collect();
        if places.is_empty() {
            return Ok(());
        }
        let [before, after] = &pair.worlds;
        let rules = self.worlds.causes([before, after], &places)?;
        for (place, mut rules) in places.into_iter().zip(rules) {
            let Some([before, after]) = pair.both(place) else { continue };
            let empty = texts::change(self.worlds, place, self.language);
            let earlier = self.changes.iter().filter(|it| it.is_of(&empty));
            let told: Vec<&BreakRule> = earlier.flat_map(|it| &it.rules).collect();
            if rules.iter().any(|rule| !told.contains(&rule)) {
                rules.retain(|rule| !told.contains(&rule));
            }
            let change = OutcomeChange {
                before: before.clone(),
                after: after.clone(),
                from,
                amounts_of: Some(pair.worlds[0].day.year()).filter(|year| *year != from.year()),
                rules,
                parameters: Vec::new(),
                ..empty
            };
            self.changes.push(change);
        }
        Ok(())
    }

    /// The outcomes that are told.
    pub fn told(&self) -> Vec<usize> {
        told(&self.worlds.places)
    }
}
