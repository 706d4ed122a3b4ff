//! What the net disposable income of a household is made of.

mod error;

use engine::exact::Fault;
use engine::language::{Bilingual, Text};
use regelspraak::model::{AttributeId, Model, ObjectTypeId};
use regelspraak::number::Number;

pub use error::AmountError;

use crate::calculation::Calculation;
use crate::sweep::{Place, Sweep};
use crate::wording;

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

/// Said when a wage varies of somebody who pays pensioenpremie.
pub(crate) const PREMIUM_MOVES_ALONG: Text = Text::fixed(
    "De pensioenpremie beweegt mee met het loon: zij blijft hetzelfde deel ervan.",
    "The pension premium moves along with the wage: it stays the same part of it.",
);

/// Where the parts stand among what [`Calculation::sweep_of`] watches; before them stands
/// [`DISPOSABLE`].
pub(crate) const FIRST_PART: usize = 1;
/// Where what is paid stands among what is watched.
pub(crate) const FIRST_PAID: usize = FIRST_PART + PARTS.len();
/// Where what else is asked for stands among what is watched.
pub(crate) const FIRST_OTHER: usize = FIRST_PAID + PAID.len();

impl Part {
    /// The position of the part with this key in [`PARTS`].
    pub(crate) fn position(key: &str) -> Option<usize> {
        PARTS.iter().position(|part| part.key == key)
    }
}

/// The attribuut of an objecttype with this name.
pub(crate) fn attribute(
    model: &Model,
    objecttype: ObjectTypeId,
    name: &'static str,
) -> Result<AttributeId, AmountError> {
    model.attribute(objecttype, name).ok_or(AmountError::Rules(name))
}

impl Calculation<'_> {
    /// The household with an amount of a person to vary. Watched are the net disposable income, the parts
    /// of it, what is paid of them, and what else is asked for. With a wage the pensioenpremie moves along,
    /// as the same part of it.
    pub(crate) fn sweep_of(
        &self,
        person: usize,
        varied: &'static str,
        others: &[Place],
    ) -> Result<Sweep<'_>, AmountError> {
        let model = &self.calculator.corpus.model;
        let (instance, household) = (self.objects.personen[person], self.objects.huishouden);
        let premium = self.premium_of_wage(person).filter(|_| varied == "loon");
        let varied = attribute(model, instance.objecttype, varied)?;
        let names = [DISPOSABLE].into_iter().chain(PARTS.iter().map(|it| it.attribute));
        let names = names.chain(PAID.iter().map(|it| it.0));
        let watched: Result<Vec<Place>, AmountError> = names
            .map(|name| Ok((household, attribute(model, household.objecttype, name)?)))
            .collect();
        let mut watched = watched?;
        watched.extend_from_slice(others);
        let sweep = Sweep::new(self.calculator, self.outcome.clone(), (instance, varied), watched);
        Ok(match premium {
            Some(part) => {
                let premium = attribute(model, instance.objecttype, "pensioenpremie")?;
                sweep.with_part((instance, premium), part)
            }
            None => sweep,
        })
    }

    /// Which part of the wage of a person is pensioenpremie; nothing without one.
    pub(crate) fn premium_of_wage(&self, person: usize) -> Option<Number> {
        let values = &self.file.personen[person].values;
        let premium = values.number("pensioenpremie");
        premium.checked_div(&values.number("loon")).filter(|part| !part.is_zero())
    }

    /// Why the net disposable income is not known.
    pub(crate) fn unknown_income(&self) -> AmountError {
        let household = self.objects.huishouden;
        let attribute = self.calculator.corpus.model.attribute(household.objecttype, DISPOSABLE);
        let fault = attribute.and_then(|attribute| self.outcome.value(attribute, household).err());
        AmountError::Unknown(Text::of(|language| match fault.map(|fault| fault.as_ref()) {
            Some(Fault::MissingParameter { parameter, day, reason, .. }) => {
                wording::no_value(parameter, *day, reason, language)
            }
            Some(fault) => fault.in_language(language).to_string() + ".",
            None => String::new(),
        }))
    }
}
