//! `samenhang controleer`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use corpus::document::DocumentError;
use corpus::{CorpusError, File, Files, PlanError};
use engine::language::{Bilingual, Language};
use household::examples::read_examples;
use regelspraak::diagnostic::Diagnostics;
use serde_json::{Value as Json, json};

use crate::arguments::{Form, Global};
use crate::failure::Failure;
use crate::{output, texts};

/// What is wrong with a set of rule text.
enum Finding {
    Rules(Diagnostics),
    Documents(Vec<DocumentError>),
    Other(CorpusError),
}

pub fn run(paths: &[PathBuf], global: &Global, form: &Form) -> Result<ExitCode, Failure> {
    let language = global.taal;
    let (rules, findings) = match (paths, &global.regels) {
        ([], None) => (builtin::corpus()?.model.rules.len(), check_examples(&builtin::examples()?)),
        ([], Some(folder)) => check(&gather(std::slice::from_ref(folder))?),
        (paths, _) => check(&gather(paths)?),
    };
    if form.json {
        let list = findings.iter().flat_map(|finding| to_json(finding, language));
        anstream::println!("{:#}", Json::Array(list.collect()));
    } else {
        findings.iter().for_each(|finding| print(finding, language));
    }
    if findings.is_empty() {
        if !form.json {
            anstream::println!("{}", texts::in_order(rules).get(language));
        }
        return Ok(ExitCode::SUCCESS);
    }
    if !form.json {
        let count: usize = findings.iter().map(count).sum();
        anstream::eprintln!("{}", texts::mistakes(count).get(language));
    }
    Ok(ExitCode::from(1))
}

/// The files under all paths together, so that they form one model.
pub fn gather(paths: &[PathBuf]) -> Result<Files, Failure> {
    let mut all = Files::default();
    for path in paths {
        if !path.exists() {
            return Err(Failure::at(path, texts::NO_PATH));
        }
        let files = Files::read(path)?;
        let full = |file: File| File { name: shown(path, &file.name), ..file };
        all.rules.extend(files.rules.into_iter().map(full));
        all.parameters.extend(files.parameters.into_iter().map(full));
        all.examples.extend(files.examples.into_iter().map(full));
        all.outcomes.extend(files.outcomes.into_iter().map(full));
        all.remarks.extend(files.remarks.into_iter().map(full));
        all.schemes.extend(files.schemes.into_iter().map(full));
        all.packages.extend(files.packages.into_iter().map(full));
        all.catalogue.extend(files.catalogue.into_iter().map(full));
        all.folder = path.clone();
    }
    Ok(all)
}

/// The name of a file as the user can find it.
fn shown(root: &Path, name: &str) -> String {
    if root.is_dir() { root.join(name).display().to_string() } else { name.to_string() }
}

fn check(files: &Files) -> (usize, Vec<Finding>) {
    let mut findings = Vec::new();
    let rules = match household::policy::check(files) {
        Ok(corpus) => corpus.model.rules.len(),
        Err(error) => {
            findings.push(match error {
                CorpusError::Rules(diagnostics) => Finding::Rules(diagnostics),
                CorpusError::Documents(errors) => Finding::Documents(errors),
                other => Finding::Other(other),
            });
            0
        }
    };
    findings.extend(check_examples(&files.examples));
    (rules, findings)
}

fn check_examples(examples: &[File]) -> Vec<Finding> {
    examples.iter().filter_map(|file| read_examples(file).err()).map(Finding::Documents).collect()
}

fn count(finding: &Finding) -> usize {
    match finding {
        Finding::Rules(diagnostics) => diagnostics.list.len() + diagnostics.left_out,
        Finding::Documents(errors) => errors.len(),
        Finding::Other(_) => 1,
    }
}

fn print(finding: &Finding, language: Language) {
    match finding {
        Finding::Rules(diagnostics) => output::diagnostics(diagnostics, language),
        Finding::Documents(errors) => {
            errors.iter().for_each(|error| output::error(error, language));
        }
        Finding::Other(error) => output::error(error, language),
    }
}

fn to_json(finding: &Finding, language: Language) -> Vec<Json> {
    match finding {
        Finding::Rules(diagnostics) => diagnostics
            .list
            .iter()
            .map(|diagnostic| {
                let (file, line, column) = diagnostics.position(diagnostic);
                json!({
                    "bestand": file,
                    "regel": line,
                    "kolom": column,
                    "code": diagnostic.code.as_str(),
                    "ernst": "fout",
                    "melding": diagnostic.message,
                    "suggestie": diagnostic.suggestion,
                    "hulp": diagnostic.help,
                })
            })
            .chain((diagnostics.left_out > 0).then(|| {
                let message = texts::left_out(diagnostics.left_out);
                json!({"code": "regels", "ernst": "fout", "melding": message.get(language)})
            }))
            .collect(),
        Finding::Documents(errors) => errors
            .iter()
            .map(|error| {
                json!({
                    "bestand": error.file,
                    "regel": error.line,
                    "kolom": error.column,
                    "code": "gegevens",
                    "ernst": "fout",
                    "melding": format!("{}: {}", error.path, error.message.get(language)),
                    "suggestie": Json::Null,
                    "hulp": error.hint.as_ref().map(|hint| hint.get(language)),
                })
            })
            .collect(),
        Finding::Other(CorpusError::Plan(PlanError::Cycle { links })) => {
            let place = links.first();
            vec![json!({
                "bestand": place.map(|link| link.file.as_str()),
                "regel": place.map(|link| link.line),
                "kolom": 1,
                "code": "kring",
                "ernst": "fout",
                "melding": PlanError::Cycle { links: links.clone() }.in_language(language),
            })]
        }
        Finding::Other(error) => {
            let message = error.in_language(language);
            vec![json!({"code": "regels", "ernst": "fout", "melding": message})]
        }
    }
}
