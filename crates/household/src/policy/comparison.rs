//! Municipalities compared on one scheme: what each has laid down on a day, or why that is not known.

use corpus::policy::{Known, SchemeId};
use corpus::{Confidence, Corpus};
use engine::language::Language;
use jiff::civil::Date;
use serde_json::{Map, Value as Json, json};

use super::origin::why_unknown;
use super::page::{PageState, Writer};
use crate::municipality::Municipality;

/// A scheme in every municipality with a package.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The name of the scheme.
    pub name: String,
    /// What it is.
    pub meaning: String,
    /// The day.
    pub date: Date,
    /// What the scheme lays down: the values in the order of the rules, each with its unit.
    pub values: Vec<(String, String)>,
    /// The municipalities by name.
    pub rows: Vec<ComparisonRow>,
    /// How many other municipalities there are: of those no scheme is known.
    pub others: usize,
    /// Identifies the rules.
    pub version: String,
}

/// A municipality in a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparisonRow {
    /// The municipality.
    pub municipality: Municipality,
    /// What the municipality calls the scheme.
    pub called: Option<String>,
    /// Where to apply for it.
    pub apply: Option<String>,
    /// What is laid down, or why that is not known.
    pub state: Result<PageState, String>,
}

impl Comparison {
    /// The municipalities compared on a scheme and a day. A package of a municipality that does not exist is
    /// left out; [`check`](super::check) reports those.
    pub fn of(corpus: &Corpus, scheme: SchemeId, date: Date, language: Language) -> Comparison {
        let policies = &corpus.policies;
        let writer = Writer { model: &corpus.model, policies, date: Some(date), language };
        let all = Municipality::all();
        let mut rows: Vec<ComparisonRow> = Vec::new();
        for package in policies.packages() {
            let found = all.iter().find(|municipality| municipality.code == package.code);
            let Some(municipality) = found.copied() else { continue };
            let local = package.schemes.iter().find(|local| local.scheme == scheme);
            let state = match policies.known(municipality.code, scheme, date) {
                Known::Stated(period, _) => Ok(writer.period(period)),
                known => Err(why_unknown(&municipality, &known, date).get(language).to_string()),
            };
            rows.push(ComparisonRow {
                municipality,
                called: local.and_then(|local| local.called.clone()),
                apply: local.and_then(|local| local.apply.clone()),
                state,
            });
        }
        rows.sort_by_key(|row| row.municipality.name);
        let values = policies[scheme].values.iter().map(|value| {
            let unit = corpus.model.property_type(value.property);
            let unit = unit.unit().map(|unit| corpus.model.units.display(unit));
            (value.name.clone(), unit.unwrap_or_default())
        });
        Comparison {
            name: policies[scheme].name.clone(),
            meaning: policies[scheme].meaning.get(language).to_string(),
            date,
            values: values.collect(),
            others: all.len() - rows.len(),
            rows,
            version: corpus.version.clone(),
        }
    }

    /// The comparison for other programs. A value that a municipality does not have, or that was not found, is
    /// not among its values.
    pub fn to_json(&self) -> Json {
        let values = self.values.iter().map(
            |(name, unit)| json!({"naam": name, "eenheid": (!unit.is_empty()).then_some(unit)}),
        );
        json!({
            "versie": self.version,
            "regeling": self.name,
            "betekenis": self.meaning,
            "datum": self.date.to_string(),
            "waarden": values.collect::<Json>(),
            "gemeenten": self.rows.iter().map(ComparisonRow::to_json).collect::<Json>(),
            "andere_gemeenten": self.others,
        })
    }
}

impl ComparisonRow {
    fn to_json(&self) -> Json {
        let state = self.state.as_ref().ok();
        let values = state.map(|state| {
            let shown = state.values.iter();
            let shown = shown.map(|value| (value.name.clone(), value.to_json()));
            shown.collect::<Map<String, Json>>()
        });
        json!({
            "gemeente": self.municipality.name,
            "code": self.municipality.code,
            "naam": self.called,
            "aanvragen": self.apply,
            "bekend": state.is_some(),
            "onbekend": self.state.as_ref().err(),
            "vanaf": state.map(|state| state.from.to_string()),
            "tot_en_met": state.and_then(|state| state.until).map(|until| until.to_string()),
            "waarden": values,
            "bron": state.and_then(|state| state.source.as_deref()),
            "zekerheid": state.and_then(|state| state.confidence).map(Confidence::name),
            "afgeleid": state.and_then(|state| state.derived.as_deref()),
            "let_op": state.and_then(|state| state.remark.as_deref()),
        })
    }
}
