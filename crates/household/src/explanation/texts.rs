//! What an explanation says around the words of the rules, in each language. The sentences of the
//! rules and the names in them stay as they are: in English those names stand between quotes.

use engine::language::{Language, Text};
use regelspraak::model::{Comparison, KenmerkForm, Quantifier};

use crate::wording;

pub const EXPLAINED: Text =
    Text::fixed("Dit staat hierboven al uitgelegd.", "This is explained above.");
pub const GIVEN: Text = Text::fixed("Dit is ingevuld.", "This was filled in.");
pub const NOT_KNOWN: Text = Text::fixed(
    "Dit is niet bekend; hier telt deze waarde.",
    "This is not known; this value counts here.",
);
pub const DEFAULT: Text = Text::fixed(
    "Dit is niet ingevuld; dan geldt deze waarde.",
    "This was not filled in; this value holds then.",
);
pub const OWN_OUTCOME: Text =
    Text::fixed("Deze uitkomst heeft een eigen uitleg.", "This outcome has its own explanation.");
pub const DEEP: Text =
    Text::fixed("De uitleg hiervan is weggelaten.", "The explanation of this is left out.");
pub const UNKNOWN: Text = Text::fixed("onbekend", "unknown");
pub const DAY_OF_ANSWER: Text =
    Text::fixed("de dag waarvoor wordt gerekend", "the day the answer is for");

/// A value of the rules and whose it is: `zorgtoeslag per maand van Sam`.
pub fn whose(language: Language, what: &str, who: &str) -> String {
    match language {
        Language::Dutch => format!("{what} van {who}"),
        Language::English => format!("{what} for {who}"),
    }
}

/// The line above an explanation: `Normpremie van Sam: € 568,55`.
pub fn headed(what: &str, value: &str) -> String {
    format!("{}: {value}", wording::capital(what))
}

/// A yes or no as a question with its answer: `Is Noor een hoofdbewoner? Nee`. The name has an
/// article of its own or not.
pub fn question(
    language: Language,
    who: &str,
    (form, name, article): (KenmerkForm, &str, bool),
    answer: &str,
) -> String {
    let answer = wording::capital(answer);
    // One has a right to something, in Dutch without `een`.
    let article = article && !(language == Language::Dutch && name.starts_with("recht op "));
    match language {
        Language::Dutch => match form {
            KenmerkForm::Adjective => format!("Is {who} {name}? {answer}"),
            KenmerkForm::Plain => format!("Is {who} een {name}? {answer}"),
            KenmerkForm::Possessive if article => format!("Heeft {who} een {name}? {answer}"),
            KenmerkForm::Possessive => format!("Heeft {who} {name}? {answer}"),
        },
        Language::English => {
            let name = with_gloss(name);
            match form {
                KenmerkForm::Adjective => format!("Is {who} {name}? {answer}"),
                KenmerkForm::Plain => format!("Is {who} a {name}? {answer}"),
                KenmerkForm::Possessive if article => format!("Does {who} have a {name}? {answer}"),
                KenmerkForm::Possessive => format!("Does {who} have {name}? {answer}"),
            }
        }
    }
}

/// What somebody has: `het loon van Sam`.
pub fn of(language: Language, what: &str, whose: &str) -> String {
    match language {
        Language::Dutch => format!("{what} van {whose}"),
        Language::English => format!("{what} of {whose}"),
    }
}

/// A list in words: `a, b en c`.
pub fn and(language: Language, values: &[String]) -> String {
    match values {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., last] => {
            format!("{} {} {last}", rest.join(", "), language.pick("en", "and"))
        }
    }
}

/// The name of something in the rules, with its article, inside a sentence.
pub fn named(language: Language, with_article: &str, name: &str) -> String {
    match language {
        Language::Dutch => with_article.to_string(),
        Language::English => format!("the ‘{name}’"),
    }
}

/// A thing by its objecttype: `het huishouden`.
pub fn thing(language: Language, with_article: &str, name: &str) -> String {
    match (language, name) {
        (Language::Dutch, _) => with_article.to_lowercase(),
        (Language::English, "Huishouden") => "the household".to_string(),
        (Language::English, "Woning") => "the home".to_string(),
        (Language::English, "Gemeente") => "the municipality".to_string(),
        (Language::English, "Kinderopvang") => "the childcare".to_string(),
        (Language::English, name) => format!("the ‘{}’", name.to_lowercase()),
    }
}

/// `€ 1.122,12 per maand vanaf 01-01-2026`
pub fn value_from(language: Language, value: &str, day: &str) -> String {
    match language {
        Language::Dutch => format!("{value} vanaf {day}"),
        Language::English => format!("{value} from {day}"),
    }
}

/// What a value was in the course of the year.
pub fn changes_in_year(language: Language, values: &[String]) -> String {
    let values = and(language, values);
    match language {
        Language::Dutch => format!("In dit jaar: {values}."),
        Language::English => format!("In this year: {values}."),
    }
}

pub fn since(language: Language, day: &str) -> String {
    match language {
        Language::Dutch => format!("Dit geldt sinds {day}."),
        Language::English => format!("In force since {day}."),
    }
}

pub fn row(language: Language, row: u32, words: &str) -> String {
    match language {
        Language::Dutch => format!("Rij {row} van de tabel: {words}"),
        Language::English => format!("Row {row} of the table: {words}"),
    }
}

/// A single condition, which has its verb at the end. In English it keeps the word that
/// introduces it in the rule.
pub fn only_condition(language: Language, words: &str, holds: bool) -> String {
    match (language, holds) {
        (Language::Dutch, true) => format!("omdat {words}"),
        (Language::Dutch, false) => format!("alleen als {words}"),
        (Language::English, _) => format!("indien {words}"),
    }
}

/// What introduces a list of conditions inside another.
pub fn list_of(language: Language, quantifier: Quantifier) -> String {
    match language {
        Language::Dutch => match quantifier {
            Quantifier::All => "alles hiervan".to_string(),
            Quantifier::None => "niets hiervan".to_string(),
            Quantifier::AtLeast(1) => "ten minste één hiervan".to_string(),
            Quantifier::AtLeast(n) => format!("ten minste {n} hiervan"),
            Quantifier::AtMost(n) => format!("ten hoogste {n} hiervan"),
            Quantifier::Exactly(n) => format!("precies {n} hiervan"),
        },
        Language::English => match quantifier {
            Quantifier::All => "all of these".to_string(),
            Quantifier::None => "none of these".to_string(),
            Quantifier::AtLeast(1) => "at least one of these".to_string(),
            Quantifier::AtLeast(n) => format!("at least {n} of these"),
            Quantifier::AtMost(n) => format!("at most {n} of these"),
            Quantifier::Exactly(n) => format!("exactly {n} of these"),
        },
    }
}

/// A condition of another kind that stands in the way.
pub fn is_so(language: Language, is: bool, words: &str) -> String {
    match (language, is) {
        (Language::Dutch, true) => format!("Dit zou niet zo moeten zijn: {words}."),
        (Language::Dutch, false) => format!("Dit zou zo moeten zijn: {words}."),
        (Language::English, true) => format!("This should not be so: ‘{words}’."),
        (Language::English, false) => format!("This should be so: ‘{words}’."),
    }
}

/// `Sam is niet zorgverzekerd.` The name has an article of its own or not.
pub fn kenmerk(
    language: Language,
    who: &str,
    (form, name, article): (KenmerkForm, &str, bool),
    is: bool,
) -> String {
    match language {
        Language::Dutch => match (form, is) {
            (KenmerkForm::Adjective, true) => format!("{who} is {name}."),
            (KenmerkForm::Adjective, false) => format!("{who} is niet {name}."),
            (KenmerkForm::Plain, true) => format!("{who} is een {name}."),
            (KenmerkForm::Plain, false) => format!("{who} is geen {name}."),
            (KenmerkForm::Possessive, true) if article => format!("{who} heeft een {name}."),
            (KenmerkForm::Possessive, true) => format!("{who} heeft {name}."),
            (KenmerkForm::Possessive, false) => format!("{who} heeft geen {name}."),
        },
        Language::English => {
            let name = with_gloss(name);
            match (form, is) {
                (KenmerkForm::Adjective, true) => format!("{who} is {name}."),
                (KenmerkForm::Adjective, false) => format!("{who} is not {name}."),
                (KenmerkForm::Plain, true) => format!("{who} is a {name}."),
                (KenmerkForm::Plain, false) => format!("{who} is not a {name}."),
                (KenmerkForm::Possessive, true) if article => format!("{who} has a {name}."),
                (KenmerkForm::Possessive, true) => format!("{who} has {name}."),
                (KenmerkForm::Possessive, false) => format!("{who} has no {name}."),
            }
        }
    }
}

/// `De afgeronde zorgtoeslag van Sam is € 0. Dat moet ten minste € 24 zijn.`
pub fn is_but_must(language: Language, name: &str, is: &str, must: &str) -> String {
    match language {
        Language::Dutch => format!("{name} {} {is}. Dat moet {must}.", is_or_are(name)),
        Language::English => format!("{name} is {is}. It must be {must}."),
    }
}

/// `ten minste € 24 zijn`, or with what that is: `minder dan € 900 zijn (de norm)`.
pub fn limit(language: Language, needed: &str, value: &str, name: Option<&str>) -> String {
    let value = if needed.is_empty() { value.to_string() } else { format!("{needed} {value}") };
    let value = if language == Language::Dutch { format!("{value} zijn") } else { value };
    name.map_or(value.clone(), |name| format!("{value} ({name})"))
}

/// The Dutch verb behind a name with its article: many words of the rules are plurals, such as
/// `de maanden voor de AOW`.
fn is_or_are(name: &str) -> &'static str {
    /// Schemes that stand behind a noun: `de woonlasten kwijtschelding`.
    const SCHEMES: [&str; 3] = ["kwijtschelding", "Zvw", "AOW"];
    let mut words = name.split(' ');
    let article = words.next().is_some_and(|article| article.eq_ignore_ascii_case("de"));
    // The noun stands last before what it is of, or for; after it may stand of which scheme it is.
    let before = ["van", "voor", "boven", "tot", "in", "op", "om", "met", "over", "zonder", "per"];
    let nouns: Vec<&str> = words.take_while(|word| !before.contains(word)).collect();
    let noun = nouns.iter().copied().rev().find(|word| !SCHEMES.contains(word));
    let plural = article && noun.is_some_and(|noun| noun.ends_with("en"));
    if plural { "zijn" } else { "is" }
}

/// `Het bedrag voor alle kinderen van Sam is € 0. Dan is er geen recht.`
pub fn is_nothing(language: Language, name: &str, is: &str) -> String {
    match language {
        Language::Dutch => format!("{name} {} {is}. Dan is er geen recht.", is_or_are(name)),
        Language::English => format!("{name} is {is}. Then there is no right."),
    }
}

/// `Op 15-01-2026 is het nog te vroeg. Er kan recht zijn vanaf 14-03-2058.`
pub fn too_early(language: Language, day: &str, from: &str) -> String {
    match language {
        Language::Dutch => format!("Op {day} is het nog te vroeg. Er kan recht zijn vanaf {from}."),
        Language::English => {
            format!("On {day} it is too early. There can be a right from {from}.")
        }
    }
}

/// `Er zijn geen kinderen van Sam.`
pub fn there_are_none(language: Language, who: &str) -> String {
    match language {
        Language::Dutch => format!("Er zijn geen {who}."),
        Language::English => format!("There are none of these: ‘{who}’."),
    }
}

/// What a comparison asks for, when it must hold (or must not), before the value.
pub fn needed(
    language: Language,
    comparison: Comparison,
    wanted: bool,
    dates: bool,
) -> &'static str {
    use Comparison::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};
    let (dutch, english) = match (comparison, wanted) {
        (GreaterOrEqual, true) | (Less, false) if dates => ("op of na", "on or after"),
        (Greater, true) | (LessOrEqual, false) if dates => ("na", "after"),
        (LessOrEqual, true) | (Greater, false) if dates => ("op of voor", "on or before"),
        (Less, true) | (GreaterOrEqual, false) if dates => ("voor", "before"),
        (GreaterOrEqual, true) | (Less, false) => ("ten minste", "at least"),
        (Greater, true) | (LessOrEqual, false) => ("meer dan", "more than"),
        (LessOrEqual, true) | (Greater, false) => ("hoogstens", "at most"),
        (Less, true) | (GreaterOrEqual, false) => ("minder dan", "less than"),
        (Equal, true) | (NotEqual, false) => ("", ""),
        (Equal, false) | (NotEqual, true) => ("iets anders dan", "something other than"),
    };
    language.pick(dutch, english)
}

/// A Dutch name between quotes, with what it means when it is a field that somebody fills in.
pub fn with_gloss(name: &str) -> String {
    let meaning = match name {
        "loon" => "wages",
        "winst" => "profit",
        "pensioen" => "pension",
        "uitkering" => "benefit",
        "spaargeld" => "savings",
        "overig vermogen" => "other assets",
        "zorgverzekerd" => "covered by Dutch health insurance",
        "student" => "in education",
        "in inrichting" => "living in an institution",
        _ => return format!("‘{name}’"),
    };
    format!("‘{name}’ ({meaning})")
}

#[cfg(test)]
mod tests {
    use super::is_or_are;

    #[test]
    fn the_verb_goes_with_the_noun() {
        for name in
            ["De gemeentelijke heffingen van Sam", "de maanden voor de AOW", "De woonlasten"]
        {
            assert_eq!(is_or_are(name), "zijn", "{name}");
        }
        for name in [
            "De eigen betaling kwijtschelding",
            "Het vermogen van",
            "de som van uren",
            "de aanspraak op kindgebonden budget",
            "de inkomensgrens kindgebonden budget",
            "de norm in een inrichting",
            "de afbouw om het inkomen",
        ] {
            assert_eq!(is_or_are(name), "is", "{name}");
        }
    }
}
