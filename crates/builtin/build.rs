//! Checks the corpus and packs it. A mistake in a rule stops the build, with the place.

use std::error::Error;
use std::path::{Path, PathBuf};

use corpus::{Corpus, Files};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("../../regels");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Files::read(&folder)?;
    match Corpus::check(&files) {
        Ok(corpus) => write("corpus.bin", &corpus.to_bytes()?)?,
        Err(problem) => {
            for line in problem.to_string().lines() {
                println!("cargo::error={line}");
            }
            return Err("regels/ bevat fouten".into());
        }
    }
    let examples = std::mem::take(&mut files.examples);
    write("voorbeelden.bin", &postcard::to_allocvec(&examples)?)?;
    // Where it was built says nothing to who reads it.
    files.folder = PathBuf::new();
    write("bronnen.bin", &postcard::to_allocvec(&files)?)
}

fn write(name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let folder = std::env::var("OUT_DIR")?;
    Ok(std::fs::write(Path::new(&folder).join(name), bytes)?)
}
