//! Text put into a valid model, so that the sentences, and not only the declarations, are read.
//!
//! The first byte says where: after one of the lines of [`BASE`], or as the value or the condition
//! of a rule.

#![no_main]

use libfuzzer_sys::fuzz_target;
use regelspraak::{compile, source::Source};

const BASE: &str = include_str!("../basis.regels");

fuzz_target!(|bytes: &[u8]| {
    let Some((&place, bytes)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(bytes);
    let whole = match place {
        0..64 => format!(
            "{BASE}\nRegel proef\n  geldig altijd\n    De proef van een Lid moet gesteld worden op {text}"
        ),
        64..128 => format!(
            "{BASE}\nRegel proef\n  geldig altijd\n    Een Lid is beproefd\n    indien {text}"
        ),
        128..160 => format!("{BASE}\n{text}"),
        _ => {
            let line = usize::from(place - 160) % BASE.lines().count();
            let before = BASE.lines().take(line).chain([&*text]);
            before.chain(BASE.lines().skip(line)).collect::<Vec<_>>().join("\n")
        }
    };
    if let Err(diagnostics) = compile(&[Source::new("invoer.regels", whole)]) {
        let _ = diagnostics.to_string();
    }
});
