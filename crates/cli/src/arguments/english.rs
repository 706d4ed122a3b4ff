//! The help in English: what [`super::Arguments`] says in Dutch.

use clap::{Arg, Command};

const TEMPLATE: &str = "\
{about}

Usage: {usage}

{all-args}{after-help}";

/// The same command line with its help in English.
pub fn translate(command: Command) -> Command {
    let names: Vec<String> =
        command.get_subcommands().map(|known| known.get_name().to_string()).collect();
    let command = command
        .about("Samenhang: the rules of the Dutch social domain, readable and executable.")
        .help_template(TEMPLATE)
        .override_usage("samenhang COMMAND [OPTIONS]")
        .subcommand_help_heading("Commands")
        .subcommand_value_name("COMMAND")
        .after_help("More about a command: samenhang COMMAND --help")
        .mut_args(|arg| argument(arg, ""));
    names.into_iter().fold(command, |command, name| command.mut_subcommand(name, subcommand))
}

fn subcommand(command: Command) -> Command {
    let name = command.get_name().to_string();
    let Some((about, usage)) = about(&name) else { return command };
    command
        .about(about)
        .help_template(TEMPLATE)
        .override_usage(format!("samenhang {name}{usage}"))
        .mut_args(|arg| argument(arg, &name))
}

fn argument(arg: Arg, command: &str) -> Arg {
    let Some((value, help)) = help(arg.get_id().as_str(), command) else { return arg };
    let heading = match arg.get_help_heading() {
        Some("Gegevens") => "Input",
        Some("Keuzes") => "Options",
        _ => "For every command",
    };
    let arg = arg.help(help).help_heading(heading);
    if value.is_empty() { arg } else { arg.value_name(value) }
}

/// What a command does, and how it is typed after its name.
fn about(command: &str) -> Option<(&'static str, &'static str)> {
    Some(match command {
        "bereken" => ("Works out what a household is entitled to", " FILE [OPTIONS]"),
        "uitleg" => (
            "Explains why an amount is what it is, or why there is no right",
            " FILE OUTCOME [OPTIONS]",
        ),
        "controleer" => ("Checks rule text and says where the mistakes are", " [PATH…] [OPTIONS]"),
        "toets" => ("Holds the rules against the worked examples", " [PATH…] [OPTIONS]"),
        "voer-uit" => {
            ("Runs your own RegelSpraak model on your own data", " MODEL… --invoer FILE [OPTIONS]")
        }
        "schuld" => (
            "Shows what a debt becomes that was not paid in time",
            " AMOUNT --vanaf DATE [OPTIONS]",
        ),
        "gemeente" => (
            "Shows the schemes of a municipality: amounts, limits, until when and where it says so",
            " [NAME] [OPTIONS]",
        ),
        "werkloont" => (
            "Shows what is left of more wage, and at which wage the income jumps or bends",
            " FILE [OPTIONS]",
        ),
        "vragen" => {
            ("Says which facts still matter, and what is best asked now", " FILE [OPTIONS]")
        }
        "zekerheid" => (
            "Shows how certain each scheme is, and what must be paid back when the income differs",
            " FILE [OPTIONS]",
        ),
        "stapeling" => (
            "Shows on how many schemes a household depends, and what happens when one falls away",
            " FILE [OPTIONS]",
        ),
        "aanvragen" => (
            "Says where and how a household applies for what it has a right to, from when and until when",
            " FILE [OPTIONS]",
        ),
        "mijlpalen" => (
            "Shows what changes in the coming years: who turns 18 or 27, who reaches AOW age, new amounts",
            " FILE [OPTIONS]",
        ),
        "serveer" => ("Starts the web application and its API on this computer", " [OPTIONS]"),
        "schema" => ("Gives the JSON Schema of the household file", ""),
        _ => return None,
    })
}

/// The name of the value of an argument, if it has one, and what it is for.
fn help(id: &str, command: &str) -> Option<(&'static str, &'static str)> {
    Some(match (id, command) {
        ("bestand", "vragen") => {
            ("FILE", "The household file (YAML or JSON); what is not in it is not known yet")
        }
        ("weet_niet", _) => (
            "FIELD",
            "Do not ask this, since the answer is not known; the field such as huishouden.personen[0].loon",
        ),
        ("alleen_onbekend", _) => (
            "",
            "Ask only what the file says is unknown (onbekend); what is not in it has its default",
        ),
        ("bestand", _) => {
            ("FILE", "The household file (YAML or JSON); - reads from standard input")
        }
        ("uitkomst", _) => ("OUTCOME", "The outcome, such as zorgtoeslag_per_maand"),
        ("persoon", "werkloont") => {
            ("NAME", "Whose wage: the applicant (aanvrager; the default) or the partner")
        }
        ("persoon", "zekerheid") => {
            ("NAME", "Whose income: the applicant (aanvrager; the default) or the partner")
        }
        ("stijging", _) => (
            "PERCENT",
            "By how many percent the income rises in the course of the year, such as 5 or 2.5; with --maand",
        ),
        ("maand", _) => ("MONTH", "From the first day of which month, 1 to 12; with --stijging"),
        ("van", _) => {
            ("NUMBER", "From which wage a year, or with --uren from how many hours a week; else 0")
        }
        ("tot", "werkloont") => (
            "NUMBER",
            "Until which wage, or how many hours; else 60000 euro or 40 hours, or more if the wage is higher",
        ),
        ("uren", _) => (
            "",
            "Let the hours a week rise, with the hourly wage of the file or else the minimum wage",
        ),
        ("per_gemeente", _) => ("", "Put all municipalities with schemes side by side"),
        ("csv", _) => ("", "Give the points as CSV"),
        ("svg", _) => ("FILE", "Put a chart in this file (SVG)"),
        ("persoon", _) => ("NAME", "Of whom, for an outcome per person"),
        ("alles", "bereken") => ("", "Show the amounts of €0 as well"),
        ("alles", "aanvragen") => ("", "Show as well what there is no right to"),
        ("alles", "mijlpalen") => ("", "Show income, tax and other amounts as well"),
        ("jaren", _) => ("NUMBER", "How many years ahead: from 1 to 50; else 10"),
        ("alles", _) => ("", "Explain every amount to the end"),
        ("paden", "toets") => {
            ("PATH", "Files or folders with examples; without a path those beside the rules")
        }
        ("paden", _) => ("PATH", "Files or folders; without a path the rules themselves"),
        ("modellen", _) => {
            ("MODEL", "Files or folders with rule text, which form one model together")
        }
        ("invoer", _) => ("FILE", "The data: objects, facts and parameters (JSON)"),
        ("parameters", _) => ("FILE", "Values of parameters with their dates (YAML)"),
        ("datum", _) => {
            ("DATE", "The day the answer is for (yyyy-mm-dd); goes before the one in the file")
        }
        ("bedrag", _) => ("AMOUNT", "What was to be paid, in euro, such as 500 or 512.50"),
        ("vanaf", _) => ("DATE", "The first day on which it was too late (yyyy-mm-dd)"),
        ("tot", _) => (
            "DATE",
            "Until which day interest runs, with the tariffs of that day; else a year after vanaf",
        ),
        ("soort", _) => (
            "KIND",
            "Where the debt comes from: overeenkomst (agreement; the default) or gemeente (municipality)",
        ),
        ("particulier", _) => ("", "The creditor is a natural person; the court fee is lower then"),
        ("naam", _) => (
            "NAME",
            "The name or CBS code of the municipality, such as Tilburg or GM0855; without a name an overview",
        ),
        ("adres", _) => ("ADDRESS", "On which address and port; else 127.0.0.1:8080"),
        ("dag", _) => {
            ("DATE", "Only what holds on this day (yyyy-mm-dd); without a day all that is known")
        }
        ("json", _) => ("", "Give the answer as JSON"),
        ("regels", _) => ("FOLDER", "Use the rules in this folder instead of the built-in ones"),
        ("taal", _) => ("LANGUAGE", "The language of the answer: nl (Dutch) or en (English)"),
        ("help", _) => ("", "Show this help"),
        ("version", _) => ("", "Show the version"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::arguments::Arguments;

    /// A command or argument that is added has its English too.
    #[test]
    fn everything_that_can_be_typed_has_english_help() {
        let all = Arguments::command();
        let check = |arg: &Arg, command: &str| {
            assert!(help(arg.get_id().as_str(), command).is_some(), "{arg} {command}");
        };
        all.get_arguments().for_each(|arg| check(arg, ""));
        for command in all.get_subcommands() {
            let name = command.get_name();
            assert!(about(name).is_some(), "{name}");
            command.get_arguments().for_each(|arg| check(arg, name));
        }
    }
}
