//! Why an amount is what it is: the rules that gave it, with the values they used and their law
//! articles, down to what was given and what the law fixes.

mod conditions;
mod error;
mod extent;
mod in_time;
mod json;
mod origin;
mod reasons;
mod search;
mod sentence;
mod texts;

use std::collections::HashSet;

use corpus::ids;
use engine::data::InstanceId;
use engine::language::{Bilingual, Language, Text};
use engine::trace::{Attempt, Derivation, Source, Used, derivation};
use regelspraak::model::{
    KenmerkId, Model, ParameterId, Property, RuleId, RuleVersion, Type, Value,
};

use crate::calculation::Calculation;
use crate::change::Change;
use crate::{policy, wording};

pub use error::ExplainError;
pub use extent::{Extent, Folded};

/// An explained value: how it came about and what it was made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What it is: `zorgtoeslag per maand van Sam`.
    pub uitkomst: String,
    /// What it is and the value, as the line above its explanation: `Zorgtoeslag per maand van
    /// Sam: € 129`, `Is Sam een aanvrager? Ja`.
    pub kop: String,
    /// The value.
    pub waarde: Value,
    /// The value as a reader sees it.
    pub getoond: String,
    /// Its unit; empty when it has none.
    pub eenheid: String,
    /// The rule that gave it; nothing for input and parameters.
    pub regel: Option<RuleReference>,
    /// The sentence of the rule with its values filled in, or where the value comes from.
    pub tekst: String,
    /// What the rule says besides, for who reads it.
    pub toelichting: Vec<String>,
    /// The law articles or publications behind it.
    pub bronnen: Vec<String>,
    /// The conditions that were judged, in order.
    pub voorwaarden: Vec<ConditionLine>,
    /// The values it was made of, each explained the same way; once explained, a value is only
    /// named again.
    pub uit: Vec<Explanation>,
    /// Why it is not explained further here.
    pub folded: Option<Folded>,
}

/// A whole answer to why: the explanation, and for an outcome of 0 because there is no right, what
/// stands in the way and what would change it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The language it is told in.
    pub language: Language,
    /// The outcome that was asked for.
    pub outcome: String,
    /// What the outcome means.
    pub meaning: String,
    /// How it came about.
    pub explanation: Explanation,
    /// What stands in the way, each in one or two sentences.
    pub reasons: Vec<String>,
    /// What would give the right, each enough: one change, or two that only work together. The smallest
    /// first.
    pub alternatives: Vec<Vec<Change>>,
}

/// A rule, where it can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleReference {
    /// Its id in the regelboek.
    pub id: String,
    /// Its name.
    pub naam: String,
    /// The file it stands in, relative to the corpus.
    pub bestand: String,
    /// Its line.
    pub regelnummer: u32,
    /// Its law articles.
    pub bronnen: Vec<String>,
}

/// A condition and how it was judged.
#[derive(Debug, Clone, PartialEq)]
pub struct ConditionLine {
    /// The condition with its values filled in.
    pub tekst: String,
    /// Whether it holds; nothing when it was not judged.
    pub voldaan: Option<bool>,
    /// How deep it stands in the list, from 0.
    pub niveau: usize,
    /// For the condition that stands in the way of a right: what would give it.
    pub zou_veranderen: Option<Change>,
    key: reasons::LineKey,
}

impl Calculation<'_> {
    /// Explains an outcome of the household, or of a person.
    pub fn explain(
        &self,
        outcome: &str,
        person: Option<&str>,
        extent: Extent,
    ) -> Result<Answer, ExplainError> {
        let (asked, instance) = self.place(outcome, person)?;
        let attribute = asked.attribute;
        let mut explainer = Explainer::new(self, extent);
        let property = Property::Attribute(attribute);
        let mut explanation = explainer.explain(property, instance);
        let zero = matches!(&explanation.waarde, Value::Number(number) if number.is_zero());
        let reasons = match zero && asked.kind.can_be_refused() {
            true => explainer.reasons(property, instance),
            false => Vec::new(),
        };
        let mut alternatives = Vec::new();
        if let Some(reason) = reasons.first() {
            alternatives = search::alternatives(self, attribute, instance);
            if let Some(line) = explanation.line(reason.line) {
                line.zou_veranderen = alternatives.first().and_then(|it| it.first()).cloned();
            }
        }
        let mut reasons: Vec<String> = reasons.into_iter().map(|reason| reason.text).collect();
        if self.lacks_policy(asked, instance) {
            explanation.getoond = texts::UNKNOWN.get(self.language).to_string();
            explanation.kop = texts::headed(&explanation.uitkomst, &explanation.getoond);
            let (corpus, date) = (self.calculator.corpus, self.outcome.date());
            let said = policy::remarks(corpus, self.file.gemeente, date, &[asked]);
            reasons.extend(said.first().map(|text| text.get(self.language).to_string()));
        }
        let (language, outcome) = (self.language, asked.name.clone());
        let meaning = asked.meaning.get(language).to_string();
        Ok(Answer { language, outcome, meaning, explanation, reasons, alternatives })
    }

    /// An outcome by name, with the instance it is asked of.
    fn place(
        &self,
        name: &str,
        person: Option<&str>,
    ) -> Result<(&corpus::Outcome, InstanceId), ExplainError> {
        let corpus = self.calculator.corpus;
        let Some(outcome) = corpus.outcomes.iter().find(|outcome| outcome.name == name) else {
            let known: Vec<&str> = corpus.outcomes.iter().map(|o| o.name.as_str()).collect();
            let hint = corpus::document::did_you_mean(name, &known);
            return Err(ExplainError::UnknownOutcome { name: name.to_string(), hint });
        };
        if outcome.objecttype == self.objects.huishouden.objecttype {
            return match person {
                None => Ok((outcome, self.objects.huishouden)),
                Some(_) => Err(ExplainError::OfHousehold { outcome: name.to_string() }),
            };
        }
        let index = match person {
            Some(name) => self.file.find(name)?,
            None if self.file.personen.len() == 1 => 0,
            None => {
                let (outcome, known) = (name.to_string(), self.file.names());
                return Err(ExplainError::WhichPerson { outcome, known });
            }
        };
        Ok((outcome, self.objects.personen[index]))
    }
}

pub(crate) struct Explainer<'e> {
    pub(crate) calculation: &'e Calculation<'e>,
    extent: Extent,
    /// How many explanations stand around the one being made.
    depth: usize,
    /// The depth of the yes or no that it is part of.
    condition: Option<usize>,
    explained: HashSet<(Property, InstanceId)>,
    parameters: HashSet<ParameterId>,
}

impl<'e> Explainer<'e> {
    fn new(calculation: &'e Calculation<'e>, extent: Extent) -> Explainer<'e> {
        let (explained, parameters) = (HashSet::new(), HashSet::new());
        Explainer { calculation, extent, depth: 0, condition: None, explained, parameters }
    }

    fn model(&self) -> &'e Model {
        &self.calculation.calculator.corpus.model
    }

    fn language(&self) -> Language {
        self.calculation.language
    }

    fn say(&self, text: &Text) -> String {
        text.get(self.language()).to_string()
    }

    fn value(&self, datatype: &Type, value: &Value) -> String {
        wording::value(self.model(), datatype, value, self.language())
    }

    fn explain(&mut self, property: Property, instance: InstanceId) -> Explanation {
        let model = self.model();
        let calculator = self.calculation.calculator;
        let outcome = &self.calculation.outcome;
        let derivation = derivation(model, &calculator.plan, outcome, property, instance);
        let mut explanation = self.named(property, instance, &derivation);
        if self.explained.contains(&(property, instance)) {
            explanation.tekst = self.say(&texts::EXPLAINED);
            return explanation;
        }
        if derivation.attempts.is_empty() || derivation.is_input() {
            self.explained.insert((property, instance));
            self.fill_origin(&mut explanation, property, instance);
            return explanation;
        }
        if let Some(folded) = self.folded(property, instance) {
            explanation.tekst = self.say(&folded.text());
            explanation.folded = Some(folded);
            return explanation;
        }
        self.explained.insert((property, instance));
        let condition = self.condition;
        if matches!(property, Property::Kenmerk(_)) {
            self.condition = condition.or(Some(self.depth));
        }
        self.depth += 1;
        match derivation.fired() {
            Some(fired) if !fired.initialises => self.fill(&mut explanation, fired, &derivation),
            fired => self.fill_why_not(&mut explanation, fired, &derivation),
        }
        if let Some(changes) = self.in_this_year(property, instance) {
            explanation.toelichting.insert(0, changes);
        }
        self.depth -= 1;
        self.condition = condition;
        explanation
    }

    /// The name and value of a property, without how it came about.
    fn named(
        &self,
        property: Property,
        instance: InstanceId,
        derivation: &Derivation,
    ) -> Explanation {
        let model = self.model();
        let datatype = model.property_type(property);
        let name = &model.property_name(property).singular;
        let uitkomst = texts::whose(self.language(), name, &self.who(instance));
        let value = derivation.result.clone().unwrap_or(Value::Empty);
        let getoond = match &derivation.result {
            Ok(value) => self.value(&datatype, value),
            Err(fault) => {
                format!("{}: {}", self.say(&texts::UNKNOWN), fault.in_language(self.language()))
            }
        };
        let kop = match property {
            Property::Kenmerk(kenmerk) => self.question(kenmerk, instance, &getoond),
            _ => texts::headed(&uitkomst, &getoond),
        };
        let eenheid = unit(model, &datatype);
        Explanation { kop, getoond, eenheid, ..Explanation::of(uitkomst, value) }
    }

    /// A yes or no as the question it answers: `Heeft Sam een recht op zorgtoeslag? Ja`.
    fn question(&self, kenmerk: KenmerkId, whose: InstanceId, answer: &str) -> String {
        let declared = &self.model()[kenmerk];
        let name = &declared.name;
        let name = (declared.form, name.singular.as_str(), name.article.is_some());
        texts::question(self.language(), &self.who(whose), name, answer)
    }

    /// The notes beside a rule, which are in Dutch only: in English the sentence and its article
    /// have to do.
    fn notes(&self, attempt: &Attempt) -> Vec<String> {
        match self.language() {
            Language::Dutch => self.model()[attempt.rule].notes.clone(),
            Language::English => Vec::new(),
        }
    }

    /// A person by name, anything else by its objecttype.
    pub(crate) fn who(&self, instance: InstanceId) -> String {
        let objects = &self.calculation.objects;
        if objects.personen.contains(&instance) {
            return self.calculation.outcome.data().id(instance).to_string();
        }
        let name = &self.model()[instance.objecttype].name;
        texts::thing(self.language(), &wording::with_article(name), &name.singular)
    }

    /// A value that a rule gave.
    fn fill(&mut self, explanation: &mut Explanation, fired: &Attempt, derivation: &Derivation) {
        let model = self.model();
        explanation.regel = Some(RuleReference::of(model, fired.rule));
        explanation.bronnen = model[fired.rule].sources.clone();
        explanation.toelichting = self.notes(fired);
        explanation.tekst = self.sentence(fired);
        if let Some(condition) = &fired.condition {
            let lines = &mut explanation.voorwaarden;
            self.conditions(version(model, fired), condition, derivation.instance, lines);
        }
        if let Some(criterion) = &fired.criterion {
            let lines = &mut explanation.voorwaarden;
            self.conditions(version(model, fired), criterion, derivation.instance, lines);
        }
        self.add_used(explanation, fired, &fired.used);
        self.add_variables(explanation, fired);
        for judged in fired.condition.iter().chain(&fired.criterion) {
            self.add_condition(explanation, fired, judged);
        }
    }

    /// A value that no rule gave, or only an initialisation: the rules that could have given one,
    /// and what stood in their way.
    fn fill_why_not(
        &mut self,
        explanation: &mut Explanation,
        initial: Option<&Attempt>,
        derivation: &Derivation,
    ) {
        let model = self.model();
        let tried: Vec<&Attempt> =
            derivation.attempts.iter().filter(|attempt| !attempt.initialises).collect();
        let shown = tried.first().copied().or(initial);
        let Some(shown) = shown else { return };
        explanation.regel = Some(RuleReference::of(model, shown.rule));
        explanation.bronnen = model[shown.rule].sources.clone();
        explanation.toelichting = self.notes(shown);
        explanation.tekst = self.sentence(shown);
        for attempt in tried {
            let Some(condition) = &attempt.condition else { continue };
            let lines = &mut explanation.voorwaarden;
            self.conditions(version(model, attempt), condition, derivation.instance, lines);
        }
        for attempt in derivation.attempts.iter().filter(|attempt| !attempt.initialises) {
            self.add_variables(explanation, attempt);
            if let Some(condition) = &attempt.condition {
                self.add_condition(explanation, attempt, condition);
            }
        }
    }

    /// Adds the values an expression used.
    fn add_used(&mut self, explanation: &mut Explanation, attempt: &Attempt, used: &Used) {
        for operand in &used.operands {
            match operand.source {
                Source::Attribute { attribute, instance: Some(instance) } => {
                    self.add(explanation, Property::Attribute(attribute), instance);
                }
                Source::Parameter(parameter) => self.add_parameter(explanation, parameter),
                _ => {}
            }
        }
        if self.extent == Extent::Short {
            // The sentence says who was chosen; that somebody is one seldom needs telling.
            return;
        }
        for filter in &used.filters {
            self.add_condition(explanation, attempt, &filter.condition);
        }
    }

    fn add(&mut self, explanation: &mut Explanation, property: Property, instance: InstanceId) {
        let name = &self.model().property_name(property).singular;
        let title = texts::whose(self.language(), name, &self.who(instance));
        if explanation.uit.iter().all(|known| known.uitkomst != title) {
            let part = self.explain(property, instance);
            explanation.uit.push(part);
        }
    }

    /// Adds a parameter with its source; in a short explanation only where it is first used.
    fn add_parameter(&mut self, explanation: &mut Explanation, parameter: ParameterId) {
        if !self.parameters.insert(parameter) && self.extent == Extent::Short {
            return;
        }
        let leaf = self.parameter(parameter);
        if !explanation.uit.contains(&leaf) {
            explanation.uit.push(leaf);
        }
    }

    /// Adds the variables of a rule, each with what it was made of.
    fn add_variables(&mut self, explanation: &mut Explanation, attempt: &Attempt) {
        let model = self.model();
        let version = version(model, attempt);
        for used in &attempt.variables {
            let Some(variable) = version.variables.get(usize::from(used.variable.0)) else {
                continue;
            };
            let datatype = &variable.value.datatype;
            let value = used.value.clone().unwrap_or(Value::Empty);
            let getoond = self.value(datatype, &value);
            let name = variable.name.singular.clone();
            let mut part = Explanation {
                kop: texts::headed(&name, &getoond),
                getoond,
                eenheid: unit(model, datatype),
                regel: Some(RuleReference::of(model, attempt.rule)),
                tekst: self.definition(version, variable, used),
                ..Explanation::of(name, value)
            };
            self.add_used(&mut part, attempt, &used.used);
            explanation.uit.push(part);
        }
    }

    /// A parameter with its source.
    fn parameter(&self, parameter: ParameterId) -> Explanation {
        let calculator = self.calculation.calculator;
        let model = self.model();
        let declared = &model[parameter];
        let date = self.calculation.outcome.date();
        let value = calculator.parameters().get(parameter, date).cloned().unwrap_or(Value::Empty);
        let period = calculator.corpus.parameters.at(parameter, date);
        let stated = period.and_then(|period| period.stated.as_ref().ok());
        let source = stated.map(|stated| stated.source.clone());
        let since = period.map(|period| wording::day(period.from, self.language()));
        let getoond = self.value(&declared.datatype, &value);
        let name = declared.name.singular.clone();
        Explanation {
            kop: texts::headed(&name, &getoond),
            getoond,
            eenheid: unit(model, &declared.datatype),
            tekst: since.map(|day| texts::since(self.language(), &day)).unwrap_or_default(),
            bronnen: source.into_iter().collect(),
            ..Explanation::of(name, value)
        }
    }
}

fn unit(model: &Model, datatype: &Type) -> String {
    datatype.unit().map(|unit| model.units.display(unit)).unwrap_or_default()
}

fn version<'m>(model: &'m Model, attempt: &Attempt) -> &'m RuleVersion {
    &model[attempt.rule].versions[attempt.version]
}

impl RuleReference {
    /// Where a rule can be found.
    pub fn of(model: &Model, rule: RuleId) -> RuleReference {
        let id = ids::rule_id(model, rule);
        let rule = &model[rule];
        RuleReference {
            id,
            naam: rule.name.clone(),
            bestand: model[rule.span.file].name.clone(),
            regelnummer: rule.line,
            bronnen: rule.sources.clone(),
        }
    }
}

impl Explanation {
    /// A name and a value, about which nothing has been said yet.
    fn of(uitkomst: String, waarde: Value) -> Explanation {
        Explanation {
            uitkomst,
            kop: String::new(),
            waarde,
            getoond: String::new(),
            eenheid: String::new(),
            regel: None,
            tekst: String::new(),
            toelichting: Vec::new(),
            bronnen: Vec::new(),
            voorwaarden: Vec::new(),
            uit: Vec::new(),
            folded: None,
        }
    }

    /// Whether there is nothing to say about it but its value: input, or explained before.
    pub fn is_plain(&self) -> bool {
        self.bronnen.is_empty()
            && self.voorwaarden.is_empty()
            && self.uit.is_empty()
            && self.folded.is_none()
    }

    /// The line of a condition, wherever it stands.
    fn line(&mut self, key: reasons::LineKey) -> Option<&mut ConditionLine> {
        if let Some(index) = self.voorwaarden.iter().position(|line| line.key == key) {
            return self.voorwaarden.get_mut(index);
        }
        self.uit.iter_mut().find_map(|part| part.line(key))
    }
}
