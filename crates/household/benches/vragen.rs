//! Which questions still matter for a family of which nothing but the birth dates is known.
//!
//! Aim: under 5 ms.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot start has nothing to report")]
#![allow(missing_docs, reason = "the groups criterion makes have no documentation")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use engine::language::Language;
use household::{Asked, Calculator, HouseholdFile};

const FAMILY: &str = "\
rekendatum: 2026-01-15
huishouden:
  personen:
    - {naam: Sam, rol: aanvrager, geboortedatum: 1991-03-14}
    - {naam: Bo, rol: partner, geboortedatum: 1993-06-30}
    - {naam: Noor, rol: kind, geboortedatum: 2019-09-02}
    - {naam: Jip, rol: kind, geboortedatum: 2012-02-28}
";

fn questions(c: &mut Criterion) {
    let corpus = builtin::corpus().unwrap();
    let mut group = c.benchmark_group("vragen");
    for (name, more) in [
        ("alleen de geboortedata", ""),
        (
            "met het inkomen en het vermogen van de een",
            ", loon: 31000, winst: 0, pensioen: 0, uitkering: 0, pensioenpremie: 0, spaargeld: 1000, \
             overig_vermogen: 0, schulden: 0, bijstand_aangevraagd: nee",
        ),
    ] {
        let text = FAMILY.replace("1991-03-14", &format!("1991-03-14{more}"));
        let file = HouseholdFile::read(&text, "gezin.yaml").unwrap();
        let calculator = Calculator::new(&corpus, file.rekendatum).unwrap();
        group.bench_function(name, |b| {
            b.iter(|| {
                black_box(calculator.questions(&file, Asked::default(), Language::Dutch).unwrap())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, questions);
criterion_main!(benches);
