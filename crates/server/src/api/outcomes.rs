//! Which outcomes there are.

use axum::extract::{Request, State};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Answer;
use crate::app::App;
use crate::language;
use crate::problem::Problem;
use crate::query::Query;
use crate::schema::options::Language;
use crate::schema::{NotRead, OutcomeList};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(uitkomsten))
}

/// Alle uitkomsten die er zijn
///
/// Hun naam, wat zij betekenen, en of zij van het huishouden of van een persoon zijn.
#[utoipa::path(
    get,
    path = "/uitkomsten",
    operation_id = "uitkomsten",
    tag = "naslag",
    params(Language),
    responses((status = 200, description = "De uitkomsten.", body = OutcomeList), NotRead)
)]
async fn uitkomsten(State(app): State<App>, request: Request) -> Result<Answer, Problem> {
    Query::of(request.uri()).finish()?;
    let language = language::of(request.uri(), request.headers());
    Ok(Answer(app.desk.outcomes(language)))
}
