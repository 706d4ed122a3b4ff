//! Listening: connections with limits, and a stop that lets running requests finish.

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use rulebook::Rulebook;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::app::App;
use crate::failure::ServeError;
use crate::router;
use crate::settings::Settings;
use crate::site::Site;

/// The stack of a thread that works something out: as large as that of a program on the command line.
const STACK: usize = 8 << 20;

/// The most bytes of the head of a request, and of what is read ahead.
const HEAD: usize = 32 << 10;

/// How long to wait after a connection could not be accepted: mostly there are too many open files.
const BREATH: Duration = Duration::from_millis(100);

/// An address with a port, as somebody types it; `localhost` is this computer.
///
/// # Errors
///
/// When it is none. No name is looked up.
pub fn parse_address(typed: &str) -> Result<SocketAddr, ServeError> {
    let numbers = match typed.strip_prefix("localhost:") {
        Some(port) => format!("127.0.0.1:{port}"),
        None => typed.to_string(),
    };
    numbers.parse().map_err(|_| ServeError::Address(typed.to_string()))
}

/// Serves until the program is told to stop (SIGTERM, or Ctrl-C). `ready` is called with the address when
/// requests may come.
///
/// # Errors
///
/// When the address cannot be listened on.
pub fn run(
    rulebook: &'static Rulebook<'static>,
    address: SocketAddr,
    settings: Settings,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), ServeError> {
    let mut builder = runtime::Builder::new_multi_thread();
    let runtime =
        builder.enable_all().thread_stack_size(STACK).build().map_err(ServeError::Start)?;
    let served = runtime.block_on(async {
        let stop = stop_signal().map_err(ServeError::Start)?;
        let server = Server::bind(rulebook, address, settings, Site::embedded()).await?;
        ready(server.address());
        server.serve(stop).await;
        Ok(())
    });
    // What is still being worked out has no client any more.
    runtime.shutdown_background();
    served
}

/// A server that listens.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    router: Router,
    app: App,
}

impl Server {
    /// Listens on an address; with port 0, on any free port.
    ///
    /// # Errors
    ///
    /// When the address cannot be listened on.
    pub async fn bind(
        rulebook: &'static Rulebook<'static>,
        address: SocketAddr,
        settings: Settings,
        site: Site,
    ) -> Result<Server, ServeError> {
        let failed = |source| ServeError::Bind { address, source };
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let (router, app) = router::routes(rulebook, settings, site);
        Ok(Server { listener, address, router, app })
    }

    /// The address with the port that was found.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until `stop`. Then no new requests are taken, and those that run are finished, as long as the
    /// limit allows.
    pub async fn serve(self, stop: impl Future<Output = ()>) {
        let Server { listener, router, app, .. } = self;
        let places = Arc::new(Semaphore::new(app.settings.connections));
        let (tell, stopping) = watch::channel(());
        let mut connections = JoinSet::new();
        let mut stop = pin!(stop);
        loop {
            let next = async {
                let place = places.clone().acquire_owned().await.ok();
                (listener.accept().await, place)
            };
            let (accepted, place) = tokio::select! {
                () = &mut stop => break,
                next = next => next,
                Some(_) = connections.join_next() => continue,
            };
            let stream = match accepted {
                Ok((stream, _)) => stream,
                Err(error) => {
                    tracing::warn!(kind = %error.kind(), "a connection could not be accepted");
                    sleep(BREATH).await;
                    continue;
                }
            };
            let (router, app, stopping) = (router.clone(), app.clone(), stopping.clone());
            connections.spawn(async move {
                let counted = app.metrics.connection();
                connection(stream, router, &app.settings, stopping).await;
                drop((place, counted));
            });
        }
        drop(listener);
        app.stop();
        tracing::info!("stopping");
        drop(tell);
        let all = async { while connections.join_next().await.is_some() {} };
        if timeout(app.settings.stop_time, all).await.is_err() {
            tracing::warn!(connections = connections.len(), "requests were broken off");
        }
        connections.abort_all();
        tracing::info!("stopped");
    }
}

/// Answers the requests of a connection, until the client goes, the server stops, or it has lasted long enough.
/// Then what is being answered is finished.
async fn connection(
    stream: TcpStream,
    router: Router,
    settings: &Settings,
    mut stopping: watch::Receiver<()>,
) {
    // Answers are written at once, so small ones need not wait to be joined with others. Without it they
    // are slower, and right all the same.
    let _slower = stream.set_nodelay(true);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(settings.head_time)
        .max_buf_size(HEAD)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    let mut connection = pin!(connection);
    // A client that goes away, or that is no HTTP, is no news; nor is a server that stops.
    tokio::select! {
        _over = connection.as_mut() => return,
        _told = stopping.changed() => {}
        () = sleep(settings.connection_time) => {}
    }
    connection.as_mut().graceful_shutdown();
    // Who does not read an answer must not keep a place for ever.
    let longest = settings.body_time + settings.waiting_time + settings.computing_time;
    let _over = timeout(longest, connection).await;
}

/// Comes true when the program is told to stop.
#[cfg(unix)]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Comes true when the program is told to stop.
#[cfg(not(unix))]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
