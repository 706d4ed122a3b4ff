//! What the net disposable income of a household is made of.

use engine::language::Text;
use regelspraak::model::{AttributeId, Model, ObjectTypeId};

/// A part of the net disposable income.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name for other programs. With `_per_jaar` behind it an outcome of the contract, if there is
    /// one.
    pub key: &'static str,
    /// Its name for a reader.
    pub name: Text,
    /// The attribuut of Huishouden that holds it.
    pub attribute: &'static str,
    /// Whether it is subtracted.
    pub cost: bool,
}

const fn part(key: &'static str, attribute: &'static str, name: Text) -> Part {
    Part { key, name, attribute, cost: false }
}

/// What everything adds up to.
pub const DISPOSABLE: &str = "netto besteedbaar inkomen per jaar";
/// All parts. Together they are the net disposable income, exactly.
pub static PARTS: [Part; 15] = [
    part(
        "eigen_inkomen",
        "eigen netto inkomen per jaar",
        Text::fixed("eigen inkomen na belasting", "own income after tax"),
    ),
    part("bijstand", "bijstand per jaar", Text::fixed("bijstand", "bijstand")),
    part("aio", "AIO per jaar", Text::fixed("AIO", "AIO")),
    part("zorgtoeslag", "zorgtoeslag per jaar", Text::fixed("zorgtoeslag", "zorgtoeslag")),
    part("huurtoeslag", "huurtoeslag per jaar", Text::fixed("huurtoeslag", "huurtoeslag")),
    part(
        "kindgebonden_budget",
        "kindgebonden budget per jaar",
        Text::fixed("kindgebonden budget", "kindgebonden budget"),
    ),
    part(
        "kinderopvangtoeslag",
        "kinderopvangtoeslag per jaar",
        Text::fixed("kinderopvangtoeslag", "kinderopvangtoeslag"),
    ),
    part("kinderbijslag", "kinderbijslag per jaar", Text::fixed("kinderbijslag", "kinderbijslag")),
    part("studietoeslag", "studietoeslag per jaar", Text::fixed("studietoeslag", "studietoeslag")),
    part(
        "individuele_inkomenstoeslag",
        "individuele inkomenstoeslag per jaar",
        Text::fixed("individuele inkomenstoeslag", "individuele inkomenstoeslag"),
    ),
    part(
        "gemeente_meedoenregeling",
        "meedoenregeling per jaar",
        Text::fixed("meedoenregeling van de gemeente", "municipal participation scheme"),
    ),
    part(
        "gemeente_zorgverzekering",
        "zorgverzekering per jaar",
        Text::fixed("zorgverzekering van de gemeente", "municipal health insurance"),
    ),
    part(
        "gemeente_kindregeling",
        "kindregeling per jaar",
        Text::fixed("kindregeling van de gemeente", "municipal child scheme"),
    ),
    part(
        "gemeente_energietoeslag",
        "energietoeslag per jaar",
        Text::fixed("energietoeslag van de gemeente", "municipal energy benefit"),
    ),
    Part {
        key: "kosten_kinderopvang",
        name: Text::fixed("kosten van de kinderopvang", "costs of childcare"),
        attribute: "kosten kinderopvang per jaar",
        cost: true,
    },
];

/// What is paid a month of what is rounded for payment, with the right for a year.
pub const PAID: [(&str, &str); 4] = [
    ("zorgtoeslag per maand", "zorgtoeslag per jaar"),
    ("huurtoeslag per maand", "huurtoeslag per jaar"),
    ("kindgebonden budget per maand", "kindgebonden budget per jaar"),
    ("kinderopvangtoeslag per maand", "kinderopvangtoeslag per jaar"),
];

/// The attribuut of an objecttype with this name, or the name.
pub fn attribute(
    model: &Model,
    objecttype: ObjectTypeId,
    name: &'static str,
) -> Result<AttributeId, &'static str> {
    model.attribute(objecttype, name).ok_or(name)
}
