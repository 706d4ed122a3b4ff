//! Whether what municipalities have laid down can be meant: the consistentieregels on Gemeente are
//! judged for each municipality, on each day on which its values, the rules or the parameters change.

use std::collections::BTreeSet;

use engine::data::Data;
use engine::exact::{self, Fault};
use engine::language::Text;
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use jiff::civil::Date;
use regelspraak::model::{CheckId, Model, ObjectTypeId, Property};

use super::read::Places;
use super::{Package, PolicySet};
use crate::document::{DocumentError, Position, Problems};
use crate::parameters::ParameterSet;
use crate::periods::Dated;
use crate::texts;

pub(super) fn check(
    model: &Model,
    parameters: &ParameterSet,
    set: &PolicySet,
    places: &Places,
    problems: &mut Problems,
) {
    let Some(objecttype) = super::municipality(model) else { return };
    let checks: Vec<Property> = (0..model.checks.len() as u32)
        .map(CheckId)
        .filter(|&check| model[check].objecttype == objecttype)
        .map(Property::Check)
        .collect();
    let mut changes: BTreeSet<Date> = crate::days_of_change(model).into_iter().collect();
    changes.extend(parameters.days_of_change());
    let mut days = changes.clone();
    days.extend(set.packages.iter().flat_map(starts));
    // What is missing because of another mistake is no mistake of its own.
    let whole = problems.is_empty();
    let mut judge = Judge { model, objecttype, set, places, whole, told: Vec::new() };
    let mut plan: Option<Plan> = None;
    for day in days {
        let concerned = |package: &&Package| {
            starts(package).any(|start| start == day)
                || changes.contains(&day) && holds_something(package, day)
        };
        let packages: Vec<&Package> = set.packages.iter().filter(concerned).collect();
        if packages.is_empty() {
            continue;
        }
        let plan = match plan.take_if(|plan| plan.period().contains(day)) {
            Some(known) => plan.insert(known),
            // A circle in the rules is reported when the whole corpus is planned.
            None => match Plan::new(model, day) {
                Ok(made) => plan.insert(made.for_outcomes(&checks)),
                Err(_) => return,
            },
        };
        let values = parameters.on(model, day);
        for package in packages {
            judge.package(plan, &values, day, package, problems);
        }
    }
}

/// The days on which another set of values starts to hold.
fn starts(package: &Package) -> impl Iterator<Item = Date> + '_ {
    package.schemes.iter().flat_map(|local| &local.periods).map(|period| period.from)
}

fn holds_something(package: &Package, day: Date) -> bool {
    let mut periods = package.schemes.iter().flat_map(|local| &local.periods);
    periods.any(|period| period.days().hold(day))
}

/// What a check says and where: a value of a period, or else the package. And whether it could be
/// judged.
type Told = (CheckId, Option<(String, Position, Property)>, String, bool);

struct Judge<'j> {
    model: &'j Model,
    objecttype: ObjectTypeId,
    set: &'j PolicySet,
    places: &'j Places,
    /// Whether nothing else is wrong.
    whole: bool,
    /// What was said already, of an earlier day.
    told: Vec<Told>,
}

impl Judge<'_> {
    /// Judges a municipality on a day.
    fn package(
        &mut self,
        plan: &Plan,
        values: &ParameterValues,
        day: Date,
        package: &Package,
        problems: &mut Problems,
    ) {
        let model = self.model;
        let mut data = Data::new(model);
        let filled = data
            .add(model, self.objecttype, &package.name)
            .and_then(|instance| self.set.fill(model, &mut data, instance, &package.code, day));
        if let Err(error) = filled {
            let message = texts::sentence(&error);
            problems.push_once(at_package(package, message, texts::CHECK_VALUES));
            return;
        }
        let outcome = exact::run(model, plan, values, day, data);
        let findings = outcome.findings(model);
        for found in findings.inconsistent {
            let message = Text::of(|language| found.reason.get(language).to_string() + ".");
            let hint = found.message(model).unwrap_or(texts::CHECK_VALUES);
            let reads = read_by(plan, found.check);
            self.tell(package, day, (found.check, &reads, true), (message, hint), problems);
        }
        for unknown in findings.undetermined {
            let reads = read_by(plan, unknown.check);
            if !self.whole || self.lacks(package, day, &reads, &unknown.fault) {
                continue;
            }
            let message = unknown.text(model, &outcome);
            let hint = match *unknown.fault {
                Fault::MissingParameter { .. } => texts::give_parameter(day),
                _ => texts::CHECK_RULE,
            };
            let message = texts::sentence(&message);
            self.tell(package, day, (unknown.check, &reads, false), (message, hint), problems);
        }
    }

    /// Whether a check cannot be judged because the package does not give a value. A parameter without a
    /// value is to blame as soon as there is anything to hold against it.
    fn lacks(&self, package: &Package, day: Date, reads: &[Property], fault: &Fault) -> bool {
        let schemes = self.set.schemes().iter().flat_map(|scheme| &scheme.values);
        let values = schemes.map(|value| value.property);
        // A kenmerk that is not given is onwaar.
        let mut values = values
            .filter(|it| reads.contains(it) && matches!(it, Property::Attribute(_)))
            .peekable();
        let given =
            |it: &Property| self.set.on(&package.code, day).any(|(property, _)| property == it);
        match fault {
            Fault::MissingParameter { .. } => {
                values.peek().is_some() && !values.any(|it| given(&it))
            }
            _ => values.any(|it| !given(&it)),
        }
    }

    /// Reports what a check says at the value that it reads, once for each period.
    fn tell(
        &mut self,
        package: &Package,
        day: Date,
        (check, reads, judged): (CheckId, &[Property], bool),
        (message, hint): (Text, Text),
        problems: &mut Problems,
    ) {
        let place = reads.iter().find_map(|property| {
            let (period, _) = self.set.source_of(&package.code, *property, day)?;
            let key = (package.file.clone(), period.position, *property);
            self.places.get(&key).map(|place| (key, place))
        });
        let (key, place) = place.unzip();
        let told = (check, key, package.file.clone(), judged);
        if self.told.contains(&told) {
            return;
        }
        self.told.push(told);
        problems.push(match place {
            None => at_package(package, message, hint),
            Some((path, position)) => {
                let error = DocumentError::new(&package.file, *position, message, hint);
                DocumentError { path: path.clone(), ..error }
            }
        });
    }
}

/// The properties that a check reads, also through what rules derive from them.
fn read_by(plan: &Plan, check: CheckId) -> Vec<Property> {
    let mut all = vec![Property::Check(check)];
    let mut at = 0;
    while at < all.len() {
        let read = plan.step(all[at]).into_iter().flat_map(|step| step.reads.keys());
        let new: Vec<Property> = read.copied().filter(|it| !all.contains(it)).collect();
        all.extend(new);
        at += 1;
    }
    all
}

fn at_package(package: &Package, message: Text, hint: Text) -> DocumentError {
    DocumentError::new(&package.file, package.name_at, message, hint)
}
