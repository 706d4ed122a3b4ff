//! What milestones say, in Dutch and English.

use std::collections::BTreeSet;

use engine::language::{Language, Text};
use engine::text;
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
pub(super) fn remarks(worlds: &Worlds<'_>, list: &[Milestone], language: Language) -> Vec<String> {
    let mut remarks = Vec::new();
    let known = |day| worlds.day_for(day).is_none_or(|(_, back)| back == 0);
    let changes = list.iter().flat_map(|it| &it.changes).filter(|it| !known(it.from));
    let changes = changes.filter_map(|it| it.amounts_of);
    let years: BTreeSet<i16> = list.iter().filter_map(|it| it.amounts_of).chain(changes).collect();
    if !years.is_empty() {
        let years: Vec<String> = years.iter().map(i16::to_string).collect();
        let (of, of_in_english) = (years.join(" en "), years.join(" and "));
        remarks.push(text!(
            "Voor een deel van deze tijd zijn er nog geen bedragen bekend. Daar staan de bedragen van {of}. \
             Het is geen voorspelling.",
            "For a part of this time no amounts are known yet. The amounts there are of {of_in_english}. \
             This is no forecast."
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
    if of(Occasion::Birthday(18)).any(|name| child(&name)) {
        remarks.push(Text::fixed(
            "Wie 18 wordt, krijgt eigen rechten, zoals zorgtoeslag. Die staan hier niet bij. Ook het loon van dit \
             kind telt dan niet meer mee in wat er netto is. Maak daarvoor een eigen bestand.",
            "Who turns 18 gets rights of their own, such as healthcare benefit (zorgtoeslag). They are not \
             included here. Nor do the wages of this child count any more in what there is, net. Make a file of \
             its own for that.",
        ));
    }
    if of(Occasion::Pension).next().is_some() {
        remarks.push(Text::fixed(
            "De AOW telt mee in het inkomen van het hele jaar, ook in de maanden ervoor. Daarom veranderen \
             bedragen op drie dagen: op 1 januari van dat jaar, op de dag van de AOW, en op 1 januari daarna. \
             Wat er op die laatste dag door de AOW verandert, staat bij de AOW. Daar gelden nog de bedragen \
             van het jaar van de AOW.",
            "The AOW counts in the income of the whole year, also in the months before it. That is why amounts \
             change on three days: on 1 January of that year, on the day of the AOW, and on 1 January after it. \
             What changes on that last day because of the AOW, stands with the AOW. The amounts there are \
             those of the year of the AOW.",
        ));
    }
    let expected = |name: &&str| worlds.file().find(name).is_ok_and(|at| !worlds.is_fixed(at));
    let names: Vec<&str> = of(Occasion::Pension).filter(expected).collect();
    if !names.is_empty() {
        let names = names.join(", ");
        remarks.push(text!(
            "De wet heeft de AOW-leeftijd van {names} nog niet bepaald. De datum is de vroegste die nu kan.",
            "The law has not fixed the AOW age of {names} yet. The date is the earliest that is possible now."
        ));
    }
    remarks.iter().map(|remark| remark.get(language).to_string()).collect()
}
