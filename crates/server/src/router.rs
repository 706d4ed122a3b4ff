//! All routes, and what happens around each of them.

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use rulebook::Rulebook;
use tower_http::compression::CompressionLayer;

use crate::app::App;
use crate::problem::{self, Problem};
use crate::settings::Settings;
use crate::site::{self, Site};
use crate::{api, headers, health, observe};

/// All routes, with what they can reach.
pub(crate) fn routes(
    rulebook: &'static Rulebook<'static>,
    settings: Settings,
    site: Site,
) -> (Router, App) {
    let (api, description) = api::routes();
    let app = App::new(rulebook, settings, site, description);
    // Files of the front end are packed when it is built; answers when they are sent.
    let api = api.layer(CompressionLayer::new());
    // The last layer is the outermost.
    let router = Router::new()
        .nest(api::ROOT, api)
        .merge(health::routes())
        .fallback(site::serve)
        .method_not_allowed_fallback(|| async { Problem::method() })
        .layer(from_fn(problem::tell))
        .layer(from_fn(headers::add))
        .layer(from_fn_with_state(app.clone(), observe::observe))
        .with_state(app.clone());
    (router, app)
}
