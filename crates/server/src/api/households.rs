//! Questions about a household. The body is the household file; the options stand in the address.

use axum::extract::{Request, State};
use household::{Inquiry, Patience};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Answer;
use crate::app::App;
use crate::lanes::Lane;
use crate::problem::Problem;
use crate::query::Query;
use crate::schema::Certainty;
use crate::schema::options::{
    CertaintyOptions, ExplanationOptions, General, MilestoneOptions, QuestionOptions, WorkOptions,
};
use crate::schema::{
    Applying, Explanation, HouseholdFile, Milestones, Outcomes, Questions, Refused, Stacking,
    WorkPays,
};
use crate::{body, language};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(bereken))
        .routes(routes!(uitleg))
        .routes(routes!(werkloont))
        .routes(routes!(zekerheid))
        .routes(routes!(stapeling))
        .routes(routes!(mijlpalen))
        .routes(routes!(aanvragen))
        .routes(routes!(vragen))
}

/// Asks the desk. `inquiry` takes its options; any other is refused.
async fn ask(
    app: App,
    request: Request,
    lane: Lane,
    inquiry: impl FnOnce(&mut Query) -> Inquiry,
) -> Result<Answer, Problem> {
    let language = language::of(request.uri(), request.headers());
    let mut query = Query::of(request.uri());
    let date = query.date("datum");
    let inquiry = inquiry(&mut query);
    query.finish()?;
    let file = body::household(request, &app.settings).await?;
    let desk = app.desk.clone();
    let answer = move |patience: &Patience| desk.answer(&file, date, &inquiry, language, patience);
    app.lanes.run(lane, answer).await?.map(Answer).map_err(Problem::mistakes)
}

/// Alle uitkomsten van een huishouden
///
/// Rekent uit waar een huishouden recht op heeft, met inkomen, belasting en kortingen.
#[utoipa::path(
    post,
    path = "/huishoudens/bereken",
    operation_id = "bereken",
    tag = "huishoudens",
    params(General),
    request_body = HouseholdFile,
    responses((status = 200, description = "De uitkomsten.", body = Outcomes), Refused)
)]
async fn bereken(State(app): State<App>, request: Request) -> Result<Answer, Problem> {
    ask(app, request, Lane::Short, |_| Inquiry::Outcomes {}).await
}

/// Waarom een bedrag zo hoog is
///
/// De regels die zijn toegepast, met hun waarden en wetsartikelen. Is er geen recht? Dan staat er waarom
/// niet, en wat dat zou veranderen.
#[utoipa::path(
    post,
    path = "/huishoudens/uitleg",
    operation_id = "uitleg",
    tag = "huishoudens",
    params(ExplanationOptions, General),
    request_body = HouseholdFile,
    responses((status = 200, description = "De uitleg.", body = Explanation), Refused)
)]
async fn uitleg(State(app): State<App>, request: Request) -> Result<Answer, Problem> {
    ask(app, request, Lane::Short, |query| Inquiry::Explanation {
        uitkomst: query.required("uitkomst", "zorgtoeslag_per_maand"),
        persoon: query.one("persoon"),
    })
    .await
}

/// Wat er van meer loon overblijft
///
/// Het netto inkomen bij elk loon, en bij welk loon het springt of knikt, met de regel die dat doet.
#[utoipa::path(
    post,
    path = "/huishoudens/werkloont",
    operation_id = "werkloont",
    tag = "huishoudens",
    params(WorkOptions, General),
    request_body = HouseholdFile,
    responses((status = 200, description = "Het netto inkomen bij elk loon.", body = WorkPays), Refused)
)]
async fn werkloont(State(app): State<App>, request: Request) -> Result<Answer, Problem> {
    ask(app, request, Lane::Long, |query| Inquiry::WorkPays {
        persoon: query.one("persoon"),
        van: query.one("van"),
        tot: query.one("tot"),
        uren: query.flag("uren"),
    })
    .await
}

/// Hoe zeker elke regeling is
///
/// Wat er met elke regeling gebeurt als het inkomen anders wordt, en wat er dan terug moet.
#[utoipa::path(
    post,
    path = "/huishoudens/zekerheid",
    operation_id = "zekerheid",
    tag = "huishoudens",
    params(CertaintyOptions, General),
    request_body = HouseholdFile,
    responses((status = 200, description = "De zekerheid van elke regeling.", body = Certainty), Refused)
)]
async fn zekerheid(State(app): State<App>, request: Request) -> Result<Answer, Problem> {
    ask(app, request, Lane::Long, |query| Inquiry::Certainty {
        persoon: query.one("persoon"),
        stijging: query.one("stijging"),
        maand: query.one("maand"),
    })
    .await
}

/// Van hoeveel regelingen een huishouden afhangt
///
/// Het aandeel van elke regeling in het netto inkomen, en wat er gebeurt als er een wegvalt.
#[utoipa::path(
    post,
    path = "/huishoudens/stapeling",
    operation_id = "stapeling",
    tag = "huishoudens",
    params(General),
    request_body = HouseholdFile,
    responses((status = 200, description = "De regelingen.", body = Stacking), Refused)
)]
async fn stapeling(State(app): State<App>, request: Request) -> Result<Answer, Problem> {
    ask(app, request, Lane::Short, |_| Inquiry::Stacking {}).await
}

/// Wat er de komende jaren verandert
///
/// Verjaardagen, de AOW-leeftijd en nieuwe bedragen, met wat elk daarvan met de uitkomsten doet.
#[utoipa::path(
    post,
    path = "/huishoudens/mijlpalen",
    operation_id = "mijlpalen",
    tag = "huishoudens",
    params(MilestoneOptions, General),
    request_body = HouseholdFile,
    responses((status = 200, description = "De mijlpalen.", body = Milestones), Refused)
)]
async fn mijlpalen(State(app): State<App>, request: Request) -> Result<Answer, Problem> {
    ask(app, request, Lane::Long, |query| Inquiry::Milestones { jaren: query.whole("jaren") }).await
}

/// Hoe elk recht is aan te vragen
///
/// Waar, vanaf welke dag het ingaat, en tot wanneer het kan, met de bron.
#[utoipa::path(
    post,
    path = "/huishoudens/aanvragen",
    operation_id = "aanvragen",
    tag = "huishoudens",
    params(General),
    request_body = HouseholdFile,
    responses((status = 200, description = "De rechten.", body = Applying), Refused)
)]
async fn aanvragen(State(app): State<App>, request: Request) -> Result<Answer, Problem> {
    ask(app, request, Lane::Short, |_| Inquiry::Applying {}).await
}

/// Welke gegevens er nog toe doen
///
/// Wat niet in het huishouden staat, is nog niet bekend. Het antwoord zegt wat het beste nu gevraagd kan
/// worden, en binnen welke grenzen elke uitkomst ligt.
#[utoipa::path(
    post,
    path = "/huishoudens/vragen",
    operation_id = "vragen",
    tag = "huishoudens",
    params(QuestionOptions, General),
    request_body = HouseholdFile,
    responses((status = 200, description = "De vragen.", body = Questions), Refused)
)]
async fn vragen(State(app): State<App>, request: Request) -> Result<Answer, Problem> {
    ask(app, request, Lane::Short, |query| Inquiry::Questions {
        weet_niet: query.all("weet_niet"),
        alleen_onbekend: query.flag("alleen_onbekend"),
    })
    .await
}
