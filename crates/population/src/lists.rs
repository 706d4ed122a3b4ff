//! The columns of persons that hold lists: parents and childcare.

use std::borrow::Cow;
use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{Array, RecordBatch};
use engine::text;
use household::fields::Section;

use crate::TableError;
use crate::cells::{self, Place};
use crate::table::{CHILDCARE, PARENTS, Table, is_column};

/// The positions of the parents that are named.
pub(crate) fn parents(
    persons: &RecordBatch,
    first: usize,
) -> Result<Vec<Option<&[i32]>>, TableError> {
    let place = Place { table: Table::Persons.name(), column: PARENTS, first };
    let array = cells::column(persons, place)?;
    let lists = array.as_list_opt::<i32>();
    let wrong = || {
        place.error(
            None,
            text!(
                "Verwacht: een lijst van gehele getallen (Int32).",
                "Expected: a list of whole numbers (Int32)."
            ),
        )
    };
    let lists = lists.ok_or_else(wrong)?;
    let positions = lists.values().as_primitive_opt::<Int32Type>().ok_or_else(wrong)?;
    let list = |row: usize| {
        if lists.is_null(row) {
            return Ok(None);
        }
        let range = lists.value_offsets()[row] as usize..lists.value_offsets()[row + 1] as usize;
        let list = &positions.values()[range];
        if list.len() > 2 || list.iter().any(|at| !(0..=50).contains(at)) {
            let message = text!(
                "Noem hooguit twee ouders, elk met zijn plaats in het huishouden (0 is de eerste persoon).",
                "Name at most two parents, each by its place in the household (0 is the first person)."
            );
            return Err(place.error(Some(row), message));
        }
        Ok(Some(list))
    };
    (0..lists.len()).map(list).collect()
}

/// The cells of the childcare of all persons together, and the rows of each person.
#[allow(clippy::type_complexity, reason = "the columns, and the rows")]
pub(crate) fn childcare(
    persons: &RecordBatch,
    first: usize,
) -> Result<(Vec<Cow<'_, [i32]>>, Vec<Range<usize>>), TableError> {
    let place = Place { table: Table::Persons.name(), column: CHILDCARE, first };
    let array = cells::column(persons, place)?;
    let wrong = || {
        place.error(
            None,
            text!(
                "Verwacht: een lijst met soort, uren en uurtarief.",
                "Expected: a list of soort, uren and uurtarief."
            ),
        )
    };
    let lists = array.as_list_opt::<i32>().ok_or_else(wrong)?;
    let groups = lists.values().as_struct_opt().ok_or_else(wrong)?;
    let offsets = lists.value_offsets();
    // Of one list after the other, so that the rows of a household stand together.
    let rows = |person: usize| {
        let rows = offsets[person] as usize..offsets[person + 1] as usize;
        match lists.is_null(person) && !rows.is_empty() {
            true => Err(TableError { row: Some(first + person), ..wrong() }),
            false => Ok(rows),
        }
    };
    let rows: Vec<Range<usize>> = (0..lists.len()).map(rows).collect::<Result<_, _>>()?;
    let mut columns = Vec::new();
    for field in Section::Childcare.fields() {
        // By position, so what is no column has an empty one.
        if !is_column(field) {
            columns.push(Cow::Borrowed(&[][..]));
            continue;
        }
        let array = groups.column_by_name(field.key).ok_or_else(wrong)?;
        let name = format!("{CHILDCARE}.{}", field.key);
        let place = Place { table: Table::Persons.name(), column: &name, first: 0 };
        // The row of the person rather than that of the childcare.
        let of_person = |error: TableError| TableError {
            row: error.row.and_then(|row| rows.iter().position(|rows| rows.contains(&row))),
            ..error
        };
        let column = cells::field(array, field, place, |_| true).map_err(of_person);
        columns.push(
            column
                .map_err(|error| TableError { row: error.row.map(|row| row + first), ..error })?,
        );
    }
    Ok((columns, rows))
}
