//! Outcomes are continuous and monotone where the law says so: random households, one amount of
//! which rises along a path.
//!
//! Every jump of an unrounded amount is found to the cent and traced to the condition that turns.
//! It must be on the list of `sprongen.yaml`, with the rule and the article; and what is on the
//! list must be found. The same holds for what is rounded on the way, and for the exceptions of
//! the table in `monotone.rs`.
//!
//! `SPRONGEN_HUISHOUDENS=1000 cargo test -p household --test sprongen` looks at more households.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod cause;
mod findings;
mod households;
mod jump;
mod list;
mod monotone;
mod path;
mod random;
mod rare;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::OnceLock;

use corpus::Corpus;
use findings::Findings;
use jiff::civil::{Date, date};
use list::{Jump, List};
use monotone::{Except, TABLE};
use path::{Path, Walk, Year};
use random::Random;
use rare::RARE;

/// So many households on each day; more with `SPRONGEN_HUISHOUDENS`.
const HOUSEHOLDS: usize = 14;
/// So many more that apply for bijstand.
const APPLYING: usize = 6;
/// So many of the amounts of each household are varied.
const PATHS: usize = 5;
/// In so many steps, before halving.
const STEPS: i64 = 16;

/// In each year a day in both halves.
fn days() -> Vec<Date> {
    (2024..=2026).flat_map(|year| [date(year, 2, 15), date(year, 10, 15)]).collect()
}

fn corpus() -> &'static Corpus {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| builtin::corpus().unwrap())
}

fn list() -> List {
    List::read(include_str!("sprongen.yaml"), &corpus().model)
}

/// Everything that is found.
fn found() -> Findings {
    let households = std::env::var("SPRONGEN_HUISHOUDENS");
    let households: usize = households.map_or(HOUSEHOLDS, |number| number.parse().unwrap());
    let households = households + households * APPLYING / HOUSEHOLDS;
    let years: Vec<Year<'_>> = days().into_iter().map(|day| Year::new(corpus(), day)).collect();
    let years = &years;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let work = |first: usize| move || walk(years, (first..households).step_by(threads));
        let running: Vec<_> = (0..threads).map(|first| scope.spawn(work(first))).collect();
        let mut found = rare(years);
        running.into_iter().for_each(|thread| found.merge(thread.join().unwrap()));
        found
    })
}

fn rare(years: &[Year<'_>]) -> Findings {
    let mut found = Findings::default();
    for rare in &RARE {
        for year in years.iter().filter(|it| it.day.month() == 2) {
            if rare.years.contains(&year.day.year()) {
                let text = format!("rekendatum: {}\n{}", year.day, rare.text);
                let text = match rare.applies {
                    true => text,
                    false => {
                        text.replace("rol: aanvrager", "rol: aanvrager, bijstand_aangevraagd: nee")
                    }
                };
                let paths = Path::all(year, &text);
                for path in paths.iter().filter(|it| rare.amounts.contains(&it.amount.name)) {
                    let mut random = Random::new(0);
                    found.look_at(&Walk::along(path, STEPS, &mut random), &text);
                }
            }
        }
    }
    found
}

fn walk(years: &[Year<'_>], numbers: impl Iterator<Item = usize>) -> Findings {
    let mut found = Findings::default();
    for number in numbers {
        for year in years {
            let seed = number as u64 * 1_000_000 + year.day.year() as u64 * 100;
            let mut random = Random::new(seed + year.day.month() as u64);
            let applies = number % (HOUSEHOLDS + APPLYING) >= HOUSEHOLDS;
            let text = households::household(&mut random, year.day, applies);
            let mut paths = Path::all(year, &text);
            for _ in 0..PATHS.min(paths.len()) {
                let chosen = random.below(paths.len() as i64) as usize;
                let path = paths.swap_remove(chosen);
                found.look_at(&Walk::along(&path, STEPS, &mut random), &text);
            }
        }
    }
    found
}

/// One test, so that the walk is done once.
#[test]
fn outcomes_jump_and_move_as_the_law_says() {
    let found = found();
    let problems = [jumps(&found), rounding(&found), ways(&found)].concat();
    println!("{:?} paden, punten en omslagen", found.counts);
    assert!(problems.is_empty(), "{problems}");
    assert!(found.counts[0] >= 400 && found.counts[2] > 1_000, "{:?}", found.counts);
}

/// Every jump is on the list, and every jump on the list is found.
fn jumps(found: &Findings) -> String {
    let list = list();
    let mut problems = String::new();
    let mut seen: BTreeMap<Jump, BTreeSet<i16>> = BTreeMap::new();
    for (jump, (years, at)) in &found.jumps {
        let jump = list.listed(jump);
        let listed = list.years.get(&(jump.regel.clone(), jump.voorwaarde.clone()));
        if !list.jumps.contains(&jump) || !listed.is_some_and(|listed| years.is_subset(listed)) {
            writeln!(problems, "niet op de lijst, {years:?}: {jump:#?}\n{at}").unwrap();
        }
        seen.entry(jump).or_default().extend(years);
    }
    for jump in list.jumps.iter().filter(|jump| !seen.contains_key(jump)) {
        writeln!(problems, "op de lijst, maar niet gevonden: {jump:#?}").unwrap();
    }
    for ((regel, voorwaarde), listed) in &list.years {
        let same = seen.iter();
        let same = same.filter(|(jump, _)| jump.regel == *regel && jump.voorwaarde == *voorwaarde);
        let years: BTreeSet<i16> = same.flat_map(|(_, years)| years.clone()).collect();
        for year in listed.difference(&years) {
            writeln!(problems, "niet gevonden in {year}: {regel}, '{voorwaarde}'").unwrap();
        }
    }
    problems
}

/// All rounding behind an outcome is on the list.
fn rounding(found: &Findings) -> String {
    let list = list();
    let mut problems = String::new();
    let mut rounding = BTreeSet::new();
    for day in days() {
        let year = Year::new(corpus(), day);
        for step in year.plan.steps() {
            for rule in step.rules.iter().chain(&step.initial) {
                if rule.version(&corpus().model).text.contains("afgerond op") {
                    rounding.insert(corpus().model[rule.rule].name.clone());
                }
            }
        }
    }
    for rule in rounding.symmetric_difference(&list.rounding) {
        writeln!(problems, "afronding in de regels of op de lijst, niet in beide: {rule}").unwrap();
    }
    for (rule, at) in found.rounding.iter().filter(|(rule, _)| !list.rounding.contains(*rule)) {
        writeln!(problems, "een sprong zonder voorwaarde: {rule}, {at}").unwrap();
    }
    problems
}

/// Outcomes rise and fall as the table says.
fn ways(found: &Findings) -> String {
    let mut problems = String::new();
    for (position, line) in TABLE.iter().enumerate() {
        let what =
            format!("{} bij {:?} ({:?}, {})", line.outcome, line.with, line.way, line.source);
        if let Some(at) = found.against.get(&position) {
            writeln!(problems, "{what}: {at}").unwrap();
        }
        // Who applies for bijstand has it on a small part of a path only.
        let enough = if line.bijstand { 5 } else { 20 };
        if found.seen.get(&position).is_none_or(|count| *count < enough) {
            writeln!(problems, "{what}: te weinig gezien").unwrap();
        }
        for (number, except) in line.except.iter().enumerate() {
            if !found.excepted.contains(&(position, number)) {
                let (Except::Jump(name) | Except::When(name, _)) = except;
                writeln!(problems, "{what}: de uitzondering '{name}' is niet nodig").unwrap();
            }
        }
    }
    problems
}
