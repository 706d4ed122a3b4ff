//! Whether work pays for a family with every kind of scheme: a wage from 0 to 100,000, all points,
//! jumps and bends with their rules.
//!
//! Aim: under 300 ms.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot start has nothing to report")]
#![allow(missing_docs, reason = "the groups criterion makes have no documentation")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use household::{Calculator, HouseholdFile, WorkQuestion};
use regelspraak::number::Number;

/// A couple with two children, childcare and a rented home, in a municipality with schemes.
const FAMILY: &str = "\
rekendatum: 2026-01-15
huishouden:
  gemeente: Tilburg
  woning: {soort: huurwoning, kale_huur: 712.50}
  personen:
    - {naam: Sam, rol: aanvrager, geboortedatum: 1991-03-14, loon: 21000, spaargeld: 1200}
    - {naam: Bo, rol: partner, geboortedatum: 1993-06-30, samenleving: gehuwd, loon: 9500}
    - {naam: Noor, rol: kind, geboortedatum: 2019-09-02, opvang: [{soort: bso, uren: 60, uurtarief: 9.8}]}
    - {naam: Jip, rol: kind, geboortedatum: 2023-02-28, opvang: [{uren: 120, uurtarief: 11}]}
";

fn work_pays(c: &mut Criterion) {
    let corpus = builtin::corpus().unwrap();
    let file = HouseholdFile::read(FAMILY, "gezin.yaml").unwrap();
    let calculator = Calculator::new(&corpus, file.rekendatum).unwrap();
    let calculation = calculator.calculate(&file).unwrap();
    let until = Some(Number::from(100_000));
    let question = WorkQuestion { until, ..WorkQuestion::default() };

    let mut group = c.benchmark_group("werkloont");
    group.sample_size(20);
    group.bench_function("een gezin van 0 tot 100.000", |b| {
        b.iter(|| black_box(calculation.work_pays(&question).unwrap()));
    });
    group.finish();
}

criterion_group!(benches, work_pays);
criterion_main!(benches);
