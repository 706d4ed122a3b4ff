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
use crate::model::{
    Action, Case, Condition, ConditionKind, ObjectTypeId, Quantifier, Rule, RuleVersion, Span,
    Validity,
};

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
        let mut problems = Vec::new();
        let columns = self.columns(head, body, &mut problems);
        // Without a head that can be read, the rows say nothing.
        let Some(columns) = columns.filter(|_| problems.is_empty()) else { return Err(problems) };
        let first = &columns.conclusions[0].1;
        let mut cases = Vec::new();
        let mut elements = Vec::new();
        let mut numbers: Vec<(u32, Span)> = Vec::new();
        for row in rows {
            match self.numbered(row, head.len(), &mut numbers) {
                Ok(number) => {
                    let read = self.row(row, number, &columns, &mut elements, &mut problems);
                    cases.extend(read);
                }
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
        let variables = Vec::new();
        let version = RuleVersion { validity, bindings, variables, cases, text, span };
        crate::timing::check(&self.declarations.model, &version)
            .map_err(|problem| vec![problem])?;
        Ok(version)
    }

    /// The heads of the conclusion columns and the places of the condition columns; nothing when
    /// there is no conclusion to go on with.
    fn columns(
        &self,
        head: &Row<'_>,
        body: &[Token],
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Columns> {
        let mut columns = Columns { conclusions: Vec::new(), conditions: Vec::new() };
        if let Some([token, ..]) = head.first() {
            let message = "de eerste kolom van een tabel nummert de rijen";
            problems.push(
                Diagnostic::new(Code::Form, token.span, message)
                    .label("hier hoort een lege cel")
                    .help("zet voor de eerste conclusie of voorwaarde een lege cel: |   | …"),
            );
        }
        for (index, cell) in head.iter().enumerate().skip(1) {
            if cell.first().is_some_and(|token| token.lower == "indien") {
                columns.conditions.push(index);
                continue;
            }
            match self.conclusion_head(cell, columns.conclusions.first()) {
                Ok(head) => columns.conclusions.push((index, head)),
                Err(problem) => problems.push(problem),
            }
        }
        let Some((_, first)) = columns.conclusions.first() else {
            if problems.is_empty() {
                let cursor = Cursor { text: self.text, tokens: body, at: 0 };
                problems.push(cursor.expected("een kolom met een conclusie"));
            }
            return None;
        };
        for &index in &columns.conditions {
            problems.extend(self.condition_head(head[index], first).err());
        }
        Some(columns)
    }

    /// The head of one conclusion column.
    fn conclusion_head(
        &self,
        cell: &[Token],
        first: Option<&(usize, Head)>,
    ) -> Result<Head, Diagnostic> {
        let parser = Parser::new(self.text, self.declarations, cell);
        let head = parser.only(parser.heads(0), cell.len())?;
        if !matches!(head.conclusion, Conclusion::Set(_) | Conclusion::Mark(_)) {
            let message = "in de kop van een tabel staat ‘moet gesteld worden op’";
            return Err(Diagnostic::new(Code::Form, cell[0].span, message));
        }
        if first.is_some_and(|(_, first)| first.bindings != head.bindings) {
            let message = "alle conclusies van een tabel gaan over hetzelfde onderwerp";
            return Err(Diagnostic::new(Code::Subject, cell[0].span, message));
        }
        Ok(head)
    }

    /// Checks the head of a condition column, also when no row uses it: it must be a condition as
    /// it stands, or one that only lacks the value of the cell.
    fn condition_head(&self, header: &[Token], first: &Head) -> Result<(), Diagnostic> {
        let parser = self.parser(header, first, &[]);
        let readings = parser.condition(1, Form::Question, &first.scope());
        match parser.only(readings, header.len()) {
            Err(problem) if asks(header) || !parser.reached_end() => Err(problem),
            _ => Ok(()),
        }
    }

    /// The number of a row that has as many filled cells as the head.
    fn numbered(
        &self,
        row: &Row<'_>,
        width: usize,
        numbers: &mut Vec<(u32, Span)>,
    ) -> Result<u32, Diagnostic> {
        let Some(span) = place(row) else {
            let cursor = Cursor { text: self.text, tokens: &[], at: 0 };
            return Err(cursor.expected("een rij met cellen"));
        };
        if row.len() != width || row.iter().any(|cell| cell.is_empty()) {
            let message = format!(
                "deze rij heeft {} gevulde cellen, de kop heeft er {width}",
                row.iter().filter(|cell| !cell.is_empty()).count()
            );
            return Err(Diagnostic::new(Code::Expected, span, message)
                .help("een voorwaarde die niet geldt wordt geschreven als n.v.t."));
        }
        let number = match row[0] {
            [Token { kind: TokenKind::Number(number), .. }] => {
                number.to_i64().and_then(|n| u32::try_from(n).ok())
            }
            _ => None,
        };
        let Some(number) = number else {
            let at =
                usize::from(matches!(row[0][0].kind, TokenKind::Number(_)) && row[0].len() > 1);
            let cursor = Cursor { text: self.text, tokens: row[0], at };
            return Err(cursor
                .expected("alleen het nummer van de rij")
                .help("de eerste cel van een rij is haar nummer, en niets anders"));
        };
        let here = row[0][0].span;
        if let Some((_, earlier)) = numbers.iter().find(|(known, _)| *known == number) {
            let message = format!("er is al een rij {number}");
            return Err(Diagnostic::new(Code::Duplicate, here, message)
                .label("voor de tweede keer")
                .help("geef elke rij een eigen nummer")
                .related(*earlier, "eerder hier"));
        }
        numbers.push((number, here));
        Ok(number)
    }

    /// The cases of one row, one for each conclusion; each cell that cannot be read is reported.
    fn row(
        &self,
        row: &Row<'_>,
        number: u32,
        columns: &Columns,
        elements: &mut Elements,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<Case> {
        let first = &columns.conclusions[0].1;
        let span = place(row).unwrap_or(row[0][0].span);
        let mut conditions = Vec::new();
        for &index in &columns.conditions {
            match self.condition(self.rows[0][index], row[index], first, elements) {
                Ok(condition) => conditions.extend(condition),
                Err(problem) => problems.push(problem),
            }
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
            match self.action(row[*index], head, first, elements) {
                Ok(Some(action)) => {
                    let condition = condition.clone();
                    cases.push(Case { row: Some(number), condition, action, span });
                }
                Ok(None) => {}
                Err(problem) => problems.push(problem),
            }
        }
        cases
    }

    /// What one cell concludes; nothing for `n.v.t.` and, of a kenmerk, for `onwaar`.
    fn action(
        &self,
        cell: &[Token],
        head: &Head,
        first: &Head,
        elements: &mut Elements,
    ) -> Result<Option<Action>, Diagnostic> {
        let truth = truth(cell);
        let marks = matches!(head.conclusion, Conclusion::Mark(_));
        if not_applicable(cell) || (marks && truth == Some(false)) {
            return Ok(None);
        }
        if marks && truth.is_none() {
            let cursor = Cursor { text: self.text, tokens: cell, at: 0 };
            return Err(cursor.expected("‘waar’, ‘onwaar’ of ‘n.v.t.’"));
        }
        let parser = self.parser(cell, first, elements);
        let readings = parser.conclusion(head, usize::from(marks), &first.scope());
        let action = parser.only(readings, cell.len())?;
        *elements = parser.elements.take();
        Ok(Some(action))
    }

    fn parser<'a>(
        &'a self,
        tokens: &'a [Token],
        head: &Head,
        elements: &[(u32, ObjectTypeId)],
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
        elements: &mut Elements,
    ) -> Result<Option<Condition>, Diagnostic> {
        if not_applicable(cell) {
            return Ok(None);
        }
        let scope = head.scope();
        let (truth, asks) = (truth(cell), asks(header));
        if asks && truth.is_none() {
            let cursor = Cursor { text: self.text, tokens: cell, at: 0 };
            return Err(cursor.expected("alleen ‘waar’, ‘onwaar’ of ‘n.v.t.’"));
        }
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

/// The elements met so far, as [`Parser::elements`] keeps them.
type Elements = Vec<(u32, ObjectTypeId)>;

/// Whether a head asks for waar or onwaar, as `indien hij minderjarig is` does; others end in
/// `… dan` or `… aan`.
fn asks(header: &[Token]) -> bool {
    header.last().is_some_and(|token| !matches!(token.lower.as_str(), "dan" | "aan"))
}

fn truth(cell: &[Token]) -> Option<bool> {
    match cell {
        [only] if only.lower == "waar" => Some(true),
        [only] if only.lower == "onwaar" => Some(false),
        _ => None,
    }
}

/// Whether the whole cell is `n.v.t.`
fn not_applicable(cell: &[Token]) -> bool {
    let words = ["n", ".", "v", ".", "t", "."];
    matches!(cell.len(), 5 | 6) && cell.iter().zip(words).all(|(token, word)| token.lower == word)
}

/// The place of a row.
fn place(row: &Row<'_>) -> Option<Span> {
    let mut tokens = row.iter().flat_map(|cell| cell.iter());
    let first = tokens.next()?;
    Some(first.span.to(tokens.next_back().unwrap_or(first).span))
}
