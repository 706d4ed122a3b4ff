//! Lists of conditions (section 10.2): each nested list has one bullet more than the one around
//! it, so that what comes after it is never swallowed.

use std::collections::BTreeMap;

use super::condition::Form;
use super::{Parser, Readings, Scope};
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::TokenKind;
use crate::model::{Condition, ConditionKind, ExprKind, Quantifier, Subject, SubjectKind};

impl Parser<'_> {
    /// `hij aan alle volgende voorwaarden voldoet: …`, `er wordt voldaan aan …: …`.
    pub(super) fn compound(&self, at: usize, form: Form, scope: &Scope) -> Readings<Condition> {
        let mut out = Vec::new();
        if self.word(at) == "er" {
            out.extend(self.conditions_of(at, at + 1, form, scope));
            return out;
        }
        let (quantifier, start) = self.many_quantifier(at);
        for (subject, end) in self.subject(start, scope) {
            if self.introduces(end, form) && (subject.many || start == at) {
                out.extend(self.compound_of(at, quantifier, subject, end, form, scope));
            }
        }
        for (expr, end) in self.sum(at, None, scope) {
            if !self.introduces(end, form) {
                continue;
            }
            let mut inner = scope.clone();
            match (&expr.kind, expr.many) {
                (ExprKind::Attribute { attribute, .. }, false) => {
                    inner.references.push((*attribute, expr.clone()));
                    out.extend(self.conditions_of(at, end, form, &inner));
                }
                (ExprKind::Aggregate { .. } | ExprKind::Count(_), false) => {
                    let short = self.short_form(at, &expr);
                    inner.aggregations.extend(short.map(|words| (words, expr.clone())));
                    let lists = self.conditions_of(at, end, form, &inner).into_iter();
                    out.extend(lists.filter(|(list, end)| self.keeps_to(list, *end, &expr)));
                }
                _ => {
                    let message = "deze opsomming kan hier niet over een waarde gaan";
                    let report = Diagnostic::new(Code::Subject, self.span(at, end), message);
                    self.refuse(
                        end,
                        report.label("geen onderwerp, attribuut, aantal of som").help(
                            "schrijf ‘er aan alle volgende voorwaarden wordt voldaan:’ en noem de \
                             waarde in elke voorwaarde, zo nodig met een variabele",
                        ),
                    );
                }
            }
        }
        self.distinct(at, out)
    }

    /// A list of conditions on a subject. `hij`, `zijn` and its rol or objecttype refer to it; of
    /// several subjects they refer to each in turn.
    fn compound_of(
        &self,
        from: usize,
        quantifier: Quantifier,
        subject: Subject,
        at: usize,
        form: Form,
        scope: &Scope,
    ) -> Readings<Condition> {
        if matches!(subject.kind, SubjectKind::Binding(_)) {
            return self.conditions_of(from, at, form, scope);
        }
        if !subject.many {
            let inner = scope.with_element(subject.kind.clone(), &subject);
            return self.conditions_of(from, at, form, &inner);
        }
        let Some((element, inner)) = self.each(from, at, &subject, scope) else {
            return Vec::new();
        };
        let each = |(condition, end)| {
            let (over, condition) = (subject.clone(), Box::new(condition));
            let kind = ConditionKind::Each { quantifier, over, element, condition };
            (Condition { kind, span: self.span(from, end) }, end)
        };
        self.conditions_of(from, at, form, &inner).into_iter().map(each).collect()
    }

    /// Whether `aan … voorwaarden voldoet`, `voldoet aan … voorwaarden` or `moet voldoen aan …
    /// criteria` comes next.
    fn introduces(&self, at: usize, form: Form) -> bool {
        match form {
            Form::Criterion => {
                matches!(self.word(at), "moet" | "moeten") && self.word(at + 1) == "voldoen"
            }
            Form::Question | Form::Statement => {
                self.word(at) == "aan" || (is_meets(self.word(at)) && self.word(at + 1) == "aan")
            }
        }
    }

    /// The introduction from `aan` or `voldoet` on, and the list.
    pub(super) fn conditions_of(
        &self,
        from: usize,
        at: usize,
        form: Form,
        scope: &Scope,
    ) -> Readings<Condition> {
        let found = match form {
            Form::Criterion => self.criteria_introduction(at),
            Form::Question | Form::Statement => self.introduction(at, form, scope.criteria),
        };
        let Some((quantifier, colon)) = found else { return Vec::new() };
        let Some(at) = self.after(colon, &[":"]) else { return Vec::new() };
        let criteria = scope.criteria || form == Form::Criterion;
        let inner = Scope { level: scope.level + 1, criteria, ..scope.clone() };
        let mut lists = self.bullets(at, &inner);
        if !matches!(self.kind(at), Some(TokenKind::Bullet(_))) {
            // One condition may stand behind the colon without a bullet.
            let single = self.condition(at, Form::Statement, &Scope { criteria, ..scope.clone() });
            lists.extend(single.into_iter().map(|(condition, end)| (vec![condition], end)));
        }
        let enough = |parts: &[Condition], end: usize| {
            let wanted = match quantifier {
                Quantifier::AtLeast(count) | Quantifier::Exactly(count) => count as usize,
                _ => 0,
            };
            if wanted > parts.len() {
                let message = format!(
                    "hier staan {} voorwaarden, daarvan kunnen er geen {wanted} gelden",
                    parts.len()
                );
                let report = Diagnostic::new(Code::Form, self.span(from, colon), message);
                self.refuse(end, report.help("noem een lager aantal of voeg voorwaarden toe"));
            }
            wanted <= parts.len()
        };
        lists
            .into_iter()
            .filter(|(parts, end)| enough(parts, *end))
            .map(|(parts, end)| {
                let kind = ConditionKind::Compound { quantifier, parts };
                (Condition { kind, span: self.span(from, end) }, end)
            })
            .collect()
    }

    /// `aan alle volgende voorwaarden voldoet` or `voldoet aan alle volgende voorwaarden`; the
    /// token behind it is the colon.
    fn introduction(&self, at: usize, form: Form, criteria: bool) -> Option<(Quantifier, usize)> {
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
        let called = match self.word(end) {
            "voorwaarde" | "voorwaarden" => true,
            "criterium" | "criteria" => criteria,
            _ => false,
        };
        if !called {
            self.expect(end, if criteria { "‘criteria’" } else { "‘voorwaarden’" });
            return None;
        }
        let end = if verb_last { meets(end + 1)? } else { end + 1 };
        match (form, verb_last) {
            (Form::Question | Form::Criterion, true) | (Form::Statement, false) => {
                Some((quantifier, end))
            }
            _ => {
                self.wrong_form(at, end, form);
                None
            }
        }
    }

    /// `moet voldoen aan alle volgende criteria`, `moet worden voldaan aan het volgende criterium`;
    /// the token behind it is the colon.
    fn criteria_introduction(&self, at: usize) -> Option<(Quantifier, usize)> {
        let verb = self.must(at, Form::Criterion)?;
        let forms: [&[&str]; 3] = [&["voldoen"], &["worden", "voldaan"], &["voldaan", "worden"]];
        let Some(words) = forms.into_iter().find(|words| self.sees(verb, words)) else {
            self.expect(verb, "‘voldoen aan’ of ‘worden voldaan aan’");
            return None;
        };
        let at = self.after(verb + words.len(), &["aan"])?;
        if self.sees(at, &["het", "volgende", "criterium"]) {
            return Some((Quantifier::All, at + 3));
        }
        let (quantifier, end) = self.condition_quantifier(at)?;
        let end = self.after(end, &["volgende"])?;
        let end = self.after(end, &["criteria"])?;
        Some((quantifier, end))
    }

    fn condition_quantifier(&self, at: usize) -> Option<(Quantifier, usize)> {
        let of_the = |at: usize| if self.sees(at, &["van", "de"]) { at + 2 } else { at };
        match self.word(at) {
            "alle" => Some((Quantifier::All, of_the(at + 1))),
            "de" | "het" => Some((Quantifier::All, at + 1)),
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
            let mut read = self.condition(at + 1, Form::Statement, scope);
            if let Some(next) = self.skip_bullet(at, &read, scope) {
                let kind =
                    ConditionKind::Compound { quantifier: Quantifier::All, parts: Vec::new() };
                read.push((Condition { kind, span: self.span(at, next) }, next));
            }
            for (part, end) in read {
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

/// Per bullet, by its token: nothing when some reading of it is right, otherwise why not.
pub type Bullets = BTreeMap<usize, Option<Diagnostic>>;

impl Parser<'_> {
    /// The reports of a sentence with a mistake: when it lies in a bullet, of each bullet that
    /// has one. `again` reads the sentence once more, past the bullets that cannot be read.
    pub(super) fn recover(&self, first: Diagnostic, again: impl FnOnce()) -> Vec<Diagnostic> {
        if self.gave_up() || !self.tokens.iter().any(|t| matches!(t.kind, TokenKind::Bullet(_))) {
            return vec![first];
        }
        self.steps.set(0);
        self.bullets.replace(Some(Bullets::new()));
        again();
        let found = self.bullets.take().unwrap_or_default().into_values().flatten();
        let found: Vec<Diagnostic> = found.collect();
        // The first one may come from a place outside the list.
        match found.iter().any(|d| d.span.start <= first.span.start) && !self.gave_up() {
            true => found,
            false => vec![first],
        }
    }

    /// While a sentence is read again: where to go on behind a bullet that cannot be read.
    fn skip_bullet(&self, at: usize, read: &Readings<Condition>, scope: &Scope) -> Option<usize> {
        self.bullets.borrow().as_ref()?;
        let ours = |at: usize| match self.kind(at) {
            Some(TokenKind::Bullet(level)) => *level <= scope.level,
            kind => kind.is_none(),
        };
        let next = (at + 1..=self.tokens.len()).find(|&at| ours(at))?;
        // The last bullet may be followed by more of the sentence.
        let last = next == self.tokens.len();
        let right = read.iter().any(|(_, end)| last || *end == next);
        if !right && self.bullets.borrow().as_ref()?.get(&at).is_some_and(Option::is_some) {
            return Some(next);
        }
        let problem = (!right).then(|| {
            // What it takes counts for the whole sentence.
            let tokens = &self.tokens[at + 1..next];
            let (steps, depth) = (self.steps.clone(), self.depth.clone());
            let parser = Parser { tokens, steps, depth, ..self.fork() };
            let readings = parser.condition(0, Form::Statement, scope);
            self.steps.set(parser.steps.get());
            parser.only(readings, next - at - 1).err()
        });
        let mut bullets = self.bullets.borrow_mut();
        let known = bullets.as_mut()?;
        match problem.flatten() {
            Some(problem) => {
                known.entry(at).or_insert(Some(problem));
                Some(next)
            }
            None => {
                known.insert(at, None);
                None
            }
        }
    }
}

fn is_meets(word: &str) -> bool {
    matches!(word, "voldoet" | "voldoen")
}
