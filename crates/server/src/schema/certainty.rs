//! How certain each scheme is.

use std::collections::BTreeMap;

use jiff::civil::Date;
use utoipa::ToSchema;

/// Hoe zeker elke regeling is als een inkomen anders wordt. Bedragen zijn in euro per jaar.
#[derive(ToSchema)]
#[schema(as = Zekerheid)]
pub struct Certainty {
    /// Wiens inkomen.
    pub persoon: String,
    /// Welk inkomen: het veld in het huishoudbestand.
    pub inkomen: IncomeField,
    /// Hoe hoog dat inkomen nu is.
    pub bedrag: f64,
    /// De andere inkomens van deze persoon.
    pub ander_inkomen: BTreeMap<String, f64>,
    /// Tussen welke inkomens is gekeken.
    pub gevolgd: Followed,
    /// De dag waarvoor het antwoord geldt.
    pub rekendatum: Date,
    /// Welke regels het antwoord gaven.
    pub versie: String,
    /// Hoe het netto besteedbaar inkomen beweegt.
    pub netto: Movement,
    /// Hoe elke regeling beweegt.
    pub regelingen: Vec<SchemeOrAow>,
    /// Wat er wordt afgerekend als het jaarinkomen anders blijkt.
    pub afrekening: Vec<Settlement>,
    /// Wat een stijging in de loop van het jaar doet.
    pub stijging: Option<RaiseAnswer>,
    /// Wat iemand het beste kan doen.
    pub advies: Vec<String>,
    /// Wat u moet weten bij het antwoord.
    pub opmerkingen: Vec<String>,
}

/// Een inkomen.
#[derive(ToSchema)]
#[schema(as = Inkomensveld, rename_all = "snake_case")]
pub enum IncomeField {
    /// Loon.
    Loon,
    /// Een uitkering.
    Uitkering,
    /// Een aanvullend pensioen.
    Pensioen,
    /// Winst.
    Winst,
}

/// Tussen welke inkomens is gekeken.
#[derive(ToSchema)]
#[schema(as = Gevolgd)]
pub struct Followed {
    /// Vanaf dit inkomen.
    pub vanaf: f64,
    /// Tot en met dit inkomen.
    pub tot_en_met: f64,
}

/// Hoe een bedrag beweegt.
#[derive(ToSchema)]
#[schema(as = Beweging)]
pub struct Movement {
    /// Het bedrag nu.
    pub nu: f64,
    /// Wat meer inkomen doet.
    pub bij_meer_inkomen: Option<Shift>,
    /// Wat minder inkomen doet.
    pub bij_minder_inkomen: Option<Shift>,
}

/// Wat een ander inkomen met een bedrag doet.
#[derive(ToSchema)]
#[schema(as = Verschuiving)]
pub struct Shift {
    /// Hoeveel het inkomen anders is.
    pub inkomen: f64,
    /// Hoeveel het bedrag anders wordt.
    pub verschil: f64,
}

/// Een regeling die beweegt, of de AOW, die niet van het inkomen afhangt.
#[derive(ToSchema)]
#[schema(as = Regelingzekerheid)]
#[serde(untagged)]
pub enum SchemeOrAow {
    /// Een regeling die kan bewegen.
    Scheme(SchemeCertainty),
    /// De AOW.
    Aow(AowCertainty),
}

/// Hoe zeker een regeling is.
#[derive(ToSchema)]
#[schema(as = ZekerheidVanRegeling)]
pub struct SchemeCertainty {
    /// De naam van de regeling.
    pub regeling: String,
    /// Wanneer er wordt afgerekend.
    pub afgerekend: Settling,
    /// Of er iets terug moet als het inkomen hoger blijkt dan geschat.
    pub terugbetalen_na_schatting: bool,
    /// Hoe er wordt afgerekend, in woorden.
    pub tekst: String,
    /// De wetsartikelen en andere bronnen.
    pub bronnen: Vec<String>,
    /// Het bedrag nu.
    pub nu: f64,
    /// Wat meer inkomen doet.
    pub bij_meer_inkomen: Option<Shift>,
    /// Wat minder inkomen doet.
    pub bij_minder_inkomen: Option<Shift>,
    /// Tot en met welk inkomen het bedrag gelijk blijft.
    pub gelijk_tot_en_met: Option<f64>,
    /// Vanaf welk inkomen het bedrag gelijk is.
    pub gelijk_vanaf: Option<f64>,
}

/// Hoe zeker de AOW is.
#[derive(ToSchema)]
#[schema(as = ZekerheidVanAow)]
pub struct AowCertainty {
    /// De naam van de regeling.
    pub regeling: String,
    /// Wanneer er wordt afgerekend.
    pub afgerekend: Settling,
    /// Of er iets terug moet als het inkomen hoger blijkt dan geschat.
    pub terugbetalen_na_schatting: bool,
    /// Hoe er wordt afgerekend, in woorden.
    pub tekst: String,
    /// De wetsartikelen en andere bronnen.
    pub bronnen: Vec<String>,
}

/// Wanneer een regeling wordt afgerekend.
#[derive(ToSchema)]
#[schema(as = Afgerekend, rename_all = "snake_case")]
pub enum Settling {
    /// Na het jaar.
    Achteraf,
    /// Elke maand.
    PerMaand,
    /// Nooit.
    Nooit,
    /// De gemeente heeft eigen regels.
    EigenRegels,
}

/// Wat er wordt afgerekend.
#[derive(ToSchema)]
#[schema(as = Afrekening)]
pub struct Settlement {
    /// Hoeveel procent het inkomen anders is; `null` bij een stijging in de loop van het jaar.
    pub percentage: Option<f64>,
    /// Het inkomen dat het dan is.
    pub inkomen: f64,
    /// De afrekening van elke toeslag.
    pub regelingen: Vec<SettledScheme>,
    /// Wat er samen terug moet.
    pub terug_te_betalen: f64,
    /// Wat er samen bij komt.
    pub nabetaling: f64,
}

/// De afrekening van een toeslag.
#[derive(ToSchema)]
#[schema(as = AfrekeningVanRegeling)]
pub struct SettledScheme {
    /// De naam van de regeling.
    pub regeling: String,
    /// Wat er is betaald.
    pub voorschot: f64,
    /// Waar recht op is.
    pub toegekend: f64,
    /// Wat er te veel is betaald.
    pub te_veel: f64,
    /// Of dat zo weinig is dat het niet terug hoeft; `null` als de grens niet bekend is.
    pub klein_bedrag: Option<bool>,
    /// Wat er terug moet.
    pub terug_te_betalen: f64,
    /// Wat er bij komt.
    pub nabetaling: f64,
}

/// Wat een stijging in de loop van het jaar doet.
#[derive(ToSchema)]
#[schema(as = Stijging)]
pub struct RaiseAnswer {
    /// Vanaf welke maand.
    #[schema(minimum = 1, maximum = 12)]
    pub maand: u8,
    /// Hoeveel procent.
    pub percentage: f64,
    /// Het toetsingsinkomen om te melden.
    pub geschat_jaarinkomen: Estimates,
    /// Hoeveel elke maand wachten kost.
    pub per_maand_te_veel: f64,
    /// Wat er wordt afgerekend als niemand iets meldt.
    pub afrekening: Settlement,
}

/// Het geschatte toetsingsinkomen.
#[derive(ToSchema)]
#[schema(as = GeschatJaarinkomen)]
pub struct Estimates {
    /// Zonder de stijging.
    pub nu: f64,
    /// Met de stijging.
    pub wordt: f64,
}
