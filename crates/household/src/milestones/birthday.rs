//! What a birthday does.

use jiff::civil::Date;

use super::MilestoneError;
use super::event::Event;
use super::moment::{Year, months_between, years_on};
use super::pair::{Pair, Told};
use super::world::earlier;

impl Event<'_, '_, '_> {
    /// Adds what a birthday does; `whole` is all its year without it against all of it with it.
    pub fn birthday(&mut self, whole: &Pair, year: Year) -> Result<(), MilestoneError> {
        self.birthday_on_days(whole, year)?;
        self.birthday_in_year(whole, year)
    }

    /// When what is told per month, quarter or hour begins to differ by a birthday: on the day, the
    /// first of a month after it, or, as with the last summer of primary school, before it.
    fn birthday_on_days(&mut self, whole: &Pair, year: Year) -> Result<(), MilestoneError> {
        let (today, day) = (self.worlds.file().rekendatum, self.moment().date);
        // Some cents differ under the amounts of the day only.
        let at_once = self.at_once()?;
        let mut places = self.told(Told::OnDay);
        places.retain(|it| whole.differs(*it) || at_once.contains(it));
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
        let rest = self.add_steps(&places, days)?;
        self.add(&rest, whole, year.next)
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

    /// What is told for a calendar year: of all year with the event. It begins in the year of the event
    /// when that differs already, else in the next.
    fn birthday_in_year(&mut self, whole: &Pair, year: Year) -> Result<(), MilestoneError> {
        let (today, day) = (self.worlds.file().rekendatum, self.moment().date);
        let mut places = self.told(Told::InYear);
        places.retain(|it| whole.differs(*it));
        if places.is_empty() {
            return Ok(());
        }
        if day <= today {
            let Some(pair) = self.still_to_come(year.end)? else { return Ok(()) };
            return self.add(&places, &pair, year.next);
        }
        let Some(real) = self.real(year.end)? else { return Ok(()) };
        let mut next = Vec::new();
        for place in places {
            match (real.difference(place), whole.difference(place)) {
                (Some(now), _) if now.is_zero() => next.push(place),
                (now, full) if now == full && year.first > today => {
                    self.add(&[place], whole, year.first)?;
                }
                (now, full) if now == full => {}
                _ => self.add(&[place], whole, day)?,
            }
        }
        if next.is_empty() {
            return Ok(());
        }
        let Some(pair) = self.whole(years_on(year.end, 1).unwrap_or(year.end))? else {
            return Ok(());
        };
        self.add(&next, &pair, year.next)
    }

    /// Of an event that is past: as it is on a day, against all year with the event.
    fn still_to_come(&mut self, date: Date) -> Result<Option<Pair>, MilestoneError> {
        let (before, mut after) = (self.not_yet(date), self.not_yet(date));
        after.extend(earlier(self.moment(), date));
        self.pair(date, [before, after])
    }
}
