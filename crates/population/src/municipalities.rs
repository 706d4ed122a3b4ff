//! The municipality of a household, and what the rules know of each municipality: from its package, and
//! from the table of municipalities.

mod table;

use std::sync::Arc;

use arrow_array::{ArrayRef, Int16Array, Int16DictionaryArray, RecordBatch, StringArray};
use arrow_schema::{DataType, Field as Column, Schema, SchemaRef};
use corpus::PolicySet;
use corpus::document::DocumentError;
use engine::columnar::{Written, day_since_1970};
use engine::data::{Data, DataError, InstanceId};
use engine::language::{Bilingual, Text};
use engine::plan::{derived_by_rules, read_by_rules};
use engine::text;
use household::Municipality;
use jiff::civil::{Date, date};
use regelspraak::model::{Model, ObjectTypeId, Precision, Property, Type, Value};
use regelspraak::number::Number;

use crate::TableError;
use crate::cells::{self, Place};
use crate::intake::IntakeError;
use crate::table::{MUNICIPALITY, Table};
use table::TableColumn;

/// The name of the table.
pub const TABLE: &str = "gemeenten";

/// The most decimals a column of the executor keeps, and those of a number that declares none.
const DECIMALS: (u32, u32) = (4, 2);
/// The largest whole number in a column of the executor.
const LARGEST: i128 = 1_000_000_000;
/// The position of no municipality.
const NOWHERE: i32 = -1;

/// What an intake knows of the municipalities of its households.
pub(crate) struct Local<'m> {
    model: &'m Model,
    /// The properties of a municipality that rules read.
    needed: Vec<Property>,
    /// Whether rules read the name or code of a municipality, so that shapes differ by it.
    by_name: bool,
    known: Option<Municipalities>,
    /// The packages of municipalities, and the day for which they were taken.
    policies: Option<(&'m PolicySet, Date)>,
}

/// A scheme that is not the same on the day of a request as on the day for which it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherPolicy {
    /// The municipality.
    pub municipality: &'static str,
    /// The scheme.
    pub scheme: String,
    /// The day for which it was taken.
    pub taken: Date,
    /// The day of the request.
    pub asked: Date,
}

impl OtherPolicy {
    pub(crate) fn text(&self) -> Text {
        let OtherPolicy { municipality, scheme, taken, asked } = self;
        text!(
            "De regeling ‘{scheme}’ van de gemeente {municipality} is op {asked} anders dan op {taken}. \
             Reken die dag apart door.",
            "The scheme ‘{scheme}’ of the municipality {municipality} is not the same on {asked} as on \
             {taken}. Work out that day by itself."
        )
    }
}

/// What is given of municipalities.
#[derive(Debug)]
struct Municipalities {
    columns: Vec<Given>,
    /// By position in the list of municipalities, whether something is not there that must be.
    lacking: Vec<bool>,
    /// By position, a number that is the same for those of which the same is known.
    patterns: Vec<i32>,
}

/// A property of all municipalities, by position in the list.
#[derive(Debug)]
struct Given {
    property: Property,
    /// Whether it may be unknown.
    optional: bool,
    /// As the executor has them; 0 where there is no value.
    cells: Vec<i32>,
    values: Vec<Option<Value>>,
    /// Where the table gives the value.
    from_table: Vec<bool>,
}

/// The attributen and kenmerken of Gemeente that a table can give: what no rule derives, and no text.
pub(crate) fn properties(model: &Model) -> Vec<Property> {
    let Some(objecttype) = objecttype(model) else { return Vec::new() };
    let derived = derived_by_rules(model);
    let attributes = model[objecttype].attributes.iter().map(|&it| Property::Attribute(it));
    let kenmerken = model[objecttype].kenmerken.iter().map(|&it| Property::Kenmerk(it));
    let mut all: Vec<Property> = attributes.chain(kenmerken).collect();
    all.retain(|it| !derived.contains(it) && datatype(model, *it).is_some());
    all
}

/// The columns of the table for a model. The names are those of the attributen and kenmerken, with
/// underscores; numbers are in their units. Those that no rule reads may be absent.
pub fn schema(model: &Model) -> SchemaRef {
    let mut columns = vec![Column::new(MUNICIPALITY, DataType::Utf8, false)];
    columns.extend(properties(model).into_iter().filter_map(|property| {
        Some(Column::new(column_name(model, property), datatype(model, property)?, false))
    }));
    Arc::new(Schema::new(columns))
}

fn objecttype(model: &Model) -> Option<ObjectTypeId> {
    model.objecttype("Gemeente")
}

pub(crate) fn column_name(model: &Model, property: Property) -> String {
    model.property_name(property).singular.replace(' ', "_")
}

fn datatype(model: &Model, property: Property) -> Option<DataType> {
    match model.property_type(property) {
        Type::Number(_) => match decimals(model, property) {
            0 => Some(DataType::Int32),
            decimals => Some(DataType::Decimal32(9, decimals as i8)),
        },
        Type::Boolean => Some(DataType::Boolean),
        Type::Date(Precision::Day) => Some(DataType::Date32),
        Type::Enumeration(_) => Some(DataType::Utf8),
        _ => None,
    }
}

/// The decimals with which the executor keeps a number.
fn decimals(model: &Model, property: Property) -> u32 {
    match model.property_type(property) {
        Type::Number(number) => number.decimals.unwrap_or(DECIMALS.1).min(DECIMALS.0),
        _ => 0,
    }
}

/// Where the households of a batch live, as positions in the list of municipalities; nothing where the
/// table has no such column, and for a household of which it is not known a number below zero.
pub(crate) fn of_households(
    households: &RecordBatch,
    first: usize,
) -> Result<Option<Vec<i32>>, TableError> {
    let place = Place { table: Table::Households.name(), column: MUNICIPALITY, first };
    let Some(array) = households.column_by_name(MUNICIPALITY) else { return Ok(None) };
    cells::words(array, place, NOWHERE, position).map(Some)
}

fn position(given: &str) -> Result<i32, Text> {
    let found = Municipality::find(given);
    let found = found.map_err(|error| Text::new(error.to_string(), error.english()))?;
    let position = Municipality::all().iter().position(|it| it == found);
    Ok(position.map_or(NOWHERE, |position| position as i32))
}

/// The municipality at a position of [`of_households`].
pub(crate) fn at(position: i32) -> Option<&'static Municipality> {
    Municipality::all().get(usize::try_from(position).ok()?)
}

/// The codes at positions of [`of_households`]; null where the municipality is not known.
pub(crate) fn codes(positions: Option<Vec<i32>>, rows: usize) -> ArrayRef {
    let codes = StringArray::from_iter_values(Municipality::all().iter().map(|it| it.code));
    let key = |position: i32| at(position).and(i16::try_from(position).ok());
    let keys: Int16Array = match positions {
        Some(positions) => positions.into_iter().map(key).collect(),
        None => Int16Array::new_null(rows),
    };
    Arc::new(Int16DictionaryArray::new(keys, Arc::new(codes)))
}

impl<'m> Local<'m> {
    /// Nothing yet, of the properties that `read` says rules read.
    pub fn new(model: &'m Model, read: impl Fn(&Property) -> bool) -> Local<'m> {
        let name = |property: &Property| {
            Some(model.property_owner(*property)) == objecttype(model)
                && model.property_type(*property) == Type::Text
        };
        Local {
            model,
            needed: properties(model).into_iter().filter(read).collect(),
            by_name: read_by_rules(model).iter().any(name),
            known: None,
            policies: None,
        }
    }

    /// Takes what is given of municipalities instead of what was; see
    /// [`Intake::given`](crate::intake::Intake::given).
    pub fn give(
        &mut self,
        policies: Option<(&'m PolicySet, Date)>,
        table: Option<&RecordBatch>,
    ) -> Result<(), IntakeError> {
        self.known = Some(Municipalities::new(self.model, &self.needed, policies, table)?);
        self.policies = policies;
        Ok(())
    }

    /// What tells shapes apart of the municipality at a position: which it is when rules name it, or
    /// else what is known of it.
    pub fn told_apart(&self, position: i32) -> i32 {
        match &self.known {
            _ if self.by_name => position,
            Some(known) => known.pattern(position),
            None => position.min(0),
        }
    }

    /// Whether the rules have what they need of the municipalities of households; `first` is the row of
    /// the first.
    pub fn check(&self, positions: &[i32], first: usize) -> Result<(), TableError> {
        if self.needed.is_empty() {
            return Ok(());
        }
        let lacks = |position: i32| self.known.as_ref().is_none_or(|known| known.lacks(position));
        let lacking = positions.iter().position(|&it| at(it).is_some() && lacks(it));
        let Some(lacking) = lacking else { return Ok(()) };
        let name = at(positions[lacking]).map_or("", |municipality| municipality.name);
        let place = Place { table: Table::Households.name(), column: MUNICIPALITY, first };
        let message = text!(
            "De gemeente {name} staat niet in de tabel gemeenten. De regels hebben haar nodig.",
            "The municipality {name} is not in the table gemeenten. The rules need it."
        );
        Err(place.error(Some(lacking), message))
    }

    /// The column of a property, when rules read it.
    pub fn column(&self, property: Property) -> Option<usize> {
        self.needed.iter().position(|it| *it == property)
    }

    /// The cell of a column for the municipality at a position.
    pub fn cell(&self, column: usize, position: i32) -> i32 {
        self.known.as_ref().map_or(0, |known| known.cell(column, position))
    }

    /// Gives the object of a municipality its values.
    pub fn fill(
        &self,
        data: &mut Data,
        instance: InstanceId,
        position: i32,
    ) -> Result<(), DataError> {
        let Some(known) = &self.known else { return Ok(()) };
        known.fill(self.model, data, instance, position)
    }

    /// Whether the packages say the same for another day, of what the rules read.
    pub fn holds_on(&self, asked: Date) -> Result<(), OtherPolicy> {
        let (Some((policies, taken)), Some(known)) = (self.policies, &self.known) else {
            return Ok(());
        };
        if asked == taken {
            return Ok(());
        }
        for given in &known.columns {
            let of = |municipality: &Municipality, day: Date| {
                let mut stated = policies.on(municipality.code, day);
                let value = stated.find(|(property, _)| *property == given.property);
                // A kenmerk that is not given is onwaar.
                value.map(|(_, value)| value).filter(|value| **value != Value::Boolean(false))
            };
            let all = Municipality::all().iter().zip(&given.from_table);
            let mut own = all.filter(|(_, from_table)| !**from_table).map(|(it, _)| it);
            if let Some(other) = own.find(|it| of(it, taken) != of(it, asked)) {
                let scheme = policies.scheme_of(given.property).map(|it| &policies[it]);
                return Err(OtherPolicy {
                    municipality: other.name,
                    scheme: scheme.map(|scheme| scheme.name.clone()).unwrap_or_default(),
                    taken,
                    asked,
                });
            }
        }
        Ok(())
    }
}

impl Municipalities {
    /// Takes in what the rules need: of the policies on a day, and of the table, which goes before them.
    /// What belongs to a scheme of the policies may be unknown; anything else the table must have. The
    /// table is checked cell by cell.
    fn new(
        model: &Model,
        needed: &[Property],
        policies: Option<(&PolicySet, Date)>,
        table: Option<&RecordBatch>,
    ) -> Result<Municipalities, IntakeError> {
        let schemes = policies.into_iter().flat_map(|(policies, _)| policies.schemes());
        let optional: Vec<Property> =
            schemes.flat_map(|scheme| &scheme.values).map(|value| value.property).collect();
        let count = Municipality::all().len();
        let mut columns: Vec<Given> = needed
            .iter()
            .map(|&property| {
                let optional = optional.contains(&property);
                let kenmerk = matches!(property, Property::Kenmerk(_)) && optional;
                let value = kenmerk.then_some(Value::Boolean(false));
                Given {
                    property,
                    optional,
                    cells: vec![0; count],
                    values: vec![value; count],
                    from_table: vec![false; count],
                }
            })
            .collect();
        if let Some((policies, day)) = policies {
            columns.iter_mut().try_for_each(|it| it.lay_down(model, policies, day))?;
        }
        if let Some(table) = table {
            let positions = table::rows(table)?;
            for given in &mut columns {
                let name = column_name(model, given.property);
                if !(given.optional && table.column_by_name(&name).is_none()) {
                    given.put(
                        TableColumn::new(model, given.property, table, &positions)?,
                        &positions,
                    );
                }
            }
        }
        let known = |at: usize| -> Vec<bool> {
            columns.iter().map(|given| given.values[at].is_some()).collect()
        };
        let mut seen: Vec<Vec<bool>> = Vec::new();
        let patterns = (0..count).map(|at| {
            let known = known(at);
            let pattern = seen.iter().position(|it| *it == known).unwrap_or(seen.len());
            if pattern == seen.len() {
                seen.push(known);
            }
            pattern as i32
        });
        let patterns = patterns.collect();
        let lacks = |at: usize| columns.iter().any(|it| !it.optional && it.values[at].is_none());
        let lacking = (0..count).map(lacks).collect();
        Ok(Municipalities { columns, lacking, patterns })
    }

    /// Whether something is not there of a municipality that must be.
    fn lacks(&self, position: i32) -> bool {
        usize::try_from(position).is_ok_and(|at| self.lacking[at])
    }

    /// What tells municipalities apart of which other things are known.
    fn pattern(&self, position: i32) -> i32 {
        usize::try_from(position).map_or(NOWHERE, |at| self.patterns[at])
    }

    /// The cell of a needed column for the municipality at a position.
    fn cell(&self, column: usize, position: i32) -> i32 {
        usize::try_from(position).map_or(0, |at| self.columns[column].cells[at])
    }

    /// Gives the object of a municipality its values.
    fn fill(
        &self,
        model: &Model,
        data: &mut Data,
        instance: InstanceId,
        position: i32,
    ) -> Result<(), DataError> {
        let Ok(at) = usize::try_from(position) else { return Ok(()) };
        let known =
            self.columns.iter().filter_map(|it| Some((it.property, it.values[at].clone()?)));
        let mut known = known;
        known.try_for_each(|(property, value)| data.set_property(model, instance, property, value))
    }
}

impl Given {
    /// Takes what the packages of municipalities say for a day. What does not fit a column is told with
    /// its place in the package.
    fn lay_down(
        &mut self,
        model: &Model,
        policies: &PolicySet,
        day: Date,
    ) -> Result<(), DocumentError> {
        let decimals = decimals(model, self.property);
        for package in policies.packages() {
            let code = package.code.as_str();
            let Some(at) = Municipality::all().iter().position(|it| it.code == code) else {
                continue;
            };
            let Some((period, stated)) = policies.source_of(code, self.property, day) else {
                continue;
            };
            let mut values = stated.values.iter();
            let Some((_, value)) = values.find(|(property, _)| *property == self.property) else {
                continue;
            };
            let cell = cell_of(value, decimals).ok_or_else(|| {
                let (message, hint) = (does_not_fit(decimals), SHORTER);
                let error = DocumentError::new(&package.file, period.position, message, hint);
                let path = model.property_name(self.property).singular.clone();
                DocumentError { path, ..error }
            })?;
            (self.cells[at], self.values[at]) = (cell, Some(value.clone()));
        }
        Ok(())
    }

    /// Takes a column of the table.
    fn put(&mut self, column: TableColumn, positions: &[i32]) {
        let rows = column.cells.into_iter().zip(column.values).zip(positions);
        for ((cell, value), &position) in rows {
            if let Ok(at) = usize::try_from(position) {
                (self.cells[at], self.values[at]) = (cell, Some(value));
                self.from_table[at] = true;
            }
        }
    }
}

/// A value as the executor has it; nothing when it does not fit.
fn cell_of(value: &Value, decimals: u32) -> Option<i32> {
    match value {
        Value::Number(number) => {
            let parts = (number * &Number::from(10i64.pow(decimals))).to_i64()?;
            at_scale(i128::from(parts), 0, 0)
        }
        Value::Boolean(holds) => Some(i32::from(*holds)),
        Value::Enumeration(at) => Some(i32::from(*at)),
        Value::Date(day) => {
            let days = day.since((jiff::Unit::Day, date(1970, 1, 1))).ok()?.get_days();
            day_since_1970(days)
        }
        _ => None,
    }
}

/// Whether the executor writes the values of a property as the table has them.
pub(crate) fn is_written(model: &Model, property: Property, written: Written) -> bool {
    match written {
        Written::Parts(parts) => parts == 10u64.pow(decimals(model, property)),
        Written::Day | Written::Position | Written::Bit => true,
    }
}

/// A number with so many decimals with other decimals; nothing when it needs more, or is too large.
fn at_scale(number: i128, scale: u32, decimals: u32) -> Option<i32> {
    let parts = number.checked_mul(10i128.checked_pow(decimals)?)?;
    let divisor = 10i128.checked_pow(scale)?;
    let parts = (parts % divisor == 0).then_some(parts / divisor)?;
    (parts.abs() <= LARGEST).then(|| i32::try_from(parts).ok())?
}

fn does_not_fit(decimals: u32) -> Text {
    text!(
        "Dit getal is te groot, of het heeft te veel cijfers achter de komma (hooguit {decimals}).",
        "This number is too large, or it has too many decimals (at most {decimals})."
    )
}

const SHORTER: Text = Text::fixed(
    "Schrijf een kleiner getal, of rond het af.",
    "Write a smaller number, or round it.",
);
