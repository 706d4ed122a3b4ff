//! 100,000 households of nine shapes on the built-in corpus: on columns, whole and in pieces,
//! against the exact executor.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot start has nothing to report")]
#![allow(missing_docs, reason = "the groups criterion makes have no documentation")]

mod velen;

use std::hint::black_box;
use std::ops::Range;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use engine::columnar::{Columns, Prepared};
use engine::data::Data;
use engine::exact;
use engine::plan::Plan;
use household::{Calculator, HouseholdFile, Objects};
use jiff::civil::{Date, date};
use regelspraak::model::{Model, Property, Value};
use regelspraak::number::Number;

/// The households on columns.
const HOUSEHOLDS: usize = 100_000;
/// The households of the exact run, which is counted per household.
const SAMPLE: usize = 2_000;
/// So many households in a piece, when the columns are cut.
const PIECES: [usize; 3] = [1_000, 5_000, 20_000];

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
fn households(model: &Model, shapes: &[Objects], numbers: Range<usize>) -> Data {
    let persoon = model.objecttype("Persoon").unwrap();
    let amount = |name| model.attribute(persoon, name).unwrap();
    let (wage, saved, debts) = (amount("loon"), amount("spaargeld"), amount("schulden"));
    let mut data = Data::new(model);
    for number in numbers {
        let shape = &shapes[number % shapes.len()];
        let starts = velen::add(model, &mut data, shape, number).unwrap();
        for (at, &person) in shape.personen.iter().enumerate() {
            let mut person = person;
            person.index += starts[persoon.index()];
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
    }
    data
}

/// Stops when a property of a household differs between the executors.
fn must_agree(model: &Model, plan: &Plan, outcome: &exact::Outcome, columns: &Columns) {
    for step in plan.steps() {
        for it in outcome.data().instances(model.property_owner(step.property)) {
            let found = velen::difference(outcome, columns, step.property, it, it.position());
            let name = &model.property_name(step.property).singular;
            assert!(found.is_none(), "{name} van {it:?}: {found:?}");
        }
    }
}

fn columns(c: &mut Criterion) {
    let corpus = builtin::corpus().unwrap();
    let model = &corpus.model;
    let calculator = Calculator::new(&corpus, DAY).unwrap();
    let outcomes: Vec<Property> =
        corpus.outcomes.iter().map(|it| Property::Attribute(it.attribute)).collect();
    let plan = calculator.plan().for_outcomes(&outcomes);
    let parameters = calculator.parameters();
    let prepared = Prepared::new(model, &plan).unwrap();
    let shapes: Vec<Objects> = SHAPES.iter().map(|persons| shape(model, persons)).collect();

    let all = households(model, &shapes, 0..HOUSEHOLDS);
    let sample = households(model, &shapes, 0..SAMPLE);
    let outcome = exact::run(model, &plan, parameters, DAY, sample.clone());
    let mut worked_out = Columns::new(model, &all);
    prepared.run(parameters, DAY, &mut worked_out).unwrap();
    must_agree(model, &plan, &outcome, &worked_out);
    drop((outcome, worked_out));

    let mut group = c.benchmark_group("kolommen");
    group.sample_size(10);
    group.throughput(Throughput::Elements(SAMPLE as u64));
    group.bench_function("exact", |b| {
        b.iter_batched(
            || sample.clone(),
            |data| exact::run(model, &plan, parameters, DAY, data),
            BatchSize::LargeInput,
        );
    });
    group.throughput(Throughput::Elements(HOUSEHOLDS as u64));
    group.bench_function("in kolommen zetten", |b| {
        b.iter(|| Columns::new(model, black_box(&all)));
    });
    group.bench_function("in een keer", |b| {
        b.iter_batched(
            || Columns::new(model, &all),
            |mut columns| {
                prepared.run(parameters, DAY, &mut columns).unwrap();
                columns
            },
            BatchSize::LargeInput,
        );
    });
    drop(all);
    for piece in PIECES {
        let starts = (0..HOUSEHOLDS).step_by(piece);
        let pieces: Vec<Data> =
            starts.map(|start| households(model, &shapes, start..start + piece)).collect();
        group.bench_function(BenchmarkId::new("in stukken", piece), |b| {
            b.iter_batched(
                || pieces.iter().map(|data| Columns::new(model, data)).collect::<Vec<_>>(),
                |mut pieces| {
                    for columns in &mut pieces {
                        prepared.run(parameters, DAY, columns).unwrap();
                    }
                    pieces
                },
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, columns);
criterion_main!(benches);
