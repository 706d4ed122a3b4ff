//! How to apply for each right.

use jiff::civil::Date;
use utoipa::ToSchema;

use super::lists::Confidence;

/// Hoe elk recht is aan te vragen.
#[derive(ToSchema)]
#[schema(as = Aanvragen)]
pub struct Applying {
    /// De dag waarvoor het antwoord geldt.
    pub rekendatum: Date,
    /// Welke regels het antwoord gaven.
    pub versie: String,
    /// De gemeente van het huishouden, als die bekend is.
    pub gemeente: Option<String>,
    /// De rechten.
    pub rechten: Vec<RightToApply>,
    /// Wat bij de uitkomst hoort om te weten.
    pub opmerkingen: Vec<String>,
}

/// Een recht en hoe het is aan te vragen. Wat niet bekend is, is `null`; dan zegt `ontbreekt` waarom.
#[derive(ToSchema)]
#[schema(as = RechtOmAanTeVragen)]
pub struct RightToApply {
    /// De naam in de regels.
    pub recht: String,
    /// Hoe de gemeente het noemt.
    pub naam: Option<String>,
    /// Of er recht op is; `null` als dat niet te bepalen is.
    pub recht_op: Option<bool>,
    /// De uitkomsten van het recht.
    pub uitkomsten: Vec<RightAmount>,
    /// Waar het is aan te vragen.
    pub waar: Option<String>,
    /// De website.
    pub site: Option<String>,
    /// Hoe het is aan te vragen.
    pub hoe: Option<String>,
    /// Vanaf welke dag het ingaat.
    pub ingang: Option<String>,
    /// Tot wanneer het kan.
    pub termijn: Option<String>,
    /// Waar dit staat.
    pub bron: Option<String>,
    /// Hoe zeker het is.
    pub zekerheid: Option<Confidence>,
    /// Waarom er iets niet bekend is.
    pub ontbreekt: Option<String>,
}

/// Een uitkomst van een recht.
#[derive(ToSchema)]
#[schema(as = BedragVanRecht)]
pub struct RightAmount {
    /// De naam van de uitkomst.
    pub uitkomst: String,
    /// Van wie; `null` als die van het huishouden is.
    pub persoon: Option<String>,
    /// Het bedrag in euro; `null` als het niet te bepalen is.
    pub bedrag: Option<f64>,
}
