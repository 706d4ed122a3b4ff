//! Why a sentence cannot be read: the furthest place any reading came to, and what stopped it.

use crate::cursor::words;
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::Token;
use crate::model::Span;
use crate::names::{Entry, Names, Symbol};

/// What stopped the readings of a sentence.
#[derive(Debug, Default)]
pub struct Failure {
    at: usize,
    expected: Vec<String>,
    refused: Option<Diagnostic>,
    /// Where a name was looked up, and which kinds of name would have done.
    lookups: Vec<(usize, Wanted)>,
    too_complicated: Option<usize>,
}

/// The kinds of name a place allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// An attribuut, parameter or variable.
    Value,
    /// An attribuut.
    Attribute,
    /// An objecttype or rol.
    Subject,
    /// A rol.
    Role,
    /// A kenmerk or rol.
    Kenmerk,
    /// A consistentieregel.
    Check,
}

impl Wanted {
    fn admits(self, entry: Entry) -> bool {
        use Symbol::*;
        matches!(
            (self, entry.symbol),
            (Wanted::Value, Attribute(_) | Parameter(_) | Variable(_))
                | (Wanted::Attribute, Attribute(_))
                | (Wanted::Subject, ObjectType(_) | Role(_))
                | (Wanted::Role, Role(_))
                | (Wanted::Kenmerk, Kenmerk(_) | Role(_))
                | (Wanted::Check, Check(_))
        )
    }

    /// What users call it.
    pub fn describe(self) -> &'static str {
        match self {
            Wanted::Value => "een attribuut, parameter of variabele",
            Wanted::Attribute => "een attribuut",
            Wanted::Subject => "een objecttype of rol",
            Wanted::Role => "een rol",
            Wanted::Kenmerk => "een kenmerk of rol",
            Wanted::Check => "de naam van een consistentieregel",
        }
    }
}

impl Failure {
    /// Notes what would have been allowed at a token.
    pub fn expect(&mut self, at: usize, what: &str) {
        if at > self.at {
            self.at = at;
            self.expected.clear();
            self.refused = None;
        }
        if at == self.at && !self.expected.iter().any(|known| known == what) {
            self.expected.push(what.to_string());
        }
    }

    /// Notes a reading up to a token that means something impossible.
    pub fn refuse(&mut self, at: usize, diagnostic: Diagnostic) {
        if at > self.at || (at == self.at && self.refused.is_none()) {
            if at > self.at {
                self.expected.clear();
            }
            self.at = at;
            self.refused = Some(diagnostic);
        }
    }

    /// Notes that a name was looked up.
    pub fn looked_up(&mut self, at: usize, wanted: Wanted) {
        if !self.lookups.contains(&(at, wanted)) {
            self.lookups.push((at, wanted));
        }
    }

    /// Notes that the parser gave up.
    pub fn too_complicated(&mut self, at: usize) {
        self.too_complicated.get_or_insert(at);
    }

    /// How far any reading came.
    pub fn furthest(&self) -> usize {
        self.at
    }

    /// Whether the parser gave up.
    pub fn gave_up(&self) -> bool {
        self.too_complicated.is_some()
    }

    /// The report.
    pub fn report(self, text: &str, tokens: &[Token], tables: &[&Names]) -> Diagnostic {
        let at = self.at.min(tokens.len());
        if let Some(at) = self.too_complicated {
            let message = "deze zin is te ingewikkeld om te lezen";
            return Diagnostic::new(Code::Ambiguous, place(tokens, at, 1), message)
                .help("maak er kortere zinnen van, met variabelen of een extra attribuut");
        }
        let meant = self.lookups.iter().filter(|(from, _)| *from <= at).filter_map(|(from, w)| {
            let written = &tokens[(*from).min(tokens.len())..];
            // A name that is written right is not what is wrong, with the word behind it or not.
            let right = tables.iter().flat_map(|table| table.matches(written)).filter_map(
                |(length, entries)| entries.iter().any(|e| w.admits(*e)).then_some(length),
            );
            let right = right.max().map_or(0, |length| length + 2);
            let nearest = |table: &&Names| {
                let reach = right.max(at - from + 1);
                table.nearest(written, reach, |entry| w.admits(entry))
            };
            Some((
                *from,
                tables
                    .iter()
                    .filter_map(nearest)
                    .min_by(|a, b| a.distance.total_cmp(&b.distance))?,
            ))
        });
        let meant = meant.min_by(|(_, a), (_, b)| a.distance.total_cmp(&b.distance));
        if let Some(refused) = self.refused {
            return refused;
        }
        if let Some((from, nearest)) = meant {
            let written = words(text, &tokens[from..from + nearest.length]);
            let span = place(tokens, from, nearest.length);
            return Diagnostic::new(Code::UnknownName, span, format!("‘{written}’ is niet bekend"))
                .label("onbekende naam")
                .suggest(Some(nearest.name));
        }
        let mut expected = self.expected;
        for (_, wanted) in self.lookups.iter().filter(|(from, _)| *from == at) {
            if !expected.iter().any(|known| known == wanted.describe()) {
                expected.push(wanted.describe().to_string());
            }
        }
        let list = enumerate(&expected);
        let found = match tokens.get(at) {
            Some(token) => format!("‘{}’", words(text, std::slice::from_ref(token))),
            None => "het einde van de zin".to_string(),
        };
        Diagnostic::new(
            Code::Expected,
            place(tokens, at, 1),
            format!("verwacht: {list}; gevonden: {found}"),
        )
        .label("hier loopt de zin vast")
    }
}

/// The span of some tokens, or the end of the last one.
fn place(tokens: &[Token], at: usize, length: usize) -> Span {
    match (tokens.get(at), tokens.last()) {
        (Some(first), Some(_)) => {
            let last = &tokens[(at + length).clamp(at + 1, tokens.len()) - 1];
            first.span.to(last.span)
        }
        (None, Some(last)) => Span { start: last.span.end.saturating_sub(1), ..last.span },
        _ => Span { file: crate::model::FileId(0), start: 0, end: 0 },
    }
}

/// `a, b of c`, at most six of them.
fn enumerate(items: &[String]) -> String {
    let shown = &items[..items.len().min(6)];
    match shown {
        [] => "een ander woord".to_string(),
        [only] => only.clone(),
        [rest @ .., last] => format!("{} of {last}", rest.join(", ")),
    }
}
