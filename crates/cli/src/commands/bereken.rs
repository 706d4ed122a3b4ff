//! `samenhang bereken`

use std::path::Path;
use std::process::ExitCode;

use corpus::{Corpus, OutcomeKind};
use engine::language::Language;
use household::{Answer, Calculator, HouseholdFile, wording};

use crate::arguments::Form;
use crate::failure::Failure;
use crate::output::{self, SOFT, STRONG, styled};
use crate::texts;

/// What the table shows.
pub struct Shown<'a> {
    /// The household file as it was typed.
    pub file: &'a Path,
    /// Whether the amounts of 0 of a person are shown.
    pub all: bool,
}

pub fn run(
    corpus: &Corpus,
    file: &HouseholdFile,
    shown: &Shown<'_>,
    form: &Form,
    language: Language,
) -> Result<ExitCode, Failure> {
    let calculator = Calculator::new(corpus, file.rekendatum).map_err(Failure::new)?;
    let calculation = calculator.calculate(file).map_err(Failure::new)?.in_language(language);
    let answers = calculation.answers().map_err(Failure::new)?;
    if form.json {
        anstream::println!("{:#}", answers.to_json());
        return Ok(ExitCode::SUCCESS);
    }
    let day = wording::day(answers.rekendatum, language);
    anstream::println!("{}\n", texts::outcomes_on(language, &day));
    let persons = answers.personen.iter();
    let all = persons.clone().flat_map(|(_, list)| list).chain(&answers.huishouden);
    let width = all.map(|answer| answer.name.chars().count()).max().unwrap_or(0);
    let table = Table { width, language };
    let whole = texts::HOUSEHOLD;
    table.print(whole.get(language), &answers.huishouden, true);
    for (name, list) in persons {
        table.print(name, list, shown.all);
    }
    for remark in &answers.opmerkingen {
        let remark = format!("{}: {remark}", texts::NOTE.get(language));
        output::text(&remark, "");
    }
    let file = shown.file.display().to_string();
    anstream::println!("{}", texts::ask_why(&file).get(language));
    output::version(&answers.versie, language);
    Ok(ExitCode::SUCCESS)
}

/// The kinds of outcome, in the order in which they are shown.
const KINDS: [OutcomeKind; 5] = [
    OutcomeKind::Right,
    OutcomeKind::Income,
    OutcomeKind::Tax,
    OutcomeKind::Credit,
    OutcomeKind::Amount,
];

/// Outcomes with their amounts, the same on a terminal and in a file.
struct Table {
    /// How wide a name is at most.
    width: usize,
    language: Language,
}

impl Table {
    /// Prints the outcomes of the household or a person, each kind under its own heading.
    fn print(&self, title: &str, answers: &[Answer], zeros: bool) {
        if answers.is_empty() {
            return;
        }
        anstream::println!("{}", styled(STRONG, title));
        let told = |answer: &&Answer| zeros || !is_zero(answer);
        for kind in KINDS {
            let list: Vec<&Answer> =
                answers.iter().filter(|answer| answer.kind == kind).filter(told).collect();
            if !list.is_empty() {
                anstream::println!("  {}", texts::kind(kind).get(self.language));
            }
            list.into_iter().for_each(|answer| self.line(answer));
        }
        let left_out = answers.len() - answers.iter().filter(told).count();
        if left_out > 0 {
            let all = left_out == answers.len();
            let text = texts::zeros(left_out, all);
            anstream::println!("  {}", styled(SOFT, text.get(self.language)));
        }
        anstream::println!();
    }

    fn line(&self, answer: &Answer) {
        let amount = match &answer.amount {
            Some(amount) => wording::euro(amount, self.language),
            None => texts::UNKNOWN.get(self.language).to_string(),
        };
        anstream::println!("    {:<width$}  {amount:>12}", answer.name, width = self.width);
    }
}

fn is_zero(answer: &Answer) -> bool {
    answer.amount.as_ref().is_some_and(|amount| amount.is_zero())
}
