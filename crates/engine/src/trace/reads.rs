//! What a derivation read.

use std::collections::BTreeSet;

use regelspraak::model::{ParameterId, Property};

use super::{Attempt, Derivation, Detail, Judged, Source, Used, Verdict};
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

    /// The properties and the parameters that the value was made of, in the cases that gave it: not
    /// those in conditions. The parameters are in the order in which they were read.
    pub fn value_reads(&self) -> (BTreeSet<(Property, InstanceId)>, Vec<ParameterId>) {
        let (mut reads, mut parameters) = (BTreeSet::new(), Vec::new());
        for attempt in self.attempts.iter().filter(|attempt| attempt.verdict == Verdict::Fired) {
            let variables = attempt.variables.iter().map(|variable| &variable.used);
            for used in [&attempt.used].into_iter().chain(variables) {
                used.add_values(&mut reads);
                used.add_parameters(&mut parameters);
            }
        }
        (reads, parameters)
    }

    /// The parameters that were read in conditions of the cases that fired, in the order in which they
    /// were read.
    pub fn condition_parameters(&self) -> Vec<ParameterId> {
        let mut parameters = Vec::new();
        for attempt in self.attempts.iter().filter(|attempt| attempt.verdict == Verdict::Fired) {
            let conditions = attempt.condition.iter().chain(&attempt.criterion);
            conditions.for_each(|judged| judged.add_parameters(&mut parameters));
        }
        parameters
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
    fn add_values(&self, reads: &mut BTreeSet<Read>) {
        for operand in &self.operands {
            if let Source::Attribute { attribute, instance: Some(instance) } = operand.source {
                reads.insert((Property::Attribute(attribute), instance));
            }
        }
    }

    fn add_to(&self, reads: &mut BTreeSet<Read>) {
        self.add_values(reads);
        self.filters.iter().for_each(|filter| filter.condition.add_to(reads));
    }
}

impl Used {
    fn add_parameters(&self, parameters: &mut Vec<ParameterId>) {
        for operand in &self.operands {
            if let Source::Parameter(parameter) = operand.source
                && !parameters.contains(&parameter)
            {
                parameters.push(parameter);
            }
        }
    }
}

impl Judged {
    fn add_parameters(&self, parameters: &mut Vec<ParameterId>) {
        self.used.add_parameters(parameters);
        if let Detail::Compound { parts, .. } = &self.detail {
            parts.iter().for_each(|part| part.add_parameters(parameters));
        }
    }

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
