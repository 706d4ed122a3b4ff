//! Values: what an attribuut or parameter holds.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::number::Number;

/// A value of one of the datatypes of section 3.3, or leeg.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Value {
    /// No value (`leeg`).
    Empty,
    /// A number, in the unit its type says.
    Number(Number),
    /// Text.
    Text(Arc<str>),
    /// `waar` or `onwaar`.
    Boolean(bool),
    /// A day.
    Date(Date),
    /// A moment, to the millisecond.
    DateTime(DateTime),
    /// The position of the value in its domein.
    Enumeration(u16),
}

impl Value {
    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        matches!(self, Value::Empty)
    }
}
