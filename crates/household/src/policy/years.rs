//! The years of which something is known, for a reader: `2022-2023 en 2025`.

use corpus::policy::LocalPeriod;
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
    /// The years in which a scheme of a municipality with these periods is known on any day, the
    /// earliest first.
    pub fn known(periods: &[LocalPeriod]) -> Vec<Years> {
        let mut all: Vec<Years> = Vec::new();
        for period in periods.iter().filter(|period| period.stated.is_ok()) {
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

#[cfg(test)]
mod tests {
    use corpus::document::Position;
    use jiff::civil::date;

    use super::*;

    /// These periods of a scheme that is not known in any of them.
    fn unknown(periods: &[(i16, Option<i16>)]) -> Vec<LocalPeriod> {
        let missing = Err(Text::fixed("niet gevonden", "not found"));
        let periods = periods.iter().map(|&(first, last)| LocalPeriod {
            from: date(first, 7, 1),
            until: last.map(|year| date(year, 6, 30)),
            stated: missing.clone(),
            remark: None,
            position: Position::START,
        });
        periods.collect()
    }

    /// The same, but known in all but one of them.
    fn known(periods: &[(i16, Option<i16>)], but: Option<usize>) -> Vec<Years> {
        let mut periods = unknown(periods);
        for (index, period) in periods.iter_mut().enumerate() {
            if Some(index) != but {
                period.stated = Ok(corpus::policy::LaidDown {
                    values: Vec::new(),
                    source: String::new(),
                    confidence: corpus::Confidence::B,
                    derived: None,
                });
            }
        }
        Years::known(&periods)
    }

    #[test]
    fn years_after_each_other_are_one_stretch() {
        let told = |periods: &[(i16, Option<i16>)], but: Option<usize>| {
            let text = in_words(&known(periods, but));
            Language::ALL.map(|language| text.get(language).to_string())
        };
        assert_eq!(told(&[(2023, Some(2023))], None)[0], "2023");
        assert_eq!(told(&[(2022, Some(2023)), (2023, Some(2024))], None)[0], "2022-2024");
        assert_eq!(told(&[(2020, Some(2021)), (2022, None)], None), ["vanaf 2020", "from 2020"]);
        let years = [(2018, Some(2018)), (2020, Some(2021)), (2021, Some(2023)), (2025, None)];
        let expected = ["2018, 2020-2021 en vanaf 2025", "2018, 2020-2021 and from 2025"];
        assert_eq!(told(&years, Some(2)), expected);
        assert_eq!(known(&[(2020, None)], Some(0)), []);
    }
}
