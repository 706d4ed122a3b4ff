//! Random households of every shape: alone or together, with children, co-residents, a rented or
//! own home, pay, profit, pension, benefit, study and childcare.

use std::fmt::Write;

use jiff::civil::{Date, date};

use crate::random::Random;

/// A household file for a day, as text. Bijstand changes every outcome behind it, so the rest of the law
/// is seen best in households that do not apply for it; those that do are poorer.
pub fn household(random: &mut Random, day: Date, applies: bool) -> String {
    let mut writer = Writer { random, day, applies, text: String::new(), persons: 0 };
    writer.household();
    writer.text
}

struct Writer<'r> {
    random: &'r mut Random,
    day: Date,
    applies: bool,
    text: String,
    persons: usize,
}

/// An amount in cents as a file has it.
fn amount(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

impl Writer<'_> {
    fn household(&mut self) {
        let home = self.random.pick(&["huurwoning", "huurwoning", "koopwoning", "inwonend"]);
        let day = self.day;
        write!(self.text, "rekendatum: {day}\nhuishouden:\n  woning: {{soort: {home}").unwrap();
        match home {
            "huurwoning" => self.rented(),
            "koopwoning" => self.owned(),
            _ => {}
        }
        self.text.push_str("}\n  personen:\n");
        let elderly = self.random.chance(25);
        let one = self.adult(elderly);
        let partner = self.random.chance(55);
        let applies = if self.applies { "" } else { ", bijstand_aangevraagd: nee" };
        self.person("Sam", "aanvrager", one, applies);
        self.income(one);
        self.wealth();
        let mut youngest = one;
        if partner {
            let elderly = elderly && self.random.chance(70);
            let other = match self.random.chance(10) {
                true => one,
                false => self.adult(elderly),
            };
            let form = self.random.pick(&["gehuwd", "samenlevingscontract", "samenwonend"]);
            self.person("Bo", "partner", other, &format!(", samenleving: {form}"));
            self.income(other);
            self.wealth();
            youngest = one.max(other);
        }
        let after = youngest.year() + 14;
        if after < self.day.year() && self.random.chance(60) {
            for _ in 0..=self.random.pick(&[0, 0, 1, 1, 2, 6]) {
                self.child(after, partner);
            }
        }
        if self.random.chance(20) {
            for _ in 0..=self.random.below(2) {
                self.co_resident();
            }
        }
        if self.persons.is_multiple_of(2) {
            self.text.push_str("  gemeentelijke_heffingen: 640\n");
        }
    }

    fn rented(&mut self) {
        let cents = 20_000 + self.random.below(80_000);
        write!(self.text, ", kale_huur: {}", amount(cents)).unwrap();
        if self.random.chance(30) {
            write!(self.text, ", servicekosten: {}", amount(self.random.below(6_000))).unwrap();
        }
        if self.random.chance(10) {
            self.text.push_str(", aangepast: ja");
        }
        if self.random.chance(3) {
            self.text.push_str(", zelfstandig: nee");
        }
    }

    fn owned(&mut self) {
        let value = self.random.pick(&[1_000_000, 4_000_000, 30_000_000, 90_000_000, 150_000_000]);
        let value = value + self.random.below(2_000_000);
        let interest = self.random.pick(&[0, 30_000, 400_000, 1_200_000]);
        let interest = if interest > 0 { interest + self.random.below(interest) } else { 0 };
        write!(self.text, ", woz_waarde: {}", amount(value)).unwrap();
        write!(self.text, ", hypotheekrente: {}", amount(interest)).unwrap();
    }

    /// The day of birth of an adult; with `elderly` of somebody about or above the AOW age.
    fn adult(&mut self, elderly: bool) -> Date {
        let years = match elderly {
            true => 62 + self.random.below(25),
            false => 18 + self.random.below(45),
        };
        self.born(years)
    }

    fn born(&mut self, years: i64) -> Date {
        let year = self.day.year() - years as i16;
        let (month, day) = (1 + self.random.below(12) as i8, 1 + self.random.below(28) as i8);
        date(year, month, day).min(self.day)
    }

    fn person(&mut self, name: &str, role: &str, born: Date, more: &str) {
        self.persons += 1;
        write!(self.text, "    - {{naam: {name}, rol: {role}, geboortedatum: {born}{more}")
            .unwrap();
        if self.random.chance(4) {
            self.text.push_str(", zorgverzekerd: nee");
        }
    }

    /// What somebody earns: mostly not much, for there the schemes are.
    fn income(&mut self, born: Date) {
        let old = self.day.year() - born.year() >= 66;
        let most = match self.applies {
            true => self.random.pick(&[300_000, 1_200_000, 2_400_000]),
            false => self.random.pick(&[1_500_000, 3_500_000, 3_500_000, 6_000_000, 14_000_000]),
        };
        let mut write = |key: &str, cents: i64| {
            write!(self.text, ", {key}: {}", amount(cents)).unwrap();
        };
        let random = &mut *self.random;
        if random.chance(if old { 15 } else { 65 }) {
            let wage = random.below(most);
            write("loon", wage);
            if random.chance(20) {
                write("pensioenpremie", random.below(wage / 10 + 1));
            }
        }
        if random.chance(if old { 5 } else { 22 }) {
            write("winst", random.below(most + 600_000) - 600_000);
            if random.chance(60) {
                self.text.push_str(", urencriterium: ja");
            }
        }
        let mut write = |key: &str, cents: i64| {
            write!(self.text, ", {key}: {}", amount(cents)).unwrap();
        };
        if self.random.chance(if old { 70 } else { 3 }) {
            write("pensioen", self.random.below(most / 2));
        }
        if self.random.chance(if old { 2 } else { 15 }) {
            write("uitkering", self.random.below(most / 2));
        }
        if self.random.chance(8) {
            self.text.push_str(", student: ja");
        }
        if self.random.chance(5) {
            self.text.push_str(", jonggehandicapt: ja");
        }
        if old && self.random.chance(15) {
            write!(self.text, ", aow_opbouwjaren: {}", self.random.below(50)).unwrap();
        }
    }

    fn wealth(&mut self) {
        let most = match self.applies {
            true => self.random.pick(&[200_000, 600_000, 2_000_000]),
            false => self.random.pick(&[200_000, 3_000_000, 3_000_000, 20_000_000]),
        };
        write!(self.text, ", spaargeld: {}", amount(self.random.below(most))).unwrap();
        if self.random.chance(20) {
            write!(self.text, ", overig_vermogen: {}", amount(self.random.below(most))).unwrap();
        }
        if self.random.chance(20) {
            write!(self.text, ", schulden: {}", amount(self.random.below(1_500_000))).unwrap();
        }
        self.text.push_str("}\n");
    }

    /// A child, not born before a year; now and then nobody's own.
    fn child(&mut self, after: i16, partner: bool) {
        let oldest = i64::from(self.day.year() - after).min(24);
        let years = self.random.below(oldest + 1);
        let born = self.born(years);
        let parents = match self.random.below(8) {
            0 => ", ouders: [Sam]",
            1 if partner => ", ouders: [Bo]",
            2 => ", ouders: []",
            _ => "",
        };
        let name = format!("P{}", self.persons);
        self.person(&name, "kind", born, parents);
        if years >= 13 && self.random.chance(50) {
            write!(self.text, ", loon: {}", amount(self.random.below(1_500_000))).unwrap();
        }
        if self.random.chance(15) {
            write!(self.text, ", spaargeld: {}", amount(self.random.below(4_000_000))).unwrap();
        }
        if years < 13 && self.random.chance(55) {
            let kind = if years < 4 { "dagopvang" } else { "bso" };
            let kind = if self.random.chance(25) { "gastouder" } else { kind };
            let hours = 20 + self.random.below(230);
            let rate = 650 + self.random.below(650);
            let rate = amount(rate);
            write!(self.text, ", opvang: [{{soort: {kind}, uren: {hours}, uurtarief: {rate}}}]")
                .unwrap();
        }
        self.text.push_str("}\n");
    }

    fn co_resident(&mut self) {
        let born = match self.random.chance(20) {
            true => self.born(70),
            false => self.adult(false),
        };
        let minor = born > date(self.day.year() - 18, 1, 1);
        let kin = match self.random.pick(&["ouder", "kind", "broer_zus", "geen", "geen"]) {
            "kind" if minor => "geen",
            any => any,
        };
        let name = format!("P{}", self.persons);
        self.person(&name, "medebewoner", born, &format!(", verwantschap: {kin}"));
        if kin == "geen" && self.random.chance(40) {
            self.text.push_str(", commercieel_contract: ja");
        }
        self.income(born);
        self.wealth();
    }
}
