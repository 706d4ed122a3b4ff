//! A household worked out again and again. A run starts from one that was worked out before: only what
//! the change can move is worked out anew.

use engine::data::InstanceId;
use engine::exact::Outcome;
use engine::plan::Plan;
use regelspraak::model::{AttributeId, Property, Value};
use regelspraak::number::RoundingMode;

use crate::calculation::{Calculation, Calculator};
use crate::change::Change;
use crate::file::HouseholdFile;
use crate::objects::Objects;

/// A household that was worked out, to start from.
pub struct Worked {
    pub file: HouseholdFile,
    objects: Objects,
    outcome: Outcome,
}

/// The outcome that is looked for.
pub struct Runs<'c> {
    calculator: &'c Calculator<'c>,
    /// What the outcome needs, and nothing else.
    plan: Plan,
    attribute: AttributeId,
    /// Whose outcome it is, by name; nothing when it is of the household. Somebody who moves out moves
    /// the others up.
    person: Option<String>,
}

impl<'c> Runs<'c> {
    pub fn new(
        calculation: &'c Calculation<'c>,
        attribute: AttributeId,
        instance: InstanceId,
    ) -> Runs<'c> {
        let calculator = calculation.calculator;
        let plan = calculator.plan.for_outcomes(&[Property::Attribute(attribute)]);
        let persons = &calculation.objects.personen;
        let person = persons.iter().position(|known| *known == instance);
        let person = person.map(|position| calculation.file.personen[position].naam.clone());
        Runs { calculator, plan, attribute, person }
    }

    /// What is to be worked out anew when these change; nothing when the outcome cannot hang on them.
    pub fn plan_after(&self, changed: &[Property]) -> Option<Plan> {
        let plan = self.plan.after_change(changed);
        plan.step(Property::Attribute(self.attribute)).is_some().then_some(plan)
    }

    /// Works a household out; nothing when it does not fit in the rules.
    pub fn work_out(&self, file: HouseholdFile) -> Option<Worked> {
        let (objects, outcome) = self.calculator.follow(&self.plan, &file).ok()?;
        Some(Worked { file, objects, outcome })
    }

    /// Whether a household has the outcome.
    pub fn gives(&self, worked: &Worked) -> bool {
        self.has(&worked.file, &worked.objects, &worked.outcome)
    }

    /// Whether a household has the outcome after a change. `plan` is what [`Runs::plan_after`] gives
    /// for the change; nothing when it changes who there is, and all is to be worked out.
    pub fn gives_after(&self, from: &Worked, change: &Change, plan: Option<&Plan>) -> bool {
        let file = change.apply(&from.file);
        let Some(plan) = plan else {
            return self.work_out(file).is_some_and(|worked| self.gives(&worked));
        };
        let model = &self.calculator.corpus.model;
        let set = |data: &mut _| from.objects.set_values(model, data, &from.file, &file);
        let again = from.outcome.again(model, plan, set);
        again.is_ok_and(|(outcome, _)| self.has(&file, &from.objects, &outcome))
    }

    /// What is less than half a cent comes out as nothing.
    fn has(&self, file: &HouseholdFile, objects: &Objects, outcome: &Outcome) -> bool {
        let instance = match &self.person {
            None => Some(objects.huishouden),
            Some(name) => {
                let position = file.personen.iter().position(|person| person.naam == *name);
                position.and_then(|position| objects.personen.get(position).copied())
            }
        };
        let value = instance.map(|instance| outcome.value(self.attribute, instance));
        matches!(value, Some(Ok(Value::Number(number)))
            if !number.round(RoundingMode::HalfAwayFromZero, 2).is_zero())
    }
}
