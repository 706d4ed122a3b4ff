//! Which facts still matter.

use jiff::civil::Date;
use utoipa::ToSchema;

/// Welke gegevens er nog toe doen.
#[derive(ToSchema)]
#[schema(as = Vragen)]
pub struct Questions {
    /// De dag waarvoor het antwoord geldt.
    pub rekendatum: Date,
    /// Welke regels het antwoord gaven.
    pub versie: String,
    /// Het veld dat het beste nu gevraagd kan worden; `null` als alles bekend is.
    pub volgende: Option<String>,
    /// De vragen, de beste eerst.
    pub vragen: Vec<Question>,
    /// Wat ertoe doet en niemand weet; dat wordt niet gevraagd.
    pub onbekend: Vec<String>,
    /// Hoeveel gegevens niet meer gevraagd hoeven te worden.
    pub niet_meer_nodig: u32,
    /// Wat er van elke uitkomst bekend is.
    pub uitkomsten: Vec<Reach>,
    /// De opmerkingen die wel of niet gelden, naar wat het antwoord is.
    pub opmerkingen: Vec<String>,
}

/// Een vraag.
#[derive(ToSchema)]
#[schema(as = Vraag)]
pub struct Question {
    /// Het veld, zoals `huishouden.personen[0].loon`.
    pub veld: String,
    /// Over wie het gaat; `null` als het over het huishouden gaat.
    pub persoon: Option<String>,
    /// De vraag in woorden.
    pub vraag: String,
    /// Wat voor antwoord het is.
    pub soort: QuestionKind,
    /// De antwoorden waaruit te kiezen is; leeg als het vrij is.
    pub keuzes: Vec<String>,
    /// De uitkomsten die ervan afhangen.
    pub uitkomsten: Vec<String>,
    /// De opmerkingen die ervan afhangen.
    pub opmerkingen: Vec<String>,
}

/// Wat voor antwoord een vraag heeft.
#[derive(ToSchema)]
#[schema(as = Vraagsoort, rename_all = "snake_case")]
pub enum QuestionKind {
    /// Een bedrag in euro.
    Bedrag,
    /// Een geheel getal.
    Aantal,
    /// Een aantal uren.
    Uren,
    /// Ja of nee.
    JaNee,
    /// Een van de keuzes.
    Keuze,
    /// Een dag.
    Datum,
    /// Tekst.
    Tekst,
}

/// Hoe hoog een uitkomst nog kan zijn.
#[derive(ToSchema)]
#[schema(as = Bereik)]
pub struct Reach {
    /// De naam van de uitkomst.
    pub uitkomst: String,
    /// Van wie; `null` als die van het huishouden is.
    pub persoon: Option<String>,
    /// Of het bedrag al vaststaat.
    pub bekend: bool,
    /// Het laagste bedrag dat is gevonden.
    pub laag: Option<f64>,
    /// Het hoogste bedrag dat is gevonden.
    pub hoog: Option<f64>,
    /// Lager kan het zeker niet worden.
    pub minstens: Option<f64>,
    /// Hoger kan het zeker niet worden.
    pub hoogstens: Option<f64>,
}
