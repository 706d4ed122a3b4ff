//! What a walk over households finds: jumps, and outcomes that go the wrong way.

use std::collections::{BTreeMap, BTreeSet};

use engine::data::InstanceId;
use regelspraak::model::{AttributeId, Property, Value};

use crate::cause::{Cause, Search};
use crate::jump::Four;
use crate::list::Jump;
use crate::monotone::{Except, Line, TABLE, Way};
use crate::path::{Path, Walk};

/// The turns of a walk.
type Fours<'w, 'p, 'y, 'c> = BTreeMap<i64, Four<'w, 'p, 'y, 'c>>;

/// Everything found, each with where it was found first.
#[derive(Default)]
pub struct Findings {
    /// How many paths, points and turns there were.
    pub counts: [usize; 3],
    /// The jumps, with the years.
    pub jumps: BTreeMap<Jump, (BTreeSet<i16>, String)>,
    /// The rules of which a rounded amount made an outcome step.
    pub rounding: BTreeMap<String, String>,
    /// The lines of the table that did not hold, by position.
    pub against: BTreeMap<usize, String>,
    /// How often each line of the table saw its outcome move, or stay where it should.
    pub seen: BTreeMap<usize, usize>,
    /// The exceptions that were met, by the positions of the line and the exception.
    pub excepted: BTreeSet<(usize, usize)>,
}

impl Findings {
    /// Takes over what another walk found; what was found first stays.
    pub fn merge(&mut self, other: Findings) {
        for (mine, theirs) in self.counts.iter_mut().zip(other.counts) {
            *mine += theirs;
        }
        for (jump, (years, at)) in other.jumps {
            self.jumps.entry(jump).or_insert((BTreeSet::new(), at)).0.extend(years);
        }
        for (line, count) in other.seen {
            *self.seen.entry(line).or_default() += count;
        }
        for (rule, at) in other.rounding {
            self.rounding.entry(rule).or_insert(at);
        }
        for (line, at) in other.against {
            self.against.entry(line).or_insert(at);
        }
        self.excepted.extend(other.excepted);
    }

    /// Looks at a path that was walked.
    pub fn look_at(&mut self, walk: &Walk<'_, '_, '_>, text: &str) {
        self.counts[0] += 1;
        self.counts[1] += walk.points.len();
        self.counts[2] += walk.turns.len();
        let fours = walk.turns.iter().map(|&at| (at, Four::around(walk, at)));
        let fours: Fours<'_, '_, '_, '_> = fours.collect();
        for (outcome, &(instance, attribute)) in walk.path.outcomes.iter().enumerate() {
            for (&at, four) in &fours {
                self.jump(walk.path, (at, four), instance, attribute, text);
            }
            let name = name(walk.path, attribute);
            for (position, line) in TABLE.iter().enumerate() {
                let with = line.with.is_empty() || line.with.contains(&walk.path.amount.name);
                let about = line.bijstand == walk.path.applies;
                if line.outcome == name && with && about && !walk.path.of_another(instance) {
                    self.follow((walk, &fours), (position, line), outcome, text);
                }
            }
        }
    }

    fn jump(
        &mut self,
        path: &Path<'_, '_>,
        (at, four): (i64, &Four<'_, '_, '_, '_>),
        instance: InstanceId,
        attribute: AttributeId,
        text: &str,
    ) {
        let property = Property::Attribute(attribute);
        // An outcome that is known on one side only has not jumped.
        if !four.known(property, instance) {
            return;
        }
        let Some(size) = four.jump(property, instance) else { return };
        // The gross bijstand is in whole cents; beside it a step of a cent is no jump.
        if path.applies && size.to_f64().abs() < 0.02 {
            return;
        }
        let place = || {
            let (size, amount) = (size.to_f64(), path.amount.name);
            let from = at as f64 / 100.0;
            format!("{size:.4} voorbij {amount} {from:.2} in\n{text}")
        };
        for cause in Search::new(path.year, four).causes(property, instance) {
            match cause {
                Cause::Outcome => {}
                Cause::Value { rule } => {
                    self.rounding.entry(rule).or_insert_with(place);
                }
                Cause::Condition { rule, text } => {
                    let richting = if size.is_negative() { "omlaag" } else { "omhoog" };
                    let jump = Jump {
                        regel: rule,
                        voorwaarde: text,
                        uitkomst: name(path, attribute).to_string(),
                        ander: path.of_another(instance),
                        bij: path.amount.group.to_string(),
                        richting: richting.to_string(),
                    };
                    let found = self.jumps.entry(jump);
                    let found = found.or_insert_with(|| (BTreeSet::new(), place()));
                    found.0.insert(path.year.day.year());
                }
            }
        }
    }

    /// Follows an outcome along a path, and holds it to a line of the table.
    fn follow<'p, 'y, 'c>(
        &mut self,
        (walk, fours): (&Walk<'p, 'y, 'c>, &Fours<'_, 'p, 'y, 'c>),
        (position, line): (usize, &Line),
        outcome: usize,
        text: &str,
    ) {
        let (instance, attribute) = walk.path.outcomes[outcome];
        let numbers =
            walk.points.iter().filter_map(|(cents, point)| match &point.values[outcome] {
                Some(Value::Number(number)) => Some((*cents, number)),
                _ => None,
            });
        let numbers: Vec<_> = numbers.collect();
        let mut fell = false;
        for pair in numbers.windows(2) {
            let ((from, was), (to, is)) = (pair[0], pair[1]);
            let against = match line.way {
                Way::NotDown => is < was,
                Way::NotUp => is > was,
                Way::Constant => is != was,
                Way::UpThenDown => fell && is > was,
            };
            fell |= is < was;
            *self.seen.entry(position).or_default() +=
                usize::from(is != was || line.way == Way::Constant);
            if against
                && !self.excepted(
                    (walk.path, fours),
                    (position, line),
                    instance,
                    attribute,
                    from..to,
                )
            {
                let (size, amount) = ((is - was).to_f64(), walk.path.amount.name);
                let [from, to] = [from, to].map(|cents| cents as f64 / 100.0);
                self.against.entry(position).or_insert_with(|| {
                    format!("{size:.4} tussen {amount} {from:.2} en {to:.2} in\n{text}")
                });
            }
        }
    }

    fn excepted<'p, 'y, 'c>(
        &mut self,
        (path, fours): (&Path<'y, 'c>, &Fours<'_, 'p, 'y, 'c>),
        (position, line): (usize, &Line),
        instance: InstanceId,
        attribute: AttributeId,
        between: std::ops::Range<i64>,
    ) -> bool {
        let turn = fours.get(&between.start).filter(|_| between.end - between.start == 1);
        let property = Property::Attribute(attribute);
        let causes = turn.map(|four| Search::through(path.year, four).causes(property, instance));
        let causes = causes.unwrap_or_default();
        let met = |except: &Except| match except {
            Except::Jump(wanted) => causes
                .iter()
                .any(|cause| matches!(cause, Cause::Condition { rule, .. } if rule == wanted)),
            Except::When(_, holds) => holds(path, instance),
        };
        let found = line.except.iter().position(met);
        self.excepted.extend(found.map(|except| (position, except)));
        found.is_some()
    }
}

fn name<'p>(path: &'p Path<'_, '_>, attribute: AttributeId) -> &'p str {
    &path.year.calculator.corpus().model[attribute].name.singular
}
