//! The options in an address.

use jiff::civil::Date;
use utoipa::{IntoParams, ToSchema};

/// Een taal.
#[derive(ToSchema)]
#[schema(as = Taal, rename_all = "snake_case")]
pub enum Code {
    /// Nederlands.
    Nl,
    /// Engels.
    En,
}

/// In which language.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Language {
    /// De taal van het antwoord. Zonder keuze beslist de kop `Accept-Language`, en anders is het Nederlands.
    pub taal: Option<Code>,
}

/// In which language, and for which day.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct General {
    /// De taal van het antwoord. Zonder keuze beslist de kop `Accept-Language`, en anders is het Nederlands.
    pub taal: Option<Code>,
    /// De dag waarvoor het antwoord geldt. Gaat voor de rekendatum in het huishouden.
    #[param(example = "2026-01-15")]
    pub datum: Option<Date>,
}

/// Of which outcome.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ExplanationOptions {
    /// De uitkomst. De namen staan in `/uitkomsten`.
    #[param(example = "zorgtoeslag_per_maand")]
    pub uitkomst: String,
    /// Van wie, bij een uitkomst per persoon.
    pub persoon: Option<String>,
}

/// Of whose wage.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct WorkOptions {
    /// Wiens loon: de aanvrager (zonder keuze) of de partner.
    pub persoon: Option<String>,
    /// Vanaf welk loon per jaar, of met `uren` vanaf hoeveel uur per week; anders 0.
    #[param(example = "0")]
    pub van: Option<String>,
    /// Tot welk loon, of tot hoeveel uur; anders 60000 euro of 40 uur, of meer als het loon hoger is.
    #[param(example = "60000")]
    pub tot: Option<String>,
    /// Laat de uren per week oplopen in plaats van het loon.
    pub uren: Option<bool>,
}

/// Of whose income.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CertaintyOptions {
    /// Wiens inkomen: de aanvrager (zonder keuze) of de partner.
    pub persoon: Option<String>,
    /// Hoeveel procent het inkomen in de loop van het jaar stijgt; samen met `maand`.
    #[param(example = "2,5")]
    pub stijging: Option<String>,
    /// Vanaf de eerste dag van welke maand, 1 tot en met 12; samen met `stijging`.
    #[param(example = "5")]
    pub maand: Option<String>,
}

/// Of which package.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct InPackage {
    /// Alleen van dit pakket, zoals `rijk.wet_op_de_zorgtoeslag`.
    #[param(example = "rijk.wet_op_de_zorgtoeslag")]
    pub pakket: Option<String>,
}

/// On which day.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Compared {
    /// De dag waarop wordt vergeleken.
    #[param(example = "2026-01-15")]
    pub datum: Date,
}

/// How far ahead.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MilestoneOptions {
    /// Hoeveel jaar vooruit; anders 10.
    #[param(minimum = 1, maximum = 50)]
    pub jaren: Option<i16>,
}

/// What not to ask.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct QuestionOptions {
    /// Vraag dit niet, want het antwoord is niet bekend. Mag vaker voorkomen.
    #[param(example = json!(["huishouden.personen[0].loon"]))]
    pub weet_niet: Option<Vec<String>>,
    /// Of alleen open is wat volgens het huishouden onbekend is. Wat er niet in staat, heeft dan zijn
    /// standaardwaarde.
    pub alleen_onbekend: Option<bool>,
}
