//! The front end: files inside the program. A path that is no file gives the start page, which draws whatever
//! the path is for.
//!
//! Files under `assets/` have a hash of their content in their name, so a browser may keep them for good. A
//! file `X.br` is `X` packed with brotli; the front-end build makes it, and it is sent to who reads it.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CONTENT_TYPE};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::copies::{Copies, Manner};
use crate::problem::Problem;
use crate::{api, language, texts};

/// What the build found in `web/dist`.
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/web.rs"));

/// The start page.
const START: &str = "index.html";

/// Files whose name changes with their content.
const HASHED: &str = "assets/";

/// The files of the front end.
#[derive(Debug, Clone, Default)]
pub struct Site {
    files: BTreeMap<&'static str, Copies>,
}

impl Site {
    /// The front end inside the program; empty when it was not built before.
    pub fn embedded() -> Site {
        Site::of(EMBEDDED)
    }

    /// A front end of these files, by their paths.
    pub fn of(files: &[(&'static str, &'static [u8])]) -> Site {
        let content = |path: &str| files.iter().find(|(known, _)| *known == path);
        let known = files.iter().filter_map(|(path, plain)| {
            if let Some(of) = path.strip_suffix(".br")
                && content(of).is_some()
            {
                return None;
            }
            let brotli = content(&format!("{path}.br"));
            let packed = brotli.map(|(_, brotli)| ("br", Bytes::from_static(brotli)));
            Some((*path, Copies::new(Bytes::from_static(plain), packed)))
        });
        Site { files: known.collect() }
    }

    /// Whether there is a front end.
    pub fn is_empty(&self) -> bool {
        !self.files.contains_key(START)
    }

    /// The file for a path: the file itself, or the start page for a path of the application.
    fn find(&self, path: &str) -> Option<(&str, &Copies)> {
        let path = path.trim_start_matches('/');
        let exact = self.files.get_key_value(path);
        let found = match exact {
            None if path.starts_with(HASHED) => None,
            None => self.files.get_key_value(START),
            found => found,
        };
        found.map(|(path, file)| (*path, file))
    }
}

/// Every address that no route has: a file, the start page, or nothing at all.
pub(crate) async fn serve(State(app): State<App>, request: Request) -> Response {
    let path = request.uri().path();
    if api::is_in(path) {
        return Problem::not_found(texts::NO_ADDRESS).into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let allowed = [(ALLOW, HeaderValue::from_static("GET, HEAD"))];
        return (allowed, Problem::method()).into_response();
    }
    if app.site.is_empty() {
        let language = language::of(request.uri(), request.headers());
        let page = [(CONTENT_TYPE, "text/html; charset=utf-8")];
        return (StatusCode::NOT_FOUND, page, texts::no_front_end(language)).into_response();
    }
    match app.site.find(path) {
        Some((path, file)) => file.answer(&manner(path), request.headers()),
        None => Problem::not_found(texts::NO_ADDRESS).into_response(),
    }
}

/// How the file of a path is sent.
fn manner(path: &str) -> Manner {
    let kept = match path.starts_with(HASHED) {
        true => "public, max-age=31536000, immutable",
        false => "no-cache",
    };
    Manner { kind: media_type(path), kept, vary: "accept-encoding" }
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}
