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
mod wanted;

use engine::columnar::{Moment, Open, Partial, PartialOutcome, Refused};
use engine::data::InstanceId;
use engine::language::{Bilingual, Language, Text};
use jiff::civil::Date;
use regelspraak::number::Number;
use thiserror::Error;

use wanted::Wanted;

pub use open::OpenFact;

use crate::calculation::Calculator;
use crate::fields::Section;
use crate::file::HouseholdFile;
use crate::objects::{MappingError, Objects};

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
        all_open(skipped, &facts)?;
        let wanted = Wanted::on_day_of(self);
        let wishes = wanted.wishes();
        let (plan, parameters, date) = (self.plan(), self.parameters(), self.date());
        let moment = Moment { plan, parameters, variants: &[], date, wishes: &wishes };
        let open: Vec<Open> = facts.iter().map(|fact| fact.open.clone()).collect();
        let mut partial = Partial::new(&corpus.model, &moment, objects.data.clone(), &open)?;
        let between = spread::spread(&mut partial);
        let (reached, marked) = wanted.split(partial.outcomes());
        let telling = Telling { file: &file, objects: &objects, wanted: &wanted, language };
        let nowhere = file.gemeente.is_none() && (file.gemeente_onbekend || !only_unknown);
        let municipality = nowhere.then(|| telling.municipality(reached));
        let all = facts.into_iter().enumerate();
        let all = all.map(|(at, fact)| telling.question(at, fact, reached, &marked));
        let (relevant, irrelevant): (Vec<Question>, Vec<Question>) =
            all.chain(municipality).partition(Question::matters);
        let (unknown, mut questions): (Vec<Question>, Vec<Question>) =
            relevant.into_iter().partition(|it| {
                let said = it.fact.as_ref().map_or(file.gemeente_onbekend, |fact| fact.unknown);
                said && !only_unknown || skipped.contains(&it.place())
            });
        questions.sort_by_key(|question| std::cmp::Reverse(question.outcomes.len()));
        let outcomes = reached.iter().zip(between);
        Ok(Questions {
            date,
            version: corpus.version.clone(),
            questions,
            unknown: unknown.iter().map(|it| it.place().to_string()).collect(),
            irrelevant: irrelevant.len(),
            outcomes: outcomes.map(|(it, between)| telling.reach(it, between)).collect(),
            remarks: marked.iter().map(|it| telling.remark(it)).collect(),
            language,
        })
    }
}

/// Nothing is skipped that is not open.
fn all_open(skipped: &[&str], facts: &[OpenFact]) -> Result<(), QuestionsError> {
    let places = facts.iter().map(|fact| fact.place.as_str());
    let places: Vec<&str> = places.chain([MUNICIPALITY]).collect();
    let Some(given) = skipped.iter().find(|it| !places.contains(it)) else { return Ok(()) };
    let hint = corpus::document::did_you_mean(given, &places);
    Err(QuestionsError::NotOpen { given: given.to_string(), hint })
}

/// Telling what the engine found about the open facts of a household, in words of the file and the corpus.
struct Telling<'a> {
    file: &'a HouseholdFile,
    objects: &'a Objects,
    wanted: &'a Wanted<'a>,
    language: Language,
}

impl Telling<'_> {
    /// The question about the open fact at a position.
    fn question(
        &self,
        at: usize,
        fact: OpenFact,
        outcomes: &[PartialOutcome],
        remarks: &[&PartialOutcome],
    ) -> Question {
        let on_it = |it: &PartialOutcome| it.hangs_on.contains(&at);
        Question {
            person: fact.person.map(|person| self.file.personen[person].naam.clone()),
            text: fact.field.meaning(self.language).to_string(),
            outcomes: hanging(outcomes, on_it),
            remarks: hanging(remarks.iter().copied(), on_it),
            fact: Some(fact),
        }
    }

    /// The question where the household lives, on which every municipal scheme hangs.
    fn municipality(&self, outcomes: &[PartialOutcome]) -> Question {
        let field = Section::Household.field("gemeente");
        Question {
            fact: None,
            person: None,
            text: field.map_or("", |field| field.meaning(self.language)).to_string(),
            outcomes: hanging(outcomes, |it| self.wanted.outcome(it).scheme.is_some()),
            remarks: Vec::new(),
        }
    }

    /// How much an outcome can still be; `between` is of the answers that were tried.
    fn reach(&self, result: &PartialOutcome, between: Option<(f64, f64)>) -> Reach {
        let outcome = self.wanted.outcome(result);
        let known = outcome.scheme.is_none() || self.file.gemeente.is_some();
        let euro = |(low, high): (f64, f64)| (cents(low), cents(high));
        Reach {
            name: outcome.name.clone(),
            meaning: outcome.meaning.get(self.language).to_string(),
            person: self.person(result.instance),
            known: result.hangs_on.is_empty() && known,
            // When columns can decide none of those tried, what is known beforehand has to do.
            between: between.or(result.bounds).map(euro).filter(|_| known),
            bounds: result.bounds.map(euro).filter(|_| known),
        }
    }

    /// A remark that may hold or not.
    fn remark(&self, result: &PartialOutcome) -> String {
        let about = self.objects.data.id(result.instance);
        self.wanted.remark(result).about(about, self.language)
    }

    /// The name of a person; nothing when it is of the household.
    fn person(&self, instance: InstanceId) -> Option<String> {
        let at = self.objects.personen.iter().position(|known| *known == instance)?;
        Some(self.file.personen[at].naam.clone())
    }
}

/// The positions of those that hang on something.
fn hanging<'p>(
    of: impl IntoIterator<Item = &'p PartialOutcome>,
    hangs: impl Fn(&PartialOutcome) -> bool,
) -> Vec<usize> {
    of.into_iter().enumerate().filter(|(_, it)| hangs(it)).map(|(at, _)| at).collect()
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
    /// Whether anything hangs on it.
    fn matters(&self) -> bool {
        !self.outcomes.is_empty() || !self.remarks.is_empty()
    }

    /// Where the answer belongs in the file.
    pub fn place(&self) -> &str {
        self.fact.as_ref().map_or(MUNICIPALITY, |fact| &fact.place)
    }
}
