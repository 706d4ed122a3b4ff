//! Columns: values, which of them are there, and which could not be determined.

use regelspraak::model::{Type, Value};

use super::dates::days;
use super::{TOLERANCE, has_column};

/// A value for each row.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The values; where there is none, anything.
    pub values: Values,
    /// Whether there is a value, rather than leeg.
    pub valid: Vec<bool>,
    /// Whether the value could not be determined.
    pub fault: Vec<bool>,
}

/// The values of a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Values {
    /// Numbers.
    Number(Vec<f64>),
    /// Dates, in days since 1 January 1970.
    Date(Vec<i32>),
    /// Booleans.
    Boolean(Vec<bool>),
    /// Positions in a domein.
    Enumeration(Vec<u16>),
}

/// Does the same for each kind of values.
macro_rules! each {
    ($values:expr, $list:ident => $do:expr) => {
        match $values {
            Values::Number($list) => Values::Number($do),
            Values::Date($list) => Values::Date($do),
            Values::Boolean($list) => Values::Boolean($do),
            Values::Enumeration($list) => Values::Enumeration($do),
        }
    };
}

impl Column {
    /// The column for values of a datatype; nothing for text and moments.
    pub(super) fn from_values(datatype: &Type, values: &[Value]) -> Option<Column> {
        let mut column = Column::empty(datatype, values.len())?;
        for (at, value) in values.iter().enumerate() {
            column.valid[at] = true;
            match (&mut column.values, value) {
                (Values::Number(list), Value::Number(number)) => list[at] = number.to_f64(),
                (Values::Date(list), Value::Date(date)) => list[at] = days(*date),
                (Values::Boolean(list), Value::Boolean(value)) => list[at] = *value,
                (Values::Enumeration(list), Value::Enumeration(value)) => list[at] = *value,
                _ => column.valid[at] = false,
            }
        }
        Some(column)
    }

    /// All leeg.
    pub(super) fn empty(datatype: &Type, rows: usize) -> Option<Column> {
        let values = match datatype {
            _ if !has_column(datatype) => return None,
            Type::Number(_) => Values::Number(vec![0.0; rows]),
            Type::Boolean => Values::Boolean(vec![false; rows]),
            Type::Enumeration(_) => Values::Enumeration(vec![0; rows]),
            _ => Values::Date(vec![0; rows]),
        };
        Some(Column { values, valid: vec![false; rows], fault: vec![false; rows] })
    }

    pub(super) fn booleans(list: Vec<bool>) -> Column {
        let rows = list.len();
        Column { values: Values::Boolean(list), valid: vec![true; rows], fault: vec![false; rows] }
    }

    pub(super) fn numbers(list: Vec<f64>) -> Column {
        let rows = list.len();
        Column { values: Values::Number(list), valid: vec![true; rows], fault: vec![false; rows] }
    }

    /// The same value everywhere.
    pub(super) fn constant(datatype: &Type, value: &Value, rows: usize) -> Option<Column> {
        let one = Column::from_values(datatype, std::slice::from_ref(value))?;
        let values = each!(&one.values, list => vec![list[0]; rows]);
        Some(Column { values, valid: vec![one.valid[0]; rows], fault: vec![false; rows] })
    }

    /// The rows at these positions; leeg for `u32::MAX`, nobody.
    pub(super) fn gather(&self, rows: &[u32]) -> Column {
        let here = |row: u32| row != u32::MAX;
        let values = each!(&self.values, list => rows
            .iter()
            .map(|&row| if here(row) { list[row as usize] } else { Default::default() })
            .collect());
        let flags = |flags: &[bool]| {
            rows.iter().map(|&row| here(row) && flags[row as usize]).collect::<Vec<_>>()
        };
        Column { values, valid: flags(&self.valid), fault: flags(&self.fault) }
    }

    /// Whether two rows hold the same value, for numbers up to the tolerance.
    pub(super) fn same(&self, at: usize, other: &Column, beside: usize) -> bool {
        self.valid[at] == other.valid[beside]
            && (!self.valid[at]
                || match (&self.values, &other.values) {
                    (Values::Number(a), Values::Number(b)) => close(a[at], b[beside]),
                    (Values::Date(a), Values::Date(b)) => a[at] == b[beside],
                    (Values::Boolean(a), Values::Boolean(b)) => a[at] == b[beside],
                    (Values::Enumeration(a), Values::Enumeration(b)) => a[at] == b[beside],
                    _ => false,
                })
    }

    /// Copies a row.
    pub(super) fn copy(&mut self, at: usize, from: &Column, row: usize) {
        match (&mut self.values, &from.values) {
            (Values::Number(to), Values::Number(from)) => to[at] = from[row],
            (Values::Date(to), Values::Date(from)) => to[at] = from[row],
            (Values::Boolean(to), Values::Boolean(from)) => to[at] = from[row],
            (Values::Enumeration(to), Values::Enumeration(from)) => to[at] = from[row],
            _ => self.fault[at] = true,
        }
        self.valid[at] = from.valid[row];
        self.fault[at] |= from.fault[row];
    }
}

/// Whether two numbers are the same up to the tolerance.
pub(super) fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= TOLERANCE * one.abs().max(other.abs()).max(1.0)
}
