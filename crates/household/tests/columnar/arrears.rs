//! Arrears on columns: every amount of a Vordering, by the day and by the cent.

use engine::data::Data;
use household::Calculator;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use regelspraak::model::{Model, Property, Value};
use regelspraak::number::Number;

use crate::compare::Rules;
use crate::random::Random;

/// An amount near a limit of the rules, or anywhere.
fn principal(random: &mut Random) -> Number {
    const LIMITS: [i64; 11] =
        [45, 90, 454, 500, 1_250, 2_500, 5_000, 10_000, 12_500, 20_000, 25_000];
    let euro = match random.below(3) {
        0 => random.below(30_000),
        _ => random.pick(&LIMITS),
    };
    let cents = Number::from(100 * euro + random.below(3)).checked_div(&Number::from(100));
    &cents.unwrap() - &Number::parse("0,01").unwrap()
}

fn arrear(model: &Model, random: &mut Random, day: Date) -> Data {
    let vordering = model.objecttype("Vordering").unwrap();
    let mut data = Data::new(model);
    let it = data.add(model, vordering, "v").unwrap();
    let since = day.checked_sub((random.below(1_200) - 10).days()).unwrap();
    for (name, value) in [
        ("hoofdsom", Value::Number(principal(random))),
        ("datum van verzuim", Value::Date(since)),
        ("soort schuld", Value::Enumeration(random.below(2) as u16)),
    ] {
        data.set(model, it, model.attribute(vordering, name).unwrap(), value).unwrap();
    }
    let natural = model.kenmerk(vordering, "van een natuurlijk persoon").unwrap();
    data.mark(model, it, natural, random.below(2) == 0).unwrap();
    data
}

#[test]
fn arrears_have_the_same_answers() {
    let corpus = builtin::corpus().unwrap();
    let model = &corpus.model;
    let vordering = model.objecttype("Vordering").unwrap();
    let mut random = Random::new(20_240_301);
    for day in [date(2024, 12, 1), date(2025, 3, 1), date(2025, 12, 31), date(2026, 6, 30)] {
        let calculator = Calculator::new(&corpus, day).unwrap();
        let plan = calculator.plan().without_checks();
        let given = ["hoofdsom", "datum van verzuim", "soort schuld"];
        let given =
            given.map(|name| Property::Attribute(model.attribute(vordering, name).unwrap()));
        let natural = model.kenmerk(vordering, "van een natuurlijk persoon").unwrap();
        let varying = given.into_iter().chain([Property::Kenmerk(natural)]).collect();
        let arrears: Vec<Data> = (0..500).map(|_| arrear(model, &mut random, day)).collect();
        let rules = Rules { model, plan: &plan, parameters: calculator.parameters(), day };
        let wanted = |property| model.property_owner(property) == vordering;
        let about = |number: usize| format!("{:?}", arrears[number]);
        let compared = rules.compare(&arrears, varying, wanted, about);
        assert_eq!(compared.iter().map(|piece| piece.data).sum::<usize>(), 500);
    }
}
