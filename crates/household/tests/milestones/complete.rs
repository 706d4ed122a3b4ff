//! Nothing is missed: day by day, what is told to change is what changes.

use std::collections::{BTreeMap, BTreeSet};

use household::Calculator;
use jiff::civil::Date;
use regelspraak::number::Number;

use super::{Household, RENT, corpus, milestones};

/// The amounts of a day by outcome and person.
type Amounts = BTreeMap<(String, Option<String>), Number>;

fn on_day(calculator: &Calculator<'_>, file: &household::HouseholdFile) -> Amounts {
    let mut amounts = amounts(calculator, file);
    amounts.retain(|(name, _), _| is_told(name));
    amounts
}

fn amounts(calculator: &Calculator<'_>, file: &household::HouseholdFile) -> Amounts {
    let answers = calculator.calculate(file).unwrap().answers().unwrap();
    let household = answers.huishouden.iter().map(|answer| (None, answer));
    let persons = answers.personen.iter();
    let persons = persons
        .flat_map(|(name, list)| list.iter().map(move |answer| (Some(name.clone()), answer)));
    household
        .chain(persons)
        .filter_map(|(who, answer)| Some(((answer.name.clone(), who), answer.amount.clone()?)))
        .collect()
}

/// Whether it is told as it is on a day: an amount per month, quarter or hour.
fn is_told(name: &str) -> bool {
    !name.ends_with("_per_jaar") && !name.starts_with("netto_besteedbaar")
}

/// What changes from the day before to a day, where it is not what is told. How many amounts move is
/// counted.
fn differences(
    (told, file): (&household::Milestones, &household::HouseholdFile),
    day: Date,
    [before, after]: [&Amounts; 2],
    moved: &mut usize,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for (key, amount) in after {
        let Some(was) = before.get(key) else { continue };
        let changes = told.list.iter().flat_map(|it| &it.changes);
        let same = changes.filter(|it| it.from == day && it.outcome == key.0 && it.person == key.1);
        let sum = same.fold(Number::ZERO, |sum, it| &sum + &it.difference());
        *moved += usize::from(amount != was);
        if sum != amount - was {
            let born: Vec<String> = file
                .personen
                .iter()
                .map(|it| format!("{} {}", it.naam, it.geboortedatum))
                .collect();
            wrong.push(format!("{day} {key:?}: {was} to {amount}, told {sum}; {born:?}"));
        }
    }
    wrong
}

/// Every day of two years.
#[test]
fn what_is_told_is_what_changes_from_day_to_day() {
    let corpus = corpus();
    let households = [
        Household {
            rekendatum: "2025-01-10",
            home: RENT,
            persons: &[
                "naam: Ann, rol: aanvrager, geboortedatum: 1990-02-28, loon: 21000",
                "naam: Tim, rol: kind, geboortedatum: 2007-03-05",
                "naam: Tom, rol: kind, geboortedatum: 2007-03-20",
                "naam: Pim, rol: kind, geboortedatum: 2013-09-30, opvang: [{soort: bso, uren: 50, uurtarief: 10}]",
                "naam: Kim, rol: kind, geboortedatum: 2025-01-05",
            ],
        },
        Household {
            rekendatum: "2025-01-10",
            home: RENT,
            persons: &[
                "naam: Jip, rol: aanvrager, geboortedatum: 2007-05-01, student: true, loon: 2000",
                "naam: Bo, rol: medebewoner, geboortedatum: 1998-07-01, loon: 15000",
                "naam: Mo, rol: medebewoner, geboortedatum: 2002-12-31, loon: 9000",
            ],
        },
        Household {
            rekendatum: "2025-01-10",
            home: RENT,
            persons: &[
                "naam: Eva, rol: aanvrager, geboortedatum: 1984-06-03, loon: 6000",
                "naam: Max, rol: partner, samenleving: gehuwd, geboortedatum: 2004-11-11",
                "naam: Kay, rol: kind, geboortedatum: 1998-04-02, ouders: [Eva]",
                "naam: Liv, rol: kind, geboortedatum: 2014-02-10, ouders: [Eva]",
                "naam: Lou, rol: kind, geboortedatum: 2009-01-01, ouders: [Eva]",
            ],
        },
        Household {
            rekendatum: "2025-01-10",
            home: RENT,
            persons: &[
                "naam: Ria, rol: aanvrager, geboortedatum: 1958-08-24, loon: 12000, pensioen: 3000",
            ],
        },
        Household {
            rekendatum: "2025-01-10",
            home: RENT,
            persons: &[
                "naam: Joop, rol: aanvrager, geboortedatum: 1958-11-03, pensioen: 9000",
                "naam: Ans, rol: partner, samenleving: gehuwd, geboortedatum: 1959-04-17, loon: 14000",
                "naam: Kay, rol: kind, geboortedatum: 2008-06-20, loon: 3000",
            ],
        },
    ];
    let (mut wrong, mut moved) = (Vec::new(), 0);
    for household in households {
        let file = household.file();
        let told = milestones(&corpus, &file, 2);
        let mut day = file.rekendatum;
        let mut before = on_day(&Calculator::new(&corpus, day).unwrap(), &file);
        while day < Date::constant(2026, 12, 31) {
            day = day.tomorrow().unwrap();
            let after = on_day(&Calculator::new(&corpus, day).unwrap(), &file);
            let days = [&before, &after];
            wrong.extend(differences((&told, &file), day, days, &mut moved));
            before = after;
        }
    }
    assert!(wrong.is_empty(), "{}\n{wrong:#?}", wrong.len());
    assert!(moved > 80, "{moved}");
}

/// Numbers that are the same in every run (a linear congruential generator).
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn born(&mut self, years: std::ops::Range<u64>) -> String {
        let year = years.start + self.below(years.end - years.start);
        format!("{year}-{:02}-{:02}", 1 + self.below(12), 1 + self.below(28))
    }
}

/// The first days of the months, the birthdays and the AOW dates of two years, for random households.
#[test]
fn the_same_for_households_of_all_kinds() {
    let corpus = corpus();
    let mut random = Random(20);
    let (mut wrong, mut moved) = (Vec::new(), 0);
    for _ in 0..32 {
        let old = random.below(4);
        let wage = |random: &mut Random| random.below(3) * (1000 + random.below(20_000));
        let mut persons = vec![format!(
            "naam: Ann, rol: aanvrager, geboortedatum: {}, loon: {}, student: {}",
            if old == 0 { random.born(1957..1961) } else { random.born(1970..2009) },
            wage(&mut random),
            random.below(4) == 0
        )];
        if random.below(2) == 0 {
            let born = random.born(if old == 0 { 1957..1963 } else { 1970..2008 });
            let wage = wage(&mut random);
            let together = ["gehuwd", "samenwonend"][random.below(2) as usize];
            persons.push(format!(
                "naam: Bob, rol: partner, samenleving: {together}, geboortedatum: {born}, loon: {wage}"
            ));
        }
        for name in ["Cas", "Dex", "Eef"].into_iter().take(random.below(4) as usize) {
            let childcare = match random.below(3) {
                0 => ", opvang: [{soort: bso, uren: 60, uurtarief: 9.50}]",
                _ => "",
            };
            let (born, wage) = (random.born(2005..2025), random.below(2) * random.below(6000));
            persons.push(format!(
                "naam: {name}, rol: kind, ouders: [], geboortedatum: {born}, loon: {wage}{childcare}"
            ));
        }
        if random.below(3) == 0 {
            let (born, wage) = (random.born(1996..2006), wage(&mut random));
            persons
                .push(format!("naam: Fay, rol: medebewoner, geboortedatum: {born}, loon: {wage}"));
        }
        let persons: Vec<&str> = persons.iter().map(String::as_str).collect();
        let file = Household { rekendatum: "2025-01-10", home: RENT, persons: &persons }.file();
        let told = milestones(&corpus, &file, 2);
        let mut days: BTreeSet<Date> = told.list.iter().map(|it| it.happens).collect();
        for month in 1..=12 {
            days.extend([Date::constant(2025, month, 1), Date::constant(2026, month, 1)]);
            for person in &file.personen {
                let (month, day) = (person.geboortedatum.month(), person.geboortedatum.day());
                days.extend([Date::constant(2025, month, day), Date::constant(2026, month, day)]);
            }
        }
        days.retain(|day| *day > file.rekendatum && day.year() < 2027);
        for day in days {
            let days = [day.yesterday().unwrap(), day];
            let amounts = days.map(|day| on_day(&Calculator::new(&corpus, day).unwrap(), &file));
            let [before, after] = &amounts;
            wrong.extend(differences((&told, &file), day, [before, after], &mut moved));
        }
    }
    assert!(wrong.is_empty(), "{} of {moved}\n{wrong:#?}", wrong.len());
    assert!(moved > 400, "{moved}");
}

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
