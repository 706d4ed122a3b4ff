//! Lists of conditions (section 10.2): each nested list has one bullet more than the one around
//! it, so that what comes after it is never swallowed.

use super::condition::Form;
use super::{Parser, Readings, Scope};
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::TokenKind;
use crate::model::{Condition, ConditionKind, ExprKind, Quantifier, SubjectKind};

impl Parser<'_> {
    /// `hij aan alle volgende voorwaarden voldoet: …`, `er wordt voldaan aan …: …`.
    pub(super) fn compound(&self, at: usize, form: Form, scope: &Scope) -> Readings<Condition> {
        let mut out = Vec::new();
        if self.word(at) == "er" {
            out.extend(self.conditions_of(at, at + 1, form, scope));
            return out;
        }
        for (subject, end) in self.subject(at, scope) {
            if !self.introduces(end) {
                continue;
            }
            if matches!(subject.kind, SubjectKind::Binding(_)) {
                out.extend(self.conditions_of(at, end, form, scope));
            } else {
                let message = "deze opsomming kan alleen over ‘hij’ of een genoemd onderwerp gaan";
                let report = Diagnostic::new(Code::Subject, self.span(at, end), message);
                self.refuse(
                    end,
                    report.help("schrijf ‘er aan alle volgende voorwaarden wordt voldaan:’"),
                );
            }
        }
        for (expr, end) in self.sum(at, None, scope) {
            if let (ExprKind::Attribute { attribute, .. }, false, true) =
                (&expr.kind, expr.many, self.introduces(end))
            {
                let mut inner = scope.clone();
                inner.references.push((*attribute, expr.clone()));
                out.extend(self.conditions_of(at, end, form, &inner));
            }
        }
        self.distinct(at, out)
    }

    /// Whether `aan … voorwaarden voldoet` or `voldoet aan … voorwaarden` comes next.
    fn introduces(&self, at: usize) -> bool {
        self.word(at) == "aan" || (is_meets(self.word(at)) && self.word(at + 1) == "aan")
    }

    /// The introduction from `aan` or `voldoet` on, and the list.
    pub(super) fn conditions_of(
        &self,
        from: usize,
        at: usize,
        form: Form,
        scope: &Scope,
    ) -> Readings<Condition> {
        let Some((quantifier, colon)) = self.introduction(at, form) else { return Vec::new() };
        let Some(at) = self.after(colon, &[":"]) else { return Vec::new() };
        let inner = Scope { level: scope.level + 1, ..scope.clone() };
        let mut lists = self.bullets(at, &inner);
        if !matches!(self.kind(at), Some(TokenKind::Bullet(_))) {
            // One condition may stand behind the colon without a bullet.
            let single = self.condition(at, Form::Statement, scope);
            lists.extend(single.into_iter().map(|(condition, end)| (vec![condition], end)));
        }
        lists
            .into_iter()
            .map(|(parts, end)| {
                let kind = ConditionKind::Compound { quantifier, parts };
                (Condition { kind, span: self.span(from, end) }, end)
            })
            .collect()
    }

    /// `aan alle volgende voorwaarden voldoet` or `voldoet aan alle volgende voorwaarden`; the
    /// token behind it is the colon.
    fn introduction(&self, at: usize, form: Form) -> Option<(Quantifier, usize)> {
        let meets = |at: usize| -> Option<usize> {
            if self.sees(at, &["wordt", "voldaan"]) {
                Some(at + 2)
            } else if is_meets(self.word(at)) {
                Some(at + 1)
            } else {
                self.expect(at, "‘voldoet’ of ‘wordt voldaan’");
                None
            }
        };
        let verb_last = self.word(at) == "aan";
        let start = if verb_last { at } else { meets(at)? };
        let quantifier = self.after(start, &["aan"])?;
        let (quantifier, end) = self.condition_quantifier(quantifier)?;
        let end = self.after(end, &["volgende"])?;
        if !matches!(self.word(end), "voorwaarde" | "voorwaarden") {
            self.expect(end, "‘voorwaarden’");
            return None;
        }
        let end = if verb_last { meets(end + 1)? } else { end + 1 };
        match (form, verb_last) {
            (Form::Question, true) | (Form::Statement, false) => Some((quantifier, end)),
            _ => {
                self.wrong_form(at, end, form);
                None
            }
        }
    }

    fn condition_quantifier(&self, at: usize) -> Option<(Quantifier, usize)> {
        let of_the = |at: usize| if self.sees(at, &["van", "de"]) { at + 2 } else { at };
        match self.word(at) {
            "alle" => Some((Quantifier::All, of_the(at + 1))),
            "de" => Some((Quantifier::All, at + 1)),
            "geen" => Some((Quantifier::None, of_the(at + 1))),
            _ => match self.count_quantifier(at) {
                Some((quantifier, end)) => Some((quantifier, of_the(end))),
                None => {
                    self.expect(at, "‘alle’, ‘geen van de’ of ‘ten minste één van de’");
                    None
                }
            },
        }
    }

    /// The conditions of a list at the level of the scope.
    fn bullets(&self, at: usize, scope: &Scope) -> Readings<Vec<Condition>> {
        let is_ours = |at: usize| self.kind(at) == Some(&TokenKind::Bullet(scope.level));
        if !is_ours(at) {
            let bullets = "•".repeat(scope.level.min(9) as usize);
            self.expect(at, &format!("een voorwaarde met {bullets} ervoor"));
            return Vec::new();
        }
        self.follow(at, vec![(Vec::new(), at)], |(parts, at), complete| {
            let mut longer = Vec::new();
            for (part, end) in self.condition(at + 1, Form::Statement, scope) {
                let mut parts: Vec<Condition> = parts.clone();
                parts.push(part);
                match self.kind(end) {
                    _ if is_ours(end) => longer.push((parts, end)),
                    Some(TokenKind::Bullet(level)) if *level > scope.level => {
                        self.expect(end, "een bullet minder, of een opsomming die met ‘:’ begint");
                    }
                    _ => complete.push((parts, end)),
                }
            }
            longer
        })
    }
}

fn is_meets(word: &str) -> bool {
    matches!(word, "voldoet" | "voldoen")
}
