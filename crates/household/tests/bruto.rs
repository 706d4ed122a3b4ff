//! The gross bijstand is what gives exactly the net bijstand after tax: the net income of a year
//! with bijstand is that without it, and the bijstand.
//!
//! Left out are couples of whom one was born before 1963: the algemene heffingskorting that is paid
//! out to them (Wet IB 2001, art. 8.9) is not part of the gross-up; see regels/VERANTWOORDING.md.

#![allow(clippy::unwrap_used, reason = "a failing test panics")]

use std::fmt::Write;

use household::{Calculator, HouseholdFile};
use jiff::civil::{Date, date};
use regelspraak::number::Number;

/// Whole numbers that follow from a seed (a linear congruential generator).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn person(&mut self, name: &str, role: &str, born: u64, applies: &str) -> String {
        let mut text = format!("    - {{naam: {name}, rol: {role}, geboortedatum: {born}-06-15");
        if self.below(5) < 2 {
            let wage = 1_000 + self.below(25_000);
            write!(text, ", loon: {wage}.{:02}, pensioenpremie: {}", self.below(100), wage / 25)
                .unwrap();
        }
        if self.below(5) < 2 {
            write!(text, ", uitkering: {}.{:02}", self.below(9_000), self.below(100)).unwrap();
        }
        if self.below(8) == 0 {
            write!(text, ", winst: {}", self.below(9_000)).unwrap();
        }
        if self.below(12) == 0 {
            text.push_str(", jonggehandicapt: ja");
        }
        write!(text, ", maanden_vrijlating_gebruikt: {}", self.below(40)).unwrap();
        text + applies + "}\n"
    }

    fn household(&mut self, day: Date, applies: &str) -> String {
        let (old, couple) = (self.below(5) == 0, self.below(2) == 0);
        let born = |random: &mut Random| match old && !couple {
            true => 1940 + random.below(15),
            false => 1964 + random.below(34),
        };
        let mut text = format!("rekendatum: {day}\nhuishouden:\n  personen:\n");
        let one = born(self);
        text += &self.person("Sam", "aanvrager", one, applies);
        if couple {
            let other = born(self);
            text += &self.person("Bo", "partner", other, applies);
        }
        for child in 0..self.below(3) {
            writeln!(text, "    - {{rol: kind, geboortedatum: {}-03-01}}", 2012 + 4 * child)
                .unwrap();
        }
        text
    }
}

#[test]
fn net_with_bijstand_is_net_without_and_the_bijstand() {
    let corpus = builtin::corpus().unwrap();
    let mut with_bijstand = 0;
    for day in [date(2024, 2, 1), date(2025, 8, 1), date(2026, 3, 1)] {
        let calculator = Calculator::new(&corpus, day).unwrap();
        for seed in 0..120 {
            let [with, without] = ["", ", bijstand_aangevraagd: nee"].map(|applies| {
                let text = Random(seed).household(day, applies);
                let file = HouseholdFile::read(&text, "huishouden.yaml").unwrap();
                let answers = calculator.calculate(&file).unwrap().answers().unwrap();
                let of = |name: &str| answers.household(name).unwrap().amount.clone().unwrap();
                let bijstand = &of("bijstand_per_jaar") + &of("aio_per_jaar");
                let couple = ["Sam", "Bo"].into_iter();
                let net = couple.filter_map(|name| answers.person(name, "netto_inkomen_per_jaar"));
                let net = net.fold(Number::ZERO, |sum, it| &sum + it.amount.as_ref().unwrap());
                (text, net, bijstand)
            });
            assert_eq!(without.2, Number::ZERO, "{}", without.0);
            let more = (&with.1 - &without.1).to_f64();
            // The gross amounts and the net ones are in whole cents, each of two persons.
            let bijstand = with.2.to_f64();
            assert!((more - bijstand).abs() < 0.035, "{more} en {bijstand}:\n{}", with.0);
            with_bijstand += usize::from(bijstand > 0.0);
        }
    }
    assert!(with_bijstand > 150, "{with_bijstand}");
}
