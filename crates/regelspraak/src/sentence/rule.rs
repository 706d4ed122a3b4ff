//! Regels and their versions (chapters 4, 10 and 11).

use std::ops::Range;

use jiff::civil::{Date, date};

use super::condition::Form;
use super::criterion::checks_of;
use super::head::{Conclusion, Head};
use super::{Parser, Readings, Scope, limits, typing};
use crate::cursor::{Cursor, words};
use crate::declare::Declarations;
use crate::diagnostic::{Code, Diagnostic};
use crate::items::{Item, ItemKind};
use crate::lexer::{Token, TokenKind};
use crate::model::{
    Action, Case, CheckId, Condition, Expr, Name, ObjectTypeId, Rule, RuleVersion, Type, Validity,
    Variable, VariableId, same_name,
};
use crate::names::{Entry, Grammatical, Names, Symbol};
use crate::timing;

/// Reads a regel. Its versions that cannot be read are reported; what can be read is returned,
/// so that other rules that refer to it are not reported too.
pub fn read(
    text: &str,
    declarations: &Declarations,
    item: &Item<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Rule> {
    let mut rule = header(text, item, diagnostics)?;
    for (validity, body) in versions(text, item, diagnostics) {
        let checks = checks_of(declarations, &rule.name, validity);
        match version(text, declarations, validity, &checks, body) {
            Ok(version) => rule.versions.push(version),
            Err(mut problems) => diagnostics.append(&mut problems),
        }
    }
    overlaps(&rule, diagnostics);
    Some(rule)
}

/// The name and doc of a regel or beslistabel, without versions.
pub fn header(text: &str, item: &Item<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Rule> {
    let line = item.tokens[0].line;
    let name: Vec<Token> =
        item.tokens[1..].iter().take_while(|token| token.line == line).cloned().collect();
    if name.is_empty() {
        let cursor = Cursor { text, tokens: item.tokens, at: 1 };
        diagnostics.push(cursor.expected("een naam achter dit woord"));
        return None;
    }
    let source = |doc: &&str| doc.strip_prefix("bron:").map(|source| source.trim().to_string());
    Some(Rule {
        name: words(text, &name),
        sources: item.docs.iter().filter_map(source).collect(),
        notes: item
            .docs
            .iter()
            .filter(|doc| source(doc).is_none() && !doc.is_empty())
            .map(|doc| doc.to_string())
            .collect(),
        is_table: item.kind == ItemKind::Table,
        versions: Vec::new(),
        span: name[0].span,
        line,
    })
}

/// The versions of an item: the period after each `geldig`, and the tokens behind it.
pub fn versions<'a>(
    text: &str,
    item: &Item<'a>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(Validity, &'a [Token])> {
    let tokens = item.tokens;
    let name_line = tokens[0].line;
    let body = tokens.iter().take_while(|token| token.line == name_line).count();
    let starts: Vec<usize> = (body..tokens.len())
        .filter(|&at| tokens[at].first && tokens[at].lower == "geldig")
        .collect();
    if starts.first() != Some(&body) {
        let cursor = Cursor { text, tokens, at: body };
        diagnostics.push(
            cursor
                .expected("‘geldig altijd’ of ‘geldig vanaf …’")
                .help("onder de naam van een regel staat vanaf wanneer hij geldt"),
        );
        return Vec::new();
    }
    let mut out = Vec::new();
    for (index, &start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(tokens.len());
        let mut cursor = Cursor { text, tokens: &tokens[..end], at: start + 1 };
        match validity(&mut cursor) {
            Ok(validity) if cursor.at < end => out.push((validity, &tokens[cursor.at..end])),
            Ok(_) => diagnostics.push(cursor.expected("de tekst van de regel")),
            Err(problem) => diagnostics.push(problem),
        }
    }
    out
}

/// `altijd`, `vanaf D [t/m D]` or `t/m D`, where D is a date or a year.
pub(super) fn validity(cursor: &mut Cursor<'_>) -> Result<Validity, Diagnostic> {
    if cursor.takes(&["altijd"]) {
        return Ok(Validity { from: None, until: None });
    }
    let start = cursor.here();
    let from = if cursor.takes(&["vanaf"]) { Some(day(cursor, date_first)?) } else { None };
    let until = if cursor.takes(&["t", "/", "m"]) { Some(day(cursor, date_last)?) } else { None };
    match (from, until) {
        (None, None) => Err(cursor.expected("‘altijd’, ‘vanaf’ of ‘t/m’")),
        (Some(from), Some(until)) if until < from => {
            let message = "deze periode eindigt voordat zij begint";
            Err(Diagnostic::new(Code::Expected, start, message))
        }
        _ => Ok(Validity { from, until }),
    }
}

fn date_first(year: i16) -> Date {
    date(year, 1, 1)
}

fn date_last(year: i16) -> Date {
    date(year, 12, 31)
}

fn day(cursor: &mut Cursor<'_>, of_year: fn(i16) -> Date) -> Result<Date, Diagnostic> {
    cursor.takes(&["dd", "."]);
    let found = match cursor.peek().map(|token| &token.kind) {
        Some(TokenKind::Date(date)) => Some(*date),
        Some(TokenKind::Number(year)) => year
            .to_i64()
            .and_then(|year| i16::try_from(year).ok())
            .filter(|year| (1..=9999).contains(year))
            .map(of_year),
        _ => None,
    };
    let found = found.ok_or_else(|| cursor.expected("een datum of een jaar"))?;
    cursor.at += 1;
    Ok(found)
}

/// Reports versions whose periods share a day, each with the first it shares one with.
pub fn overlaps(rule: &Rule, diagnostics: &mut Vec<Diagnostic>) {
    for (index, version) in rule.versions.iter().enumerate() {
        let mut earlier = rule.versions[..index].iter();
        if let Some(other) = earlier.find(|other| other.validity.overlaps(&version.validity)) {
            let message = format!("twee versies van ‘{}’ gelden op dezelfde dag", rule.name);
            diagnostics.push(
                Diagnostic::new(Code::Duplicate, version.span, message)
                    .label("deze versie")
                    .related(other.span, "en deze"),
            );
        }
    }
}

/// The sentence of a version without its full stop, the tokens of its variables, and whether it
/// ends as it should.
pub(super) fn sentence(tokens: &[Token]) -> (&[Token], Option<&[Token]>, bool) {
    let (sentence, variables) = split_variables(tokens);
    match sentence.split_last() {
        Some((last, rest)) if last.lower == "." => (rest, variables, true),
        last => (sentence, variables, last.is_some() && variables.is_some()),
    }
}

/// Reads one version from its sentence. The variables and the sentence are reported on together,
/// except for what mentions a variable that has a mistake itself.
fn version(
    text: &str,
    declarations: &Declarations,
    validity: Validity,
    checks: &[CheckId],
    tokens: &[Token],
) -> Result<RuleVersion, Vec<Diagnostic>> {
    let (sentence, variables, closed) = sentence(tokens);
    if !closed {
        let cursor = Cursor { text, tokens: sentence, at: sentence.len() };
        return Err(vec![cursor.expected("een punt aan het einde van de regel")]);
    }
    let parser = Parser::new(text, declarations, sentence);
    let heads = parser.heads(0);
    let Some((head, _)) = heads.first().cloned().filter(|_| !parser.gave_up()) else {
        return Err(vec![parser.report()]);
    };
    let lines = variables.map(variable_lines).unwrap_or_default();
    let mut known = Defined::read(text, declarations, &head, lines);
    let elements = std::mem::take(&mut known.elements);
    let mut problems = std::mem::take(&mut known.problems);
    if mentions(&known.broken, sentence) {
        return Err(problems);
    }
    let parser = Parser {
        variables: &known.variables,
        variable_names: Some(&known.names),
        checks,
        introduced: head.bindings.len(),
        elements: std::cell::RefCell::new(elements),
        ..Parser::new(text, declarations, sentence)
    };
    let readings = || {
        let rests = heads.iter().flat_map(|(head, at)| {
            let rest = parser.rest(head, *at).into_iter();
            rest.map(move |(cases, end)| ((head.clone(), cases), end))
        });
        rests.collect::<Readings<(Head, Vec<Case>)>>()
    };
    let (head, cases) = match parser.only(readings(), sentence.len()) {
        Ok(read) if problems.is_empty() => read,
        Ok(_) => return Err(problems),
        Err(problem) => {
            problems.extend(parser.recover(problem, || {
                let _ = readings();
            }));
            return Err(problems);
        }
    };
    let mut bindings = head.bindings;
    bindings.extend(parser.element_bindings());
    if bindings.len() > usize::from(u16::MAX) {
        let message = "deze regel gaat over te veel onderwerpen";
        return Err(vec![Diagnostic::new(Code::Unsupported, tokens[0].span, message)]);
    }
    let span = tokens[0].span.to(tokens[tokens.len() - 1].span);
    let text = text[span.start as usize..span.end as usize].to_string();
    let variables = known.variables;
    let version = RuleVersion { validity, bindings, variables, cases, text, span };
    timing::check(&declarations.model, &version).map_err(|problem| vec![problem])?;
    Ok(version)
}

/// The variables of a version.
#[derive(Default)]
struct Defined {
    variables: Vec<Variable>,
    names: Names,
    /// The names of those that cannot be read.
    broken: Vec<String>,
    elements: Vec<(u32, ObjectTypeId)>,
    problems: Vec<Diagnostic>,
}

impl Defined {
    /// Reads each line; every line that cannot be read is reported.
    fn read(text: &str, declarations: &Declarations, head: &Head, lines: Vec<&[Token]>) -> Defined {
        let scope = head.scope();
        let mut out = Defined::default();
        for tokens in lines {
            if out.variables.len() == limits::VARIABLES {
                let message = format!("deze regel heeft meer dan {} variabelen", limits::VARIABLES);
                out.problems.push(Diagnostic::new(Code::Unsupported, tokens[0].span, message));
                break;
            }
            let parser = Parser {
                variables: &out.variables,
                variable_names: Some(&out.names),
                introduced: head.bindings.len(),
                elements: std::cell::RefCell::new(out.elements.clone()),
                ..Parser::new(text, declarations, tokens)
            };
            let (name, article) = match parser.variable_name() {
                Ok(found) => found,
                Err(problem) => {
                    out.problems.push(problem);
                    continue;
                }
            };
            let words = words(text, &tokens[name.clone()]);
            let value = out
                .free(declarations, &words, &tokens[name.clone()])
                .and_then(|()| parser.definition(name.end + 1, &scope));
            match value {
                Ok(value) => {
                    let elements = parser.elements.take();
                    let id = VariableId(out.variables.len() as u16);
                    let symbol = Symbol::Variable(id);
                    let entry = Entry { symbol, number: Grammatical::Singular };
                    out.elements = elements;
                    out.names.add(&tokens[name], &words, entry);
                    let name = Name { article, singular: words, plural: None };
                    out.variables.push(Variable { name, value });
                }
                Err(problem) => {
                    if !mentions(&out.broken, &tokens[name.end..]) {
                        out.problems.push(problem);
                    }
                    out.broken.push(words);
                }
            }
        }
        out
    }

    /// Refuses a name that a sentence could not tell from another one.
    fn free(
        &self,
        declarations: &Declarations,
        name: &str,
        tokens: &[Token],
    ) -> Result<(), Diagnostic> {
        let built_in = ["rekendatum", "rekenjaar"].iter().any(|known| same_name(known, name));
        let message = if self.variables.iter().any(|v| same_name(&v.name.singular, name)) {
            format!("de variabele ‘{name}’ bestaat al")
        } else if declarations.model.parameter(name).is_some() {
            format!("‘{name}’ is al de naam van een parameter")
        } else if built_in {
            format!("‘{name}’ betekent al iets in elke regel")
        } else {
            return Ok(());
        };
        let span = tokens[0].span.to(tokens[tokens.len() - 1].span);
        Err(Diagnostic::new(Code::Duplicate, span, message)
            .label("deze naam is bezet")
            .help("geef de variabele een andere naam"))
    }
}

/// Whether tokens mention one of these names.
fn mentions(names: &[String], tokens: &[Token]) -> bool {
    names.iter().any(|name| {
        let words: Vec<String> = name.split(' ').map(str::to_lowercase).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        (0..tokens.len()).any(|at| crate::cursor::starts_with(&tokens[at..], &words))
    })
}

/// The sentence before `Daarbij geldt:`, and the tokens behind it.
fn split_variables(tokens: &[Token]) -> (&[Token], Option<&[Token]>) {
    let at = (0..tokens.len())
        .find(|&at| crate::cursor::starts_with(&tokens[at..], &["daarbij", "geldt", ":"]));
    match at {
        Some(at) => (&tokens[..at], Some(&tokens[at + 3..])),
        None => (tokens, None),
    }
}

/// One slice for each variable: a line that starts as far left as the first one starts another.
fn variable_lines(tokens: &[Token]) -> Vec<&[Token]> {
    let tokens = match tokens.split_last() {
        Some((last, rest)) if last.lower == "." => rest,
        _ => tokens,
    };
    let Some(column) = tokens.first().map(|token| token.column) else { return Vec::new() };
    tokens.chunk_by(|_, right| !(right.first && right.column <= column)).collect()
}

impl Parser<'_> {
    /// The place of the name in `de naam is expressie`, and its article.
    fn variable_name(&self) -> Result<(Range<usize>, Option<String>), Diagnostic> {
        let tokens = self.tokens;
        let mut cursor = Cursor { text: self.text, tokens, at: 0 };
        let article = cursor.article();
        let is = (cursor.at..tokens.len()).find(|&at| self.word(at) == "is");
        match is.filter(|&is| is > cursor.at) {
            Some(is) => Ok((cursor.at..is, article)),
            None => Err(cursor.expected("een variabele, zoals ‘de grens is 100 €’")),
        }
    }

    /// The expression of a variable, from the token behind `is`.
    fn definition(&self, at: usize, scope: &Scope) -> Result<Expr, Diagnostic> {
        let readings = self.value(at, None, scope);
        self.only(readings, self.tokens.len()).and_then(typing::single)
    }

    /// What follows a head: the value, and the condition.
    fn rest(&self, head: &Head, at: usize) -> Readings<Vec<Case>> {
        let scope = head.scope();
        let span = self.span(0, self.tokens.len());
        let mut out = Vec::new();
        let conclusions = match head.conclusion {
            Conclusion::Check | Conclusion::Unique => self.criterion(head, &scope),
            _ => {
                let one = self.conclusion(head, at, &scope).into_iter();
                one.map(|(action, end)| (vec![action], end)).collect()
            }
        };
        for (actions, end) in conclusions {
            let case = |condition: Option<Condition>| {
                let case = |action: &Action| Case {
                    row: None,
                    condition: condition.clone(),
                    action: action.clone(),
                    span,
                };
                actions.iter().map(case).collect::<Vec<Case>>()
            };
            if self.sees(end, &["indien"]) {
                for (condition, end) in self.condition(end + 1, Form::Question, &scope) {
                    let always = self.accept(end, self.always(condition));
                    out.extend(always.map(|condition| (case(Some(condition)), end)));
                }
                continue;
            }
            let during = self.during(end, &scope);
            out.extend(during.into_iter().map(|(condition, end)| (case(Some(condition)), end)));
            self.expect(end, "‘indien’");
            self.expect(end, "een punt");
            out.push((case(None), end));
        }
        out
    }

    /// The conclusion of a head with its value, if it takes one.
    pub(super) fn conclusion(&self, head: &Head, at: usize, scope: &Scope) -> Readings<Action> {
        let model = self.model();
        let target = head.target.clone();
        let attribute = match head.conclusion {
            Conclusion::Mark(kenmerk) => return vec![(Action::Mark { target, kenmerk }, at)],
            // Its criterion is read from the start of the sentence instead.
            Conclusion::Check | Conclusion::Unique => return Vec::new(),
            Conclusion::Calculate(attribute)
            | Conclusion::Set(attribute)
            | Conclusion::Initialise(attribute) => attribute,
        };
        let declared = &model[attribute];
        let calculated = matches!(head.conclusion, Conclusion::Calculate(_));
        if calculated && !matches!(declared.datatype, Type::Number(_) | Type::Date(_)) {
            let message = "‘berekend worden als’ is voor getallen en datums";
            let span = self.span(at.saturating_sub(4), at);
            let report = Diagnostic::new(Code::Form, span, message);
            self.refuse(at, report.help("schrijf ‘moet gesteld worden op’"));
            return Vec::new();
        }
        let mut out = Vec::new();
        for (value, end) in self.value(at, Some(&declared.datatype), scope) {
            let name = &declared.name.singular;
            let value = typing::assign(model, value, &declared.datatype, name);
            let Some(value) = self.accept(end, value) else { continue };
            let target = target.clone();
            let action = match head.conclusion {
                Conclusion::Initialise(_) => Action::Initialise { target, attribute, value },
                _ => Action::Assign { target, attribute, value },
            };
            out.push((action, end));
        }
        out
    }
}

impl super::ambiguity::Spans for (Head, Vec<Case>) {
    fn spans(&self, out: &mut super::ambiguity::Parts) {
        self.0.spans(out);
        self.1.iter().for_each(|case| case.spans(out));
    }
}
