//! One household of four persons, some 60 properties: plan, run, run with a full trace.
//!
//! Aims: a run under 0.2 ms, a run with a full trace under 1 ms, on one core.

#![allow(clippy::unwrap_used)]
// The groups criterion makes have no documentation.
#![allow(missing_docs)]

#[path = "../tests/common/mod.rs"]
mod common;

use std::hint::black_box;

use common::TODAY;
use common::household::{add, example, scheme};
use criterion::{Criterion, criterion_group, criterion_main};
use engine::data::Data;
use engine::exact::run;
use engine::plan::Plan;
use regelspraak::model::Property;

fn household(c: &mut Criterion) {
    let scheme = scheme();
    let model = &scheme.model;
    let plan = Plan::new(model, TODAY).unwrap();
    let mut data = Data::new(model);
    add(&scheme, &mut data, 0, &example(0));

    c.bench_function("plan", |b| b.iter(|| Plan::new(black_box(model), TODAY)));
    c.bench_function("run", |b| {
        b.iter(|| run(model, &plan, &scheme.parameters, TODAY, black_box(data.clone())));
    });
    let pruned = plan.for_outcomes(&[Property::Attribute(scheme.netto)]);
    c.bench_function("run, one outcome", |b| {
        b.iter(|| run(model, &pruned, &scheme.parameters, TODAY, black_box(data.clone())));
    });
    c.bench_function("run with full trace", |b| {
        b.iter(|| {
            let outcome = run(model, &plan, &scheme.parameters, TODAY, black_box(data.clone()));
            outcome.full_trace(model, &plan)
        });
    });
}

criterion_group!(benches, household);
criterion_main!(benches);
