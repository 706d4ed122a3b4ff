//! The corpus of `regels/`, checked when this crate was built and carried inside the program: a
//! start costs the unpacking of a model, not the parsing of a text.

use corpus::{Corpus, CorpusError, File};

/// The built-in corpus.
pub fn corpus() -> Result<Corpus, CorpusError> {
    Corpus::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin")))
}

/// The worked examples of the built-in corpus.
pub fn examples() -> Result<Vec<File>, CorpusError> {
    Ok(postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/voorbeelden.bin")))?)
}

#[cfg(test)]
mod tests {
    #[test]
    fn is_what_the_folder_says() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../regels");
        let built_in = super::corpus().unwrap();
        assert_eq!(built_in, corpus::Corpus::load(&folder).unwrap());
        assert!(!super::examples().unwrap().is_empty());
    }
}
