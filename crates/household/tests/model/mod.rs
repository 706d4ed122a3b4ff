//! Models for tests.

use std::fs;
use std::path::PathBuf;

use regelspraak::compile;
use regelspraak::model::Model;
use regelspraak::source::Source;

const BASIS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../regels/basis");

/// The basis package of the rules.
pub fn basis() -> Model {
    let files = fs::read_dir(BASIS).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|e| e == "regels")).collect();
    files.sort();
    let source =
        |path: &PathBuf| Source::new(path.display().to_string(), fs::read_to_string(path).unwrap());
    model(&files.iter().map(source).collect::<Vec<_>>())
}

/// A model with an objecttype Huishouden, and an objecttype Persoon with these lines.
pub fn small(person: &str, rest: &str) -> Model {
    let text = format!(
        "Eenheidsysteem Valuta\n  de euro (mv: euros) EUR €\n\n\
         Objecttype het Huishouden (mv: Huishoudens)\n  de straat Tekst;\n\n\
         Objecttype de Persoon (mv: Personen)\n  de straat Tekst;\n  {person}\n\n{rest}\n"
    );
    model(&[Source::new("klein.regels", text)])
}

fn model(sources: &[Source]) -> Model {
    compile(sources).unwrap_or_else(|diagnostics| panic!("{diagnostics:?}"))
}
