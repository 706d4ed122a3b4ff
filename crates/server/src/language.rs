//! In which language somebody is answered: `taal` in the address, else what the browser asks for
//! (`Accept-Language`), else Dutch.

use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::{HeaderMap, Uri};
use engine::language::Language;

/// The language of the answer. A `taal` that is none is refused elsewhere; the refusal is told in what else
/// was asked for.
pub(crate) fn of(uri: &Uri, headers: &HeaderMap) -> Language {
    let query = uri.query().unwrap_or_default().as_bytes();
    let given = form_urlencoded::parse(query).find(|(name, _)| name == "taal");
    let given = given.and_then(|(_, code)| Language::from_code(&code));
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    given.or_else(|| accepted.and_then(preferred)).unwrap_or_default()
}

/// The language with the highest weight of those we have; the first of equals.
fn preferred(accepted: &str) -> Option<Language> {
    let mut best: Option<(Language, f32)> = None;
    for range in accepted.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let tag = parts.next().unwrap_or_default().to_ascii_lowercase();
        let code = tag.split('-').next().unwrap_or_default();
        let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1.0), |weight| {
            weight.parse::<f32>().ok().filter(|weight| (0.0..=1.0).contains(weight))
        });
        let Some((language, weight)) = Language::from_code(code).zip(weight) else { continue };
        if weight > 0.0 && best.is_none_or(|(_, highest)| weight > highest) {
            best = Some((language, weight));
        }
    }
    best.map(|(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_that_we_have() {
        let (dutch, english) = (Some(Language::Dutch), Some(Language::English));
        let cases = [
            ("nl", dutch),
            ("en-GB, nl;q=0.9", english),
            ("fr, en;q=0.2, nl-BE;q=0.7", dutch),
            ("en;q=0, nl;q=0.1", dutch),
            ("EN", english),
            ("de, *", None),
            ("en;q=heel", None),
            ("", None),
        ];
        for (accepted, expected) in cases {
            assert_eq!(preferred(accepted), expected, "{accepted}");
        }
    }

    #[test]
    fn the_address_goes_before_the_browser() {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, "en".parse().unwrap());
        let of = |uri: &'static str| of(&Uri::from_static(uri), &headers);
        assert_eq!(of("/?taal=nl"), Language::Dutch);
        assert_eq!(of("/?taal=xx"), Language::English);
        assert_eq!(of("/"), Language::English);
    }
}
