//! The shapes of what may be sent, as JSON Schema.

use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use household::schema_in;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::language;
use crate::problem::Problem;
use crate::query::Query;
use crate::schema::NotRead;
use crate::schema::options::Language;

/// The media type of a JSON Schema.
const MEDIA_TYPE: &str = "application/schema+json";

/// The routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(huishouden))
}

/// Hoe een huishouden eruitziet
///
/// Het JSON-schema (2020-12) van het huishoudbestand, met wat elk veld betekent.
#[utoipa::path(
    get,
    path = "/schema/huishouden",
    operation_id = "schema",
    tag = "naslag",
    params(Language),
    responses(
        (status = 200, description = "Het schema.", body = Object, content_type = "application/schema+json"),
        NotRead
    )
)]
async fn huishouden(request: Request) -> Result<impl IntoResponse, Problem> {
    Query::of(request.uri()).finish()?;
    let language = language::of(request.uri(), request.headers());
    Ok(([(CONTENT_TYPE, MEDIA_TYPE)], schema_in(language).to_string()))
}
