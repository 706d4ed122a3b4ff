//! What is to be computed for a household of one shape: numbers and bits, each from earlier ones
//! and each once.
//!
//! Every node is a column over the households of a shape. The graph is built node by node; a node
//! that is there already is not made again, and what is known while building (a constant, a
//! comparison that a range decides, two conditions that exclude each other) is never computed.

mod conditions;

use std::collections::BTreeSet;
use std::ops::Not;

use super::Map;
use conditions::Limit;

/// A column of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Num(pub u32);

/// A column of bits, or its opposite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Bit(u32);

impl Bit {
    /// Nowhere.
    pub const FALSE: Bit = Bit(0);
    /// Everywhere.
    pub const TRUE: Bit = Bit(1);

    /// The one or the other.
    pub fn constant(holds: bool) -> Bit {
        if holds { Bit::TRUE } else { Bit::FALSE }
    }

    fn new(node: usize) -> Bit {
        Bit((node as u32) << 1)
    }

    /// The position of its node.
    pub fn node(self) -> usize {
        (self.0 >> 1) as usize
    }

    /// Whether it is the opposite of its node.
    pub fn is_inverted(self) -> bool {
        self.0 & 1 == 1
    }
}

impl Not for Bit {
    type Output = Bit;
    fn not(self) -> Bit {
        Bit(self.0 ^ 1)
    }
}

/// A float that can be compared and hashed, by its bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Real(u64);

impl Real {
    fn of(value: f64) -> Real {
        // One zero, so that equal numbers are equal nodes.
        Real((value + 0.0).to_bits())
    }

    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

/// How a column of numbers comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Number {
    Constant(Real),
    /// A column of the input.
    Input(u32),
    /// The value that a dial is turned to, the same everywhere.
    Dial(u32),
    /// `k · a + c`
    Affine(Num, Real, Real),
    /// `ka · a + kb · b`
    Linear(Num, Real, Num, Real),
    Times(Num, Num),
    Over(Num, Num),
    Least(Num, Num),
    Most(Num, Num),
    Floor(Num),
    Absolute(Num),
    /// The size of the first with the sign of the second.
    Signed(Num, Num),
    Select(Bit, Num, Num),
    /// The days of a month, counted from January of the year 0.
    MonthLength(Num),
    /// The first day of such a month, counted from 1 January 1970.
    MonthStart(Num),
    /// The key of a day that is counted so.
    KeyOf(Num),
}

/// How a column of bits comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Bits {
    False,
    /// A column of the input.
    Input(u32),
    And(Bit, Bit),
    Less(Num, Num),
    Equal(Num, Num),
}

/// The lowest and the highest value of a column.
pub(super) type Range = (f64, f64);

/// All nodes.
#[derive(Debug)]
pub(super) struct Graph {
    numbers: Vec<(Number, Range)>,
    bits: Vec<Bits>,
    /// By node of bits, the constant that it compares a column with.
    limits: Vec<Option<(Num, Limit)>>,
    known_numbers: Map<Number, Num>,
    known_bits: Map<Bits, Bit>,
    /// Where columns of numbers are larger than their range says.
    guards: Vec<Bit>,
    /// Whether a constant is larger than it can be relied on.
    too_large: bool,
}

impl Graph {
    /// Nothing yet.
    pub fn new() -> Graph {
        Graph {
            numbers: Vec::new(),
            bits: vec![Bits::False],
            limits: vec![None],
            known_numbers: Map::default(),
            known_bits: Map::default(),
            guards: Vec::new(),
            too_large: false,
        }
    }

    pub fn number(&self, num: Num) -> Number {
        self.numbers[num.0 as usize].0
    }

    fn bits(&self, bit: Bit) -> Bits {
        self.bits[bit.node()]
    }

    pub fn bits_at(&self, node: usize) -> Bits {
        self.bits[node]
    }

    pub fn range(&self, num: Num) -> Range {
        self.numbers[num.0 as usize].1
    }

    /// Says what is known of a column from elsewhere: it lies between these values.
    pub fn tighten(&mut self, num: Num, (low, high): Range) {
        let range = &mut self.numbers[num.0 as usize].1;
        *range = (range.0.max(low), range.1.min(high));
    }

    /// Says that a column is to be relied on only up to a size. Where it is larger, whatever is
    /// decided by its range means nothing; [`Graph::unreliable`] says where.
    pub fn guard(&mut self, num: Num, limit: f64) {
        let (low, high) = self.range(num);
        if -limit <= low && high <= limit {
            return;
        }
        if self.known(num).is_some() {
            self.too_large = true;
            return;
        }
        let (least, most) = (self.constant(-limit), self.constant(limit));
        let (below, above) = (self.less(num, least), self.less(most, num));
        let outside = self.or(below, above);
        self.guards.push(outside);
        self.tighten(num, (-limit, limit));
    }

    /// Where any column is larger than it was relied on to be. Also of columns that nothing is made
    /// of any more: a comparison that their range decided left no trace of them.
    pub fn unreliable(&mut self) -> Bit {
        let guards = self.guards.clone();
        let first = Bit::constant(self.too_large);
        guards.into_iter().fold(first, |found, guard| self.or(found, guard))
    }

    /// The value everywhere, if it is the same everywhere.
    pub fn known(&self, num: Num) -> Option<f64> {
        match self.number(num) {
            Number::Constant(value) => Some(value.get()),
            _ => None,
        }
    }

    /// The columns of input that numbers and bits are made of: those of numbers, and those of bits, in
    /// order.
    pub fn inputs_of(&self, nums: &[Num], bits: &[Bit]) -> (BTreeSet<u32>, BTreeSet<u32>) {
        let (mut numbers_found, mut bits_found) = (BTreeSet::new(), BTreeSet::new());
        let mut seen = [vec![false; self.numbers.len()], vec![false; self.bits.len()]];
        let (mut nums, mut bits) = (nums.to_vec(), bits.to_vec());
        loop {
            if let Some(num) = nums.pop() {
                if std::mem::replace(&mut seen[0][num.0 as usize], true) {
                    continue;
                }
                match self.number(num) {
                    Number::Input(column) => {
                        numbers_found.insert(column);
                    }
                    Number::Constant(_) | Number::Dial(_) => {}
                    Number::Select(bit, one, other) => {
                        bits.push(bit);
                        nums.extend([one, other]);
                    }
                    Number::Linear(one, _, other, _)
                    | Number::Times(one, other)
                    | Number::Over(one, other)
                    | Number::Least(one, other)
                    | Number::Most(one, other)
                    | Number::Signed(one, other) => nums.extend([one, other]),
                    Number::Affine(of, ..)
                    | Number::Floor(of)
                    | Number::Absolute(of)
                    | Number::MonthLength(of)
                    | Number::MonthStart(of)
                    | Number::KeyOf(of) => nums.push(of),
                }
            } else if let Some(bit) = bits.pop() {
                if std::mem::replace(&mut seen[1][bit.node()], true) {
                    continue;
                }
                match self.bits(bit) {
                    Bits::False => {}
                    Bits::Input(column) => {
                        bits_found.insert(column);
                    }
                    Bits::And(one, other) => bits.extend([one, other]),
                    Bits::Less(one, other) | Bits::Equal(one, other) => nums.extend([one, other]),
                }
            } else {
                return (numbers_found, bits_found);
            }
        }
    }

    /// How many nodes there are.
    pub fn len(&self) -> (usize, usize) {
        (self.numbers.len(), self.bits.len())
    }

    fn add(&mut self, number: Number, range: Range) -> Num {
        if range.0 == range.1 && range.0.is_finite() && !matches!(number, Number::Constant(_)) {
            return self.constant(range.0);
        }
        let next = Num(self.numbers.len() as u32);
        *self.known_numbers.entry(number).or_insert_with(|| {
            self.numbers.push((number, range));
            next
        })
    }

    fn add_bits(&mut self, bits: Bits) -> Bit {
        if let Some(&known) = self.known_bits.get(&bits) {
            return known;
        }
        let next = Bit::new(self.bits.len());
        self.known_bits.insert(bits, next);
        self.limits.push(self.limit(bits));
        self.bits.push(bits);
        next
    }

    pub fn constant(&mut self, value: f64) -> Num {
        self.add(Number::Constant(Real::of(value)), (value, value))
    }

    pub fn input(&mut self, column: u32, range: Range) -> Num {
        self.add(Number::Input(column), range)
    }

    pub fn dial(&mut self, dial: u32, range: Range) -> Num {
        self.add(Number::Dial(dial), range)
    }

    pub fn bit_input(&mut self, column: u32) -> Bit {
        self.add_bits(Bits::Input(column))
    }

    /// `k · a + c`
    pub fn affine(&mut self, a: Num, k: f64, c: f64) -> Num {
        if k == 1.0 && c == 0.0 {
            return a;
        }
        match self.number(a) {
            _ if k == 0.0 => return self.constant(c),
            Number::Constant(value) => return self.constant(value.get() * k + c),
            Number::Affine(of, inner, add) => {
                let (inner, add) = (inner.get(), add.get());
                let (factor, sum) = (inner * k, add * k + c);
                if [inner, add, k, c].into_iter().all(is_small_whole) {
                    return self.affine(of, factor, sum);
                }
            }
            _ => {}
        }
        let (low, high) = self.range(a);
        let range = ordered(low * k + c, high * k + c);
        self.add(Number::Affine(a, Real::of(k), Real::of(c)), range)
    }

    /// `ka · a + kb · b`
    pub fn linear(&mut self, a: Num, ka: f64, b: Num, kb: f64) -> Num {
        if let Some(value) = self.known(a) {
            return self.affine(b, kb, value * ka);
        }
        if let Some(value) = self.known(b) {
            return self.affine(a, ka, value * kb);
        }
        if a == b {
            return self.affine(a, ka + kb, 0.0);
        }
        let mut parts = [(a, ka), (b, kb)];
        for (of, k) in &mut parts {
            if let Number::Affine(inner, factor, add) = self.number(*of)
                && add.get() == 0.0
                && is_small_whole(factor.get())
                && is_small_whole(*k)
            {
                (*of, *k) = (inner, *k * factor.get());
            }
        }
        parts.sort_by_key(|(of, _)| *of);
        let [(a, ka), (b, kb)] = parts;
        if a == b {
            return self.affine(a, ka + kb, 0.0);
        }
        let [one, other] = [(a, ka), (b, kb)].map(|(of, k)| {
            let (low, high) = self.range(of);
            ordered(low * k, high * k)
        });
        let range = (one.0 + other.0, one.1 + other.1);
        self.add(Number::Linear(a, Real::of(ka), b, Real::of(kb)), range)
    }

    pub fn times(&mut self, a: Num, b: Num) -> Num {
        if let Some(k) = self.known(a) {
            return self.affine(b, k, 0.0);
        }
        if let Some(k) = self.known(b) {
            return self.affine(a, k, 0.0);
        }
        let (a, b) = (a.min(b), a.max(b));
        let ((al, ah), (bl, bh)) = (self.range(a), self.range(b));
        let corners = [al * bl, al * bh, ah * bl, ah * bh];
        let low = corners.into_iter().fold(f64::INFINITY, f64::min);
        let high = corners.into_iter().fold(f64::NEG_INFINITY, f64::max);
        let low = if a == b { low.max(0.0) } else { low };
        self.add(Number::Times(a, b), (low, high))
    }

    /// How close to zero a column of whole numbers comes where it is not zero.
    pub fn smallest(&self, num: Num) -> f64 {
        let (low, high) = self.range(num);
        if low > 0.0 { low.max(1.0) } else { (-high).max(1.0) }
    }

    /// The quotient; the divisor is a whole number and nowhere zero.
    pub fn over(&mut self, a: Num, b: Num) -> Num {
        if let (Some(a), Some(b)) = (self.known(a), self.known(b)) {
            return self.constant(a / b);
        }
        let ((al, ah), (bl, _)) = (self.range(a), self.range(b));
        let most = al.abs().max(ah.abs()) / self.smallest(b);
        let range = if al >= 0.0 && bl >= 0.0 { (0.0, most) } else { (-most, most) };
        self.add(Number::Over(a, b), range)
    }

    pub fn least(&mut self, a: Num, b: Num) -> Num {
        let ((al, ah), (bl, bh)) = (self.range(a), self.range(b));
        if a == b || ah <= bl {
            return a;
        }
        if bh <= al {
            return b;
        }
        self.add(Number::Least(a.min(b), a.max(b)), (al.min(bl), ah.min(bh)))
    }

    pub fn most(&mut self, a: Num, b: Num) -> Num {
        let ((al, ah), (bl, bh)) = (self.range(a), self.range(b));
        if a == b || al >= bh {
            return a;
        }
        if bl >= ah {
            return b;
        }
        self.add(Number::Most(a.min(b), a.max(b)), (al.max(bl), ah.max(bh)))
    }

    pub fn floor(&mut self, a: Num) -> Num {
        let (low, high) = self.range(a);
        match self.known(a) {
            Some(value) => self.constant(value.floor()),
            None => self.add(Number::Floor(a), (low.floor(), high.floor())),
        }
    }

    pub fn absolute(&mut self, a: Num) -> Num {
        let (low, high) = self.range(a);
        if low >= 0.0 {
            return a;
        }
        if high <= 0.0 {
            return self.affine(a, -1.0, 0.0);
        }
        self.add(Number::Absolute(a), (0.0, high.max(-low)))
    }

    /// The size of `a`, which is not negative, with the sign of `sign`.
    pub fn signed(&mut self, a: Num, sign: Num) -> Num {
        let (low, high) = self.range(sign);
        if low >= 0.0 {
            return a;
        }
        if high < 0.0 {
            return self.affine(a, -1.0, 0.0);
        }
        let most = self.range(a).1;
        self.add(Number::Signed(a, sign), (-most, most))
    }

    /// `a` where the bit holds, `b` elsewhere.
    pub fn select(&mut self, bit: Bit, a: Num, b: Num) -> Num {
        if bit == Bit::TRUE || a == b {
            return a;
        }
        if bit == Bit::FALSE {
            return b;
        }
        if bit.is_inverted() {
            return self.select(!bit, b, a);
        }
        if let Number::Select(other, _, rest) = self.number(b)
            && other == bit
        {
            return self.select(bit, a, rest);
        }
        if let Number::Select(other, inner, _) = self.number(a)
            && other == bit
        {
            return self.select(bit, inner, b);
        }
        let ((al, ah), (bl, bh)) = (self.range(a), self.range(b));
        self.add(Number::Select(bit, a, b), (al.min(bl), ah.max(bh)))
    }

    pub fn month_length(&mut self, month: Num) -> Num {
        match self.known(month) {
            Some(month) => self.constant(f64::from(super::calendar::month_length(month as i32))),
            None => self.add(Number::MonthLength(month), (28.0, 31.0)),
        }
    }

    pub fn month_start(&mut self, month: Num) -> Num {
        let start = |month: f64| f64::from(super::calendar::month_start(month as i32));
        let (low, high) = self.range(month);
        match self.known(month) {
            Some(month) => self.constant(start(month)),
            None => self.add(Number::MonthStart(month), (start(low), start(high))),
        }
    }

    /// The key of a day, counted from 1 January 1970 and within the calendar.
    pub fn key_of(&mut self, days: Num) -> Num {
        let key = |days: f64| f64::from(super::calendar::key_of(days as i32));
        let (low, high) = self.range(days);
        match self.known(days) {
            Some(days) => self.constant(key(days)),
            None => self.add(Number::KeyOf(days), (key(low), key(high))),
        }
    }

    pub fn less(&mut self, a: Num, b: Num) -> Bit {
        let ((al, ah), (bl, bh)) = (self.range(a), self.range(b));
        if a == b || al >= bh {
            return Bit::FALSE;
        }
        if ah < bl {
            return Bit::TRUE;
        }
        self.add_bits(Bits::Less(a, b))
    }

    pub fn equal(&mut self, a: Num, b: Num) -> Bit {
        let ((al, ah), (bl, bh)) = (self.range(a), self.range(b));
        if a == b {
            return Bit::TRUE;
        }
        if ah < bl || bh < al {
            return Bit::FALSE;
        }
        // A choice between constants that differ is the bit it is chosen by.
        for (choice, value) in [(a, b), (b, a)] {
            if let (Number::Select(bit, one, other), Some(value)) =
                (self.number(choice), self.known(value))
            {
                match (self.known(one), self.known(other)) {
                    (Some(one), Some(other)) if one == value && other != value => return bit,
                    (Some(one), Some(other)) if one != value && other == value => return !bit,
                    _ => {}
                }
            }
        }
        self.add_bits(Bits::Equal(a.min(b), a.max(b)))
    }
}

fn ordered(one: f64, other: f64) -> Range {
    (one.min(other), one.max(other))
}

/// A whole number so small that products of a few of them are exact.
fn is_small_whole(value: f64) -> bool {
    value.abs() <= 67_108_864.0 && value.fract() == 0.0
}
