//! A line in the log and a count for every request: method, route, status and time. The route is the pattern
//! of the address; what stands in the address, the body or the head is not looked at.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;

use crate::app::App;

/// What has no route of its own: files of the front end, and addresses that do not exist.
const OTHER: &str = "other";

/// See the module.
pub(crate) async fn observe(State(app): State<App>, request: Request, next: Next) -> Response {
    let start = Instant::now();
    let method = method(request.method());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let took = start.elapsed();
    let route = route.as_ref().map_or(OTHER, MatchedPath::as_str);
    let status = response.status().as_u16();
    app.metrics.answered(method, route, status, took);
    let ms = took.as_micros() as f64 / 1000.0;
    tracing::info!(method, route, status, ms, "request");
    response
}

/// The method, when it is one that exists: anybody can make up another.
fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => OTHER,
    }
}
