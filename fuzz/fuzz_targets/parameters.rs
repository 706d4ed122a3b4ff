//! Any bytes as the parameters of a small model.

#![no_main]

use std::sync::LazyLock;

use corpus::document::Problems;
use corpus::{File, ParameterSet};
use libfuzzer_sys::fuzz_target;
use regelspraak::model::Model;
use regelspraak::{compile, source::Source};

const BASE: &str = include_str!("../basis.regels");

static MODEL: LazyLock<Model> =
    LazyLock::new(|| compile(&[Source::new("basis.regels", BASE)]).expect("basis.regels is goed"));

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let files = [File { name: "parameters.yaml".to_string(), text }];
    let mut problems = Problems::default();
    let parameters = ParameterSet::read(&MODEL, &files, &mut problems);
    if problems.is_empty() {
        for day in ["1900-01-01", "2026-01-15", "2026-12-31", "9999-12-31"] {
            let day = day.parse().expect("een datum");
            let _ = (parameters.covers(day), parameters.on(&MODEL, day));
        }
    } else {
        problems.into_errors().iter().for_each(|error| drop(error.to_string()));
    }
});
