//! Exact amounts on columns of floats.
//!
//! An amount is a column of whole numbers, each so many parts of a unit: at scale 100 cents, at
//! scale 1,200 twelfths of cents. A 64-bit float holds every whole number up to 2⁵³, so as long as
//! the whole numbers stay below that, sums, products by constants, comparisons and rounding are as
//! exact as fractions are. The scale and the largest size are known while the rules are prepared.
//!
//! What does not fit (a quotient of two amounts, a product of too many decimals) is *inexact*: a
//! float with a known bound on its error, in the rows where that is so. Every decision on it, a
//! comparison or a rounding, comes with the rows in which the error could change the decision:
//! the *doubt*. Those rows are worked out again exactly.

use regelspraak::model::Rounding;
use regelspraak::number::{Number, RoundingMode};

use super::graph::{self, Bit, Graph, Num};

/// Whole numbers up to this size are exact.
pub(super) const WHOLE: f64 = 9_007_199_254_740_992.0;
/// Whole numbers up to this size are divided exactly by multiplying with the reciprocal.
const DIVISIBLE: f64 = WHOLE / 4.0;
/// The scales at which amounts are kept when theirs gets too large. A half of a cent is what rounding
/// hangs on, and a percentage or a twelfth of an amount has it now and then: so rather thousandths of
/// cents, and twelfths and their quarters, than cents.
const KEPT: [u64; 5] = [1_200_000, 100_000, 4_800, 1_200, 100];
/// A product at a larger scale than this is made of coarser amounts.
const FINE: u64 = 1_000_000_000;
/// A sum at a larger scale than this is made of coarser amounts.
const FINEST: u64 = 100_000_000_000;
/// By which part of its size one operation on floats is off at most.
const UNIT: f64 = 1.0 / WHOLE;
/// Amounts are relied on up to this size where it matters, 8 million euros; where one is
/// larger, the household is worked out exactly.
const LARGEST: f64 = 8_388_608.0;
/// How far an inexact number below a limit counts as being on it.
const SLACK: f64 = 1.0 / 1_073_741_824.0;

/// A column of numbers, as whole numbers at a scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    /// The whole numbers.
    pub num: Num,
    /// How many of them make one.
    pub scale: u64,
    /// Where they are not exact.
    pub inexact: Bit,
    /// There, how far they are off at most, as whole numbers.
    error: f64,
    /// There, by which part of their size they are off at most besides.
    relative: f64,
}

/// The larger of two columns, or the smaller, and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extreme {
    Least,
    Most,
}

impl Amount {
    /// Whole numbers.
    pub fn whole(num: Num) -> Amount {
        Amount::exact(num, 1)
    }

    /// Whole numbers at a scale.
    pub fn exact(num: Num, scale: u64) -> Amount {
        Amount { num, scale, inexact: Bit::FALSE, error: 0.0, relative: 0.0 }
    }

    /// The same number everywhere.
    pub fn constant(graph: &mut Graph, number: &Number) -> Amount {
        match number.fraction() {
            Some((numerator, scale)) if (numerator.unsigned_abs() as f64) < WHOLE => {
                Amount::exact(graph.constant(numerator as f64), scale)
            }
            _ => {
                let num = graph.constant(number.to_f64());
                let relative = 4.0 * UNIT;
                Amount { num, scale: 1, inexact: Bit::TRUE, error: 0.0, relative }.settled(graph)
            }
        }
    }

    /// How far it is off at most, where it is inexact.
    fn tolerance(&self, graph: &Graph) -> f64 {
        self.error + self.relative * size(graph, self.num)
    }

    /// The same at another scale, a multiple of its own.
    pub fn at(self, graph: &mut Graph, scale: u64) -> Amount {
        let factor = (scale / self.scale) as f64;
        let num = graph.affine(self.num, factor, 0.0);
        Amount { num, scale, error: self.error * factor, ..self }.settled(graph)
    }

    /// The same at a scale that makes smaller numbers, if there is one of at most so much; inexact where
    /// they are not whole then. Parts of cents are enough for most households, though an amount may
    /// have more decimals.
    fn coarser(self, most: u64, graph: &mut Graph) -> Amount {
        let scale = self.scale;
        let mut kept = KEPT.into_iter().filter(|&it| scale > it && scale.is_multiple_of(it));
        let smallest = kept.clone().next_back();
        match kept.find(|&it| it <= most).or(smallest) {
            Some(kept) => self.coarse(graph, kept),
            None if scale > 1 && self.inexact != Bit::FALSE => self.coarse(graph, 1),
            None => self,
        }
    }

    /// The same at a scale that its own is a multiple of, inexact where it is not whole then.
    pub fn coarse(self, graph: &mut Graph, scale: u64) -> Amount {
        let factor = (self.scale / scale) as f64;
        let parts = graph.constant(factor);
        let num = graph.over(self.num, parts);
        let whole = graph.floor(num);
        let part = !graph.equal(num, whole);
        let inexact = graph.or(self.inexact, part);
        let (error, relative) = (self.error / factor, self.relative + 2.0 * UNIT);
        Amount { num, scale, inexact, error, relative }.settled(graph)
    }

    /// The same as floats of whole units, inexact everywhere.
    fn floating(self, graph: &mut Graph) -> Amount {
        let factor = 1.0 / self.scale as f64;
        let num = graph.affine(self.num, factor, 0.0);
        let (error, relative) = (self.error * factor, self.relative + 2.0 * UNIT);
        Amount { num, scale: 1, inexact: Bit::TRUE, error, relative }.settled(graph)
    }

    /// The same, relied on up to the largest size, and inexact where it is too large for a whole
    /// number.
    fn settled(self, graph: &mut Graph) -> Amount {
        let size = size(graph, self.num);
        if size <= WHOLE && (self.inexact == Bit::FALSE || size <= LARGEST * self.scale as f64) {
            return self;
        }
        graph.guard(self.num, LARGEST * self.scale as f64);
        if self::size(graph, self.num) <= WHOLE {
            return self;
        }
        let (low, high) = (graph.constant(-WHOLE), graph.constant(WHOLE));
        let (below, above) = (graph.less(self.num, low), graph.less(high, self.num));
        let large = graph.or(below, above);
        let inexact = graph.or(self.inexact, large);
        Amount { inexact, relative: self.relative + 2.0 * UNIT, ..self }
    }

    /// Both at one scale.
    fn together(self, other: Amount, graph: &mut Graph) -> (Amount, Amount) {
        if self.scale == other.scale {
            return (self, other);
        }
        match common(self.scale, other.scale) {
            scale if scale.is_none_or(|scale| scale > FINEST) => {
                let [one, coarser] = [self, other].map(|it| it.coarser(KEPT[0], graph));
                if one.scale < self.scale || coarser.scale < other.scale {
                    return one.together(coarser, graph);
                }
                (self.floating(graph), other.floating(graph))
            }
            Some(scale) => (self.at(graph, scale), other.at(graph, scale)),
            None => (self.floating(graph), other.floating(graph)),
        }
    }

    /// `self + other`, or with a sign of -1 `self - other`.
    pub fn plus(self, sign: f64, other: Amount, graph: &mut Graph) -> Amount {
        let (one, other) = self.together(other, graph);
        if sign < 0.0
            && let Some(rest) = one.less_at_most(other, graph)
        {
            return rest;
        }
        let num = graph.linear(one.num, 1.0, other.num, sign);
        let inexact = graph.or(one.inexact, other.inexact);
        let same_sign =
            sign > 0.0 && graph.range(one.num).0 >= 0.0 && graph.range(other.num).0 >= 0.0;
        let (error, relative) = if inexact == Bit::FALSE {
            (0.0, 0.0)
        } else if same_sign {
            (one.error + other.error, one.relative.max(other.relative) + 2.0 * UNIT)
        } else {
            let largest = size(graph, one.num) + size(graph, other.num);
            (one.tolerance(graph) + other.tolerance(graph) + 2.0 * UNIT * largest, 0.0)
        };
        Amount { num, scale: one.scale, inexact, error, relative }.settled(graph)
    }

    /// What is left of an amount after it was used for as much as something else takes of it: `a`
    /// less the least of `a` and `b` is `a - b`, and where `b` is clearly more it is nothing, exactly.
    fn less_at_most(self, used: Amount, graph: &mut Graph) -> Option<Amount> {
        let graph::Number::Least(a, b) = graph.number(used.num) else { return None };
        let most = match self.num {
            num if num == a => b,
            num if num == b => a,
            _ => return None,
        };
        let most = Amount { num: most, ..used };
        let inexact = graph.or(self.inexact, most.inexact);
        let (one, most) = (Amount { inexact, ..self }, Amount { inexact, ..most });
        let num = graph.linear(one.num, 1.0, most.num, -1.0);
        let error = match inexact {
            Bit::FALSE => 0.0,
            _ => {
                let largest = size(graph, one.num) + size(graph, most.num);
                one.tolerance(graph) + most.tolerance(graph) + 2.0 * UNIT * largest
            }
        };
        let left = Amount { num, inexact, error, relative: 0.0, ..one }.settled(graph);
        let nothing = Amount::exact(graph.constant(0.0), one.scale);
        Some(left.extreme(Extreme::Most, nothing, graph))
    }

    /// The product.
    pub fn times(self, other: Amount, graph: &mut Graph) -> Amount {
        let (one, other) = match graph.known(self.num) {
            Some(_) => (other, self),
            None => (self, other),
        };
        if let (Some(factor), Bit::FALSE) = (graph.known(other.num), other.inexact) {
            return one.by(factor, other.scale, graph);
        }
        if let Some(product) =
            one.times_quotient(other, graph).or_else(|| other.times_quotient(one, graph))
        {
            return product;
        }
        if one.scale.saturating_mul(other.scale) > FINE {
            let one_coarser = one.coarser(FINE / other.scale, graph);
            let other_coarser = other.coarser(FINE / one.scale, graph);
            let [can, other_can] =
                [one_coarser.scale < one.scale, other_coarser.scale < other.scale];
            // Rather of what is inexact somewhere already.
            let rather = other.inexact != Bit::FALSE || other.scale > one.scale;
            if other_can && (rather || !can) {
                return one.times(other_coarser, graph);
            }
            if can {
                return one_coarser.times(other, graph);
            }
        }
        let Some(scale) = one.scale.checked_mul(other.scale).filter(|&scale| fits(scale)) else {
            return one.floating(graph).times(other.floating(graph), graph);
        };
        let error = size(graph, one.num) * other.error
            + size(graph, other.num) * one.error
            + one.error * other.error;
        let inexact = graph.or(one.inexact, other.inexact);
        let relative = match inexact {
            Bit::FALSE => 0.0,
            _ => one.relative + other.relative + 2.0 * UNIT,
        };
        // Nothing times anything is nothing, however inexact.
        let (none, also_none) = (one.is_nothing(graph), other.is_nothing(graph));
        let nothing = graph.or(none, also_none);
        let inexact = graph.and(inexact, !nothing);
        let num = graph.times(one.num, other.num);
        Amount { num, scale, inexact, error, relative }.settled(graph)
    }

    /// The product with a quotient of whole numbers, divided last: `x · (a / b)` is `(x · a) / b`, which
    /// is exact where that comes out even.
    fn times_quotient(self, quotient: Amount, graph: &mut Graph) -> Option<Amount> {
        let graph::Number::Over(a, b) = graph.number(quotient.num) else { return None };
        if quotient.error > 0.0 || quotient.relative > 2.0 * UNIT {
            return None;
        }
        let scale = self.scale.checked_mul(quotient.scale).filter(|&scale| fits(scale))?;
        let dividend = graph.times(self.num, a);
        if size(graph, dividend) > WHOLE {
            return None;
        }
        let smallest = graph.smallest(b);
        let num = graph.over(dividend, b);
        let whole = graph.floor(num);
        let part = !graph.equal(num, whole);
        let inexact = graph.or(self.inexact, part);
        graph.guard(num, LARGEST * scale as f64);
        let error = self.error * size(graph, a) / smallest;
        let relative = self.relative + 4.0 * UNIT;
        Some(Amount { num, scale, inexact, error, relative }.settled(graph))
    }

    /// Where it is exactly zero, if the other side of a product is inexact.
    fn is_nothing(self, graph: &mut Graph) -> Bit {
        let zero = graph.constant(0.0);
        let zero = graph.equal(self.num, zero);
        graph.and(zero, !self.inexact)
    }

    /// The product with `factor / scale`.
    fn by(self, factor: f64, scale: u64, graph: &mut Graph) -> Amount {
        let shared = divisor(factor.abs() as u64, scale).max(1);
        let (factor, scale) = (factor / shared as f64, scale / shared);
        if self.scale.saturating_mul(scale) > FINE {
            let coarser = self.coarser(FINE / scale, graph);
            if coarser.scale < self.scale {
                return coarser.by(factor, scale, graph);
            }
        }
        let Some(scale) = self.scale.checked_mul(scale).filter(|&scale| fits(scale)) else {
            let floating = self.floating(graph);
            let num = graph.affine(floating.num, factor / scale as f64, 0.0);
            let (error, relative) = (floating.error * factor.abs(), floating.relative + 4.0 * UNIT);
            return Amount { num, error, relative, ..floating }.settled(graph);
        };
        let shared = divisor(factor.abs() as u64, scale).max(1);
        let (factor, scale) = (factor / shared as f64, scale / shared);
        let num = graph.affine(self.num, factor, 0.0);
        let error = self.error * factor.abs();
        let relative = match self.inexact {
            Bit::FALSE => 0.0,
            _ => self.relative + 2.0 * UNIT,
        };
        Amount { num, scale, error, relative, ..self }.settled(graph)
    }

    /// The quotient, with where the divisor is zero, and where that is in doubt.
    pub fn over(self, other: Amount, graph: &mut Graph) -> (Amount, Bit, Bit) {
        let zero = graph.constant(0.0);
        if let (Some(divisor), Bit::FALSE) = (graph.known(other.num), other.inexact) {
            if divisor == 0.0 {
                return (Amount::whole(zero), Bit::TRUE, Bit::FALSE);
            }
            // a / (n/s) is a · s / n. Parts that no percentage and no month has are left to floats:
            // they would make the whole numbers large for those who are exact without them.
            let (sign, size) = (divisor.signum(), divisor.abs() as u64);
            if has_round_parts(size / self::divisor(size, other.scale)) {
                let quotient = self.by(sign * other.scale as f64, size, graph);
                return (quotient, Bit::FALSE, Bit::FALSE);
            }
        }
        // At the scale of the dividend, so that what divides evenly stays whole.
        let Some(scale) = self.scale.checked_mul(other.scale).filter(|&scale| fits(scale)) else {
            return self.floating(graph).over(other.floating(graph), graph);
        };
        let one = self.at(graph, scale);
        let (small, doubt) = match other.inexact {
            Bit::FALSE => (graph.equal(other.num, zero), Bit::FALSE),
            inexact => {
                let limit = graph.constant(1.0);
                let absolute = graph.absolute(other.num);
                let small = graph.less(absolute, limit);
                (small, graph.and(small, inexact))
            }
        };
        let unit = graph.constant(1.0);
        let divisor = graph.select(small, unit, other.num);
        let smallest = graph.smallest(divisor);
        let num = graph.over(one.num, divisor);
        let whole = graph.floor(num);
        let part = !graph.equal(num, whole);
        let operands = graph.or(one.inexact, other.inexact);
        let inexact = graph.or(operands, part);
        graph.guard(num, LARGEST * self.scale as f64);
        let error = (one.error + size(graph, num) * other.error) / smallest;
        let relative = one.relative + other.relative + 2.0 * UNIT;
        let quotient = Amount { num, scale: self.scale, inexact, error, relative };
        (quotient.settled(graph), small, doubt)
    }

    /// `self` where the bit holds, `other` elsewhere.
    pub fn where_else(self, bit: Bit, other: Amount, graph: &mut Graph) -> Amount {
        match bit {
            Bit::TRUE => return self,
            Bit::FALSE => return other,
            _ => {}
        }
        let (one, other) = self.together(other, graph);
        let num = graph.select(bit, one.num, other.num);
        let here = graph.and(bit, one.inexact);
        let there = graph.and(!bit, other.inexact);
        let inexact = graph.or(here, there);
        Amount { num, inexact, ..one.worst(other) }
    }

    /// The smaller or the larger of two.
    pub fn extreme(self, which: Extreme, other: Amount, graph: &mut Graph) -> Amount {
        let (one, other) = self.together(other, graph);
        let num = match which {
            Extreme::Least => graph.least(one.num, other.num),
            Extreme::Most => graph.most(one.num, other.num),
        };
        // Decided while preparing: the other does not matter.
        if num == one.num {
            return one;
        }
        if num == other.num {
            return other;
        }
        let either = graph.or(one.inexact, other.inexact);
        if either == Bit::FALSE {
            return Amount { num, ..one.worst(other) };
        }
        // The one that it is, where it is clear which.
        let first = graph.equal(num, one.num);
        let [mine, yours] = [(first, one.inexact), (!first, other.inexact)]
            .map(|(chosen, inexact)| graph.and(chosen, inexact));
        let (_, _, near) = one.beside(other, graph);
        let chosen = graph.or(mine, yours);
        let inexact = graph.or(chosen, near);
        Amount { num, inexact, ..one.worst(other) }
    }

    fn worst(self, other: Amount) -> Amount {
        let (error, relative) = (self.error.max(other.error), self.relative.max(other.relative));
        Amount { error, relative, ..self }
    }

    /// The size without the sign.
    pub fn absolute(self, graph: &mut Graph) -> Amount {
        Amount { num: graph.absolute(self.num), ..self }
    }

    /// Columns that compare as the two amounts do, and where that is in doubt.
    pub fn beside(self, other: Amount, graph: &mut Graph) -> (Num, Num, Bit) {
        let (one, other) = self.together(other, graph);
        let inexact = graph.or(one.inexact, other.inexact);
        if inexact == Bit::FALSE || one.num == other.num {
            return (one.num, other.num, Bit::FALSE);
        }
        let tolerance = one.tolerance(graph)
            + other.tolerance(graph)
            + 2.0 * UNIT * (size(graph, one.num) + size(graph, other.num));
        let apart = graph.linear(one.num, 1.0, other.num, -1.0);
        let apart = graph.absolute(apart);
        let limit = graph.constant(tolerance);
        let far = graph.less(limit, apart);
        (one.num, other.num, graph.and(inexact, !far))
    }

    /// Rounded, with where that is in doubt.
    pub fn round(self, rounding: Rounding, graph: &mut Graph) -> (Amount, Bit) {
        let target = 10u64.checked_pow(rounding.decimals).filter(|&it| (it as f64) < WHOLE);
        let Some(target) = target else {
            // More decimals than a float has; nothing in law asks for it.
            return (self, self.inexact);
        };
        if target.is_multiple_of(self.scale) && self.inexact == Bit::FALSE {
            return (self, Bit::FALSE);
        }
        let shared = divisor(target, self.scale);
        let (factor, parts) = ((target / shared) as f64, (self.scale / shared) as f64);
        let away = |graph: &mut Graph| graph.absolute(self.num);
        let (low, _) = graph.range(self.num);
        let (of, factor, add, parts, up, back) = match rounding.mode {
            RoundingMode::Down => (self.num, factor, 0.0, parts, false, false),
            RoundingMode::Up => (self.num, factor, 0.0, parts, true, false),
            RoundingMode::TowardsZero => (away(graph), factor, 0.0, parts, false, low < 0.0),
            RoundingMode::AwayFromZero => (away(graph), factor, 0.0, parts, true, low < 0.0),
            RoundingMode::HalfAwayFromZero => {
                (away(graph), 2.0 * factor, parts, 2.0 * parts, false, low < 0.0)
            }
        };
        let sign = if up { -1.0 } else { 1.0 };
        let exact = graph.affine(of, sign * factor, sign * add);
        let mut inexact = self.inexact;
        if size(graph, exact) > WHOLE {
            let (absolute, most) = (graph.absolute(exact), graph.constant(WHOLE));
            let large = graph.less(most, absolute);
            inexact = graph.or(inexact, large);
        }
        let slack = match inexact {
            Bit::FALSE => 0.5,
            _ => SLACK.max(size(graph, exact) * 4.0 * UNIT).min(0.5),
        };
        let divided = if size(graph, exact) > DIVISIBLE {
            // A real division of whole numbers never comes out on the other side of a whole number.
            let parts = graph.constant(parts);
            graph.over(exact, parts)
        } else {
            graph.affine(exact, 1.0 / parts, slack / parts)
        };
        let floor = graph.floor(divided);
        let mut doubt = Bit::FALSE;
        if inexact != Bit::FALSE {
            let off = factor * self.tolerance(graph) + 2.0 * slack;
            let rest = graph.linear(exact, 1.0, floor, -parts);
            let (little, much) = (graph.constant(off), graph.constant(parts - off));
            let (below, above) = (graph.less(rest, little), graph.less(much, rest));
            let near = graph.or(below, above);
            doubt = graph.and(inexact, near);
        }
        let mut num = graph.affine(floor, sign, 0.0);
        if back {
            num = graph.signed(num, self.num);
        }
        (Amount::exact(num, target), doubt)
    }

    /// Where it has more decimals than these, and where that is in doubt.
    pub fn exceeds_decimals(self, decimals: u32, graph: &mut Graph) -> (Bit, Bit) {
        let rounding = Rounding { mode: RoundingMode::Down, decimals };
        let (rounded, doubt) = self.round(rounding, graph);
        let (one, other, _) = self.beside(rounded, graph);
        let differs = !graph.equal(one, other);
        // Whether a float is exactly a decimal number cannot be told from it.
        let unsure = graph.or(doubt, self.inexact);
        (differs, unsure)
    }
}

/// The largest size of a column.
fn size(graph: &Graph, num: Num) -> f64 {
    let (low, high) = graph.range(num);
    low.abs().max(high.abs())
}

/// Whether a scale is a whole number a float can hold.
fn fits(scale: u64) -> bool {
    (scale as f64) < WHOLE
}

/// Whether a number is a product of 2, 3 and 5.
fn has_round_parts(mut number: u64) -> bool {
    for part in [2, 3, 5] {
        while number > 0 && number.is_multiple_of(part) {
            number /= part;
        }
    }
    number == 1
}

/// The largest number that divides both.
fn divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { divisor(b, a % b) }
}

/// The smallest scale that is a multiple of both, when whole numbers can have it.
pub(super) fn common(one: u64, other: u64) -> Option<u64> {
    let scale = (one / divisor(one, other)).checked_mul(other)?;
    fits(scale).then_some(scale)
}
