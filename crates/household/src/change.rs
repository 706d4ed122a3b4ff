//! What would give a right that is not there.

use engine::language::Language;
use regelspraak::number::Number;
use serde_json::{Value as Json, json};

use crate::wording::{self, number_to_json};

/// Something in the household file that, changed alone or with the others next to it, gives the
/// right. Each was tried: with it there is a right, a cent further there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// An amount in euro that is too high.
    Lower {
        /// What it is: `het loon van Sam`, `het inkomen van Sam en Bo samen`.
        gegeven: String,
        /// How much it is now.
        nu: Number,
        /// How much it may be.
        grens: Number,
    },
    /// Something that is not so, and would have to be.
    Become {
        /// What: `Sam is zorgverzekerd`.
        gegeven: String,
    },
}

impl Change {
    /// The change in one or two sentences, in the language it was asked for in.
    pub fn in_words(&self, language: Language) -> String {
        match self {
            Change::Lower { gegeven, nu, grens } => {
                let what = wording::capital(gegeven);
                let [now, limit, less] =
                    [nu, grens, &(nu - grens)].map(|amount| wording::euro(amount, language));
                match language {
                    Language::Dutch => format!(
                        "{what} is {now}. Bij hoogstens {limit} is er wel recht. Dat is {less} \
                         lager."
                    ),
                    Language::English => format!(
                        "{what} is {now}. There is a right at {limit} or less. That is {less} \
                         lower."
                    ),
                }
            }
            Change::Become { gegeven } => match language {
                Language::Dutch => format!("Er is wel recht als dit zo is: {gegeven}."),
                Language::English => format!("There is a right if this is so: {gegeven}."),
            },
        }
    }

    /// The change in the shape of the contract.
    pub fn to_json(&self) -> Json {
        match self {
            Change::Lower { gegeven, nu, grens } => json!({
                "gegeven": gegeven,
                "grens": number_to_json(grens),
                "verschil": number_to_json(&(nu - grens)),
                "eenheid": "€",
            }),
            Change::Become { gegeven } => json!({
                "gegeven": gegeven,
                "grens": true,
                "verschil": Json::Null,
                "eenheid": "",
            }),
        }
    }
}
