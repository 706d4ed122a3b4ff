//! The rules to read. See `docs/rulebook.md`.

use jiff::civil::Date;
use utoipa::ToSchema;

/// Een uitkomst en wat die betekent.
#[derive(ToSchema)]
#[schema(as = UitkomstInHetKort)]
pub struct OutcomeName {
    /// De uitkomst.
    pub uitkomst: String,
    /// Wat die betekent.
    pub betekenis: String,
}

/// Een pakket: een wet, of een deel van de gemeente.
#[derive(ToSchema)]
#[schema(as = Pakket)]
pub struct Package {
    /// Het kenmerk.
    pub id: String,
    /// De map.
    pub pad: String,
    /// De naam voor een lezer.
    pub naam: String,
}

/// Een verwijzing naar een regel of een waarde.
#[derive(ToSchema)]
#[schema(as = Verwijzing)]
pub struct Reference {
    /// Het kenmerk.
    pub id: String,
    /// De naam.
    pub naam: String,
}

/// Een gegeven dat regels lezen of geven.
#[derive(ToSchema)]
#[schema(as = Eigenschap)]
pub struct Property {
    /// Van welk soort object.
    pub objecttype: String,
    /// De naam.
    pub naam: String,
    /// Het lidwoord.
    pub lidwoord: Option<String>,
    /// Wat het is.
    pub soort: PropertyKind,
}

/// Wat een gegeven is.
#[derive(ToSchema)]
#[schema(as = SoortEigenschap, rename_all = "snake_case")]
pub enum PropertyKind {
    /// Het heeft een waarde.
    Attribuut,
    /// Het is er of het is er niet.
    Kenmerk,
    /// Een controle van de gegevens.
    Controle,
}

/// Een gegeven, met waar het vandaan komt.
#[derive(ToSchema)]
#[schema(as = EigenschapMetHerkomst)]
pub struct ReadProperty {
    /// Van welk soort object.
    pub objecttype: String,
    /// De naam.
    pub naam: String,
    /// Het lidwoord.
    pub lidwoord: Option<String>,
    /// Wat het is.
    pub soort: PropertyKind,
    /// Wat voor waarde het heeft.
    pub datatype: Option<String>,
    /// De eenheid.
    pub eenheid: Option<String>,
    /// Of het in de tijd verandert.
    pub tijdlijn: Option<String>,
    /// Hoe een kenmerk in een zin staat.
    pub vorm: Option<String>,
    /// Waar het vandaan komt.
    pub herkomst: Origin,
    /// De regels die het geven.
    pub regels: Vec<Reference>,
    /// Het veld van het huishoudbestand, als het daaruit komt.
    pub gegeven: Option<Given>,
    /// De regeling van de gemeente, als het daaruit komt.
    pub regeling: Option<String>,
    /// De uitkomsten die het is.
    pub uitkomsten: Vec<String>,
}

/// Waar een gegeven vandaan komt.
#[derive(ToSchema)]
#[schema(as = Herkomst, rename_all = "snake_case")]
pub enum Origin {
    /// Regels geven het.
    Regels,
    /// De gemeente stelt het vast.
    Gemeente,
    /// Het staat in het huishoudbestand.
    Gegeven,
}

/// Een veld van het huishoudbestand.
#[derive(ToSchema)]
#[schema(as = Veld)]
pub struct Given {
    /// Het veld.
    pub veld: String,
    /// Wat het betekent.
    pub betekenis: String,
}

/// Of een regel een regel of een tabel is.
#[derive(ToSchema)]
#[schema(as = SoortRegel, rename_all = "snake_case")]
pub enum RuleKind {
    /// Een regel in woorden.
    Regel,
    /// Een beslistabel.
    Beslistabel,
}

/// Alle regels.
#[derive(ToSchema)]
#[schema(as = Regellijst)]
pub struct RuleList {
    /// Welke regels het zijn.
    pub versie: String,
    /// De regels.
    pub regels: Vec<ListedRule>,
}

/// Een regel in het kort.
#[derive(ToSchema)]
#[schema(as = RegelInHetKort)]
pub struct ListedRule {
    /// Het kenmerk.
    pub id: String,
    /// De naam.
    pub naam: String,
    /// Wat het is.
    pub soort: RuleKind,
    /// Het pakket.
    pub pakket: Package,
    /// Het bestand.
    pub bestand: String,
    /// De regel van het bestand, vanaf 1.
    pub regelnummer: u32,
    /// De wetsartikelen.
    pub bronnen: Vec<String>,
    /// Wanneer de regel geldt, in woorden.
    pub geldig: String,
    /// Wat de regel geeft.
    pub geeft: Vec<Property>,
}

/// Een regel.
#[derive(ToSchema)]
#[schema(as = Regel)]
pub struct Rule {
    /// Welke regels het zijn.
    pub versie: String,
    /// Het kenmerk.
    pub id: String,
    /// De naam.
    pub naam: String,
    /// Wat het is.
    pub soort: RuleKind,
    /// Het pakket.
    pub pakket: Package,
    /// Het bestand.
    pub bestand: String,
    /// De regel van het bestand, vanaf 1.
    pub regelnummer: u32,
    /// De wetsartikelen.
    pub bronnen: Vec<String>,
    /// Wanneer de regel geldt, in woorden.
    pub geldig: String,
    /// De tekst zoals die in het bestand staat.
    pub tekst: String,
    /// De regel van het bestand waarop de tekst begint.
    pub tekst_vanaf_regel: u32,
    /// Wat er verder over te weten is.
    pub toelichting: Vec<String>,
    /// Wat boven in het bestand staat.
    pub bestand_toelichting: Option<String>,
    /// De versies door de tijd.
    pub versies: Vec<RuleVersion>,
    /// Wat de regel geeft.
    pub geeft: Vec<ReadProperty>,
    /// Wat de regel leest.
    pub leest: Vec<ReadProperty>,
    /// De waarden van de wet die de regel leest.
    pub parameters: Vec<Reference>,
    /// De regels die lezen wat deze regel geeft.
    pub gelezen_door: Vec<Reader>,
    /// De uitkomsten waar de regel toe leidt.
    pub uitkomsten: Vec<LedTo>,
    /// Wat de regels nog niet kunnen zeggen.
    pub kanttekeningen: Vec<String>,
}

/// Een regel die leest wat een andere geeft.
#[derive(ToSchema)]
#[schema(as = Lezer)]
pub struct Reader {
    /// Het kenmerk.
    pub id: String,
    /// De naam.
    pub naam: String,
    /// Wat die leest.
    pub leest: Vec<Property>,
}

/// Een regel in een periode.
#[derive(ToSchema)]
#[schema(as = Regelversie)]
pub struct RuleVersion {
    /// De eerste dag; `null` als er geen begin is.
    pub vanaf: Option<Date>,
    /// De laatste dag; `null` als er geen einde is.
    pub tot_en_met: Option<Date>,
    /// Wanneer, in woorden.
    pub geldig: String,
    /// De tekst.
    pub tekst: String,
}

/// Een uitkomst waar een regel toe leidt.
#[derive(ToSchema)]
#[schema(as = LeidtTot)]
pub struct LedTo {
    /// De uitkomst.
    pub uitkomst: String,
    /// Wat die betekent.
    pub betekenis: String,
    /// Of de regel de uitkomst zelf geeft.
    pub rechtstreeks: bool,
}
