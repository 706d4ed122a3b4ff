//! Which outcomes there are.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Answer;
use super::rulebook::{known, read};
use crate::app::App;
use crate::language;
use crate::problem::Problem;
use crate::query::Query;
use crate::schema::options::Language;
use crate::schema::{NotFound, NotRead, OutcomeList, OutcomePage};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(uitkomsten)).routes(routes!(uitkomst))
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

/// Een uitkomst, met de regels erachter
#[utoipa::path(
    get,
    path = "/uitkomsten/{naam}",
    operation_id = "uitkomst",
    tag = "naslag",
    params(
        ("naam" = String, Path, description = "De uitkomst, zoals in `/uitkomsten`.",
            example = "zorgtoeslag_per_maand"),
        Language
    ),
    responses((status = 200, description = "De uitkomst.", body = OutcomePage), NotFound, NotRead)
)]
async fn uitkomst(
    State(app): State<App>,
    name: Result<Path<String>, PathRejection>,
    request: Request,
) -> Result<Answer, Problem> {
    let name = known(name)?;
    Query::of(request.uri()).finish()?;
    read(&app, &request, |book, language| book.outcome(&name, language))
}
