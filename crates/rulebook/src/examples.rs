//! Worked examples to read and to run: what a source or arithmetic says beside what the rules say.
//!
//! Their files are read one package at a time, when somebody asks for it.

use std::collections::HashSet;

use corpus::document::{Document, DocumentError, Node, NodeKind, Problems};
use corpus::ids::{package_id, package_path, slug};
use corpus::{Corpus, File, Finding};
use engine::language::{Bilingual, Language, Text};
use household::Calculators;
use household::examples::{Example, ExampleError, Expected, read_examples};
use household::wording::number_to_json;
use serde_json::{Map, Number, Value as Json, json};

use crate::{Rulebook, not_found};

/// Why there is nothing to tell about examples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExamplesError {
    /// There is no such package or example.
    NotFound(Text),
    /// The file of the examples has mistakes.
    Mistakes(Vec<DocumentError>),
}

impl ExamplesError {
    /// Each mistake by itself, for other programs.
    pub fn to_json(&self, language: Language) -> Json {
        match self {
            ExamplesError::NotFound(text) => json!([{"plaats": "", "melding": text.get(language)}]),
            ExamplesError::Mistakes(errors) => {
                errors.iter().map(|error| Finding::from(error).to_json(language)).collect()
            }
        }
    }
}

/// An example with its id and its household as it was written.
struct Shown {
    id: String,
    example: Example,
    household: Json,
}

impl Rulebook<'_> {
    /// The examples of a package by its id; `files` are all files with examples.
    ///
    /// # Errors
    ///
    /// When there is no package with the id, or a file has mistakes.
    pub fn examples(&self, files: &[File], package: &str) -> Result<Json, ExamplesError> {
        let list = self.examples_of(files, package)?;
        let list = list.iter().map(Shown::to_json);
        Ok(json!({"versie": self.corpus.version, "voorbeelden": list.collect::<Json>()}))
    }

    /// Runs the examples of a package, or one of them by its id, with a corpus: that of the rulebook, or one with
    /// changed rules.
    ///
    /// # Errors
    ///
    /// When there is no package or example with the id, or a file has mistakes.
    pub fn run_examples(
        &self,
        files: &[File],
        (package, example): (&str, Option<&str>),
        corpus: &Corpus,
        language: Language,
    ) -> Result<Json, ExamplesError> {
        let mut list = self.examples_of(files, package)?;
        if let Some(id) = example {
            list.retain(|shown| shown.id == id);
            if list.is_empty() {
                let missing = not_found("Een voorbeeld", "An example", id);
                return Err(ExamplesError::NotFound(missing));
            }
        }
        let mut calculators = Calculators::new(corpus);
        let mut passed = 0;
        let results: Vec<Json> = list
            .iter()
            .map(|Shown { id, example, .. }| {
                let errors = example.check(&mut calculators);
                let differences = errors.iter().map(|error| difference(error, language));
                passed += usize::from(errors.is_empty());
                json!({
                    "id": id,
                    "naam": example.name,
                    "geslaagd": errors.is_empty(),
                    "verschillen": differences.collect::<Json>(),
                })
            })
            .collect();
        Ok(json!({
            "versie": corpus.version,
            "geslaagd": passed,
            "gezakt": results.len() - passed,
            "voorbeelden": results,
        }))
    }

    fn examples_of(&self, files: &[File], package: &str) -> Result<Vec<Shown>, ExamplesError> {
        let ours: Vec<&File> =
            files.iter().filter(|file| package_id(&package_path(&file.name)) == package).collect();
        if ours.is_empty() {
            self.find_package(package).map_err(ExamplesError::NotFound)?;
        }
        let mut taken = HashSet::new();
        let mut list = Vec::new();
        for file in ours {
            let examples = read_examples(file).map_err(ExamplesError::Mistakes)?;
            let stem = file.name.rsplit('/').next().unwrap_or_default();
            let stem = slug(stem.strip_suffix(".yaml").unwrap_or(stem));
            let households = households(file);
            for (at, example) in examples.into_iter().enumerate() {
                let id = format!("{package}.{stem}.{}", slug(&example.name));
                let household = households.get(at).cloned().unwrap_or(Json::Null);
                list.push(Shown { id: unique(&mut taken, id), example, household });
            }
        }
        Ok(list)
    }
}

/// The id, with a number when it is taken.
fn unique(taken: &mut HashSet<String>, id: String) -> String {
    let mut free = id.clone();
    let mut number = 2;
    while !taken.insert(free.clone()) {
        free = format!("{id}-{number}");
        number += 1;
    }
    free
}

impl Shown {
    fn to_json(&self) -> Json {
        let Example { name, file, line, source, arithmetic, household, expected, margin } =
            &self.example;
        json!({
            "id": self.id,
            "naam": name,
            "bestand": file,
            "regelnummer": line,
            "bron": source,
            "berekening": arithmetic,
            "rekendatum": household.rekendatum.to_string(),
            "marge": number_to_json(margin),
            "verwacht": expected.iter().map(expectation).collect::<Json>(),
            "invoer": self.household,
        })
    }
}

/// What an example expects beside what the rules give; amounts as far as they are there.
fn difference(error: &ExampleError, language: Language) -> Json {
    let (expected, found) = match error {
        ExampleError::Differs { expected, found } => (Some(expected), found.as_ref()),
        ExampleError::Unknown { .. } | ExampleError::Calculation(_) => (None, None),
    };
    let amount = expected.and_then(|it| it.amount.as_ref());
    json!({
        "persoon": expected.and_then(|it| it.person.as_deref()),
        "uitkomst": expected.map(|it| it.outcome.as_str()),
        "verwacht": amount.map(number_to_json),
        "gekregen": found.map(number_to_json),
        "melding": error.in_language(language),
    })
}

fn expectation(expected: &Expected) -> Json {
    json!({
        "persoon": expected.person,
        "uitkomst": expected.outcome,
        "bedrag": expected.amount.as_ref().map(number_to_json),
    })
}

/// The household of each example in a file, as it was written.
fn households(file: &File) -> Vec<Json> {
    // What is wrong was reported when the examples were read.
    let mut problems = Problems::default();
    let document = Document::read(&file.name, &file.text, &mut problems);
    let Some(document) = document else { return Vec::new() };
    let input = |example: &Node| field(example, "invoer").map_or(Json::Null, to_json);
    match field(document.root().node(), "voorbeelden").map(|list| &list.kind) {
        Some(NodeKind::Sequence(examples)) => examples.iter().map(input).collect(),
        _ => Vec::new(),
    }
}

fn field<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    let NodeKind::Mapping(fields) = &node.kind else { return None };
    fields.iter().find(|(key, _)| key.text == name).map(|(_, value)| value)
}

/// What somebody wrote in YAML as JSON.
fn to_json(node: &Node) -> Json {
    match &node.kind {
        NodeKind::Mapping(fields) => {
            let fields = fields.iter().map(|(key, value)| (key.text.clone(), to_json(value)));
            Json::Object(fields.collect::<Map<String, Json>>())
        }
        NodeKind::Sequence(items) => items.iter().map(to_json).collect(),
        NodeKind::Scalar { .. } if node.is_null() => Json::Null,
        NodeKind::Scalar { text, quoted: true } => Json::from(text.as_str()),
        NodeKind::Scalar { text, quoted: false } => match text.as_str() {
            "true" | "ja" => Json::Bool(true),
            "false" | "nee" => Json::Bool(false),
            other => other.parse().map_or_else(|_| Json::from(other), |it: Number| it.into()),
        },
    }
}
