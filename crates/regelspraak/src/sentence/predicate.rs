//! Conditions on instances: kenmerken and rollen (sections 8.1.7 and 8.1.8), and what follows
//! `die` (section 5.6).

use super::condition::Form;
use super::failure::Wanted;
use super::throughout::Place;
use super::{Parser, Readings, Scope};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Condition, ConditionKind, KenmerkForm, KenmerkId, Quantifier, RoleId, Span, Subject,
    SubjectKind,
};
use crate::names::Symbol;

/// The words around the name of a kenmerk or rol.
#[derive(Clone, Copy)]
struct Words<'a> {
    verb: &'a str,
    negation: Option<&'a str>,
    article: Option<&'a str>,
}

impl Words<'_> {
    fn has(self) -> bool {
        matches!(self.verb, "heeft" | "hebben")
    }
}

impl Parser<'_> {
    /// A condition on one or several instances, from the token behind them.
    pub(super) fn on_subject(
        &self,
        from: usize,
        quantifier: Quantifier,
        subject: Subject,
        at: usize,
        form: Form,
    ) -> Readings<Condition> {
        if !subject.many {
            return self.kenmerk_check(from, subject, at, form);
        }
        let element = self.element(from, subject.objecttype);
        let each = Subject {
            kind: SubjectKind::Binding(element),
            many: false,
            objecttype: subject.objecttype,
            span: subject.span,
        };
        self.kenmerk_check(from, each, at, form)
            .into_iter()
            .map(|(condition, end)| {
                let kind = ConditionKind::Each {
                    quantifier,
                    over: subject.clone(),
                    element,
                    condition: Box::new(condition),
                };
                (Condition { kind, span: self.span(from, end) }, end)
            })
            .collect()
    }

    /// What follows `die`: `minderjarig zijn`, or `aan alle volgende voorwaarden voldoen: …`.
    pub(super) fn relative_clause(
        &self,
        at: usize,
        each: Subject,
        scope: &Scope,
    ) -> Readings<Condition> {
        let mut out = self.kenmerk_check(at, each, at, Form::Question);
        out.extend(self.conditions_of(at, at, Form::Question, scope));
        self.distinct(at, out)
    }

    /// `is een X`, `X is`, `heeft geen X` and so on for one instance.
    fn kenmerk_check(
        &self,
        from: usize,
        subject: Subject,
        at: usize,
        form: Form,
    ) -> Readings<Condition> {
        let mut out = Vec::new();
        let verb_first = is_verb(self.word(at));
        if form == Form::Statement && !verb_first {
            self.expect(at, "‘is’ of ‘heeft’");
            return out;
        }
        let place = self.place_of(at, form);
        let at = place.at;
        let mut name = at + usize::from(form == Form::Statement) + place.gap;
        let negation = match self.word(name) {
            word @ ("niet" | "geen") => {
                name += 1;
                Some(word)
            }
            _ => None,
        };
        let before = name;
        let article = match self.word(name) {
            word @ ("een" | "de" | "het") => {
                name += 1;
                Some(word)
            }
            _ => None,
        };
        self.look_up(name, Wanted::Kenmerk);
        for (length, entries) in
            self.declarations.names.matches(&self.tokens[name.min(self.tokens.len())..])
        {
            let mut end = name + length;
            let verb = match form {
                Form::Statement => self.word(at),
                Form::Criterion if matches!(self.word(end), "is" | "heeft") => {
                    self.wrong_form(end, end + 1, form);
                    continue;
                }
                Form::Question | Form::Criterion if is_verb(self.word(end)) => {
                    end += 1;
                    self.word(end - 1)
                }
                Form::Question => {
                    self.expect(end, "‘is’ of ‘heeft’");
                    continue;
                }
                Form::Criterion => {
                    self.expect(end, "‘zijn’ of ‘hebben’");
                    continue;
                }
            };
            let words = Words { verb, negation, article };
            for entry in entries {
                let span = self.span(from, end);
                let result = match entry.symbol {
                    Symbol::Kenmerk(kenmerk) => self.kenmerk(kenmerk, &subject, words),
                    Symbol::Role(role) => self.role_check(role, &subject, words),
                    _ => continue,
                };
                let condition = result
                    .and_then(|kind| self.kenmerk_throughout(place, kind, span))
                    .map_err(|report| Diagnostic { span, ..report })
                    .and_then(|kind| self.article(before, *entry).map(|()| kind))
                    .map(|kind| Condition { kind, span });
                out.extend(self.accept(end, condition).map(|condition| (condition, end)));
            }
        }
        out
    }

    /// A kenmerk that is there on every day of a period; a rol does not come and go.
    fn kenmerk_throughout(
        &self,
        place: Place,
        kind: ConditionKind,
        span: Span,
    ) -> Result<ConditionKind, Diagnostic> {
        let condition = Condition { kind, span };
        let timeline = self.timing().condition(&condition);
        self.throughout(place.whole, condition.kind, timeline, span)
    }

    fn kenmerk(
        &self,
        kenmerk: KenmerkId,
        subject: &Subject,
        words: Words<'_>,
    ) -> Result<ConditionKind, Diagnostic> {
        let model = self.model();
        let declared = &model[kenmerk];
        let name = &declared.name.singular;
        if declared.objecttype != subject.objecttype {
            let message = format!(
                "‘{name}’ is een kenmerk van {}, niet van {}",
                model[declared.objecttype].name.singular, model[subject.objecttype].name.singular
            );
            return Err(Diagnostic::new(Code::Subject, subject.span, message)
                .label("hoort niet bij elkaar"));
        }
        let (fits, written) = match declared.form {
            KenmerkForm::Adjective => (
                !words.has() && words.article.is_none() && words.negation != Some("geen"),
                format!("is {name}’ of ‘is niet {name}"),
            ),
            KenmerkForm::Plain => (
                !words.has()
                    && (words.article == Some("een")
                        || words.negation == Some("geen")
                        || words.verb == "zijn"),
                format!("is een {name}’ of ‘is geen {name}"),
            ),
            KenmerkForm::Possessive => (
                words.has() && words.negation != Some("niet"),
                format!("heeft {name}’ of ‘heeft geen {name}"),
            ),
        };
        if !fits {
            let message = format!("zo wordt het kenmerk ‘{name}’ niet geschreven");
            return Err(Diagnostic::new(Code::Form, subject.span, message)
                .label("andere schrijfwijze")
                .help(format!("schrijf ‘{written}’; na ‘indien’ staat het werkwoord achteraan")));
        }
        let negated = words.negation.is_some();
        Ok(ConditionKind::HasKenmerk { subject: subject.clone(), kenmerk, negated })
    }

    fn role_check(
        &self,
        role: RoleId,
        subject: &Subject,
        words: Words<'_>,
    ) -> Result<ConditionKind, Diagnostic> {
        let model = self.model();
        let declared = &model[role];
        let plays = if words.has() {
            model[model[declared.facttype].opposite(role)].objecttype
        } else {
            declared.objecttype
        };
        if plays != subject.objecttype {
            let message = format!(
                "de rol ‘{}’ past niet bij {}",
                declared.name.singular, model[subject.objecttype].name.singular
            );
            return Err(Diagnostic::new(Code::Subject, subject.span, message)
                .label("hoort niet bij elkaar"));
        }
        let negated = words.negation.is_some();
        let subject = subject.clone();
        Ok(match words.has() {
            true => ConditionKind::HasRole { subject, role, negated },
            false => ConditionKind::PlaysRole { subject, role, negated },
        })
    }
}

fn is_verb(word: &str) -> bool {
    matches!(word, "is" | "zijn" | "heeft" | "hebben")
}
