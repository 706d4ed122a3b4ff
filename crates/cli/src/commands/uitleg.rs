//! `samenhang uitleg`

use std::process::ExitCode;

use anstyle::Style;
use corpus::Corpus;
use engine::language::{Language, Text};
use household::{Calculator, ConditionLine, Explanation, HouseholdFile, wording};
use regelspraak::model::Value;

use crate::arguments::Form;
use crate::failure::Failure;
use crate::output::{BAD, GOOD, SOFT, STRONG, styled};
use crate::texts;

/// How wide the text of an explanation is at most, in characters.
const WIDTH: usize = 110;

/// What was asked: which outcome, and of whom.
pub struct Asked<'a> {
    pub outcome: &'a str,
    pub person: Option<&'a str>,
}

pub fn run(
    corpus: &Corpus,
    file: &HouseholdFile,
    asked: &Asked<'_>,
    form: &Form,
    language: Language,
) -> Result<ExitCode, Failure> {
    let calculator = Calculator::new(corpus, file.rekendatum).map_err(Failure::new)?;
    let calculation = calculator.calculate(file).map_err(Failure::new)?.in_language(language);
    let answer = calculation.explain(asked.outcome, asked.person).map_err(Failure::new)?;
    if form.json {
        anstream::println!("{:#}", answer.to_json());
        return Ok(ExitCode::SUCCESS);
    }
    let explanation = &answer.explanation;
    let title = wording::capital(&explanation.uitkomst);
    let day = wording::day(file.rekendatum, language);
    let title = texts::on(language, &title, &day);
    anstream::println!("{}", styled(STRONG, format!("{title}: {}", explanation.getoond)));
    if language != Language::Dutch {
        // The name of the outcome is Dutch, so what it means must be said.
        let meaning = textwrap::fill(&answer.meaning, WIDTH);
        meaning.lines().for_each(|line| anstream::println!("{}", styled(SOFT, line)));
    }
    let say = |title: &Text, text: &str| {
        let title = styled(STRONG, title.get(language));
        let text = format!("{title} {text}").replace("€ ", "€\u{a0}");
        anstream::println!("{}", textwrap::fill(&text, WIDTH).replace('\u{a0}', " "));
    };
    for reason in &answer.reasons {
        say(&texts::WHY_NOT, reason);
    }
    for (index, change) in answer.changes.iter().enumerate() {
        let title = if index == 0 { texts::WHAT_CHANGES } else { texts::AND_ALSO };
        say(&title, &change.in_words(language));
    }
    if answer.changes.len() > 1 {
        anstream::println!("{}", texts::ONLY_TOGETHER.get(language));
    }
    anstream::println!();
    anstream::println!("{}", styled(STRONG, texts::HOW.get(language)));
    Tree { language }.body(explanation, "");
    Ok(ExitCode::SUCCESS)
}

/// An explanation printed as a tree.
struct Tree {
    language: Language,
}

impl Tree {
    /// Prints an explanation. `lead` stands before its first line, `indent` before the rest.
    /// What adds nothing to its sum is named, but not unfolded.
    fn print(&self, explanation: &Explanation, lead: &str, indent: &str, unfolded: bool) {
        let title = styled(STRONG, wording::capital(&explanation.uitkomst));
        anstream::println!("{}{title}: {}", styled(SOFT, lead), explanation.getoond);
        if unfolded {
            self.body(explanation, indent);
        }
    }

    /// Prints what stands under the first line of an explanation.
    fn body(&self, explanation: &Explanation, indent: &str) {
        let parts: Vec<&Explanation> = explanation.uit.iter().filter(|p| !p.is_plain()).collect();
        let last = parts.len();
        let bar = styled(SOFT, format!("{indent}{}", if last > 0 { "│ " } else { "  " }));
        let width = WIDTH.saturating_sub(indent.chars().count() + 2).max(40);
        let say = |style: Style, text: &str| {
            // An amount stays with its sign.
            let text = text.replace("€ ", "€\u{a0}");
            for line in textwrap::wrap(&text, textwrap::Options::new(width).subsequent_indent("  "))
            {
                anstream::println!("{bar}{}", styled(style, line.replace('\u{a0}', " ")));
            }
        };
        if !explanation.tekst.is_empty() {
            say(Style::new(), &explanation.tekst);
        }
        for condition in explanation.voorwaarden.iter().filter(|c| c.voldaan.is_some()) {
            let style = if condition.voldaan == Some(true) { GOOD } else { BAD };
            say(style, &self.condition_line(condition));
        }
        for source in &explanation.bronnen {
            say(SOFT, &format!("{}: {source}", texts::SOURCE.get(self.language)));
        }
        if let Some(rule) = &explanation.regel {
            let title = texts::RULE;
            let title = title.get(self.language);
            let place = format!("{title}: {} ({}:{})", rule.naam, rule.bestand, rule.regelnummer);
            say(SOFT, &place);
        }
        for (index, part) in parts.into_iter().enumerate() {
            let (branch, below) =
                if index + 1 == last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            let adds = is_zero(explanation) || !is_zero(part);
            self.print(part, &format!("{indent}{branch}"), &format!("{indent}{below}"), adds);
        }
    }

    fn condition_line(&self, condition: &ConditionLine) -> String {
        let not_so = texts::NOT_SO;
        let mark = if condition.voldaan == Some(true) { "✓" } else { not_so.get(self.language) };
        let change = match &condition.zou_veranderen {
            Some(change) => format!(" → {}", change.in_words(self.language)),
            None => String::new(),
        };
        format!("{}{mark} {}{change}", "  ".repeat(condition.niveau), condition.tekst)
    }
}

fn is_zero(explanation: &Explanation) -> bool {
    matches!(&explanation.waarde, Value::Number(number) if number.is_zero())
}
