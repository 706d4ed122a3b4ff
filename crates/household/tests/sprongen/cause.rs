//! Why an outcome jumps: the deepest condition that turned, found in the derivations of both
//! sides.

use std::collections::BTreeSet;

use engine::data::InstanceId;
use engine::trace::{
    Attempt, Derivation, Detail, Judged, Judgement, Source, Used, Verdict, derivation,
};
use regelspraak::model::{Model, Property, RuleId, Span};

use crate::jump::Four;
use crate::path::Year;

/// What the list of jumps has for the condition of a table.
const TABLE: &str = "de rij van de tabel";

/// What made an outcome jump.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A condition turned.
    Condition {
        /// The name of the rule it stands in.
        rule: String,
        /// Its text.
        text: String,
    },
    /// A rule gave a rounded amount, or one that jumps by itself.
    Value {
        /// The name of the rule.
        rule: String,
    },
    /// Another outcome jumps, which has a cause of its own.
    Outcome,
}

/// Looks for causes at one turn.
pub struct Search<'s, 'w, 'p, 'y, 'c> {
    year: &'s Year<'c>,
    four: &'s Four<'w, 'p, 'y, 'c>,
    /// Whether to look on behind another outcome.
    through: bool,
}

impl<'s, 'w, 'p, 'y, 'c> Search<'s, 'w, 'p, 'y, 'c> {
    /// A search at a turn, that goes no further than another outcome that jumps.
    pub fn new(year: &'s Year<'c>, four: &'s Four<'w, 'p, 'y, 'c>) -> Self {
        Search { year, four, through: false }
    }

    /// A search at a turn, to the last cause.
    pub fn through(year: &'s Year<'c>, four: &'s Four<'w, 'p, 'y, 'c>) -> Self {
        Search { year, four, through: true }
    }

    fn model(&self) -> &'c Model {
        &self.year.calculator.corpus().model
    }

    /// Why a property of somebody jumps, seen from what reads it.
    fn deeper(&self, property: Property, instance: InstanceId) -> BTreeSet<Cause> {
        match property {
            Property::Attribute(attribute)
                if !self.through && self.year.outcomes.contains(&attribute) =>
            {
                BTreeSet::from([Cause::Outcome])
            }
            _ => self.causes(property, instance),
        }
    }

    /// Why an outcome of somebody jumps.
    pub fn causes(&self, property: Property, instance: InstanceId) -> BTreeSet<Cause> {
        let [left, right] = self
            .four
            .sides()
            .map(|outcome| derivation(self.model(), &self.year.plan, outcome, property, instance));
        let mut causes = BTreeSet::new();
        for (one, other) in same_attempts(&left, &right) {
            // Of the cases of which one takes over from another, the first tells enough.
            if let (true, Some(was), Some(is)) =
                (fired(one) != fired(other) && causes.is_empty(), &one.condition, &other.condition)
            {
                self.turned(was, is, [one, other], &mut causes);
            }
        }
        if !causes.is_empty() {
            return causes;
        }
        // The same case gave both values, or a case without condition took over.
        for (one, other) in same_attempts(&left, &right) {
            if fired(one) && fired(other) {
                self.used([&one.used, &other.used], [one, other], &mut causes);
                for (was, is) in one.variables.iter().zip(&other.variables) {
                    self.used([&was.used, &is.used], [one, other], &mut causes);
                }
            }
        }
        if causes.is_empty() {
            let rule = left.fired().or(right.fired()).map(|attempt| attempt.rule);
            let rule = rule.map_or_else(
                || self.model().property_name(property).singular.clone(),
                |rule| self.model()[rule].name.clone(),
            );
            causes.insert(Cause::Value { rule });
        }
        causes
    }

    /// Why what a value was made of jumps.
    fn used(&self, sides: [&Used; 2], attempts: [&Attempt; 2], causes: &mut BTreeSet<Cause>) {
        let [left, right] = sides;
        for (one, other) in left.filters.iter().zip(&right.filters) {
            if one.instance == other.instance {
                self.turned(&one.condition, &other.condition, attempts, causes);
            }
        }
        for operand in left.operands.iter().chain(&right.operands) {
            if let Source::Attribute { attribute, instance: Some(instance) } = operand.source {
                let property = Property::Attribute(attribute);
                if self.four.jump(property, instance).is_some() {
                    causes.extend(self.deeper(property, instance));
                }
            }
        }
    }

    /// Why a condition turned, if it did.
    fn turned(
        &self,
        was: &Judged,
        is: &Judged,
        attempts: [&Attempt; 2],
        causes: &mut BTreeSet<Cause>,
    ) {
        let turned = matches!(
            (&was.outcome, &is.outcome),
            (Judgement::True, Judgement::False) | (Judgement::False, Judgement::True)
        );
        if !turned {
            return;
        }
        match (&was.detail, &is.detail) {
            (Detail::Compound { parts: one, .. }, Detail::Compound { parts: other, .. }) => {
                for (one, other) in one.iter().zip(other) {
                    self.turned(one, other, attempts, causes);
                }
            }
            (Detail::Each { elements: one, .. }, Detail::Each { elements: other, .. }) => {
                for ((_, one), (_, other)) in one.iter().zip(other) {
                    self.turned(one, other, attempts, causes);
                }
            }
            (Detail::Kenmerk { kenmerk, instance: Some(instance), .. }, _) => {
                causes.extend(self.deeper(Property::Kenmerk(*kenmerk), *instance));
            }
            _ => self.compared(was, is, attempts, causes),
        }
    }

    /// An elementary condition turned: because something in it jumped, or else of itself. That
    /// something was rounded does not count: the condition decides.
    fn compared(
        &self,
        was: &Judged,
        is: &Judged,
        attempts: [&Attempt; 2],
        causes: &mut BTreeSet<Cause>,
    ) {
        let mut deeper = BTreeSet::new();
        self.used([&was.used, &is.used], attempts, &mut deeper);
        let reads_variable = |source: Source| match source {
            Source::Variable(variable) => Some(variable),
            _ => None,
        };
        for variable in was.used.operands.iter().filter_map(|it| reads_variable(it.source)) {
            let use_of = |attempt: &'_ Attempt| {
                attempt
                    .variables
                    .iter()
                    .find(|it| it.variable == variable)
                    .map(|it| it.used.clone())
            };
            if let [Some(one), Some(other)] = attempts.map(use_of) {
                self.used([&one, &other], attempts, &mut deeper);
            }
        }
        deeper.retain(|cause| !matches!(cause, Cause::Value { .. }));
        if deeper.is_empty() {
            let attempt = attempts[0];
            deeper.insert(Cause::Condition {
                rule: self.model()[attempt.rule].name.clone(),
                text: self.text(attempt.rule, attempt.version, was.span),
            });
        }
        causes.extend(deeper);
    }

    /// The text of a part of a rule, on one line. The rows of a table are one cause.
    fn text(&self, rule: RuleId, version: usize, span: Span) -> String {
        if self.model()[rule].is_table {
            return TABLE.to_string();
        }
        let version = &self.model()[rule].versions[version];
        let start = span.start.saturating_sub(version.span.start) as usize;
        let end = span.end.saturating_sub(version.span.start) as usize;
        let text = version.text.get(start..end).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn fired(attempt: &Attempt) -> bool {
    attempt.verdict == Verdict::Fired
}

/// The attempts of both sides that tried the same case for the same instances.
fn same_attempts<'d>(
    left: &'d Derivation,
    right: &'d Derivation,
) -> impl Iterator<Item = (&'d Attempt, &'d Attempt)> {
    left.attempts.iter().filter_map(|one| {
        let same = |other: &&Attempt| {
            (one.rule, one.version, one.case, &one.bindings)
                == (other.rule, other.version, other.case, &other.bindings)
        };
        right.attempts.iter().find(same).map(|other| (one, other))
    })
}
