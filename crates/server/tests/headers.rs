//! The headers of every answer, whatever it is.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod common;

use common::{Answer, JSON, SAM, start_with};
use server::{Settings, Site};

const SITE: [(&str, &[u8]); 2] = [("index.html", b"start"), ("assets/a.js", b"1")];

fn check(what: &str, answer: &Answer) {
    let policy = answer.header("content-security-policy");
    let parts: Vec<&str> = policy.split(';').map(str::trim).collect();
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "connect-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ] {
        assert!(parts.contains(&part), "{what}: {part}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{what}");
    let fixed = [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ];
    for (name, value) in fixed {
        assert_eq!(answer.header(name), value, "{what}: {name}");
    }
    assert!(answer.header("permissions-policy").contains("geolocation=()"), "{what}");
    assert!(!answer.header("cache-control").is_empty(), "{what}");
    assert!(answer.headers.get("set-cookie").is_none(), "{what}");
    assert!(answer.headers.get("server").is_none(), "{what}");
}

#[test]
fn every_answer_is_guarded() {
    let server = start_with(Settings::default(), Site::of(&SITE));
    let paths = [
        "/",
        "/assets/a.js",
        "/assets/gone.js",
        "/een/pagina",
        "/api/v1/uitkomsten",
        "/api/v1/uitkomsten?x=1",
        "/api/v1/gemeenten/GM0855",
        "/api/v1/pakketten/rijk.awir/voorbeelden",
        "/api/v1/gemeenten/x",
        "/api/v1/schema/huishouden",
        "/api/v1/openapi.json",
        "/api/v1/docs",
        "/api/v1/docs.css",
        "/api/niets",
        "/health/live",
        "/health/ready",
        "/metrics",
    ];
    for path in paths {
        let answer = server.get(path);
        check(path, &answer);
        let version = if path.starts_with("/api") { "1.1.0" } else { "" };
        assert_eq!(answer.header("api-version"), version, "{path}");
        check(path, &server.method("DELETE", path));
        check(path, &server.method("HEAD", path));
    }
    check("a question", &server.ask("bereken", JSON, SAM));
    check("a mistake", &server.ask("bereken", JSON, "x"));
}
