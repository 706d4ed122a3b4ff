//! How far off a condition is, and what would make it hold.

use regelspraak::model::{Comparison, Value};
use regelspraak::number::Number;
use serde_json::{Value as Json, json};

use crate::wording::{self, number_to_json};

/// What stands in the way, and where it would no longer do so.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What would have to change: `het loon van Sam`.
    pub gegeven: String,
    /// From where on the condition holds.
    pub grens: Value,
    /// How far the value is from there.
    pub verschil: Number,
    /// Whether the value is now too high rather than too low.
    pub te_hoog: bool,
    /// Whether it is an amount in euro that stands in the household file.
    pub is_gegeven: bool,
}

impl Change {
    /// How far off a comparison of two numbers or two days is.
    pub(crate) fn of_comparison(
        name: String,
        comparison: Comparison,
        (left, right): &(Value, Value),
    ) -> Option<Change> {
        let te_hoog = match comparison {
            Comparison::Less | Comparison::LessOrEqual => true,
            Comparison::Greater | Comparison::GreaterOrEqual => false,
            Comparison::Equal | Comparison::NotEqual => return None,
        };
        let verschil = match (left, right) {
            (Value::Number(left), Value::Number(right)) => (left - right).abs(),
            (Value::Date(left), Value::Date(right)) => {
                Number::from(i64::from((*right - *left).get_days().abs()))
            }
            _ => return None,
        };
        Some(Change { gegeven: name, grens: right.clone(), verschil, te_hoog, is_gegeven: false })
    }

    /// The change in words: `Uw loon is € 312 te hoog.`
    pub fn in_words(&self) -> String {
        let direction = if self.te_hoog { "te hoog" } else { "te laag" };
        match (&self.grens, self.is_gegeven) {
            (Value::Number(limit), true) => {
                let most = if self.te_hoog { "hoogstens" } else { "ten minste" };
                let mut given = self.gegeven.chars();
                let first = given.next().map(|first| first.to_uppercase().to_string());
                format!(
                    "{}{} is {} {direction}: bij {most} {} is er wel recht.",
                    first.unwrap_or_default(),
                    given.as_str(),
                    wording::euro(&self.verschil),
                    wording::euro(limit)
                )
            }
            (Value::Date(day), _) => {
                let when = if self.te_hoog { "tot" } else { "vanaf" };
                format!("Dit verandert {when} {}.", wording::day(*day))
            }
            _ => format!("{} {direction}", wording::number(&self.verschil, 2)),
        }
    }

    /// The change in the shape of the contract.
    pub fn to_json(&self) -> Json {
        let limit = match &self.grens {
            Value::Number(number) => number_to_json(number),
            Value::Date(day) => Json::String(day.to_string()),
            _ => Json::Null,
        };
        json!({
            "gegeven": self.gegeven,
            "grens": limit,
            "verschil": number_to_json(&self.verschil),
            "te_hoog": self.te_hoog,
        })
    }
}
