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
use engine::columnar::{self, Columns};
use engine::data::Data;
use engine::exact::run;
use engine::plan::Plan;

const HOUSEHOLDS: usize = 10_000;

fn population(c: &mut Criterion) {
    let scheme = scheme();
    let model = &scheme.model;
    let plan = Plan::new(model, TODAY).unwrap();
    let mut data = Data::new(model);
    for number in 0..HOUSEHOLDS {
        add(&scheme, &mut data, number, &example(number));
    }
    let mut group = c.benchmark_group("10 000 households");
    group.sample_size(10).throughput(Throughput::Elements(HOUSEHOLDS as u64));
    group.bench_function("exact", |b| {
        b.iter(|| run(model, &plan, &scheme.parameters, TODAY, black_box(data.clone())));
    });
    group.bench_function("into columns", |b| b.iter(|| Columns::new(model, black_box(&data))));
    group.bench_function("columnar", |b| {
        b.iter_batched(
            || Columns::new(model, &data),
            |mut columns| {
                let done = columnar::run(model, &plan, &scheme.parameters, TODAY, &mut columns);
                done.map(|()| columns).ok()
            },
            criterion::BatchSize::LargeInput,
        );
    });
    group.finish();
}

criterion_group!(benches, population);
criterion_main!(benches);
