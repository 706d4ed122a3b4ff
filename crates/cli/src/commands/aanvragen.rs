//! `samenhang aanvragen`

use std::process::ExitCode;

use corpus::Corpus;
use engine::language::{Language, Text};
use household::applying::RightAmount;
use household::{Applying, Calculator, HouseholdFile, RightToApply, wording};

use crate::arguments::Form;
use crate::failure::Failure;
use crate::output::{self, SOFT, STRONG, styled};
use crate::texts;
use crate::texts::aanvragen as words;

pub fn run(
    corpus: &Corpus,
    file: &HouseholdFile,
    all: bool,
    form: &Form,
    language: Language,
) -> Result<ExitCode, Failure> {
    let calculator = Calculator::new(corpus, file.rekendatum).map_err(Failure::new)?;
    let calculation = calculator.calculate(file).map_err(Failure::new)?.in_language(language);
    let answer = calculation.applying().map_err(Failure::new)?;
    match form.json {
        true => anstream::println!("{:#}", answer.to_json()),
        false => Printer { answer: &answer, all, language }.print(),
    }
    Ok(ExitCode::SUCCESS)
}

struct Printer<'a> {
    answer: &'a Applying,
    /// Whether what there is no right to is shown as well.
    all: bool,
    language: Language,
}

impl Printer<'_> {
    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_string()
    }

    fn print(&self) {
        let day = Language::ALL.map(|it| wording::day(self.answer.date, it));
        anstream::println!("{}", styled(STRONG, self.say(&words::heading(day))));
        let of = |entitled: Option<bool>| {
            self.answer.rights.iter().filter(move |it| it.entitled() == entitled)
        };
        if of(Some(true)).next().is_none() {
            output::text(&self.say(&words::NO_RIGHTS), "");
        }
        of(Some(true)).for_each(|right| self.right(right));
        let unknown: Vec<&RightToApply> = of(None).collect();
        if !unknown.is_empty() {
            anstream::println!("\n{}", styled(STRONG, self.say(&words::UNKNOWN_RIGHTS)));
            unknown.into_iter().for_each(|right| self.right(right));
        }
        if self.all {
            anstream::println!("\n{}", styled(STRONG, self.say(&words::NOT_ENTITLED)));
            of(Some(false)).for_each(|right| self.right(right));
        }
        anstream::println!();
        output::text(&self.say(&words::THE_RULE_FOR_APPLYING), "");
        for remark in &self.answer.remarks {
            output::text(&format!("{}: {remark}", self.say(&texts::NOTE)), "");
        }
        output::version(&self.answer.version, self.language);
    }

    fn right(&self, right: &RightToApply) {
        anstream::println!("\n{}", styled(STRONG, wording::capital(&right.right)));
        if let Some(called) = &right.called {
            self.line(&texts::called(called));
        }
        let amounts = right.amounts.iter().filter(|it| self.all || !is_nothing(it));
        amounts.for_each(|amount| output::text(&self.amount(amount), "  "));
        let place = match (&right.place, &right.site) {
            (Some(place), Some(site)) => Some(format!("{place} ({site})")),
            (place, site) => place.as_ref().or(site.as_ref()).cloned(),
        };
        let stated = [
            (words::WHERE, &place),
            (words::HOW, &right.how),
            (words::BEGINS, &right.begins),
            (words::DEADLINE, &right.deadline),
            (words::NOT_SAID, &right.missing),
        ];
        for (name, text) in stated {
            let Some(text) = text else { continue };
            output::text(&format!("{}: {text}", self.say(&name)), "  ");
        }
        if let (Some(source), Some(confidence)) = (&right.source, right.confidence) {
            let source = self.say(&texts::source(source, confidence.name()));
            anstream::println!("  {}", styled(SOFT, source));
        }
    }

    fn line(&self, text: &Text) {
        output::text(text.get(self.language), "  ");
    }

    fn amount(&self, amount: &RightAmount) -> String {
        let shown = match &amount.amount {
            Some(amount) => wording::euro(amount, self.language),
            None => self.say(&texts::UNKNOWN),
        };
        match &amount.person {
            Some(person) => format!("{} ({person}): {shown}", amount.outcome),
            None => format!("{}: {shown}", amount.outcome),
        }
    }
}

fn is_nothing(amount: &RightAmount) -> bool {
    amount.amount.as_ref().is_some_and(|amount| amount.is_zero())
}
