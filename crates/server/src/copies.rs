//! What is the same for everybody, as it is sent: plain, and packed for who reads that. A browser that has it
//! already is told so.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::body::Bytes;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

/// A content in its forms.
#[derive(Debug, Clone)]
pub(crate) struct Copies {
    plain: Bytes,
    /// Packed, with the name of how.
    packed: Option<(&'static str, Bytes)>,
    /// Says whether a browser has this content already.
    tag: Option<HeaderValue>,
}

/// How a content is sent.
pub(crate) struct Manner {
    /// Its media type.
    pub kind: &'static str,
    /// How long it may be kept.
    pub kept: &'static str,
    /// By which headers of a request the content differs.
    pub vary: &'static str,
}

impl Copies {
    pub fn new(plain: Bytes, packed: Option<(&'static str, Bytes)>) -> Copies {
        let mut hasher = DefaultHasher::new();
        plain.hash(&mut hasher);
        let tag = HeaderValue::from_str(&format!("W/\"{:016x}\"", hasher.finish())).ok();
        Copies { plain, packed, tag }
    }

    /// The content in a form that is read; only that nothing changed, for who has it.
    pub fn answer(&self, manner: &Manner, asked: &HeaderMap) -> Response {
        let mut headers = HeaderMap::new();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(manner.kept));
        headers.insert(VARY, HeaderValue::from_static(manner.vary));
        if let Some(tag) = &self.tag {
            headers.insert(ETAG, tag.clone());
            if items(asked, &IF_NONE_MATCH).any(|known| known == "*" || *tag == *known) {
                return (StatusCode::NOT_MODIFIED, headers).into_response();
            }
        }
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(manner.kind));
        let packed = self.packed.as_ref().filter(|(how, _)| reads(asked, how));
        let content = match packed {
            Some((how, packed)) => {
                headers.insert(CONTENT_ENCODING, HeaderValue::from_static(how));
                packed
            }
            None => &self.plain,
        };
        (headers, content.clone()).into_response()
    }
}

/// The items of a header that is a list.
fn items<'h>(headers: &'h HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'h str> {
    let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(str::trim)
}

/// Whether somebody reads what is packed so.
fn reads(asked: &HeaderMap, how: &str) -> bool {
    items(asked, &ACCEPT_ENCODING).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let weight = weight.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse::<f32>);
        name.trim().eq_ignore_ascii_case(how) && weight.is_ok_and(|weight| weight > 0.0)
    })
}
