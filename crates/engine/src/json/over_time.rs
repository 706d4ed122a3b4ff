//! Values that change in time: lists of `{"vanaf", "tot", "waarde"}`, where `tot` is the first day
//! on which the value no longer holds. Without `vanaf` there is no start, without `tot` no end. Days
//! outside the list are leeg, or onwaar for a kenmerk.

use jiff::civil::Date;
use serde_json::{Map, Value as Json};

use super::error::{JsonError, JsonProblem};
use super::fields::{object, only, required, unexpected};
use super::value::date_from_text;
use crate::language::Text;
use crate::over_time::{OverTime, Window};

const BACKWARDS: Text =
    Text::fixed("een periode eindigt na haar begin", "a period ends after it begins");
const OUT_OF_ORDER: Text = Text::fixed(
    "periodes staan op volgorde en overlappen elkaar niet",
    "periods are in order and do not overlap",
);

/// Reads a list of windows; between them stands `none`.
pub(super) fn read<T: PartialEq + Clone>(
    list: &[Json],
    none: T,
    path: &str,
    value: impl Fn(&Json) -> Result<T, JsonProblem>,
) -> Result<OverTime<T>, JsonError> {
    let mut over_time = OverTime::constant(none.clone());
    let mut end = None;
    for (at, json) in list.iter().enumerate() {
        let path = format!("{path}[{at}]");
        let fields = object(json, &path)?;
        only(fields, &["vanaf", "tot", "waarde"], &path)?;
        let from = day(fields, "vanaf", &path)?.unwrap_or(Date::MIN);
        let until = day(fields, "tot", &path)?.unwrap_or(Date::MAX);
        if from >= until {
            let problem = JsonProblem::Order { what: BACKWARDS };
            return Err(problem.at(path));
        }
        if end.is_some_and(|end| from < end) {
            return Err(JsonProblem::Order { what: OUT_OF_ORDER }.at(path));
        }
        let given = required(fields, "waarde", &path)?;
        let given = value(given).map_err(|problem| problem.at(format!("{path}.waarde")))?;
        over_time.from_then_on(from, given);
        if until < Date::MAX {
            over_time.from_then_on(until, none.clone());
        }
        end = Some(until);
    }
    Ok(over_time)
}

fn day(fields: &Map<String, Json>, name: &str, path: &str) -> Result<Option<Date>, JsonError> {
    match fields.get(name) {
        None | Some(Json::Null) => Ok(None),
        Some(json) => {
            let date = json.as_str().and_then(date_from_text).map(Some);
            date.ok_or_else(|| {
                unexpected(json, Text::fixed("een datum (jjjj-mm-dd)", "a date (yyyy-mm-dd)"))
                    .at(format!("{path}.{name}"))
            })
        }
    }
}

/// The first day of a window and the first day after it; `null` for no start and for no end.
pub(super) fn bounds(window: Window) -> (Json, Json) {
    let day = |day: Date, none: Date| match day == none {
        true => Json::Null,
        false => Json::String(day.to_string()),
    };
    (day(window.from, Date::MIN), day(window.until, Date::MAX))
}

/// Writes a value over time: the value itself when it is always the same, or else its windows,
/// except those for which `value` gives nothing.
pub(super) fn write<T: PartialEq>(
    over_time: &OverTime<T>,
    mut value: impl FnMut(Window, &T) -> Option<Json>,
) -> Json {
    if let Some(always) = over_time.always() {
        return value(Window::ALWAYS, always).unwrap_or(Json::Null);
    }
    let windows = over_time.windows().filter_map(|(window, given)| {
        let mut fields = Map::new();
        let (from, until) = bounds(window);
        fields.insert("vanaf".into(), from);
        fields.insert("tot".into(), until);
        fields.insert("waarde".into(), value(window, given)?);
        Some(Json::Object(fields))
    });
    Json::Array(windows.collect())
}
