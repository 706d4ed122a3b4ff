//! Many households in columns, by shape.

use std::collections::HashMap;

use regelspraak::model::{Model, Property};

use super::kernel::WORD;
use super::shape::{Held, Key, Row, Shape};
use crate::data::Data;

/// Households of one shape.
#[derive(Debug)]
pub(super) struct Group {
    pub shape: Shape,
    /// By row, the position of the household in the population.
    pub households: Vec<u32>,
    pub numbers: Vec<Vec<i32>>,
    pub bits: Vec<Vec<u64>>,
}

/// Households as columns. Each is added as the data of that household alone; they are kept by
/// shape, which is who there is and how they relate. What is not named as varying but is read by a
/// rule is the same in all households of a shape, and the rules are worked out with it beforehand.
#[derive(Debug)]
pub struct Population<'m> {
    model: &'m Model,
    /// What the columns hold, and what the shape.
    pub(super) held: Held,
    pub(super) groups: Vec<Group>,
    known: HashMap<Key, usize>,
    /// Households whose values do not fit columns, each with its position.
    pub(super) apart: Vec<(u32, Data)>,
    households: u32,
}

impl<'m> Population<'m> {
    /// No households yet. `varying` are the properties of the input that differ between households
    /// of the same shape: amounts, days, choices.
    pub fn new(model: &'m Model, varying: Vec<Property>) -> Population<'m> {
        Population {
            model,
            held: Held::new(model, varying),
            groups: Vec::new(),
            known: HashMap::new(),
            apart: Vec::new(),
            households: 0,
        }
    }

    /// The model its households are data of.
    pub fn model(&self) -> &'m Model {
        self.model
    }

    /// How many households there are.
    pub fn len(&self) -> usize {
        self.households as usize
    }

    /// Whether there is no household.
    pub fn is_empty(&self) -> bool {
        self.households == 0
    }

    /// How many shapes the households have.
    pub fn shapes(&self) -> usize {
        self.groups.len()
    }

    /// Adds a household, with everything that is in it; its position is that of the call.
    pub fn add(&mut self, data: &Data) {
        let household = self.households;
        self.households += 1;
        let (key, row) = Shape::of(self.model, &self.held, data);
        let Some(row) = row else {
            self.apart.push((household, data.clone()));
            return;
        };
        let (model, held, groups) = (self.model, &self.held, &mut self.groups);
        let at = *self.known.entry(key).or_insert_with(|| {
            let shape = Shape::new(model, held, data.clone());
            let numbers = vec![Vec::new(); row.numbers.len()];
            let bits = vec![Vec::new(); row.bits.len()];
            groups.push(Group { shape, households: Vec::new(), numbers, bits });
            groups.len() - 1
        });
        self.groups[at].push(household, &row);
    }
}

impl Group {
    fn push(&mut self, household: u32, row: &Row) {
        let at = self.households.len();
        self.households.push(household);
        if at.is_multiple_of(WORD) {
            // Room for a whole word of households, filled with copies of this one.
            let columns = self.numbers.iter_mut().zip(&row.numbers);
            columns.for_each(|(column, &value)| column.resize(at + WORD, value));
            self.bits.iter_mut().for_each(|column| column.push(0));
        }
        self.numbers.iter_mut().zip(&row.numbers).for_each(|(column, &value)| column[at] = value);
        for (column, &holds) in self.bits.iter_mut().zip(&row.bits) {
            column[at / WORD] |= u64::from(holds) << (at % WORD);
        }
    }

    /// How many households there are.
    pub fn rows(&self) -> usize {
        self.households.len()
    }

    /// One household as data.
    pub fn household(&self, model: &Model, row: usize) -> Result<Data, crate::data::DataError> {
        let number = |at: u32| self.numbers[at as usize][row];
        let bit = |at: u32| self.bits[at as usize][row / WORD] >> (row % WORD) & 1 == 1;
        self.shape.household(model, number, bit)
    }
}
