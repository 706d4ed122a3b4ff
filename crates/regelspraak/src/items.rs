//! Tokens to items: one declaration, regel or beslistabel each.

use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::{Lexed, Token, TokenKind};

/// A declaration, regel or beslistabel: its tokens and the doc lines right above it.
#[derive(Debug)]
pub struct Item<'a> {
    /// What it declares.
    pub kind: ItemKind,
    /// All its tokens, the keyword included.
    pub tokens: &'a [Token],
    /// The text of the doc lines.
    pub docs: Vec<&'a str>,
}

/// The kinds of item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemKind {
    /// `Objecttype`
    ObjectType,
    /// `Extensie van objecttype`
    Extension,
    /// `Domein`
    Domain,
    /// `Eenheidsysteem`
    UnitSystem,
    /// `Parameter`
    Parameter,
    /// `Dimensie`
    Dimension,
    /// `Feittype`
    FactType,
    /// `Wederkerig feittype`
    ReciprocalFactType,
    /// `Regel`
    Rule,
    /// `Beslistabel`
    Table,
    /// A part of the language that is not supported yet.
    Unsupported(&'static str),
}

/// The words an item can start with. They are written with a capital, at the start of a line.
const KEYWORDS: [(&str, ItemKind); 14] = [
    ("Objecttype", ItemKind::ObjectType),
    ("Domein", ItemKind::Domain),
    ("Eenheidsysteem", ItemKind::UnitSystem),
    ("Eenheidssysteem", ItemKind::UnitSystem),
    ("Parameter", ItemKind::Parameter),
    ("Feittype", ItemKind::FactType),
    ("Wederkerig", ItemKind::ReciprocalFactType),
    ("Regel", ItemKind::Rule),
    ("Beslistabel", ItemKind::Table),
    ("Extensie", ItemKind::Extension),
    ("Dagsoort", ItemKind::Unsupported("dagsoorten")),
    ("Tijdlijn", ItemKind::Unsupported("tijdlijnen")),
    ("Dimensie", ItemKind::Dimension),
    ("Regelgroep", ItemKind::Unsupported("regelgroepen")),
];

/// Splits the tokens of a file into items. What stands before the first item, and every part of
/// the language that is not supported yet, is reported.
pub fn split<'a>(text: &str, lexed: &'a Lexed, diagnostics: &mut Vec<Diagnostic>) -> Vec<Item<'a>> {
    let tokens = &lexed.tokens;
    let word = |token: &Token| &text[token.span.start as usize..token.span.end as usize];
    let mut starts: Vec<(usize, ItemKind)> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        if !token.first || token.kind != TokenKind::Word {
            continue;
        }
        if let Some(kind) = keyword(word(token)) {
            starts.push((index, kind));
        } else if let (0, false, Some((meant, kind))) =
            (token.column, starts.is_empty(), misspelt(word(token)))
        {
            // Read on as if it were written right, so that nothing else is reported for it.
            diagnostics.push(
                Diagnostic::new(
                    Code::Expected,
                    token.span,
                    format!("‘{}’ is geen woord waarmee een onderdeel begint", word(token)),
                )
                .label("verkeerd gespeld?")
                .suggest(Some(meant.to_string())),
            );
            starts.push((index, kind));
        }
    }
    let first = starts.first().map_or(tokens.len(), |(index, _)| *index);
    if let Some(token) = tokens[..first].first() {
        diagnostics.push(
            Diagnostic::new(Code::Expected, token.span, "hier begint geen declaratie of regel")
                .label("verwacht: een woord waarmee een onderdeel begint")
                .suggest(nearest_keyword(word(token)))
                .help(
                    "een onderdeel begint op een nieuwe regel met een hoofdletter: Objecttype, \
                     Extensie, Domein, Dimensie, Eenheidsysteem, Parameter, Feittype, Regel of Beslistabel",
                ),
        );
    }
    let mut items = Vec::new();
    for (position, &(start, kind)) in starts.iter().enumerate() {
        let end = starts.get(position + 1).map_or(tokens.len(), |(next, _)| *next);
        let item = Item { kind, tokens: &tokens[start..end], docs: docs_above(lexed, start) };
        match kind {
            ItemKind::Unsupported(what) => diagnostics.push(
                Diagnostic::new(
                    Code::Unsupported,
                    tokens[start].span,
                    format!("{what}: dit deel van RegelSpraak 2.3 wordt nog niet ondersteund"),
                )
                .label("nog niet ondersteund"),
            ),
            _ => items.push(item),
        }
    }
    items
}

/// The kind of item a word starts, when it is the first of its line.
pub fn keyword(word: &str) -> Option<ItemKind> {
    KEYWORDS.iter().find(|(keyword, _)| *keyword == word).map(|(_, kind)| *kind)
}

/// The keyword that a word at the margin must have been meant as: one mistake off, or two in a
/// long word.
fn misspelt(word: &str) -> Option<(&'static str, ItemKind)> {
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let near = |keyword: &str| {
        let most = if keyword.len() >= 8 { 2 } else { 1 };
        strsim::damerau_levenshtein(keyword, word) <= most
    };
    KEYWORDS.into_iter().find(|(keyword, _)| near(keyword))
}

fn nearest_keyword(word: &str) -> Option<String> {
    KEYWORDS
        .iter()
        .map(|(keyword, _)| (strsim::damerau_levenshtein(keyword, word), *keyword))
        .min()
        .filter(|(distance, _)| *distance <= 3)
        .map(|(_, keyword)| keyword.to_string())
}

/// The doc lines that end on the line before the item, without a gap.
fn docs_above(lexed: &Lexed, start: usize) -> Vec<&str> {
    let mut line = lexed.tokens[start].line;
    let mut docs = Vec::new();
    for doc in lexed.docs.iter().rev().skip_while(|doc| doc.line >= lexed.tokens[start].line) {
        if doc.line + 1 != line {
            break;
        }
        line = doc.line;
        docs.push(doc.text.as_str());
    }
    docs.reverse();
    docs
}
