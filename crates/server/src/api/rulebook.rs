//! The rules to read: the text of each with its articles, the amounts by date, and municipalities compared.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use engine::language::{Language, Text};
use rulebook::Rulebook;
use serde_json::Value as Json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Answer;
use crate::app::App;
use crate::problem::Problem;
use crate::query::Query;
use crate::schema::local::{Comparison, LocalSchemeList};
use crate::schema::options::{Compared, InPackage, Language as LanguageOption};
use crate::schema::parameters::{Parameter, ParameterList};
use crate::schema::rulebook::{Rule, RuleList};
use crate::schema::search::SearchIndex;
use crate::schema::{NotFound, NotRead, NotWorkedOut};
use crate::{language, texts};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(regels))
        .routes(routes!(regel))
        .routes(routes!(parameters))
        .routes(routes!(parameter))
        .routes(routes!(gemeentelijke_regelingen))
        .routes(routes!(gemeentelijke_regeling))
        .routes(routes!(zoekindex))
}

/// Alle regels
///
/// Met hun wetsartikelen. De tekst van een regel staat onder zijn eigen adres.
#[utoipa::path(
    get,
    path = "/regels",
    operation_id = "regels",
    tag = "regelboek",
    params(LanguageOption, InPackage),
    responses((status = 200, description = "De regels.", body = RuleList), NotFound, NotRead, NotWorkedOut)
)]
async fn regels(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let mut query = Query::of(request.uri());
    let package = query.one("pakket");
    query.finish()?;
    let name = format!("regels.{}", package.as_deref().unwrap_or_default());
    list(&app, request, name, move |book, language| book.rules(package.as_deref(), language)).await
}

/// Een regel
///
/// De tekst zoals die in het bestand staat, wat de regel leest en geeft, en waar hij toe leidt.
#[utoipa::path(
    get,
    path = "/regels/{id}",
    operation_id = "regel",
    tag = "regelboek",
    params(
        ("id" = String, Path, description = "De regel, zoals in `/regels`.",
            example = "rijk.wet_op_de_zorgtoeslag.zorgtoeslag-per-maand"),
        LanguageOption
    ),
    responses((status = 200, description = "De regel.", body = Rule), NotFound, NotRead)
)]
async fn regel(
    State(app): State<App>,
    id: Result<Path<String>, PathRejection>,
    request: Request,
) -> Result<Answer, Problem> {
    let id = known(id)?;
    Query::of(request.uri()).finish()?;
    read(&app, &request, |book, language| book.rule(&id, language))
}

/// Alle bedragen en andere waarden van de wet
///
/// Elk met de laatste waarde. Wat eerder gold, staat onder zijn eigen adres.
#[utoipa::path(
    get,
    path = "/parameters",
    operation_id = "parameters",
    tag = "regelboek",
    params(LanguageOption, InPackage),
    responses((status = 200, description = "De waarden.", body = ParameterList), NotFound, NotRead, NotWorkedOut)
)]
async fn parameters(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let mut query = Query::of(request.uri());
    let package = query.one("pakket");
    query.finish()?;
    let name = format!("parameters.{}", package.as_deref().unwrap_or_default());
    let ask =
        move |book: &Rulebook<'static>, language| book.parameters(package.as_deref(), language);
    list(&app, request, name, ask).await
}

/// Een bedrag of andere waarde door de tijd
///
/// Met de bron, hoe zeker die is, en welke regels de waarde lezen.
#[utoipa::path(
    get,
    path = "/parameters/{id}",
    operation_id = "parameter",
    tag = "regelboek",
    params(
        ("id" = String, Path, description = "De waarde, zoals in `/parameters`.",
            example = "rijk.wet_op_de_zorgtoeslag.standaardpremie"),
        LanguageOption
    ),
    responses((status = 200, description = "De waarde.", body = Parameter), NotFound, NotRead)
)]
async fn parameter(
    State(app): State<App>,
    id: Result<Path<String>, PathRejection>,
    request: Request,
) -> Result<Answer, Problem> {
    let id = known(id)?;
    Query::of(request.uri()).finish()?;
    read(&app, &request, |book, language| book.parameter(&id, language))
}

/// De regelingen die gemeenten hebben
#[utoipa::path(
    get,
    path = "/gemeentelijke-regelingen",
    operation_id = "gemeentelijke_regelingen",
    tag = "regelboek",
    params(LanguageOption),
    responses((status = 200, description = "De regelingen.", body = LocalSchemeList), NotRead)
)]
async fn gemeentelijke_regelingen(
    State(app): State<App>,
    request: Request,
) -> Result<Answer, Problem> {
    Query::of(request.uri()).finish()?;
    read(&app, &request, |book, language| Ok(book.schemes(language)))
}

/// Gemeenten vergeleken op een regeling
///
/// Per gemeente de bedragen en grenzen op een dag, met de bron, of waarom zij niet bekend zijn.
#[utoipa::path(
    get,
    path = "/gemeentelijke-regelingen/{id}",
    operation_id = "gemeentelijke_regeling",
    tag = "regelboek",
    params(
        ("id" = String, Path, description = "De regeling, zoals in `/gemeentelijke-regelingen`.",
            example = "individuele-inkomenstoeslag"),
        LanguageOption,
        Compared
    ),
    responses((status = 200, description = "De vergelijking.", body = Comparison), NotFound, NotRead)
)]
async fn gemeentelijke_regeling(
    State(app): State<App>,
    id: Result<Path<String>, PathRejection>,
    request: Request,
) -> Result<Answer, Problem> {
    let id = known(id)?;
    let mut query = Query::of(request.uri());
    query.required("datum", "2026-01-15");
    let date = query.date("datum");
    query.finish()?;
    let date = date.ok_or_else(|| Problem::not_found(texts::NO_ADDRESS))?;
    read(&app, &request, |book, language| book.comparison(&id, date, language))
}

/// Alles wat te vinden is
///
/// Regels met hun tekst, waarden van de wet, uitkomsten en regelingen: om zelf in te zoeken.
#[utoipa::path(
    get,
    path = "/zoekindex",
    operation_id = "zoekindex",
    tag = "regelboek",
    params(LanguageOption),
    responses((status = 200, description = "De zoekindex.", body = SearchIndex), NotRead, NotWorkedOut)
)]
async fn zoekindex(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    Query::of(request.uri()).finish()?;
    list(&app, request, "zoekindex".into(), |book, language| Ok(book.search_index(language))).await
}

/// What an address names.
pub(super) fn known(id: Result<Path<String>, PathRejection>) -> Result<String, Problem> {
    id.map(|Path(id)| id).map_err(|_| Problem::not_found(texts::NO_ADDRESS))
}

/// A long list of the rulebook, which is kept; by its name, without the language.
async fn list(
    app: &App,
    request: Request,
    name: String,
    ask: impl FnOnce(&Rulebook<'static>, Language) -> Result<Json, Text> + Send + 'static,
) -> Result<Response, Problem> {
    let language = language::of(request.uri(), request.headers());
    let (book, name) = (app.rulebook, format!("{name}.{}", language.code()));
    let work = move || ask(book, language).map_err(Problem::not_found);
    app.kept.answer(&app.lanes, name, request.headers(), work).await
}

/// What the rulebook says; what is not in it is not found.
pub(super) fn read(
    app: &App,
    request: &Request,
    ask: impl FnOnce(&Rulebook<'static>, Language) -> Result<Json, Text>,
) -> Result<Answer, Problem> {
    let language = language::of(request.uri(), request.headers());
    ask(app.rulebook, language).map(Answer).map_err(Problem::not_found)
}
