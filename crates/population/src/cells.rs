//! The cells of a column as whole numbers: cents, counts, days, positions of words, 0 and 1.

use std::borrow::Cow;
use std::collections::HashMap;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal32Type, Int32Type, Int64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::DataType;
use engine::columnar::day_since_1970;
use engine::language::Text;
use engine::text;
use household::fields::{Field, Kind};

use crate::TableError;

/// Where cells stand, for errors.
#[derive(Clone, Copy)]
pub(crate) struct Place<'p> {
    pub table: &'static str,
    pub column: &'p str,
    /// The row of the table in which the batch starts.
    pub first: usize,
}

impl Place<'_> {
    pub fn error(&self, row: Option<usize>, message: Text) -> TableError {
        TableError {
            table: self.table,
            column: Some(self.column.to_string()),
            row: row.map(|row| self.first + row),
            message,
        }
    }
}

/// A column of a batch.
pub(crate) fn column<'b>(
    batch: &'b RecordBatch,
    place: Place<'_>,
) -> Result<&'b ArrayRef, TableError> {
    batch.column_by_name(place.column).ok_or_else(|| {
        place.error(
            None,
            text!(
                "Deze kolom ontbreekt. De regels hebben haar nodig.",
                "This column is missing. The rules need it."
            ),
        )
    })
}

pub(crate) fn wrong_type(place: Place<'_>, expected: &DataType, found: &DataType) -> TableError {
    place.error(
        None,
        text!(
            "Het datatype is {found}; verwacht: {expected}.",
            "The datatype is {found}; expected: {expected}."
        ),
    )
}

/// The first row without a value, where `needed` says there must be one.
pub(crate) fn no_nulls(
    array: &dyn Array,
    place: Place<'_>,
    needed: impl Fn(usize) -> bool,
) -> Result<(), TableError> {
    // Also where a dictionary has no word.
    let Some(nulls) = array.logical_nulls() else { return Ok(()) };
    match (0..array.len()).find(|&row| nulls.is_null(row) && needed(row)) {
        Some(row) => {
            Err(place
                .error(Some(row), text!("Hier ontbreekt een waarde.", "A value is missing here.")))
        }
        None => Ok(()),
    }
}

/// Household numbers.
pub(crate) fn numbers<'b>(array: &'b ArrayRef, place: Place<'_>) -> Result<&'b [i64], TableError> {
    no_nulls(array, place, |_| true)?;
    let cells = array.as_primitive_opt::<Int64Type>();
    Ok(cells.ok_or_else(|| wrong_type(place, &DataType::Int64, array.data_type()))?.values())
}

/// Counts.
pub(crate) fn counts<'b>(array: &'b ArrayRef, place: Place<'_>) -> Result<&'b [i32], TableError> {
    no_nulls(array, place, |_| true)?;
    let cells = array.as_primitive_opt::<Int32Type>();
    Ok(cells.ok_or_else(|| wrong_type(place, &DataType::Int32, array.data_type()))?.values())
}

/// The cells of a field, 0 where there is none. `needed` says in which rows there must be one.
pub(crate) fn field<'b>(
    array: &'b ArrayRef,
    field: &Field,
    place: Place<'_>,
    needed: impl Fn(usize) -> bool,
) -> Result<Cow<'b, [i32]>, TableError> {
    no_nulls(array, place, needed)?;
    let wrong = |expected: &DataType| wrong_type(place, expected, array.data_type());
    match field.kind {
        Kind::Euro(_) | Kind::Hours(_) => {
            let expected = DataType::Decimal32(9, 2);
            let cells = array.as_primitive_opt::<Decimal32Type>();
            let cells = cells.filter(|cells| cells.scale() == 2).ok_or_else(|| wrong(&expected))?;
            let cells = without_nulls(cells.values(), array);
            let (lowest, highest) = field.range().unwrap_or((0, 0));
            within(&cells, lowest * 100, highest * 100, place)?;
            Ok(cells)
        }
        Kind::Whole(most) => {
            let cells =
                array.as_primitive_opt::<Int32Type>().ok_or_else(|| wrong(&DataType::Int32))?;
            let cells = without_nulls(cells.values(), array);
            within(&cells, 0, most, place)?;
            Ok(cells)
        }
        Kind::Boolean => {
            let cells = array.as_boolean_opt().ok_or_else(|| wrong(&DataType::Boolean))?;
            let bit = |row| i32::from(cells.is_valid(row) && cells.value(row));
            Ok((0..cells.len()).map(bit).collect())
        }
        Kind::Date => {
            let cells =
                array.as_primitive_opt::<Date32Type>().ok_or_else(|| wrong(&DataType::Date32))?;
            let day = |(row, &days): (usize, &i32)| {
                day_since_1970(days).ok_or_else(|| place.error(Some(row), no_day()))
            };
            cells.values().iter().enumerate().map(day).collect()
        }
        Kind::Choice(known) => words(array, place, 0, |word| choose(known, word)).map(Cow::Owned),
        _ => Err(wrong(&DataType::Null)),
    }
}

fn without_nulls<'b>(values: &'b [i32], array: &ArrayRef) -> Cow<'b, [i32]> {
    match array.nulls() {
        None => Cow::Borrowed(values),
        Some(nulls) => {
            values.iter().zip(nulls).map(|(&value, there)| if there { value } else { 0 }).collect()
        }
    }
}

fn within(cells: &[i32], lowest: i64, highest: i64, place: Place<'_>) -> Result<(), TableError> {
    let outside = |&cell: &i32| i64::from(cell) < lowest || i64::from(cell) > highest;
    match cells.iter().position(outside) {
        None => Ok(()),
        Some(row) => Err(place.error(
            Some(row),
            text!(
                "Dit getal is te laag of te hoog voor deze kolom.",
                "This number is too low or too high for this column."
            ),
        )),
    }
}

/// Why a day is refused.
pub(crate) fn no_day() -> Text {
    Text::fixed(
        "Dit jaar lijkt een vergissing; een dag ligt in 1800 tot en met 2300.",
        "This year looks like a mistake; a day lies in 1800 to 2300.",
    )
}

/// The position of a word in a choice.
pub(crate) fn choose(known: &[&str], word: &str) -> Result<i32, Text> {
    known.iter().position(|it| *it == word).map(|at| at as i32).ok_or_else(|| {
        let known = known.join(", ");
        text!(
            "Het woord '{word}' is hier niet bekend. Kies uit: {known}.",
            "The word '{word}' is not known here. Choose from: {known}."
        )
    })
}

/// What the words of a column mean, text or a dictionary of text; `nothing` where there is none. Each
/// word is asked for once.
pub(crate) fn words(
    array: &ArrayRef,
    place: Place<'_>,
    nothing: i32,
    meaning: impl Fn(&str) -> Result<i32, Text>,
) -> Result<Vec<i32>, TableError> {
    let refused = |row: usize, message: Text| place.error(Some(row), message);
    if let Some(dictionary) = array.as_any_dictionary_opt()
        && let Some(values) = dictionary.values().as_string_opt::<i32>()
    {
        if values.is_empty() {
            return Ok(vec![nothing; array.len()]);
        }
        let known: Vec<Option<Result<i32, Text>>> =
            values.iter().map(|word| word.map(&meaning)).collect();
        let keys = dictionary.normalized_keys();
        let cell = |(row, key): (usize, usize)| match &known[key] {
            _ if array.is_null(row) => Ok(nothing),
            None => Ok(nothing),
            Some(found) => found.clone().map_err(|message| refused(row, message)),
        };
        return keys.into_iter().enumerate().map(cell).collect();
    }
    let Some(values) = array.as_string_opt::<i32>() else {
        return Err(wrong_type(place, &DataType::Utf8, array.data_type()));
    };
    let mut known: HashMap<&str, i32, foldhash::fast::FixedState> = HashMap::default();
    let mut cells = Vec::with_capacity(values.len());
    for (row, word) in values.iter().enumerate() {
        cells.push(match word {
            None => nothing,
            Some(word) => match known.get(word) {
                Some(&found) => found,
                None => {
                    let found = meaning(word).map_err(|message| refused(row, message))?;
                    known.insert(word, found);
                    found
                }
            },
        });
    }
    Ok(cells)
}
