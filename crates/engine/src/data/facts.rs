//! Facts between instances, indexed from both sides.

use regelspraak::model::{Model, ObjectTypeId, RoleId};

/// For each role and each instance on the other side, who plays the role: navigating from an
/// instance to a role is a slice. Both sides of a fact are kept.
#[derive(Debug, Clone)]
pub struct Facts {
    /// By role, then by position of the instance on the other side: positions of the players,
    /// in the order in which the facts were added.
    players: Vec<Vec<Vec<u32>>>,
}

impl Facts {
    pub(super) fn new(model: &Model) -> Facts {
        Facts { players: vec![Vec::new(); model.roles.len()] }
    }

    /// Makes room for a new instance in every role that is played for its objecttype.
    pub(super) fn add_instance(&mut self, model: &Model, objecttype: ObjectTypeId) {
        for (position, players) in self.players.iter_mut().enumerate() {
            let role = RoleId(position as u32);
            let opposite = model[model[role].facttype].opposite(role);
            if model[opposite].objecttype == objecttype {
                players.push(Vec::new());
            }
        }
    }

    pub(super) fn add(&mut self, role: RoleId, of: u32, player: u32) {
        let players = &mut self.players[role.index()][of as usize];
        if !players.contains(&player) {
            players.push(player);
        }
    }

    /// The positions of those who play `role` for the instance at position `of` on the other
    /// side of the feittype.
    pub fn players(&self, role: RoleId, of: u32) -> &[u32] {
        &self.players[role.index()][of as usize]
    }

    /// By position of the instance on the other side, those who play `role`.
    pub fn by_instance(&self, role: RoleId) -> &[Vec<u32>] {
        &self.players[role.index()]
    }
}
