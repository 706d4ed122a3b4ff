//! Beslistabellen (chapter 12), written as a table with `|` between the cells.

use super::Parser;
use super::condition::Form;
use super::head::{Conclusion, Head};
use super::rule::{header, overlaps, versions};
use crate::cursor::Cursor;
use crate::declare::Declarations;
use crate::diagnostic::{Code, Diagnostic};
use crate::items::Item;
use crate::lexer::{Token, TokenKind};
use crate::model::{Case, Condition, ConditionKind, Quantifier, Rule, RuleVersion, Validity};

/// Reads a beslistabel.
pub fn read(
    text: &str,
    declarations: &Declarations,
    item: &Item<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Rule> {
    let mut rule = header(text, item, diagnostics)?;
    for (validity, body) in versions(text, item, diagnostics) {
        let table = Table { text, declarations, rows: rows(body) };
        match table.version(validity, body) {
            Ok(version) => rule.versions.push(version),
            Err(mut problems) => diagnostics.append(&mut problems),
        }
    }
    overlaps(&rule, diagnostics);
    Some(rule)
}

type Row<'a> = Vec<&'a [Token]>;

struct Table<'a> {
    text: &'a str,
    declarations: &'a Declarations,
    rows: Vec<Row<'a>>,
}

/// The cells of every line, without the line that only separates.
fn rows(tokens: &[Token]) -> Vec<Row<'_>> {
    let is_bar = |token: &Token| token.kind == TokenKind::Symbol('|');
    let separates = |token: &Token| matches!(token.kind, TokenKind::Symbol('|' | '-' | ':'));
    tokens
        .chunk_by(|left, right| left.line == right.line)
        .filter(|line| !line.iter().all(separates))
        .map(|line| {
            let inner = line.strip_prefix_bar().unwrap_or(line);
            let inner = match inner.split_last() {
                Some((last, rest)) if is_bar(last) => rest,
                _ => inner,
            };
            inner.split(is_bar).collect()
        })
        .collect()
}

trait StripBar {
    fn strip_prefix_bar(&self) -> Option<&Self>;
}

impl StripBar for [Token] {
    fn strip_prefix_bar(&self) -> Option<&[Token]> {
        match self.split_first() {
            Some((first, rest)) if first.kind == TokenKind::Symbol('|') => Some(rest),
            _ => None,
        }
    }
}

impl Table<'_> {
    fn version(&self, validity: Validity, body: &[Token]) -> Result<RuleVersion, Vec<Diagnostic>> {
        let Some((head, rows)) = self.rows.split_first().filter(|(_, rows)| !rows.is_empty())
        else {
            let cursor = Cursor { text: self.text, tokens: body, at: body.len() };
            return Err(vec![
                cursor
                    .expected("een tabel met een kopregel en rijen")
                    .help("de cellen staan tussen ‘|’; de eerste kolom nummert de rijen"),
            ]);
        };
        let columns = self.columns(head, body).map_err(|problem| vec![problem])?;
        let first = &columns.conclusions[0].1;
        let (mut cases, mut problems) = (Vec::new(), Vec::new());
        let mut elements = Vec::new();
        for row in rows {
            let read = self.row(row, head.len(), &columns, first, &mut elements);
            match read {
                Ok(mut read) => cases.append(&mut read),
                Err(problem) => problems.push(problem),
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut bindings = first.bindings.clone();
        bindings.extend(elements.into_iter().map(|(_, objecttype)| crate::model::Binding {
            objecttype,
            source: crate::model::BindingSource::Element,
        }));
        let span = body[0].span.to(body[body.len() - 1].span);
        let text = self.text[span.start as usize..span.end as usize].to_string();
        Ok(RuleVersion { validity, bindings, variables: Vec::new(), cases, text, span })
    }

    /// The heads of the conclusion columns and the places of the condition columns.
    fn columns(&self, head: &Row<'_>, body: &[Token]) -> Result<Columns, Diagnostic> {
        let mut columns = Columns { conclusions: Vec::new(), conditions: Vec::new() };
        for (index, cell) in head.iter().enumerate().skip(1) {
            if cell.first().is_some_and(|token| token.lower == "indien") {
                columns.conditions.push(index);
                continue;
            }
            let parser = Parser::new(self.text, self.declarations, cell);
            let head = parser.only(parser.heads(0), cell.len())?;
            if !matches!(head.conclusion, Conclusion::Set(_) | Conclusion::Mark(_)) {
                let message = "in de kop van een tabel staat ‘moet gesteld worden op’";
                return Err(Diagnostic::new(Code::Form, cell[0].span, message));
            }
            let same = |(_, known): &&(usize, Head)| known.bindings != head.bindings;
            if columns.conclusions.iter().find(same).is_some() {
                let message = "alle conclusies van een tabel gaan over hetzelfde onderwerp";
                return Err(Diagnostic::new(Code::Subject, cell[0].span, message));
            }
            columns.conclusions.push((index, head));
        }
        if columns.conclusions.is_empty() {
            let cursor = Cursor { text: self.text, tokens: body, at: 0 };
            return Err(cursor.expected("een kolom met een conclusie"));
        }
        Ok(columns)
    }

    fn row(
        &self,
        row: &Row<'_>,
        width: usize,
        columns: &Columns,
        first: &Head,
        elements: &mut Vec<(u32, crate::model::ObjectTypeId)>,
    ) -> Result<Vec<Case>, Diagnostic> {
        let all: Vec<Token> = row.concat();
        let Some((start, end)) = all.first().zip(all.last()) else {
            let cursor = Cursor { text: self.text, tokens: &[], at: 0 };
            return Err(cursor.expected("een rij met cellen"));
        };
        let span = start.span.to(end.span);
        if row.len() != width || row.iter().any(|cell| cell.is_empty()) {
            let message = format!(
                "deze rij heeft {} gevulde cellen, de kop heeft er {width}",
                row.iter().filter(|cell| !cell.is_empty()).count()
            );
            return Err(Diagnostic::new(Code::Expected, span, message)
                .help("een voorwaarde die niet geldt wordt geschreven als n.v.t."));
        }
        let number = match &row[0][0].kind {
            TokenKind::Number(number) => number.to_i64().and_then(|n| u32::try_from(n).ok()),
            _ => None,
        };
        let Some(number) = number else {
            let cursor = Cursor { text: self.text, tokens: row[0], at: 0 };
            return Err(cursor.expected("het nummer van de rij"));
        };
        let scope = first.scope();
        let mut conditions = Vec::new();
        for &index in &columns.conditions {
            let (header, cell) = (self.rows[0][index], row[index]);
            conditions.extend(self.condition(header, cell, first, elements)?);
        }
        let condition = match conditions.len() {
            0 => None,
            1 => conditions.pop(),
            _ => {
                let kind =
                    ConditionKind::Compound { quantifier: Quantifier::All, parts: conditions };
                Some(Condition { kind, span })
            }
        };
        let mut cases = Vec::new();
        for (index, head) in &columns.conclusions {
            let cell = row[*index];
            let word = cell[0].lower.as_str();
            if let (Conclusion::Mark(_), "onwaar") | (_, "n") = (head.conclusion, word)
                && (word == "onwaar" || not_applicable(cell))
            {
                continue;
            }
            let parser = self.parser(cell, first, elements);
            let readings = match head.conclusion {
                Conclusion::Mark(_) if word == "waar" && cell.len() == 1 => {
                    parser.conclusion(head, 1, &scope)
                }
                Conclusion::Mark(_) => {
                    let cursor = Cursor { text: self.text, tokens: cell, at: 0 };
                    return Err(cursor.expected("‘waar’, ‘onwaar’ of ‘n.v.t.’"));
                }
                _ => parser.conclusion(head, 0, &scope),
            };
            let case = |(action, end)| {
                let condition = condition.clone();
                (Case { row: Some(number), condition, action, span }, end)
            };
            let readings = readings.into_iter().map(case).collect();
            cases.push(parser.only(readings, cell.len())?);
            *elements = parser.elements.take();
        }
        Ok(cases)
    }

    fn parser<'a>(
        &'a self,
        tokens: &'a [Token],
        head: &Head,
        elements: &[(u32, crate::model::ObjectTypeId)],
    ) -> Parser<'a> {
        Parser {
            introduced: head.bindings.len(),
            elements: std::cell::RefCell::new(elements.to_vec()),
            ..Parser::new(self.text, self.declarations, tokens)
        }
    }

    /// The condition of one cell: what its header asks, completed by the cell.
    fn condition(
        &self,
        header: &[Token],
        cell: &[Token],
        head: &Head,
        elements: &mut Vec<(u32, crate::model::ObjectTypeId)>,
    ) -> Result<Option<Condition>, Diagnostic> {
        if not_applicable(cell) {
            return Ok(None);
        }
        let scope = head.scope();
        let truth = match cell {
            [only] if only.lower == "waar" => Some(true),
            [only] if only.lower == "onwaar" => Some(false),
            _ => None,
        };
        // `indien hij minderjarig is` asks for waar or onwaar; others end in `… dan` or `… aan`.
        let asks = header.last().is_some_and(|t| !matches!(t.lower.as_str(), "dan" | "aan"));
        let tokens: Vec<Token> = match (truth, asks) {
            (Some(_), true) => header.to_vec(),
            _ => [header, cell].concat(),
        };
        let parser = self.parser(&tokens, head, elements);
        let readings = parser.condition(1, Form::Question, &scope);
        let condition = parser.only(readings, tokens.len())?;
        *elements = parser.elements.take();
        Ok(Some(match (truth, asks) {
            (Some(false), true) => {
                let span = condition.span;
                let kind = ConditionKind::Compound {
                    quantifier: Quantifier::None,
                    parts: vec![condition],
                };
                Condition { kind, span }
            }
            _ => condition,
        }))
    }
}

struct Columns {
    conclusions: Vec<(usize, Head)>,
    conditions: Vec<usize>,
}

fn not_applicable(cell: &[Token]) -> bool {
    crate::cursor::starts_with(cell, &["n", ".", "v", ".", "t"])
}
