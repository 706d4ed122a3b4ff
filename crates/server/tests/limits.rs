//! What happens at the limits: slow clients, full queues, long answers, too many connections, stopping.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod common;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

use common::{JSON, Running, SAM, start, start_at, start_with};
use server::{ServeError, Settings, Site, parse_address};

const HEAD: &str = "POST /api/v1/huishoudens/bereken HTTP/1.1\r\nhost: x\r\n\
    content-type: application/json\r\ncontent-length: 100\r\n\r\n";

fn with(change: impl FnOnce(&mut Settings)) -> Running {
    let mut settings = Settings::default();
    change(&mut settings);
    start_with(settings, Site::default())
}

/// Waits until a figure has a value.
fn await_figure(server: &Running, line: &str) {
    let start = Instant::now();
    while !server.get("/metrics").text().lines().any(|found| found == line) {
        assert!(start.elapsed() < Duration::from_secs(20), "{line}");
        sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_head_that_does_not_come_is_cut_off() {
    let server = with(|settings| settings.head_time = Duration::from_millis(300));
    let start = Instant::now();
    let answer = server.raw(b"GET /health/live HTTP/1.1\r\nhost: ");
    assert!(!answer.contains("200 OK"), "{answer}");
    assert!((200..5000).contains(&start.elapsed().as_millis()));
    // A connection on which nothing is asked any more is closed too.
    let start = Instant::now();
    let answer = server.raw(b"GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n");
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_body_that_does_not_come_is_cut_off() {
    let server = with(|settings| settings.body_time = Duration::from_millis(300));
    let start = Instant::now();
    let answer = server.raw(format!("{HEAD}{{").as_bytes());
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("#probleem-te-langzaam"), "{answer}");
    assert!((200..5000).contains(&start.elapsed().as_millis()));
}

#[test]
fn a_body_that_trickles_is_cut_off() {
    let server = with(|settings| settings.body_time = Duration::from_millis(500));
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.write_all(HEAD.as_bytes()).unwrap();
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(10) && stream.write_all(b" ").is_ok() {
        sleep(Duration::from_millis(50));
    }
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_head_that_is_too_large_is_refused() {
    let server = start();
    let padding = "x".repeat(100_000);
    let answer =
        server.raw(format!("GET / HTTP/1.1\r\nhost: x\r\nx: {padding}\r\n\r\n").as_bytes());
    assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
}

#[test]
fn who_finds_the_queue_full_is_told_when_to_come_back() {
    let server = with(|settings| (settings.cores, settings.queue) = (1, 1));
    scope(|threads| {
        let long = || server.ask("mijlpalen?jaren=50", JSON, SAM).status;
        let first = threads.spawn(long);
        await_figure(&server, "samenhang_computing 1");
        let second = threads.spawn(long);
        await_figure(&server, "samenhang_waiting 1");
        let third = server.ask("bereken", JSON, SAM);
        assert_eq!(third.status, 503);
        assert_eq!(third.header("retry-after"), "5");
        assert_eq!(third.json()["type"], "/api/v1/docs#probleem-te-druk");
        // What needs no arithmetic is answered all the same.
        assert_eq!(server.get("/api/v1/uitkomsten").status, 200);
        assert_eq!((first.join().unwrap(), second.join().unwrap()), (200, 200));
    });
    assert_eq!(server.ask("bereken", JSON, SAM).status, 200);
}

#[test]
fn nobody_waits_longer_than_the_limit() {
    let server = with(|settings| {
        settings.cores = 1;
        settings.waiting_time = Duration::from_millis(20);
    });
    scope(|threads| {
        let first = threads.spawn(|| server.ask("mijlpalen?jaren=50", JSON, SAM).status);
        await_figure(&server, "samenhang_computing 1");
        let second = server.ask("bereken", JSON, SAM);
        assert_eq!((second.status, second.header("retry-after")), (503, "5"));
        assert_eq!(first.join().unwrap(), 200);
    });
}

#[test]
fn an_answer_that_takes_too_long_is_not_waited_for() {
    let server = with(|settings| settings.computing_time = Duration::from_millis(1));
    let answer = server.ask("mijlpalen?jaren=50", JSON, SAM);
    assert_eq!(answer.status, 503);
    assert_eq!(answer.json()["type"], "/api/v1/docs#probleem-duurt-te-lang");
    assert_eq!(answer.header("retry-after"), "");
}

/// The file of 50 persons, of whom the milestones take minutes.
fn fifty() -> String {
    let child = |at: usize| {
        let (year, month) = (2010 + at % 14, 1 + at % 12);
        format!(
            "{{\"naam\": \"K{at}\", \"rol\": \"kind\", \"geboortedatum\": \"{year}-{month:02}-15\"}}"
        )
    };
    let children: Vec<String> = (1..50).map(child).collect();
    format!(
        "{{\"rekendatum\": \"2026-01-15\", \"huishouden\": {{\"personen\": [{{\"rol\": \"aanvrager\", \
         \"geboortedatum\": \"1980-01-01\"}}, {}]}}}}",
        children.join(", ")
    )
}

#[test]
fn an_answer_that_nobody_waits_for_leaves_the_core() {
    let server = with(|settings| settings.computing_time = Duration::from_millis(300));
    let body = fifty();
    assert_eq!(server.ask("mijlpalen?jaren=50", JSON, &body).status, 503);
    await_figure(&server, "samenhang_computing 0");
    // The same for who goes away.
    let server = start();
    let head = HEAD.replace("bereken", "mijlpalen").replace(" 100", &format!(" {}", body.len()));
    let mut gone = TcpStream::connect(server.address).unwrap();
    gone.write_all(format!("{head}{body}").as_bytes()).unwrap();
    await_figure(&server, "samenhang_computing 1");
    drop(gone);
    await_figure(&server, "samenhang_computing 0");
}

#[test]
fn long_questions_leave_a_core_to_short_ones() {
    let server = with(|settings| settings.cores = 2);
    scope(|threads| {
        let long = || server.ask("mijlpalen?jaren=50", JSON, SAM);
        let asked: Vec<_> = (0..3).map(|_| threads.spawn(long)).collect();
        await_figure(&server, "samenhang_waiting 2");
        await_figure(&server, "samenhang_computing 1");
        let short = server.ask("bereken", JSON, SAM);
        assert_eq!(short.status, 200);
        assert!(asked.iter().any(|question| !question.is_finished()));
        for question in asked {
            assert_eq!(question.join().unwrap().status, 200);
        }
    });
}

#[test]
fn many_at_once_are_all_answered() {
    let server = start();
    scope(|threads| {
        let asked: Vec<_> =
            (0..200).map(|_| threads.spawn(|| server.ask("bereken", JSON, SAM).status)).collect();
        assert!(asked.into_iter().all(|it| it.join().unwrap() == 200));
    });
}

#[test]
fn who_comes_when_all_connections_are_taken_waits() {
    let server = with(|settings| {
        settings.connections = 2;
        settings.head_time = Duration::from_millis(500);
    });
    let idle: Vec<_> = (0..2).map(|_| TcpStream::connect(server.address).unwrap()).collect();
    sleep(Duration::from_millis(100));
    let start = Instant::now();
    assert_eq!(server.get("/health/live").status, 200);
    assert!(start.elapsed() > Duration::from_millis(200));
    drop(idle);
}

#[test]
fn who_does_not_read_keeps_no_place() {
    let large = vec![b'x'; 64 << 20].leak();
    let short = Duration::from_millis(150);
    let settings = Settings {
        connections: 1,
        connection_time: short,
        waiting_time: short,
        body_time: short,
        computing_time: short,
        ..Settings::default()
    };
    let server = start_with(settings, Site::of(&[("index.html", b"start"), ("large.js", large)]));
    let mut idle = TcpStream::connect(server.address).unwrap();
    idle.write_all(b"GET /large.js HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    sleep(Duration::from_millis(100));
    let start = Instant::now();
    assert_eq!(server.get("/health/live").status, 200);
    assert!((300..5000).contains(&start.elapsed().as_millis()), "{:?}", start.elapsed());
}

#[test]
fn a_request_that_runs_is_finished_before_the_server_stops() {
    let mut server = start();
    let address = server.address;
    let mut running = TcpStream::connect(address).unwrap();
    let body = SAM.replace('\n', "");
    let head =
        HEAD.replace("bereken", "mijlpalen?jaren=50").replace(" 100", &format!(" {}", body.len()));
    running.write_all(format!("{head}{body}").as_bytes()).unwrap();
    await_figure(&server, "samenhang_computing 1");
    let idle = TcpStream::connect(address).unwrap();
    let start = Instant::now();
    server.stop();
    let mut answer = String::new();
    running.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(start.elapsed() < Settings::default().stop_time);
    assert!(TcpStream::connect(address).is_err());
    drop(idle);
}

#[test]
fn a_request_that_does_not_end_does_not_keep_the_server() {
    let mut server = with(|settings| settings.stop_time = Duration::from_millis(200));
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.write_all(HEAD.as_bytes()).unwrap();
    sleep(Duration::from_millis(100));
    let start = Instant::now();
    server.stop();
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_server_that_stopped_starts_again_on_the_same_port() {
    let mut server = start();
    let address = server.address;
    assert_eq!(server.ask("bereken", JSON, SAM).status, 200);
    server.stop();
    let again = start_at(address, Settings::default(), Site::default());
    assert_eq!(again.address, address);
    assert_eq!(again.ask("bereken", JSON, SAM).status, 200);
}

#[test]
fn addresses_are_numbers_with_a_port() {
    for typed in ["127.0.0.1:8080", "[::1]:80", "0.0.0.0:0", "localhost:8080"] {
        assert!(parse_address(typed).is_ok(), "{typed}");
    }
    for typed in ["", "8080", "127.0.0.1", "localhost", "samenhang.nl:80", "127.0.0.1:99999"] {
        assert!(matches!(parse_address(typed), Err(ServeError::Address(_))), "{typed}");
    }
}
