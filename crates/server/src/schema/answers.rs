//! The outcomes of a household.

use std::collections::BTreeMap;

use jiff::civil::Date;
use utoipa::ToSchema;

/// Bedragen in euro, op centen afgerond; `null` als het bedrag niet te bepalen is.
#[derive(ToSchema)]
#[schema(as = Bedragen)]
pub struct Amounts(pub BTreeMap<String, Option<f64>>);

/// De uitkomsten van een huishouden.
#[derive(ToSchema)]
#[schema(as = Uitkomsten)]
pub struct Outcomes {
    /// De dag waarvoor het antwoord geldt.
    pub rekendatum: Date,
    /// Welke regels het antwoord gaven.
    pub versie: String,
    /// De uitkomsten van het huishouden. De namen staan in `/uitkomsten`.
    pub huishouden: Amounts,
    /// De uitkomsten van elke persoon, bij de naam.
    pub personen: BTreeMap<String, Amounts>,
    /// Waarom een bedrag niet te bepalen is, en wat de regels nog niet kunnen.
    pub opmerkingen: Vec<String>,
}
