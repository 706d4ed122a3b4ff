//! `samenhang schuld`

use std::process::ExitCode;

use corpus::Corpus;
use engine::language::{Language, Text};
use household::{Arrear, DebtKind, Ladder, wording};
use jiff::ToSpan;
use jiff::civil::Date;
use regelspraak::number::Number;

use crate::arguments::Form;
use crate::failure::Failure;
use crate::output::{SOFT, STRONG, styled};
use crate::texts;

/// How wide a line of text under the table is at most, in characters.
const WIDTH: usize = 100;

/// How many digits an amount has at most before its cents: no debt has more.
const MOST_DIGITS: usize = 12;

/// What was asked.
pub struct Asked<'a> {
    /// The amount as it was typed.
    pub amount: &'a str,
    /// The first day on which it was too late.
    pub since: Date,
    /// Until when; a year later when nothing was typed.
    pub until: Option<Date>,
    /// Where the debt comes from.
    pub kind: DebtKind,
    /// Whether the creditor is a natural person.
    pub natural_creditor: bool,
}

pub fn run(
    corpus: &Corpus,
    asked: &Asked<'_>,
    form: &Form,
    language: Language,
) -> Result<ExitCode, Failure> {
    let principal = amount(asked.amount).map_err(Failure::new)?;
    let until = asked.until.unwrap_or_else(|| asked.since.saturating_add(1.year()));
    let &Asked { since, kind, natural_creditor, .. } = asked;
    let arrear = Arrear { principal, since, until, kind, natural_creditor };
    let ladder = arrear.ladder(corpus, language).map_err(Failure::new)?;
    if form.json {
        anstream::println!("{:#}", ladder.to_json());
    } else {
        print(&ladder, language);
    }
    Ok(ExitCode::SUCCESS)
}

/// An amount in euro: digits with at most two decimals behind a comma or a point.
fn amount(typed: &str) -> Result<Number, Text> {
    let (whole, cents) = typed.split_once([',', '.']).unwrap_or((typed, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let euros = whole.strip_prefix('-').unwrap_or(whole);
    let number = match digits(euros) && digits(cents) && cents.len() <= 2 {
        true if euros.len() > MOST_DIGITS => {
            return Err(texts::too_many_digits(typed, MOST_DIGITS));
        }
        true => Number::parse(&format!("{whole},{cents}")),
        false => None,
    };
    number.ok_or_else(|| texts::no_amount(typed))
}

fn print(ladder: &Ladder, language: Language) {
    let arrear = &ladder.arrear;
    let principal = Language::ALL.map(|it| wording::euro(&arrear.principal, it));
    let days = |day: Date| Language::ALL.map(|it| wording::day(day, it));
    let title = texts::debt(principal, days(arrear.since), days(arrear.until));
    anstream::println!("{}\n", styled(STRONG, title.get(language)));
    let money = |amount: &Option<Number>| match amount {
        Some(amount) => wording::euro(amount, language),
        None => texts::UNKNOWN.get(language).to_string(),
    };
    let interest = match arrear.kind {
        DebtKind::Agreement => money(&ladder.interest),
        DebtKind::Municipality => "–".to_string(),
    };
    let headings = [texts::STEP, texts::COSTS, texts::INTEREST, texts::TOTAL, texts::SAVED];
    let mut rows = vec![headings.map(|text| text.get(language).to_string())];
    rows.extend(ladder.steps.iter().map(|step| {
        let amounts =
            [money(&step.costs), interest.clone(), money(&step.total), money(&step.saved)];
        let [costs, interest, total, saved] = amounts;
        [step.name.clone(), costs, interest, total, saved]
    }));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths = [0, 1, 2, 3, 4].map(|column| width(column).unwrap_or(0));
    for (index, row) in rows.iter().enumerate() {
        let [name, amounts @ ..] = row;
        let amounts = amounts.iter().zip(&widths[1..]);
        let amounts: String = amounts.map(|(text, width)| format!("  {text:>width$}")).collect();
        let line = format!("{name:<first$}{amounts}", first = widths[0]);
        anstream::println!("{}", if index == 0 { styled(STRONG, line) } else { line });
        if let Some(step) = index.checked_sub(1).and_then(|index| ladder.steps.get(index)) {
            let source = format!("  {}: {}", texts::SOURCE.get(language), step.sources.join("; "));
            anstream::println!("{}", styled(SOFT, source));
        }
    }
    anstream::println!();
    let means = texts::SAVED_MEANS.get(language).to_string();
    let notes = ladder.remarks.iter().map(|it| format!("{}: {it}", texts::NOTE.get(language)));
    for line in [means].into_iter().chain(notes) {
        anstream::println!("{}", textwrap::fill(&line, WIDTH));
    }
    anstream::println!("{}", styled(SOFT, texts::version(&ladder.version).get(language)));
}
