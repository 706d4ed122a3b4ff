//! Datatypes (section 3.3).

use serde::{Deserialize, Serialize};

use super::{DomainId, ObjectTypeId, Unit, Value};
use crate::number::Number;

/// The datatype of an attribuut, a parameter or an expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Type {
    /// `Numeriek` and `Percentage`; a percentage has the unit `%`.
    Number(NumberType),
    /// `Tekst`.
    Text,
    /// `Boolean`.
    Boolean,
    /// `Datum in dagen` and `Datum en tijd in millisecondes`.
    Date(Precision),
    /// A domein that lists its values.
    Enumeration(DomainId),
    /// An instance; only for subjects, never for an attribuut.
    Object(ObjectTypeId),
}

/// A numeric datatype: which numbers, in which unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberType {
    /// The range.
    pub sign: Sign,
    /// The number of decimals, or nothing for `getal` (as many as needed).
    pub decimals: Option<u32>,
    /// The unit.
    pub unit: Unit,
}

impl NumberType {
    /// Whether `number` fits the range and the decimals.
    pub fn admits(&self, number: &Number) -> bool {
        let sign = match self.sign {
            Sign::Any => true,
            Sign::Negative => number.is_negative(),
            Sign::NonNegative => !number.is_negative(),
            Sign::Positive => !number.is_negative() && !number.is_zero(),
        };
        sign && match self.decimals {
            None => true,
            Some(most) => number.decimals().is_some_and(|needed| needed <= most),
        }
    }
}

/// The range of a numeric datatype (section 3.3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sign {
    /// No limit.
    Any,
    /// `negatief`.
    Negative,
    /// `niet-negatief`.
    NonNegative,
    /// `positief`.
    Positive,
}

/// How precise a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Precision {
    /// `Datum in dagen`.
    Day,
    /// `Datum en tijd in millisecondes`.
    Millisecond,
}

impl Type {
    /// Whether `value` (not leeg) is a value of this type; for an enumeration the caller checks
    /// the position.
    pub fn admits(&self, value: &Value) -> bool {
        match (self, value) {
            (_, Value::Empty) => true,
            (Type::Number(number), Value::Number(value)) => number.admits(value),
            (Type::Text, Value::Text(_)) | (Type::Boolean, Value::Boolean(_)) => true,
            (Type::Date(Precision::Day), Value::Date(_)) => true,
            (Type::Date(Precision::Millisecond), Value::DateTime(_)) => true,
            (Type::Enumeration(_), Value::Enumeration(_)) => true,
            _ => false,
        }
    }

    /// The unit, for a number.
    pub fn unit(&self) -> Option<&Unit> {
        match self {
            Type::Number(number) => Some(&number.unit),
            _ => None,
        }
    }
}
