//! `samenhang werkloont`

mod municipalities;

use std::collections::BTreeSet;
use std::process::ExitCode;

use corpus::Corpus;
use engine::language::{Language, Text};
use household::work_pays::{PARTS, Quantity, WorkBreak, WorkByMunicipality, WorkPays, WorkPoint};
use household::{Calculator, HouseholdFile, WorkQuestion, wording};
use regelspraak::number::Number;

use crate::arguments::ChartForm;
use crate::failure::{Failure, write};
use crate::output::{self, STRONG, styled};
use crate::table::{Side, Table};
use crate::texts;
use household::typed::amount;

/// A table in a terminal has about so many rows.
const ROWS: usize = 25;

/// What was asked.
pub struct Asked<'a> {
    /// Whose wage.
    pub person: Option<&'a str>,
    /// From where, as it was typed.
    pub from: Option<&'a str>,
    /// Until where, as it was typed.
    pub until: Option<&'a str>,
    /// Whether hours rise.
    pub hours: bool,
    /// Whether all municipalities stand beside each other.
    pub by_municipality: bool,
}

impl<'a> Asked<'a> {
    fn question(&self) -> Result<WorkQuestion<'a>, Text> {
        Ok(WorkQuestion {
            person: self.person,
            quantity: if self.hours { Quantity::Hours } else { Quantity::Wage },
            from: self.from.map(amount).transpose()?,
            until: self.until.map(amount).transpose()?,
        })
    }
}

pub fn run(
    corpus: &Corpus,
    file: &HouseholdFile,
    asked: &Asked<'_>,
    form: &ChartForm,
    language: Language,
) -> Result<ExitCode, Failure> {
    let question = asked.question().map_err(Failure::new)?;
    let calculator = Calculator::new(corpus, file.rekendatum).map_err(Failure::new)?;
    if asked.by_municipality {
        let answers = WorkByMunicipality::of(&calculator, file, &question, language);
        let answers = answers.map_err(Failure::new)?;
        match form.json {
            true => anstream::println!("{:#}", answers.to_json()),
            false => municipalities::print(&answers, language),
        }
        return Ok(ExitCode::SUCCESS);
    }
    let calculation = calculator.calculate(file).map_err(Failure::new)?.in_language(language);
    let answer = calculation.work_pays(&question).map_err(Failure::new)?;
    if let Some(path) = &form.svg {
        let chart = reports::work_pays_svg(&answer, language).map_err(Failure::new)?;
        write(path, &chart)?;
    }
    match (form.json, form.csv) {
        (true, _) => anstream::println!("{:#}", answer.to_json()),
        (_, true) => anstream::print!("{}", answer.to_csv()),
        _ => Printer { answer: &answer, language }.print(),
    }
    Ok(ExitCode::SUCCESS)
}

struct Printer<'a> {
    answer: &'a WorkPays,
    language: Language,
}

impl Printer<'_> {
    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_string()
    }

    fn print(&self) {
        let WorkPays { person, date, remarks, version, .. } = self.answer;
        let day = Language::ALL.map(|it| wording::day(*date, it));
        anstream::println!("{}\n", styled(STRONG, self.say(&texts::work_pays(person, day))));
        self.points();
        self.standing();
        self.breakpoints(true);
        self.breakpoints(false);
        self.rules();
        anstream::println!();
        for remark in remarks {
            output::text(&format!("{}: {remark}", self.say(&texts::NOTE)), "");
        }
        output::version(version, self.language);
    }

    /// The points of the grid, with what is left of the next 100 euro.
    fn points(&self) {
        let grid: Vec<&WorkPoint> = self.answer.points.iter().filter(|it| it.grid).collect();
        let shown: Vec<&WorkPoint> = spread(&grid, ROWS).copied().collect();
        let hours = self.answer.quantity == Quantity::Hours;
        let headings = [texts::GROSS, texts::NET_YEAR, texts::NET_MONTH, texts::LEFT_OF_100];
        let headings = hours.then_some(texts::HOURS).into_iter().chain(headings);
        let mut table =
            Table::new(headings.map(|text| (text.get(self.language).to_string(), Side::Right)));
        for (at, point) in shown.iter().enumerate() {
            let left = shown.get(at + 1).and_then(|next| {
                let kept = &(&next.net - &point.net) * &Number::from(100);
                kept.checked_div(&(&next.gross - &point.gross))
            });
            let month = point.net.checked_div(&Number::from(12)).unwrap_or(Number::ZERO);
            let cells = [Some(&point.gross), Some(&point.net), Some(&month), left.as_ref()];
            let cells =
                cells.map(|it| it.map(|amount| whole(amount, self.language)).unwrap_or_default());
            let hours = point.hours.as_ref().map(|hours| wording::number(hours, 2, self.language));
            table.row(hours.into_iter().chain(cells));
        }
        table.print();
    }

    fn standing(&self) {
        let Some(now) = &self.answer.now else { return };
        anstream::println!("\n{}", styled(STRONG, self.say(&texts::NOW)));
        for line in texts::standing(&self.answer.person, now) {
            output::text(line.get(self.language), "  ");
        }
        if let Some(hourly) = &self.answer.hourly {
            let text = texts::hourly(hourly);
            output::text(text.get(self.language), "  ");
        }
    }

    fn breakpoints(&self, jumps: bool) {
        let found = self.answer.breakpoints.iter().filter(|it| it.jumps == jumps);
        let found: Vec<&WorkBreak> = found.collect();
        let (title, none) = match jumps {
            true => (texts::JUMPS, texts::NO_JUMPS),
            false => (texts::BENDS, texts::NO_BENDS),
        };
        anstream::println!("\n{}", styled(STRONG, self.say(&title)));
        match found.is_empty() {
            true => anstream::println!("  {}", self.say(&none)),
            false => breakpoints(&found, self.language).print(),
        }
    }

    /// The rules at breakpoints, each once, with its articles.
    fn rules(&self) {
        let mut told = BTreeSet::new();
        let rules = self.answer.breakpoints.iter().flat_map(|it| &it.rules);
        let rules = rules.map(|it| &it.rule).filter(|it| told.insert(&it.naam));
        output::rules(rules.collect(), self.language);
    }
}

/// A table of jumps, or of bends.
fn breakpoints(found: &[&WorkBreak], language: Language) -> Table {
    let say = |text: &Text| text.get(language).to_string();
    let hours = found.iter().any(|it| it.hours.is_some());
    let jumps = found.iter().any(|it| it.jumps);
    let amounts = match jumps {
        true => vec![texts::JUMP_A_YEAR],
        false => vec![texts::LEFT_BEFORE, texts::LEFT_AFTER],
    };
    let left = [texts::BY_WHICH, texts::BY_RULE].map(|text| (say(&text), Side::Left));
    let right = [texts::ABOVE_WAGE].into_iter().chain(hours.then_some(texts::HOURS)).chain(amounts);
    let columns = right.map(|text| (say(&text), Side::Right)).chain(left);
    let mut table = Table::new(columns);
    for it in found {
        let mut cells = vec![wording::euro(&it.gross, language)];
        cells.extend(it.hours.as_ref().map(|hours| wording::number(hours, 2, language)));
        if jumps {
            cells.push(output::signed(&it.jump, language));
        } else {
            let hundred = |slope: &Option<Number>| match slope {
                Some(slope) => wording::euro(&(slope * &Number::from(100)), language),
                None => say(&texts::UNKNOWN),
            };
            cells.extend(it.slopes.iter().map(hundred));
        }
        cells.push(which(it, language));
        let rules: Vec<&str> = it.rules.iter().map(|it| it.rule.naam.as_str()).collect();
        cells.push(rules.join(", "));
        table.row(cells);
    }
    table
}

/// The parts that jump or bend; with the amounts where several jump.
fn which(found: &WorkBreak, language: Language) -> String {
    let name = |position: usize| PARTS[position].name.get(language).to_string();
    let parts: Vec<String> = match &found.parts[..] {
        [] => found.bent.iter().map(|position| name(*position)).collect(),
        [(only, _)] => vec![name(*only)],
        several => {
            let with = |(at, jump): &(usize, Number)| {
                format!("{} {}", name(*at), output::signed(jump, language))
            };
            several.iter().map(with).collect()
        }
    };
    parts.join(", ")
}

/// An amount in whole euros.
fn whole(amount: &Number, language: Language) -> String {
    wording::euro(&wording::whole(amount), language)
}

/// At most so many of a list, spread over it, the last one with them.
fn spread<T>(list: &[T], most: usize) -> impl Iterator<Item = &T> {
    let every = list.len().div_ceil(most).max(1);
    let all = list.iter().enumerate();
    all.filter(move |(at, _)| at % every == 0 || at + 1 == list.len()).map(|(_, it)| it)
}
