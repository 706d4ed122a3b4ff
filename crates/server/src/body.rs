//! The body of a request: a household file as JSON or YAML, within limits.

use axum::body::Body;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use engine::language::Text;
use household::{About, Mistake};
use http_body_util::BodyExt;
use serde::de::IgnoredAny;
use tokio::time::timeout;

use crate::problem::Problem;
use crate::settings::Settings;
use crate::texts;

/// How far beyond the limit a body is read and thrown away, so that who sends too much hears so. A client
/// that is cut off while it sends may never read the answer.
const PATIENCE: usize = 4;

/// The form of a household file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Json,
    Yaml,
}

/// The text of a household file.
pub(crate) async fn household(request: Request, settings: &Settings) -> Result<String, Problem> {
    let form = form(request.headers())?;
    let declared = request.headers().get(CONTENT_LENGTH);
    let declared = declared.and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if declared.is_some_and(|bytes| bytes > settings.body * PATIENCE) {
        return Err(Problem::too_large(settings.body));
    }
    let reading = bytes(request.into_body(), settings.body);
    let bytes = timeout(settings.body_time, reading).await.map_err(|_| Problem::too_slow())??;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.iter().filter(|&&byte| byte == b'\n').count() + 1;
        unreadable(line, None, texts::NO_UTF8)
    })?;
    if form == Form::Json {
        check_json(&text)?;
    }
    Ok(text)
}

/// Reads a body. What comes after the limit is not kept.
async fn bytes(mut body: Body, limit: usize) -> Result<Vec<u8>, Problem> {
    let (mut kept, mut length) = (Vec::new(), 0_usize);
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else { return Err(Problem::broken_off()) };
        let Ok(data) = frame.into_data() else { continue };
        length += data.len();
        if length <= limit {
            kept.extend_from_slice(&data);
        } else if length > limit * PATIENCE {
            break;
        }
    }
    if length > limit { Err(Problem::too_large(limit)) } else { Ok(kept) }
}

/// The form that the head of the request says.
fn form(headers: &HeaderMap) -> Result<Form, Problem> {
    let packed = headers.get(CONTENT_ENCODING).is_some_and(|coding| coding != "identity");
    if packed {
        return Err(Problem::media_type(texts::PACKED));
    }
    let given = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let Some(given) = given else { return Err(Problem::media_type(texts::NO_MEDIA_TYPE)) };
    let (media_type, parameters) = given.split_once(';').unwrap_or((given, ""));
    let mut charset = parameters.split(';').filter_map(|it| it.trim().split_once('='));
    let charset = charset.find(|(name, _)| name.eq_ignore_ascii_case("charset"));
    let utf8 = charset.is_none_or(|(_, name)| name.trim_matches('"').eq_ignore_ascii_case("utf-8"));
    match media_type.trim().to_ascii_lowercase().as_str() {
        _ if !utf8 => Err(Problem::media_type(texts::NO_UTF8)),
        "application/json" => Ok(Form::Json),
        "application/yaml" => Ok(Form::Yaml),
        _ => Err(Problem::media_type(texts::NO_MEDIA_TYPE)),
    }
}

/// Whether a text that is said to be JSON is. The reader of household files takes YAML too, of which JSON
/// is a part.
fn check_json(text: &str) -> Result<(), Problem> {
    let checked = serde_json::from_str::<IgnoredAny>(text.strip_prefix('\u{feff}').unwrap_or(text));
    checked.map(drop).map_err(|error| {
        let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
        let before = line.char_indices().take_while(|(at, _)| *at < error.column());
        unreadable(error.line(), Some(before.count().max(1)), texts::NO_JSON)
    })
}

fn unreadable(line: usize, column: Option<usize>, message: Text) -> Problem {
    let place = String::new();
    Problem::mistakes(vec![Mistake {
        about: About::Text,
        place,
        line: Some(line),
        column,
        message,
    }])
}
