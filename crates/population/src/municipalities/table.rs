//! The table of municipalities, read and checked cell by cell.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal32Type, Decimal64Type, Decimal128Type, Int32Type, Int64Type,
};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::DataType;
use engine::data::Data;
use engine::language::{Bilingual, Text};
use engine::text;
use household::Municipality;
use jiff::ToSpan;
use jiff::civil::date;
use regelspraak::model::{Model, Property, Type, Value};
use regelspraak::number::Number;

use super::{
    NOWHERE, TABLE, at, at_scale, column_name, datatype, day_since_1970, decimals, does_not_fit,
    position,
};
use crate::TableError;
use crate::cells::{self, Place};
use crate::table::MUNICIPALITY;

/// A column of the table.
pub(super) struct TableColumn {
    property: Property,
    /// By row.
    pub cells: Vec<i32>,
    pub values: Vec<Value>,
}

/// The positions of the municipalities in the rows of the table.
pub(super) fn rows(table: &RecordBatch) -> Result<Vec<i32>, TableError> {
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

impl TableColumn {
    pub fn new(
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
            let fits = added.and_then(|instance| {
                data.set_property(model, instance, self.property, value.clone())
            });
            fits.map_err(|error| {
                let message = Text::new(format!("{error}."), format!("{}.", error.english()));
                place.error(Some(row), message)
            })?;
        }
        Ok(())
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
