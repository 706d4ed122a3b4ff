//! Conditions (chapter 8). At the top of a rule the verb comes last (`kleiner is dan`), in a
//! list it comes first (`is kleiner dan`).

use super::throughout::Place;
use super::{Parser, Readings, Scope, typing};
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::TokenKind;
use crate::model::{
    Comparison, Condition, ConditionKind, Expr, ExprKind, Quantifier, Subject, SubjectKind, Type,
};

/// The two written forms of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// After `indien` and in a header of a table: the verb comes last.
    Question,
    /// In a list: the verb comes first.
    Statement,
    /// In a consistentieregel: behind `moet`, with the verb last and in the infinitive.
    Criterion,
}

/// How a comparison is worded.
struct Wording {
    adjective: &'static [&'static str],
    conjunction: &'static str,
    comparison: Comparison,
    /// Whether it is for dates; nothing when it is for every type.
    dates: Option<bool>,
}

const fn wording(
    adjective: &'static [&'static str],
    conjunction: &'static str,
    comparison: Comparison,
    dates: Option<bool>,
) -> Wording {
    Wording { adjective, conjunction, comparison, dates }
}

const WORDINGS: [Wording; 10] = [
    wording(&["gelijk"], "aan", Comparison::Equal, None),
    wording(&["ongelijk"], "aan", Comparison::NotEqual, None),
    wording(&["groter", "of", "gelijk"], "aan", Comparison::GreaterOrEqual, Some(false)),
    wording(&["groter"], "dan", Comparison::Greater, Some(false)),
    wording(&["kleiner", "of", "gelijk"], "aan", Comparison::LessOrEqual, Some(false)),
    wording(&["kleiner"], "dan", Comparison::Less, Some(false)),
    wording(&["later", "of", "gelijk"], "aan", Comparison::GreaterOrEqual, Some(true)),
    wording(&["later"], "dan", Comparison::Greater, Some(true)),
    wording(&["eerder", "of", "gelijk"], "aan", Comparison::LessOrEqual, Some(true)),
    wording(&["eerder"], "dan", Comparison::Less, Some(true)),
];

impl Parser<'_> {
    /// A condition in one of its forms.
    pub(super) fn condition(&self, at: usize, form: Form, scope: &Scope) -> Readings<Condition> {
        self.nested(at, || {
            let mut out = self.compound(at, form, scope);
            if form == Form::Statement && self.sees(at, &["het", "is", "de", "periode"]) {
                out.extend(self.period(at, at + 4, scope));
            }
            out.extend(self.rule_check(at, form, scope));
            let (quantifier, start) = self.many_quantifier(at);
            for (expr, end) in self.value(start, None, scope) {
                let Some(end) = self.must(end, form) else { continue };
                out.extend(self.on_value(at, quantifier, expr, end, form, scope));
            }
            for (subject, end) in self.subject(start, scope) {
                let Some(end) = self.must(end, form) else { continue };
                out.extend(self.on_subject(at, quantifier, subject, end, form));
            }
            self.distinct(at, out)
        })
    }

    /// `geen van`, `ten minste twee van` and so on before several instances; `alle` when absent.
    pub(super) fn many_quantifier(&self, at: usize) -> (Quantifier, usize) {
        if self.sees(at, &["geen"]) {
            return (Quantifier::None, at + 1 + usize::from(self.sees(at + 1, &["van"])));
        }
        match self.count_quantifier(at) {
            Some((quantifier, end)) => (quantifier, end + usize::from(self.sees(end, &["van"]))),
            None => (Quantifier::All, at),
        }
    }

    /// `ten minste n`, `ten hoogste n` or `hoogstens n`, `precies n`.
    pub(super) fn count_quantifier(&self, at: usize) -> Option<(Quantifier, usize)> {
        type Make = fn(u32) -> Quantifier;
        let forms: [(&[&str], Make); 5] = [
            (&["ten", "minste"], Quantifier::AtLeast),
            (&["tenminste"], Quantifier::AtLeast),
            (&["ten", "hoogste"], Quantifier::AtMost),
            (&["hoogstens"], Quantifier::AtMost),
            (&["precies"], Quantifier::Exactly),
        ];
        let (words, make) = forms.into_iter().find(|(words, _)| self.sees(at, words))?;
        let at = at + words.len();
        let count = match self.kind(at) {
            Some(TokenKind::Number(number)) => number.to_i64().and_then(|n| u32::try_from(n).ok()),
            _ => match self.word(at) {
                "één" | "eén" | "een" => Some(1),
                "twee" => Some(2),
                "drie" => Some(3),
                "vier" => Some(4),
                _ => None,
            },
        };
        let spelt = ["vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
        if let Some(index) = spelt.iter().position(|word| *word == self.word(at)) {
            let message = "boven vier wordt een aantal in cijfers geschreven";
            let report = Diagnostic::new(Code::Form, self.span(at, at + 1), message);
            self.refuse(at + 1, report.help(format!("schrijf {}", index + 5)));
        }
        let Some(count) = count else {
            self.expect(at, "een aantal, zoals één of twee");
            return None;
        };
        Some((make(count), at + 1))
    }

    /// A condition on a value, from the token behind the value.
    fn on_value(
        &self,
        from: usize,
        quantifier: Quantifier,
        left: Expr,
        at: usize,
        form: Form,
        scope: &Scope,
    ) -> Readings<Condition> {
        let (left, over) = match self.each_value(from, left) {
            Ok(found) => found,
            Err(diagnostic) => {
                self.refuse(at, diagnostic);
                return Vec::new();
            }
        };
        let place = self.place_of(at, form);
        let mut out = self.comparison(&left, place, form, scope);
        out.extend(self.check(&left, place, form));
        let timeline = self.timing().of(&left);
        out.into_iter()
            .filter_map(|(kind, end)| {
                let span = self.span(from, end);
                let kind = self.throughout(place.whole, kind, timeline, span);
                let condition = Condition { kind: self.accept(end, kind)?, span };
                let condition = match &over {
                    Some((over, element)) => Condition {
                        kind: ConditionKind::Each {
                            quantifier,
                            over: over.clone(),
                            element: *element,
                            condition: Box::new(condition),
                        },
                        span,
                    },
                    None => condition,
                };
                Some((condition, end))
            })
            .collect()
    }

    /// The value of one element, with what it is an element of, when there are several.
    #[allow(clippy::type_complexity)]
    fn each_value(
        &self,
        from: usize,
        expr: Expr,
    ) -> Result<(Expr, Option<(Subject, crate::model::BindingId)>), Diagnostic> {
        if !expr.many {
            return Ok((expr, None));
        }
        let ExprKind::Attribute { of, attribute } = expr.kind else {
            return typing::single(expr).map(|expr| (expr, None));
        };
        let element = self.element(from, of.objecttype);
        let each = Subject {
            kind: SubjectKind::Binding(element),
            objecttype: of.objecttype,
            many: false,
            span: of.span,
        };
        let kind = ExprKind::Attribute { of: Box::new(each), attribute };
        Ok((Expr { kind, many: false, ..expr }, Some((*of, element))))
    }

    pub(super) fn comparison(
        &self,
        left: &Expr,
        Place { at, gap, .. }: Place,
        form: Form,
        scope: &Scope,
    ) -> Readings<ConditionKind> {
        let Some((wording, end)) = self.wording(at, gap, form) else { return Vec::new() };
        let want = Some(&left.datatype);
        if wording.dates.is_none() && self.word(end) == "leeg" {
            let verb = match (wording.comparison, form) {
                (Comparison::Equal, Form::Question) => "leeg is",
                (Comparison::Equal, Form::Statement) => "is leeg",
                (Comparison::Equal, Form::Criterion) => "leeg zijn",
                (_, Form::Criterion) => "gevuld zijn",
                (_, Form::Question) => "gevuld is",
                (_, Form::Statement) => "is gevuld",
            };
            let message = "‘leeg’ is geen waarde om mee te vergelijken";
            let report = Diagnostic::new(Code::Form, self.span(at, end + 1), message);
            self.refuse(end + 1, report.help(format!("schrijf ‘{verb}’")));
        }
        let mut rights: Readings<Vec<Expr>> =
            self.value(end, want, scope).into_iter().map(|(e, end)| (vec![e], end)).collect();
        if wording.dates.is_none() {
            rights.extend(self.list(end, &["of", "en"], |at| self.sum(at, want, scope)));
        }
        let mut out = Vec::new();
        for (right, end) in rights {
            let result = self.compare(wording, left.clone(), right);
            out.extend(self.accept(end, result).map(|kind| (kind, end)));
        }
        out
    }

    fn compare(
        &self,
        wording: &Wording,
        left: Expr,
        right: Vec<Expr>,
    ) -> Result<ConditionKind, Diagnostic> {
        let comparison = wording.comparison;
        let mut left = left;
        let mut aligned = Vec::new();
        for right in right {
            let dates = wording.dates.unwrap_or(matches!(left.datatype, Type::Date(_)));
            let (l, r) = typing::comparable(self.model(), comparison, dates, left, right)?;
            left = l;
            aligned.push(r);
        }
        Ok(ConditionKind::Compare { comparison, left, right: aligned })
    }

    /// The wording of a comparison at a token, and the token behind it.
    fn wording(&self, at: usize, gap: usize, form: Form) -> Option<(&'static Wording, usize)> {
        for wording in &WORDINGS {
            let length = wording.adjective.len();
            let question = self.sees(at, wording.adjective)
                && is_verb(self.word(at + length))
                && self.word(at + length + 1) == wording.conjunction;
            let rest = at + 1 + gap;
            let statement = is_verb(self.word(at))
                && self.sees(rest, wording.adjective)
                && self.word(rest + length) == wording.conjunction;
            let end = rest + length + 1;
            let infinitive = form != Form::Criterion || self.word(at + length) == "zijn";
            match form {
                Form::Question | Form::Criterion if question && infinitive => {
                    return Some((wording, end));
                }
                Form::Statement if statement => return Some((wording, end)),
                _ if question || statement => self.wrong_form(at, end, form),
                _ => {}
            }
        }
        if form == Form::Criterion {
            self.expect(at, super::head::DERIVING);
        }
        self.expect(
            at,
            match form {
                Form::Question => "een vergelijking, zoals ‘kleiner is dan’",
                Form::Statement => "een vergelijking, zoals ‘is kleiner dan’",
                Form::Criterion => "een criterium, zoals ‘kleiner zijn dan’ of ‘gevuld zijn’",
            },
        );
        None
    }

    /// Notes that the verb stands in the wrong place.
    pub(super) fn wrong_form(&self, at: usize, end: usize, form: Form) {
        let (place, example) = match form {
            Form::Question => ("achteraan", "indien zijn leeftijd kleiner is dan 18 jr"),
            Form::Statement => ("vooraan", "• zijn leeftijd is kleiner dan 18 jr"),
            Form::Criterion => ("achter ‘moet’", "zijn leeftijd moet kleiner zijn dan 18 jr"),
        };
        let message = match form {
            Form::Criterion => {
                "achter ‘moet’ staat het hele werkwoord: ‘zijn’, ‘hebben’ of ‘voldoen’".to_string()
            }
            _ => format!("het werkwoord hoort hier {place}"),
        };
        let report = Diagnostic::new(Code::Form, self.span(at, end), message);
        self.refuse(end, report.label("andere volgorde").help(format!("zoals in: {example}")));
    }

    /// `leeg is`, `gevuld is`, `aan de elfproef voldoet`, `numeriek is met exact n cijfers`.
    pub(super) fn check(
        &self,
        of: &Expr,
        Place { at, gap, .. }: Place,
        form: Form,
    ) -> Readings<ConditionKind> {
        let mut out = Vec::new();
        let of = || of.clone();
        for (word, negated) in [("leeg", false), ("gevuld", true)] {
            let question = self.word(at) == word && is_verb(self.word(at + 1));
            let statement = is_verb(self.word(at)) && self.word(at + 1 + gap) == word;
            match form {
                Form::Question if question => {
                    out.push((ConditionKind::Empty { of: of(), negated }, at + 2));
                }
                Form::Criterion if question && self.word(at + 1) == "zijn" => {
                    out.push((ConditionKind::Empty { of: of(), negated }, at + 2));
                }
                Form::Statement if statement => {
                    out.push((ConditionKind::Empty { of: of(), negated }, at + 2 + gap));
                }
                _ if question || statement => self.wrong_form(at, at + 2, form),
                _ => {}
            }
        }
        for negated in [false, true] {
            let no: &[&str] = if negated { &["niet"] } else { &[] };
            for verb in ["voldoet", "voldoen"] {
                if form == Form::Criterion && verb == "voldoet" {
                    continue;
                }
                let (start, last): (usize, &[&str]) = match form {
                    Form::Question | Form::Criterion => (at, &[verb]),
                    Form::Statement if self.word(at) == verb => (at + 1 + gap, &[]),
                    Form::Statement => continue,
                };
                let words = [no, &["aan", "de", "elfproef"], last].concat();
                if self.sees(start, &words) {
                    let kind = ConditionKind::ElevenTest { of: of(), negated };
                    out.push((kind, start + words.len()));
                }
            }
            if let Some((digits, end)) = self.digits(at, gap, no, form) {
                out.push((ConditionKind::Digits { of: of(), digits, negated }, end));
            }
        }
        let textual = |kind: &ConditionKind| match kind {
            ConditionKind::ElevenTest { of, .. } => {
                matches!(of.datatype, Type::Text | Type::Number(_))
            }
            ConditionKind::Digits { of, .. } => of.datatype == Type::Text,
            _ => true,
        };
        out.retain(|(kind, end)| {
            let fits = textual(kind);
            if !fits {
                let message = "deze controle past alleen bij een tekst of een nummer";
                let report = Diagnostic::new(Code::Datatype, self.span(at, *end), message);
                self.refuse(*end, report);
            }
            fits
        });
        out
    }
}

impl Parser<'_> {
    /// `[niet] numeriek met exact n cijfers is`, with the verb first in a statement; after
    /// `numeriek` it may stand too. How many digits, and the token behind.
    fn digits(&self, at: usize, gap: usize, no: &[&str], form: Form) -> Option<(u32, usize)> {
        let verb = |at: usize| is_verb(self.word(at)).then_some(at + 1);
        let at = if form == Form::Statement { verb(at)? + gap } else { at };
        let at = if self.sees(at, no) { at + no.len() } else { return None };
        let at = if self.sees(at, &["numeriek"]) { at + 1 } else { return None };
        let early = verb(at).filter(|_| form != Form::Statement);
        let at = self.after(early.unwrap_or(at), &["met", "exact"])?;
        let count = match self.kind(at) {
            Some(TokenKind::Number(n)) => n.to_i64().and_then(|n| u32::try_from(n).ok()),
            _ => None,
        };
        let Some(digits) = count.filter(|_| self.word(at + 1) == "cijfers") else {
            self.expect(at, "een aantal cijfers, zoals ‘9 cijfers’");
            return None;
        };
        if form == Form::Statement || early.is_some() {
            return Some((digits, at + 2));
        }
        let end = verb(at + 2);
        if end.is_none() {
            self.expect(at + 2, "‘is’ of ‘zijn’");
        }
        Some((digits, end?))
    }
}

fn is_verb(word: &str) -> bool {
    matches!(word, "is" | "zijn")
}
