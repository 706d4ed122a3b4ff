//! The front end: files, the start page, and what a browser may keep.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod common;

use common::{start, start_with};
use server::{Settings, Site};

const FILES: [(&str, &[u8]); 6] = [
    ("index.html", b"<!doctype html><title>start</title>"),
    ("icoon.svg", b"<svg/>"),
    ("assets/app-1a2b.js", b"console.log('een lang verhaal')"),
    ("assets/app-1a2b.js.br", b"packed"),
    ("assets/engine-3c4d.wasm", b"\0asm"),
    ("los.br", b"not a packed copy"),
];

#[test]
fn files_have_their_kind_and_how_long_they_may_be_kept() {
    let server = start_with(Settings::default(), Site::of(&FILES));
    let cases = [
        ("/", "text/html; charset=utf-8", "no-cache", 0),
        ("/index.html", "text/html; charset=utf-8", "no-cache", 0),
        ("/icoon.svg", "image/svg+xml", "no-cache", 1),
        ("/assets/app-1a2b.js", "text/javascript; charset=utf-8", "immutable", 2),
        ("/assets/engine-3c4d.wasm", "application/wasm", "immutable", 4),
        ("/los.br", "application/octet-stream", "no-cache", 5),
    ];
    for (path, kind, kept, file) in cases {
        let answer = server.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("content-type"), kind, "{path}");
        assert!(answer.header("cache-control").contains(kept), "{path}");
        assert_eq!(answer.body, FILES[file].1, "{path}");
        assert_eq!(server.method("HEAD", path).status, 200);
    }
}

#[test]
fn a_page_of_the_application_is_the_start_page() {
    let server = start_with(Settings::default(), Site::of(&FILES));
    for path in ["/rechtencheck", "/regels/zorgtoeslag.html", "/een/twee?drie=4", "/apiaria"] {
        let answer = server.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.body, FILES[0].1, "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
    // A file that is gone is no page: a script must not be HTML.
    assert_eq!(server.get("/assets/app-old.js").status, 404);
    assert_eq!(server.get("/api/rechtencheck").status, 404);
    for path in ["/rechtencheck", "/"] {
        let answer = server.method("POST", path);
        assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD"));
    }
}

#[test]
fn a_packed_copy_goes_to_who_reads_it() {
    let server = start_with(Settings::default(), Site::of(&FILES));
    let get = |accepted: &str| {
        let answer = server.get_with("/assets/app-1a2b.js", &[("accept-encoding", accepted)]);
        assert_eq!(answer.header("vary"), "accept-encoding");
        (answer.header("content-encoding").to_string(), answer.body)
    };
    let (packed, plain) = (FILES[3].1.to_vec(), FILES[2].1.to_vec());
    for accepted in ["br", "gzip, deflate, br, zstd", "gzip;q=0.5,BR;q=0.1"] {
        assert_eq!(get(accepted), ("br".to_string(), packed.clone()), "{accepted}");
    }
    for accepted in ["identity", "gzip", "br;q=0", "broccoli"] {
        assert_eq!(get(accepted), (String::new(), plain.clone()), "{accepted}");
    }
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let server = start_with(Settings::default(), Site::of(&FILES));
    let tag = server.get("/").header("etag").to_string();
    assert!(tag.starts_with("W/\""));
    let again = server.get_with("/", &[("if-none-match", &tag)]);
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(again.header("etag"), tag);
    assert_eq!(server.get_with("/", &[("if-none-match", "W/\"0\"")]).status, 200);
    assert_ne!(server.get("/icoon.svg").header("etag"), tag);
}

#[test]
fn without_a_front_end_it_says_so() {
    let server = start();
    for path in ["/", "/rechtencheck"] {
        let answer = server.get(path);
        assert_eq!(answer.status, 404);
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert!(answer.text().contains("niet in dit programma"));
        assert!(server.get(&format!("{path}?taal=en")).text().contains("not in this program"));
    }
    assert_eq!(server.get("/api/v1/uitkomsten").status, 200);
}
