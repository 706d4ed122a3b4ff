//! What tells the shapes of households apart.

use household::fields::Section;

use crate::intake::{Batch, Household};

/// Writes what tells the shapes of households apart, as bytes.
pub(crate) struct KeyWriter<'b> {
    batch: &'b Batch<'b>,
    home: Vec<&'b [i32]>,
    person: Vec<&'b [i32]>,
}

impl<'b> KeyWriter<'b> {
    /// For the fields of a section, by their positions, that tell shapes apart.
    pub fn new(batch: &'b Batch<'b>, apart: impl Fn(Section, usize) -> bool) -> KeyWriter<'b> {
        let columns = |section: Section| {
            let cells = batch.cells[section as usize].iter().enumerate();
            let told_apart = cells.filter(|(position, _)| apart(section, *position));
            told_apart.map(|(_, cells)| &**cells).collect()
        };
        KeyWriter { batch, home: columns(Section::Home), person: columns(Section::Person) }
    }

    /// The key of a household whose last person stands before `next`, in a municipality that shapes
    /// are told apart by with this number.
    pub fn write(&self, household: Household, next: usize, municipality: i32, key: &mut Vec<u8>) {
        key.clear();
        key.extend(municipality.to_le_bytes());
        key.extend(self.home.iter().map(|cells| cells[household.row] as u8));
        for person in household.person..next {
            key.extend(self.person.iter().map(|cells| cells[person] as u8));
            key.push(self.batch.childcare[person].len() as u8);
            if let Some(parents) = &self.batch.parents[person] {
                key.push(u8::MAX);
                key.extend(parents.iter().map(|&at| at as u8));
            }
            key.push(u8::MAX - 1);
        }
    }
}
