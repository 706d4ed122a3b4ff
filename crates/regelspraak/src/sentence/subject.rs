//! Subjects (sections 5.5 to 5.7): `hij`, `de Persoon`, `alle leden van het Huishouden die …`.

use super::condition::Form;
use super::failure::Wanted;
use super::{Introduction, Parser, Readings, Scope, Visible};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AttributeId, Condition, Expr, ExprKind, RoleId, Span, Subject, SubjectKind};
use crate::names::{Entry, Grammatical, Symbol};

impl Parser<'_> {
    /// A subject, with the subselecties behind it.
    pub(super) fn subject(&self, at: usize, scope: &Scope) -> Readings<Subject> {
        self.nested(at, || {
            self.follow(at, self.plain_subject(at, scope), |(subject, end), complete| {
                let longer = match self.word(end) {
                    "die" | "dat" => self.selection(at, &subject, end, scope),
                    _ => Vec::new(),
                };
                complete.push((subject, end));
                longer
            })
        })
    }

    fn plain_subject(&self, at: usize, scope: &Scope) -> Readings<Subject> {
        if let Some(Introduction { start, length, subject }) = &scope.introduction
            && self.tokens.get(at).is_some_and(|token| token.span.start == start.start)
        {
            return vec![(subject.clone(), at + length)];
        }
        if self.word(at) == "hij" {
            let subject = self.animate(at, scope);
            return self.accept(at + 1, subject).map(|s| (s, at + 1)).into_iter().collect();
        }
        if self.sees(at, &["("]) {
            return self
                .subject(at + 1, scope)
                .into_iter()
                .filter_map(|(subject, end)| {
                    let end = self.after(end, &[")"])?;
                    Some((Subject { span: self.span(at, end), ..subject }, end))
                })
                .collect();
        }
        let own = matches!(self.word(at), "zijn" | "haar");
        let article = self.is_article(at) || self.word(at) == "alle";
        let name = at + usize::from(own || article);
        self.look_up(name, if own { Wanted::Role } else { Wanted::Subject });
        let mut out = self.ordinal_reference(at, scope);
        for (length, entries) in
            self.declarations.names.matches(&self.tokens[name.min(self.tokens.len())..])
        {
            let end = name + length;
            for entry in entries {
                match (entry.symbol, own) {
                    (Symbol::Role(role), true) => {
                        let of = self.animate(at, scope);
                        let span = self.span(at, end);
                        let role = of.and_then(|of| self.role(of, role, *entry, span));
                        out.extend(self.accept(end, role).map(|subject| (subject, end)));
                    }
                    (_, true) => {}
                    (symbol, false) => {
                        out.extend(self.reference(at, end, *entry, scope));
                        out.extend(self.all(at, end, *entry));
                        if let Symbol::Role(role) = symbol {
                            out.extend(self.role_of(at, end, role, *entry, scope));
                        }
                    }
                }
            }
        }
        out
    }

    /// The one animate instance that `hij` and `zijn` refer to (section 5.5.4); inside a
    /// subselectie that is the element.
    pub(super) fn animate(&self, at: usize, scope: &Scope) -> Result<Subject, Diagnostic> {
        let model = self.model();
        let animate = |visible: &&Visible| model[visible.objecttype].animate;
        let mut found = scope.visible.iter().rev().filter(animate);
        let span = self.span(at, at + 1);
        let word = self.word(at);
        match (found.next(), found.next()) {
            (Some(visible), None) => Ok(bound(visible, span)),
            (Some(visible), Some(_)) if visible.element => Ok(bound(visible, span)),
            (Some(_), Some(_)) => {
                let message = format!("‘{word}’ kan hier op meer dan één onderwerp slaan");
                Err(Diagnostic::new(Code::Ambiguous, span, message)
                    .label("wie?")
                    .help("noem het onderwerp, zoals ‘de partner’"))
            }
            (None, _) => {
                let message = format!("‘{word}’ slaat hier nergens op");
                Err(Diagnostic::new(Code::Subject, span, message).label("wie?").help(
                    "‘hij’ en ‘zijn’ kunnen alleen bij een objecttype met (bezield) erachter",
                ))
            }
        }
    }

    /// `de Persoon`: an instance that is already introduced. See also [`Parser::ordinal_reference`].
    fn reference(&self, at: usize, end: usize, entry: Entry, scope: &Scope) -> Readings<Subject> {
        let symbol = entry.symbol;
        if self.word(at) == "alle" {
            return Vec::new();
        }
        let of_type = |visible: &&Visible| symbol == Symbol::ObjectType(visible.objecttype);
        let introduced = || scope.visible.iter().filter(|visible| !visible.element);
        let elements = || scope.visible.iter().rev().filter(|visible| visible.element);
        // What the rule introduced by this name goes before what only has the objecttype, and that
        // before an element. An element that ‘hij’ cannot refer to has no other name than that of
        // its objecttype, so there the two stand side by side.
        let inanimate = |visible: &&Visible| !self.model()[visible.objecttype].animate;
        let element = elements().find(|v| v.introduced == symbol || of_type(v));
        let mut found: Vec<&Visible> = introduced().filter(|v| v.introduced == symbol).collect();
        if !found.is_empty() {
            found.extend(element.filter(inanimate));
        } else if let Some(element) = element.filter(|v| inanimate(v) || v.introduced == symbol) {
            found = vec![element];
        } else {
            found = introduced().filter(of_type).collect();
            if found.is_empty() {
                found.extend(element);
            }
        }
        let span = self.span(at, end);
        match (found.pop(), found.is_empty()) {
            (Some(visible), true) => {
                let subject = self.article(at, entry).map(|()| bound(visible, span));
                self.accept(end, subject).map(|subject| (subject, end)).into_iter().collect()
            }
            (Some(_), false) => {
                let message = "dit kan op meer dan één onderwerp slaan";
                let report = Diagnostic::new(Code::Ambiguous, span, message).label("wie?");
                let report = report.help(self.ordinal_help(at, end));
                self.refuse(end, report);
                Vec::new()
            }
            (None, _) => {
                if let Symbol::ObjectType(_) = symbol {
                    let message = "dit onderwerp is in deze zin nog niet genoemd";
                    self.refuse(
                        end,
                        Diagnostic::new(Code::Subject, span, message).label("wie?").help(
                            "een onderwerp wordt met ‘een’ genoemd voordat ‘de’ of ‘het’ ernaar \
                             verwijst",
                        ),
                    );
                }
                Vec::new()
            }
        }
    }

    /// `alle Personen`: every instance.
    fn all(&self, at: usize, end: usize, entry: Entry) -> Readings<Subject> {
        match (entry.symbol, entry.number) {
            (Symbol::ObjectType(objecttype), Grammatical::Plural) => {
                let (kind, span) = (SubjectKind::All, self.span(at, end));
                let subject = Subject { kind, objecttype, many: true, span };
                let subject = self.article(at, entry).map(|()| subject);
                self.accept(end, subject).map(|subject| (subject, end)).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// `de rol van subject`, from the token after the name of the rol.
    fn role_of(
        &self,
        from: usize,
        at: usize,
        role: RoleId,
        entry: Entry,
        scope: &Scope,
    ) -> Readings<Subject> {
        let Some(at) = self.after(at, &["van"]) else { return Vec::new() };
        let mut out = Vec::new();
        for (of, end) in self.subject(at, scope) {
            let subject = self.role(of, role, entry, self.span(from, end));
            let subject = subject.and_then(|s| self.article(from, entry).map(|()| s));
            out.extend(self.accept(end, subject).map(|subject| (subject, end)));
        }
        out
    }

    /// Those who play `role` for `of`.
    fn role(
        &self,
        of: Subject,
        role: RoleId,
        entry: Entry,
        span: Span,
    ) -> Result<Subject, Diagnostic> {
        let model = self.model();
        let declared = &model[role];
        let other = &model[model[declared.facttype].opposite(role)];
        if other.objecttype != of.objecttype {
            let message = format!(
                "de rol ‘{}’ hoort bij {}, niet bij {}",
                declared.name.singular,
                model[other.objecttype].name.singular,
                model[of.objecttype].name.singular
            );
            return Err(
                Diagnostic::new(Code::Subject, span, message).label("hoort niet bij elkaar")
            );
        }
        if let (true, Grammatical::Singular, Some(plural)) =
            (declared.many, entry.number, &declared.name.plural)
        {
            let message =
                format!("de rol ‘{}’ kan door meer worden vervuld", declared.name.singular);
            return Err(Diagnostic::new(Code::Subject, span, message)
                .label("enkelvoud")
                .help(format!("schrijf het meervoud: ‘alle {plural} van …’")));
        }
        let many = of.many || declared.many;
        let objecttype = declared.objecttype;
        let kind = SubjectKind::Role { of: Box::new(of), role };
        Ok(Subject { kind, objecttype, many, span })
    }

    /// `… die kleiner zijn dan 18 jr` behind an attribuut of several subjects (section 5.6): those
    /// whose value is so.
    pub(super) fn value_selection(
        &self,
        from: usize,
        attribute: AttributeId,
        subject: &Subject,
        at: usize,
        scope: &Scope,
    ) -> Readings<Subject> {
        let declared = &self.model()[attribute];
        if !subject.many
            || !matches!(self.word(at), "die" | "dat")
            || declared.objecttype != subject.objecttype
        {
            return Vec::new();
        }
        let Some((element, inner)) = self.each(at, at, subject, scope) else { return Vec::new() };
        let (kind, span) = (SubjectKind::Binding(element), subject.span);
        let each = Subject { kind, objecttype: subject.objecttype, many: false, span };
        let kind = ExprKind::Attribute { of: Box::new(each), attribute };
        let value = Expr { kind, datatype: declared.datatype.clone(), many: false, span };
        let place = self.place_of(at + 1, Form::Question);
        let mut conditions = self.comparison(&value, place, Form::Question, &inner);
        conditions.extend(self.check(&value, place, Form::Question));
        let timeline = self.timing().of(&value);
        let selected = |(kind, end)| {
            let words = self.span(at + 1, end);
            let kind = self.accept(end, self.throughout(place.whole, kind, timeline, words))?;
            let condition = Box::new(Condition { kind, span: words });
            let kind = SubjectKind::Where { of: Box::new(subject.clone()), element, condition };
            let (objecttype, span) = (subject.objecttype, self.span(from, end));
            Some((Subject { kind, objecttype, many: true, span }, end))
        };
        conditions.into_iter().filter_map(selected).collect()
    }

    /// `subject die predicate` (section 5.6), from the token `die` or `dat`.
    fn selection(
        &self,
        from: usize,
        subject: &Subject,
        at: usize,
        scope: &Scope,
    ) -> Readings<Subject> {
        if !subject.many {
            return Vec::new();
        }
        let Some((element, inner)) = self.each(at, at, subject, scope) else { return Vec::new() };
        let each = Subject {
            kind: SubjectKind::Binding(element),
            objecttype: subject.objecttype,
            many: false,
            span: subject.span,
        };
        let mut out = Vec::new();
        for (condition, end) in self.relative_clause(at + 1, each, &inner) {
            let kind = SubjectKind::Where {
                of: Box::new(subject.clone()),
                element,
                condition: Box::new(condition),
            };
            let span = self.span(from, end);
            out.push((Subject { kind, objecttype: subject.objecttype, many: true, span }, end));
        }
        out
    }
}

pub(super) fn bound(visible: &Visible, span: Span) -> Subject {
    let kind = visible.kind.clone();
    Subject { kind, objecttype: visible.objecttype, many: false, span }
}
