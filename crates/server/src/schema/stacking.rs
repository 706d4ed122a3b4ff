//! What a household depends on.

use jiff::civil::Date;
use utoipa::ToSchema;

/// Van welke regelingen een huishouden afhangt. Bedragen zijn in euro per jaar.
#[derive(ToSchema)]
#[schema(as = Stapeling)]
pub struct Stacking {
    /// De dag waarvoor het antwoord geldt.
    pub rekendatum: Date,
    /// Welke regels het antwoord gaven.
    pub versie: String,
    /// Het netto besteedbaar inkomen.
    pub netto: f64,
    /// Van hoeveel regelingen het huishouden iets krijgt.
    pub aantal_regelingen: u32,
    /// De delen waaruit het netto inkomen bestaat.
    pub delen: Vec<Share>,
    /// De kwijtschelding van gemeentelijke heffingen; `null` als die niet bekend is.
    pub kwijtschelding: Option<f64>,
    /// Wat er gebeurt als er iets wegvalt.
    pub domino: Vec<Domino>,
    /// Wat u moet weten bij het antwoord.
    pub opmerkingen: Vec<String>,
}

/// Een deel van het netto inkomen.
#[derive(ToSchema)]
#[schema(as = Aandeel)]
pub struct Share {
    /// De naam van het deel.
    pub deel: String,
    /// Het bedrag.
    pub bedrag: f64,
    /// Het deel van het netto inkomen; 1 is alles.
    pub aandeel: Option<f64>,
}

/// Wat er gebeurt als iets wegvalt.
#[derive(ToSchema)]
pub struct Domino {
    /// Wat wegvalt: een regeling, of het veld van een inkomen.
    pub valt_weg: String,
    /// Hoe dat heet.
    pub naam: String,
    /// Wiens inkomen; `null` bij een regeling.
    pub persoon: Option<String>,
    /// Hoeveel het zelf is.
    pub bedrag: f64,
    /// Wat er nog meer verschuift.
    pub verschuift: Vec<Move>,
    /// Hoeveel de kwijtschelding verschuift; `null` als die niet bekend is.
    pub kwijtschelding_verschil: Option<f64>,
    /// Hoeveel het netto inkomen verandert.
    pub netto_verschil: f64,
    /// Hoeveel het huishouden meer verliest dan het bedrag zelf; onder 0 minder.
    pub meer_verlies_dan_het_bedrag: f64,
}

/// Een deel dat verschuift.
#[derive(ToSchema)]
#[schema(as = Verschuift)]
pub struct Move {
    /// De naam van het deel.
    pub deel: String,
    /// Hoeveel het anders wordt.
    pub verschil: f64,
}
