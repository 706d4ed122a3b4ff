//! Functions with a fixed wording: aggregations, durations and parts of dates.

use super::typing;
use super::{Parser, Readings, Scope};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Aggregation, DatePart, Expr, ExprKind, Precision, Subject, SubjectKind, Type, Unit,
};

impl Parser<'_> {
    /// A function, if one is worded here.
    pub(super) fn function(&self, at: usize, scope: &Scope) -> Readings<Expr> {
        let mut out = Vec::new();
        let aggregations: [(&[&str], Aggregation); 5] = [
            (&["de", "som", "van"], Aggregation::Sum),
            (&["de", "minimale", "waarde", "van"], Aggregation::Minimum),
            (&["de", "maximale", "waarde", "van"], Aggregation::Maximum),
            (&["de", "eerste", "van"], Aggregation::First),
            (&["de", "laatste", "van"], Aggregation::Last),
        ];
        for (words, expr) in &scope.aggregations {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            if self.sees(at, &words) {
                let end = at + words.len();
                out.push((Expr { span: self.span(at, end), ..expr.clone() }, end));
            }
        }
        for (words, function) in aggregations {
            if self.sees(at, words) {
                out.extend(self.aggregation(at, at + words.len(), function, scope));
            }
        }
        if self.sees(at, &["het", "aantal"]) {
            out.extend(self.count(at, scope));
        }
        let parts: [(&[&str], DatePart); 7] = [
            (&["het", "jaar", "uit"], DatePart::Year),
            (&["de", "maand", "uit"], DatePart::Month),
            (&["de", "dag", "uit"], DatePart::Day),
            (&["het", "uur", "uit"], DatePart::Hour),
            (&["de", "minuut", "uit"], DatePart::Minute),
            (&["de", "seconde", "uit"], DatePart::Second),
            (&["de", "milliseconde", "uit"], DatePart::Millisecond),
        ];
        for (words, part) in parts {
            if self.sees(at, words) {
                out.extend(self.date_part(at, at + words.len(), part, scope));
            }
        }
        if self.sees(at, &["de", "tijdsduur", "van"]) {
            out.extend(self.duration(at, at + 3, false, scope));
        }
        if self.sees(at, &["de", "absolute", "tijdsduur", "van"]) {
            out.extend(self.duration(at, at + 4, true, scope));
        }
        if self.sees(at, &["de", "absolute", "waarde", "van"]) {
            out.extend(self.absolute(at, scope));
        }
        if self.sees(at, &["de", "wortel", "van"]) {
            out.extend(self.root(at, scope));
        }
        if self.sees(at, &["de", "datum", "met", "jaar", ":"]) {
            out.extend(self.date_from(at, scope));
        }
        if self.sees(at, &["de", "eerste", "paasdag", "van"]) {
            out.extend(self.easter(at, scope));
        }
        out.extend(self.time_function(at, scope));
        out
    }

    pub(super) fn expr(
        &self,
        from: usize,
        end: usize,
        kind: ExprKind,
        datatype: Type,
    ) -> (Expr, usize) {
        (Expr { kind, datatype, many: false, span: self.span(from, end) }, end)
    }

    /// `de som van A, B en C [of 0 als die er niet zijn]`. An aggregation takes one operand that
    /// yields several values, so that `de som van <values> maal 2` is twice the sum; or it takes a
    /// list of operands. What follows the last of a list can belong to that one or to the whole:
    /// both readings are offered, so that brackets are asked for.
    fn aggregation(
        &self,
        from: usize,
        at: usize,
        function: Aggregation,
        scope: &Scope,
    ) -> Readings<Expr> {
        // The first operand is read once, however it goes on: functions in functions would
        // otherwise be read over and over.
        let first = self.factor(at, None, scope);
        let several = first.iter().filter(|(expr, end)| expr.many && !self.continues(*end));
        let mut lists: Readings<Vec<Expr>> =
            several.map(|(expr, end)| (vec![expr.clone()], *end)).collect();
        lists.extend(self.dimension_values(at, scope));
        let items = |at: usize, first: Readings<Expr>| {
            let mut items = self.sum_from(at, first.clone(), None, scope);
            items.extend(first);
            self.distinct(at, items)
        };
        lists.extend(self.list_from(at, items(at, first), &["en"], |at| {
            items(at, self.factor(at, None, scope))
        }));
        let mut out = Vec::new();
        for (over, end) in lists {
            let or_zero = self.sees(end, &["of", "0", "als", "die", "er", "niet", "zijn"]);
            if !or_zero {
                self.refuse_instead_of_zero(end);
            }
            let end = if or_zero { end + 7 } else { end };
            let result = self.aggregate(from, end, function, over, or_zero);
            out.extend(self.accept(end, result).map(|expr| (expr, end)));
        }
        self.distinct(from, out)
    }

    /// Refuses `of 100 als die er niet zijn`: only 0 can stand there.
    fn refuse_instead_of_zero(&self, at: usize) {
        let rest = ["als", "die", "er", "niet", "zijn"];
        let value = at + 1;
        let ends = (value..value + 4).find(|end| self.sees(*end, &rest));
        if let Some(end) = ends.filter(|_| self.sees(at, &["of"])) {
            let message = "als er niets is, kan de uitkomst alleen 0 zijn";
            let help =
                "schrijf ‘of 0 als die er niet zijn’; een ander bedrag vraagt een eigen regel";
            let refused = Diagnostic::new(Code::Form, self.span(value, end), message).help(help);
            self.refuse(end + rest.len(), refused);
        }
    }

    /// Whether a list of operands goes on here.
    fn continues(&self, at: usize) -> bool {
        self.sees(at, &["en"]) || (self.sees(at, &[","]) && !self.sees(at, &[",", "met", "een"]))
    }

    /// Two or more items: `a en b`, or `a, b, … en z`.
    pub(super) fn list<T: Clone + PartialEq>(
        &self,
        at: usize,
        last: &[&str],
        item: impl Fn(usize) -> Readings<T>,
    ) -> Readings<Vec<T>> {
        self.list_from(at, item(at), last, item)
    }

    /// The same, with the readings of the first item.
    fn list_from<T: Clone + PartialEq>(
        &self,
        at: usize,
        first: Readings<T>,
        last: &[&str],
        item: impl Fn(usize) -> Readings<T>,
    ) -> Readings<Vec<T>> {
        let first = first.into_iter().map(|(first, end)| (vec![first], end)).collect();
        self.follow(at, first, |(items, at), complete| {
            let longer = |(next, end)| {
                let mut items = items.clone();
                items.push(next);
                (items, end)
            };
            if self.sees(at, &[","]) {
                return item(at + 1).into_iter().map(longer).collect();
            }
            if last.iter().any(|word| self.sees(at, &[word])) {
                complete.extend(item(at + 1).into_iter().map(longer));
            }
            Vec::new()
        })
    }

    fn aggregate(
        &self,
        from: usize,
        end: usize,
        function: Aggregation,
        over: Vec<Expr>,
        or_zero: bool,
    ) -> Result<Expr, Diagnostic> {
        let model = self.model();
        let dates = matches!(function, Aggregation::First | Aggregation::Last);
        let mut operands: Vec<Expr> = Vec::new();
        // The unit is that of the first operand; a bare 0 has none of its own.
        let leading = over.iter().find(|expr| !typing::is_bare_zero(expr)).or(over.first());
        let unit = leading.and_then(|expr| expr.number()).map(|number| number.unit.clone());
        for expr in over {
            if dates {
                let precision = typing::date(model, &expr)?;
                if let Some(first) = operands.first()
                    && first.datatype != Type::Date(precision)
                {
                    let message = "deze datums zijn niet even precies";
                    return Err(Diagnostic::new(Code::Datatype, expr.span, message));
                }
                operands.push(expr);
                continue;
            }
            typing::number(model, &expr)?;
            operands.push(match &unit {
                Some(unit) => typing::convert(model, expr, unit)?,
                None => expr,
            });
        }
        let datatype = match operands.first().map(|first| first.datatype.clone()) {
            Some(Type::Number(first)) => {
                let decimals = operands
                    .iter()
                    .map(|expr| expr.number().and_then(|number| number.decimals))
                    .reduce(|left, right| left.zip(right).map(|(l, r)| l.max(r)));
                typing::numeric(first.unit, decimals.flatten())
            }
            Some(other) if !or_zero => other,
            _ => {
                let message = "‘of 0’ past niet bij datums";
                return Err(Diagnostic::new(Code::Datatype, self.span(from, end), message));
            }
        };
        let kind = ExprKind::Aggregate { function, over: operands, or_zero };
        Ok(Expr { kind, datatype, many: false, span: self.span(from, end) })
    }

    /// `het aantal passagiers van de reis`, or of several subjects together.
    fn count(&self, from: usize, scope: &Scope) -> Readings<Expr> {
        let mut subjects: Readings<Subject> =
            self.subject(from + 2, scope).into_iter().filter(|(s, _)| s.many).collect();
        for (list, end) in self.list(from + 2, &["en"], |at| self.subject(at, scope)) {
            let Some(first) = list.first() else { continue };
            let objecttype = first.objecttype;
            if list.iter().any(|subject| subject.objecttype != objecttype) {
                let message = "hier worden verschillende soorten objecten geteld";
                self.refuse(end, Diagnostic::new(Code::Subject, self.span(from, end), message));
                continue;
            }
            let span = self.span(from + 2, end);
            let kind = SubjectKind::Union(list);
            subjects.push((Subject { kind, objecttype, many: true, span }, end));
        }
        let count = |(subject, end)| {
            let kind = ExprKind::Count(Box::new(subject));
            self.expr(from, end, kind, typing::numeric(Unit::NONE, Some(0)))
        };
        subjects.into_iter().map(count).collect()
    }

    pub(super) fn date_operand(&self, at: usize, scope: &Scope) -> Readings<Expr> {
        let dates = self.sum(at, Some(&Type::Date(Precision::Day)), scope).into_iter();
        dates
            .filter_map(|(expr, end)| {
                let checked = typing::single(expr)
                    .and_then(|expr| typing::date(self.model(), &expr).map(|_| expr));
                Some((self.accept(end, checked)?, end))
            })
            .collect()
    }

    fn date_part(&self, from: usize, at: usize, part: DatePart, scope: &Scope) -> Readings<Expr> {
        let build = |(of, end)| {
            let kind = ExprKind::DatePart { part, of: Box::new(of) };
            self.expr(from, end, kind, typing::numeric(Unit::NONE, Some(0)))
        };
        self.date_operand(at, scope).into_iter().map(build).collect()
    }

    fn duration(&self, from: usize, at: usize, absolute: bool, scope: &Scope) -> Readings<Expr> {
        let mut out = Vec::new();
        for (start, at) in self.date_operand(at, scope) {
            let Some(at) = self.after(at, &["tot"]) else { continue };
            for (stop, at) in self.date_operand(at, scope) {
                let Some(at) = self.after(at, &["in"]) else { continue };
                // Always rounded down, with ‘hele’ or without.
                let name = at + usize::from(self.sees(at, &["hele"]));
                let base = self.tokens.get(name);
                let base = base.and_then(|t| self.model().units.find(self.written(t)));
                let time = base.and_then(|base| self.model().units.get(base).time);
                let (Some(base), Some(unit)) = (base, time) else {
                    self.expect(name, "een tijdseenheid, zoals jaren, maanden of dagen");
                    continue;
                };
                let kind = ExprKind::Duration {
                    from: Box::new(start.clone()),
                    to: Box::new(stop),
                    unit,
                    absolute,
                };
                let datatype = typing::numeric(Unit::base(base), Some(0));
                out.push(self.expr(from, name + 1, kind, datatype));
            }
        }
        out
    }

    fn absolute(&self, from: usize, scope: &Scope) -> Readings<Expr> {
        if !self.sees(from + 4, &["("]) {
            self.expect(from + 4, "een haakje openen");
            return Vec::new();
        }
        let mut out = Vec::new();
        for (of, end) in self.operand(from + 4, None, scope) {
            let result = typing::single(of)
                .and_then(|of| typing::number(self.model(), &of).map(|number| (of, number)));
            out.extend(self.accept(end, result).map(|(of, number)| {
                let datatype = typing::numeric(number.unit, number.decimals);
                self.expr(from, end, ExprKind::Absolute(Box::new(of)), datatype)
            }));
        }
        out
    }

    fn root(&self, from: usize, scope: &Scope) -> Readings<Expr> {
        let mut out = Vec::new();
        for (of, end) in self.operand(from + 3, None, scope) {
            let Some((rounding, end)) = self.rounding(end) else {
                self.expect(end, "een afronding, die bij ‘de wortel van’ verplicht is");
                continue;
            };
            let result = typing::single(of)
                .and_then(|of| typing::number(self.model(), &of).map(|number| (of, number)));
            out.extend(self.accept(end, result).map(|(of, number)| {
                let datatype = typing::numeric(number.unit, Some(rounding.decimals));
                let kind = ExprKind::Root { of: Box::new(of), rounding };
                self.expr(from, end, kind, datatype)
            }));
        }
        out
    }

    /// A whole number without a unit, as a part of a date.
    fn plain_number(&self, at: usize, scope: &Scope) -> Readings<Expr> {
        let numbers = self.sum(at, None, scope).into_iter();
        numbers
            .filter_map(|(expr, end)| {
                let checked = typing::single(expr)
                    .and_then(|expr| typing::convert(self.model(), expr, &Unit::NONE));
                Some((self.accept(end, checked)?, end))
            })
            .collect()
    }

    /// `de datum met jaar: J, maand: M en dag: D`.
    fn date_from(&self, from: usize, scope: &Scope) -> Readings<Expr> {
        let mut out = Vec::new();
        for (year, at) in self.plain_number(from + 5, scope) {
            let Some(at) = self.after(at, &[",", "maand", ":"]) else { continue };
            for (month, at) in self.plain_number(at, scope) {
                let Some(at) = self.after(at, &["en", "dag", ":"]) else { continue };
                for (day, end) in self.plain_number(at, scope) {
                    let kind = ExprKind::DateFrom {
                        year: Box::new(year.clone()),
                        month: Box::new(month.clone()),
                        day: Box::new(day),
                    };
                    out.push(self.expr(from, end, kind, Type::Date(Precision::Day)));
                }
            }
        }
        out
    }

    fn easter(&self, from: usize, scope: &Scope) -> Readings<Expr> {
        let years = self.operand(from + 4, None, scope).into_iter();
        years
            .filter_map(|(year, end)| {
                let year = typing::single(year)
                    .and_then(|year| typing::convert(self.model(), year, &Unit::NONE));
                let kind = ExprKind::EasterSunday(Box::new(self.accept(end, year)?));
                Some(self.expr(from, end, kind, Type::Date(Precision::Day)))
            })
            .collect()
    }
}
