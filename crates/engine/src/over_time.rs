//! Values that change in time (sections 3.8 and 5.1).

use std::cell::Cell;

use jiff::civil::Date;
use regelspraak::model::{TimeUnit, Timeline};
use regelspraak::number::Number;

/// A run of days in which nothing changes: from a day up to and without another. No start is
/// [`Date::MIN`], no end is [`Date::MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from: Date,
    /// The first day after it.
    pub until: Date,
}

impl Window {
    /// All days.
    pub const ALWAYS: Window = Window { from: Date::MIN, until: Date::MAX };

    /// The days in both.
    pub fn within(self, other: Window) -> Window {
        Window { from: self.from.max(other.from), until: self.until.min(other.until) }
    }

    /// Whether every day of `other` is in this window.
    pub fn covers(self, other: Window) -> bool {
        self.from <= other.from && other.until <= self.until
    }

    /// Whether it has a start and an end.
    pub fn is_bounded(self) -> bool {
        self.from > Date::MIN && self.until < Date::MAX
    }

    /// How many days it has; none when it ends before it starts.
    pub fn days(self) -> i64 {
        let days = self.from.until(self.until).map_or(0, |span| i64::from(span.get_days()));
        days.max(0)
    }

    /// The part of its days that another window has; that one is not empty.
    pub(crate) fn part_of(self, whole: Window) -> Number {
        let (part, whole) = (Number::from(self.days()), Number::from(whole.days()));
        part.checked_div(&whole).unwrap_or(Number::ZERO)
    }

    /// How many units of time it is: days and weeks by their days; months, quarters and years by
    /// the part of the days of each that lies in it. It must have a start and an end.
    pub(crate) fn units(self, unit: TimeUnit) -> Number {
        let (timeline, length) = match unit {
            TimeUnit::Month => (Timeline::MONTH, 1),
            TimeUnit::Quarter => (Timeline::QUARTER, 3),
            TimeUnit::Year => (Timeline::YEAR, 12),
            TimeUnit::Week => {
                let weeks = Number::from(self.days()).checked_div(&Number::from(7));
                return weeks.unwrap_or(Number::ZERO);
            }
            _ => return Number::from(self.days()),
        };
        let period = |day: Date| Window { from: timeline.before(day), until: timeline.after(day) };
        let (first, last) = (period(self.from), period(self.until));
        if first == last {
            return self.part_of(first);
        }
        let months = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month());
        let whole = Number::from((months(last.from) - months(first.until)) / length);
        let start = Window { from: self.from, until: first.until }.part_of(first);
        let end = Window { from: last.from, until: self.until }.part_of(last);
        &(&start + &whole) + &end
    }
}

/// A value for every day: windows that follow each other, each with another value than the one
/// before it.
#[derive(Debug, Clone, PartialEq)]
pub struct OverTime<T> {
    /// The first day of each window with its value; the first starts at [`Date::MIN`].
    windows: Vec<(Date, T)>,
}

impl<T: PartialEq> OverTime<T> {
    /// The same value on every day.
    pub fn constant(value: T) -> OverTime<T> {
        OverTime { windows: vec![(Date::MIN, value)] }
    }

    /// Gives a value from a day on; the day must lie after the days given before.
    pub fn from_then_on(&mut self, day: Date, value: T) {
        match self.windows.last() {
            Some((_, last)) if *last == value => {}
            Some((from, _)) if *from >= day => {
                self.windows.pop();
                self.from_then_on(day, value);
            }
            None => self.windows.push((Date::MIN, value)),
            _ => self.windows.push((day, value)),
        }
    }

    /// The value on a day, and the days around it on which it is the same.
    pub fn at(&self, day: Date) -> (&T, Window) {
        let next = self.windows.partition_point(|(from, _)| *from <= day).max(1);
        let (from, value) = &self.windows[next - 1];
        let until = self.windows.get(next).map_or(Date::MAX, |(until, _)| *until);
        (value, Window { from: *from, until })
    }

    /// The value, when it is the same on every day.
    pub fn always(&self) -> Option<&T> {
        match &self.windows[..] {
            [(_, value)] => Some(value),
            _ => None,
        }
    }

    /// Every window with its value, by day.
    pub fn windows(&self) -> impl Iterator<Item = (Window, &T)> {
        let ends = self.windows.iter().skip(1).map(|(from, _)| *from).chain([Date::MAX]);
        let windows = self.windows.iter().zip(ends);
        windows.map(|((from, value), until)| (Window { from: *from, until }, value))
    }
}

/// The day for which something is evaluated, and around it the days for which the outcome would be
/// the same: whatever changes in time and is read on the way narrows that window.
#[derive(Debug)]
pub(crate) struct Clock {
    day: Cell<Date>,
    window: Cell<Window>,
    visits: Cell<u32>,
}

impl Clock {
    /// Stands still at a day.
    pub fn at(day: Date) -> Clock {
        Clock { day: Cell::new(day), window: Cell::new(Window::ALWAYS), visits: Cell::new(0) }
    }

    /// The day.
    pub fn day(&self) -> Date {
        self.day.get()
    }

    /// Whether the day is another one than that of the rule as a whole.
    pub fn is_visiting(&self) -> bool {
        self.visits.get() > 0
    }

    /// Says that what was read is the same only within a window.
    pub fn narrow(&self, window: Window) {
        self.window.set(self.window.get().within(window));
    }

    /// Evaluates for another day; with the days for which it would be the same.
    pub fn visit<T>(&self, day: Date, evaluate: impl FnOnce() -> T) -> (T, Window) {
        let before = (self.day.replace(day), self.window.replace(Window::ALWAYS));
        self.visits.set(self.visits.get() + 1);
        let result = evaluate();
        self.visits.set(self.visits.get() - 1);
        self.day.set(before.0);
        (result, self.window.replace(before.1))
    }

    /// Evaluates for every day of a window, once for each stretch of days that are the same, for as
    /// long as `visit` wants more. Nothing when that takes more than [`MOST_WINDOWS`].
    pub fn sweep<T>(
        &self,
        over: Window,
        mut evaluate: impl FnMut() -> T,
        mut visit: impl FnMut(Window, T) -> bool,
    ) -> Option<()> {
        let mut day = over.from;
        for _ in 0..MOST_WINDOWS {
            let (result, same) = self.visit(day, &mut evaluate);
            let stretch = Window { from: day, until: same.until.max(day) }.within(over);
            if !visit(stretch, result) || same.until >= over.until {
                return Some(());
            }
            day = same.until;
        }
        None
    }
}

/// The most windows of one value; rules that count every month of ten thousand years are a mistake.
pub(crate) const MOST_WINDOWS: usize = 20_000;

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn equal_neighbours_are_one_window() {
        let mut value = OverTime::constant(0);
        value.from_then_on(date(2024, 1, 1), 5);
        value.from_then_on(date(2024, 2, 1), 5);
        value.from_then_on(date(2024, 3, 1), 0);
        let windows: Vec<_> =
            value.windows().map(|(window, value)| (window.from, *value)).collect();
        assert_eq!(windows, [(Date::MIN, 0), (date(2024, 1, 1), 5), (date(2024, 3, 1), 0)]);
        let (five, window) = value.at(date(2024, 2, 29));
        assert_eq!((*five, window.days()), (5, 60));
        assert_eq!(*value.at(date(2024, 3, 1)).0, 0);
        assert_eq!(value.always(), None);
    }

    #[test]
    fn a_visit_leaves_day_and_window_as_they_were() {
        let clock = Clock::at(date(2024, 6, 1));
        let half = Window { from: date(2024, 1, 1), until: date(2024, 7, 1) };
        clock.narrow(half);
        let ((), window) = clock.visit(date(2030, 1, 1), || {
            assert!(clock.is_visiting());
            clock.narrow(Window { from: date(2029, 1, 1), until: Date::MAX });
        });
        assert_eq!(window.from, date(2029, 1, 1));
        assert!(!clock.is_visiting());
        assert_eq!((clock.day(), clock.window.get()), (date(2024, 6, 1), half));
    }
}
