//! Where questions wait for a core.
//!
//! Answers are worked out on threads of their own, as many at once as there are cores, so that accepting and
//! sending never waits for arithmetic. Who comes first goes first. Long questions, which take hundreds of
//! milliseconds, leave one core to the short ones, which take a few.

use std::sync::Arc;

use household::Patience;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::metrics::Metrics;
use crate::problem::Problem;
use crate::settings::Settings;

/// How long an answer takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lane {
    /// Milliseconds.
    Short,
    /// Up to seconds.
    Long,
}

/// Somebody who waits: when this goes, as it does with the request, so does their patience.
#[derive(Default)]
struct Waits(Patience);

impl Drop for Waits {
    fn drop(&mut self) {
        self.0.lose();
    }
}

/// The cores, and the queue before them.
pub(crate) struct Lanes {
    cores: Arc<Semaphore>,
    /// What of the cores long questions may take.
    long: Arc<Semaphore>,
    /// Places for whoever waits or is worked out.
    places: Arc<Semaphore>,
    settings: Settings,
    metrics: Arc<Metrics>,
}

impl Lanes {
    pub fn new(settings: &Settings, metrics: Arc<Metrics>) -> Lanes {
        let cores = settings.cores.max(1);
        Lanes {
            cores: Arc::new(Semaphore::new(cores)),
            long: Arc::new(Semaphore::new((cores - 1).max(1))),
            places: Arc::new(Semaphore::new(settings.queue + cores)),
            settings: settings.clone(),
            metrics,
        }
    }

    /// Works something out when there is a core for it.
    ///
    /// When it takes too long, or the client is gone, its patience is lost: a long answer looks at that, and
    /// leaves the core to others.
    pub async fn run<T: Send + 'static>(
        &self,
        lane: Lane,
        work: impl FnOnce(&Patience) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let busy = |_| Problem::busy();
        let place = self.places.clone().try_acquire_owned().map_err(|_| Problem::busy())?;
        let waiting = self.metrics.waiting();
        let core = timeout(self.settings.waiting_time, self.core(lane)).await.map_err(busy)?;
        drop(waiting);
        let computing = self.metrics.computing();
        let waits = Waits::default();
        let patience = waits.0.clone();
        let work = tokio::task::spawn_blocking(move || {
            let _held = (place, core, computing);
            work(&patience)
        });
        match timeout(self.settings.computing_time, work).await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(failed)) => {
                tracing::error!(panicked = failed.is_panic(), "a computation was broken off");
                Err(Problem::internal())
            }
            Err(_) => Err(Problem::too_long()),
        }
    }

    /// The permits to work something out; nothing when the program ends.
    async fn core(&self, lane: Lane) -> [Option<OwnedSemaphorePermit>; 2] {
        let long = match lane {
            Lane::Long => self.long.clone().acquire_owned().await.ok(),
            Lane::Short => None,
        };
        [long, self.cores.clone().acquire_owned().await.ok()]
    }
}
