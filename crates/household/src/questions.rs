//! Which facts still matter, and the next best question.
//!
//! What the file leaves out is not known here, whatever the format takes it for elsewhere. The rules are derived
//! with those facts open ([`engine::columnar::Partial`]): a fact matters as long as an outcome still hangs on it, or a
//! remark that is told with the outcomes.
//! What was given already, and what can make no difference any more, is not asked. Nor is what the file says that nobody
//! knows, unless that is all that is asked about ([`Asked::only_unknown`]).

mod json;
mod open;
mod spread;

use corpus::{OutcomeKind, Remark};
use engine::columnar::{Moment, Open, Partial, PartialOutcome, Refused, Wish};
use engine::data::InstanceId;
use engine::language::{Bilingual, Language, Text};
use jiff::civil::Date;
use regelspraak::model::Property;
use regelspraak::number::Number;
use thiserror::Error;

pub use open::OpenFact;

use crate::calculation::Calculator;
use crate::fields::Section;
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

/// What is open, and what of it is asked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// What is not asked, by its place in the file, since somebody does not know the answer. It stays open.
    pub skipped: &'a [&'a str],
    /// Whether only what the file says is not known is open, and asked. What the file leaves out then counts as
    /// the format has it.
    pub only_unknown: bool,
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
    /// What matters and is not asked, since nobody knows it: by its place in the file, in the order of the file.
    pub unknown: Vec<String>,
    /// How many facts the file leaves open that do not matter any more.
    pub irrelevant: usize,
    /// The outcomes, in the order of the corpus.
    pub outcomes: Vec<Reach>,
    /// The remarks that may hold or not, by what is answered, in the order of the corpus.
    pub remarks: Vec<String>,
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
    /// The remarks that hang on it, by position.
    pub remarks: Vec<usize>,
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
    /// What is still to be asked about a household, on the day of the calculator.
    ///
    /// # Errors
    ///
    /// [`QuestionsError::NotOpen`] when what is skipped is no open fact; the others when the rules are not those
    /// of a household.
    pub fn questions(
        &self,
        file: &HouseholdFile,
        Asked { skipped, only_unknown }: Asked<'_>,
        language: Language,
    ) -> Result<Questions, QuestionsError> {
        let file = if only_unknown { file.clone() } else { open::with_room(file) };
        let objects = self.objects(&file)?;
        let corpus = self.corpus();
        let mut facts = open::facts(&corpus.model, &file, &objects);
        facts.retain(|fact| fact.unknown || !only_unknown);
        let nowhere = file.gemeente.is_none() && (file.gemeente_onbekend || !only_unknown);
        let places = facts.iter().map(|fact| fact.place.as_str());
        let places: Vec<&str> = places.chain([MUNICIPALITY]).collect();
        if let Some(given) = skipped.iter().find(|it| !places.contains(it)) {
            let hint = corpus::document::did_you_mean(given, &places);
            return Err(QuestionsError::NotOpen { given: given.to_string(), hint });
        }
        let wanted = wanted(corpus);
        let amounts = wanted.iter().map(|it| Property::Attribute(it.attribute));
        let mark = |it: &Remark| Property::Kenmerk(it.kenmerk);
        // Without a rule on this day a remark never holds.
        let told: Vec<&Remark> =
            corpus.remarks.iter().filter(|it| self.plan().step(mark(it)).is_some()).collect();
        let marks = told.iter().map(|it| mark(it));
        let wish = |property| Wish { property, decimals: 2 };
        let wishes: Vec<Wish> = amounts.chain(marks).map(wish).collect();
        let (plan, parameters, date) = (self.plan(), self.parameters(), self.date());
        let moment = Moment { plan, parameters, variants: &[], date, wishes: &wishes };
        let open: Vec<Open> = facts.iter().map(|fact| fact.open.clone()).collect();
        let mut partial = Partial::new(&corpus.model, &moment, objects.data.clone(), &open)?;
        let between = spread::spread(&mut partial);
        // The wishes come back in their order: first the outcomes, then the remarks.
        let split = partial.outcomes().partition_point(|it| it.wish < wanted.len());
        let (reached, marked) = partial.outcomes().split_at(split);
        let marked = marked.iter().filter(|it| !it.hangs_on.is_empty());
        let marked: Vec<&PartialOutcome> = marked.collect();
        let name = |instance: InstanceId| {
            let person = objects.personen.iter().position(|known| *known == instance)?;
            Some(file.personen[person].naam.clone())
        };
        let known =
            |scheme: Option<corpus::policy::SchemeId>| scheme.is_none() || file.gemeente.is_some();
        let outcomes = reached.iter().zip(&between).map(|(it, between)| {
            let outcome = wanted[it.wish];
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
        let remark = |it: &&PartialOutcome| {
            let name = objects.data.id(it.instance);
            told[it.wish - wanted.len()].about(name, language)
        };
        let remarks = marked.iter().map(remark).collect();
        let of_fact = |(at, fact): (usize, OpenFact)| Question {
            person: fact.person.map(|person| file.personen[person].naam.clone()),
            text: fact.field.meaning(language).to_string(),
            outcomes: hanging(reached, |it| it.hangs_on.contains(&at)),
            remarks: hanging(marked.iter().copied(), |it| it.hangs_on.contains(&at)),
            fact: Some(fact),
        };
        let municipality = Section::Household.field("gemeente");
        let of_municipality = || Question {
            fact: None,
            person: None,
            text: municipality.map_or("", |field| field.meaning(language)).to_string(),
            outcomes: hanging(reached, |it| wanted[it.wish].scheme.is_some()),
            remarks: Vec::new(),
        };
        let all = facts.into_iter().enumerate().map(of_fact);
        let all = all.chain(nowhere.then(of_municipality));
        let (relevant, irrelevant): (Vec<Question>, Vec<Question>) =
            all.partition(|it| !it.outcomes.is_empty() || !it.remarks.is_empty());
        let (unknown, mut questions): (Vec<Question>, Vec<Question>) =
            relevant.into_iter().partition(|it| {
                let said = it.fact.as_ref().map_or(file.gemeente_onbekend, |fact| fact.unknown);
                said && !only_unknown || skipped.contains(&it.place())
            });
        questions.sort_by_key(|question| std::cmp::Reverse(question.outcomes.len()));
        Ok(Questions {
            date,
            version: corpus.version.clone(),
            questions,
            unknown: unknown.iter().map(|it| it.place().to_string()).collect(),
            irrelevant: irrelevant.len(),
            outcomes,
            remarks,
            language,
        })
    }
}

/// The positions of those that hang on something.
fn hanging<'p>(
    of: impl IntoIterator<Item = &'p PartialOutcome>,
    hangs: impl Fn(&PartialOutcome) -> bool,
) -> Vec<usize> {
    of.into_iter().enumerate().filter(|(_, it)| hangs(it)).map(|(at, _)| at).collect()
}

/// The outcomes that are asked about: every right, once, and what is left to live on.
fn wanted(corpus: &corpus::Corpus) -> Vec<&corpus::Outcome> {
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
