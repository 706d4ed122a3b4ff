//! One combination of instances that a rule is about.

use jiff::civil::Date;
use regelspraak::model::{BindingId, BindingSource, Property, VariableId};

use super::super::Refused;
use super::super::graph::Bit;
use super::term::Term;
use super::{Lowering, Work};
use crate::data::InstanceId;

/// Whether attributen were read, and where any of them had a value: a sum is leeg when all
/// attributen in it are, whatever literals stand beside them (section 5.8.2).
#[derive(Debug, Clone, Copy)]
pub(super) struct AttributesRead {
    pub any: bool,
    pub filled: Bit,
}

impl AttributesRead {
    pub const NONE: AttributesRead = AttributesRead { any: false, filled: Bit::FALSE };
}

/// A combination of instances, the day it is judged for, and what is known for both.
pub(super) struct Frame {
    pub day: Date,
    pub read: AttributesRead,
    bindings: Vec<Option<InstanceId>>,
    variables: Vec<Option<(Term, AttributesRead)>>,
}

impl Frame {
    pub fn bound(&self, binding: BindingId) -> Option<InstanceId> {
        self.bindings.get(usize::from(binding.0)).copied().flatten()
    }

    /// Puts an element where a condition on elements expects it, and gives back who stood there.
    pub fn place(&mut self, element: BindingId, who: Option<InstanceId>) -> Option<InstanceId> {
        let place = self.bindings.get_mut(usize::from(element.0))?;
        std::mem::replace(place, who)
    }

    /// The same combination on another day; variables can differ there.
    pub fn on(&self, day: Date) -> Frame {
        Frame {
            day,
            read: AttributesRead::NONE,
            bindings: self.bindings.clone(),
            variables: vec![None; self.variables.len()],
        }
    }

    fn with(&self, position: usize, instance: InstanceId) -> Frame {
        let mut frame = self.on(self.day);
        frame.bindings[position] = Some(instance);
        frame
    }
}

/// A combination, where it is there, and where that could not be determined.
pub(super) struct Combination {
    pub frame: Frame,
    pub there: Bit,
    pub fault: Bit,
}

impl<'a> Lowering<'a> {
    /// Every combination of instances of a version, in order.
    pub(super) fn combinations(
        &mut self,
        work: Work<'a>,
        day: Date,
    ) -> Result<Vec<Combination>, Refused> {
        let frame = Frame {
            day,
            read: AttributesRead::NONE,
            bindings: vec![None; work.version.bindings.len()],
            variables: vec![None; work.version.variables.len()],
        };
        let mut found = Vec::new();
        self.bind(work, 0, Combination { frame, there: Bit::TRUE, fault: Bit::FALSE }, &mut found)?;
        Ok(found)
    }

    fn bind(
        &mut self,
        work: Work<'a>,
        position: usize,
        so_far: Combination,
        found: &mut Vec<Combination>,
    ) -> Result<(), Refused> {
        let Some(binding) = work.version.bindings.get(position) else {
            found.push(so_far);
            return Ok(());
        };
        let Combination { mut frame, there, .. } = so_far;
        let every = self.shape.example().instances(binding.objecttype);
        let none = Bit::FALSE;
        let (instances, fault): (Vec<(InstanceId, Bit, Bit)>, Bit) = match &binding.source {
            BindingSource::Element => {
                let so_far = Combination { frame, there, fault: none };
                return self.bind(work, position + 1, so_far, found);
            }
            BindingSource::Every => (every.map(|it| (it, Bit::TRUE, none)).collect(), none),
            BindingSource::EveryWithRole(role) => {
                let opposite = self.model[self.model[*role].facttype].opposite(*role);
                let data = self.shape.example();
                let plays = |it: &InstanceId| !data.players(opposite, *it).is_empty();
                (every.filter(plays).map(|it| (it, Bit::TRUE, none)).collect(), none)
            }
            BindingSource::EveryWithKenmerk(kenmerk) => {
                let day = frame.day;
                let judged = every.map(|it| {
                    let (has, fault) = self.has(Property::Kenmerk(*kenmerk), it, day);
                    (it, has, fault)
                });
                (judged.collect(), none)
            }
            BindingSource::Each(subject) => {
                let (instances, fault) = self.instances(work, &mut frame, subject)?;
                (instances.into_iter().map(|(it, there)| (it, there, none)).collect(), fault)
            }
        };
        let fault = self.graph.and(there, fault);
        if fault != Bit::FALSE {
            // Whoever it may concern is not known; this position stays empty.
            let frame = frame.on(frame.day);
            found.push(Combination { frame, there: Bit::FALSE, fault });
        }
        for (instance, present, unknown) in instances {
            let frame = frame.with(position, instance);
            let fault = self.graph.and(there, unknown);
            if fault != Bit::FALSE {
                let frame = frame.on(frame.day);
                found.push(Combination { frame, there: Bit::FALSE, fault });
            }
            let present = self.graph.and(present, !unknown);
            let there = self.graph.and(there, present);
            if there != Bit::FALSE {
                self.bind(work, position + 1, Combination { frame, there, fault: none }, found)?;
            }
        }
        Ok(())
    }

    /// The value of a variable, worked out once for each combination.
    pub(super) fn variable(
        &mut self,
        work: Work<'a>,
        frame: &mut Frame,
        variable: VariableId,
    ) -> Result<Term, Refused> {
        let at = usize::from(variable.0);
        let known = frame.variables.get(at).cloned().flatten();
        let (term, read) = match known {
            Some(known) => known,
            None => {
                let Some(declared) = work.version.variables.get(at) else {
                    return Err(work.refuse("een variabele die er niet is"));
                };
                let before = std::mem::replace(&mut frame.read, AttributesRead::NONE);
                let term = self.value(work, frame, &declared.value)?;
                let read = std::mem::replace(&mut frame.read, before);
                frame.variables[at] = Some((term.clone(), read));
                (term, read)
            }
        };
        self.count(frame, read);
        Ok(term)
    }

    /// Notes what was read, for a sum around it.
    pub(super) fn count(&mut self, frame: &mut Frame, read: AttributesRead) {
        frame.read = AttributesRead {
            any: frame.read.any || read.any,
            filled: self.graph.or(frame.read.filled, read.filled),
        };
    }
}
