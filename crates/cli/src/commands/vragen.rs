//! `samenhang vragen`

use std::process::ExitCode;

use corpus::Corpus;
use engine::language::{Language, Text};
use household::questions::{Questions, Reach};
use household::{Asked, Calculator, HouseholdFile, Question, wording};

use crate::arguments::Form;
use crate::failure::Failure;
use crate::output::{self, SOFT, STRONG, styled};
use crate::table::{Side, Table};
use crate::texts;

pub fn run(
    corpus: &Corpus,
    file: &HouseholdFile,
    skipped: &[String],
    only_unknown: bool,
    form: &Form,
    language: Language,
) -> Result<ExitCode, Failure> {
    let calculator = Calculator::new(corpus, file.rekendatum).map_err(Failure::new)?;
    let skipped: Vec<&str> = skipped.iter().map(String::as_str).collect();
    let questions = calculator
        .questions(file, Asked { skipped: &skipped, only_unknown }, language)
        .map_err(Failure::new)?;
    match form.json {
        true => anstream::println!("{:#}", questions.to_json()),
        false => Printer { questions: &questions, language }.print(),
    }
    Ok(ExitCode::SUCCESS)
}

struct Printer<'a> {
    questions: &'a Questions,
    language: Language,
}

impl Printer<'_> {
    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_string()
    }

    fn print(&self) {
        let day = Language::ALL.map(|it| wording::day(self.questions.date, it));
        anstream::println!("{}\n", styled(STRONG, self.say(&texts::to_ask(day))));
        match self.questions.next() {
            Some(next) => self.next(next),
            None => output::text(&self.say(&texts::NOTHING_TO_ASK), ""),
        }
        let rest = self.questions.questions.get(1..).unwrap_or_default();
        if !rest.is_empty() {
            anstream::println!("\n{}", styled(STRONG, self.say(&texts::ALSO_TO_ASK)));
            let columns = [texts::QUESTION, texts::FIELD].map(|it| (self.say(&it), Side::Left));
            let count = (self.say(&texts::NEEDED_FOR), Side::Right);
            let [question, field] = columns;
            let mut table = Table::new([count, question, field]);
            for question in rest {
                let place = question.place().to_string();
                let count = match question.outcomes.len() {
                    0 => self.say(&texts::A_REMARK),
                    count => count.to_string(),
                };
                table.row([count, self.short(question), place]);
            }
            table.print();
        }
        anstream::println!("\n{}", styled(STRONG, self.say(&texts::KNOWN_SO_FAR)));
        self.outcomes();
        anstream::println!();
        output::text(&self.say(&texts::ABOUT_THE_RANGE), "");
        for remark in &self.questions.remarks {
            output::text(&format!("{}: {remark}", self.say(&texts::PERHAPS)), "");
        }
        if !self.questions.unknown.is_empty() {
            let unknown = self.questions.unknown.join(", ");
            output::text(&format!("{}: {unknown}", self.say(&texts::NOBODY_KNOWS)), "");
        }
        output::version(&self.questions.version, self.language);
    }

    fn next(&self, question: &Question) {
        let text = match &question.person {
            Some(person) => format!("{person}: {}", question.text),
            None => question.text.clone(),
        };
        anstream::println!("{}", styled(STRONG, self.say(&texts::NEXT_QUESTION)));
        output::text(&text, "  ");
        let mut names: Vec<&str> = Vec::new();
        for at in &question.outcomes {
            let name = self.questions.outcomes[*at].name.as_str();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let remark = self.say(&texts::ONLY_A_REMARK);
        let needed = if names.is_empty() { remark } else { names.join(", ") };
        let needed = format!("{}: {needed}", self.say(&texts::WHY_ASKED));
        output::text(&needed, "  ");
        let place = format!("{}: {}", self.say(&texts::FIELD), question.place());
        anstream::println!("  {}", styled(SOFT, place));
    }

    /// A question in a few words: its field and who it is about.
    fn short(&self, question: &Question) -> String {
        let place = question.place().replace('_', " ");
        let mut names = place.rsplit('.');
        let field = names.next().unwrap_or_default();
        let Some(person) = &question.person else { return field.to_string() };
        // Of what somebody has several of, such as childcare, the field alone says too little.
        let list = names.next().and_then(|name| name.split('[').next());
        match list.filter(|name| *name != "personen") {
            Some(list) => format!("{person}: {field} ({list})"),
            None => format!("{person}: {field}"),
        }
    }

    fn outcomes(&self) {
        let say = |text: &Text| self.say(text);
        let name = (say(&texts::OUTCOME), Side::Left);
        let ends = [texts::AT_LEAST, texts::AT_MOST].map(|it| (say(&it), Side::Right));
        let [low, high] = ends;
        let mut table = Table::new([name, low, high]);
        for reach in &self.questions.outcomes {
            let euro = |amount| wording::euro(amount, self.language);
            let [low, high] = match (&reach.between, reach.known) {
                (Some((low, _)), true) => [euro(low), String::new()],
                // Nothing else was found, but more is possible.
                (Some((low, high)), false) if low == high => {
                    let most = reach.bounds.as_ref().map_or(high, |(_, most)| most);
                    [euro(low), euro(most)]
                }
                (Some((low, high)), false) => [euro(low), euro(high)],
                (None, _) => [say(&texts::UNKNOWN), String::new()],
            };
            table.row([self.name(reach), low, high]);
        }
        table.print();
    }

    fn name(&self, reach: &Reach) -> String {
        match &reach.person {
            Some(person) => format!("{} ({person})", reach.name),
            None => reach.name.clone(),
        }
    }
}
