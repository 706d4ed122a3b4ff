//! A place in a list of tokens, for the declarations, where what comes next is always known.

use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::{Token, TokenKind};
use crate::model::{FileId, Name, Span};

/// Reads tokens one by one.
#[derive(Debug, Clone)]
pub struct Cursor<'a> {
    /// The text the tokens come from.
    pub text: &'a str,
    /// The tokens.
    pub tokens: &'a [Token],
    /// The next token.
    pub at: usize,
}

impl<'a> Cursor<'a> {
    /// At the start of `tokens`.
    pub fn new(text: &'a str, tokens: &'a [Token]) -> Cursor<'a> {
        Cursor { text, tokens, at: 0 }
    }

    /// The next token.
    pub fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    /// The tokens from here on.
    pub fn rest(&self) -> &'a [Token] {
        &self.tokens[self.at.min(self.tokens.len())..]
    }

    /// Whether nothing is left.
    pub fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Whether these words, in lower case, come next.
    pub fn sees(&self, words: &[&str]) -> bool {
        starts_with(self.rest(), words)
    }

    /// Takes these words if they come next.
    pub fn takes(&mut self, words: &[&str]) -> bool {
        let seen = self.sees(words);
        if seen {
            self.at += words.len();
        }
        seen
    }

    /// Takes one of two articles, if it comes next.
    pub fn article(&mut self) -> Option<String> {
        ["de", "het"].into_iter().find(|word| self.takes(&[word])).map(str::to_string)
    }

    /// The place of the next token, or the end of the last one.
    pub fn here(&self) -> Span {
        match (self.peek(), self.tokens.last()) {
            (Some(token), _) => token.span,
            (None, Some(last)) => Span { start: last.span.end, ..last.span },
            (None, None) => Span { file: FileId(0), start: 0, end: 0 },
        }
    }

    /// The text of some tokens, with single spaces between words.
    pub fn words(&self, tokens: &[Token]) -> String {
        words(self.text, tokens)
    }

    /// Fails at the next token.
    pub fn expected(&self, what: &str) -> Diagnostic {
        let found = match self.peek() {
            Some(token) => format!("‘{}’", self.words(std::slice::from_ref(token))),
            None => "het einde".to_string(),
        };
        Diagnostic::new(Code::Expected, self.here(), format!("verwacht: {what}; gevonden: {found}"))
            .label(format!("verwacht: {what}"))
    }

    /// Takes `(mv: plural)` if it comes next; the tokens of the plural.
    pub fn plural(&mut self) -> Result<Option<&'a [Token]>, Diagnostic> {
        if !self.takes(&["(", "mv", ":"]) {
            return Ok(None);
        }
        let rest = self.rest();
        let close = rest.iter().position(|token| token.kind == TokenKind::Symbol(')'));
        match close {
            Some(close) if close > 0 => {
                self.at += close + 1;
                Ok(Some(&rest[..close]))
            }
            _ => Err(self.expected("de meervoudsvorm en een haakje sluiten")),
        }
    }
}

/// Whether tokens start with these words, in lower case.
pub fn starts_with(tokens: &[Token], words: &[&str]) -> bool {
    tokens.len() >= words.len()
        && words.iter().zip(tokens).all(|(word, token)| token.lower == *word)
}

/// The text of some tokens as written, with every run of white space made one space.
pub fn words(text: &str, tokens: &[Token]) -> String {
    let mut out = String::new();
    for token in tokens {
        if token.spaced && !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&text[token.span.start as usize..token.span.end as usize]);
    }
    out
}

/// A name as declared, with the tokens that other text must repeat to mean it.
#[derive(Debug, Clone)]
pub struct DeclaredName<'a> {
    /// The name.
    pub name: Name,
    /// The tokens of the singular.
    pub singular: &'a [Token],
    /// The tokens of the plural.
    pub plural: Option<&'a [Token]>,
}
