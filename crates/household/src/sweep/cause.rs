//! Why something jumps or bends at a turn: the rule that began to go another way, found by following what
//! jumps or bends back through what it was made of.

use std::collections::{BTreeSet, HashMap};

use engine::data::InstanceId;
use engine::exact::{Outcome, Parting};
use engine::plan::Plan;
use engine::trace::derivation;
use regelspraak::model::{Model, Property, RuleId, Span};

use super::Place;
use crate::calculation::Calculator;

/// The place in a rule where a run begins to go another way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// The rule.
    pub rule: RuleId,
    /// Its regelversie, by position.
    pub version: usize,
    /// The condition that turns, or the amount that another takes over from.
    pub at: Span,
    /// The property that the rule is about, and whose it is: one, when it turns for several.
    pub place: (Property, InstanceId),
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

/// Looks for what makes two runs of one plan come out differently.
pub(crate) struct Search<'s> {
    /// The rules and the day of both runs.
    pub calculator: &'s Calculator<'s>,
    /// The plan whose branches are compared: that of the calculator, or a part of it.
    pub plan: &'s Plan,
    /// Both runs.
    pub sides: [&'s Outcome; 2],
    /// Where the runs part: in every step that goes another way the first branch that does.
    pub partings: &'s [Parting],
    /// Whether a property differs between them in a way that is asked about.
    pub moves: &'s dyn Fn(Property, InstanceId) -> bool,
    /// Whether a parting can be a cause; `true` when something behind it has a cause already.
    pub decides: &'s dyn Fn(&Parting, bool) -> bool,
}

impl Search<'_> {
    /// The causes of what some properties do, in the order of work.
    pub fn causes(&self, places: impl IntoIterator<Item = Place>) -> Vec<Cause> {
        let (mut found, mut seen) = (Vec::new(), HashMap::new());
        for (instance, attribute) in places {
            self.behind((Property::Attribute(attribute), instance), &mut seen, &mut found);
        }
        found.sort_by_key(|(parting, _): &(Parting, _)| parting.position);
        let model = &self.calculator.corpus().model;
        let mut causes: Vec<Cause> = Vec::new();
        for (parting, place) in found {
            if let Some((rule, version)) = model.rule_at(parting.at)
                && causes.iter().all(|known| known.rule != rule)
            {
                causes.push(Cause { rule, version, at: parting.at, place });
            }
        }
        causes
    }

    /// Adds the partings behind a property that moves; whether there are any.
    fn behind(
        &self,
        place: (Property, InstanceId),
        seen: &mut HashMap<(Property, InstanceId), bool>,
        found: &mut Vec<(Parting, (Property, InstanceId))>,
    ) -> bool {
        let Some(position) = self.plan.position(place.0) else { return false };
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
        if let Some(parting) = parting.filter(|it| (self.decides)(it, any)) {
            found.push((*parting, place));
            any = true;
        }
        seen.insert(place, any);
        any
    }

    /// What was read for a property, in either run.
    fn reads(
        &self,
        (property, instance): (Property, InstanceId),
    ) -> BTreeSet<(Property, InstanceId)> {
        let (model, plan) = (&self.calculator.corpus().model, self.calculator.plan());
        let read =
            |outcome: &&Outcome| derivation(model, plan, outcome, property, instance).reads();
        self.sides.iter().flat_map(read).collect()
    }

    fn moves(&self, (property, instance): (Property, InstanceId)) -> bool {
        self.plan.position(property).is_some() && (self.moves)(property, instance)
    }
}

/// Whether what is weighed moves on through its limit as it does for any cent, so that nothing
/// that jumped before it made it turn.
pub(super) fn crosses_by_itself(parting: &Parting) -> bool {
    parting.balance.is_some_and(|[before, after]| (before - after).abs() < 0.05)
}
