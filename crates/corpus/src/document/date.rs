//! Dates as people write them: `yyyy-mm-dd`.

use jiff::civil::Date;

use super::excerpt;

/// Reads a date written as `yyyy-mm-dd`. The error is a message and a hint in Dutch; it tells a
/// day that does not exist (2026-02-30) from text that is no date, and for a date the Dutch way
/// (14-03-1991) gives the right notation.
pub fn date_from_text(text: &str) -> Result<Date, (String, String)> {
    let Some([year, month, day]) = parts(text, [4, 2, 2]) else {
        return Err((format!("{} is geen datum.", excerpt(text)), advice(text)));
    };
    Date::new(year, month as i8, day as i8).map_err(|_| {
        let message = format!("De datum {text} bestaat niet.");
        (message, "Controleer de dag en de maand (jjjj-mm-dd).".to_string())
    })
}

fn advice(text: &str) -> String {
    let iso = [[1, 1, 4], [1, 2, 4], [2, 1, 4], [2, 2, 4]].into_iter().find_map(|lengths| {
        let [day, month, year] = parts(&text.replace('/', "-"), lengths)?;
        Date::new(year, month as i8, day as i8).ok()
    });
    match iso {
        Some(date) => format!("Schrijf een datum als jjjj-mm-dd: {date}."),
        None => "Schrijf een datum als jjjj-mm-dd, bijvoorbeeld 2026-01-15.".to_string(),
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
