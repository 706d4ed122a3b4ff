//! What the rulebook says of its own, in both languages.

use engine::language::Text;
use engine::text;

pub const ONE_OF_TWO: Text = Text::fixed("Haal een van de twee weg.", "Take one of the two away.");
pub const LEAVE_OUT: Text = Text::fixed("Laat het weg.", "Leave it out.");

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

pub fn no_file(name: &str) -> Text {
    text!(
        "Een bestand ‘{name}’ staat niet in het regelboek.",
        "A file ‘{name}’ is not in the rulebook."
    )
}
