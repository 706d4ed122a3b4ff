//! Dimensies and the attributen that have them (section 3.6).

use super::{Declarations, duplicate, find};
use crate::cursor::{Cursor, DeclaredName, words};
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::{Token, TokenKind};
use crate::model::{
    Attribute, AttributeId, Dimension, DimensionId, Dimensioned, LabelPlace, Model, Name,
    ObjectTypeId, Span, Type, same_name,
};
use crate::names::{Entry, Grammatical, PartialId, Symbol};

/// The most combinations of labels an attribuut may have, and the most names with labels all of them
/// together; more is no law but a mistake.
const MAX_COMBINATIONS: usize = 1_000;
const MAX_NAMES: usize = 10_000;

/// The most labels of a dimensie.
const MAX_LABELS: usize = 1_000;

/// The words a label may stand behind.
const PREPOSITIONS: [&str; 7] = ["van", "in", "voor", "over", "op", "bij", "uit"];

/// An attribuut with dimensies of which not every label is said.
#[derive(Debug, Clone, PartialEq)]
pub struct Partial {
    /// Which, by its position in [`Model::dimensioned`].
    pub of: usize,
    /// For each dimensie the label, if it is said.
    pub labels: Vec<Option<usize>>,
}

/// The words of a dimensie as text must repeat them, in lower case.
#[derive(Debug, Clone)]
pub struct DimensionWords {
    /// The plural.
    pub plural: Vec<String>,
    /// Each label.
    pub labels: Vec<Vec<String>>,
}

/// Reads one dimensie.
pub fn read(out: &mut Declarations, cursor: Cursor<'_>, diagnostics: &mut Vec<Diagnostic>) {
    match read_dimension(cursor) {
        Ok((dimension, words)) => {
            let known = &out.model.dimensions;
            let same = |it: &&Dimension| same_name(&it.name.singular, &dimension.name.singular);
            if let Some(earlier) = known.iter().find(same) {
                let name = &dimension.name.singular;
                let report = duplicate("de dimensie", name, dimension.span, earlier.span);
                return diagnostics.push(report);
            }
            out.model.dimensions.push(dimension);
            out.dimension_words.push(words);
        }
        Err(diagnostic) => diagnostics.push(diagnostic),
    }
}

fn read_dimension(mut cursor: Cursor<'_>) -> Result<(Dimension, DimensionWords), Diagnostic> {
    cursor.at = 1;
    let article = cursor.article();
    let span = cursor.here();
    let example = "bijvoorbeeld: Dimensie het dagdeel, bestaande uit de dagdelen (na het \
                   attribuut met voorzetsel in):";
    let singular = up_to(&mut cursor, &["bestaande", "uit"], "een naam en ‘, bestaande uit de …’")
        .map_err(|report| report.help(example))?;
    let singular = match singular.split_last() {
        Some((last, rest)) if last.lower == "," && !rest.is_empty() => rest,
        _ => singular,
    };
    cursor.article();
    let plural = up_to(&mut cursor, &["("], "het meervoud en tussen haakjes waar een label staat")
        .map_err(|report| report.help(example))?;
    let place = place(&mut cursor)?;
    if !cursor.takes(&[":"]) {
        return Err(cursor.expected("een dubbele punt, en daaronder de labels"));
    }
    let (labels, ordered) = labels(&cursor)?;
    let shown = |tokens: &[Token]| words(cursor.text, tokens);
    let lower = |tokens: &[Token]| tokens.iter().map(|token| token.lower.clone()).collect();
    let name = Name { article, singular: shown(singular), plural: Some(shown(plural)) };
    let words = DimensionWords {
        plural: lower(plural),
        labels: labels.iter().map(|label| lower(label)).collect(),
    };
    let labels = labels.iter().map(|label| shown(label)).collect();
    Ok((Dimension { name, labels, ordered, place, span }, words))
}

/// The tokens before these words, of which there must be some; the cursor then stands behind them.
fn up_to<'a>(
    cursor: &mut Cursor<'a>,
    stop: &[&str],
    what: &str,
) -> Result<&'a [Token], Diagnostic> {
    let Some(at) = find(cursor.rest(), stop).filter(|at| *at > 0) else {
        return Err(cursor.expected(what));
    };
    let before = &cursor.rest()[..at];
    cursor.at += at + stop.len();
    Ok(before)
}

/// `na het attribuut met voorzetsel van)` or `voor het attribuut zonder voorzetsel)`.
fn place(cursor: &mut Cursor<'_>) -> Result<LabelPlace, Diagnostic> {
    let what = "‘na het attribuut met voorzetsel …’ of ‘voor het attribuut zonder voorzetsel’";
    let place = if cursor.takes(&["voor", "het", "attribuut", "zonder", "voorzetsel"]) {
        LabelPlace::Before
    } else if cursor.takes(&["na", "het", "attribuut", "met", "voorzetsel"]) {
        let Some(word) = PREPOSITIONS.into_iter().find(|word| cursor.takes(&[word])) else {
            let [rest @ .., last] = &PREPOSITIONS;
            return Err(cursor.expected(&format!("{} of {last}", rest.join(", "))));
        };
        LabelPlace::After(word.to_string())
    } else {
        return Err(cursor.expected(what));
    };
    match cursor.takes(&[")"]) {
        true => Ok(place),
        false => Err(cursor.expected("een haakje sluiten")),
    }
}

/// The labels: numbered from 1, or behind bullets; each on a line of its own.
fn labels<'a>(cursor: &Cursor<'a>) -> Result<(Vec<&'a [Token]>, bool), Diagnostic> {
    let starts = |token: &Token| {
        token.first && matches!(token.kind, TokenKind::Number(_) | TokenKind::Bullet(_))
    };
    let mut labels: Vec<&[Token]> = Vec::new();
    let mut numbered = 0;
    for line in cursor.rest().chunk_by(|_, right| !starts(right)) {
        let mut line = Cursor::new(cursor.text, line);
        match line.peek().map(|token| &token.kind) {
            Some(TokenKind::Number(number)) => {
                numbered += 1;
                if number.to_i64() != Some(labels.len() as i64 + 1) {
                    let what = format!("nummer {}", labels.len() + 1);
                    return Err(line.expected(&what).help("labels worden op volgorde genummerd"));
                }
                line.at += 1;
                if !line.takes(&["."]) {
                    return Err(line.expected("een punt achter het nummer"));
                }
            }
            Some(TokenKind::Bullet(_)) => line.at += 1,
            _ => return Err(line.expected("een label, zoals ‘1. de ochtend’ of ‘• gemeten’")),
        }
        let label = line.rest();
        if label.is_empty() {
            return Err(line.expected("een label"));
        }
        let same = |known: &&[Token]| {
            known.len() == label.len()
                && known.iter().zip(label).all(|(one, other)| one.lower == other.lower)
        };
        if let Some(earlier) = labels.iter().copied().find(|known| same(known)) {
            let name = line.words(label);
            return Err(duplicate("het label", &name, label[0].span, earlier[0].span));
        }
        if labels.len() == MAX_LABELS {
            let message = format!("een dimensie heeft hoogstens {MAX_LABELS} labels");
            return Err(Diagnostic::new(Code::Unsupported, label[0].span, message));
        }
        labels.push(label);
    }
    if labels.len() < 2 {
        let mut end = cursor.clone();
        end.at = end.tokens.len();
        return Err(end.expected("ten minste twee labels, elk op een eigen regel"));
    }
    if numbered > 0 && numbered < labels.len() {
        return Err(cursor.expected("een nummer voor elk label, of een bullet voor elk label"));
    }
    Ok((labels, numbered > 0))
}

/// Whether dimensies come next.
pub fn starts(cursor: &Cursor<'_>) -> bool {
    cursor.sees(&["gedimensioneerd", "met"]) || cursor.sees(&[",", "gedimensioneerd", "met"])
}

/// `gedimensioneerd met A en B`; none when it does not stand there.
pub fn applied(model: &Model, cursor: &mut Cursor<'_>) -> Result<Vec<DimensionId>, Diagnostic> {
    let mut found = Vec::new();
    if !starts(cursor) {
        return Ok(found);
    }
    cursor.takes(&[","]);
    cursor.at += 2;
    loop {
        cursor.article();
        let rest = cursor.rest();
        let named = (1..=rest.len().min(8)).rev().find_map(|length| {
            let name = cursor.words(&rest[..length]);
            let same = |it: &Dimension| same_name(&it.name.singular, &name);
            let at = model.dimensions.iter().position(same)?;
            Some((DimensionId(at as u32), length))
        });
        let Some((dimension, length)) = named else { return Err(unknown(model, cursor)) };
        if found.contains(&dimension) {
            let message = format!("‘{}’ staat er twee keer", model[dimension].name.singular);
            return Err(Diagnostic::new(Code::Duplicate, cursor.here(), message));
        }
        found.push(dimension);
        cursor.at += length;
        if !cursor.takes(&["en"]) && !cursor.takes(&[","]) {
            return Ok(found);
        }
    }
}

fn unknown(model: &Model, cursor: &Cursor<'_>) -> Diagnostic {
    let Some(token) = cursor.peek() else {
        return cursor.expected("de naam van een dimensie");
    };
    let written = token.lower.clone();
    let likeness =
        |name: &str| strsim::normalized_damerau_levenshtein(&name.to_lowercase(), &written);
    let known = model.dimensions.iter().map(|it| it.name.singular.as_str());
    let scored = known.map(|name| (likeness(name), name)).filter(|(score, _)| *score >= 0.6);
    let meant = scored.max_by(|one, other| one.0.total_cmp(&other.0));
    Diagnostic::new(Code::UnknownName, cursor.here(), format!("‘{written}’ is geen dimensie"))
        .label("onbekende dimensie")
        .suggest(meant.map(|(_, name)| name.to_string()))
        .help("een dimensie begint met ‘Dimensie de …, bestaande uit de …’")
}

/// Adds an attribuut with dimensies: one attribuut for each combination of labels, and a name for
/// each combination of which some are not said.
pub fn expand(
    out: &mut Declarations,
    objecttype: ObjectTypeId,
    declared: &DeclaredName<'_>,
    datatype: &Type,
    dimensions: &[DimensionId],
    span: Span,
) -> Result<(), Diagnostic> {
    let counts: Vec<usize> =
        dimensions.iter().map(|dimension| out.model[*dimension].labels.len()).collect();
    let total = counts.iter().try_fold(1_usize, |total, count| total.checked_mul(*count));
    // Those of which some are not said have names too.
    let names = counts.iter().try_fold(1_usize, |names, count| names.checked_mul(count + 1));
    let expanded = out.model.dimensioned.iter().map(|of| of.attributes.len());
    let known = out.partials.len() + expanded.sum::<usize>();
    let most = if names.is_none_or(|names| known + names > MAX_NAMES) {
        Some(MAX_NAMES)
    } else {
        total.is_none_or(|total| total > MAX_COMBINATIONS).then_some(MAX_COMBINATIONS)
    };
    if let Some(most) = most {
        let message = format!("dit zijn meer dan {most} combinaties van labels");
        return Err(Diagnostic::new(Code::Unsupported, span, message)
            .label("te veel combinaties")
            .help("gebruik minder dimensies of kortere"));
    }
    let of = out.model.dimensioned.len();
    let mut attributes = Vec::new();
    for labels in combinations(&counts) {
        let name = Name {
            article: declared.name.article.clone(),
            singular: shown(&out.model, dimensions, &labels, &declared.name.singular),
            plural: declared
                .name
                .plural
                .as_ref()
                .map(|plural| shown(&out.model, dimensions, &labels, plural)),
        };
        let said = labels.iter().flatten().count();
        let symbol = if said == dimensions.len() {
            if let Some(earlier) = out.model.attribute(objecttype, &name.singular) {
                let earlier = out.model[earlier].span;
                return Err(duplicate("het attribuut", &name.singular, span, earlier));
            }
            let id = AttributeId(out.model.attributes.len() as u32);
            let (name, datatype) = (name.clone(), datatype.clone());
            let attribute = Attribute { name, objecttype, datatype, timeline: None, span };
            out.model.attributes.push(attribute);
            out.model.objecttypes[objecttype.index()].attributes.push(id);
            attributes.push(id);
            Symbol::Attribute(id)
        } else {
            let id = PartialId(out.partials.len() as u32);
            out.partials.push(Partial { of, labels: labels.clone() });
            Symbol::Partial(id)
        };
        let forms = [
            (Some(declared.singular), &Some(name.singular), Grammatical::Singular),
            (declared.plural, &name.plural, Grammatical::Plural),
        ];
        for (tokens, shown, number) in forms {
            let (Some(tokens), Some(shown)) = (tokens, shown) else { continue };
            for words in written(out, dimensions, &labels, tokens) {
                out.names.add_words(words, shown, Entry { symbol, number });
            }
        }
    }
    let (name, dimensions) = (declared.name.clone(), dimensions.to_vec());
    out.model.dimensioned.push(Dimensioned { name, objecttype, dimensions, attributes, span });
    Ok(())
}

/// Every choice of a label or none for each dimensie; those of the last one follow each other.
fn combinations(counts: &[usize]) -> Vec<Vec<Option<usize>>> {
    counts.iter().fold(vec![Vec::new()], |so_far, count| {
        let longer = so_far.iter().flat_map(|labels: &Vec<Option<usize>>| {
            (0..*count).map(Some).chain([None]).map(move |label| {
                let mut labels = labels.clone();
                labels.push(label);
                labels
            })
        });
        longer.collect()
    })
}

/// The name with its labels, in the order of the dimensies.
fn shown(
    model: &Model,
    dimensions: &[DimensionId],
    labels: &[Option<usize>],
    name: &str,
) -> String {
    let (mut before, mut after) = (String::new(), String::new());
    for (dimension, label) in dimensions.iter().zip(labels) {
        let dimension = &model[*dimension];
        let Some(label) = label.and_then(|label| dimension.labels.get(label)) else { continue };
        match &dimension.place {
            LabelPlace::Before => before.push_str(&format!("{label} ")),
            LabelPlace::After(word) => after.push_str(&format!(" {word} {label}")),
        }
    }
    format!("{before}{name}{after}")
}

/// The words of the name with its labels, in every order the labels can stand in.
fn written(
    out: &Declarations,
    dimensions: &[DimensionId],
    labels: &[Option<usize>],
    name: &[Token],
) -> Vec<Vec<String>> {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for (dimension, label) in dimensions.iter().zip(labels) {
        let Some(label) = label else { continue };
        let words = &out.dimension_words[dimension.index()].labels[*label];
        match &out.model[*dimension].place {
            LabelPlace::Before => before.push(words.clone()),
            LabelPlace::After(word) => {
                after.push(std::iter::once(word.clone()).chain(words.iter().cloned()).collect());
            }
        }
    }
    let name: Vec<String> = name.iter().map(|token| token.lower.clone()).collect();
    let mut all = Vec::new();
    for before in orders(&before) {
        for after in orders(&after) {
            all.push([before.clone(), name.clone(), after].concat());
        }
    }
    all
}

/// The parts one behind the other, in every order; of more than three only as they are.
fn orders(parts: &[Vec<String>]) -> Vec<Vec<String>> {
    if !(2..=3).contains(&parts.len()) {
        return vec![parts.concat()];
    }
    let mut all = Vec::new();
    for at in 0..parts.len() {
        let mut rest = parts.to_vec();
        let first = rest.remove(at);
        all.extend(orders(&rest).into_iter().map(|rest| [first.clone(), rest].concat()));
    }
    all
}
