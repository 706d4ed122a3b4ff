//! How answers and errors look: with colour on a terminal, plain elsewhere.

use std::fmt::Display;
use std::io::IsTerminal;

use anstyle::{AnsiColor, Style};
use engine::language::{Bilingual, Language};
use household::{RuleReference, wording};
use miette::{GraphicalReportHandler, GraphicalTheme};
use regelspraak::diagnostic::Diagnostics;
use regelspraak::number::{Number, RoundingMode};

use crate::texts;

/// What stands out.
pub const STRONG: Style = Style::new().bold();
/// What may be skipped.
pub const SOFT: Style = Style::new().dimmed();
/// What holds.
pub const GOOD: Style = AnsiColor::Green.on_default();
/// What does not hold, or is wrong.
pub const BAD: Style = AnsiColor::Red.on_default();

/// How wide a line of text is at most, in characters.
pub const WIDTH: usize = 100;

/// Prints a text, with every line of it this far from the margin.
pub fn text(text: &str, indent: &str) {
    let options = textwrap::Options::new(WIDTH).initial_indent(indent).subsequent_indent(indent);
    anstream::println!("{}", textwrap::fill(text, options));
}

/// Prints which rules gave the answer.
pub fn version(version: &str, language: Language) {
    anstream::println!("{}", styled(SOFT, texts::version(version).get(language)));
}

/// An amount with its sign: `+€ 10`, `-€ 10`, `+€ 0`.
pub fn signed(amount: &Number, language: Language) -> String {
    let plus = if amount.is_negative() { "" } else { "+" };
    format!("{plus}{}", wording::euro(amount, language))
}

/// By how much an amount moves, in cents: [`signed`], or `€ 0` when it does not.
pub fn moved(amount: &Number, language: Language) -> String {
    let cents = amount.round(RoundingMode::HalfAwayFromZero, 2);
    if cents.is_zero() { wording::euro(&cents, language) } else { signed(&cents, language) }
}

/// Prints rules by name, each with its place and its articles; nothing when there are none.
pub fn rules(mut rules: Vec<&RuleReference>, language: Language) {
    rules.sort_by_key(|rule| &rule.naam);
    if rules.is_empty() {
        return;
    }
    anstream::println!("\n{}", styled(STRONG, texts::RULES_AND_SOURCES.get(language)));
    for rule in rules {
        let place = format!("({}:{})", rule.bestand, rule.regelnummer);
        anstream::println!("  {} {}", rule.naam, styled(SOFT, place));
        for line in textwrap::wrap(&rule.bronnen.join("; "), WIDTH - 4) {
            anstream::println!("    {}", styled(SOFT, line));
        }
    }
}

/// Text in a style.
pub fn styled(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

/// Prints an error.
pub fn error(error: impl Bilingual, language: Language) {
    let error = error.in_language(language);
    anstream::eprintln!("{}: {error}", styled(BAD, texts::ERROR.get(language)));
}

/// Prints mistakes in rule text with the lines they stand in. What is wrong with a Dutch sentence
/// is said in Dutch.
pub fn diagnostics(diagnostics: &Diagnostics, language: Language) {
    if language != Language::Dutch {
        anstream::eprintln!("{}\n", texts::RULES_ARE_DUTCH.get(language));
    }
    let theme = match std::io::stderr().is_terminal() {
        true => GraphicalTheme::unicode(),
        false => GraphicalTheme::unicode_nocolor(),
    };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(100);
    for (diagnostic, report) in diagnostics.list.iter().zip(diagnostics.reports()) {
        let mut text = String::new();
        let (file, line, column) = diagnostics.position(diagnostic);
        if handler.render_report(&mut text, &report).is_err() {
            text = diagnostic.to_string();
        }
        anstream::eprintln!("{file}:{line}:{column}\n{}", in_dutch(&text));
    }
    if diagnostics.left_out > 0 {
        anstream::eprintln!("{}", corpus::left_out(diagnostics.left_out).get(language));
    }
}

/// The report without its one English word. The word stands at the start of a line, where the
/// quoted rule text has a line number or a frame; the lines after it stay aligned.
fn in_dutch(report: &str) -> String {
    let colour = |text: &str| text.is_empty() || (text.starts_with('\u{1b}') && text.len() < 12);
    let line = |line: &str| match line.split_once("  help: ") {
        Some((before, after)) if colour(before) => format!("{before}   tip: {after}\n"),
        _ => format!("{line}\n"),
    };
    report.lines().map(line).collect()
}
