//! How certain what a household gets is: how each scheme moves with an income, how far the income can go
//! before it does, and what must be paid back when the income of the year turns out otherwise than
//! estimated.
//!
//! Amounts are of the calendar year. Rights are exact and not rounded; what is settled is in whole euros,
//! as the law has it. The household is for the whole year as it is on the rekendatum.

mod advice;
mod error;
mod income;
mod json;
mod raise;
mod risks;
mod room;
mod settlement;

use engine::language::{Language, Text};
use jiff::civil::Date;
use regelspraak::model::Value;
use regelspraak::number::Number;

pub use error::CertaintyError;
pub use income::Income;
pub use raise::{Raise, RaiseAnswer};
pub use risks::{AOW, RISKS, Risk, Settling};
pub use settlement::{Settled, Settlement};

use crate::calculation::Calculation;
use crate::file::Role;
use crate::parts::{self, FIRST_OTHER, FIRST_PAID, FIRST_PART, PAID, PARTS, Part};
use crate::sweep::{Walk, euro};
use room::room;
use settlement::Settler;

/// What is asked.
#[derive(Debug, Clone, Default)]
pub struct CertaintyQuestion<'q> {
    /// Whose income; the aanvrager when nobody is named.
    pub person: Option<&'q str>,
    /// A raise in the course of the year.
    pub raise: Option<Raise>,
}

/// The answer.
#[derive(Debug, Clone)]
pub struct Certainty {
    /// Whose income.
    pub person: String,
    /// The income that moves.
    pub income: Income,
    /// Other income of the same person, which stays as it is.
    pub others: Vec<Income>,
    /// From where to where the income was followed, in euro a year.
    pub followed: [Number; 2],
    /// The day of the rules.
    pub date: Date,
    /// Which corpus gave it.
    pub version: String,
    /// The net disposable income of the household.
    pub net: Movement,
    /// Every scheme that there is, or that would be there with another income.
    pub schemes: Vec<SchemeCertainty>,
    /// Whether somebody in the household has AOW, which no income moves.
    pub aow: bool,
    /// What is settled after the year, from the lowest income to the highest; the estimate is among them.
    pub settlements: Vec<Settlement>,
    /// What a raise does, when it was asked for and there is an income to rise.
    pub raise: Option<RaiseAnswer>,
    /// What somebody can do, in plain words.
    pub advice: Vec<String>,
    /// What is assumed, what cannot be said, and what is not right in the data.
    pub remarks: Vec<String>,
    /// The language its texts are in.
    pub language: Language,
}

/// An amount, and how it moves when the income does. In euro a year, exact.
#[derive(Debug, Clone, PartialEq)]
pub struct Movement {
    /// The amount as it is.
    pub now: Number,
    /// What happens with 1,000 euro more income; nothing when there cannot be so much.
    pub higher: Option<Shift>,
    /// What happens with 1,000 euro less, or with what there is; nothing when there is none.
    pub lower: Option<Shift>,
}

/// A step of the income, and what an amount does with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    /// How much more or less income, above 0.
    pub step: Number,
    /// What comes with it; below 0 when the amount falls.
    pub moved: Number,
}

/// How certain one scheme is.
#[derive(Debug, Clone, PartialEq)]
pub struct SchemeCertainty {
    /// How it is settled.
    pub risk: &'static Risk,
    /// What it gives, and how it moves.
    pub movement: Movement,
    /// The highest income up to which it stays exactly the same: one cent more, and it moves. Nothing when
    /// it stays the same as far as the income was followed.
    pub same_until: Option<Number>,
    /// The lowest income down to which it stays exactly the same.
    pub same_from: Option<Number>,
}

/// The step of the income, in cents: 1,000 euro.
const STEP: i64 = 100_000;
/// By how many percent the income of the year may turn out otherwise; 0 is as estimated.
const PERCENTAGES: [i64; 7] = [-20, -10, -5, 0, 5, 10, 20];
/// The walk starts from so many points at most.
const POINTS: i64 = 400;

impl Calculation<'_> {
    /// How certain what this household gets is, when the income of the aanvrager or the partner moves.
    /// A household without income has an answer too: then it is about a first wage.
    ///
    /// # Errors
    ///
    /// - [`CertaintyError::Earner`] when it is about nobody, or about neither the aanvrager nor the
    ///   partner.
    /// - [`CertaintyError::TooHigh`] when an income with the raise cannot be worked out.
    /// - [`CertaintyError::Amount`] when an amount of the law is missing for the day.
    /// - [`CertaintyError::Calculation`] and [`CertaintyError::Data`] when the rules are not those of a
    ///   household.
    pub fn certainty(&self, question: &CertaintyQuestion<'_>) -> Result<Certainty, CertaintyError> {
        let person = self.file.earner(question.person)?;
        let (income, others) = Income::all_of(&self.file.personen[person]);
        let model = &self.calculator.corpus.model;
        let instance = self.objects.personen[person];
        let estimate = parts::attribute(model, instance.objecttype, "toetsingsinkomen")?;
        let sweep = self.sweep_of(person, income.field, &[(instance, estimate)])?;
        let [least, most] = income.range();
        let (now, every) = (income.cents(), ((most - least) / POINTS).max(STEP));
        let grid = (least..=most).step_by(usize::try_from(every).unwrap_or(usize::MAX));
        let walk = Walk::along(&sweep, least..=most, grid.chain([now]))?;
        let mut reader = Reader { calculation: self, walk, income: &income };
        let schemes = reader.schemes()?;
        let net = reader.movement(0)?;
        let settler = Settler::new(self.calculator)?;
        let settlements = reader.settlements(&settler)?;
        let rises = question.raise.as_ref().filter(|_| reader.can_rise());
        let raise = rises.map(|raise| reader.raise(&settler, raise)).transpose()?;
        let mut answer = Certainty {
            person: self.file.personen[person].naam.clone(),
            followed: [least, most].map(euro),
            date: self.outcome.date(),
            version: self.calculator.corpus.version.clone(),
            net,
            schemes,
            aow: self.has_aow(),
            settlements,
            raise,
            advice: Vec::new(),
            remarks: Vec::new(),
            language: self.language,
            income,
            others,
        };
        let say = |text: &Text| text.get(self.language).to_string();
        answer.advice = advice::advice(&answer).iter().map(say).collect();
        let asked = question.raise.is_some();
        let assumed = advice::remarks(&answer, self.calculator.corpus, asked);
        answer.remarks = assumed.iter().map(say).collect();
        if answer.income.field == "loon" && self.premium_of_wage(person).is_some() {
            answer.remarks.push(say(&parts::PREMIUM_MOVES_ALONG));
        }
        answer.remarks.extend(self.answers()?.opmerkingen);
        Ok(answer)
    }

    /// Whether the aanvrager or the partner has AOW this year.
    fn has_aow(&self) -> bool {
        let model = &self.calculator.corpus.model;
        let persons = self.file.personen.iter().zip(&self.objects.personen);
        persons.filter(|(person, _)| matches!(person.rol, Role::Aanvrager | Role::Partner)).any(
            |(_, &instance)| {
                let attribute = model.attribute(instance.objecttype, "AOW per jaar");
                let value = attribute.and_then(|it| self.outcome.value(it, instance).ok());
                matches!(value, Some(Value::Number(amount)) if !amount.is_zero())
            },
        )
    }
}

impl Certainty {
    /// What is settled when the income is as estimated.
    pub fn as_estimated(&self) -> Option<&Settlement> {
        let estimated = |it: &&Settlement| it.percentage.as_ref().is_some_and(Number::is_zero);
        self.settlements.iter().find(estimated)
    }

    /// Whether there is an advance on any toeslag.
    pub fn has_advance(&self) -> bool {
        let settled = self.as_estimated().into_iter().flat_map(|it| &it.toeslagen);
        settled.into_iter().any(|it| !it.advance.is_zero())
    }
}

/// Reads amounts along the income.
struct Reader<'r, 's, 'c> {
    calculation: &'r Calculation<'c>,
    walk: Walk<'s, 'c>,
    income: &'r Income,
}

impl Reader<'_, '_, '_> {
    fn number(&mut self, cents: i64, watched: usize) -> Result<Number, CertaintyError> {
        let number = self.walk.point(cents)?.number(watched);
        Ok(number.ok_or_else(|| self.calculation.unknown_income())?)
    }

    /// A percentage says something of an income above 0 only.
    fn can_rise(&self) -> bool {
        self.income.cents() > 0
    }

    fn movement(&mut self, watched: usize) -> Result<Movement, CertaintyError> {
        let (now, [least, most]) = (self.income.cents(), self.income.range());
        let amount = self.number(now, watched)?;
        let mut shift = |to: i64| -> Result<Option<Shift>, CertaintyError> {
            if to == now {
                return Ok(None);
            }
            let moved = &self.number(to, watched)? - &amount;
            Ok(Some(Shift { step: euro((to - now).abs()), moved }))
        };
        let higher = shift((now + STEP).min(most))?;
        let lower = shift((now - STEP).max(least))?;
        Ok(Movement { now: amount, higher, lower })
    }

    fn schemes(&mut self) -> Result<Vec<SchemeCertainty>, CertaintyError> {
        let mut schemes = Vec::new();
        for risk in &RISKS {
            let Some(position) = Part::position(risk.scheme) else { continue };
            let watched = FIRST_PART + position;
            let movement = self.movement(watched)?;
            let [above, below] = room(&mut self.walk, watched, self.income.cents())?;
            let moves = above.is_some() || below.is_some();
            if moves || !movement.now.is_zero() {
                let [same_until, same_from] = [above, below].map(|cents| cents.map(euro));
                schemes.push(SchemeCertainty { risk, movement, same_until, same_from });
            }
        }
        Ok(schemes)
    }

    /// What is settled when the income of the year turns out at so many cents.
    fn settlement(
        &mut self,
        settler: &Settler<'_>,
        cents: i64,
        percentage: Option<Number>,
    ) -> Result<Settlement, CertaintyError> {
        let now = self.income.cents();
        let mut pairs = Vec::with_capacity(PAID.len());
        for (at, (_, right)) in PAID.iter().enumerate() {
            let paid = self.number(now, FIRST_PAID + at)?;
            let part = PARTS.iter().position(|part| part.attribute == *right).unwrap_or_default();
            let right = self.number(cents, FIRST_PART + part)?;
            pairs.push([&paid * &Number::from(12), right]);
        }
        Ok(Settlement { percentage, income: euro(cents), toeslagen: settler.settle(&pairs)? })
    }

    fn settlements(&mut self, settler: &Settler<'_>) -> Result<Vec<Settlement>, CertaintyError> {
        let ([_, most], rises) = (self.income.range(), self.can_rise());
        let mut list = Vec::new();
        for percentage in PERCENTAGES.into_iter().filter(|it| rises || *it == 0) {
            let percentage = Number::from(percentage);
            let cents = self.income.with(&percentage);
            if cents <= most {
                list.push(self.settlement(settler, cents, Some(percentage))?);
            }
        }
        Ok(list)
    }

    fn raise(
        &mut self,
        settler: &Settler<'_>,
        raise: &Raise,
    ) -> Result<RaiseAnswer, CertaintyError> {
        let (now, year) = (self.income.cents(), raise.year(self.income)?);
        let settlement = self.settlement(settler, year, None)?;
        let estimates = [self.number(now, FIRST_OTHER)?, self.number(year, FIRST_OTHER)?];
        let mut a_month = Number::ZERO;
        for at in FIRST_PAID..FIRST_OTHER {
            let less = &self.number(now, at)? - &self.number(year, at)?;
            a_month = &a_month + &less;
        }
        Ok(RaiseAnswer { raise: raise.clone(), settlement, estimates, a_month })
    }
}
