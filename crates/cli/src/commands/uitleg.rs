//! `samenhang uitleg`

use std::process::ExitCode;

use anstyle::Style;
use corpus::Corpus;
use household::{Calculator, ConditionLine, Explanation, HouseholdFile, wording};
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
    let answer = calculation.explain(outcome, person).map_err(Failure::new)?;
    if form.json {
        anstream::println!("{:#}", answer.to_json());
        return Ok(ExitCode::SUCCESS);
    }
    let explanation = &answer.explanation;
    let title = wording::capital(&explanation.uitkomst);
    let day = wording::day(file.rekendatum);
    let title = styled(STRONG, format!("{title} op {day}: {}", explanation.getoond));
    anstream::println!("{title}");
    let say = |title: &str, text: &str| {
        let title = styled(STRONG, title);
        let text = format!("{title} {text}").replace("€ ", "€\u{a0}");
        anstream::println!("{}", textwrap::fill(&text, WIDTH).replace('\u{a0}', " "));
    };
    for reason in &answer.reasons {
        say("Waarom niet?", reason);
    }
    for (index, change) in answer.changes.iter().enumerate() {
        let title = if index == 0 { "Wat zou dit veranderen?" } else { "En ook:" };
        say(title, &change.in_words());
    }
    if answer.changes.len() > 1 {
        anstream::println!("Pas als beide veranderen, is er recht.");
    }
    anstream::println!();
    anstream::println!("{}", styled(STRONG, "Zo komt dit tot stand"));
    body(explanation, "");
    Ok(ExitCode::SUCCESS)
}

/// Prints an explanation as a tree. `lead` stands before its first line, `indent` before the rest.
/// What adds nothing to its sum is named, but not unfolded.
fn print(explanation: &Explanation, lead: &str, indent: &str, unfolded: bool) {
    let title = styled(STRONG, wording::capital(&explanation.uitkomst));
    anstream::println!("{}{title}: {}", styled(SOFT, lead), explanation.getoond);
    if unfolded {
        body(explanation, indent);
    }
}

/// Prints what stands under the first line of an explanation.
fn body(explanation: &Explanation, indent: &str) {
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
        let adds = is_zero(explanation) || !is_zero(part);
        print(part, &format!("{indent}{branch}"), &format!("{indent}{below}"), adds);
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

fn is_zero(explanation: &Explanation) -> bool {
    matches!(&explanation.waarde, Value::Number(number) if number.is_zero())
}
