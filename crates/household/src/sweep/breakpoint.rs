//! What a turn does: an outcome jumps, or moves on along another line; and which rule makes it so.

use engine::data::DataError;
use engine::exact::{Fork, Parting};
use regelspraak::model::Property;
use regelspraak::number::Number;

use super::around::{Around, STEP};
use super::cause::{Cause, Search, crosses_by_itself};
use super::{Place, Turn, Walk, euro};

/// How far the line before and after a turn is looked at, in cents, if there is no other turn nearer.
/// The walk must go so far beyond where breakpoints are asked for.
pub const WINDOW: i64 = 10_000;
/// Turns that are nearer to each other than this, in cents, share the lines around them: an amount that is
/// rounded in the law reaches its maximum some euros before its bracket ends.
const CLOSE: i64 = 500;

/// A jump of an outcome of less than this, in cents, is what is rounded on the way.
const LEAST_JUMP: i64 = 2;

/// An amount, and what happens to what is watched just after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Breakpoint {
    /// The last amount, in cents, before it.
    pub after: i64,
    /// Whether something jumps; else something bends.
    pub jumps: bool,
    /// What jumps or bends, in the order in which it is watched.
    pub shifts: Vec<Shift>,
    /// By what is watched, how much it moved for every euro before and after; nothing at the very end
    /// of a walk, and for what is not known.
    pub slopes: Vec<[Option<Number>; 2]>,
    /// The rules that make it so, in the order of work.
    pub causes: Vec<Cause>,
}

/// What happens to one outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    /// Its position in what is watched.
    pub watched: usize,
    /// By how much it jumps, in euro; 0 when it only bends.
    pub jump: Number,
}

/// Turns close together, with the far ends of the lines before and after them, in cents.
struct Stretch<'t> {
    turns: &'t [Turn],
    ends: [i64; 2],
    /// The last amount after the turn before them, and the one before the next turn: both were worked out.
    next: [i64; 2],
}

impl Walk<'_, '_> {
    /// What the turns do to the first so many of what is watched. Turns that do nothing to them are
    /// left out, and so is what is only rounded.
    pub fn breakpoints(&self, watched: usize) -> Result<Vec<Breakpoint>, DataError> {
        let watched = &self.sweep.watched()[..watched.min(self.sweep.watched().len())];
        let mut found = Vec::new();
        for stretch in self.stretches() {
            self.look_at(&stretch, watched, &mut found)?;
        }
        Ok(found)
    }

    /// The turns, those that are close together in one.
    fn stretches(&self) -> Vec<Stretch<'_>> {
        let close = |one: &Turn, other: &Turn| other.after - one.after <= CLOSE;
        let mut stretches = Vec::new();
        let mut until = *self.range.start();
        let mut chunks = self.turns.chunk_by(close).peekable();
        while let Some(turns) = chunks.next() {
            let [Some(first), Some(last)] = [turns.first(), turns.last()] else { continue };
            let next = chunks.peek().and_then(|turns| turns.first());
            let next = next.map_or(*self.range.end(), |turn| turn.after);
            let ends = [until.max(first.after - WINDOW), next.min(last.after + 1 + WINDOW)];
            stretches.push(Stretch { turns, ends, next: [until, next] });
            until = last.after + 1;
        }
        stretches
    }

    fn look_at(
        &self,
        stretch: &Stretch<'_>,
        watched: &[Place],
        found: &mut Vec<Breakpoint>,
    ) -> Result<(), DataError> {
        let [Some(first), Some(last)] = [stretch.turns.first(), stretch.turns.last()] else {
            return Ok(());
        };
        if !self.stirs(stretch, watched.len()) {
            return Ok(());
        }
        let mut around = Around::new(self.sweep, [first.after, last.after + 1], stretch.ends)?;
        let mut bend = self.bend(stretch, watched, &around);
        let before = found.len();
        for turn in stretch.turns {
            if stretch.turns.len() > 1 {
                around = around.at(self.sweep, [turn.after, turn.after + 1])?;
            }
            let Some(mut jump) = self.jump(turn, watched, &around) else { continue };
            if let Some(bend) = bend.take_if(|bend| bend.after == turn.after) {
                jump.also(bend);
            }
            found.push(jump);
        }
        found.extend(bend);
        found[before..].sort_by_key(|breakpoint| breakpoint.after);
        Ok(())
    }

    /// Whether turns may do something to what is watched, as far as the points that were worked out already
    /// tell: not when everything moves on along the very same line.
    fn stirs(&self, stretch: &Stretch<'_>, watched: usize) -> bool {
        let [Some(first), Some(last)] = [stretch.turns.first(), stretch.turns.last()] else {
            return false;
        };
        let [before, after] = stretch.next;
        (0..watched).any(|position| {
            let at = |cents: i64| self.points.get(&cents).map(|point| point.number(position));
            // How much it moves for a cent; nothing when there is no line, or a number is not known.
            let slope = |from: i64, to: i64| {
                let moved = &at(to)?? - &at(from)??;
                moved.checked_div(&Number::from(to - from))
            };
            let sides = stretch.turns.iter().flat_map(|turn| [turn.after, turn.after + 1]);
            if sides.into_iter().all(|cents| at(cents) == Some(None)) {
                return false;
            }
            let line = slope(before, first.after);
            if line.is_none() || line != slope(last.after + 1, after) {
                return true;
            }
            // Half of what counts as a jump: the full look may find another line.
            stretch.turns.iter().any(|turn| {
                let moved = slope(turn.after, turn.after + 1).zip(line.as_ref());
                moved.is_none_or(|(moved, line)| (&moved - line).abs() >= euro(LEAST_JUMP / 2))
            })
        })
    }

    /// What makes some places jump at a turn, or else bend as well.
    fn causes(
        &self,
        around: &Around,
        partings: &[Parting],
        jumps: bool,
        places: impl IntoIterator<Item = Place>,
    ) -> Vec<Cause> {
        let moves = |property: Property, instance| around.moves(property, instance, !jumps);
        let decides = |parting: &Parting, any: bool| {
            (!jumps || parting.fork == Fork::Condition) && (!any || crosses_by_itself(parting))
        };
        let [before, after] = &around.sides;
        let search = Search {
            calculator: self.sweep.calculator(),
            plan: self.sweep.plan(),
            sides: [before, after],
            partings,
            moves: &moves,
            decides: &decides,
        };
        search.causes(places)
    }

    /// What jumps at a turn, if anything does.
    fn jump(&self, turn: &Turn, watched: &[Place], around: &Around) -> Option<Breakpoint> {
        let jump = |at: usize| {
            let (instance, attribute) = watched[at];
            let jump = around.jump(Property::Attribute(attribute), instance)?;
            (jump.abs() >= euro(LEAST_JUMP)).then_some(Shift { watched: at, jump })
        };
        let shifts: Vec<Shift> = (0..watched.len()).filter_map(jump).collect();
        let largest = shifts.iter().map(|shift| shift.jump.abs()).max()?;
        let partings = &turn.partings;
        let places = shifts.iter().map(|it| watched[it.watched]);
        let causes = self.causes(around, partings, true, places);
        // Without a condition that turns, what is rounded makes a step.
        if causes.is_empty() && largest <= euro(STEP) {
            return None;
        }
        let slopes = slopes(watched, around);
        Some(Breakpoint { after: turn.after, jumps: true, shifts, slopes, causes })
    }

    /// What bends over the turns, if anything does, at the first of them that makes it bend.
    fn bend(
        &self,
        stretch: &Stretch<'_>,
        watched: &[Place],
        around: &Around,
    ) -> Option<Breakpoint> {
        let bends = |it: &usize| around.bends(Property::Attribute(watched[*it].1), watched[*it].0);
        let bent: Vec<usize> = (0..watched.len()).filter(bends).collect();
        bent.first()?;
        let partings = stretch.turns.iter().flat_map(|turn| turn.partings.clone());
        let partings: Vec<Parting> = partings.collect();
        let causes = self.causes(around, &partings, false, bent.iter().map(|it| watched[*it]));
        let model = &self.sweep.calculator().corpus().model;
        let makes = |turn: &&Turn| {
            let rules = turn.partings.iter().filter_map(|it| model.rule_at(it.at));
            rules.map(|(rule, _)| rule).any(|rule| causes.iter().any(|it| it.rule == rule))
        };
        let turn = stretch.turns.iter().find(makes).or(stretch.turns.first())?;
        Some(Breakpoint {
            after: turn.after,
            jumps: false,
            shifts: bent.into_iter().map(|it| Shift { watched: it, jump: Number::ZERO }).collect(),
            slopes: slopes(watched, around),
            causes,
        })
    }
}

impl Breakpoint {
    /// Adds what bends at the same amount. What makes it jump makes it bend.
    fn also(&mut self, bend: Breakpoint) {
        let jumps: Vec<usize> = self.shifts.iter().map(|shift| shift.watched).collect();
        self.shifts.extend(bend.shifts.into_iter().filter(|it| !jumps.contains(&it.watched)));
        self.shifts.sort_by_key(|shift| shift.watched);
    }
}

/// How much everything that is watched moves before and after.
fn slopes(watched: &[Place], around: &Around) -> Vec<[Option<Number>; 2]> {
    let of = |place: &Place| around.slopes(Property::Attribute(place.1), place.0);
    watched.iter().map(|it| of(it).map(|slope| slope.map(|slope| slope.by))).collect()
}
