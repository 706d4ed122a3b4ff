//! Expressions (chapters 5 and 6), by precedence: bounds and rounding take all before them, then
//! `plus` and `min`, then `maal` and `gedeeld door`, then a single operand.

use super::failure::Wanted;
use super::typing::{self, arithmetic, percentage_of};
use super::{Parser, Readings, Scope};
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::TokenKind;
use crate::model::{Arithmetic, Expr, ExprKind, Rounding, Subject, Type, Unit, VariableId};
use crate::names::{Entry, Symbol};
use crate::number::RoundingMode;

impl Parser<'_> {
    /// A whole expression, with the bounds and roundings behind it.
    pub(super) fn value(&self, at: usize, want: Option<&Type>, scope: &Scope) -> Readings<Expr> {
        self.nested(at, || {
            self.follow(at, self.sum(at, want, scope), |(expr, end), complete| {
                let more = self.bounded(at, &expr, end, scope);
                let more = if more.is_empty() { self.rounded(at, &expr, end) } else { more };
                if more.is_empty() {
                    self.refuse_operator(&expr, end);
                    complete.push((expr, end));
                }
                more
            })
        })
    }

    /// Notes that after a bound or a rounding no calculation goes on without brackets.
    fn refuse_operator(&self, expr: &Expr, at: usize) {
        let closed = matches!(expr.kind, ExprKind::Bounded { .. } | ExprKind::Round { .. });
        let operators = ["plus", "min", "verminderd", "maal", "gedeeld"];
        if closed && operators.contains(&self.word(at)) {
            let message = format!("‘{}’ kan niet volgen op een afronding of grens", self.word(at));
            self.refuse(
                at + 1,
                Diagnostic::new(Code::Form, self.span(at, at + 1), message)
                    .label("hier ontbreken haakjes")
                    .help(
                        "zet haakjes om wat wordt afgerond of begrensd: (… afgerond op …) plus …",
                    ),
            );
        }
    }

    /// `, met een minimum van X [en een maximum van Y]` or `, met een maximum van Y`.
    fn bounded(&self, from: usize, of: &Expr, at: usize, scope: &Scope) -> Readings<Expr> {
        if !self.sees(at, &[",", "met", "een"]) {
            return Vec::new();
        }
        let bound = |at: usize| -> Readings<Option<Expr>> {
            let sums = self.sum(at, Some(&of.datatype), scope);
            sums.into_iter()
                .filter_map(|(bound, end)| {
                    let unit = of.number().map(|number| number.unit.clone())?;
                    let bound = typing::single(bound)
                        .and_then(|bound| typing::convert(self.model(), bound, &unit));
                    Some((Some(self.accept(end, bound)?), end))
                })
                .collect()
        };
        let mut limits: Readings<(Option<Expr>, Option<Expr>)> = Vec::new();
        if self.sees(at + 3, &["minimum", "van"]) {
            for (minimum, end) in bound(at + 5) {
                if self.sees(end, &["en", "een", "maximum", "van"])
                    || self.sees(end, &["en", "met", "een", "maximum", "van"])
                {
                    let skip = if self.word(end + 1) == "met" { 5 } else { 4 };
                    for (maximum, end) in bound(end + skip) {
                        limits.push(((minimum.clone(), maximum), end));
                    }
                } else {
                    limits.push(((minimum, None), end));
                }
            }
        } else if self.sees(at + 3, &["maximum", "van"]) {
            let maxima = bound(at + 5).into_iter();
            limits.extend(maxima.map(|(maximum, end)| ((None, maximum), end)));
        } else {
            self.expect(at + 3, "‘minimum van’ of ‘maximum van’");
        }
        let model = self.model();
        limits
            .into_iter()
            .filter_map(|((minimum, maximum), end)| {
                let of = self.accept(end, typing::single(of.clone()))?;
                let own = self.accept(end, typing::number(model, &of))?;
                let all = [Some(&of), minimum.as_ref(), maximum.as_ref()].into_iter().flatten();
                let decimals = all
                    .map(|expr| expr.number().and_then(|number| number.decimals))
                    .reduce(|left, right| left.zip(right).map(|(l, r)| l.max(r)));
                let datatype = typing::numeric(own.unit, decimals.flatten());
                let (minimum, maximum) = (minimum.map(Box::new), maximum.map(Box::new));
                let kind = ExprKind::Bounded { of: Box::new(of), minimum, maximum };
                Some((Expr { kind, datatype, many: false, span: self.span(from, end) }, end))
            })
            .collect()
    }

    /// `naar beneden afgerond op 0 decimalen` behind an expression.
    fn rounded(&self, from: usize, of: &Expr, at: usize) -> Readings<Expr> {
        let Some((rounding, end)) = self.rounding(at) else { return Vec::new() };
        let result = typing::single(of.clone()).and_then(|of| {
            let unit = typing::number(self.model(), &of)?.unit;
            let datatype = typing::numeric(unit, Some(rounding.decimals));
            let kind = ExprKind::Round { of: Box::new(of), rounding };
            Ok(Expr { kind, datatype, many: false, span: self.span(from, end) })
        });
        self.accept(end, result).map(|expr| (expr, end)).into_iter().collect()
    }

    pub(super) fn rounding(&self, at: usize) -> Option<(Rounding, usize)> {
        let modes: [(&[&str], RoundingMode); 5] = [
            (&["naar", "beneden"], RoundingMode::Down),
            (&["naar", "boven"], RoundingMode::Up),
            (&["rekenkundig"], RoundingMode::HalfAwayFromZero),
            (&["richting", "nul"], RoundingMode::TowardsZero),
            (&["weg", "van", "nul"], RoundingMode::AwayFromZero),
        ];
        let (words, mode) = modes.into_iter().find(|(words, _)| self.sees(at, words))?;
        let at = self.after(at + words.len(), &["afgerond", "op"])?;
        let decimals = match self.kind(at) {
            Some(TokenKind::Number(number)) => number.to_i64().and_then(|n| u32::try_from(n).ok()),
            _ => None,
        };
        let Some(decimals) = decimals.filter(|decimals| *decimals <= 100) else {
            self.expect(at, "een aantal decimalen van 0 tot en met 100");
            return None;
        };
        if self.word(at + 1) == "decimaal" {
            return Some((Rounding { mode, decimals }, at + 2));
        }
        let end = self.after(at + 1, &["decimalen"])?;
        Some((Rounding { mode, decimals }, end))
    }

    /// `A plus B min C`, from left to right.
    pub(super) fn sum(&self, at: usize, want: Option<&Type>, scope: &Scope) -> Readings<Expr> {
        self.sum_from(at, self.factor(at, want, scope), want, scope)
    }

    /// The same, with the readings of its first operand.
    pub(super) fn sum_from(
        &self,
        at: usize,
        first: Readings<Expr>,
        want: Option<&Type>,
        scope: &Scope,
    ) -> Readings<Expr> {
        let operators: [(&[&str], Arithmetic); 3] = [
            (&["plus"], Arithmetic::Plus),
            (&["min"], Arithmetic::Minus),
            (&["verminderd", "met"], Arithmetic::ReducedBy),
        ];
        let product = |at: usize, first| self.product_from(at, first, want, scope);
        self.chain(at, product(at, first), &operators, |at| {
            product(at, self.factor(at, want, scope))
        })
    }

    fn product_from(
        &self,
        at: usize,
        first: Readings<Expr>,
        want: Option<&Type>,
        scope: &Scope,
    ) -> Readings<Expr> {
        let operators: [(&[&str], Arithmetic); 3] = [
            (&["maal"], Arithmetic::Times),
            (&["gedeeld", "door", "(", "abs", ")"], Arithmetic::DividedByAbs),
            (&["gedeeld", "door"], Arithmetic::DividedBy),
        ];
        self.chain(at, first, &operators, |at| self.factor(at, want, scope))
    }

    fn chain(
        &self,
        from: usize,
        first: Readings<Expr>,
        operators: &[(&[&str], Arithmetic)],
        operand: impl Fn(usize) -> Readings<Expr>,
    ) -> Readings<Expr> {
        self.follow(from, first, |(left, at), complete| {
            let found = operators.iter().find(|(words, _)| self.sees(at, words));
            let Some((words, operator)) = found else {
                complete.push((left, at));
                return Vec::new();
            };
            let mut longer = Vec::new();
            for (right, end) in operand(at + words.len()) {
                let span = self.span(from, end);
                let result = arithmetic(self.model(), *operator, left.clone(), right, span);
                longer.extend(self.accept(end, result).map(|expr| (expr, end)));
            }
            longer
        })
    }

    /// An operand, with `P van X` and `X tot de macht Y`.
    pub(super) fn factor(&self, at: usize, want: Option<&Type>, scope: &Scope) -> Readings<Expr> {
        self.nested(at, || {
            let mut out = Vec::new();
            for (expr, end) in self.operand(at, want, scope) {
                if self.sees(end, &["van"]) && is_percentage(&expr) {
                    for (of, end) in self.factor(end + 1, None, scope) {
                        let span = self.span(at, end);
                        let result = percentage_of(self.model(), expr.clone(), of, span);
                        out.extend(self.accept(end, result).map(|expr| (expr, end)));
                    }
                }
                if self.sees(end, &["tot", "de", "macht"]) {
                    out.extend(self.power(at, &expr, end + 3, scope));
                }
                out.push((expr, end));
            }
            self.distinct(at, out)
        })
    }

    fn power(&self, from: usize, base: &Expr, at: usize, scope: &Scope) -> Readings<Expr> {
        let mut out = Vec::new();
        for (exponent, end) in self.operand(at, None, scope) {
            let Some((rounding, end)) = self.rounding(end) else {
                self.expect(end, "een afronding, die bij ‘tot de macht’ verplicht is");
                continue;
            };
            let plain = |expr: &Expr| {
                let expr = typing::single(expr.clone())?;
                match typing::number(self.model(), &expr)?.unit.is_none() {
                    true => Ok(Box::new(expr)),
                    false => {
                        let message = "‘tot de macht’ rekent alleen met getallen zonder eenheid";
                        Err(Diagnostic::new(Code::Unit, expr.span, message))
                    }
                }
            };
            let result = plain(base).and_then(|base| {
                let kind = ExprKind::Power { base, exponent: plain(&exponent)?, rounding };
                let datatype = typing::numeric(Unit::NONE, Some(rounding.decimals));
                Ok(Expr { kind, datatype, many: false, span: self.span(from, end) })
            });
            out.extend(self.accept(end, result).map(|expr| (expr, end)));
        }
        out
    }

    /// A single operand: a literal, a function, brackets, or something with a name.
    pub(super) fn operand(&self, at: usize, want: Option<&Type>, scope: &Scope) -> Readings<Expr> {
        let mut out = self.literal(at, want, scope);
        if self.sees(at, &["("]) {
            for (expr, end) in self.value(at + 1, want, scope) {
                if let Some(end) = self.after(end, &[")"]) {
                    // The brackets are part of the place, so that explanations keep them.
                    out.push((Expr { span: self.span(at, end), ..expr }, end));
                }
            }
            out.extend(self.grouped_attribute(at, scope));
        }
        if matches!(self.kind(at), Some(TokenKind::Word)) {
            out.extend(self.function(at, scope));
            out.extend(self.named(at, scope));
            self.look_up(at, Wanted::Value);
        } else if out.is_empty() {
            self.expect(at, "een waarde");
        }
        self.distinct(at, out)
    }

    /// A parameter, variable, attribuut or reference.
    fn named(&self, at: usize, scope: &Scope) -> Readings<Expr> {
        let mut out = Vec::new();
        if matches!(self.word(at), "zijn" | "haar") {
            return self.own_attribute(at, scope);
        }
        self.refuse_ordinal_attribute(at);
        let name = at + usize::from(self.is_article(at) || self.word(at) == "alle");
        self.look_up(name, Wanted::Value);
        for (length, entries) in self.declarations.names.matches(&self.tokens[name..]) {
            let end = name + length;
            for entry in entries {
                match entry.symbol {
                    Symbol::Parameter(id) => {
                        let parameter = self.article(at, *entry).map(|()| {
                            let datatype = self.model()[id].datatype.clone();
                            let (kind, span) = (ExprKind::Parameter(id), self.span(at, end));
                            Expr { kind, datatype, many: false, span }
                        });
                        out.extend(self.accept(end, parameter).map(|expr| (expr, end)));
                    }
                    Symbol::Attribute(attribute) => {
                        out.extend(self.attribute_of(at, at, end, *entry, scope));
                        let reference = scope.references.iter().rev();
                        let mut same = reference.filter(|(known, _)| *known == attribute);
                        out.extend(same.next().and_then(|(_, expr)| {
                            let expr = Expr { span: self.span(at, end), ..expr.clone() };
                            let expr = self.article(at, *entry).map(|()| expr);
                            self.accept(end, expr).map(|expr| (expr, end))
                        }));
                    }
                    Symbol::Partial(partial) => self.refuse_partial(name, end, partial),
                    _ => {}
                }
            }
        }
        if let Some(names) = self.variable_names {
            for (length, entries) in names.matches(&self.tokens[name..]) {
                for entry in entries {
                    if let Symbol::Variable(id) = entry.symbol {
                        let end = name + length;
                        let fits = self.accept(end, self.article(at, *entry));
                        out.extend(fits.and_then(|()| self.variable(id, at, end)));
                    }
                }
            }
        }
        if self.sees(name, &["rekendatum"]) {
            let kind = ExprKind::CalculationDate;
            let datatype = Type::Date(crate::model::Precision::Day);
            out.push((
                Expr { kind, datatype, many: false, span: self.span(at, name + 1) },
                name + 1,
            ));
        }
        if self.sees(name, &["rekenjaar"]) {
            let kind = ExprKind::CalculationYear;
            let datatype = typing::numeric(Unit::NONE, Some(0));
            out.push((
                Expr { kind, datatype, many: false, span: self.span(at, name + 1) },
                name + 1,
            ));
        }
        out
    }

    fn variable(&self, id: VariableId, at: usize, end: usize) -> Option<(Expr, usize)> {
        let variable = self.variables.get(usize::from(id.0))?;
        let (datatype, many) = (variable.value.datatype.clone(), variable.value.many);
        let kind = ExprKind::Variable(id);
        Some((Expr { kind, datatype, many, span: self.span(at, end) }, end))
    }

    /// `attribuut van subject`, from the token after the name of the attribuut; `article` is
    /// where its article would stand.
    fn attribute_of(
        &self,
        from: usize,
        article: usize,
        at: usize,
        entry: Entry,
        scope: &Scope,
    ) -> Readings<Expr> {
        let Symbol::Attribute(attribute) = entry.symbol else { return Vec::new() };
        let (unit, at) = self.in_unit(at);
        let Some(at) = self.after(at, &["van"]) else { return Vec::new() };
        let mut subjects = self.subject(at, scope);
        for (subject, end) in subjects.clone() {
            subjects.extend(self.value_selection(at, attribute, &subject, end, scope));
        }
        let mut out = Vec::new();
        for (subject, end) in subjects {
            let span = self.span(from, end);
            let result = self.attribute(attribute, subject, span);
            let result = result.and_then(|expr| {
                self.article(article, entry)?;
                match &unit {
                    Some(unit) => typing::convert(self.model(), expr, unit),
                    None => Ok(expr),
                }
            });
            out.extend(self.accept(end, result).map(|expr| (expr, end)));
        }
        out
    }

    /// `in kilometers` behind the name of an attribuut: its value in another unit.
    fn in_unit(&self, at: usize) -> (Option<Unit>, usize) {
        let unit = || {
            let token = self.tokens.get(at + 1).filter(|_| self.sees(at, &["in"]))?;
            self.model().units.find(self.written(token)).map(Unit::base)
        };
        match unit() {
            Some(unit) => (Some(unit), at + 2),
            None => (None, at),
        }
    }

    pub(super) fn attribute(
        &self,
        attribute: crate::model::AttributeId,
        subject: Subject,
        span: crate::model::Span,
    ) -> Result<Expr, Diagnostic> {
        let model = self.model();
        let declared = &model[attribute];
        if declared.objecttype != subject.objecttype {
            let message = format!(
                "‘{}’ is een attribuut van {}, niet van {}",
                declared.name.singular,
                model[declared.objecttype].name.singular,
                model[subject.objecttype].name.singular
            );
            return Err(
                Diagnostic::new(Code::Subject, span, message).label("hoort niet bij elkaar")
            );
        }
        let (datatype, many) = (declared.datatype.clone(), subject.many);
        let kind = ExprKind::Attribute { of: Box::new(subject), attribute };
        Ok(Expr { kind, datatype, many, span })
    }

    /// `(de leeftijd van de oudste passagier) van de reis`: brackets that keep a name together.
    fn grouped_attribute(&self, at: usize, scope: &Scope) -> Readings<Expr> {
        let name = at + 1 + usize::from(self.is_article(at + 1));
        let mut out = Vec::new();
        for (length, entries) in
            self.declarations.names.matches(&self.tokens[name.min(self.tokens.len())..])
        {
            let end = name + length;
            for entry in entries {
                if self.sees(end, &[")"]) {
                    out.extend(self.attribute_of(at, at + 1, end + 1, *entry, scope));
                }
            }
        }
        out
    }

    /// `zijn loon`.
    fn own_attribute(&self, at: usize, scope: &Scope) -> Readings<Expr> {
        let mut out = Vec::new();
        self.look_up(at + 1, Wanted::Attribute);
        for (length, entries) in self.declarations.names.matches(&self.tokens[at + 1..]) {
            let end = at + 1 + length;
            for entry in entries {
                if let Symbol::Partial(partial) = entry.symbol {
                    self.refuse_partial(at + 1, end, partial);
                }
                let Symbol::Attribute(attribute) = entry.symbol else { continue };
                let subject = self.animate(at, scope);
                let result = subject
                    .and_then(|subject| self.attribute(attribute, subject, self.span(at, end)));
                out.extend(self.accept(end, result).map(|expr| (expr, end)));
            }
        }
        out
    }

    pub(super) fn is_article(&self, at: usize) -> bool {
        matches!(self.word(at), "de" | "het")
    }

    pub(super) fn look_up(&self, at: usize, wanted: Wanted) {
        self.failure.borrow_mut().looked_up(at, wanted);
        self.expect(at, wanted.describe());
    }
}

fn is_percentage(expr: &Expr) -> bool {
    !expr.many && expr.number().is_some_and(|number| number.unit.is_percent())
}
