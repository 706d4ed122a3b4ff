//! What an arrear becomes: the Vordering of the rules, from the first reminder to the seizure.
//!
//! [`Arrear::ladder`] gives a [`Ladder`] with for every [`Step`] what it costs, the total so far, and
//! what paying after it saves. Which steps there are, in which order, stands here; what they cost
//! stands in the rules.

mod error;
mod steps;

use corpus::{Corpus, Period};
use engine::data::{Data, InstanceId};
use engine::exact::{self, Fault, Outcome};
use engine::language::Language;
use engine::plan::Plan;
use engine::trace::{Attempt, Judgement, derivation};
use jiff::civil::Date;
use regelspraak::model::{AttributeId, Model, Property, Type, Value};
use regelspraak::number::{Number, RoundingMode};
use serde_json::{Value as Json, json};

pub use error::ArrearError;

use crate::calculation::in_years;
use crate::wording::{self, number_to_json};

/// How many years of interest the rules have a rule for.
pub const YEARS: i32 = 3;

/// Where a debt comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DebtKind {
    /// An agreement: rent, a bill. The creditor needs a judge.
    Agreement,
    /// A municipal charge. The municipality needs no judge.
    Municipality,
}

impl DebtKind {
    /// All kinds.
    pub const ALL: [DebtKind; 2] = [DebtKind::Agreement, DebtKind::Municipality];

    /// Its name in the rules.
    pub fn name(self) -> &'static str {
        match self {
            DebtKind::Agreement => "overeenkomst",
            DebtKind::Municipality => "gemeente",
        }
    }

    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<DebtKind> {
        DebtKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// An amount that was not paid in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrear {
    /// What was to be paid, in euro; more than 0. There is no highest amount, but of a high debt from an
    /// agreement the costs of the judge are unknown: the rules have those of the kantonrechter
    /// (Wetboek van Burgerlijke Rechtsvordering, art. 93, onderdeel a).
    pub principal: Number,
    /// The first day on which it was too late.
    pub since: Date,
    /// Until which day interest runs; the tariffs are those of this day. Not before `since`, and at most
    /// [`YEARS`] years after it.
    pub until: Date,
    /// Where it comes from.
    pub kind: DebtKind,
    /// Whether the creditor is a natural person, who pays a lower court fee. A municipality is none.
    pub natural_creditor: bool,
}

/// What an arrear becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// The arrear.
    pub arrear: Arrear,
    /// The interest until [`Arrear::until`]; nothing when it cannot be determined or does not count.
    pub interest: Option<Number>,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// Why an amount cannot be determined, and what does not count; each once.
    pub remarks: Vec<String>,
    /// Which corpus gave it.
    pub version: String,
}

/// A step of the creditor. Amounts are in euro, rounded to cents, halves away from zero; nothing
/// when an amount cannot be determined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the creditor does.
    pub name: String,
    /// What this step adds.
    pub costs: Option<Number>,
    /// What is to be paid after this step.
    pub total: Option<Number>,
    /// What all steps after this one would add.
    pub saved: Option<Number>,
    /// The law articles of the costs.
    pub sources: Vec<String>,
}

impl Arrear {
    /// Works out every step. An amount that is not in the rules is unknown in the [`Ladder`], with a
    /// remark that says why; that is no error.
    ///
    /// # Errors
    ///
    /// - [`ArrearError::NothingOwed`] when the principal is 0 or less.
    /// - [`ArrearError::NoPerson`] when a municipality is said to be a natural person.
    /// - [`ArrearError::Backwards`] when the last day is before the first, and
    ///   [`ArrearError::TooLong`] when there are more than [`YEARS`] years between them.
    /// - [`ArrearError::NoTariffs`] when the rules have no tariffs for the last day.
    /// - [`ArrearError::Unknown`], [`ArrearError::Plan`], [`ArrearError::Data`] and
    ///   [`ArrearError::Fault`] when the rules are not those of a Vordering as this room knows it.
    pub fn ladder(&self, corpus: &Corpus, language: Language) -> Result<Ladder, ArrearError> {
        self.check()?;
        self.check_tariffs(corpus)?;
        let model = &corpus.model;
        let (data, vordering) = self.objects(model)?;
        let plan = Plan::new(model, self.until)?;
        let parameters = corpus.parameters.on(model, self.until);
        let outcome = exact::run(model, &plan, &parameters, self.until, data);
        let mut reader =
            Reader { model, plan: &plan, outcome, vordering, language, remarks: Vec::new() };
        let interest = match self.kind {
            DebtKind::Agreement => reader.amount("rente")?,
            DebtKind::Municipality => None,
        };
        let mut list = Vec::new();
        for step in steps::of(self.kind) {
            list.push(reader.step(step)?);
        }
        let mut remarks = reader.remarks;
        remarks.extend(steps::remarks(self.kind).iter().map(|text| text.get(language).to_string()));
        let version = corpus.version.clone();
        Ok(Ladder { arrear: self.clone(), interest, steps: list, remarks, version })
    }

    fn check(&self) -> Result<(), ArrearError> {
        if self.principal.is_negative() || self.principal.is_zero() {
            return Err(ArrearError::NothingOwed);
        }
        if self.kind == DebtKind::Municipality && self.natural_creditor {
            return Err(ArrearError::NoPerson);
        }
        if self.until < self.since {
            return Err(ArrearError::Backwards { since: self.since, until: self.until });
        }
        let last = self.since.saturating_add(jiff::Span::new().years(YEARS));
        if self.until > last {
            return Err(ArrearError::TooLong { last });
        }
        Ok(())
    }

    /// Whether there are tariffs on the last day.
    fn check_tariffs(&self, corpus: &Corpus) -> Result<(), ArrearError> {
        let name = steps::first_tariff(self.kind);
        let tariff = corpus.model.parameter(name).ok_or(ArrearError::Unknown(name))?;
        let known = |period: &&Period| period.stated.is_ok();
        if corpus.parameters.at(tariff, self.until).is_some_and(|period| known(&period)) {
            return Ok(());
        }
        let periods = corpus.parameters.of(tariff).iter().filter(known);
        let years: Vec<i16> = periods.map(|period| period.from.year()).collect();
        Err(ArrearError::NoTariffs { date: self.until, years: in_years(&years) })
    }

    fn objects(&self, model: &Model) -> Result<(Data, InstanceId), ArrearError> {
        let objecttype = model.objecttype("Vordering").ok_or(ArrearError::Unknown("Vordering"))?;
        let mut data = Data::new(model);
        let vordering = data.add(model, objecttype, "vordering")?;
        let attribute = |name: &'static str| {
            model.attribute(objecttype, name).ok_or(ArrearError::Unknown(name))
        };
        let kind = attribute("soort schuld")?;
        let Type::Enumeration(domain) = model[kind].datatype else {
            return Err(ArrearError::Unknown("soort schuld"));
        };
        let position = model[domain].values.iter().position(|value| value == self.kind.name());
        let position = position.and_then(|position| u16::try_from(position).ok());
        let position = position.ok_or(ArrearError::Unknown("soort schuld"))?;
        for (attribute, value) in [
            (attribute("hoofdsom")?, Value::Number(self.principal.clone())),
            (attribute("datum van verzuim")?, Value::Date(self.since)),
            (kind, Value::Enumeration(position)),
        ] {
            data.set(model, vordering, attribute, value)?;
        }
        let natural = model.kenmerk(objecttype, "van een natuurlijk persoon");
        let natural = natural.ok_or(ArrearError::Unknown("van een natuurlijk persoon"))?;
        data.mark(model, vordering, natural, self.natural_creditor)?;
        Ok((data, vordering))
    }
}

/// Reads amounts of a Vordering that was worked out, and gathers why some are unknown.
struct Reader<'m> {
    model: &'m Model,
    plan: &'m Plan,
    outcome: Outcome,
    vordering: InstanceId,
    language: Language,
    remarks: Vec<String>,
}

impl Reader<'_> {
    fn step(&mut self, step: &steps::NamedStep) -> Result<Step, ArrearError> {
        let costs = self.attribute(step.costs)?;
        Ok(Step {
            name: step.name.get(self.language).to_string(),
            costs: self.amount(step.costs)?,
            total: self.amount(step.total)?,
            saved: self.amount(step.saved)?,
            sources: self.sources(costs),
        })
    }

    fn attribute(&self, name: &'static str) -> Result<AttributeId, ArrearError> {
        let objecttype = self.vordering.objecttype;
        self.model.attribute(objecttype, name).ok_or(ArrearError::Unknown(name))
    }

    /// The law articles of the rule that gave an amount, or tried to.
    fn sources(&self, attribute: AttributeId) -> Vec<String> {
        let property = Property::Attribute(attribute);
        let derivation = derivation(self.model, self.plan, &self.outcome, property, self.vordering);
        let applies = |attempt: &&Attempt| {
            attempt.condition.as_ref().is_some_and(|judged| judged.outcome == Judgement::True)
        };
        let shown = derivation.attempts.iter().find(applies).or(derivation.attempts.first());
        shown.map(|attempt| self.model[attempt.rule].sources.clone()).unwrap_or_default()
    }

    fn amount(&mut self, name: &'static str) -> Result<Option<Number>, ArrearError> {
        let attribute = self.attribute(name)?;
        match self.outcome.value(attribute, self.vordering) {
            Ok(Value::Number(number)) => Ok(Some(number.round(RoundingMode::HalfAwayFromZero, 2))),
            Ok(_) => Err(ArrearError::Unknown(name)),
            Err(fault) => match fault.as_ref() {
                Fault::MissingParameter { parameter, day, reason, .. } => {
                    let reason = wording::no_value(parameter, *day, reason, self.language);
                    if !self.remarks.contains(&reason) {
                        self.remarks.push(reason);
                    }
                    Ok(None)
                }
                _ => Err(ArrearError::Fault { name, fault: fault.clone() }),
            },
        }
    }
}

impl Ladder {
    /// The ladder for other programs.
    pub fn to_json(&self) -> Json {
        let amount = |amount: &Option<Number>| amount.as_ref().map_or(Json::Null, number_to_json);
        let steps = self.steps.iter().map(|step| {
            json!({
                "stap": step.name,
                "kosten": amount(&step.costs),
                "totaal": amount(&step.total),
                "besparing": amount(&step.saved),
                "bronnen": step.sources,
            })
        });
        json!({
            "hoofdsom": number_to_json(&self.arrear.principal),
            "soort": self.arrear.kind.name(),
            "vanaf": self.arrear.since.to_string(),
            "tot": self.arrear.until.to_string(),
            "versie": self.version,
            "rente": amount(&self.interest),
            "stappen": steps.collect::<Vec<Json>>(),
            "opmerkingen": self.remarks,
        })
    }
}
