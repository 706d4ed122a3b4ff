//! Who a subject refers to (sections 5.5 to 5.7), and where.

use regelspraak::model::{RoleId, Subject, SubjectKind};

use super::super::Refused;
use super::super::graph::Bit;
use super::frame::{AttributesRead, Frame};
use super::{Lowering, Work};
use crate::data::InstanceId;

/// Instances, each with where it belongs to them.
pub(super) type Members = Vec<(InstanceId, Bit)>;

impl<'a> Lowering<'a> {
    /// The one instance a subject refers to: the candidates, never two in one row, and where it
    /// is not known who.
    pub(super) fn single(
        &mut self,
        work: Work<'a>,
        frame: &mut Frame,
        subject: &'a Subject,
    ) -> Result<(Members, Bit), Refused> {
        if let SubjectKind::Binding(binding) = &subject.kind {
            let bound = frame.bound(*binding).map(|instance| (instance, Bit::TRUE));
            return Ok((bound.into_iter().collect(), Bit::FALSE));
        }
        let (members, mut fault) = self.instances(work, frame, subject)?;
        let mut earlier = Bit::FALSE;
        for &(_, there) in &members {
            let second = self.graph.and(earlier, there);
            fault = self.graph.or(fault, second);
            earlier = self.graph.or(earlier, there);
        }
        Ok((members, fault))
    }

    /// Everybody a subject refers to, each once.
    pub(super) fn instances(
        &mut self,
        work: Work<'a>,
        frame: &mut Frame,
        subject: &'a Subject,
    ) -> Result<(Members, Bit), Refused> {
        match &subject.kind {
            SubjectKind::Binding(binding) => {
                let bound = frame.bound(*binding).map(|instance| (instance, Bit::TRUE));
                Ok((bound.into_iter().collect(), Bit::FALSE))
            }
            SubjectKind::All => {
                let all = self.shape.example().instances(subject.objecttype);
                Ok((all.map(|instance| (instance, Bit::TRUE)).collect(), Bit::FALSE))
            }
            SubjectKind::Role { of, role } => {
                let (of, fault) = match of.many {
                    true => self.instances(work, frame, of)?,
                    false => self.single(work, frame, of)?,
                };
                let mut members = Members::new();
                for (from, there) in of {
                    for player in self.players(*role, from) {
                        self.join(&mut members, player, there);
                    }
                }
                Ok((members, fault))
            }
            SubjectKind::Where { of, element, condition } => {
                let (of, mut fault) = self.instances(work, frame, of)?;
                let before = frame.place(*element, None);
                let read = std::mem::replace(&mut frame.read, AttributesRead::NONE);
                let mut members = Members::new();
                for (candidate, there) in of {
                    frame.place(*element, Some(candidate));
                    let (met, unknown) = self.judge(work, frame, condition)?;
                    let unknown = self.graph.and(there, unknown);
                    fault = self.graph.or(fault, unknown);
                    let there = self.graph.and(there, met);
                    if there != Bit::FALSE {
                        members.push((candidate, there));
                    }
                }
                frame.read = read;
                frame.place(*element, before);
                Ok((members, fault))
            }
            SubjectKind::Union(parts) => {
                let (mut members, mut fault) = (Members::new(), Bit::FALSE);
                for part in parts {
                    let (more, unknown) = self.instances(work, frame, part)?;
                    fault = self.graph.or(fault, unknown);
                    for (instance, there) in more {
                        self.join(&mut members, instance, there);
                    }
                }
                Ok((members, fault))
            }
        }
    }

    fn join(&mut self, members: &mut Members, instance: InstanceId, there: Bit) {
        match members.iter_mut().find(|(known, _)| *known == instance) {
            Some((_, known)) => *known = self.graph.or(*known, there),
            None => members.push((instance, there)),
        }
    }

    fn players(&self, role: RoleId, of: InstanceId) -> Vec<InstanceId> {
        let objecttype = self.model[role].objecttype;
        let players = self.shape.example().players(role, of).iter();
        players.map(|&index| InstanceId { objecttype, index }).collect()
    }

    /// Where somebody plays a role for the one instance of a subject, and where that is not known.
    pub(super) fn has_player(
        &mut self,
        work: Work<'a>,
        frame: &mut Frame,
        subject: &'a Subject,
        role: RoleId,
    ) -> Result<(Bit, Bit), Refused> {
        let (candidates, fault) = self.single(work, frame, subject)?;
        let mut has = Bit::FALSE;
        for (instance, there) in candidates {
            if !self.shape.example().players(role, instance).is_empty() {
                has = self.graph.or(has, there);
            }
        }
        Ok((has, fault))
    }
}
