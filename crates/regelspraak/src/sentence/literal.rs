//! Values as written (section 5.2).

use std::sync::Arc;

use super::typing::numeric;
use super::{Parser, Readings, Scope};
use crate::cursor::Cursor;
use crate::declare::unit_at;
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::{Token, TokenKind};
use crate::model::{DomainId, Expr, ExprKind, Precision, Span, TextPart, Type, Unit, Value};
use crate::number::Number;

impl Parser<'_> {
    /// A literal at a token; an enumeration needs the type that is wanted to know its domein.
    pub(super) fn literal(&self, at: usize, want: Option<&Type>, scope: &Scope) -> Readings<Expr> {
        let literal = |value, datatype, end| {
            let kind = ExprKind::Literal(value);
            vec![(Expr { kind, datatype, many: false, span: self.span(at, end) }, end)]
        };
        match self.kind(at) {
            Some(TokenKind::Number(number)) => self.number_literal(at, at + 1, number.clone()),
            Some(TokenKind::Symbol('-')) => match self.kind(at + 1) {
                Some(TokenKind::Number(number)) if !self.tokens[at + 1].spaced => {
                    self.number_literal(at, at + 2, -number.clone())
                }
                _ => Vec::new(),
            },
            Some(TokenKind::Date(date)) => {
                literal(Value::Date(*date), Type::Date(Precision::Day), at + 1)
            }
            Some(TokenKind::DateTime(moment)) => {
                literal(Value::DateTime(*moment), Type::Date(Precision::Millisecond), at + 1)
            }
            Some(TokenKind::Word) if self.sees(at, &["dd", "."]) => match self.kind(at + 2) {
                Some(TokenKind::Date(_) | TokenKind::DateTime(_)) => {
                    self.literal(at + 2, want, scope)
                }
                _ => {
                    self.expect(at + 2, "een datum, zoals 01-01-2026");
                    Vec::new()
                }
            },
            Some(TokenKind::Word) if self.word(at) == "waar" => {
                literal(Value::Boolean(true), Type::Boolean, at + 1)
            }
            Some(TokenKind::Word) if self.word(at) == "onwaar" => {
                literal(Value::Boolean(false), Type::Boolean, at + 1)
            }
            Some(TokenKind::Text(text)) => match text.contains('«') {
                true => self.text_series(at, text, scope),
                false => literal(Value::Text(Arc::from(text.as_str())), Type::Text, at + 1),
            },
            Some(TokenKind::Enumeration(value)) => self.enumeration(at, value, want),
            _ => Vec::new(),
        }
    }

    fn number_literal(&self, from: usize, at: usize, number: Number) -> Readings<Expr> {
        let mut cursor = Cursor { text: self.text, tokens: self.tokens, at };
        let unit = unit_at(&self.model().units, &mut cursor);
        let end = cursor.at;
        let next = self.tokens.get(end).filter(|_| unit.is_none());
        if let Some(token) = next.filter(|token| is_like_a_unit(token)) {
            let message = format!("‘{}’ is geen eenheid", self.written(token));
            let report = Diagnostic::new(Code::UnknownUnit, token.span, message);
            let help =
                "eenheden staan in een Eenheidsysteem; %, €, jr, mnd, wk en dg zijn er altijd";
            self.refuse(end + 1, report.label("onbekende eenheid").help(help));
        }
        let datatype = numeric(unit.unwrap_or(Unit::NONE), number.decimals());
        let kind = ExprKind::Literal(Value::Number(number));
        vec![(Expr { kind, datatype, many: false, span: self.span(from, end) }, end)]
    }

    fn enumeration(&self, at: usize, value: &str, want: Option<&Type>) -> Readings<Expr> {
        let model = self.model();
        let position = |domain: DomainId| model[domain].values.iter().position(|v| v == value);
        let span = self.span(at, at + 1);
        let domains: Vec<DomainId> = match want {
            Some(Type::Enumeration(domain)) => vec![*domain],
            Some(other) => {
                let wanted = super::typing::describe(model, other);
                let message = format!("hier past {wanted}, geen waarde van een domein");
                self.refuse(at + 1, Diagnostic::new(Code::Datatype, span, message));
                return Vec::new();
            }
            None => (0..model.domains.len() as u32).map(DomainId).collect(),
        };
        let readings: Readings<Expr> = domains
            .iter()
            .filter_map(|&domain| {
                let kind = ExprKind::Literal(Value::Enumeration(position(domain)? as u16));
                let datatype = Type::Enumeration(domain);
                Some((Expr { kind, datatype, many: false, span }, at + 1))
            })
            .collect();
        if let ([domain], true) = (&domains[..], readings.is_empty()) {
            let nearest = model[*domain]
                .values
                .iter()
                .map(|known| (strsim::normalized_damerau_levenshtein(known, value), known))
                .filter(|(likeness, _)| *likeness >= 0.5)
                .max_by(|left, right| left.0.total_cmp(&right.0))
                .map(|(_, known)| known.clone());
            let message = format!("‘{value}’ is geen waarde van {}", model[*domain].name);
            let all = model[*domain].values.join("’, ‘");
            self.refuse(
                at + 1,
                Diagnostic::new(Code::UnknownName, span, message)
                    .label("onbekende waarde")
                    .suggest(nearest)
                    .help(format!("de waarden zijn ‘{all}’")),
            );
        }
        readings
    }

    /// A text with values between « and » (section 5.4).
    fn text_series(&self, at: usize, text: &str, scope: &Scope) -> Readings<Expr> {
        let span = self.span(at, at + 1);
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(open) = rest.find('«') {
            if open > 0 {
                parts.push(TextPart::Literal(rest[..open].to_string()));
            }
            let inner = &rest[open + '«'.len_utf8()..];
            let Some(close) = inner.find('»') else {
                let message = "achter « ontbreekt »";
                self.refuse(at + 1, Diagnostic::new(Code::Expected, span, message));
                return Vec::new();
            };
            match self.text_value(span, &inner[..close], scope) {
                Ok(value) => parts.push(TextPart::Value(value)),
                Err(diagnostic) => {
                    self.refuse(at + 1, diagnostic);
                    return Vec::new();
                }
            }
            rest = &inner[close + '»'.len_utf8()..];
        }
        if !rest.is_empty() {
            parts.push(TextPart::Literal(rest.to_string()));
        }
        let kind = ExprKind::TextSeries(parts);
        vec![(Expr { kind, datatype: Type::Text, many: false, span }, at + 1)]
    }

    fn text_value(&self, span: Span, inner: &str, scope: &Scope) -> Result<Expr, Diagnostic> {
        let start = self.text[span.start as usize..span.end as usize].find(inner).unwrap_or(0);
        let source = crate::source::Source::new("", inner);
        let mut problems = Vec::new();
        let mut lexed = crate::lexer::lex(&source, span.file, &mut problems);
        for token in &mut lexed.tokens {
            token.span.start += span.start + start as u32;
            token.span.end += span.start + start as u32;
        }
        if let Some(problem) = problems.pop() {
            return Err(Diagnostic { span, ..problem });
        }
        let parser = Parser { tokens: &lexed.tokens, ..self.fork() };
        let readings = parser.value(0, None, scope);
        let single = |expr: Expr| super::typing::single(expr);
        parser.only(readings, lexed.tokens.len()).and_then(single)
    }
}

/// Whether a word behind a number can only have been meant as a unit: no word of the language
/// that goes on there is as short and means something else.
fn is_like_a_unit(token: &Token) -> bool {
    let others = [
        "aan", "als", "dan", "dat", "die", "door", "en", "geen", "hij", "in", "is", "leeg", "maal",
        "met", "min", "naar", "niet", "of", "plus", "punt", "te", "tot", "uit", "van", "weg",
        "zijn",
    ];
    token.kind == TokenKind::Word
        && token.lower.chars().count() <= 4
        && !others.contains(&token.lower.as_str())
}
