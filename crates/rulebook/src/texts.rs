//! What the rulebook says of its own, in both languages.

use engine::language::{Language, Text};
use engine::text;
use household::wording;
use jiff::civil::Date;

pub const ONE_OF_TWO: Text = Text::fixed("Haal een van de twee weg.", "Take one of the two away.");
pub const LEAVE_OUT: Text = Text::fixed("Laat het weg.", "Leave it out.");

pub const IN_CATALOGUE: Text = Text::fixed(
    "Zet het kopje in pakketten.yaml onder ‘verantwoording’ van één pakket.",
    "Put the heading in pakketten.yaml under ‘verantwoording’ of one package.",
);

pub fn loose_heading(heading: &str) -> Text {
    text!("Geen pakket heeft het kopje ‘{heading}’.", "No package has the heading ‘{heading}’.")
}

pub fn double_heading(heading: &str) -> Text {
    text!(
        "Meer dan één pakket heeft het kopje ‘{heading}’.",
        "More than one package has the heading ‘{heading}’."
    )
}

pub fn no_heading(heading: &str, package: &str) -> Text {
    text!(
        "Het kopje ‘{heading}’ van {package} staat niet in VERANTWOORDING.md.",
        "The heading ‘{heading}’ of {package} is not in VERANTWOORDING.md."
    )
}

pub fn second_catalogue(first: &str) -> Text {
    text!("Er is al zo'n bestand: {first}.", "There is such a file already: {first}.")
}

pub fn double_package(path: &str) -> Text {
    text!("Het pakket ‘{path}’ staat er al.", "The package ‘{path}’ is there already.")
}

pub fn no_package(path: &str) -> Text {
    text!(
        "Er is geen map ‘{path}’ met regels of bedragen.",
        "There is no folder ‘{path}’ with rules or amounts."
    )
}

pub const IDS_IN_LIST: Text =
    Text::fixed("De lijst van regels heeft alle ids.", "The list of rules has all ids.");
pub const NAMES_IN_LIST: Text = Text::fixed(
    "De lijst van parameters heeft alle namen.",
    "The list of parameters has all names.",
);
pub const NO_DATE: Text = Text::fixed(
    "Er staat niet bij vanaf welke dag de waarden gelden.",
    "It does not say from which day the values hold.",
);
pub const GIVE_DATE: Text =
    Text::fixed("Geef ‘datum’, zoals 2026-07-01.", "Give ‘datum’, such as 2026-07-01.");
pub const OTHER_DATE: Text = Text::fixed(
    "Kies een dag waarvoor er al een waarde is.",
    "Choose a day for which there is a value already.",
);
pub const NO_MUNICIPALITY: Text = Text::fixed("Laat ‘gemeente’ weg.", "Leave ‘gemeente’ out.");
pub const RULE_FILE: Text = Text::fixed(
    "Geef het bestand een naam zoals hervorming/nieuw.regels.",
    "Give the file a name such as hervorming/nieuw.regels.",
);
/// Where a changed value is from, when its draft has no name.
pub const DRAFT: Text = Text::fixed("eigen verandering", "own change");

pub fn double_text(name: &str) -> Text {
    text!("‘{name}’ staat er twee keer.", "‘{name}’ is there twice.")
}

pub fn both(file: &str) -> Text {
    text!(
        "Het bestand {file} en een regel eruit zijn allebei gewijzigd.",
        "The file {file} and a rule in it were both changed."
    )
}

pub fn no_rule_file(name: &str) -> Text {
    text!("{name} is geen bestand met regels.", "{name} is no file with rules.")
}

pub fn national(name: &str) -> Text {
    text!("‘{name}’ is voor het hele land gelijk.", "‘{name}’ is the same in the whole country.")
}

pub fn no_value_named(name: &str) -> Text {
    text!(
        "Een parameter of waarde ‘{name}’ staat niet in de regels.",
        "A parameter or value ‘{name}’ is not in the rules."
    )
}

pub fn nothing_to_change(name: &str, municipality: Option<&str>, from: Date) -> Text {
    let [day, english] = Language::ALL.map(|language| wording::day(from, language));
    match municipality {
        Some(of) => text!(
            "Van de gemeente {of} is ‘{name}’ op {day} niet bekend.",
            "Of the municipality {of}, ‘{name}’ is not known on {english}."
        ),
        None => {
            text!("‘{name}’ heeft op {day} geen waarde.", "‘{name}’ has no value on {english}.")
        }
    }
}

pub fn off_timeline(name: &str, from: Date) -> Text {
    let [day, english] = Language::ALL.map(|language| wording::day(from, language));
    text!("‘{name}’ kan niet veranderen op {day}.", "‘{name}’ cannot change on {english}.")
}

pub fn only_along(timeline: &str) -> Text {
    text!(
        "Deze parameter verandert alleen {timeline}.",
        "This parameter only changes along its timeline: {timeline}."
    )
}

pub const NAME_REFORM: Text =
    Text::fixed("Geef de hervorming eerst een naam.", "Give the reform a name first.");
pub const DATE_REFORM: Text = Text::fixed(
    "Zeg eerst vanaf welke dag de hervorming geldt.",
    "Say first from which day the reform holds.",
);
pub const NOTHING_CHANGED: Text = Text::fixed("Er is niets gewijzigd.", "Nothing was changed.");

pub fn declarations_changed(file: &str) -> Text {
    text!(
        "In {file} staan andere declaraties dan eerst. Een hervorming kan dat niet. Zet wat nieuw is in een \
         eigen bestand.",
        "The declarations in {file} are not as they were. A reform cannot do that. Put what is new in a \
         file of its own."
    )
}

pub fn rule_left_out(name: &str) -> Text {
    text!(
        "De regel ‘{name}’ is weg of heet anders. Een hervorming kan geen regel weglaten.",
        "The rule ‘{name}’ is gone or has another name. A reform cannot leave out a rule."
    )
}
