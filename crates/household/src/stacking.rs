//! Stapeling: on how many schemes the income of a household rests, and what else moves when one of them
//! falls away.
//!
//! A scheme falls away by forcing one thing in the rules (`stacking/schemes.rs`): a right that is not there, an
//! application that is not made, a given amount that becomes 0. Everything that depends on it is worked
//! out anew, and nothing else is: who loses the zorgtoeslag does not begin to earn more. The rest of the
//! household file stays as it is, so somebody who loses a wage gets bijstand if the file says that they
//! apply for it.
//!
//! Amounts are in euro for the calendar year, exact and not rounded.

mod error;
mod json;
mod schemes;

use engine::data::InstanceId;
use engine::exact::Outcome;
use engine::language::{Language, Text};
use jiff::civil::Date;
use regelspraak::model::{Model, Property, Value};
use regelspraak::number::Number;

pub use error::StackingError;
pub use schemes::Scheme;

use crate::calculation::Calculation;
use crate::file::Role;
use crate::parts::{self, AmountError, DISPOSABLE, PARTS, Part};
use schemes::{Amount, INCOMES, Lever, SCHEMES};

/// What a household depends on.
#[derive(Debug, Clone)]
pub struct Stacking {
    /// The day of the rules.
    pub date: Date,
    /// Which corpus gave it.
    pub version: String,
    /// The net disposable income.
    pub net: Number,
    /// What it is made of, in the order of [`PARTS`]. Together they are the net disposable income.
    pub parts: Vec<Share>,
    /// What the municipality remits of its charges, which is not in the net disposable income; nothing when
    /// that is not known.
    pub remission: Option<Number>,
    /// What falls away, and what else moves: each scheme that the household has, then each wage, pension
    /// and profit.
    pub dominoes: Vec<Domino>,
    /// What cannot be said, and what is not right in the data.
    pub remarks: Vec<String>,
    /// The language its texts are in.
    pub language: Language,
}

/// A part of the net disposable income.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// The part.
    pub part: &'static Part,
    /// How much; costs are below 0.
    pub amount: Number,
    /// Which share of the net disposable income, 1 for all of it; nothing when that is not above 0.
    pub share: Option<Number>,
}

/// What happens when a scheme or an income falls away.
#[derive(Debug, Clone, PartialEq)]
pub struct Domino {
    /// The name of what falls away for other programs: of a scheme, or the field of an income.
    pub key: &'static str,
    /// Its name for a reader.
    pub name: Text,
    /// Whose income it is; nothing for a scheme.
    pub person: Option<String>,
    /// How much it is itself, above 0. An income, the AOW and an uitkering before tax.
    pub own: Number,
    /// The other parts that move, by position in [`PARTS`], with how much; costs count below 0.
    pub moves: Vec<(usize, Number)>,
    /// How much the remission of municipal charges moves; nothing when that is not known.
    pub remission: Option<Number>,
    /// How much the net disposable income moves.
    pub net: Number,
}

impl Domino {
    /// How much more the household loses than what falls away, above 0; below 0 how much it keeps because
    /// other things take over.
    pub fn beyond(&self) -> Number {
        -(&self.net + &self.own)
    }

    /// Whether a scheme falls away, and not a wage, pension or profit.
    pub fn is_scheme(&self) -> bool {
        self.person.is_none()
    }
}

impl Stacking {
    /// How many schemes the household has.
    pub fn count(&self) -> usize {
        self.dominoes.iter().filter(|domino| domino.is_scheme()).count()
    }
}

/// The amounts of a run.
struct Amounts {
    net: Number,
    /// By [`PARTS`]; costs are below 0.
    parts: Vec<Number>,
    remission: Option<Number>,
}

/// What is forced in a run.
type Forced = Vec<(Property, InstanceId, Value)>;

impl Calculation<'_> {
    /// On how many schemes the income of this household rests, and what happens when one falls away. A
    /// household without any has an answer too.
    ///
    /// # Errors
    ///
    /// - [`StackingError::Amount`] when an amount of the law is missing for the day, or the rules are not
    ///   those of a household.
    /// - [`StackingError::Calculation`] when the outcomes cannot be told.
    pub fn stacking(&self) -> Result<Stacking, StackingError> {
        let now = self.amounts(&self.outcome)?;
        let mut dominoes = Vec::new();
        for scheme in &SCHEMES {
            dominoes.extend(self.without_scheme(scheme, &now)?);
        }
        for (person, instance) in self.adults() {
            for (field, name) in &INCOMES {
                let own = self.file.personen[person].values.number(field);
                if own.is_zero() || own.is_negative() {
                    continue;
                }
                let naam = &self.file.personen[person].naam;
                let name = Text::of(|language| format!("{} {naam}", name.get(language)));
                let mut forced = vec![self.zero(instance, field)?];
                if *field == "loon" && self.premium_of_wage(person).is_some() {
                    forced.push(self.zero(instance, "pensioenpremie")?);
                }
                let domino = Domino { person: Some(naam.clone()), ..domino(field, name, own) };
                dominoes.push(self.fall(domino, &[], &forced, &now)?);
            }
        }
        let share = |amount: &Number| match now.net.is_negative() {
            true => None,
            false => amount.checked_div(&now.net),
        };
        let parts = PARTS.iter().zip(&now.parts).map(|(part, amount)| Share {
            part,
            amount: amount.clone(),
            share: share(amount),
        });
        Ok(Stacking {
            date: self.outcome.date(),
            version: self.calculator.corpus.version.clone(),
            parts: parts.collect(),
            net: now.net,
            remission: now.remission,
            dominoes,
            remarks: self.answers()?.opmerkingen,
            language: self.language,
        })
    }

    fn model(&self) -> &Model {
        &self.calculator.corpus.model
    }

    /// The aanvrager and the partner.
    fn adults(&self) -> impl Iterator<Item = (usize, InstanceId)> {
        let persons = self.file.personen.iter().zip(&self.objects.personen).enumerate();
        let adult = |role: Role| matches!(role, Role::Aanvrager | Role::Partner);
        persons.filter(move |(_, (person, _))| adult(person.rol)).map(|(at, (_, it))| (at, *it))
    }

    fn amounts(&self, outcome: &Outcome) -> Result<Amounts, AmountError> {
        let household = self.objects.huishouden;
        let read = |name: &'static str| self.read(outcome, household, name);
        let part = |part: &Part| {
            let amount = read(part.attribute)?;
            Ok(if part.cost { -amount } else { amount })
        };
        let parts: Result<Vec<Number>, AmountError> = PARTS.iter().map(part).collect();
        let remission = read("kwijtschelding per jaar").ok();
        Ok(Amounts { net: read(DISPOSABLE)?, parts: parts?, remission })
    }

    /// An amount; 0 for leeg, which a municipality leaves that is not known.
    fn read(
        &self,
        outcome: &Outcome,
        instance: InstanceId,
        name: &'static str,
    ) -> Result<Number, AmountError> {
        let attribute = parts::attribute(self.model(), instance.objecttype, name)?;
        match outcome.value(attribute, instance) {
            Ok(Value::Number(number)) => Ok(number.clone()),
            Ok(Value::Empty) => Ok(Number::ZERO),
            Ok(_) => Err(AmountError::Rules(name)),
            Err(_) => Err(self.unknown_income()),
        }
    }

    /// What happens without a scheme; nothing when the household does not have it.
    fn without_scheme(
        &self,
        scheme: &'static Scheme,
        now: &Amounts,
    ) -> Result<Option<Domino>, AmountError> {
        let (own_parts, mut own): (Vec<usize>, Number) = match scheme.amount {
            Amount::Parts(keys) => {
                let positions: Vec<usize> =
                    keys.iter().filter_map(|key| Part::position(key)).collect();
                let sum = positions.iter().fold(Number::ZERO, |sum, it| &sum + &now.parts[*it]);
                (positions, sum)
            }
            Amount::Gross(_) => (Vec::new(), Number::ZERO),
        };
        if let Amount::Gross(name) = scheme.amount {
            for (_, instance) in self.adults() {
                own = &own + &self.read(&self.outcome, instance, name)?;
            }
        }
        if own.is_zero() {
            return Ok(None);
        }
        let forced = self.pull(scheme.lever)?;
        let domino = domino(scheme.key, scheme.name.clone(), own);
        Ok(Some(self.fall(domino, &own_parts, &forced, now)?))
    }

    /// What a lever forces.
    fn pull(&self, lever: Lever) -> Result<Forced, AmountError> {
        match lever {
            Lever::Zero(name) => {
                self.adults().map(|(_, instance)| self.zero(instance, name)).collect()
            }
            Lever::Lost { objecttype, kenmerk } => {
                let known = self.model().objecttype(objecttype);
                let objecttype = known.ok_or(AmountError::Rules(objecttype))?;
                let known = self.model().kenmerk(objecttype, kenmerk);
                let property = Property::Kenmerk(known.ok_or(AmountError::Rules(kenmerk))?);
                let all = self.outcome.data().instances(objecttype);
                Ok(all.map(|it| (property, it, Value::Boolean(false))).collect())
            }
        }
    }

    fn zero(
        &self,
        instance: InstanceId,
        name: &'static str,
    ) -> Result<(Property, InstanceId, Value), AmountError> {
        let attribute = parts::attribute(self.model(), instance.objecttype, name)?;
        Ok((Property::Attribute(attribute), instance, Value::Number(Number::ZERO)))
    }

    /// What moves, besides some parts, when something is forced.
    fn fall(
        &self,
        domino: Domino,
        own_parts: &[usize],
        forced: &Forced,
        now: &Amounts,
    ) -> Result<Domino, AmountError> {
        let outcome = self.outcome.forcing(self.model(), self.calculator.plan(), forced)?;
        let then = self.amounts(&outcome)?;
        let moved = now.parts.iter().zip(&then.parts).map(|(now, then)| then - now);
        let others = moved.enumerate().filter(|(at, by)| !own_parts.contains(at) && !by.is_zero());
        Ok(Domino {
            moves: others.collect(),
            remission: then.remission.zip(now.remission.as_ref()).map(|(then, now)| &then - now),
            net: &then.net - &now.net,
            ..domino
        })
    }
}

/// A scheme or an income before anything fell.
fn domino(key: &'static str, name: Text, own: Number) -> Domino {
    let (moves, remission, net) = (Vec::new(), None, Number::ZERO);
    Domino { key, name, person: None, own, moves, remission, net }
}
