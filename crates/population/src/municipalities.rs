//! The municipality of a household, and the table of what the rules know of each municipality.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal32Type, Decimal64Type, Decimal128Type, Int32Type, Int64Type,
};
use arrow_array::{Array, ArrayRef, Int16Array, Int16DictionaryArray, RecordBatch, StringArray};
use arrow_schema::{DataType, Field as Column, Schema, SchemaRef};
use corpus::PolicySet;
use engine::columnar::{Written, day_since_1970};
use engine::data::{Data, DataError, InstanceId};
use engine::language::{Bilingual, Text};
use engine::text;
use household::Municipality;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use regelspraak::model::{Model, ObjectTypeId, Precision, Property, Type, Value};
use regelspraak::number::Number;

use crate::TableError;
use crate::cells::{self, Place};
use crate::table::{MUNICIPALITY, Table};

/// The name of the table.
pub const TABLE: &str = "gemeenten";

/// The most decimals a column of the executor keeps, and those of a number that declares none.
const DECIMALS: (u32, u32) = (4, 2);
/// The largest whole number in a column of the executor.
const LARGEST: i128 = 1_000_000_000;
/// The position of no municipality.
const NOWHERE: i32 = -1;

/// What is given of municipalities.
#[derive(Debug)]
pub(crate) struct Municipalities {
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
}

/// A column of the table.
struct TableColumn {
    property: Property,
    /// By row.
    cells: Vec<i32>,
    values: Vec<Value>,
}

/// The attributen and kenmerken of Gemeente that a table can give: what no rule derives, and no text.
pub(crate) fn properties(model: &Model) -> Vec<Property> {
    let Some(objecttype) = objecttype(model) else { return Vec::new() };
    let versions = model.rules.iter().flat_map(|rule| &rule.versions);
    let derived = versions.flat_map(|version| &version.cases).map(|case| case.action.property());
    let derived: Vec<Property> = derived.collect();
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

impl Municipalities {
    /// Takes in what the rules need: of the policies on a day, and of the table, which goes before them.
    /// What belongs to a scheme of the policies may be unknown; anything else the table must have. The
    /// table is checked cell by cell.
    pub fn new(
        model: &Model,
        needed: &[Property],
        policies: Option<(&PolicySet, Date)>,
        table: Option<&RecordBatch>,
    ) -> Result<Municipalities, TableError> {
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
                Given { property, optional, cells: vec![0; count], values: vec![value; count] }
            })
            .collect();
        if let Some((policies, day)) = policies {
            columns.iter_mut().try_for_each(|it| it.lay_down(model, policies, day))?;
        }
        if let Some(table) = table {
            let positions = rows(table)?;
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
    pub fn lacks(&self, position: i32) -> bool {
        usize::try_from(position).is_ok_and(|at| self.lacking[at])
    }

    /// What tells municipalities apart of which other things are known.
    pub fn pattern(&self, position: i32) -> i32 {
        usize::try_from(position).map_or(NOWHERE, |at| self.patterns[at])
    }

    /// The cell of a needed column for the municipality at a position.
    pub fn cell(&self, column: usize, position: i32) -> i32 {
        usize::try_from(position).map_or(0, |at| self.columns[column].cells[at])
    }

    /// Gives the object of a municipality its values.
    pub fn fill(
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
        known.try_for_each(|(property, value)| set(model, data, instance, property, value))
    }
}

/// The positions of the municipalities in the rows of the table.
fn rows(table: &RecordBatch) -> Result<Vec<i32>, TableError> {
    let place = Place { table: TABLE, column: MUNICIPALITY, first: 0 };
    let names = cells::column(table, place)?;
    cells::no_nulls(names, place, |_| true)?;
    let positions = cells::words(names, place, NOWHERE, position)?;
    let mut seen = vec![false; Municipality::all().len()];
    for (row, &position) in positions.iter().enumerate() {
        let known = usize::try_from(position).ok().and_then(|at| seen.get_mut(at));
        if known.is_some_and(|known| std::mem::replace(known, true)) {
            let message = text!(
                "Deze gemeente staat al in een eerdere rij.",
                "This municipality is already in an earlier row."
            );
            return Err(place.error(Some(row), message));
        }
    }
    Ok(positions)
}

impl Given {
    /// Takes what the packages of municipalities say for a day.
    fn lay_down(
        &mut self,
        model: &Model,
        policies: &PolicySet,
        day: Date,
    ) -> Result<(), TableError> {
        for (at, municipality) in Municipality::all().iter().enumerate() {
            let mut stated = policies.on(municipality.code, day);
            let Some((_, value)) = stated.find(|(property, _)| *property == self.property) else {
                continue;
            };
            let cell = cell_of(value, decimals(model, self.property)).ok_or_else(|| {
                let name = column_name(model, self.property);
                let place = Place { table: TABLE, column: &name, first: 0 };
                place.error(None, does_not_fit(decimals(model, self.property)))
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

impl TableColumn {
    fn new(
        model: &Model,
        property: Property,
        table: &RecordBatch,
        positions: &[i32],
    ) -> Result<TableColumn, TableError> {
        let name = column_name(model, property);
        let place = Place { table: TABLE, column: &name, first: 0 };
        let array = cells::column(table, place)?;
        cells::no_nulls(array, place, |_| true)?;
        let expected = datatype(model, property).unwrap_or(DataType::Null);
        let wrong = || cells::wrong_type(place, &expected, array.data_type());
        let (cells, values): (Vec<i32>, Vec<Value>) = match model.property_type(property) {
            Type::Number(_) => {
                let decimals = decimals(model, property);
                let (numbers, scale) = numbers(array).ok_or_else(wrong)?;
                let parts = numbers.into_iter().enumerate().map(|(row, number)| {
                    let parts = at_scale(number, scale, decimals);
                    parts.ok_or_else(|| place.error(Some(row), does_not_fit(decimals)))
                });
                let parts = parts.collect::<Result<Vec<i32>, _>>()?;
                let scale = Number::from(10i64.pow(decimals));
                let value = |&parts: &i32| {
                    let number = Number::from(i64::from(parts)).checked_div(&scale);
                    Value::Number(number.unwrap_or(Number::ZERO))
                };
                let values = parts.iter().map(value).collect();
                (parts, values)
            }
            Type::Boolean => {
                let bits = array.as_boolean_opt().ok_or_else(wrong)?.values();
                bits.iter().map(|bit| (i32::from(bit), Value::Boolean(bit))).unzip()
            }
            Type::Date(_) => {
                let days = array.as_primitive_opt::<Date32Type>().ok_or_else(wrong)?;
                let day = |(row, &days): (usize, &i32)| {
                    let key = day_since_1970(days);
                    let day = date(1970, 1, 1).checked_add(days.days()).ok();
                    let day = key.zip(day.map(Value::Date));
                    day.ok_or_else(|| place.error(Some(row), cells::no_day()))
                };
                let days = days.values().iter().enumerate().map(day);
                days.collect::<Result<Vec<_>, _>>()?.into_iter().unzip()
            }
            Type::Enumeration(domain) => {
                let words: Vec<&str> = model[domain].values.iter().map(String::as_str).collect();
                let cells = cells::words(array, place, 0, |word| cells::choose(&words, word))?;
                let values = cells.iter().map(|&at| Value::Enumeration(at as u16)).collect();
                (cells, values)
            }
            _ => return Err(wrong()),
        };
        let codes = positions.iter().filter_map(|&position| at(position));
        let codes: Vec<&str> = codes.map(|municipality| municipality.code).collect();
        let column = TableColumn { property, cells, values };
        column.check(model, place, &codes)?;
        Ok(column)
    }

    /// Whether every value fits its attribuut: a number that cannot be below zero, say.
    fn check(&self, model: &Model, place: Place<'_>, codes: &[&str]) -> Result<(), TableError> {
        let owner = model.property_owner(self.property);
        let mut data = Data::new(model);
        for (row, (value, code)) in self.values.iter().zip(codes).enumerate() {
            let added = data.add(model, owner, code);
            let fits = added
                .and_then(|instance| set(model, &mut data, instance, self.property, value.clone()));
            fits.map_err(|error| {
                let message = Text::new(format!("{error}."), format!("{}.", error.english()));
                place.error(Some(row), message)
            })?;
        }
        Ok(())
    }
}

fn set(
    model: &Model,
    data: &mut Data,
    instance: InstanceId,
    property: Property,
    value: Value,
) -> Result<(), DataError> {
    match (property, value) {
        (Property::Attribute(attribute), value) => data.set(model, instance, attribute, value),
        (Property::Kenmerk(kenmerk), Value::Boolean(holds)) => {
            data.mark(model, instance, kenmerk, holds)
        }
        _ => Ok(()),
    }
}

/// The numbers of a column of whole numbers or decimals, and by what power of ten they are multiplied.
fn numbers(array: &ArrayRef) -> Option<(Vec<i128>, u32)> {
    let wide = |values: &[i32]| values.iter().map(|&it| i128::from(it)).collect();
    let wider = |values: &[i64]| values.iter().map(|&it| i128::from(it)).collect();
    let (numbers, scale) = match array.data_type() {
        DataType::Int32 => (wide(array.as_primitive::<Int32Type>().values()), 0),
        DataType::Int64 => (wider(array.as_primitive::<Int64Type>().values()), 0),
        &DataType::Decimal32(_, scale) => {
            (wide(array.as_primitive::<Decimal32Type>().values()), scale)
        }
        &DataType::Decimal64(_, scale) => {
            (wider(array.as_primitive::<Decimal64Type>().values()), scale)
        }
        &DataType::Decimal128(_, scale) => {
            (array.as_primitive::<Decimal128Type>().values().to_vec(), scale)
        }
        _ => return None,
    };
    Some((numbers, u32::try_from(scale).ok()?))
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
