//! What `stapeling` says of its own.

use engine::language::{Language, Text};
use engine::text;
use household::stacking::{Domino, Stacking};
use household::wording;
use regelspraak::number::{Number, RoundingMode};

pub const PART: Text = Text::fixed("deel van het inkomen", "part of the income");
pub const A_YEAR: Text = Text::fixed("per jaar", "a year");
pub const SHARE: Text = Text::fixed("aandeel", "share");
pub const NET: Text = Text::fixed("netto besteedbaar inkomen", "net disposable income");
pub const DOMINO: Text = Text::fixed("Als er iets wegvalt", "When something falls away");
pub const FALLS: Text = Text::fixed("wat wegvalt", "what falls away");
pub const OWN: Text = Text::fixed("bedrag zelf", "amount itself");
pub const NET_MOVED: Text = Text::fixed("netto", "net");
pub const ALSO: Text = Text::fixed("wat er nog meer verandert", "what else changes");
pub const REMISSION: Text =
    Text::fixed("kwijtschelding (telt niet in netto)", "remission (not in net)");
pub const NOTHING_ELSE: Text = Text::fixed("niets", "nothing");
pub const NOTHING_FALLS: Text = Text::fixed(
    "Dit huishouden heeft geen regeling en geen inkomen dat kan wegvallen.",
    "This household has no scheme and no income that can fall away.",
);
pub const MEANS: Text = Text::fixed(
    "Steeds valt één ding weg. De rest van het huishouden blijft gelijk. Wat daardoor verandert, is opnieuw \
     berekend.",
    "One thing falls away at a time. The rest of the household stays the same. What changes by that is \
     worked out anew.",
);

/// The heading.
pub fn heading(answer: &Stacking) -> Text {
    let [day, in_english] = Language::ALL.map(|language| wording::day(answer.date, language));
    text!(
        "Waar hangt dit huishouden van af? Op {day}",
        "What does this household depend on? On {in_english}"
    )
}

/// On how many schemes it depends.
pub fn count(answer: &Stacking) -> Text {
    match answer.count() {
        0 => Text::fixed(
            "Dit inkomen hangt van geen enkele regeling af.",
            "This income depends on no scheme at all.",
        ),
        1 => {
            Text::fixed("Dit inkomen hangt van 1 regeling af.", "This income depends on 1 scheme.")
        }
        count => text!(
            "Dit inkomen hangt van {count} regelingen af.",
            "This income depends on {count} schemes."
        ),
    }
}

/// What the municipality remits besides.
pub fn remission(amount: &Number) -> Text {
    let [amount, in_english] = Language::ALL.map(|language| wording::euro(amount, language));
    text!(
        "Daarnaast scheldt de gemeente {amount} aan heffingen kwijt.",
        "Besides, the municipality remits {in_english} of its charges."
    )
}

/// Whether more is lost than what falls away.
pub fn compared(domino: &Domino) -> Text {
    let beyond = domino.beyond().round(RoundingMode::HalfAwayFromZero, 2);
    let [by, by_en] = Language::ALL.map(|language| wording::euro(&beyond.abs(), language));
    match (beyond.is_zero(), beyond.is_negative()) {
        (true, _) => {
            Text::fixed("evenveel verlies als het zelf is", "as much lost as it is itself")
        }
        (_, false) => {
            text!("{by} meer verlies dan het zelf is", "{by_en} more lost than it is itself")
        }
        (_, true) => {
            text!("{by} minder verlies dan het zelf is", "{by_en} less lost than it is itself")
        }
    }
}
