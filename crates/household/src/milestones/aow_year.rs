//! What the year does in which somebody reaches AOW age.
//!
//! The AOW moves the income of the year, so that much differs from January on. Then comes what the day itself
//! changes, at once or on the first of a month. In the next January the AOW begins to count all year. Each
//! of these is told as it is: a day against the day before it. Within its year AOW age comes before all
//! birthdays in the order of the moments.

use std::collections::BTreeSet;

use super::MilestoneError;
use super::event::Event;
use super::moment::{Year, months_between};
use super::moves::{Moves, earlier};

impl Event<'_, '_, '_> {
    /// Adds what it does that somebody reaches AOW age in a year.
    pub fn pension(&mut self, year: Year) -> Result<(), MilestoneError> {
        let (today, day) = (self.worlds.file().rekendatum, self.moment().date);
        let mut days = BTreeSet::from([year.first.max(today), day.max(today)]);
        days.extend(months_between(year.first, year.next).filter(|month| *month > today));
        let places = self.told();
        self.add_steps(&places, days)?;
        self.beyond_the_year(year)
    }

    /// What it changes that the AOW counts all year from the next January on. It is worked out on the last day
    /// of the year itself, with the amounts of that year: what new ones do stands apart.
    fn beyond_the_year(&mut self, year: Year) -> Result<(), MilestoneError> {
        let on = year.last;
        let others = self.moments[..self.at].iter().filter(|it| it.is_pension_in(year));
        let before: Moves = others.flat_map(|it| earlier(it, on)).collect();
        let mut after = before.clone();
        after.extend(earlier(self.moment(), on));
        let Some(pair) = self.pair(on, [before, after])? else { return Ok(()) };
        let places = self.told();
        self.add(&places, &pair, year.next)
    }
}
