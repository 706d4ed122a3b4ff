//! Whether work pays.

use std::collections::BTreeMap;

use jiff::civil::Date;
use utoipa::ToSchema;

/// Wat er van meer loon overblijft. Bedragen zijn in euro per jaar.
#[derive(ToSchema)]
#[schema(as = Werkloont)]
pub struct WorkPays {
    /// Wiens loon.
    pub persoon: String,
    /// Wat er oploopt.
    pub grootheid: Quantity,
    /// De dag waarvoor het antwoord geldt.
    pub rekendatum: Date,
    /// Welke regels het antwoord gaven.
    pub versie: String,
    /// Wat een uur werk per week in een jaar oplevert; alleen bij uren.
    pub loon_per_weekuur: Option<HourlyWage>,
    /// Het netto inkomen bij oplopend loon.
    pub punten: Vec<WorkPoint>,
    /// De lonen waarbij het netto inkomen springt of knikt.
    pub breekpunten: Vec<WorkBreak>,
    /// Waar de persoon nu staat.
    pub nu: Option<Standing>,
    /// Wat u moet weten bij het antwoord.
    pub opmerkingen: Vec<String>,
}

/// Wat er oploopt.
#[derive(ToSchema)]
#[schema(as = Grootheid, rename_all = "snake_case")]
pub enum Quantity {
    /// Het loon per jaar.
    Loon,
    /// Het aantal uren per week.
    UrenPerWeek,
}

/// Wat een uur werk per week oplevert.
#[derive(ToSchema)]
#[schema(as = LoonPerWeekuur)]
pub struct HourlyWage {
    /// Het loon per jaar van een uur per week.
    pub per_jaar: f64,
    /// Of dat het minimumloon is.
    pub minimumloon: bool,
}

/// Het netto inkomen bij een loon.
#[derive(ToSchema)]
#[schema(as = Loonpunt)]
pub struct WorkPoint {
    /// Het loon.
    pub bruto: f64,
    /// De uren per week; alleen als die oplopen.
    pub uren: Option<f64>,
    /// Het netto besteedbaar inkomen.
    pub netto: f64,
    /// De delen waaruit het netto inkomen bestaat.
    pub delen: BTreeMap<String, f64>,
    /// Wat afronden met het netto inkomen doet.
    pub afronding: f64,
}

/// Een loon waarbij het netto inkomen springt of knikt.
#[derive(ToSchema)]
#[schema(as = Breekpunt)]
pub struct WorkBreak {
    /// Het loon.
    pub bruto: f64,
    /// De uren per week; alleen als die oplopen.
    pub uren: Option<f64>,
    /// Een sprong of een knik.
    pub soort: BreakKind,
    /// Hoe groot de sprong is.
    pub bedrag: f64,
    /// Wat er voor dit punt van een euro meer loon overblijft.
    pub helling_voor: Option<f64>,
    /// Wat er na dit punt van een euro meer loon overblijft.
    pub helling_na: Option<f64>,
    /// De eerste regel die dit doet.
    pub regel: Option<String>,
    /// De bronnen van die regel.
    pub bronnen: Vec<String>,
    /// Alle regels die dit doen.
    pub oorzaken: Vec<BreakRule>,
    /// Welke delen springen, en hoeveel.
    pub delen: BTreeMap<String, f64>,
    /// Welke delen knikken.
    pub knikken: Vec<String>,
}

/// Springen of knikken.
#[derive(ToSchema)]
#[schema(as = SoortBreekpunt, rename_all = "snake_case")]
pub enum BreakKind {
    /// Het inkomen springt.
    Sprong,
    /// Het inkomen gaat sneller of langzamer stijgen.
    Knik,
}

/// Een regel die iets verandert, met de woorden die omslaan.
#[derive(ToSchema)]
#[schema(as = Oorzaak)]
pub struct BreakRule {
    /// Het id van de regel in het regelboek.
    pub id: String,
    /// De naam van de regel.
    pub regel: String,
    /// Het bestand met de regel.
    pub bestand: String,
    /// De regel in het bestand, vanaf 1.
    pub regelnummer: u32,
    /// De wetsartikelen en andere bronnen.
    pub bronnen: Vec<String>,
    /// De woorden die omslaan.
    pub tekst: String,
}

/// Waar iemand nu staat.
#[derive(ToSchema)]
#[schema(as = Loonstand)]
pub struct Standing {
    /// Het loon nu.
    pub bruto: f64,
    /// Het netto inkomen nu.
    pub netto: f64,
    /// Het netto inkomen zonder loon.
    pub netto_zonder_loon: f64,
    /// Hoeveel meer loon er is geprobeerd.
    pub extra_loon: f64,
    /// Welk deel van meer loon weer verdwijnt; 1 is alles.
    pub marginale_druk: f64,
    /// Welk deel van het hele loon verdwijnt; 1 is alles.
    pub participatiedruk: Option<f64>,
    /// Het netto inkomen zonder loon, als deel van dat met loon.
    pub vervangingsratio: Option<f64>,
    /// Wat afronden met het netto inkomen doet.
    pub afronding: f64,
}
