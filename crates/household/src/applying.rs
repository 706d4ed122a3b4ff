//! Applying: for each right of a household, where to apply, how, from which day it begins and until when.
//!
//! What the law says comes from `aanvragen.yaml`; the page of the municipality, and what it calls its scheme, from the
//! package of the municipality on the day. It is the rule for applying, not the day for this household: that
//! is for [`Milestones`](crate::Milestones).

mod json;

use corpus::policy::{Known, LocalScheme, SchemeId};
use corpus::{Application, Confidence, Corpus, HowToApply, Outcome, OutcomeKind};
use engine::language::{Language, Text};
use engine::text;
use jiff::civil::Date;
use regelspraak::number::Number;

use crate::calculation::{Answers, Calculation, CalculationError};
use crate::municipality::Municipality;
use crate::wording;

/// How a household applies for what it can have a right to.
#[derive(Debug, Clone, PartialEq)]
pub struct Applying {
    /// The day of the rules.
    pub date: Date,
    /// Which corpus gave it.
    pub version: String,
    /// The municipality, when the household names one.
    pub municipality: Option<Municipality>,
    /// Every right in the order of the outcomes, whether the household has it or not.
    pub rights: Vec<RightToApply>,
    /// What to know beside it.
    pub remarks: Vec<String>,
}

/// A right, what the household gets of it, and how to apply.
#[derive(Debug, Clone, PartialEq)]
pub struct RightToApply {
    /// The right: `zorgtoeslag`.
    pub right: String,
    /// What the municipality calls it.
    pub called: Option<String>,
    /// What the household gets.
    pub amounts: Vec<RightAmount>,
    /// With which organisation to apply; nothing when that is not known.
    pub place: Option<String>,
    /// Its web address; of a municipal scheme the page of the municipality.
    pub site: Option<String>,
    /// What to do.
    pub how: Option<String>,
    /// From which day the right begins.
    pub begins: Option<String>,
    /// Until when one can apply, or how far back.
    pub deadline: Option<String>,
    /// Where this is from.
    pub source: Option<String>,
    /// How sure it is.
    pub confidence: Option<Confidence>,
    /// Why something is not known.
    pub missing: Option<String>,
}

/// What the household or a person gets of a right.
#[derive(Debug, Clone, PartialEq)]
pub struct RightAmount {
    /// The outcome: `zorgtoeslag_per_maand`.
    pub outcome: String,
    /// Whose it is; nobody when it is of the household.
    pub person: Option<String>,
    /// In euro, rounded to cents; nothing when it cannot be determined.
    pub amount: Option<Number>,
}

impl RightToApply {
    /// Whether there is a right; nothing when that cannot be determined.
    pub fn entitled(&self) -> Option<bool> {
        let amounts = || self.amounts.iter().map(|it| &it.amount);
        let above = amounts().flatten().any(|amount| *amount > Number::ZERO);
        (above || amounts().all(Option::is_some)).then_some(above)
    }
}

impl Calculation<'_> {
    /// For each right, how to apply for it.
    ///
    /// # Errors
    ///
    /// A mistake in the rules, as [`Calculation::answers`] gives.
    pub fn applying(&self) -> Result<Applying, CalculationError> {
        let corpus = self.calculator.corpus();
        let (date, gemeente) = (self.file.rekendatum, self.file.gemeente);
        let answers = self.answers()?;
        let writer = Writer { corpus, date, gemeente, language: self.language };
        let mut rights: Vec<(Key<'_>, RightToApply)> = Vec::new();
        let wanted = corpus.outcomes.iter().filter(|it| it.kind == OutcomeKind::Right);
        for outcome in wanted {
            let key = writer.key(outcome);
            let at = match rights.iter().position(|(known, _)| *known == key) {
                Some(at) => at,
                None => {
                    rights.push((key, writer.right(key)));
                    rights.len() - 1
                }
            };
            rights[at].1.amounts.extend(amounts(&answers, outcome));
        }
        Ok(Applying {
            date,
            version: corpus.version.clone(),
            municipality: gemeente.copied(),
            rights: rights.into_iter().map(|(_, right)| right).collect(),
            remarks: answers.opmerkingen,
        })
    }
}

/// What an outcome is, of the household and of each person.
fn amounts(answers: &Answers, outcome: &Outcome) -> Vec<RightAmount> {
    let persons = answers.personen.iter().map(|(name, list)| (Some(name), list));
    let whose = std::iter::once((None, &answers.huishouden)).chain(persons);
    let of = |(person, list): (Option<&String>, &Vec<crate::calculation::Answer>)| {
        let answer = list.iter().find(|answer| answer.name == outcome.name)?;
        Some(RightAmount {
            outcome: outcome.name.clone(),
            person: person.cloned(),
            amount: answer.amount.clone(),
        })
    };
    whose.filter_map(of).collect()
}

/// What an outcome is a right to.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Key<'c> {
    /// A right of which it is said how to apply.
    Stated(&'c Application),
    /// A municipal scheme that only the packages say something about.
    Scheme(SchemeId),
    /// A right of which nothing is said.
    Unknown(&'c Outcome),
}

struct Writer<'w> {
    corpus: &'w Corpus,
    date: Date,
    gemeente: Option<&'w Municipality>,
    language: Language,
}

impl<'w> Writer<'w> {
    fn key(&self, outcome: &'w Outcome) -> Key<'w> {
        let stated = self.corpus.applications.iter().find(|it| it.is_of(outcome));
        match (stated, outcome.scheme) {
            (Some(application), _) => Key::Stated(application),
            (None, Some(scheme)) => Key::Scheme(scheme),
            (None, None) => Key::Unknown(outcome),
        }
    }

    fn right(&self, key: Key<'_>) -> RightToApply {
        match key {
            Key::Stated(application) => self.stated(application),
            Key::Scheme(scheme) => self.of_scheme(scheme),
            Key::Unknown(outcome) => {
                let name = &self.corpus.model[outcome.attribute].name.singular;
                RightToApply { missing: Some(self.said(&NOT_STATED)), ..nothing(name) }
            }
        }
    }

    fn stated(&self, application: &Application) -> RightToApply {
        let local = application.scheme.and_then(|scheme| self.local(scheme));
        let right = RightToApply {
            called: local.and_then(|local| local.called.clone()),
            site: local.and_then(|local| local.apply.clone()),
            ..nothing(&application.right)
        };
        let how = match application.at(self.date).map(|period| &period.stated) {
            Some(Ok(how)) => how,
            Some(Err(reason)) => return RightToApply { missing: Some(self.said(reason)), ..right },
            None => return RightToApply { missing: Some(self.other_days()), ..right },
        };
        let HowToApply { place, how: to_do, begins, deadline, source, confidence, .. } = how;
        let municipal = application.scheme.and(self.gemeente).map(|it| self.said(&named(it)));
        RightToApply {
            place: Some(municipal.unwrap_or_else(|| self.said(place))),
            site: right.site.clone().or_else(|| how.site.clone()),
            how: Some(self.said(to_do)),
            begins: Some(self.said(begins)),
            deadline: deadline.as_ref().map(|text| self.said(text)),
            source: Some(source.clone()),
            confidence: Some(*confidence),
            ..right
        }
    }

    fn of_scheme(&self, scheme: SchemeId) -> RightToApply {
        let name = &self.corpus.policies[scheme].name;
        let right = nothing(name);
        let Some(gemeente) = self.gemeente else {
            let place = Some(self.said(&YOUR_MUNICIPALITY));
            let (how, missing) = (self.said(&ASK_WHETHER), self.said(&NO_MUNICIPALITY));
            return RightToApply { place, how: Some(how), missing: Some(missing), ..right };
        };
        let place = Some(self.said(&named(gemeente)));
        let known = self.corpus.policies.known(gemeente.code, scheme, self.date);
        let (how, missing) = match known {
            Known::NoPackage | Known::NoScheme | Known::NotThen => (&ASK_WHETHER, &NO_SCHEME),
            Known::Missing(..) | Known::Stated(..) => (&ASK_MUNICIPALITY, &NO_DAYS),
        };
        let local = self.local(scheme);
        RightToApply {
            called: local.and_then(|local| local.called.clone()),
            place,
            site: local.and_then(|local| local.apply.clone()),
            how: Some(self.said(how)),
            missing: Some(self.said(missing)),
            ..right
        }
    }

    fn local(&self, scheme: SchemeId) -> Option<&'w LocalScheme> {
        self.corpus.policies.local(self.gemeente?.code, scheme)
    }

    fn said(&self, text: &Text) -> String {
        text.get(self.language).to_string()
    }

    fn other_days(&self) -> String {
        let [day, english] = Language::ALL.map(|language| wording::day(self.date, language));
        self.said(&text!(
            "Hoe u dit aanvraagt op {day}, is niet nagezocht.",
            "How to apply for this on {english} has not been looked up."
        ))
    }
}

/// A right of which nothing is known yet.
fn nothing(right: &str) -> RightToApply {
    RightToApply {
        right: right.to_string(),
        called: None,
        amounts: Vec::new(),
        place: None,
        site: None,
        how: None,
        begins: None,
        deadline: None,
        source: None,
        confidence: None,
        missing: None,
    }
}

fn named(gemeente: &Municipality) -> Text {
    let name = gemeente.name;
    text!("Gemeente {name}", "Municipality of {name}")
}

const YOUR_MUNICIPALITY: Text = Text::fixed("Uw gemeente", "Your municipality");
const NOT_STATED: Text = Text::fixed(
    "In de regels staat niet hoe u dit aanvraagt.",
    "The rules do not say how to apply for this.",
);
const ASK_WHETHER: Text = Text::fixed(
    "Vraag uw gemeente of zij deze regeling heeft, en hoe u haar aanvraagt.",
    "Ask your municipality whether it has this scheme, and how to apply.",
);
const ASK_MUNICIPALITY: Text =
    Text::fixed("Vraag dit aan bij uw gemeente.", "Apply for this with your municipality.");
const NO_MUNICIPALITY: Text =
    Text::fixed("De gemeente is niet ingevuld.", "The municipality was not filled in.");
const NO_SCHEME: Text = Text::fixed(
    "Van deze regeling van de gemeente is voor deze dag niets gevonden.",
    "Nothing was found of this scheme of the municipality for this day.",
);
const NO_DAYS: Text = Text::fixed(
    "Vanaf en tot wanneer u kunt aanvragen, is niet nagezocht. Vraag het de gemeente.",
    "From and until when you can apply has not been looked up. Ask the municipality.",
);
