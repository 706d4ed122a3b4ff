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
            stretches.push(Stretch { turns, ends });
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
        let mut around = Around::new(self.sweep, [first.after, last.after + 1], stretch.ends)?;
        let property = |at: usize| Property::Attribute(watched[at].1);
        let slopes = |around: &Around| -> Vec<[Option<Number>; 2]> {
            let of = |place: &Place| around.slopes(Property::Attribute(place.1), place.0);
            watched.iter().map(|it| of(it).map(|slope| slope.map(|slope| slope.by))).collect()
        };
        let bent = (0..watched.len()).filter(|&it| around.bends(property(it), watched[it].0));
        let bent: Vec<usize> = bent.collect();
        let bent_by = |around: &Around, partings: &[Parting], bent: &[usize]| {
            let places = bent.iter().map(|it| watched[*it]);
            self.causes(around, partings, false, places)
        };
        let partings: Vec<Parting> =
            stretch.turns.iter().flat_map(|turn| turn.partings.clone()).collect();
        let bend_causes = bent_by(&around, &partings, &bent);
        let mut jumped = false;
        for turn in stretch.turns {
            if stretch.turns.len() > 1 {
                around = around.at(self.sweep, [turn.after, turn.after + 1])?;
            }
            let jump = |at: usize| {
                let jump = around.jump(property(at), watched[at].0)?;
                (jump.abs() >= euro(LEAST_JUMP)).then_some(Shift { watched: at, jump })
            };
            let mut shifts: Vec<Shift> = (0..watched.len()).filter_map(jump).collect();
            if shifts.is_empty() {
                continue;
            }
            let which: Vec<Place> = shifts.iter().map(|it| watched[it.watched]).collect();
            let partings = &turn.partings;
            let causes = self.causes(&around, partings, true, which);
            // Without a condition that turns, what is rounded makes a step.
            if causes.is_empty() && shifts.iter().all(|it| it.jump.abs() <= euro(STEP)) {
                continue;
            }
            let jumps = |at: usize| shifts.iter().any(|shift| shift.watched == at);
            let also: Vec<usize> =
                bent.iter().copied().filter(|it| !jumped && !jumps(*it)).collect();
            shifts.extend(also.into_iter().map(bend));
            shifts.sort_by_key(|shift| shift.watched);
            let (after, slopes) = (turn.after, slopes(&around));
            found.push(Breakpoint { after, jumps: true, shifts, slopes, causes });
            jumped = true;
        }
        if jumped || bent.is_empty() {
            return Ok(());
        }
        // The turn at which the first cause stands.
        let model = &self.sweep.calculator().corpus().model;
        let causes_of = |turn: &&Turn| {
            let rules = turn.partings.iter().filter_map(|it| model.rule_at(it.at));
            rules.map(|(rule, _)| rule).any(|rule| bend_causes.iter().any(|it| it.rule == rule))
        };
        let turn = stretch.turns.iter().find(causes_of).unwrap_or(first);
        found.push(Breakpoint {
            after: turn.after,
            jumps: false,
            shifts: bent.into_iter().map(bend).collect(),
            slopes: slopes(&around),
            causes: bend_causes,
        });
        Ok(())
    }
}

impl Walk<'_, '_> {
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
}

fn bend(watched: usize) -> Shift {
    Shift { watched, jump: Number::ZERO }
}
