//! The tree of a document.

use engine::language::Text;
use serde::{Deserialize, Serialize};

use super::texts::expected;

/// A place in a text, for people: lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
}

impl Position {
    /// The first character of a file.
    pub const START: Position = Position { line: 1, column: 1 };
}

/// A value in a document and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Where it starts. A value that is left out has the place of its field name.
    pub position: Position,
}

/// The three kinds of value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// Fields with values, in the order of the file; no field occurs twice.
    Mapping(Vec<(Key, Node)>),
    /// A list.
    Sequence(Vec<Node>),
    /// Anything else, as written; what it means is for the reader to say.
    Scalar {
        /// The text, without quotes and with escapes resolved.
        text: String,
        /// Whether it was written between quotes (or as a YAML text block).
        quoted: bool,
    },
}

/// The name of a field and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The name.
    pub text: String,
    /// Where it starts.
    pub position: Position,
}

impl Node {
    /// Whether no value is given: nothing at all, `~` or `null`.
    pub fn is_null(&self) -> bool {
        match &self.kind {
            NodeKind::Scalar { text, quoted: false } => {
                matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL")
            }
            _ => false,
        }
    }

    /// What it is, in words for an error.
    pub(crate) fn describe(&self) -> Text {
        match &self.kind {
            NodeKind::Mapping(_) => expected::GROUP,
            NodeKind::Sequence(_) => expected::LIST,
            NodeKind::Scalar { .. } if self.is_null() => expected::NOTHING,
            NodeKind::Scalar { text, .. } => Text::same(excerpt(text)),
        }
    }
}

/// A text between quotes as an error shows it: on one line, at most 40 characters.
pub fn excerpt(text: &str) -> String {
    format!("'{}'", shorten(text))
}

/// A text on one line of at most 40 characters.
pub(crate) fn shorten(text: &str) -> String {
    const MOST: usize = 40;
    let clean = |c: char| if c.is_control() { ' ' } else { c };
    let mut short: String = text.chars().take(MOST).map(clean).collect();
    if text.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}
