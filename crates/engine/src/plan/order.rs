//! Each property after the properties it reads.

use std::collections::HashMap;

use regelspraak::model::{Model, Property, Span};
use thiserror::Error;

use super::Step;
use crate::language::{Bilingual, Language, Text};
use crate::text;

/// Why there is no order of work.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PlanError {
    /// A property depends on itself (section 9.10).
    #[error("de regels hangen in een kring van elkaar af: {}", describe(links, Language::Dutch))]
    Cycle {
        /// Each property of the cycle, with the rule by which it reads the next; the last reads
        /// the first.
        links: Vec<CycleLink>,
    },
}

/// One step of a cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CycleLink {
    /// The objecttype and the name of the property.
    pub property: Text,
    /// The rule that derives it from the next property of the cycle.
    pub rule: String,
    /// The file of that rule.
    pub file: String,
    /// The line of its name, counted from 1; 0 when there is no such rule.
    pub line: u32,
    /// Where its name stands, if there is such a rule.
    pub span: Option<Span>,
}

impl Bilingual for PlanError {
    fn english(&self) -> String {
        let PlanError::Cycle { links } = self;
        let links = describe(links, Language::English);
        format!("the rules depend on each other in a circle: {links}")
    }
}

fn describe(links: &[CycleLink], language: Language) -> String {
    let mut text = String::new();
    let (called, uses) = (language.pick("regel", "rule"), language.pick("gebruikt", "uses"));
    for link in links {
        let place = match link.file.as_str() {
            "" => String::new(),
            file => format!(", {file}:{}", link.line),
        };
        let (property, rule) = (link.property.get(language), &link.rule);
        text.push_str(&format!("{property} ({called} \"{rule}\"{place}) {uses} "));
    }
    if let Some(first) = links.first() {
        text.push_str(first.property.get(language));
    }
    text
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    Open,
    Done,
}

/// The positions of the steps in an order in which each comes after those it reads. The same
/// model always gives the same order: steps as the rules have them, what they read first.
pub(super) fn sort(
    model: &Model,
    steps: &[Step],
    positions: &HashMap<Property, usize>,
) -> Result<Vec<usize>, PlanError> {
    let needs: Vec<Vec<usize>> = steps
        .iter()
        .map(|step| step.reads.keys().filter_map(|read| positions.get(read).copied()).collect())
        .collect();
    let mut marks = vec![Mark::New; steps.len()];
    let mut order = Vec::with_capacity(steps.len());
    // The open steps, each with how many of its needs have been seen to; no recursion, since
    // chains of rules can be long.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for start in 0..steps.len() {
        if marks[start] != Mark::New {
            continue;
        }
        marks[start] = Mark::Open;
        open.push((start, 0));
        while let Some((step, seen)) = open.last_mut() {
            let Some(&need) = needs[*step].get(*seen) else {
                marks[*step] = Mark::Done;
                order.push(*step);
                open.pop();
                continue;
            };
            *seen += 1;
            match marks[need] {
                Mark::Done => {}
                Mark::New => {
                    marks[need] = Mark::Open;
                    open.push((need, 0));
                }
                Mark::Open => {
                    let from = open.iter().position(|(step, _)| *step == need).unwrap_or(0);
                    let path: Vec<usize> = open[from..].iter().map(|(step, _)| *step).collect();
                    return Err(cycle(model, steps, &path));
                }
            }
        }
    }
    Ok(order)
}

fn cycle(model: &Model, steps: &[Step], path: &[usize]) -> PlanError {
    let links = path.iter().enumerate().map(|(at, &step)| {
        let step = &steps[step];
        let next = steps[path[(at + 1) % path.len()]].property;
        let rule = step.reads.get(&next).map(|&rule| &model[rule]);
        let file = rule.and_then(|rule| model.files.get(rule.span.file.index()));
        let owner = &model[model.property_owner(step.property)].name.singular;
        let name = &model.property_name(step.property).singular;
        let property = text!("{name} van {owner}", "{name} of {owner}");
        CycleLink {
            property,
            rule: rule.map(|rule| rule.name.clone()).unwrap_or_default(),
            file: file.map(|file| file.name.clone()).unwrap_or_default(),
            line: rule.map_or(0, |rule| rule.line),
            span: rule.map(|rule| rule.span),
        }
    });
    PlanError::Cycle { links: links.collect() }
}
