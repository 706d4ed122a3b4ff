//! What the rules know of a municipality comes from its table, for every household that lives there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod common;

use std::collections::BTreeSet;
use std::fs::File as Open;
use std::path::Path;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal64Type, Int16Type};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Decimal32Array, Decimal128Array, Int32Array,
    Int64Array, RecordBatch, StringArray,
};
use common::{Household, Random, file, household, tables};
use corpus::{Corpus, File, Files};
use engine::columnar::{Moment, Request};
use engine::exact;
use engine::language::Bilingual;
use household::{Calculator, HouseholdFile, Municipality};
use jiff::civil::{Date, date};
use parquet::arrow::ArrowWriter;
use population::TableError;
use population::files::{self, Reader, Writer};
use population::intake::{Intake, IntakeError};
use population::municipalities::schema;
use population::results::{Results, wishes};
use regelspraak::model::{Property, Value};
use regelspraak::number::Number;

const DAY: Date = date(2026, 3, 15);

/// Every kind of column, one that a rule derives, and one that nobody reads.
const RULES: &str = "
Domein Tariefgroep is van het type Enumeratie
  'laag'
  'hoog'

Extensie van objecttype de Gemeente
  het vaste bedrag      Bedrag vanaf nul;
  het aandeel           Percentage (getal met 1 decimaal);
  het aantal            Numeriek (niet-negatief geheel getal);
  de ingangsdatum       Datum in dagen;
  de tariefgroep        Tariefgroep;
  is gul                kenmerk (bijvoeglijk);
  het dubbele bedrag    Bedrag;
  het ongebruikte       Bedrag;

Extensie van objecttype de Persoon
  de bijdrage           Bedrag;
  de extra bijdrage     Bedrag;

Extensie van objecttype het Huishouden
  het deel              Bedrag;

Regel dubbel bedrag
  geldig altijd
    Het dubbele bedrag van een Gemeente moet berekend worden als het vaste bedrag van de Gemeente maal 2.

Regel bijdrage
  geldig altijd
    De bijdrage van een Persoon moet berekend worden als het dubbele bedrag van de gemeente van zijn huishouden plus
    (1 € maal het aantal van de gemeente van zijn huishouden)
    indien hij aan ten minste één van de volgende voorwaarden voldoet:
      • de tariefgroep van de gemeente van zijn huishouden is gelijk aan 'hoog'
      • de ingangsdatum van de gemeente van zijn huishouden is later dan dd. 01-01-2026
      • de code van de gemeente van zijn huishouden is gelijk aan \"GM0363\".

Regel extra bijdrage
  geldig altijd
    De extra bijdrage van een Persoon moet gesteld worden op het vaste bedrag van de gemeente van zijn huishouden
    indien de gemeente van zijn huishouden gul is.

Regel deel
  geldig altijd
    Het deel van een Huishouden moet berekend worden als (het aandeel van de gemeente van het Huishouden)
    van de gemeentelijke heffingen van het Huishouden.
";

const OUTCOMES: &str = "
- {uitkomst: bijdrage, objecttype: Persoon, attribuut: bijdrage, betekenis: Een proef.}
- {uitkomst: extra_bijdrage, objecttype: Persoon, attribuut: extra bijdrage, betekenis: Een proef.}
- {uitkomst: deel, objecttype: Huishouden, attribuut: deel, betekenis: Een proef.}
";

fn with_rules(rules: &str) -> Corpus {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../regels");
    let mut files = Files::read(&folder).unwrap();
    files.rules.push(File { name: "proef.regels".into(), text: rules.into() });
    files.outcomes[0].text.push_str(OUTCOMES);
    Corpus::check(&files).unwrap_or_else(|error| panic!("{error}"))
}

/// Where the municipalities of [`table`] are, by row.
const NAMES: [&str; 4] = ["Tilburg", "GM0363", "Den Haag", "GM0344"];

/// What is given of them.
fn table() -> RecordBatch {
    let amounts = Decimal32Array::from(vec![12_345, 99, 0, 100_000]);
    // As other programs write decimals, with more digits than needed.
    let shares = Decimal128Array::from(vec![12_500, 100, 100_000, 300]);
    RecordBatch::try_from_iter([
        ("gemeente", Arc::new(StringArray::from(NAMES.to_vec())) as ArrayRef),
        ("vaste_bedrag", Arc::new(amounts.with_precision_and_scale(9, 2).unwrap())),
        ("aandeel", Arc::new(shares.with_precision_and_scale(20, 3).unwrap())),
        ("aantal", Arc::new(Int64Array::from(vec![3, 0, 7, 1]))),
        ("ingangsdatum", Arc::new(Date32Array::from(vec![20_000, 20_000, 21_000, 20_000]))),
        ("tariefgroep", Arc::new(StringArray::from(vec!["hoog", "laag", "laag", "laag"]))),
        ("gul", Arc::new(BooleanArray::from(vec![true, false, true, false]))),
    ])
    .unwrap()
}

/// Writes [`table`] to a file.
fn write(path: &Path) {
    let file = Open::create(path).unwrap();
    let mut writer = ArrowWriter::try_new(file, table().schema(), None).unwrap();
    writer.write(&table()).unwrap();
    writer.close().unwrap();
}

/// The values of a row of [`table`], by name.
fn values(row: usize) -> Vec<(&'static str, Value)> {
    let number = |text: &str| Value::Number(Number::parse(text).unwrap());
    let amounts = ["123,45", "0,99", "0", "1000"];
    let shares = ["12,5", "0,1", "100", "0,3"];
    let day = if row == 2 { date(2027, 7, 1) } else { date(2024, 10, 4) };
    vec![
        ("vaste bedrag", number(amounts[row])),
        ("aandeel", number(shares[row])),
        ("aantal", number(["3", "0", "7", "1"][row])),
        ("ingangsdatum", Value::Date(day)),
        ("tariefgroep", Value::Enumeration(u16::from(row == 0))),
        ("gul", Value::Boolean([true, false, true, false][row])),
    ]
}

/// Households in those municipalities, and some of which it is not known.
fn sample(count: usize) -> Vec<Household> {
    let mut random = Random::new(40);
    let household = |_| {
        let mut made = household(&mut random);
        made.gemeente =
            random.pick(&[None, Some(0), Some(1), Some(2), Some(3)]).map(|at| NAMES[at]);
        made.household = vec![("gemeentelijke_heffingen", common::Cell::Cents(12_034))];
        made
    };
    (0..count).map(household).collect()
}

#[test]
fn a_household_has_the_values_of_its_municipality() {
    let corpus = with_rules(RULES);
    let model = &corpus.model;
    let calculator = Calculator::new(&corpus, DAY).unwrap();
    let sample = sample(400);
    let wishes = wishes(&corpus);
    let request = Request::new(calculator.plan(), calculator.parameters(), DAY, &wishes);
    let results = Results::new(&corpus, &request).unwrap();
    let mut intake = Intake::new(model).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut writer = Writer::of_population(folder.path()).unwrap();
    writer.write(&<[RecordBatch; 2]>::from(tables(&sample, 1))).unwrap();
    writer.finish().unwrap();
    write(&folder.path().join("gemeenten.parquet"));
    let read = files::municipalities(folder.path()).unwrap();
    intake.given(Some((&corpus.policies, DAY)), read.as_ref()).unwrap();
    let mut reader = Reader::open(folder.path(), 150, &intake).unwrap();
    let mut prepared = intake.prepare(&request).unwrap();
    let (mut some, mut none, mut shapes) = (0, 0, 0);
    for sample in sample.chunks(150) {
        let households = reader.households().unwrap().unwrap();
        let persons = reader.persons(intake.persons_of(&households).unwrap()).unwrap();
        intake.clear();
        let order = intake.add(&households, &persons).unwrap();
        shapes = intake.population().shapes();
        prepared.extend(intake.population()).unwrap();
        let answers = results.collect(&households, order).unwrap();
        prepared.run(intake.population(), |piece| answers.take(&piece));
        let answers = answers.tables().unwrap();
        let column = |table: usize, name: &str| {
            answers[table].column_by_name(name).unwrap().as_primitive::<Decimal64Type>().clone()
        };
        let mut person = 0;
        for (row, household) in sample.iter().enumerate() {
            let text = file(household, DAY);
            let read = HouseholdFile::read(&text, "huishouden.yaml").unwrap();
            let mut objects = calculator.objects(&read).unwrap();
            if let Some(name) = household.gemeente {
                let instance = objects.gemeente.unwrap();
                let at = NAMES.iter().position(|it| *it == name).unwrap();
                for (name, value) in values(at) {
                    let data = &mut objects.data;
                    match (model.attribute(instance.objecttype, name), value) {
                        (Some(it), value) => data.set(model, instance, it, value).unwrap(),
                        (None, Value::Boolean(holds)) => {
                            let kenmerk = model.kenmerk(instance.objecttype, name).unwrap();
                            data.mark(model, instance, kenmerk, holds).unwrap();
                        }
                        _ => panic!("{name}"),
                    }
                }
            }
            let (plan, parameters) = (calculator.plan(), calculator.parameters());
            let outcome = exact::run(model, plan, parameters, DAY, objects.data);
            let mut same = |table: usize, name: &str, row: usize, instance| {
                let known = corpus.outcomes.iter().position(|it| it.name == name).unwrap();
                let exact = wishes[known].exact(&outcome, instance);
                // Leeg is nothing to pay, as in the answers of one household.
                let exact = if exact.is_finite() { exact as i64 } else { 0 };
                let found = column(table, name);
                let found = found.is_valid(row).then(|| found.value(row));
                assert_eq!(found, Some(exact), "{name}\n{text}");
                *(if exact > 0 { &mut some } else { &mut none }) += 1;
            };
            same(0, "deel", row, objects.huishouden);
            for &instance in &objects.personen {
                same(1, "bijdrage", person, instance);
                same(1, "extra_bijdrage", person, instance);
                person += 1;
            }
            let codes = answers[0].column_by_name("gemeente").unwrap();
            let codes = codes.as_dictionary::<Int16Type>();
            let codes = codes.downcast_dict::<StringArray>().unwrap();
            let code = household.gemeente.map(|it| Municipality::find(it).unwrap().code);
            assert_eq!(
                codes.is_valid(row).then(|| codes.values().value(codes.keys().value(row) as usize)),
                code
            );
        }
    }
    assert!(some > 400 && none > 400, "{some} {none}");
    // A municipality is a value, but for whether it is known, and for those that rules name.
    assert!(shapes < 250, "{shapes}");
}

#[test]
fn the_columns_are_what_somebody_can_give() {
    let corpus = with_rules(RULES);
    let shown: Vec<String> = schema(&corpus.model)
        .fields()
        .iter()
        .filter(|field| !of_policy(&corpus, field.name()))
        .map(|field| format!("{} {}", field.name(), field.data_type()))
        .collect();
    let expected = [
        "gemeente Utf8",
        "vaste_bedrag Decimal32(9, 2)",
        "aandeel Decimal32(9, 1)",
        "aantal Int32",
        "ingangsdatum Date32",
        "tariefgroep Utf8",
        "ongebruikte Decimal32(9, 2)",
        "gul Boolean",
    ];
    assert_eq!(shown, expected);
    // And what municipalities lay down.
    let plain = builtin::corpus().unwrap();
    let schemes = plain.policies.schemes().iter();
    let values = schemes.map(|scheme| scheme.values.len()).sum::<usize>();
    assert_eq!(schema(&plain.model).fields().len(), 1 + values);
}

/// Whether a column is a value of a scheme.
fn of_policy(corpus: &Corpus, column: &str) -> bool {
    let values = corpus.policies.schemes().iter().flat_map(|scheme| &scheme.values);
    let mut names = values.map(|it| &corpus.model.property_name(it.property).singular);
    names.any(|name| name.replace(' ', "_") == column)
}

/// A table with another column in the place of one, or without it.
fn with(batch: &RecordBatch, name: &str, column: Option<ArrayRef>) -> RecordBatch {
    let schema = batch.schema();
    let columns = schema.fields().iter().zip(batch.columns());
    let columns = columns.filter_map(|(field, kept)| match field.name() == name {
        true => Some((name, column.clone()?)),
        false => Some((field.name().as_str(), kept.clone())),
    });
    RecordBatch::try_from_iter_with_nullable(columns.map(|(name, it)| (name, it, true))).unwrap()
}

#[test]
fn a_table_of_municipalities_that_is_wrong_is_refused_with_the_place() {
    let corpus = with_rules(RULES);
    let texts = |texts: [Option<&str>; 4]| -> Option<ArrayRef> {
        Some(Arc::new(StringArray::from(texts.to_vec())))
    };
    let decimals = |numbers: [i128; 4], scale: i8| -> Option<ArrayRef> {
        let numbers = Decimal128Array::from(numbers.to_vec());
        Some(Arc::new(numbers.with_precision_and_scale(30, scale).unwrap()))
    };
    let numbers: ArrayRef = Arc::new(Int32Array::from(vec![Some(1), Some(2), None, Some(4)]));
    let days: ArrayRef = Arc::new(Date32Array::from(vec![0, 0, 0, 900_000]));
    let [one, two, three] = NAMES[..3] else { panic!("four names") };
    let cases: [(&str, &str, Option<ArrayRef>); 13] = [
        ("geen gemeente", "gemeente", None),
        ("lege gemeente", "gemeente", texts([Some(one), None, Some(two), Some(three)])),
        ("onbekende", "gemeente", texts([Some(one), Some("Tilbrug"), Some(two), Some(three)])),
        ("dubbele", "gemeente", texts([Some(one), Some(two), Some("GM0855"), Some(three)])),
        ("kolom ontbreekt", "vaste_bedrag", None),
        ("ander datatype", "vaste_bedrag", texts([Some("1"); 4])),
        ("onder nul", "vaste_bedrag", decimals([0, 0, -1, 0], 2)),
        ("te groot", "vaste_bedrag", decimals([0, 1_000_000_001, 0, 0], 2)),
        ("te veel decimalen", "aandeel", decimals([10, 20, 30, 31], 2)),
        ("lege cel", "aantal", Some(numbers)),
        ("jaar te laat", "ingangsdatum", Some(days)),
        (
            "onbekend woord",
            "tariefgroep",
            texts([Some("hoog"), Some("middel"), None, None].map(|it| it.or(Some("laag")))),
        ),
        ("geen ja of nee", "gul", texts([Some("ja"); 4])),
    ];
    let mut shown = String::new();
    let mut show = |name: &str, error: TableError| {
        shown.push_str(&format!("# {name}\n{error}\n{}\n\n", error.english()));
    };
    for (name, column, array) in cases {
        let mut intake = Intake::new(&corpus.model).unwrap();
        let table = with(&table(), column, array);
        match intake.given(Some((&corpus.policies, DAY)), Some(&table)) {
            Err(IntakeError::Table(error)) => show(name, error),
            other => panic!("{name}: {other:?}"),
        }
    }
    // And of households.
    let added = |table: Option<RecordBatch>, names: [Option<&'static str>; 3], first: usize| {
        let mut intake = Intake::new(&corpus.model).unwrap();
        intake.given(Some((&corpus.policies, DAY)), table.as_ref()).unwrap();
        let mut sample = sample(first + 3);
        sample.iter_mut().for_each(|it| it.gemeente = None);
        sample[first..].iter_mut().zip(names).for_each(|(it, name)| it.gemeente = name);
        let (before, persons) = tables(&sample[..first], 1);
        intake.add(&before, &persons).unwrap();
        let (households, persons) = tables(&sample[first..], 1 + first as i64);
        let added = intake.add(&households, &persons);
        assert_eq!(intake.population().len(), if added.is_ok() { first + 3 } else { first });
        match added {
            Err(IntakeError::Table(error)) => Some(error),
            Err(other) => panic!("{other}"),
            Ok(_) => None,
        }
    };
    let elsewhere = [None, Some("Tilburg"), Some("Groningen")];
    show("niet in de tabel", added(Some(table()), elsewhere, 0).unwrap());
    show("geen tabel, tweede groep", added(None, elsewhere, 10).unwrap());
    show("onbekend", added(Some(table()), [Some("Tilburg"), Some("Tilbrug"), None], 10).unwrap());
    show("meer dan één", added(Some(table()), [Some("Bergen"), None, None], 0).unwrap());
    assert_eq!(added(Some(table()), [Some("Tilburg"), Some("den haag"), None], 0), None);
    // Where rules read only what municipalities lay down, no table is needed.
    let plain = builtin::corpus().unwrap();
    let mut intake = Intake::new(&plain.model).unwrap();
    intake.given(Some((&plain.policies, DAY)), None).unwrap();
    let (households, persons) = tables(&sample(20), 1);
    intake.add(&households, &persons).unwrap();
    // Nor the column.
    let numbers: ArrayRef = Arc::new(Int32Array::from(vec![0; 20]));
    let mut intake = Intake::new(&corpus.model).unwrap();
    intake.add(&with(&households, "gemeente", None), &persons).unwrap();
    let error = intake.add(&with(&households, "gemeente", Some(numbers)), &persons).unwrap_err();
    shown.push_str(&format!("# geen tekst\n{error}\n"));
    insta::assert_snapshot!(shown);
}

#[test]
fn the_file_of_municipalities_may_be_absent() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(files::municipalities(folder.path()).unwrap(), None);
    let path = folder.path().join("gemeenten.parquet");
    write(&path);
    assert_eq!(files::municipalities(folder.path()).unwrap(), Some(table()));
    std::fs::write(&path, "geen parquet").unwrap();
    let error = files::municipalities(folder.path()).unwrap_err().to_string();
    assert!(error.contains("gemeenten.parquet"), "{error}");
}

/// Without a table, what municipalities have laid down on the day comes from their packages; what is
/// not known is null, as `bereken` has it. A table goes before it.
#[test]
fn households_have_what_their_municipality_laid_down() {
    let day = date(2024, 3, 15);
    let corpus = builtin::corpus().unwrap();
    let model = &corpus.model;
    let calculator = Calculator::new(&corpus, day).unwrap();
    let places = [
        None,
        Some("Tilburg"),
        Some("Delft"),
        Some("Utrecht"),
        Some("Zwolle"),
        Some("Oss"),
        Some("Ede"),
        Some("Groningen"),
    ];
    let mut random = Random::new(2024);
    let all = (0..).map(|at: usize| {
        let mut made = household(&mut random);
        made.gemeente = places[at % places.len()];
        made
    });
    // Some have a child that is not born yet on that day.
    let born = |it: &Household| HouseholdFile::read(&file(it, day), "huishouden.yaml").is_ok();
    let sample: Vec<Household> = all.filter(born).take(210).collect();
    let (households, persons) = tables(&sample, 1);
    let wishes = wishes(&corpus);
    let request = Request::new(calculator.plan(), calculator.parameters(), day, &wishes);
    let results = Results::new(&corpus, &request).unwrap();
    let limit: ArrayRef = Arc::new(Int32Array::from(vec![50]));
    let table = RecordBatch::try_from_iter([
        ("gemeente", Arc::new(StringArray::from(vec!["Zwolle"])) as ArrayRef),
        ("inkomensgrens_kindregeling", limit),
    ])
    .unwrap();
    let limit =
        model.attribute(model.objecttype("Gemeente").unwrap(), "inkomensgrens kindregeling");
    for with_table in [false, true] {
        let mut intake = Intake::new(model).unwrap();
        intake.given(Some((&corpus.policies, day)), with_table.then_some(&table)).unwrap();
        let order = intake.add(&households, &persons).unwrap();
        let prepared = intake.prepare(&request).unwrap();
        let answers = results.collect(&households, order).unwrap();
        prepared.run(intake.population(), |piece| answers.take(&piece));
        let answers = answers.tables().unwrap();
        let (mut unknown, mut known) = (0, 0);
        for (row, household) in sample.iter().enumerate() {
            let file = HouseholdFile::read(&file(household, day), "huishouden.yaml").unwrap();
            let mut objects = calculator.objects(&file).unwrap();
            if let (true, Some("Zwolle")) = (with_table, household.gemeente) {
                let (instance, value) = (objects.gemeente.unwrap(), Number::from(50));
                objects.data.set(model, instance, limit.unwrap(), Value::Number(value)).unwrap();
            }
            let (plan, parameters) = (calculator.plan(), calculator.parameters());
            let outcome = exact::run(model, plan, parameters, day, objects.data.clone());
            for (wish, it) in wishes.iter().zip(&corpus.outcomes) {
                let Some(column) = answers[0].column_by_name(&it.name) else { continue };
                let column = column.as_primitive::<Decimal64Type>();
                let found = column.is_valid(row).then(|| column.value(row));
                let exact = wish.exact(&outcome, objects.huishouden);
                let leeg = if it.scheme.is_some() { None } else { Some(0) };
                let expected = if exact.is_finite() { Some(exact as i64) } else { leeg };
                assert_eq!(found, expected, "{} in {:?}", it.name, household.gemeente);
                if it.scheme.is_some() {
                    *(if found.is_some() { &mut known } else { &mut unknown }) += 1;
                }
            }
        }
        assert!(known > 100 && unknown > 400, "{known} {unknown}");
        if with_table {
            continue;
        }
        // What is known of a municipality tells shapes apart, not which it is: there are as many shapes
        // when everybody lives in the first place of which the same is known.
        let known = |place: &str| -> Vec<Property> {
            let code = Municipality::find(place).unwrap().code;
            let mut known: Vec<Property> =
                corpus.policies.on(code, day).map(|(property, _)| *property).collect();
            known.sort();
            known
        };
        let first = |place: &'static str| {
            let named = places.into_iter().flatten();
            named.into_iter().find(|other| known(other) == known(place)).unwrap()
        };
        let mut moved = sample.clone();
        moved.iter_mut().for_each(|it| it.gemeente = it.gemeente.map(first));
        let names = |sample: &[Household]| {
            sample.iter().map(|it| it.gemeente).collect::<BTreeSet<_>>().len()
        };
        assert!(names(&moved) < names(&sample));
        let mut fewer = Intake::new(model).unwrap();
        fewer.given(Some((&corpus.policies, day)), None).unwrap();
        let (households, persons) = tables(&moved, 1);
        fewer.add(&households, &persons).unwrap();
        assert_eq!(intake.population().shapes(), fewer.population().shapes());
    }
}

/// The rules with a scheme of which a value has more digits than a column, or not; and one of its own
/// for each of two days.
fn with_scheme(amount: &str) -> Corpus {
    let rules = "
Extensie van objecttype de Gemeente
  het bedrag proefregeling   Numeriek (getal) met eenheid €;

Extensie van objecttype de Persoon
  de proef                   Bedrag;

Regel proef
  geldig altijd
    De proef van een Persoon moet berekend worden als het bedrag proefregeling van de gemeente van zijn huishouden
    naar beneden afgerond op 2 decimalen.
";
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../regels");
    let mut files = Files::read(&folder).unwrap();
    files.rules.push(File { name: "proef.regels".into(), text: rules.into() });
    files.schemes[0].text.push_str("- {regeling: proefregeling, betekenis: Een proef.}\n");
    files.packages.push(File {
        name: "gemeente/ede/gemeente.yaml".into(),
        text: format!(
            "gemeente: Ede
code: GM0228
regelingen:
- regeling: proefregeling
  perioden:
  - {{vanaf: 2026-01-01, bron: raad, zekerheid: B, waarden: {{bedrag: 10 €}}}}
  - {{vanaf: 2026-07-01, tot_en_met: onbepaald, bron: raad, zekerheid: B, waarden: {{bedrag: {amount} €}}}}
"
        ),
    });
    Corpus::check(&files).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_value_of_a_package_that_does_not_fit_is_told_with_its_file_and_line() {
    let corpus = with_scheme("10.123");
    let mut intake = Intake::new(&corpus.model).unwrap();
    intake.given(Some((&corpus.policies, date(2026, 3, 1))), None).unwrap();
    let sample = sample(40);
    let shapes = |intake: &mut Intake<'_>| {
        let (households, persons) = tables(&sample, 1);
        intake.add(&households, &persons).map(|_| intake.population().shapes()).unwrap()
    };
    let error = intake.given(Some((&corpus.policies, date(2026, 8, 1))), None).unwrap_err();
    let shown = format!("{error}\n{}\n", error.english());
    insta::assert_snapshot!("package_that_does_not_fit", shown);
    // What was known before stays.
    let mut other = Intake::new(&corpus.model).unwrap();
    other.given(Some((&corpus.policies, date(2026, 3, 1))), None).unwrap();
    assert_eq!(shapes(&mut intake), shapes(&mut other));
}

#[test]
fn a_request_of_a_day_with_other_policy_is_refused() {
    let corpus = with_scheme("11");
    let wishes = wishes(&corpus);
    let days = [date(2026, 3, 1), date(2026, 6, 30), date(2026, 8, 1)];
    let calculators = days.map(|day| Calculator::new(&corpus, day).unwrap());
    let moment = |at: usize| Moment {
        plan: calculators[at].plan(),
        parameters: calculators[at].parameters(),
        variants: &[],
        date: days[at],
        wishes: &wishes,
    };
    let request = |all: &[usize]| Request::on(all.iter().map(|&at| moment(at)).collect());
    let mut intake = Intake::new(&corpus.model).unwrap();
    // Who was told nothing of municipalities has nothing that can differ.
    assert!(intake.prepare(&request(&[0, 1, 2])).is_ok());
    intake.given(Some((&corpus.policies, days[0])), None).unwrap();
    assert!(intake.prepare(&request(&[0, 1])).is_ok());
    let error = intake.prepare(&request(&[0, 1, 2])).err().unwrap();
    insta::assert_snapshot!("other_policy", format!("{error}\n{}\n", error.english()));
    // A table that gives the value goes before the packages, so there is no difference.
    let amount: ArrayRef = Arc::new(Int32Array::from(vec![12]));
    let table = RecordBatch::try_from_iter([
        ("gemeente", Arc::new(StringArray::from(vec!["Ede"])) as ArrayRef),
        ("bedrag_proefregeling", amount),
    ]);
    intake.given(Some((&corpus.policies, days[0])), Some(&table.unwrap())).unwrap();
    assert!(intake.prepare(&request(&[0, 1, 2])).is_ok());
}
