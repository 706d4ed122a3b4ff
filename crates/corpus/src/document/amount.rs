//! What somebody means who writes a number in a way that cannot be read: `€ 28.000,50`.

use engine::language::Text;

use super::texts::{self, fault};

/// The most digits of a number that is guessed at.
const MOST_DIGITS: usize = 18;

/// Endings that stand for whole euros.
const WHOLE: [&str; 8] = [",-", ",–", ",—", ",=", ".-", ".–", ".—", ".="];

/// Endings that multiply, with the number of zeros.
const SCALES: [(&str, usize); 6] =
    [("duizend", 3), ("mille", 3), ("k", 3), ("miljoen", 6), ("mln.", 6), ("mln", 6)];

/// The advice for a number that is written in another way: the number as it must be written, and
/// what must be left out. Nothing when the text is no such number.
pub fn write_plainly(text: &str) -> Option<Text> {
    let mut faults: Vec<Text> = Vec::new();
    let (sign, body) = without_marks(text, &mut faults);
    let (body, zeros) = scale(&body)?;
    let (whole, decimals) = digits(body.trim(), &mut faults)?;
    let number = shift(&whole, &decimals, zeros);
    let plain = format!("{sign}{number}");
    if plain == text || number.len() > MOST_DIGITS {
        return None;
    }
    faults.dedup();
    Some(match zeros {
        0 => texts::write_number(&plain, &faults),
        _ => texts::write_in_full(&plain),
    })
}

/// The sign, and the text without what stands before and after the number.
fn without_marks(text: &str, faults: &mut Vec<Text>) -> (&'static str, String) {
    let mut sign = "";
    let mut euro = false;
    let mut body = text.trim().to_lowercase();
    loop {
        let before = body.len();
        for word in ["€", "euro", "eur"] {
            let rest = body.strip_prefix(word).or_else(|| body.strip_suffix(word));
            if let Some(rest) = rest {
                (euro, body) = (true, rest.trim().to_string());
            }
        }
        if let Some(rest) = body.strip_prefix(['-', '−', '–']) {
            (sign, body) = ("-", rest.trim().to_string());
        } else if let Some(rest) = body.strip_prefix('+') {
            faults.push(fault::PLUS);
            body = rest.trim().to_string();
        }
        if let Some(rest) = WHOLE.iter().find_map(|ending| body.strip_suffix(ending)) {
            faults.push(fault::DASH);
            body = rest.trim().to_string();
        }
        if body.len() == before {
            break;
        }
    }
    if euro {
        faults.push(fault::EURO);
    }
    (sign, body)
}

/// The number before a word or a power of ten, and the zeros that go behind it; fewer than none
/// cannot be.
fn scale(body: &str) -> Option<(String, usize)> {
    if let Some((body, zeros)) =
        SCALES.iter().find_map(|(word, zeros)| Some((body.strip_suffix(word)?, *zeros)))
    {
        return Some((body.to_string(), zeros));
    }
    match body.split_once('e') {
        Some((body, power)) => {
            let zeros = power.strip_prefix('+').unwrap_or(power).parse().ok()?;
            (zeros <= MOST_DIGITS).then(|| (body.to_string(), zeros))
        }
        None => Some((body.to_string(), 0)),
    }
}

/// The digits before and after the decimal mark. Other marks must stand between thousands.
fn digits(body: &str, faults: &mut Vec<Text>) -> Option<(String, String)> {
    let is_mark = |c: char| !c.is_ascii_digit();
    let marks: Vec<char> = body.chars().filter(|&c| is_mark(c)).collect();
    let mut parts: Vec<&str> = body.split(is_mark).collect();
    let decimals = match marks.last() {
        Some(&mark @ ('.' | ',')) if !marks[..marks.len() - 1].contains(&mark) => {
            let one_group = marks.len() == 1 && is_grouped(&parts);
            if one_group { "" } else { parts.pop()? }
        }
        _ => "",
    };
    if parts.len() > 1 && !is_grouped(&parts) {
        return None;
    }
    for mark in &marks[..parts.len() - 1] {
        let fault = match mark {
            '.' => fault::POINTS,
            ',' => fault::COMMAS,
            '\'' | '’' => fault::APOSTROPHE,
            '_' => fault::UNDERSCORE,
            mark if mark.is_whitespace() => fault::SPACES,
            _ => return None,
        };
        if !faults.contains(&fault) {
            faults.insert(0, fault);
        }
    }
    let whole = parts.concat();
    (!whole.is_empty() || !decimals.is_empty()).then(|| (whole, decimals.to_string()))
}

/// Whether the parts are those of a number with a mark between thousands: `28.000`, not `0.123`.
fn is_grouped(parts: &[&str]) -> bool {
    let (first, rest) = parts.split_first().map_or(("", &[][..]), |(first, rest)| (*first, rest));
    (1..=3).contains(&first.len()) && first != "0" && rest.iter().all(|group| group.len() == 3)
}

/// The number with the decimal mark so many places to the right.
fn shift(whole: &str, decimals: &str, zeros: usize) -> String {
    let split = zeros.min(decimals.len());
    let (left, decimals) = decimals.split_at(split);
    let whole = format!("{whole}{left}{}", "0".repeat(zeros - split));
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match decimals {
        "" => whole.to_string(),
        decimals => format!("{whole}.{decimals}"),
    }
}
