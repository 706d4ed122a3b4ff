//! Which of several subjects with the same name is meant (section 5.5.3): `de eerstgenoemde lener`,
//! `de als tweede genoemde lener`, in the order in which the sentence introduces them.

use super::subject::bound;
use super::{Parser, Readings, Scope, Visible};
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::TokenKind;
use crate::model::{Span, Subject};
use crate::names::Symbol;

/// A rangtelwoord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ordinal {
    /// The so-manieth, counted from 1.
    Nth(usize),
    /// `laatstgenoemde`.
    Last,
}

/// The numbers that are written out.
const WRITTEN: [&str; 3] = ["tweede", "derde", "vierde"];

impl Parser<'_> {
    /// `eerstgenoemde`, `als tweede genoemde`, `als 5e genoemde`, `laatstgenoemde`; with the token
    /// behind it.
    fn ordinal(&self, at: usize) -> Option<(Ordinal, usize)> {
        match self.word(at) {
            "eerstgenoemde" => return Some((Ordinal::Nth(1), at + 1)),
            "laatstgenoemde" => return Some((Ordinal::Last, at + 1)),
            "als" => {}
            _ => return None,
        }
        let word = self.word(at + 1);
        if let Some(position) = WRITTEN.iter().position(|written| *written == word) {
            let end = self.after(at + 2, &["genoemde"])?;
            return Some((Ordinal::Nth(position + 2), end));
        }
        let (number, next) = match self.kind(at + 1) {
            Some(TokenKind::Number(number)) if self.word(at + 2) == "e" => {
                (number.to_i64().and_then(|it| usize::try_from(it).ok()), at + 3)
            }
            _ => (word.strip_suffix('e').and_then(|digits| digits.parse().ok()), at + 2),
        };
        let Some(number) = number.filter(|number| *number > 0) else {
            self.expect(at + 1, "een rangtelwoord, zoals ‘tweede’ of ‘5e’");
            return None;
        };
        let end = self.after(next, &["genoemde"])?;
        Some((Ordinal::Nth(number), end))
    }

    /// A reference with a rangtelwoord, from its article on.
    pub(super) fn ordinal_reference(&self, at: usize, scope: &Scope) -> Readings<Subject> {
        if !self.is_article(at) {
            return Vec::new();
        }
        let Some((ordinal, name)) = self.ordinal(at + 1) else {
            self.refuse_short(at, scope);
            return Vec::new();
        };
        let mut out = Vec::new();
        let rest = &self.tokens[name.min(self.tokens.len())..];
        self.look_up(name, super::failure::Wanted::Subject);
        for (length, entries) in self.declarations.names.matches(rest) {
            let end = name + length;
            for entry in entries {
                let named = self.named_so(entry.symbol, scope);
                if named.is_empty() {
                    if let Symbol::ObjectType(_) | Symbol::Role(_) = entry.symbol {
                        let message = "dit onderwerp is in deze zin nog niet genoemd";
                        let span = self.span(at, end);
                        self.refuse(
                            end,
                            Diagnostic::new(Code::Subject, span, message).label("wie?"),
                        );
                    }
                    continue;
                }
                let chosen = self.chosen(ordinal, &named, self.span(at, end));
                out.extend(self.accept(end, chosen).map(|subject| (subject, end)));
            }
        }
        out
    }

    /// Notes that an attribuut with a rangtelwoord is not there yet.
    pub(super) fn refuse_ordinal_attribute(&self, at: usize) {
        let Some((_, name)) = self.ordinal(at + 1).filter(|_| self.is_article(at)) else { return };
        let rest = &self.tokens[name.min(self.tokens.len())..];
        for (length, entries) in self.declarations.names.matches(rest) {
            if entries.iter().any(|entry| matches!(entry.symbol, Symbol::Attribute(_))) {
                let end = name + length;
                let message = "een rangtelwoord bij een attribuut: dit deel van RegelSpraak 2.3 wordt \
                               nog niet ondersteund";
                let report = Diagnostic::new(Code::Unsupported, self.span(at, end), message);
                self.refuse(end, report.label("nog niet ondersteund"));
            }
        }
    }

    fn chosen(
        &self,
        ordinal: Ordinal,
        named: &[&Visible],
        span: Span,
    ) -> Result<Subject, Diagnostic> {
        let position = match ordinal {
            Ordinal::Nth(number) => number - 1,
            Ordinal::Last => named.len() - 1,
        };
        match named.get(position) {
            Some(visible) if named.len() > 1 => Ok(bound(visible, span)),
            Some(_) => {
                let message = "er is hier maar één onderwerp met deze naam";
                Err(Diagnostic::new(Code::Subject, span, message)
                    .label("geen rangtelwoord nodig")
                    .help("laat het rangtelwoord weg"))
            }
            None => {
                let message =
                    format!("er zijn hier maar {} onderwerpen met deze naam", named.len());
                Err(Diagnostic::new(Code::Subject, span, message)
                    .label("wie?")
                    .help("onderwerpen worden geteld in de volgorde van de zin"))
            }
        }
    }

    /// The subjects a name can refer to, in the order of the sentence. The universal subject is
    /// introduced from its end backwards; elements come behind it.
    pub(super) fn named_so<'s>(&self, symbol: Symbol, scope: &'s Scope) -> Vec<&'s Visible> {
        let of_type = |visible: &&Visible| symbol == Symbol::ObjectType(visible.objecttype);
        let introduced = || scope.visible.iter().rev().filter(|visible| !visible.element);
        let mut named: Vec<&Visible> = introduced().filter(|it| it.introduced == symbol).collect();
        if named.is_empty() {
            named = introduced().filter(of_type).collect();
        }
        let own_name = |visible: &&Visible| {
            visible.introduced == symbol
                || of_type(visible) && !self.model()[visible.objecttype].animate
        };
        named.extend(scope.visible.iter().filter(|visible| visible.element).filter(own_name));
        named
    }

    /// How to say which one is meant.
    pub(super) fn ordinal_help(&self, at: usize, end: usize) -> String {
        let name = self.tokens.get(at + 1..end).unwrap_or_default();
        let name = crate::cursor::words(self.text, name);
        let article = self.word(at);
        format!(
            "zeg welke, in de volgorde van de zin: ‘{article} eerstgenoemde {name}’ of \
             ‘{article} als tweede genoemde {name}’"
        )
    }

    /// Notes that `de eerste lener` is written otherwise.
    fn refuse_short(&self, at: usize, scope: &Scope) {
        let full = match self.word(at + 1) {
            "eerste" => "eerstgenoemde".to_string(),
            "laatste" => "laatstgenoemde".to_string(),
            word if WRITTEN.contains(&word) => format!("als {word} genoemde"),
            _ => return,
        };
        for (length, entries) in self.declarations.names.matches(&self.tokens[at + 2..]) {
            let end = at + 2 + length;
            if entries.iter().any(|entry| self.named_so(entry.symbol, scope).len() > 1) {
                let name = crate::cursor::words(self.text, &self.tokens[at + 2..end]);
                let message = format!("zo wordt niet gezegd welke ‘{name}’ het is");
                let report = Diagnostic::new(Code::Form, self.span(at, end), message);
                let help = format!("schrijf ‘{} {full} {name}’", self.word(at));
                self.refuse(end, report.label("ander rangtelwoord").help(help));
            }
        }
    }
}
