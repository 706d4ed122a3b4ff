//! `samenhang stapeling`

use std::process::ExitCode;

use corpus::Corpus;
use engine::language::{Language, Text};
use household::parts::PARTS;
use household::stacking::{Domino, Stacking};
use household::{Calculator, HouseholdFile, wording};
use regelspraak::number::{Number, RoundingMode};

use crate::arguments::Form;
use crate::failure::Failure;
use crate::output::{self, STRONG, moved, styled};
use crate::table::{Side, Table};
use crate::texts;
use crate::texts::stapeling as words;

pub fn run(
    corpus: &Corpus,
    file: &HouseholdFile,
    form: &Form,
    language: Language,
) -> Result<ExitCode, Failure> {
    let calculator = Calculator::new(corpus, file.rekendatum).map_err(Failure::new)?;
    let calculation = calculator.calculate(file).map_err(Failure::new)?.in_language(language);
    let answer = calculation.stacking().map_err(Failure::new)?;
    match form.json {
        true => anstream::println!("{:#}", answer.to_json()),
        false => Printer { answer: &answer, language }.print(),
    }
    Ok(ExitCode::SUCCESS)
}

struct Printer<'a> {
    answer: &'a Stacking,
    language: Language,
}

impl Printer<'_> {
    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_string()
    }

    fn money(&self, amount: &Number) -> String {
        wording::euro(amount, self.language)
    }

    fn print(&self) {
        let answer = self.answer;
        anstream::println!("{}", styled(STRONG, self.say(&words::heading(answer))));
        output::text(&self.say(&words::count(answer)), "");
        anstream::println!();
        self.parts();
        if let Some(remission) = answer.remission.as_ref().filter(|it| !it.is_zero()) {
            output::text(&self.say(&words::remission(remission)), "");
        }
        anstream::println!("\n{}", styled(STRONG, self.say(&words::DOMINO)));
        match answer.dominoes.is_empty() {
            true => output::text(&self.say(&words::NOTHING_FALLS), "  "),
            false => self.dominoes(),
        }
        anstream::println!();
        for remark in &answer.remarks {
            output::text(&format!("{}: {remark}", self.say(&texts::NOTE)), "");
        }
        output::version(&answer.version, self.language);
    }

    /// The parts that there are, and what they add up to.
    fn parts(&self) {
        let columns =
            [(words::PART, Side::Left), (words::A_YEAR, Side::Right), (words::SHARE, Side::Right)];
        let mut table = Table::new(columns.map(|(text, side)| (self.say(&text), side)));
        let share = |share: &Option<Number>| match share {
            Some(share) => wording::percentage(share, self.language),
            None => String::new(),
        };
        for part in self.answer.parts.iter().filter(|it| !it.amount.is_zero()) {
            let name = self.say(&part.part.name);
            table.row([name, self.money(&part.amount), share(&part.share)]);
        }
        table.row([self.say(&words::NET), self.money(&self.answer.net), String::new()]);
        table.print();
    }

    /// What falls away, with what that does; below each what else moves.
    fn dominoes(&self) {
        output::text(&self.say(&words::MEANS), "");
        let columns = [
            (words::FALLS, Side::Left),
            (words::OWN, Side::Right),
            (words::NET_MOVED, Side::Right),
            (Text::fixed("", ""), Side::Left),
        ];
        let mut table = Table::new(columns.map(|(text, side)| (self.say(&text), side)));
        for domino in &self.answer.dominoes {
            table.row([
                wording::capital(&self.say(&domino.name)),
                self.money(&domino.own),
                moved(&domino.net, self.language),
                self.say(&words::compared(domino)),
            ]);
        }
        let mut lines = table.lines().into_iter();
        lines.by_ref().take(1).for_each(|headings| anstream::println!("{headings}"));
        for (line, domino) in lines.zip(&self.answer.dominoes) {
            anstream::println!("{line}");
            let also = format!("{}: {}", self.say(&words::ALSO), self.moves(domino));
            output::text(&also, "    ");
        }
    }

    /// What else moves, with how much.
    fn moves(&self, domino: &Domino) -> String {
        let moves = domino.moves.iter().map(|(at, by)| (self.say(&PARTS[*at].name), by));
        let remission = domino.remission.as_ref().map(|by| (self.say(&words::REMISSION), by));
        // The gross bijstand is in whole cents, so a part of a cent moves with it.
        let seen = |by: &Number| !by.round(RoundingMode::HalfAwayFromZero, 2).is_zero();
        let all = moves.chain(remission).filter(|(_, by)| seen(by));
        let all: Vec<String> =
            all.map(|(name, by)| format!("{name} {}", moved(by, self.language))).collect();
        match all.is_empty() {
            true => self.say(&words::NOTHING_ELSE),
            false => all.join("; "),
        }
    }
}
