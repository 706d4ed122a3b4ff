//! What a municipality has laid down, for a reader: by scheme the amounts and limits, until when they
//! hold, and where that is from.

use corpus::policy::{LocalPeriod, LocalScheme, PolicySet, Scheme};
use corpus::{Confidence, Corpus};
use engine::language::Language;
use jiff::civil::Date;
use regelspraak::model::{Model, Property, Value};
use serde_json::{Map, Value as Json, json};

use super::years::Years;
use crate::municipality::Municipality;
use crate::wording;

/// The schemes of a municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The municipality.
    pub municipality: Municipality,
    /// Whether the rules have a package of it.
    pub known: bool,
    /// The day that was asked for; nothing when all periods are.
    pub date: Option<Date>,
    /// Every scheme that municipalities have, in the order of the rules.
    pub schemes: Vec<PageScheme>,
    /// Identifies the rules.
    pub version: String,
}

/// A scheme on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct PageScheme {
    /// Its name: `individuele inkomenstoeslag`.
    pub name: String,
    /// What it is.
    pub meaning: String,
    /// What the municipality calls it.
    pub called: Option<String>,
    /// Where to apply for it.
    pub apply: Option<String>,
    /// By date, the latest first; none when nothing is known.
    pub periods: Vec<PageState>,
    /// The years in which something is known, the earliest first; whatever the day.
    pub years: Vec<Years>,
}

/// A scheme in a period.
#[derive(Debug, Clone, PartialEq)]
pub struct PageState {
    /// First day.
    pub from: Date,
    /// Last day, or nothing when it holds until it is changed.
    pub until: Option<Date>,
    /// The values; none when `missing` says why.
    pub values: Vec<PageValue>,
    /// Why nothing is known of the period.
    pub missing: Option<String>,
    /// Where the values come from.
    pub source: Option<String>,
    /// How sure they are.
    pub confidence: Option<Confidence>,
    /// How they were derived.
    pub derived: Option<String>,
    /// What to know besides.
    pub remark: Option<String>,
}

/// A value of a scheme.
#[derive(Debug, Clone, PartialEq)]
pub struct PageValue {
    /// What it is: `inkomensgrens`.
    pub name: String,
    /// The value.
    pub value: Value,
    /// Its unit; empty when it has none.
    pub unit: String,
    /// The value as a reader sees it.
    pub shown: String,
}

impl Page {
    /// What the rules know of a municipality: on a day, or in all periods.
    pub fn of(
        corpus: &Corpus,
        municipality: &Municipality,
        date: Option<Date>,
        language: Language,
    ) -> Page {
        let policies = &corpus.policies;
        let package = policies.package(municipality.code);
        let writer = Writer { model: &corpus.model, policies, date, language };
        let schemes = policies.scheme_ids().map(|id| {
            let own = package.into_iter().flat_map(|package| &package.schemes);
            writer.scheme(&policies[id], own.into_iter().find(|local| local.scheme == id))
        });
        Page {
            municipality: *municipality,
            known: package.is_some(),
            date,
            schemes: schemes.collect(),
            version: corpus.version.clone(),
        }
    }

    /// The page for other programs.
    pub fn to_json(&self) -> Json {
        json!({
            "gemeente": self.municipality.name,
            "code": self.municipality.code,
            "bekend": self.known,
            "datum": self.date.map(|date| date.to_string()),
            "versie": self.version,
            "regelingen": self.schemes.iter().map(PageScheme::to_json).collect::<Vec<_>>(),
        })
    }
}

impl PageScheme {
    fn to_json(&self) -> Json {
        json!({
            "regeling": self.name,
            "betekenis": self.meaning,
            "naam": self.called,
            "aanvragen": self.apply,
            "perioden": self.periods.iter().map(PageState::to_json).collect::<Vec<_>>(),
            "jaren": self.years.iter().map(|years| years.to_json()).collect::<Vec<_>>(),
        })
    }
}

impl PageState {
    fn to_json(&self) -> Json {
        let values = self.values.iter().map(|value| (value.name.clone(), value.to_json()));
        json!({
            "vanaf": self.from.to_string(),
            "tot_en_met": self.until.map(|until| until.to_string()),
            "waarden": values.collect::<Map<String, Json>>(),
            "ontbreekt": self.missing,
            "bron": self.source,
            "zekerheid": self.confidence.map(Confidence::name),
            "afgeleid": self.derived,
            "let_op": self.remark,
        })
    }
}

impl PageValue {
    /// The value for other programs, and as a reader sees it.
    pub(super) fn to_json(&self) -> Json {
        let plain = wording::value_to_json(&self.value, &self.shown);
        let unit = (!self.unit.is_empty()).then_some(&self.unit);
        json!({"waarde": plain, "eenheid": unit, "getoond": self.shown})
    }
}

pub(super) struct Writer<'w> {
    pub(super) model: &'w Model,
    pub(super) policies: &'w PolicySet,
    pub(super) date: Option<Date>,
    pub(super) language: Language,
}

impl Writer<'_> {
    fn scheme(&self, scheme: &Scheme, local: Option<&LocalScheme>) -> PageScheme {
        let periods: Vec<&LocalPeriod> = match (local, self.date) {
            (None, _) => Vec::new(),
            (Some(local), Some(date)) => local.at(date).into_iter().collect(),
            (Some(local), None) => local.periods.iter().rev().collect(),
        };
        PageScheme {
            name: scheme.name.clone(),
            meaning: scheme.meaning.get(self.language).to_string(),
            called: local.and_then(|local| local.called.clone()),
            apply: local.and_then(|local| local.apply.clone()),
            periods: periods.into_iter().map(|period| self.period(period)).collect(),
            years: local.map(|local| Years::known(&local.periods)).unwrap_or_default(),
        }
    }

    pub(super) fn period(&self, period: &LocalPeriod) -> PageState {
        let stated = period.stated.as_ref().ok();
        let values = stated.into_iter().flat_map(|stated| &stated.values);
        let missing = period.stated.as_ref().err();
        PageState {
            from: period.from,
            until: period.until,
            values: values.map(|(property, value)| self.value(*property, value)).collect(),
            missing: missing.map(|reason| reason.get(self.language).to_string()),
            source: stated.map(|stated| stated.source.clone()),
            confidence: stated.map(|stated| stated.confidence),
            derived: stated.and_then(|stated| stated.derived.clone()),
            remark: period.remark.as_ref().map(|remark| remark.get(self.language).to_string()),
        }
    }

    fn value(&self, property: Property, value: &Value) -> PageValue {
        let schemes = self.policies.schemes().iter().flat_map(|scheme| &scheme.values);
        let named = schemes.into_iter().find(|known| known.property == property);
        let datatype = self.model.property_type(property);
        let unit = datatype.unit().map(|unit| self.model.units.display(unit));
        PageValue {
            name: named.map(|named| named.name.clone()).unwrap_or_default(),
            value: value.clone(),
            unit: unit.unwrap_or_default(),
            shown: wording::value(self.model, &datatype, value, self.language),
        }
    }
}
