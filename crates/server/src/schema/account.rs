//! The account: what of a law is in the rules, what is simpler and what is missing.

use utoipa::ToSchema;

/// De verantwoording.
#[derive(ToSchema)]
#[schema(as = Verantwoording)]
pub struct Account {
    /// Welke regels het zijn.
    pub versie: String,
    /// Wat vooraf gaat; `null` als er geen verantwoording is.
    pub inleiding: Option<String>,
    /// De pakketten waarover iets te zeggen is.
    pub pakketten: Vec<PackageAccount>,
}

/// De verantwoording van een pakket.
#[derive(ToSchema)]
#[schema(as = VerantwoordingVanPakket)]
pub struct PackageAccount {
    /// Het kenmerk.
    pub id: String,
    /// De map.
    pub pad: String,
    /// De naam voor een lezer.
    pub naam: String,
    /// De delen, in de volgorde van het bestand.
    pub secties: Vec<Section>,
}

/// Een deel onder een kop.
#[derive(ToSchema)]
#[schema(as = Sectie)]
pub struct Section {
    /// De kop.
    pub kop: String,
    /// De regel van het bestand, vanaf 1.
    pub regel: u32,
    /// Wat eronder staat.
    pub blokken: Vec<Block>,
}

/// Een stuk van een deel. In de tekst staan `**vet**`, `*schuin*` en code tussen accenten.
#[derive(ToSchema)]
#[schema(as = Blok)]
#[serde(untagged)]
pub enum Block {
    /// Tekst.
    Text(TextBlock),
    /// Een lijst.
    List(ListBlock),
    /// Een tabel.
    Table(TableBlock),
}

/// Een alinea of een kop.
#[derive(ToSchema)]
#[schema(as = Tekstblok)]
pub struct TextBlock {
    /// Wat het is.
    pub soort: TextKind,
    /// De tekst.
    pub tekst: String,
}

/// Een lijst.
#[derive(ToSchema)]
#[schema(as = Lijstblok)]
pub struct ListBlock {
    /// Wat het is.
    pub soort: ListKind,
    /// De punten.
    pub punten: Vec<String>,
}

/// Een tabel.
#[derive(ToSchema)]
#[schema(as = Tabelblok)]
pub struct TableBlock {
    /// Wat het is.
    pub soort: TableKind,
    /// De koppen.
    pub koppen: Vec<String>,
    /// De rijen, elk met evenveel cellen als er koppen zijn.
    pub rijen: Vec<Vec<String>>,
}

/// Wat voor tekst het is.
#[derive(ToSchema)]
#[schema(as = SoortTekst, rename_all = "snake_case")]
pub enum TextKind {
    /// Een alinea.
    Alinea,
    /// Een kop.
    Kop,
}

/// Dat het een lijst is.
#[derive(ToSchema)]
#[schema(as = SoortLijst, rename_all = "snake_case")]
pub enum ListKind {
    /// Een lijst.
    Lijst,
}

/// Dat het een tabel is.
#[derive(ToSchema)]
#[schema(as = SoortTabel, rename_all = "snake_case")]
pub enum TableKind {
    /// Een tabel.
    Tabel,
}
