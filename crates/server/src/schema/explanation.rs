//! Why an amount is what it is.

use std::borrow::Cow;

use utoipa::openapi::schema::{ObjectBuilder, SchemaType, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// The value of something in the rules.
pub struct Scalar;

impl PartialSchema for Scalar {
    fn schema() -> RefOr<Schema> {
        let types = [Type::Number, Type::Boolean, Type::String, Type::Null];
        one_of(&types, "Een getal, ja of nee, een woord of een dag; `null` als er geen waarde is.")
    }
}

impl ToSchema for Scalar {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Waarde")
    }
}

/// The limit of a change.
pub struct Limit;

impl PartialSchema for Limit {
    fn schema() -> RefOr<Schema> {
        one_of(&[Type::Number, Type::Boolean], "Een bedrag, of `true` voor wat wel of niet zo is.")
    }
}

impl ToSchema for Limit {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Grens")
    }
}

/// A value of one of some types.
fn one_of(types: &[Type], description: &str) -> RefOr<Schema> {
    let types = SchemaType::Array(types.to_vec());
    ObjectBuilder::new().schema_type(types).description(Some(description)).build().into()
}

/// De uitleg van een uitkomst.
#[derive(ToSchema)]
#[schema(as = Uitleg)]
pub struct Explanation {
    /// De naam van de uitkomst.
    pub uitkomst: String,
    /// Het bedrag, op centen afgerond.
    pub waarde: Scalar,
    /// De eenheid, zoals `€`; leeg als er geen is.
    pub eenheid: String,
    /// De regel die het bedrag gaf.
    pub regel: Option<RuleReference>,
    /// De zin van de regel, met de waarden ingevuld.
    pub tekst: String,
    /// Wat er bij de regel is opgeschreven.
    pub toelichting: Vec<String>,
    /// De wetsartikelen en andere bronnen.
    pub bronnen: Vec<String>,
    /// De voorwaarden van de regel.
    pub voorwaarden: Vec<Condition>,
    /// Waaruit het bedrag is opgebouwd.
    pub uit: Vec<ExplanationPart>,
    /// Wat hieruit volgt.
    pub conclusie: Conclusion,
}

/// Een waarde waaruit een uitkomst is opgebouwd; een gegeven of parameter heeft zelf geen `uit`.
#[derive(ToSchema)]
#[schema(as = Uitlegdeel)]
pub struct ExplanationPart {
    /// Wat het is.
    pub uitkomst: String,
    /// De waarde.
    pub waarde: Scalar,
    /// De eenheid, zoals `€`; leeg als er geen is.
    pub eenheid: String,
    /// De regel die de waarde gaf; `null` bij een gegeven of parameter.
    pub regel: Option<RuleReference>,
    /// De zin van de regel, met de waarden ingevuld.
    pub tekst: String,
    /// Wat er bij de regel is opgeschreven.
    pub toelichting: Vec<String>,
    /// De wetsartikelen en andere bronnen.
    pub bronnen: Vec<String>,
    /// De voorwaarden van de regel.
    pub voorwaarden: Vec<Condition>,
    /// Waaruit de waarde is opgebouwd.
    #[schema(no_recursion)]
    pub uit: Vec<ExplanationPart>,
}

/// Een regel en waar die staat.
#[derive(ToSchema)]
#[schema(as = Regelverwijzing)]
pub struct RuleReference {
    /// Het id van de regel in het regelboek.
    pub id: String,
    /// De naam van de regel.
    pub naam: String,
    /// Het bestand met de regel.
    pub bestand: String,
    /// De regel in het bestand, vanaf 1.
    pub regelnummer: u32,
    /// De wetsartikelen en andere bronnen.
    pub bronnen: Vec<String>,
}

/// Een voorwaarde van een regel.
#[derive(ToSchema)]
#[schema(as = Voorwaarde)]
pub struct Condition {
    /// De voorwaarde in woorden.
    pub tekst: String,
    /// Of eraan is voldaan; `null` als dat er niet toe doet.
    pub voldaan: Option<bool>,
    /// Hoe diep de voorwaarde in andere voorwaarden staat.
    pub niveau: u32,
    /// Wat zou maken dat er wel aan is voldaan.
    pub zou_veranderen: Option<Change>,
}

/// Een verandering die een recht zou geven.
#[derive(ToSchema)]
#[schema(as = Verandering)]
pub struct Change {
    /// Wat er anders zou moeten zijn.
    pub gegeven: String,
    /// Hoe: een bedrag lager of hoger, iets anders, opvang erbij, of iemand die vertrekt.
    pub soort: ChangeKind,
    /// Het bedrag waarbij er recht is, of `true`.
    pub grens: Limit,
    /// Hoe ver dat van nu af is.
    pub verschil: Option<f64>,
    /// De eenheid, zoals `€`; leeg als er geen is.
    pub eenheid: String,
}

/// Een soort verandering.
#[derive(ToSchema)]
#[schema(as = SoortVerandering, rename_all = "snake_case")]
pub enum ChangeKind {
    /// Het bedrag wordt lager.
    Lager,
    /// Het bedrag wordt hoger.
    Hoger,
    /// Het gegeven wordt anders.
    Anders,
    /// Een kind gaat naar de opvang.
    Opvang,
    /// Iemand vertrekt.
    Vertrek,
}

/// Wat uit een uitleg volgt.
#[derive(ToSchema)]
#[schema(as = Conclusie)]
pub struct Conclusion {
    /// Waarom er geen recht is; leeg als er wel recht is.
    pub redenen: Vec<String>,
    /// De eerste van de alternatieven.
    pub veranderingen: Vec<Change>,
    /// Elke groep veranderingen die samen wel een recht geeft.
    pub alternatieven: Vec<Vec<Change>>,
}
