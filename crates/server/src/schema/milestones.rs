//! What changes on coming dates.

use jiff::civil::Date;
use utoipa::ToSchema;

use super::BreakRule;

/// Wat er de komende jaren verandert.
#[derive(ToSchema)]
#[schema(as = Mijlpalen)]
pub struct Milestones {
    /// De dag waarvoor het antwoord geldt.
    pub rekendatum: Date,
    /// Tot welke dag is gekeken.
    pub tot: Date,
    /// Welke regels het antwoord gaven.
    pub versie: String,
    /// De mijlpalen, op datum.
    pub mijlpalen: Vec<Milestone>,
    /// Op hoeveel andere dagen er iets gebeurt dat niets verandert.
    pub dagen_zonder_verandering: u32,
    /// Wat u moet weten bij het antwoord.
    pub opmerkingen: Vec<String>,
}

/// Een dag waarop iets verandert.
#[derive(ToSchema)]
#[schema(as = Mijlpaal)]
pub struct Milestone {
    /// De eerste dag waarop iets verandert.
    pub datum: Date,
    /// De dag van de gebeurtenis zelf.
    pub gebeurtenis_op: Date,
    /// De eerste soort gebeurtenis.
    pub soort: Option<Occasion>,
    /// Wie het betreft.
    pub wie: Option<String>,
    /// Alle gebeurtenissen van die dag.
    pub gebeurtenissen: Vec<Event>,
    /// De mijlpaal in woorden.
    pub tekst: String,
    /// Het jaar van de bedragen, als dat een ander jaar is.
    pub bedragen_van: Option<i16>,
    /// Wat er verandert.
    pub veranderingen: Vec<OutcomeChange>,
    /// De uitkomsten waarvan niet te zeggen is wat zij doen.
    pub onbekend: Vec<String>,
    /// Hoeveel het netto inkomen per jaar verandert.
    pub netto_per_jaar_verschil: Option<f64>,
    /// Wat u vanaf die dag moet weten en daarvoor nog niet speelde.
    pub opmerkingen: Vec<String>,
}

/// Een soort gebeurtenis.
#[derive(ToSchema)]
#[schema(as = Gebeurtenissoort, rename_all = "snake_case")]
pub enum Occasion {
    /// Er wordt iemand geboren.
    Geboorte,
    /// Iemand is jarig.
    Verjaardag,
    /// Iemand krijgt AOW.
    Aow,
    /// Er gelden nieuwe bedragen.
    Bedragen,
}

/// Een gebeurtenis.
#[derive(ToSchema)]
#[schema(as = Gebeurtenis)]
pub struct Event {
    /// Wat voor gebeurtenis.
    pub soort: Occasion,
    /// Wie het betreft.
    pub wie: Option<String>,
    /// Hoe oud die wordt; alleen bij een verjaardag.
    pub leeftijd: Option<i16>,
}

/// Een uitkomst die verandert.
#[derive(ToSchema)]
#[schema(as = VeranderingVanUitkomst)]
pub struct OutcomeChange {
    /// De naam van de uitkomst.
    pub uitkomst: String,
    /// Van wie; `null` als die van het huishouden is.
    pub persoon: Option<String>,
    /// Vanaf welke dag.
    pub vanaf: Date,
    /// Het jaar van de bedragen, als dat een ander jaar is.
    pub bedragen_van: Option<i16>,
    /// Het bedrag ervoor.
    pub van: f64,
    /// Het bedrag erna.
    pub naar: f64,
    /// Het verschil.
    pub verschil: f64,
    /// De eerste regel die dit doet.
    pub regel: Option<String>,
    /// De bronnen van die regel.
    pub bronnen: Vec<String>,
    /// Alle regels die dit doen.
    pub oorzaken: Vec<BreakRule>,
    /// De bedragen in de regels die anders worden.
    pub parameters: Vec<ParameterChange>,
}

/// Een bedrag in de regels dat anders wordt.
#[derive(ToSchema)]
#[schema(as = VeranderingVanParameter)]
pub struct ParameterChange {
    /// De naam van de parameter.
    pub parameter: String,
    /// De waarde ervoor, zoals die gelezen wordt.
    pub van: String,
    /// De waarde erna.
    pub naar: String,
    /// De bron van de nieuwe waarde.
    pub bron: String,
}
