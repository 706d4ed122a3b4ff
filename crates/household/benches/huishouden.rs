//! One household on the built-in corpus: read, worked out, worked out with the full trace.
//!
//! Aims, on one core: without trace under 0.2 ms, with trace under 1 ms.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot start has nothing to report")]
#![allow(missing_docs, reason = "the groups criterion makes have no documentation")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use engine::exact::run;
use household::{Calculator, HouseholdFile};

/// A couple with two children and an ordinary income.
const FAMILY: &str = "\
rekendatum: 2026-01-15
huishouden:
  gemeente: Tilburg
  woning: {soort: huurwoning, kale_huur: 712.50}
  personen:
    - {naam: Sam, rol: aanvrager, geboortedatum: 1991-03-14, loon: 21000, spaargeld: 1200}
    - {naam: Bo, rol: partner, geboortedatum: 1993-06-30, samenleving: gehuwd, loon: 9500}
    - {naam: Noor, rol: kind, geboortedatum: 2019-09-02}
    - {naam: Jip, rol: kind, geboortedatum: 2012-02-29, spaargeld: 350.25}
";

fn household(c: &mut Criterion) {
    let corpus = builtin::corpus().unwrap();
    let file = HouseholdFile::read(FAMILY, "gezin.yaml").unwrap();
    let calculator = Calculator::new(&corpus, file.rekendatum).unwrap();
    let (model, plan, date) = (&corpus.model, calculator.plan(), file.rekendatum);
    let parameters = calculator.parameters();
    let data = file.objects(model).unwrap().data;

    let mut group = c.benchmark_group("huishouden");
    group.bench_function("een huishouden zonder spoor", |b| {
        b.iter(|| run(model, plan, parameters, date, black_box(data.clone())));
    });
    group.bench_function("een huishouden met volledig spoor", |b| {
        b.iter(|| {
            let outcome = run(model, plan, parameters, date, black_box(data.clone()));
            outcome.full_trace(model, plan)
        });
    });
    group.bench_function("bestand lezen en uitrekenen", |b| {
        b.iter(|| {
            let file = HouseholdFile::read(black_box(FAMILY), "gezin.yaml").unwrap();
            calculator.calculate(&file).unwrap().answers().unwrap()
        });
    });
    group.finish();
}

criterion_group!(benches, household);
criterion_main!(benches);
