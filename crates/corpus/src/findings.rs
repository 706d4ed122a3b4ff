//! What is wrong with a corpus, one finding at a time, for who shows them one by one: a command line with
//! `--json`, an editor.

use engine::language::{Bilingual, Language, Text};
use engine::plan::PlanError;
use engine::text;
use regelspraak::diagnostic::Diagnostics;
use serde_json::{Value as Json, json};

use crate::CorpusError;
use crate::document::DocumentError;

/// A mistake in the files of a corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file, if it is in one.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// The line and column right after it, for mistakes in rule text.
    pub end: Option<(usize, usize)>,
    /// Its kind: a code of rule text, `gegevens`, `kring` or `regels`.
    pub code: &'static str,
    /// What is wrong. About rule text it is Dutch, the language of the rules.
    pub message: Text,
    /// The name that was probably meant.
    pub suggestion: Option<String>,
    /// How to mend it.
    pub help: Option<Text>,
}

impl Finding {
    /// A finding that is not at a place.
    fn unplaced(code: &'static str, message: Text) -> Finding {
        Finding {
            file: None,
            line: None,
            column: None,
            end: None,
            code,
            message,
            suggestion: None,
            help: None,
        }
    }

    /// The finding for other programs.
    pub fn to_json(&self, language: Language) -> Json {
        json!({
            "bestand": self.file,
            "regel": self.line,
            "kolom": self.column,
            "tot_regel": self.end.map(|(line, _)| line),
            "tot_kolom": self.end.map(|(_, column)| column),
            "code": self.code,
            "ernst": "fout",
            "melding": self.message.get(language),
            "suggestie": self.suggestion,
            "hulp": self.help.as_ref().map(|help| help.get(language)),
        })
    }
}

impl From<&DocumentError> for Finding {
    fn from(error: &DocumentError) -> Finding {
        let message = match error.path.as_str() {
            "" => error.message.clone(),
            path => Text::of(|language| format!("{path}: {}", error.message.get(language))),
        };
        Finding {
            file: Some(error.file.clone()),
            line: Some(error.line),
            column: Some(error.column),
            help: error.hint.clone(),
            ..Finding::unplaced("gegevens", message)
        }
    }
}

impl CorpusError {
    /// Each mistake by itself.
    pub fn findings(&self) -> Vec<Finding> {
        match self {
            CorpusError::Rules(diagnostics) => in_rules(diagnostics),
            CorpusError::Documents(errors) => errors.iter().map(Finding::from).collect(),
            CorpusError::Plan(error) => vec![circle(error)],
            other => {
                let message = Text::of(|language| other.in_language(language));
                vec![Finding::unplaced("regels", message)]
            }
        }
    }
}

fn in_rules(diagnostics: &Diagnostics) -> Vec<Finding> {
    let placed = diagnostics.list.iter().map(|diagnostic| {
        let (file, line, column) = diagnostics.position(diagnostic);
        let (end_line, end_column) = diagnostics.end(diagnostic);
        Finding {
            file: Some(file.to_string()),
            line: Some(line as usize),
            column: Some(column as usize),
            end: Some((end_line as usize, end_column as usize)),
            suggestion: diagnostic.suggestion.clone(),
            help: diagnostic.help.as_ref().map(Text::same),
            ..Finding::unplaced(diagnostic.code.as_str(), Text::same(&diagnostic.message))
        }
    });
    let left_out = (diagnostics.left_out > 0).then(|| left_out(diagnostics.left_out));
    placed.chain(left_out.map(|message| Finding::unplaced("regels", message))).collect()
}

/// That there are more mistakes than are told.
pub fn left_out(count: usize) -> Text {
    text!("en nog {count} fouten", "and {count} more")
}

fn circle(error: &PlanError) -> Finding {
    let PlanError::Cycle { links } = error;
    let message = Text::of(|language| error.in_language(language));
    let place = links.first();
    Finding {
        file: place.map(|link| link.file.clone()),
        line: place.map(|link| link.line as usize),
        column: Some(1),
        ..Finding::unplaced("kring", message)
    }
}
