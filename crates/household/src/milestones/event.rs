//! What one event does: the same household, on the same day, with the event and without it.

use std::collections::BTreeSet;

use engine::language::Language;
use jiff::civil::Date;
use regelspraak::number::Number;

use super::moment::{Moment, months_between, years_on};
use super::world::{Amounts, Moves, NET, Place, World, Worlds, earlier, later};
use super::{Milestone, MilestoneError, OutcomeChange, texts};
use crate::work_pays::BreakRule;

/// In how many months after somebody reaches AOW age something may follow at once: a toeslag does from the
/// first of the month.
const MONTHS_AFTER: usize = 3;

/// A household without an event and with it, under the same rules and amounts.
pub(super) struct Pair {
    pub worlds: [World; 2],
    pub amounts: [Amounts; 2],
}

impl Pair {
    /// Whether an outcome is known in both, and differs.
    pub fn differs(&self, place: usize) -> bool {
        self.difference(place).is_some_and(|it| !it.is_zero())
    }

    /// By how much an outcome differs; nothing when it is not known in both.
    pub fn difference(&self, place: usize) -> Option<Number> {
        let [before, after] = self.both(place)?;
        Some(after - before)
    }

    /// The names of the outcomes that are known on one side only.
    pub fn unknown(&self, places: &[Place<'_>]) -> BTreeSet<String> {
        let [before, after] = &self.amounts;
        let sides = before.iter().zip(after).zip(places);
        let one = sides.filter(|((before, after), _)| before.is_some() != after.is_some());
        one.map(|(_, place)| place.outcome.name.clone()).collect()
    }

    /// Makes an outcome without the event differ by so much less: that has happened before.
    fn keep(&mut self, place: usize, before: Option<Number>) {
        if let (Some(Some(amount)), Some(before)) = (self.amounts[0].get_mut(place), before) {
            *amount = &*amount + &before;
        }
    }

    /// The amounts of an outcome without the event and with it.
    pub fn both(&self, place: usize) -> Option<[&Number; 2]> {
        let [before, after] = &self.amounts;
        Some([before.get(place)?.as_ref()?, after.get(place)?.as_ref()?])
    }
}

/// How an outcome is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// As it is on a day: an amount per month, quarter or hour.
    OnDay,
    /// For a calendar year.
    InYear,
    /// Not, since it is told otherwise: the year of what is told per month, and the net income.
    Otherwise,
}

/// How the outcomes are told, in the order of the places.
pub(super) fn told(places: &[Place<'_>]) -> Vec<Told> {
    let periods = ["_per_maand", "_per_kwartaal", "_per_uur"];
    let named = |name: String| places.iter().any(|place| place.outcome.name == name);
    let told = |place: &Place<'_>| {
        let name = place.outcome.name.as_str();
        let year = name.strip_suffix("_per_jaar");
        let net = NET.strip_suffix("_per_jaar").is_some_and(|net| name.starts_with(net));
        match year {
            _ if net => Told::Otherwise,
            Some(stem) if periods.iter().any(|period| named(format!("{stem}{period}"))) => {
                Told::Otherwise
            }
            Some(_) => Told::InYear,
            None => Told::OnDay,
        }
    };
    places.iter().map(told).collect()
}

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
    let year = moment.date.year().max(today.year());
    let Some(whole) = Date::new(year, 12, 30).ok() else { return Ok(None) };
    let Some(whole) = event.whole(whole)? else { return Ok(None) };
    let told = &told(&event.worlds.places);
    // Some cents differ under the amounts of the day only.
    let at_once = event.at_once()?;
    let all = |how: Told| (0..told.len()).filter(move |it| told[*it] == how);
    let on_day: Vec<usize> =
        all(Told::OnDay).filter(|it| whole.differs(*it) || at_once.contains(it)).collect();
    let in_year: Vec<usize> = all(Told::InYear).filter(|it| whole.differs(*it)).collect();
    match moment.is_pension() {
        true => event.pension(on_day, year)?,
        false => event.birthday(on_day, &whole, year)?,
    }
    event.in_year(in_year, &whole, year)?;
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
        let end = Date::new(moment.date.year(), 12, 30).ok();
        let mut one = Event {
            worlds: &mut *worlds,
            moments: &alone,
            at: 0,
            changes: Vec::new(),
            language: Language::default(),
        };
        let whole = end.map(|end| one.whole(end)).transpose()?.flatten();
        let differs = |pair: &Pair| (0..worlds.places.len()).any(|place| pair.differs(place));
        let told = whole.as_ref().is_some_and(differs) || texts::is_important(worlds, *event);
        events.extend(told.then_some(*event));
    }
    let events = if events.is_empty() { moment.events.clone() } else { events };
    Ok(Moment { date: moment.date, events })
}

struct Event<'w, 'c, 'm> {
    worlds: &'w mut Worlds<'c>,
    moments: &'m [Moment],
    at: usize,
    changes: Vec<OutcomeChange>,
    language: Language,
}

impl<'m> Event<'_, '_, 'm> {
    fn moment(&self) -> &'m Moment {
        &self.moments[self.at]
    }

    /// The moments after this one, up to a day: they have not happened yet, so that each does its own.
    fn not_yet(&self, date: Date) -> Moves {
        let after = self.moments.iter().skip(self.at + 1);
        later(after.take_while(|moment| moment.date <= date), date)
    }

    fn pair(&mut self, date: Date, moves: [Moves; 2]) -> Result<Option<Pair>, MilestoneError> {
        let [before, after] = moves;
        let (before, after) = (self.worlds.on(date, &before)?, self.worlds.on(date, &after)?);
        let Some((before, after)) = before.zip(after) else { return Ok(None) };
        let amounts = [self.worlds.amounts(&before)?, self.worlds.amounts(&after)?];
        Ok(Some(Pair { worlds: [before, after], amounts }))
    }

    /// All year without the event against all year with it, as on a day.
    fn whole(&mut self, date: Date) -> Result<Option<Pair>, MilestoneError> {
        let (mut before, mut after) = (self.not_yet(date), self.not_yet(date));
        before.extend(later([self.moment()], date));
        after.extend(earlier(self.moment(), date));
        self.pair(date, [before, after])
    }

    /// On a day, without the event against with it where it is.
    fn real(&mut self, date: Date) -> Result<Option<Pair>, MilestoneError> {
        let (mut before, after) = (self.not_yet(date), self.not_yet(date));
        before.extend(later([self.moment()], date));
        self.pair(date, [before, after])
    }

    /// The outcomes that differ on the day of the event and not on the day before.
    fn at_once(&mut self) -> Result<Vec<usize>, MilestoneError> {
        let day = self.moment().date;
        let eve = day.yesterday().ok().filter(|_| day > self.worlds.file().rekendatum);
        let Some(eve) = eve else { return Ok(Vec::new()) };
        let Some((eve, day)) = self.real(eve)?.zip(self.real(day)?) else { return Ok(Vec::new()) };
        let moved = |it: &usize| day.differs(*it) && !eve.differs(*it);
        Ok((0..self.worlds.places.len()).filter(moved).collect())
    }

    /// Of an event that is past: as it is on a day, against all year with the event.
    fn still_to_come(&mut self, date: Date) -> Result<Option<Pair>, MilestoneError> {
        let (before, mut after) = (self.not_yet(date), self.not_yet(date));
        after.extend(earlier(self.moment(), date));
        self.pair(date, [before, after])
    }

    /// Adds how outcomes change from a day on.
    fn add(&mut self, places: &[usize], pair: &Pair, from: Date) -> Result<(), MilestoneError> {
        if places.is_empty() {
            return Ok(());
        }
        let [before, after] = &pair.worlds;
        let rules = self.worlds.causes([before, after], places)?;
        for (place, mut rules) in places.iter().zip(rules) {
            let Some([before, after]) = pair.both(*place).filter(|[one, other]| one != other)
            else {
                continue;
            };
            let empty = texts::change(self.worlds, *place, self.language);
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

    /// When what is told per month, quarter or hour begins to differ by a birthday: on the day, the
    /// first of a month after it, or, as with the last summer of primary school, before it.
    fn birthday(
        &mut self,
        places: Vec<usize>,
        whole: &Pair,
        year: i16,
    ) -> Result<(), MilestoneError> {
        let (today, day) = (self.worlds.file().rekendatum, self.moment().date);
        if places.is_empty() {
            return Ok(());
        }
        // What differs by the rekendatum already is no news.
        let mut days = Vec::new();
        if day <= today {
            days.push(today);
        } else if let Some(eve) = day.yesterday().ok().filter(|eve| *eve > today)
            && let Some(pair) = self.real(eve)?
            && places.iter().any(|place| pair.differs(*place))
        {
            let start = Date::new(day.year() - 1, 12, 31).map_or(today, |start| start.max(today));
            days.push(today);
            days.extend(months_between(start, day));
        }
        days.extend((day > today).then_some(day));
        if let Some(next) = years_on(day, 1) {
            days.extend(months_between(day.max(today), next));
        }
        // By how much each differed on the day looked at last; some change in two steps.
        let mut last: Vec<Option<Number>> = vec![Some(Number::ZERO); places.len()];
        let mut open = vec![true; places.len()];
        for date in days {
            let Some(mut pair) = self.real(date)? else { continue };
            let other_amounts = date.day() == 1 && matches!(date.month(), 1 | 7);
            let mut now = Vec::new();
            for ((place, last), open) in places.iter().zip(&mut last).zip(&mut open) {
                let difference = pair.difference(*place);
                let before = std::mem::replace(last, difference);
                if *last == before {
                    continue;
                }
                let begins = before.as_ref().is_none_or(Number::is_zero);
                *open = false;
                // With other amounts what is there already differs by as much more or less.
                if date > today && (begins || !other_amounts) {
                    pair.keep(*place, before);
                    now.push(*place);
                }
            }
            self.add(&now, &pair, date)?;
        }
        let rest = places.iter().zip(open).filter(|(place, open)| *open && whole.differs(**place));
        let rest: Vec<usize> = rest.map(|(place, _)| *place).collect();
        match new_year_after(year) {
            Some(from) => self.add(&rest, whole, from),
            None => Ok(()),
        }
    }

    /// When what is told per month begins to differ by AOW age. The income of the year moves many
    /// amounts from January on, a little; told is what changes at once, and then as it is when
    /// the year is full. What does not change at once is told of the next January.
    fn pension(&mut self, mut places: Vec<usize>, year: i16) -> Result<(), MilestoneError> {
        let (today, day) = (self.worlds.file().rekendatum, self.moment().date);
        let new_year = new_year_after(year);
        if day <= today {
            let Some(pair) = self.still_to_come(today)? else { return Ok(()) };
            places.retain(|place| pair.differs(*place));
            return new_year.map_or(Ok(()), |from| self.add(&places, &pair, from));
        }
        let Some(mut last) = day.yesterday().ok().map(|eve| self.real(eve)).transpose()?.flatten()
        else {
            return Ok(());
        };
        let months = months_between(day, new_year.unwrap_or(day)).take(MONTHS_AFTER);
        for date in [day].into_iter().chain(months) {
            let Some(pair) = self.real(date)? else { continue };
            let other_amounts = date.day() == 1 && matches!(date.month(), 1 | 7);
            let moved = |place: &usize| {
                let (was, is) = (last.difference(*place), pair.difference(*place));
                was != is && !(other_amounts && was.is_some_and(|was| !was.is_zero()))
            };
            let (now, rest): (Vec<_>, Vec<_>) = places.iter().partition(|it| moved(it));
            if !now.is_empty()
                && let Some(pair) = self.whole(date)?
            {
                let now: Vec<usize> = now.into_iter().filter(|it| pair.differs(*it)).collect();
                self.add(&now, &pair, date)?;
            }
            (places, last) = (rest, pair);
        }
        let Some(from) = new_year.filter(|_| !places.is_empty()) else { return Ok(()) };
        let Some(pair) = self.whole(from)? else { return Ok(()) };
        places.retain(|place| pair.differs(*place));
        self.add(&places, &pair, from)
    }

    /// What is told for a calendar year: of all year with the event. It begins in the year of the event
    /// when that differs already, else in the next.
    fn in_year(
        &mut self,
        places: Vec<usize>,
        whole: &Pair,
        year: i16,
    ) -> Result<(), MilestoneError> {
        let (today, day) = (self.worlds.file().rekendatum, self.moment().date);
        let Some(end) = Date::new(year, 12, 30).ok().filter(|_| !places.is_empty()) else {
            return Ok(());
        };
        let new_year = new_year_after(year);
        if day <= today {
            let Some(pair) = self.still_to_come(end)? else { return Ok(()) };
            let next: Vec<usize> = places.into_iter().filter(|it| pair.differs(*it)).collect();
            return new_year.map_or(Ok(()), |from| self.add(&next, &pair, from));
        }
        let Some(real) = self.real(end)? else { return Ok(()) };
        let january = Date::new(year, 1, 1).ok().filter(|from| *from > today);
        let mut next = Vec::new();
        for place in places {
            match (real.difference(place), whole.difference(place)) {
                (Some(now), _) if now.is_zero() => next.push(place),
                (now, full) if now == full => {
                    january.map_or(Ok(()), |from| self.add(&[place], whole, from))?;
                }
                _ => self.add(&[place], whole, day)?,
            }
        }
        let Some(from) = new_year.filter(|_| !next.is_empty()) else { return Ok(()) };
        let Some(pair) = self.whole(years_on(end, 1).unwrap_or(end))? else { return Ok(()) };
        self.add(&next, &pair, from)
    }
}

fn new_year_after(year: i16) -> Option<Date> {
    Date::new(year.checked_add(1)?, 1, 1).ok()
}
