//! An amount that is moved away from what it is.

use regelspraak::number::Number;

use crate::change::{Change, Limit};
use crate::sweep::euro;

/// Steps from the present amount that are tried first, in cents: a limit is often just missed, and some
/// amounts only have to be there.
const NEAR: [i64; 6] = [1, 100, 1_000, 10_000, 50_000, 200_000];
/// The way to the furthest amount is then walked in so many equal steps.
const STEPS: i64 = 12;

/// An amount that can be moved one way.
pub struct Amount {
    /// The change, with the present amount as its limit.
    change: Change,
    /// The present amount, in cents.
    pub present: i64,
    /// The furthest amount that is tried, in cents.
    furthest: i64,
    /// The amounts a pair is looked for with: few, at which most rights are there if they can be.
    pub samples: Vec<i64>,
}

impl Amount {
    /// An amount that is lowered to nothing. A pair is looked for with nothing first: then the other has to
    /// change least.
    pub fn to_lower(limit: Limit, present: i64, mut samples: Vec<i64>) -> Amount {
        samples.retain(|cents| *cents < present);
        samples.insert(0, 0);
        samples.dedup();
        Amount { change: Change::Lower(limit), present, furthest: 0, samples }
    }

    /// An amount that is raised, to the furthest of these.
    pub fn to_raise(limit: Limit, present: i64, furthest: i64, mut samples: Vec<i64>) -> Amount {
        samples.retain(|cents| *cents > present && *cents <= furthest);
        Amount { change: Change::Raise(limit), present, furthest, samples }
    }

    /// The change with the amount at so many cents.
    pub fn at(&self, cents: i64) -> Change {
        self.change.with_limit(euro(cents))
    }

    /// The change that ends at so many cents, with whether the amounts beyond do too.
    pub fn ending(&self, cents: i64, beyond: bool) -> Change {
        let mut change = self.at(cents);
        if let Change::Lower(limit) | Change::Raise(limit) = &mut change {
            limit.verder = beyond;
        }
        change
    }

    /// What it changes.
    pub fn change(&self) -> &Change {
        &self.change
    }

    /// The amounts that are tried, from the present one outwards.
    pub fn outward(&self) -> Vec<i64> {
        let (way, sign) = ((self.furthest - self.present).abs(), self.sign());
        let near = NEAR.into_iter().filter(|step| *step < way);
        let far = (1..=STEPS).map(|step| way / STEPS * step).chain([way]);
        let samples = self.samples.iter().map(|cents| (cents - self.present).abs());
        let mut steps: Vec<i64> = near.chain(far).chain(samples).filter(|step| *step > 0).collect();
        steps.sort_unstable();
        steps.dedup();
        steps.into_iter().map(|step| self.present + sign * step).collect()
    }

    /// The nearest amount that gives the right, to the cent: the first on the way outwards that does,
    /// and then halving between it and the one before. Nothing when the present amount does, or none.
    pub fn nearest(&self, gives: impl Fn(i64) -> bool) -> Option<i64> {
        if gives(self.present) {
            return None;
        }
        let mut without = self.present;
        for cents in self.outward() {
            if !gives(cents) {
                without = cents;
                continue;
            }
            let mut with = cents;
            while (with - without).abs() > 1 {
                let middle = without + (with - without) / 2;
                if gives(middle) { with = middle } else { without = middle }
            }
            return Some(with);
        }
        None
    }

    /// Whether all amounts that are tried beyond one give the right too.
    pub fn all_beyond(&self, cents: i64, gives: impl Fn(i64) -> bool) -> bool {
        let sign = self.sign();
        let mut beyond = self.outward().into_iter().filter(|other| (other - cents) * sign > 0);
        beyond.all(gives)
    }

    fn sign(&self) -> i64 {
        if self.furthest < self.present { -1 } else { 1 }
    }
}

/// A limit that stands at the present amount.
pub fn unmoved(gegeven: String, present: i64, facts: Vec<crate::change::Fact>) -> Limit {
    let nu: Number = euro(present);
    Limit { gegeven, grens: nu.clone(), nu, verder: true, facts }
}
