//! One household of which not everything is known.
//!
//! A fact that is open is a column; all else is a constant. What comes out of deriving the plan with
//! them says, without a single answer, what each outcome still hangs on: the columns it is made of.
//! What is known already has folded away, and so has what it makes irrelevant. An open fact is neither leeg nor
//! zero: it is every value it can have.

use regelspraak::model::{Model, Property};
use regelspraak::number::Number;

use super::answers::{Answer, EMPTY};
use super::graph::{Graph, Num, Number as Node, Range};
use super::kernel::{Registers, WORD, WORDS};
use super::population::Group;
use super::prepared::{Prepared, Ready};
use super::request::Moment;
use super::shape::{Column, Kind, Row, Shape, given, kind, range};
use super::{Refused, prepared};
use crate::data::{Data, InstanceId};

/// A fact that is not known. The household has some value for it, which says nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Open {
    /// The property: a number, a day, a position in a domein, or a kenmerk.
    pub property: Property,
    /// Of whom.
    pub instance: InstanceId,
    /// The lowest and highest number it can be, in the unit of the attribuut; what its datatype allows when
    /// it is not said.
    pub between: Option<(Number, Number)>,
}

/// An outcome of a household of which not everything is known.
#[derive(Debug, Clone, PartialEq)]
pub struct PartialOutcome {
    /// The position of the wish.
    pub wish: usize,
    /// Of whom.
    pub instance: InstanceId,
    /// The open facts that it may still hang on, by position.
    pub hangs_on: Vec<usize>,
    /// The lowest and the highest it can be, in units of the last decimal asked for. No answer gives
    /// more or less; not every value between need be possible. Nothing when it is never a number.
    pub bounds: Option<(f64, f64)>,
}

/// A household of which some facts are open, made ready.
pub struct Partial<'a> {
    prepared: Prepared<'a>,
    ready: Ready,
    group: Group,
    open: Vec<Column>,
    outcomes: Vec<PartialOutcome>,
}

impl<'a> Partial<'a> {
    /// Makes a household ready with some facts open. `moment` says what is asked; its variants do not count.
    /// Refused with the rule that uses something columns cannot do, and when an open fact is a text, or leeg.
    pub fn new(
        model: &'a Model,
        moment: &Moment<'_>,
        household: Data,
        open: &[Open],
    ) -> Result<Partial<'a>, Refused> {
        let facts: Vec<(Property, InstanceId, Range)> = open
            .iter()
            .map(|open| {
                let value = household.given(open.property, open.instance, moment.date).0;
                let kind = kind(model, open.property, value).ok_or_else(|| Refused {
                    place: model.property_name(open.property).singular.clone(),
                    what: "een open gegeven is een getal, een dag, een keuze of een kenmerk".into(),
                })?;
                let between = open.between.as_ref();
                let range = match (kind, between) {
                    (Kind::Number { scale }, Some((low, high))) => {
                        let parts = |number: &Number| number.to_f64() * scale as f64;
                        (parts(low).ceil(), parts(high).floor())
                    }
                    _ => range(model, open.property, kind),
                };
                Ok((open.property, open.instance, range))
            })
            .collect::<Result<_, Refused>>()?;
        let shape = Shape::open(model, household, &facts);
        let columns: Vec<Column> = shape.columns().iter().map(|(.., column)| *column).collect();
        let prepared = Prepared::of_moment(model, &Moment { variants: &[], ..*moment })?;
        let (ready, graph, wanted) = prepared.lower(&shape)?;
        let outcomes = prepared::places(&ready).zip(&wanted).map(|((wish, instance), wanted)| {
            let (numbers, bits) = graph.inputs_of(&[wanted.num], &[]);
            let hangs = |column: &Column| match column.kind {
                Kind::Boolean => bits.contains(&column.at),
                _ => numbers.contains(&column.at),
            };
            let on = columns.iter().enumerate().filter(|(_, column)| hangs(column));
            let hangs_on = on.map(|(at, _)| at).collect();
            PartialOutcome { wish, instance, hangs_on, bounds: bounds(&graph, wanted.num) }
        });
        let outcomes = outcomes.collect();
        Ok(Partial { prepared, ready, group: Group::new(shape), open: columns, outcomes })
    }

    /// What each outcome hangs on, in the order of the wishes.
    pub fn outcomes(&self) -> &[PartialOutcome] {
        &self.outcomes
    }

    /// The lowest and highest of each outcome among some answers to the open facts, without those for which a
    /// float cannot decide; nothing when it is a number for none of them. `answers` gives a number in parts (a cent, the position in a domein, 1 for
    /// waar; see [`Partial::written`]), by the position of the household and of the open fact.
    pub fn among(
        &mut self,
        households: usize,
        answers: impl Fn(usize, usize) -> i32,
    ) -> Vec<Option<(f64, f64)>> {
        self.group.clear();
        let numbers: Vec<u32> = (0..households as u32).collect();
        self.group.grow(&numbers);
        for row in 0..households {
            for (fact, column) in self.open.iter().enumerate() {
                let answer = answers(row, fact);
                match column.kind {
                    Kind::Boolean => self.group.set_bit(column.at, row, answer != 0),
                    _ => self.group.numbers[column.at as usize][row] = answer,
                }
            }
        }
        let mut found = vec![None; self.outcomes.len()];
        let mut registers = Registers::default();
        for from in (0..households).step_by(WORD * WORDS) {
            let rows = from..households.min(from + WORD * WORDS);
            self.prepared.sure(&self.ready, &self.group, rows, &mut registers, |result, answer| {
                widen(&mut found[result], Answer::from(answer));
            });
        }
        // What is known, is known whatever columns can decide.
        for (found, outcome) in found.iter_mut().zip(&self.outcomes) {
            *found = outcome.bounds.filter(|(low, high)| low == high).or(*found);
        }
        found
    }

    /// How the open facts are written, by position: the lowest and highest number in parts, 0 and 1 for a
    /// kenmerk; and what the household has for it.
    pub fn written(&self) -> Vec<Span> {
        let shape = &self.group.shape;
        let of = |column: &Column| {
            let (lowest, highest) = match column.kind {
                Kind::Boolean => (0.0, 1.0),
                _ => shape.range(*column),
            };
            let place = shape.columns().iter().find(|(.., it)| it == column);
            let has = place.and_then(|(property, instance, _)| {
                let mut row = Row::default();
                let value = given(shape.example(), *property, *instance);
                row.push(column.kind, &value);
                let bit = row.bits.first().map(|holds| i32::from(*holds));
                row.numbers.first().copied().or(bit)
            });
            Span { lowest, highest, has: has.unwrap_or_default() }
        };
        self.open.iter().map(of).collect()
    }
}

/// How an open fact is written as a whole number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// The lowest it can be.
    pub lowest: f64,
    /// The highest.
    pub highest: f64,
    /// What the household has for it.
    pub has: i32,
}

/// What is known of a number beforehand; leeg does not count.
fn bounds(graph: &Graph, num: Num) -> Option<(f64, f64)> {
    let filled = match graph.number(num) {
        Node::Select(_, filled, empty) if graph.known(empty) == Some(EMPTY) => filled,
        _ => num,
    };
    let (low, high) = graph.range(filled);
    (low.is_finite() && high.is_finite()).then_some((low, high))
}

fn widen(found: &mut Option<(f64, f64)>, answer: Answer) {
    let Answer::Number(number) = answer else { return };
    *found = Some(match *found {
        Some((low, high)) => (low.min(number), high.max(number)),
        None => (number, number),
    });
}
