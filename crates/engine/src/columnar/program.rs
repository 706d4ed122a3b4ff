//! A graph as a list of operations on registers: each a column for a piece of the households.

use super::graph::{Bit, Bits, Graph, Num, Number};

/// Where an operation finds a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Operand {
    Register(u32),
    Constant(f64),
}

/// Where an operation finds a bit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Flag {
    pub register: u32,
    pub inverted: bool,
}

/// How an operation makes a number of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Arithmetic {
    /// A column of the input.
    Input(u32),
    Affine(u32, f64, f64),
    Linear(u32, f64, u32, f64),
    Times(u32, u32),
    Over(Operand, Operand),
    Least(Operand, Operand),
    Most(Operand, Operand),
    Floor(u32),
    Absolute(u32),
    Signed(Operand, u32),
    Select(u32, Operand, Operand),
    MonthLength(u32),
    MonthStart(u32),
    KeyOf(u32),
}

/// How an operation makes a bit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Logic {
    /// A column of the input.
    Input(u32),
    And(Flag, Flag),
    Less(Operand, Operand),
    Equal(Operand, Operand),
}

/// One operation over a piece of the households.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Operation {
    Number {
        out: u32,
        of: Arithmetic,
    },
    Bit {
        out: u32,
        of: Logic,
    },
    /// Puts a result where the caller finds it.
    Keep {
        result: u32,
        of: Operand,
    },
    KeepBit {
        result: u32,
        of: Flag,
    },
    KeepConstantBit {
        result: u32,
        holds: bool,
    },
}

/// What to compute: numbers and bits, each in the place of its position.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    pub numbers: Vec<Num>,
    pub bits: Vec<Bit>,
}

/// The operations for a graph.
#[derive(Debug)]
pub(super) struct Program {
    pub operations: Vec<Operation>,
    /// How many registers there are for numbers, and for bits.
    pub registers: (usize, usize),
    /// How many results there are.
    pub results: (usize, usize),
}

/// A node of either kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Node {
    Number(Num),
    Bit(usize),
}

/// Registers that are free for use again.
#[derive(Default)]
struct Registers {
    free: Vec<u32>,
    made: u32,
}

impl Registers {
    fn take(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            self.made += 1;
            self.made - 1
        })
    }
}

struct Assembly<'g> {
    graph: &'g Graph,
    operations: Vec<Operation>,
    /// By node, its register and how often it is still read.
    numbers: Vec<(Option<u32>, u32)>,
    bits: Vec<(Option<u32>, u32)>,
    number_registers: Registers,
    bit_registers: Registers,
}

impl Program {
    /// Orders what is wanted, each node after those it needs and no earlier than need be, so that
    /// few registers are in use at a time.
    pub fn new(graph: &Graph, wanted: &Wanted) -> Program {
        let (numbers, bits) = graph.len();
        let mut assembly = Assembly {
            graph,
            operations: Vec::new(),
            numbers: vec![(None, 0); numbers],
            bits: vec![(None, 0); bits],
            number_registers: Registers::default(),
            bit_registers: Registers::default(),
        };
        assembly.count_readers(wanted);
        for (result, &num) in wanted.numbers.iter().enumerate() {
            assembly.make(Node::Number(num));
            let of = assembly.operand(num);
            assembly.operations.push(Operation::Keep { result: result as u32, of });
            assembly.release(Node::Number(num));
        }
        for (result, &bit) in wanted.bits.iter().enumerate() {
            let result = result as u32;
            if bit.node() == 0 {
                let holds = bit == Bit::TRUE;
                assembly.operations.push(Operation::KeepConstantBit { result, holds });
                continue;
            }
            assembly.make(Node::Bit(bit.node()));
            let of = assembly.flag(bit);
            assembly.operations.push(Operation::KeepBit { result, of });
            assembly.release(Node::Bit(bit.node()));
        }
        Program {
            operations: assembly.operations,
            registers: (
                assembly.number_registers.made as usize,
                assembly.bit_registers.made as usize,
            ),
            results: (wanted.numbers.len(), wanted.bits.len()),
        }
    }
}

impl Assembly<'_> {
    /// What a node needs that is not a constant.
    fn needs(&self, node: Node) -> impl Iterator<Item = Node> + use<> {
        let none = [None; 3];
        let number = |num: Num| match self.graph.number(num) {
            Number::Constant(_) => None,
            _ => Some(Node::Number(num)),
        };
        let bit = |bit: Bit| (bit.node() != 0).then_some(Node::Bit(bit.node()));
        let needs = match node {
            Node::Number(num) => match self.graph.number(num) {
                Number::Constant(_) | Number::Input(_) => none,
                Number::Affine(a, ..)
                | Number::Floor(a)
                | Number::Absolute(a)
                | Number::MonthLength(a)
                | Number::MonthStart(a)
                | Number::KeyOf(a) => [number(a), None, None],
                Number::Linear(a, _, b, _)
                | Number::Times(a, b)
                | Number::Over(a, b)
                | Number::Least(a, b)
                | Number::Most(a, b)
                | Number::Signed(a, b) => [number(a), number(b), None],
                Number::Select(which, a, b) => [bit(which), number(a), number(b)],
            },
            Node::Bit(node) => match self.graph.bits_at(node) {
                Bits::False | Bits::Input(_) => none,
                Bits::And(a, b) => [bit(a), bit(b), None],
                Bits::Less(a, b) | Bits::Equal(a, b) => [number(a), number(b), None],
            },
        };
        needs.into_iter().flatten()
    }

    fn readers(&mut self, node: Node) -> &mut (Option<u32>, u32) {
        match node {
            Node::Number(num) => &mut self.numbers[num.0 as usize],
            Node::Bit(node) => &mut self.bits[node],
        }
    }

    /// Counts for every node that is needed how often it is read.
    fn count_readers(&mut self, wanted: &Wanted) {
        let numbers = wanted.numbers.iter().map(|&num| Node::Number(num));
        let bits = wanted.bits.iter().map(|bit| Node::Bit(bit.node()));
        let mut open: Vec<Node> = numbers.chain(bits).collect();
        while let Some(node) = open.pop() {
            let readers = self.readers(node);
            readers.1 += 1;
            if readers.1 == 1 {
                open.extend(self.needs(node));
            }
        }
    }

    fn make(&mut self, node: Node) {
        let mut open = vec![(node, false)];
        while let Some((node, ready)) = open.pop() {
            if self.readers(node).0.is_some() || self.is_constant(node) {
                continue;
            }
            if !ready {
                open.push((node, true));
                open.extend(self.needs(node).map(|need| (need, false)));
                continue;
            }
            self.emit(node);
            let needs: Vec<Node> = self.needs(node).collect();
            needs.into_iter().for_each(|need| self.release(need));
        }
    }

    fn is_constant(&self, node: Node) -> bool {
        match node {
            Node::Number(num) => self.graph.known(num).is_some(),
            Node::Bit(node) => node == 0,
        }
    }

    fn emit(&mut self, node: Node) {
        let operation = match node {
            Node::Number(num) => {
                let of = match self.graph.number(num) {
                    Number::Constant(_) => return,
                    Number::Input(column) => Arithmetic::Input(column),
                    Number::Affine(a, k, c) => {
                        Arithmetic::Affine(self.register(a), k.get(), c.get())
                    }
                    Number::Linear(a, ka, b, kb) => {
                        let (a, b) = (self.register(a), self.register(b));
                        Arithmetic::Linear(a, ka.get(), b, kb.get())
                    }
                    Number::Times(a, b) => Arithmetic::Times(self.register(a), self.register(b)),
                    Number::Over(a, b) => Arithmetic::Over(self.operand(a), self.operand(b)),
                    Number::Least(a, b) => Arithmetic::Least(self.operand(a), self.operand(b)),
                    Number::Most(a, b) => Arithmetic::Most(self.operand(a), self.operand(b)),
                    Number::Floor(a) => Arithmetic::Floor(self.register(a)),
                    Number::Absolute(a) => Arithmetic::Absolute(self.register(a)),
                    Number::Signed(a, b) => Arithmetic::Signed(self.operand(a), self.register(b)),
                    Number::Select(which, a, b) => {
                        let which = self.flag(which).register;
                        Arithmetic::Select(which, self.operand(a), self.operand(b))
                    }
                    Number::MonthLength(a) => Arithmetic::MonthLength(self.register(a)),
                    Number::MonthStart(a) => Arithmetic::MonthStart(self.register(a)),
                    Number::KeyOf(a) => Arithmetic::KeyOf(self.register(a)),
                };
                Operation::Number { out: self.number_registers.take(), of }
            }
            Node::Bit(node) => {
                let of = match self.graph.bits_at(node) {
                    Bits::False => return,
                    Bits::Input(column) => Logic::Input(column),
                    Bits::And(a, b) => Logic::And(self.flag(a), self.flag(b)),
                    Bits::Less(a, b) => Logic::Less(self.operand(a), self.operand(b)),
                    Bits::Equal(a, b) => Logic::Equal(self.operand(a), self.operand(b)),
                };
                Operation::Bit { out: self.bit_registers.take(), of }
            }
        };
        let (Operation::Number { out, .. } | Operation::Bit { out, .. }) = operation else {
            return;
        };
        self.readers(node).0 = Some(out);
        self.operations.push(operation);
    }

    /// The register of a node that was made.
    fn register(&self, num: Num) -> u32 {
        self.numbers[num.0 as usize].0.unwrap_or(0)
    }

    fn operand(&self, num: Num) -> Operand {
        match self.graph.known(num) {
            Some(value) => Operand::Constant(value),
            None => Operand::Register(self.register(num)),
        }
    }

    fn flag(&self, bit: Bit) -> Flag {
        let register = self.bits[bit.node()].0.unwrap_or(0);
        Flag { register, inverted: bit.is_inverted() }
    }

    /// Notes that a node was read; after the last time its register is free again.
    fn release(&mut self, node: Node) {
        let readers = self.readers(node);
        readers.1 = readers.1.saturating_sub(1);
        if readers.1 > 0 {
            return;
        }
        let Some(register) = readers.0 else { return };
        match node {
            Node::Number(_) => self.number_registers.free.push(register),
            Node::Bit(_) => self.bit_registers.free.push(register),
        }
    }
}
