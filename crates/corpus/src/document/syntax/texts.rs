//! What can be wrong with the text of a document, in both languages.

use engine::language::Text;
use engine::text;

/// Words in a message of the parser about tabs.
pub const TAB_WORDS: &[&str] = &["a tab", "tabs", "tab character"];
pub const TAB: Text = Text::fixed(
    "Er staat een tab waar alleen spaties mogen staan.",
    "There is a tab where only spaces can be.",
);
pub const INDENT_WITH_SPACES: Text =
    Text::fixed("Spring in met spaties in plaats van tabs.", "Indent with spaces instead of tabs.");
pub const SPACE_AFTER_COLON: Text = Text::fixed(
    "Zet een spatie na de dubbele punt in plaats van een tab.",
    "Put a space after the colon instead of a tab.",
);
pub const QUOTE: Text = Text::fixed(
    "Er ontbreekt een aanhalingsteken aan het eind van een tekst.",
    "A quotation mark is missing at the end of a text.",
);
pub const QUOTE_HINT: Text =
    Text::fixed("Zet het sluitende aanhalingsteken erbij.", "Add the closing quotation mark.");
pub const NO_YAML: Text =
    Text::fixed("Dit is geen geldige YAML of JSON.", "This is not valid YAML or JSON.");
pub const NO_YAML_HINT: Text = Text::fixed(
    "Kijk naar aanhalingstekens, haakjes en inspringen op deze regel en die ervoor.",
    "Look at the quotation marks, brackets and indentation of this line and the one before it.",
);
pub const BRACE_OPEN: Text =
    Text::fixed("De accolade '{' wordt niet gesloten.", "The brace '{' is not closed.");
pub const BRACKET_OPEN: Text =
    Text::fixed("Het haakje '[' wordt niet gesloten.", "The bracket '[' is not closed.");
pub const NO_SPACE_AFTER_DASH: Text = Text::fixed(
    "Na het streepje '-' ontbreekt een spatie.",
    "A space is missing after the dash '-'.",
);
pub const NO_SPACE_AFTER_COLON: Text =
    Text::fixed("Na de dubbele punt ontbreekt een spatie.", "A space is missing after the colon.");
pub const NO_COLON: Text = Text::fixed(
    "Na de naam van het veld ontbreekt een dubbele punt.",
    "A colon is missing after the name of the field.",
);

pub fn close_with(close: char) -> Text {
    text!(
        "Zet '{close}' na het laatste wat erin hoort.",
        "Put '{close}' after the last thing that belongs in it."
    )
}

pub fn write(shown: &str) -> Text {
    text!("Schrijf {shown}.", "Write {shown}.")
}

/// The parser's messages by a word in them, with what is wrong and how to mend it; the first that
/// fits counts.
pub static MESSAGES: &[(&[&str], Text, Text)] = &[
    (TAB_WORDS, TAB, INDENT_WITH_SPACES),
    (
        &["quoted scalar, found unexpected", "invalid indentation in quoted scalar"],
        QUOTE,
        QUOTE_HINT,
    ),
    (
        &["escape", "hexadecimal"],
        Text::fixed(
            "De code na het teken '\\' bestaat niet.",
            "The code after the character '\\' does not exist.",
        ),
        Text::fixed(
            "Schrijf '\\\\' voor een gewone schuine streep.",
            "Write '\\\\' for an ordinary backslash.",
        ),
    ),
    (
        &["after double-quoted scalar"],
        Text::fixed(
            "Er staat nog tekst na het sluitende aanhalingsteken.",
            "There is text after the closing quotation mark.",
        ),
        Text::fixed(
            "Zet de hele tekst tussen aanhalingstekens.",
            "Put the whole text between quotation marks.",
        ),
    ),
    (
        &["flow mapping"],
        Text::fixed(
            "Er ontbreekt een komma of een sluitende accolade '}'.",
            "A comma or a closing brace '}' is missing.",
        ),
        Text::fixed(
            "Zet een komma tussen de velden en sluit af met '}'.",
            "Put a comma between the fields and close with '}'.",
        ),
    ),
    (
        &["misplaced bracket"],
        Text::fixed(
            "Er staat een haakje te veel, of het staat verkeerd.",
            "There is a bracket too many, or it is in the wrong place.",
        ),
        Text::fixed(
            "Haal het weg, of zet het haakje dat erbij hoort ervoor.",
            "Take it away, or put the bracket that belongs with it before it.",
        ),
    ),
    (
        &["expected <document start>"],
        Text::fixed(
            "Na het einde van de gegevens staat nog tekst.",
            "There is text after the end of the data.",
        ),
        Text::fixed(
            "Haal die tekst weg, of kijk of een haakje te vroeg sluit.",
            "Take that text away, or see whether a bracket closes too early.",
        ),
    ),
    (
        &["flow sequence"],
        Text::fixed(
            "Er ontbreekt een komma, of een haakje staat verkeerd.",
            "A comma is missing, or a bracket is in the wrong place.",
        ),
        Text::fixed(
            "Zet een komma tussen de waarden en sluit een lijst af met ']'.",
            "Put a comma between the values and close a list with ']'.",
        ),
    ),
    (
        &["mapping values are not allowed", "illegal placement of ':'", "mapping keys"],
        Text::fixed("Een dubbele punt kan hier niet staan.", "A colon cannot be here."),
        Text::fixed(
            "Begin elk veld op een eigen regel, of zet tekst met een dubbele punt tussen \
             aanhalingstekens.",
            "Start each field on a line of its own, or put text with a colon between quotation \
             marks.",
        ),
    ),
    (
        &["simple key", "did not find expected key"],
        Text::fixed(
            "Hier hoort een veld te staan: een naam, een dubbele punt en een waarde.",
            "A field belongs here: a name, a colon and a value.",
        ),
        Text::fixed(
            "Zet een dubbele punt na de naam, en velden die bij elkaar horen recht onder elkaar.",
            "Put a colon after the name, and fields that belong together straight below each \
             other.",
        ),
    ),
    (
        &["indent", "block collection", "block sequence"],
        Text::fixed("Het inspringen klopt niet.", "The indentation is not right."),
        Text::fixed(
            "Zet velden en streepjes die bij elkaar horen recht onder elkaar.",
            "Put fields and dashes that belong together straight below each other.",
        ),
    ),
    (&["anchor"], super::ANCHOR, super::ANCHOR_HINT),
    (
        &["directive", "tag", "TAG", "document", "YAML"],
        Text::fixed(
            "Een bestand bevat één document, zonder regels met '%' en zonder tags met '!'.",
            "A file holds one document, without lines with '%' and without tags with '!'.",
        ),
        Text::fixed("Laat die regels weg.", "Leave out those lines."),
    ),
    (
        &["eof", "end of plain"],
        Text::fixed("Het bestand houdt te vroeg op.", "The file ends too early."),
        Text::fixed(
            "Kijk of het laatste veld een waarde heeft.",
            "See whether the last field has a value.",
        ),
    ),
];
