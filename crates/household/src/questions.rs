//! Which facts still matter, and the next best question.
//!
//! What the file leaves out is not known here, whatever the format takes it for elsewhere. The rules are derived
//! with those facts open ([`engine::columnar::Partial`]): a fact matters as long as an outcome still hangs on it.
//! What was given already, and what can make no difference any more, is not asked.

mod json;
mod open;
mod spread;

use corpus::OutcomeKind;
use engine::columnar::{Moment, Open, Partial, Refused, Wish};
use engine::data::InstanceId;
use engine::language::{Bilingual, Language, Text};
use jiff::civil::Date;
use regelspraak::model::Property;
use regelspraak::number::Number;
use thiserror::Error;

pub use open::OpenFact;

use crate::calculation::Calculator;
use crate::file::HouseholdFile;
use crate::objects::MappingError;

/// Why there are no questions.
#[derive(Debug, Error)]
pub enum QuestionsError {
    /// The household does not fit in the rules.
    #[error("De regels passen niet bij het huishoudbestand: {0}.")]
    Mapping(#[from] MappingError),
    /// The rules use something that open facts cannot do.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// A fact that is to be skipped is not open.
    #[error("‘{given}’ staat niet open in dit bestand.{}", hint.as_ref().map(|hint| format!(" {hint}")).unwrap_or_default())]
    NotOpen {
        /// The place that was given.
        given: String,
        /// The one that was probably meant.
        hint: Option<Text>,
    },
}

impl Bilingual for QuestionsError {
    fn english(&self) -> String {
        match self {
            QuestionsError::Mapping(error) => {
                format!("The rules do not fit the household file: {}.", error.english())
            }
            QuestionsError::Refused(error) => error.to_string(),
            QuestionsError::NotOpen { given, hint } => {
                let hint = hint.as_ref().map(|hint| format!(" {}", hint.english()));
                format!("‘{given}’ is not open in this file.{}", hint.unwrap_or_default())
            }
        }
    }
}

/// What is still to be asked about a household, and what is known of its outcomes.
#[derive(Debug, Clone)]
pub struct Questions {
    /// The day of the rules.
    pub date: Date,
    /// Which corpus gave it.
    pub version: String,
    /// The facts that still matter, the next best question first: the one that most outcomes still hang
    /// on, and among equals the first in the file.
    pub questions: Vec<Question>,
    /// How many facts the file leaves open that do not matter any more.
    pub irrelevant: usize,
    /// The outcomes, in the order of the corpus.
    pub outcomes: Vec<Reach>,
    /// The language its texts are in.
    pub language: Language,
}

/// A fact that still matters.
#[derive(Debug, Clone)]
pub struct Question {
    /// The fact; nothing when it is the municipality.
    pub fact: Option<OpenFact>,
    /// Who it is about, by name.
    pub person: Option<String>,
    /// What is asked, in words.
    pub text: String,
    /// The outcomes that hang on it, by position.
    pub outcomes: Vec<usize>,
}

/// How much an outcome can still be.
#[derive(Debug, Clone)]
pub struct Reach {
    /// Its name in the contract.
    pub name: String,
    /// What it means.
    pub meaning: String,
    /// Of whom; nothing when it is of the household.
    pub person: Option<String>,
    /// Whether nothing it hangs on is open.
    pub known: bool,
    /// The lowest and the highest, in euro: of the answers that were tried. Nothing when it is unknown
    /// whatever the answers.
    pub between: Option<(Number, Number)>,
    /// The lowest and the highest that any answer that is thought of can give, if it can be said beforehand.
    pub bounds: Option<(Number, Number)>,
}

/// The place of the municipality in the file.
pub const MUNICIPALITY: &str = "huishouden.gemeente";

impl Calculator<'_> {
    /// What is still to be asked about a household, on the day of the calculator. `skipped` are facts that are not
    /// asked, by their place in the file: those of which somebody does not know the answer. They stay open.
    ///
    /// # Errors
    ///
    /// [`QuestionsError::NotOpen`] when what is skipped is no open fact; the others when the rules are not those
    /// of a household.
    pub fn questions(
        &self,
        file: &HouseholdFile,
        skipped: &[&str],
        language: Language,
    ) -> Result<Questions, QuestionsError> {
        let file = open::with_room(file);
        let objects = self.objects(&file)?;
        let corpus = self.corpus();
        let facts = open::facts(&corpus.model, &file, &objects);
        let places: Vec<&str> =
            facts.iter().map(|fact| fact.place.as_str()).chain([MUNICIPALITY]).collect();
        if let Some(given) = skipped.iter().find(|it| !places.contains(it)) {
            let hint = corpus::document::did_you_mean(given, &places);
            return Err(QuestionsError::NotOpen { given: given.to_string(), hint });
        }
        let asked = asked(corpus);
        let wish = |it: &&corpus::Outcome| Wish {
            property: Property::Attribute(it.attribute),
            decimals: 2,
        };
        let wishes: Vec<Wish> = asked.iter().map(wish).collect();
        let (plan, parameters, date) = (self.plan(), self.parameters(), self.date());
        let moment = Moment { plan, parameters, variants: &[], date, wishes: &wishes };
        let open: Vec<Open> = facts.iter().map(|fact| fact.open.clone()).collect();
        let mut partial = Partial::new(&corpus.model, &moment, objects.data.clone(), &open)?;
        let between = spread::spread(&mut partial);
        let name = |instance: InstanceId| {
            let person = objects.personen.iter().position(|known| *known == instance)?;
            Some(file.personen[person].naam.clone())
        };
        let known =
            |scheme: Option<corpus::policy::SchemeId>| scheme.is_none() || file.gemeente.is_some();
        let outcomes = partial.outcomes().iter().zip(&between).map(|(it, between)| {
            let outcome = asked[it.wish];
            let cents = |(low, high): (f64, f64)| (cents(low), cents(high));
            Reach {
                name: outcome.name.clone(),
                meaning: outcome.meaning.get(language).to_string(),
                person: name(it.instance),
                known: it.hangs_on.is_empty() && known(outcome.scheme),
                // When columns can decide none of those tried, what is known beforehand has to do.
                between: between.or(it.bounds).map(cents).filter(|_| known(outcome.scheme)),
                bounds: it.bounds.map(cents).filter(|_| known(outcome.scheme)),
            }
        });
        let outcomes: Vec<Reach> = outcomes.collect();
        let mut questions = Vec::new();
        let mut irrelevant = 0;
        for (at, fact) in facts.into_iter().enumerate() {
            let hang = partial.outcomes().iter().enumerate();
            let hang = hang.filter(|(_, it)| it.hangs_on.contains(&at)).map(|(at, _)| at);
            let hang: Vec<usize> = hang.collect();
            if hang.is_empty() {
                irrelevant += 1;
            } else if !skipped.contains(&fact.place.as_str()) {
                let person = fact.person.map(|person| file.personen[person].naam.clone());
                let text = fact.field.meaning(language).to_string();
                questions.push(Question { fact: Some(fact), person, text, outcomes: hang });
            }
        }
        if file.gemeente.is_none() && !skipped.contains(&MUNICIPALITY) {
            let hang = partial.outcomes().iter().enumerate();
            let hang = hang.filter(|(_, it)| asked[it.wish].scheme.is_some()).map(|(at, _)| at);
            let field = crate::Section::Household.field("gemeente");
            let text = field.map_or("", |field| field.meaning(language)).to_string();
            let (fact, person, outcomes) = (None, None, hang.collect());
            questions.push(Question { fact, person, text, outcomes });
        }
        questions.sort_by_key(|question| std::cmp::Reverse(question.outcomes.len()));
        let version = corpus.version.clone();
        Ok(Questions { date, version, questions, irrelevant, outcomes, language })
    }
}

/// The outcomes that are asked about: every right, once, and what is left to live on.
fn asked(corpus: &corpus::Corpus) -> Vec<&corpus::Outcome> {
    let month = |outcome: &corpus::Outcome| {
        let year = outcome.name.strip_suffix("_per_jaar");
        year.is_some_and(|name| {
            let others = ["_per_maand", "_per_kwartaal"].map(|ending| format!("{name}{ending}"));
            corpus.outcomes.iter().any(|other| others.contains(&other.name))
        })
    };
    let right = |outcome: &&corpus::Outcome| {
        outcome.kind == OutcomeKind::Right && !month(outcome)
            || outcome.name == "netto_besteedbaar_inkomen_per_maand"
    };
    corpus.outcomes.iter().filter(right).collect()
}

fn cents(cents: f64) -> Number {
    crate::sweep::euro(cents.round() as i64)
}

impl Questions {
    /// The next best question; nothing when nothing matters any more.
    pub fn next(&self) -> Option<&Question> {
        self.questions.first()
    }
}

impl Question {
    /// Where the answer belongs in the file.
    pub fn place(&self) -> &str {
        self.fact.as_ref().map_or(MUNICIPALITY, |fact| &fact.place)
    }
}
