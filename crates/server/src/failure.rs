//! Why the server cannot start.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;

use engine::language::{Bilingual, Language, Text};
use engine::text;
use thiserror::Error;

/// Why the server cannot start.
#[derive(Debug, Error)]
pub enum ServeError {
    /// What was given is no address.
    #[error("{}", no_address(.0))]
    Address(String),
    /// The address cannot be listened on.
    #[error("{}", unusable(*.address, .source))]
    Bind {
        /// Which.
        address: SocketAddr,
        /// Why.
        source: io::Error,
    },
    /// The machine gives no threads or signals.
    #[error("{}", no_start(.0))]
    Start(io::Error),
}

impl Bilingual for ServeError {
    fn english(&self) -> String {
        let text = match self {
            ServeError::Address(given) => no_address(given),
            ServeError::Bind { address, source } => unusable(*address, source),
            ServeError::Start(source) => no_start(source),
        };
        text.get(Language::English).to_string()
    }
}

fn no_address(given: &str) -> Text {
    text!(
        "‘{given}’ is geen adres. Schrijf een IP-adres en een poort, zoals 127.0.0.1:8080.",
        "‘{given}’ is not an address. Write an IP address and a port, such as 127.0.0.1:8080."
    )
}

fn unusable(address: SocketAddr, source: &io::Error) -> Text {
    let port = address.port();
    match source.kind() {
        ErrorKind::AddrInUse => text!(
            "Poort {port} van {address} is al in gebruik. Stop het andere programma, of kies met \
             --adres een andere poort.",
            "Port {port} of {address} is in use already. Stop the other program, or choose another \
             port with --adres."
        ),
        ErrorKind::AddrNotAvailable => text!(
            "Het adres {address} is niet van deze computer. Kies met --adres een adres van deze \
             computer, zoals 127.0.0.1:8080.",
            "The address {address} is not of this computer. Choose one that is with --adres, such as \
             127.0.0.1:8080."
        ),
        ErrorKind::PermissionDenied => text!(
            "Poort {port} mag niet worden gebruikt. Kies met --adres een poort vanaf 1024.",
            "Port {port} may not be used. Choose a port from 1024 on with --adres."
        ),
        _ => text!(
            "Op het adres {address} kan niet worden geluisterd ({source}). Kies met --adres een ander \
             adres.",
            "The address {address} cannot be listened on ({source}). Choose another with --adres."
        ),
    }
}

fn no_start(source: &io::Error) -> Text {
    text!("De server kan niet starten: {source}.", "The server cannot start: {source}.")
}
