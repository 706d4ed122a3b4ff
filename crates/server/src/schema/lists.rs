//! What can be looked up.

use std::collections::BTreeMap;

use jiff::civil::Date;
use utoipa::ToSchema;

use super::explanation::Scalar;
use super::rulebook::{Property, Reference};

/// Alle uitkomsten die er zijn.
#[derive(ToSchema)]
#[schema(as = Uitkomstenlijst)]
pub struct OutcomeList {
    /// Welke regels het zijn.
    pub versie: String,
    /// De uitkomsten.
    pub uitkomsten: Vec<ListedOutcome>,
}

/// Een uitkomst.
#[derive(ToSchema)]
#[schema(as = Uitkomst)]
pub struct ListedOutcome {
    /// De naam.
    pub uitkomst: String,
    /// Wat die betekent.
    pub betekenis: String,
    /// Wat voor bedrag het is.
    pub soort: OutcomeKind,
    /// Van wie de uitkomst is.
    pub van: Whose,
    /// De regeling van de gemeente waar de uitkomst bij hoort; `null` bij een landelijke regeling.
    pub regeling: Option<String>,
}

/// Een uitkomst, met de regels erachter.
#[derive(ToSchema)]
#[schema(as = Uitkomstpagina)]
pub struct OutcomePage {
    /// Welke regels het zijn.
    pub versie: String,
    /// De naam.
    pub uitkomst: String,
    /// Wat die betekent.
    pub betekenis: String,
    /// Wat voor bedrag het is.
    pub soort: OutcomeKind,
    /// De regeling van de gemeente waar de uitkomst bij hoort; `null` bij een landelijke regeling.
    pub regeling: Option<String>,
    /// Het gegeven in de regels dat de uitkomst is.
    pub eigenschap: Property,
    /// De regels die de uitkomst geven.
    pub regels: Vec<Reference>,
    /// Alle regels erachter, in de volgorde van de tekst.
    pub alle_regels: Vec<Reference>,
}

/// Een soort bedrag.
#[derive(ToSchema)]
#[schema(as = SoortUitkomst, rename_all = "snake_case")]
pub enum OutcomeKind {
    /// Iets waar recht op kan zijn.
    Recht,
    /// Inkomen.
    Inkomen,
    /// Belasting of een bijdrage.
    Belasting,
    /// Een korting op de belasting.
    Korting,
    /// Iets anders.
    Bedrag,
}

/// Van wie een uitkomst is.
#[derive(ToSchema)]
#[schema(as = VanWie, rename_all = "snake_case")]
pub enum Whose {
    /// Van het huishouden.
    Huishouden,
    /// Van elke persoon.
    Persoon,
}

/// Alle gemeenten.
#[derive(ToSchema)]
#[schema(as = Gemeentenlijst)]
pub struct MunicipalityList {
    /// Welke regels het zijn.
    pub versie: String,
    /// De gemeenten, op code.
    pub gemeenten: Vec<ListedMunicipality>,
}

/// Een gemeente.
#[derive(ToSchema)]
#[schema(as = Gemeente)]
pub struct ListedMunicipality {
    /// De naam zoals het CBS die schrijft.
    pub gemeente: String,
    /// Een andere naam die mensen gebruiken, zoals Den Haag.
    pub andere_naam: Option<String>,
    /// De code van het CBS.
    #[schema(pattern = "^GM[0-9]{4}$")]
    pub code: String,
    /// Of de regels eigen regelingen van de gemeente kennen.
    pub bekend: bool,
}

/// De regelingen van een gemeente.
#[derive(ToSchema)]
#[schema(as = Gemeentepagina)]
pub struct MunicipalityPage {
    /// De naam zoals het CBS die schrijft.
    pub gemeente: String,
    /// De code van het CBS.
    #[schema(pattern = "^GM[0-9]{4}$")]
    pub code: String,
    /// Of de regels eigen regelingen van de gemeente kennen.
    pub bekend: bool,
    /// De dag waarnaar is gevraagd; `null` als alles er staat.
    pub datum: Option<Date>,
    /// Welke regels het zijn.
    pub versie: String,
    /// De regelingen.
    pub regelingen: Vec<Scheme>,
}

/// Een regeling van een gemeente.
#[derive(ToSchema)]
#[schema(as = GemeentelijkeRegeling)]
pub struct Scheme {
    /// De naam in de regels.
    pub regeling: String,
    /// Wat de regeling is.
    pub betekenis: String,
    /// Hoe de gemeente de regeling noemt.
    pub naam: Option<String>,
    /// Waar de regeling aan te vragen is.
    pub aanvragen: Option<String>,
    /// Wat in welke periode geldt, de laatste eerst.
    pub perioden: Vec<SchemePeriod>,
    /// De jaren waarvan iets bekend is.
    pub jaren: Vec<Years>,
}

/// Een regeling in een periode.
#[derive(ToSchema)]
#[schema(as = RegelingInPeriode)]
pub struct SchemePeriod {
    /// De eerste dag.
    pub vanaf: Date,
    /// De laatste dag; `null` als er geen einde is.
    pub tot_en_met: Option<Date>,
    /// De bedragen en grenzen, bij hun naam.
    pub waarden: BTreeMap<String, SchemeValue>,
    /// Waarom er niets bekend is.
    pub ontbreekt: Option<String>,
    /// Waar het staat.
    pub bron: Option<String>,
    /// Hoe zeker het is.
    pub zekerheid: Option<Confidence>,
    /// Hoe het is afgeleid.
    pub afgeleid: Option<String>,
    /// Wat u verder moet weten.
    pub let_op: Option<String>,
}

/// Een bedrag of grens.
#[derive(ToSchema)]
#[schema(as = Regelingwaarde)]
pub struct SchemeValue {
    /// De waarde.
    pub waarde: Scalar,
    /// De eenheid, zoals `€` of `%`.
    pub eenheid: Option<String>,
    /// De waarde zoals die gelezen wordt.
    pub getoond: String,
}

/// Hoe zeker een waarde is.
#[derive(ToSchema)]
#[schema(as = ZekerheidVanWaarde)]
pub enum Confidence {
    /// Twee bronnen, of een wettekst met een voorbeeld.
    A,
    /// Een officiële bron.
    B,
    /// Afgeleid van andere waarden.
    D,
}

/// Jaren achter elkaar.
#[derive(ToSchema)]
#[schema(as = Jaren)]
pub struct Years {
    /// Het eerste jaar.
    pub van: i16,
    /// Het laatste jaar; `null` als er geen einde is.
    pub tot_en_met: Option<i16>,
}
