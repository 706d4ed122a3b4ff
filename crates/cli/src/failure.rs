//! What stops a command, on standard error.

use std::io::Read;
use std::path::Path;

use corpus::CorpusError;
use corpus::document::DocumentError;
use engine::language::{Bilingual, Language, Text};

use crate::{output, texts};

/// Why a command stops: one line for each thing that is wrong.
#[derive(Debug)]
pub enum Failure {
    /// Something that can be said in words.
    Message(Text),
    /// Mistakes in a document.
    Documents(Vec<DocumentError>),
    /// A corpus that cannot be used.
    Corpus(Box<CorpusError>),
}

impl Failure {
    /// One error.
    pub fn new(error: impl Bilingual) -> Failure {
        Failure::Message(Text::of(|language| error.in_language(language)))
    }

    /// One error in a file.
    pub fn at(path: &Path, error: impl Bilingual) -> Failure {
        let name = path.display();
        Failure::Message(Text::of(|language| format!("{name}: {}", error.in_language(language))))
    }

    /// Prints what is wrong.
    pub fn print(&self, language: Language) {
        let documents = |errors: &[DocumentError]| {
            errors.iter().for_each(|error| output::error(error, language));
        };
        match self {
            Failure::Message(message) => output::error(message, language),
            Failure::Documents(errors) => documents(errors),
            Failure::Corpus(error) => match error.as_ref() {
                CorpusError::Rules(diagnostics) => output::diagnostics(diagnostics, language),
                CorpusError::Documents(errors) => documents(errors),
                other => output::error(other, language),
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
    let bytes = bytes.map_err(|error| Failure::at(path, texts::unreadable(&error, input)))?;
    String::from_utf8(bytes).map_err(|error| {
        let readable = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = readable.iter().filter(|&&byte| byte == b'\n').count() + 1;
        Failure::at(path, texts::no_text(line, input))
    })
}

/// Writes a file.
pub fn write(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(|error| Failure::at(path, texts::unwritable(&error)))
}
