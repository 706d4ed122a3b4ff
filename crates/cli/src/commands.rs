//! The commands.

mod aanvragen;
mod bereken;
mod controleer;
mod gemeente;
mod mijlpalen;
mod schuld;
mod serveer;
mod stapeling;
mod toets;
mod uitleg;
mod voer_uit;
mod vragen;
mod werkloont;
mod zekerheid;

use std::path::Path;
use std::process::ExitCode;

use corpus::{Corpus, Files};
use household::HouseholdFile;

use crate::arguments::{Arguments, Command, Day, Global};
use crate::failure::{Failure, read};

/// Runs what was typed.
pub fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let Arguments { command, global } = arguments;
    let language = global.taal;
    match command {
        Command::Bereken { bestand, alles, day, form } => {
            let household = household(&bestand, &day)?;
            let shown = bereken::Shown { file: &bestand, all: alles };
            bereken::run(&corpus(&global)?, &household, &shown, &form, language)
        }
        Command::Uitleg { bestand, uitkomst, persoon, alles, day, form } => {
            let household = household(&bestand, &day)?;
            let (outcome, person) = (uitkomst.as_str(), persoon.as_deref());
            let asked = uitleg::Asked { file: &bestand, outcome, person, whole: alles };
            uitleg::run(&corpus(&global)?, &household, &asked, &form, language)
        }
        Command::Controleer { paden, form } => controleer::run(&paden, &global, &form),
        Command::Toets { paden } => toets::run(&corpus(&global)?, &paden, &global),
        Command::VoerUit { modellen, invoer, parameters, day, form } => {
            let input = voer_uit::Input { data: &invoer, parameters: parameters.as_deref() };
            voer_uit::run(&modellen, &input, &day, &form, language)
        }
        Command::Schuld { bedrag, vanaf, tot, soort, particulier, form } => {
            let (since, until, kind, natural_creditor) = (vanaf, tot, soort, particulier);
            let asked = schuld::Asked { amount: &bedrag, since, until, kind, natural_creditor };
            schuld::run(&corpus(&global)?, &asked, &form, language)
        }
        Command::Gemeente { naam, dag, form } => {
            gemeente::run(&corpus(&global)?, naam.as_deref(), dag, &form, language)
        }
        Command::Werkloont { bestand, persoon, van, tot, uren, per_gemeente, day, form } => {
            let household = household(&bestand, &day)?;
            let asked = werkloont::Asked {
                person: persoon.as_deref(),
                from: van.as_deref(),
                until: tot.as_deref(),
                hours: uren,
                by_municipality: per_gemeente,
            };
            werkloont::run(&corpus(&global)?, &household, &asked, &form, language)
        }
        Command::Vragen { bestand, weet_niet, alleen_onbekend, day, form } => {
            let household = household(&bestand, &day)?;
            let corpus = corpus(&global)?;
            vragen::run(&corpus, &household, &weet_niet, alleen_onbekend, &form, language)
        }
        Command::Zekerheid { bestand, persoon, stijging, maand, day, form } => {
            let household = household(&bestand, &day)?;
            let asked = zekerheid::Asked {
                person: persoon.as_deref(),
                raise: stijging.as_deref().zip(maand.as_deref()),
            };
            zekerheid::run(&corpus(&global)?, &household, &asked, &form, language)
        }
        Command::Stapeling { bestand, day, form } => {
            let household = household(&bestand, &day)?;
            stapeling::run(&corpus(&global)?, &household, &form, language)
        }
        Command::Aanvragen { bestand, alles, day, form } => {
            let household = household(&bestand, &day)?;
            aanvragen::run(&corpus(&global)?, &household, alles, &form, language)
        }
        Command::Mijlpalen { bestand, jaren, alles, day, form } => {
            let household = household(&bestand, &day)?;
            let asked = mijlpalen::Asked { years: jaren.as_deref(), all: alles };
            mijlpalen::run(&corpus(&global)?, &household, &asked, &form, language)
        }
        Command::Serveer { adres } => serveer::run(|| texts(&global), &adres, language),
        Command::Schema => {
            anstream::println!("{:#}", household::schema_in(language));
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The texts of the built-in corpus, or those on disk, with the corpus that they are.
fn texts(global: &Global) -> Result<(Files, Corpus), Failure> {
    Ok(match &global.regels {
        Some(folder) => {
            let files = Files::read(folder)?;
            let corpus = household::policy::check(&files)?;
            (files, corpus)
        }
        None => {
            let files = Files { examples: builtin::examples()?, ..builtin::sources()? };
            (files, builtin::corpus()?)
        }
    })
}

/// The built-in corpus, or the one on disk.
fn corpus(global: &Global) -> Result<Corpus, Failure> {
    Ok(match &global.regels {
        Some(folder) => household::policy::load(folder)?,
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
