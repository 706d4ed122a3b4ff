//! What a birthday does.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::MilestoneError;
use super::event::Event;
use super::moment::{Year, months_between, years_on};
use super::moves::{Moves, earlier, later};
use super::pair::Pair;

impl Event<'_, '_, '_> {
    /// Adds what a birthday does; `whole` is all its year without it against all of it with it. It begins on
    /// the day, the first of a month after it, or, as with the last summer of primary school, before it.
    pub fn birthday(&mut self, whole: &Pair, year: Year) -> Result<(), MilestoneError> {
        let (today, day) = (self.worlds.file().rekendatum, self.moment().date);
        let places = self.outcomes(whole, year)?;
        if places.is_empty() {
            return Ok(());
        }
        // What differs by the rekendatum already is no news.
        let mut days = BTreeSet::new();
        if day <= today {
            days.insert(today);
        } else if let Some(eve) = day.yesterday().ok().filter(|eve| *eve > today)
            && let Some(pair) = self.real(eve)?
            && places.iter().any(|place| pair.differs(*place))
        {
            let start = Date::new(day.year() - 1, 12, 31).map_or(today, |start| start.max(today));
            days.insert(today);
            days.extend(months_between(start, day));
        }
        days.extend((day > today).then_some(day));
        if let Some(next) = years_on(day, 1) {
            days.extend(months_between(day.max(today), next));
        }
        self.add_steps(&places, days)
    }

    /// The outcomes that it may change: what it does all year, or by the end of the year only, when what it
    /// begins ends in the next; what it does because of others; and some cents under the amounts of the day.
    fn outcomes(&mut self, whole: &Pair, year: Year) -> Result<Vec<usize>, MilestoneError> {
        let at_once = self.at_once()?;
        // Without it the end of the year is the same as the whole year without it.
        let mut real = whole.clone();
        if let Some(world) = self.worlds.on(year.end, &self.not_yet(year.end))? {
            real.amounts[1] = self.worlds.amounts(&world)?;
            real.worlds[1] = world;
        }
        let among_others = self.among_others()?;
        let pairs = [Some(real), among_others];
        let differs = |at: usize| pairs.iter().flatten().any(|pair| pair.differs(at));
        let mut places = self.told();
        places.retain(|it| whole.differs(*it) || at_once.contains(it) || differs(*it));
        Ok(places)
    }

    /// All year without it against all of it with it, when what others had earlier in the year is there all
    /// year too: by the next 1 January it may be why this does something. Nothing when there are no others.
    fn among_others(&mut self) -> Result<Option<Pair>, MilestoneError> {
        let moment = self.moment();
        let Some(year) = Year::of(moment.date) else { return Ok(None) };
        let others = self.moments[..self.at].iter().filter(|it| it.date >= year.first);
        let mut before: Moves = others.flat_map(|it| earlier(it, year.end)).collect();
        before.retain(|person, _| moment.events.iter().all(|(_, own)| own != person));
        if before.is_empty() {
            return Ok(None);
        }
        before.extend(self.not_yet(year.end));
        let mut after = before.clone();
        before.extend(later([moment], year.end));
        after.extend(earlier(moment, year.end));
        self.pair(year.end, [before, after])
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
}
