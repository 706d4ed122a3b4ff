//! Dates as people write them: `yyyy-mm-dd`.

use engine::language::Text;
use jiff::civil::Date;

use super::{excerpt, texts};

/// Reads a date written as `yyyy-mm-dd`. The error is a message and a hint; it tells a
/// day that does not exist (2026-02-30) from text that is no date, and for a date the Dutch way
/// (14-03-1991) gives the right notation.
pub fn date_from_text(text: &str) -> Result<Date, (Text, Text)> {
    let Some([year, month, day]) = parts(text, [4, 2, 2]) else {
        return Err((texts::not_a_date(&excerpt(text)), advice(text)));
    };
    Date::new(year, month as i8, day as i8)
        .map_err(|_| (texts::no_such_date(text), texts::CHECK_DAY))
}

fn advice(text: &str) -> Text {
    let iso = [[1, 1, 4], [1, 2, 4], [2, 1, 4], [2, 2, 4]].into_iter().find_map(|lengths| {
        let [day, month, year] = parts(&text.replace('/', "-"), lengths)?;
        Date::new(year, month as i8, day as i8).ok()
    });
    match iso {
        Some(date) => texts::date_as(date),
        None => texts::or_leave_out(&texts::EXAMPLE_DATE, true),
    }
}

/// Three numbers with dashes between, of exactly these lengths.
fn parts(text: &str, lengths: [usize; 3]) -> Option<[i16; 3]> {
    let mut numbers = [0; 3];
    let mut pieces = text.split('-');
    for (number, length) in numbers.iter_mut().zip(lengths) {
        let piece = pieces.next()?;
        if piece.len() != length || !piece.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        *number = piece.parse().ok()?;
    }
    pieces.next().is_none().then_some(numbers)
}
