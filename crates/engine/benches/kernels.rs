//! What one operation costs over a column: a rule with nothing but that operation, for a quarter of a
//! million instances, beside a rule that only copies its input. Prints instances per second.

#![allow(clippy::unwrap_used)]
// The groups criterion makes have no documentation.
#![allow(missing_docs)]

#[path = "../tests/common/mod.rs"]
mod common;

use std::hint::black_box;

use common::TODAY;
use common::build::{Build, decimals};
use common::words::*;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use engine::columnar::{Population, Prepared, Request, Wish};
use engine::data::Data;
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use regelspraak::model::*;
use regelspraak::number::Number;

const INSTANCES: usize = 1 << 18;

/// An attribuut of two others, and what is measured with it.
type Operation = (&'static str, fn(&Build, AttributeId, AttributeId) -> (Option<Condition>, Expr));

const OPERATIONS: [Operation; 6] = [
    ("kopie", |it, a, _| (None, it.zijn(a))),
    ("som", |it, a, b| (None, plus(it.zijn(a), it.zijn(b)))),
    ("product", |it, a, b| (None, times(it.zijn(a), it.zijn(b)))),
    ("quotient", |it, a, b| (None, divided(it.zijn(a), it.zijn(b)))),
    ("afronding", |it, a, b| {
        let product = times(times(it.zijn(a), it.zijn(b)), num("0,0673"));
        (None, rounded(product, 2))
    }),
    ("keuze", |it, a, b| (Some(compare(it.zijn(a), Comparison::Less, it.zijn(b))), it.zijn(b))),
];

fn kernels(c: &mut Criterion) {
    let mut group = c.benchmark_group("kernels");
    group.sample_size(20).throughput(Throughput::Elements(INSTANCES as u64));
    for (name, operation) in OPERATIONS {
        let mut build = Build::new();
        let ding = build.objecttype("Ding");
        let [a, b, out] = ["a", "b", "uit"].map(|it| build.attribute(ding, it, decimals(2)));
        // Of a quotient and a product as many decimals as there are.
        let (condition, value) = operation(&build, a, b);
        let out = match name {
            "product" | "quotient" => build.attribute(ding, "fijn", common::build::number()),
            _ => out,
        };
        match condition {
            Some(condition) => build.assign_if("uit", out, condition, value),
            None => build.assign("uit", out, value),
        };
        let model = &build.model;
        let parameters = ParameterValues::new(model);
        let plan = Plan::new(model, TODAY).unwrap();
        let mut population = Population::new(model, [a, b].map(Property::Attribute).to_vec());
        let mut example = Data::new(model);
        let one = example.add(model, ding, "een").unwrap();
        for attribute in [a, b] {
            example.set(model, one, attribute, Value::Number(Number::ONE)).unwrap();
        }
        let shape = population.shape(&example);
        population.extend(shape, INSTANCES, |column, out| {
            let of_row = |row: usize| 1 + (row * (7_919 + column * 104_729)) % 100_003;
            out.iter_mut().enumerate().for_each(|(row, out)| *out = of_row(row) as i32);
        });
        let wishes = [Wish { property: Property::Attribute(out), decimals: 2 }];
        let request = Request::new(&plan, &parameters, TODAY, &wishes);
        let prepared = Prepared::new(&population, &request).unwrap();
        let recounted: usize = prepared.run(&population, |piece| piece.recounted()).iter().sum();
        eprintln!("{name}: een voor een {recounted} van {INSTANCES}");
        group.bench_function(name, |bench| {
            bench.iter(|| prepared.run(&population, |piece| black_box(piece.recounted())));
        });
    }
    group.finish();
}

criterion_group!(benches, kernels);
criterion_main!(benches);
