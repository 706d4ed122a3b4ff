//! A file of rule text in pieces: each rule with the comments right above it, and what stands between rules.
//! Together the pieces are the whole file, so that nothing in it goes unread.

use corpus::{File, Files};
use regelspraak::model::{Model, RuleId, Span};

/// A piece of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'t> {
    /// The rule, or nothing for declarations and loose comments.
    pub rule: Option<RuleId>,
    /// Its first line, counted from 1.
    pub line: usize,
    /// The text, line ends included.
    pub text: &'t str,
}

/// The name of the file in which something stands.
pub fn file_of(model: &Model, span: Span) -> &str {
    model.files.get(span.file.index()).map_or("", |file| file.name.as_str())
}

/// The file with a name among the rule text.
pub fn find<'f>(files: &'f Files, name: &str) -> Option<&'f File> {
    files.rules.iter().find(|file| file.name == name)
}

/// The pieces of a file, in its order.
pub fn pieces<'t>(model: &Model, file: &'t File) -> Vec<Piece<'t>> {
    let lines: Vec<(usize, &str)> = lines(&file.text).collect();
    let mut rules: Vec<(RuleId, usize, usize)> = Vec::new();
    for (index, rule) in model.rules.iter().enumerate() {
        if file_of(model, rule.span) != file.name {
            continue;
        }
        let named = (rule.line as usize).saturating_sub(1).min(lines.len().saturating_sub(1));
        let above = lines[..named].iter().rev();
        let comments = above.take_while(|(_, line)| line.trim_start().starts_with("//")).count();
        let last = rule.versions.iter().map(|version| version.span.end as usize).max();
        let end = last.unwrap_or(rule.span.end as usize).saturating_sub(1);
        let end = lines.partition_point(|(start, _)| *start <= end);
        rules.push((RuleId(index as u32), named - comments, end));
    }
    rules.sort_by_key(|(_, start, _)| *start);
    let start_of = |line: usize| lines.get(line).map_or(file.text.len(), |(start, _)| *start);
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut piece = |rule, from: usize, until: usize| {
        if from < until {
            let text = &file.text[start_of(from)..start_of(until)];
            pieces.push(Piece { rule, line: from + 1, text });
        }
    };
    for (rule, start, end) in rules {
        piece(None, at, start);
        piece(Some(rule), start, end);
        at = end;
    }
    piece(None, at, lines.len());
    pieces
}

/// The lines of a text with the byte they start on, line ends included.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    })
}

/// What the comments at the top of a file say about all of it, without the marks; empty when there are none.
pub fn heading(text: &str) -> String {
    let lines = text.lines().map(str::trim).take_while(|line| line.starts_with("//"));
    let lines = lines.filter(|line| !line.starts_with("///"));
    let lines: Vec<&str> = lines.map(|line| line.trim_start_matches('/').trim()).collect();
    lines.join("\n").trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_lost_between_the_rules() {
        let corpus = builtin::corpus().unwrap_or_else(|error| panic!("{error}"));
        let files = builtin::sources();
        let files = files.unwrap_or_else(|error| panic!("{error}"));
        for file in &files.rules {
            let pieces = pieces(&corpus.model, file);
            let whole: String = pieces.iter().map(|piece| piece.text).collect();
            assert_eq!(whole, file.text, "{}", file.name);
            // What is not in a rule declares or comments: no rule hides in it.
            let loose = pieces.iter().filter(|piece| piece.rule.is_none());
            for line in loose.flat_map(|piece| piece.text.lines()) {
                let hidden = ["Regel ", "Beslistabel ", "  geldig ", "///"];
                assert!(!hidden.iter().any(|word| line.starts_with(word)), "{}: {line}", file.name);
            }
        }
    }
}
