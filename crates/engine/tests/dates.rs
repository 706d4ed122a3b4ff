//! Reckoning with dates, leap days included (sections 5.3 and 6.10 to 6.13).

// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::build::{Build, DATE, MOMENT, number};
use common::words::*;
use common::{TODAY, run_plain, show};
use engine::data::Data;
use regelspraak::model::*;

fn evaluate(value: Expr) -> String {
    let mut build = Build::new();
    let ding = build.objecttype("Ding");
    let uitkomst = build.attribute(ding, "uitkomst", value.datatype.clone());
    build.assign("uitkomst", uitkomst, value);
    let mut data = Data::new(&build.model);
    let it = data.add(&build.model, ding, "d").unwrap();
    match run_plain(&build.model, data).value(uitkomst, it) {
        Ok(value) => show(value),
        Err(fault) => format!("fout: {fault}"),
    }
}

fn day(text: &str) -> Expr {
    let datatype = if text.contains('T') { MOMENT } else { DATE };
    literal(datatype, text)
}

fn duration(from: &str, to: &str, unit: TimeUnit, absolute: bool) -> String {
    let (from, to) = (Box::new(day(from)), Box::new(day(to)));
    evaluate(expr(number(), ExprKind::Duration { from, to, unit, absolute }))
}

fn shift(date: &str, amount: &str, unit: TimeUnit, backwards: bool) -> String {
    let date = day(date);
    let datatype = date.datatype.clone();
    let (date, amount) = (Box::new(date), Box::new(num(amount)));
    evaluate(expr(datatype, ExprKind::Shift { date, amount, unit, backwards }))
}

#[test]
fn durations_count_completed_units() {
    use TimeUnit::*;
    let table = [
        ("1990-06-15", "2026-06-14", Year, "35"),
        ("1990-06-15", "2026-06-15", Year, "36"),
        ("2026-06-15", "1990-06-16", Year, "-35"),
        ("2026-06-15", "1990-06-15", Year, "-36"),
        // Born on a leap day: a year older on 1 March of a common year, on 29 February itself
        // of a leap year.
        ("2008-02-29", "2026-02-28", Year, "17"),
        ("2008-02-29", "2026-03-01", Year, "18"),
        ("2008-02-29", "2024-02-28", Year, "15"),
        ("2008-02-29", "2024-02-29", Year, "16"),
        // The 31st is reached on the first day after a month without it.
        ("2026-01-31", "2026-02-28", Month, "0"),
        ("2026-01-31", "2026-03-01", Month, "1"),
        ("2026-01-31", "2026-03-31", Month, "2"),
        ("2026-01-15", "2026-07-14", Quarter, "1"),
        ("2026-01-01", "2026-01-14", Week, "1"),
        ("2026-01-01", "2026-03-01", Day, "59"),
        ("2024-01-01", "2024-03-01", Day, "60"),
        ("2026-01-02", "2026-01-01", Hour, "-24"),
        ("2026-01-01T12:00:00", "2026-01-02T11:59:59.999", Day, "0"),
        ("2025-01-01T12:00:00", "2026-01-01T11:59:59", Year, "0"),
        ("2026-01-01T00:00:00", "2026-01-01T00:01:30.250", Minute, "1"),
        ("2026-01-01T00:00:00", "2026-01-01T00:01:30.250", Second, "90"),
        ("2026-01-01T00:00:00", "2026-01-01T00:01:30.250", Millisecond, "90250"),
        ("leeg", "2026-01-01", Year, "leeg"),
        ("2026-01-01", "leeg", Year, "leeg"),
        ("leeg", "leeg", Year, "leeg"),
    ];
    for (from, to, unit, expected) in table {
        assert_eq!(duration(from, to, unit, false), expected, "{from} {to} {unit:?}");
        let absolute = expected.trim_start_matches('-');
        assert_eq!(duration(from, to, unit, true), absolute, "{from} {to} {unit:?}");
    }
}

#[test]
fn shifting_stays_within_the_month() {
    use TimeUnit::*;
    let table = [
        ("2026-01-31", "1", Month, false, "2026-02-28"),
        ("2024-01-31", "1", Month, false, "2024-02-29"),
        ("2024-02-29", "1", Year, false, "2025-02-28"),
        ("2024-02-29", "4", Year, false, "2028-02-29"),
        ("2026-03-31", "1", Month, true, "2026-02-28"),
        ("2026-01-31", "1", Quarter, false, "2026-04-30"),
        ("2026-01-15", "0,5", Year, false, "2026-07-15"),
        ("2026-01-15", "2", Week, true, "2026-01-01"),
        ("2026-01-15", "-20", Day, false, "2025-12-26"),
        ("2026-01-15", "0", Day, false, "2026-01-15"),
        ("2026-01-15", "leeg", Year, false, "2026-01-15"),
        ("leeg", "3", Year, false, "leeg"),
        ("leeg", "leeg", Year, false, "leeg"),
        ("2026-01-15T23:30:00", "1", Hour, false, "2026-01-16T00:30:00"),
        ("2026-01-15T23:30:00", "1,5", Day, false, "2026-01-17T11:30:00"),
        ("2026-01-31T10:00:00", "1", Month, false, "2026-02-28T10:00:00"),
    ];
    for (date, amount, unit, backwards, expected) in table {
        assert_eq!(shift(date, amount, unit, backwards), expected, "{date} {amount} {unit:?}");
    }
    assert!(shift("2026-01-15", "0,5", Day, false).starts_with("fout: 0,5 dg bij een datum"));
    assert!(shift("2026-01-15", "1/24", Year, false).starts_with("fout: 1/24 jr bij een datum"));
    assert!(shift("2026-01-15", "9000", Year, false).contains("bestaat niet"));
    assert!(shift("2026-01-15", "90000000000000", Day, false).contains("bestaat niet"));
}

#[test]
fn an_amount_of_any_size_is_a_date_that_does_not_exist() {
    // The smallest number of 64 bits has no opposite.
    for amount in ["-9223372036854775808", "9223372036854775807", "99999999999999999999"] {
        for backwards in [false, true] {
            let shifted = shift("2026-01-15", amount, TimeUnit::Day, backwards);
            assert!(shifted.starts_with("fout: "), "{amount}: {shifted}");
            let shifted = shift("2026-01-15", amount, TimeUnit::Month, backwards);
            assert!(shifted.starts_with("fout: "), "{amount}: {shifted}");
        }
    }
}

#[test]
fn parts_of_dates() {
    let part = |text: &str, part| {
        evaluate(expr(number(), ExprKind::DatePart { part, of: Box::new(day(text)) }))
    };
    let moment = "2026-07-15T13:14:15.016";
    let parts = [
        (DatePart::Year, "2026"),
        (DatePart::Month, "7"),
        (DatePart::Day, "15"),
        (DatePart::Hour, "13"),
        (DatePart::Minute, "14"),
        (DatePart::Second, "15"),
        (DatePart::Millisecond, "16"),
    ];
    for (which, expected) in parts {
        assert_eq!(part(moment, which), expected, "{which:?}");
        assert_eq!(part("leeg", which), "leeg", "{which:?}");
    }
    assert_eq!(part("2026-07-15", DatePart::Hour), "0");
}

#[test]
fn dates_from_parts() {
    let date = |year: &str, month: &str, day: &str| {
        let [year, month, day] = [year, month, day].map(|text| Box::new(num(text)));
        evaluate(expr(DATE, ExprKind::DateFrom { year, month, day }))
    };
    assert_eq!(date("2024", "2", "29"), "2024-02-29");
    assert_eq!(date("leeg", "2", "29"), "leeg");
    let none = "fout: de datum met jaar 2026, maand 2 en dag 29 bestaat niet (regel \"uitkomst\")";
    assert_eq!(date("2026", "2", "29"), none);
    assert!(date("2026", "1,5", "29").starts_with("fout"));
    assert!(date("2026", "300", "1").starts_with("fout"));
}

#[test]
fn easter() {
    let easter = |year: &str| evaluate(expr(DATE, ExprKind::EasterSunday(Box::new(num(year)))));
    let table = [
        ("1961", "1961-04-02"),
        ("2000", "2000-04-23"),
        ("2019", "2019-04-21"),
        ("2024", "2024-03-31"),
        ("2025", "2025-04-20"),
        ("2026", "2026-04-05"),
        ("2038", "2038-04-25"),
        ("leeg", "leeg"),
    ];
    for (year, expected) in table {
        assert_eq!(easter(year), expected, "{year}");
    }
    assert!(easter("2026,5").contains("bestaat niet"));
    assert!(easter("99").contains("bestaat niet"));
}

#[test]
fn the_day_of_the_run() {
    assert_eq!(evaluate(expr(DATE, ExprKind::CalculationDate)), TODAY.to_string());
    assert_eq!(evaluate(expr(number(), ExprKind::CalculationYear)), "2026");
}
