//! The web application and its API over HTTP: a thin door before a [`household::Desk`].
//!
//! **For:** listening, limits, headers, the routes of the API ([`api`]) with their description, the files of
//! the front end, logs and figures.
//! **Not for:** what the rules say. A route reads the question, asks the desk, and passes on its JSON.
//!
//! Nothing about a household is kept or logged: a household file is in memory as long as its answer takes.

pub mod api;
mod app;
mod body;
mod copies;
mod failure;
mod headers;
mod health;
mod kept;
mod lanes;
mod language;
pub mod log;
mod metrics;
mod observe;
mod problem;
mod query;
mod router;
pub mod schema;
mod serve;
mod settings;
mod site;
mod texts;

pub use failure::ServeError;
pub use serve::{Server, parse_address, run};
pub use settings::Settings;
pub use site::Site;
