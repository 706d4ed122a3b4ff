//! The languages of what users read: Dutch, and English beside it.
//!
//! An error or any other text is said in both by whoever makes it; who shows it chooses. So a text
//! cannot be made without its English, and no room below knows who reads. What the rules themselves
//! say stays as it is: that is the text of the law.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A language of what users read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Dutch, unless something else is asked for.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// All languages.
    pub const ALL: [Language; 2] = [Language::Dutch, Language::English];

    /// Its code: `nl` or `en` (ISO 639-1).
    pub fn code(self) -> &'static str {
        self.pick("nl", "en")
    }

    /// The language with this code.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The one of two that is in this language.
    pub fn pick<T>(self, dutch: T, english: T) -> T {
        match self {
            Language::Dutch => dutch,
            Language::English => english,
        }
    }
}

/// What can be said in every language. Its `Display` is the Dutch.
pub trait Bilingual: Display {
    /// The same in English.
    fn english(&self) -> String;

    /// The words in a language.
    fn in_language(&self, language: Language) -> String {
        match language {
            Language::Dutch => self.to_string(),
            Language::English => self.english(),
        }
    }
}

impl<T: Bilingual + ?Sized> Bilingual for &T {
    fn english(&self) -> String {
        (**self).english()
    }
}

impl<T: Bilingual + ?Sized> Bilingual for Arc<T> {
    fn english(&self) -> String {
        (**self).english()
    }
}

/// A text in both languages. Its `Display` is the Dutch.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Text {
    dutch: Cow<'static, str>,
    english: Cow<'static, str>,
}

impl Text {
    /// A text without anything filled in.
    pub const fn fixed(dutch: &'static str, english: &'static str) -> Text {
        Text { dutch: Cow::Borrowed(dutch), english: Cow::Borrowed(english) }
    }

    /// A text with what was filled in; see also [`text!`](crate::text!).
    pub fn new(dutch: impl Into<String>, english: impl Into<String>) -> Text {
        Text { dutch: Cow::Owned(dutch.into()), english: Cow::Owned(english.into()) }
    }

    /// What is the same in both: a name, a number, the words of a rule.
    pub fn same(text: impl Into<String>) -> Text {
        let text = text.into();
        Text::new(text.clone(), text)
    }

    /// What something says in each language.
    pub fn of(say: impl Fn(Language) -> String) -> Text {
        Text::new(say(Language::Dutch), say(Language::English))
    }

    /// The words in a language.
    pub fn get(&self, language: Language) -> &str {
        language.pick(&self.dutch, &self.english)
    }
}

impl Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.dutch)
    }
}

impl Bilingual for Text {
    fn english(&self) -> String {
        self.english.to_string()
    }
}

/// A [`Text`](crate::language::Text) with values in it: `text!("{name} is te hoog", "{name} is too
/// high")`.
#[macro_export]
macro_rules! text {
    ($dutch:literal, $english:literal) => {
        $crate::language::Text::new(
            ::std::fmt::format(::std::format_args!($dutch)),
            ::std::fmt::format(::std::format_args!($english)),
        )
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_dutch_unless_english_is_asked_for() {
        let name = "loon";
        let text = crate::text!("{name} is te hoog", "{name} is too high");
        assert_eq!(text.to_string(), "loon is te hoog");
        assert_eq!(text.in_language(Language::English), "loon is too high");
        assert_eq!(Language::from_code("en"), Some(Language::English));
        assert_eq!(Language::from_code("EN"), None);
        assert_eq!(Language::default().code(), "nl");
    }
}
