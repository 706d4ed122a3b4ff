//! `samenhang controleer`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use corpus::document::DocumentError;
use corpus::{CorpusError, File, Files};
use engine::language::Language;
use household::examples::read_examples;
use serde_json::Value as Json;

use crate::arguments::{Form, Global};
use crate::failure::Failure;
use crate::{output, texts};

/// What is wrong with a set of rule text.
enum Finding {
    Corpus(CorpusError),
    Documents(Vec<DocumentError>),
}

pub fn run(paths: &[PathBuf], global: &Global, form: &Form) -> Result<ExitCode, Failure> {
    let language = global.taal;
    let (rules, findings) = match (paths, &global.regels) {
        ([], None) => (builtin::corpus()?.model.rules.len(), check_examples(&builtin::examples()?)),
        ([], Some(folder)) => check(&gather(std::slice::from_ref(folder))?),
        (paths, _) => check(&gather(paths)?),
    };
    if form.json {
        let list = findings.iter().flat_map(single).map(|finding| finding.to_json(language));
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
            findings.push(Finding::Corpus(error));
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
        Finding::Corpus(CorpusError::Rules(diagnostics)) => {
            diagnostics.list.len() + diagnostics.left_out
        }
        Finding::Corpus(CorpusError::Documents(errors)) | Finding::Documents(errors) => {
            errors.len()
        }
        Finding::Corpus(_) => 1,
    }
}

fn print(finding: &Finding, language: Language) {
    match finding {
        Finding::Corpus(CorpusError::Rules(diagnostics)) => {
            output::diagnostics(diagnostics, language);
        }
        Finding::Corpus(CorpusError::Documents(errors)) | Finding::Documents(errors) => {
            errors.iter().for_each(|error| output::error(error, language));
        }
        Finding::Corpus(error) => output::error(error, language),
    }
}

/// Each mistake by itself.
fn single(finding: &Finding) -> Vec<corpus::Finding> {
    match finding {
        Finding::Documents(errors) => errors.iter().map(corpus::Finding::from).collect(),
        Finding::Corpus(error) => error.findings(),
    }
}
