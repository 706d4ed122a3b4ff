//! What a resident asks, of every example household: does work pay, how sure is this, what does it
//! depend on, what is coming, what is still to be asked, and how to apply.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{run, shown};

#[test]
fn every_example_household_gets_an_answer() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../voorbeelden");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "yaml"));
    files.sort();
    assert!(files.len() >= 10, "{}", files.len());
    for file in files {
        let name = file.file_stem().unwrap().to_str().unwrap().replace('-', "_");
        let path = file.to_str().unwrap();
        for command in ["werkloont", "zekerheid", "stapeling", "mijlpalen", "vragen", "aanvragen"] {
            let ended = run(&[command, path]);
            assert_eq!(ended.code, Some(0), "{command} {path}: {}", ended.err);
            insta::assert_snapshot!(format!("{name}__{command}"), shown(&ended));
        }
    }
}
