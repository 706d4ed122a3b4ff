//! Who a subject refers to (sections 5.5 to 5.7).
//!
//! A subject is a set: an instance reached along two ways counts once, in the order in which it
//! was reached first.

use std::collections::HashSet;

use regelspraak::model::{RoleId, Subject, SubjectKind};

use super::evaluator::Evaluator;
use super::fault::{Fault, SharedFault};
use super::observer::Observer;
use crate::data::InstanceId;

impl<'a, O: Observer> Evaluator<'a, O> {
    /// The one instance a subject refers to, or nobody.
    pub fn single(&self, subject: &Subject) -> Result<Option<InstanceId>, SharedFault> {
        match &subject.kind {
            SubjectKind::Binding(binding) => Ok(self.bound(*binding)),
            SubjectKind::Role { of, role } if !of.many => {
                let Some(of) = self.single(of)? else { return Ok(None) };
                match self.context.state.data.players(*role, of) {
                    [] => Ok(None),
                    [player] => Ok(Some(self.player(*role, *player))),
                    _ => Err(self.several(subject)),
                }
            }
            _ => {
                let mut instances = Vec::new();
                self.instances(subject, &mut instances)?;
                match instances[..] {
                    [] => Ok(None),
                    [instance] => Ok(Some(instance)),
                    _ => Err(self.several(subject)),
                }
            }
        }
    }

    /// Adds everybody a subject refers to.
    pub fn instances(
        &self,
        subject: &Subject,
        found: &mut Vec<InstanceId>,
    ) -> Result<(), SharedFault> {
        let data = &self.context.state.data;
        match &subject.kind {
            SubjectKind::Binding(binding) => found.extend(self.bound(*binding)),
            SubjectKind::All => found.extend(data.instances(subject.objecttype)),
            SubjectKind::Role { of, role } if !of.many => {
                if let Some(of) = self.single(of)? {
                    let players = data.players(*role, of).iter();
                    found.extend(players.map(|&player| self.player(*role, player)));
                }
            }
            SubjectKind::Role { of, role } => {
                let mut others = Vec::new();
                self.instances(of, &mut others)?;
                let start = found.len();
                for of in others {
                    let players = data.players(*role, of).iter();
                    found.extend(players.map(|&player| self.player(*role, player)));
                }
                once_each(found, start);
            }
            SubjectKind::Where { of, element, condition } => {
                let mut candidates = Vec::new();
                self.instances(of, &mut candidates)?;
                let before = self.place(*element, None);
                for candidate in candidates {
                    self.place(*element, Some(candidate));
                    self.observer.enter_filter(candidate);
                    let (met, _) = self.counting(|| self.judge(condition));
                    self.observer.leave_filter(candidate);
                    match met {
                        Ok(true) => found.push(candidate),
                        Ok(false) => {}
                        Err(fault) => {
                            self.place(*element, before);
                            return Err(fault);
                        }
                    }
                }
                self.place(*element, before);
            }
            SubjectKind::Union(parts) => {
                let start = found.len();
                for part in parts {
                    self.instances(part, found)?;
                }
                once_each(found, start);
            }
        }
        Ok(())
    }

    fn player(&self, role: RoleId, index: u32) -> InstanceId {
        InstanceId { objecttype: self.context.model[role].objecttype, index }
    }

    fn several(&self, subject: &Subject) -> SharedFault {
        let name = match &subject.kind {
            SubjectKind::Role { role, .. } => &self.context.model[*role].name,
            _ => &self.context.model[subject.objecttype].name,
        };
        self.fault(Fault::SeveralInstances {
            role: name.singular.clone(),
            rule: self.rule_name(),
            span: subject.span,
        })
    }
}

/// Drops from `start` on every instance that stands there earlier.
fn once_each(found: &mut Vec<InstanceId>, start: usize) {
    if found.len() - start < 2 {
        return;
    }
    let mut seen = HashSet::with_capacity(found.len() - start);
    let rest = found.split_off(start);
    found.extend(rest.into_iter().filter(|instance| seen.insert(*instance)));
}
