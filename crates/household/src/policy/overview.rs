//! What the rules know of all municipalities, for a reader: whose schemes, and of which years.

use corpus::Corpus;
use corpus::policy::Known;
use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::years::Years;
use crate::municipality::Municipality;

/// Every municipality with a package.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// The day that was asked for; nothing when all years are.
    pub date: Option<Date>,
    /// Those with a package, by name.
    pub municipalities: Vec<OverviewMunicipality>,
    /// How many others there are: for those there are national rules only.
    pub others: usize,
    /// Identifies the rules.
    pub version: String,
}

/// A municipality in the overview.
#[derive(Debug, Clone, PartialEq)]
pub struct OverviewMunicipality {
    /// The municipality.
    pub municipality: Municipality,
    /// Every scheme that municipalities have, in the order of the rules.
    pub schemes: Vec<OverviewScheme>,
}

/// A scheme of a municipality in the overview.
#[derive(Debug, Clone, PartialEq)]
pub struct OverviewScheme {
    /// Its name: `individuele inkomenstoeslag`.
    pub name: String,
    /// Whether something is known of it: on the day, or on any.
    pub known: bool,
    /// The years in which something is known of it, the earliest first; whatever the day.
    pub years: Vec<Years>,
}

impl Overview {
    /// What is known on a day, or in all years. A package of a municipality that does not exist is
    /// left out; [`check`](super::check) reports those.
    pub fn of(corpus: &Corpus, date: Option<Date>) -> Overview {
        let policies = &corpus.policies;
        let all = Municipality::all();
        let mut municipalities = Vec::new();
        for package in policies.packages() {
            let found = all.iter().find(|municipality| municipality.code == package.code);
            let Some(municipality) = found.copied() else { continue };
            let schemes = policies.scheme_ids().map(|scheme| {
                let local = package.schemes.iter().find(|local| local.scheme == scheme);
                let years = local.map(|local| Years::known(&local.periods)).unwrap_or_default();
                let known = match date {
                    Some(date) => {
                        let known = policies.known(municipality.code, scheme, date);
                        matches!(known, Known::Stated(..))
                    }
                    None => !years.is_empty(),
                };
                OverviewScheme { name: policies[scheme].name.clone(), known, years }
            });
            let schemes = schemes.collect();
            municipalities.push(OverviewMunicipality { municipality, schemes });
        }
        municipalities.sort_by_key(|row| row.municipality.name);
        let others = all.len() - municipalities.len();
        Overview { date, municipalities, others, version: corpus.version.clone() }
    }

    /// The overview for other programs.
    pub fn to_json(&self) -> Json {
        json!({
            "datum": self.date.map(|date| date.to_string()),
            "versie": self.version,
            "gemeenten": self.municipalities.iter().map(OverviewMunicipality::to_json)
                .collect::<Vec<_>>(),
            "andere_gemeenten": self.others,
        })
    }
}

impl OverviewMunicipality {
    fn to_json(&self) -> Json {
        let schemes = self.schemes.iter().map(|scheme| {
            let years = scheme.years.iter().map(|years| years.to_json());
            json!({
                "regeling": scheme.name,
                "bekend": scheme.known,
                "jaren": years.collect::<Vec<_>>(),
            })
        });
        json!({
            "gemeente": self.municipality.name,
            "code": self.municipality.code,
            "regelingen": schemes.collect::<Vec<_>>(),
        })
    }
}
