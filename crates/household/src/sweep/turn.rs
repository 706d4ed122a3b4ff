//! Where a run begins to go another way.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use engine::data::DataError;
use engine::exact::Parting;

use super::{Point, Sweep};

/// The points that were worked out, by cents, and the turns between them.
#[derive(Debug)]
pub struct Walk<'s, 'c> {
    /// The household.
    pub sweep: &'s Sweep<'c>,
    /// From where to where, in cents.
    pub range: RangeInclusive<i64>,
    /// The points, by cents. At both sides of every turn there is one.
    pub points: BTreeMap<i64, Point>,
    /// The turns, from low to high.
    pub turns: Vec<Turn>,
}

/// Between one cent and the next the run begins to go another way.
#[derive(Debug, Clone)]
pub struct Turn {
    /// The last amount, in cents, before it.
    pub after: i64,
    /// Where the runs part: in every step that goes another way the first branch that does.
    pub partings: Vec<Parting>,
}

impl<'s, 'c> Walk<'s, 'c> {
    /// Finds every turn between the two ends, to the cent. `grid` are amounts in between to start from.
    pub fn along(
        sweep: &'s Sweep<'c>,
        range: RangeInclusive<i64>,
        grid: impl IntoIterator<Item = i64>,
    ) -> Result<Walk<'s, 'c>, DataError> {
        let mut walk =
            Walk { sweep, range: range.clone(), points: BTreeMap::new(), turns: Vec::new() };
        let mut grid: Vec<i64> = grid.into_iter().filter(|cents| range.contains(cents)).collect();
        grid.extend([*range.start(), *range.end()]);
        grid.sort_unstable();
        grid.dedup();
        grid.iter().try_for_each(|cents| walk.visit(*cents))?;
        grid.windows(2).try_for_each(|pair| walk.narrow(pair[0], pair[1], None))?;
        Ok(walk)
    }

    /// The point at so many cents.
    pub fn point(&mut self, cents: i64) -> Result<&Point, DataError> {
        self.visit(cents)?;
        Ok(&self.points[&cents])
    }

    fn visit(&mut self, cents: i64) -> Result<(), DataError> {
        if !self.points.contains_key(&cents) {
            self.points.insert(cents, self.sweep.point(cents)?);
        }
        Ok(())
    }

    /// Finds the turns between two points that were worked out. `tried` is the position of the branch
    /// at which they parted before, when a guess came no closer to it.
    fn narrow(&mut self, low: i64, high: i64, tried: Option<usize>) -> Result<(), DataError> {
        let (before, after) = (&self.points[&low].branches, &self.points[&high].branches);
        let Some(parting) = before.parting(after) else { return Ok(()) };
        if high - low == 1 {
            let partings = before.partings(after);
            self.turns.push(Turn { after: low, partings });
            return Ok(());
        }
        // Where the straight line between both balances becomes nothing; else, halfway.
        let guess = parting.balance.filter(|_| tried != Some(parting.position));
        let (balanced, width) = (guess.is_some(), high - low);
        let part = guess.map_or(0.5, |[one, other]| one / (one - other));
        let part = if part.is_finite() { part } else { 0.5 };
        let middle = (low + (width as f64 * part).floor() as i64).clamp(low, high - 1);
        self.visit(middle)?;
        self.visit(middle + 1)?;
        for (from, to) in [(low, middle), (middle, middle + 1), (middle + 1, high)] {
            let missed = balanced && to - from > width / 2;
            if from < to {
                self.narrow(from, to, missed.then_some(parting.position))?;
            }
        }
        Ok(())
    }
}
