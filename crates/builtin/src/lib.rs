//! The corpus of `regels/`, checked when this crate was built and carried inside the program: a
//! start costs the unpacking of a model, not the parsing of a text.
//!
//! The texts themselves and the worked examples are packed apart, for who wants to read them: a program
//! that only calculates need not carry or unpack them.

use corpus::{Corpus, CorpusError, File, Files};

/// The texts of the built-in corpus, packed; [`unpack_sources`] unpacks them. A browser gets them only when
/// the rules are read.
pub const SOURCES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bronnen.bin"));

/// The worked examples of the built-in corpus, packed; [`unpack_examples`] unpacks them.
pub const EXAMPLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/voorbeelden.bin"));

/// The built-in corpus.
pub fn corpus() -> Result<Corpus, CorpusError> {
    Corpus::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin")))
}

/// The worked examples of the built-in corpus.
pub fn examples() -> Result<Vec<File>, CorpusError> {
    unpack_examples(EXAMPLES)
}

/// The texts of the built-in corpus, without the worked examples.
pub fn sources() -> Result<Files, CorpusError> {
    unpack_sources(SOURCES)
}

/// Unpacks [`EXAMPLES`] of the same version of the program.
pub fn unpack_examples(bytes: &[u8]) -> Result<Vec<File>, CorpusError> {
    Ok(postcard::from_bytes(bytes)?)
}

/// Unpacks [`SOURCES`] of the same version of the program.
pub fn unpack_sources(bytes: &[u8]) -> Result<Files, CorpusError> {
    Ok(postcard::from_bytes(bytes)?)
}

#[cfg(test)]
mod tests {
    #[test]
    fn is_what_the_folder_says() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../regels");
        let built_in = super::corpus().unwrap();
        assert_eq!(built_in, corpus::Corpus::load(&folder).unwrap());
        let files = corpus::Files::read(&folder).unwrap();
        assert_eq!(super::examples().unwrap(), files.examples);
        let sources = super::sources().unwrap();
        let kept = corpus::Files { folder: Default::default(), examples: Vec::new(), ..files };
        assert_eq!(sources, kept);
        assert_eq!(sources.version(), built_in.version);
    }
}
