//! What changes on coming dates, against the law by hand and against the household worked out day by
//! day.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod by_hand;
mod complete;
mod day_by_day;
mod of_the_day;

use corpus::Corpus;
use engine::language::Language;
use household::{HouseholdFile, Milestones};

/// The persons of a household, as lines of its file.
struct Household<'a> {
    rekendatum: &'a str,
    /// Lines of `huishouden`, two spaces in.
    home: &'a str,
    persons: &'a [&'a str],
}

impl Household<'_> {
    fn file(&self) -> HouseholdFile {
        let persons: Vec<String> =
            self.persons.iter().map(|person| format!("    - {{{person}}}\n")).collect();
        let text = format!(
            "rekendatum: {}\nhuishouden:\n{}  personen:\n{}",
            self.rekendatum,
            self.home,
            persons.concat()
        );
        HouseholdFile::read(&text, "test").unwrap_or_else(|errors| panic!("{text}{errors:?}"))
    }
}

const RENT: &str = "  woning: {soort: huurwoning, kale_huur: 650, zelfstandig: true}\n";

fn corpus() -> Corpus {
    builtin::corpus().unwrap()
}

fn milestones(corpus: &Corpus, file: &HouseholdFile, years: i16) -> Milestones {
    Milestones::of(corpus, file, years, Language::Dutch).unwrap()
}
