//! What is said about a household file, in both languages.

use engine::language::{Language, Text};
use engine::text;
use jiff::civil::Date;

use crate::fields::Section;
use crate::file::Role;
use crate::wording;

pub const NO_DAY: Text = Text::fixed(
    "Het veld 'rekendatum' ontbreekt.",
    "The field 'rekendatum' (the day the answer is for) is missing.",
);
pub const NO_DAY_HINT: Text = Text::fixed(
    "Zet 'rekendatum: 2026-01-15' (jjjj-mm-dd) bovenaan het bestand.",
    "Put 'rekendatum: 2026-01-15' (yyyy-mm-dd) at the top of the file.",
);
pub const CHECK_DAY: Text = Text::fixed("Controleer de rekendatum.", "Check the rekendatum.");
pub const TAKE_SOME_OUT: Text = Text::fixed("Haal er een aantal uit.", "Take some out.");
pub const OTHER_ROLE_HINT: Text = Text::fixed(
    "Haal het veld weg of verander de rol.",
    "Take the field away or change the role (rol).",
);
pub const CHECK_AMOUNTS: Text = Text::fixed("Controleer beide bedragen.", "Check both amounts.");
pub const OWN_NAME: Text =
    Text::fixed("Geef iedereen een eigen naam.", "Give everybody a name of their own.");
pub const OTHER_NAME: Text = Text::fixed("Kies een andere naam.", "Choose another name.");
pub const NOT_MARRIED: Text = Text::fixed(
    "Haal de naam weg bij 'ouders', of verander 'samenleving' of de rol.",
    "Take the name away from 'ouders' (parents), or change 'samenleving' or the role (rol).",
);
pub const ROLE_OF_CHILD: Text = Text::fixed(
    "Kies de rol kind, en haal 'verwantschap' dan weg. Een kind van één van beiden: noem die bij 'ouders'.",
    "Choose the role kind (child), and take 'verwantschap' away. A child of one of them: name that \
     parent under 'ouders' (parents).",
);
pub const NO_APPLICANT: Text =
    Text::fixed("Er is geen aanvrager.", "There is no applicant (aanvrager).");
pub const NO_APPLICANT_HINT: Text =
    Text::fixed("Geef één persoon 'rol: aanvrager'.", "Give one person 'rol: aanvrager'.");
pub const ONE_APPLICANT: Text = Text::fixed(
    "Eén persoon is de aanvrager; kies voor de ander een andere rol.",
    "One person is the applicant; choose another role for the other.",
);
pub const ONE_PARTNER: Text = Text::fixed(
    "Wie verder op het adres woont, heeft de rol medebewoner.",
    "Anybody else at the address has the role medebewoner (co-resident).",
);
pub const CHECK_DATES: Text = Text::fixed("Controleer beide datums.", "Check both dates.");
pub const CHECK_YEAR: Text = Text::fixed("Controleer het jaar.", "Check the year.");
pub const TOO_YOUNG_HINT: Text = Text::fixed(
    "Controleer de geboortedatum, of kies de rol kind of medebewoner.",
    "Check the date of birth, or choose the role kind (child) or medebewoner (co-resident).",
);
pub const CHECK_PARENTS: Text = Text::fixed(
    "Controleer de geboortedatums en 'ouders'.",
    "Check the dates of birth and 'ouders' (parents).",
);
pub const NAME_PARENTS: Text = Text::fixed(
    "Controleer de geboortedatums, of noem bij 'ouders' wie de ouders zijn.",
    "Check the dates of birth, or say under 'ouders' who the parents are.",
);
pub const THE_CHILD: Text = Text::fixed("Het kind", "The child");
pub const NOBODY: Text =
    Text::fixed("Er staat niemand in het huishouden.", "There is nobody in the household.");
pub const NOBODY_HINT: Text =
    Text::fixed("Zet er ten minste de aanvrager in.", "Put in at least the applicant (aanvrager).");
pub const LEGAL_PARENTS: Text =
    Text::fixed("Noem alleen de ouders volgens de wet.", "Name only the parents in law.");
pub const ADD_PERSON: Text = Text::fixed(
    "Zet deze persoon bij 'personen', of haal de naam hier weg.",
    "Put this person under 'personen', or take the name away here.",
);
pub const OWN_PARENT: Text =
    Text::fixed("Niemand is een ouder van zichzelf.", "Nobody is a parent of themselves.");
pub const OWN_PARENT_HINT: Text =
    Text::fixed("Noem de ouder, niet het kind.", "Name the parent, not the child.");
pub const PARENT_ONCE: Text = Text::fixed("Noem elke ouder één keer.", "Name each parent once.");
pub const NO_SINGLE_VALUE: Text =
    Text::fixed("Hier hoort geen losse waarde te staan.", "There should be no single value here.");
pub const FIELD_ONCE: Text = Text::fixed("Noem elk veld één keer.", "Name each field once.");
pub const KNOWN_OR_NOT: Text = Text::fixed(
    "Haal het hier weg, of haal het antwoord weg.",
    "Take it away here, or take the answer away.",
);
pub const EMPTY_TEXT: Text = Text::fixed("Deze tekst is leeg.", "This text is empty.");
pub const MORE_LINES: Text = Text::fixed(
    "Deze tekst loopt door op een volgende regel.",
    "This text continues on the next line.",
);
pub const LONG_TEXT: Text = Text::fixed("Deze tekst is te lang.", "This text is too long.");
pub const BELOW_ZERO: Text =
    Text::fixed("Een getal onder nul kan hier niet.", "A number below zero cannot be used here.");
pub const ZERO_OR_MORE: Text =
    Text::fixed("Schrijf een getal van 0 of hoger.", "Write a number of 0 or more.");
pub const WHOLE_NUMBER: Text = Text::fixed(
    "Schrijf een getal zonder cijfers achter de komma.",
    "Write a number without decimals.",
);

pub fn add_one_of(key: &str, words: &[&str]) -> Text {
    let words = words.join(", ");
    text!(
        "Zet '{key}:' erbij met een van deze woorden: {words}.",
        "Add '{key}:' with one of these words: {words}."
    )
}

pub fn add_date(key: &str) -> Text {
    text!(
        "Zet '{key}:' erbij, als jjjj-mm-dd, bijvoorbeeld 1991-03-14.",
        "Add '{key}:', as yyyy-mm-dd, for example 1991-03-14."
    )
}

pub fn add_group(key: &str) -> Text {
    text!("Zet '{key}:' erbij, met velden eronder.", "Add '{key}:', with fields under it.")
}

pub fn add_list(key: &str) -> Text {
    text!(
        "Zet '{key}:' erbij, met voor ieder een streepje en velden.",
        "Add '{key}:', with a dash and fields for each."
    )
}

pub fn belongs(section: Section) -> Text {
    let place = section.place();
    let [dutch, english] = Language::ALL.map(|language| place.get(language));
    text!("Dit veld hoort {dutch}.", "This field belongs {english}.")
}

pub fn long_list(count: usize, most: usize) -> Text {
    text!(
        "Deze lijst is te lang: {count} in plaats van hooguit {most}.",
        "This list is too long: {count} instead of at most {most}."
    )
}

pub fn strange_year(year: i16) -> Text {
    text!("Het jaar {year} kan niet kloppen.", "The year {year} cannot be right.")
}

pub fn other_role(key: &str, only: Role, role: Role) -> Text {
    let (only, role) = (only.key(), role.key());
    text!(
        "Het veld '{key}' hoort bij de rol {only}, niet bij {role}.",
        "The field '{key}' belongs to the role {only}, not to {role}."
    )
}

pub fn no_such_field(name: &str) -> Text {
    text!("{name} is geen veld dat onbekend kan zijn.", "{name} is no field that can be unknown.")
}

pub fn always_known(key: &str) -> Text {
    text!("Het veld '{key}' kan niet onbekend zijn.", "The field '{key}' cannot be unknown.")
}

pub fn known_after_all(key: &str) -> Text {
    text!(
        "'{key}' staat bij 'onbekend', maar heeft ook een antwoord.",
        "'{key}' is under 'onbekend' (unknown), but has an answer as well."
    )
}

pub fn premium_above_wage(premium: &str, wage: &str) -> Text {
    text!(
        "De pensioenpremie ({premium}) is hoger dan het loon ({wage}).",
        "The pensioenpremie ({premium}) is higher than the loon ({wage})."
    )
}

pub fn same_name(name: &str) -> Text {
    text!("De naam {name} komt twee keer voor.", "The name {name} is there twice.")
}

pub fn like_name(name: &str, other: &str) -> Text {
    text!(
        "De naam {name} lijkt te veel op {other} (hoofdletters tellen niet mee).",
        "The name {name} is too much like {other} (capitals do not count)."
    )
}

pub fn married_to_parent(parent: &str, child: &str) -> Text {
    text!(
        "{parent} is een ouder van {child}; zij kunnen niet gehuwd zijn.",
        "{parent} is a parent of {child}; they cannot be married (gehuwd)."
    )
}

pub fn minor_child(name: &str, new_year: Date) -> Text {
    text!(
        "{name} is een kind van de aanvrager of de partner, en was op {new_year} nog geen 18.",
        "{name} is a child of the applicant or the partner, and was not yet 18 on {new_year}."
    )
}

pub fn role_taken(role: Role) -> Text {
    let role = role.key();
    text!("Er is al iemand met de rol {role}.", "Somebody already has the role {role}.")
}

pub fn born_after(date: Date) -> Text {
    let [day, english] = Language::ALL.map(|language| wording::day(date, language));
    text!(
        "De geboortedatum ligt na de rekendatum {day}.",
        "The date of birth is after the rekendatum {english}."
    )
}

pub fn too_old(age: i16) -> Text {
    text!("Deze persoon zou {age} jaar zijn.", "This person would be {age} years old.")
}

pub fn too_young(age: i16) -> Text {
    text!("Een partner kan niet {age} jaar zijn.", "A partner cannot be {age} years old.")
}

/// A person, called so, with the day of birth.
type Born<'t> = (&'t Text, Date);

pub fn too_close(
    (child, child_born): Born<'_>,
    years: i16,
    (parent, parent_born): Born<'_>,
) -> Text {
    let [(child, parent), (the_child, the_parent)] =
        Language::ALL.map(|language| (child.get(language), parent.get(language)));
    text!(
        "{child} (geboren {child_born}) is geen {years} jaar jonger dan ouder {parent} (geboren \
         {parent_born}).",
        "{the_child} (born {child_born}) is less than {years} years younger than parent \
         {the_parent} (born {parent_born})."
    )
}

pub fn many_parents(most: usize) -> Text {
    text!("Een kind heeft hooguit {most} ouders.", "A child has at most {most} parents.")
}

pub fn not_in_household(name: &str) -> Text {
    text!("{name} staat niet in dit huishouden.", "{name} is not in this household.")
}

pub fn choose(names: &[&str]) -> Text {
    let names = names.join(", ");
    text!("Kies uit: {names}.", "Choose from: {names}.")
}

pub fn twice(name: &str) -> Text {
    text!("{name} staat hier dubbel.", "{name} is here twice.")
}

pub fn one_line(longest: usize) -> Text {
    text!(
        "Schrijf een tekst van 1 tot en met {longest} tekens op één regel.",
        "Write a text of 1 to {longest} characters on one line."
    )
}

pub fn fraction(written: &str) -> Text {
    text!("{written} is een breuk.", "{written} is a fraction.")
}

pub fn with_a_point(number: &str) -> Text {
    text!("Schrijf een getal met een punt: {number}.", "Write a number with a point: {number}.")
}

pub fn three_digits(written: &str) -> Text {
    text!(
        "{written} heeft drie cijfers na de punt of komma.",
        "{written} has three digits after the point or comma."
    )
}

pub fn or_round(plainly: &Text, rounded: &str) -> Text {
    let [dutch, english] = Language::ALL.map(|language| plainly.get(language));
    text!("{dutch} Of rond af: {rounded}.", "{english} Or round: {rounded}.")
}

pub fn round(rounded: &str) -> Text {
    text!("Rond af: {rounded}.", "Round it: {rounded}.")
}

pub fn not_whole(written: &str) -> Text {
    text!("{written} is geen heel getal.", "{written} is not a whole number.")
}

pub fn many_decimals(written: &str, most: u32) -> Text {
    text!(
        "{written} heeft meer dan {most} cijfers achter de komma.",
        "{written} has more than {most} decimals."
    )
}

pub fn large_amount(written: &str) -> Text {
    text!(
        "Het bedrag {written} is zo groot dat het een vergissing lijkt.",
        "The amount {written} is so large that it looks like a mistake."
    )
}

/// The highest amount, or for one below zero the lowest.
pub fn check_zeros(limit: i64) -> Text {
    let (dutch, english) =
        if limit < 0 { ("nooit lager dan", "never lower than") } else { ("hooguit", "at most") };
    let [shown, shown_in_english] = [grouped(limit, '.'), grouped(limit, ',')];
    text!(
        "Controleer de nullen; een bedrag is {dutch} {shown}.",
        "Check the zeros; an amount is {english} {shown_in_english}."
    )
}

pub fn high_number(written: &str) -> Text {
    text!("Het getal {written} is te hoog.", "The number {written} is too high.")
}

pub fn at_most(limit: i64) -> Text {
    let [shown, shown_in_english] = [grouped(limit, '.'), grouped(limit, ',')];
    text!("Het kan hooguit {shown} zijn.", "It can be at most {shown_in_english}.")
}

/// A whole number with a mark between the thousands.
fn grouped(number: i64, mark: char) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut shown = if number < 0 { "-".to_string() } else { String::new() };
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push(mark);
        }
        shown.push(digit);
    }
    shown
}
