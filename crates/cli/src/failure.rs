//! What stops a command, on standard error.

use std::fmt::Display;
use std::io::{ErrorKind, Read};
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
    let input = path == Path::new("-");
    let bytes = if input {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let (name, what) = match input {
        true => ("-".to_string(), "de invoer"),
        false => (path.display().to_string(), "dit bestand"),
    };
    let bytes = bytes.map_err(|error| {
        let why = match error.kind() {
            ErrorKind::NotFound => "dit bestand bestaat niet. Controleer de naam.".to_string(),
            ErrorKind::PermissionDenied => {
                format!("{what} mag niet worden gelezen. Controleer de rechten.")
            }
            ErrorKind::IsADirectory => {
                "dit is een map, geen bestand. Geef een bestand, zoals gezin.yaml.".to_string()
            }
            _ => format!("{what} kan niet worden gelezen ({error})."),
        };
        Failure::new(format!("{name}: {why}"))
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let readable = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = readable.iter().filter(|&&byte| byte == b'\n').count() + 1;
        Failure::new(format!(
            "{name}: {what} is op regel {line} geen tekst (UTF-8). Sla het bestand op als UTF-8."
        ))
    })
}
