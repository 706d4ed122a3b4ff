//! What the rules say of a population, as tables: a row for each household and each person, in the order
//! of the input, with a column for each outcome.
//!
//! Amounts are decimals with two digits (`Decimal64(18, 2)`), in euro. An outcome that does not apply
//! or is leeg is 0, as in the answers of one household; one that the rules cannot say is null, and so is one
//! of a scheme of which the municipality laid down too little.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{ArrayRef, Decimal64Array, Int32Array, Int64Array, RecordBatch};
use arrow_schema::{DataType, Field as Column, Schema, SchemaRef};
use corpus::{Corpus, Outcome};
use engine::columnar::{Answer, Piece, Request, Wish};
use engine::data::InstanceId;
use engine::language::{Bilingual, Text};
use engine::text;
use regelspraak::model::{Model, Property, Type};
use thiserror::Error;

use crate::TableError;
use crate::cells::{self, Place};
use crate::municipalities;
use crate::table::{self, HOUSEHOLD, MUNICIPALITY, PERSONS, Table};

/// The place of a person in the household: 0 is the first.
pub const PLACE: &str = "plaats";

/// The decimals of an amount.
const DECIMALS: u32 = 2;
/// An amount in euro.
const AMOUNT: DataType = DataType::Decimal64(18, DECIMALS as i8);
/// In cents, the largest amount that a float holds to the cent.
const LARGEST: f64 = 9_007_199_254_740_992.0;
/// The cell of an outcome that the rules cannot say.
const UNKNOWN: i64 = i64::MIN;
/// The cell of an amount beyond [`LARGEST`].
const TOO_LARGE: i64 = i64::MAX;

/// An outcome that the tables have no column for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ResultsError {
    /// What is asked for is no outcome.
    #[error("'{0}' is geen uitkomst van de regels. Kies uit uitkomsten.yaml.")]
    NoOutcome(String),
    /// It is no number.
    #[error("De uitkomst {0} is geen getal, en past dus niet in een kolom met bedragen.")]
    NoNumber(String),
    /// It is of something else than a household or a person.
    #[error(
        "De uitkomst {outcome} is van {owner}. Er is alleen een tabel van Huishouden en van Persoon."
    )]
    NoTable {
        /// The outcome.
        outcome: String,
        /// The objecttype it is of.
        owner: String,
    },
    /// It is asked for with other decimals than the two of an amount.
    #[error("De uitkomst {0} is gevraagd met een ander aantal decimalen dan twee.")]
    Decimals(String),
}

impl Bilingual for ResultsError {
    fn english(&self) -> String {
        match self {
            ResultsError::NoOutcome(name) => {
                format!("'{name}' is no outcome of the rules. Choose from uitkomsten.yaml.")
            }
            ResultsError::NoNumber(name) => {
                format!("The outcome {name} is no number, so it does not fit a column of amounts.")
            }
            ResultsError::NoTable { outcome, owner } => format!(
                "The outcome {outcome} is of {owner}. There is a table of Huishouden and of Persoon \
                 only."
            ),
            ResultsError::Decimals(name) => {
                format!("The outcome {name} is asked for with other decimals than two.")
            }
        }
    }
}

/// All outcomes of a corpus, as the tables have them.
pub fn wishes(corpus: &Corpus) -> Vec<Wish> {
    let outcomes = corpus.outcomes.iter();
    let property = outcomes.map(|outcome| Property::Attribute(outcome.attribute));
    property.map(|property| Wish { property, decimals: DECIMALS }).collect()
}

/// By wish, whether leeg is unknown there: whether an outcome with that property comes from a scheme of a
/// municipality. What is no outcome does not.
pub fn from_policy(corpus: &Corpus, wishes: &[Wish]) -> Vec<bool> {
    wishes.iter().map(|wish| found(corpus, wish).is_some_and(|it| it.scheme.is_some())).collect()
}

/// The outcome that is wished for.
fn found<'c>(corpus: &'c Corpus, wish: &Wish) -> Option<&'c Outcome> {
    let of = |it: &&Outcome| Property::Attribute(it.attribute) == wish.property;
    corpus.outcomes.iter().find(of)
}

/// The tables of a request, by day: those of the baseline, and those of each variant with the outcomes
/// that it may change. A table without an outcome is left out.
#[derive(Debug)]
pub struct Results {
    tables: Vec<ResultTable>,
    parts: Vec<Part>,
}

/// The answers of a day, for the baseline or a variant.
#[derive(Debug)]
struct Part {
    moment: usize,
    /// Nothing for the baseline.
    variant: Option<usize>,
    /// By wish, where the answers go.
    columns: Vec<Option<Target>>,
}

/// A column of one of the tables.
#[derive(Debug, Clone, Copy)]
struct Target {
    table: usize,
    column: usize,
    /// Whether leeg is unknown there: the outcome comes from a scheme of a municipality.
    policy: bool,
}

/// One of the tables.
#[derive(Debug)]
struct ResultTable {
    table: Table,
    /// The name of its file.
    file: String,
    outcomes: Vec<String>,
}

impl Results {
    /// The tables for what is asked.
    pub fn new(corpus: &Corpus, request: &Request<'_>) -> Result<Results, ResultsError> {
        let mut results = Results { tables: Vec::new(), parts: Vec::new() };
        for (day, moment) in request.moments.iter().enumerate() {
            let named = moment.wishes.iter().map(|wish| outcome(corpus, wish));
            let named: Vec<Named<'_>> = named.collect::<Result<_, _>>()?;
            let on =
                if request.moments.len() > 1 { format!("-{}", moment.date) } else { "".into() };
            let all = (0..named.len()).filter(|_| request.baseline).collect();
            results.add(day, None, &format!("uitkomsten{on}"), &named, all);
            for (at, variant) in moment.variants.iter().enumerate() {
                let touched = moment.plan.touched_by(&variant.differing(moment.parameters));
                let changed = (0..named.len())
                    .filter(|&wish| touched.contains(&moment.wishes[wish].property));
                let name = format!("hervorming-{}{on}", at + 1);
                results.add(day, Some(at), &name, &named, changed.collect());
            }
        }
        Ok(results)
    }

    /// Adds the tables for some of the wishes.
    fn add(
        &mut self,
        moment: usize,
        variant: Option<usize>,
        name: &str,
        named: &[Named<'_>],
        wishes: Vec<usize>,
    ) {
        let mut columns = vec![None; named.len()];
        for table in [Table::Households, Table::Persons] {
            let mut outcomes = Vec::new();
            for &wish in wishes.iter().filter(|&&wish| named[wish].table == table) {
                let Named { name, policy, .. } = named[wish];
                let (table, column) = (self.tables.len(), outcomes.len());
                columns[wish] = Some(Target { table, column, policy });
                outcomes.push(name.to_string());
            }
            if !outcomes.is_empty() {
                let file = format!("{name}-{}", table.name());
                self.tables.push(ResultTable { table, file, outcomes });
            }
        }
        self.parts.push(Part { moment, variant, columns });
    }

    /// The names of the files of the tables (without `.parquet`) and their columns:
    /// `uitkomsten-huishoudens` and `uitkomsten-personen`, then `hervorming-1-huishoudens` and so on by
    /// variant; with the day, as in `uitkomsten-2026-01-01-huishoudens`, when there are several.
    pub fn files(&self) -> Vec<(String, SchemaRef)> {
        self.tables.iter().map(|it| (it.file.clone(), it.schema())).collect()
    }

    /// Room for the answers of a batch that was taken in: its households, and the order that
    /// [`Intake::add`](crate::intake::Intake::add) gave. The population holds this batch alone.
    pub fn collect(
        &self,
        households: &RecordBatch,
        order: Vec<u32>,
    ) -> Result<Collected<'_>, TableError> {
        let place = |column| Place { table: Table::Households.name(), column, first: 0 };
        let numbers =
            cells::numbers(cells::column(households, place(HOUSEHOLD))?, place(HOUSEHOLD))?;
        let counts = cells::counts(cells::column(households, place(PERSONS))?, place(PERSONS))?;
        let mut persons = 0;
        let first = counts.iter().map(|&count| {
            persons += count as usize;
            persons - count as usize
        });
        let first: Vec<usize> = first.collect();
        let rows = |table| if table == Table::Households { numbers.len() } else { persons };
        let empty = |length: usize| (0..length).map(|_| AtomicI64::new(UNKNOWN)).collect();
        let table = |it: &ResultTable| it.outcomes.iter().map(|_| empty(rows(it.table))).collect();
        let cells = self.tables.iter().map(table).collect();
        let municipalities = municipalities::of_households(households, 0)?;
        let numbers = numbers.to_vec();
        Ok(Collected { results: self, numbers, municipalities, order, first, persons, cells })
    }
}

/// An outcome that is wished for, and the table it belongs to.
#[derive(Debug, Clone, Copy)]
struct Named<'c> {
    table: Table,
    name: &'c str,
    policy: bool,
}

fn outcome<'c>(corpus: &'c Corpus, wish: &Wish) -> Result<Named<'c>, ResultsError> {
    let model: &Model = &corpus.model;
    let outcome = found(corpus, wish).ok_or_else(|| {
        ResultsError::NoOutcome(model.property_name(wish.property).singular.clone())
    })?;
    let name = &outcome.name;
    if !matches!(model.property_type(wish.property), Type::Number(_)) {
        return Err(ResultsError::NoNumber(name.clone()));
    }
    if wish.decimals != DECIMALS {
        return Err(ResultsError::Decimals(name.clone()));
    }
    let policy = outcome.scheme.is_some();
    match model[outcome.objecttype].name.singular.as_str() {
        "Huishouden" => Ok(Named { table: Table::Households, name, policy }),
        "Persoon" => Ok(Named { table: Table::Persons, name, policy }),
        owner => {
            let (outcome, owner) = (name.clone(), owner.to_string());
            Err(ResultsError::NoTable { outcome, owner })
        }
    }
}

impl ResultTable {
    fn schema(&self) -> SchemaRef {
        let mut columns = vec![Column::new(HOUSEHOLD, DataType::Int64, false)];
        columns.push(match self.table {
            Table::Households => Column::new(MUNICIPALITY, table::codes(), true),
            Table::Persons => Column::new(PLACE, DataType::Int32, false),
        });
        columns.extend(self.outcomes.iter().map(|name| Column::new(name, AMOUNT, true)));
        Arc::new(Schema::new(columns))
    }
}

/// The answers for a batch, as they come: pieces put them in their places from all threads at once.
#[derive(Debug)]
pub struct Collected<'r> {
    results: &'r Results,
    /// The numbers of the households, by row.
    numbers: Vec<i64>,
    /// By row, the position of the municipality; nothing when the table did not say.
    municipalities: Option<Vec<i32>>,
    /// By position in the population, the row.
    order: Vec<u32>,
    /// By row of the households, the row of the first person.
    first: Vec<usize>,
    persons: usize,
    /// By table and column, a cell for each row: cents, [`UNKNOWN`] or [`TOO_LARGE`]. No two pieces
    /// write the same cell.
    cells: Vec<Vec<Vec<AtomicI64>>>,
}

impl Collected<'_> {
    /// Puts the answers of a piece in their rows: of the request that the tables are of.
    ///
    /// # Panics
    ///
    /// When the piece has households that are not of this batch.
    pub fn take(&self, piece: &Piece<'_>) {
        let households = piece.households().iter();
        let rows: Vec<usize> = households.map(|&at| self.order[at as usize] as usize).collect();
        let persons: Vec<usize> = rows.iter().map(|&row| self.first[row]).collect();
        let put = |part: &Part, (wish, instance, answers): (usize, InstanceId, &[f64])| {
            let Some(Target { table, column, policy }) = part.columns[wish] else { return };
            let cells = &self.cells[table][column];
            let (rows, offset) = match self.results.tables[table].table {
                Table::Households => (&rows, 0),
                Table::Persons => (&persons, instance.position()),
            };
            for (row, &answer) in rows.iter().zip(answers) {
                cells[row + offset].store(cents(answer, policy), Ordering::Relaxed);
            }
        };
        for part in &self.results.parts {
            match part.variant {
                None => piece.columns_on(part.moment).for_each(|column| put(part, column)),
                Some(variant) => {
                    piece.changes_on(part.moment, variant).for_each(|column| put(part, column));
                }
            }
        }
    }

    /// The tables, in the order of [`Results::files`]. An error for an amount that is too large to be
    /// told to the cent, which only a mistake in the rules can bring about.
    pub fn tables(self) -> Result<Vec<RecordBatch>, TableError> {
        let counts = self.first.iter().skip(1).chain([&self.persons]).zip(&self.first);
        let counts: Vec<usize> = counts.map(|(next, first)| next - first).collect();
        let of_persons = self.numbers.iter().zip(&counts);
        let of_persons: Int64Array =
            of_persons.flat_map(|(&number, &count)| std::iter::repeat_n(number, count)).collect();
        let of_persons: ArrayRef = Arc::new(of_persons);
        let places: Int32Array = counts.iter().flat_map(|&count| 0..count as i32).collect();
        let places: ArrayRef = Arc::new(places);
        let municipalities = municipalities::codes(self.municipalities, self.numbers.len());
        let numbers: ArrayRef = Arc::new(Int64Array::from(self.numbers));
        let mut batches = Vec::new();
        for (table, columns) in self.results.tables.iter().zip(self.cells) {
            let mut arrays = match table.table {
                Table::Households => vec![numbers.clone(), municipalities.clone()],
                Table::Persons => vec![of_persons.clone(), places.clone()],
            };
            for (outcome, cells) in table.outcomes.iter().zip(columns) {
                let numbers = if table.table == Table::Persons { &of_persons } else { &numbers };
                let amounts = amounts(cells).map_err(|row| TableError {
                    table: table.table.name(),
                    column: Some(outcome.clone()),
                    row: None,
                    message: too_large(numbers.as_primitive::<Int64Type>().value(row)),
                });
                arrays.push(amounts?);
            }
            let batch = RecordBatch::try_new(table.schema(), arrays);
            batches.push(batch.map_err(|error| {
                let message = text!(
                    "De uitkomsten passen niet in de tabel: {error}.",
                    "The outcomes do not fit the table: {error}."
                );
                TableError { table: table.table.name(), column: None, row: None, message }
            })?);
        }
        Ok(batches)
    }
}

/// An answer as a cell.
fn cents(answer: f64, policy: bool) -> i64 {
    match Answer::from(answer) {
        Answer::Number(cents) if cents.abs() > LARGEST => TOO_LARGE,
        Answer::Number(cents) => cents as i64,
        Answer::Empty if policy => UNKNOWN,
        Answer::Empty => 0,
        Answer::Unknown => UNKNOWN,
    }
}

fn too_large(household: i64) -> Text {
    text!(
        "Het bedrag van huishouden {household} is te groot om op de cent te geven. De regels kloppen \
         hier niet.",
        "The amount of household {household} is too large to be given to the cent. The rules are \
         wrong here."
    )
}

/// A column of amounts, or the first row that is too large.
fn amounts(cells: Vec<AtomicI64>) -> Result<ArrayRef, usize> {
    let cells: Vec<i64> = cells.into_iter().map(AtomicI64::into_inner).collect();
    if let Some(row) = cells.iter().position(|&cell| cell == TOO_LARGE) {
        return Err(row);
    }
    let amounts = match cells.contains(&UNKNOWN) {
        false => Decimal64Array::from(cells),
        true => cells.into_iter().map(|cell| (cell != UNKNOWN).then_some(cell)).collect(),
    };
    Ok(Arc::new(amounts.with_data_type(AMOUNT)))
}
