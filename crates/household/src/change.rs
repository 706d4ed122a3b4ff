//! What would give a right that is not there.

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
    /// The change in one or two sentences.
    pub fn in_words(&self) -> String {
        match self {
            Change::Lower { gegeven, nu, grens } => format!(
                "{} is {}. Bij hoogstens {} is er wel recht. Dat is {} lager.",
                wording::capital(gegeven),
                wording::euro(nu),
                wording::euro(grens),
                wording::euro(&(nu - grens))
            ),
            Change::Become { gegeven } => format!("Er is wel recht als dit zo is: {gegeven}."),
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
