//! The whole corpus runs on columns, with the same answers as the exact executor: 20,000 random
//! households, many of them on an edge of the law, every derived property, to the cent.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

use std::fmt::Write;

use engine::columnar::{Answer, Population, Prepared, Request, Wish};
use engine::data::{Data, InstanceId};
use engine::exact;
use household::{Calculator, HouseholdFile, Objects};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use regelspraak::model::{Model, Property, Type, Value};
use regelspraak::number::Number;

/// In each year with amounts, days at the start, middle and end of a month and around the leap
/// day.
fn days() -> Vec<Date> {
    let years = [2022i16, 2024, 2025, 2026].into_iter();
    let days = |year: i16| {
        let march = date(year, 3, 1);
        let february = march.yesterday().unwrap();
        [date(year, 1, 1), february, march, date(year, 7, 15), date(year, 12, 31)]
    };
    years.flat_map(days).collect()
}

/// So many households on each day, each in so many ways.
const EACH: usize = 100;
const WAYS: usize = 10;

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: i64) -> i64 {
        (self.next() % limit.max(1) as u64) as i64
    }

    fn chance(&mut self, percentage: i64) -> bool {
        self.below(100) < percentage
    }

    fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len() as i64) as usize]
    }
}

/// The amounts of the law on a day, in cents, and the percentages, in thousandths.
struct Law {
    premium: i64,
    threshold: i64,
    shares: [i64; 2],
    reduction: i64,
    wealth: [i64; 2],
    debts: i64,
    /// The incomes, alone and together, that leave exactly half an euro more than whole euros.
    halves: [Vec<i64>; 2],
}

impl Law {
    fn on(calculator: &Calculator<'_>) -> Law {
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
struct Writer<'r> {
    random: &'r mut Random,
    law: &'r Law,
    day: Date,
    text: String,
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
        write!(
            self.text,
            "    - {{naam: {name}, rol: {role}, geboortedatum: {born}{more}, zorgverzekerd: {}",
            if self.random.chance(15) { "nee" } else { "ja" }
        )
        .unwrap();
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
    fn household(mut self) -> String {
        let partner = self.random.chance(60);
        let together = usize::from(partner && self.random.chance(85));
        let soort = self.random.pick(&["huurwoning", "koopwoning", "inwonend"]);
        let day = self.day;
        writeln!(self.text, "rekendatum: {day}\nhuishouden:\n  woning: {{soort: {soort}}}")
            .unwrap();
        writeln!(self.text, "  personen:").unwrap();
        let income = self.income(together);
        let (owned, owed) = self.wealth(together);
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

/// What the households of the test were, so that it is known what they tested.
#[derive(Debug, Default)]
struct Seen {
    /// Those of whom the outcome is unknown, for want of an amount.
    unknown: usize,
    households: usize,
    persons: [usize; 9],
    paid: usize,
    partners: usize,
    over_the_limit: usize,
    at_the_limit: usize,
    at_the_threshold: usize,
    at_a_half: usize,
    eighteen_this_month: usize,
    born_on_leap_day: usize,
    compared: usize,
    recounted: usize,
}

/// The same household with other amounts and days: a cent or a day beside what they were, nothing
/// at all, or anything.
fn another_way(
    random: &mut Random,
    model: &Model,
    varying: &[Property],
    objects: &Objects,
    day: Date,
) -> Data {
    let mut data = objects.data.clone();
    for &property in varying {
        let Property::Attribute(attribute) = property else { continue };
        for it in objects.data.instances(model.property_owner(property)) {
            let value = match objects.data.value(attribute, it) {
                Value::Number(number) => {
                    let cent = Number::parse("0.01").unwrap();
                    let beside = match random.below(12) {
                        0 => number + &cent,
                        1 => number - &cent,
                        2 => Number::ZERO,
                        3 => Number::from(random.below(60_000)),
                        _ => continue,
                    };
                    Value::Number(beside)
                }
                Value::Date(born) => {
                    let other = match random.below(12) {
                        0 => born.tomorrow().unwrap(),
                        1 => born.yesterday().unwrap(),
                        2 => date(born.year() / 4 * 4, 2, 28).tomorrow().unwrap(),
                        3 => day.checked_sub((18 + 49 * random.below(2)).years()).unwrap(),
                        _ => continue,
                    };
                    Value::Date(other.min(day))
                }
                _ => continue,
            };
            // Not every amount fits its attribuut: some are whole, some never below zero.
            let _ = data.set(model, it, attribute, value);
        }
    }
    data
}

#[test]
fn twenty_thousand_households_have_the_same_answers() {
    let corpus = builtin::corpus().unwrap();
    let model = &corpus.model;
    let persoon = model.objecttype("Persoon").unwrap();
    let mut random = Random(20_260_115);
    let mut seen = Seen::default();
    for day in days() {
        let calculator = Calculator::new(&corpus, day).unwrap();
        let law = Law::on(&calculator);
        let varying = household::objects::varying(model);
        let mut population = Population::new(model, varying.clone());
        let mut households: Vec<(String, Objects, Vec<Data>)> = Vec::new();
        for _ in 0..EACH {
            let random = &mut random;
            let text = Writer { random, law: &law, day, text: String::new() }.household();
            let file = HouseholdFile::read(&text, "huishouden.yaml");
            let file = file.unwrap_or_else(|errors| panic!("{text}\n{errors:#?}"));
            let objects = file.objects(model).unwrap();
            let mut ways = vec![objects.data.clone()];
            ways.resize_with(WAYS, || another_way(random, model, &varying, &objects, day));
            ways.iter().for_each(|data| population.add(data));
            households.push((text, objects, ways));
        }
        let plan = calculator.plan().without_checks();
        let wishes: Vec<Wish> = plan
            .steps()
            .iter()
            .filter(|step| model.property_type(step.property) != Type::Text)
            .map(|step| Wish { property: step.property, decimals: 2 })
            .collect();
        let parameters = calculator.parameters();
        let prepared = Prepared::new(
            &population,
            &Request { fewest: 1, ..Request::new(&plan, parameters, day, &wishes) },
        )
        .unwrap();
        prepared
            .run(&population, |piece| {
                for (row, &household) in piece.households().iter().enumerate() {
                    let (text, _, ways) = &households[household as usize / WAYS];
                    let data = ways[household as usize % WAYS].clone();
                    let outcome = exact::run(model, &plan, parameters, day, data);
                    for (wish, instance, column) in piece.columns() {
                        let wish = wishes[wish];
                        let [expected, found] =
                            [wish.exact(&outcome, instance), column[row]].map(Answer::from);
                        let name = &model.property_name(wish.property).singular;
                        let of = outcome.data().id(instance);
                        assert_eq!(found, expected, "{text}\n{name} van {of}");
                    }
                }
                (piece.columns().count() * piece.households().len(), piece.recounted())
            })
            .into_iter()
            .for_each(|(compared, recounted)| {
                seen.compared += compared;
                // In 2022 most amounts are missing, for some households more than for others.
                seen.recounted += if day.year() == 2022 { 0 } else { recounted };
            });
        for (_, objects, _) in households {
            let data = objects.data.clone();
            let outcome = exact::run(model, &plan, parameters, day, data);
            let person = objects.personen[0];
            let is = |name: &str, person: InstanceId| {
                let kenmerk = model.kenmerk(persoon, name).unwrap();
                outcome.has(kenmerk, person) == Ok(true)
            };
            let value = |name: &str| {
                outcome.value(model.attribute(persoon, name).unwrap(), person).unwrap()
            };
            let cents = |name: &str| match value(name) {
                Value::Number(number) => (number.to_f64() * 100.0).round() as i64,
                other => panic!("{name}: {other:?}"),
            };
            // Without an amount of the AOW for that day, nothing more is known of this household.
            let claim = model.attribute(persoon, "aanspraak op zorgtoeslag").unwrap();
            if objects.personen.iter().any(|&it| outcome.value(claim, it).is_err()) {
                seen.unknown += 1;
                continue;
            }
            let together = usize::from(is("toeslagpartner", person));
            let beside = |amount: &str, edge: i64| (cents(amount) - edge).abs() <= 1;
            let Value::Date(born) = value("geboortedatum") else { panic!("niet geboren") };
            let right = |&it: &InstanceId| {
                is("recht op zorgtoeslag", it)
                    && is("aandeel in de toeslagen van het huishouden", it)
            };
            let pays = objects.personen.iter().any(right);
            let limit = law.wealth[together];
            let eighteen = born.year() + 18 == day.year() && born.month() == day.month();
            seen.households += 1;
            seen.persons[objects.personen.len()] += 1;
            seen.paid += usize::from(pays);
            seen.partners += together;
            seen.over_the_limit += usize::from(!is("binnen de vermogensgrens", person));
            seen.at_the_limit += usize::from(beside("gezamenlijke rendementsgrondslag", limit));
            seen.at_the_threshold +=
                usize::from(beside("gezamenlijk toetsingsinkomen", law.threshold));
            let Value::Number(claim) = value("aanspraak op zorgtoeslag") else { panic!("leeg") };
            seen.at_a_half += usize::from(claim.to_f64().fract() == 0.5);
            seen.eighteen_this_month += usize::from(eighteen);
            seen.born_on_leap_day += usize::from((born.month(), born.day()) == (2, 29));
        }
    }
    // Guards against households that test nothing.
    assert_eq!(seen.households + seen.unknown, 2_000);
    assert!(seen.unknown < 400, "{seen:?}");
    assert!(seen.persons[1..].iter().all(|&count| count > 20), "{seen:?}");
    for count in [seen.paid, seen.partners, seen.over_the_limit, seen.at_the_limit] {
        assert!((200..1_700).contains(&count), "{seen:?}");
    }
    for count in [seen.eighteen_this_month, seen.born_on_leap_day] {
        assert!(count > 50, "{seen:?}");
    }
    // What lies on an edge by its wages does so no longer with a home or assets beside them.
    assert!(seen.at_the_threshold > 20 && seen.at_a_half > 10, "{seen:?}");
    assert!(seen.compared > 10_000_000, "{seen:?}");
    // What columns leave to the exact executor would agree with it anyway.
    assert!(seen.recounted < 60, "{seen:?}");
}

/// A household that nobody is in, and one of twelve.
#[test]
fn nobody_and_a_dozen() {
    let corpus = builtin::corpus().unwrap();
    let model = &corpus.model;
    let day = date(2026, 2, 28);
    let calculator = Calculator::new(&corpus, day).unwrap();
    let mut nobody = Data::new(model);
    nobody.add(model, model.objecttype("Huishouden").unwrap(), "leeg").unwrap();
    let mut dozen = String::from("rekendatum: 2026-02-28\nhuishouden:\n  personen:\n");
    dozen.push_str("    - {rol: aanvrager, geboortedatum: 1984-02-29, loon: 31000}\n");
    for year in 2007..=2017 {
        writeln!(dozen, "    - {{rol: kind, geboortedatum: {year}-02-28, spaargeld: 100}}")
            .unwrap();
    }
    let dozen = HouseholdFile::read(&dozen, "twaalf.yaml").unwrap().objects(model).unwrap().data;
    let households = [nobody, dozen];
    let mut population = Population::new(model, household::objects::varying(model));
    households.iter().for_each(|data| population.add(data));
    let plan = calculator.plan().without_checks();
    let wish = |step: &engine::plan::Step| Wish { property: step.property, decimals: 2 };
    let wishes: Vec<Wish> = plan.steps().iter().map(wish).collect();
    let parameters = calculator.parameters();
    let prepared = Prepared::new(
        &population,
        &Request { fewest: 1, ..Request::new(&plan, parameters, day, &wishes) },
    )
    .unwrap();
    let compared = prepared.run(&population, |piece| {
        assert_eq!(piece.recounted(), 0);
        let data = households[piece.households()[0] as usize].clone();
        let outcome = exact::run(model, &plan, parameters, day, data);
        for (wish, instance, column) in piece.columns() {
            let expected = wishes[wish].exact(&outcome, instance);
            assert_eq!(Answer::from(column[0]), Answer::from(expected));
        }
        piece.columns().count()
    });
    assert!(compared[0] > 20 && compared[1] > 2_000, "{compared:?}");
}

/// A baseline with two reforms in one pass: what a reform touches comes out as the exact executor
/// has it with those parameters, and the rest is not answered again.
#[test]
fn reforms_come_out_beside_the_baseline() {
    let corpus = builtin::corpus().unwrap();
    let model = &corpus.model;
    let day = date(2026, 3, 15);
    let calculator = Calculator::new(&corpus, day).unwrap();
    let baseline = calculator.parameters();
    let with = |name: &str, value: &str| {
        let mut reform = baseline.clone();
        let value = Value::Number(Number::parse(value).unwrap());
        reform.set(model, model.parameter(name).unwrap(), value).unwrap();
        reform
    };
    let reforms = [
        with("drempelpercentage zonder toeslagpartner", "1,5"),
        with("tarief eerste schijf", "9,12"),
    ];
    let law = Law::on(&calculator);
    let mut random = Random(77);
    let mut population = Population::new(model, household::objects::varying(model));
    let mut households = Vec::new();
    for _ in 0..60 {
        let random = &mut random;
        let text = Writer { random, law: &law, day, text: String::new() }.household();
        let objects = HouseholdFile::read(&text, "f").unwrap().objects(model).unwrap();
        population.add(&objects.data);
        households.push(objects.data);
    }
    let wish =
        |it: &corpus::Outcome| Wish { property: Property::Attribute(it.attribute), decimals: 2 };
    let wishes: Vec<Wish> = corpus.outcomes.iter().map(wish).collect();
    let position = |name: &str| corpus.outcomes.iter().position(|it| it.name == name).unwrap();
    let plan = calculator.plan();
    for answered in [true, false] {
        let variants = [&reforms[0], &reforms[1]];
        let mut prepared = Prepared::new(
            &population,
            &Request {
                baseline: answered,
                variants: &variants,
                fewest: 1,
                ..Request::new(plan, baseline, day, &wishes)
            },
        )
        .unwrap();
        prepared.extend(&population).unwrap();
        let moved = prepared.run(&population, |piece| {
            let mut moved = [0; 2];
            assert_eq!(piece.columns().count() > 0, answered);
            for (row, &household) in piece.households().iter().enumerate() {
                let exactly = |parameters| {
                    let data = households[household as usize].clone();
                    exact::run(model, plan, parameters, day, data)
                };
                let before = exactly(baseline);
                for (wish, instance, column) in piece.columns() {
                    let expected = Answer::from(wishes[wish].exact(&before, instance));
                    assert_eq!(Answer::from(column[row]), expected);
                }
                for (variant, reform) in variants.iter().enumerate() {
                    let after = exactly(reform);
                    let mut answered = vec![false; wishes.len()];
                    for (wish, instance, column) in piece.changes(variant) {
                        answered[wish] = true;
                        let expected = Answer::from(wishes[wish].exact(&after, instance));
                        assert_eq!(Answer::from(column[row]), expected);
                        let first = Answer::from(wishes[wish].exact(&before, instance));
                        moved[variant] += usize::from(first != expected);
                    }
                    let touches = |name| answered[position(name)];
                    assert!(touches("zorgtoeslag_per_jaar") == (variant == 0));
                    assert!(touches("belasting_box1_voor_kortingen_per_jaar") == (variant == 1));
                    assert!(touches("netto_besteedbaar_inkomen_per_jaar"));
                    assert!(!touches("huurtoeslag_per_maand") && !touches("minimumloon_per_uur"));
                }
            }
            moved
        });
        let moved: [usize; 2] =
            [0, 1].map(|variant| moved.iter().map(|moved| moved[variant]).sum());
        assert!(moved[0] > 20 && moved[1] > 100, "{moved:?}");
    }
}
