//! The law as data: rule packages with their dated parameters, found, loaded and checked.
//!
//! A corpus is a folder of packages (`regels/`). Each package holds rule text (`*.regels`), the
//! values of its parameters (`parameters.yaml`) and worked examples (`voorbeelden/*.yaml`); the
//! folder itself says which attribuut is which outcome (`uitkomsten.yaml`), what the rules cannot
//! say yet (`kanttekeningen.yaml`), how to apply for a right (`aanvragen.yaml`), and which schemes
//! municipalities have (`regelingen.yaml`), each with its own values (`gemeente.yaml`). [`Corpus::load`] reads it all, or reports every mistake
//! in it. [`Corpus::to_bytes`] packs a checked corpus, so that a program can carry it and start
//! without parsing anything.
//!
//! This crate knows no household and no law.

mod applications;
pub mod document;
mod files;
mod findings;
pub mod ids;
mod outcomes;
mod parameters;
mod periods;
pub mod policy;
mod remarks;
mod texts;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use engine::language::{Bilingual, Language, Text};
use engine::plan::Plan;
use engine::text;
use jiff::civil::Date;
use regelspraak::diagnostic::Diagnostics;
use regelspraak::model::Model;
use regelspraak::source::Source;
use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use applications::{Application, ApplicationPeriod, HowToApply};
use document::DocumentError;
pub use engine::plan::{CycleLink, PlanError};
pub use files::{File, Files};
pub use findings::{Finding, left_out};
pub use outcomes::{Outcome, OutcomeKind};
pub use parameters::{Confidence, ParameterSet, Period, Stated, read_value};
pub use periods::ChangeError;
pub use policy::PolicySet;
pub use remarks::Remark;

/// A checked corpus.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// The checked model of all rule text.
    pub model: Model,
    /// The values of its parameters, by date.
    pub parameters: ParameterSet,
    /// Which attribuut is which outcome.
    pub outcomes: Vec<Outcome>,
    /// What the rules cannot say yet, and about whom.
    pub remarks: Vec<Remark>,
    /// What municipalities have laid down.
    pub policies: PolicySet,
    /// How to apply for a right, in the order of the file.
    pub applications: Vec<Application>,
    /// Identifies the text the corpus was made from.
    pub version: String,
}

/// Why a corpus cannot be used.
#[derive(Debug, Error)]
pub enum CorpusError {
    /// A file or folder that cannot be read.
    #[error("{}", unreadable(path, source, Language::Dutch))]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file that is no text.
    #[error(
        "{}: dit bestand is op regel {line} geen tekst (UTF-8). Sla het bestand op als UTF-8.",
        path.display()
    )]
    NotText {
        /// Which.
        path: PathBuf,
        /// The line with the first byte that cannot be read.
        line: usize,
    },
    /// A folder without rule text.
    #[error("in {} staat geen enkel bestand dat op .regels eindigt", path.display())]
    NoRules {
        /// Which.
        path: PathBuf,
    },
    /// Mistakes in rule text.
    #[error("{0}")]
    Rules(Diagnostics),
    /// Mistakes in parameters or outcomes.
    #[error("{}", list(.0, Language::Dutch))]
    Documents(Vec<DocumentError>),
    /// Rules that depend on each other in a circle.
    #[error("{0}")]
    Plan(#[from] PlanError),
    /// Bytes that are not a packed corpus of this version of the program.
    #[error("het ingebouwde regelbestand past niet bij dit programma: {0}")]
    Packed(#[from] postcard::Error),
}

/// Why a file or folder cannot be read.
fn unreadable(path: &Path, source: &std::io::Error, language: Language) -> String {
    let folder = path.is_dir() || path.extension().is_none();
    let what = match folder {
        true => language.pick("deze map", "this folder"),
        false => language.pick("dit bestand", "this file"),
    };
    let why = match source.kind() {
        ErrorKind::NotFound => text!(
            "{what} bestaat niet. Controleer de naam.",
            "{what} does not exist. Check the name."
        ),
        ErrorKind::PermissionDenied => text!(
            "{what} mag niet worden gelezen. Controleer de rechten.",
            "{what} may not be read. Check the permissions."
        ),
        ErrorKind::NotADirectory => Text::fixed(
            "dit is geen map. Geef een map met regels.",
            "this is not a folder. Give a folder with rules.",
        ),
        _ => {
            text!("{what} kan niet worden gelezen ({source}).", "{what} cannot be read ({source}).")
        }
    };
    format!("{}: {}", path.display(), why.get(language))
}

fn list(errors: &[DocumentError], language: Language) -> String {
    errors.iter().map(|error| format!("{}\n", error.in_language(language))).collect()
}

impl Bilingual for CorpusError {
    fn english(&self) -> String {
        match self {
            CorpusError::Read { path, source } => unreadable(path, source, Language::English),
            CorpusError::NotText { path, line } => format!(
                "{}: line {line} of this file is not text (UTF-8). Save the file as UTF-8.",
                path.display()
            ),
            CorpusError::NoRules { path } => {
                format!("there is no file that ends in .regels in {}", path.display())
            }
            // About Dutch sentences, to who writes them.
            CorpusError::Rules(diagnostics) => diagnostics.to_string(),
            CorpusError::Documents(errors) => list(errors, Language::English),
            CorpusError::Plan(error) => error.english(),
            CorpusError::Packed(error) => {
                format!("the rules inside the program do not fit this program: {error}")
            }
        }
    }
}

impl Corpus {
    /// Reads and checks a folder of packages.
    pub fn load(folder: &Path) -> Result<Corpus, CorpusError> {
        Corpus::check(&Files::read(folder)?)
    }

    /// Checks the files of a corpus. All mistakes in rule text are reported together, and when
    /// there are none, all mistakes in the parameters and outcomes.
    pub fn check(files: &Files) -> Result<Corpus, CorpusError> {
        let sources: Vec<Source> = files
            .rules
            .iter()
            .map(|file| Source::new(file.name.clone(), file.text.clone()))
            .collect();
        if sources.is_empty() {
            return Err(CorpusError::NoRules { path: files.folder.clone() });
        }
        let model = regelspraak::compile(&sources).map_err(CorpusError::Rules)?;
        let alike = ids::alike(&model);
        if !alike.is_empty() {
            return Err(CorpusError::Rules(Diagnostics::new(alike, &sources)));
        }
        let mut problems = document::Problems::default();
        let parameters = ParameterSet::read(&model, &files.parameters, &mut problems);
        let policies =
            PolicySet::read(&model, &parameters, &files.schemes, &files.packages, &mut problems);
        let outcomes = outcomes::read(&model, &files.outcomes, &policies, &mut problems);
        let remarks = remarks::read(&model, &files.remarks, &mut problems);
        let applications =
            applications::read(&model, &files.applications, &outcomes, &policies, &mut problems);
        if !problems.is_empty() {
            return Err(CorpusError::Documents(problems.into_errors()));
        }
        let version = files.version();
        let corpus =
            Corpus { model, parameters, outcomes, remarks, policies, applications, version };
        for date in days_of_change(&corpus.model) {
            Plan::new(&corpus.model, date)?;
        }
        Ok(corpus)
    }

    /// Packs the corpus.
    pub fn to_bytes(&self) -> Result<Vec<u8>, CorpusError> {
        Ok(postcard::to_allocvec(self)?)
    }

    /// Unpacks a corpus packed by the same version of this crate.
    pub fn from_bytes(bytes: &[u8]) -> Result<Corpus, CorpusError> {
        Ok(postcard::from_bytes(bytes)?)
    }
}

/// The days on which another set of regelversies starts to hold, and one before them all.
fn days_of_change(model: &Model) -> Vec<Date> {
    let versions = model.rules.iter().flat_map(|rule| &rule.versions);
    let after = |until: Date| until.tomorrow().ok();
    let mut days: Vec<Date> = versions
        .flat_map(|v| [v.validity.from, v.validity.until.and_then(after)])
        .flatten()
        .collect();
    days.push(Date::constant(1900, 1, 1));
    days.sort();
    days.dedup();
    days
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_says_where_its_rules_stand() {
        let text = "Objecttype de Reis
  de prijs   Numeriek (getal);
  de korting Numeriek (getal);

Regel prijs
  geldig altijd
    De prijs van een Reis moet gesteld worden op de korting van de Reis.

Regel korting
  geldig altijd
    De korting van een Reis moet gesteld worden op de prijs van de Reis.
";
        let name = "reis.regels".to_string();
        let rules = vec![File { name, text: text.to_string() }];
        let files = Files { rules, ..Files::default() };
        let Err(CorpusError::Plan(PlanError::Cycle { links })) = Corpus::check(&files) else {
            panic!("geen kring")
        };
        let places: Vec<_> = links.iter().map(|link| (link.file.as_str(), link.line)).collect();
        assert_eq!(places, [("reis.regels", 5), ("reis.regels", 9)]);
    }
}
