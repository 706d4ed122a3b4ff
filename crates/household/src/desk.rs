//! The desk: a household file and a question in, JSON out. For doors that pass on JSON, such as the server
//! and the browser, so that both say the same.

mod lists;
mod mistake;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use corpus::Corpus;
use engine::language::{Language, Text};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value as Json;

use crate::calculation::{CalculationError, Calculator};
use crate::certainty::{CertaintyError, CertaintyQuestion, Raise};
use crate::explanation::{ExplainError, Extent};
use crate::file::HouseholdFile;
use crate::milestones::{self, MilestoneError, Milestones};
use crate::patience::Patience;
use crate::questions::{Asked, QuestionsError};
use crate::typed;
use crate::work_pays::{Quantity, WorkError, WorkQuestion};

pub use mistake::{About, Mistake};

/// For so many days a desk keeps what it made ready; then it starts anew. People ask about a few days.
const MOST_DAYS: usize = 64;

/// What is asked about a household. As JSON: `{"vraag": "uitleg", "uitkomst": "zorgtoeslag_per_maand"}`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "vraag", rename_all = "snake_case", deny_unknown_fields)]
pub enum Inquiry {
    /// All outcomes.
    #[serde(rename = "bereken")]
    Outcomes {},
    /// Why an outcome is what it is.
    #[serde(rename = "uitleg")]
    Explanation {
        /// The outcome, by its name in the contract.
        uitkomst: String,
        /// Of whom, by name; nobody when it is of the household.
        #[serde(default)]
        persoon: Option<String>,
    },
    /// Whether work pays.
    #[serde(rename = "werkloont")]
    WorkPays {
        /// Whose wage; the aanvrager when nobody is named.
        #[serde(default)]
        persoon: Option<String>,
        /// From which wage a year, in euro.
        #[serde(default)]
        van: Option<String>,
        /// Until which.
        #[serde(default)]
        tot: Option<String>,
        /// Whether hours rise, and the wage with them.
        #[serde(default)]
        uren: bool,
    },
    /// How sure the amounts are when an income moves.
    #[serde(rename = "zekerheid")]
    Certainty {
        /// Whose income; the aanvrager when nobody is named.
        #[serde(default)]
        persoon: Option<String>,
        /// By how many percent it rises; together with `maand`.
        #[serde(default)]
        stijging: Option<String>,
        /// From which month, 1 to 12.
        #[serde(default)]
        maand: Option<String>,
    },
    /// On how many schemes the household depends.
    #[serde(rename = "stapeling")]
    Stacking {},
    /// What changes in the coming years.
    #[serde(rename = "mijlpalen")]
    Milestones {
        /// How many years ahead.
        #[serde(default)]
        jaren: Option<i16>,
    },
    /// How to apply for each right: where, from which day and until when.
    #[serde(rename = "aanvragen")]
    Applying {},
    /// Which facts still matter.
    #[serde(rename = "vragen")]
    Questions {
        /// The facts of which the answer is not known, by their place in the file.
        #[serde(default)]
        weet_niet: Vec<String>,
        /// Whether only what the file says is not known is open, and asked.
        #[serde(default)]
        alleen_onbekend: bool,
    },
}

/// Answers questions about households with one corpus.
#[derive(Debug)]
pub struct Desk<'c> {
    corpus: &'c Corpus,
    ready: Mutex<BTreeMap<Date, Arc<Calculator<'c>>>>,
}

impl<'c> Desk<'c> {
    /// A desk with nothing made ready yet.
    pub fn new(corpus: &'c Corpus) -> Desk<'c> {
        Desk { corpus, ready: Mutex::default() }
    }

    /// The corpus it answers with.
    pub fn corpus(&self) -> &'c Corpus {
        self.corpus
    }

    /// The answer to a question about a household, in the shape that the command line prints with `--json`.
    /// `text` is the household file, as JSON or YAML; `date` goes before its rekendatum. An answer that takes long is
    /// broken off when patience is lost.
    ///
    /// # Errors
    ///
    /// Every mistake in the household file with its place; or what is wrong with the question.
    pub fn answer(
        &self,
        text: &str,
        date: Option<Date>,
        inquiry: &Inquiry,
        language: Language,
        patience: &Patience,
    ) -> Result<Json, Vec<Mistake>> {
        let file = match date {
            Some(date) => HouseholdFile::read_for(text, "huishouden", date),
            None => HouseholdFile::read(text, "huishouden"),
        };
        let file = file.map_err(|errors| Mistake::in_file(text, errors))?;
        let about = |place: &'static str| move |text: Text| Mistake::in_question(place, text);
        let calculator = self.calculator(file.rekendatum).map_err(|error| match date {
            Some(_) => Mistake::in_question("datum", error),
            None => Mistake::in_rekendatum(error),
        })?;
        let calculation = || -> Result<_, Vec<Mistake>> {
            Ok(calculator.calculate(&file).map_err(Mistake::unplaced)?.in_language(language))
        };
        Ok(match inquiry {
            Inquiry::Outcomes {} => calculation()?.answers().map_err(Mistake::unplaced)?.to_json(),
            Inquiry::Explanation { uitkomst, persoon } => {
                let answer = calculation()?.explain(uitkomst, persoon.as_deref(), Extent::Whole);
                let wrong = |error: ExplainError| {
                    let place = match error {
                        ExplainError::UnknownOutcome { .. } => "uitkomst",
                        ExplainError::UnknownPerson(_)
                        | ExplainError::OfHousehold { .. }
                        | ExplainError::WhichPerson { .. } => "persoon",
                    };
                    Mistake::in_question(place, error)
                };
                answer.map_err(wrong)?.to_json()
            }
            Inquiry::WorkPays { persoon, van, tot, uren } => {
                let amount = |typed: &Option<String>, place| {
                    let amount = typed.as_deref().map(typed::amount).transpose();
                    amount.map_err(about(place))
                };
                let question = WorkQuestion {
                    person: persoon.as_deref(),
                    quantity: if *uren { Quantity::Hours } else { Quantity::Wage },
                    from: amount(van, "van")?,
                    until: amount(tot, "tot")?,
                };
                let wrong = |error: WorkError| {
                    let place = match error {
                        WorkError::Earner(_) => "persoon",
                        WorkError::Backwards { .. } | WorkError::OutOfRange { .. } => "van",
                        _ => "",
                    };
                    Mistake::in_question(place, error)
                };
                calculation()?.work_pays(&question).map_err(wrong)?.to_json()
            }
            Inquiry::Certainty { persoon, stijging, maand } => {
                let raise = match (stijging, maand) {
                    (None, None) => None,
                    (Some(by), Some(month)) => {
                        let by = typed::percentage(by).map_err(about("stijging"))?;
                        let month = typed::month(month).map_err(about("maand"))?;
                        let wrong = |error: CertaintyError| {
                            let month = matches!(error, CertaintyError::NoMonth(_));
                            Mistake::in_question(if month { "maand" } else { "stijging" }, error)
                        };
                        Some(Raise::new(month, by).map_err(wrong)?)
                    }
                    (Some(_), None) => return Err(about("maand")(TOGETHER)),
                    (None, Some(_)) => return Err(about("stijging")(TOGETHER)),
                };
                let question = CertaintyQuestion { person: persoon.as_deref(), raise };
                let wrong = |error: CertaintyError| {
                    let person = matches!(error, CertaintyError::Earner(_));
                    Mistake::in_question(if person { "persoon" } else { "" }, error)
                };
                calculation()?.certainty(&question).map_err(wrong)?.to_json()
            }
            Inquiry::Stacking {} => calculation()?.stacking().map_err(Mistake::unplaced)?.to_json(),
            Inquiry::Applying {} => calculation()?.applying().map_err(Mistake::unplaced)?.to_json(),
            Inquiry::Milestones { jaren } => {
                let years = jaren.unwrap_or(milestones::YEARS);
                let wrong = |error: MilestoneError| {
                    let years = matches!(error, MilestoneError::Years { .. });
                    Mistake::in_question(if years { "jaren" } else { "" }, error)
                };
                let found =
                    Milestones::while_waited_for(self.corpus, &file, years, language, patience);
                found.map_err(wrong)?.to_json()
            }
            Inquiry::Questions { weet_niet, alleen_onbekend } => {
                let skipped: Vec<&str> = weet_niet.iter().map(String::as_str).collect();
                let asked = Asked { skipped: &skipped, only_unknown: *alleen_onbekend };
                let questions = calculator.questions(&file, asked, language);
                let wrong = |error: QuestionsError| {
                    let not_open = matches!(error, QuestionsError::NotOpen { .. });
                    Mistake::in_question(if not_open { "weet_niet" } else { "" }, error)
                };
                questions.map_err(wrong)?.to_json()
            }
        })
    }

    /// The calculator of a day: made once, and kept.
    fn calculator(&self, date: Date) -> Result<Arc<Calculator<'c>>, CalculationError> {
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(calculator) = ready.get(&date) {
            return Ok(calculator.clone());
        }
        let like = ready.values().find_map(|made| made.for_day(date));
        let made = like.map_or_else(|| Calculator::new(self.corpus, date), Ok);
        let made = Arc::new(made?);
        if ready.len() >= MOST_DAYS {
            ready.clear();
        }
        ready.insert(date, made.clone());
        Ok(made)
    }
}

const TOGETHER: Text = Text::fixed(
    "Geef ‘stijging’ en ‘maand’ samen, of geen van beide.",
    "Give ‘stijging’ and ‘maand’ together, or neither.",
);
