//! What every request can reach.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use household::Desk;
use rulebook::Rulebook;

use crate::api::Description;
use crate::kept::Kept;
use crate::lanes::Lanes;
use crate::metrics::Metrics;
use crate::settings::Settings;
use crate::site::Site;

/// What every request can reach; cheap to clone.
#[derive(Clone)]
pub(crate) struct App(Arc<Inside>);

/// See [`App`].
pub(crate) struct Inside {
    /// Who answers. It lives as long as the program, so that a computation may outlive its request.
    pub desk: Arc<Desk<'static>>,
    /// The rules to read.
    pub rulebook: &'static Rulebook<'static>,
    /// The limits.
    pub settings: Settings,
    /// Where questions wait for a core.
    pub lanes: Lanes,
    /// Large answers about the rules.
    pub kept: Kept,
    /// The figures.
    pub metrics: Arc<Metrics>,
    /// The front end.
    pub site: Site,
    /// The description of the API.
    pub description: Description,
    stopping: AtomicBool,
}

impl App {
    pub fn new(
        rulebook: &'static Rulebook<'static>,
        settings: Settings,
        site: Site,
        description: Description,
    ) -> App {
        let metrics = Arc::new(Metrics::new());
        App(Arc::new(Inside {
            desk: Arc::new(Desk::new(rulebook.corpus())),
            rulebook,
            lanes: Lanes::new(&settings, metrics.clone()),
            kept: Kept::default(),
            settings,
            metrics,
            site,
            description,
            stopping: AtomicBool::new(false),
        }))
    }

    /// Tells that no new requests should come.
    pub fn stop(&self) {
        self.0.stopping.store(true, Ordering::Relaxed);
    }

    /// Whether new requests may come.
    pub fn is_ready(&self) -> bool {
        !self.0.stopping.load(Ordering::Relaxed)
    }
}

impl std::ops::Deref for App {
    type Target = Inside;

    fn deref(&self) -> &Inside {
        &self.0
    }
}
