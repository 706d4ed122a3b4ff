//! Timelines as they are written behind a datatype (section 3.8).

use jiff::civil::Date;

use crate::cursor::Cursor;
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::TokenKind;
use crate::model::{Step, Timeline};

/// The first day that a start is counted from, in a year with every day.
const LEAP_YEAR: i16 = 2000;

/// Whether a timeline comes next.
pub fn starts(cursor: &Cursor<'_>) -> bool {
    cursor.sees(&["voor", "elke"]) || cursor.sees(&["voor", "elk"])
}

/// The timeline at the cursor: `voor elke maand`, `voor elk jaar startend op dag 12 van maand 2`,
/// `voor elke 5 maanden startend op 9-3-2025`. Nothing when none stands there.
pub fn read(cursor: &mut Cursor<'_>) -> Result<Option<Timeline>, Diagnostic> {
    if !starts(cursor) {
        return Ok(None);
    }
    let start = cursor.here();
    cursor.at += 2;
    let several = number(cursor, 1..=1_000);
    let count = several.unwrap_or(1);
    let span = cursor.here();
    let word = cursor.peek().map_or("", |token| token.lower.as_str());
    let (step, single) = match word {
        "dag" | "dagen" => (Step::Days(count), "dag"),
        "week" | "weken" => (Step::Days(7 * count), "week"),
        "maand" | "maanden" => (Step::Months(count), "maand"),
        "kwartaal" | "kwartalen" => (Step::Months(3 * count), "kwartaal"),
        "jaar" | "jaren" => (Step::Months(12 * count), "jaar"),
        _ => return Err(named(start, cursor)),
    };
    if (word == single) != several.is_none() {
        return Err(cursor.expected("‘elke maand’ of een aantal, zoals ‘elke 4 maanden’"));
    }
    cursor.at += 1;
    let exact = matches!(step, Step::Months(months) if 12 % months == 0) || step == Step::Days(1);
    if !cursor.takes(&["startend", "op"]) {
        return match exact {
            true => Ok(Some(Timeline::calendar(step))),
            false => Err(cursor.expected("‘startend op’ en een datum").help(
                "alleen een dag, een maand, een kwartaal, een jaar en wat precies in een jaar past, \
                 begint vanzelf op een vaste dag",
            )),
        };
    }
    let first = match (single, several) {
        ("maand", None) if cursor.sees(&["dag"]) => {
            let day = part(cursor, &["dag"], 1..=31)?;
            if !cursor.takes(&["van", "de", "maand"]) {
                return Err(cursor.expected("‘van de maand’"));
            }
            date(1, day)
        }
        ("kwartaal", None) if cursor.sees(&["dag"]) => {
            let day = part(cursor, &["dag"], 1..=31)?;
            let months = [["1", "4", "7", "10"], ["2", "5", "8", "11"], ["3", "6", "9", "12"]];
            let found = months.iter().position(|[one, two, three, four]| {
                cursor.takes(&["van", "maand", one, ",", two, ",", three, "en", four])
            });
            let Some(found) = found else {
                return Err(cursor.expected("de maanden, zoals ‘van maand 1, 4, 7 en 10’"));
            };
            date(found as i32 + 1, day)
        }
        ("jaar", None) if cursor.sees(&["dag"]) => {
            let day = part(cursor, &["dag"], 1..=31)?;
            let month = part(cursor, &["van", "maand"], 1..=12)?;
            date(month, day)
        }
        ("dag", None) => return Err(cursor.expected("niets: een dag begint altijd vanzelf")),
        _ => match cursor.peek().map(|token| &token.kind) {
            Some(TokenKind::Date(date)) => {
                cursor.at += 1;
                Some(*date)
            }
            _ => return Err(cursor.expected("een datum, zoals 9-3-2025")),
        },
    };
    let timeline = first.and_then(|first| Timeline::starting(step, first));
    timeline.map(Some).ok_or_else(|| {
        Diagnostic::new(Code::Unsupported, span.to(cursor.here()), "niet elke maand heeft deze dag")
            .label("dag die niet in elke maand bestaat")
            .help("kies een dag van 1 tot en met 28")
    })
}

/// The report of a timeline with a name of its own.
fn named(start: crate::model::Span, cursor: &Cursor<'_>) -> Diagnostic {
    let unknown = cursor.expected("dag, week, maand, kwartaal of jaar");
    Diagnostic { span: start.to(unknown.span), ..unknown }.help(
        "een tijdlijn met een eigen naam en een variabel startpunt wordt nog niet ondersteund",
    )
}

/// A day of a leap year, if it exists.
fn date(month: i32, day: i32) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(LEAP_YEAR, month, day).ok()
}

/// A number behind these words.
fn part(
    cursor: &mut Cursor<'_>,
    words: &[&str],
    range: std::ops::RangeInclusive<i32>,
) -> Result<i32, Diagnostic> {
    if !cursor.takes(words) {
        return Err(cursor.expected(&format!("‘{}’", words.join(" "))));
    }
    let what = format!("een getal van {} tot en met {}", range.start(), range.end());
    number(cursor, range).ok_or_else(|| cursor.expected(&what))
}

fn number(cursor: &mut Cursor<'_>, range: std::ops::RangeInclusive<i32>) -> Option<i32> {
    let Some(TokenKind::Number(number)) = cursor.peek().map(|token| &token.kind) else {
        return None;
    };
    let number = number.to_i64().and_then(|number| i32::try_from(number).ok())?;
    let fits = range.contains(&number);
    cursor.at += usize::from(fits);
    fits.then_some(number)
}
