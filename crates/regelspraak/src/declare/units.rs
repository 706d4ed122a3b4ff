//! Eenheidssystemen (section 3.7).

use super::Declarations;
use crate::cursor::Cursor;
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::{Token, TokenKind};
use crate::model::{BaseUnit, BaseUnitId, Name, TimeUnit, Units, same_name};
use crate::number::Number;

/// The most units a model has; more is no unit system but a mistake.
const MAX_UNITS: usize = 1_000;

/// The units every model has: `%`, the euro and the unit system Tijd.
pub fn built_in() -> Units {
    let mut units = Units::default();
    type Forms = (&'static str, &'static str);
    let mut add = |article: &str, name: Forms, symbols: &[&str], root: u16, factor, time| {
        units.base.push(BaseUnit {
            name: Name {
                article: Some(article.to_string()),
                singular: name.0.to_string(),
                plural: Some(name.1.to_string()),
            },
            symbols: symbols.iter().map(|symbol| symbol.to_string()).collect(),
            root: BaseUnitId(root),
            factor,
            time,
        });
    };
    let whole = |number: i64| Number::from(number);
    add("het", ("procent", "procenten"), &["%"], 0, whole(1), None);
    add("de", ("euro", "euros"), &["EUR", "€"], 1, whole(1), None);
    use TimeUnit::*;
    let minutes = 60 * 1_000;
    let days = 24 * 60 * minutes;
    let mut time = |article: &str, name: Forms, symbol: &str, root: u16, of_root: i64, unit| {
        add(article, name, &[symbol], root, whole(of_root), Some(unit));
    };
    time("de", ("milliseconde", "millisecondes"), "ms", 2, 1, Millisecond);
    time("de", ("seconde", "secondes"), "s", 2, 1_000, Second);
    time("de", ("minuut", "minuten"), "minuut", 2, minutes, Minute);
    time("het", ("uur", "uren"), "u", 2, 60 * minutes, Hour);
    time("de", ("dag", "dagen"), "dg", 2, days, Day);
    time("de", ("week", "weken"), "wk", 2, 7 * days, Week);
    time("de", ("maand", "maanden"), "mnd", 8, 1, Month);
    time("het", ("kwartaal", "kwartalen"), "kw", 8, 3, Quarter);
    time("het", ("jaar", "jaren"), "jr", 8, 12, Year);
    units
}

/// Reads one eenheidssysteem. A unit that every model already has may be declared again.
pub fn read(out: &mut Declarations, cursor: Cursor<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let lines = lines(&cursor.tokens[1..]);
    let Some((_, units)) = lines.split_first() else {
        return diagnostics.push(cursor.expected("de naam van het eenheidssysteem"));
    };
    let mut conversions = Vec::new();
    for line in units {
        match unit(Cursor::new(cursor.text, line)) {
            Ok((unit, conversion)) => {
                let known = &out.model.units;
                if let Some(existing) = unit.symbols.iter().find_map(|s| known.find(s)) {
                    if !declares_again(known, existing, &unit, conversion.as_ref()) {
                        let name = &known.get(existing).name.singular;
                        diagnostics.push(taken(known, existing, &unit, name, line[0].span));
                    }
                    continue;
                }
                if known.base.len() >= MAX_UNITS {
                    let message = format!("er zijn meer dan {MAX_UNITS} eenheden");
                    let span = line[0].span;
                    diagnostics.push(Diagnostic::new(Code::Unsupported, span, message));
                    break;
                }
                let id = BaseUnitId(known.base.len() as u16);
                conversions
                    .extend(conversion.map(|(factor, token, symbol)| (id, factor, token, symbol)));
                out.model.units.base.push(BaseUnit { root: id, ..unit });
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    for (id, factor, token, symbol) in conversions {
        if let Err(diagnostic) = convert(&mut out.model.units, id, &factor, token, &symbol) {
            diagnostics.push(diagnostic);
        }
    }
}

/// Whether a declaration says of an existing unit what it is already: the same name, no symbol it
/// does not have, and the same plural and conversion as far as they are given.
fn declares_again(
    known: &Units,
    existing: BaseUnitId,
    unit: &BaseUnit,
    conversion: Option<&(Number, &Token, String)>,
) -> bool {
    let own = known.get(existing);
    let plural = unit.name.plural.as_ref();
    let same_factor = conversion.is_none_or(|(factor, _, symbol)| {
        let other = known.find(symbol).map(|other| known.get(other));
        other.is_some_and(|other| other.root == own.root && own.factor == factor * &other.factor)
    });
    same_name(&own.name.singular, &unit.name.singular)
        && plural.is_none_or(|plural| own.name.plural.as_ref().is_none_or(|own| own == plural))
        && unit.symbols.iter().all(|symbol| own.symbols.contains(symbol))
        && same_factor
}

/// The report of a unit that is something else already.
fn taken(
    known: &Units,
    existing: BaseUnitId,
    unit: &BaseUnit,
    name: &str,
    span: crate::model::Span,
) -> Diagnostic {
    let own = &known.get(existing).symbols;
    let symbol = unit.symbols.iter().find(|symbol| own.contains(symbol));
    let symbol = symbol.or(unit.symbols.first()).map_or("", String::as_str);
    let message =
        format!("de eenheid ‘{symbol}’ bestaat al, en anders: het is de eenheid ‘{name}’");
    Diagnostic::new(Code::Duplicate, span, message)
        .label("voor de tweede keer")
        .help("haal deze weg, of geef haar een andere naam en een andere afkorting")
}

/// A factor, and the unit it is a number of, as token and as written.
type Conversion<'a> = Option<(Number, &'a Token, String)>;

/// One line: `de kilometer (mv: kilometers) km = 1000 m`.
fn unit(mut cursor: Cursor<'_>) -> Result<(BaseUnit, Conversion<'_>), Diagnostic> {
    let article = cursor.article();
    let Some(word) = cursor.peek().filter(|token| token.kind == TokenKind::Word) else {
        return Err(cursor.expected("de naam van een eenheid"));
    };
    cursor.at += 1;
    let singular = cursor.words(std::slice::from_ref(word));
    let plural = cursor.plural()?.map(|tokens| cursor.words(tokens));
    let mut symbols = Vec::new();
    while let Some(token) = cursor.peek().filter(|token| token.lower != "=") {
        symbols.push(cursor.words(std::slice::from_ref(token)));
        cursor.at += 1;
    }
    if symbols.is_empty() {
        return Err(cursor.expected("de afkorting van de eenheid"));
    }
    let conversion = if cursor.takes(&["="]) {
        let (Some(Token { kind: TokenKind::Number(factor), .. }), Some(other)) =
            (cursor.peek(), cursor.tokens.get(cursor.at + 1))
        else {
            return Err(cursor.expected("een getal en een eenheid, zoals 1/1000 m"));
        };
        if factor.is_zero() {
            return Err(cursor.expected("een getal groter dan 0"));
        }
        Some((factor.clone(), other, cursor.words(std::slice::from_ref(other))))
    } else {
        None
    };
    let name = Name { article, singular, plural };
    let root = BaseUnitId(0);
    Ok((BaseUnit { name, symbols, root, factor: Number::ONE, time: None }, conversion))
}

/// Ties a unit, and all that hang on it, to the one it is converted into.
fn convert(
    units: &mut Units,
    id: BaseUnitId,
    factor: &Number,
    token: &Token,
    symbol: &str,
) -> Result<(), Diagnostic> {
    let found = units.base.iter().position(|unit| unit.symbols.iter().any(|own| own == symbol));
    let Some(other) = found.and_then(|index| units.base.get(index)).cloned() else {
        let message = format!("de eenheid ‘{symbol}’ bestaat niet");
        return Err(Diagnostic::new(Code::UnknownUnit, token.span, message));
    };
    let own = units.get(id).clone();
    if own.root == other.root {
        let message = "deze eenheden waren al in elkaar om te rekenen";
        return Err(Diagnostic::new(Code::Duplicate, token.span, message));
    }
    // 1 own = factor other = factor × other.factor roots; own.factor own-roots make one own.
    let ratio = (factor * &other.factor).checked_div(&own.factor).unwrap_or(Number::ONE);
    for unit in units.base.iter_mut().filter(|unit| unit.root == own.root) {
        unit.factor = &unit.factor * &ratio;
        unit.root = other.root;
    }
    Ok(())
}

/// The tokens by line.
pub fn lines(tokens: &[Token]) -> Vec<&[Token]> {
    tokens.chunk_by(|left, right| left.line == right.line).collect()
}
