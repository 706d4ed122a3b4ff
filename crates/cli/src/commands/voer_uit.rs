//! `samenhang voer-uit`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use corpus::document::Problems;
use corpus::{CorpusError, File, ParameterSet};
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

pub fn run(
    models: &[PathBuf],
    input: &Path,
    parameters: Option<&Path>,
    day: &Day,
    form: &Form,
) -> Result<ExitCode, Failure> {
    let files = gather(models)?;
    let sources = files.rules.into_iter().map(|file| Source::new(file.name, file.text));
    let sources: Vec<Source> = sources.collect();
    let model = regelspraak::compile(&sources).map_err(CorpusError::Rules)?;
    let set = match parameters {
        Some(path) => {
            let file = File { name: path.display().to_string(), text: read(path)? };
            let mut problems = Problems::default();
            let set = ParameterSet::read(&model, &[file], &mut problems);
            Some(problems.finish(Some(set))?)
        }
        None => None,
    };
    let text = read(input)?;
    let given = |values| {
        json::read(&model, &text, values)
            .map_err(|error| Failure::new(format!("{}: {error}", input.display())))
    };
    let mut request = given(ParameterValues::new(&model))?;
    let date: Option<Date> = day.datum.or(request.date);
    let Some(date) = date else {
        return Err(Failure::new(
            "Er is geen rekendatum. Zet \"rekendatum\": \"2026-01-15\" in de invoer, of gebruik \
             --datum.",
        ));
    };
    if let Some(set) = set {
        request = given(set.on(&model, date))?;
    }
    let plan = Plan::new(&model, date).map_err(Failure::new)?;
    let outcome = exact::run(&model, &plan, &request.parameters, date, request.data);
    let answer = json::write(&model, &outcome);
    if form.json {
        anstream::println!("{answer:#}");
    } else {
        print(&answer);
    }
    Ok(ExitCode::SUCCESS)
}

/// The objects as a list to read.
fn print(answer: &Json) {
    let empty = Vec::new();
    for object in answer["objecten"].as_array().unwrap_or(&empty) {
        let title = format!("{} {}", text(&object["type"]), text(&object["id"]));
        anstream::println!("{}", styled(STRONG, title));
        for group in ["attributen", "kenmerken"] {
            for (name, value) in object[group].as_object().into_iter().flatten() {
                anstream::println!("  {name}: {}", text(value));
            }
        }
    }
    for remark in answer["opmerkingen"].as_array().unwrap_or(&empty) {
        anstream::println!("Let op: {}", text(remark));
    }
}

fn text(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Null => "leeg".to_string(),
        Json::Bool(true) => "waar".to_string(),
        Json::Bool(false) => "onwaar".to_string(),
        Json::Number(number) => number.to_string().replace('.', ","),
        other => other.to_string(),
    }
}
