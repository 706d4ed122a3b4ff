//! The operations of a program over a piece of the households, as loops that the compiler turns
//! into vector instructions of the machine it runs on.

use super::calendar::{key_of, month_length, month_start};
use super::program::{Arithmetic, Doubt, Flag, Logic, Operand, Operation, Program};

/// Households to a word of bits.
pub(super) const WORD: usize = 64;

/// Words of households in a piece: the registers in use at a time fit the cache.
pub(super) const WORDS: usize = 8;

/// The columns of input of a piece.
#[derive(Clone, Copy)]
pub(super) struct Input<'p> {
    pub numbers: &'p [Vec<i32>],
    pub bits: &'p [Vec<u64>],
    /// What the dials are turned to.
    pub dials: &'p [f64],
    /// The first household of the piece, a multiple of [`WORD`].
    pub from: usize,
}

/// The registers of one thread.
#[derive(Debug, Default)]
pub(super) struct Registers {
    numbers: Vec<Vec<f64>>,
    bits: Vec<[u64; WORDS]>,
    /// The columns that results are put in.
    pub answers: Vec<Vec<f64>>,
}

/// A list of operations to run.
#[derive(Clone, Copy)]
pub(super) struct Run<'p> {
    pub operations: &'p [Operation],
    pub input: Input<'p>,
    /// So many words of households, from the one where the input starts.
    pub words: usize,
    /// By result, the column it is put in.
    pub columns: &'p [Option<u32>],
}

impl Registers {
    /// Makes room for a program and so many columns of answers.
    pub fn fit(&mut self, program: &Program, columns: usize) {
        let numbers = |columns: &mut Vec<Vec<f64>>, count: usize| {
            columns.resize_with(count.max(columns.len()), || vec![0.0; WORDS * WORD]);
        };
        numbers(&mut self.numbers, program.registers.0);
        numbers(&mut self.answers, columns);
        let count = program.registers.1.max(self.bits.len());
        self.bits.resize(count, [0; WORDS]);
    }

    /// Runs a list of operations; what it reads of an earlier list is still in its registers.
    pub fn run(&mut self, run: Run<'_>) {
        pulp::Arch::new().dispatch(Dispatched { registers: self, run });
    }

    /// Where the results are in doubt, for one word of households.
    pub fn doubt(&self, doubt: Doubt, word: usize) -> u64 {
        match doubt {
            Doubt::Always(true) => u64::MAX,
            Doubt::Always(false) => 0,
            Doubt::Where(flag) => self.bits[flag.register as usize][word] ^ mask(flag),
        }
    }

    /// A register of numbers.
    pub fn numbers(&mut self, register: u32) -> &mut [f64] {
        &mut self.numbers[register as usize]
    }

    /// A register of bits.
    pub fn bits(&mut self, register: u32) -> &mut [u64] {
        &mut self.bits[register as usize]
    }
}

struct Dispatched<'r, 'p> {
    registers: &'r mut Registers,
    run: Run<'p>,
}

impl pulp::NullaryFnOnce for Dispatched<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Dispatched { registers, run } = self;
        let Run { operations, input, words, columns } = run;
        let rows = words * WORD;
        for operation in operations {
            match *operation {
                Operation::Number { out, of } => {
                    let mut target = std::mem::take(&mut registers.numbers[out as usize]);
                    arithmetic(&mut target[..rows], of, registers, input);
                    registers.numbers[out as usize] = target;
                }
                Operation::Bit { out, of } => {
                    registers.bits[out as usize] = logic(of, registers, input, words);
                }
                Operation::Keep { result, of } => {
                    let Some(column) = columns[result as usize] else { continue };
                    let target = &mut registers.answers[column as usize][..rows];
                    match of {
                        Operand::Constant(value) => target.fill(value),
                        Operand::Register(of) => {
                            target.copy_from_slice(&registers.numbers[of as usize][..rows]);
                        }
                    }
                }
            }
        }
    }
}

#[inline(always)]
fn arithmetic(out: &mut [f64], of: Arithmetic, registers: &Registers, input: Input<'_>) {
    let column = |register: u32| &registers.numbers[register as usize][..];
    match of {
        Arithmetic::Input(at) => {
            let from = &input.numbers[at as usize][input.from..];
            out.iter_mut().zip(from).for_each(|(out, &of)| *out = f64::from(of));
        }
        Arithmetic::Dial(at) => out.fill(input.dials[at as usize]),
        Arithmetic::Affine(a, k, c) => {
            out.iter_mut().zip(column(a)).for_each(|(out, &a)| *out = a * k + c);
        }
        Arithmetic::Linear(a, ka, b, kb) => {
            pairs(out, column(a), column(b), |a, b| a * ka + b * kb);
        }
        Arithmetic::Times(a, b) => pairs(out, column(a), column(b), |a, b| a * b),
        Arithmetic::Over(a, b) => both(out, a, b, registers, |a, b| a / b),
        Arithmetic::Least(a, b) => both(out, a, b, registers, |a, b| if a < b { a } else { b }),
        Arithmetic::Most(a, b) => both(out, a, b, registers, |a, b| if a > b { a } else { b }),
        Arithmetic::Floor(a) => {
            out.iter_mut().zip(column(a)).for_each(|(out, &a)| *out = a.floor());
        }
        Arithmetic::Absolute(a) => {
            out.iter_mut().zip(column(a)).for_each(|(out, &a)| *out = a.abs());
        }
        Arithmetic::Signed(a, sign) => {
            both(out, a, Operand::Register(sign), registers, f64::copysign);
        }
        Arithmetic::Select(which, a, b) => {
            let which = &registers.bits[which as usize][..];
            match (a, b) {
                (Operand::Register(a), Operand::Register(b)) => {
                    let (a, b) = (column(a).chunks_exact(WORD), column(b).chunks_exact(WORD));
                    for (((out, &word), a), b) in words(out).zip(which).zip(a).zip(b) {
                        for (at, ((out, &a), &b)) in out.iter_mut().zip(a).zip(b).enumerate() {
                            *out = choose(word, at, a, b);
                        }
                    }
                }
                (Operand::Register(a), Operand::Constant(b)) => {
                    let a = column(a).chunks_exact(WORD);
                    for ((out, &word), a) in words(out).zip(which).zip(a) {
                        for (at, (out, &a)) in out.iter_mut().zip(a).enumerate() {
                            *out = choose(word, at, a, b);
                        }
                    }
                }
                (Operand::Constant(a), Operand::Register(b)) => {
                    let b = column(b).chunks_exact(WORD);
                    for ((out, &word), b) in words(out).zip(which).zip(b) {
                        for (at, (out, &b)) in out.iter_mut().zip(b).enumerate() {
                            *out = choose(word, at, a, b);
                        }
                    }
                }
                (Operand::Constant(a), Operand::Constant(b)) => {
                    for (out, &word) in words(out).zip(which) {
                        for (at, out) in out.iter_mut().enumerate() {
                            *out = choose(word, at, a, b);
                        }
                    }
                }
            }
        }
        Arithmetic::MonthLength(a) => {
            let length = |&a: &f64| f64::from(month_length(a as i32));
            out.iter_mut().zip(column(a)).for_each(|(out, a)| *out = length(a));
        }
        Arithmetic::MonthStart(a) => {
            let start = |&a: &f64| f64::from(month_start(a as i32));
            out.iter_mut().zip(column(a)).for_each(|(out, a)| *out = start(a));
        }
        Arithmetic::KeyOf(a) => {
            let key = |&a: &f64| f64::from(key_of(a as i32));
            out.iter_mut().zip(column(a)).for_each(|(out, a)| *out = key(a));
        }
    }
}

fn words(out: &mut [f64]) -> impl Iterator<Item = &mut [f64]> {
    out.chunks_exact_mut(WORD)
}

/// One of two values by a bit. As a mask: of a choice between places in memory the compiler makes
/// a load of eight separate places.
#[inline(always)]
fn choose(word: u64, at: usize, a: f64, b: f64) -> f64 {
    let mask = (word >> at & 1).wrapping_neg();
    f64::from_bits(a.to_bits() & mask | b.to_bits() & !mask)
}

/// A register of bits; beyond so many words it means nothing.
#[inline(always)]
fn logic(of: Logic, registers: &Registers, input: Input<'_>, words: usize) -> [u64; WORDS] {
    let mut out = [0; WORDS];
    match of {
        Logic::Input(at) => {
            let from = &input.bits[at as usize][input.from / WORD..];
            out[..words].copy_from_slice(&from[..words]);
        }
        Logic::And(a, b) => {
            let (one, other) = (mask(a), mask(b));
            let (a, b) = (registers.bits[a.register as usize], registers.bits[b.register as usize]);
            for (at, out) in out.iter_mut().enumerate() {
                *out = (a[at] ^ one) & (b[at] ^ other);
            }
        }
        Logic::Less(a, b) => compare(&mut out[..words], a, b, registers, |a, b| a < b),
        Logic::Equal(a, b) => compare(&mut out[..words], a, b, registers, |a, b| a == b),
    }
    out
}

fn mask(flag: Flag) -> u64 {
    if flag.inverted { u64::MAX } else { 0 }
}

#[inline(always)]
fn pairs(out: &mut [f64], a: &[f64], b: &[f64], apply: impl Fn(f64, f64) -> f64) {
    for ((out, &a), &b) in out.iter_mut().zip(a).zip(b) {
        *out = apply(a, b);
    }
}

#[inline(always)]
fn both(
    out: &mut [f64],
    a: Operand,
    b: Operand,
    registers: &Registers,
    apply: impl Fn(f64, f64) -> f64,
) {
    let column = |register: u32| &registers.numbers[register as usize][..];
    match (a, b) {
        (Operand::Register(a), Operand::Register(b)) => pairs(out, column(a), column(b), apply),
        (Operand::Register(a), Operand::Constant(b)) => {
            out.iter_mut().zip(column(a)).for_each(|(out, &a)| *out = apply(a, b));
        }
        (Operand::Constant(a), Operand::Register(b)) => {
            out.iter_mut().zip(column(b)).for_each(|(out, &b)| *out = apply(a, b));
        }
        (Operand::Constant(a), Operand::Constant(b)) => out.fill(apply(a, b)),
    }
}

#[inline(always)]
fn compare(
    out: &mut [u64],
    a: Operand,
    b: Operand,
    registers: &Registers,
    holds: impl Fn(f64, f64) -> bool,
) {
    let column = |register: u32| registers.numbers[register as usize].chunks_exact(WORD);
    match (a, b) {
        (Operand::Register(a), Operand::Register(b)) => {
            for ((out, a), b) in out.iter_mut().zip(column(a)).zip(column(b)) {
                *out = word(|at| holds(a[at], b[at]));
            }
        }
        (Operand::Register(a), Operand::Constant(b)) => {
            for (out, a) in out.iter_mut().zip(column(a)) {
                *out = word(|at| holds(a[at], b));
            }
        }
        (Operand::Constant(a), Operand::Register(b)) => {
            for (out, b) in out.iter_mut().zip(column(b)) {
                *out = word(|at| holds(a, b[at]));
            }
        }
        (Operand::Constant(a), Operand::Constant(b)) => {
            out.fill(if holds(a, b) { u64::MAX } else { 0 });
        }
    }
}

#[inline(always)]
fn word(holds: impl Fn(usize) -> bool) -> u64 {
    let mut word = 0;
    for at in 0..WORD {
        word |= u64::from(holds(at)) << at;
    }
    word
}
