//! What can be wrong with the text itself, in Dutch.

use std::borrow::Cow;

use saphyr_parser::ScanError;

use super::{DocumentError, Position};

/// The parser's messages by a word in them; the first that fits counts.
const MESSAGES: &[(&[&str], &str, &str)] = &[
    (
        &["tab"],
        "Er staat een tab waar alleen spaties mogen staan.",
        "Spring in met spaties in plaats van tabs.",
    ),
    (
        &["quoted scalar, found unexpected end"],
        "Er ontbreekt een aanhalingsteken aan het eind van een tekst.",
        "Zet het sluitende aanhalingsteken erbij.",
    ),
    (
        &["escape", "hexadecimal"],
        "De code na het teken '\\' bestaat niet.",
        "Schrijf '\\\\' voor een gewone schuine streep.",
    ),
    (
        &["after double-quoted scalar"],
        "Er staat nog tekst na het sluitende aanhalingsteken.",
        "Zet de hele tekst tussen aanhalingstekens.",
    ),
    (
        &["flow mapping"],
        "Er ontbreekt een komma of een sluitende accolade '}'.",
        "Zet een komma tussen de velden en sluit af met '}'.",
    ),
    (
        &["flow sequence", "misplaced bracket"],
        "Er ontbreekt een komma, of een haakje staat verkeerd.",
        "Zet een komma tussen de waarden en sluit een lijst af met ']'.",
    ),
    (
        &["mapping values are not allowed", "illegal placement of ':'", "mapping keys"],
        "Een dubbele punt kan hier niet staan.",
        "Begin elk veld op een eigen regel, of zet tekst met een dubbele punt tussen \
         aanhalingstekens.",
    ),
    (
        &["simple key", "did not find expected key"],
        "Hier hoort een veld te staan: een naam, een dubbele punt en een waarde.",
        "Zet een dubbele punt na de naam, en velden die bij elkaar horen recht onder elkaar.",
    ),
    (
        &["indent", "block collection", "block sequence"],
        "Het inspringen klopt niet.",
        "Zet velden en streepjes die bij elkaar horen recht onder elkaar.",
    ),
    (
        &["anchor"],
        "Verwijzingen met '&' en '*' kunnen hier niet.",
        "Schrijf de waarde voluit, of zet tekst tussen aanhalingstekens.",
    ),
    (
        &["directive", "tag", "TAG", "document", "YAML"],
        "Een bestand bevat één document, zonder regels met '%' en zonder tags met '!'.",
        "Laat die regels weg.",
    ),
    (
        &["eof", "end of plain"],
        "Het bestand houdt te vroeg op.",
        "Kijk of het laatste veld een waarde heeft.",
    ),
];

/// The error of the parser, in Dutch. The parser may point past the `end` of the text.
pub(super) fn error(file: &str, end: Position, error: &ScanError) -> DocumentError {
    let mark = error.marker();
    let position = Position { line: mark.line().max(1), column: mark.col() + 1 }.min(end);
    let info = error.info();
    if info.contains("recursion limit") {
        return too_deep(file, position, usize::from(u8::MAX));
    }
    let fits = |words: &[&str]| words.iter().any(|word| info.contains(word));
    let (message, hint) = match MESSAGES.iter().find(|(words, ..)| fits(words)) {
        Some((_, message, hint)) => (*message, *hint),
        None => (
            "Dit is geen geldige YAML of JSON.",
            "Kijk naar aanhalingstekens, haakjes en inspringen op deze regel en die ervoor.",
        ),
    };
    DocumentError::new(file, position, message, hint)
}

/// Lists and groups of fields too deep inside each other.
pub(super) fn too_deep(file: &str, position: Position, depth: usize) -> DocumentError {
    let message = format!("Er zitten meer dan {depth} lijsten of groepen in elkaar.");
    DocumentError::new(file, position, message, "Maak het bestand minder diep.")
}

/// An anchor or an alias.
pub(super) fn anchor(file: &str, position: Position) -> DocumentError {
    let message = "Verwijzingen met '&' en '*' kunnen hier niet.";
    let hint = "Schrijf de waarde voluit, of zet tekst tussen aanhalingstekens.";
    DocumentError::new(file, position, message, hint)
}

/// The first character that no text has. A parser that takes NUL for the end of the file would
/// silently skip what follows.
pub(super) fn control_character(file: &str, text: &str) -> Option<DocumentError> {
    let strange = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}');
    let offset = text.find(strange)?;
    let position = end(&text[..offset]);
    let message = "Er staat een teken in het bestand dat geen leesbare tekst is.";
    let hint = "Sla het bestand op als gewone tekst (UTF-8).";
    Some(DocumentError::new(file, position, message, hint))
}

/// The place just after a text.
pub(super) fn end(text: &str) -> Position {
    let last_line = text.rfind('\n').map_or(text, |newline| &text[newline + 1..]);
    Position { line: text.matches('\n').count() + 1, column: last_line.chars().count() + 1 }
}

/// JSON writes a character beyond the first 65.536 as two codes (`\ud83d\ude00`), which YAML does
/// not know. In JSON text each such pair becomes the one code YAML has; columns after it on the
/// same line then count two less.
pub(super) fn join_surrogates(text: &str) -> Cow<'_, str> {
    let json = text.trim_start().starts_with(['{', '[']);
    if !json || !(text.contains("\\ud") || text.contains("\\uD")) {
        return Cow::Borrowed(text);
    }
    let mut joined = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(slash) = rest.find('\\') {
        joined.push_str(&rest[..slash]);
        rest = &rest[slash..];
        let code = code_unit(rest).zip(rest.get(6..).and_then(code_unit));
        let length = match code {
            Some((high @ 0xD800..0xDC00, low @ 0xDC00..0xE000)) => {
                let code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                joined.push_str(&format!("\\U{code:08X}"));
                12
            }
            // A backslash and what follows it belong together: `\\ud83d` is no code.
            _ => {
                let length = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
                joined.push_str(&rest[..length]);
                length
            }
        };
        rest = &rest[length..];
    }
    joined.push_str(rest);
    Cow::Owned(joined)
}

fn code_unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let hexadecimal = digits.bytes().all(|b| b.is_ascii_hexdigit());
    hexadecimal.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
}
