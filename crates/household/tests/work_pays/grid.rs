//! Nothing between the points is missed: every euro of the wage of random households, worked out by
//! the other executor, moves as the line between two breakpoints says.

use engine::columnar::{Population, Prepared, Request, Wish};
use household::work_pays::PARTS;
use household::{Calculator, FieldValue, HouseholdFile, Section, WorkQuestion};
use jiff::civil::date;
use regelspraak::model::{Property, Value};
use regelspraak::number::Number;

use crate::{between, corpus, random_household};

/// So many households.
const HOUSEHOLDS: u64 = 200;
/// The wage goes up to so many euros.
const UNTIL: i64 = 60_000;
/// Breakpoints closer together than this, in euros, are told of at the first of them.
const TOGETHER: usize = 6;
/// How far a part may be off its line, in euros: the columns are in whole cents, gross bijstand is rounded
/// to cents, and that moves a toeslag by a part of it.
const OFF_LINE: f64 = 0.05;
/// How far what moves along a curve may bend within two euros, by what is rounded: the huurtoeslag goes by
/// steps of twelve cents a year.
const BENT: [(&str, f64); 1] = [("huurtoeslag", 0.3)];
/// The same for anything else.
const BENT_ELSE: f64 = 0.08;

#[test]
fn every_euro_moves_as_the_lines_say() {
    let days = [date(2024, 2, 15), date(2025, 8, 15), date(2026, 3, 1), date(2026, 10, 1)];
    let (mut looked, mut lines) = (0, 0);
    for number in 0..HOUSEHOLDS {
        let day = days[number as usize % days.len()];
        let text = random_household(number, day);
        let mut file = HouseholdFile::read(&text, "huishouden.yaml").unwrap();
        // The columns keep what the wage does not decide as it is; a premium moves along with it.
        let premium = Section::Person.field("pensioenpremie").unwrap();
        file.personen[0].values.set(premium, FieldValue::Number(Number::ZERO));
        let calculator = Calculator::new(corpus(), day).unwrap();
        let calculation = calculator.calculate(&file).unwrap();
        let question = WorkQuestion { ..between("0", &UNTIL.to_string()) };
        let Ok(answer) = calculation.work_pays(&question) else { continue };
        let mut ends: Vec<f64> = answer.breakpoints.iter().map(|it| it.gross.to_f64()).collect();
        ends.push(UNTIL as f64);
        let all = by_euro(&calculator, &calculation);
        let part = |key| PARTS.iter().position(|part| part.key == key).unwrap();
        let [bijstand, aio] = [part("bijstand"), part("aio")];
        for (part, values) in all.iter().enumerate() {
            let mut from = 0;
            for end in &ends {
                let until = (end.floor() as usize).saturating_sub(TOGETHER);
                if until > from {
                    lines += 1;
                    // The tax on wage beside other income is a share of the whole: with bijstand or
                    // AIO lines are curves. Until 2026 that of the huurtoeslag is a square.
                    let within = from..=until;
                    let assisted = [bijstand, aio]
                        .into_iter()
                        .any(|it| all[it][within.clone()].iter().any(|amount| *amount != 0.0));
                    let key = PARTS[part].key;
                    let off = match assisted || key == "huurtoeslag" {
                        true => off_curve(&values[within], key),
                        false => off_line(&values[within]),
                    };
                    let place = |at: usize| format!("{} bij {}", PARTS[part].key, from + at);
                    assert!(off.is_none(), "{}\n{text}", place(off.unwrap()));
                }
                from = end.ceil() as usize + TOGETHER;
            }
        }
        looked += 1;
    }
    assert!(looked >= 180 && lines > 10_000, "{looked} {lines}");
}

/// The position at which values are off the line from the first to the last.
fn off_line(values: &[f64]) -> Option<usize> {
    let (first, last) = (values[0], values[values.len() - 1]);
    let slope = (last - first) / (values.len() - 1) as f64;
    values
        .iter()
        .enumerate()
        .position(|(at, value)| (value - (first + slope * at as f64)).abs() > OFF_LINE)
}

/// The position at which values bend.
fn off_curve(values: &[f64], part: &str) -> Option<usize> {
    let most = BENT.iter().find(|(key, _)| *key == part).map_or(BENT_ELSE, |(_, most)| *most);
    values.windows(3).position(|of| (of[0] - 2.0 * of[1] + of[2]).abs() > most)
}

/// The parts of the net income for every whole euro of wage of the aanvrager.
fn by_euro(calculator: &Calculator<'_>, calculation: &household::Calculation<'_>) -> Vec<Vec<f64>> {
    let model = &calculator.corpus().model;
    let objects = calculation.objects();
    let person = objects.personen[0];
    let wage = model.attribute(person.objecttype, "loon").unwrap();
    let mut population = Population::new(model, vec![Property::Attribute(wage)]);
    let shape = population.shape(&objects.data);
    let cents: Vec<i32> = population
        .inputs(shape)
        .iter()
        .map(|input| match objects.data.value(wage, input.instance) {
            _ if input.instance == person => 0,
            Value::Number(number) => (number.to_f64() * 100.0).round() as i32,
            other => panic!("{other:?}"),
        })
        .collect();
    let inputs = population.inputs(shape);
    population.extend(shape, UNTIL as usize + 1, |column, rows| {
        for (euros, row) in (0..).zip(rows.iter_mut()) {
            *row = if inputs[column].instance == person { euros * 100 } else { cents[column] };
        }
    });
    let attribute = |name| model.attribute(objects.huishouden.objecttype, name).unwrap();
    let wish = |name| Wish { property: Property::Attribute(attribute(name)), decimals: 2 };
    let wishes: Vec<Wish> = PARTS.iter().map(|part| wish(part.attribute)).collect();
    let (plan, parameters) = (calculator.plan(), calculator.parameters());
    let day = calculation.outcome().date();
    let request = Request::new(plan, parameters, day, &wishes);
    let prepared = Prepared::new(&population, &request).unwrap();
    let mut values = vec![vec![f64::NAN; UNTIL as usize + 1]; PARTS.len()];
    for piece in prepared.run(&population, |piece| {
        let rows: Vec<u32> = piece.households().to_vec();
        let columns = piece.columns().map(|(wish, _, column)| (wish, column.to_vec()));
        (rows, columns.collect::<Vec<_>>())
    }) {
        let (rows, columns) = piece;
        for (wish, column) in columns {
            for (row, value) in rows.iter().zip(column) {
                // An answer is in cents.
                values[wish][*row as usize] = value / 100.0;
            }
        }
    }
    values
}
