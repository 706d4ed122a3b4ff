//! What there is to find.

use utoipa::ToSchema;

/// Alles wat te vinden is.
#[derive(ToSchema)]
#[schema(as = Zoekindex)]
pub struct SearchIndex {
    /// Welke regels het zijn.
    pub versie: String,
    /// Alles wat te vinden is.
    pub items: Vec<SearchItem>,
}

/// Iets wat te vinden is.
#[derive(ToSchema)]
#[schema(as = Zoekitem)]
pub struct SearchItem {
    /// Wat het is.
    pub soort: FoundKind,
    /// Het kenmerk.
    pub id: String,
    /// Hoe het heet.
    pub titel: String,
    /// De tekst ervan; leeg bij een waarde van de wet.
    pub tekst: String,
    /// De wetsartikelen of bronnen, met puntkomma’s ertussen.
    pub artikel: String,
    /// De naam van het pakket.
    pub pakket: Option<String>,
}

/// Wat er gevonden kan worden.
#[derive(ToSchema)]
#[schema(as = SoortVondst, rename_all = "snake_case")]
pub enum FoundKind {
    /// Een regel.
    Regel,
    /// Een waarde van de wet.
    Parameter,
    /// Een uitkomst.
    Uitkomst,
    /// Een regeling van gemeenten.
    Regeling,
}
