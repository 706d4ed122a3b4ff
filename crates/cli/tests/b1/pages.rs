//! The texts of the pages, and of the description of the API, as they stand in `web/src`.

use std::path::Path;

use crate::texts::{Kind, Shown};

/// The description of the API, as the pages have it.
const DESCRIPTION: &str = "api/schema.d.ts";

/// Adds them all.
pub fn add(web: &Path, out: &mut Vec<Shown>) {
    of_folder(web, web, out);
}

fn of_folder(root: &Path, folder: &Path, out: &mut Vec<Shown>) {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let name = path.strip_prefix(root).unwrap().display().to_string();
        if path.is_dir() {
            // What the engine says is checked where it is written.
            if name != "engine/pkg" {
                of_folder(root, &path, out);
            }
        } else if [".ts", ".svelte"].iter().any(|end| name.ends_with(end)) {
            let source = std::fs::read_to_string(&path).unwrap();
            let texts =
                if name == DESCRIPTION { descriptions(&source) } else { first_of_two(&source) };
            let shown = |text: &String| Shown::new(format!("web/{name}"), Kind::Plain, text);
            out.extend(texts.iter().map(shown));
        }
    }
}

/// What stands behind `@description` in a comment.
fn descriptions(source: &str) -> Vec<String> {
    let told = source.split("@description ").skip(1);
    let told = told.filter_map(|rest| rest.split_once("*/"));
    let plain = |text: &str| text.replace("\n * ", " ").replace('\n', " ");
    told.map(|(text, _)| plain(text.split("@enum").next().unwrap())).collect()
}

/// Of a text in two languages, `t('Nederlands', 'English')` or `['Nederlands', 'English']`, the Dutch one. What
/// is filled in is one word.
fn first_of_two(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in source.match_indices(['(', '[']) {
        let rest = &source[at + 1..];
        let Some((dutch, rest)) = literal(rest) else { continue };
        let two = rest.trim_start().strip_prefix(',').and_then(literal).is_some();
        if two {
            found.push(dutch);
        }
    }
    found
}

/// The string literal that a source begins with, and what comes after it.
fn literal(source: &str) -> Option<(String, &str)> {
    let source = source.trim_start();
    let quote = source.chars().next().filter(|it| ['\'', '"', '`'].contains(it))?;
    let (mut text, mut depth, mut before) = (String::new(), 0, quote);
    for (at, c) in source.char_indices().skip(1) {
        match c {
            '{' if quote == '`' && before == '$' => depth += 1,
            '}' if depth > 0 => {
                depth -= 1;
                text.push('x');
            }
            _ if depth > 0 || c == '\\' || (c == '$' && quote == '`') => {}
            _ if c == quote && before != '\\' => return Some((text, &source[at + 1..])),
            _ => text.push(c),
        }
        before = c;
    }
    None
}

#[test]
fn texts_of_pages_are_found() {
    let source = "t('Er is één', 'There is one') [`Met ${a} en ${b ? 'c' : 'd'}`, `With`] f('x') ['jan.', \"Jan.\"]";
    assert_eq!(first_of_two(source), ["Er is één", "Met x en x", "jan."]);
    assert_eq!(descriptions("/** @description De dag\n * erna. */ a"), ["De dag erna. "]);
}
