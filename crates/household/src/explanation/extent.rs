//! How far an explanation goes, so that it can be read.

use engine::data::InstanceId;
use engine::language::Text;
use regelspraak::model::Property;

use super::{Explainer, texts};

/// How much of an explanation is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Everything, down to what was given and what the law fixes.
    Whole,
    /// What can be read at one sitting: a value that is an outcome of its own is named, and can be
    /// asked for by that name; a parameter is told once; who belongs to a group is not told; and
    /// what lies very deep is left out.
    Short,
}

/// Why a value is not explained further.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Folded {
    /// It is an outcome of its own.
    Outcome {
        /// Its name.
        name: String,
        /// Of whom, when it is an outcome per person.
        person: Option<String>,
    },
    /// It lies too deep.
    Deep,
}

/// How deep a short explanation goes.
const DEPTH: usize = 8;

/// How deep it goes under a yes or no: its conditions are lines of its own, with their values.
const DEPTH_OF_CONDITIONS: usize = 2;

impl Folded {
    /// What the explanation says instead.
    pub(super) fn text(&self) -> Text {
        match self {
            Folded::Outcome { .. } => texts::OWN_OUTCOME,
            Folded::Deep => texts::DEEP,
        }
    }
}

impl Explainer<'_> {
    /// Whether a value that a rule gave is left for another time.
    pub(super) fn folded(&self, property: Property, instance: InstanceId) -> Option<Folded> {
        if self.extent == Extent::Whole || self.depth == 0 {
            return None;
        }
        let calculation = self.calculation;
        let outcomes = &calculation.calculator.corpus.outcomes;
        let is = |outcome: &&corpus::Outcome| {
            property == Property::Attribute(outcome.attribute)
                && outcome.objecttype == instance.objecttype
        };
        if let Some(outcome) = outcomes.iter().find(is) {
            let person = calculation.objects.personen.contains(&instance);
            let person = person.then(|| self.who(instance));
            return Some(Folded::Outcome { name: outcome.name.clone(), person });
        }
        let under = self.condition.map_or(0, |start| self.depth - start);
        (self.depth >= DEPTH || under >= DEPTH_OF_CONDITIONS).then_some(Folded::Deep)
    }
}
