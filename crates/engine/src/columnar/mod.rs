//! The executor for many households at once, to the same cent as [`crate::exact`].
//!
//! Households are kept by *shape*: who is in them and how they relate. For each shape the plan is
//! run once with every value as a column over its households ([`lower`]); what comes out is a list
//! of operations on columns, without a subject, a relation or a rule left in it ([`program`]).
//! Those run over pieces of the households that fit the cache, on all cores ([`kernel`]).
//!
//! Numbers are whole numbers in floats, exact as long as they fit ([`amount`]); where they do not,
//! every decision knows the rows in which its error could matter, and those rows are worked out
//! with [`crate::exact`]. Decision 12 has the argument that the answers are the same.

mod amount;
mod answers;
mod calendar;
mod graph;
mod interval;
mod kept;
mod kernel;
mod lower;
mod partial;
mod population;
mod prepared;
mod program;
mod request;
mod setting;
mod shape;

use std::collections::HashMap;

use thiserror::Error;

pub use answers::{Answer, Piece};
pub use kept::Kept;
pub use partial::{Open, Partial, PartialOutcome, Span};
pub use population::{Input, Population, ShapeId, Written, day_since_1970};
pub use prepared::{Agreement, Prepared};
pub use request::{Moment, Request, Wish};

/// A map that is looked into for every node and every value; its order is never used.
type Map<K, V> = HashMap<K, V, foldhash::fast::FixedState>;

/// A rule this executor cannot do.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{place} kan niet kolomsgewijs worden uitgerekend: {what}")]
pub struct Refused {
    /// The rule or attribuut.
    pub place: String,
    /// What it uses that is not there.
    pub what: String,
}
