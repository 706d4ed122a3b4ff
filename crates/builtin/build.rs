//! Checks the corpus and packs it. A mistake in a rule stops the build, with the place.

use std::error::Error;
use std::path::Path;

use corpus::{Corpus, Files};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../regels");
    println!("cargo::rerun-if-changed={}", folder.display());
    let files = Files::read(&folder)?;
    match Corpus::check(&files) {
        Ok(corpus) => write("corpus.bin", &corpus.to_bytes()?)?,
        Err(problem) => {
            for line in problem.to_string().lines() {
                println!("cargo::error={line}");
            }
            return Err("regels/ bevat fouten".into());
        }
    }
    write("voorbeelden.bin", &postcard::to_allocvec(&files.examples)?)
}

fn write(name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let folder = std::env::var("OUT_DIR")?;
    Ok(std::fs::write(Path::new(&folder).join(name), bytes)?)
}
