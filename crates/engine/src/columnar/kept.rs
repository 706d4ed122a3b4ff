//! A population whose baseline stays at hand, for one change of parameters after another.

use rayon::prelude::*;

use super::Refused;
use super::answers::Piece;
use super::kernel::{Input, Registers, Run, WORD};
use super::population::{Group, Population};
use super::prepared::{Prepared, Ready, pieces_of};
use crate::parameters::ParameterValues;

/// What variants build upon, worked out once for a whole population: a change of a parameter then
/// costs only what hangs on it. Takes, by household, eight bytes for each number that is read after a dial
/// was turned.
pub struct Kept<'p, 'a> {
    prepared: Prepared<'a>,
    population: &'p Population<'a>,
    /// By group.
    columns: Vec<Option<Columns>>,
}

/// For the households of a group, what the registers hold after what no dial touches.
#[derive(Debug, Default)]
pub(super) struct Columns {
    numbers: Vec<Vec<f64>>,
    bits: Vec<Vec<u64>>,
}

impl<'p, 'a> Kept<'p, 'a> {
    /// Works out what no variant changes. Of the baseline nothing is answered any more.
    pub fn new(mut prepared: Prepared<'a>, population: &'p Population<'a>) -> Kept<'p, 'a> {
        prepared.without_baseline();
        let groups: Vec<(&Group, Option<&Ready>)> = population
            .groups
            .iter()
            .enumerate()
            .map(|(at, group)| (group, prepared.programs.get(at).and_then(Option::as_ref)))
            .collect();
        let columns = groups.into_par_iter().map_init(Registers::default, |registers, group| {
            let (group, ready) = group;
            ready.map(|ready| Columns::of(group, ready, registers))
        });
        let columns = columns.collect();
        Kept { prepared, population, columns }
    }

    /// Turns to other variants, as [`Prepared::turn`] does.
    pub fn turn(&mut self, variants: Vec<Vec<ParameterValues>>) -> Result<(), Refused> {
        self.prepared.turn(variants)
    }

    /// Works out the variants for every household, as [`Prepared::run`] does.
    pub fn run<T: Send>(&self, make: impl Fn(Piece<'_>) -> T + Sync) -> Vec<T> {
        self.prepared.run_from(self.population, &self.columns, make)
    }
}

impl Columns {
    fn of(group: &Group, ready: &Ready, registers: &mut Registers) -> Columns {
        let (numbers, bits) = &ready.program.kept;
        let mut columns = Columns {
            numbers: vec![Vec::new(); numbers.len()],
            bits: vec![Vec::new(); bits.len()],
        };
        registers.fit(&ready.program, 0);
        // Nothing is answered of the baseline.
        let nowhere = ready.layout.places[0].as_slice();
        for rows in pieces_of(group) {
            let words = rows.len().div_ceil(WORD);
            let input =
                Input { numbers: &group.numbers, bits: &group.bits, dials: &[], from: rows.start };
            let operations = &ready.program.once[..];
            registers.run(Run { operations, input, words, columns: nowhere });
            for (column, &register) in columns.numbers.iter_mut().zip(numbers) {
                column.extend_from_slice(&registers.numbers(register)[..words * WORD]);
            }
            for (column, &register) in columns.bits.iter_mut().zip(bits) {
                column.extend_from_slice(&registers.bits(register)[..words]);
            }
        }
        columns
    }

    /// Puts the rows of a piece back in the registers they came from.
    pub fn put(
        &self,
        (numbers, bits): &(Vec<u32>, Vec<u32>),
        from: usize,
        words: usize,
        registers: &mut Registers,
    ) {
        let rows = words * WORD;
        for (column, &register) in self.numbers.iter().zip(numbers) {
            registers.numbers(register)[..rows].copy_from_slice(&column[from..from + rows]);
        }
        let from = from / WORD;
        for (column, &register) in self.bits.iter().zip(bits) {
            registers.bits(register)[..words].copy_from_slice(&column[from..from + words]);
        }
    }
}
