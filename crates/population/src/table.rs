//! The tables: one row for each household, and one for each person, sorted by household.
//!
//! The columns are the fields of the household file, with its names, units and meaning. Amounts
//! and hours are decimals with two digits (`Decimal32(9, 2)`), counts 32-bit integers, days
//! `Date32`, words dictionaries or text. `huishouden` connects the tables; `aantal_personen` says how
//! many rows of persons a household has, so that the two can be cut at the same place.

use std::sync::Arc;

use arrow_schema::{DataType, Field as Column, Fields, Schema};
use household::fields::{Field, Kind, Section};

/// The number of a household, in both tables.
pub const HOUSEHOLD: &str = "huishouden";
/// How many persons a household has.
pub const PERSONS: &str = "aantal_personen";
/// The municipality of a household: its name or CBS code, as in the household file. Null where it is not
/// known; the column may be absent.
pub const MUNICIPALITY: &str = "gemeente";
/// The positions of the parents of a person in the household, counted from 0; for a child without
/// it the aanvrager and the partner.
pub const PARENTS: &str = "ouders";
/// The childcare of a child.
pub const CHILDCARE: &str = "opvang";

/// One of the two tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// One row for each household.
    Households,
    /// One row for each person.
    Persons,
}

impl Table {
    /// Its name, in files and errors.
    pub fn name(self) -> &'static str {
        match self {
            Table::Households => "huishoudens",
            Table::Persons => "personen",
        }
    }

    /// The sections of the household file whose fields are its columns.
    pub fn sections(self) -> &'static [Section] {
        match self {
            Table::Households => &[Section::Household, Section::Home],
            Table::Persons => &[Section::Person],
        }
    }

    /// Its columns. Those that no rule reads may be absent when it is read.
    pub fn schema(self) -> Arc<Schema> {
        let mut columns = vec![Column::new(HOUSEHOLD, DataType::Int64, false)];
        if self == Table::Households {
            columns.push(Column::new(PERSONS, DataType::Int32, false));
            columns.push(Column::new(MUNICIPALITY, codes(), true));
        }
        for &section in self.sections() {
            let fields = section.fields().iter();
            columns.extend(fields.filter(|field| is_column(field)).map(column));
        }
        if self == Table::Persons {
            let position = Arc::new(Column::new_list_field(DataType::Int32, false));
            columns.push(Column::new(PARENTS, DataType::List(position), true));
            let fields = Section::Childcare.fields().iter().filter(|field| is_column(field));
            let fields: Fields = fields.map(column).collect();
            let childcare = Arc::new(Column::new_list_field(DataType::Struct(fields), false));
            columns.push(Column::new(CHILDCARE, DataType::List(childcare), true));
        }
        Arc::new(Schema::new(columns))
    }
}

/// Codes of municipalities, of which there are more than a byte can number.
pub(crate) fn codes() -> DataType {
    DataType::Dictionary(Box::new(DataType::Int16), Box::new(DataType::Utf8))
}

/// Whether a field is a column by itself.
pub(crate) fn is_column(field: &Field) -> bool {
    matches!(
        field.kind,
        Kind::Euro(_)
            | Kind::Whole(_)
            | Kind::Hours(_)
            | Kind::Boolean
            | Kind::Date
            | Kind::Choice(_)
    )
}

/// A field that only some have a value for is null for the others.
fn column(field: &Field) -> Column {
    Column::new(field.key, datatype(field.kind), field.only_for.is_some())
}

fn datatype(kind: Kind) -> DataType {
    match kind {
        Kind::Euro(_) | Kind::Hours(_) => DataType::Decimal32(9, 2),
        Kind::Whole(_) => DataType::Int32,
        Kind::Boolean => DataType::Boolean,
        Kind::Date => DataType::Date32,
        _ => DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8)),
    }
}
