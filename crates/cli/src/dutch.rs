//! What `clap` says, in Dutch.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Prints help, the version, or what is wrong with what was typed.
pub fn report(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            anstream::print!("{error}");
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            anstream::eprint!("{error}");
            ExitCode::from(2)
        }
        _ => {
            anstream::eprintln!("{}", message(error));
            ExitCode::from(2)
        }
    }
}

fn message(error: &clap::Error) -> String {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("‘{argument}’ is geen keuze van deze opdracht."),
        ErrorKind::InvalidSubcommand => {
            format!("‘{}’ is geen opdracht.", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => "Er ontbreekt een opdracht.".to_string(),
        ErrorKind::MissingRequiredArgument => format!("Er ontbreekt: {argument}."),
        ErrorKind::InvalidValue if value.is_empty() => format!("Achter {argument} ontbreekt iets."),
        ErrorKind::ValueValidation if argument.starts_with("--datum") => {
            format!("‘{value}’ is geen datum. Schrijf jjjj-mm-dd, zoals 2026-01-15.")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("‘{value}’ past niet bij {argument}.")
        }
        ErrorKind::ArgumentConflict => format!("‘{argument}’ staat er twee keer."),
        _ => "Deze opdracht kan niet worden gelezen.".to_string(),
    };
    let suggestion = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg]
        .into_iter()
        .map(context)
        .find(|text| !text.is_empty());
    let meant = suggestion.map(|text| format!(" Bedoelde u ‘{text}’?")).unwrap_or_default();
    format!("fout: {what}{meant}\nKijk bij: samenhang --help")
}
