//! Ten thousand households of four persons at once: columns against the exact executor.

#![allow(clippy::unwrap_used)]
// The groups criterion makes have no documentation.
#![allow(missing_docs)]

#[path = "../tests/common/mod.rs"]
mod common;

use std::hint::black_box;

use common::TODAY;
use common::household::{add, example, scheme};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use engine::columnar::{Population, Prepared, Request, Wish};
use engine::data::Data;
use engine::exact::run;
use engine::plan::Plan;
use regelspraak::model::Property;

const HOUSEHOLDS: usize = 10_000;

fn population(c: &mut Criterion) {
    let scheme = scheme();
    let model = &scheme.model;
    let plan = Plan::new(model, TODAY).unwrap();
    let each = |number| {
        let mut data = Data::new(model);
        add(&scheme, &mut data, number, &example(number));
        data
    };
    let all: Vec<Data> = (0..HOUSEHOLDS).map(each).collect();
    let varying = [scheme.geboortedatum, scheme.loon, scheme.soort].map(Property::Attribute);
    let build = || {
        let mut population = Population::new(model, varying.to_vec());
        all.iter().for_each(|data| population.add(data));
        population
    };
    let population = build();
    let wishes = [scheme.totaal, scheme.toeslag]
        .map(|attribute| Wish { property: Property::Attribute(attribute), decimals: 2 });
    let prepare = || {
        Prepared::new(&population, &Request::new(&plan, &scheme.parameters, TODAY, &wishes))
            .unwrap()
    };
    let prepared = prepare();
    let mut group = c.benchmark_group("10 000 households");
    group.sample_size(10).throughput(Throughput::Elements(HOUSEHOLDS as u64));
    group.bench_function("exact", |b| {
        b.iter(|| {
            for data in &all {
                black_box(run(model, &plan, &scheme.parameters, TODAY, data.clone()));
            }
        });
    });
    group.bench_function("into columns", |b| b.iter(build));
    group.bench_function("prepare", |b| b.iter(prepare));
    group.bench_function("columnar", |b| {
        b.iter(|| prepared.run(&population, |piece| black_box(piece.recounted())));
    });
    group.finish();
}

criterion_group!(benches, population);
criterion_main!(benches);
