//! Columns: values, which of them are there, and which could not be determined.

use jiff::civil::Date;
use regelspraak::model::{Type, Value};

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
        Some(one.gather(&vec![0; rows]))
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

/// Days since 1 January 1970.
pub(super) fn days(date: Date) -> i32 {
    let (year, month) = (i32::from(date.year()), i32::from(date.month()));
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(date.day()) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a day since 1 January 1970.
pub(super) fn year_month_day(days: i32) -> (i32, i32, i32) {
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let of_era = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * of_era + of_era / 4 - of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (era * 400 + of_era + i32::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_each_others_inverse() {
        let mut date = jiff::civil::date(1899, 12, 31);
        let last = jiff::civil::date(2101, 1, 1);
        let mut day = days(date);
        while date < last {
            let (year, month, of_month) = (date.year(), date.month(), date.day());
            assert_eq!(days(date), day);
            assert_eq!(year_month_day(day), (year.into(), month.into(), of_month.into()));
            date = date.tomorrow().unwrap();
            day += 1;
        }
        assert_eq!(days(jiff::civil::date(1970, 1, 1)), 0);
    }
}
