//! What the rules say about a household on a day.

use std::collections::BTreeMap;
use std::sync::Arc;

use corpus::{Corpus, OutcomeKind};
use engine::data::InstanceId;
use engine::exact::{self, Branches, Fault, Outcome, SharedFault};
use engine::language::{Bilingual, Language, Text};
use engine::parameters::ParameterValues;
use engine::plan::{Plan, PlanError};
use engine::text;
use jiff::civil::Date;
use regelspraak::model::{ObjectTypeId, Property, Value};
use regelspraak::number::{Number, RoundingMode};
use serde_json::{Map, Value as Json};
use thiserror::Error;

use crate::file::HouseholdFile;
use crate::objects::{MappingError, Objects};
use crate::policy;
use crate::wording::{self, number_to_json};

/// A corpus made ready for one day: planned once, used for any number of households.
#[derive(Debug)]
pub struct Calculator<'c> {
    pub(crate) corpus: &'c Corpus,
    pub(crate) plan: Arc<Plan>,
    parameters: ParameterValues,
    date: Date,
}

/// Why a household cannot be worked out.
#[derive(Debug, Error)]
pub enum CalculationError {
    /// No scheme has amounts for the day.
    #[error("Voor {} zijn er geen bedragen in de regels. Kies een rekendatum {years}.", wording::day(*date, Language::Dutch))]
    NoParameters {
        /// The rekendatum.
        date: Date,
        /// The years for which there are amounts, in words.
        years: Text,
    },
    /// The rules cannot be put in order.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// The household does not fit in the rules.
    #[error("De regels passen niet bij het huishoudbestand: {0}.")]
    Mapping(#[from] MappingError),
    /// A mistake in the rules came to light.
    #[error("De regels geven geen uitkomst voor {outcome}: {fault}.")]
    Fault {
        /// The outcome.
        outcome: String,
        /// What went wrong.
        fault: SharedFault,
    },
}

impl Bilingual for CalculationError {
    fn english(&self) -> String {
        match self {
            CalculationError::NoParameters { date, years } => {
                let (day, years) = (wording::day(*date, Language::English), years.english());
                format!("There are no amounts in the rules for {day}. Choose a rekendatum {years}.")
            }
            CalculationError::Plan(error) => error.english(),
            CalculationError::Mapping(error) => {
                format!("The rules do not fit the household file: {}.", error.english())
            }
            CalculationError::Fault { outcome, fault } => {
                format!("The rules give no outcome for {outcome}: {}.", fault.english())
            }
        }
    }
}

/// A household that has been worked out.
#[derive(Debug)]
pub struct Calculation<'c> {
    pub(crate) language: Language,
    pub(crate) calculator: &'c Calculator<'c>,
    pub(crate) file: HouseholdFile,
    pub(crate) objects: Objects,
    pub(crate) outcome: Outcome,
}

/// The outcomes of a household: contract names with amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// The day the answer is for.
    pub rekendatum: Date,
    /// Which corpus gave it.
    pub versie: String,
    /// The outcomes of the household, in the order of the corpus.
    pub huishouden: Vec<Answer>,
    /// The outcomes of each person, in the order of the file.
    pub personen: Vec<(String, Vec<Answer>)>,
    /// Why an outcome cannot be determined, what the rules cannot say yet, and what is not right in
    /// the data; each once.
    pub opmerkingen: Vec<String>,
}

/// One outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its name in the contract.
    pub name: String,
    /// What it means.
    pub meaning: String,
    /// What kind of amount it is.
    pub kind: OutcomeKind,
    /// In euro, rounded to cents, halves away from zero; nothing when it cannot be determined.
    pub amount: Option<Number>,
}

impl<'c> Calculator<'c> {
    /// Plans the corpus for a day. Fails when no scheme has amounts for it.
    pub fn new(corpus: &'c Corpus, date: Date) -> Result<Calculator<'c>, CalculationError> {
        if !corpus.parameters.covers(date) {
            let years = known_years(corpus);
            return Err(CalculationError::NoParameters { date, years });
        }
        let plan = Arc::new(Plan::new(&corpus.model, date)?);
        let parameters = corpus.parameters.on(&corpus.model, date);
        Ok(Calculator { corpus, plan, parameters, date })
    }

    /// The same for another day on which the same rules hold, without planning again; nothing when other
    /// rules hold, or no scheme has amounts for it.
    pub fn for_day(&self, date: Date) -> Option<Calculator<'c>> {
        let corpus = self.corpus;
        let known = self.plan.period().contains(date) && corpus.parameters.covers(date);
        let parameters = known.then(|| corpus.parameters.on(&corpus.model, date))?;
        Some(Calculator { corpus, plan: self.plan.clone(), parameters, date })
    }

    /// The corpus.
    pub fn corpus(&self) -> &'c Corpus {
        self.corpus
    }

    /// Its day.
    pub fn date(&self) -> Date {
        self.date
    }

    /// The plan it follows.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The parameters on its day.
    pub fn parameters(&self) -> &ParameterValues {
        &self.parameters
    }

    /// Works out a household on the day of the calculator, whatever its own rekendatum.
    pub fn calculate(&self, file: &HouseholdFile) -> Result<Calculation<'_>, CalculationError> {
        let (objects, outcome) = self.follow(&self.plan, file)?;
        let (language, file) = (Language::default(), file.clone());
        Ok(Calculation { language, calculator: self, file, objects, outcome })
    }

    /// The objects of a household, with what its municipality has laid down for the day.
    pub fn objects(&self, file: &HouseholdFile) -> Result<Objects, MappingError> {
        let (model, policies) = (&self.corpus.model, &self.corpus.policies);
        let mut objects = file.objects(model)?;
        if let Some((gemeente, instance)) = file.gemeente.zip(objects.gemeente) {
            policies.fill(model, &mut objects.data, instance, gemeente.code, self.date)?;
        }
        Ok(objects)
    }

    /// Works out a household like [`Calculator::calculate`], with the branches that were taken.
    pub(crate) fn branches(
        &self,
        file: &HouseholdFile,
    ) -> Result<(Outcome, Branches), MappingError> {
        let (model, data) = (&self.corpus.model, self.objects(file)?.data);
        Ok(exact::run_with_branches(model, &self.plan, &self.parameters, self.date, data))
    }

    /// Follows a part of the plan for a household.
    pub(crate) fn follow(
        &self,
        plan: &Plan,
        file: &HouseholdFile,
    ) -> Result<(Objects, Outcome), MappingError> {
        let objects = self.objects(file)?;
        let data = objects.data.clone();
        let outcome = exact::run(&self.corpus.model, plan, &self.parameters, self.date, data);
        Ok((objects, outcome))
    }
}

fn known_years(corpus: &Corpus) -> Text {
    let model = &corpus.model;
    let days = (0..model.parameters.len() as u32)
        .flat_map(|index| corpus.parameters.of(regelspraak::model::ParameterId(index)));
    let mut years: Vec<i16> = days.map(|period| period.from.year()).collect();
    years.sort_unstable();
    years.dedup();
    years.retain(|year| corpus.parameters.covers(Date::constant(*year, 1, 1)));
    in_years(&years)
}

/// `in 2024, 2025 of 2026`.
pub(crate) fn in_years(years: &[i16]) -> Text {
    let years: Vec<String> = years.iter().map(i16::to_string).collect();
    match years.split_last() {
        None => Text::fixed("waarvoor er bedragen zijn", "for which there are amounts"),
        Some((only, [])) => text!("in {only}", "in {only}"),
        Some((last, rest)) => {
            let rest = rest.join(", ");
            text!("in {rest} of {last}", "in {rest} or {last}")
        }
    }
}

impl Calculation<'_> {
    /// The same, to be told in a language; until then it is Dutch.
    pub fn in_language(self, language: Language) -> Self {
        Calculation { language, ..self }
    }

    /// The objects the household became.
    pub fn objects(&self) -> &Objects {
        &self.objects
    }

    /// What the engine made of them.
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// All outcomes. A missing parameter makes an outcome unknown; any other fault is a mistake in
    /// the rules and stops.
    pub fn answers(&self) -> Result<Answers, CalculationError> {
        let mut remarks = Vec::new();
        let household = self.of(self.objects.huishouden, &mut remarks)?;
        remarks.extend(self.marks());
        self.add_findings(&mut remarks);
        let mut persons = Vec::new();
        for (person, instance) in self.file.personen.iter().zip(&self.objects.personen) {
            persons.push((person.naam.clone(), self.of(*instance, &mut remarks)?));
        }
        self.add_unknown_policy(&mut remarks);
        remarks.extend(self.file.counted_instead(self.language));
        Ok(Answers {
            rekendatum: self.outcome.date(),
            versie: self.calculator.corpus.version.clone(),
            huishouden: household,
            personen: persons,
            opmerkingen: remarks,
        })
    }

    /// Why outcomes of municipal schemes are unknown.
    fn add_unknown_policy(&self, remarks: &mut Vec<String>) {
        let corpus = self.calculator.corpus;
        let outcomes = corpus.outcomes.iter();
        let household = std::iter::once(self.objects.huishouden);
        let whose: Vec<InstanceId> = household.chain(self.objects.personen.clone()).collect();
        let lacking = |outcome: &corpus::Outcome| {
            whose.iter().any(|instance| self.lacks_policy(outcome, *instance))
        };
        let unknown = outcomes.filter(|outcome| lacking(outcome)).collect::<Vec<_>>();
        let texts = policy::remarks(corpus, self.file.gemeente, self.outcome.date(), &unknown);
        remarks.extend(texts.iter().map(|text| text.get(self.language).to_string()));
    }

    /// Whether an outcome of the household or of a person is unknown for want of what the municipality
    /// laid down.
    pub(crate) fn lacks_policy(&self, outcome: &corpus::Outcome, instance: InstanceId) -> bool {
        outcome.scheme.is_some()
            && outcome.objecttype == instance.objecttype
            && self.outcome.property(Property::Attribute(outcome.attribute), instance)
                == Ok(Value::Empty)
    }

    /// What the rules cannot say yet about the persons and things of this household.
    pub(crate) fn marks(&self) -> Vec<String> {
        let (data, mut marks) = (self.outcome.data(), Vec::new());
        for remark in &self.calculator.corpus.remarks {
            for instance in data.instances(remark.objecttype) {
                if self.outcome.has(remark.kenmerk, instance) == Ok(true) {
                    marks.push(remark.about(data.id(instance), self.language));
                }
            }
        }
        marks
    }

    /// What the consistentieregels find wrong in this household (section 9.5 of RegelSpraak): the
    /// notes of the rule, or the values when it has none.
    fn add_findings(&self, remarks: &mut Vec<String>) {
        let model = &self.calculator.corpus.model;
        let findings = self.outcome.findings(model);
        let mut add = |remark: String| {
            if !remarks.contains(&remark) {
                remarks.push(remark);
            }
        };
        for found in &findings.inconsistent {
            let name = self.outcome.data().id(found.instance);
            let remark = found.message(model).unwrap_or_else(|| {
                let reason = Language::ALL.map(|language| found.reason.get(language));
                let ([dutch, english], rule) = (reason, &model[found.rule].name);
                text!(
                    "De gegevens kloppen niet volgens de regel ‘{rule}’: {dutch}.",
                    "The data are not right by the rule ‘{rule}’: {english}."
                )
            });
            add(remark.get(self.language).replace("{naam}", name));
        }
        for unknown in &findings.undetermined {
            let text = unknown.text(model, &self.outcome);
            add(wording::capital(text.get(self.language)) + ".");
        }
    }

    /// An outcome of the household or of a person, in euro and rounded to cents, halves away from zero;
    /// nothing when it is unknown for want of what the municipality laid down.
    pub(crate) fn amount(
        &self,
        outcome: &corpus::Outcome,
        instance: InstanceId,
    ) -> Result<Option<Number>, SharedFault> {
        let property = Property::Attribute(outcome.attribute);
        Ok(match self.outcome.property(property, instance)? {
            Value::Number(number) => Some(number.round(RoundingMode::HalfAwayFromZero, 2)),
            _ if outcome.scheme.is_some() => None,
            _ => Some(Number::ZERO),
        })
    }

    fn of(
        &self,
        instance: InstanceId,
        remarks: &mut Vec<String>,
    ) -> Result<Vec<Answer>, CalculationError> {
        let objecttype: ObjectTypeId = instance.objecttype;
        let outcomes = self.calculator.corpus.outcomes.iter();
        let mut answers = Vec::new();
        for outcome in outcomes.filter(|outcome| outcome.objecttype == objecttype) {
            let amount = match self.amount(outcome, instance) {
                Ok(amount) => amount,
                Err(fault) => match fault.as_ref() {
                    Fault::MissingParameter { parameter, day, reason, .. } => {
                        let why = wording::no_value(parameter, *day, reason, self.language);
                        let remark = format!("{}: {why}", outcome.name);
                        if !remarks.contains(&remark) {
                            remarks.push(remark);
                        }
                        None
                    }
                    _ => {
                        let outcome = outcome.name.clone();
                        return Err(CalculationError::Fault { outcome, fault });
                    }
                },
            };
            let name = outcome.name.clone();
            let meaning = outcome.meaning.get(self.language).to_string();
            answers.push(Answer { name, meaning, kind: outcome.kind, amount });
        }
        Ok(answers)
    }
}

impl Answers {
    /// The amount of an outcome of the household.
    pub fn household(&self, name: &str) -> Option<&Answer> {
        self.huishouden.iter().find(|answer| answer.name == name)
    }

    /// The amount of an outcome of a person.
    pub fn person(&self, person: &str, name: &str) -> Option<&Answer> {
        let (_, answers) = self.personen.iter().find(|(known, _)| known == person)?;
        answers.iter().find(|answer| answer.name == name)
    }

    /// The answers in the shape of the contract.
    pub fn to_json(&self) -> Json {
        let object = |answers: &[Answer]| {
            let pairs = answers.iter().map(|answer| {
                let amount = answer.amount.as_ref().map_or(Json::Null, number_to_json);
                (answer.name.clone(), amount)
            });
            Json::Object(pairs.collect::<Map<String, Json>>())
        };
        let persons = self.personen.iter().map(|(name, list)| (name.clone(), object(list)));
        let mut out = Map::new();
        out.insert("rekendatum".into(), self.rekendatum.to_string().into());
        out.insert("versie".into(), self.versie.clone().into());
        out.insert("huishouden".into(), object(&self.huishouden));
        out.insert("personen".into(), Json::Object(persons.collect()));
        out.insert("opmerkingen".into(), self.opmerkingen.clone().into());
        Json::Object(out)
    }
}

/// Each distinct day a calculator is needed for, made once.
#[derive(Debug)]
pub struct Calculators<'c> {
    corpus: &'c Corpus,
    made: BTreeMap<Date, Calculator<'c>>,
}

impl<'c> Calculators<'c> {
    /// None made yet.
    pub fn new(corpus: &'c Corpus) -> Calculators<'c> {
        Calculators { corpus, made: BTreeMap::new() }
    }

    /// The calculator for a day.
    pub fn on(&mut self, date: Date) -> Result<&Calculator<'c>, CalculationError> {
        if !self.made.contains_key(&date) {
            let like = self.made.values().find_map(|made| made.for_day(date));
            let made = like.map_or_else(|| Calculator::new(self.corpus, date), Ok)?;
            self.made.insert(date, made);
        }
        Ok(&self.made[&date])
    }
}
