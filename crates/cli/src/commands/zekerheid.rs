//! `samenhang zekerheid`

use std::process::ExitCode;

use corpus::Corpus;
use engine::language::{Language, Text};
use household::certainty::{AOW, Certainty, Raise, Risk, Settled, Settlement, Shift};
use household::parts::{PAID, PARTS};
use household::{Calculator, CertaintyQuestion, HouseholdFile, wording};
use regelspraak::number::Number;

use crate::arguments::Form;
use crate::failure::Failure;
use crate::output::{self, SOFT, STRONG, moved, styled};
use crate::table::{Side, Table};
use crate::texts;
use crate::texts::zekerheid as words;
use household::typed::percentage;

/// What was asked.
pub struct Asked<'a> {
    /// Whose income.
    pub person: Option<&'a str>,
    /// By how much it rises, and from which month, as they were typed.
    pub raise: Option<(&'a str, &'a str)>,
}

impl<'a> Asked<'a> {
    fn question(&self) -> Result<CertaintyQuestion<'a>, Failure> {
        let raise = self.raise.map(|(by, month)| {
            let by = percentage(by).map_err(Failure::new)?;
            let month = household::typed::month(month).map_err(Failure::new)?;
            Raise::new(month, by).map_err(Failure::new)
        });
        Ok(CertaintyQuestion { person: self.person, raise: raise.transpose()? })
    }
}

pub fn run(
    corpus: &Corpus,
    file: &HouseholdFile,
    asked: &Asked<'_>,
    form: &Form,
    language: Language,
) -> Result<ExitCode, Failure> {
    let question = asked.question()?;
    let calculator = Calculator::new(corpus, file.rekendatum).map_err(Failure::new)?;
    let calculation = calculator.calculate(file).map_err(Failure::new)?.in_language(language);
    let answer = calculation.certainty(&question).map_err(Failure::new)?;
    match form.json {
        true => anstream::println!("{:#}", answer.to_json()),
        false => Printer { answer: &answer, language }.print(),
    }
    Ok(ExitCode::SUCCESS)
}

struct Printer<'a> {
    answer: &'a Certainty,
    language: Language,
}

impl Printer<'_> {
    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_string()
    }

    fn title(&self, text: &Text) {
        anstream::println!("\n{}", styled(STRONG, self.say(text)));
    }

    fn print(&self) {
        let answer = self.answer;
        output::text(&styled(STRONG, self.say(&words::heading(answer))), "");
        output::text(&self.say(&words::steps(answer)), "");
        anstream::println!();
        self.schemes();
        output::text(&self.say(&words::SAME_MEANS), "");
        output::text(&self.say(&words::followed(answer)), "");
        if answer.has_advance() {
            self.title(&words::SETTLED);
            self.settled(&answer.settlements);
            output::text(&self.say(&words::SETTLED_MEANS), "");
        }
        if let Some(raise) = &answer.raise {
            self.title(&words::raise(answer, raise));
            self.settled(std::slice::from_ref(&raise.settlement));
        }
        self.risks();
        self.title(&words::ADVICE);
        answer.advice.iter().for_each(|advice| output::text(advice, "  "));
        anstream::println!();
        for remark in &answer.remarks {
            output::text(&format!("{}: {remark}", self.say(&texts::NOTE)), "");
        }
        output::version(&answer.version, self.language);
    }

    /// Each scheme with how it moves, and the net income below them.
    fn schemes(&self) {
        let right = [words::NOW, words::HIGHER, words::LOWER, words::SAME_FROM, words::SAME_UNTIL];
        let right = right.map(|text| (self.say(&text), Side::Right));
        let mut table =
            Table::new([(self.say(&words::SCHEME), Side::Left)].into_iter().chain(right));
        let money = |amount: &Number| wording::euro(amount, self.language);
        let moves = |shift: &Option<Shift>| match shift {
            Some(shift) => moved(&shift.moved, self.language),
            None => String::new(),
        };
        let limit = |amount: &Option<Number>| amount.as_ref().map_or("–".to_string(), money);
        for scheme in &self.answer.schemes {
            let movement = &scheme.movement;
            table.row([
                self.say(&scheme.risk.name),
                money(&movement.now),
                moves(&movement.higher),
                moves(&movement.lower),
                limit(&scheme.same_from),
                limit(&scheme.same_until),
            ]);
        }
        let net = &self.answer.net;
        let (higher, lower) = (moves(&net.higher), moves(&net.lower));
        let empty = [String::new(), String::new()];
        let cells = [self.say(&words::NET), money(&net.now), higher, lower];
        table.row(cells.into_iter().chain(empty));
        table.print();
    }

    /// A row for each income, a column for each toeslag that is there in any of them.
    fn settled(&self, settlements: &[Settlement]) {
        let there = |at: &usize| {
            let of = |it: &Settlement| it.toeslagen.get(*at).is_some_and(is_there);
            settlements.iter().any(of)
        };
        let shown: Vec<usize> = (0..PAID.len()).filter(there).collect();
        let name = |at: &usize| {
            let part = PARTS.iter().find(|part| part.attribute == PAID[*at].1);
            part.map(|part| self.say(&part.name)).unwrap_or_default()
        };
        let totals = [words::PAY_BACK, words::EXTRA].map(|text| self.say(&text));
        let right = [self.say(&words::INCOME)].into_iter().chain(shown.iter().map(name));
        let columns = right.chain(totals).map(|name| (name, Side::Right));
        let mut table = Table::new([(String::new(), Side::Left)].into_iter().chain(columns));
        let money = |amount: &Number| wording::euro(amount, self.language);
        for it in settlements {
            let differs = it.percentage.as_ref().map(|by| self.say(&words::differs(by)));
            let mut cells = vec![differs.unwrap_or_default(), money(&it.income)];
            let balance = |at: &usize| {
                let of = it.toeslagen.get(*at);
                of.map(|of| moved(&(&of.extra - &of.too_much), self.language)).unwrap_or_default()
            };
            cells.extend(shown.iter().map(balance));
            cells.extend([it.to_pay_back(), it.extra()].iter().map(money));
            table.row(cells);
        }
        table.print();
    }

    /// What is settled when, and by which article; what reads the same stands together.
    fn risks(&self) {
        let schemes = self.answer.schemes.iter();
        let there = schemes.filter(|it| !it.movement.now.is_zero()).map(|it| it.risk);
        let aow = Risk::of(AOW).filter(|_| self.answer.aow);
        let risks: Vec<&Risk> = there.chain(aow).collect();
        if risks.is_empty() {
            return;
        }
        self.title(&words::RISKS);
        for alike in risks.chunk_by(|one, other| one.meaning == other.meaning) {
            let Some(first) = alike.first() else { continue };
            let names: Vec<String> = alike.iter().map(|risk| self.say(&risk.name)).collect();
            let names = wording::capital(&names.join(", "));
            let line = format!("{names}: {}. ", self.say(&words::settling(first.settled)));
            output::text(&(line + &self.say(&first.meaning)), "  ");
            for line in textwrap::wrap(&first.sources.join("; "), output::WIDTH - 4) {
                anstream::println!("    {}", styled(SOFT, line));
            }
        }
    }
}

/// Whether there is anything of a toeslag.
fn is_there(settled: &Settled) -> bool {
    !settled.advance.is_zero() || !settled.awarded.is_zero()
}
