//! Text to tokens. Words keep their place on the line, because RegelSpraak is laid out: a
//! declaration starts a line, a bullet starts a line, a variable starts a line.

use jiff::civil::{Date, DateTime};

use crate::diagnostic::{Code, Diagnostic};
use crate::items::{self, ItemKind};
use crate::model::{FileId, Span};
use crate::number::Number;
use crate::source::Source;

/// The largest text that is read, in bytes; positions must fit and memory must stay bounded.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// A token.
#[derive(Debug, Clone)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its text in lower case, by which names are compared.
    pub lower: String,
    /// Where it stands.
    pub span: Span,
    /// Its line, counted from 1.
    pub line: u32,
    /// Its column on the line, counted from 0 in characters.
    pub column: u32,
    /// Whether it is the first of its line.
    pub first: bool,
    /// Whether white space, or the start of the text, comes before it.
    pub spaced: bool,
}

/// The kinds of token.
#[derive(Debug, Clone, PartialEq)]
pub enum TokenKind {
    /// A word: letters, digits, and hyphens or apostrophes inside it.
    Word,
    /// A number.
    Number(Number),
    /// A day.
    Date(Date),
    /// A moment.
    DateTime(DateTime),
    /// Text between double quotes, without them.
    Text(String),
    /// Text between single quotes, without them.
    Enumeration(String),
    /// One or more bullets at the start of a line; the count is the level.
    Bullet(u32),
    /// Any other character.
    Symbol(char),
}

/// A `///` line.
#[derive(Debug, Clone)]
pub struct DocLine {
    /// Its line, counted from 1.
    pub line: u32,
    /// Its text.
    pub text: String,
}

/// The tokens and doc lines of a text.
#[derive(Debug, Default)]
pub struct Lexed {
    /// The tokens.
    pub tokens: Vec<Token>,
    /// The doc lines.
    pub docs: Vec<DocLine>,
}

/// Splits a text into tokens; what cannot be a token is reported and skipped.
pub fn lex(source: &Source, file: FileId, diagnostics: &mut Vec<Diagnostic>) -> Lexed {
    let mut lexer = Lexer {
        text: &source.text,
        file,
        at: 0,
        line: 1,
        column: 0,
        column_at: 0,
        first: true,
        in_objecttype: false,
        out: Lexed::default(),
        diagnostics,
    };
    if source.text.len() > MAX_BYTES {
        let span = Span { file, start: 0, end: 0 };
        let message = "het bestand is groter dan 4 MB";
        lexer.diagnostics.push(Diagnostic::new(Code::Character, span, message));
    } else {
        lexer.run();
    }
    lexer.out
}

struct Lexer<'a> {
    text: &'a str,
    file: FileId,
    at: usize,
    line: u32,
    /// The column of the byte `column_at`, kept so that a long line is counted through once.
    column: u32,
    column_at: usize,
    first: bool,
    /// Whether the item at hand is an objecttype or an extension of one, in which `--- …` is a heading.
    in_objecttype: bool,
    out: Lexed,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Lexer<'_> {
    fn run(&mut self) {
        while let Some(c) = self.peek() {
            match c {
                '\n' => {
                    self.at += 1;
                    self.line += 1;
                    self.column = 0;
                    self.column_at = self.at;
                    self.first = true;
                }
                c if c.is_whitespace() || c == '\u{feff}' => self.at += c.len_utf8(),
                '/' if self.rest().starts_with("//") => self.comment(),
                '-' if self.first && self.in_objecttype && self.rest().starts_with("---") => {
                    self.skip_line();
                }
                '•' | '▪' | '-' if self.first && self.is_bullet() => self.bullet(),
                '"' | '“' | '”' => self.quoted(c),
                '\'' | '‘' | '’' => self.quoted(c),
                c if c.is_ascii_digit() => self.number(),
                c if c.is_alphabetic() => self.word(),
                c => self.push(TokenKind::Symbol(c), c.len_utf8()),
            }
        }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn push(&mut self, kind: TokenKind, length: usize) {
        let (start, end) = (self.at, self.at + length);
        let before = self.text[..start].chars().next_back();
        if let (true, TokenKind::Word, Some(item)) =
            (self.first, &kind, items::keyword(&self.text[start..end]))
        {
            self.in_objecttype = matches!(item, ItemKind::ObjectType | ItemKind::Extension);
        }
        self.column += self.text[self.column_at..start].chars().count() as u32;
        self.column_at = start;
        self.out.tokens.push(Token {
            kind,
            lower: self.text[start..end].to_lowercase(),
            span: self.span(start, end),
            line: self.line,
            column: self.column,
            first: self.first,
            spaced: before.is_none_or(char::is_whitespace),
        });
        self.first = false;
        self.at = end;
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span { file: self.file, start: start as u32, end: end as u32 }
    }

    fn skip_line(&mut self) {
        self.at += self.rest().find('\n').unwrap_or(self.rest().len());
    }

    fn comment(&mut self) {
        let line = self.rest().lines().next().unwrap_or_default();
        if let Some(doc) = line.strip_prefix("///").filter(|_| self.first) {
            let text = doc.trim().to_string();
            self.out.docs.push(DocLine { line: self.line, text });
        }
        self.skip_line();
    }

    /// A hyphen is a bullet only when a space follows; the round ones always are.
    fn is_bullet(&self) -> bool {
        let after = self.rest().trim_start_matches('-');
        !self.rest().starts_with('-') || after.starts_with(' ')
    }

    fn bullet(&mut self) {
        let mark = self.peek().unwrap_or('•');
        let length = self.rest().find(|c| c != mark).unwrap_or(self.rest().len());
        let level = (length / mark.len_utf8()) as u32;
        self.push(TokenKind::Bullet(level), length);
    }

    fn quoted(&mut self, open: char) {
        let body = &self.rest()[open.len_utf8()..];
        let double = matches!(open, '"' | '“' | '”');
        let closes = |c: char| if double { "\"“”".contains(c) } else { "'‘’".contains(c) };
        match body.find(|c| closes(c) || c == '\n').filter(|&end| !body[end..].starts_with('\n')) {
            Some(end) => {
                let text = body[..end].to_string();
                let close = body[end..].chars().next().map_or(0, char::len_utf8);
                let kind =
                    if double { TokenKind::Text(text) } else { TokenKind::Enumeration(text) };
                self.push(kind, open.len_utf8() + end + close);
            }
            None => {
                let span = self.span(self.at, self.at + open.len_utf8());
                let message = "dit aanhalingsteken wordt op deze regel niet gesloten";
                self.diagnostics.push(
                    Diagnostic::new(Code::Character, span, message)
                        .help("zet een aanhalingsteken achter de tekst"),
                );
                self.skip_line();
            }
        }
    }

    fn word(&mut self) {
        let rest = self.rest();
        let mut end = rest.len();
        for (index, c) in rest.char_indices() {
            let next = rest[index + c.len_utf8()..].chars().next();
            let inside = matches!(c, '-' | '\'' | '’' | '_')
                && next.is_some_and(|next| next.is_alphanumeric());
            if !(c.is_alphanumeric() || inside) {
                end = index;
                break;
            }
        }
        self.push(TokenKind::Word, end);
    }

    fn number(&mut self) {
        if let Some((kind, length)) = self.date() {
            return self.push(kind, length);
        }
        let rest = self.rest();
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let whole = digits(rest);
        let after = |end: usize, mark: char| {
            let more = rest[end..].strip_prefix(mark).map_or(0, digits);
            if more > 0 { end + 1 + more } else { end }
        };
        let mut end = after(whole, ',');
        if end == whole {
            let mixed = after(whole, '_');
            let fraction = after(mixed, '/');
            end = if fraction > mixed { fraction } else { whole };
        }
        if end == whole && rest[whole..].starts_with(char::is_alphabetic) {
            return self.word();
        }
        if after(end, '.') > end {
            let wrong = after(end, '.');
            let span = self.span(self.at, self.at + wrong);
            let comma = rest[..wrong].replace('.', ",");
            self.diagnostics.push(
                Diagnostic::new(Code::Character, span, "een getal krijgt een komma, geen punt")
                    .help(format!("schrijf {comma}, en geen punten tussen duizendtallen")),
            );
            self.at += wrong;
            return;
        }
        match Number::parse(&rest[..end]) {
            Some(number) => self.push(TokenKind::Number(number), end),
            None => {
                let span = self.span(self.at, self.at + end);
                let message = "dit getal kan niet worden gelezen";
                self.diagnostics.push(Diagnostic::new(Code::Character, span, message));
                self.at += end;
            }
        }
    }

    /// A date `dd-mm-jjjj`, with a time behind it or not, if one stands here.
    fn date(&mut self) -> Option<(TokenKind, usize)> {
        let rest = self.rest();
        // No date is longer than ten; one more shows that something longer stands here.
        let inside = |b: &u8| b.is_ascii_digit() || *b == b'-';
        let length = rest.bytes().take(11).take_while(inside).count();
        let parts: Vec<&str> = rest[..length].split('-').collect();
        let [day, month, year] = parts[..] else { return None };
        if year.len() != 4 || day.len() > 2 || month.len() > 2 || month.is_empty() {
            return None;
        }
        let parsed = || Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
        let Some(date) = parsed() else {
            let span = self.span(self.at, self.at + length);
            let message = format!("{} is geen bestaande datum", &rest[..length]);
            self.diagnostics.push(Diagnostic::new(Code::Character, span, message));
            return Some((TokenKind::Date(Date::ZERO), length));
        };
        let time = rest[length..].strip_prefix(' ').and_then(|time| time.get(..12));
        match time.and_then(|time| time.parse::<jiff::civil::Time>().ok()) {
            Some(time) => Some((TokenKind::DateTime(date.to_datetime(time)), length + 13)),
            None => Some((TokenKind::Date(date), length)),
        }
    }
}
