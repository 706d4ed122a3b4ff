//! A table in a terminal: columns under their headings, text to the left and amounts to the right.

use crate::output::{STRONG, styled};

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Amounts.
    Right,
}

/// A table that is being made.
#[derive(Debug)]
pub struct Table {
    columns: Vec<(String, Side)>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these columns.
    pub fn new(columns: impl IntoIterator<Item = (String, Side)>) -> Table {
        Table { columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// Adds a row, with as many cells as there are columns.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The lines: the headings first, each line without what stands under it.
    pub fn lines(&self) -> Vec<String> {
        let headings: Vec<String> = self.columns.iter().map(|(name, _)| name.clone()).collect();
        let rows = || std::iter::once(&headings).chain(&self.rows);
        let wide = |column: usize| rows().filter_map(move |row| row.get(column));
        let widths: Vec<usize> = (0..self.columns.len())
            .map(|column| wide(column).map(|cell| cell.chars().count()).max().unwrap_or(0))
            .collect();
        let cell = |column: usize, text: &str| match self.columns[column].1 {
            Side::Left => format!("{text:<width$}", width = widths[column]),
            Side::Right => format!("{text:>width$}", width = widths[column]),
        };
        let line = |row: &Vec<String>| {
            let cells = row.iter().take(widths.len()).enumerate();
            let cells: Vec<String> = cells.map(|(column, text)| cell(column, text)).collect();
            cells.join("  ").trim_end().to_string()
        };
        let mut lines: Vec<String> = rows().map(line).collect();
        if let Some(first) = lines.first_mut() {
            *first = styled(STRONG, &*first);
        }
        lines
    }

    /// Prints it.
    pub fn print(&self) {
        self.lines().iter().for_each(|line| anstream::println!("{line}"));
    }
}
