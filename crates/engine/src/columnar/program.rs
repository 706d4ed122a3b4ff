//! A graph as lists of operations on registers: each a column for a piece of the households.
//!
//! What hangs on a dial comes in a list of its own. That list runs once for every setting of the
//! dials, after the other has run once; what it reads of the other stays in its registers.

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
    /// The value that a dial is turned to.
    Dial(u32),
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
    /// Puts a result in the column that the caller has for it.
    Keep {
        result: u32,
        of: Operand,
    },
}

/// A result to compute, and for whom.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub num: Num,
    /// Whether it is wanted with the dials as they stand at first, and how it comes out when they are
    /// turned.
    pub first: bool,
    pub turned: bool,
}

/// Where the results are in doubt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Doubt {
    Always(bool),
    Where(Flag),
}

/// The operations for a graph.
#[derive(Debug)]
pub(super) struct Program {
    /// What no dial touches.
    pub once: Vec<Operation>,
    /// What hangs on a dial, and the results that are wanted whenever they are turned.
    pub turned: Vec<Operation>,
    /// The registers of numbers and of bits that `turned` reads after `once`.
    pub kept: (Vec<u32>, Vec<u32>),
    pub doubt: Doubt,
    /// How many registers there are for numbers, and for bits.
    pub registers: (usize, usize),
}

/// A node of either kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Node {
    Number(Num),
    Bit(usize),
}

/// What is to be done for a node or a result.
#[derive(Debug, Clone, Copy)]
enum Task {
    Make(Node),
    Keep(usize),
}

/// What is known of a node while the lists are made.
#[derive(Debug, Clone, Copy, Default)]
struct Made {
    /// Whether it was put in order.
    ordered: bool,
    /// Whether it hangs on a dial.
    hangs: bool,
    register: Option<u32>,
    /// How often it is still read in the list at hand.
    readers: u32,
    /// How often the second list reads it.
    later: u32,
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
    wanted: &'g [Wanted],
    numbers: Vec<Made>,
    bits: Vec<Made>,
    number_registers: Registers,
    bit_registers: Registers,
    operations: Vec<Operation>,
}

impl Program {
    /// Orders what is wanted, each node after those it needs and no earlier than need be, so that
    /// few registers are in use at a time.
    pub fn new(graph: &Graph, wanted: &[Wanted], doubt: Bit) -> Program {
        let (numbers, bits) = graph.len();
        let mut assembly = Assembly {
            graph,
            wanted,
            numbers: vec![Made::default(); numbers],
            bits: vec![Made::default(); bits],
            number_registers: Registers::default(),
            bit_registers: Registers::default(),
            operations: Vec::new(),
        };
        let mut tasks = Vec::new();
        for (result, wanted) in wanted.iter().enumerate() {
            assembly.order(Node::Number(wanted.num), &mut tasks);
            tasks.push(Task::Keep(result));
        }
        let doubted = Node::Bit(doubt.node());
        assembly.order(doubted, &mut tasks);
        assembly.count_readers(&tasks);
        // Read after either list.
        assembly.made(doubted).later += 1;
        let once = assembly.first_list(&tasks);
        let kept = assembly.kept();
        let turned = assembly.second_list(&tasks);
        let doubt = match doubt.node() {
            0 => Doubt::Always(doubt == Bit::TRUE),
            _ => Doubt::Where(assembly.flag(doubt)),
        };
        Program {
            once,
            turned,
            kept,
            doubt,
            registers: (
                assembly.number_registers.made as usize,
                assembly.bit_registers.made as usize,
            ),
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
                Number::Constant(_) | Number::Input(_) | Number::Dial(_) => none,
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

    fn made(&mut self, node: Node) -> &mut Made {
        match node {
            Node::Number(num) => &mut self.numbers[num.0 as usize],
            Node::Bit(node) => &mut self.bits[node],
        }
    }

    fn is_input(&self, node: Node) -> bool {
        match node {
            Node::Number(num) => matches!(self.graph.number(num), Number::Input(_)),
            Node::Bit(node) => matches!(self.graph.bits_at(node), Bits::Input(_)),
        }
    }

    fn is_dial(&self, node: Node) -> bool {
        matches!(node, Node::Number(num) if matches!(self.graph.number(num), Number::Dial(_)))
    }

    /// Puts a node and what it needs in order, and sees which of them hang on a dial.
    fn order(&mut self, node: Node, tasks: &mut Vec<Task>) {
        let mut open = vec![(node, false)];
        while let Some((node, ready)) = open.pop() {
            if self.made(node).ordered || self.is_constant(node) {
                continue;
            }
            if !ready {
                open.push((node, true));
                open.extend(self.needs(node).map(|need| (need, false)));
                continue;
            }
            let mut hangs = self.is_dial(node);
            for need in self.needs(node) {
                hangs |= self.made(need).hangs;
            }
            (self.made(node).ordered, self.made(node).hangs) = (true, hangs);
            tasks.push(Task::Make(node));
        }
    }

    /// Whether a task waits for the dials.
    fn waits(&mut self, task: Task) -> bool {
        match task {
            Task::Make(node) => self.made(node).hangs,
            Task::Keep(result) => self.made(Node::Number(self.wanted[result].num)).hangs,
        }
    }

    fn count_readers(&mut self, tasks: &[Task]) {
        for &task in tasks {
            let waits = self.waits(task);
            match task {
                Task::Make(node) => {
                    for need in self.needs(node) {
                        let made = self.made(need);
                        if waits { made.later += 1 } else { made.readers += 1 }
                    }
                }
                Task::Keep(result) => {
                    let Wanted { num, first, turned } = self.wanted[result];
                    let made = self.made(Node::Number(num));
                    made.readers += u32::from(first && !waits);
                    made.later += u32::from(waits || turned);
                }
            }
        }
    }

    /// What no dial touches. What is read later keeps its register, but for input: that is there
    /// to be read again.
    fn first_list(&mut self, tasks: &[Task]) -> Vec<Operation> {
        for &task in tasks {
            if self.waits(task) {
                continue;
            }
            match task {
                // Only the second list reads it.
                Task::Make(node) if self.is_input(node) && self.made(node).readers == 0 => {}
                Task::Make(node) => self.make(node),
                Task::Keep(result) if self.wanted[result].first => self.keep(result),
                Task::Keep(_) => {}
            }
        }
        std::mem::take(&mut self.operations)
    }

    /// The registers that are read after the first list.
    fn kept(&self) -> (Vec<u32>, Vec<u32>) {
        let kept = |made: &Made| made.register.filter(|_| made.later > 0);
        (
            self.numbers.iter().filter_map(kept).collect(),
            self.bits.iter().filter_map(kept).collect(),
        )
    }

    fn second_list(&mut self, tasks: &[Task]) -> Vec<Operation> {
        for made in self.numbers.iter_mut().chain(&mut self.bits) {
            // What was kept stays for the next setting of the dials.
            made.readers = made.later + u32::from(made.register.is_some());
            made.later = 0;
        }
        for &task in tasks {
            match task {
                Task::Make(node) if self.made(node).hangs => self.make(node),
                Task::Make(node) if self.is_input(node) && self.made(node).readers > 0 => {
                    self.make(node);
                }
                Task::Keep(result) if self.waits(task) || self.wanted[result].turned => {
                    self.keep(result);
                }
                _ => {}
            }
        }
        std::mem::take(&mut self.operations)
    }

    fn make(&mut self, node: Node) {
        self.emit(node);
        let needs: Vec<Node> = self.needs(node).collect();
        needs.into_iter().for_each(|need| self.release(need));
    }

    fn keep(&mut self, result: usize) {
        let num = self.wanted[result].num;
        let of = self.operand(num);
        self.operations.push(Operation::Keep { result: result as u32, of });
        self.release(Node::Number(num));
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
                    Number::Dial(dial) => Arithmetic::Dial(dial),
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
        self.made(node).register = Some(out);
        self.operations.push(operation);
    }

    /// The register of a node that was made.
    fn register(&self, num: Num) -> u32 {
        self.numbers[num.0 as usize].register.unwrap_or(0)
    }

    fn operand(&self, num: Num) -> Operand {
        match self.graph.known(num) {
            Some(value) => Operand::Constant(value),
            None => Operand::Register(self.register(num)),
        }
    }

    fn flag(&self, bit: Bit) -> Flag {
        let register = self.bits[bit.node()].register.unwrap_or(0);
        Flag { register, inverted: bit.is_inverted() }
    }

    /// Notes that a node was read; after the last time its register is free again.
    fn release(&mut self, node: Node) {
        let made = self.made(node);
        made.readers = made.readers.saturating_sub(1);
        if made.readers > 0 {
            return;
        }
        let (later, Some(register)) = (made.later > 0, made.register) else { return };
        if later && !self.is_input(node) {
            return;
        }
        match node {
            Node::Number(_) => self.number_registers.free.push(register),
            Node::Bit(_) => self.bit_registers.free.push(register),
        }
        self.made(node).register = None;
    }
}
