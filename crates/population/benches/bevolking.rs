//! A million households, from Parquet to totals: prints one figure a line, as `bench/run` wants.
//!
//! `BEVOLKING=DIR` keeps the files in a folder, for the next time. `VERGELIJK=N` works out the first N
//! households exactly as well, 20,000 unless it says otherwise; all of two million takes some ten
//! minutes: `VERGELIJK=2000000 cargo bench -p population --bench bevolking -- 2000000`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a benchmark that cannot start has nothing to report"
)]

#[path = "../tests/common/mod.rs"]
mod common;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use common::{Household, Random, household, tables};
use corpus::Corpus;
use engine::columnar::{Kept, Request};
use household::Calculator;
use jiff::civil::{Date, date};
use population::answers::{Total, totals_of};
use population::files::{Reader, Writer};
use population::intake::Intake;
use population::results::{Results, from_policy, wishes};
use rayon::prelude::*;
use regelspraak::model::Value;
use regelspraak::number::Number;

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const DAY: Date = date(2026, 1, 15);
/// So many households are read at a time.
const BATCH: usize = 180_000;

fn write(folder: &Path, count: usize) {
    let mut random = Random::new(2026);
    let mut writer = Writer::of_population(folder).unwrap();
    for first in (0..count).step_by(100_000) {
        let part = 100_000.min(count - first);
        let some: Vec<Household> = (0..part).map(|_| household(&mut random)).collect();
        let (households, members) = tables(&some, first as i64);
        writer.write(&[households, members]).unwrap();
    }
    writer.finish().unwrap();
}

/// The folder with the files of a population of this size.
fn files(count: usize) -> PathBuf {
    let folder = std::env::var("BEVOLKING").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|_| std::env::temp_dir().join("samenhang-bevolking"));
    let marker = folder.join(format!("{count} huishoudens"));
    if std::env::var("SCHRIJF").is_ok() {
        std::fs::create_dir_all(&folder).unwrap();
        write(&folder, count);
        std::fs::write(&marker, "").unwrap();
        std::process::exit(0);
    }
    if !marker.exists() {
        // In a process of its own, so that the peak of memory is that of the work.
        let _ = std::fs::remove_dir_all(&folder);
        let own = std::env::current_exe().unwrap();
        let mut writing = Command::new(own);
        let writing = writing.arg(count.to_string()).env("SCHRIJF", "1").env("BEVOLKING", &folder);
        assert!(writing.status().unwrap().success());
    }
    folder
}

fn peak_bytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    let kilobytes = line.split_whitespace().nth(1).and_then(|it| it.parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) * 1024.0
}

/// Adds the time since the last call.
struct Laps(Instant);

impl Laps {
    fn add(&mut self, total: &mut f64) {
        *total += self.0.elapsed().as_secs_f64();
        self.0 = Instant::now();
    }
}

/// Works out the files of a population into files of results; the seconds that took.
fn written(corpus: &Corpus, request: &Request<'_>, folder: &Path) -> f64 {
    let to = folder.join("uitkomsten");
    std::fs::create_dir_all(&to).unwrap();
    let (mut read, mut prepare, mut run) = (0.0, 0.0, 0.0);
    let (mut gather, mut write, mut finish) = (0.0, 0.0, 0.0);
    let start = Instant::now();
    let mut intake = Intake::new(&corpus.model).unwrap();
    let mut prepared = intake.prepare(request).unwrap();
    let results = Results::new(corpus, request).unwrap();
    let mut reader = Reader::open(folder, BATCH, &intake).unwrap();
    let mut writer = Writer::of_results(&to, &results).unwrap();
    let mut laps = Laps(Instant::now());
    while let Some(households) = reader.households().unwrap() {
        let persons = reader.persons(intake.persons_of(&households).unwrap()).unwrap();
        intake.clear();
        let order = intake.add(&households, &persons).unwrap();
        drop(persons);
        laps.add(&mut read);
        prepared.extend(intake.population()).unwrap();
        laps.add(&mut prepare);
        let answers = results.collect(&households, order).unwrap();
        laps.add(&mut gather);
        prepared.run(intake.population(), |piece| answers.take(&piece));
        laps.add(&mut run);
        let tables = answers.tables().unwrap();
        laps.add(&mut gather);
        writer.write(&tables).unwrap();
        laps.add(&mut write);
    }
    writer.finish().unwrap();
    laps.add(&mut finish);
    let size = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().metadata().unwrap().len();
    let bytes: u64 = std::fs::read_dir(&to).unwrap().map(size).sum();
    eprintln!(
        "lezen {read:.2} voorbereiden {prepare:.2} rekenen {run:.2} tabellen {gather:.2} \
         schrijven {write:.2} afronden {finish:.2} s, {:.0} MB, piek {:.0} MB",
        bytes as f64 / 1e6,
        peak_bytes() / 1e6
    );
    start.elapsed().as_secs_f64()
}

/// From Parquet to the totals of a baseline and a reform: the seconds it took, and the totals of both.
fn to_totals(corpus: &Corpus, request: &Request<'_>, folder: &Path) -> (f64, [Vec<Total>; 2]) {
    let policy = from_policy(corpus, request.moments[0].wishes);
    let mut totals = [(); 2].map(|()| vec![Total::default(); policy.len()]);
    let (mut read, mut prepare, mut run, mut recounted) = (0.0, 0.0, 0.0, 0);
    let start = Instant::now();
    let mut intake = Intake::new(&corpus.model).unwrap();
    let mut prepared = intake.prepare(request).unwrap();
    let mut reader = Reader::open(folder, BATCH, &intake).unwrap();
    let mut laps = Laps(Instant::now());
    while let Some(households) = reader.households().unwrap() {
        let persons = reader.persons(intake.persons_of(&households).unwrap()).unwrap();
        intake.clear();
        intake.add(&households, &persons).unwrap();
        drop((households, persons));
        laps.add(&mut read);
        prepared.extend(intake.population()).unwrap();
        laps.add(&mut prepare);
        let made = prepared.run(intake.population(), |piece| {
            let baseline = totals_of(piece.columns(), &policy);
            (baseline, totals_of(piece.changes(0), &policy), piece.recounted())
        });
        for (baseline, reform, again) in made {
            recounted += again;
            for (sums, piece) in totals.iter_mut().zip([baseline, reform]) {
                sums.iter_mut().zip(piece).for_each(|(sum, it)| *sum = sum.plus(it));
            }
        }
        laps.add(&mut run);
    }
    let seconds = start.elapsed().as_secs_f64();
    eprintln!("lezen {read:.2} voorbereiden {prepare:.2} rekenen {run:.2} s");
    eprintln!("vormen {} een voor een {recounted}", intake.population().shapes());
    (seconds, totals)
}

/// The seconds it takes to copy so many bytes from memory to memory, on all cores.
fn copying(bytes: usize) -> f64 {
    const PART: usize = 1 << 20;
    let (from, mut to) = (vec![1u8; bytes], vec![0u8; bytes]);
    median(|| {
        let parts = to.par_chunks_mut(PART).zip(from.par_chunks(PART));
        parts.for_each(|(to, from)| to.copy_from_slice(from));
        black_box(&to);
    })
}

fn main() {
    let count = std::env::args().find_map(|it| it.parse().ok()).unwrap_or(1_000_000);
    let folder = files(count);
    let corpus = builtin::corpus().unwrap();
    let calculator = Calculator::new(&corpus, DAY).unwrap();
    let wishes = wishes(&corpus);
    let (plan, parameters) = (calculator.plan(), calculator.parameters());

    let reform = |name: &str, value: &str| {
        let mut reform = parameters.clone();
        let value = Value::Number(Number::parse(value).unwrap());
        reform.set(&corpus.model, corpus.model.parameter(name).unwrap(), value).unwrap();
        reform
    };
    let bracket = reform("tarief eerste schijf", "8,25");

    // From Parquet to the totals of a baseline and a reform; five times, since memory that was not used
    // lately is slow at first.
    let variants = [&bracket];
    let request = Request::new(plan, parameters, DAY, &wishes).with_variants(&variants);
    let mut runs: Vec<_> = (0..5).map(|_| to_totals(&corpus, &request, &folder)).collect();
    runs.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (seconds, totals) = runs.swap_remove(2);
    println!("huishoudens_per_seconde_totaal {:.0}", count as f64 / seconds);
    println!("bytes_per_huishouden {:.0}", peak_bytes() / count as f64);
    let [baseline, reformed] = totals;
    for ((outcome, before), after) in corpus.outcomes.iter().zip(&baseline).zip(&reformed) {
        let Total { cents, receive, unknown } = before;
        let after = after.cents / 100.0;
        eprintln!("{} {:.0} {receive} {unknown}; {after:.0}", outcome.name, cents / 100.0);
    }

    // From Parquet to Parquet.
    let all = Request::new(plan, parameters, DAY, &wishes);
    let seconds = written(&corpus, &all, &folder);
    println!("huishoudens_per_seconde_naar_parquet {:.0}", count as f64 / seconds);

    // The same answers as the exact executor, of the baseline and of the reform.
    let compared: usize =
        std::env::var("VERGELIJK").ok().and_then(|it| it.parse().ok()).unwrap_or(20_000);
    let mut intake = Intake::new(&corpus.model).unwrap();
    let mut reader = Reader::open(&folder, BATCH.min(compared), &intake).unwrap();
    let every = Request { fewest: 1, ..request.clone() };
    let mut prepared = intake.prepare(&every).unwrap();
    let mut differences = 0;
    let (mut households_compared, mut answers, mut recounted) = (0, 0, 0);
    while households_compared < compared {
        let Some(households) = reader.households().unwrap() else { break };
        let persons = reader.persons(intake.persons_of(&households).unwrap()).unwrap();
        intake.clear();
        intake.add(&households, &persons).unwrap();
        prepared.extend(intake.population()).unwrap();
        let agreement = prepared.compare(intake.population());
        differences += agreement.differences;
        answers += agreement.answers;
        recounted += agreement.recounted;
        households_compared += households.num_rows();
    }
    eprintln!(
        "vergeleken: {households_compared} huishoudens, {answers} antwoorden, {recounted} exact"
    );
    println!("verschillen_exact {differences}");

    // All of them in memory, every shape on columns.
    let mut intake = Intake::new(&corpus.model).unwrap();
    let mut reader = Reader::open(&folder, BATCH, &intake).unwrap();
    while let Some(households) = reader.households().unwrap() {
        let persons = reader.persons(intake.persons_of(&households).unwrap()).unwrap();
        intake.add(&households, &persons).unwrap();
    }
    let population = intake.population();
    let every = Request { fewest: 1, ..Request::new(plan, parameters, DAY, &wishes) };
    let prepared = intake.prepare(&every).unwrap();
    let recounted: usize = prepared.run(population, |piece| piece.recounted()).iter().sum();
    eprintln!("een voor een {recounted}");
    let time = median(|| {
        black_box(prepared.run(population, |piece| black_box(piece.recounted())));
    });
    println!("huishoudens_per_seconde_kern {:.0}", count as f64 / time);
    let answers =
        prepared.run(population, |piece| piece.columns().count() * piece.households().len());
    let bytes = population.bytes() + answers.iter().sum::<usize>() * 8;
    println!("verhouding_kopie {:.1}", time / copying(bytes));
    // What a change of a parameter costs after that: one percentage is turned, and all outcomes
    // that it may change are worked out.
    for (name, parameter, [first, then]) in [
        ("", "drempelpercentage zonder toeslagpartner", ["1,8", "1,9"]),
        ("_eerste_schijf", "tarief eerste schijf", ["8,1", "8,3"]),
    ] {
        let [first, then] = [first, then].map(|value| reform(parameter, value));
        let variants = [&first, &then];
        let request = every.clone().with_variants(&variants);
        let mut kept = Kept::new(intake.prepare(&request).unwrap(), population);
        let memory = peak_bytes();
        kept.turn(vec![vec![then.clone()]]).unwrap();
        let recounted: usize = kept.run(|piece| piece.recounted()).iter().sum();
        eprintln!("{parameter}: een voor een {recounted}, {:.0} MB", memory / 1e6);
        let time = median(|| {
            kept.turn(vec![vec![then.clone()]]).unwrap();
            black_box(kept.run(|piece| black_box(piece.recounted())));
        });
        println!("hervorming{name}_seconden {time:.3}");
    }
}

/// The median of nine times.
fn median(mut run: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..9)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
