//! Which way a run went: enough to tell two runs apart that did not go the same way.

use std::cell::RefCell;

use regelspraak::model::Condition;

use super::fault::SharedFault;
use super::observer::Observer;

/// The branches of a run, in the order of the run.
///
/// Two runs of one plan that differ in amounts only, and that took the same branches, worked out
/// the same sums: between them every outcome moves with the amounts without a jump, but for what
/// is rounded. When the conditions went the same way and only the choices differ, an outcome can
/// bend but not jump: the smaller of two amounts does not jump where they are equal. So where an
/// outcome jumps or bends is found by halving an interval at the ends of which the branches
/// differ.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Branches {
    /// For each condition that was judged, part of another or not: 1 when it held, 0 when it did
    /// not, 2 when it could not be judged.
    pub conditions: Vec<u8>,
    /// For each number kept between bounds, and each smallest or largest of several, which of them
    /// it became, by its position.
    pub choices: Vec<u16>,
}

/// The observer that writes the branches down.
#[derive(Default)]
pub(super) struct Branching(RefCell<Branches>);

impl Branching {
    pub fn branches(self) -> Branches {
        self.0.into_inner()
    }
}

impl Observer for &Branching {
    fn leave_condition(&self, _: &Condition, verdict: &Result<bool, SharedFault>) {
        let verdict = verdict.as_ref().map_or(2, |holds| u8::from(*holds));
        self.0.borrow_mut().conditions.push(verdict);
    }

    fn chose(&self, position: usize) {
        let position = u16::try_from(position).unwrap_or(u16::MAX);
        self.0.borrow_mut().choices.push(position);
    }
}
