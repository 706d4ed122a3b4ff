//! The gross bijstand is what gives exactly the net bijstand after tax: the net income of a year
//! with bijstand is that without it, and the bijstand.
//!
//! Left out are couples of whom one was born before 1963: the algemene heffingskorting that is paid
//! out to them (Wet IB 2001, art. 8.9) is not part of the gross-up; see regels/VERANTWOORDING.md.

#![allow(clippy::unwrap_used, reason = "a failing test panics")]

#[path = "sprongen/random.rs"]
mod random;

use std::fmt::Write;

use household::{Calculator, HouseholdFile};
use jiff::civil::{Date, date};
use random::Random;
use regelspraak::number::Number;

struct Writer {
    random: Random,
}

impl Writer {
    fn person(&mut self, name: &str, role: &str, born: i64, applies: &str) -> String {
        let random = &mut self.random;
        let mut text = format!("    - {{naam: {name}, rol: {role}, geboortedatum: {born}-06-15");
        if random.chance(40) {
            let wage = 1_000 + random.below(25_000);
            let cents = random.below(100);
            write!(text, ", loon: {wage}.{cents:02}, pensioenpremie: {}", wage / 25).unwrap();
        }
        if random.chance(40) {
            write!(text, ", uitkering: {}.{:02}", random.below(9_000), random.below(100)).unwrap();
        }
        if random.chance(12) {
            write!(text, ", winst: {}", 1 + random.below(9_000)).unwrap();
        }
        if random.chance(8) {
            text.push_str(", jonggehandicapt: ja");
        }
        if born < 1955 && random.chance(60) {
            // Without a whole AOW there is room for AIO.
            write!(text, ", aow_opbouwjaren: {}", 10 + random.below(35)).unwrap();
        }
        write!(text, ", maanden_vrijlating_gebruikt: {}", random.below(40)).unwrap();
        text + applies + "}\n"
    }

    fn household(&mut self, day: Date, applies: &str) -> String {
        let (old, couple) = (self.random.chance(30), self.random.chance(50));
        let born = |random: &mut Random| match old && !couple {
            true => 1940 + random.below(15),
            false => 1964 + random.below(34),
        };
        let mut text = format!("rekendatum: {day}\nhuishouden:\n  personen:\n");
        let one = born(&mut self.random);
        text += &self.person("Sam", "aanvrager", one, applies);
        if couple {
            let other = born(&mut self.random);
            text += &self.person("Bo", "partner", other, applies);
        }
        for child in 0..self.random.below(3) {
            let year = 2012 + 4 * child;
            writeln!(text, "    - {{rol: kind, geboortedatum: {year}-03-01}}").unwrap();
        }
        text
    }
}

/// Of those who have bijstand or AIO, so many of each, so that it is known what was tested.
#[derive(Debug, Default)]
struct Seen {
    bijstand: usize,
    aio: usize,
    couples: usize,
    winst: usize,
}

/// How far apart the two can be: half a cent for each rounding. Of each person the gross bijstand is
/// rounded, which moves the net income no more than that, and the net income with it and without it;
/// and of the household the bijstand or the AIO, since nobody here has both.
fn tolerance(persons: i64) -> Number {
    let halves = Number::from(3 * persons + 1);
    halves.checked_div(&Number::from(200)).unwrap()
}

#[test]
fn net_with_bijstand_is_net_without_and_the_bijstand() {
    let corpus = builtin::corpus().unwrap();
    let mut seen = Seen::default();
    for day in [date(2024, 2, 1), date(2025, 8, 1), date(2026, 3, 1)] {
        let calculator = Calculator::new(&corpus, day).unwrap();
        for seed in 0..120 {
            let [with, without] = ["", ", bijstand_aangevraagd: nee"].map(|applies| {
                let text = Writer { random: Random::new(seed) }.household(day, applies);
                let file = HouseholdFile::read(&text, "huishouden.yaml").unwrap();
                let answers = calculator.calculate(&file).unwrap().answers().unwrap();
                let of = |name: &str| answers.household(name).unwrap().amount.clone().unwrap();
                let couple = ["Sam", "Bo"].into_iter();
                let net = couple.filter_map(|name| answers.person(name, "netto_inkomen_per_jaar"));
                let net: Vec<Number> = net.map(|it| it.amount.clone().unwrap()).collect();
                (text, net, of("bijstand_per_jaar"), of("aio_per_jaar"))
            });
            assert_eq!([&without.2, &without.3], [&Number::ZERO; 2], "{}", without.0);
            let (text, net, bijstand, aio) = with;
            assert!(bijstand.is_zero() || aio.is_zero(), "{text}");
            let sum = |net: &[Number]| net.iter().fold(Number::ZERO, |sum, it| &sum + it);
            let more = &sum(&net) - &sum(&without.1);
            let given = &bijstand + &aio;
            let apart = (&more - &given).abs();
            assert!(apart <= tolerance(net.len() as i64), "{more:?} en {given:?}:\n{text}");
            if !given.is_zero() {
                seen.bijstand += usize::from(!bijstand.is_zero());
                seen.aio += usize::from(!aio.is_zero());
                seen.couples += usize::from(net.len() == 2);
                seen.winst += usize::from(text.contains("winst"));
            }
        }
    }
    // Guards against households that test nothing.
    assert!(seen.bijstand > 120 && seen.aio > 15, "{seen:?}");
    assert!(seen.couples > 50 && seen.winst > 15, "{seen:?}");
}
