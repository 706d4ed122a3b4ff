//! `samenhang`: the command line. A thin door: it parses what was typed, calls one function and
//! shows the answer. Answers go to standard output, errors to standard error; input that is
//! rejected exits with status 2, a check that fails with status 1.

mod arguments;
mod commands;
mod dutch;
mod failure;
mod output;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return dutch::report(&error),
    };
    match commands::run(arguments) {
        Ok(code) => code,
        Err(failure) => {
            failure.print();
            ExitCode::from(2)
        }
    }
}
