//! The options in an address. Each is asked for by its name; what nobody asked for is refused, with the
//! names that there are.

use axum::http::Uri;
use corpus::document::{date_from_text, did_you_mean};
use engine::language::{Language, Text};
use household::{About, Mistake};
use jiff::civil::Date;

use crate::problem::Problem;
use crate::texts;

/// The most characters of a name that is not known to show.
const MOST_SHOWN: usize = 40;

/// The most names that are not known to say something about.
const MOST_UNKNOWN: usize = 20;

/// The options of a request, and what is wrong with them so far.
pub(crate) struct Query {
    given: Vec<(String, String)>,
    known: Vec<&'static str>,
    mistakes: Vec<Mistake>,
}

impl Query {
    /// The options in an address. `taal` is always one.
    pub fn of(uri: &Uri) -> Query {
        let given = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
        let given = given.into_owned().collect();
        let mut query = Query { given, known: Vec::new(), mistakes: Vec::new() };
        if let Some(code) = query.one("taal")
            && Language::from_code(&code).is_none()
        {
            query.wrong("taal", texts::no_language(&code));
        }
        query
    }

    /// An option that may be given once.
    pub fn one(&mut self, name: &'static str) -> Option<String> {
        let mut values = self.all(name);
        if values.len() > 1 {
            self.wrong(name, texts::more_than_once(name));
        }
        values.pop()
    }

    /// An option that may be given any number of times.
    pub fn all(&mut self, name: &'static str) -> Vec<String> {
        self.known.push(name);
        let values = self.given.iter().filter(|(given, _)| given == name);
        values.map(|(_, value)| value.clone()).collect()
    }

    /// An option that must be given.
    pub fn required(&mut self, name: &'static str, example: &str) -> String {
        self.one(name).unwrap_or_else(|| {
            self.wrong(name, texts::missing(name, example));
            String::new()
        })
    }

    /// An option that is `true` or `false`; without it, `false`.
    pub fn flag(&mut self, name: &'static str) -> bool {
        match self.one(name).as_deref() {
            Some("true") => true,
            Some("false") | None => false,
            Some(other) => {
                self.wrong(name, texts::no_flag(other));
                false
            }
        }
    }

    /// A day.
    pub fn date(&mut self, name: &'static str) -> Option<Date> {
        let given = self.one(name)?;
        match date_from_text(&given) {
            Ok(date) => Some(date),
            Err((message, hint)) => {
                self.wrong(name, texts::with_hint(&message, &hint));
                None
            }
        }
    }

    /// A whole number.
    pub fn whole(&mut self, name: &'static str) -> Option<i16> {
        let given = self.one(name)?;
        let number = given.parse().ok();
        if number.is_none() {
            self.wrong(name, texts::no_whole_number(&given));
        }
        number
    }

    /// Nothing more is asked for: everything that is wrong, if anything is.
    pub fn finish(mut self) -> Result<(), Problem> {
        let mut unknown: Vec<String> = self.given.iter().map(|(name, _)| name.clone()).collect();
        unknown.retain(|name| !self.known.contains(&name.as_str()));
        unknown.dedup();
        for name in unknown.into_iter().take(MOST_UNKNOWN) {
            let hint = did_you_mean(&name, &self.known);
            let hint = hint.unwrap_or_else(|| texts::known_options(&self.known));
            let place: String = name.chars().take(MOST_SHOWN).collect();
            self.wrong(&place, texts::with_hint(&texts::no_option(&name), &hint));
        }
        match self.mistakes.is_empty() {
            true => Ok(()),
            false => Err(Problem::mistakes(self.mistakes)),
        }
    }

    fn wrong(&mut self, name: &str, message: Text) {
        let (about, place) = (About::Question, name.to_string());
        self.mistakes.push(Mistake { about, place, line: None, column: None, message });
    }
}
