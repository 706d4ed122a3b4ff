//! The limits within which the server works.

use std::time::Duration;

/// The limits. [`Settings::default`] is for use; a test takes smaller ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The most bytes of a household file. One of 50 persons takes some 50 kB.
    pub body: usize,
    /// How long a client may take to send the head of a request, also on a connection that is kept open.
    pub head_time: Duration,
    /// How long a client may take to send the body.
    pub body_time: Duration,
    /// How long a question may wait for a core.
    pub waiting_time: Duration,
    /// How long a client waits for the answer once it is being worked out.
    pub computing_time: Duration,
    /// How many questions may wait at once. With the time above: what is not reached while answers come.
    pub queue: usize,
    /// How many questions are worked out at once: the cores of the machine.
    pub cores: usize,
    /// How many connections are open at once; others wait until one closes. Below the 1024 files that a
    /// process may commonly have open.
    pub connections: usize,
    /// How long a connection may last; after that a client makes another.
    pub connection_time: Duration,
    /// How long requests that run may go on after the server was told to stop.
    pub stop_time: Duration,
}

impl Default for Settings {
    fn default() -> Settings {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Settings {
            body: 256 << 10,
            head_time: Duration::from_secs(15),
            body_time: Duration::from_secs(10),
            waiting_time: Duration::from_secs(60),
            computing_time: Duration::from_secs(10),
            queue: 1000,
            cores,
            connections: 900,
            connection_time: Duration::from_secs(600),
            stop_time: Duration::from_secs(15),
        }
    }
}
