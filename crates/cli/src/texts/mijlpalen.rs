//! What `mijlpalen` says of its own.

use engine::language::{Language, Text};
use engine::text;
use household::milestones::ParameterChange;
use household::wording;
use regelspraak::number::Number;

/// The heading of the milestones.
pub fn milestones(from: [String; 2], until: [String; 2]) -> Text {
    let ([from, after], [until, to]) = (from, until);
    text!("Wat er verandert van {from} tot en met {until}", "What changes from {after} to {to}")
}

pub const NO_MILESTONES: Text = Text::fixed(
    "In deze tijd verandert er niets door een verjaardag, de AOW of nieuwe bedragen.",
    "In this time nothing changes by a birthday, the AOW or new amounts.",
);
pub const NOTHING_CHANGES: Text =
    Text::fixed("Dit verandert niets aan de bedragen.", "This changes none of the amounts.");
pub const BEFORE: Text = Text::fixed("van", "from");
pub const AFTER: Text = Text::fixed("naar", "to");
pub const DIFFERENCE: Text = Text::fixed("verschil", "difference");
pub const SINCE: Text = Text::fixed("vanaf", "as of");

/// The event that a milestone is the later effect of.
pub fn happened(day: [String; 2]) -> Text {
    let [day, in_english] = day;
    text!("op {day}", "on {in_english}")
}

/// Of which year the amounts are.
pub fn amounts_of(year: i16) -> Text {
    text!("bedragen van {year}", "amounts of {year}")
}

/// By how much the net income of a whole year changes.
pub fn net_in_a_year(difference: &Number) -> Text {
    let [amount, in_english] =
        Language::ALL.map(|it| wording::euro(&wording::whole(&difference.abs()), it));
    match difference.is_negative() {
        true => text!(
            "In een heel jaar is er netto {amount} minder.",
            "In a whole year there is {in_english} less, net."
        ),
        false => text!(
            "In een heel jaar is er netto {amount} meer.",
            "In a whole year there is {in_english} more, net."
        ),
    }
}

/// What is known on one side of a day only.
pub fn not_on_both_sides(names: &str) -> Text {
    text!(
        "Niet van voor en na deze dag bekend: {names}. Daarom staat hier geen bedrag voor een heel jaar.",
        "Not known both before and after this day: {names}. So there is no amount for a whole year here."
    )
}

/// How many changes are not shown.
pub fn more_changes(count: usize) -> Text {
    match count {
        1 => Text::fixed(
            "Er verandert nog 1 ander bedrag; dat staat erbij met --alles.",
            "1 more amount changes; --alles shows it.",
        ),
        _ => text!(
            "Er veranderen nog {count} andere bedragen; die staan erbij met --alles.",
            "{count} more amounts change; --alles shows them."
        ),
    }
}

/// On how many days nothing changes.
pub fn without_effect(count: usize) -> Text {
    match count {
        1 => Text::fixed(
            "Op 1 andere verjaardag verandert er niets.",
            "On 1 other birthday nothing changes.",
        ),
        _ => text!(
            "Op {count} andere verjaardagen verandert er niets.",
            "On {count} other birthdays nothing changes."
        ),
    }
}

/// An amount of the law that changed.
pub fn parameter_change(change: &ParameterChange) -> Text {
    let ParameterChange { name, before, after, .. } = change;
    text!("{name}: van {before} naar {after}", "{name}: from {before} to {after}")
}
