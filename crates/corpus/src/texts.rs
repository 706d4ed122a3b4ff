//! What is said about the files of a corpus, in both languages.

use std::fmt::Display;

use engine::language::{Bilingual, Text};
use engine::text;
use jiff::civil::Date;

pub const TOGETHER: Text = Text::fixed("Zet alle waarden bij elkaar.", "Put all values together.");
pub const NO_END: Text = Text::fixed(
    "De laatste waarde zegt niet tot wanneer zij geldt.",
    "The last value does not say until when it holds.",
);
pub const NO_END_HINT: Text = Text::fixed(
    "Zet er ‘tot_en_met’ bij, met een datum of met ‘onbepaald’ als zij blijft gelden tot de wet \
     verandert.",
    "Add ‘tot_en_met’, with a date or with ‘onbepaald’ when it holds until the law changes.",
);
pub const IN_ORDER: Text = Text::fixed(
    "Zet de waarden op volgorde, zonder overlap.",
    "Put the values in order, without overlap.",
);
pub const FILL_HOLE: Text = Text::fixed(
    "Vul het gat, of zet er een regel met ‘ontbreekt’ en de reden.",
    "Fill the hole, or put in a line with ‘ontbreekt’ and the reason.",
);
pub const ENDS_BEFORE_START: Text =
    Text::fixed("Deze waarde eindigt voordat zij begint.", "This value ends before it starts.");
pub const SAY_SOURCE: Text = Text::fixed(
    "Schrijf de wet of de pagina waar dit in staat.",
    "Write the law or the page that this is from.",
);
pub const END_LATER: Text = Text::fixed(
    "Schrijf bij ‘tot_en_met’ de dag van ‘vanaf’ of een latere dag.",
    "Write the day of ‘vanaf’ or a later day at ‘tot_en_met’.",
);
pub const TOO_UNSURE: Text = Text::fixed(
    "Een waarde met zekerheid C wordt niet gebruikt.",
    "A value with zekerheid C is not used.",
);
pub const FIND_SOURCE: Text =
    Text::fixed("Zoek een officiële bron.", "Look for an official source.");
pub const NOT_DERIVED: Text = Text::fixed(
    "Bij zekerheid D hoort hoe de waarde is afgeleid.",
    "With zekerheid D it must be said how the value was derived.",
);
pub const NOT_DERIVED_HINT: Text = Text::fixed(
    "Zet er ‘afgeleid’ bij, met de berekening.",
    "Add ‘afgeleid’, with the calculation.",
);
pub const LEAVE_OUT: Text = Text::fixed("Laat het weg.", "Leave it out.");

pub const ONE_OF_TWO: Text = Text::fixed("Haal een van de twee weg.", "Take one of the two away.");
pub const ADD_PERIOD: Text = Text::fixed(
    "Zet er een periode bij, met de waarde en de bron, of met ‘ontbreekt’ en de reden.",
    "Add a period, with the value and the source, or with ‘ontbreekt’ and the reason.",
);
pub const CHECK_NAME: Text = Text::fixed(
    "Controleer de naam, of zet haar in een bestand met regels.",
    "Check the name, or put it in a file with rules.",
);
pub const ONE_FILE: Text = Text::fixed(
    "Zet alles in één bestand, en haal het andere weg.",
    "Put everything in one file, and take the other away.",
);
pub const NO_SCHEMES: Text = Text::fixed(
    "Er zijn geen regelingen van gemeenten bekend.",
    "No schemes of municipalities are known.",
);
pub const ADD_SCHEMES: Text =
    Text::fixed("Zet ze in een bestand regelingen.yaml.", "Put them in a file regelingen.yaml.");
pub const RULE_SAYS: Text =
    Text::fixed("Een regel rekent dit uit. Laat het weg.", "A rule works this out. Leave it out.");
pub fn give_parameter(day: Date) -> Text {
    text!(
        "Geef de parameter voor {day} een waarde in parameters.yaml.",
        "Give the parameter a value for {day} in parameters.yaml."
    )
}
pub const CHECK_RULE: Text =
    Text::fixed("Controleer de waarden en de regel.", "Check the values and the rule.");

pub const ONE_PACKAGE: Text = Text::fixed(
    "Zet alles van een gemeente in één bestand.",
    "Put everything of a municipality in one file.",
);
pub const NO_LOCAL_VALUES: Text =
    Text::fixed("Er staan geen waarden onder.", "There are no values under it.");
pub const CHECK_VALUES: Text = Text::fixed("Controleer de waarden.", "Check the values.");

/// The kinds of thing that a file names.
pub mod kind {
    use super::Text;

    pub const AN_OBJECTTYPE: Text = Text::fixed("het objecttype", "the objecttype");
    pub const AN_ATTRIBUTE: Text = Text::fixed("het attribuut", "the attribuut");
    pub const OBJECTTYPE: Text = Text::fixed("Het objecttype", "The objecttype");
    pub const KENMERK: Text = Text::fixed("Het kenmerk", "The kenmerk");
    pub const PARAMETER: Text = Text::fixed("De parameter", "The parameter");
}

pub fn not_in_rules(kind: &Text, name: &str) -> Text {
    let english = kind.english();
    text!("{kind} ‘{name}’ staat niet in de regels.", "{english} ‘{name}’ is not in the rules.")
}

pub fn double_outcome(name: &str) -> Text {
    text!("De uitkomst ‘{name}’ staat er al.", "The outcome ‘{name}’ is there already.")
}

pub fn double_parameter(name: &str, earlier: impl Display) -> Text {
    text!(
        "De parameter ‘{name}’ heeft al waarden, in {earlier}.",
        "The parameter ‘{name}’ already has values, in {earlier}."
    )
}

pub fn no_values(name: &str) -> Text {
    text!("De parameter ‘{name}’ heeft geen waarden.", "The parameter ‘{name}’ has no values.")
}

pub fn overlap(from: Date) -> Text {
    text!(
        "Deze waarde geldt vanaf {from}, en de vorige geldt dan nog.",
        "This value holds from {from}, and the one before it still holds then."
    )
}

pub fn hole(next: Date, from: Date) -> Text {
    text!("Van {next} tot {from} is er geen waarde.", "From {next} until {from} there is no value.")
}

pub fn second_file(first: &str) -> Text {
    text!("Er is al zo'n bestand: {first}.", "There is such a file already: {first}.")
}

pub fn belongs_with(name: &str, with: &str) -> Text {
    text!("‘{name}’ hoort hier bij ‘{with}’.", "‘{name}’ belongs with ‘{with}’ here.")
}

pub fn beside_missing(name: &str) -> Text {
    text!("‘{name}’ hoort niet bij ‘ontbreekt’.", "‘{name}’ does not belong with ‘ontbreekt’.")
}

/// What to write instead, given what the datatype admits.
pub fn write_so(expected: &Text) -> Text {
    let english = expected.english();
    text!("Schrijf {expected}.", "Write {english}.")
}

/// What something says in words, as a sentence.
pub fn sentence(said: &impl Bilingual) -> Text {
    Text::of(|language| {
        let said = said.in_language(language);
        let mut letters = said.chars();
        let first = letters.next().map(char::to_uppercase).into_iter().flatten();
        first.chain(letters).chain(['.']).collect()
    })
}

pub fn does_not_fit(written: &str) -> Text {
    text!("'{written}' past hier niet.", "'{written}' does not fit here.")
}

/// Why a parameter has no value on a day that its list does not reach, for a sentence that goes on.
pub const OTHER_DAYS: Text = Text::fixed(
    "de regels hebben alleen een waarde voor andere dagen",
    "the rules have a value for other days only",
);

pub fn no_knip(name: &str, day: Date) -> Text {
    text!("‘{name}’ kan niet veranderen op {day}.", "‘{name}’ cannot change on {day}.")
}

pub fn only_along(timeline: &str) -> Text {
    text!(
        "Deze parameter verandert alleen {timeline}.",
        "This parameter only changes along its timeline: {timeline}."
    )
}

pub fn double_scheme(name: &str) -> Text {
    text!("De regeling ‘{name}’ staat er al.", "The scheme ‘{name}’ is there already.")
}

pub fn no_scheme(name: &str) -> Text {
    text!(
        "De regeling ‘{name}’ staat niet in regelingen.yaml.",
        "The scheme ‘{name}’ is not in regelingen.yaml."
    )
}

pub fn known_schemes(names: &[&str]) -> Text {
    let names = names.join(", ");
    text!("Kies uit: {names}.", "Choose from: {names}.")
}

pub fn double_package(name: &str, file: &str) -> Text {
    text!(
        "De gemeente {name} heeft al een bestand: {file}.",
        "The municipality {name} already has a file: {file}."
    )
}

pub fn no_periods(name: &str) -> Text {
    text!("De regeling ‘{name}’ heeft geen perioden.", "The scheme ‘{name}’ has no periods.")
}

pub const NO_OUTCOMES: Text =
    Text::fixed("Er staat geen uitkomst onder.", "There is no outcome under it.");
pub const NAME_OUTCOME: Text = Text::fixed(
    "Noem ten minste één uitkomst van uitkomsten.yaml.",
    "Name at least one outcome of uitkomsten.yaml.",
);
pub const CHECK_OUTCOME: Text = Text::fixed(
    "Controleer de naam, of zet de uitkomst in uitkomsten.yaml.",
    "Check the name, or put the outcome in uitkomsten.yaml.",
);
pub const ADD_APPLICATION: Text = Text::fixed(
    "Zet er een periode bij, met de bron, of met ‘ontbreekt’ en de reden.",
    "Add a period, with the source, or with ‘ontbreekt’ and the reason.",
);
pub const EXAMPLE_SITE: Text = Text::fixed(
    "Schrijf het zo: https://www.voorbeeld.nl",
    "Write it like this: https://www.voorbeeld.nl",
);

pub fn double_right(right: &str) -> Text {
    text!("Het recht ‘{right}’ staat er al.", "The right ‘{right}’ is there already.")
}

pub fn no_outcome(name: &str) -> Text {
    text!(
        "De uitkomst ‘{name}’ staat niet in uitkomsten.yaml.",
        "The outcome ‘{name}’ is not in uitkomsten.yaml."
    )
}

pub fn no_right(name: &str) -> Text {
    text!(
        "‘{name}’ is geen recht. Het kan niet worden aangevraagd.",
        "‘{name}’ is not a right. One cannot apply for it."
    )
}

pub fn no_application(right: &str) -> Text {
    text!("Het recht ‘{right}’ heeft geen perioden.", "The right ‘{right}’ has no periods.")
}

pub fn no_site(written: &str) -> Text {
    text!("‘{written}’ is geen webadres.", "‘{written}’ is not a web address.")
}
