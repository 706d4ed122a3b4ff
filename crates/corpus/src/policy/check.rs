//! Whether what municipalities have laid down can be meant: the consistentieregels on Gemeente are
//! judged for each municipality and each of its periods.

use engine::data::Data;
use engine::exact;
use engine::language::{Bilingual, Text};
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use jiff::civil::Date;
use regelspraak::model::{CheckId, Model, Property};

use super::read::Places;
use super::{Package, PolicySet};
use crate::document::{DocumentError, Position, Problems};
use crate::texts;

pub(super) fn check(model: &Model, set: &PolicySet, places: &Places, problems: &mut Problems) {
    let Some(objecttype) = super::municipality(model) else { return };
    let checks: Vec<Property> = (0..model.checks.len() as u32)
        .map(CheckId)
        .filter(|&check| model[check].objecttype == objecttype)
        .map(Property::Check)
        .collect();
    let mut told = Vec::new();
    for package in &set.packages {
        for date in starts(package) {
            // A circle in the rules is reported when the whole corpus is planned.
            let Ok(plan) = Plan::new(model, date) else { return };
            let plan = plan.for_outcomes(&checks);
            let mut data = Data::new(model);
            let filled = data
                .add(model, objecttype, &package.name)
                .and_then(|instance| set.fill(model, &mut data, instance, &package.code, date));
            if let Err(error) = filled {
                let message = Text::of(|language| format!("{}.", error.in_language(language)));
                problems.push(at_package(package, message));
                continue;
            }
            let values = ParameterValues::new(model);
            let outcome = exact::run(model, &plan, &values, date, data);
            for found in outcome.findings(model).inconsistent {
                let reads = plan.step(Property::Check(found.check)).map(|step| &step.reads);
                let place = reads.into_iter().flat_map(|reads| reads.keys()).find_map(|property| {
                    let (period, _) = set.source_of(&package.code, *property, date)?;
                    let key = (package.file.clone(), period.line, *property);
                    places.get(&key).map(|place| (key, place))
                });
                let hint = found.message(model);
                let message = Text::of(|language| found.reason.get(language).to_string() + ".");
                let Some((key, (path, position))) = place else {
                    problems.push(DocumentError { hint, ..at_package(package, message) });
                    continue;
                };
                if told.contains(&(found.check, key.clone())) {
                    continue;
                }
                told.push((found.check, key));
                let Position { line, column } = *position;
                let (file, path) = (package.file.clone(), path.clone());
                problems.push(DocumentError { file, line, column, path, message, hint });
            }
        }
    }
}

/// The days on which another set of values starts to hold.
fn starts(package: &Package) -> Vec<Date> {
    let periods = package.schemes.iter().flat_map(|local| &local.periods);
    let mut days: Vec<Date> = periods.map(|period| period.from).collect();
    days.sort();
    days.dedup();
    days
}

fn at_package(package: &Package, message: Text) -> DocumentError {
    let (line, column) = package.places[0];
    let position = Position { line: line as usize, column: column as usize };
    DocumentError::new(&package.file, position, message, texts::CHECK_VALUES)
}
