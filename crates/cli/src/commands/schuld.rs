//! `samenhang schuld`

use std::process::ExitCode;

use corpus::Corpus;
use engine::language::Language;
use household::{Arrear, DebtKind, Ladder, wording};
use jiff::ToSpan;
use jiff::civil::Date;
use regelspraak::number::Number;

use crate::arguments::Form;
use crate::failure::Failure;
use crate::output::{self, SOFT, STRONG, styled};
use crate::table::{Side, Table};
use crate::texts;
use household::typed::amount;

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
    let columns = [texts::STEP, texts::COSTS, texts::INTEREST, texts::TOTAL, texts::SAVED];
    let side = |column| if column == 0 { Side::Left } else { Side::Right };
    let columns = columns.iter().enumerate();
    let columns = columns.map(|(at, text)| (text.get(language).to_string(), side(at)));
    let mut table = Table::new(columns);
    for step in &ladder.steps {
        let [costs, total, saved] = [&step.costs, &step.total, &step.saved].map(&money);
        table.row([step.name.clone(), costs, interest.clone(), total, saved]);
    }
    let mut lines = table.lines().into_iter();
    lines.by_ref().take(1).for_each(|headings| anstream::println!("{headings}"));
    for (line, step) in lines.zip(&ladder.steps) {
        let source = format!("  {}: {}", texts::SOURCE.get(language), step.sources.join("; "));
        anstream::println!("{line}\n{}", styled(SOFT, source));
    }
    anstream::println!();
    let means = texts::SAVED_MEANS.get(language).to_string();
    let notes = ladder.remarks.iter().map(|it| format!("{}: {it}", texts::NOTE.get(language)));
    for line in [means].into_iter().chain(notes) {
        output::text(&line, "");
    }
    output::version(&ladder.version, language);
}
