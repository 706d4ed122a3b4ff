//! What milestones say, in Dutch and English.

use engine::language::{Language, Text};
use engine::text;
use jiff::civil::Date;
use regelspraak::number::Number;

use super::moment::{Moment, Occasion};
use super::world::Worlds;
use super::{Milestone, OutcomeChange};
use crate::file::Role;

/// The birthdays of a child that are told whatever they change: it may go to school, and it must.
const SCHOOL: [i16; 2] = [4, 5];

/// Whether an event is told even when no amount changes.
pub(super) fn is_important(worlds: &Worlds<'_>, (occasion, person): (Occasion, usize)) -> bool {
    let school = SCHOOL.iter().any(|years| occasion == Occasion::Birthday(*years));
    let person = worlds.file().personen.get(person);
    school && person.is_some_and(|person| person.rol == Role::Kind)
}

/// What happens at a moment, as a sentence without its full stop.
pub(super) fn occasions(worlds: &Worlds<'_>, moment: &Moment, language: Language) -> String {
    let mut all = Vec::new();
    for (occasion, person) in &moment.events {
        let Some(who) = worlds.file().personen.get(*person) else { continue };
        let (child, fixed) = (who.rol == Role::Kind, worlds.is_fixed(*person));
        let happened = moment.date <= worlds.file().rekendatum;
        all.push(occasion_of(*occasion, &who.naam, (child, fixed, happened)));
    }
    let all: Vec<&str> = all.iter().map(|text| text.get(language)).collect();
    all.join(language.pick(" en ", " and "))
}

fn occasion_of(occasion: Occasion, name: &str, how: (bool, bool, bool)) -> Text {
    match (occasion, how) {
        (Occasion::Birthday(0), _) => text!("{name} is geboren", "{name} was born"),
        (Occasion::Birthday(4), (true, _, false)) => {
            text!("{name} wordt 4 jaar en mag naar school", "{name} turns 4 and may go to school")
        }
        (Occasion::Birthday(5), (true, _, false)) => text!(
            "{name} wordt 5 jaar en moet vanaf de volgende maand naar school",
            "{name} turns 5 and must go to school from the next month on"
        ),
        (Occasion::Birthday(years), (_, _, false)) => {
            text!("{name} wordt {years} jaar", "{name} turns {years}")
        }
        (Occasion::Birthday(years), (_, _, true)) => {
            text!("{name} werd {years} jaar", "{name} turned {years}")
        }
        (Occasion::Pension, (_, true, false)) => {
            text!("{name} bereikt de AOW-leeftijd", "{name} reaches AOW age")
        }
        (Occasion::Pension, (_, true, true)) => {
            text!("{name} bereikte de AOW-leeftijd", "{name} reached AOW age")
        }
        (Occasion::Pension, (_, false, _)) => text!(
            "{name} bereikt naar verwachting de AOW-leeftijd",
            "{name} is expected to reach AOW age"
        ),
        (Occasion::Amounts, _) => AMOUNTS,
    }
}

/// There are new amounts.
pub(super) const AMOUNTS: Text =
    Text::fixed("Er zijn nieuwe bedragen of regels", "There are new amounts or rules");

/// A change of an outcome of which nothing but the outcome is filled in.
pub(super) fn change(worlds: &Worlds<'_>, place: usize, language: Language) -> OutcomeChange {
    let place = &worlds.places[place];
    let persons = &worlds.file().personen;
    let person = place.person.and_then(|person| persons.get(person)).map(|it| it.naam.clone());
    OutcomeChange {
        outcome: place.outcome.name.clone(),
        meaning: place.outcome.meaning.get(language).to_string(),
        kind: place.outcome.kind,
        person,
        from: worlds.file().rekendatum,
        amounts_of: None,
        before: Number::ZERO,
        after: Number::ZERO,
        rules: Vec::new(),
        parameters: Vec::new(),
    }
}

/// What is assumed, as far as it matters here.
pub(super) fn remarks(
    worlds: &Worlds<'_>,
    list: &[Milestone],
    until: Date,
    language: Language,
) -> Vec<String> {
    let mut remarks = Vec::new();
    let changes = || list.iter().flat_map(|it| &it.changes);
    let years = list.iter().filter_map(|it| it.amounts_of);
    if let Some(year) = years.chain(changes().filter_map(|it| it.amounts_of)).max() {
        remarks.push(text!(
            "Na {year} zijn er nog geen bedragen bekend. Voor die tijd staan hier de bedragen van {year}. \
             Het is geen voorspelling.",
            "No amounts are known yet after {year}. For that time the amounts here are of {year}. This is \
             no forecast."
        ));
    } else if worlds.day_for(until).is_none() {
        remarks.push(Text::fixed(
            "Voor een deel van de dagen zijn er geen bedragen.",
            "There are no amounts for some of the days.",
        ));
    }
    remarks.push(Text::fixed(
        "Inkomen, huur, vermogen, opvang en wie er in huis woont, blijven zoals in het bestand.",
        "Income, rent, assets, childcare and who lives in the home stay as they are in the file.",
    ));
    let of = |occasion: Occasion| {
        let occasions = list.iter().flat_map(|it| &it.occasions);
        occasions.filter(move |it| it.0 == occasion).filter_map(|it| it.1.as_deref())
    };
    let child =
        |name: &&str| worlds.file().person(name).is_some_and(|person| person.rol == Role::Kind);
    for name in of(Occasion::Birthday(18)).filter(child) {
        remarks.push(text!(
            "Vanaf 18 jaar telt het eigen inkomen van {name} niet meer mee bij het gezin. Wat {name} zelf \
             krijgt, zoals zorgtoeslag, staat hier niet bij. Maak daarvoor een eigen bestand.",
            "From 18 on the income of {name} does not count for the family any more. What {name} receives, \
             such as healthcare benefit (zorgtoeslag), is not included. Make a file of its own for that."
        ));
    }
    if of(Occasion::Pension).next().is_some() {
        remarks.push(Text::fixed(
            "In het jaar van de AOW tellen de maanden ervoor en erna samen. Hier staan de bedragen van \
             een heel jaar met AOW.",
            "In the year of the AOW the months before and after it count together. The amounts here are \
             of a whole year with AOW.",
        ));
    }
    let expected = |name: &&str| worlds.file().find(name).is_ok_and(|at| !worlds.is_fixed(at));
    for name in of(Occasion::Pension).filter(expected) {
        remarks.push(text!(
            "De wet heeft de AOW-leeftijd van {name} nog niet bepaald. De datum is de vroegste die nu \
             kan.",
            "The law has not fixed the AOW age of {name} yet. The date is the earliest that is possible \
             now."
        ));
    }
    remarks.iter().map(|remark| remark.get(language).to_string()).collect()
}
