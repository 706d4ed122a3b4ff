//! Arrears on columns: every amount of a Vordering, by the day and by the cent.

use engine::columnar::{Answer, Population, Prepared, Request, Wish};
use engine::data::Data;
use engine::exact;
use household::Calculator;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use regelspraak::model::{Model, Property, Value};
use regelspraak::number::Number;

use crate::Random;

/// An amount near a limit of the rules, or anywhere.
fn principal(random: &mut Random) -> Number {
    const LIMITS: [i64; 10] = [45, 90, 454, 500, 1_250, 2_500, 5_000, 10_000, 12_500, 20_000];
    let euro = match random.below(3) {
        0 => random.below(25_000),
        _ => LIMITS[random.below(10) as usize],
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
        let mut population = Population::new(model, varying);
        let arrears: Vec<Data> = (0..500).map(|_| arrear(model, &mut random, day)).collect();
        arrears.iter().for_each(|data| population.add(data));
        let steps = plan.steps().iter();
        let wishes: Vec<Wish> = steps
            .filter(|step| model.property_owner(step.property) == vordering)
            .map(|step| Wish { property: step.property, decimals: 2 })
            .collect();
        let parameters = calculator.parameters();
        let request = Request { fewest: 1, ..Request::new(&plan, parameters, day, &wishes) };
        let prepared = Prepared::new(&population, &request).unwrap();
        let compared = prepared.run(&population, |piece| {
            for (row, &household) in piece.households().iter().enumerate() {
                let data = arrears[household as usize].clone();
                let outcome = exact::run(model, &plan, parameters, day, data);
                for (wish, instance, column) in piece.columns() {
                    let wish = wishes[wish];
                    let [expected, found] =
                        [wish.exact(&outcome, instance), column[row]].map(Answer::from);
                    let name = &model.property_name(wish.property).singular;
                    let given = given.map(|it| outcome.property(it, instance));
                    assert_eq!(expected, found, "{name} on {day} of {given:?}");
                }
            }
            piece.households().len()
        });
        assert_eq!(compared.iter().sum::<usize>(), 500);
    }
}
