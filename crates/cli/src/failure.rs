//! What stops a command, on standard error.

use std::fmt::Display;
use std::path::Path;

use corpus::CorpusError;
use corpus::document::DocumentError;

use crate::output;

/// Why a command stops: one line for each thing that is wrong.
#[derive(Debug)]
pub enum Failure {
    /// Something that can be said in words.
    Message(String),
    /// Mistakes in a document.
    Documents(Vec<DocumentError>),
    /// A corpus that cannot be used.
    Corpus(Box<CorpusError>),
}

impl Failure {
    /// One error.
    pub fn new(error: impl Display) -> Failure {
        Failure::Message(error.to_string())
    }

    /// Prints what is wrong.
    pub fn print(&self) {
        match self {
            Failure::Message(message) => output::error(message),
            Failure::Documents(errors) => errors.iter().for_each(output::error),
            Failure::Corpus(error) => match error.as_ref() {
                CorpusError::Rules(diagnostics) => output::diagnostics(diagnostics),
                CorpusError::Documents(errors) => errors.iter().for_each(output::error),
                other => output::error(other),
            },
        }
    }
}

impl From<CorpusError> for Failure {
    fn from(error: CorpusError) -> Failure {
        Failure::Corpus(Box::new(error))
    }
}

impl From<Vec<DocumentError>> for Failure {
    fn from(errors: Vec<DocumentError>) -> Failure {
        Failure::Documents(errors)
    }
}

/// Reads a file, or standard input when the path is `-`.
pub fn read(path: &Path) -> Result<String, Failure> {
    let read = if path == Path::new("-") {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(path)
    };
    read.map_err(|error| {
        let why = match error.kind() {
            std::io::ErrorKind::NotFound => "dit bestand bestaat niet".to_string(),
            std::io::ErrorKind::PermissionDenied => "dit bestand mag niet worden gelezen".into(),
            std::io::ErrorKind::InvalidData => "dit bestand is geen tekst (UTF-8)".into(),
            std::io::ErrorKind::IsADirectory => "dit is een map, geen bestand".into(),
            _ => error.to_string(),
        };
        Failure::new(format!("{}: {why}.", path.display()))
    })
}
