//! Timelines: at which days a value may change (section 3.8).

use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// The days on which a value may change, its knips: a start and every whole number of steps from
/// it, before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    step: Step,
    start: Date,
}

/// How far two knips lie apart; the number is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// So many days.
    Days(i32),
    /// So many months.
    Months(i32),
}

/// A calendar period that an expression reckons by (sections 7.2, 7.3 and 8.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CalendarPeriod {
    /// `de maand`
    Month,
    /// `het jaar`
    Year,
}

/// The start of timelines without one of their own: a first day of a year.
const ORIGIN: Date = date(2000, 1, 1);

impl Timeline {
    /// `voor elke dag`
    pub const DAY: Timeline = Timeline { step: Step::Days(1), start: ORIGIN };
    /// `voor elke maand`
    pub const MONTH: Timeline = Timeline { step: Step::Months(1), start: ORIGIN };
    /// `voor elk kwartaal`
    pub const QUARTER: Timeline = Timeline { step: Step::Months(3), start: ORIGIN };
    /// `voor elk jaar`
    pub const YEAR: Timeline = Timeline { step: Step::Months(12), start: ORIGIN };

    /// A timeline with knips at the first days of the calendar: `voor elke 4 maanden`.
    pub fn calendar(step: Step) -> Timeline {
        Timeline { step, start: ORIGIN }
    }

    /// A timeline with a knip at `start`. Nothing when the day lies too late in its month for
    /// steps in months: not every month has a 29th.
    pub fn starting(step: Step, start: Date) -> Option<Timeline> {
        let fits = matches!(step, Step::Days(_)) || start.day() <= 28;
        fits.then_some(Timeline { step, start })
    }

    /// Whether a value may change on this day.
    pub fn cuts(self, day: Date) -> bool {
        self.before(day) == day
    }

    /// The last knip on or before a day; the first day of the calendar when there is none.
    pub fn before(self, day: Date) -> Date {
        self.knip(self.steps(day)).unwrap_or(Date::MIN)
    }

    /// The first knip after a day; the last day of the calendar when there is none.
    pub fn after(self, day: Date) -> Date {
        self.knip(self.steps(day) + 1).unwrap_or(Date::MAX)
    }

    /// How many steps the last knip on or before a day lies from the start.
    fn steps(self, day: Date) -> i32 {
        match self.step {
            Step::Days(step) => days_between(self.start, day).div_euclid(step),
            Step::Months(step) => {
                let early = i32::from(day.day() < self.start.day());
                (months(day) - months(self.start) - early).div_euclid(step)
            }
        }
    }

    fn knip(self, steps: i32) -> Option<Date> {
        let span = match self.step {
            Step::Days(step) => i64::from(steps).checked_mul(i64::from(step))?.days(),
            Step::Months(step) => steps.checked_mul(step)?.months(),
        };
        self.start.checked_add(span).ok()
    }

    /// Whether every knip of `coarser` is one of this timeline too, so that what changes along
    /// `coarser` fits on it.
    pub fn refines(self, coarser: Timeline) -> bool {
        match (self.step, coarser.step) {
            (Step::Days(1), _) => true,
            (Step::Days(own), Step::Days(other)) => {
                other % own == 0 && days_between(self.start, coarser.start) % own == 0
            }
            (Step::Months(own), Step::Months(other)) => {
                let apart = months(coarser.start) - months(self.start);
                other % own == 0 && apart % own == 0 && self.start.day() == coarser.start.day()
            }
            _ => false,
        }
    }

    /// A timeline with the knips of both.
    pub fn with(self, other: Timeline) -> Timeline {
        match (self.refines(other), other.refines(self)) {
            (true, _) => self,
            (_, true) => other,
            _ => Timeline::DAY,
        }
    }

    /// As it is written: `voor elke maand`.
    pub fn describe(self) -> String {
        let start = self.start;
        let days = || format!("startend op {}-{}-{}", start.day(), start.month(), start.year());
        let from_origin = start == ORIGIN;
        match self.step {
            Step::Days(1) => "voor elke dag".to_string(),
            Step::Days(7) => format!("voor elke week {}", days()),
            Step::Days(step) => format!("voor elke {step} dagen {}", days()),
            Step::Months(1) if from_origin => "voor elke maand".to_string(),
            Step::Months(1) => {
                format!("voor elke maand startend op dag {} van de maand", start.day())
            }
            Step::Months(3) if from_origin => "voor elk kwartaal".to_string(),
            Step::Months(12) if from_origin => "voor elk jaar".to_string(),
            Step::Months(12) => {
                format!("voor elk jaar startend op dag {} van maand {}", start.day(), start.month())
            }
            Step::Months(step) if from_origin => format!("voor elke {step} maanden"),
            Step::Months(step) => format!("voor elke {step} maanden {}", days()),
        }
    }
}

impl CalendarPeriod {
    /// The timeline whose periods these are.
    pub fn timeline(self) -> Timeline {
        match self {
            CalendarPeriod::Month => Timeline::MONTH,
            CalendarPeriod::Year => Timeline::YEAR,
        }
    }
}

/// The timeline with the knips of both, when there is any; nothing when neither changes.
pub fn together(one: Option<Timeline>, other: Option<Timeline>) -> Option<Timeline> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.with(other)),
        (one, other) => one.or(other),
    }
}

fn months(day: Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

/// Whole days from one day to another.
fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knips_lie_whole_steps_from_the_start_on_both_sides() {
        let year = Timeline::starting(Step::Months(12), date(2000, 2, 12)).unwrap();
        for (timeline, day, before, after) in [
            (Timeline::DAY, date(2024, 2, 29), date(2024, 2, 29), date(2024, 3, 1)),
            (Timeline::MONTH, date(2024, 2, 29), date(2024, 2, 1), date(2024, 3, 1)),
            (Timeline::QUARTER, date(1999, 12, 31), date(1999, 10, 1), date(2000, 1, 1)),
            (Timeline::YEAR, date(1950, 6, 1), date(1950, 1, 1), date(1951, 1, 1)),
            (year, date(2025, 2, 11), date(2024, 2, 12), date(2025, 2, 12)),
            (year, date(2025, 2, 12), date(2025, 2, 12), date(2026, 2, 12)),
            (
                Timeline::starting(Step::Months(5), date(2025, 3, 9)).unwrap(),
                date(2025, 3, 8),
                date(2024, 10, 9),
                date(2025, 3, 9),
            ),
            (
                Timeline::starting(Step::Days(7), date(2025, 3, 9)).unwrap(),
                date(2025, 3, 1),
                date(2025, 2, 23),
                date(2025, 3, 2),
            ),
        ] {
            assert_eq!(timeline.before(day), before, "{}", timeline.describe());
            assert_eq!(timeline.after(day), after, "{}", timeline.describe());
        }
        assert!(Timeline::YEAR.cuts(date(2031, 1, 1)) && !Timeline::YEAR.cuts(date(2031, 2, 1)));
        assert_eq!(Timeline::DAY.after(Date::MAX), Date::MAX);
        assert_eq!(Timeline::YEAR.before(Date::MIN), Date::MIN);
    }

    #[test]
    fn a_timeline_refines_what_changes_on_its_knips_only() {
        let third = Timeline::calendar(Step::Months(4));
        let shifted = Timeline::starting(Step::Months(1), date(2000, 1, 15)).unwrap();
        for (fine, coarse, refines) in [
            (Timeline::DAY, Timeline::YEAR, true),
            (Timeline::MONTH, Timeline::QUARTER, true),
            (Timeline::QUARTER, Timeline::MONTH, false),
            (third, Timeline::YEAR, true),
            (Timeline::QUARTER, third, false),
            (Timeline::MONTH, shifted, false),
            (Timeline::MONTH, Timeline::DAY, false),
        ] {
            assert_eq!(fine.refines(coarse), refines);
        }
        assert_eq!(Timeline::MONTH.with(Timeline::YEAR), Timeline::MONTH);
        assert_eq!(Timeline::MONTH.with(shifted), Timeline::DAY);
        assert_eq!(together(None, Some(Timeline::YEAR)), Some(Timeline::YEAR));
    }
}
