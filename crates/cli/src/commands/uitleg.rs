//! `samenhang uitleg`

use std::process::ExitCode;

use anstyle::Style;
use corpus::Corpus;
use household::{Calculator, ConditionLine, Explanation, HouseholdFile};
use regelspraak::model::Value;

use crate::arguments::Form;
use crate::failure::Failure;
use crate::output::{BAD, GOOD, SOFT, STRONG, styled};

/// How wide the text of an explanation is at most, in characters.
const WIDTH: usize = 110;

pub fn run(
    corpus: &Corpus,
    file: &HouseholdFile,
    outcome: &str,
    person: Option<&str>,
    form: &Form,
) -> Result<ExitCode, Failure> {
    let calculator = Calculator::new(corpus, file.rekendatum).map_err(Failure::new)?;
    let calculation = calculator.calculate(file).map_err(Failure::new)?;
    let explanation = calculation.explain(outcome, person).map_err(Failure::new)?;
    if form.json {
        anstream::println!("{:#}", explanation.to_json());
    } else {
        print(&explanation, "", "");
        conclude(&explanation);
    }
    Ok(ExitCode::SUCCESS)
}

/// For a right that is not there: the reason, and what would change it.
fn conclude(explanation: &Explanation) {
    if !matches!(&explanation.waarde, Value::Number(number) if number.is_zero()) {
        return;
    }
    let parts = std::iter::once(explanation).chain(&explanation.uit);
    if let Some(reason) = parts.filter_map(Explanation::reason).next() {
        let title = styled(STRONG, "Waarom niet?");
        anstream::println!("\n{title} Dit is niet zo: {}.", reason.tekst);
    }
    if let Some(change) = explanation.change() {
        let title = styled(STRONG, "Wat zou dit veranderen?");
        anstream::println!("{title} {}", change.in_words());
    }
}

/// Prints an explanation as a tree. `lead` stands before its first line, `indent` before the rest.
fn print(explanation: &Explanation, lead: &str, indent: &str) {
    let title = styled(STRONG, capital(&explanation.uitkomst));
    anstream::println!("{}{title}: {}", styled(SOFT, lead), explanation.getoond);
    let parts: Vec<&Explanation> = explanation.uit.iter().filter(|p| !p.is_plain()).collect();
    let last = parts.len();
    let bar = styled(SOFT, format!("{indent}{}", if last > 0 { "│ " } else { "  " }));
    let width = WIDTH.saturating_sub(indent.chars().count() + 2).max(40);
    let say = |style: Style, text: &str| {
        // An amount stays with its sign.
        let text = text.replace("€ ", "€\u{a0}");
        for line in textwrap::wrap(&text, textwrap::Options::new(width).subsequent_indent("  ")) {
            anstream::println!("{bar}{}", styled(style, line.replace('\u{a0}', " ")));
        }
    };
    if !explanation.tekst.is_empty() {
        say(Style::new(), &explanation.tekst);
    }
    for condition in explanation.voorwaarden.iter().filter(|c| c.voldaan.is_some()) {
        let style = if condition.voldaan == Some(true) { GOOD } else { BAD };
        say(style, &condition_line(condition));
    }
    for source in &explanation.bronnen {
        say(SOFT, &format!("Bron: {source}"));
    }
    if let Some(rule) = &explanation.regel {
        let place = format!("Regel: {} ({}:{})", rule.naam, rule.bestand, rule.regelnummer);
        say(SOFT, &place);
    }
    for (index, part) in parts.into_iter().enumerate() {
        let (branch, below) =
            if index + 1 == last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        print(part, &format!("{indent}{branch}"), &format!("{indent}{below}"));
    }
}

fn condition_line(condition: &ConditionLine) -> String {
    let mark = if condition.voldaan == Some(true) { "✓" } else { "✗ niet zo:" };
    let change = match &condition.zou_veranderen {
        Some(change) => format!(" → {}", change.in_words()),
        None => String::new(),
    };
    format!("{}{mark} {}{change}", "  ".repeat(condition.niveau), condition.tekst)
}

fn capital(text: &str) -> String {
    let mut rest = text.chars();
    match rest.next() {
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => String::new(),
    }
}
