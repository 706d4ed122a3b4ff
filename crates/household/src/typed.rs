//! Amounts as somebody types them, for whoever reads them: a command line, an address, a form.

use engine::language::Text;
use engine::text;
use regelspraak::number::Number;

/// How many digits an amount has at most before its cents: no debt has more.
const MOST_DIGITS: usize = 12;

/// An amount in euro: digits with at most two decimals behind a comma or a point.
pub fn amount(typed: &str) -> Result<Number, Text> {
    let (whole, cents) = typed.split_once([',', '.']).unwrap_or((typed, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let euros = whole.strip_prefix('-').unwrap_or(whole);
    let number = match digits(euros) && digits(cents) && cents.len() <= 2 {
        true if euros.len() > MOST_DIGITS => {
            return Err(too_many_digits(typed, MOST_DIGITS));
        }
        true => Number::parse(&format!("{whole},{cents}")),
        false => None,
    };
    number.ok_or_else(|| no_amount(typed))
}

/// A percentage: digits with at most two decimals behind a comma or a point, with or without `%`.
pub fn percentage(typed: &str) -> Result<Number, Text> {
    let number = typed.strip_suffix('%').unwrap_or(typed).trim_end();
    amount(number).map_err(|_| no_percentage(typed))
}

/// A month as a number from 1. Whether there is such a month is for who asks for it to say.
pub fn month(typed: &str) -> Result<i64, Text> {
    typed.parse().map_err(|_| no_month(typed))
}

/// An amount that is typed and is none.
fn no_amount(typed: &str) -> Text {
    text!(
        "‘{typed}’ is geen bedrag. Schrijf een bedrag in euro met ten hoogste twee decimalen, zoals \
         500 of 512,50.",
        "‘{typed}’ is not an amount. Write an amount in euro with at most two decimals, such as 500 \
         or 512.50."
    )
}

/// A percentage that is typed and is none.
fn no_percentage(typed: &str) -> Text {
    text!(
        "‘{typed}’ is geen percentage. Schrijf een getal met ten hoogste twee decimalen, zoals 5 of 2,5.",
        "‘{typed}’ is not a percentage. Write a number with at most two decimals, such as 5 or 2.5."
    )
}

/// A month that is typed and is none.
fn no_month(typed: &str) -> Text {
    text!(
        "‘{typed}’ is geen maand. Schrijf een maand als getal, van 1 (januari) tot en met 12 (december).",
        "‘{typed}’ is not a month. Write a month as a number, from 1 (January) to 12 (December)."
    )
}

/// An amount with more digits than can be meant.
fn too_many_digits(typed: &str, most: usize) -> Text {
    text!(
        "Het bedrag ‘{typed}’ is te hoog: het heeft meer dan {most} cijfers voor de komma. Controleer \
         het bedrag.",
        "The amount ‘{typed}’ is too high: it has more than {most} digits before the decimals. Check \
         the amount."
    )
}
