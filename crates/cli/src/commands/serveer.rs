//! `samenhang serveer`

use std::io::Write;
use std::process::ExitCode;

use corpus::Corpus;
use engine::language::Language;

use crate::failure::Failure;
use crate::{output, texts};

pub fn run(
    corpus: impl FnOnce() -> Result<Corpus, Failure>,
    address: &str,
    language: Language,
) -> Result<ExitCode, Failure> {
    let address = server::parse_address(address).map_err(Failure::new)?;
    // It lives as long as the program.
    let corpus: &'static Corpus = Box::leak(Box::new(corpus()?));
    server::log::to_stderr();
    let ready = |address| {
        output::text(texts::serving(address).get(language), "");
        // Who started it may read this through a pipe. When nobody does, that is no reason to stop.
        let _nobody_reads = std::io::stdout().flush();
    };
    server::run(corpus, address, server::Settings::default(), ready).map_err(Failure::new)?;
    Ok(ExitCode::SUCCESS)
}
