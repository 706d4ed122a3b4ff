//! What is answered when a request cannot be: problem details (RFC 9457), in Dutch or English.
//!
//! Whoever refuses a request says why, once, in both languages; [`tell`] writes it in the language of the
//! client, with the address that was asked for.

use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use engine::language::{Language, Text};
use household::{About, Mistake};
use serde_json::{Value as Json, json};

use crate::{language, texts};

/// The media type of a problem.
pub(crate) const MEDIA_TYPE: &str = "application/problem+json";

/// Where the kinds of problems are described; the name of the kind comes after it.
const ABOUT: &str = "/api/v1/docs#probleem-";

/// After how many seconds to try again when it is busy.
const RETRY_SECONDS: u16 = 5;

/// A kind of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The body is no JSON or YAML.
    Unreadable,
    /// The body did not arrive whole.
    BrokenOff,
    /// Nothing is at the address.
    NotFound,
    /// Not with this method.
    Method,
    /// The body does not come.
    TooSlow,
    /// The body is too large.
    TooLarge,
    /// The body is of another kind.
    MediaType,
    /// The household or the question is not right.
    Invalid,
    /// A mistake of ours.
    Internal,
    /// Too many questions at once.
    Busy,
    /// The answer takes too long.
    TooLong,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 11] = [
        Kind::Unreadable,
        Kind::BrokenOff,
        Kind::NotFound,
        Kind::Method,
        Kind::TooSlow,
        Kind::TooLarge,
        Kind::MediaType,
        Kind::Invalid,
        Kind::Internal,
        Kind::Busy,
        Kind::TooLong,
    ];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Unreadable => "onleesbaar",
            Kind::BrokenOff => "afgebroken",
            Kind::NotFound => "niet-gevonden",
            Kind::Method => "methode",
            Kind::TooSlow => "te-langzaam",
            Kind::TooLarge => "te-groot",
            Kind::MediaType => "soort-inhoud",
            Kind::Invalid => "klopt-niet",
            Kind::Internal => "fout-in-de-server",
            Kind::Busy => "te-druk",
            Kind::TooLong => "duurt-te-lang",
        }
    }

    /// Its status.
    pub fn status(self) -> StatusCode {
        match self {
            Kind::Unreadable | Kind::BrokenOff => StatusCode::BAD_REQUEST,
            Kind::NotFound => StatusCode::NOT_FOUND,
            Kind::Method => StatusCode::METHOD_NOT_ALLOWED,
            Kind::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Kind::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Kind::Busy | Kind::TooLong => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

/// Why a request is not answered.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    kind: Kind,
    detail: Text,
    mistakes: Vec<Mistake>,
}

impl Problem {
    fn new(kind: Kind, detail: Text) -> Problem {
        Problem { kind, detail, mistakes: Vec::new() }
    }

    /// The household or the question is not right.
    pub fn mistakes(mistakes: Vec<Mistake>) -> Problem {
        let unreadable = mistakes.iter().any(|mistake| mistake.about == About::Text);
        let kind = if unreadable { Kind::Unreadable } else { Kind::Invalid };
        Problem { kind, detail: texts::see_mistakes(mistakes.len()), mistakes }
    }

    /// The body did not arrive whole.
    pub fn broken_off() -> Problem {
        Problem::new(Kind::BrokenOff, texts::BROKEN_OFF)
    }

    /// Nothing is at the address.
    pub fn not_found(detail: Text) -> Problem {
        Problem::new(Kind::NotFound, detail)
    }

    /// Not with this method.
    pub fn method() -> Problem {
        Problem::new(Kind::Method, texts::OTHER_METHOD)
    }

    /// The body does not come.
    pub fn too_slow() -> Problem {
        Problem::new(Kind::TooSlow, texts::TOO_SLOW)
    }

    /// The body is too large.
    pub fn too_large(limit: usize) -> Problem {
        Problem::new(Kind::TooLarge, texts::too_large(limit))
    }

    /// The body is of another kind.
    pub fn media_type(detail: Text) -> Problem {
        Problem::new(Kind::MediaType, detail)
    }

    /// A mistake of ours.
    pub fn internal() -> Problem {
        Problem::new(Kind::Internal, texts::INTERNAL)
    }

    /// Too many questions at once.
    pub fn busy() -> Problem {
        Problem::new(Kind::Busy, texts::BUSY)
    }

    /// The answer takes too long.
    pub fn too_long() -> Problem {
        Problem::new(Kind::TooLong, texts::TOO_LONG)
    }

    /// As JSON, about an address.
    fn to_json(&self, path: &str, language: Language) -> Json {
        let mistakes = self.mistakes.iter().map(|mistake| {
            json!({
                "plaats": mistake.place,
                "json_pointer": mistake.pointer(),
                "regel": mistake.line,
                "kolom": mistake.column,
                "melding": mistake.message.get(language),
            })
        });
        json!({
            "type": format!("{ABOUT}{}", self.kind.name()),
            "title": texts::title(self.kind).get(language),
            "status": self.kind.status().as_u16(),
            "detail": self.detail.get(language),
            "instance": path,
            "fouten": mistakes.collect::<Vec<Json>>(),
        })
    }
}

impl IntoResponse for Problem {
    /// The status, with the problem beside it for [`tell`].
    fn into_response(self) -> Response {
        let mut response = self.kind.status().into_response();
        if self.kind == Kind::Busy {
            response.headers_mut().insert(RETRY_AFTER, RETRY_SECONDS.into());
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// Writes the problem of an answer, when it has one.
pub(crate) async fn tell(request: Request, next: Next) -> Response {
    let language = language::of(request.uri(), request.headers());
    let path = request.uri().path().to_string();
    let mut response = next.run(request).await;
    let Some(problem) = response.extensions_mut().remove::<Problem>() else { return response };
    let text = problem.to_json(&path, language).to_string();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    *response.body_mut() = text.into();
    response
}
