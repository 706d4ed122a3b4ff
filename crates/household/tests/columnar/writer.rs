//! Random households, many of them on an edge of the law.

use std::fmt::Write;

use household::Calculator;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use regelspraak::model::Value;

use crate::random::Random;

/// The amounts of the law on a day, in cents, and the percentages, in thousandths.
pub struct Law {
    pub premium: i64,
    pub threshold: i64,
    pub shares: [i64; 2],
    pub reduction: i64,
    pub wealth: [i64; 2],
    pub debts: i64,
    /// The incomes, alone and together, that leave exactly half an euro more than whole euros.
    pub halves: [Vec<i64>; 2],
}

impl Law {
    pub fn on(calculator: &Calculator<'_>) -> Law {
        let model = &calculator.corpus().model;
        let scaled = |name: &str, by: f64| {
            let parameter = model.parameter(name).expect(name);
            match calculator.parameters().get(parameter, calculator.plan().date()).unwrap() {
                Value::Number(number) => (number.to_f64() * by).round() as i64,
                other => panic!("{name}: {other:?}"),
            }
        };
        let cents = |name: &str| scaled(name, 100.0);
        let thousandths = |name: &str| scaled(name, 1000.0);
        let law = Law {
            premium: cents("standaardpremie"),
            threshold: cents("drempelinkomen"),
            shares: [
                thousandths("drempelpercentage zonder toeslagpartner"),
                thousandths("drempelpercentage met toeslagpartner"),
            ],
            reduction: thousandths("afbouwpercentage zorgtoeslag"),
            wealth: [
                cents("vermogensgrens zorgtoeslag zonder toeslagpartner"),
                cents("vermogensgrens zorgtoeslag met toeslagpartner"),
            ],
            debts: cents("schuldendrempel"),
            halves: [Vec::new(), Vec::new()],
        };
        Law { halves: [0, 1].map(|together| law.halves(together)), ..law }
    }

    /// In hundred-thousandths of a cent, in which every amount is whole.
    fn halves(&self, together: usize) -> Vec<i64> {
        let full = self.premium * (1 + together as i64) * 100_000;
        let most = full - self.shares[together] * self.threshold;
        let half = |above: &i64| (most - self.reduction * above - 5_000_000) % 10_000_000 == 0;
        (0..most / self.reduction).filter(half).map(|above| self.threshold + above).collect()
    }

    /// The income, in cents, of which about this amount of zorgtoeslag a year is left.
    fn income_for(&self, cents: i64, together: usize) -> i64 {
        let full = self.premium * (1 + together as i64);
        let norm = self.shares[together] * self.threshold / 100_000;
        self.threshold + (full - norm - cents) * 100_000 / self.reduction
    }
}

/// Writes a household file for a day.
pub struct Writer<'r> {
    pub random: &'r mut Random,
    pub law: &'r Law,
    pub day: Date,
    pub text: String,
}

fn amount(cents: i64) -> String {
    let (sign, cents) = (if cents < 0 { "-" } else { "" }, cents.abs());
    format!("{sign}{}.{:02}", cents / 100, cents % 100)
}

impl Writer<'_> {
    /// An income together, in cents: around an edge, or anything.
    fn income(&mut self, together: usize) -> i64 {
        let beside = self.random.below(3) - 1;
        let around = match self.random.below(8) {
            0 => return self.random.below(9_000_000),
            1 => return self.random.below(2) * 1_000_000,
            6 if !self.law.halves[together].is_empty() => {
                let halves = self.law.halves[together].len() as i64;
                self.law.halves[together][self.random.below(halves) as usize]
            }
            2 => self.law.threshold,
            3 => self.law.income_for(0, together),
            // From 23.50 it is rounded to the least that is paid out.
            4 => self.law.income_for(2_350, together),
            // About half an euro more than a whole number, or less than twelve times one.
            5 => {
                let euros = 24 + self.random.below(1_000);
                self.law.income_for(euros * 100 + 50, together)
            }
            _ => {
                let euros = 12 * (2 + self.random.below(200));
                self.law.income_for(euros * 100 - 50, together)
            }
        };
        (around + beside).max(0)
    }

    /// What somebody owns and owes, in cents, around the limit for one or for two.
    fn wealth(&mut self, together: usize) -> (i64, i64) {
        let beside = self.random.below(3) - 1;
        let exempt = self.law.debts * (1 + together as i64);
        let debts = match self.random.below(4) {
            0 => exempt + self.random.below(3) - 1,
            1 => self.random.below(4_000_000),
            _ => 0,
        };
        let base = match self.random.below(3) {
            0 => self.random.below(3_000_000),
            _ => self.law.wealth[together] + beside,
        };
        (base + (debts - exempt).max(0), debts)
    }

    fn born_around(&mut self, years: i64) -> Date {
        let birthday = self.day.checked_sub(years.years()).unwrap();
        let shift = self.random.pick(&[-366, -31, -2, -1, 0, 1, 2, 15, 31]);
        let other = birthday.checked_add(shift.days()).unwrap();
        let new_year = date(birthday.year(), 1, 1);
        let month = birthday.first_of_month();
        let list =
            [other, month, month.yesterday().unwrap(), new_year, new_year.yesterday().unwrap()];
        self.random.pick(&list)
    }

    /// The day of birth of somebody of 16 or older.
    fn adult(&mut self) -> Date {
        match self.random.below(8) {
            0 | 1 => self.born_around(18),
            // Until 2024 27 years on 1 January mattered for close relatives.
            2 => self.born_around(27),
            3 => {
                let year = 1940 + 4 * self.random.below(16) as i16;
                date(year, 2, 29)
            }
            _ => self.day.checked_sub((6_600 + self.random.below(24_000)).days()).unwrap(),
        }
    }

    fn child(&mut self, after: Date) -> Date {
        let born = match self.random.below(5) {
            0 => self.born_around(18),
            1 => self.day.checked_sub(self.random.below(3).days()).unwrap(),
            2 => date(2000 + 4 * self.random.below(6) as i16, 2, 29),
            _ => self.day.checked_sub(self.random.below(9_000).days()).unwrap(),
        };
        born.max(after.tomorrow().unwrap()).min(self.day)
    }

    fn person(&mut self, name: &str, role: &str, born: Date, more: &str) {
        let insured = if self.random.chance(15) { "nee" } else { "ja" };
        write!(
            self.text,
            "    - {{naam: {name}, rol: {role}, geboortedatum: {born}{more}, zorgverzekerd: {insured}",
        )
        .unwrap();
        if role != "kind" {
            if self.random.chance(25) {
                self.text.push_str(", bijstand_aangevraagd: nee");
            }
            let months = self.random.pick(&[0, 35, 36, 59, 60, 120, 120, 120, 120, 120]);
            write!(self.text, ", maanden_laag_inkomen: {months}").unwrap();
        }
    }

    /// An income, spread over the kinds there are.
    fn spread(&mut self, cents: i64) {
        let (mut wage, mut text) = (cents, String::new());
        for kind in ["pensioen", "uitkering"] {
            if self.random.chance(20) {
                let part = self.random.below(wage + 1);
                wage -= part;
                write!(text, ", {kind}: {}", amount(part)).unwrap();
            }
        }
        if self.random.chance(15) {
            let profit = (self.random.below(2_000_000) - 1_000_000).min(wage);
            wage -= profit;
            write!(text, ", winst: {}", amount(profit)).unwrap();
        }
        let premium = if self.random.chance(15) { self.random.below(300_000) } else { 0 };
        write!(self.text, "{text}, loon: {}", amount(wage + premium)).unwrap();
        if premium > 0 {
            write!(self.text, ", pensioenpremie: {}", amount(premium)).unwrap();
        }
    }

    fn owns(&mut self, cents: i64, debts: i64) {
        let saved = if self.random.chance(70) { cents } else { self.random.below(cents + 1) };
        let (other, debts) = (amount(cents - saved), amount(debts));
        let saved = amount(saved);
        writeln!(self.text, ", spaargeld: {saved}, overig_vermogen: {other}, schulden: {debts}}}")
            .unwrap();
    }

    /// A household of one to eight persons.
    pub fn household(mut self) -> String {
        let partner = self.random.chance(60);
        let together = usize::from(partner && self.random.chance(85));
        let soort = self.random.pick(&["huurwoning", "koopwoning", "inwonend"]);
        let day = self.day;
        writeln!(self.text, "rekendatum: {day}\nhuishouden:\n  woning: {{soort: {soort}}}")
            .unwrap();
        // With a package, with one that says little, without one, and unknown.
        let places = [
            "Tilburg",
            "Delft",
            "Utrecht",
            "Zwolle",
            "Oss",
            "Rotterdam",
            "Alphen aan den Rijn",
            "Gouda",
            "Helmond",
            "Ede",
            "",
        ];
        let place = self.random.pick(&places);
        if !place.is_empty() {
            writeln!(self.text, "  gemeente: {place}").unwrap();
        }
        writeln!(self.text, "  personen:").unwrap();
        let mut income = self.income(together);
        let (mut owned, mut owed) = self.wealth(together);
        // Who gets something from the municipality has little.
        if self.random.chance(20) {
            income = self.random.pick(&[0, 600_037, 1_910_700, 2_155_200, 2_155_300, 3_014_400]);
            (owned, owed) = (self.random.below(300_000), 0);
        }
        let part = |random: &mut Random, all: i64| match partner {
            true => random.below(all + 1),
            false => 0,
        };
        let of_partner = part(self.random, income);
        let (owned_by_partner, owed_by_partner) =
            (part(self.random, owned), part(self.random, owed));
        let (one, mut other) = (self.adult(), self.adult());
        // Now and then the partner is the child of the aanvrager.
        let relative = partner && self.random.chance(8);
        // Persons whose income is theirs, in the order of the file.
        self.person("Sam", "aanvrager", one, "");
        self.spread(income - of_partner);
        self.owns(owned - owned_by_partner, owed - owed_by_partner);
        let mut persons = 1;
        if partner {
            let youngest = day.checked_sub(16.years()).unwrap();
            other = other.min(youngest);
            let form = self.random.pick(&["gehuwd", "samenlevingscontract", "samenwonend"]);
            let mut more = format!(", samenleving: {form}");
            if relative && form != "gehuwd" && one.year() + 12 <= other.year() {
                more.push_str(", ouders: [Sam]");
            }
            self.person("Bo", "partner", other, &more);
            self.spread(of_partner);
            self.owns(owned_by_partner, owed_by_partner);
            persons += 1;
        }
        let any = 1 + self.random.below(8) as usize;
        let most = self.random.pick(&[persons, persons, persons + 1, any, any]);
        while persons < most {
            self.another(persons, partner, one, other);
            persons += 1;
        }
        self.text
    }

    fn another(&mut self, number: usize, partner: bool, one: Date, other: Date) {
        let name = format!("P{number}");
        let youngest = if partner { one.max(other) } else { one };
        let after = youngest.checked_add(12.years()).unwrap();
        if self.random.chance(25) || after >= self.day {
            let born = self.adult();
            let minor = born > date(self.day.year() - 18, 1, 1);
            let kind = match self.random.pick(&["ouder", "kind", "broer_zus", "geen"]) {
                "kind" if minor => "geen",
                any => any,
            };
            self.person(&name, "medebewoner", born, &format!(", verwantschap: {kind}"));
            let income = self.random.below(5_000_000);
            self.spread(income);
            self.owns(0, 0);
            return;
        }
        let parents = match self.random.below(4) {
            0 => ", ouders: [Sam]",
            1 if partner => ", ouders: [Bo]",
            2 if partner => ", ouders: [Sam, Bo]",
            _ => "",
        };
        let born = self.child(after);
        self.person(&name, "kind", born, parents);
        let (mut saved, mut debts) = (0, 0);
        if self.random.chance(20) {
            saved = self.random.pick(&[1, 2, 33, 100_001]);
            debts = self.random.pick(&[0, 0, 1, 370_001]);
        }
        self.owns(saved, debts);
    }
}
