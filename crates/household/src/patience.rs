//! Whether whoever asked still waits for the answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether whoever asked still waits: a long answer looks at it, and is broken off when nobody does. A copy is about
/// the same question.
#[derive(Debug, Clone, Default)]
pub struct Patience(Arc<AtomicBool>);

impl Patience {
    /// Nobody waits for the answer any more.
    pub fn lose(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether nobody waits any more.
    pub fn is_lost(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
