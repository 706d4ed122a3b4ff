//! Events that come earlier or later than they do.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::moment::{Moment, Occasion};

/// Which day of birth is meant, where several go with an AOW date or none does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// With which AOW age is reached by then.
    By,
    /// With which it is not reached before then.
    NotBefore,
}

/// When an event comes instead, for the person it happens to.
pub(super) type Moves = BTreeMap<usize, (Occasion, Date, Side)>;

/// The events of moments that come later than a day, for the persons of those moments: what has not
/// happened yet, nor does in the year of the day or of the event. A birthday is on 31 December, so that the
/// person is born in the same year and is as old as before it on every day the law looks at; AOW age is
/// reached on the next 1 January, so that there is no AOW in the year.
pub(super) fn later<'m>(moments: impl IntoIterator<Item = &'m Moment>, date: Date) -> Moves {
    let mut moves = Moves::new();
    for moment in moments {
        let year = date.year().max(moment.date.year());
        let last = Date::new(year, 12, 31).ok();
        let new_year = last.and_then(|last| last.tomorrow().ok());
        let birthday = if last == Some(date) { new_year } else { last };
        for (occasion, person) in &moment.events {
            let day = match occasion {
                Occasion::Birthday(_) => birthday,
                Occasion::Pension | Occasion::Amounts => new_year,
            };
            // Who is not born yet has no birthdays either.
            let unborn = moves.get(person).is_some_and(|it| it.0 == Occasion::Birthday(0));
            if let Some(day) = day.filter(|_| !unborn) {
                moves.insert(*person, (*occasion, day, Side::NotBefore));
            }
        }
    }
    moves
}

/// The events of a moment as if they had come before the year of a day.
pub(super) fn earlier(moment: &Moment, date: Date) -> Moves {
    let day = date.year().checked_sub(1).and_then(|year| Date::new(year, 12, 31).ok());
    let events = moment.events.iter();
    let moves =
        events.filter_map(|(occasion, person)| Some((*person, (*occasion, day?, Side::By))));
    moves.collect()
}
