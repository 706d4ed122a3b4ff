//! Which day of birth goes with which AOW date.
//!
//! AOW age depends on the day of birth itself, so who is made older or younger would get AOW at another
//! age. The rules give the AOW date of a day of birth; here it is the other way round.

use std::collections::BTreeMap;

use corpus::Corpus;
use engine::plan::Plan;
use jiff::Span;
use jiff::civil::Date;
use regelspraak::model::{AttributeId, Property, Value};

use super::MilestoneError;
use super::moves::Side;
use crate::calculation::Calculator;
use crate::file::{HouseholdFile, Role};

/// An AOW date moves with the day of birth, and never back; so the day of birth is this near, in days, to
/// where the same age would put it.
const NEAR: i32 = 800;

/// The AOW dates of days of birth, as the rules have them.
#[derive(Debug)]
pub(super) struct Pensions<'c> {
    calculator: Calculator<'c>,
    /// What the AOW date needs, and nothing else.
    plan: Plan,
    attribute: AttributeId,
    /// A household of one person.
    file: HouseholdFile,
    known: BTreeMap<Date, Option<Date>>,
}

impl<'c> Pensions<'c> {
    /// Those of the rules on the rekendatum of a household.
    pub fn new(corpus: &'c Corpus, file: &HouseholdFile) -> Result<Pensions<'c>, MilestoneError> {
        const NAME: &str = "AOW datum";
        let model = &corpus.model;
        let person = model.objecttype("Persoon").ok_or(MilestoneError::Rules("Persoon"))?;
        let attribute = model.attribute(person, NAME).ok_or(MilestoneError::Rules(NAME))?;
        let calculator = Calculator::new(corpus, file.rekendatum)?;
        let plan = calculator.plan().for_outcomes(&[Property::Attribute(attribute)]);
        let mut file = file.clone();
        file.personen.retain(|person| person.rol == Role::Aanvrager);
        file.personen.iter_mut().for_each(|person| person.ouders.clear());
        Ok(Pensions { calculator, plan, attribute, file, known: BTreeMap::new() })
    }

    /// The AOW date of who is born on a day; nothing when the rules give none.
    pub fn date(&mut self, born: Date) -> Result<Option<Date>, MilestoneError> {
        if let Some(known) = self.known.get(&born) {
            return Ok(*known);
        }
        self.file.personen.iter_mut().for_each(|person| person.geboortedatum = born);
        let (objects, outcome) = self.calculator.follow(&self.plan, &self.file)?;
        let person = objects.personen.first().copied();
        let date = person.and_then(|person| match outcome.value(self.attribute, person) {
            Ok(Value::Date(date)) => Some(*date),
            _ => None,
        });
        self.known.insert(born, date);
        Ok(date)
    }

    /// The day of birth with which AOW age is reached on a day: the last one with which it is reached by
    /// then, or the first one with which it is not reached before. `like` is a day of birth and its AOW
    /// date, of somebody as old.
    pub fn born_for(
        &mut self,
        reached: Date,
        side: Side,
        like: (Date, Date),
    ) -> Result<Option<Date>, MilestoneError> {
        let days = |date: Date, days: i32| date.checked_add(Span::new().days(days)).ok();
        let Some(aim) = (match side {
            Side::By => Some(reached),
            Side::NotBefore => reached.yesterday().ok(),
        }) else {
            return Ok(None);
        };
        let apart = like.1.until(aim).map_or(0, |span| span.get_days());
        let Some(guess) = days(like.0, apart) else { return Ok(None) };
        // The last day of birth with which it is reached by the aim.
        let (mut low, mut high) = (-NEAR, NEAR);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            let date = match days(guess, middle) {
                Some(born) => self.date(born)?,
                None => None,
            };
            match date.is_some_and(|date| date <= aim) {
                true => low = middle,
                false => high = middle,
            }
        }
        Ok(days(guess, if side == Side::By { low } else { high }))
    }
}
