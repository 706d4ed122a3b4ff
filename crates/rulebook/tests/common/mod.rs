//! The rulebook of the built-in corpus, opened once for all tests of a file.
#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used)]

use std::sync::OnceLock;

use corpus::{Corpus, Files};
use rulebook::Rulebook;
use serde_json::Value as Json;

pub fn corpus() -> &'static Corpus {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| builtin::corpus().unwrap())
}

pub fn files() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| builtin::sources().unwrap())
}

pub fn book() -> &'static Rulebook<'static> {
    static BOOK: OnceLock<Rulebook<'static>> = OnceLock::new();
    BOOK.get_or_init(|| Rulebook::new(corpus(), files()).unwrap())
}

/// The items of a list in an answer.
pub fn list<'j>(answer: &'j Json, field: &str) -> &'j Vec<Json> {
    answer[field].as_array().unwrap()
}

/// A text in an answer.
pub fn text<'j>(answer: &'j Json, field: &str) -> &'j str {
    answer[field].as_str().unwrap()
}
