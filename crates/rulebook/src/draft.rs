//! A draft: what somebody changes in the rules to see what that does, on top of the rules as they are.
//!
//! Rules are changed one by one, each with its whole text, or by the file; values from a day on. A draft with a
//! mistake gives findings and no corpus: text that is wrong never runs.

use std::collections::BTreeSet;

use corpus::document::{Closeness, Document, DocumentError, Item, Problems, meant, nearest};
use corpus::{Corpus, File, Files, Finding};
use engine::language::Language;
use jiff::civil::Date;
use regelspraak::model::RuleId;
use serde_json::{Value as Json, json};

use crate::{Rulebook, source, texts, values};

/// The name of a draft in errors about it.
const NAME: &str = "verandering";

/// A draft as it was written, in JSON or YAML.
#[derive(Debug)]
pub struct Draft {
    /// What it is called.
    pub name: Option<String>,
    /// From which day its values hold.
    pub date: Option<Date>,
    /// Rules with another text, by their id.
    pub rules: Vec<(String, String)>,
    /// Files of rule text, changed or new, by their name.
    pub files: Vec<(String, String)>,
    document: Document,
}

/// A draft that has no mistakes.
#[derive(Debug, Clone)]
pub struct Drafted {
    /// The rules with the draft in them.
    pub corpus: Corpus,
    /// Their texts.
    pub files: Files,
}

/// A mistake in a draft: where it is among the files, and in the text of a rule that was changed by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftFinding {
    /// The mistake.
    pub finding: Finding,
    /// The rule in whose text it is, by its id, with the line in that text, from 1.
    pub in_rule: Option<(String, usize)>,
}

impl DraftFinding {
    /// The finding for other programs: as `controleer --json`, with its place in the text of the rule.
    pub fn to_json(&self, language: Language) -> Json {
        let mut shown = self.finding.to_json(language);
        let in_rule = self.in_rule.as_ref();
        shown["in_regel"] =
            in_rule.map_or(Json::Null, |(id, line)| json!({"id": id, "regel": line}));
        shown
    }
}

impl Draft {
    /// Reads a draft:
    /// `{"naam", "datum", "regels": [{"regel", "tekst"}], "bestanden": [{"bestand", "tekst"}],
    /// "parameters": [{"parameter", "gemeente", "waarde"}]}`; every field may be left out.
    ///
    /// # Errors
    ///
    /// Every mistake in it, with its place.
    pub fn read(text: &str) -> Result<Draft, Vec<DocumentError>> {
        let mut problems = Problems::default();
        let draft = Document::read(NAME, text, &mut problems).and_then(|document| {
            let known = ["naam", "datum", "regels", "bestanden", "parameters"];
            let fields = document.root().fields(&known, &mut problems)?;
            let name = fields.get("naam");
            let name = name.and_then(|name| problems.keep(name.filled_text())).map(str::to_string);
            let date = fields.get("datum").and_then(|date| problems.keep(date.date()));
            let rules = texts_in(fields.get("regels"), "regel", &mut problems);
            let files = texts_in(fields.get("bestanden"), "bestand", &mut problems);
            Some(Draft { name, date, rules, files, document })
        });
        problems.finish(draft)
    }

    /// The values it changes.
    pub(crate) fn values<'d>(&'d self, problems: &mut Problems) -> Vec<Item<'d>> {
        let root = problems.keep(self.document.root().mapping());
        let list = root.and_then(|root| root.get("parameters"));
        list.and_then(|list| problems.keep(list.list())).unwrap_or_default()
    }
}

/// A list of texts, each under a name that occurs once.
fn texts_in(list: Option<Item<'_>>, named: &str, problems: &mut Problems) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let list = list.and_then(|list| problems.keep(list.list())).unwrap_or_default();
    for item in list {
        let Some(fields) = item.fields(&[named, "tekst"], problems) else { continue };
        let name = problems.keep(fields.require(named).and_then(|name| name.filled_text()));
        let text = problems.keep(fields.require("tekst").and_then(|text| text.text()));
        let (Some(name), Some(text)) = (name, text) else { continue };
        if found.iter().any(|(known, _)| known == name) {
            problems.push(item.error(texts::double_text(name)).with_hint(texts::ONE_OF_TWO));
            continue;
        }
        found.push((name.to_string(), text.to_string()));
    }
    found
}

/// Where the text of a changed rule came to stand in its file.
struct Placed {
    id: String,
    file: String,
    /// Its first line, from 1, and how many there are.
    line: usize,
    count: usize,
}

impl Rulebook<'_> {
    /// The rules with a draft in them.
    ///
    /// # Errors
    ///
    /// Every mistake, with its place. There is no corpus then.
    pub fn draft(&self, draft: &Draft) -> Result<Drafted, Vec<DraftFinding>> {
        let (files, placed) = self.overlay(draft).map_err(|errors| {
            errors
                .iter()
                .map(Finding::from)
                .map(|finding| DraftFinding { finding, in_rule: None })
                .collect::<Vec<_>>()
        })?;
        let located = |findings: Vec<Finding>| -> Vec<DraftFinding> {
            findings.into_iter().map(|finding| locate(finding, &placed)).collect()
        };
        let unchanged = draft.rules.is_empty() && draft.files.is_empty();
        let mut corpus = match unchanged {
            true => self.corpus.clone(),
            false => {
                let checked = household::policy::check(&files);
                checked.map_err(|error| located(error.findings()))?
            }
        };
        values::change(&mut corpus, draft)
            .map_err(|errors| located(errors.iter().map(Finding::from).collect()))?;
        Ok(Drafted { corpus, files })
    }

    /// The texts with those of a draft in their place.
    fn overlay(&self, draft: &Draft) -> Result<(Files, Vec<Placed>), Vec<DocumentError>> {
        let mut problems = Problems::default();
        let mut files = self.files.clone();
        let root = draft.document.root();
        let mut placed = Vec::new();
        let mut changed: Vec<(RuleId, &str)> = Vec::new();
        for (id, text) in &draft.rules {
            match self.find_rule(id) {
                Some(rule) => changed.push((rule, text)),
                None => {
                    let ids: Vec<&str> = self.rule_ids.iter().map(String::as_str).collect();
                    let near = nearest(id, &ids).filter(|(_, it)| *it == Closeness::Near);
                    let hint = near.map_or(texts::IDS_IN_LIST, |(near, _)| meant(near));
                    let message = crate::not_found("Een regel", "A rule", id);
                    problems.push(root.error(message).with_hint(hint));
                }
            }
        }
        let model = &self.corpus.model;
        let touched: BTreeSet<&str> =
            changed.iter().map(|(rule, _)| source::file_of(model, model[*rule].span)).collect();
        for file in &mut files.rules {
            if touched.contains(file.name.as_str()) {
                file.text = self.with_rules(file, &changed, &mut placed);
            }
        }
        for (name, text) in &draft.files {
            if touched.contains(name.as_str()) {
                problems.push(root.error(texts::both(name)).with_hint(texts::ONE_OF_TWO));
            } else if !name.ends_with(".regels") {
                problems.push(root.error(texts::no_rule_file(name)).with_hint(texts::RULE_FILE));
            }
            match files.rules.iter_mut().find(|file| file.name == *name) {
                Some(file) => file.text.clone_from(text),
                None => files.rules.push(File { name: name.clone(), text: text.clone() }),
            }
        }
        problems.finish(Some((files, placed)))
    }

    /// The text of a file with other texts for some of its rules.
    fn with_rules(
        &self,
        file: &File,
        changed: &[(RuleId, &str)],
        placed: &mut Vec<Placed>,
    ) -> String {
        let mut out = String::new();
        for piece in source::pieces(&self.corpus.model, file) {
            let new = changed.iter().find(|(rule, _)| Some(*rule) == piece.rule);
            let Some((rule, text)) = new else {
                out.push_str(piece.text);
                continue;
            };
            placed.push(Placed {
                id: self.rule_ids[rule.index()].clone(),
                file: file.name.clone(),
                line: out.matches('\n').count() + 1,
                count: text.lines().count(),
            });
            out.push_str(text.trim_end());
            out.push('\n');
        }
        out
    }
}

/// A finding with its place in the text of a changed rule.
fn locate(finding: Finding, placed: &[Placed]) -> DraftFinding {
    let within = |it: &&Placed| {
        let line = finding.line.unwrap_or_default();
        finding.file.as_ref() == Some(&it.file) && (it.line..it.line + it.count).contains(&line)
    };
    let in_rule = placed.iter().find(within).zip(finding.line);
    let in_rule = in_rule.map(|(it, line)| (it.id.clone(), line + 1 - it.line));
    DraftFinding { finding, in_rule }
}
