//! What `aanvragen` says.

use engine::language::Text;
use engine::text;

pub const WHERE: Text = Text::fixed("Waar", "Where");
pub const HOW: Text = Text::fixed("Hoe", "How");
pub const BEGINS: Text = Text::fixed("Vanaf wanneer", "From when");
pub const DEADLINE: Text = Text::fixed("Tot wanneer", "Until when");
pub const NOT_SAID: Text = Text::fixed("Niet bekend", "Not known");
pub const NO_RIGHTS: Text = Text::fixed(
    "Dit huishouden heeft nergens recht op. Met --alles ziet u wat er is.",
    "This household has no rights. With --alles you see what there is.",
);
pub const UNKNOWN_RIGHTS: Text = Text::fixed("Misschien is er recht op", "Perhaps a right to");
pub const NOT_ENTITLED: Text = Text::fixed("Geen recht op", "No right to");
pub const THE_RULE_FOR_APPLYING: Text = Text::fixed(
    "Dit is de regel voor het aanvragen. Wat er voor u op welke dag verandert, staat bij 'samenhang mijlpalen'.",
    "This is the rule for applying. What changes for you on which day is told by 'samenhang mijlpalen'.",
);

/// The heading.
pub fn heading(day: [String; 2]) -> Text {
    let [dutch, english] = day;
    text!("Aanvragen op {dutch}", "Applying on {english}")
}
