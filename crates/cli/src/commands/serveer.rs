//! `samenhang serveer`

use std::io::Write;
use std::process::ExitCode;

use corpus::{Corpus, Files};
use engine::language::Language;
use rulebook::Rulebook;

use crate::failure::Failure;
use crate::{output, texts};

pub fn run(
    texts: impl FnOnce() -> Result<(Files, Corpus), Failure>,
    address: &str,
    language: Language,
) -> Result<ExitCode, Failure> {
    let address = server::parse_address(address).map_err(Failure::new)?;
    // They live as long as the program.
    let (files, corpus): &'static (Files, Corpus) = Box::leak(Box::new(texts()?));
    let rulebook = Rulebook::new(corpus, files).map_err(Failure::new)?;
    let rulebook: &'static Rulebook<'static> = Box::leak(Box::new(rulebook));
    server::log::to_stderr();
    let ready = |address| {
        output::text(texts::serving(address).get(language), "");
        // Who started it may read this through a pipe. When nobody does, that is no reason to stop.
        let _nobody_reads = std::io::stdout().flush();
    };
    server::run(rulebook, address, server::Settings::default(), ready).map_err(Failure::new)?;
    Ok(ExitCode::SUCCESS)
}
