//! `samenhang uitleg`

use std::path::Path;
use std::process::ExitCode;

use anstyle::Style;
use corpus::Corpus;
use engine::language::{Language, Text};
use household::{
    Calculator, Change, ConditionLine, Explanation, Extent, Folded, HouseholdFile, RuleReference,
    wording,
};
use regelspraak::model::Value;
use textwrap::{Options, WordSeparator, WordSplitter};

use crate::arguments::Form;
use crate::failure::Failure;
use crate::output::{BAD, GOOD, SOFT, STRONG, styled};
use crate::texts::{self, veranderen};

/// How wide the text of an explanation is at most, in characters.
const WIDTH: usize = 110;

/// How many alternatives are told at most; as JSON all are there.
const MOST_ALTERNATIVES: usize = 6;

/// What was asked.
pub struct Asked<'a> {
    /// The household file as it was typed.
    pub file: &'a Path,
    /// Which outcome.
    pub outcome: &'a str,
    /// Of whom.
    pub person: Option<&'a str>,
    /// Whether everything is to be told.
    pub whole: bool,
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
    let extent = if asked.whole || form.json { Extent::Whole } else { Extent::Short };
    let answer = calculation.explain(asked.outcome, asked.person, extent).map_err(Failure::new)?;
    if form.json {
        anstream::println!("{:#}", answer.to_json());
        return Ok(ExitCode::SUCCESS);
    }
    let explanation = &answer.explanation;
    let title = wording::capital(&explanation.uitkomst);
    let day = wording::day(file.rekendatum, language);
    let title = texts::on(language, &title, &day);
    anstream::println!("{}", styled(STRONG, format!("{title}: {}", explanation.getoond)));
    for line in wrapped(&answer.meaning, WIDTH, "") {
        anstream::println!("{}", styled(SOFT, line));
    }
    let say = |title: &Text, text: &str| {
        let title = styled(STRONG, title.get(language));
        let text = format!("{title} {text}");
        wrapped(&text, WIDTH, "").iter().for_each(|line| anstream::println!("{line}"));
    };
    for reason in &answer.reasons {
        say(&texts::WHY_NOT, reason);
    }
    tell_changes(&answer.alternatives, language);
    anstream::println!();
    anstream::println!("{}", styled(STRONG, texts::HOW.get(language)));
    Tree { language, whole: asked.whole }.body(explanation, "", None);
    if let Some(text) = what_is_left_out(explanation, asked.file) {
        anstream::println!();
        for line in text.get(language).lines() {
            anstream::println!("{line}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What would give a right, each alternative on a line of its own when there are more.
fn tell_changes(alternatives: &[Vec<Change>], language: Language) {
    let Some(first) = alternatives.first() else { return };
    let say = |text: &str, indent: &str| {
        wrapped(text, WIDTH, indent).iter().for_each(|line| anstream::println!("{line}"));
    };
    let also = styled(STRONG, veranderen::AND_ALSO.get(language)).to_string();
    let told = |changes: &[Change]| {
        let words = changes.iter().map(|change| match changes.len() {
            1 => change.in_words(language),
            _ => change.in_words_of_a_pair(language),
        });
        words.collect::<Vec<String>>().join(&format!(" {also} "))
    };
    let title = styled(STRONG, veranderen::WHAT_CHANGES.get(language));
    if alternatives.len() == 1 {
        say(&format!("{title} {}", told(first)), "");
    } else {
        let one =
            if first.len() == 1 { veranderen::ONE_IS_ENOUGH } else { veranderen::TWO_TOGETHER };
        anstream::println!("{title} {}", one.get(language));
        for changes in alternatives.iter().take(MOST_ALTERNATIVES) {
            say(&format!("- {}", told(changes)), "  ");
        }
    }
    if first.len() > 1 {
        anstream::println!("{}", veranderen::ONLY_TOGETHER.get(language));
    }
    if let Some(more) = alternatives.len().checked_sub(MOST_ALTERNATIVES).filter(|more| *more > 0) {
        anstream::println!("{}", veranderen::more(more).get(language));
    }
}

/// How to see what was not told, if anything was not.
fn what_is_left_out(explanation: &Explanation, file: &Path) -> Option<Text> {
    let mut folded = Vec::new();
    collect_folded(explanation, &mut folded);
    let outcome = folded.iter().find_map(|folded| match folded {
        Folded::Outcome { .. } => Some(asking(folded)),
        Folded::Deep => None,
    });
    match outcome {
        Some(words) => {
            let file = file.display();
            Some(texts::see_more(&format!("samenhang uitleg {file} {words}")))
        }
        None if folded.is_empty() => None,
        None => Some(texts::SEE_ALL),
    }
}

fn collect_folded<'e>(explanation: &'e Explanation, out: &mut Vec<&'e Folded>) {
    for part in &explanation.uit {
        if is_zero(explanation) || !is_zero(part) {
            out.extend(&part.folded);
            collect_folded(part, out);
        }
    }
}

/// What to type for the explanation of a folded outcome.
fn asking(folded: &Folded) -> String {
    match folded {
        Folded::Outcome { name, person: Some(person) } => {
            format!("{name} --persoon {}", quoted(person))
        }
        Folded::Outcome { name, person: None } => name.clone(),
        Folded::Deep => String::new(),
    }
}

/// A name as it is typed, between quotes when it has a space.
fn quoted(name: &str) -> String {
    if name.contains(char::is_whitespace) { format!("\"{name}\"") } else { name.to_string() }
}

/// The text in lines. An amount stays with its sign, and a name with its hyphens.
fn wrapped(text: &str, width: usize, indent: &str) -> Vec<String> {
    let options = Options::new(width)
        .subsequent_indent(indent)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation);
    let text = text.replace("€ ", "€\u{a0}").replace("0 €", "0\u{a0}€");
    textwrap::wrap(&text, options).iter().map(|line| line.replace('\u{a0}', " ")).collect()
}

/// An explanation printed as a tree.
struct Tree {
    language: Language,
    /// Whether what adds nothing is unfolded too.
    whole: bool,
}

/// Where a part of the tree stands.
struct Place<'a> {
    lead: &'a str,
    indent: &'a str,
    unfolded: bool,
    /// The rule that the part around it comes from.
    around: Option<&'a RuleReference>,
}

impl Tree {
    /// Prints an explanation. `lead` stands before its first line, `indent` before the rest.
    /// What adds nothing to its sum is named, but not unfolded.
    fn print(&self, explanation: &Explanation, place: Place<'_>) {
        let title = styled(STRONG, &explanation.kop);
        let Place { lead, indent, unfolded, around } = place;
        let more = match &explanation.folded {
            Some(folded) if unfolded => {
                let text = match folded {
                    Folded::Outcome { name, .. } => texts::own_outcome(name),
                    Folded::Deep => texts::DEEP,
                };
                styled(SOFT, format!("  ({})", text.get(self.language)))
            }
            _ => String::new(),
        };
        anstream::println!("{}{title}{more}", styled(SOFT, lead));
        if unfolded && explanation.folded.is_none() {
            self.body(explanation, indent, around);
        }
    }

    /// Prints what stands under the first line of an explanation, which is part of what the rule
    /// around it gave.
    fn body(&self, explanation: &Explanation, indent: &str, around: Option<&RuleReference>) {
        let parts: Vec<&Explanation> = explanation.uit.iter().filter(|p| !p.is_plain()).collect();
        let last = parts.len();
        let bar = styled(SOFT, format!("{indent}{}", if last > 0 { "│ " } else { "  " }));
        let width = WIDTH.saturating_sub(indent.chars().count() + 2).max(40);
        let say_in = |style: Style, text: &str, indent: &str| {
            for line in wrapped(text, width, indent) {
                anstream::println!("{bar}{}", styled(style, line));
            }
        };
        let say = |style: Style, text: &str| say_in(style, text, "  ");
        if !explanation.tekst.is_empty() {
            say(Style::new(), &explanation.tekst);
        }
        for condition in explanation.voorwaarden.iter().filter(|c| c.voldaan.is_some()) {
            let style = if condition.voldaan == Some(true) { GOOD } else { BAD };
            let indent = "  ".repeat(condition.niveau + 1);
            say_in(style, &self.condition_line(condition), &indent);
        }
        if !explanation.toelichting.is_empty() {
            let note = explanation.toelichting.join(" ");
            say(Style::new(), &format!("{}: {note}", texts::REMARK.get(self.language)));
        }
        if !explanation.bronnen.is_empty() {
            let sources = explanation.bronnen.join("; ");
            say(SOFT, &format!("{}: {sources}", texts::SOURCE.get(self.language)));
        }
        let rule = explanation.regel.as_ref();
        if let Some(rule) = rule.filter(|rule| Some(*rule) != around) {
            let title = texts::RULE;
            let title = title.get(self.language);
            let place = format!("{title}: {} ({}:{})", rule.naam, rule.bestand, rule.regelnummer);
            say(SOFT, &place);
        }
        for (index, part) in parts.into_iter().enumerate() {
            let (branch, below) =
                if index + 1 == last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            let (lead, indent) = (&format!("{indent}{branch}"), &format!("{indent}{below}"));
            let unfolded = self.whole || is_zero(explanation) || !is_zero(part);
            self.print(part, Place { lead, indent, unfolded, around: rule });
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
