//! The whole corpus runs on columns, with the same answers as the exact executor: 20,000 random
//! households, many of them on an edge of the law, every derived property, to the cent.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod arrears;
mod compare;
#[path = "../sprongen/random.rs"]
mod random;
mod reforms;
mod writer;

use std::fmt::Write;

use corpus::Corpus;
use engine::data::{Data, InstanceId};
use engine::exact;
use household::{Calculator, HouseholdFile, Objects};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use regelspraak::model::{Model, Property, Type, Value};
use regelspraak::number::Number;

use compare::Rules;
use random::Random;
use writer::{Law, Writer};

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
    /// Those with a package of their municipality, and of all those who gets something by it.
    with_package: usize,
    individuele_inkomenstoeslag: usize,
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

/// What differs between households of a shape: fields, and what municipalities have laid down.
pub fn varying(corpus: &Corpus) -> Vec<Property> {
    let mut varying = household::objects::varying(&corpus.model);
    let schemes = corpus.policies.schemes().iter();
    varying.extend(schemes.flat_map(|scheme| &scheme.values).map(|value| value.property));
    varying
}

#[test]
fn twenty_thousand_households_have_the_same_answers() {
    let corpus = builtin::corpus().unwrap();
    let model = &corpus.model;
    let persoon = model.objecttype("Persoon").unwrap();
    let mut random = Random::new(20_260_115);
    let mut seen = Seen::default();
    for day in days() {
        let calculator = Calculator::new(&corpus, day).unwrap();
        let law = Law::on(&calculator);
        let varying = varying(&corpus);
        let mut households: Vec<(String, Objects, Vec<Data>)> = Vec::new();
        for _ in 0..EACH {
            let random = &mut random;
            let text = Writer { random, law: &law, day, text: String::new() }.household();
            let file = HouseholdFile::read(&text, "huishouden.yaml");
            let file = file.unwrap_or_else(|errors| panic!("{text}\n{errors:#?}"));
            let objects = calculator.objects(&file).unwrap();
            let mut ways = vec![objects.data.clone()];
            ways.resize_with(WAYS, || another_way(random, model, &varying, &objects, day));
            households.push((text, objects, ways));
        }
        let plan = calculator.plan().without_checks();
        let parameters = calculator.parameters();
        let rules = Rules { model, plan: &plan, parameters, day };
        let ways = households.iter().flat_map(|(_, _, ways)| ways.iter().cloned());
        let wanted = |property| model.property_type(property) != Type::Text;
        let about = |number: usize| households[number / WAYS].0.clone();
        let ways = ways.collect::<Vec<Data>>();
        for compared in rules.compare(&ways, varying, wanted, about) {
            seen.compared += compared.columns * compared.data;
            // In 2022 most amounts are missing, for some households more than for others.
            if day.year() > 2022 {
                seen.recounted += compared.recounted;
            }
        }
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
            let household = |name: &str| {
                let attribute = model.attribute(objects.huishouden.objecttype, name).unwrap();
                outcome.value(attribute, objects.huishouden)
            };
            if let Ok(Value::Number(amount)) = household("individuele inkomenstoeslag per jaar") {
                seen.with_package += 1;
                seen.individuele_inkomenstoeslag += usize::from(!amount.is_zero());
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
    assert!(seen.with_package > 100 && seen.individuele_inkomenstoeslag > 10, "{seen:?}");
    for count in [seen.eighteen_this_month, seen.born_on_leap_day] {
        assert!(count > 50, "{seen:?}");
    }
    // What lies on an edge by its wages does so no longer with a home or assets beside them.
    assert!(seen.at_the_threshold > 20 && seen.at_a_half > 10, "{seen:?}");
    assert!(seen.compared > 10_000_000, "{seen:?}");
    // What columns leave to the exact executor would agree with it anyway.
    assert!(seen.recounted < 200, "{seen:?}");
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
    let plan = calculator.plan().without_checks();
    let rules = Rules { model, plan: &plan, parameters: calculator.parameters(), day };
    let varying = household::objects::varying(model);
    let compared = rules.compare(&households, varying, |_| true, |number| number.to_string());
    assert!(compared.iter().all(|piece| (piece.data, piece.recounted) == (1, 0)));
    let [nobody, dozen] = [0, 1].map(|piece: usize| compared[piece].columns);
    assert!(nobody > 20 && dozen > 2_000, "{nobody} en {dozen}");
}
