//! Rules to read: the list, and one with all there is to know of it.

use engine::language::{Language, Text};
use household::wording;
use regelspraak::model::{Property, Rule, RuleId};
use serde_json::{Value as Json, json};

use crate::{Rulebook, not_found, source};

/// The mark of a note in English.
const ENGLISH: &str = "engels:";

impl Rulebook<'_> {
    /// All rules in the order of the text, or those of one package by its id, each in short.
    ///
    /// # Errors
    ///
    /// When there is no package with the id.
    pub fn rules(&self, package: Option<&str>, language: Language) -> Result<Json, Text> {
        let model = &self.corpus.model;
        let chosen = package.map(|id| self.find_package(id)).transpose()?;
        let list = model.rules.iter().enumerate().filter(|(_, rule)| {
            let at = self.packages.at(source::file_of(model, rule.span));
            chosen.is_none_or(|chosen| at.is_some_and(|at| at.id == chosen.id))
        });
        let list = list.map(|(index, _)| self.in_short(RuleId(index as u32), language));
        Ok(json!({"versie": self.corpus.version, "regels": list.collect::<Vec<_>>()}))
    }

    /// One rule by its id, with its text, what it gives and reads, what reads it, and to which outcomes it
    /// leads.
    ///
    /// # Errors
    ///
    /// When there is no rule with the id.
    pub fn rule(&self, id: &str, language: Language) -> Result<Json, Text> {
        let rule = self.find_rule(id).ok_or_else(|| not_found("Een regel", "A rule", id))?;
        let (text, line) = self.rule_text(rule).unwrap_or_default();
        let mut shown = self.in_short(rule, language);
        let links = self.links.rule(rule);
        let declared = &self.corpus.model[rule];
        let file = source::file_of(&self.corpus.model, declared.span);
        let heading = source::find(self.files, file).map(|file| source::heading(&file.text));
        let properties = |of: &mut dyn Iterator<Item = Property>| -> Json {
            of.map(|property| self.property(property, language)).collect()
        };
        let more = json!({
            "versie": self.corpus.version,
            "tekst": text,
            "tekst_vanaf_regel": line,
            "toelichting": notes(declared, language),
            "bestand_toelichting": heading.filter(|heading| !heading.is_empty()),
            "versies": versions(declared, language),
            "geeft": properties(&mut links.gives.iter().copied()),
            "leest": properties(&mut links.reads.iter().copied()),
            "parameters": links.parameters.iter().map(|it| self.parameter_reference(*it)).collect::<Json>(),
            "gelezen_door": self.dependents(rule),
            "uitkomsten": self.outcomes_of(rule, language),
            "kanttekeningen": self.remarks_of(rule, language),
        });
        if let (Json::Object(shown), Json::Object(more)) = (&mut shown, more) {
            shown.extend(more);
        }
        Ok(shown)
    }

    /// The text of a rule as it stands in its file, with the comments above it, and the number of its first
    /// line.
    pub fn rule_text(&self, rule: RuleId) -> Option<(&str, usize)> {
        let model = &self.corpus.model;
        let file = source::find(self.files, source::file_of(model, model[rule].span))?;
        let pieces = source::pieces(model, file);
        let piece = pieces.into_iter().find(|piece| piece.rule == Some(rule))?;
        Some((piece.text.trim_end(), piece.line))
    }

    fn in_short(&self, rule: RuleId, language: Language) -> Json {
        let model = &self.corpus.model;
        let declared = &model[rule];
        let file = source::file_of(model, declared.span);
        let kind = if declared.is_table { "beslistabel" } else { "regel" };
        let gives = self.links.rule(rule).gives.iter();
        json!({
            "id": self.rule_ids[rule.index()],
            "naam": declared.name,
            "soort": kind,
            "pakket": self.package_of(file),
            "bestand": file,
            "regelnummer": declared.line,
            "bronnen": declared.sources,
            "geldig": in_words(declared, language),
            "geeft": gives.map(|it| self.property_reference(*it)).collect::<Json>(),
        })
    }

    /// The rules that read what a rule gives, each with what it reads of it.
    fn dependents(&self, rule: RuleId) -> Json {
        let dependents = self.links.dependents(rule).into_iter();
        let shown = dependents.map(|(reader, properties)| {
            let mut shown = self.rule_reference(reader);
            let read = properties.iter().map(|property| self.property_reference(*property));
            shown["leest"] = read.collect();
            shown
        });
        shown.collect()
    }

    /// The outcomes that a rule leads to: first those it gives itself.
    fn outcomes_of(&self, rule: RuleId, language: Language) -> Json {
        let links = self.links.rule(rule);
        let mut shown: Vec<(bool, Json)> = Vec::new();
        for &index in &links.outcomes {
            let outcome = &self.corpus.outcomes[index];
            let own = links.gives.contains(&Property::Attribute(outcome.attribute));
            let meaning = outcome.meaning.get(language);
            let told = json!({"uitkomst": outcome.name, "betekenis": meaning, "rechtstreeks": own});
            shown.push((own, told));
        }
        shown.sort_by_key(|(own, _)| !own);
        shown.into_iter().map(|(_, shown)| shown).collect()
    }

    /// What a reader must know about whoever gets a kenmerk of the rule.
    fn remarks_of(&self, rule: RuleId, language: Language) -> Json {
        let gives = &self.links.rule(rule).gives;
        let remarks = self.corpus.remarks.iter();
        let own = remarks.filter(|remark| gives.contains(&Property::Kenmerk(remark.kenmerk)));
        own.map(|remark| Json::from(remark.text.get(language))).collect()
    }
}

/// The notes of a rule in a language: the English ones, as far as there are.
pub(crate) fn notes(rule: &Rule, language: Language) -> Vec<&str> {
    let (english, dutch): (Vec<&str>, Vec<&str>) =
        rule.notes.iter().map(String::as_str).partition(|note| note.starts_with(ENGLISH));
    match language {
        Language::English if !english.is_empty() => {
            english.into_iter().map(|note| note[ENGLISH.len()..].trim()).collect()
        }
        _ => dutch,
    }
}

fn versions(rule: &Rule, language: Language) -> Json {
    let shown = rule.versions.iter().map(|version| {
        let (from, until) = (version.validity.from, version.validity.until);
        json!({
            "vanaf": from.map(|date| date.to_string()),
            "tot_en_met": until.map(|date| date.to_string()),
            "geldig": wording::period(from, until, language),
            "tekst": at_the_margin(version.text.trim_end()),
        })
    });
    shown.collect()
}

/// A text without the indentation that all its lines but the first share; the first has lost its own.
fn at_the_margin(text: &str) -> String {
    let rest = text.lines().skip(1).filter(|line| !line.trim().is_empty());
    let indented = rest.map(|line| line.len() - line.trim_start_matches(' ').len());
    let margin = indented.min().unwrap_or(0);
    let lines = text.lines().enumerate();
    let lines =
        lines.map(|(at, line)| if at == 0 { line } else { line.get(margin..).unwrap_or("") });
    lines.collect::<Vec<_>>().join("\n")
}

/// When any version of a rule holds, in words: each of them.
fn in_words(rule: &Rule, language: Language) -> String {
    let versions = rule.versions.iter();
    let shown = versions.map(|it| wording::period(it.validity.from, it.validity.until, language));
    shown.collect::<Vec<_>>().join("; ")
}
