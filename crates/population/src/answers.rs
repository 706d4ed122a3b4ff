//! What the rules say of a population, added up by outcome.

use engine::columnar::Answer;
use engine::data::InstanceId;

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

/// The totals of columns of answers ([`Piece::columns`](engine::columnar::Piece::columns)), by
/// position of the wish. `policy` says of each wish whether leeg is unknown there, as of an outcome
/// that comes from a scheme of a municipality ([`from_policy`](crate::results::from_policy)).
pub fn totals_of<'p>(
    columns: impl Iterator<Item = (usize, InstanceId, &'p [f64])>,
    policy: &[bool],
) -> Vec<Total> {
    let mut totals = vec![Total::default(); policy.len()];
    for (wish, _, answers) in columns {
        let (total, policy) = (&mut totals[wish], policy[wish]);
        // Added up in whole cents, so that the order does not matter; what is leeg or unknown is
        // infinite.
        for &answer in answers {
            let known = answer.is_finite();
            total.cents += if known { answer } else { 0.0 };
            total.receive += u64::from(known & (answer > 0.0));
            total.unknown += u64::from(match Answer::from(answer) {
                Answer::Unknown => true,
                Answer::Empty => policy,
                Answer::Number(_) => false,
            });
        }
    }
    totals
}
