//! The commands.

mod bereken;
mod controleer;
mod toets;
mod uitleg;
mod voer_uit;

use std::path::Path;
use std::process::ExitCode;

use corpus::Corpus;
use household::HouseholdFile;

use crate::arguments::{Arguments, Command, Day, Global, Language};
use crate::failure::{Failure, read};

/// Runs what was typed.
pub fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let Arguments { command, global } = arguments;
    if global.taal == Language::En {
        return Err(Failure::new(
            "Antwoorden in het Engels zijn er nog niet. Laat ‘--taal en’ weg.",
        ));
    }
    match command {
        Command::Bereken { bestand, day, form } => {
            bereken::run(&corpus(&global)?, &household(&bestand, &day)?, &form)
        }
        Command::Uitleg { bestand, uitkomst, persoon, day, form } => {
            let household = household(&bestand, &day)?;
            uitleg::run(&corpus(&global)?, &household, &uitkomst, persoon.as_deref(), &form)
        }
        Command::Controleer { paden, form } => controleer::run(&paden, &global, &form),
        Command::Toets { paden } => toets::run(&corpus(&global)?, &paden, &global),
        Command::VoerUit { modellen, invoer, parameters, day, form } => {
            voer_uit::run(&modellen, &invoer, parameters.as_deref(), &day, &form)
        }
        Command::Schema => {
            anstream::println!("{:#}", household::schema());
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The built-in corpus, or the one on disk.
fn corpus(global: &Global) -> Result<Corpus, Failure> {
    Ok(match &global.regels {
        Some(folder) => Corpus::load(folder)?,
        None => builtin::corpus()?,
    })
}

fn household(path: &Path, day: &Day) -> Result<HouseholdFile, Failure> {
    let text = read(path)?;
    let name = path.display().to_string();
    Ok(match day.datum {
        Some(date) => HouseholdFile::read_for(&text, &name, date)?,
        None => HouseholdFile::read(&text, &name)?,
    })
}
