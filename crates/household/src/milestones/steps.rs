//! On which days an event begins to do what it does.

use std::collections::BTreeSet;

use corpus::OutcomeKind;
use jiff::civil::Date;
use regelspraak::number::Number;

use super::MilestoneError;
use super::event::Event;
use super::moment::Year;
use super::pair::Pair;

impl Event<'_, '_, '_> {
    /// Adds how outcomes change on the days after the rekendatum of a row of days, and on those between
    /// them of events that are looked at before this one: they may change what this one does.
    pub fn add_steps(
        &mut self,
        places: &[usize],
        mut days: BTreeSet<Date>,
    ) -> Result<(), MilestoneError> {
        let year = self.moment().date.first_of_year();
        if let Some((first, last)) = days.first().copied().zip(days.last().copied()) {
            let others = self.moments[..self.at].iter().map(|it| it.date);
            days.extend(others.filter(|date| first.max(year) < *date && *date < last));
        }
        let today = self.worlds.file().rekendatum;
        // By how much each differed on the day looked at last; some change in several steps.
        let mut last: Vec<Option<Number>> = vec![Some(Number::ZERO); places.len()];
        let mut looked_at = None;
        for date in days {
            let Some(mut pair) = self.real(date)? else { continue };
            let other_amounts = self.other_amounts(looked_at.replace(date), date);
            let carried = self.carried(date)?;
            let mut now = Vec::new();
            for (place, last) in places.iter().zip(&mut last) {
                let difference = pair.difference(*place);
                let before = std::mem::replace(last, difference);
                if *last == before {
                    continue;
                }
                let carried = carried.as_ref().and_then(|carried| carried.difference(*place));
                let of_year = carried.clone().filter(|_| self.is_of_calendar_year(*place));
                // What was there would be there still under the new amounts: it ends by the new year.
                let ends = last.as_ref().is_some_and(Number::is_zero)
                    && carried.is_some_and(|it| !it.is_zero());
                let comparable = !other_amounts || of_year.is_some() || ends;
                let before = of_year.or(before);
                let begins = before.as_ref().is_some_and(Number::is_zero);
                // With other amounts what is there already differs by as much more or less.
                if date > today && (begins || comparable) {
                    pair.keep(*place, before);
                    now.push(*place);
                }
            }
            self.add(&now, &pair, date)?;
        }
        Ok(())
    }

    /// Whether a difference on a day cannot be held against that on the day looked at before it, since amounts
    /// changed: not on the day of the event, which is compared with the event moved away.
    fn other_amounts(&self, before: Option<Date>, date: Date) -> bool {
        let half_year = date.day() == 1 && matches!(date.month(), 1 | 7);
        let local = |day: &Date| before.is_none_or(|before| before < *day) && *day <= date;
        date != self.moment().date
            && (half_year || self.worlds.days_of_municipality().any(|day| local(&day)))
    }

    /// On 1 January: what the event did already by the end of the year before, under the amounts of the new
    /// year, with everybody as old as then. So what a calendar year adds stands apart from new amounts.
    /// Nothing for AOW, of which what the next year adds is told with the amounts of its own.
    fn carried(&mut self, date: Date) -> Result<Option<Pair>, MilestoneError> {
        let moment = self.moment();
        let eve = date.yesterday().ok().filter(|eve| eve.year() < date.year());
        let Some(end) = eve.and_then(Year::of).map(|year| year.end) else { return Ok(None) };
        if moment.is_pension() || moment.date > end {
            return Ok(None);
        }
        let Some((day, _)) = self.worlds.day_for(date) else { return Ok(None) };
        let Some(last) = Year::of(day).map(|year| year.end) else { return Ok(None) };
        if self.worlds.day_for(last) != Some((last, 0)) {
            return Ok(None);
        }
        let back = end.year() - last.year();
        let moves = self.moves(end);
        let [before, after] = moves.map(|moves| self.worlds.back(end, last, back, &moves));
        let Some((before, after)) = before?.zip(after?) else { return Ok(None) };
        Pair::of(self.worlds, [before, after]).map(Some)
    }

    /// Whether an outcome is of the calendar year of the day, as income and tax are.
    fn is_of_calendar_year(&self, place: usize) -> bool {
        let kind = self.worlds.places.get(place).map(|place| place.outcome.kind);
        let of_year = [OutcomeKind::Income, OutcomeKind::Tax, OutcomeKind::Credit];
        kind.is_some_and(|kind| of_year.contains(&kind))
    }
}
