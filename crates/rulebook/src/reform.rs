//! A draft as a reform file: the values it changes, and the rules, each whole. A rule of a reform replaces all
//! versions of the rule of the same name; so a reform can add and change rules, and leaves none out.

use std::collections::{BTreeMap, BTreeSet};

use corpus::document::Problems;
use corpus::ids::slug;
use engine::language::Text;
use serde_json::{Value as Json, json};

use crate::draft::{Draft, Drafted};
use crate::source::{self, Piece};
use crate::{Rulebook, texts};

impl Rulebook<'_> {
    /// A draft as a reform file with the rule text it names: `{"bestand", "tekst", "regels": [{"bestand",
    /// "tekst"}]}`.
    ///
    /// # Errors
    ///
    /// When the draft has no name or day, changes nothing, or does what a reform cannot.
    pub fn reform(&self, draft: &Draft, drafted: &Drafted) -> Result<Json, Text> {
        let name = draft.name.as_deref().ok_or(texts::NAME_REFORM)?;
        let date = draft.date.ok_or(texts::DATE_REFORM)?;
        let file = slug(name);
        let rules = self.changed_text(drafted)?;
        let rules: Vec<(String, String)> = match rules.as_str() {
            "" => Vec::new(),
            text => vec![(format!("hervorming/{file}.regels"), text.to_string())],
        };
        let values = values(draft);
        if rules.is_empty() && values.is_empty() {
            return Err(texts::NOTHING_CHANGED);
        }
        let mut text = format!("naam: {}\ndatum: {date}\n", quoted(name));
        if !values.is_empty() {
            text.push_str(&format!("parameters:\n{}", values.concat()));
        }
        if !rules.is_empty() {
            let names: Vec<String> = rules.iter().map(|(file, _)| quoted(file)).collect();
            text.push_str(&format!("regels: [{}]\n", names.join(", ")));
        }
        let rules = rules.iter().map(|(file, text)| json!({"bestand": file, "tekst": text}));
        let rules = rules.collect::<Json>();
        Ok(json!({"bestand": format!("{file}.yaml"), "tekst": text, "regels": rules}))
    }

    /// The text of every rule that is new or not as it was, and of every new file; empty when there is none.
    fn changed_text(&self, drafted: &Drafted) -> Result<String, Text> {
        let was = &self.corpus.model;
        let known: BTreeMap<&str, &str> = self
            .files
            .rules
            .iter()
            .flat_map(|file| source::pieces(was, file))
            .filter_map(|piece| Some((was[piece.rule?].name.as_str(), piece.text.trim_end())))
            .collect();
        let is = &drafted.corpus.model;
        let mut out: Vec<&str> = Vec::new();
        let mut kept: BTreeSet<&str> = BTreeSet::new();
        for file in &drafted.files.rules {
            let pieces = source::pieces(is, file);
            let original = source::find(self.files, &file.name);
            if let Some(original) = original
                && loose(&source::pieces(was, original)) != loose(&pieces)
            {
                return Err(texts::declarations_changed(&file.name));
            }
            for piece in pieces {
                let text = piece.text.trim_end();
                match piece.rule.map(|rule| is[rule].name.as_str()) {
                    Some(name) => {
                        kept.insert(name);
                        if known.get(name) != Some(&text) {
                            out.push(text);
                        }
                    }
                    None if original.is_none() && !text.trim().is_empty() => out.push(text),
                    None => {}
                }
            }
        }
        if let Some(gone) = known.keys().find(|name| !kept.contains(*name)) {
            return Err(texts::rule_left_out(gone));
        }
        Ok(out.iter().map(|text| format!("{}\n\n", text.trim_start_matches('\n'))).collect())
    }
}

/// What is declared between the rules of a file, line by line, without comments.
fn loose(pieces: &[Piece<'_>]) -> Vec<String> {
    let loose = pieces.iter().filter(|piece| piece.rule.is_none());
    let lines = loose.flat_map(|piece| piece.text.lines());
    let bare = lines.map(|line| line.split("//").next().unwrap_or_default().trim().to_string());
    bare.filter(|line| !line.is_empty()).collect()
}

/// The lines of the reform file with the values of a draft.
fn values(draft: &Draft) -> Vec<String> {
    // What is wrong was reported when the draft was applied.
    let mut problems = Problems::default();
    let items = draft.values(&mut problems);
    let lines = items.iter().filter_map(|item| {
        let fields = item.mapping().ok()?;
        let parts = ["parameter", "gemeente", "waarde"].into_iter().filter_map(|name| {
            let value = fields.get(name).filter(|value| !value.node().is_null())?;
            Some(format!("{name}: {}", quoted(value.text().ok()?)))
        });
        Some(format!("  - {{{}}}\n", parts.collect::<Vec<_>>().join(", ")))
    });
    lines.collect()
}

/// A text between quotes, as YAML and JSON both have it.
fn quoted(text: &str) -> String {
    Json::from(text).to_string()
}
