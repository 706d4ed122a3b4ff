//! Packages to read: which there are, what was simplified in them, and their worked examples.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use rulebook::ExamplesError;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Answer;
use super::rulebook::{known, read};
use crate::app::App;
use crate::problem::Problem;
use crate::query::Query;
use crate::schema::account::Account;
use crate::schema::options::{InPackage, Language};
use crate::schema::packages::{ExampleList, PackageList, PackagePage};
use crate::schema::{NotFound, NotRead, NotWorkedOut};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(pakketten))
        .routes(routes!(pakket))
        .routes(routes!(voorbeelden))
        .routes(routes!(verantwoording))
}

/// Alle pakketten
///
/// Een pakket is een wet, of wat een gemeente zelf regelt.
#[utoipa::path(
    get,
    path = "/pakketten",
    operation_id = "pakketten",
    tag = "regelboek",
    params(Language),
    responses((status = 200, description = "De pakketten.", body = PackageList), NotRead)
)]
async fn pakketten(State(app): State<App>, request: Request) -> Result<Answer, Problem> {
    Query::of(request.uri()).finish()?;
    read(&app, &request, |book, language| Ok(book.packages(language)))
}

/// Een pakket
///
/// De regels en waarden staan onder `/regels` en `/parameters`, met de keuze `pakket`.
#[utoipa::path(
    get,
    path = "/pakketten/{id}",
    operation_id = "pakket",
    tag = "regelboek",
    params(
        ("id" = String, Path, description = "Het pakket, zoals in `/pakketten`.",
            example = "rijk.wet_op_de_zorgtoeslag"),
        Language
    ),
    responses((status = 200, description = "Het pakket.", body = PackagePage), NotFound, NotRead)
)]
async fn pakket(
    State(app): State<App>,
    id: Result<Path<String>, PathRejection>,
    request: Request,
) -> Result<Answer, Problem> {
    let id = known(id)?;
    Query::of(request.uri()).finish()?;
    read(&app, &request, |book, language| book.package(&id, language))
}

/// De uitgewerkte voorbeelden van een pakket
///
/// Elk met het huishouden, en wat een andere bron of een handberekening ervan zegt.
#[utoipa::path(
    get,
    path = "/pakketten/{id}/voorbeelden",
    operation_id = "voorbeelden",
    tag = "regelboek",
    params(
        ("id" = String, Path, description = "Het pakket, zoals in `/pakketten`.",
            example = "rijk.wet_op_de_zorgtoeslag"),
        Language
    ),
    responses(
        (status = 200, description = "De voorbeelden.", body = ExampleList),
        NotFound,
        NotRead,
        NotWorkedOut
    )
)]
async fn voorbeelden(
    State(app): State<App>,
    id: Result<Path<String>, PathRejection>,
    request: Request,
) -> Result<Response, Problem> {
    let id = known(id)?;
    Query::of(request.uri()).finish()?;
    let (book, name) = (app.rulebook, format!("voorbeelden.{id}"));
    let work = move || book.examples(&book.files().examples, &id).map_err(unread);
    app.kept.answer(&app.lanes, name, request.headers(), work).await
}

/// Why there are no examples to show.
fn unread(error: ExamplesError) -> Problem {
    match error {
        ExamplesError::NotFound(text) => Problem::not_found(text),
        ExamplesError::Mistakes(errors) => {
            // They are in a file of whoever runs the server, not in what was asked.
            let mistakes = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
            tracing::error!(mistakes, "the worked examples cannot be read");
            Problem::internal()
        }
    }
}

/// Wat er eenvoudiger is gemaakt
///
/// Wat van een wet in de regels staat, wat eenvoudiger is en wat ontbreekt.
#[utoipa::path(
    get,
    path = "/verantwoording",
    operation_id = "verantwoording",
    tag = "regelboek",
    params(Language, InPackage),
    responses((status = 200, description = "De verantwoording.", body = Account), NotFound, NotRead)
)]
async fn verantwoording(State(app): State<App>, request: Request) -> Result<Answer, Problem> {
    let mut query = Query::of(request.uri());
    let package = query.one("pakket");
    query.finish()?;
    read(&app, &request, |book, _| book.account(package.as_deref()))
}
