//! A real server on a free port, and a client.

#![allow(dead_code, reason = "each test uses a part")]

pub mod description;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::LazyLock;
use std::thread::JoinHandle;
use std::time::Duration;

use corpus::{Corpus, Files};
use rulebook::Rulebook;
use serde_json::Value as Json;
use server::{Server, Settings, Site};
use tokio::sync::oneshot;
use ureq::http::{HeaderMap, Response};
use ureq::{Agent, Body};

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| builtin::corpus().unwrap());
static TEXTS: LazyLock<Files> = LazyLock::new(|| Files {
    examples: builtin::examples().unwrap(),
    ..builtin::sources().unwrap()
});
pub static RULEBOOK: LazyLock<Rulebook<'static>> =
    LazyLock::new(|| Rulebook::new(&CORPUS, &TEXTS).unwrap());

pub const JSON: &str = "application/json";
pub const YAML: &str = "application/yaml";

/// A household with everything in order.
pub const SAM: &str = r#"{
  "rekendatum": "2026-01-15",
  "huishouden": {
    "gemeente": "Tilburg",
    "woning": {"soort": "huurwoning", "kale_huur": 684.20, "zelfstandig": true},
    "personen": [
      {"naam": "Sam", "rol": "aanvrager", "geboortedatum": "1991-06-22", "loon": 26500},
      {"naam": "Noor", "rol": "kind", "geboortedatum": "2019-09-02"}
    ]
  }
}"#;

/// The questions, with what they must be asked with.
pub const QUESTIONS: [&str; 8] = [
    "bereken",
    "uitleg?uitkomst=zorgtoeslag_per_maand",
    "werkloont",
    "zekerheid",
    "stapeling",
    "mijlpalen",
    "aanvragen",
    "vragen",
];

/// A server that runs until it is stopped or dropped.
pub struct Running {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// An answer.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub fn json(&self) -> Json {
        serde_json::from_slice(&self.body).unwrap()
    }
}

pub fn start() -> Running {
    start_with(Settings::default(), Site::default())
}

pub fn start_with(settings: Settings, site: Site) -> Running {
    start_at("127.0.0.1:0".parse().unwrap(), settings, site)
}

pub fn start_at(address: SocketAddr, settings: Settings, site: Site) -> Running {
    let (stop, stopped) = oneshot::channel::<()>();
    let (tell, told) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || {
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        let runtime = builder.enable_all().thread_stack_size(8 << 20).build().unwrap();
        runtime.block_on(async {
            let server = Server::bind(&RULEBOOK, address, settings, site).await.unwrap();
            tell.send(server.address()).unwrap();
            let stop = async { stopped.await.unwrap_or(()) };
            server.serve(stop).await;
        });
        runtime.shutdown_background();
    });
    Running { address: told.recv().unwrap(), stop: Some(stop), thread: Some(thread) }
}

fn agent() -> Agent {
    let config = Agent::config_builder();
    let config = config.http_status_as_error(false).allow_non_standard_methods(true);
    config.timeout_global(Some(Duration::from_secs(60))).build().into()
}

fn answer(response: Response<Body>) -> Answer {
    let (parts, mut body) = response.into_parts();
    let mut bytes = Vec::new();
    body.as_reader().read_to_end(&mut bytes).unwrap();
    Answer { status: parts.status.as_u16(), headers: parts.headers, body: bytes }
}

impl Running {
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[])
    }

    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let request = agent().get(self.url(path));
        let request = headers.iter().fold(request, |it, (name, value)| it.header(*name, *value));
        answer(request.call().unwrap())
    }

    /// Asks a question about a household.
    pub fn ask(&self, question: &str, media_type: &str, body: impl AsRef<[u8]>) -> Answer {
        let request = agent().post(self.url(&format!("/api/v1/huishoudens/{question}")));
        answer(request.content_type(media_type).send(body.as_ref()).unwrap())
    }

    pub fn method(&self, method: &str, path: &str) -> Answer {
        let request = ureq::http::Request::builder().method(method).uri(self.url(path));
        answer(agent().run(request.body(()).unwrap()).unwrap())
    }

    /// Sends bytes as they are, and reads until the server closes.
    pub fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(bytes).unwrap();
        let mut text = Vec::new();
        stream.read_to_end(&mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    /// Stops, and waits until it has.
    pub fn stop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}
