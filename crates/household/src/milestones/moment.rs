//! The days on which something happens to somebody.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::world::Worlds;
use crate::file::age;

/// No rule asks whether somebody is younger or older than an age above this, other than AOW age; a test
/// holds the rules against it. So after this only AOW age counts.
pub(super) const OLDEST: i16 = 50;

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// Somebody becomes so many years old; 0 at birth.
    Birthday(i16),
    /// Somebody reaches AOW age.
    Pension,
    /// There are new amounts or rules; it happens to nobody.
    Amounts,
}

impl Occasion {
    /// Its name for other programs.
    pub fn name(self) -> &'static str {
        match self {
            Occasion::Birthday(0) => "geboorte",
            Occasion::Birthday(_) => "verjaardag",
            Occasion::Pension => "aow",
            Occasion::Amounts => "bedragen",
        }
    }
}

/// What happens on a day, to persons by their position in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moment {
    pub date: Date,
    pub events: Vec<(Occasion, usize)>,
}

impl Moment {
    /// Whether it can do something by a day. AOW moves the income of its whole year.
    pub fn works_by(&self, date: Date) -> bool {
        self.date <= date || self.is_pension() && self.date.year() <= date.year()
    }

    /// Whether somebody reaches AOW age in a year.
    pub fn is_pension_in(&self, year: Year) -> bool {
        self.is_pension() && self.date.year() == year.first.year()
    }

    /// Whether somebody reaches AOW age.
    pub fn is_pension(&self) -> bool {
        self.events.iter().any(|(occasion, _)| *occasion == Occasion::Pension)
    }
}

/// A calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Year {
    /// Its 1 January.
    pub first: Date,
    /// Its 30 December: the last day on which everything of the year has come about, and nothing of the
    /// next one.
    pub end: Date,
    /// Its 31 December.
    pub last: Date,
    /// The 1 January after it.
    pub next: Date,
}

impl Year {
    /// The year of a day; nothing at the end of time.
    pub fn of(date: Date) -> Option<Year> {
        let next = Date::new(date.year().checked_add(1)?, 1, 1).ok()?;
        let last = next.yesterday().ok()?;
        Some(Year { first: date.first_of_year(), end: last.yesterday().ok()?, last, next })
    }
}

/// What happens until a day, in the order in which what it does is looked at, from a year before the rekendatum on: what somebody's birthday does to
/// kinderbijslag comes a quarter later, and to the tax in the next year.
pub(super) fn moments(worlds: &Worlds<'_>, until: Date) -> Vec<Moment> {
    // AOW age comes before all birthdays of its year, since it moves the income of the whole year.
    type Order = (i16, bool, Date);
    let order = |day: Date, pension: bool| (day.year(), !pension, day);
    let mut moments: BTreeMap<Order, Vec<(Occasion, usize)>> = BTreeMap::new();
    let today = worlds.file().rekendatum;
    let Some(from) = years_on(today, -1) else { return Vec::new() };
    for (position, person) in worlds.file().personen.iter().enumerate() {
        for years in age(person.geboortedatum, from).max(0)..=OLDEST {
            let Some(day) = years_on(person.geboortedatum, years) else { break };
            if from < day && day <= until {
                moments
                    .entry(order(day, false))
                    .or_default()
                    .push((Occasion::Birthday(years), position));
            }
        }
        if let Some(day) = worlds.pension(position).filter(|day| from < *day && *day <= until) {
            moments.entry(order(day, true)).or_default().push((Occasion::Pension, position));
        }
    }
    moments.into_iter().map(|((_, _, date), events)| Moment { date, events }).collect()
}

/// The same day so many years later; for 29 February in a year without one, 1 March: the day on which
/// the law counts somebody born then as a year older.
pub(super) fn years_on(date: Date, years: i16) -> Option<Date> {
    let year = date.year().checked_add(years)?;
    Date::new(year, date.month(), date.day()).or_else(|_| Date::new(year, 3, 1)).ok()
}

/// The same day so many years later, in the same month: for 29 February in a year without one, the day
/// before.
pub(super) fn in_month(date: Date, years: i16) -> Option<Date> {
    let year = date.year().checked_add(years)?;
    let day = |day| Date::new(year, date.month(), day);
    day(date.day()).or_else(|_| day(date.day() - 1)).ok()
}

/// The first days of the months after a day, and before another.
pub(super) fn months_between(after: Date, before: Date) -> impl Iterator<Item = Date> {
    let first = move |count: i16| {
        let month = i16::from(after.month()) - 1 + count;
        let year = after.year().checked_add(month / 12)?;
        Date::new(year, i8::try_from(month % 12 + 1).ok()?, 1).ok()
    };
    (1..).map_while(first).take_while(move |day| *day < before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birthday_of_29_february_is_1_march_in_common_years() {
        let born = Date::constant(2008, 2, 29);
        let day = |years| years_on(born, years).map(|day| day.to_string());
        assert_eq!(day(18).as_deref(), Some("2026-03-01"));
        assert_eq!(day(20).as_deref(), Some("2028-02-29"));
    }

    #[test]
    fn months_go_on_in_the_next_year() {
        let days = months_between(Date::constant(2026, 11, 15), Date::constant(2027, 2, 2));
        let days: Vec<String> = days.map(|day| day.to_string()).collect();
        assert_eq!(days, ["2026-12-01", "2027-01-01", "2027-02-01"]);
    }
}
