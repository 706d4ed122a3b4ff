//! The rules to read. See `docs/rulebook.md`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use utoipa::ToSchema;

use super::explanation::Scalar;
use super::lists::{Confidence, SchemeValue};

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

/// De regelingen die gemeenten hebben.
#[derive(ToSchema)]
#[schema(as = GemeentelijkeRegelingen)]
pub struct LocalSchemeList {
    /// Welke regels het zijn.
    pub versie: String,
    /// De regelingen.
    pub regelingen: Vec<LocalScheme>,
}

/// Een regeling die gemeenten hebben.
#[derive(ToSchema)]
#[schema(as = RegelingVanGemeenten)]
pub struct LocalScheme {
    /// Het kenmerk.
    pub id: String,
    /// De naam.
    pub naam: String,
    /// Wat het is.
    pub betekenis: String,
    /// Wat een gemeente vaststelt.
    pub waarden: Vec<LocalValue>,
    /// De regels ervan.
    pub regels: Vec<Reference>,
    /// De uitkomsten ervan.
    pub uitkomsten: Vec<OutcomeName>,
}

/// Wat een gemeente vaststelt.
#[derive(ToSchema)]
#[schema(as = WaardeVanGemeenten)]
pub struct LocalValue {
    /// De naam.
    pub naam: String,
    /// Het gegeven in de regels.
    pub eigenschap: Property,
    /// Het datatype in de regels.
    pub datatype: String,
    /// De eenheid.
    pub eenheid: Option<String>,
}

/// Gemeenten vergeleken op een regeling.
#[derive(ToSchema)]
#[schema(as = Vergelijking)]
pub struct Comparison {
    /// Welke regels het zijn.
    pub versie: String,
    /// De dag.
    pub datum: Date,
    /// Het kenmerk.
    pub id: String,
    /// De naam.
    pub naam: String,
    /// Wat het is.
    pub betekenis: String,
    /// Wat een gemeente vaststelt.
    pub waarden: Vec<LocalValue>,
    /// De regels ervan.
    pub regels: Vec<Reference>,
    /// De uitkomsten ervan.
    pub uitkomsten: Vec<OutcomeName>,
    /// De gemeenten waarvan de regels iets weten.
    pub gemeenten: Vec<InMunicipality>,
    /// Hoeveel gemeenten er verder zijn.
    pub andere_gemeenten: u32,
}

/// Een regeling in een gemeente.
#[derive(ToSchema)]
#[schema(as = RegelingInGemeente)]
pub struct InMunicipality {
    /// De gemeente.
    pub gemeente: String,
    /// De code van het CBS.
    #[schema(pattern = "^GM[0-9]{4}$")]
    pub code: String,
    /// Hoe de gemeente de regeling noemt.
    pub naam: Option<String>,
    /// Waar de regeling aan te vragen is.
    pub aanvragen: Option<String>,
    /// Of er die dag iets bekend is.
    pub bekend: bool,
    /// Waarom er niets bekend is.
    pub onbekend: Option<String>,
    /// De eerste dag.
    pub vanaf: Option<Date>,
    /// De laatste dag.
    pub tot_en_met: Option<Date>,
    /// De bedragen en grenzen, bij hun naam.
    pub waarden: Option<BTreeMap<String, SchemeValue>>,
    /// Waar het staat.
    pub bron: Option<String>,
    /// Hoe zeker het is.
    pub zekerheid: Option<Confidence>,
    /// Hoe het is afgeleid.
    pub afgeleid: Option<String>,
    /// Wat u verder moet weten.
    pub let_op: Option<String>,
    /// Regels die alleen deze gemeente heeft.
    pub eigen_regels: Vec<Reference>,
}
