//! What is said about documents in general, in both languages.

use std::fmt::Display;

use engine::language::Text;
use engine::text;

/// What a place can ask for.
pub mod expected {
    use super::Text;

    pub const LIST: Text = Text::fixed("een lijst", "a list");
    pub const GROUP: Text = Text::fixed("een groep velden", "a group of fields");
    pub const TEXT: Text = Text::fixed("tekst", "text");
    pub const NUMBER: Text = Text::fixed("een getal", "a number");
    pub const YES_NO: Text = Text::fixed("ja of nee", "yes or no");
    pub const DATE: Text = Text::fixed("een datum", "a date");
    pub const CHOICE: Text = Text::fixed("een keuze", "a choice");
    pub const NOTHING: Text = Text::fixed("niets", "nothing");
}

pub const EXAMPLE_NUMBER: Text =
    Text::fixed("Schrijf bijvoorbeeld 28000 of 712.50.", "Write for example 28000 or 712.50.");
pub const TRUE_OR_FALSE: Text =
    Text::fixed("Schrijf true (ja) of false (nee).", "Write true (yes) or false (no).");
pub const EXAMPLE_DATE: Text = Text::fixed(
    "Schrijf een datum als jjjj-mm-dd, bijvoorbeeld 2026-01-15",
    "Write a date as yyyy-mm-dd, for example 2026-01-15",
);
pub const CHECK_DAY: Text = Text::fixed(
    "Controleer de dag en de maand (jjjj-mm-dd).",
    "Check the day and the month (yyyy-mm-dd).",
);
pub const PUT_FIELDS: Text = Text::fixed("Zet er velden onder", "Put fields under it");
pub const PUT_LIST: Text = Text::fixed("Zet er een lijst onder", "Put a list under it");
pub const FILL_IN: Text = Text::fixed("Vul een waarde in", "Fill in a value");
pub const EMPTY_TEXT: Text = Text::fixed("Deze tekst is leeg.", "This text is empty.");
const FILL_TEXT: Text = Text::fixed("Vul een tekst in", "Fill in a text");
pub const COMMA: Text = Text::fixed(
    "Een bedrag met een komma kan hier niet.",
    "An amount with a comma cannot be used here.",
);
pub const FIRST_SOLVE: Text =
    Text::fixed("Los eerst de fouten hierboven op.", "Mend the mistakes above first.");
pub const EMPTY_FILE: Text = Text::fixed("Het bestand is leeg.", "The file is empty.");
pub const EMPTY_FILE_HINT: Text = Text::fixed(
    "Zet er velden in, of geef een ander bestand.",
    "Put fields in it, or give another file.",
);
pub const MORE_DOCUMENTS: Text = Text::fixed(
    "Er staan meer documenten in dit bestand.",
    "There is more than one document in this file.",
);
pub const MORE_DOCUMENTS_HINT: Text = Text::fixed(
    "Laat '---' weg en zet elk document in een eigen bestand.",
    "Leave out '---' and put each document in a file of its own.",
);
pub const NAME_OF_FIELD: Text =
    Text::fixed("Hier hoort de naam van een veld te staan.", "The name of a field belongs here.");
pub const WRITE_FIELD: Text = Text::fixed(
    "Schrijf een naam, een dubbele punt en een waarde.",
    "Write a name, a colon and a value.",
);
pub const TAG: Text = Text::fixed(
    "Een YAML-tag (met '!') kan hier niet.",
    "A YAML tag (with '!') cannot be used here.",
);
pub const TAG_HINT: Text = Text::fixed("Laat de tag weg.", "Leave out the tag.");
pub const ANCHOR: Text = Text::fixed(
    "Verwijzingen met '&' en '*' kunnen hier niet.",
    "References with '&' and '*' cannot be used here.",
);
pub const ANCHOR_HINT: Text = Text::fixed(
    "Schrijf de waarde voluit, of zet tekst tussen aanhalingstekens.",
    "Write the value in full, or put text between quotation marks.",
);
pub const LESS_DEEP: Text =
    Text::fixed("Maak het bestand minder diep.", "Make the file less deep.");
pub const CONTROL: Text = Text::fixed(
    "Er staat een teken in het bestand dat geen leesbare tekst is.",
    "There is a character in the file that is not readable text.",
);
pub const CONTROL_HINT: Text = Text::fixed(
    "Sla het bestand op als gewone tekst (UTF-8).",
    "Save the file as plain text (UTF-8).",
);

pub fn too_large(bytes: usize) -> Text {
    text!("Het bestand is te groot: {bytes} bytes.", "The file is too large: {bytes} bytes.")
}

pub fn at_most_bytes(bytes: usize) -> Text {
    text!(
        "Een bestand mag hooguit {bytes} bytes groot zijn.",
        "A file may be at most {bytes} bytes."
    )
}

pub fn too_deep(depth: usize) -> Text {
    text!(
        "Er zitten meer dan {depth} lijsten of groepen in elkaar.",
        "There are more than {depth} lists or groups inside each other."
    )
}

pub fn more_mistakes(count: usize) -> Text {
    text!("Er zijn nog {count} fouten meer.", "Mistakes that are not shown: {count}.")
}

pub fn not_a_number(shown: &str) -> Text {
    text!("{shown} is geen getal.", "{shown} is not a number.")
}

pub fn not_yes_or_no(shown: &str) -> Text {
    text!("{shown} is geen ja of nee.", "{shown} is not a yes or no.")
}

pub fn not_a_date(shown: &str) -> Text {
    text!("{shown} is geen datum.", "{shown} is not a date.")
}

pub fn no_such_date(written: &str) -> Text {
    text!("De datum {written} bestaat niet.", "The date {written} does not exist.")
}

pub fn date_as(date: impl Display) -> Text {
    text!("Schrijf een datum als jjjj-mm-dd: {date}.", "Write a date as yyyy-mm-dd: {date}.")
}

pub fn cannot_be(shown: &str) -> Text {
    text!("{shown} kan hier niet.", "{shown} cannot be used here.")
}

/// `Kies uit: a, b`, without a full stop.
pub fn choose(words: &[&str]) -> Text {
    let words = words.join(", ");
    text!("Kies uit: {words}", "Choose from: {words}")
}

pub fn no_such_field(shown: &str) -> Text {
    text!("Het veld {shown} bestaat hier niet.", "There is no field {shown} here.")
}

pub fn known_fields(known: &[&str]) -> Text {
    let known = known.join(", ");
    text!("Deze velden kunnen hier: {known}.", "These fields can be used here: {known}.")
}

pub fn unlike(expected: &Text, found: &Text) -> Text {
    let [(nl, is), (en, found_is)] = both(expected, found);
    text!(
        "Hier hoort {nl} te staan, maar er staat {is}.",
        "There should be {en} here, but there is {found_is}."
    )
}

fn both<'t>(one: &'t Text, other: &'t Text) -> [(&'t str, &'t str); 2] {
    engine::language::Language::ALL.map(|language| (one.get(language), other.get(language)))
}

/// An advice as a sentence; for a field that is not needed, with the other way out.
pub fn or_leave_out(advice: &Text, required: bool) -> Text {
    let [(nl, _), (en, _)] = both(advice, advice);
    match required {
        true => text!("{nl}.", "{en}."),
        false => text!("{nl}, of laat het veld weg.", "{en}, or leave out the field."),
    }
}

pub fn fill_text(required: bool) -> Text {
    or_leave_out(&FILL_TEXT, required)
}

pub fn missing_field(name: &str) -> Text {
    text!("Het veld '{name}' ontbreekt.", "The field '{name}' is missing.")
}

pub fn add_field(name: &str) -> Text {
    text!("Zet '{name}:' met een waarde erbij.", "Add '{name}:' with a value.")
}

pub fn double_field(shown: &str) -> Text {
    text!("Het veld {shown} staat hier dubbel.", "The field {shown} is here twice.")
}

pub fn also_on_line(line: usize) -> Text {
    text!(
        "Het staat ook al op regel {line}. Laat er één weg.",
        "It is on line {line} as well. Leave one out."
    )
}

pub fn with_a_point(whole: &str, cents: &str) -> Text {
    text!(
        "Schrijf een bedrag met een punt: {whole}.{cents}.",
        "Write an amount with a point: {whole}.{cents}."
    )
}

/// `Bedoelde u 'loon'?`
pub fn meant(name: &str) -> Text {
    text!("Bedoelde u '{name}'?", "Did you mean '{name}'?")
}

pub fn most_like(name: &str) -> Text {
    text!("Het lijkt nog het meest op '{name}'.", "It looks most like '{name}'.")
}

/// What must be left out of a number that was written in another way.
pub mod fault {
    use super::Text;

    pub const PLUS: Text = Text::fixed("zonder plusteken", "without a plus sign");
    pub const DASH: Text = Text::fixed("zonder streepje erachter", "without the dash after it");
    pub const EURO: Text = Text::fixed("zonder €-teken", "without the € sign");
    pub const POINTS: Text =
        Text::fixed("zonder punten tussen duizendtallen", "without points between thousands");
    pub const COMMAS: Text =
        Text::fixed("zonder komma's tussen duizendtallen", "without commas between thousands");
    pub const APOSTROPHE: Text = Text::fixed("zonder apostrof", "without an apostrophe");
    pub const UNDERSCORE: Text = Text::fixed("zonder '_'", "without '_'");
    pub const SPACES: Text = Text::fixed("zonder spaties", "without spaces");
}

/// How a number must be written, and what must be left out.
pub fn write_number(number: &str, faults: &[Text]) -> Text {
    use engine::language::Language::{Dutch, English};
    let list = |language| faults.iter().map(|f| format!(", {}", f.get(language))).collect();
    let (without, left_out): (String, String) = (list(Dutch), list(English));
    text!("Schrijf {number}{without}.", "Write {number}{left_out}.")
}

pub fn write_in_full(number: &str) -> Text {
    text!("Schrijf het getal voluit: {number}.", "Write the number in full: {number}.")
}
