//! Conditions that hold together, exclude each other or follow from each other, as far as they show by
//! themselves: so that what is known need not be worked out.

use super::super::interval::Interval;
use super::{Bit, Bits, Graph, Num};

/// A comparison with a constant.
#[derive(Debug, Clone, Copy)]
pub(super) enum Limit {
    Below(f64),
    Above(f64),
    Is(f64),
}

impl Graph {
    pub fn or(&mut self, x: Bit, y: Bit) -> Bit {
        !self.and(!x, !y)
    }

    pub fn and(&mut self, x: Bit, y: Bit) -> Bit {
        let (x, y) = (x.min(y), x.max(y));
        // Most are of this kind, and cost nothing then.
        match x {
            Bit::FALSE => return Bit::FALSE,
            Bit::TRUE => return y,
            _ if x == y => return x,
            _ if x == !y => return Bit::FALSE,
            _ => {}
        }
        if let Some(&known) = self.known_bits.get(&Bits::And(x, y)) {
            return known;
        }
        if self.excludes(x, y) {
            return Bit::FALSE;
        }
        if self.implies(x, y) {
            return x;
        }
        if self.implies(y, x) {
            return y;
        }
        for (one, other) in [(x, y), (y, x)] {
            let Bits::And(a, b) = self.bits(one) else { continue };
            if !one.is_inverted() {
                if self.excludes(a, other) || self.excludes(b, other) {
                    return Bit::FALSE;
                }
                if self.implies(a, other) || self.implies(b, other) {
                    return one;
                }
                if let Bits::And(c, d) = self.bits(other)
                    && !other.is_inverted()
                    && [c, d].into_iter().any(|it| self.excludes(a, it) || self.excludes(b, it))
                {
                    return Bit::FALSE;
                }
            } else {
                // `not (a and b)`, and `other` decides one of them.
                if self.excludes(a, other) || self.excludes(b, other) {
                    return other;
                }
                if self.implies(other, a) {
                    return self.and(other, !b);
                }
                if self.implies(other, b) {
                    return self.and(other, !a);
                }
            }
        }
        self.add_bits(Bits::And(x, y))
    }

    /// Whether `y` holds wherever `x` does, as far as the two show by themselves.
    fn implies(&self, x: Bit, y: Bit) -> bool {
        if x == y || x == Bit::FALSE || y == Bit::TRUE {
            return true;
        }
        match (self.interval(x), self.interval(y)) {
            (Some((a, own)), Some((b, other))) => a == b && own.within(other),
            _ => false,
        }
    }

    /// Whether the two never hold together, as far as they show by themselves.
    fn excludes(&self, x: Bit, y: Bit) -> bool {
        if x == !y || x == Bit::FALSE || y == Bit::FALSE {
            return true;
        }
        match (self.interval(x), self.interval(y)) {
            (Some((a, own)), Some((b, other))) => a == b && own.misses(other),
            _ => false,
        }
    }

    /// A comparison of a column with a constant, as the values for which it holds.
    fn interval(&self, bit: Bit) -> Option<(Num, Interval)> {
        let (of, limit) = self.limits[bit.node()]?;
        let inverted = bit.is_inverted();
        // `a < limit` and its opposite `a ≥ limit`; `limit < b` and its opposite `b ≤ limit`.
        let (below, limit) = match limit {
            Limit::Below(limit) => (true, limit),
            Limit::Above(limit) => (false, limit),
            Limit::Is(_) if inverted => return None,
            Limit::Is(value) => {
                return Some((of, Interval { low: (value, true), high: (value, true) }));
            }
        };
        let interval = if below != inverted {
            Interval { low: (f64::NEG_INFINITY, false), high: (limit, inverted) }
        } else {
            Interval { low: (limit, inverted), high: (f64::INFINITY, false) }
        };
        Some((of, interval))
    }

    /// How bits compare a column with a constant, if they do.
    pub(super) fn limit(&self, bits: Bits) -> Option<(Num, Limit)> {
        match bits {
            Bits::Less(a, b) => match (self.known(a), self.known(b)) {
                (None, Some(limit)) => Some((a, Limit::Below(limit))),
                (Some(limit), None) => Some((b, Limit::Above(limit))),
                _ => None,
            },
            Bits::Equal(a, b) => match (self.known(a), self.known(b)) {
                (None, Some(value)) => Some((a, Limit::Is(value))),
                (Some(value), None) => Some((b, Limit::Is(value))),
                _ => None,
            },
            _ => None,
        }
    }
}
