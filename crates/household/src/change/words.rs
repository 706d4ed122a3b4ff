//! A change in words.

use engine::language::Language;
use regelspraak::number::Number;

use super::{Change, Limit};
use crate::sweep::euro;
use crate::wording;

impl Change {
    /// The same for one of a pair: what it gives, it does not give alone.
    pub fn in_words_of_a_pair(&self, language: Language) -> String {
        match self {
            Change::Lower(_) | Change::Raise(_) => self.in_words(language),
            _ => format!("{}.", wording::capital(self.gegeven())),
        }
    }

    /// The change in a few sentences, in the language it was asked for in.
    pub fn in_words(&self, language: Language) -> String {
        match self {
            Change::Lower(limit) => lower(limit, language),
            // A very small amount is all that is asked: somebody must have wages, however low.
            Change::Raise(limit) if limit.nu.is_zero() && limit.grens == euro(1) => {
                let what = wording::capital(&limit.gegeven);
                let none = wording::euro(&Number::ZERO, language);
                match language {
                    Language::Dutch => {
                        format!("{what} is {none}. Een heel klein bedrag is al genoeg.")
                    }
                    Language::English => {
                        format!("{what} is {none}. The smallest amount is enough.")
                    }
                }
            }
            Change::Raise(limit) => raise(limit, language),
            Change::Become { gegeven, .. }
            | Change::Childcare { gegeven, .. }
            | Change::Leave { gegeven, .. } => match language {
                Language::Dutch => format!("Er is wel recht als dit zo is: {gegeven}."),
                Language::English => format!("There is a right if this is so: {gegeven}."),
            },
        }
    }
}

/// What it is, the present amount, the limit and how far apart those are.
fn amounts(limit: &Limit, language: Language) -> [String; 4] {
    let [now, at, apart] = [&limit.nu, &limit.grens, &limit.difference()]
        .map(|amount| wording::euro(amount, language));
    [wording::capital(&limit.gegeven), now, at, apart]
}

fn lower(limit: &Limit, language: Language) -> String {
    let [what, now, at, less] = amounts(limit, language);
    match (language, limit.verder) {
        (Language::Dutch, true) => {
            format!("{what} is {now}. Bij hoogstens {at} is er wel recht. Dat is {less} lager.")
        }
        (Language::Dutch, false) => {
            format!("{what} is {now}. Bij {at} is er wel recht. Dat is {less} lager.")
        }
        (Language::English, true) => {
            format!("{what} is {now}. There is a right at {at} or less. That is {less} lower.")
        }
        (Language::English, false) => {
            format!("{what} is {now}. There is a right at {at}. That is {less} lower.")
        }
    }
}

fn raise(limit: &Limit, language: Language) -> String {
    let [what, now, at, more] = amounts(limit, language);
    match (language, limit.verder) {
        (Language::Dutch, true) => {
            format!("{what} is {now}. Vanaf {at} is er wel recht. Dat is {more} hoger.")
        }
        (Language::Dutch, false) => {
            format!("{what} is {now}. Bij {at} is er wel recht. Dat is {more} hoger.")
        }
        (Language::English, true) => {
            format!("{what} is {now}. There is a right from {at} up. That is {more} higher.")
        }
        (Language::English, false) => {
            format!("{what} is {now}. There is a right at {at}. That is {more} higher.")
        }
    }
}
