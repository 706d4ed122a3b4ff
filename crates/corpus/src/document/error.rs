//! Errors with a place, and the list that collects them.

use std::fmt;

use thiserror::Error;

use super::Position;

/// What is wrong in a document, where, and how to mend it; in Dutch, for whoever wrote the file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct DocumentError {
    /// The name of the file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The field: `huishouden.personen[1].loon`, list items counted from 1. Empty when the error
    /// is not about one field.
    pub path: String,
    /// What is wrong, as a sentence.
    pub message: String,
    /// How to mend it, as a sentence.
    pub hint: Option<String>,
}

impl DocumentError {
    /// An error that is not about one field.
    pub fn new(
        file: &str,
        position: Position,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> DocumentError {
        DocumentError {
            file: file.to_string(),
            line: position.line,
            column: position.column,
            path: String::new(),
            message: message.into(),
            hint: Some(hint.into()),
        }
    }

    /// The same error with advice.
    pub fn with_hint(mut self, hint: impl Into<String>) -> DocumentError {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, regel {}, kolom {}", self.file, self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, ", {}", self.path)?;
        }
        write!(f, ": {}", self.message)?;
        match &self.hint {
            Some(hint) => write!(f, " {hint}"),
            None => Ok(()),
        }
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
            let message = format!("Er zijn nog {} fouten meer.", self.dropped);
            let hint = Some("Los eerst de fouten hierboven op.".to_string());
            errors.push(DocumentError { path: String::new(), message, hint, ..last });
        }
        errors
    }
}
