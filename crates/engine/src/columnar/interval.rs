//! Intervals of numbers, to see what two comparisons with constants have to do with each other.

/// The values between two ends, each with whether the end itself belongs to them.
#[derive(Clone, Copy)]
pub(super) struct Interval {
    pub low: (f64, bool),
    pub high: (f64, bool),
}

impl Interval {
    /// Whether all its values are in the other.
    pub fn within(self, other: Interval) -> bool {
        let above =
            self.low.0 > other.low.0 || (self.low.0 == other.low.0 && (other.low.1 || !self.low.1));
        let below = self.high.0 < other.high.0
            || (self.high.0 == other.high.0 && (other.high.1 || !self.high.1));
        above && below
    }

    /// Whether none of its values is in the other.
    pub fn misses(self, other: Interval) -> bool {
        let apart = |high: (f64, bool), low: (f64, bool)| {
            high.0 < low.0 || (high.0 == low.0 && !(high.1 && low.1))
        };
        apart(self.high, other.low) || apart(other.high, self.low)
    }
}
