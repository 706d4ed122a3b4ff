//! What the rules say of a population: sums by outcome, and record batches of answers.

use engine::columnar::{Answer, Piece};

/// An outcome added up over households and persons.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Total {
    /// The sum, in cents.
    pub cents: f64,
    /// How many have more than nothing.
    pub receive: u64,
    /// For how many the rules cannot say.
    pub unknown: u64,
}

impl Total {
    /// Both together.
    pub fn plus(self, other: Total) -> Total {
        Total {
            cents: self.cents + other.cents,
            receive: self.receive + other.receive,
            unknown: self.unknown + other.unknown,
        }
    }
}

/// The totals of a piece, by position of the wish.
pub fn totals(piece: Piece<'_>, wishes: usize) -> Vec<Total> {
    let mut totals = vec![Total::default(); wishes];
    for (wish, _, answers) in piece.columns() {
        let total = &mut totals[wish];
        // Added up in whole cents, so that the order does not matter.
        for &answer in answers {
            match Answer::from(answer) {
                Answer::Number(cents) => {
                    total.cents += cents;
                    total.receive += u64::from(cents > 0.0);
                }
                Answer::Empty => {}
                Answer::Unknown => total.unknown += 1,
            }
        }
    }
    totals
}
