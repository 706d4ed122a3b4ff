//! Any bytes as rule text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use regelspraak::{compile, source::Source};

fuzz_target!(|bytes: &[u8]| {
    let source = [Source::new("invoer.regels", String::from_utf8_lossy(bytes))];
    if let Err(diagnostics) = compile(&source) {
        // What users see must be made without a panic too.
        let _ = diagnostics.to_string();
    }
});
