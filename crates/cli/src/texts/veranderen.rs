//! What `uitleg` says around what would give a right.

use engine::language::Text;
use engine::text;

pub const WHAT_CHANGES: Text = Text::fixed("Wat zou dit veranderen?", "What would change this?");
pub const AND_ALSO: Text = Text::fixed("En ook:", "And also:");
pub const ONE_IS_ENOUGH: Text =
    Text::fixed("Een van deze dingen is genoeg.", "One of these is enough.");
pub const TWO_TOGETHER: Text = Text::fixed(
    "Er moeten twee dingen veranderen. Dit kan op deze manieren.",
    "Two things must change. These are the ways.",
);
pub const ONLY_TOGETHER: Text = Text::fixed(
    "Pas als beide veranderen, is er recht.",
    "Only when both change is there a right.",
);

/// That there are more alternatives than are told.
pub fn more(count: usize) -> Text {
    match count {
        1 => text!(
            "Er is nog 1 manier. Die staat in het antwoord met --json.",
            "There is 1 more way. It is in the answer with --json."
        ),
        _ => text!(
            "Er zijn nog {count} manieren. Die staan in het antwoord met --json.",
            "There are {count} more ways. They are in the answer with --json."
        ),
    }
}
