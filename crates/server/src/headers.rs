//! The headers of every answer. HSTS is for whoever ends TLS: this server speaks plain HTTP.

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::api;

/// Everything comes from here; nothing may be framed, sent elsewhere or loaded from elsewhere. The engine in
/// the browser needs `wasm-unsafe-eval`, which allows WebAssembly and no `eval`.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; font-src 'self'; worker-src 'self'; \
    manifest-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/// What a page may not use.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), \
    display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
    publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

const FIXED: [(HeaderName, &str); 8] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// The header with the version of the API, by the Dutch API Design Rules.
pub(crate) const API_VERSION: HeaderName = HeaderName::from_static("api-version");

/// Adds them.
pub(crate) async fn add(request: Request, next: Next) -> Response {
    let is_api = api::is_in(request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if is_api {
        headers.insert(API_VERSION, HeaderValue::from_static(api::VERSION));
    }
    // What somebody asked is kept nowhere, also not by a proxy or a browser; a file says when it may be.
    let kept = HeaderValue::from_static("no-store");
    headers.entry(CACHE_CONTROL).or_insert(kept);
    response
}
