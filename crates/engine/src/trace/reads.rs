//! What a derivation read.

use std::collections::BTreeSet;

use regelspraak::model::Property;

use super::{Attempt, Derivation, Detail, Judged, Source, Used};
use crate::data::InstanceId;

/// A property of somebody.
type Read = (Property, InstanceId);

impl Derivation {
    /// The properties that were read, each with whose it is: in conditions that were judged, and in
    /// values that were given. What a rule reads in a case that did not fire is not there.
    pub fn reads(&self) -> BTreeSet<(Property, InstanceId)> {
        let mut reads = BTreeSet::new();
        self.attempts.iter().for_each(|attempt| attempt.add_to(&mut reads));
        reads
    }
}

impl Attempt {
    fn add_to(&self, reads: &mut BTreeSet<Read>) {
        self.used.add_to(reads);
        self.variables.iter().for_each(|variable| variable.used.add_to(reads));
        self.condition.iter().chain(&self.criterion).for_each(|judged| judged.add_to(reads));
    }
}

impl Used {
    fn add_to(&self, reads: &mut BTreeSet<Read>) {
        for operand in &self.operands {
            if let Source::Attribute { attribute, instance: Some(instance) } = operand.source {
                reads.insert((Property::Attribute(attribute), instance));
            }
        }
        self.filters.iter().for_each(|filter| filter.condition.add_to(reads));
    }
}

impl Judged {
    fn add_to(&self, reads: &mut BTreeSet<Read>) {
        self.used.add_to(reads);
        match &self.detail {
            Detail::Kenmerk { kenmerk, instance: Some(instance), .. } => {
                reads.insert((Property::Kenmerk(*kenmerk), *instance));
            }
            Detail::Inconsistent { check, instance: Some(instance) } => {
                reads.insert((Property::Check(*check), *instance));
            }
            Detail::Compound { parts, .. } => parts.iter().for_each(|part| part.add_to(reads)),
            Detail::Each { elements, .. } => {
                elements.iter().for_each(|(_, element)| element.add_to(reads));
            }
            Detail::Comparison { .. }
            | Detail::Check
            | Detail::Kenmerk { .. }
            | Detail::Role { .. }
            | Detail::Inconsistent { .. } => {}
        }
    }
}
