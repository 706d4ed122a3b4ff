//! The account (`VERANTWOORDING.md`): what of a law is in the rules, what is simpler and what is missing, by
//! package. A small part of Markdown is read: headings, paragraphs, lists and tables.

use corpus::document::{DocumentError, Position, Problems};
use corpus::{File, Files};
use engine::language::Text;
use serde_json::{Value as Json, json};

use crate::packages::Package;
use crate::{Rulebook, texts};

/// A section under a heading of the second level.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Section<'t> {
    heading: &'t str,
    /// The line of the heading, from 1.
    line: usize,
    lines: Vec<&'t str>,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Block {
    Heading(String),
    Paragraph(String),
    List(Vec<String>),
    Table { heads: Vec<String>, rows: Vec<Vec<String>> },
}

impl Rulebook<'_> {
    /// The account: of one package by its id, or of all. With what is said before the first heading.
    ///
    /// # Errors
    ///
    /// When there is no package with the id.
    pub fn account(&self, package: Option<&str>) -> Result<Json, Text> {
        let chosen = package.map(|id| self.find_package(id)).transpose()?;
        let file = self.files.account.first();
        let sections = file.map(sections).unwrap_or_default();
        let of = |package: &&Package| {
            let ours = sections.iter().filter(|it| named(package, it.heading));
            let ours: Vec<Json> = ours.map(Section::to_json).collect();
            let mut shown = package.reference();
            shown["secties"] = ours.into();
            shown
        };
        let packages = self.packages.iter().filter(|it| chosen.is_none_or(|chosen| chosen == *it));
        let said = packages.map(|package| of(&package));
        let said = said.filter(|it| it["secties"].as_array().is_some_and(|it| !it.is_empty()));
        Ok(json!({
            "versie": self.corpus.version,
            "inleiding": file.map(|file| introduction(&file.text)),
            "pakketten": said.collect::<Json>(),
        }))
    }
}

/// Reports each heading that no package has or that two have, and each that the account does not have.
pub(crate) fn check(files: &Files, packages: &[Package], problems: &mut Problems) {
    let Some(file) = files.account.first() else { return };
    let sections = sections(file);
    for section in &sections {
        let position = Position { line: section.line, column: 1 };
        let mut push = |message| {
            problems.push(DocumentError::new(&file.name, position, message, texts::IN_CATALOGUE));
        };
        match packages.iter().filter(|package| named(package, section.heading)).count() {
            0 => push(texts::loose_heading(section.heading)),
            1 => {}
            _ => push(texts::double_heading(section.heading)),
        }
    }
    for (package, heading) in
        packages.iter().flat_map(|it| it.headings.iter().map(move |h| (it, h)))
    {
        if sections.iter().all(|section| section.heading != heading) {
            let at = files.catalogue.first().map_or("", |file| file.name.as_str());
            let message = texts::no_heading(heading, &package.path);
            problems.push(DocumentError::new(at, Position::START, message, texts::IN_CATALOGUE));
        }
    }
}

fn named(package: &Package, heading: &str) -> bool {
    package.headings.iter().any(|known| known == heading)
}

/// What stands before the first heading of the second level, without the title.
fn introduction(text: &str) -> String {
    let lines = text.lines().take_while(|line| !line.starts_with("## "));
    let lines: Vec<&str> = lines.filter(|line| !line.starts_with("# ")).map(str::trim).collect();
    lines.join(" ").trim().to_string()
}

fn sections(file: &File) -> Vec<Section<'_>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    for (at, line) in file.text.lines().enumerate() {
        if let Some(heading) = line.strip_prefix("## ") {
            sections.push(Section { heading: heading.trim(), line: at + 1, lines: Vec::new() });
        } else if let Some(section) = sections.last_mut() {
            section.lines.push(line);
        }
    }
    sections
}

impl Section<'_> {
    fn to_json(&self) -> Json {
        let blocks = self.blocks();
        let shown = blocks.iter().map(Block::to_json);
        json!({"kop": self.heading, "regel": self.line, "blokken": shown.collect::<Json>()})
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        // A blank line ends what stands before it.
        let mut open = false;
        for line in &self.lines {
            let words = line.trim();
            if words.is_empty() {
                open = false;
                continue;
            }
            let last = blocks.last_mut().filter(|_| open);
            match (kind_of(words), last) {
                (LineKind::Heading(heading), _) => blocks.push(Block::Heading(heading.to_string())),
                (LineKind::Row(cells), Some(Block::Table { rows, .. })) => {
                    rows.extend((!is_rule(&cells)).then_some(cells));
                }
                (LineKind::Row(cells), _) => {
                    blocks.push(Block::Table { heads: cells, rows: Vec::new() });
                }
                (LineKind::Item(item), Some(Block::List(items))) => items.push(item.to_string()),
                (LineKind::Item(item), _) => blocks.push(Block::List(vec![item.to_string()])),
                (LineKind::Words, Some(Block::Paragraph(text))) => append(text, words),
                (LineKind::Words, Some(Block::List(items))) if line.starts_with(' ') => {
                    if let Some(item) = items.last_mut() {
                        append(item, words);
                    }
                }
                (LineKind::Words, _) => blocks.push(Block::Paragraph(words.to_string())),
            }
            open = true;
        }
        blocks
    }
}

fn append(text: &mut String, words: &str) {
    text.push(' ');
    text.push_str(words);
}

/// What a line that is not blank is.
enum LineKind<'t> {
    Heading(&'t str),
    Row(Vec<String>),
    Item(&'t str),
    Words,
}

fn kind_of(line: &str) -> LineKind<'_> {
    if line.starts_with('#') {
        return LineKind::Heading(line.trim_start_matches('#').trim());
    }
    if let Some(cells) = line.strip_prefix('|') {
        let cells = cells.strip_suffix('|').unwrap_or(cells).split('|');
        return LineKind::Row(cells.map(|cell| cell.trim().to_string()).collect());
    }
    match line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
        Some(item) => LineKind::Item(item.trim()),
        None => LineKind::Words,
    }
}

/// Whether a row is the line under the heads of a table.
fn is_rule(cells: &[String]) -> bool {
    cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':')))
}

impl Block {
    fn to_json(&self) -> Json {
        match self {
            Block::Heading(text) => json!({"soort": "kop", "tekst": text}),
            Block::Paragraph(text) => json!({"soort": "alinea", "tekst": text}),
            Block::List(items) => json!({"soort": "lijst", "punten": items}),
            Block::Table { heads, rows } => {
                json!({"soort": "tabel", "koppen": heads, "rijen": rows})
            }
        }
    }
}
