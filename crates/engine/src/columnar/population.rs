//! Many households in columns, by shape.

use rayon::prelude::*;
use regelspraak::model::{Model, Property};

use super::Map;
use super::kernel::WORD;
use super::shape::{Column, Held, Key, Kind, Shape};
use crate::data::{Data, InstanceId};

/// Households of one shape.
#[derive(Debug)]
pub(super) struct Group {
    pub shape: Shape,
    /// By row, the position of the household in the population.
    pub households: Vec<u32>,
    /// How many households there were before the population was cleared.
    pub seen: usize,
    pub numbers: Vec<Vec<i32>>,
    pub bits: Vec<Vec<u64>>,
}

/// A shape of a population.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ShapeId(usize);

/// What a column of a shape holds: a property of an instance of its households.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Input {
    /// The property.
    pub property: Property,
    /// The instance, the same in every household of the shape.
    pub instance: InstanceId,
    /// How its values are written as whole numbers.
    pub written: Written,
}

/// How a value is written as a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A number as so many parts of its unit: at 100, cents of an amount in euro. At most 10⁹.
    Parts(u64),
    /// A day as [`day_since_1970`] has it, in the years 1800 to 2300.
    Day,
    /// The position of a value in its domein.
    Position,
    /// 1 for waar, 0 for onwaar.
    Bit,
}

/// A day as columns hold it (a number that grows by day), from the days since 1 January 1970; nothing for a year outside 1800 to
/// 2300.
pub fn day_since_1970(days: i32) -> Option<i32> {
    // The first day of 1800 and that of 2301.
    (-62_091..120_895).contains(&days).then(|| super::calendar::key_of(days))
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
    known: Map<Key, usize>,
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
            known: Map::default(),
            apart: Vec::new(),
            households: 0,
        }
    }

    /// The model its households are data of.
    pub fn model(&self) -> &'m Model {
        self.model
    }

    /// The properties of the input that differ between its households and that a rule reads.
    pub fn varying(&self) -> &[Property] {
        self.held.columns()
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

    /// How many bytes its columns take.
    pub fn bytes(&self) -> usize {
        let numbers = |group: &Group| group.numbers.iter().map(Vec::len).sum::<usize>() * 4;
        let bits = |group: &Group| group.bits.iter().map(Vec::len).sum::<usize>() * 8;
        self.groups.iter().map(|group| numbers(group) + bits(group)).sum()
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
        let shape = self.shape_with(key, data);
        let group = &mut self.groups[shape.0];
        group.grow(&[household]);
        let at = group.rows() - 1;
        group.numbers.iter_mut().zip(&row.numbers).for_each(|(column, &it)| column[at] = it);
        group.bits.iter_mut().zip(&row.bits).for_each(|(column, &it)| set(column, at, it));
    }

    /// The shape of a household that may have any values.
    pub fn shape(&mut self, example: &Data) -> ShapeId {
        let (key, _) = Shape::of(self.model, &self.held, example);
        self.shape_with(key, example)
    }

    fn shape_with(&mut self, key: Key, example: &Data) -> ShapeId {
        let (model, held, groups) = (self.model, &self.held, &mut self.groups);
        ShapeId(*self.known.entry(key).or_insert_with(|| {
            groups.push(Group::new(Shape::new(model, held, example.clone())));
            groups.len() - 1
        }))
    }

    /// The columns of a shape, in the order in which [`Population::extend`] asks for them.
    pub fn inputs(&self, shape: ShapeId) -> Vec<Input> {
        let columns = self.groups[shape.0].shape.columns().iter();
        let input = |&(property, instance, column): &(Property, InstanceId, Column)| {
            let written = match column.kind {
                Kind::Number { scale } => Written::Parts(scale),
                Kind::Date => Written::Day,
                Kind::Enumeration => Written::Position,
                Kind::Boolean => Written::Bit,
            };
            Input { property, instance, written }
        };
        columns.map(input).collect()
    }

    /// Adds households of a shape. `fill` writes the values of one column, by its position among
    /// [`Population::inputs`], for all of them.
    pub fn extend(
        &mut self,
        shape: ShapeId,
        count: usize,
        fill: impl Fn(usize, &mut [i32]) + Sync,
    ) {
        let first = self.households;
        self.households += count as u32;
        let group = &mut self.groups[shape.0];
        let start = group.rows();
        let households: Vec<u32> = (first..self.households).collect();
        group.grow(&households);
        let (shape, numbers, bits) = (&group.shape, &mut group.numbers, &mut group.bits);
        numbers.par_iter_mut().zip(shape.positions(false)).for_each(|(column, position)| {
            fill(position, &mut column[start..start + count]);
        });
        bits.par_iter_mut().zip(shape.positions(true)).for_each(|(column, position)| {
            let mut values = vec![0; count];
            fill(position, &mut values);
            values.iter().enumerate().for_each(|(row, &it)| set(column, start + row, it != 0));
        });
    }

    /// Forgets all households, and keeps their shapes.
    pub fn clear(&mut self) {
        self.households = 0;
        self.apart.clear();
        self.groups.iter_mut().for_each(Group::clear);
    }
}

fn set(column: &mut [u64], at: usize, holds: bool) {
    let bit = 1 << (at % WORD);
    let word = &mut column[at / WORD];
    *word = if holds { *word | bit } else { *word & !bit };
}

impl Group {
    pub fn new(shape: Shape) -> Group {
        let (numbers, bits) = shape.width();
        Group {
            shape,
            households: Vec::new(),
            seen: 0,
            numbers: vec![Vec::new(); numbers],
            bits: vec![Vec::new(); bits],
        }
    }

    /// Makes room for more households, up to a whole word of them.
    pub fn grow(&mut self, households: &[u32]) {
        self.households.extend(households);
        let words = self.households.len().div_ceil(WORD);
        self.numbers.iter_mut().for_each(|column| column.resize(words * WORD, 0));
        self.bits.iter_mut().for_each(|column| column.resize(words, 0));
    }

    pub fn clear(&mut self) {
        self.seen += self.rows();
        self.households.clear();
        self.numbers.iter_mut().for_each(Vec::clear);
        self.bits.iter_mut().for_each(Vec::clear);
    }

    /// How many households there are.
    pub fn rows(&self) -> usize {
        self.households.len()
    }

    /// Puts a bit in a column.
    pub fn set_bit(&mut self, column: u32, row: usize, holds: bool) {
        set(&mut self.bits[column as usize], row, holds);
    }

    /// One household as data.
    pub fn household(&self, model: &Model, row: usize) -> Result<Data, crate::data::DataError> {
        let number = |at: u32| self.numbers[at as usize][row];
        let bit = |at: u32| self.bits[at as usize][row / WORD] >> (row % WORD) & 1 == 1;
        self.shape.household(model, number, bit)
    }
}
