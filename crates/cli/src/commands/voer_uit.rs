//! `samenhang voer-uit`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use corpus::document::Problems;
use corpus::{CorpusError, File, ParameterSet};
use engine::language::Language;
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use engine::{exact, json};
use jiff::civil::Date;
use regelspraak::source::Source;
use serde_json::Value as Json;

use super::controleer::gather;
use crate::arguments::{Day, Form};
use crate::failure::{Failure, read};
use crate::output::{STRONG, styled};
use crate::texts;

/// The files with what the model runs on.
pub struct Input<'a> {
    pub data: &'a Path,
    pub parameters: Option<&'a Path>,
}

pub fn run(
    models: &[PathBuf],
    input: &Input<'_>,
    day: &Day,
    form: &Form,
    language: Language,
) -> Result<ExitCode, Failure> {
    let files = gather(models)?;
    let sources = files.rules.into_iter().map(|file| Source::new(file.name, file.text));
    let sources: Vec<Source> = sources.collect();
    let model = regelspraak::compile(&sources).map_err(CorpusError::Rules)?;
    let set = match input.parameters {
        Some(path) => {
            let file = File { name: path.display().to_string(), text: read(path)? };
            let mut problems = Problems::default();
            let set = ParameterSet::read(&model, &[file], &mut problems);
            Some(problems.finish(Some(set))?)
        }
        None => None,
    };
    let text = read(input.data)?;
    let given =
        |values| json::read(&model, &text, values).map_err(|error| Failure::at(input.data, error));
    let mut request = given(ParameterValues::new(&model))?;
    let date: Option<Date> = day.datum.or(request.date);
    let Some(date) = date else {
        return Err(Failure::new(texts::NO_DAY));
    };
    if let Some(set) = set {
        request = given(set.on(&model, date))?;
    }
    let plan = Plan::new(&model, date).map_err(Failure::new)?;
    let outcome = exact::run(&model, &plan, &request.parameters, date, request.data);
    let answer = json::write_in(&model, &outcome, language);
    if form.json {
        anstream::println!("{answer:#}");
    } else {
        print(&answer, language);
    }
    Ok(ExitCode::SUCCESS)
}

/// The objects as a list to read.
fn print(answer: &Json, language: Language) {
    let empty = Vec::new();
    for object in answer["objecten"].as_array().unwrap_or(&empty) {
        let text = |value: &Json| text(value, language);
        let title = format!("{} {}", text(&object["type"]), text(&object["id"]));
        anstream::println!("{}", styled(STRONG, title));
        for group in ["attributen", "kenmerken"] {
            for (name, value) in object[group].as_object().into_iter().flatten() {
                print_value(name, value, language);
            }
        }
    }
    for found in answer["inconsistenties"].as_array().unwrap_or(&empty) {
        let text = |field: &str| text(&found[field], language);
        let (rule, id, reason) = (text("regel"), text("id"), text("reden"));
        let day = |field: &str| found[field].as_str().map(str::to_string);
        let line = texts::inconsistent(&rule, &id, &reason, day("vanaf"), day("tot"));
        anstream::println!("{}", line.get(language));
    }
    for remark in answer["opmerkingen"].as_array().unwrap_or(&empty) {
        anstream::println!("{}: {}", texts::NOTE.get(language), text(remark, language));
    }
}

/// A value behind its name, or of an attribuut with dimensies a line for each label.
fn print_value(name: &str, value: &Json, language: Language) {
    match value.as_object() {
        Some(labels) => labels.iter().for_each(|(label, value)| {
            print_value(&format!("{name}, {label}"), value, language);
        }),
        None => anstream::println!("  {name}: {}", text(value, language)),
    }
}

fn text(value: &Json, language: Language) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Null => texts::EMPTY.get(language).to_string(),
        Json::Bool(true) => texts::TRUE.get(language).to_string(),
        Json::Bool(false) => texts::FALSE.get(language).to_string(),
        Json::Number(number) => number.to_string().replace('.', language.pick(",", ".")),
        other => other.to_string(),
    }
}
