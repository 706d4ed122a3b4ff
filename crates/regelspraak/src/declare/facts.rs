//! Feittypen and rollen (section 3.11).

use super::units::lines;
use super::{Declarations, declared_name, duplicate};
use crate::cursor::{Cursor, words};
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::{Token, TokenKind};
use crate::model::{FactType, FactTypeId, ObjectTypeId, Role, RoleId, same_name};
use crate::names::{Entry, Grammatical, Symbol};

/// Reads one feittype: a name, its roles and the sentence that says how many play them.
pub fn read(
    out: &mut Declarations,
    cursor: Cursor<'_>,
    reciprocal: bool,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if let Err(diagnostic) = read_facttype(out, cursor.clone(), reciprocal) {
        if diagnostic.code == Code::Duplicate {
            // The earlier one can be read, so rules about its roles can be too.
            return diagnostics.push(diagnostic);
        }
        // The first word of each role and each plural is enough to hold back rules about them.
        let starts = |at: usize| {
            let words = cursor.tokens.get(at.wrapping_sub(1));
            let opens = words.is_some_and(|word| matches!(word.lower.as_str(), ":" | "meerdere"));
            cursor.tokens[at].first
                || opens
                || words.is_some_and(|word| word.lower == "de" || word.lower == "het")
        };
        for at in (1..cursor.tokens.len()).filter(|&at| starts(at)) {
            let word = &cursor.tokens[at..=at];
            if !matches!(word[0].lower.as_str(), "de" | "het" | "één" | "eén" | "een" | "meerdere")
            {
                out.break_name(word, Symbol::Role(RoleId(0)));
            }
        }
        diagnostics.push(diagnostic);
    }
}

fn read_facttype(
    out: &mut Declarations,
    cursor: Cursor<'_>,
    reciprocal: bool,
) -> Result<(), Diagnostic> {
    let lines = lines(cursor.tokens);
    let keywords = if reciprocal { 2 } else { 1 };
    let name = words(cursor.text, lines[0].get(keywords..).unwrap_or_default());
    let span = lines[0][0].span;
    if name.is_empty() {
        return Err(Cursor { at: keywords, ..cursor }.expected("de naam van het feittype"));
    }
    if let Some(earlier) = out.model.facttype(&name) {
        return Err(duplicate("het feittype", &name, span, out.model[earlier].span));
    }
    let count = if reciprocal { 1 } else { 2 };
    if lines.len() < count + 2 {
        let example = if reciprocal {
            "Eén partner heeft één partner"
        } else {
            "Eén huishouden heeft meerdere leden"
        };
        return Err(Cursor { at: cursor.tokens.len(), ..cursor }
            .expected(if reciprocal { "een rol en een zin" } else { "twee rollen en een zin" })
            .help(format!("onder de rollen staat hoeveel het er zijn: {example}")));
    }
    let facttype = FactTypeId(out.model.facttypes.len() as u32);
    let mut roles = Vec::new();
    for line in &lines[1..=count] {
        roles.push(role(out, Cursor::new(cursor.text, line))?);
    }
    let sentence: Vec<Token> = lines[count + 1..].concat();
    let many = multiplicity(cursor.text, &sentence, &mut roles)?;
    let first = RoleId(out.model.roles.len() as u32);
    for (index, ((declared, objecttype), many)) in roles.into_iter().zip(many).enumerate() {
        let id = RoleId(first.0 + index as u32);
        let singular = Entry { symbol: Symbol::Role(id), number: Grammatical::Singular };
        out.names.add(&declared.singular, &declared.name.singular, singular);
        if let (Some(tokens), Some(plural)) = (&declared.plural, &declared.name.plural) {
            let entry = Entry { symbol: Symbol::Role(id), number: Grammatical::Plural };
            out.names.add(tokens, plural, entry);
        }
        out.model.roles.push(Role { name: declared.name, objecttype, facttype, many });
    }
    let second = if reciprocal { first } else { RoleId(first.0 + 1) };
    out.model.facttypes.push(FactType { name, roles: [first, second], span });
    Ok(())
}

/// A role as declared; its plural can also come from the sentence below it.
struct DeclaredRole {
    name: crate::model::Name,
    singular: Vec<Token>,
    plural: Option<Vec<Token>>,
}

/// One line: `de passagier (mv: passagiers) Natuurlijk persoon`.
fn role(
    out: &Declarations,
    mut cursor: Cursor<'_>,
) -> Result<(DeclaredRole, ObjectTypeId), Diagnostic> {
    let length = cursor.tokens.len();
    let found = (1..length).find_map(|at| {
        let name = words(cursor.text, &cursor.tokens[at..]);
        Some((at, out.model.objecttype(&name)?))
    });
    let Some((split, objecttype)) = found else {
        let known = out.model.objecttypes.iter().map(|objecttype| &objecttype.name.singular);
        let last = cursor.words(&cursor.tokens[length.saturating_sub(1)..]);
        let meant = known
            .map(|name| (strsim::normalized_damerau_levenshtein(name, &last), name))
            .filter(|(likeness, _)| *likeness >= 0.6)
            .max_by(|left, right| left.0.total_cmp(&right.0))
            .map(|(_, name)| name.clone());
        cursor.at = length.saturating_sub(1);
        return Err(Diagnostic::new(
            Code::UnknownName,
            cursor.here(),
            "deze rol eindigt niet met de naam van een objecttype",
        )
        .label("onbekend objecttype")
        .suggest(meant)
        .help("achter de naam van de rol staat het objecttype dat de rol speelt"));
    };
    let declared = declared_name(&mut cursor, split, "de naam van de rol")?;
    if cursor.at != split {
        return Err(cursor.expected("het objecttype van de rol"));
    }
    let role = DeclaredRole {
        name: declared.name,
        singular: declared.singular.to_vec(),
        plural: declared.plural.map(<[Token]>::to_vec),
    };
    Ok((role, objecttype))
}

/// Reads `Eén reis betreft de verplaatsing van meerdere passagiers`: whether each role, in the
/// order of declaration, is played by several. Plurals the sentence brings are added.
fn multiplicity(
    text: &str,
    sentence: &[Token],
    roles: &mut [(DeclaredRole, ObjectTypeId)],
) -> Result<Vec<bool>, Diagnostic> {
    let is_one = |token: &Token| matches!(token.lower.as_str(), "één" | "eén" | "een");
    let is_many = |token: &Token| token.lower == "meerdere";
    let wrong = |at: usize, what: &str| Cursor { text, tokens: sentence, at }.expected(what);
    let quantity = "‘Eén’ of ‘Meerdere’";
    if !sentence.first().is_some_and(|token| is_one(token) || is_many(token)) {
        return Err(wrong(0, quantity));
    }
    let second = (1..sentence.len())
        .rev()
        .find(|&at| is_one(&sentence[at]) || is_many(&sentence[at]))
        .ok_or_else(|| wrong(sentence.len(), "‘één’ of ‘meerdere’ met de tweede rol"))?;
    let ends = &sentence[second + 1..];
    let last = match ends.split_last() {
        Some((stop, rest)) if stop.lower == "." => rest.to_vec(),
        _ => ends.to_vec(),
    };
    // What the sentence ends with is the last role and nothing more.
    let is_whole = |role: &DeclaredRole| {
        let same = |name: &[Token]| {
            name.len() == last.len()
                && name.iter().zip(&last).all(|(left, right)| left.lower == right.lower)
        };
        same(&role.singular) || role.plural.as_deref().is_some_and(same)
    };
    // A name does not run on over the line, and is not more than one sentence.
    let is_name = last.iter().all(|token| token.kind == TokenKind::Word)
        && last.iter().all(|token| token.line == sentence[second].line);
    let matches = |role: &DeclaredRole, tokens: &[Token]| {
        let same = |name: &[Token]| {
            tokens.len() >= name.len()
                && name.iter().zip(tokens).all(|(left, right)| left.lower == right.lower)
        };
        same(&role.singular) || role.plural.as_deref().is_some_and(same)
    };
    // Where the last role is not what the sentence ends with, and what is wrong there.
    let beyond = |role: &DeclaredRole| {
        let starts = |name: &[Token]| {
            last.len() > name.len() && name.iter().zip(&last).all(|(l, r)| l.lower == r.lower)
        };
        let names = [Some(&role.singular), role.plural.as_ref()].into_iter().flatten();
        let name = names.filter(|name| starts(name)).map(Vec::len).max();
        let on_line = last.iter().take_while(|token| token.line == sentence[second].line).count();
        let length = name.or((on_line < last.len()).then_some(on_line)).filter(|at| *at > 0);
        match length {
            Some(length) => wrong(second + 1 + length, "het einde van de zin").help(
                "de zin van een feittype eindigt met de laatste rol; daarna volgt niets meer",
            ),
            None => wrong(second + 1, &format!("de rol ‘{}’", role.name.singular)),
        }
    };
    if let [(role, _)] = roles {
        let many = is_many(&sentence[second]);
        if is_whole(role) {
            return Ok(vec![many]);
        }
        if !many || !is_name || last.is_empty() || role.plural.is_some() {
            return Err(beyond(role));
        }
        role.name.plural = Some(words(text, &last));
        role.plural = Some(last);
        return Ok(vec![many]);
    }
    // Which role does the sentence start with? The longest name that fits decides.
    let fits = |index: usize| {
        let role = &roles[index].0;
        if matches(role, &sentence[1..]) { role.singular.len() } else { 0 }
    };
    let (starts, other) = match (fits(0), fits(1)) {
        (0, 0) => {
            // The first role stands in a plural that is not declared yet.
            let named =
                |index: usize| same_name(&words(text, &last), &roles[index].0.name.singular);
            if named(0) { (1, 0) } else { (0, 1) }
        }
        (first, second) if second > first => (1, 0),
        _ => (0, 1),
    };
    if fits(starts) == 0 && !is_many(&sentence[0]) {
        return Err(wrong(1, &format!("de rol ‘{}’", roles[starts].0.name.singular)));
    }
    let many_last = is_many(&sentence[second]);
    if !is_whole(&roles[other].0) {
        let role = &mut roles[other].0;
        if !many_last || last.is_empty() || role.plural.is_some() || !is_name {
            return Err(beyond(role));
        }
        role.name.plural = Some(words(text, &last));
        role.plural = Some(last);
    }
    let mut many = vec![false; 2];
    many[starts] = is_many(&sentence[0]);
    many[other] = many_last;
    Ok(many)
}
