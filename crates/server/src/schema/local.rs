//! The schemes of municipalities to read, one beside the other. See `docs/rulebook.md`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use utoipa::ToSchema;

use super::lists::{Confidence, SchemeValue};
use super::rulebook::{OutcomeName, Property, Reference};

/// De regelingen die gemeenten hebben.
#[derive(ToSchema)]
#[schema(as = GemeentelijkeRegelingen)]
pub struct LocalSchemeList {
    /// Welke regels het zijn.
    pub versie: String,
    /// De regelingen.
    pub regelingen: Vec<LocalScheme>,
}

/// Een regeling die gemeenten hebben.
#[derive(ToSchema)]
#[schema(as = RegelingVanGemeenten)]
pub struct LocalScheme {
    /// Het kenmerk.
    pub id: String,
    /// De naam.
    pub naam: String,
    /// Wat het is.
    pub betekenis: String,
    /// Wat een gemeente vaststelt.
    pub waarden: Vec<LocalValue>,
    /// De regels ervan.
    pub regels: Vec<Reference>,
    /// De uitkomsten ervan.
    pub uitkomsten: Vec<OutcomeName>,
}

/// Wat een gemeente vaststelt.
#[derive(ToSchema)]
#[schema(as = WaardeVanGemeenten)]
pub struct LocalValue {
    /// De naam.
    pub naam: String,
    /// Het gegeven in de regels.
    pub eigenschap: Property,
    /// Het datatype in de regels.
    pub datatype: String,
    /// De eenheid.
    pub eenheid: Option<String>,
}

/// Gemeenten vergeleken op een regeling.
#[derive(ToSchema)]
#[schema(as = Vergelijking)]
pub struct Comparison {
    /// Welke regels het zijn.
    pub versie: String,
    /// De dag.
    pub datum: Date,
    /// Het kenmerk.
    pub id: String,
    /// De naam.
    pub naam: String,
    /// Wat het is.
    pub betekenis: String,
    /// Wat een gemeente vaststelt.
    pub waarden: Vec<LocalValue>,
    /// De regels ervan.
    pub regels: Vec<Reference>,
    /// De uitkomsten ervan.
    pub uitkomsten: Vec<OutcomeName>,
    /// De gemeenten waarvan de regels iets weten.
    pub gemeenten: Vec<InMunicipality>,
    /// Hoeveel gemeenten er verder zijn.
    pub andere_gemeenten: u32,
}

/// Een regeling in een gemeente.
#[derive(ToSchema)]
#[schema(as = RegelingInGemeente)]
pub struct InMunicipality {
    /// De gemeente.
    pub gemeente: String,
    /// De code van het CBS.
    #[schema(pattern = "^GM[0-9]{4}$")]
    pub code: String,
    /// Hoe de gemeente de regeling noemt.
    pub naam: Option<String>,
    /// Waar de regeling aan te vragen is.
    pub aanvragen: Option<String>,
    /// Of er die dag iets bekend is.
    pub bekend: bool,
    /// Waarom er niets bekend is.
    pub onbekend: Option<String>,
    /// De eerste dag.
    pub vanaf: Option<Date>,
    /// De laatste dag.
    pub tot_en_met: Option<Date>,
    /// De bedragen en grenzen, bij hun naam.
    pub waarden: Option<BTreeMap<String, SchemeValue>>,
    /// Waar het staat.
    pub bron: Option<String>,
    /// Hoe zeker het is.
    pub zekerheid: Option<Confidence>,
    /// Hoe het is afgeleid.
    pub afgeleid: Option<String>,
    /// Wat u verder moet weten.
    pub let_op: Option<String>,
    /// Regels die alleen deze gemeente heeft.
    pub eigen_regels: Vec<Reference>,
}
