//! Consistentieregels: what must be so (sections 8.1.6 and 9.5).

use serde::{Deserialize, Serialize};

use super::{BindingId, Condition, Expr, Name, ObjectTypeId, Span, Subject, Timeline, Validity};

/// What one version of a consistentieregel says of each instance of an objecttype: whether it is
/// inconsistent. A uniciteitsregel over several objecttypes has one for each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// The name of the rule.
    pub name: Name,
    /// When that version of it holds.
    pub validity: Validity,
    /// Of whose instances it says so.
    pub objecttype: ObjectTypeId,
    /// When that may change; nothing when it does not depend on time.
    pub timeline: Option<Timeline>,
    /// Whether it asks for values that no two instances share.
    pub unique: bool,
    /// Where the name of the rule stands.
    pub span: Span,
}

/// What must be so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Criterion {
    /// `moet groter zijn dan …`, `moet voldoen aan alle volgende criteria: …`.
    Condition(Box<Condition>),
    /// `moeten uniek zijn` (section 8.1.6): no two instances of all series together have the same
    /// values. Who lacks one of the values is left aside.
    Unique(Vec<Series>),
}

/// Instances with the values that tell them apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Whose values.
    pub subject: Subject,
    /// Where each of them stands while its values are read.
    pub element: BindingId,
    /// The values: one attribuut, or several that count together (`de concatenatie van`). In every
    /// series of a union there are as many, of the same datatypes and units.
    pub key: Vec<Expr>,
    /// Where it is written.
    pub span: Span,
}
