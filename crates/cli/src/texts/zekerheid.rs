//! What `zekerheid` says of its own.

use engine::language::{Language, Text};
use engine::text;
use household::certainty::{Certainty, RaiseAnswer, Settling};
use household::wording;

pub const SCHEME: Text = Text::fixed("regeling", "scheme");
pub const NOW: Text = Text::fixed("nu per jaar", "now a year");
pub const HIGHER: Text = Text::fixed("bij meer inkomen", "with more income");
pub const LOWER: Text = Text::fixed("bij minder", "with less");
pub const SAME_FROM: Text = Text::fixed("gelijk vanaf", "same from");
pub const SAME_UNTIL: Text = Text::fixed("gelijk tot en met", "same up to");
pub const NET: Text = Text::fixed("netto per jaar", "net a year");
pub const SETTLED: Text = Text::fixed(
    "Als het inkomen anders wordt dan geschat",
    "When the income differs from the estimate",
);
pub const INCOME: Text = Text::fixed("inkomen", "income");
pub const PAY_BACK: Text = Text::fixed("terugbetalen", "pay back");
pub const EXTRA: Text = Text::fixed("erbij", "extra");
pub const AS_ESTIMATED: Text = Text::fixed("zoals geschat", "as estimated");
pub const RISKS: Text = Text::fixed("Moet er iets terug?", "Must anything be paid back?");
pub const ADVICE: Text = Text::fixed("Wat kunt u doen?", "What can you do?");
pub const SETTLED_MEANS: Text = Text::fixed(
    "Een bedrag onder nul betaalt u terug. Een bedrag boven nul krijgt u erbij. Een klein bedrag erbij komt \
     door het afronden per maand.",
    "An amount below zero you pay back. An amount above zero you get besides. A small amount besides comes \
     from rounding by the month.",
);
pub const SAME_MEANS: Text = Text::fixed(
    "Gelijk: zolang het inkomen hiertussen blijft, verandert dit bedrag niet. Bij een cent verder wel.",
    "Same: as long as the income stays between these, the amount does not change. A cent further it does.",
);

/// The heading: whose income, and how much.
pub fn heading(answer: &Certainty) -> Text {
    let name = &answer.person;
    let say = |language| {
        let income = answer.income.name.get(language).to_string();
        let amount = wording::euro(&answer.income.now, language);
        (income, amount, wording::day(answer.date, language))
    };
    let ((income, amount, day), (income_en, amount_en, day_en)) =
        (say(Language::Dutch), say(Language::English));
    text!(
        "Hoe zeker is het? Als {income} van {name} verandert (nu {amount} per jaar), op {day}",
        "How certain is it? When {income_en} of {name} changes (now {amount_en} a year), on {day_en}"
    )
}

/// How big the steps of the income are.
pub fn steps(answer: &Certainty) -> Text {
    let step = |shift: &Option<household::certainty::Shift>, language| {
        shift.as_ref().map(|shift| wording::euro(&shift.step, language))
    };
    let say = |language: Language| {
        let (more, less) = (step(&answer.net.higher, language), step(&answer.net.lower, language));
        match (more, less, language) {
            (Some(more), Some(less), Language::Dutch) => {
                format!("Meer inkomen: {more} bruto per jaar erbij. Minder: {less} eraf.")
            }
            (Some(more), Some(less), Language::English) => {
                format!("More income: {more} gross a year more. Less: {less} less.")
            }
            (Some(more), None, Language::Dutch) => {
                format!("Meer inkomen: {more} bruto per jaar erbij. Minder kan niet.")
            }
            (Some(more), None, Language::English) => {
                format!("More income: {more} gross a year more. There cannot be less.")
            }
            (None, less, Language::Dutch) => {
                format!("Minder inkomen: {} bruto per jaar eraf.", less.unwrap_or_default())
            }
            (None, less, Language::English) => {
                format!("Less income: {} gross a year less.", less.unwrap_or_default())
            }
        }
    };
    Text::of(say)
}

/// How far the income was followed, for what stays the same to the end.
pub fn followed(answer: &Certainty) -> Text {
    let [[from, from_en], [until, until_en]] = answer
        .followed
        .each_ref()
        .map(|amount| Language::ALL.map(|language| wording::euro(amount, language)));
    text!(
        "Een streepje: dit blijft gelijk zover als er is gekeken, van {from} tot en met {until}.",
        "A dash: this stays the same as far as was looked, from {from_en} to {until_en}."
    )
}

/// The heading of what a raise does.
pub fn raise(answer: &Certainty, raise: &RaiseAnswer) -> Text {
    let falls = raise.raise.percentage().is_negative();
    let share = raise.raise.percentage().abs();
    let say = |language| {
        let percentage = wording::number(&share, 2, language);
        let income = answer.income.name.get(language).to_string();
        (percentage, income, wording::euro(&raise.settlement.income, language))
    };
    let ((by, income, year), (by_en, income_en, year_en)) =
        (say(Language::Dutch), say(Language::English));
    let (month, income) = (raise.raise.month(), wording::capital(&income));
    let income_en = wording::capital(&income_en);
    match falls {
        false => text!(
            "{income} stijgt {by}% vanaf maand {month}: in het hele jaar {year}",
            "{income_en} rises {by_en}% from month {month}: {year_en} in the whole year"
        ),
        true => text!(
            "{income} daalt {by}% vanaf maand {month}: in het hele jaar {year}",
            "{income_en} falls {by_en}% from month {month}: {year_en} in the whole year"
        ),
    }
}

/// A percentage by which the income differs.
pub fn differs(percentage: &regelspraak::number::Number) -> Text {
    if percentage.is_zero() {
        return AS_ESTIMATED;
    }
    let [by, by_en] = Language::ALL.map(|language| wording::number(&percentage.abs(), 2, language));
    match percentage.is_negative() {
        true => text!("{by}% lager", "{by_en}% lower"),
        false => text!("{by}% hoger", "{by_en}% higher"),
    }
}

/// When a scheme is settled.
pub fn settling(when: Settling) -> Text {
    match when {
        Settling::Afterwards => Text::fixed("dat kan, na het jaar", "possibly, after the year"),
        Settling::Monthly => Text::fixed("per maand verrekend", "set off by the month"),
        Settling::Never => Text::fixed("nee", "no"),
        Settling::ByMunicipality => Text::fixed("vraag de gemeente", "ask the municipality"),
    }
}
