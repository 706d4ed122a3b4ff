//! What `clap` says, in Dutch.

use std::process::ExitCode;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use corpus::document::date_from_text;

use crate::arguments::Arguments;

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
            let wrong = date_from_text(&value).err();
            let (message, hint) = wrong.unwrap_or_else(|| {
                let hint = "Schrijf een datum als jjjj-mm-dd, bijvoorbeeld 2026-01-15.";
                (format!("‘{value}’ is geen datum."), hint.to_string())
            });
            format!("{message} {hint}")
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
    let help = match error.kind() {
        ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand => String::new(),
        _ => command().map(|name| format!("{name} ")).unwrap_or_default(),
    };
    format!("fout: {what}{meant}\nKijk bij: samenhang {help}--help")
}

/// The command that was typed, if there is one.
fn command() -> Option<String> {
    let all = Arguments::command();
    let known = |word: &String| all.get_subcommands().any(|known| known.get_name() == word);
    let typed = std::env::args_os().skip(1).filter_map(|word| word.into_string().ok());
    typed.into_iter().find(known)
}
