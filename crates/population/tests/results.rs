//! Tables of results hold what the rules say of each household and person, in the order of the input.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::Path;

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal64Type, Int32Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use common::{Household, Random, file, household, tables};
use corpus::{Corpus, Files};
use engine::columnar::{Moment, Request, Wish};
use engine::data::InstanceId;
use engine::language::Bilingual;
use engine::parameters::ParameterValues;
use household::{Calculator, HouseholdFile};
use jiff::civil::{Date, date};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use population::answers::totals_of;
use population::files::{Reader, Writer};
use population::intake::Intake;
use population::results::{Results, from_policy, wishes};
use regelspraak::model::{Property, Value};
use regelspraak::number::Number;

/// Cents by household, place (-1 for the household itself) and outcome.
type Cents = BTreeMap<(i64, i32, String), Option<i64>>;

fn sample(count: usize) -> Vec<Household> {
    let mut random = Random::new(2611);
    (0..count).map(|_| household(&mut random)).collect()
}

/// The files of households, numbered from 1.
fn population(folder: &Path, sample: &[Household]) {
    let mut writer = Writer::of_population(folder).unwrap();
    for (at, part) in sample.chunks(130).enumerate() {
        let (households, persons) = tables(part, 1 + at as i64 * 130);
        writer.write(&[households, persons]).unwrap();
    }
    writer.finish().unwrap();
}

/// Works out the population in a folder, into another folder.
fn work_out(corpus: &Corpus, request: &Request<'_>, from: &Path, to: &Path) {
    let mut intake = Intake::new(&corpus.model).unwrap();
    let mut prepared = intake.prepare(request).unwrap();
    let results = Results::new(corpus, request).unwrap();
    let mut reader = Reader::open(from, 90, &intake).unwrap();
    let mut writer = Writer::of_results(to, &results).unwrap();
    while let Some(households) = reader.households().unwrap() {
        let persons = reader.persons(intake.persons_of(&households).unwrap()).unwrap();
        intake.clear();
        let order = intake.add(&households, &persons).unwrap();
        prepared.extend(intake.population()).unwrap();
        let answers = results.collect(&households, order).unwrap();
        prepared.run(intake.population(), |piece| answers.take(&piece));
        writer.write(&answers.tables().unwrap()).unwrap();
    }
    writer.finish().unwrap();
}

fn read(folder: &Path, name: &str) -> Vec<RecordBatch> {
    let file = File::open(folder.join(format!("{name}.parquet"))).unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap();
    reader.map(Result::unwrap).collect()
}

/// What stands in the files of results whose names start so. Rows must be in order.
fn cents(folder: &Path, start: &str) -> Cents {
    let mut cents = Cents::new();
    for table in ["huishoudens", "personen"] {
        let name = format!("{start}-{table}");
        if !folder.join(format!("{name}.parquet")).exists() {
            continue;
        }
        let mut last = (0, -1);
        for batch in read(folder, &name) {
            let number = batch.column_by_name("huishouden").unwrap().as_primitive::<Int64Type>();
            let place = batch.column_by_name("plaats").map(|it| it.as_primitive::<Int32Type>());
            assert_eq!(place.is_some(), table == "personen");
            for row in 0..batch.num_rows() {
                let at = (number.value(row), place.map_or(-1, |it| it.value(row)));
                assert!(last < at, "{name}: {at:?} after {last:?}");
                last = at;
            }
            let schema = batch.schema();
            for (field, column) in schema.fields().iter().zip(batch.columns()) {
                if ["huishouden", "gemeente", "plaats"].contains(&field.name().as_str()) {
                    continue;
                }
                assert_eq!(field.data_type(), &DataType::Decimal64(18, 2));
                let column = column.as_primitive::<Decimal64Type>();
                for row in 0..batch.num_rows() {
                    let at = (number.value(row), place.map_or(-1, |it| it.value(row)));
                    let cell = column.is_valid(row).then(|| column.value(row));
                    assert!(cents.insert((at.0, at.1, field.name().clone()), cell).is_none());
                }
            }
        }
    }
    cents
}

/// What the calculator says of the same households, from files.
fn expected(calculator: &Calculator<'_>, sample: &[Household], day: Date) -> Cents {
    let mut cents = Cents::new();
    for (at, household) in sample.iter().enumerate() {
        let number = 1 + at as i64;
        let text = file(household, day);
        let read = HouseholdFile::read(&text, "huishouden.yaml").unwrap();
        let answers = calculator.calculate(&read).unwrap().answers().unwrap();
        let mut add = |place: i32, answers: &[household::Answer]| {
            for answer in answers {
                let amount = answer.amount.as_ref();
                let amount = amount.map(|it| (it * &Number::from(100)).to_i64().unwrap());
                cents.insert((number, place, answer.name.clone()), amount);
            }
        };
        add(-1, &answers.huishouden);
        for (place, (_, answers)) in answers.personen.iter().enumerate() {
            add(place as i32, answers);
        }
    }
    cents
}

/// The rules as they were before the AOW of the last months of 2026 was published.
fn unpublished() -> Corpus {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../regels");
    let mut files = Files::read(&folder).unwrap();
    let aow = files.parameters.iter_mut().find(|it| it.name.contains("algemene_ouderdomswet"));
    let aow = aow.unwrap();
    let text = aow.text.replace("tot_en_met: 2026-12-31", "tot_en_met: 2026-08-31");
    assert_ne!(text, aow.text);
    aow.text = text;
    Corpus::check(&files).unwrap()
}

#[test]
fn tables_hold_the_answers_of_the_calculator_in_the_order_of_the_input() {
    let sample = sample(500);
    let folders = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let [from, to] = folders.each_ref().map(|folder| folder.path());
    population(from, &sample);
    let unknown = |corpus: &Corpus, day: Date| {
        let calculator = Calculator::new(corpus, day).unwrap();
        let wishes = wishes(corpus);
        let request = Request::new(calculator.plan(), calculator.parameters(), day, &wishes);
        work_out(corpus, &request, from, to);
        let (found, expected) = (cents(to, "uitkomsten"), expected(&calculator, &sample, day));
        assert_eq!(found.len(), expected.len());
        for (at, cents) in &expected {
            assert_eq!(found.get(at), Some(cents), "{at:?} on {day}");
        }
        assert!(expected.values().flatten().filter(|&&cents| cents > 0).count() > 2_000);
        expected.values().filter(|it| it.is_none()).count()
    };
    // No household says where it lives, so what a municipality gives is unknown; of the energietoeslag it
    // is known that there is none any more.
    let corpus = builtin::corpus().unwrap();
    let of_policy = from_policy(&corpus, &wishes(&corpus)).into_iter().filter(|&it| it).count();
    let of_policy = of_policy - 1;
    assert_eq!(unknown(&corpus, date(2026, 3, 15)), 500 * of_policy);
    let unknown = unknown(&unpublished(), date(2026, 10, 15));
    assert!(
        unknown > 500 * of_policy + 300,
        "{unknown}: without the AOW the rules cannot say what somebody has"
    );
}

/// Of what is asked for in another order, or of which only a part is.
#[test]
fn whether_leeg_is_unknown_goes_by_wish() {
    let corpus = builtin::corpus().unwrap();
    let all = wishes(&corpus);
    let by_scheme = corpus.outcomes.iter().map(|outcome| outcome.scheme.is_some());
    assert_eq!(from_policy(&corpus, &all), by_scheme.collect::<Vec<bool>>());
    let named = |name: &str| all[corpus.outcomes.iter().position(|it| it.name == name).unwrap()];
    let asked = [named("gemeente_kindregeling_per_jaar"), named("zorgtoeslag_per_jaar")];
    let policy = from_policy(&corpus, &asked);
    assert_eq!(policy, [true, false]);
    let instance = InstanceId { objecttype: corpus.outcomes[0].objecttype, index: 0 };
    let answers: &[f64] = &[f64::NEG_INFINITY, 100.0];
    let columns = [(0, instance, answers), (1, instance, answers)];
    let unknown =
        totals_of(columns.into_iter(), &policy).iter().map(|it| it.unknown).collect::<Vec<_>>();
    assert_eq!(unknown, [1, 0]);
    let other = Wish { property: municipal(&corpus), decimals: 2 };
    assert_eq!(from_policy(&corpus, &[other]), [false]);
}

/// Something that is no outcome.
fn municipal(corpus: &Corpus) -> Property {
    let model = &corpus.model;
    let objecttype = model.objecttype("Gemeente").unwrap();
    Property::Attribute(model.attribute(objecttype, "inkomensgrens kindregeling").unwrap())
}

fn reform(corpus: &Corpus, parameters: &ParameterValues, name: &str, to: &str) -> ParameterValues {
    let mut reform = parameters.clone();
    let value = Value::Number(Number::parse(to).unwrap());
    reform.set(&corpus.model, corpus.model.parameter(name).unwrap(), value).unwrap();
    reform
}

#[test]
fn tables_of_a_variant_hold_what_it_may_change_and_nothing_else() {
    let corpus = builtin::corpus().unwrap();
    let day = date(2026, 1, 15);
    let calculator = Calculator::new(&corpus, day).unwrap();
    let (plan, parameters) = (calculator.plan(), calculator.parameters());
    let premium = reform(&corpus, parameters, "drempelpercentage zonder toeslagpartner", "1,8");
    let bracket = reform(&corpus, parameters, "tarief eerste schijf", "8,25");
    let same = parameters.clone();
    let wishes = wishes(&corpus);
    let folders = [(); 4].map(|()| tempfile::tempdir().unwrap());
    let [from, to, first, second] = folders.each_ref().map(|folder| folder.path());
    population(from, &sample(300));
    let request = Request::new(plan, parameters, day, &wishes);
    let variants = [&premium, &bracket, &same];
    work_out(&corpus, &request.clone().with_variants(&variants), from, to);
    work_out(&corpus, &Request::new(plan, &premium, day, &wishes), from, first);
    work_out(&corpus, &Request::new(plan, &bracket, day, &wishes), from, second);
    let baseline = cents(to, "uitkomsten");
    let names = |cents: &Cents| -> BTreeSet<String> {
        cents.keys().map(|(_, _, name)| name.clone()).collect()
    };
    for (part, alone) in [("hervorming-1", first), ("hervorming-2", second)] {
        let (changed, alone) = (cents(to, part), cents(alone, "uitkomsten"));
        let kept = names(&changed);
        assert!(kept.len() < names(&baseline).len(), "{part}");
        // In its tables what comes out with these parameters; elsewhere what came out before.
        for (at, expected) in &alone {
            let found = if kept.contains(&at.2) { &changed } else { &baseline };
            assert_eq!(found.get(at), Some(expected), "{part} {at:?}");
        }
        assert!(changed.iter().any(|(at, cents)| baseline[at] != *cents), "{part}");
    }
    assert!(!to.join("hervorming-1-personen.parquet").exists(), "zorgtoeslag is of households");
    assert!(cents(to, "hervorming-3").is_empty(), "nothing changes");
    // Without the baseline only what changes.
    let only = Request { baseline: false, ..request.with_variants(&variants[..1]) };
    let files = Results::new(&corpus, &only).unwrap().files();
    let files: Vec<String> = files.into_iter().map(|(name, _)| name).collect();
    assert_eq!(files, ["hervorming-1-huishoudens"]);
}

#[test]
fn tables_of_several_days_have_the_day_in_their_name() {
    let corpus = builtin::corpus().unwrap();
    let days = [date(2026, 1, 15), date(2026, 7, 15)];
    let calculators = days.map(|day| Calculator::new(&corpus, day).unwrap());
    let wishes = wishes(&corpus);
    let brackets = calculators
        .each_ref()
        .map(|it| reform(&corpus, it.parameters(), "tarief eerste schijf", "8,25"));
    let variants = brackets.each_ref().map(|bracket| [bracket]);
    let moment = |at: usize| Moment {
        plan: calculators[at].plan(),
        parameters: calculators[at].parameters(),
        variants: &variants[at],
        date: days[at],
        wishes: &wishes,
    };
    let folders = [(); 3].map(|()| tempfile::tempdir().unwrap());
    let [from, together, alone] = folders.each_ref().map(|folder| folder.path());
    population(from, &sample(100));
    work_out(&corpus, &Request::on(vec![moment(0), moment(1)]), from, together);
    for (at, day) in days.into_iter().enumerate() {
        work_out(&corpus, &Request::on(vec![moment(at)]), from, alone);
        for part in ["uitkomsten", "hervorming-1"] {
            let found = cents(together, &format!("{part}-{day}"));
            assert!(!found.is_empty() && found == cents(alone, part), "{part} on {day}");
        }
    }
    let first = cents(together, "uitkomsten-2026-01-15");
    assert_ne!(first, cents(together, "uitkomsten-2026-07-15"));
}

#[test]
fn a_writer_that_does_not_finish_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let names = || {
        let entries = std::fs::read_dir(folder.path()).unwrap();
        let names = entries.map(|it| it.unwrap().file_name().into_string().unwrap());
        names.collect::<BTreeSet<String>>()
    };
    let (households, persons) = tables(&sample(20), 1);
    let mut writer = Writer::of_population(folder.path()).unwrap();
    writer.write(&[households.clone(), persons.clone()]).unwrap();
    assert!(names().iter().all(|name| !name.ends_with(".parquet")), "{:?}", names());
    drop(writer);
    assert!(names().is_empty(), "{:?}", names());

    let complete = BTreeSet::from(["huishoudens.parquet", "personen.parquet"].map(String::from));
    let mut writer = Writer::of_population(folder.path()).unwrap();
    writer.write(&[households.clone(), persons]).unwrap();
    writer.finish().unwrap();
    assert_eq!(names(), complete);
    let mut writer = Writer::of_population(folder.path()).unwrap();
    let (fewer, their_persons) = tables(&sample(5), 1);
    writer.write(&[fewer, their_persons]).unwrap();
    let [one, other] = [&[households.clone()][..], &[households.clone(), households]];
    for wrong in [one, other] {
        let error = writer.write(wrong).unwrap_err().to_string();
        assert!(error.contains("personen.parquet"), "{error}");
    }
    drop(writer);
    assert_eq!(names(), complete);
    let rows: usize = read(folder.path(), "huishoudens").iter().map(RecordBatch::num_rows).sum();
    assert_eq!(rows, 20, "the files of before");

    let nowhere = Writer::of_population(&folder.path().join("weg")).err().unwrap();
    assert!(nowhere.to_string().contains("weg/huishoudens.parquet"), "{nowhere}");
}

#[test]
fn no_households_are_files_without_rows() {
    let corpus = builtin::corpus().unwrap();
    let day = date(2026, 1, 15);
    let calculator = Calculator::new(&corpus, day).unwrap();
    let wishes = wishes(&corpus);
    let request = Request::new(calculator.plan(), calculator.parameters(), day, &wishes);
    let folders = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let [from, to] = folders.each_ref().map(|folder| folder.path());
    let mut writer = Writer::of_population(from).unwrap();
    writer.write(&<[RecordBatch; 2]>::from(tables(&[], 1))).unwrap();
    writer.finish().unwrap();
    assert!(read(from, "personen").is_empty());
    work_out(&corpus, &request, from, to);
    for table in ["huishoudens", "personen"] {
        assert!(read(to, &format!("uitkomsten-{table}")).is_empty());
    }
}

#[test]
fn what_no_table_has_a_column_for_is_refused_by_name() {
    let corpus = builtin::corpus().unwrap();
    let day = date(2026, 1, 15);
    let calculator = Calculator::new(&corpus, day).unwrap();
    let model = &corpus.model;
    let person = model.objecttype("Persoon").unwrap();
    let born = Property::Attribute(model.attribute(person, "geboortedatum").unwrap());
    let of = |corpus: &Corpus, wish: Wish| {
        let wishes = [wish];
        let request = Request::new(calculator.plan(), calculator.parameters(), day, &wishes);
        let error = Results::new(corpus, &request).unwrap_err();
        format!("{error}\n{}\n", error.english())
    };
    let first = wishes(&corpus)[0];
    let mut other = corpus.clone();
    other.outcomes[0].objecttype = model.objecttype("Woning").unwrap();
    let Property::Attribute(attribute) = born else { panic!("an attribuut") };
    other.outcomes[1].attribute = attribute;
    let shown = [
        of(&corpus, Wish { property: born, decimals: 2 }),
        of(&other, Wish { property: born, decimals: 2 }),
        of(&other, first),
        of(&corpus, Wish { decimals: 0, ..first }),
    ];
    insta::assert_snapshot!(shown.join("\n"));
}
