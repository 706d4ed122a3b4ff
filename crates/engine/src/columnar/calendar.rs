//! Months and days in whole numbers, on the calendar of the exact executor.
//!
//! A month is a count from January of the year 0; a day within the columns is a *key*: 32 times
//! its month plus its day of the month minus 1. Keys compare as the days do, and give month and
//! day by one division.

use jiff::civil::Date;

/// How many keys a month takes.
pub(super) const KEYS: i32 = 32;

/// The key of a day.
pub(super) fn key(date: Date) -> i32 {
    let month = i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
    month * KEYS + i32::from(date.day()) - 1
}

/// The day of a key; nothing when no such day exists.
pub(super) fn date(key: i32) -> Option<Date> {
    let (month, day) = (key.div_euclid(KEYS), key.rem_euclid(KEYS) + 1);
    let (year, month) = (i16::try_from(month.div_euclid(12)).ok()?, month.rem_euclid(12) + 1);
    Date::new(year, month as i8, day as i8).ok()
}

/// How many days a month has.
pub(super) fn month_length(month: i32) -> i32 {
    let year = month.div_euclid(12);
    match month.rem_euclid(12) {
        1 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        1 => 28,
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    }
}

/// The first day of a month, counted from 1 January 1970.
pub(super) fn month_start(month: i32) -> i32 {
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    // Years that start in March, so that the leap day is the last day of the year.
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The key of a day, counted from 1 January 1970.
pub(super) fn key_of(days: i32) -> i32 {
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let of_era = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * of_era + of_era / 4 - of_era / 100);
    // Of years that start in March.
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5;
    ((era * 400 + of_era) * 12 + month + 2) * KEYS + day
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    #[test]
    fn months_and_days_are_those_of_the_calendar() {
        let mut days = day(1970, 1, 1).until(day(1850, 1, 1)).unwrap().get_days();
        let mut at = day(1850, 1, 1);
        while at < day(2150, 1, 1) {
            let month = key(at).div_euclid(KEYS);
            assert_eq!(date(key(at)), Some(at));
            assert_eq!(month_start(month) + i32::from(at.day()) - 1, days);
            assert_eq!(key_of(days), key(at));
            assert_eq!(month_length(month), i32::from(at.days_in_month()));
            assert!(key(at) < key(at.tomorrow().unwrap()));
            (at, days) = (at.tomorrow().unwrap(), days + 1);
        }
        for edge in [Date::MIN, Date::MAX] {
            assert_eq!(date(key(edge)), Some(edge));
        }
        assert_eq!(date(key(day(2023, 2, 28)) + 1), None);
    }
}
