//! What is answered when a request cannot be.

use utoipa::{IntoResponses, ToSchema};

/// Waarom een verzoek niet is beantwoord (RFC 9457).
#[derive(ToSchema)]
#[schema(as = Probleem)]
pub struct Problem {
    /// Het soort probleem: een adres met uitleg.
    #[schema(rename = "type", format = "uri-reference")]
    pub kind: String,
    /// Het soort probleem in woorden.
    pub title: String,
    /// De HTTP-status.
    #[schema(minimum = 400, maximum = 599)]
    pub status: u16,
    /// Wat er mis is, en wat u kunt doen.
    pub detail: String,
    /// Het adres van het verzoek, zonder de keuzes.
    #[schema(format = "uri-reference")]
    pub instance: String,
    /// Elke fout met zijn plaats; leeg als het aan iets anders ligt.
    pub fouten: Vec<Mistake>,
}

/// Een fout in het huishouden of in de vraag.
#[derive(ToSchema)]
#[schema(as = Fout)]
pub struct Mistake {
    /// Het veld, zoals `huishouden.personen[0].loon`, of de keuze, zoals `persoon`. Kan leeg zijn.
    pub plaats: String,
    /// Dezelfde plaats als JSON Pointer, zoals `#/huishouden/personen/0/loon`; alleen voor een veld.
    pub json_pointer: Option<String>,
    /// De regel in de inhoud, vanaf 1.
    #[schema(minimum = 1)]
    pub regel: Option<u32>,
    /// De kolom, in tekens, vanaf 1.
    #[schema(minimum = 1)]
    pub kolom: Option<u32>,
    /// Wat er mis is, en wat u kunt doen.
    pub melding: String,
}

/// Why a question about a household is refused.
#[derive(IntoResponses)]
pub enum Refused {
    /// De inhoud is geen JSON of YAML.
    #[response(status = 400, content_type = "application/problem+json")]
    Unreadable(Problem),
    /// De inhoud kwam te langzaam binnen.
    #[response(status = 408, content_type = "application/problem+json")]
    Slow(Problem),
    /// De inhoud is te groot.
    #[response(status = 413, content_type = "application/problem+json")]
    Large(Problem),
    /// De inhoud is geen `application/json` of `application/yaml`.
    #[response(status = 415, content_type = "application/problem+json")]
    MediaType(Problem),
    /// Het huishouden of de vraag klopt niet.
    #[response(status = 422, content_type = "application/problem+json")]
    Invalid(Problem),
    /// Er ging iets mis in de server.
    #[response(status = 500, content_type = "application/problem+json")]
    Internal(Problem),
    /// Het is te druk, of het antwoord duurt te lang. Is het te druk? Dan zegt de kop `Retry-After` na hoeveel
    /// seconden het weer kan.
    #[response(status = 503, content_type = "application/problem+json")]
    Busy(Problem),
}

/// Why a resource is not read.
#[derive(IntoResponses)]
pub enum NotRead {
    /// Een keuze in het adres klopt niet.
    #[response(status = 422, content_type = "application/problem+json")]
    Invalid(Problem),
}

/// Why a resource is not there.
#[derive(IntoResponses)]
pub enum NotFound {
    /// Dit bestaat niet.
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(Problem),
}

/// Why something that has to be worked out is not.
#[derive(IntoResponses)]
pub enum NotWorkedOut {
    /// Er ging iets mis in de server.
    #[response(status = 500, content_type = "application/problem+json")]
    Internal(Problem),
    /// Het is te druk, of het antwoord duurt te lang. Is het te druk? Dan zegt de kop `Retry-After` na hoeveel
    /// seconden het weer kan.
    #[response(status = 503, content_type = "application/problem+json")]
    Busy(Problem),
}
