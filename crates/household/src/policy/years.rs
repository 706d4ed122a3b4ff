//! The years of which something is known, for a reader: `2022-2023 en 2025`.

use corpus::policy::LocalScheme;
use engine::language::{Language, Text};
use serde_json::{Value as Json, json};

/// Years after each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    /// The first.
    pub first: i16,
    /// The last, or nothing when there is no end.
    pub last: Option<i16>,
}

impl Years {
    /// The years in which a scheme of a municipality is known on any day, the earliest first.
    pub fn known(local: &LocalScheme) -> Vec<Years> {
        let mut all: Vec<Years> = Vec::new();
        for period in local.periods.iter().filter(|period| period.stated.is_ok()) {
            let next =
                Years { first: period.from.year(), last: period.until.map(|until| until.year()) };
            match all.last_mut() {
                // The periods are by date, so the next one starts no earlier.
                Some(before) if before.last.is_none_or(|last| next.first <= last + 1) => {
                    before.last = before.last.zip(next.last).map(|(one, other)| one.max(other));
                }
                _ => all.push(next),
            }
        }
        all
    }

    /// The years for other programs.
    pub fn to_json(self) -> Json {
        json!({"van": self.first, "tot_en_met": self.last})
    }

    fn shown(self, language: Language) -> String {
        match self.last {
            None => format!("{} {}", language.pick("vanaf", "from"), self.first),
            Some(last) if last == self.first => last.to_string(),
            Some(last) => format!("{}-{last}", self.first),
        }
    }
}

/// Years in words: `2023`, `2022-2023 en 2025`, `vanaf 2024`.
pub fn in_words(years: &[Years]) -> Text {
    Text::of(|language| {
        let mut shown: Vec<String> = years.iter().map(|years| years.shown(language)).collect();
        let last = shown.pop().unwrap_or_default();
        match shown.is_empty() {
            true => last,
            false => format!("{} {} {last}", shown.join(", "), language.pick("en", "and")),
        }
    })
}
