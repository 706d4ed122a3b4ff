//! Which municipalities there are, and what is known of their schemes.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use household::Municipality;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Answer;
use crate::app::App;
use crate::problem::Problem;
use crate::query::Query;
use crate::schema::options::{General, Language};
use crate::schema::{MunicipalityList, MunicipalityPage, NotFound, NotRead};
use crate::{language, texts};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(gemeenten)).routes(routes!(gemeente))
}

/// Alle gemeenten
///
/// Met hun code, en of de regels hun eigen regelingen kennen.
#[utoipa::path(
    get,
    path = "/gemeenten",
    operation_id = "gemeenten",
    tag = "naslag",
    params(Language),
    responses((status = 200, description = "De gemeenten.", body = MunicipalityList), NotRead)
)]
async fn gemeenten(State(app): State<App>, request: Request) -> Result<Answer, Problem> {
    Query::of(request.uri()).finish()?;
    Ok(Answer(app.desk.municipalities()))
}

/// De regelingen van een gemeente
///
/// Bedragen, grenzen, tot wanneer zij gelden, en waar het staat.
#[utoipa::path(
    get,
    path = "/gemeenten/{code}",
    operation_id = "gemeente",
    tag = "naslag",
    params(
        ("code" = String, Path, description = "De code van het CBS.", pattern = "^GM[0-9]{4}$", example = "GM0855"),
        General
    ),
    responses(
        (status = 200, description = "De regelingen.", body = MunicipalityPage),
        NotFound,
        NotRead
    )
)]
async fn gemeente(
    State(app): State<App>,
    code: Result<Path<String>, PathRejection>,
    request: Request,
) -> Result<Answer, Problem> {
    let Path(code) = code.map_err(|_| Problem::not_found(texts::NO_ADDRESS))?;
    let found = Municipality::find(&code);
    let municipality = found.map_err(|_| Problem::not_found(texts::no_municipality(&code)))?;
    if municipality.code != code {
        let advice = texts::by_code(municipality.name, municipality.code);
        return Err(Problem::not_found(advice));
    }
    let mut query = Query::of(request.uri());
    let date = query.date("datum");
    query.finish()?;
    let language = language::of(request.uri(), request.headers());
    Ok(Answer(app.desk.municipality(municipality, date, language)))
}
