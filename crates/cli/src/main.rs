//! `samenhang`: the command line. A thin door: it parses what was typed, calls one function and
//! shows the answer. Answers go to standard output, errors to standard error; input that is
//! rejected exits with status 2, a check that fails with status 1.

mod arguments;
mod commands;
mod failure;
mod output;
mod table;
mod texts;
mod typed;

use std::process::ExitCode;

/// Rules are made ready, and households worked out, in very many small pieces of memory.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = match typed::read() {
        Ok(arguments) => arguments,
        Err(code) => return code,
    };
    let language = arguments.global.taal;
    match commands::run(arguments) {
        Ok(code) => code,
        Err(failure) => {
            failure.print(language);
            ExitCode::from(2)
        }
    }
}
