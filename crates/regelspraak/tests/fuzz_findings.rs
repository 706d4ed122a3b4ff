//! Texts that once made the compiler hang, run out of memory or overflow its stack. Each is now
//! accepted or refused at once.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;
use std::sync::mpsc::channel;
use std::time::Duration;

use regelspraak::diagnostic::Diagnostics;
use regelspraak::{compile, source::Source};

/// Far more than any of these takes, also without optimisation on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Compiles on a thread, so that a text that hangs fails its test.
fn check(name: &str, text: String) -> Result<(), Diagnostics> {
    let (done, result) = channel();
    let source = [Source::new(name, text)];
    std::thread::spawn(move || done.send(compile(&source).map(drop)));
    result.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("{name} is not compiled in time"))
}

fn refused(name: &str, text: String, message: &str) {
    let report = check(name, text).unwrap_err().to_string();
    assert!(report.contains(message), "{name}: {}", report.lines().next().unwrap_or_default());
}

/// A rule with this sentence, in a small model.
fn rule(sentence: &str) -> String {
    format!(
        "Objecttype het Lid (mv: Leden) (bezield)\n  de proef Numeriek (getal);\n\n\
         Regel proef\n  geldig altijd\n    De proef van een Lid moet berekend worden als {sentence}."
    )
}

#[test]
fn files_found_are_answered() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz-findings");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let answer = check(&path.display().to_string(), String::from_utf8_lossy(&bytes).into());
        if let Err(diagnostics) = answer {
            assert!(!diagnostics.to_string().is_empty());
        }
        count += 1;
    }
    assert!(count > 0);
}

#[test]
fn a_sentence_with_thousands_of_readings_is_too_complicated() {
    let text = include_str!("fuzz-findings/keten-met-twee-lezingen.regels");
    refused("keten", text.to_string(), "te ingewikkeld");
}

#[test]
fn a_sentence_of_thousands_of_words_is_too_complicated() {
    let chain = format!("1{}", " plus 1".repeat(40_000));
    refused("optelling", rule(&chain), "te ingewikkeld");
    let rounded = format!("1{}", " rekenkundig afgerond op 2 decimalen".repeat(40_000));
    refused("afronding", rule(&rounded), "te ingewikkeld");
    let nested = "de maximale waarde van ".repeat(400);
    refused("functies", rule(&format!("{nested}1 en 2")), "te ingewikkeld");
}

#[test]
fn a_sentence_of_hundreds_of_words_is_not() {
    assert!(check("optelling", rule(&format!("1{}", " plus 1".repeat(500)))).is_ok());
}

#[test]
fn functions_in_functions_are_each_read_once() {
    let nested = |depth: usize| {
        let (open, close) = ("(de maximale waarde van ".repeat(depth), " en 2)".repeat(depth));
        rule(&format!("{open}1{close}"))
    };
    assert!(check("functies", nested(12)).is_ok());
    refused("functies", nested(100), "te ingewikkeld");
}

/// What runs over everything within everything takes as much time and memory as there are
/// combinations.
#[test]
fn selections_within_each_other_have_a_limit() {
    let model = "Objecttype het Lid (mv: Leden)
  de proef (mv: proeven) Numeriek (getal);
  is goed kenmerk (bijvoeglijk);

Wederkerig feittype vriendschap
  de vriend (mv: vrienden) Lid
Eén vriend heeft meerdere vrienden

Regel proef
  geldig altijd
    ";
    let selection = |depth: usize| {
        let mut condition = "2 is groter dan 1".to_string();
        for level in (1..=depth).rev() {
            let bullet = "•".repeat(level);
            condition = format!(
                "(de som van de proeven van (alle Leden die aan alle volgende voorwaarden voldoen:\n\
                 {bullet} 1 is gelijk aan 1\n{bullet} {condition})) is groter dan 1"
            );
        }
        condition.truncate(condition.len() - " is groter dan 1".len());
        format!("{model}De proef van een vriend moet berekend worden als {condition}.")
    };
    let list = |depth: usize| {
        let mut condition = "1 is gelijk aan 1".to_string();
        for level in (1..=depth).rev() {
            let bullet = "•".repeat(level);
            let verb =
                ["voldoen aan alle volgende voorwaarden", "aan alle volgende voorwaarden voldoen"]
                    [usize::from(level == 1)];
            condition = format!("alle Leden {verb}:\n{bullet} {condition}");
        }
        format!("{model}Een Lid is goed indien {condition}.")
    };
    let head = |depth: usize| {
        let vrienden = "een vriend van ".repeat(depth - 1);
        format!("{model}De proef van {vrienden}een Lid moet berekend worden als 1.")
    };
    for (name, text) in [("selectie", &selection as &dyn Fn(usize) -> String), ("lijst", &list)] {
        check(name, text(4)).unwrap_or_else(|e| panic!("{e}"));
        refused(name, text(5), "te veel onderwerpen en selecties in elkaar");
    }
    check("kop", head(5)).unwrap_or_else(|e| panic!("{e}"));
    refused("kop", head(6), "te veel onderwerpen en selecties in elkaar");
}

#[test]
fn versions_that_all_overlap_are_each_reported_once() {
    let versions = "  geldig altijd\n    De proef van een Lid moet gesteld worden op 1.\n";
    let text = format!(
        "Objecttype het Lid (mv: Leden)\n  de proef Numeriek (getal);\n\nRegel proef\n{}",
        versions.repeat(3_000)
    );
    let report = check("versies", text).unwrap_err();
    assert_eq!(report.list.len() + report.left_out, 2_999);
    assert!(report.to_string().ends_with("en nog 1999 fouten\n"));
}

#[test]
fn a_long_line_is_read_once() {
    refused("regel", "a ".repeat(300_000), "hier begint geen declaratie");
    refused("datum", "1-".repeat(300_000), "hier begint geen declaratie");
}

#[test]
fn a_file_of_more_than_four_megabytes_is_refused() {
    refused("bestand", " ".repeat(4 * 1024 * 1024 + 1), "groter dan 4 MB");
}

#[test]
fn more_units_than_there_are_are_refused() {
    let lines: String = (0..70_000).map(|number| format!("  de u{number} u{number}\n")).collect();
    refused("eenheden", format!("Eenheidsysteem Veel\n{lines}"), "meer dan 1000 eenheden");
}
