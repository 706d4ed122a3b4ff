//! Households that rent a home, of an aanvrager and perhaps a partner and children, for the
//! comparison with peers: what `bench/peers` has rules for, with every case of those rules. No
//! figure about people may come from it.

use jiff::civil::{Date, date};

use crate::common::{Cell, Cells, Household, Person, Random};

const YEAR: i64 = 2026;

/// So many cents, more often few than many.
fn cents(random: &mut Random, most_euro: i64) -> Cell {
    let half = most_euro * 50;
    Cell::Cents(random.below(half) + random.below(2) * random.below(half))
}

fn born(random: &mut Random, year: i64) -> Date {
    let month = date(year as i16, 1 + random.below(12) as i8, 1);
    let last = i64::from(month.days_in_month());
    month.with().day(1 + random.below(last) as i8).build().unwrap_or(month)
}

/// The year of birth of an aanvrager; many around the ages at which something changes.
fn year_of_birth(random: &mut Random) -> i64 {
    let (low, high) = match random.below(100) {
        0..10 => (17, 23),
        10..55 => (23, 64),
        55..75 => (64, 70),
        _ => (70, 96),
    };
    YEAR - low - random.below(high - low)
}

fn adult(random: &mut Random, role: &'static str, year: i64) -> Cells {
    let mut cells = vec![
        ("rol", Cell::Word(role)),
        ("geboortedatum", Cell::Day(born(random, year))),
        ("spaargeld", cents(random, (YEAR - year) * 2_500)),
        ("zorgverzekerd", Cell::Yes(!random.chance(3))),
        ("bijstand_aangevraagd", Cell::Yes(false)),
    ];
    let old = YEAR - year >= 65;
    if random.chance(if old { 10 } else { 65 }) {
        cells.push(("loon", cents(random, 110_000)));
        cells.push(("pensioenpremie", cents(random, 1_500)));
    } else if random.chance(if old { 0 } else { 50 }) {
        cells.push(("uitkering", cents(random, 45_000)));
    }
    if old && random.chance(80) {
        cells.push(("pensioen", cents(random, 50_000)));
    }
    if random.chance(20) {
        cells.push(("aow_opbouwjaren", Cell::Count(random.below(51))));
    }
    if random.chance(10) {
        cells.push(("overig_vermogen", cents(random, 120_000)));
    }
    if random.chance(12) {
        cells.push(("schulden", cents(random, 30_000)));
    }
    cells
}

fn child(random: &mut Random, year: i64) -> Cells {
    let mut cells =
        vec![("rol", Cell::Word("kind")), ("geboortedatum", Cell::Day(born(random, year)))];
    if YEAR - year > 14 && random.chance(60) {
        cells.push(("loon", cents(random, 24_000)));
    }
    if random.chance(30) {
        let most = if random.chance(10) { 90_000 } else { 12_000 };
        cells.push(("spaargeld", cents(random, most)));
    }
    cells
}

fn home(random: &mut Random) -> Cells {
    let mut cells = vec![
        ("soort", Cell::Word("huurwoning")),
        ("kale_huur", Cell::Cents(20_000 + random.below(85_000))),
        ("zelfstandig", Cell::Yes(!random.chance(5))),
        ("aangepast", Cell::Yes(random.chance(4))),
    ];
    if random.chance(40) {
        cells.push(("servicekosten", Cell::Cents(random.below(4_800))));
    }
    cells
}

/// A household of the year 2026.
pub fn household(random: &mut Random) -> Household {
    let year = year_of_birth(random);
    let aanvrager = adult(random, "aanvrager", year);
    let mut persons = vec![Person { cells: aanvrager, ..Person::default() }];
    let mut youngest = year;
    let couple = random.chance(50);
    if couple {
        let year = (year + random.below(13) - 6).min(YEAR - 17);
        youngest = youngest.max(year);
        let mut cells = adult(random, "partner", year);
        let form = random.pick(&["gehuwd", "samenlevingscontract", "samenwonend"]);
        cells.push(("samenleving", Cell::Word(form)));
        persons.push(Person { cells, ..Person::default() });
    }
    // Nobody is a parent before 16, and hardly anybody lives with children at 70.
    let first = (youngest + 16).max(YEAR - 24);
    if first <= YEAR && year > YEAR - 70 {
        let parents = (couple && random.chance(15)).then(|| vec![0]);
        let mut years: Vec<i64> = (0..random.pick(&[0, 0, 1, 1, 2, 3]))
            .map(|_| first + random.below(YEAR - first + 1))
            .collect();
        years.sort_unstable();
        for year in years {
            let cells = child(random, year);
            persons.push(Person { cells, parents: parents.clone(), ..Person::default() });
        }
    }
    Household { home: home(random), persons, ..Household::default() }
}
