//! The municipality of a household, and the table of what the rules know of each municipality.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal32Type, Decimal64Type, Decimal128Type, Int32Type, Int64Type,
};
use arrow_array::{Array, ArrayRef, Int16Array, Int16DictionaryArray, RecordBatch, StringArray};
use arrow_schema::{DataType, Field as Column, Schema, SchemaRef};
use engine::columnar::{Written, day_since_1970};
use engine::data::{Data, DataError, InstanceId};
use engine::language::{Bilingual, Text};
use engine::text;
use household::Municipality;
use jiff::ToSpan;
use jiff::civil::date;
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

/// What is given of municipalities, by row of the table.
#[derive(Debug)]
pub(crate) struct Municipalities {
    /// By position in the list of municipalities, the row.
    rows: Vec<Option<usize>>,
    columns: Vec<Given>,
}

/// A column of the table.
#[derive(Debug)]
struct Given {
    property: Property,
    /// As the executor has them.
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
    /// Takes in the table: the columns that the rules need, checked cell by cell.
    pub fn new(
        model: &Model,
        needed: &[Property],
        table: &RecordBatch,
    ) -> Result<Municipalities, TableError> {
        let place = Place { table: TABLE, column: MUNICIPALITY, first: 0 };
        let names = cells::column(table, place)?;
        cells::no_nulls(names, place, |_| true)?;
        let positions = cells::words(names, place, NOWHERE, position)?;
        let mut rows = vec![None; Municipality::all().len()];
        for (row, &position) in positions.iter().enumerate() {
            let known = usize::try_from(position).ok().and_then(|at| rows.get_mut(at));
            if known.is_some_and(|known| known.replace(row).is_some()) {
                let message = text!(
                    "Deze gemeente staat al in een eerdere rij.",
                    "This municipality is already in an earlier row."
                );
                return Err(place.error(Some(row), message));
            }
        }
        let codes = positions.into_iter().filter_map(at).map(|municipality| municipality.code);
        let codes: Vec<&str> = codes.collect();
        let column = |&property: &Property| Given::new(model, property, table, &codes);
        let columns = needed.iter().map(column).collect::<Result<_, _>>()?;
        Ok(Municipalities { rows, columns })
    }

    /// The row of a municipality.
    pub fn row(&self, position: i32) -> Option<usize> {
        self.rows.get(usize::try_from(position).ok()?).copied().flatten()
    }

    /// The cell of a needed column for the municipality at a position, which has a row.
    pub fn cell(&self, column: usize, position: i32) -> i32 {
        self.row(position).map_or(0, |row| self.columns[column].cells[row])
    }

    /// Gives the object of a municipality the values of its row.
    pub fn fill(
        &self,
        model: &Model,
        data: &mut Data,
        instance: InstanceId,
        row: usize,
    ) -> Result<(), DataError> {
        let mut columns = self.columns.iter();
        columns.try_for_each(|it| set(model, data, instance, it.property, it.values[row].clone()))
    }
}

/// Whether the executor writes the values of a property as the table has them.
pub(crate) fn is_written(model: &Model, property: Property, written: Written) -> bool {
    match written {
        Written::Parts(parts) => parts == 10u64.pow(decimals(model, property)),
        Written::Day | Written::Position | Written::Bit => true,
    }
}

impl Given {
    fn new(
        model: &Model,
        property: Property,
        table: &RecordBatch,
        codes: &[&str],
    ) -> Result<Given, TableError> {
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
        let given = Given { property, cells, values };
        given.check(model, place, codes)?;
        Ok(given)
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
