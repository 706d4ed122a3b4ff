//! Households of nine shapes on the built-in corpus, on columns.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot start has nothing to report")]
#![allow(missing_docs, reason = "the groups criterion makes have no documentation")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use engine::columnar::{Population, Prepared, Request, Wish};
use household::{Calculator, HouseholdFile, Objects};
use jiff::civil::{Date, date};
use regelspraak::model::{Model, Property, Value};
use regelspraak::number::Number;

/// The households on columns.
const HOUSEHOLDS: usize = 200_000;

const DAY: Date = date(2026, 1, 15);

/// The persons of each shape of household. Incomes and savings vary by household.
const SHAPES: [&[&str]; 9] = [
    &["rol: aanvrager, geboortedatum: 1971-03-14"],
    &["rol: aanvrager, geboortedatum: 1948-02-29"],
    &["rol: aanvrager, geboortedatum: 2007-12-20"],
    &[
        "rol: aanvrager, geboortedatum: 1990-05-12",
        "rol: partner, geboortedatum: 1991-09-03, samenleving: gehuwd",
    ],
    &[
        "rol: aanvrager, geboortedatum: 1990-05-12",
        "rol: partner, geboortedatum: 1991-09-03, samenleving: samenwonend",
    ],
    &[
        "rol: aanvrager, geboortedatum: 1985-01-01",
        "rol: partner, geboortedatum: 1986-09-03, samenleving: gehuwd, zorgverzekerd: nee",
        "rol: kind, geboortedatum: 2012-02-29",
    ],
    &[
        "rol: aanvrager, geboortedatum: 1980-11-30",
        "rol: partner, geboortedatum: 1984-09-03, samenleving: samenlevingscontract",
        "rol: kind, geboortedatum: 2008-01-15",
        "rol: kind, geboortedatum: 2016-04-01, schulden: 12.50",
    ],
    &["rol: aanvrager, geboortedatum: 1988-06-01", "rol: kind, geboortedatum: 2019-09-02"],
    &[
        "rol: aanvrager, geboortedatum: 1978-06-01",
        "rol: medebewoner, geboortedatum: 1995-01-01, verwantschap: broer_zus",
    ],
];

fn shape(model: &Model, persons: &[&str]) -> Objects {
    let mut text = format!("rekendatum: {DAY}\nhuishouden:\n  personen:\n");
    for person in persons {
        text.push_str(&format!("    - {{{person}}}\n"));
    }
    HouseholdFile::read(&text, "vorm.yaml").unwrap().objects(model).unwrap()
}

/// Households by number: the shapes in turn, with wages, debts and savings of their own.
fn households<'m>(model: &'m Model, shapes: &[Objects], count: usize) -> Population<'m> {
    let persoon = model.objecttype("Persoon").unwrap();
    let amount = |name| model.attribute(persoon, name).unwrap();
    let (wage, saved, debts) = (amount("loon"), amount("spaargeld"), amount("schulden"));
    let mut population = Population::new(model, household::objects::varying(model));
    for number in 0..count {
        let shape = &shapes[number % shapes.len()];
        let mut data = shape.data.clone();
        for (at, &person) in shape.personen.iter().enumerate() {
            let seed = number * 7 + at;
            let mut set = |attribute, cents: usize| {
                let value = Number::from(cents as i64).checked_div(&Number::from(100)).unwrap();
                data.set(model, person, attribute, Value::Number(value)).unwrap();
            };
            set(wage, seed * 104_729 % 5_000_000);
            set(saved, seed * 7_919_003 % 18_000_000);
            if number % 5 == 0 {
                set(debts, seed * 15_485_863 % 1_000_000);
            }
        }
        population.add(&data);
    }
    population
}

fn columns(c: &mut Criterion) {
    let corpus = builtin::corpus().unwrap();
    let model = &corpus.model;
    let calculator = Calculator::new(&corpus, DAY).unwrap();
    let wish =
        |it: &corpus::Outcome| Wish { property: Property::Attribute(it.attribute), decimals: 2 };
    let wishes: Vec<Wish> = corpus.outcomes.iter().map(wish).collect();
    let parameters = calculator.parameters();
    let shapes: Vec<Objects> = SHAPES.iter().map(|persons| shape(model, persons)).collect();
    let population = households(model, &shapes, HOUSEHOLDS);
    let plan = calculator.plan();
    let prepare =
        || Prepared::new(&population, &Request::new(plan, parameters, DAY, &wishes)).unwrap();
    let prepared = prepare();
    let recounted: usize = prepared.run(&population, |piece| piece.recounted()).iter().sum();
    eprintln!("recounted {recounted} of {HOUSEHOLDS}");

    let mut group = c.benchmark_group("kolommen");
    group.sample_size(10);
    group.bench_function("voorbereiden", |b| b.iter(prepare));
    group.throughput(Throughput::Elements(HOUSEHOLDS as u64));
    group.bench_function("alle uitkomsten", |b| {
        b.iter(|| prepared.run(&population, |piece| black_box(piece.recounted())));
    });
    group.finish();
}

criterion_group!(benches, columns);
criterion_main!(benches);
