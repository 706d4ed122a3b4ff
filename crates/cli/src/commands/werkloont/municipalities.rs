//! The same household in all municipalities with schemes, side by side.

use engine::language::Language;
use household::wording;
use household::work_pays::{Quantity, WorkBreak, WorkByMunicipality, WorkPoint};

use super::{breakpoints, spread, whole};
use crate::output::{self, STRONG, styled};
use crate::table::{Side, Table};
use crate::texts;

/// So many amounts fit beside the name of a municipality.
const COLUMNS: usize = 7;

pub fn print(answers: &WorkByMunicipality, language: Language) {
    let Some((_, first)) = answers.answers.first() else { return };
    let day = Language::ALL.map(|it| wording::day(first.date, it));
    let title = texts::work_pays(&first.person, day);
    anstream::println!("{}\n", styled(STRONG, title.get(language)));
    let grid = |points: &[WorkPoint]| -> Vec<WorkPoint> {
        let grid: Vec<WorkPoint> = points.iter().filter(|it| it.grid).cloned().collect();
        spread(&grid, COLUMNS).cloned().collect()
    };
    let heading = |point: &WorkPoint| match (&point.hours, first.quantity) {
        (Some(hours), Quantity::Hours) => {
            let hours = Language::ALL.map(|it| wording::number(hours, 2, it));
            texts::hours_a_week(hours).get(language).to_string()
        }
        _ => whole(&point.gross, language),
    };
    let columns = grid(&first.points);
    let columns = columns.iter().map(|point| (heading(point), Side::Right));
    let name = (texts::MUNICIPALITY.get(language).to_string(), Side::Left);
    let mut table = Table::new([name].into_iter().chain(columns));
    for (municipality, answer) in &answers.answers {
        let amounts = grid(&answer.points);
        let amounts = amounts.iter().map(|point| whole(&point.net, language));
        table.row([municipality.name.to_string()].into_iter().chain(amounts));
    }
    table.print();
    let jumps = |title: &str, jumps: &[&WorkBreak]| {
        if !jumps.is_empty() {
            anstream::println!("\n{}", styled(STRONG, title));
            breakpoints(jumps, language).print();
        }
    };
    jumps(texts::IN_EVERY_MUNICIPALITY.get(language), &answers.shared_jumps());
    for (municipality, answer) in &answers.answers {
        let title = texts::own_jumps(municipality.name);
        jumps(title.get(language), &answers.own_jumps(answer));
    }
    anstream::println!();
    output::text(texts::MUNICIPALITIES_SIDE_BY_SIDE.get(language), "");
    output::version(&first.version, language);
}
