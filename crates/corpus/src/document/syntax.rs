//! What can be wrong with the text itself.

mod texts;

use std::borrow::Cow;

use saphyr_parser::ScanError;

use engine::language::Text as Words;

use super::texts::{ANCHOR, ANCHOR_HINT, CONTROL, CONTROL_HINT, LESS_DEEP, WRITE_FIELD};
use super::{DocumentError, Position, excerpt};

/// A text that the parser refuses, and how far it came.
pub(super) struct Text<'t> {
    pub(super) text: &'t str,
    /// Where the lists and groups start that were open, the outermost first.
    pub(super) open: Vec<Position>,
    /// Where the last thing that could be read starts and ends.
    pub(super) last: (Position, Position),
}

impl Text<'_> {
    /// The error of the parser, in our words. Where the parser notices a mistake is often a line or
    /// more after it; where the text tells the true place, that is given.
    pub(super) fn error(&self, file: &str, error: &ScanError) -> DocumentError {
        let mark = error.marker();
        let position = Position { line: mark.line().max(1), column: mark.col() + 1 };
        // The parser may point past the end of the text.
        let position = position.min(end(self.text));
        let info = error.info();
        if info.contains("recursion limit") {
            return too_deep(file, position, usize::from(u8::MAX));
        }
        if let Some((position, message, hint)) = self.true_cause(info, position) {
            return DocumentError::new(file, position, message, hint);
        }
        let fits = |words: &[&str]| words.iter().any(|word| info.contains(word));
        let (message, hint) = match texts::MESSAGES.iter().find(|(words, ..)| fits(words)) {
            Some((_, message, hint)) => (message.clone(), hint.clone()),
            None => (texts::NO_YAML, texts::NO_YAML_HINT),
        };
        let comma = info.contains("flow mapping") || info.contains("flow sequence");
        let line = self.last.0.line;
        let position = if comma && line < position.line {
            Position { line, column: self.line(line).trim_end().chars().count() + 1 }
        } else {
            position
        };
        DocumentError::new(file, position, message, hint)
    }

    /// What is really wrong, where the text shows that better than the parser.
    fn true_cause(&self, info: &str, at: Position) -> Option<(Position, Words, Words)> {
        let quote = |place| (place, texts::QUOTE, texts::QUOTE_HINT);
        if texts::TAB_WORDS.iter().any(|word| info.contains(word)) {
            return Some((self.indenting_tab(at)?, texts::TAB, texts::INDENT_WITH_SPACES));
        }
        if info.contains("followed by a valid YAML whitespace") {
            let column = self.line(at.line).chars().take(at.column).position(|c| c == '\t')? + 1;
            return Some((Position { column, ..at }, texts::TAB, texts::SPACE_AFTER_COLON));
        }
        if info.contains("after double-quoted scalar") {
            return self.open_quote(at).map(quote);
        }
        if info.contains("quoted scalar") {
            return None;
        }
        if let Some(cause) = self.unclosed(at) {
            return Some(cause);
        }
        if info.contains("simple key expect ':'") {
            return self.missing_colon(at);
        }
        if info.contains("expected '-' indicator") {
            return self.dash_without_space(at.line);
        }
        None
    }

    /// The tab at the start of a line, from the line of the error on.
    fn indenting_tab(&self, at: Position) -> Option<Position> {
        self.text.split('\n').enumerate().skip(at.line - 1).find_map(|(index, line)| {
            let tab = line.chars().take_while(|c| c.is_whitespace()).position(|c| c == '\t')?;
            Some(Position { line: index + 1, column: tab + 1 })
        })
    }

    /// A quote on an earlier line that nothing on that line closes, when text on this line then
    /// closed it.
    fn open_quote(&self, at: Position) -> Option<Position> {
        let odd = |line: &str| quotes(line).count() % 2 == 1;
        let here: String = self.line(at.line).chars().take(at.column - 1).collect();
        if !odd(&here) {
            return None;
        }
        let (index, line) =
            self.text.split('\n').take(at.line - 1).enumerate().find(|(_, line)| odd(line))?;
        Some(Position { line: index + 1, column: quotes(line).last()? + 1 })
    }

    /// The bracket that is open, when the text ends or a line that stands outside of it follows.
    fn unclosed(&self, at: Position) -> Option<(Position, Words, Words)> {
        let bracket = |place: &Position| {
            let bracket = self.line(place.line).chars().nth(place.column - 1);
            bracket.filter(|c| matches!(c, '{' | '[')).map(|c| (*place, c))
        };
        let open = || self.open.iter().rev().find_map(bracket);
        let (place, bracket) = self.unread_bracket(at).or_else(open)?;
        let rest = self.text.split('\n').skip(at.line - 1);
        let mut rest = rest.flat_map(|line| line.chars().chain(['\n']));
        let ended = rest.by_ref().skip(at.column - 1).all(char::is_whitespace);
        let line = self.line(at.line);
        let outside = self.open.first() != Some(&place)
            && at.line > place.line
            && indent(line) <= indent(self.line(place.line))
            && !line.trim_start().starts_with(['}', ']']);
        if !ended && !outside {
            return None;
        }
        let (message, close) = match bracket {
            '{' => (texts::BRACE_OPEN, '}'),
            _ => (texts::BRACKET_OPEN, ']'),
        };
        Some((place, message, texts::close_with(close)))
    }

    /// A bracket that was opened after what could be read.
    fn unread_bracket(&self, at: Position) -> Option<(Position, char)> {
        let mut open = Vec::new();
        let mut quoted = false;
        let from = self.last.1;
        let lines = self.text.split('\n').enumerate().skip(from.line - 1);
        for (index, line) in lines.take((at.line + 1).saturating_sub(from.line)) {
            for (column, c) in line.chars().enumerate() {
                let place = Position { line: index + 1, column: column + 1 };
                match c {
                    _ if place < from || place >= at => {}
                    '"' => quoted = !quoted,
                    '{' | '[' if !quoted => open.push((place, c)),
                    '}' | ']' if !quoted => {
                        open.pop();
                    }
                    _ => {}
                }
            }
        }
        open.pop()
    }

    fn dash_without_space(&self, number: usize) -> Option<(Position, Words, Words)> {
        let line = self.line(number);
        let rest = line.trim_start().strip_prefix('-').filter(|rest| !rest.starts_with(' '))?;
        let position = Position { line: number, column: indent(line) + 1 };
        let hint = texts::write(&excerpt(&format!("- {}", rest.trim())));
        Some((position, texts::NO_SPACE_AFTER_DASH, hint))
    }

    /// The line before, which should be a field and has no colon, or no space after it.
    fn missing_colon(&self, at: Position) -> Option<(Position, Words, Words)> {
        let blank = |line: &str| line.is_empty() || line.starts_with('#');
        let before = self.text.split('\n').take(at.line - 1).enumerate();
        let (index, line) = before.filter(|(_, line)| !blank(line.trim())).last()?;
        let field = line.trim_start_matches([' ', '-']).trim_end();
        let column = line.trim_end().chars().count() - field.chars().count() + 1;
        let position = Position { line: index + 1, column };
        if let Some(cause) = self.dash_without_space(index + 1) {
            return Some(cause);
        }
        let spaced = |(name, value): (&str, &str)| {
            texts::write(&excerpt(&format!("{}: {}", name.trim(), value.trim())))
        };
        let (message, hint) = match (field.split_once(':'), field.split_once(' ')) {
            (Some(parts), _) => (texts::NO_SPACE_AFTER_COLON, Some(spaced(parts))),
            (None, parts) => (texts::NO_COLON, parts.map(spaced)),
        };
        Some((position, message, hint.unwrap_or(WRITE_FIELD)))
    }

    fn line(&self, number: usize) -> &str {
        self.text.split('\n').nth(number - 1).unwrap_or_default()
    }
}

/// The places of the quotes in a line, in characters from 0.
fn quotes(line: &str) -> impl Iterator<Item = usize> + '_ {
    let mut escaped = false;
    line.chars().enumerate().filter_map(move |(index, c)| {
        let quote = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        quote.then_some(index)
    })
}

fn indent(line: &str) -> usize {
    line.chars().take_while(|c| *c == ' ').count()
}

/// Lists and groups of fields too deep inside each other.
pub(super) fn too_deep(file: &str, position: Position, depth: usize) -> DocumentError {
    DocumentError::new(file, position, super::texts::too_deep(depth), LESS_DEEP)
}

/// An anchor or an alias.
pub(super) fn anchor(file: &str, position: Position) -> DocumentError {
    DocumentError::new(file, position, ANCHOR, ANCHOR_HINT)
}

/// The first character that no text has. A parser that takes NUL for the end of the file would
/// silently skip what follows.
pub(super) fn control_character(file: &str, text: &str) -> Option<DocumentError> {
    let strange = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}');
    let offset = text.find(strange)?;
    let position = end(&text[..offset]);
    Some(DocumentError::new(file, position, CONTROL, CONTROL_HINT))
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
