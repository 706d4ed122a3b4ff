//! Nothing is missed around AOW, nor in a year without amounts.

use std::collections::BTreeSet;

use household::Calculator;
use jiff::civil::Date;
use regelspraak::number::Number;

use super::day_by_day::amounts;
use super::{Household, RENT, corpus, milestones};

/// What is told of a year, around the year in which somebody reaches AOW age: that year and the one after it,
/// each against the year before. Nobody has a birthday that matters.
#[test]
fn the_years_around_aow_add_up() {
    let corpus = corpus();
    let file = Household {
        rekendatum: "2024-05-05",
        home: RENT,
        persons: &[
            "naam: Ria, rol: aanvrager, geboortedatum: 1958-08-24, loon: 12000, pensioen: 3000",
            "naam: Joop, rol: partner, samenleving: gehuwd, geboortedatum: 1970-02-01, loon: 20000",
        ],
    }
    .file();
    let told = milestones(&corpus, &file, 3);
    let changes = || told.list.iter().flat_map(|it| &it.changes);
    let years: BTreeSet<_> = changes()
        .filter(|it| it.outcome.ends_with("_per_jaar"))
        .map(|it| (it.outcome.clone(), it.person.clone()))
        .collect();
    let of_year = |year: i16| {
        let calculator = Calculator::new(&corpus, Date::constant(year, 12, 30)).unwrap();
        amounts(&calculator, &file)
    };
    let amounts = [2024, 2025, 2026].map(of_year);
    let mut moved = 0;
    for key in &years {
        for (year, [before, after]) in [(2025, [0, 1]), (2026, [1, 2])] {
            let [Some(before), Some(after)] = [before, after].map(|it: usize| amounts[it].get(key))
            else {
                continue;
            };
            let same = changes()
                .filter(|it| it.from.year() == year && it.outcome == key.0 && it.person == key.1);
            let sum = same.fold(Number::ZERO, |sum, it| &sum + &it.difference());
            moved += usize::from(before != after);
            assert_eq!(sum, after - before, "{key:?} in {year}: {before} to {after}");
        }
    }
    assert!(moved > 20, "{moved}");
    assert!(years.contains(&("aow_per_jaar".into(), Some("Ria".into()))));
}

/// What happens in a year without amounts is what happens on the same day in the last year with them, to
/// somebody as many years older.
#[test]
fn a_year_without_amounts_is_as_the_last_one_with() {
    let corpus = corpus();
    let household = |later: i16| {
        let born = |year: i16, rest: &str| format!("geboortedatum: {}-{rest}", year + later);
        let persons = [
            format!("naam: Ann, rol: aanvrager, loon: 21000, {}", born(1990, "02-28")),
            format!("naam: Tim, rol: kind, loon: 1000, {}", born(2008, "03-05")),
            format!("naam: Tom, rol: kind, {}", born(2010, "11-20")),
            format!(
                "naam: Pim, rol: kind, opvang: [{{soort: bso, uren: 50, uurtarief: 10}}], {}",
                born(2014, "09-30")
            ),
            format!("naam: Kim, rol: kind, {}", born(2020, "12-31")),
            format!("naam: Fay, rol: medebewoner, loon: 9000, {}", born(1999, "07-01")),
        ];
        let persons: Vec<&str> = persons.iter().map(String::as_str).collect();
        Household { rekendatum: "2026-01-10", home: RENT, persons: &persons }.file()
    };
    let changes = |later: i16| {
        let told = milestones(&corpus, &household(later), 10);
        let years = 2026 + later;
        let events = told.list.into_iter().filter(move |it| {
            it.happens.year() == years && it.occasions.iter().all(|it| it.1.is_some())
        });
        let told = events.map(move |it| {
            let changes = it.changes.into_iter().map(move |it| {
                let from = (it.from.year() - later, it.from.month(), it.from.day());
                (it.outcome, it.person, from, it.before, it.after, it.rules)
            });
            (it.net, changes.collect::<Vec<_>>())
        });
        told.collect::<Vec<_>>()
    };
    let (known, beyond) = (changes(0), changes(4));
    assert!(known.len() >= 5, "{}", known.len());
    assert_eq!(known, beyond);
}
