//! Reading YAML and JSON by hand, so that every error has a place.
//!
//! A household, a parameter set and a worked example are written by people. A deserialiser that
//! stops at the first mistake, or that turns `28.000` into a float, is no help to them. This
//! module turns text into a tree of [`Node`]s that keeps the text and the position of every
//! value. [`Item`] walks that tree and gives typed values or a [`DocumentError`] in plain words,
//! Dutch and English, and [`Problems`] collects all errors of a file, so that they are reported
//! together.
//!
//! ```
//! use corpus::document::{Document, Problems};
//!
//! let mut problems = Problems::default();
//! let document = Document::read("huis.yaml", "huur: veel", &mut problems);
//! let huur = document.as_ref().and_then(|document| {
//!     let fields = problems.keep(document.root().mapping())?;
//!     problems.keep(fields.get("huur")?.number())
//! });
//! let errors = problems.finish(huur).unwrap_err();
//! assert_eq!(
//!     errors[0].to_string(),
//!     "huis.yaml, regel 1, kolom 7, huur: 'veel' is geen getal. \
//!      Schrijf bijvoorbeeld 28000 of 712.50."
//! );
//! ```
//!
//! What YAML has beyond values, lists and groups of fields is refused: anchors, aliases, tags,
//! several documents in one file. The size of the text and the depth of the tree are limited, so
//! that no input can exhaust the stack.

mod amount;
mod build;
mod date;
mod error;
mod item;
mod nearest;
mod node;
mod syntax;
#[cfg(test)]
mod tests;
mod texts;

use saphyr_parser::Parser;

pub use amount::write_plainly;
pub use date::date_from_text;
pub use error::{DocumentError, MAX_PROBLEMS, Problems};
pub use item::{Fields, Item};
pub use nearest::{Closeness, did_you_mean, nearest};
pub use node::{Key, Node, NodeKind, Position, excerpt};
pub use texts::meant;

/// How large and how deep a document may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of text.
    pub bytes: usize,
    /// The most levels of lists and groups of fields inside each other.
    pub depth: usize,
}

impl Default for Limits {
    /// 4 MiB and 64 levels: far more than a person writes.
    fn default() -> Self {
        Limits { bytes: 4 << 20, depth: 64 }
    }
}

/// A file that has been read: its name and its tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    file: String,
    root: Node,
}

impl Document {
    /// Reads YAML or JSON within the default [`Limits`]. See [`Document::read_within`].
    pub fn read(file: &str, text: &str, problems: &mut Problems) -> Option<Document> {
        Document::read_within(file, text, Limits::default(), problems)
    }

    /// Reads YAML or JSON. `file` is the name shown in errors.
    ///
    /// A duplicate field, an anchor or a tag is a problem, and the tree is still built, so that
    /// the caller can look for more. Nothing is returned when there is no tree to speak of: a
    /// syntax error, no content, or text beyond the limits.
    pub fn read_within(
        file: &str,
        text: &str,
        limits: Limits,
        problems: &mut Problems,
    ) -> Option<Document> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let refusal = if text.len() > limits.bytes {
            Some(DocumentError::new(
                file,
                Position::START,
                texts::too_large(text.len()),
                texts::at_most_bytes(limits.bytes),
            ))
        } else {
            syntax::control_character(file, text)
        };
        if let Some(refusal) = refusal {
            problems.push(refusal);
            return None;
        }
        let text = syntax::join_surrogates(text);
        let parser = Parser::new_from_str(&text);
        let root = build::Builder::new(file, limits, problems).build(parser, &text);
        root.map(|root| Document { file: file.to_string(), root })
    }

    /// The name of the file.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The tree, to walk.
    pub fn root(&self) -> Item<'_> {
        Item::root(&self.file, &self.root)
    }
}
