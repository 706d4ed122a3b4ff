//! Households from tables have the answers of the same households from files; tables that are
//! wrong are refused with the place.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod common;

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, DictionaryArray, Float64Array, Int8Array, Int32Array, Int64Array, RecordBatch,
    StringArray,
};
use arrow_schema::{DataType, Field, Schema};
use common::{Cell, Household, Random, file, household, tables};
use engine::columnar::{Answer, Request};
use engine::language::Bilingual;
use household::{Calculator, HouseholdFile};
use jiff::civil::{Date, date};
use population::files::{Reader, Writer};
use population::intake::{Intake, IntakeError};
use population::results::wishes;
use regelspraak::number::Number;

const DAY: Date = date(2026, 3, 15);

/// Households of which one in three does not apply for bijstand.
fn sample(count: usize) -> Vec<Household> {
    let mut random = Random::new(26);
    let mut sample: Vec<Household> = (0..count).map(|_| household(&mut random)).collect();
    for household in sample.iter_mut().step_by(3) {
        for person in &mut household.persons {
            person.cells.push(("bijstand_aangevraagd", Cell::Yes(false)));
        }
    }
    sample
}

#[test]
fn a_household_from_tables_has_the_answers_of_one_from_a_file() {
    let corpus = builtin::corpus().unwrap();
    let calculator = Calculator::new(&corpus, DAY).unwrap();
    let sample = sample(600);
    let folder = tempfile::tempdir().unwrap();
    let mut writer = Writer::of_population(folder.path()).unwrap();
    for (at, part) in sample.chunks(170).enumerate() {
        let (households, persons) = tables(part, 1 + at as i64 * 170);
        writer.write(&[households, persons]).unwrap();
    }
    writer.finish().unwrap();

    let wishes = wishes(&corpus);
    let mut intake = Intake::new(&corpus.model).unwrap();
    let plan = calculator.plan();
    let request = Request::new(plan, calculator.parameters(), DAY, &wishes);
    let mut prepared = intake.prepare(&Request { fewest: 1, ..request }).unwrap();
    let mut reader = Reader::open(folder.path(), 250, &intake).unwrap();
    let (mut first, mut compared) = (0, 0);
    while let Some(households) = reader.households().unwrap() {
        let persons = reader.persons(intake.persons_of(&households).unwrap()).unwrap();
        intake.clear();
        let order = intake.add(&households, &persons).unwrap();
        prepared.extend(intake.population()).unwrap();
        let counts = prepared.run(intake.population(), |piece| {
            let mut compared = 0;
            for (at, &position) in piece.households().iter().enumerate() {
                let household = &sample[first + order[position as usize] as usize];
                let text = file(household, DAY);
                let read = HouseholdFile::read(&text, "huishouden.yaml");
                let read = read.unwrap_or_else(|errors| panic!("{text}\n{errors:#?}"));
                let answers = calculator.calculate(&read).unwrap().answers().unwrap();
                for (wish, instance, column) in piece.columns() {
                    let outcome = &corpus.outcomes[wish];
                    let name = &outcome.name;
                    let exact = match model_is_person(&corpus, outcome) {
                        true => answers.person(&format!("P{}", instance.index), name),
                        false => answers.household(name),
                    };
                    let hundred = Number::from(100);
                    let exact = exact.unwrap().amount.as_ref();
                    let exact = exact.map(|amount| (amount * &hundred).to_f64());
                    let found = match Answer::from(column[at]) {
                        Answer::Number(cents) => Some(cents),
                        // What a municipality has not laid down is unknown.
                        Answer::Empty => outcome.scheme.is_none().then_some(0.0),
                        Answer::Unknown => None,
                    };
                    assert_eq!(found, exact, "{name}\n{text}");
                    compared += 1;
                }
            }
            compared
        });
        compared += counts.iter().sum::<usize>();
        first += households.num_rows();
    }
    assert_eq!(first, 600);
    assert!(compared > 30_000, "{compared}");
}

fn model_is_person(corpus: &corpus::Corpus, outcome: &corpus::Outcome) -> bool {
    corpus.model.objecttype("Persoon") == Some(outcome.objecttype)
}

#[test]
fn persons_after_the_last_household_are_refused() {
    let corpus = builtin::corpus().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let sample = sample(30);
    let (households, persons) = tables(&sample, 1);
    let mut writer = Writer::of_population(folder.path()).unwrap();
    writer.write(&[households.slice(0, 29), persons]).unwrap();
    writer.finish().unwrap();
    let mut intake = Intake::new(&corpus.model).unwrap();
    let mut reader = Reader::open(folder.path(), 10, &intake).unwrap();
    let error = loop {
        match reader.households() {
            Ok(Some(households)) => {
                let count = intake.persons_of(&households).unwrap();
                intake.add(&households, &reader.persons(count).unwrap()).unwrap();
            }
            Ok(None) => panic!("no error"),
            Err(error) => break error.to_string(),
        }
    };
    assert!(error.starts_with("tabel personen: Na het laatste huishouden"), "{error}");
    assert_eq!(intake.population().len(), 29);
    let nowhere = Reader::open(&folder.path().join("weg"), 10, &intake).err().unwrap();
    assert!(nowhere.to_string().contains("weg/huishoudens.parquet"), "{nowhere}");
    std::fs::write(folder.path().join("personen.parquet"), "geen parquet").unwrap();
    let damaged = Reader::open(folder.path(), 10, &intake).err().unwrap();
    assert!(damaged.to_string().contains("personen.parquet"), "{damaged}");
}

/// A table with another column in the place of one.
fn with(batch: &RecordBatch, name: &str, column: ArrayRef) -> RecordBatch {
    let schema = batch.schema();
    let at = schema.index_of(name).unwrap();
    let mut fields: Vec<Field> = schema.fields().iter().map(|it| it.as_ref().clone()).collect();
    fields[at] = Field::new(name, column.data_type().clone(), true);
    let mut columns = batch.columns().to_vec();
    columns[at] = column;
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).unwrap()
}

fn without(batch: &RecordBatch, name: &str) -> RecordBatch {
    let at = batch.schema().index_of(name).unwrap();
    let kept: Vec<usize> = (0..batch.num_columns()).filter(|&it| it != at).collect();
    batch.project(&kept).unwrap()
}

#[test]
fn tables_that_are_wrong_are_refused_with_their_place() {
    let corpus = builtin::corpus().unwrap();
    let sample = sample(40);
    let (households, persons) = tables(&sample, 100);
    let rows = persons.num_rows();
    let numbers = |batch: &RecordBatch| -> Vec<i64> {
        let column = batch.column_by_name("huishouden").unwrap();
        column.as_any().downcast_ref::<Int64Array>().unwrap().values().to_vec()
    };
    let with_number = |at: usize, number: i64| {
        let mut numbers = numbers(&persons);
        numbers[at] = number;
        with(&persons, "huishouden", Arc::new(Int64Array::from(numbers)))
    };
    let twice = {
        let mut numbers = numbers(&households);
        numbers[7] = numbers[6];
        with(&households, "huishouden", Arc::new(Int64Array::from(numbers)))
    };
    let counts = |at: usize, count: i32| {
        let mut counts: Vec<i32> = sample.iter().map(|it| it.persons.len() as i32).collect();
        counts[at] = count;
        with(&households, "aantal_personen", Arc::new(Int32Array::from(counts)))
    };
    let role_at = |at: usize, word: Option<&str>| -> ArrayRef {
        let mut words: Vec<Option<&str>> =
            sample.iter().flat_map(|it| &it.persons).map(|it| Some(common::role(it))).collect();
        words[at] = word;
        Arc::new(StringArray::from(words))
    };
    let words = |word: Option<&str>| role_at(3, word);
    // The first persons of the first household of several, and a household with childcare of an adult.
    let several = sample.iter().position(|it| it.persons.len() > 1).unwrap();
    let first: usize = sample[..several].iter().map(|it| it.persons.len()).sum();
    let everybody = || sample.iter().flat_map(|it| &it.persons);
    let child = everybody().find(|it| !it.childcare.is_empty()).unwrap();
    let mut adult = sample[several].clone();
    adult.persons[0].childcare = child.childcare.clone();
    let adult = tables(&[adult], 1);
    let floats: ArrayRef = Arc::new(Float64Array::from(vec![0.0; rows]));
    let days = |day: i32| -> ArrayRef {
        let mut days = vec![7_000; rows];
        days[5] = day;
        Arc::new(arrow_array::Date32Array::from(days))
    };
    let rent = |cents: i32| -> ArrayRef {
        let mut rents = vec![60_000; 40];
        rents[2] = cents;
        let rents = arrow_array::Decimal32Array::from(rents);
        Arc::new(rents.with_precision_and_scale(9, 2).unwrap())
    };
    let no_word: ArrayRef = {
        let words = StringArray::from(vec![Some("aanvrager"), None]);
        let keys = Int8Array::from_iter_values((0..rows).map(|row| i8::from(row == 6)));
        Arc::new(DictionaryArray::new(keys, Arc::new(words)))
    };
    let parent = |at: i32| -> ArrayRef {
        let mut lists =
            arrow_array::builder::ListBuilder::new(arrow_array::builder::Int32Builder::new());
        for row in 0..rows {
            if row == 4 {
                lists.values().append_value(at);
            }
            lists.append(row == 4);
        }
        Arc::new(lists.finish())
    };
    let cases = [
        ("kolom ontbreekt", households.clone(), without(&persons, "loon")),
        ("ander datatype", households.clone(), with(&persons, "loon", floats)),
        ("lege cel", households.clone(), with(&persons, "rol", words(None))),
        ("leeg woord in een woordenlijst", households.clone(), with(&persons, "rol", no_word)),
        ("onbekend woord", households.clone(), with(&persons, "rol", words(Some("buurman")))),
        ("jaar te vroeg", households.clone(), with(&persons, "geboortedatum", days(-200_000))),
        ("huur onder nul", with(&households, "kale_huur", rent(-1)), persons.clone()),
        ("huur te hoog", with(&households, "kale_huur", rent(i32::MAX)), persons.clone()),
        ("persoon zonder huishouden", households.clone(), with_number(9, 999)),
        ("personen niet op volgorde", households.clone(), with_number(0, 101)),
        ("nummer twee keer", twice, persons.clone()),
        ("te weinig personen", households.clone(), persons.slice(0, rows - 1)),
        ("te veel personen", counts(0, 0), persons.clone()),
        ("aantal onder nul", counts(3, -1), persons.clone()),
        ("ouder buiten het huishouden", households.clone(), with(&persons, "ouders", parent(40))),
        ("ouder die er niet kan zijn", households.clone(), with(&persons, "ouders", parent(-1))),
        ("geen aanvrager", households.clone(), with(&persons, "rol", role_at(first, Some("kind")))),
        (
            "twee aanvragers",
            households.clone(),
            with(&persons, "rol", role_at(first + 1, Some("aanvrager"))),
        ),
        ("opvang van een volwassene", adult.0, adult.1),
        (
            "geen lijst",
            households.clone(),
            with(&persons, "ouders", Arc::new(Int32Array::from(vec![0; rows]))),
        ),
    ];
    let mut shown = String::new();
    for (name, households, persons) in cases {
        let mut intake = Intake::new(&corpus.model).unwrap();
        let error = intake.add(&households, &persons).expect_err(name);
        assert!(intake.population().is_empty(), "{name}: nothing may be added");
        let IntakeError::Table(error) = error else { panic!("{name}: {error}") };
        shown.push_str(&format!("# {name}\n{error}\n{}\n\n", error.english()));
    }
    // Also from one batch to the next.
    let mut intake = Intake::new(&corpus.model).unwrap();
    intake.add(&households, &persons).unwrap();
    let error = intake.add(&households, &persons).unwrap_err().to_string();
    shown.push_str(&format!("# dezelfde huishoudens nog eens\n{error}\n"));
    assert_eq!(intake.population().len(), 40);
    insta::assert_snapshot!(shown);
    assert_eq!(persons.column_by_name("loon").unwrap().data_type(), &DataType::Decimal32(9, 2));
}
