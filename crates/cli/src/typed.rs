//! Reads what was typed, and says in the language of the answer what `clap` has to say.

use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use corpus::document::date_from_text;
use engine::language::{Language, Text};
use engine::text;

use crate::arguments::{self, Arguments};
use crate::output;

/// What was typed, or after printing help or what is wrong with it, how to end.
pub fn read() -> Result<Arguments, ExitCode> {
    let words = std::env::args_os().skip(1).filter_map(|word| word.into_string().ok());
    let words: Vec<String> = words.collect();
    let language = language(&words).map_err(|wrong| {
        let wrong = no_language(wrong);
        Language::ALL.into_iter().for_each(|language| output::error(&wrong, language));
        ExitCode::from(2)
    })?;
    let matches = arguments::command(language).try_get_matches();
    matches
        .and_then(|matches| Arguments::from_arg_matches(&matches))
        .map_err(|error| report(&error, &words, language))
}

/// The language of the answer, or the word that is none. It is looked for before anything else is
/// read, since what is wrong with the rest must be said in it.
fn language(words: &[String]) -> Result<Language, &str> {
    let mut words = words.iter().take_while(|word| *word != "--");
    let mut found = Language::default();
    while let Some(word) = words.next() {
        let code = match word.strip_prefix("--taal") {
            Some("") => words.next().map(String::as_str),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        if let Some(code) = code {
            found = Language::from_code(code).ok_or(code)?;
        }
    }
    Ok(found)
}

fn no_language(code: &str) -> Text {
    text!(
        "‘{code}’ is geen taal van dit programma. Kies --taal nl (Nederlands) of --taal en \
         (Engels).",
        "‘{code}’ is not a language of this program. Choose --taal nl (Dutch) or --taal en \
         (English)."
    )
}

/// Prints help, the version, or what is wrong with what was typed.
fn report(error: &clap::Error, words: &[String], language: Language) -> ExitCode {
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
            let name = match error.kind() {
                ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand => None,
                _ => command(words, language),
            };
            let name = name.map(|name| format!("{name} ")).unwrap_or_default();
            let look = text!("Kijk bij: samenhang {name}--help", "See: samenhang {name}--help");
            let prefix = language.pick("fout", "error");
            let (message, look) = (message(error), look.get(language));
            anstream::eprintln!("{prefix}: {}\n{look}", message.get(language));
            ExitCode::from(2)
        }
    }
}

fn message(error: &clap::Error) -> Text {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => text!(
            "‘{argument}’ is geen keuze van deze opdracht.",
            "‘{argument}’ is not an option of this command."
        ),
        ErrorKind::InvalidSubcommand => {
            let command = context(ContextKind::InvalidSubcommand);
            text!("‘{command}’ is geen opdracht.", "‘{command}’ is not a command.")
        }
        ErrorKind::MissingSubcommand => {
            Text::fixed("Er ontbreekt een opdracht.", "A command is missing.")
        }
        ErrorKind::MissingRequiredArgument => {
            text!("Er ontbreekt: {argument}.", "Missing: {argument}.")
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            text!("Achter {argument} ontbreekt iets.", "Something is missing after {argument}.")
        }
        ErrorKind::ValueValidation if is_date(&argument) => no_date(&value),
        ErrorKind::ValueValidation if argument.starts_with("--soort") => text!(
            "‘{value}’ is geen soort schuld. Kies --soort overeenkomst of --soort gemeente.",
            "‘{value}’ is not a kind of debt. Choose --soort overeenkomst (agreement) or --soort \
             gemeente (municipality)."
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            text!("‘{value}’ past niet bij {argument}.", "‘{value}’ does not fit {argument}.")
        }
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            match other.is_empty() || other == argument {
                true => text!("‘{argument}’ staat er twee keer.", "‘{argument}’ is there twice."),
                false => text!(
                    "‘{argument}’ en ‘{other}’ gaan niet samen. Kies een van de twee.",
                    "‘{argument}’ and ‘{other}’ do not go together. Choose one of the two."
                ),
            }
        }
        _ => Text::fixed("Deze opdracht kan niet worden gelezen.", "This command cannot be read."),
    };
    let suggestion = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg]
        .into_iter()
        .map(context)
        .find(|text| !text.is_empty());
    match suggestion {
        Some(meant) => both(&what, &text!("Bedoelde u ‘{meant}’?", "Did you mean ‘{meant}’?")),
        None => what,
    }
}

/// Whether an argument takes a day.
fn is_date(argument: &str) -> bool {
    ["--datum", "--vanaf", "--tot"].iter().any(|name| argument.starts_with(name))
}

fn no_date(value: &str) -> Text {
    let (message, hint) = date_from_text(value).err().unwrap_or_else(|| {
        let hint = Text::fixed(
            "Schrijf een datum als jjjj-mm-dd, bijvoorbeeld 2026-01-15.",
            "Write a date as yyyy-mm-dd, for example 2026-01-15.",
        );
        (text!("‘{value}’ is geen datum.", "‘{value}’ is not a date."), hint)
    });
    both(&message, &hint)
}

/// Two sentences after each other.
fn both(one: &Text, other: &Text) -> Text {
    Text::of(|language| format!("{} {}", one.get(language), other.get(language)))
}

/// The command that was typed, if there is one.
fn command(words: &[String], language: Language) -> Option<String> {
    let all = arguments::command(language);
    let known = |word: &&String| all.get_subcommands().any(|known| known.get_name() == *word);
    words.iter().find(known).cloned()
}
