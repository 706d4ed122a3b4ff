//! The values of the law to read, in time. See `docs/rulebook.md`.

use jiff::civil::Date;
use utoipa::ToSchema;

use super::explanation::Scalar;
use super::lists::Confidence;
use super::rulebook::{OutcomeName, Package, Reference};

/// Alle waarden van de wet.
#[derive(ToSchema)]
#[schema(as = Parameterlijst)]
pub struct ParameterList {
    /// Welke regels het zijn.
    pub versie: String,
    /// De waarden.
    pub parameters: Vec<ListedParameter>,
}

/// Een waarde van de wet in het kort.
#[derive(ToSchema)]
#[schema(as = ParameterInHetKort)]
pub struct ListedParameter {
    /// Het kenmerk.
    pub id: String,
    /// De naam.
    pub naam: String,
    /// Het lidwoord.
    pub lidwoord: Option<String>,
    /// Het pakket.
    pub pakket: Package,
    /// Het bestand.
    pub bestand: String,
    /// Wat voor waarde het is.
    pub soort: ParameterKind,
    /// Het datatype in de regels.
    pub datatype: String,
    /// De eenheid.
    pub eenheid: Option<String>,
    /// Of de waarde in stappen verandert.
    pub tijdlijn: Option<String>,
    /// De laatste waarde.
    pub laatste: Option<ParameterPeriod>,
}

/// Een waarde van de wet door de tijd.
#[derive(ToSchema)]
#[schema(as = Parameter)]
pub struct Parameter {
    /// Welke regels het zijn.
    pub versie: String,
    /// Het kenmerk.
    pub id: String,
    /// De naam.
    pub naam: String,
    /// Het lidwoord.
    pub lidwoord: Option<String>,
    /// Het pakket.
    pub pakket: Package,
    /// Het bestand.
    pub bestand: String,
    /// Wat voor waarde het is.
    pub soort: ParameterKind,
    /// Het datatype in de regels.
    pub datatype: String,
    /// De eenheid.
    pub eenheid: Option<String>,
    /// Of de waarde in stappen verandert.
    pub tijdlijn: Option<String>,
    /// De waarden, van vroeger naar later.
    pub perioden: Vec<ParameterPeriod>,
    /// De regels die de waarde lezen.
    pub gelezen_door: Vec<Reference>,
    /// De uitkomsten waar de waarde toe leidt.
    pub uitkomsten: Vec<OutcomeName>,
}

/// Wat voor waarde het is.
#[derive(ToSchema)]
#[schema(as = SoortParameter, rename_all = "snake_case")]
pub enum ParameterKind {
    /// Een bedrag.
    Bedrag,
    /// Een percentage.
    Percentage,
    /// Een getal.
    Getal,
    /// Een datum.
    Datum,
    /// Een tekst.
    Tekst,
    /// Ja of nee.
    JaNee,
    /// Een van een rij woorden.
    Keuze,
}

/// Een waarde in een periode.
#[derive(ToSchema)]
#[schema(as = ParameterInPeriode)]
pub struct ParameterPeriod {
    /// De eerste dag.
    pub vanaf: Date,
    /// De laatste dag; `null` als er geen einde is.
    pub tot_en_met: Option<Date>,
    /// Wanneer, in woorden.
    pub geldig: String,
    /// De waarde in haar eenheid.
    pub waarde: Scalar,
    /// De waarde zoals een lezer die ziet.
    pub getoond: Option<String>,
    /// Waarom er geen waarde is.
    pub ontbreekt: Option<String>,
    /// Waar het staat.
    pub bron: Option<String>,
    /// Hoe zeker het is.
    pub zekerheid: Option<Confidence>,
    /// Hoe zeker het is, in woorden.
    pub zekerheid_uitleg: Option<String>,
    /// Hoe de waarde is afgeleid.
    pub afgeleid: Option<String>,
    /// Het bestand.
    pub bestand: String,
    /// De regel van het bestand.
    pub regelnummer: u32,
}
