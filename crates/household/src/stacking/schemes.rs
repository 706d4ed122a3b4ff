//! The schemes a household can depend on, and what it means that one falls away.

use engine::language::Text;

/// A scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheme {
    /// Its name for other programs.
    pub key: &'static str,
    /// Its name for a reader.
    pub name: Text,
    /// Where its amount stands.
    pub(super) amount: Amount,
    /// What takes it away.
    pub(super) lever: Lever,
}

/// Where the amount of a scheme stands, in euro a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// In parts of the net disposable income, by their keys.
    Parts(&'static [&'static str]),
    /// In an attribuut of the aanvrager and the partner, before tax. It is part of the own income.
    Gross(&'static str),
}

/// What takes a scheme away: the one thing in the rules that is forced, from which all else is worked out
/// anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lever {
    /// A kenmerk that everything of an objecttype loses: a right, or a condition of one.
    Lost { objecttype: &'static str, kenmerk: &'static str },
    /// A given attribuut of the aanvrager and the partner that becomes 0.
    Zero(&'static str),
}

const fn right(
    key: &'static str,
    name: Text,
    objecttype: &'static str,
    kenmerk: &'static str,
    parts: &'static [&'static str],
) -> Scheme {
    let (amount, lever) = (Amount::Parts(parts), Lever::Lost { objecttype, kenmerk });
    Scheme { key, name, amount, lever }
}

const PERSON: &str = "Persoon";
const HOUSEHOLD: &str = "Huishouden";

/// All schemes, in the order in which they are shown.
pub(super) static SCHEMES: [Scheme; 14] = [
    // Nobody built up any years.
    Scheme {
        key: "aow",
        name: Text::fixed("AOW (bruto)", "AOW (gross)"),
        amount: Amount::Gross("AOW per jaar"),
        lever: Lever::Zero("aow opbouwjaren"),
    },
    Scheme {
        key: "uitkering",
        name: Text::fixed("uitkering, zoals WW (bruto)", "benefit, such as WW (gross)"),
        amount: Amount::Gross("uitkering"),
        lever: Lever::Zero("uitkering"),
    },
    // Nobody applies; the AIO is the same bijstand, paid by the SVB.
    right(
        "bijstand",
        Text::fixed("bijstand of AIO", "bijstand or AIO"),
        PERSON,
        "bijstand aangevraagd",
        &["bijstand", "aio"],
    ),
    right(
        "zorgtoeslag",
        Text::fixed("zorgtoeslag", "zorgtoeslag"),
        PERSON,
        "recht op zorgtoeslag",
        &["zorgtoeslag"],
    ),
    right(
        "huurtoeslag",
        Text::fixed("huurtoeslag", "huurtoeslag"),
        PERSON,
        "recht op huurtoeslag",
        &["huurtoeslag"],
    ),
    right(
        "kindgebonden_budget",
        Text::fixed("kindgebonden budget", "kindgebonden budget"),
        PERSON,
        "recht op kindgebonden budget",
        &["kindgebonden_budget"],
    ),
    right(
        "kinderopvangtoeslag",
        Text::fixed("kinderopvangtoeslag", "kinderopvangtoeslag"),
        HOUSEHOLD,
        "recht op kinderopvangtoeslag",
        &["kinderopvangtoeslag"],
    ),
    // No child counts for it; the kindgebonden budget asks for the same.
    right(
        "kinderbijslag",
        Text::fixed("kinderbijslag", "kinderbijslag"),
        PERSON,
        "kind voor de kinderbijslag",
        &["kinderbijslag"],
    ),
    right(
        "studietoeslag",
        Text::fixed("studietoeslag", "studietoeslag"),
        PERSON,
        "recht op studietoeslag",
        &["studietoeslag"],
    ),
    right(
        "individuele_inkomenstoeslag",
        Text::fixed("individuele inkomenstoeslag", "individuele inkomenstoeslag"),
        HOUSEHOLD,
        "recht op individuele inkomenstoeslag",
        &["individuele_inkomenstoeslag"],
    ),
    right(
        "gemeente_meedoenregeling",
        Text::fixed("meedoenregeling van de gemeente", "municipal participation scheme"),
        HOUSEHOLD,
        "recht op meedoenregeling",
        &["gemeente_meedoenregeling"],
    ),
    right(
        "gemeente_zorgverzekering",
        Text::fixed("zorgverzekering van de gemeente", "municipal health insurance"),
        HOUSEHOLD,
        "recht op zorgverzekering",
        &["gemeente_zorgverzekering"],
    ),
    right(
        "gemeente_kindregeling",
        Text::fixed("kindregeling van de gemeente", "municipal child scheme"),
        HOUSEHOLD,
        "recht op kindregeling",
        &["gemeente_kindregeling"],
    ),
    right(
        "gemeente_energietoeslag",
        Text::fixed("energietoeslag van de gemeente", "municipal energy benefit"),
        HOUSEHOLD,
        "recht op energietoeslag",
        &["gemeente_energietoeslag"],
    ),
];

/// Income that is no scheme, and can fall away too: the field, and its name before the name of a person.
pub(super) static INCOMES: [(&str, Text); 3] = [
    ("loon", Text::fixed("het loon van", "the wage of")),
    ("pensioen", Text::fixed("het pensioen van", "the pension of")),
    ("winst", Text::fixed("de winst van", "the profit of")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts::{PARTS, Part};

    /// A part that is added is a scheme that can fall away, or is named here.
    #[test]
    fn every_part_is_of_one_scheme() {
        let of = |part: &Part| {
            let has = |scheme: &&Scheme| match scheme.amount {
                Amount::Parts(keys) => keys.contains(&part.key),
                Amount::Gross(_) => false,
            };
            SCHEMES.iter().filter(has).count()
        };
        for part in &PARTS {
            let none = ["eigen_inkomen", "kosten_kinderopvang"].contains(&part.key);
            assert_eq!(of(part), usize::from(!none), "{}", part.key);
        }
    }
}
