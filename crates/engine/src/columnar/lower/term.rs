//! What an expression comes down to: a column with where it is filled and where it is a fault.

use std::sync::Arc;

use super::super::amount::Amount;
use super::super::graph::{Bit, Graph, Num};

/// The values of a term, where it is filled.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) enum Payload {
    /// It is filled nowhere.
    Nothing,
    /// Numbers, in the unit of the expression.
    Number(Amount),
    /// `waar` and `onwaar`.
    Boolean(Bit),
    /// Days, as keys.
    Date(Num),
    /// Positions in a domein.
    Enumeration(Num),
    /// The same text everywhere.
    Text(Arc<str>),
}

/// A value for every household of a shape.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Term {
    pub payload: Payload,
    /// Where it is not leeg.
    pub filled: Bit,
    /// Where it could not be determined, or not for sure; there the rest means nothing, and the
    /// exact executor says what is the matter.
    pub fault: Bit,
}

impl Term {
    /// Leeg everywhere.
    pub const EMPTY: Term =
        Term { payload: Payload::Nothing, filled: Bit::FALSE, fault: Bit::FALSE };

    /// Filled everywhere.
    pub fn filled(payload: Payload) -> Term {
        Term { payload, filled: Bit::TRUE, fault: Bit::FALSE }
    }

    /// A fault everywhere.
    pub fn fault() -> Term {
        Term { fault: Bit::TRUE, ..Term::EMPTY }
    }

    pub fn or_fault(self, fault: Bit, graph: &mut Graph) -> Term {
        Term { fault: graph.or(self.fault, fault), ..self }
    }

    /// `self` where the bit holds, `other` elsewhere. Nothing when they hold different kinds of
    /// values.
    pub fn where_else(&self, bit: Bit, other: &Term, graph: &mut Graph) -> Option<Term> {
        if bit == Bit::TRUE || self == other {
            return Some(self.clone());
        }
        if bit == Bit::FALSE {
            return Some(other.clone());
        }
        let payload = match (&self.payload, &other.payload) {
            (one, _) if other.filled == Bit::FALSE => one.clone(),
            (_, other) if self.filled == Bit::FALSE => other.clone(),
            (Payload::Number(one), Payload::Number(other)) => {
                Payload::Number(one.where_else(bit, *other, graph))
            }
            (Payload::Boolean(one), Payload::Boolean(other)) => {
                Payload::Boolean(choose(graph, bit, *one, *other))
            }
            (Payload::Date(one), Payload::Date(other)) => {
                Payload::Date(graph.select(bit, *one, *other))
            }
            (Payload::Enumeration(one), Payload::Enumeration(other)) => {
                Payload::Enumeration(graph.select(bit, *one, *other))
            }
            (one, other) if one == other => one.clone(),
            _ => return None,
        };
        let filled = choose(graph, bit, self.filled, other.filled);
        let fault = choose(graph, bit, self.fault, other.fault);
        Some(Term { payload, filled, fault })
    }
}

/// The one bit where `bit` holds, the other elsewhere.
pub(in super::super) fn choose(graph: &mut Graph, bit: Bit, one: Bit, other: Bit) -> Bit {
    if one == other {
        return one;
    }
    let (here, there) = (graph.and(bit, one), graph.and(!bit, other));
    graph.or(here, there)
}
