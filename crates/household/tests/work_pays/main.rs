//! Whether work pays: every point at which the net income jumps or bends, whatever the range it is
//! looked for in, and each with its rule.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod grid;
#[path = "../sprongen/households.rs"]
mod households;
#[path = "../sprongen/random.rs"]
mod random;

use std::fmt::Write;
use std::sync::OnceLock;

use corpus::Corpus;
use household::work_pays::{PARTS, Quantity, WorkBreak};
use household::{Calculator, HouseholdFile, WorkError, WorkPays, WorkQuestion};
use jiff::civil::{Date, date};
use random::Random;
use regelspraak::number::Number;

fn corpus() -> &'static Corpus {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| builtin::corpus().unwrap())
}

/// A single parent with two children who rents for 674, in 2024.
fn single_parent(applies: &str) -> String {
    format!(
        "rekendatum: 2024-03-01
huishouden:
  woning: {{kale_huur: 674}}
  personen:
    - {{naam: Sam, rol: aanvrager, geboortedatum: 1990-01-01, bijstand_aangevraagd: {applies}}}
    - {{naam: Noor, rol: kind, geboortedatum: 2013-01-01}}
    - {{naam: Bo, rol: kind, geboortedatum: 2017-01-01}}
"
    )
}

fn ask(text: &str, question: &WorkQuestion<'_>) -> Result<WorkPays, WorkError> {
    let file = HouseholdFile::read(text, "huishouden.yaml").unwrap();
    let calculator = Calculator::new(corpus(), file.rekendatum).unwrap();
    calculator.calculate(&file).unwrap().work_pays(question)
}

fn between<'q>(from: &str, until: &str) -> WorkQuestion<'q> {
    let number = |text| Some(Number::parse(text).unwrap());
    WorkQuestion { from: number(from), until: number(until), ..WorkQuestion::default() }
}

/// A breakpoint in a line: the wage, what happens to the net income, and the rules.
fn line(found: &WorkBreak) -> String {
    let cents = |number: &Number| format!("{:.2}", number.to_f64());
    let slope = |slope: &Option<Number>| slope.as_ref().map_or(0.0, Number::to_f64);
    let mut line = format!("{:>9} ", cents(&found.gross));
    match found.jumps {
        true => write!(line, "sprong {:>9}  ", cents(&found.jump)).unwrap(),
        false => {
            let [before, after] = found.slopes.each_ref().map(slope);
            write!(line, "knik {before:>6.3} {after:>6.3} ").unwrap();
        }
    }
    let parts = found.parts.iter().map(|it| it.0).chain(found.bent.iter().copied());
    let parts: Vec<&str> = parts.map(|part| PARTS[part].key).collect();
    let rules = found.rules.iter().map(|it| {
        let sources = it.rule.bronnen.join("; ");
        format!("{} [{}] ({sources})", it.rule.naam, it.words)
    });
    line + &parts.join(", ") + ": " + &rules.collect::<Vec<_>>().join(" + ")
}

/// All breakpoints from 0 to 60,000, with bijstand applied for and without.
#[test]
fn a_single_parent_in_2024() {
    for (name, applies) in [("met_bijstand", "ja"), ("zonder_bijstand", "nee")] {
        let answer = ask(&single_parent(applies), &between("0", "60000")).unwrap();
        let lines: Vec<String> = answer.breakpoints.iter().map(line).collect();
        insta::assert_snapshot!(name, lines.join("\n"));
    }
}

/// The same points are found in halves of the range, in an eighth, and in a range that is a cent on.
#[test]
fn the_range_makes_no_difference() {
    for applies in ["ja", "nee"] {
        let text = single_parent(applies);
        let found =
            |from: &str, until: &str| ask(&text, &between(from, until)).unwrap().breakpoints;
        let all = found("0", "60000");
        let halves = [found("0", "30000"), found("30000", "60000")].concat();
        assert_eq!(all, halves);
        // Only what stands at 0 itself is out of a range from a cent.
        let later: Vec<WorkBreak> = all.iter().filter(|it| !it.gross.is_zero()).cloned().collect();
        assert_eq!(later, found("0,01", "60000,01"));
        let eighths: Vec<WorkBreak> = (0..8)
            .flat_map(|at| found(&(at * 7_500).to_string(), &((at + 1) * 7_500).to_string()))
            .collect();
        assert_eq!(all, eighths);
    }
}

/// Households of all makes: the parts add up to the net income, and every jump of more than 100 euro
/// has a rule with a source.
#[test]
fn every_large_jump_has_a_rule_and_the_parts_add_up() {
    let (mut jumps, mut points) = (0, 0);
    for number in 0..18 {
        for day in [date(2024, 2, 15), date(2025, 8, 15), date(2026, 3, 1)] {
            let text = random_household(number, day);
            let Ok(answer) = ask(&text, &between("0", "100000")) else { continue };
            for point in &answer.points {
                let sum = point.parts.iter().fold(Number::ZERO, |sum, part| &sum + part);
                assert_eq!(sum, point.net, "{text}");
                points += 1;
            }
            for jump in answer.breakpoints.iter().filter(|it| it.jump.abs() > Number::from(100)) {
                let rules = &jump.rules;
                let sourced = rules.iter().all(|it| !it.rule.bronnen.is_empty());
                assert!(!rules.is_empty() && sourced, "{}\n{text}", line(jump));
                jumps += 1;
            }
        }
    }
    assert!(jumps > 100 && points > 3_000, "{jumps} {points}");
}

fn random_household(number: u64, day: Date) -> String {
    let mut random = Random::new(number * 1_000 + day.year() as u64);
    let applies = number.is_multiple_of(3);
    households::household(&mut random, day, applies)
}

/// An hour a week on the minimum wage of 2026: 52 × 14,71 = 764,92, and 8% of that, 61,1936. Together
/// 826,1136 a year. The wage of somebody who works 20 hours for 24,000 is 1,200 for an hour a week.
#[test]
fn hours_bring_in_the_wage_of_an_hour() {
    let text = |more: &str| {
        format!(
            "rekendatum: 2026-03-01\nhuishouden:\n  personen:\n    - {{naam: Sam, rol: aanvrager, \
             geboortedatum: 1990-01-01{more}}}\n"
        )
    };
    let hours = WorkQuestion { quantity: Quantity::Hours, ..WorkQuestion::default() };
    let answer = ask(&text(""), &hours).unwrap();
    let hourly = answer.hourly.unwrap();
    assert_eq!((hourly.per_year, hourly.minimum), (Number::parse("826,1136").unwrap(), true));
    let grid = answer.points.iter().filter(|it| it.grid);
    let grid: Vec<f64> = grid.map(|it| it.hours.as_ref().unwrap().to_f64()).collect();
    assert_eq!(grid, (0..=40).map(f64::from).collect::<Vec<_>>());
    // 16 × 826,1136 = 13.217,8176, in whole cents.
    let sixteen = answer.points.iter().find(|it| it.hours == Some(Number::from(16))).unwrap();
    assert_eq!(sixteen.gross, Number::parse("13217,82").unwrap());

    let answer = ask(&text(", loon: 24000, uren_per_week: 20"), &hours).unwrap();
    let hourly = answer.hourly.unwrap();
    assert_eq!((hourly.per_year, hourly.minimum), (Number::from(1_200), false));
    // Two years of 14 have no minimum wage.
    let child = text("").replace("1990", "2012");
    assert!(matches!(ask(&child, &hours), Err(WorkError::NoHourlyWage { .. })));
}

/// Of somebody alone in 2026 with 20,000: 1,000 more, all of it and none of it, by the points of the
/// answer itself.
#[test]
fn where_somebody_stands() {
    let text = "rekendatum: 2026-03-01\nhuishouden:\n  personen:\n    - {naam: Sam, rol: aanvrager, \
                geboortedatum: 1990-01-01, loon: 20000, bijstand_aangevraagd: nee}\n";
    let answer = ask(text, &between("0", "40000")).unwrap();
    let net = |wage: i64| {
        let point = answer.points.iter().find(|it| it.gross == Number::from(wage)).unwrap();
        point.net.clone()
    };
    let now = answer.now.clone().unwrap();
    assert_eq!((&now.net, &now.without), (&net(20_000), &net(0)));
    let kept = (&net(21_000) - &net(20_000)).checked_div(&Number::from(1_000)).unwrap();
    assert_eq!(now.marginal, &Number::ONE - &kept);
    let kept = (&net(20_000) - &net(0)).checked_div(&Number::from(20_000)).unwrap();
    assert_eq!(now.participation.unwrap(), &Number::ONE - &kept);
    assert_eq!(now.replacement.unwrap(), net(0).checked_div(&net(20_000)).unwrap());
    // Outside the range there is nothing to say about it.
    assert!(ask(text, &between("0", "10000")).unwrap().now.is_none());
}

/// A pensioenpremie is a part of the wage: without wage there is none, and with half the wage half of it. At each
/// of these wages the net income is that of a file with that wage and that premium.
#[test]
fn the_premium_moves_along() {
    let text = |wage: &str, premium: &str| {
        format!(
            "rekendatum: 2026-01-15\nhuishouden:\n  woning: {{kale_huur: 650}}\n  personen:\n    - \
             {{naam: Sam, rol: aanvrager, geboortedatum: 1990-01-01, loon: {wage}, pensioenpremie: \
             {premium}}}\n"
        )
    };
    let answer = ask(&text("26000", "1480"), &between("0", "52000")).unwrap();
    for (wage, premium) in [("0", "0"), ("13000", "740"), ("26000", "1480"), ("52000", "2960")] {
        let file = HouseholdFile::read(&text(wage, premium), "huishouden.yaml").unwrap();
        let calculator = Calculator::new(corpus(), file.rekendatum).unwrap();
        let answers = calculator.calculate(&file).unwrap().answers().unwrap();
        let net = answers.household("netto_besteedbaar_inkomen_per_jaar").unwrap();
        let wage = Number::parse(wage).unwrap();
        let point = answer.points.iter().find(|it| it.gross == wage).unwrap();
        let rounded = point.net.round(regelspraak::number::RoundingMode::HalfAwayFromZero, 2);
        assert_eq!(Some(rounded), net.amount, "{wage}");
    }
    assert!(answer.remarks[0].starts_with("De pensioenpremie beweegt mee"), "{:?}", answer.remarks);
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let text = single_parent("nee");
    let refused = |question: &WorkQuestion<'_>| ask(&text, question).unwrap_err().to_string();
    let of = |name| WorkQuestion { person: Some(name), ..WorkQuestion::default() };
    assert_eq!(
        refused(&of("Kim")),
        "In dit huishouden is niemand die ‘Kim’ heet. Er zijn: Sam, Noor, Bo."
    );
    assert_eq!(
        refused(&of("noor")),
        "Noor is in dit bestand een kind. Dit kan alleen voor de aanvrager of de partner. Kies met \
         --persoon: Sam."
    );
    assert_eq!(
        refused(&between("30000", "20000")),
        "--van is € 30.000, en --tot is € 20.000. Kies voor --tot een hoger getal dan voor --van."
    );
    assert!(refused(&between("20000", "20000")).starts_with("--van is € 20.000"));
    assert_eq!(
        refused(&between("-1", "20000")),
        "-€ 1 kan niet. Kies een getal van 0 tot en met € 10.000.000."
    );
    let hours = WorkQuestion { quantity: Quantity::Hours, ..between("0", "169") };
    assert_eq!(refused(&hours), "169 uur kan niet. Kies een getal van 0 tot en met 168 uur.");
}
