//! The front end: files inside the program. A path that is no file gives the start page, which draws whatever
//! the path is for.
//!
//! Files under `assets/` have a hash of their content in their name, so a browser may keep them for good. A
//! file `X.br` is `X` packed with brotli; the front-end build makes it, and it is sent to who reads it.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
    VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::app::App;
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
    files: BTreeMap<&'static str, File>,
}

#[derive(Debug, Clone)]
struct File {
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    /// Says whether a browser has this content already.
    tag: HeaderValue,
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
            let brotli = content(&format!("{path}.br")).map(|(_, brotli)| *brotli);
            let mut hasher = DefaultHasher::new();
            plain.hash(&mut hasher);
            let tag = HeaderValue::from_str(&format!("W/\"{:016x}\"", hasher.finish())).ok()?;
            Some((*path, File { plain, brotli, tag }))
        });
        Site { files: known.collect() }
    }

    /// Whether there is a front end.
    pub fn is_empty(&self) -> bool {
        !self.files.contains_key(START)
    }

    /// The file for a path: the file itself, or the start page for a path of the application.
    fn find(&self, path: &str) -> Option<(&str, &File)> {
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
        Some((path, file)) => file.answer(path, request.headers()),
        None => Problem::not_found(texts::NO_ADDRESS).into_response(),
    }
}

impl File {
    fn answer(&self, path: &str, asked: &HeaderMap) -> Response {
        let kept = match path.starts_with(HASHED) {
            true => "public, max-age=31536000, immutable",
            false => "no-cache",
        };
        let mut headers = HeaderMap::new();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(kept));
        headers.insert(ETAG, self.tag.clone());
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        if same_tag(asked, &self.tag) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(path)));
        let content = match self.brotli.filter(|_| reads_brotli(asked)) {
            Some(packed) => {
                headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
                packed
            }
            None => self.plain,
        };
        (headers, Bytes::from_static(content)).into_response()
    }
}

/// The items of a header that is a list.
fn items<'h>(headers: &'h HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'h str> {
    let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(str::trim)
}

fn same_tag(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    items(asked, &IF_NONE_MATCH).any(|known| known == "*" || *tag == *known)
}

fn reads_brotli(asked: &HeaderMap) -> bool {
    items(asked, &ACCEPT_ENCODING).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let weight = weight.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse::<f32>);
        name.trim().eq_ignore_ascii_case("br") && weight.is_ok_and(|weight| weight > 0.0)
    })
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
