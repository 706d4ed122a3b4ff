//! The API, by the Dutch API Design Rules: one module for each group of resources. A group is a function
//! `routes()` that gives its routes with their description; [`routes`] joins them.

mod complete;
mod description;
mod households;
mod municipalities;
mod outcomes;
mod packages;
mod page;
mod rulebook;
mod shapes;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde_json::Value as Json;
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;

pub(crate) use description::Description;

/// Where the API stands.
pub const ROOT: &str = "/api/v1";

/// The version of the API: what it promises, not what the rules say.
pub const VERSION: &str = "1.1.0";

/// Whether a path is one of the API, or would be if it existed.
pub(crate) fn is_in(path: &str) -> bool {
    path.strip_prefix("/api").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// An answer of the desk.
pub(crate) struct Answer(pub Json);

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        ([(CONTENT_TYPE, "application/json")], self.0.to_string()).into_response()
    }
}

/// The routes under [`ROOT`], and their description.
pub(crate) fn routes() -> (Router<App>, Description) {
    let groups = OpenApiRouter::with_openapi(description::about())
        .merge(households::routes())
        .merge(outcomes::routes())
        .merge(municipalities::routes())
        .merge(packages::routes())
        .merge(rulebook::routes())
        .merge(shapes::routes())
        .merge(description::routes());
    let (router, described) = groups.split_for_parts();
    (router, Description::new(described))
}
