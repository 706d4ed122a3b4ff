//! Households of one shape: who is in them and how they relate is the same, what is known of them
//! differs.

use jiff::civil::Date;
use regelspraak::model::{
    FactTypeId, Model, ObjectTypeId, Precision, Property, RoleId, Sign, Type, Value,
};
use regelspraak::number::Number;

use super::graph::Range;
use super::{Map, calendar};
use crate::data::{Data, DataError, InstanceId};
use crate::plan::read_by_rules;

/// What the numbers of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// So many parts of a unit.
    Number { scale: u64 },
    /// Days, as keys.
    Date,
    /// Positions in a domein.
    Enumeration,
    /// Bits.
    Boolean,
}

/// A column of input: one property of one instance in every household of the shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    pub kind: Kind,
    /// Its position among the columns of numbers, or among those of bits.
    pub at: u32,
}

/// Everything that is the same in the households of a shape.
#[derive(Debug)]
pub(super) struct Shape {
    example: Data,
    columns: Map<(Property, u32), Column>,
    order: Vec<(Property, InstanceId, Column)>,
    ranges: Vec<Range>,
    bits: usize,
}

/// The numbers and bits of one household, for the columns of its shape.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub numbers: Vec<i32>,
    pub bits: Vec<bool>,
}

/// What tells shapes apart: who is there and how they relate, and what is the same in every
/// household of the shape.
#[derive(Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Key {
    structure: Vec<u32>,
    /// By property and instance; nothing for a column.
    fixed: Vec<Option<Value>>,
}

/// The largest number in a column of input, in parts: cents of 10 million euros.
const LARGEST: f64 = 1_000_000_000.0;
/// The years a day in a column can be in; others are worked out exactly.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2300;

/// Which properties columns hold, and which belong to the shape; others no rule reads.
#[derive(Debug)]
pub(super) struct Held {
    columns: Vec<Property>,
    shape: Vec<Property>,
}

impl Held {
    pub fn new(model: &Model, varying: Vec<Property>) -> Held {
        let mut varying = varying;
        varying.sort_unstable();
        let read = read_by_rules(model).into_iter();
        let (columns, shape) = read.partition(|property| varying.binary_search(property).is_ok());
        Held { columns, shape }
    }

    /// The properties that columns hold, in order.
    pub fn columns(&self) -> &[Property] {
        &self.columns
    }

    /// Whether the households of a population may differ in a property.
    pub fn varies(&self, property: Property) -> bool {
        self.columns.binary_search(&property).is_ok()
    }
}

impl Shape {
    /// The shape of a household, its key and its row. No row when a value does not fit a column.
    pub fn of(model: &Model, held: &Held, data: &Data) -> (Key, Option<Row>) {
        let mut key = Key::default();
        let mut row = Some(Row::default());
        for objecttype in 0..model.objecttypes.len() as u32 {
            key.structure.push(data.count(ObjectTypeId(objecttype)) as u32);
        }
        for role in 0..model.roles.len() as u32 {
            for players in data.facts().by_instance(RoleId(role)) {
                key.structure.push(players.len() as u32);
                key.structure.extend(players);
            }
        }
        for &property in &held.columns {
            for instance in data.instances(model.property_owner(property)) {
                let value = given(data, property, instance);
                let kind = kind(model, property, &value);
                if let Some(kind) = kind {
                    row = row.and_then(|mut row| row.push(kind, &value).then_some(row));
                }
                key.fixed.push(if kind.is_some() { None } else { Some(value) });
            }
        }
        for &property in &held.shape {
            for instance in data.instances(model.property_owner(property)) {
                key.fixed.push(Some(given(data, property, instance)));
            }
        }
        (key, row.filter(|_| !data.has_over_time()))
    }

    /// A shape by the first household that has it.
    pub fn new(model: &Model, held: &Held, example: Data) -> Shape {
        let mut shape = Shape {
            columns: Map::default(),
            order: Vec::new(),
            ranges: Vec::new(),
            bits: 0,
            example,
        };
        for &property in &held.columns {
            for instance in shape.example.instances(model.property_owner(property)) {
                let value = given(&shape.example, property, instance);
                let Some(kind) = kind(model, property, &value) else { continue };
                shape.add(property, instance, kind, range(model, property, kind));
            }
        }
        shape
    }

    /// A household of which only some facts are columns: those that are not known, each of a property that
    /// has a value in the example, with the lowest and highest number it can be. All else is as in the
    /// example.
    pub fn open(model: &Model, example: Data, facts: &[(Property, InstanceId, Range)]) -> Shape {
        let mut shape = Shape {
            columns: Map::default(),
            order: Vec::new(),
            ranges: Vec::new(),
            bits: 0,
            example,
        };
        for &(property, instance, range) in facts {
            let value = given(&shape.example, property, instance);
            let Some(kind) = kind(model, property, &value) else { continue };
            shape.add(property, instance, kind, range);
        }
        shape
    }

    fn add(&mut self, property: Property, instance: InstanceId, kind: Kind, range: Range) {
        let at = match kind {
            Kind::Boolean => {
                self.bits += 1;
                self.bits as u32 - 1
            }
            _ => {
                self.ranges.push(range);
                self.ranges.len() as u32 - 1
            }
        };
        let column = Column { kind, at };
        self.columns.insert((property, instance.index), column);
        self.order.push((property, instance, column));
    }

    /// A household for seeing what rules ask of columns, before there is any: two of every objecttype, who
    /// play every role for each other, with a column for all that rules read.
    pub fn specimen(model: &Model, held: &Held) -> Result<Shape, DataError> {
        let mut data = Data::new(model);
        for objecttype in (0..model.objecttypes.len() as u32).map(ObjectTypeId) {
            for id in ["een", "twee"] {
                data.add(model, objecttype, id)?;
            }
        }
        for facttype in (0..model.facttypes.len() as u32).map(FactTypeId) {
            let [one, other] = model[facttype].roles.map(|role| model[role].objecttype);
            let (one, other) = (data.instances(one).next(), data.instances(other).nth(1));
            if let (Some(one), Some(other)) = (one, other) {
                data.relate(model, facttype, one, other)?;
            }
        }
        let columns: Vec<Property> = held.columns.iter().chain(&held.shape).copied().collect();
        for &property in &columns {
            let Property::Attribute(attribute) = property else { continue };
            let value = match model[attribute].datatype {
                Type::Number(_) => Value::Number(Number::ONE),
                Type::Date(Precision::Day) => Value::Date(Date::constant(2000, 1, 1)),
                Type::Enumeration(_) => Value::Enumeration(0),
                Type::Boolean => Value::Boolean(false),
                _ => continue,
            };
            for instance in data.instances(model[attribute].objecttype) {
                data.set(model, instance, attribute, value.clone())?;
            }
        }
        Ok(Shape::new(model, &Held { columns, shape: Vec::new() }, data))
    }

    /// The first household: its instances and facts are those of all.
    pub fn example(&self) -> &Data {
        &self.example
    }

    /// The column of a property of an instance; nothing when it is the same in every household.
    pub fn column(&self, property: Property, instance: InstanceId) -> Option<Column> {
        self.columns.get(&(property, instance.index)).copied()
    }

    /// The values a column of numbers can have.
    pub fn range(&self, column: Column) -> Range {
        self.ranges[column.at as usize]
    }

    /// The columns, in the order of a row.
    pub fn columns(&self) -> &[(Property, InstanceId, Column)] {
        &self.order
    }

    /// Of the columns of numbers, or those of bits, the position among all columns.
    pub fn positions(&self, of_bits: bool) -> Vec<usize> {
        let of = |&(.., column): &(Property, InstanceId, Column)| column.kind == Kind::Boolean;
        let columns = self.order.iter().enumerate();
        columns.filter(|(_, it)| of(it) == of_bits).map(|(position, _)| position).collect()
    }

    /// How many columns of numbers there are, and of bits.
    pub fn width(&self) -> (usize, usize) {
        (self.ranges.len(), self.bits)
    }

    /// The household with these values.
    pub fn household(
        &self,
        model: &Model,
        number: impl Fn(u32) -> i32,
        bit: impl Fn(u32) -> bool,
    ) -> Result<Data, crate::data::DataError> {
        let mut data = self.example.clone();
        for &(property, instance, column) in &self.order {
            let value = match column.kind {
                Kind::Boolean => Value::Boolean(bit(column.at)),
                Kind::Number { scale } => {
                    let parts = Number::from(i64::from(number(column.at)));
                    let scale = Number::from(scale as i64);
                    Value::Number(parts.checked_div(&scale).unwrap_or(Number::ZERO))
                }
                Kind::Date => match calendar::date(number(column.at)) {
                    Some(date) => Value::Date(date),
                    None => continue,
                },
                Kind::Enumeration => {
                    Value::Enumeration(u16::try_from(number(column.at)).unwrap_or(0))
                }
            };
            match (property, value) {
                (Property::Kenmerk(kenmerk), Value::Boolean(holds)) => {
                    data.mark(model, instance, kenmerk, holds)?;
                }
                (Property::Attribute(attribute), value) => {
                    data.set(model, instance, attribute, value)?;
                }
                _ => {}
            }
        }
        Ok(data)
    }
}

impl Row {
    /// Adds a value; not when it does not fit.
    pub fn push(&mut self, kind: Kind, value: &Value) -> bool {
        let number = match (kind, value) {
            (Kind::Boolean, Value::Boolean(holds)) => {
                self.bits.push(*holds);
                return true;
            }
            (Kind::Number { scale }, Value::Number(number)) => {
                let parts = number * &Number::from(scale as i64);
                parts.to_i64().and_then(|parts| i32::try_from(parts).ok())
            }
            (Kind::Date, Value::Date(date)) => {
                YEARS.contains(&date.year()).then(|| calendar::key(*date))
            }
            (Kind::Enumeration, Value::Enumeration(at)) => Some(i32::from(*at)),
            _ => None,
        };
        let fits = number.is_some_and(|number| f64::from(number).abs() <= LARGEST);
        self.numbers.extend(number);
        fits
    }
}

pub(super) fn given(data: &Data, property: Property, instance: InstanceId) -> Value {
    match property {
        Property::Attribute(attribute) => data.value(attribute, instance).clone(),
        Property::Kenmerk(kenmerk) => Value::Boolean(data.has(kenmerk, instance)),
        Property::Check(_) => Value::Empty,
    }
}

/// How a value goes into a column; nothing for leeg, text and moments, which belong to the shape.
pub(super) fn kind(model: &Model, property: Property, value: &Value) -> Option<Kind> {
    match value {
        Value::Number(_) => {
            let datatype = model.property_type(property);
            let decimals = match datatype {
                Type::Number(number) => number.decimals.unwrap_or(2).min(4),
                _ => 2,
            };
            Some(Kind::Number { scale: 10u64.pow(decimals) })
        }
        Value::Date(_) => Some(Kind::Date),
        Value::Enumeration(_) => Some(Kind::Enumeration),
        Value::Boolean(_) => Some(Kind::Boolean),
        Value::Empty | Value::Text(_) | Value::DateTime(_) => None,
    }
}

/// The lowest and highest number of a property in a column, by its datatype.
pub(super) fn range(model: &Model, property: Property, kind: Kind) -> Range {
    match (kind, model.property_type(property)) {
        (Kind::Number { .. }, Type::Number(number)) => match number.sign {
            Sign::NonNegative | Sign::Positive => (0.0, LARGEST),
            _ => (-LARGEST, LARGEST),
        },
        (Kind::Date, _) => {
            let month = |year: i16| f64::from(year) * 12.0 * f64::from(calendar::KEYS);
            (month(*YEARS.start()), month(YEARS.end() + 1))
        }
        (Kind::Enumeration, Type::Enumeration(domain)) => {
            (0.0, model[domain].values.len().saturating_sub(1) as f64)
        }
        _ => (-LARGEST, LARGEST),
    }
}
