//! The description of the API: OpenAPI 3.1 made from the routes, and the same as a page to read.

use axum::extract::{Request, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;
use utoipa::OpenApi;
use utoipa::openapi::{self, ContactBuilder, InfoBuilder, LicenseBuilder, Server};
use utoipa_axum::router::OpenApiRouter;

use super::{ROOT, VERSION, complete, page};
use crate::app::App;
use crate::problem::Problem;
use crate::query::Query;
use crate::schema;

/// The description, as it is sent.
pub(crate) struct Description {
    json: String,
    page: String,
}

/// The description before there are routes in it.
pub(super) fn about() -> openapi::OpenApi {
    let license = LicenseBuilder::new().name("EUPL-1.2").identifier(Some("EUPL-1.2")).build();
    let info = InfoBuilder::new()
        .title("Samenhang")
        .version(VERSION)
        .description(Some(ABOUT))
        .contact(Some(ContactBuilder::new().name(Some("Samenhang")).build()))
        .license(Some(license));
    let mut api = Shared::openapi();
    (api.info, api.servers) = (info.build(), Some(vec![Server::new(ROOT)]));
    api
}

/// The shapes that no route names itself.
#[derive(OpenApi)]
#[openapi(components(schemas(schema::problem::Problem, schema::options::Code)))]
struct Shared;

const ABOUT: &str = "De regels van het sociaal domein als API. Stuur een huishouden als JSON of YAML, en krijg \
    de uitkomsten met uitleg. De keuzes staan in het adres. Er wordt niets bewaard. Niemand kan rechten \
    ontlenen aan de antwoorden.";

/// The routes of the description itself.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/openapi.json", get(document))
        .route("/docs", get(docs))
        .route(page::STYLE_PATH, get(style))
}

/// The description. Anybody may read it from a page of their own.
async fn document(State(app): State<App>, request: Request) -> Result<impl IntoResponse, Problem> {
    Query::of(request.uri()).finish()?;
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (CACHE_CONTROL, "no-cache"),
    ];
    Ok((headers, app.description.json.clone()))
}

/// The description as a page.
async fn docs(State(app): State<App>, request: Request) -> Result<impl IntoResponse, Problem> {
    Query::of(request.uri()).finish()?;
    let headers = [(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-cache")];
    Ok((headers, app.description.page.clone()))
}

/// The look of that page.
async fn style() -> impl IntoResponse {
    let headers = [(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "no-cache")];
    (headers, page::STYLE)
}

impl Description {
    /// Completes what the routes say of themselves.
    pub fn new(described: openapi::OpenApi) -> Description {
        let mut json = serde_json::to_value(described).unwrap_or_default();
        complete::complete(&mut json);
        Description { page: page::render(&json), json: json.to_string() }
    }
}
