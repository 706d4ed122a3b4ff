//! Why something jumps or bends at a turn: the rule that began to go another way, found by following what
//! jumps or bends back through what it was made of.

use std::collections::{BTreeSet, HashMap};

use engine::data::InstanceId;
use engine::exact::{Fork, Parting};
use engine::trace::derivation;
use regelspraak::model::{Model, Property, RuleId, Span};

use super::around::Around;
use super::{Place, Sweep};

/// The place in a rule where a run begins to go another way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// The rule.
    pub rule: RuleId,
    /// Its regelversie, by position.
    pub version: usize,
    /// The condition that turns, or the amount that another takes over from.
    pub at: Span,
}

impl Cause {
    /// The words of the condition or the amount, on one line.
    pub fn words(&self, model: &Model) -> String {
        let version = &model[self.rule].versions[self.version];
        let [start, end] = [self.at.start, self.at.end]
            .map(|place| place.saturating_sub(version.span.start) as usize);
        let words = version.text.get(start..end).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Looks for causes at one turn.
pub(super) struct Search<'s> {
    pub sweep: &'s Sweep<'s>,
    pub around: &'s Around,
    /// Where the runs part: in every step that goes another way the first branch that does.
    pub partings: &'s [Parting],
    /// Whether it is about jumps; else about bends as well.
    pub jumps: bool,
}

impl Search<'_> {
    /// The causes of what some properties do, in the order of work.
    pub fn causes(&self, places: impl IntoIterator<Item = Place>) -> Vec<Cause> {
        let (mut found, mut seen) = (Vec::new(), HashMap::new());
        for (instance, attribute) in places {
            self.behind((Property::Attribute(attribute), instance), &mut seen, &mut found);
        }
        found.sort_by_key(|parting| parting.position);
        let model = &self.sweep.calculator().corpus().model;
        let mut causes: Vec<Cause> = Vec::new();
        for parting in found {
            if let Some((rule, version)) = model.rule_at(parting.at)
                && causes.iter().all(|known| known.rule != rule)
            {
                causes.push(Cause { rule, version, at: parting.at });
            }
        }
        causes
    }

    /// Adds the partings behind a property that moves; whether there are any.
    fn behind(
        &self,
        place: (Property, InstanceId),
        seen: &mut HashMap<(Property, InstanceId), bool>,
        found: &mut Vec<Parting>,
    ) -> bool {
        let Some(position) = self.sweep.plan().position(place.0) else { return false };
        if let Some(any) = seen.get(&place) {
            return *any;
        }
        seen.insert(place, false);
        let mut any = false;
        for read in self.reads(place).into_iter().filter(|it| *it != place && self.moves(*it)) {
            any |= self.behind(read, seen, found);
        }
        // What moves behind it makes it turn, unless it crosses a limit of its own besides.
        let parting = self.partings.iter().find(|it| it.step == position);
        let can = |it: &&Parting| !self.jumps || it.fork == Fork::Condition;
        let own = |it: &&Parting| !any || crosses_by_itself(it);
        if let Some(parting) = parting.filter(can).filter(own) {
            found.push(*parting);
            any = true;
        }
        seen.insert(place, any);
        any
    }

    /// What was read for a property, before the turn or after it.
    fn reads(
        &self,
        (property, instance): (Property, InstanceId),
    ) -> BTreeSet<(Property, InstanceId)> {
        let calculator = self.sweep.calculator();
        let (model, plan) = (&calculator.corpus().model, calculator.plan());
        let reads = self
            .around
            .sides
            .iter()
            .flat_map(|outcome| derivation(model, plan, outcome, property, instance).reads());
        reads.collect()
    }

    /// Whether a property jumps, or as far as asked bends.
    fn moves(&self, (property, instance): (Property, InstanceId)) -> bool {
        self.sweep.plan().position(property).is_some()
            && self.around.moves(property, instance, !self.jumps)
    }
}

/// Whether what is weighed moves on through its limit as it does for any cent, so that nothing
/// that jumped before it made it turn.
fn crosses_by_itself(parting: &Parting) -> bool {
    parting.balance.is_some_and(|[before, after]| (before - after).abs() < 0.05)
}
