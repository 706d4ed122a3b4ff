//! Objecttypen and their extensions with attributen and kenmerken (sections 3.1, 3.2 and 3.5).

use super::{Declarations, datatypes, declared_name, dimensions, duplicate, find, timelines};
use crate::cursor::{Cursor, starts_with};
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::Token;
use crate::model::{
    Attribute, AttributeId, Kenmerk, KenmerkForm, KenmerkId, ObjectType, ObjectTypeId, Span,
};
use crate::names::{Entry, Symbol};

/// Reads one objecttype.
pub fn read(out: &mut Declarations, mut cursor: Cursor<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let first_line = first_line(cursor.tokens);
    cursor.at = 1;
    let span = cursor.here();
    let head = &cursor.tokens[..first_line];
    let animate = find(head, &["(", "bezield", ")"]);
    let name = match declared_name(&mut cursor, animate.unwrap_or(first_line), "de naam") {
        Ok(name) => name,
        Err(diagnostic) => return diagnostics.push(diagnostic),
    };
    if animate.is_some() {
        cursor.takes(&["(", "bezield", ")"]);
    }
    if cursor.at < first_line {
        diagnostics.push(cursor.expected("het einde van de regel"));
    }
    if let Some(earlier) = out.model.objecttype(&name.name.singular) {
        let earlier = out.model[earlier].span;
        return diagnostics.push(duplicate("het objecttype", &name.name.singular, span, earlier));
    }
    let id = ObjectTypeId(out.model.objecttypes.len() as u32);
    out.name(&name, Symbol::ObjectType(id));
    out.model.objecttypes.push(ObjectType {
        name: name.name,
        animate: animate.is_some(),
        attributes: Vec::new(),
        kenmerken: Vec::new(),
        span,
    });
    read_members(out, id, &cursor, first_line, diagnostics);
}

/// Reads an extension of an objecttype that is declared elsewhere (section 3.1.2).
pub fn extend(out: &mut Declarations, mut cursor: Cursor<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let first_line = first_line(cursor.tokens);
    cursor.at = 1;
    if !cursor.takes(&["van", "objecttype"]) {
        return diagnostics.push(
            cursor
                .expected("‘van objecttype’")
                .help("bijvoorbeeld: Extensie van objecttype de Persoon"),
        );
    }
    cursor.article();
    let here = cursor.here();
    let written = &cursor.tokens[cursor.at.min(first_line)..first_line];
    let name = cursor.words(written);
    let Some(id) = out.model.objecttype(&name) else {
        for member in members(&cursor.tokens[first_line..]) {
            break_member(out, Cursor::new(cursor.text, member));
        }
        let is_objecttype = |entry: Entry| matches!(entry.symbol, Symbol::ObjectType(_));
        let meant = out.names.nearest(written, written.len(), is_objecttype);
        let span = written.last().map_or(here, |last| here.to(last.span));
        return diagnostics.push(
            Diagnostic::new(Code::UnknownName, span, format!("‘{name}’ is geen objecttype"))
                .label("onbekend objecttype")
                .suggest(meant.map(|meant| meant.name))
                .help(
                    "een extensie voegt attributen en kenmerken toe aan een objecttype dat er is",
                ),
        );
    };
    read_members(out, id, &cursor, first_line, diagnostics);
}

/// How many tokens stand on the first line.
fn first_line(tokens: &[Token]) -> usize {
    tokens.iter().take_while(|token| token.line == tokens[0].line).count()
}

/// Reads the members that stand below the first line.
fn read_members(
    out: &mut Declarations,
    id: ObjectTypeId,
    cursor: &Cursor<'_>,
    first_line: usize,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for member in members(&cursor.tokens[first_line..]) {
        if let Err(diagnostic) = read_member(out, id, Cursor::new(cursor.text, member)) {
            // Of something declared twice, the first can be read.
            if diagnostic.code != Code::Duplicate {
                break_member(out, Cursor::new(cursor.text, member));
            }
            diagnostics.push(diagnostic);
        }
    }
}

/// The members: what stands before each semicolon. A line that starts as deep as the first one
/// starts a member too, so that a forgotten semicolon is reported where it belongs.
fn members(tokens: &[Token]) -> Vec<&[Token]> {
    let Some(depth) = tokens.first().map(|token| token.column) else { return Vec::new() };
    tokens
        .chunk_by(|left, right| left.lower != ";" && !(right.first && right.column <= depth))
        .collect()
}

/// Remembers the name of a member that cannot be read: what stands before the widest gap.
fn break_member(out: &mut Declarations, mut cursor: Cursor<'_>) {
    cursor.article();
    cursor.takes(&["is"]);
    let rest = cursor.rest();
    let gap = |pair: &[Token]| pair[1].span.start - pair[0].span.end.min(pair[1].span.start);
    let end = rest.windows(2).position(|pair| gap(pair) >= 2).map_or(1, |at| at + 1);
    out.break_name(&rest[..end.min(rest.len())], Symbol::Attribute(AttributeId(0)));
}

fn read_member(
    out: &mut Declarations,
    owner: ObjectTypeId,
    mut cursor: Cursor<'_>,
) -> Result<(), Diagnostic> {
    let Some((last, body)) = cursor.tokens.split_last() else { return Ok(()) };
    if last.lower != ";" {
        cursor.at = cursor.tokens.len();
        return Err(cursor
            .expected("een puntkomma")
            .help("elk attribuut en elk kenmerk eindigt met een puntkomma"));
    }
    cursor.tokens = body;
    let kenmerk = (1..body.len()).rev().find(|&at| {
        starts_with(&body[at..], &["kenmerk"])
            && (at + 1 == body.len()
                || body[at + 1].lower == "("
                || timelines::starts(&Cursor { at: at + 1, ..cursor.clone() }))
    });
    match kenmerk {
        Some(at) => read_kenmerk(out, owner, cursor, at),
        None => read_attribute(out, owner, cursor),
    }
}

fn read_kenmerk(
    out: &mut Declarations,
    owner: ObjectTypeId,
    mut cursor: Cursor<'_>,
    keyword: usize,
) -> Result<(), Diagnostic> {
    cursor.takes(&["is"]);
    let span = cursor.here();
    let name = declared_name(&mut cursor, keyword, "de naam van het kenmerk")?;
    if cursor.at != keyword {
        return Err(cursor.expected("het woord ‘kenmerk’"));
    }
    cursor.at += 1;
    let form = if cursor.takes(&["(", "bijvoeglijk", ")"]) {
        KenmerkForm::Adjective
    } else if cursor.takes(&["(", "bezittelijk", ")"]) {
        KenmerkForm::Possessive
    } else {
        KenmerkForm::Plain
    };
    let timeline = timelines::read(&mut cursor)?;
    if !cursor.is_done() {
        return Err(cursor.expected("‘(bijvoeglijk)’, ‘(bezittelijk)’ of een puntkomma"));
    }
    if let Some(earlier) = out.model.kenmerk(owner, &name.name.singular) {
        let earlier = out.model[earlier].span;
        return Err(duplicate("het kenmerk", &name.name.singular, span, earlier));
    }
    let id = KenmerkId(out.model.kenmerken.len() as u32);
    out.name(&name, Symbol::Kenmerk(id));
    let name = name.name;
    out.model.kenmerken.push(Kenmerk { name, objecttype: owner, form, timeline, span });
    out.model.objecttypes[owner.index()].kenmerken.push(id);
    Ok(())
}

fn read_attribute(
    out: &mut Declarations,
    owner: ObjectTypeId,
    mut cursor: Cursor<'_>,
) -> Result<(), Diagnostic> {
    let body = cursor.tokens;
    let start = cursor.clone();
    cursor.article();
    let span = cursor.here();
    // The name ends where a datatype starts that reaches to the end; names may hold such words.
    let split = (cursor.at + 1..body.len()).find(|&at| {
        let mut rest = Cursor { at, ..cursor.clone() };
        datatypes::whole(out, &mut rest).is_ok() && (rest.is_done() || goes_on(&rest))
    });
    let Some(split) = split else { return Err(no_datatype(out, &start)) };
    cursor = start;
    let name = declared_name(&mut cursor, split, "de naam van het attribuut")?;
    if cursor.at != split {
        return Err(cursor.expected("een datatype"));
    }
    let datatype = datatypes::whole(out, &mut cursor)?;
    let timeline = timelines::read(&mut cursor)?;
    let dimensions = dimensions::applied(&out.model, &mut cursor)?;
    if timeline.is_some() && !dimensions.is_empty() || timelines::starts(&cursor) {
        return Err(both_time_and_dimensions(&cursor, span));
    }
    if !cursor.is_done() {
        return Err(cursor.expected("een puntkomma"));
    }
    let known = out.model.attribute(owner, &name.name.singular).map(|id| out.model[id].span);
    let dimensioned = out.model.dimensioned(owner, &name.name.singular).map(|known| known.span);
    if let Some(earlier) = known.or(dimensioned) {
        return Err(duplicate("het attribuut", &name.name.singular, span, earlier));
    }
    if !dimensions.is_empty() {
        return dimensions::expand(out, owner, &name, &datatype, &dimensions, span);
    }
    let id = AttributeId(out.model.attributes.len() as u32);
    out.name(&name, Symbol::Attribute(id));
    let name = name.name;
    out.model.attributes.push(Attribute { name, objecttype: owner, datatype, timeline, span });
    out.model.objecttypes[owner.index()].attributes.push(id);
    Ok(())
}

/// The report for a member without a datatype that can be read: at the place where the datatype
/// should be, which is after the widest gap of the line or after the first word.
fn no_datatype(out: &Declarations, start: &Cursor<'_>) -> Diagnostic {
    let mut cursor = start.clone();
    cursor.article();
    let body = cursor.tokens;
    let begins = (cursor.at + 1..body.len())
        .find(|&at| datatypes::starts(out, cursor.text, &body[at..]))
        .or_else(|| {
            (cursor.at + 1..body.len())
                .find(|&at| body[at].span.start.saturating_sub(body[at - 1].span.end) >= 2)
        });
    cursor.at = begins.unwrap_or(body.len());
    let mut rest = cursor.clone();
    match datatypes::whole(out, &mut rest) {
        Err(diagnostic) => diagnostic,
        Ok(_) if rest.is_done() => cursor.expected("een naam en een datatype"),
        Ok(_) => rest.expected("een puntkomma"),
    }
}

/// Whether what comes next can stand behind a datatype.
fn goes_on(cursor: &Cursor<'_>) -> bool {
    timelines::starts(cursor) || dimensions::starts(cursor)
}

/// The report of an attribuut with a timeline and dimensies (section 3.2.1).
fn both_time_and_dimensions(cursor: &Cursor<'_>, span: Span) -> Diagnostic {
    let message = "een attribuut kan geen tijdlijn en dimensies samen hebben";
    let place = if cursor.is_done() { span } else { cursor.here() };
    Diagnostic::new(Code::Timeline, place, message)
        .label("niet samen")
        .help("haal de tijdlijn weg, of maak een attribuut voor elk label")
}
