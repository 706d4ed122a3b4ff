//! What would change an outcome: how far off a condition is, and which amount somebody could
//! change to get a right that is not there.

use engine::data::InstanceId;
use regelspraak::model::{AttributeId, Comparison, Value};
use regelspraak::number::Number;
use serde_json::{Value as Json, json};

use crate::calculation::{Calculation, Calculator, number_to_json};
use crate::explanation::Explanation;
use crate::fields::{Field, Kind, Section};
use crate::file::{FieldValue, HouseholdFile};
use crate::wording;

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

impl Calculation<'_> {
    /// For an outcome of 0: finds the amount in the household that, changed by the least, gives
    /// the outcome, and puts it with the first condition that does not hold.
    pub(crate) fn add_change(
        &self,
        attribute: AttributeId,
        instance: InstanceId,
        explanation: &mut Explanation,
    ) {
        let zero = matches!(&explanation.waarde, Value::Number(number) if number.is_zero());
        if !zero {
            return;
        }
        let search = Search { calculator: self.calculator, attribute, instance };
        let mut changes: Vec<Change> = Vec::new();
        for person in 0..self.file.personen.len() {
            for field in Section::Person.fields() {
                changes.extend(search.lower(&self.file, person, field));
            }
        }
        changes.sort_by(|left, right| left.verschil.cmp(&right.verschil));
        let least = changes.into_iter().next();
        if let (Some(change), Some(line)) = (least, first_failing(explanation)) {
            line.zou_veranderen = Some(change);
        }
    }
}

/// The first comparison that does not hold, along the path of what does not hold.
fn first_failing(explanation: &mut Explanation) -> Option<&mut crate::ConditionLine> {
    let fails = |line: &crate::ConditionLine| line.voldaan == Some(false);
    let own = explanation
        .voorwaarden
        .iter()
        .position(|line| fails(line) && line.zou_veranderen.is_some());
    if let Some(index) = own {
        return explanation.voorwaarden.get_mut(index);
    }
    explanation.uit.iter_mut().find_map(first_failing)
}

struct Search<'c> {
    calculator: &'c Calculator<'c>,
    attribute: AttributeId,
    instance: InstanceId,
}

impl Search<'_> {
    /// The name of a field with the article the rules give it.
    fn name(&self, field: &Field) -> String {
        let model = &self.calculator.corpus.model;
        let name = field.key.replace('_', " ");
        let person = model.objecttype("Persoon");
        let attribute = person.and_then(|person| model.attribute(person, &name));
        attribute.map_or(name, |attribute| wording::with_article(&model[attribute].name))
    }

    /// The highest value of an amount, below what it is now, that gives the outcome; found by
    /// halving, to the cent.
    fn lower(&self, file: &HouseholdFile, person: usize, field: &'static Field) -> Option<Change> {
        if !matches!(field.kind, Kind::Euro { .. }) {
            return None;
        }
        let now = file.personen[person].values.number(field.key);
        if now.is_negative() || now.is_zero() {
            return None;
        }
        let hundred = Number::from(100);
        let cents = (&now * &hundred).to_i64()?;
        let gives = |cents: i64| -> bool {
            let mut changed = file.clone();
            let amount = Number::from(cents).checked_div(&hundred).unwrap_or(Number::ZERO);
            changed.personen[person].values.set(field, FieldValue::Number(amount));
            let result = self.calculator.calculate(&changed);
            result.is_ok_and(|result| {
                let value = result.outcome.value(self.attribute, self.instance);
                matches!(value, Ok(Value::Number(number)) if !number.is_zero())
            })
        };
        if !gives(0) {
            return None;
        }
        let (mut low, mut high) = (0, cents);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if gives(middle) { low = middle } else { high = middle }
        }
        let limit = Number::from(low).checked_div(&hundred)?;
        Some(Change {
            gegeven: format!("{} van {}", self.name(field), file.personen[person].naam),
            verschil: &now - &limit,
            grens: Value::Number(limit),
            te_hoog: true,
            is_gegeven: true,
        })
    }
}
