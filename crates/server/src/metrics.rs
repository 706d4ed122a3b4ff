//! The figures for who keeps the server running: counts and durations by route. Nothing in them is about a
//! person: no address, no name, no value.

use std::fmt;
use std::sync::atomic::AtomicI64;
use std::time::Duration;

use prometheus_client::encoding::{EncodeLabelSet, prometheus_text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

/// Upper bounds in seconds.
const BUCKETS: [f64; 12] = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 20.0, 40.0, 80.0];

/// What is counted apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    method: &'static str,
    route: String,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

type Durations = Family<Route, Histogram, fn() -> Histogram>;
type Level = Gauge<i64, AtomicI64>;

/// The figures.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Request, Counter>,
    durations: Durations,
    waiting: Level,
    computing: Level,
    connections: Level,
}

/// One more, as long as this lives.
pub(crate) struct One(Level);

impl One {
    fn more(level: &Level) -> One {
        level.inc();
        One(level.clone())
    }
}

impl Drop for One {
    fn drop(&mut self) {
        self.0.dec();
    }
}

impl Metrics {
    pub fn new() -> Metrics {
        let mut registry = Registry::with_prefix("samenhang");
        let requests = Family::default();
        registry.register("requests", "Requests answered", requests.clone());
        let durations: Durations =
            Family::new_with_constructor((|| Histogram::new(BUCKETS)) as fn() -> Histogram);
        let help = "Seconds from the head of a request to the head of its answer";
        registry.register("request_seconds", help, durations.clone());
        let mut level = |name: &str, help: &str| {
            let level = Level::default();
            registry.register(name, help, level.clone());
            level
        };
        let waiting = level("waiting", "Questions that wait for a core");
        let computing = level("computing", "Questions that are being worked out");
        let connections = level("connections", "Open connections");
        Metrics { registry, requests, durations, waiting, computing, connections }
    }

    /// Counts a request that was answered.
    pub fn answered(&self, method: &'static str, route: &str, status: u16, took: Duration) {
        let request = Request { method, route: route.to_string(), status };
        self.requests.get_or_create(&request).inc();
        let route = Route { route: route.to_string() };
        self.durations.get_or_create(&route).observe(took.as_secs_f64());
    }

    /// A question that waits.
    pub fn waiting(&self) -> One {
        One::more(&self.waiting)
    }

    /// A question that is being worked out.
    pub fn computing(&self) -> One {
        One::more(&self.computing)
    }

    /// A connection that is open.
    pub fn connection(&self) -> One {
        One::more(&self.connections)
    }

    /// The figures as Prometheus reads them.
    pub fn to_text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        prometheus_text::encode(&mut text, &self.registry)?;
        Ok(text)
    }
}
