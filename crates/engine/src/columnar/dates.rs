//! Dates as whole days since 1 January 1970; the calendar in whole numbers, to the same day as
//! the exact executor has it (sections 6.10 to 6.12).

use jiff::civil::Date;
use regelspraak::model::{DatePart, TimeUnit};

use super::column::close;

/// The first and the last year of the calendar.
const YEARS: std::ops::RangeInclusive<i64> = -9999..=9999;

/// The milliseconds of a day.
const DAY: i64 = 86_400_000;

/// The day of a date.
pub(super) fn days(date: Date) -> i32 {
    day_of(i32::from(date.year()), i32::from(date.month()), i32::from(date.day()))
}

/// The day of a year, month and day, which must exist.
fn day_of(year: i32, month: i32, day: i32) -> i32 {
    // Years that start in March, so that the leap day is the last day of the year.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a day.
pub(super) fn year_month_day(days: i32) -> (i32, i32, i32) {
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let of_era = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * of_era + of_era / 4 - of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (era * 400 + of_era + i32::from(month <= 2), month, day)
}

fn days_in_month(year: i32, month: i32) -> i32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day of a year, month and day; nothing when there is no such day.
pub(super) fn from_parts(year: f64, month: f64, day: f64) -> Option<i32> {
    let year = whole(year).filter(|year| YEARS.contains(year))? as i32;
    let month = whole(month).filter(|month| (1..=12).contains(month))? as i32;
    let last = i64::from(days_in_month(year, month));
    let day = whole(day).filter(|day| (1..=last).contains(day))? as i32;
    Some(day_of(year, month, day))
}

/// A day plus so many units, months staying within the month; nothing when the amount is no
/// whole number of months or days, or the day lies outside the calendar. Only for units of a day
/// and longer.
pub(super) fn shift(day: i32, amount: f64, unit: TimeUnit) -> Option<i32> {
    let months = match unit {
        TimeUnit::Year => 12.0,
        TimeUnit::Quarter => 3.0,
        TimeUnit::Month => 1.0,
        TimeUnit::Week => return moved(day, whole(amount * 7.0)?),
        _ => return moved(day, whole(amount)?),
    };
    let (year, month, of_month) = year_month_day(day);
    let month = i64::from(year) * 12 + i64::from(month) - 1 + whole(amount * months)?;
    let year = Some(month.div_euclid(12)).filter(|year| YEARS.contains(year))? as i32;
    let month = month.rem_euclid(12) as i32 + 1;
    Some(day_of(year, month, of_month.min(days_in_month(year, month))))
}

fn moved(day: i32, by: i64) -> Option<i32> {
    let (first, last) = (day_of(-9999, 1, 1), day_of(9999, 12, 31));
    let day = i32::try_from(i64::from(day) + by).ok()?;
    (first..=last).contains(&day).then_some(day)
}

/// A whole number of a size that can be reckoned with, up to the tolerance.
fn whole(number: f64) -> Option<i64> {
    let rounded = number.round();
    (rounded.abs() < 1e12 && close(number, rounded)).then_some(rounded as i64)
}

/// How many whole units lie between two days, rounded towards zero. A month is complete on the
/// day with the same number, or on the first day after the month when it has no such day.
pub(super) fn completed(from: i32, to: i32, unit: TimeUnit) -> i64 {
    if to < from {
        return -completed(to, from, unit);
    }
    let months = || {
        let ((year, month, day), (to_year, to_month, to_day)) =
            (year_month_day(from), year_month_day(to));
        i64::from((to_year - year) * 12 + to_month - month - i32::from(to_day < day))
    };
    let days = i64::from(to) - i64::from(from);
    match unit {
        TimeUnit::Year => months() / 12,
        TimeUnit::Quarter => months() / 3,
        TimeUnit::Month => months(),
        TimeUnit::Week => days / 7,
        TimeUnit::Day => days,
        TimeUnit::Hour => days * 24,
        TimeUnit::Minute => days * 1_440,
        TimeUnit::Second => days * 86_400,
        TimeUnit::Millisecond => days * DAY,
    }
}

/// A part of a day; its time is midnight.
pub(super) fn part(day: i32, part: DatePart) -> i32 {
    let (year, month, of_month) = year_month_day(day);
    match part {
        DatePart::Year => year,
        DatePart::Month => month,
        DatePart::Day => of_month,
        DatePart::Hour | DatePart::Minute | DatePart::Second | DatePart::Millisecond => 0,
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_and_dates_are_each_others_inverse() {
        let mut date = date(1899, 12, 31);
        let last = jiff::civil::date(2101, 1, 1);
        let mut day = days(date);
        while date < last {
            let (year, month, of_month) = (date.year(), date.month(), date.day());
            assert_eq!(days(date), day);
            assert_eq!(year_month_day(day), (year.into(), month.into(), of_month.into()));
            assert_eq!(from_parts(year.into(), month.into(), of_month.into()), Some(day));
            date = date.tomorrow().unwrap();
            day += 1;
        }
        assert_eq!(days(jiff::civil::date(1970, 1, 1)), 0);
        for edge in [Date::MIN, Date::MAX] {
            let (year, month, day) = year_month_day(days(edge));
            let edge = (edge.year().into(), edge.month().into(), edge.day().into());
            assert_eq!((year, month, day), edge);
        }
    }

    #[test]
    fn a_day_that_does_not_exist_is_nothing() {
        let parts = [
            (2023.0, 2.0, 29.0),
            (1900.0, 2.0, 29.0),
            (2024.0, 13.0, 1.0),
            (2024.0, 0.0, 1.0),
            (2024.0, 4.0, 31.0),
            (2024.0, 4.0, 0.0),
            (2024.0, 4.5, 1.0),
            (10_000.0, 1.0, 1.0),
            (f64::NAN, 1.0, 1.0),
        ];
        for (year, month, day) in parts {
            assert_eq!(from_parts(year, month, day), None, "{year} {month} {day}");
        }
        assert_eq!(from_parts(2000.0, 2.0, 29.0), Some(days(date(2000, 2, 29))));
    }

    #[test]
    fn months_stay_within_the_month_as_the_calendar_of_jiff_has_it() {
        let mut from = date(1999, 12, 25);
        while from < date(2004, 3, 5) {
            for months in (-50..=50).chain([216, -1200]) {
                let expected = from.checked_add(months.months()).unwrap();
                let amount = f64::from(months);
                assert_eq!(shift(days(from), amount, TimeUnit::Month), Some(days(expected)));
                let years = from.checked_add(months.years()).unwrap();
                assert_eq!(shift(days(from), amount, TimeUnit::Year), Some(days(years)));
                let weeks = from.checked_add(months.weeks()).unwrap();
                assert_eq!(shift(days(from), amount, TimeUnit::Week), Some(days(weeks)));
            }
            from = from.tomorrow().unwrap();
        }
        assert_eq!(shift(days(date(2004, 2, 29)), 0.5, TimeUnit::Month), None);
        assert_eq!(
            shift(days(date(2004, 2, 29)), 0.5, TimeUnit::Year),
            Some(days(date(2004, 8, 29)))
        );
    }

    #[test]
    fn the_calendar_ends() {
        let last = days(Date::MAX);
        assert_eq!(shift(last, 1.0, TimeUnit::Day), None);
        assert_eq!(shift(last, 1.0, TimeUnit::Month), None);
        assert_eq!(shift(days(Date::MIN), -1.0, TimeUnit::Year), None);
        assert_eq!(shift(0, f64::INFINITY, TimeUnit::Day), None);
        assert_eq!(shift(0, 1e300, TimeUnit::Year), None);
    }
}
