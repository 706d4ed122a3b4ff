//! Packages to read: a law, or a part of a municipality, with its worked examples. See `docs/rulebook.md`.

use jiff::civil::Date;
use utoipa::ToSchema;

use super::request::HouseholdFile;

/// Alle pakketten.
#[derive(ToSchema)]
#[schema(as = Pakkettenlijst)]
pub struct PackageList {
    /// Welke regels het zijn.
    pub versie: String,
    /// De pakketten, in de volgorde waarin een lezer ze ziet.
    pub pakketten: Vec<ListedPackage>,
}

/// Een pakket, met hoeveel erin staat.
#[derive(ToSchema)]
#[schema(as = PakketInDeLijst)]
pub struct ListedPackage {
    /// Het kenmerk.
    pub id: String,
    /// De map.
    pub pad: String,
    /// De naam voor een lezer.
    pub naam: String,
    /// Waar het over gaat.
    pub betekenis: Option<String>,
    /// Het nummer van de wet op wetten.overheid.nl.
    pub wet: Option<String>,
    /// Waar de wet te lezen is.
    #[schema(format = "uri")]
    pub adres: Option<String>,
    /// Hoeveel regels erin staan.
    pub regels: u32,
    /// Hoeveel waarden van de wet erin staan.
    pub parameters: u32,
}

/// Een pakket op zichzelf.
#[derive(ToSchema)]
#[schema(as = Pakketpagina)]
pub struct PackagePage {
    /// Welke regels het zijn.
    pub versie: String,
    /// Het kenmerk.
    pub id: String,
    /// De map.
    pub pad: String,
    /// De naam voor een lezer.
    pub naam: String,
    /// Waar het over gaat.
    pub betekenis: Option<String>,
    /// Het nummer van de wet op wetten.overheid.nl.
    pub wet: Option<String>,
    /// Waar de wet te lezen is.
    #[schema(format = "uri")]
    pub adres: Option<String>,
    /// Hoeveel regels erin staan.
    pub regels: u32,
    /// Hoeveel waarden van de wet erin staan.
    pub parameters: u32,
}

/// De uitgewerkte voorbeelden van een pakket.
#[derive(ToSchema)]
#[schema(as = Voorbeeldenlijst)]
pub struct ExampleList {
    /// Welke regels het zijn.
    pub versie: String,
    /// De voorbeelden.
    pub voorbeelden: Vec<Example>,
}

/// Een uitgewerkt voorbeeld: een huishouden, met wat een andere bron of een handberekening ervan zegt.
#[derive(ToSchema)]
#[schema(as = Voorbeeld)]
pub struct Example {
    /// Het kenmerk.
    pub id: String,
    /// De naam.
    pub naam: String,
    /// Het bestand.
    pub bestand: String,
    /// De regel van het bestand, vanaf 1.
    pub regelnummer: u32,
    /// Waar de bedragen vandaan komen.
    pub bron: Option<String>,
    /// De berekening met de hand.
    pub berekening: Option<String>,
    /// De dag waarvoor het voorbeeld geldt.
    pub rekendatum: Date,
    /// Hoeveel een bedrag mag verschillen, in euro.
    pub marge: f64,
    /// Wat eruit moet komen.
    pub verwacht: Vec<Expected>,
    /// Het huishouden.
    pub invoer: HouseholdFile,
}

/// Een bedrag dat uit een voorbeeld moet komen.
#[derive(ToSchema)]
#[schema(as = VerwachtBedrag)]
pub struct Expected {
    /// Van wie; `null` bij een uitkomst van het huishouden.
    pub persoon: Option<String>,
    /// De uitkomst.
    pub uitkomst: String,
    /// Het bedrag in euro; `null` als het niet te bepalen moet zijn.
    pub bedrag: Option<f64>,
}
