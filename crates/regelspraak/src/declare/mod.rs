//! The first pass: declarations into a model without rules and a symbol table.

mod datatypes;
mod dimensions;
mod facts;
mod objects;
mod timelines;
mod units;

use crate::cursor::{Cursor, DeclaredName, words};
use crate::diagnostic::{Code, Diagnostic};
use crate::items::{Item, ItemKind};
use crate::lexer::{Token, TokenKind};
use crate::model::{Domain, DomainId, Model, Name, Parameter, ParameterId, Span, Type, same_name};
use crate::names::{Entry, Grammatical, Names, Symbol};

pub use dimensions::{DimensionWords, Partial};

/// What the first pass yields.
#[derive(Debug, Default)]
pub struct Declarations {
    /// The model, still without rules.
    pub model: Model,
    /// Every declared name.
    pub names: Names,
    /// Names whose declaration has a mistake. A rule that mentions one is not reported on before
    /// that is mended.
    broken: Names,
    /// Attributen with dimensies of which not every label is said.
    pub partials: Vec<Partial>,
    /// The words of each dimensie.
    pub dimension_words: Vec<DimensionWords>,
    /// Domeinen by name, with what they stand for.
    domains: Vec<(String, Type, Span)>,
}

/// Reads all declarations among the items.
pub fn declare<'a>(
    items: impl Iterator<Item = (&'a str, &'a Item<'a>)> + Clone,
    diagnostics: &mut Vec<Diagnostic>,
) -> Declarations {
    let mut out = Declarations::default();
    out.model.units = units::built_in();
    let of = |wanted: &'static [ItemKind]| {
        items.clone().filter(move |(_, item)| wanted.contains(&item.kind))
    };
    // Each kind refers to earlier ones only, whatever the order of the text.
    for (text, item) in of(&[ItemKind::UnitSystem]) {
        units::read(&mut out, Cursor::new(text, item.tokens), diagnostics);
    }
    for (text, item) in of(&[ItemKind::Domain]) {
        out.domain(Cursor::new(text, item.tokens), diagnostics);
    }
    for (text, item) in of(&[ItemKind::Dimension]) {
        dimensions::read(&mut out, Cursor::new(text, item.tokens), diagnostics);
    }
    for (text, item) in of(&[ItemKind::ObjectType]) {
        objects::read(&mut out, Cursor::new(text, item.tokens), diagnostics);
    }
    for (text, item) in of(&[ItemKind::Extension]) {
        objects::extend(&mut out, Cursor::new(text, item.tokens), diagnostics);
    }
    for (text, item) in of(&[ItemKind::Parameter]) {
        out.parameter(Cursor::new(text, item.tokens), diagnostics);
    }
    for (text, item) in of(&[ItemKind::FactType, ItemKind::ReciprocalFactType]) {
        let reciprocal = item.kind == ItemKind::ReciprocalFactType;
        facts::read(&mut out, Cursor::new(text, item.tokens), reciprocal, diagnostics);
    }
    out
}

impl Declarations {
    /// Whether the tokens mention a name whose declaration has a mistake.
    pub fn mentions_broken(&self, tokens: &[Token]) -> bool {
        (0..tokens.len()).any(|at| !self.broken.matches(&tokens[at..]).is_empty())
    }

    /// Remembers that the declaration of a name has a mistake.
    fn break_name(&mut self, tokens: &[Token], symbol: Symbol) {
        if !tokens.is_empty() {
            self.broken.add(tokens, "", Entry { symbol, number: Grammatical::Singular });
        }
    }

    /// Adds a name to the symbol table, in singular and plural.
    fn name(&mut self, declared: &DeclaredName<'_>, symbol: Symbol) {
        let entry = Entry { symbol, number: Grammatical::Singular };
        self.names.add(declared.singular, &declared.name.singular, entry);
        if let (Some(tokens), Some(plural)) = (declared.plural, &declared.name.plural) {
            let entry = Entry { symbol, number: Grammatical::Plural };
            self.names.add(tokens, plural, entry);
        }
    }

    fn domain(&mut self, mut cursor: Cursor<'_>, diagnostics: &mut Vec<Diagnostic>) {
        cursor.at = 1;
        let here = cursor.here();
        let Some(split) = find(cursor.rest(), &["is", "van", "het", "type"]).filter(|&at| at > 0)
        else {
            return diagnostics.push(cursor.expected("een naam en ‘is van het type’").help(
                "bijvoorbeeld: Domein Bedrag is van het type Numeriek (getal) met eenheid €",
            ));
        };
        let name = cursor.words(&cursor.rest()[..split]);
        cursor.at += split + 4;
        if let Some((_, _, earlier)) = self.domains.iter().find(|(n, ..)| same_name(n, &name)) {
            return diagnostics.push(duplicate("het domein", &name, here, *earlier));
        }
        let datatype = if cursor.takes(&["enumeratie"]) {
            let id = DomainId(self.model.domains.len() as u32);
            let mut values: Vec<String> = Vec::new();
            while let Some(token) = cursor.peek() {
                let TokenKind::Enumeration(value) = &token.kind else {
                    diagnostics.push(cursor.expected("een waarde tussen enkele aanhalingstekens"));
                    break;
                };
                if values.contains(value) {
                    diagnostics.push(duplicate("de waarde", value, token.span, here));
                }
                if values.len() == usize::from(u16::MAX) {
                    let message = format!("een domein heeft hoogstens {} waarden", u16::MAX);
                    diagnostics.push(Diagnostic::new(Code::Unsupported, token.span, message));
                    break;
                }
                values.push(value.clone());
                cursor.at += 1;
            }
            if values.is_empty() {
                diagnostics.push(cursor.expected("ten minste één waarde, zoals 'huurwoning'"));
            }
            self.model.domains.push(Domain { name: name.clone(), values, span: here });
            Type::Enumeration(id)
        } else {
            match datatypes::whole(self, &mut cursor) {
                Ok(datatype) => {
                    cursor.takes(&[";"]);
                    if !cursor.is_done() {
                        diagnostics.push(cursor.expected("het einde van het domein"));
                    }
                    datatype
                }
                Err(diagnostic) => return diagnostics.push(diagnostic),
            }
        };
        self.domains.push((name, datatype, here));
    }

    fn parameter(&mut self, mut cursor: Cursor<'_>, diagnostics: &mut Vec<Diagnostic>) {
        cursor.at = 1;
        let article = cursor.article();
        let here = cursor.here();
        let Some(colon) = find(cursor.rest(), &[":"]).filter(|&at| at > 0) else {
            return diagnostics.push(
                cursor
                    .expected("een naam, een dubbele punt en een datatype")
                    .help("bijvoorbeeld: Parameter de standaardpremie : Bedrag;"),
            );
        };
        let tokens = &cursor.rest()[..colon];
        let name = Name { article, singular: cursor.words(tokens), plural: None };
        cursor.at += colon + 1;
        let datatype = match datatypes::whole(self, &mut cursor) {
            Ok(datatype) => datatype,
            Err(diagnostic) => {
                self.break_name(tokens, Symbol::Parameter(ParameterId(0)));
                return diagnostics.push(diagnostic);
            }
        };
        let timeline = match timelines::read(&mut cursor) {
            Ok(timeline) => timeline,
            Err(diagnostic) => {
                self.break_name(tokens, Symbol::Parameter(ParameterId(0)));
                return diagnostics.push(diagnostic);
            }
        };
        cursor.takes(&[";"]);
        if !cursor.is_done() {
            diagnostics.push(cursor.expected("het einde van de parameter (een puntkomma)"));
        }
        if let Some(earlier) = self.model.parameter(&name.singular) {
            let earlier = self.model[earlier].span;
            return diagnostics.push(duplicate("de parameter", &name.singular, here, earlier));
        }
        let id = ParameterId(self.model.parameters.len() as u32);
        let declared = DeclaredName { name, singular: tokens, plural: None };
        self.name(&declared, Symbol::Parameter(id));
        let name = declared.name;
        self.model.parameters.push(Parameter { name, datatype, timeline, span: here });
    }
}

/// The unit at the cursor, if one stands there; the cursor then stands behind it.
pub fn unit_at(units: &crate::model::Units, cursor: &mut Cursor<'_>) -> Option<crate::model::Unit> {
    let mut after = cursor.clone();
    let unit = datatypes::unit(units, &mut after).ok()?;
    cursor.at = after.at;
    Some(unit)
}

/// Where these words, in lower case, first stand.
fn find(tokens: &[Token], sought: &[&str]) -> Option<usize> {
    (0..tokens.len()).find(|&at| crate::cursor::starts_with(&tokens[at..], sought))
}

/// The report of something declared twice.
pub(crate) fn duplicate(what: &str, name: &str, here: Span, earlier: Span) -> Diagnostic {
    Diagnostic::new(Code::Duplicate, here, format!("{what} ‘{name}’ bestaat al"))
        .label("voor de tweede keer")
        .help("kies een andere naam of haal er een weg")
        .related(earlier, "eerder hier")
}

/// A name with article and plural at the cursor, up to `end` tokens on.
fn declared_name<'a>(
    cursor: &mut Cursor<'a>,
    end: usize,
    what: &str,
) -> Result<DeclaredName<'a>, Diagnostic> {
    let article = cursor.article();
    let open = find(&cursor.rest()[..end.saturating_sub(cursor.at)], &["(", "mv", ":"]);
    let stop = open.map_or(end, |open| cursor.at + open);
    let singular = &cursor.tokens[cursor.at.min(stop)..stop];
    if singular.is_empty() {
        return Err(cursor.expected(what));
    }
    cursor.at = stop;
    let plural = cursor.plural()?;
    let name = Name {
        article,
        singular: words(cursor.text, singular),
        plural: plural.map(|tokens| words(cursor.text, tokens)),
    };
    Ok(DeclaredName { name, singular, plural })
}
