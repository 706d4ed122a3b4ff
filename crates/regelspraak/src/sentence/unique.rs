//! Whose values must be unique (section 8.1.6).

use super::failure::Wanted;
use super::typing;
use super::{Parser, Readings, Scope};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AttributeId, Expr, ExprKind, Series, Subject, SubjectKind, Type};
use crate::names::Symbol;

impl Parser<'_> {
    /// `de namen van alle X verenigd met de namen van alle Y`, from the start of the sentence.
    pub(super) fn all_series(&self, scope: &Scope) -> Readings<Vec<Series>> {
        let first = self.series(0, scope).into_iter();
        let open = first.map(|(series, end)| (vec![series], end)).collect();
        self.follow(0, open, |(all, end), complete| {
            if !self.sees(end, &["verenigd", "met"]) {
                self.expect(end, "‘verenigd met’ of ‘moeten uniek zijn’");
                complete.push((all, end));
                return Vec::new();
            }
            let mut longer = Vec::new();
            for (next, stop) in self.series(end + 2, scope) {
                let fitted = self.accept(stop, self.like_the_first(&all, next));
                longer.extend(fitted.map(|next| {
                    let mut all: Vec<Series> = all.clone();
                    all.push(next);
                    (all, stop)
                }));
            }
            longer
        })
    }

    /// `de namen van alle X`, or `de concatenatie van de namen en de kleuren van alle X`.
    fn series(&self, at: usize, scope: &Scope) -> Readings<Series> {
        let several = self.sees(at, &["de", "concatenatie", "van"]);
        let keys = match several {
            true => self.list(at + 3, &["en"], |at| self.key(at)),
            false => self.key(at).into_iter().map(|(key, end)| (vec![key], end)).collect(),
        };
        let mut out = Vec::new();
        for (key, end) in keys {
            let Some(start) = self.after(end, &["van"]) else { continue };
            for (subject, end) in self.subject(start, scope) {
                let series = self.series_of(at, end, &key, subject);
                out.extend(self.accept(end, series).map(|series| (series, end)));
            }
        }
        self.distinct(at, out)
    }

    /// The name of an attribuut.
    fn key(&self, at: usize) -> Readings<AttributeId> {
        let name = at + usize::from(self.is_article(at));
        self.look_up(name, Wanted::Attribute);
        let rest = &self.tokens[name.min(self.tokens.len())..];
        let named = self.declarations.names.matches(rest).into_iter();
        let keys = named.flat_map(|(length, entries)| {
            entries.iter().filter_map(move |entry| match entry.symbol {
                Symbol::Attribute(attribute) => Some((attribute, name + length)),
                _ => None,
            })
        });
        keys.collect()
    }

    fn series_of(
        &self,
        at: usize,
        end: usize,
        key: &[AttributeId],
        subject: Subject,
    ) -> Result<Series, Diagnostic> {
        let span = self.span(at, end);
        if !subject.many {
            let message = "uniek kan alleen iets zijn van meer dan één";
            return Err(Diagnostic::new(Code::Subject, subject.span, message)
                .label("één onderwerp")
                .help("schrijf ‘van alle …’ met het meervoud"));
        }
        let (objecttype, element) = (subject.objecttype, self.element(at, subject.objecttype));
        let of = |attribute: &AttributeId| {
            let kind = SubjectKind::Binding(element);
            let each = Subject { kind, objecttype, many: false, span: subject.span };
            self.attribute(*attribute, each, span)
        };
        let key: Result<Vec<Expr>, _> = key.iter().map(of).collect();
        Ok(Series { key: key?, subject, element, span })
    }

    /// The values of a series in the units of the first, which has as many of the same datatypes.
    fn like_the_first(&self, all: &[Series], next: Series) -> Result<Series, Diagnostic> {
        let Some(first) = all.first() else { return Ok(next) };
        let model = self.model();
        if first.key.len() != next.key.len() {
            let message = format!(
                "hier staat een ander aantal attributen ({}) dan voor ‘verenigd met’ ({})",
                next.key.len(),
                first.key.len()
            );
            return Err(Diagnostic::new(Code::Form, next.span, message)
                .label("ander aantal")
                .help("noem aan beide kanten even veel attributen, in dezelfde volgorde"));
        }
        let pairs = first.key.iter().zip(next.key);
        let key: Result<Vec<Expr>, Diagnostic> = pairs
            .map(|(wanted, own)| match (&wanted.datatype, &own.datatype) {
                (Type::Number(number), Type::Number(_)) => {
                    typing::convert(model, own, &number.unit)
                }
                (wanted, found) if wanted == found => Ok(own),
                (wanted, found) => {
                    let (wanted, found) =
                        (typing::describe(model, wanted), typing::describe(model, found));
                    let name = match &own.kind {
                        ExprKind::Attribute { attribute, .. } => &model[*attribute].name.singular,
                        _ => "dit",
                    };
                    let message =
                        format!("‘{name}’ is {found}, maar voor ‘verenigd met’ staat {wanted}");
                    Err(Diagnostic::new(Code::Datatype, own.span, message)
                        .label("ander datatype")
                        .help("noem aan beide kanten de attributen in dezelfde volgorde"))
                }
            })
            .collect();
        Ok(Series { key: key?, ..next })
    }
}
