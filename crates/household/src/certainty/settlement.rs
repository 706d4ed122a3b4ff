//! What is settled after the year: the advance on an estimate against what the year's income gives.

use engine::data::{Data, DataError, InstanceId};
use engine::exact;
use regelspraak::model::{AttributeId, KenmerkId, Model, Property, Value};
use regelspraak::number::Number;

use crate::calculation::Calculator;
use crate::parts::{AmountError, attribute};

/// One income for the year, and what is settled with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Settlement {
    /// By how much it differs from the estimate, in percent; nothing when that is not what was asked.
    pub percentage: Option<Number>,
    /// The income of the year, in euro.
    pub income: Number,
    /// Each toeslag, by position in [`crate::parts::PAID`].
    pub toeslagen: Vec<Settled>,
}

/// What is settled of one toeslag. Amounts in whole euros for a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    /// What was paid in the year: twelve times what is paid a month on the estimate.
    pub advance: Number,
    /// What is awarded in the end.
    pub awarded: Number,
    /// What was paid too much; 0 when it was not.
    pub too_much: Number,
    /// What is paid besides; 0 when there is nothing to pay.
    pub extra: Number,
    /// Whether what was too much is so little that it need not be paid back; nothing when the limit is
    /// not known.
    pub kept: Option<bool>,
}

impl Settled {
    /// What must be paid back. Where the limit for a small amount is not known, all that was too much.
    pub fn to_pay_back(&self) -> Number {
        match self.kept {
            Some(true) => Number::ZERO,
            _ => self.too_much.clone(),
        }
    }
}

impl Settlement {
    /// What must be paid back of all toeslagen together.
    pub fn to_pay_back(&self) -> Number {
        self.toeslagen.iter().fold(Number::ZERO, |sum, it| &sum + &it.to_pay_back())
    }

    /// Whether it is known of all that was too much whether it must be paid back.
    pub fn is_sure(&self) -> bool {
        self.toeslagen.iter().all(|it| it.too_much.is_zero() || it.kept.is_some())
    }

    /// What is paid besides of all toeslagen together.
    pub fn extra(&self) -> Number {
        self.toeslagen.iter().fold(Number::ZERO, |sum, it| &sum + &it.extra)
    }
}

/// The objecttype Afrekening of the rules.
pub(super) struct Settler<'c> {
    calculator: &'c Calculator<'c>,
    model: &'c Model,
    advance: AttributeId,
    right: AttributeId,
    awarded: AttributeId,
    too_much: AttributeId,
    extra: AttributeId,
    kept: KenmerkId,
}

impl<'c> Settler<'c> {
    pub fn new(calculator: &'c Calculator<'c>) -> Result<Settler<'c>, AmountError> {
        let model = &calculator.corpus().model;
        let objecttype = model.objecttype("Afrekening").ok_or(AmountError::Rules("Afrekening"))?;
        let of = |name: &'static str| attribute(model, objecttype, name);
        let kept = "klein genoeg om te houden";
        Ok(Settler {
            calculator,
            model,
            advance: of("voorschot")?,
            right: of("recht")?,
            awarded: of("tegemoetkoming")?,
            too_much: of("te veel ontvangen bedrag")?,
            extra: of("nabetaling")?,
            kept: model.kenmerk(objecttype, kept).ok_or(AmountError::Rules(kept))?,
        })
    }

    /// Settles advances with the rights for the year, in their order.
    pub fn settle(&self, pairs: &[[Number; 2]]) -> Result<Vec<Settled>, AmountError> {
        let mut data = Data::new(self.model);
        let made: Result<Vec<InstanceId>, DataError> =
            pairs.iter().enumerate().map(|(at, pair)| self.add(&mut data, at, pair)).collect();
        let instances = made?;
        let derived = [self.awarded, self.too_much, self.extra].map(Property::Attribute);
        let wanted = [derived.as_slice(), &[Property::Kenmerk(self.kept)]].concat();
        let plan = self.calculator.plan().for_outcomes(&wanted);
        let parameters = self.calculator.parameters();
        let outcome = exact::run(self.model, &plan, parameters, plan.date(), data);
        let number = |attribute: AttributeId, instance: InstanceId| match outcome
            .value(attribute, instance)
        {
            Ok(Value::Number(number)) => Ok(number.clone()),
            _ => Err(AmountError::Rules("Afrekening")),
        };
        let settled = instances.iter().map(|&instance| {
            Ok(Settled {
                advance: number(self.advance, instance)?,
                awarded: number(self.awarded, instance)?,
                too_much: number(self.too_much, instance)?,
                extra: number(self.extra, instance)?,
                kept: outcome.has(self.kept, instance).ok(),
            })
        });
        settled.collect()
    }

    fn add(
        &self,
        data: &mut Data,
        at: usize,
        [advance, right]: &[Number; 2],
    ) -> Result<InstanceId, DataError> {
        let objecttype = self.model[self.advance].objecttype;
        let instance = data.add(self.model, objecttype, &at.to_string())?;
        for (attribute, number) in [(self.advance, advance), (self.right, right)] {
            data.set(self.model, instance, attribute, Value::Number(number.clone()))?;
        }
        Ok(instance)
    }
}
