//! Consistentieregels (sections 8.1.6 and 9.5): the subject stands anywhere before `moet`, or in
//! the first criterion of a list, so it is looked for first and the sentence is read around it.

use super::condition::Form;
use super::failure::Wanted;
use super::head::{Conclusion, Head};
use super::rule::{header, validity, versions};
use super::{Parser, Readings, Scope};
use crate::cursor::Cursor;
use crate::declare::Declarations;
use crate::diagnostic::{Code, Diagnostic};
use crate::items::Item;
use crate::model::{
    Action, Check, CheckId, Condition, ConditionKind, Criterion, Name, Subject, SubjectKind,
    Validity, same_name,
};
use crate::names::{Entry, Grammatical, Symbol};

/// Adds what a regel checks, if it is a consistentieregel, so that every rule can refer to it. Whether
/// it is one.
pub fn declare(text: &str, declarations: &mut Declarations, item: &Item<'_>) -> bool {
    // What is wrong is reported when the rule itself is read.
    let unheard = &mut Vec::new();
    let before = declarations.model.checks.len();
    let Some(rule) = header(text, item, unheard) else { return false };
    let named = item.tokens[1..].iter().take_while(|token| token.line == item.tokens[0].line);
    let words: Vec<String> = named.map(|token| token.lower.clone()).collect();
    for (validity, body) in versions(text, item, unheard) {
        let sentence = super::rule::sentence(body).0;
        let parser = Parser::new(text, declarations, sentence);
        let Some(head) = parser.criterion_heads().into_iter().next().map(|(head, _)| head) else {
            continue;
        };
        let unique = head.conclusion == Conclusion::Unique;
        let objecttypes = match unique {
            true => {
                let series = parser.all_series(&head.scope()).into_iter().next();
                let series = series.map(|(series, _)| series).unwrap_or_default();
                series.iter().map(|series| series.subject.objecttype).collect()
            }
            false => vec![head.target.objecttype],
        };
        for objecttype in objecttypes {
            let id = CheckId(declarations.model.checks.len() as u32);
            let entry = Entry { symbol: Symbol::Check(id), number: Grammatical::Singular };
            declarations.names.add_words(words.clone(), &rule.name, entry);
            let name = Name { article: None, singular: rule.name.clone(), plural: None };
            let span = rule.span;
            let timeline = None;
            let check = Check { name, validity, objecttype, timeline, unique, span };
            declarations.model.checks.push(check);
        }
    }
    declarations.model.checks.len() > before
}

/// What a version of a rule checks, in the order of its series.
pub fn checks_of(declarations: &Declarations, rule: &str, validity: Validity) -> Vec<CheckId> {
    let checks = declarations.model.checks.iter().enumerate();
    let own = checks
        .filter(|(_, check)| same_name(&check.name.singular, rule) && check.validity == validity);
    own.map(|(at, _)| CheckId(at as u32)).collect()
}

/// The verbs that derive something, other than those of a criterion.
const DERIVES: [&str; 4] = ["berekend", "gesteld", "geïnitialiseerd", "geinitialiseerd"];

impl Parser<'_> {
    /// The heads of a consistentieregel: their subject; the sentence is then read from its start.
    pub(super) fn criterion_heads(&self) -> Readings<Head> {
        let must = |at: &usize| matches!(self.word(*at), "moet" | "moeten");
        let Some(must) = (0..self.tokens.len()).find(must) else { return Vec::new() };
        if DERIVES.contains(&self.word(must + 1)) {
            return Vec::new();
        }
        let unique = self.word(must + 1) == "uniek";
        let list = must == 1 && self.word(0) == "er";
        // After `is` or `heeft` stands a kenmerk or a rol, not a subject.
        let names = ["is", "zijn", "heeft", "hebben"];
        let introduces = |at: &usize| {
            self.word(*at) == "een" && (*at == 0 || !names.contains(&self.word(at - 1)))
        };
        let places = if list { must..self.tokens.len() } else { 0..must };
        let found = places.filter(introduces).find_map(|at| {
            let inside = |(_, end): &(_, usize)| list || *end <= must;
            let mut universals: Readings<_> =
                self.universal(at).into_iter().filter(inside).collect();
            // `een lid van een Huishouden` is no lid of whatever household.
            let longest = universals.iter().map(|(_, end)| *end).max();
            universals.retain(|(_, end)| Some(*end) == longest);
            (!universals.is_empty()).then_some((at, universals))
        });
        let conclusion = if unique { Conclusion::Unique } else { Conclusion::Check };
        match found {
            Some((at, universals)) => {
                let start = self.span(at, at + 1);
                let heads = universals.into_iter().map(|(universal, end)| {
                    (universal.introduced_at(start, end - at, conclusion), 0)
                });
                heads.collect()
            }
            None if unique => self.about_all(must),
            None => {
                self.expect(
                    if list { self.tokens.len() } else { 0 },
                    "een onderwerp met ‘een’ ervoor",
                );
                Vec::new()
            }
        }
    }

    /// The head of a uniciteitsregel about all instances there are.
    fn about_all(&self, must: usize) -> Readings<Head> {
        let mut heads = Vec::new();
        for (series, end) in self.all_series(&Scope::default()) {
            let Some(first) = series.first().filter(|_| end == must) else { continue };
            let head = Head {
                conclusion: Conclusion::Unique,
                target: first.subject.clone(),
                bindings: Vec::new(),
                introduced: Vec::new(),
                introduction: None,
            };
            if !heads.contains(&(head.clone(), 0)) {
                heads.push((head, 0));
            }
        }
        heads.truncate(1);
        heads
    }

    /// What a consistentieregel checks, from its start: one action, or for a uniciteitsregel one
    /// for each series.
    pub(super) fn criterion(&self, head: &Head, scope: &Scope) -> Readings<Vec<Action>> {
        if head.conclusion == Conclusion::Unique {
            return self.unique(scope);
        }
        let Some(&check) = self.checks.first() else { return Vec::new() };
        let action = |(condition, end)| {
            let (target, criterion) =
                (head.target.clone(), Criterion::Condition(Box::new(condition)));
            (vec![Action::Check { target, check, criterion }], end)
        };
        self.condition(0, Form::Criterion, scope).into_iter().map(action).collect()
    }

    fn unique(&self, scope: &Scope) -> Readings<Vec<Action>> {
        let mut out = Vec::new();
        for (series, end) in self.all_series(scope) {
            let Some(end) = self.after(end, &["moeten", "uniek", "zijn"]) else { continue };
            let actions = series.iter().zip(self.checks).map(|(own, &check)| {
                let (target, criterion) = (own.subject.clone(), Criterion::Unique(series.clone()));
                Action::Check { target, check, criterion }
            });
            out.push((actions.collect(), end));
        }
        out
    }

    /// The token behind `moet`, when a criterion is read; otherwise the same token.
    pub(super) fn must(&self, at: usize, form: Form) -> Option<usize> {
        match form {
            Form::Question | Form::Statement => Some(at),
            Form::Criterion if matches!(self.word(at), "moet" | "moeten") => Some(at + 1),
            Form::Criterion => {
                self.expect(at, "‘moet’");
                None
            }
        }
    }

    /// `regelversie X is inconsistent` (section 8.1.9): of the subject in the sentence that the
    /// consistentieregel is about. Which version it is may stand between brackets.
    pub(super) fn rule_check(&self, at: usize, form: Form, scope: &Scope) -> Readings<Condition> {
        if self.word(at) != "regelversie" || form == Form::Criterion {
            return Vec::new();
        }
        self.look_up(at + 1, Wanted::Check);
        let mut out = Vec::new();
        for (length, entries) in self.declarations.names.matches(&self.tokens[at + 1..]) {
            let named = entries.iter().filter_map(|entry| match entry.symbol {
                Symbol::Check(check) => Some(check),
                _ => None,
            });
            let named: Vec<CheckId> = named.collect();
            if named.is_empty() {
                continue;
            }
            let result = self.version_named(&named, at + 1 + length);
            let Some((check, end)) = self.accept(at + 1 + length, result) else { continue };
            let (words, other): (&[&str], &[&str]) = match form {
                Form::Statement => (&["is", "inconsistent"], &["is", "gevuurd"]),
                _ => (&["inconsistent", "is"], &["gevuurd", "is"]),
            };
            if self.sees(end, other) {
                let message =
                    "‘is gevuurd’: dit deel van RegelSpraak 2.3 wordt nog niet ondersteund";
                let report = Diagnostic::new(Code::Unsupported, self.span(end, end + 2), message);
                self.refuse(end + 2, report.label("nog niet ondersteund"));
                continue;
            }
            let Some(end) = self.after(end, words) else { continue };
            let span = self.span(at, end);
            let subject = self.subject_of_check(check, span, scope);
            out.extend(self.accept(end, subject).map(|subject| {
                let kind = ConditionKind::Inconsistent { subject, check };
                (Condition { kind, span }, end)
            }));
        }
        out
    }

    /// The version with the period between brackets, or the only one.
    fn version_named(&self, named: &[CheckId], at: usize) -> Result<(CheckId, usize), Diagnostic> {
        let model = self.model();
        let written = self.sees(at, &["("]);
        let mut cursor = Cursor { text: self.text, tokens: self.tokens, at: at + 1 };
        let period = if written { Some(validity(&mut cursor)?) } else { None };
        if written && !cursor.takes(&[")"]) {
            return Err(cursor.expected("een haakje sluiten"));
        }
        let end = if written { cursor.at } else { at };
        let fits = |check: &&CheckId| period.is_none_or(|period| model[**check].validity == period);
        let found: Vec<CheckId> = named.iter().filter(fits).copied().collect();
        let span = self.span(at.saturating_sub(1), end.max(at));
        match found[..] {
            [check] => Ok((check, end)),
            [first, ..] if model[first].unique => Ok((first, end)),
            [] => Err(Diagnostic::new(
                Code::UnknownName,
                span,
                "deze regel heeft geen versie met die periode",
            )
            .label("onbekende versie")
            .help("schrijf de periode zoals achter ‘geldig’, bijvoorbeeld (altijd)")),
            _ => {
                Err(Diagnostic::new(Code::Ambiguous, span, "deze regel heeft meer dan één versie")
                    .label("welke versie?")
                    .help("zet de periode achter de naam, zoals (vanaf 2025)"))
            }
        }
    }

    /// The one subject in the sentence that a consistentieregel is about.
    fn subject_of_check(
        &self,
        check: CheckId,
        span: crate::model::Span,
        scope: &Scope,
    ) -> Result<Subject, Diagnostic> {
        let model = self.model();
        let declared = &model[check];
        if declared.unique {
            let message = "de uitkomst van een uniciteitsregel in een andere regel gebruiken: dit \
                           deel van RegelSpraak 2.3 wordt nog niet ondersteund";
            return Err(
                Diagnostic::new(Code::Unsupported, span, message).label("nog niet ondersteund")
            );
        }
        let objecttype = declared.objecttype;
        let name = &model[objecttype].name.singular;
        let mut about = scope.visible.iter().rev().filter(|it| it.objecttype == objecttype);
        match (about.next(), about.next()) {
            (Some(visible), other) if other.is_none() || visible.element => {
                let kind: SubjectKind = visible.kind.clone();
                Ok(Subject { kind, objecttype, many: false, span })
            }
            (Some(_), _) => {
                let message = format!("dit kan op meer dan één {name} slaan");
                Err(Diagnostic::new(Code::Ambiguous, span, message)
                    .label("van wie?")
                    .help("leg de uitkomst per stuk vast in een kenmerk, en gebruik dat kenmerk"))
            }
            (None, _) => {
                let message = format!(
                    "‘{}’ gaat over een {name}, maar deze regel niet",
                    declared.name.singular
                );
                Err(Diagnostic::new(Code::Subject, span, message)
                    .label("van wie?")
                    .help("gebruik dit in een regel over hetzelfde objecttype"))
            }
        }
    }
}
