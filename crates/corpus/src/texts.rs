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
pub const NO_SOURCE: Text = Text::fixed("De bron is leeg.", "The source (bron) is empty.");
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
pub const REASON_OF_NOTHING: Text =
    Text::fixed("‘engels’ hoort hier bij ‘ontbreekt’.", "‘engels’ belongs with ‘ontbreekt’ here.");
pub const LEAVE_OUT: Text = Text::fixed("Laat het weg.", "Leave it out.");

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

pub fn does_not_fit(written: &str) -> Text {
    text!("{written} past hier niet.", "{written} does not fit here.")
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
