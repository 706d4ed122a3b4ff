//! Large answers about the rules, which are the same for everybody as long as the server runs: worked out when
//! they are first asked for, and kept.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value as Json;

use crate::copies::{Copies, Manner};
use crate::lanes::{Lane, Lanes};
use crate::problem::Problem;

const MANNER: Manner = Manner {
    kind: "application/json",
    // They change with the program only, so who has one asks whether it is the same.
    kept: "no-cache",
    vary: "accept-encoding, accept-language",
};

/// What is kept, by its name. There are as many as packages and languages.
#[derive(Debug, Default)]
pub(crate) struct Kept(Mutex<BTreeMap<String, Copies>>);

impl Kept {
    /// The answer with a name. When it is not there yet, it is worked out when there is a core for it; what cannot
    /// be answered is not kept.
    pub async fn answer(
        &self,
        lanes: &Lanes,
        name: String,
        asked: &HeaderMap,
        work: impl FnOnce() -> Result<Json, Problem> + Send + 'static,
    ) -> Result<Response, Problem> {
        if let Some(copies) = self.get(&name) {
            return Ok(copies.answer(&MANNER, asked));
        }
        let made = lanes.run(Lane::Short, move |_| work().map(|json| copies(&json))).await??;
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(kept.entry(name).or_insert(made).answer(&MANNER, asked))
    }

    fn get(&self, name: &str) -> Option<Copies> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }
}

/// An answer as it is, and packed.
fn copies(json: &Json) -> Copies {
    let plain = json.to_string();
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    let packed = packer.write_all(plain.as_bytes()).and_then(|()| packer.finish());
    Copies::new(plain.into(), packed.ok().map(|packed| ("gzip", Bytes::from(packed))))
}
