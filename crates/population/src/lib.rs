//! Populations of households as Arrow tables, in and out of the columnar executor.
//!
//! Two tables, as [`table`] describes them: households, and persons sorted by household; a third may say
//! what the rules know of each municipality ([`municipalities`]). They are checked while they are read ([`intake`]), a batch at a time, so that a population of any size
//! takes the memory of one batch ([`files`]). What the rules say of them is added up by outcome
//! ([`answers`]), or becomes tables again ([`results`]).

pub mod answers;
mod cells;
pub mod files;
pub mod intake;
mod key;
mod lists;
pub mod municipalities;
pub mod results;
pub mod table;
mod table_file;
mod writer;

use engine::language::{Bilingual, Language, Text};
use thiserror::Error;

/// A mistake in a table, with where it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.in_language(Language::Dutch))]
pub struct TableError {
    /// The table: `huishoudens`, `personen` or `gemeenten`.
    pub table: &'static str,
    /// The column, if it is about one.
    pub column: Option<String>,
    /// The row, counted from 0 over the whole table, if it is about one.
    pub row: Option<usize>,
    /// What is wrong, and how to put it right.
    pub message: Text,
}

impl TableError {
    fn in_language(&self, language: Language) -> String {
        let mut text = format!("{} {}", language.pick("tabel", "table"), self.table);
        if let Some(column) = &self.column {
            text.push_str(&format!(", {} {column}", language.pick("kolom", "column")));
        }
        if let Some(row) = self.row {
            text.push_str(&format!(", {} {row}", language.pick("rij", "row")));
        }
        format!("{text}: {}", self.message.get(language))
    }
}

impl Bilingual for TableError {
    fn english(&self) -> String {
        self.in_language(Language::English)
    }
}
