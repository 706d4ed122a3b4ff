//! Worked examples: households with the outcome the law, a source or arithmetic gives.

use corpus::document::{Document, DocumentError, Fields, Item, Problems};
use corpus::{Corpus, File};
use engine::language::{Bilingual, Language, Text};
use engine::text;
use regelspraak::number::Number;
use thiserror::Error;

use crate::calculation::{Answer, CalculationError, Calculators};
use crate::file::HouseholdFile;
use crate::read;
use crate::wording::number_to_json;

/// A worked example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Its name.
    pub name: String,
    /// The file it stands in.
    pub file: String,
    /// The line it starts on.
    pub line: usize,
    /// Where the expected outcome comes from.
    pub source: String,
    /// The arithmetic behind it, if it was worked out by hand.
    pub arithmetic: Option<String>,
    /// The household.
    pub household: HouseholdFile,
    /// What is expected.
    pub expected: Vec<Expected>,
    /// How far off an outcome may be; 0 unless the source gives rounded amounts.
    pub margin: Number,
}

/// An expected outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// Of whom; nothing for the household.
    pub person: Option<String>,
    /// The name of the outcome.
    pub outcome: String,
    /// The amount; nothing when it should be unknown.
    pub amount: Option<Number>,
}

/// Why an example does not pass.
#[derive(Debug, Error)]
pub enum ExampleError {
    /// The outcome is another amount.
    #[error("{}", .expected.differs(.found.as_ref()).get(Language::Dutch))]
    Differs {
        /// What the example expects.
        expected: Expected,
        /// What the rules give; nothing when it is unknown.
        found: Option<Number>,
    },
    /// The corpus does not have the outcome.
    #[error("{outcome}: deze uitkomst bestaat niet{}", hint.as_ref().map(|h| format!(". {h}")).unwrap_or_default())]
    Unknown {
        /// The outcome, with the person if it is one of a person.
        outcome: Text,
        /// The one that was probably meant.
        hint: Option<Text>,
    },
    /// The household cannot be worked out.
    #[error(transparent)]
    Calculation(#[from] CalculationError),
}

impl Bilingual for ExampleError {
    fn english(&self) -> String {
        match self {
            ExampleError::Differs { expected, found } => {
                expected.differs(found.as_ref()).get(Language::English).to_string()
            }
            ExampleError::Unknown { outcome, hint } => {
                let hint = hint.as_ref().map(|hint| format!(". {}", hint.english()));
                let hint = hint.unwrap_or_default();
                format!("{}: this outcome does not exist{hint}", outcome.english())
            }
            ExampleError::Calculation(error) => error.english(),
        }
    }
}

impl Expected {
    /// Which outcome it is, with the person if it is one of a person.
    fn of(&self) -> Text {
        let outcome = &self.outcome;
        match &self.person {
            Some(person) => text!("{outcome} van {person}", "{outcome} of {person}"),
            None => Text::same(outcome.as_str()),
        }
    }

    /// What to say when the rules give another amount.
    fn differs(&self, found: Option<&Number>) -> Text {
        let shown = |amount: Option<&Number>, language: Language| match amount {
            Some(amount) => number_to_json(amount).to_string(),
            None => UNKNOWN.get(language).to_string(),
        };
        Text::of(|language| {
            let (expected, found) = (shown(self.amount.as_ref(), language), shown(found, language));
            let of = self.of();
            let of = of.get(language);
            match language {
                Language::Dutch => format!("{of}: verwacht {expected}, gekregen {found}"),
                Language::English => format!("{of}: expected {expected}, got {found}"),
            }
        })
    }
}

const UNKNOWN: Text = Text::fixed("onbekend", "unknown");
const EXPECTS_NOTHING: Text =
    Text::fixed("Dit voorbeeld verwacht niets.", "This example expects nothing.");

/// Reads the examples in a file; every mistake in it is reported.
pub fn read_examples(file: &File) -> Result<Vec<Example>, Vec<DocumentError>> {
    let mut problems = Problems::default();
    let Some(document) = Document::read(&file.name, &file.text, &mut problems) else {
        return Err(problems.into_errors());
    };
    let root = document.root().fields(&["voorbeelden"], &mut problems);
    let list = root
        .and_then(|root| problems.keep(root.require("voorbeelden").and_then(|list| list.list())));
    let mut examples = Vec::new();
    for item in list.unwrap_or_default() {
        examples.extend(read_example(file, &item, &mut problems));
    }
    problems.finish(Some(examples))
}

fn read_example(file: &File, item: &Item<'_>, problems: &mut Problems) -> Option<Example> {
    let known = ["naam", "bron", "berekening", "invoer", "verwacht", "marge"];
    let fields = item.fields(&known, problems)?;
    let text = |name: &str, problems: &mut Problems| {
        problems.keep(fields.require(name).and_then(|item| Ok(item.text()?.to_string())))
    };
    let (name, source) = (text("naam", problems), text("bron", problems));
    let arithmetic = match fields.get("berekening") {
        Some(item) => Some(problems.keep(item.text())?.to_string()),
        None => None,
    };
    let margin = match fields.get("marge") {
        Some(item) => problems.keep(item.number())?,
        None => Number::ZERO,
    };
    let household = problems.keep(fields.require("invoer"));
    let household = household.and_then(|item| read::file(&item, None, problems));
    let expected = problems.keep(fields.require("verwacht"))?;
    let expected = read_expected(&problems.keep(expected.mapping())?, problems);
    if expected.is_empty() {
        problems.push(item.error(EXPECTS_NOTHING));
    }
    Some(Example {
        name: name?,
        file: file.name.clone(),
        line: item.position().line,
        source: source?,
        arithmetic,
        household: household?,
        expected,
        margin,
    })
}

fn read_expected(fields: &Fields<'_>, problems: &mut Problems) -> Vec<Expected> {
    let mut out = Vec::new();
    let mut add = |person: Option<&str>, key: &str, item: &Item<'_>, problems: &mut Problems| {
        let amount = match item.node().is_null() {
            true => Some(None),
            false => problems.keep(item.number()).map(Some),
        };
        let (person, outcome) = (person.map(str::to_string), key.to_string());
        out.extend(amount.map(|amount| Expected { person, outcome, amount }));
    };
    for (key, item) in fields.entries() {
        if key.text != "personen" {
            add(None, &key.text, &item, problems);
            continue;
        }
        let Some(persons) = problems.keep(item.mapping()) else { continue };
        for (person, item) in persons.entries() {
            let Some(outcomes) = problems.keep(item.mapping()) else { continue };
            for (outcome, item) in outcomes.entries() {
                add(Some(&person.text), &outcome.text, &item, problems);
            }
        }
    }
    out
}

impl Example {
    /// Holds the rules against the example; all differences are reported.
    pub fn check(&self, calculators: &mut Calculators<'_>) -> Vec<ExampleError> {
        match self.differences(calculators) {
            Ok(differences) => differences,
            Err(error) => vec![error.into()],
        }
    }

    fn differences(
        &self,
        calculators: &mut Calculators<'_>,
    ) -> Result<Vec<ExampleError>, CalculationError> {
        let calculator = calculators.on(self.household.rekendatum)?;
        let answers = calculator.calculate(&self.household)?.answers()?;
        let mut out = Vec::new();
        for expected in &self.expected {
            let found = match &expected.person {
                Some(person) => answers.person(person, &expected.outcome),
                None => answers.household(&expected.outcome),
            };
            let Some(found) = found else {
                let hint = nearest_outcome(calculator.corpus(), &expected.outcome);
                out.push(ExampleError::Unknown { outcome: expected.of(), hint });
                continue;
            };
            if !self.agrees(expected, found) {
                let (expected, found) = (expected.clone(), found.amount.clone());
                out.push(ExampleError::Differs { expected, found });
            }
        }
        Ok(out)
    }

    fn agrees(&self, expected: &Expected, found: &Answer) -> bool {
        match (&expected.amount, &found.amount) {
            (Some(expected), Some(found)) => (expected - found).abs() <= self.margin,
            (expected, found) => expected.is_none() && found.is_none(),
        }
    }
}

fn nearest_outcome(corpus: &Corpus, name: &str) -> Option<Text> {
    let known: Vec<&str> = corpus.outcomes.iter().map(|outcome| outcome.name.as_str()).collect();
    corpus::document::did_you_mean(name, &known)
}
