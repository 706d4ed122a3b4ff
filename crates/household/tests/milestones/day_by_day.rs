//! Nothing is missed: day by day, what is told to change is what changes, in steps that follow on one
//! another.

use std::collections::{BTreeMap, BTreeSet};

use household::{Calculator, HouseholdFile, Milestones};
use jiff::civil::Date;
use regelspraak::number::Number;

use super::{Household, RENT, corpus, milestones};

/// The amounts of a day by outcome and person.
pub type Amounts = BTreeMap<(String, Option<String>), Number>;

fn on_day(calculator: &Calculator<'_>, file: &HouseholdFile) -> Amounts {
    let amounts = amounts(calculator, file);
    let told = amounts.iter().filter(|((name, _), _)| is_told(name, &amounts));
    told.map(|(key, amount)| (key.clone(), amount.clone())).collect()
}

/// All outcomes that are known.
pub fn amounts(calculator: &Calculator<'_>, file: &HouseholdFile) -> Amounts {
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

/// Whether it is told: the year of what is told per month or quarter is not, nor what everything adds up to.
fn is_told(name: &str, amounts: &Amounts) -> bool {
    let named = |name: String| amounts.keys().any(|(other, _)| *other == name);
    let shorter = |stem: &str| {
        ["maand", "kwartaal"].iter().any(|period| named(format!("{stem}_per_{period}")))
    };
    !name.starts_with("netto_besteedbaar") && !name.strip_suffix("_per_jaar").is_some_and(shorter)
}

/// What changes from the day before to a day, where it is not what is told. How many amounts move is
/// counted.
fn differences(
    (told, file): (&Milestones, &HouseholdFile),
    day: Date,
    [before, after]: [&Amounts; 2],
    moved: &mut usize,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for (key, amount) in after {
        let Some(was) = before.get(key) else { continue };
        let changes = told.list.iter().flat_map(|it| &it.changes);
        let same = changes.filter(|it| it.from == day && it.outcome == key.0 && it.person == key.1);
        // One chain from what was to what is: each step begins where another ends.
        let (mut begins, mut ends) = (vec![amount], vec![was]);
        for change in same {
            begins.push(&change.before);
            ends.push(&change.after);
        }
        begins.sort();
        ends.sort();
        *moved += usize::from(amount != was);
        if begins != ends {
            let born: Vec<String> = file
                .personen
                .iter()
                .map(|it| format!("{} {}", it.naam, it.geboortedatum))
                .collect();
            wrong.push(format!(
                "{day} {key:?}: {was} to {amount}, told {begins:?} {ends:?}; {born:?}"
            ));
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
        // Kim is 18 already; her savings count for herself from the next 1 January.
        Household {
            rekendatum: "2025-11-01",
            home: "  gemeente: Almere\n  gemeentelijke_heffingen: 900\n  woning: {soort: huurwoning, kale_huur: 620}\n",
            persons: &[
                "naam: Eva, rol: aanvrager, geboortedatum: 1975-02-02, loon: 16500, spaargeld: 45000, bijstand_aangevraagd: false",
                "naam: Kim, rol: kind, geboortedatum: 2007-05-05, ouders: [Eva], spaargeld: 60000",
                "naam: Mo, rol: medebewoner, geboortedatum: 1999-04-04",
            ],
        },
        // What the municipality gives goes by the day.
        Household {
            rekendatum: "2024-11-15",
            home: "  gemeente: Tilburg\n  gemeentelijke_heffingen: 900\n  woning: {soort: huurwoning, kale_huur: 520}\n",
            persons: &[
                "naam: Eva, rol: aanvrager, geboortedatum: 1985-02-02, maanden_laag_inkomen: 60",
                "naam: Kim, rol: kind, geboortedatum: 2007-05-05, ouders: [Eva]",
                "naam: Pim, rol: kind, geboortedatum: 2013-05-05, ouders: [Eva]",
            ],
        },
        // AOW comes in a year in which others have a birthday, before and after it.
        Household {
            rekendatum: "2025-06-20",
            home: "  gemeente: Rotterdam\n  woning: {soort: huurwoning, kale_huur: 520}\n",
            persons: &[
                "naam: Ria, rol: aanvrager, geboortedatum: 1958-03-23, spaargeld: 170000",
                "naam: Bo, rol: partner, samenleving: gehuwd, geboortedatum: 1959-10-06, loon: 24000",
                "naam: Kay, rol: kind, geboortedatum: 1999-05-25, ouders: [Ria], spaargeld: 30000",
                "naam: Liv, rol: kind, geboortedatum: 2007-05-14, ouders: [Ria], spaargeld: 170000, loon: 3000",
                "naam: Max, rol: kind, geboortedatum: 2007-09-28, ouders: [Ria]",
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
    assert!(moved > 300, "{moved}");
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
        let rekendatum = ["2025-01-10", "2025-01-10", "2025-10-20"][random.below(3) as usize];
        let places = ["Almere", "Tilburg", "Rotterdam", "Zwolle"];
        let place = places[random.below(4) as usize];
        let home = format!("  gemeente: {place}\n  gemeentelijke_heffingen: 900\n{RENT}");
        let file = Household { rekendatum, home: &home, persons: &persons }.file();
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
