//! Which amount somebody could change to get a right that is not there.

use engine::data::InstanceId;
use regelspraak::model::{AttributeId, Value};
use regelspraak::number::Number;

use super::{ConditionLine, Explanation};
use crate::calculation::{Calculation, Calculator};
use crate::change::Change;
use crate::fields::{Field, Kind, Section};
use crate::file::{FieldValue, HouseholdFile};
use crate::wording;

impl Calculation<'_> {
    /// For an outcome of 0: finds the amount in the household that, changed by the least, gives
    /// the outcome, and puts it with the first condition that does not hold.
    pub(super) fn add_change(
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
fn first_failing(explanation: &mut Explanation) -> Option<&mut ConditionLine> {
    let fails = |line: &ConditionLine| line.voldaan == Some(false);
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
