//! The log: lines on standard error with what this crate says, and nothing of the libraries below it, which
//! may tell more of a request than is wanted.

use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Writes the log to standard error from now on. A log that was set up before stays as it is.
pub fn to_stderr() {
    let ours = Targets::new().with_target(env!("CARGO_CRATE_NAME"), LevelFilter::INFO);
    let lines = fmt::layer().with_ansi(false).with_target(false).with_writer(std::io::stderr);
    let _already = tracing_subscriber::registry().with(lines.with_filter(ours)).try_init();
}
