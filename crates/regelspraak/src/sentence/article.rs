//! The article before a name: that of its declaration, and before a plural always ‘de’. A name
//! that is declared without one takes either (section 3.1).

use super::Parser;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Name, Span};
use crate::names::{Entry, Grammatical, Symbol};

impl Parser<'_> {
    /// Refuses the article at a token when the name behind it has the other one. Asked when all
    /// else fits, so that a name with another meaning is not corrected.
    pub(super) fn article(&self, at: usize, entry: Entry) -> Result<(), Diagnostic> {
        let Some(name) = self.declared(entry.symbol).filter(|_| self.is_article(at)) else {
            return Ok(());
        };
        let (right, shown, help) = match (entry.number, &name.plural) {
            (Grammatical::Plural, Some(plural)) => {
                ("de", plural, "voor een meervoud staat altijd ‘de’")
            }
            _ => match &name.article {
                Some(article) => {
                    (article.as_str(), &name.singular, "zo staat het in de declaratie")
                }
                None => return Ok(()),
            },
        };
        if self.word(at) == right {
            return Ok(());
        }
        Err(wrong(self.span(at, at + 1), right, shown, help))
    }

    /// A name as declared.
    fn declared(&self, symbol: Symbol) -> Option<&Name> {
        let model = self.model();
        Some(match symbol {
            Symbol::ObjectType(id) => &model[id].name,
            Symbol::Role(id) => &model[id].name,
            Symbol::Attribute(id) => &model[id].name,
            Symbol::Kenmerk(id) => &model[id].name,
            Symbol::Parameter(id) => &model[id].name,
            Symbol::Variable(id) => &self.variables.get(usize::from(id.0))?.name,
            // A rule has no article; of an attribuut with dimensies the whole name has one.
            Symbol::Check(_) | Symbol::Partial(_) => return None,
        })
    }
}

fn wrong(span: Span, right: &str, name: &str, help: &str) -> Diagnostic {
    Diagnostic::new(Code::Article, span, format!("het lidwoord van ‘{name}’ is ‘{right}’"))
        .label("verkeerd lidwoord")
        .suggest(Some(format!("{right} {name}")))
        .help(help)
}
