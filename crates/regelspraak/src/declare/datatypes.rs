//! Datatypes (sections 3.3 and 3.4) and units as they are written.

use super::Declarations;
use crate::cursor::Cursor;
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::{Token, TokenKind};
use crate::model::{NumberType, Precision, Sign, Type, Unit, Units, same_name};
use crate::number::Number;

/// A datatype or domein at the cursor.
pub fn whole(declarations: &Declarations, cursor: &mut Cursor<'_>) -> Result<Type, Diagnostic> {
    if cursor.takes(&["numeriek"]) {
        return number(declarations, cursor, Unit::NONE);
    }
    if cursor.takes(&["percentage"]) {
        return number(declarations, cursor, Unit::percent());
    }
    if cursor.takes(&["tekst"]) {
        return Ok(Type::Text);
    }
    if cursor.takes(&["boolean"]) {
        return Ok(Type::Boolean);
    }
    if cursor.takes(&["datum", "in", "dagen"]) {
        return Ok(Type::Date(Precision::Day));
    }
    if cursor.takes(&["datum", "en", "tijd", "in", "millisecondes"]) {
        return Ok(Type::Date(Precision::Millisecond));
    }
    domain(declarations, cursor)
}

/// The words a datatype can start with, or the name of a domein.
pub fn starts(declarations: &Declarations, text: &str, tokens: &[Token]) -> bool {
    let cursor = Cursor::new(text, tokens);
    let built_in: [&[&str]; 6] = [
        &["numeriek", "("],
        &["percentage", "("],
        &["tekst"],
        &["boolean"],
        &["datum", "in", "dagen"],
        &["datum", "en", "tijd", "in"],
    ];
    built_in.iter().any(|words| cursor.sees(words))
        || domain(declarations, &mut cursor.clone()).is_ok()
}

fn domain(declarations: &Declarations, cursor: &mut Cursor<'_>) -> Result<Type, Diagnostic> {
    for length in (1..=cursor.rest().len().min(8)).rev() {
        let name = cursor.words(&cursor.rest()[..length]);
        let found = declarations.domains.iter().find(|(domain, ..)| same_name(domain, &name));
        if let Some((_, datatype, _)) = found {
            cursor.at += length;
            return match (datatype, cursor.takes(&["met", "eenheid"])) {
                (Type::Number(number), true) => {
                    let unit = unit(&declarations.model.units, cursor)?;
                    Ok(Type::Number(NumberType { unit, ..number.clone() }))
                }
                (_, true) => Err(cursor.expected("geen eenheid bij een domein zonder getallen")),
                (datatype, false) => Ok(datatype.clone()),
            };
        }
    }
    let written: Vec<&Token> =
        cursor.rest().iter().take_while(|token| token.kind == TokenKind::Word).collect();
    let span = match (written.first(), written.last()) {
        (Some(first), Some(last)) => first.span.to(last.span),
        _ => cursor.here(),
    };
    if written.is_empty() {
        return Err(cursor.expected("een datatype of de naam van een domein"));
    }
    let shown: Vec<&str> = written.iter().map(|token| token.lower.as_str()).collect();
    let shown = shown.join(" ");
    let known = ["Numeriek", "Percentage", "Tekst", "Boolean", "Datum in dagen"].into_iter();
    let meant = known
        .chain(declarations.domains.iter().map(|(name, ..)| name.as_str()))
        .map(|name| (strsim::normalized_damerau_levenshtein(&name.to_lowercase(), &shown), name))
        .filter(|(likeness, _)| *likeness >= 0.6)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, name)| name.to_string());
    Err(Diagnostic::new(
        Code::UnknownName,
        span,
        format!("‘{shown}’ is geen datatype en geen domein"),
    )
    .label("onbekend datatype")
    .suggest(meant)
    .help(
        "datatypen zijn Numeriek (…), Percentage (…), Tekst, Boolean, Datum in dagen, \
         Datum en tijd in millisecondes, en de namen van domeinen",
    ))
}

fn number(
    declarations: &Declarations,
    cursor: &mut Cursor<'_>,
    default: Unit,
) -> Result<Type, Diagnostic> {
    if !cursor.takes(&["("]) {
        return Err(cursor.expected("tussen haakjes het soort getal, zoals (geheel getal)"));
    }
    let sign = if cursor.takes(&["negatief"]) {
        Sign::Negative
    } else if cursor.takes(&["niet-negatief"]) {
        Sign::NonNegative
    } else if cursor.takes(&["positief"]) {
        Sign::Positive
    } else {
        Sign::Any
    };
    let decimals = if cursor.takes(&["geheel", "getal"]) {
        Some(0)
    } else if cursor.takes(&["getal", "met"]) {
        let Some(TokenKind::Number(count)) = cursor.peek().map(|token| &token.kind) else {
            return Err(cursor.expected("het aantal decimalen"));
        };
        let count = count.to_i64().and_then(|count| u32::try_from(count).ok());
        let Some(count) = count.filter(|count| *count <= 100) else {
            return Err(cursor.expected("een aantal decimalen van 0 tot en met 100"));
        };
        cursor.at += 1;
        if !cursor.takes(&["decimalen"]) && !cursor.takes(&["decimaal"]) {
            return Err(cursor.expected("het woord ‘decimalen’"));
        }
        Some(count)
    } else if cursor.takes(&["getal"]) {
        None
    } else {
        return Err(cursor
            .expected("‘geheel getal’, ‘getal met 2 decimalen’ of ‘getal’")
            .help("voor het soort getal mag ‘negatief’, ‘niet-negatief’ of ‘positief’ staan"));
    };
    if !cursor.takes(&[")"]) {
        return Err(cursor.expected("een haakje sluiten"));
    }
    let unit = match cursor.takes(&["met", "eenheid"]) {
        true => unit(&declarations.model.units, cursor)?,
        false => default.clone(),
    };
    if default.is_percent() && !unit.is_percent() {
        return Err(cursor.expected("bij Percentage de eenheid %"));
    }
    Ok(Type::Number(NumberType { sign, decimals, unit }))
}

/// A unit at the cursor: `€`, `€/mnd`, `1/€`, `m/s^(2)`.
pub fn unit(units: &Units, cursor: &mut Cursor<'_>) -> Result<Unit, Diagnostic> {
    let start = cursor.at;
    let one = |token: &Token| token.kind == TokenKind::Number(Number::ONE);
    let over = if cursor.peek().is_some_and(one) && starts_per(&cursor.tokens[cursor.at + 1..]) {
        cursor.at += 1;
        Unit::NONE
    } else {
        product(units, cursor)?.ok_or_else(|| unknown(cursor))?
    };
    if !cursor.takes(&["/"]) {
        return Ok(over);
    }
    let under = product(units, cursor)?.ok_or_else(|| unknown(cursor))?;
    over.times(&under, -1).ok_or_else(|| {
        cursor.at = start;
        cursor.expected("een eenheid met kleinere machten")
    })
}

fn starts_per(tokens: &[Token]) -> bool {
    crate::cursor::starts_with(tokens, &["/"])
}

fn unknown(cursor: &Cursor<'_>) -> Diagnostic {
    let found = cursor.peek().map_or("het einde", |token| token.lower.as_str());
    Diagnostic::new(Code::UnknownUnit, cursor.here(), format!("‘{found}’ is geen eenheid"))
        .label("onbekende eenheid")
        .help("eenheden staan in een Eenheidsysteem; %, €, jr, mnd, wk en dg zijn er altijd")
}

/// One or more basiseenheden next to each other; nothing when none stands here.
fn product(units: &Units, cursor: &mut Cursor<'_>) -> Result<Option<Unit>, Diagnostic> {
    let mut product: Option<Unit> = None;
    while let Some(base) = cursor.peek().and_then(|token| {
        let written = cursor.words(std::slice::from_ref(token));
        units.find(&written)
    }) {
        cursor.at += 1;
        let mut power = 1;
        if cursor.takes(&["^", "("]) {
            let negative = cursor.takes(&["-"]);
            let exponent = match cursor.peek().map(|token| &token.kind) {
                Some(TokenKind::Number(exponent)) => exponent.to_i64(),
                _ => None,
            };
            let Some(exponent) = exponent.filter(|exponent| (1..=100).contains(exponent)) else {
                return Err(cursor.expected("een macht van 1 tot en met 100"));
            };
            cursor.at += 1;
            if !cursor.takes(&[")"]) {
                return Err(cursor.expected("een haakje sluiten"));
            }
            power = if negative { -(exponent as i8) } else { exponent as i8 };
        }
        let raised = Unit::NONE.times(&Unit::base(base), power);
        let next = raised.and_then(|raised| product.unwrap_or_default().times(&raised, 1));
        product = Some(next.ok_or_else(|| cursor.expected("een eenheid met kleinere machten"))?);
    }
    Ok(product)
}
