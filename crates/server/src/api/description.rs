//! The description of the API: OpenAPI 3.1 made from the routes, and the same as a page to read.

use axum::extract::{Request, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;
use engine::language::Language;
use serde_json::{Map, Value as Json, json};
use utoipa::openapi::{
    ContactBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, Server,
};
use utoipa_axum::router::OpenApiRouter;

use super::{ROOT, VERSION, page};
use crate::app::App;
use crate::problem::Problem;
use crate::query::Query;
use crate::schema::HouseholdFile;

/// The description, as it is sent.
pub(crate) struct Description {
    json: String,
    page: String,
}

/// The description before there are routes in it.
pub(super) fn about() -> OpenApi {
    let license = LicenseBuilder::new().name("EUPL-1.2").identifier(Some("EUPL-1.2")).build();
    let info = InfoBuilder::new()
        .title("Samenhang")
        .version(VERSION)
        .description(Some(ABOUT))
        .contact(Some(ContactBuilder::new().name(Some("Samenhang")).build()))
        .license(Some(license));
    OpenApiBuilder::new().info(info.build()).servers(Some([Server::new(ROOT)])).build()
}

const ABOUT: &str = "De regels van het sociaal domein als API. Stuur een huishouden als JSON of YAML, en krijg \
    de uitkomsten met uitleg. De keuzes staan in het adres. Er wordt niets bewaard. Niemand kan rechten \
    ontlenen aan de antwoorden.";

/// The routes of the description itself.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/openapi.json", get(openapi))
        .route("/docs", get(docs))
        .route(page::STYLE_PATH, get(style))
}

/// The description. Anybody may read it from a page of their own.
async fn openapi(State(app): State<App>, request: Request) -> Result<impl IntoResponse, Problem> {
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
    pub fn new(described: OpenApi) -> Description {
        let mut json = serde_json::to_value(described).unwrap_or_default();
        if let Some(schemas) = json.pointer_mut("/components/schemas").and_then(Json::as_object_mut)
        {
            schemas.values_mut().for_each(close);
            schemas.insert(HouseholdFile::NAME.to_string(), household());
        }
        Description { page: page::render(&json), json: json.to_string() }
    }
}

/// The schema of the household file, as a part of the description.
fn household() -> Json {
    let mut schema = household::schema_in(Language::Dutch);
    if let Some(schema) = schema.as_object_mut() {
        schema.remove("$schema");
    }
    schema
}

/// An answer has all its fields, also those that are `null`, and no others.
fn close(schema: &mut Json) {
    let Some(schema) = schema.as_object_mut() else { return };
    let names = schema.get("properties").and_then(Json::as_object).map(Map::keys);
    let Some(names) = names.map(|names| names.cloned().collect::<Vec<_>>()) else { return };
    schema.insert("required".to_string(), json!(names));
    schema.insert("additionalProperties".to_string(), json!(false));
}
