//! Every text that a resident can see, gathered from the rules and from the program.

use std::path::Path;

use engine::language::{Language, Text};
use household::Section;

/// What kind of sentence it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A sentence of a rule, in the grammar of RegelSpraak.
    Rule,
    /// Everything else.
    Plain,
}

/// A text with where it stands.
#[derive(Debug)]
pub struct Shown {
    /// `Regel basishuur`, `uitkomst zorgtoeslag_per_maand`.
    pub place: String,
    /// What kind it is.
    pub kind: Kind,
    /// Its sentences; of a rule each condition and definition is one.
    pub sentences: Vec<String>,
}

impl Shown {
    pub fn new(place: String, kind: Kind, text: &str) -> Shown {
        let parts = match kind {
            Kind::Rule => pieces(text),
            Kind::Plain => vec![text.to_string()],
        };
        let sentences = parts.iter().flat_map(|part| sentences(part)).collect();
        Shown { place, kind, sentences }
    }
}

/// All of them.
pub fn all() -> Vec<Shown> {
    let corpus = builtin::corpus().unwrap();
    let mut all = Vec::new();
    for rule in &corpus.model.rules {
        let place = format!("Regel {}", rule.name);
        for version in &rule.versions {
            all.push(Shown::new(place.clone(), Kind::Rule, &version.text));
        }
        all.push(Shown::new(place, Kind::Plain, &rule.notes.join(" ")));
    }
    for outcome in &corpus.outcomes {
        let text = outcome.meaning.get(Language::Dutch);
        all.push(Shown::new(format!("uitkomst {}", outcome.name), Kind::Plain, text));
    }
    for remark in &corpus.remarks {
        let name = &corpus.model[remark.kenmerk].name.singular;
        let text = remark.text.get(Language::Dutch);
        all.push(Shown::new(format!("kanttekening {name}"), Kind::Plain, text));
    }
    let dutch = |text: &Text| text.get(Language::Dutch).to_string();
    for scheme in corpus.policies.schemes() {
        let place = format!("regeling {}", scheme.name);
        all.push(Shown::new(place, Kind::Plain, &dutch(&scheme.meaning)));
    }
    for package in corpus.policies.packages() {
        for period in package.schemes.iter().flat_map(|scheme| &scheme.periods) {
            let place = format!("gemeente {}, regel {}", package.name, period.position.line);
            let said = period.stated.as_ref().err().into_iter().chain(&period.remark);
            said.for_each(|text| all.push(Shown::new(place.clone(), Kind::Plain, &dutch(text))));
        }
    }
    for application in &corpus.applications {
        let place = format!("aanvragen {}", application.right);
        for period in &application.periods {
            let said: Vec<&Text> = match &period.stated {
                Ok(how) => {
                    [&how.place, &how.how, &how.begins].into_iter().chain(&how.deadline).collect()
                }
                Err(reason) => vec![reason],
            };
            said.iter()
                .for_each(|text| all.push(Shown::new(place.clone(), Kind::Plain, &dutch(text))));
        }
    }
    for section in Section::ALL {
        for field in section.fields() {
            let text = field.meaning(Language::Dutch);
            all.push(Shown::new(format!("veld {}", field.key), Kind::Plain, text));
        }
    }
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for name in ["cli", "corpus", "engine", "household", "reports", "rulebook", "server"] {
        of_program(crates, &crates.join(name).join("src"), &mut all);
    }
    crate::pages::add(&crates.join("../web/src"), &mut all);
    all
}

/// The texts in the source of the program: of what is said in two languages, the Dutch one stands
/// first. A string literal that is none of these is no text a resident sees, but is held to the
/// list all the same; English has none of its words.
fn of_program(root: &Path, folder: &Path, out: &mut Vec<Shown>) {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            of_program(root, &path, out);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let source = std::fs::read_to_string(&path).unwrap();
            let place = path.strip_prefix(root).unwrap().display().to_string();
            for literal in literals(&source) {
                out.push(Shown::new(place.clone(), Kind::Plain, &literal));
            }
        }
    }
}

/// The string literals of a source file, without its comments, and before its tests.
fn literals(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap();
    let code: Vec<&str> =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n").replace("'\"'", "");
    let mut out = Vec::new();
    let mut rest = code.as_str();
    while let Some((_, after)) = rest.split_once('"') {
        let mut end = 0;
        let mut escaped = false;
        for (at, c) in after.char_indices() {
            end = at;
            match c {
                '"' if !escaped => break,
                '\\' => escaped = !escaped,
                _ => escaped = false,
            }
        }
        // A backslash at the end of a line joins it to the next.
        out.push(after[..end].replace("\\\n", "").replace("\\n", ". "));
        rest = &after[(end + 1).min(after.len())..];
    }
    out
}

/// A rule in pieces: its conclusion, each condition, each definition, each cell of a table.
fn pieces(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut definitions = None;
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        let line = line.trim();
        let starts = line.starts_with('•')
            || line.starts_with("indien")
            || definitions.is_some_and(|column| indent <= column);
        if line.starts_with('|') {
            out.extend(line.split('|').map(str::to_string));
        } else if line == "Daarbij geldt:" {
            definitions = Some(indent + 2);
        } else if starts || out.is_empty() {
            out.push(line.to_string());
        } else if let Some(last) = out.last_mut() {
            last.push(' ');
            last.push_str(line);
        }
    }
    out
}

/// The sentences of a text: they end at a mark with a space behind it.
fn sentences(text: &str) -> Vec<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = vec![String::new()];
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        let last = out.last_mut().unwrap();
        last.push_str(word);
        last.push(' ');
        let abbreviation = ["art.", "nr.", "dd.", "bijv."].contains(&word);
        if word.ends_with(['.', '?', '!', ':']) && !abbreviation && words.peek().is_some() {
            out.push(String::new());
        }
    }
    out
}
