//! The regelboek: every rule and every amount to read, where it comes from and what it does.
//!
//! A [`Rulebook`] is made of a checked corpus and the texts it was made from. It knows every rule with the
//! sentence of the law as it stands in the file, what the rule gives and reads, what reads it in turn, and to
//! which outcomes it leads; and every parameter with its values by date. What it knows is told as JSON in
//! Dutch or English ([`Rulebook::rules`], [`Rulebook::rule`], [`Rulebook::parameters`],
//! [`Rulebook::parameter`]), for doors that pass it on: the server and the browser.
//!
//! This crate reads no files, has no clock and works nothing out itself, so that a browser can carry it. It
//! is not for households: that is the room below, `household`.

mod account;
mod compare;
mod draft;
mod examples;
mod links;
mod names;
mod outcomes;
mod packages;
mod parameters;
mod properties;
mod reform;
mod rules;
mod schemes;
mod search;
mod source;
mod texts;
mod values;

use std::collections::HashMap;

use corpus::document::{DocumentError, Problems};
use corpus::{Corpus, Files, ids};
use engine::language::{Bilingual, Language, Text};
use engine::text;
use regelspraak::model::{ParameterId, RuleId};
use serde_json::{Value as Json, json};
use thiserror::Error;

pub use compare::compare;
pub use draft::{Draft, DraftFinding, Drafted};
pub use examples::ExamplesError;
use links::Links;
use packages::{Package, Packages};

/// A corpus with its texts, ready to be read.
#[derive(Debug)]
pub struct Rulebook<'c> {
    corpus: &'c Corpus,
    files: &'c Files,
    packages: Packages,
    links: Links,
    rule_ids: Vec<String>,
    parameter_ids: Vec<String>,
    rules_by_id: HashMap<String, RuleId>,
    parameters_by_id: HashMap<String, ParameterId>,
}

/// Why there is no rulebook of a corpus and its texts.
#[derive(Debug, Error)]
pub enum RulebookError {
    /// The texts are not those of the corpus.
    #[error(
        "Deze teksten horen niet bij deze regels: de teksten zijn van versie {texts}, de regels van {corpus}. \
         Haal beide opnieuw op."
    )]
    OtherTexts {
        /// The version of the texts.
        texts: String,
        /// The version of the corpus.
        corpus: String,
    },
    /// Mistakes in the catalogue of packages.
    #[error("{}", list(.0, Language::Dutch))]
    Catalogue(Vec<DocumentError>),
}

fn list(errors: &[DocumentError], language: Language) -> String {
    let lines: Vec<String> = errors.iter().map(|error| error.in_language(language)).collect();
    lines.join("\n")
}

impl Bilingual for RulebookError {
    fn english(&self) -> String {
        match self {
            RulebookError::OtherTexts { texts, corpus } => format!(
                "These texts do not belong to these rules: the texts are of version {texts}, the rules of \
                 {corpus}. Get both anew."
            ),
            RulebookError::Catalogue(errors) => list(errors, Language::English),
        }
    }
}

impl<'c> Rulebook<'c> {
    /// The rulebook of a corpus and the texts it was made from.
    ///
    /// # Errors
    ///
    /// When the texts are of another corpus, or `pakketten.yaml` has mistakes.
    pub fn new(corpus: &'c Corpus, files: &'c Files) -> Result<Rulebook<'c>, RulebookError> {
        check_texts(corpus, files)?;
        let mut problems = Problems::default();
        let packages = Packages::read(corpus, files, &mut problems);
        if !problems.is_empty() {
            return Err(RulebookError::Catalogue(problems.into_errors()));
        }
        let model = &corpus.model;
        let rules = 0..model.rules.len() as u32;
        let rule_ids: Vec<_> = rules.map(|at| ids::rule_id(model, RuleId(at))).collect();
        let parameters = 0..model.parameters.len() as u32;
        let parameter_ids: Vec<_> =
            parameters.map(|at| ids::parameter_id(model, ParameterId(at))).collect();
        let rules = rule_ids.iter().enumerate();
        let rules_by_id = rules.map(|(at, id)| (id.clone(), RuleId(at as u32))).collect();
        let parameters = parameter_ids.iter().enumerate();
        let parameters = parameters.map(|(at, id)| (id.clone(), ParameterId(at as u32)));
        let (links, parameters_by_id) = (Links::of(corpus), parameters.collect());
        Ok(Rulebook {
            corpus,
            files,
            packages,
            links,
            rule_ids,
            parameter_ids,
            rules_by_id,
            parameters_by_id,
        })
    }

    /// The corpus.
    pub fn corpus(&self) -> &'c Corpus {
        self.corpus
    }

    /// The texts it was made from.
    pub fn files(&self) -> &'c Files {
        self.files
    }

    /// The rule with an id.
    pub fn find_rule(&self, id: &str) -> Option<RuleId> {
        self.rules_by_id.get(id).copied()
    }

    /// The parameter with an id.
    pub fn find_parameter(&self, id: &str) -> Option<ParameterId> {
        self.parameters_by_id.get(id).copied()
    }

    /// A reference to a rule: its id and its name.
    fn rule_reference(&self, rule: RuleId) -> Json {
        json!({"id": self.rule_ids[rule.index()], "naam": self.corpus.model[rule].name})
    }

    /// References to rules, in the order of the text.
    fn rule_references(&self, rules: &[RuleId]) -> Json {
        rules.iter().map(|&rule| self.rule_reference(rule)).collect()
    }

    /// A reference to a parameter: its id and its name.
    fn parameter_reference(&self, parameter: ParameterId) -> Json {
        let name = &self.corpus.model[parameter].name.singular;
        json!({"id": self.parameter_ids[parameter.index()], "naam": name})
    }

    /// The package with an id.
    fn find_package(&self, id: &str) -> Result<&Package, Text> {
        let found = self.packages.iter().find(|package| package.id == id);
        found.ok_or_else(|| not_found("Een pakket", "A package", id))
    }

    /// A reference to the package of a file.
    fn package_of(&self, file: &str) -> Json {
        self.packages.at(file).map_or(Json::Null, |package| package.reference())
    }
}

/// Whether texts are those that a corpus was made from.
///
/// # Errors
///
/// When they are of another version.
pub fn check_texts(corpus: &Corpus, files: &Files) -> Result<(), RulebookError> {
    let texts = files.version();
    match texts == corpus.version {
        true => Ok(()),
        false => Err(RulebookError::OtherTexts { texts, corpus: corpus.version.clone() }),
    }
}

/// What to say about an id that nothing has.
fn not_found(what: &str, english: &str, id: &str) -> Text {
    text!(
        "{what} met het id ‘{id}’ staat niet in het regelboek.",
        "{english} with the id ‘{id}’ is not in the rulebook."
    )
}
