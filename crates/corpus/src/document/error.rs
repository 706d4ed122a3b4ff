//! Errors with a place, and the list that collects them.

use std::fmt;

use engine::language::{Bilingual, Language, Text};
use thiserror::Error;

use super::{Position, texts};

/// What is wrong in a document, where, and how to mend it, for whoever wrote the file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct DocumentError {
    /// The name of the file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The field: `huishouden.personen[0].loon`, list items counted from 0. Empty when the error
    /// is not about one field.
    pub path: String,
    /// What is wrong, as a sentence.
    pub message: Text,
    /// How to mend it, as a sentence.
    pub hint: Option<Text>,
}

impl DocumentError {
    /// An error that is not about one field.
    pub fn new(file: &str, position: Position, message: Text, hint: Text) -> DocumentError {
        DocumentError {
            file: file.to_string(),
            line: position.line,
            column: position.column,
            path: String::new(),
            message,
            hint: Some(hint),
        }
    }

    /// The same error with advice.
    pub fn with_hint(mut self, hint: Text) -> DocumentError {
        self.hint = Some(hint);
        self
    }
}

impl DocumentError {
    fn say(&self, language: Language) -> String {
        let (line, column) = language.pick(("regel", "kolom"), ("line", "column"));
        let mut text = format!("{}, {line} {}, {column} {}", self.file, self.line, self.column);
        if !self.path.is_empty() {
            text.push_str(&format!(", {}", self.path));
        }
        text.push_str(&format!(": {}", self.message.get(language)));
        if let Some(hint) = &self.hint {
            text.push_str(&format!(" {}", hint.get(language)));
        }
        text
    }
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::Dutch))
    }
}

impl Bilingual for DocumentError {
    fn english(&self) -> String {
        self.say(Language::English)
    }
}

/// The most errors that are kept for one file; the rest is only counted.
pub const MAX_PROBLEMS: usize = 100;

/// The errors found in one file so far.
#[derive(Debug, Clone, Default)]
pub struct Problems {
    errors: Vec<DocumentError>,
    dropped: usize,
}

impl Problems {
    /// Adds an error.
    pub fn push(&mut self, error: DocumentError) {
        if self.is_full() {
            self.dropped += 1;
        } else {
            self.errors.push(error);
        }
    }

    /// Adds an error, unless the same is said already of another place: of a cause that many places
    /// run into.
    pub fn push_once(&mut self, error: DocumentError) {
        if !self.errors.iter().any(|known| known.message == error.message) {
            self.push(error);
        }
    }

    /// The value, or nothing after adding the error.
    pub fn keep<T>(&mut self, result: Result<T, DocumentError>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// Whether there are no errors.
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// Whether more errors would not be kept, so that looking for them is no use.
    pub fn is_full(&self) -> bool {
        self.errors.len() >= MAX_PROBLEMS
    }

    /// The value when there are no errors; otherwise all errors, in the order of the file. When
    /// there is no value and no error either, the list of errors is empty; a caller that returns
    /// nothing always adds the reason.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<DocumentError>> {
        match value {
            Some(value) if self.errors.is_empty() => Ok(value),
            _ => Err(self.into_errors()),
        }
    }

    /// All errors, in the order of the file.
    pub fn into_errors(self) -> Vec<DocumentError> {
        let mut errors = self.errors;
        errors.sort_by_key(|error| (error.line, error.column));
        if let (Some(last), true) = (errors.last().cloned(), self.dropped > 0) {
            let (message, hint) = (texts::more_mistakes(self.dropped), Some(texts::FIRST_SOLVE));
            errors.push(DocumentError { path: String::new(), message, hint, ..last });
        }
        errors
    }
}
