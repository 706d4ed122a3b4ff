//! Which outcome may not rise or not fall when an amount rises, by the law.

use engine::data::InstanceId;

use crate::path::Path;

/// Which way an outcome goes when an amount rises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It does not fall.
    NotDown,
    /// It does not rise.
    NotUp,
    /// It does not change.
    Constant,
    /// It rises first, and once it has fallen does not rise again.
    UpThenDown,
}

/// What may go against the way of an outcome.
pub enum Except {
    /// A jump on the list, by its rule.
    Jump(&'static str),
    /// Households for which the law says otherwise: why, and which.
    When(&'static str, fn(&Path<'_, '_>, InstanceId) -> bool),
}

/// A line of the table.
pub struct Line {
    /// The outcome: of the person whose amount it is, or of the household.
    pub outcome: &'static str,
    /// The amounts that rise; all of them when empty.
    pub with: &'static [&'static str],
    /// Which way it goes.
    pub way: Way,
    /// What says so.
    pub source: &'static str,
    /// What may go the other way.
    pub except: &'static [Except],
    /// Whether it is about households that apply for bijstand. The others are about those that do not:
    /// where bijstand ends, the gross income and what hangs on it fall.
    pub bijstand: bool,
}

use Except::{Jump, When};
use Way::{Constant, NotDown, NotUp, UpThenDown};

const INCOME: &[&str] = &["loon", "winst", "pensioen", "uitkering"];
const WORK: &[&str] = &["loon", "winst"];
const BENEFITS: &[&str] = &["pensioen", "uitkering"];
const WEALTH: &[&str] = &["spaargeld", "overig vermogen"];
const LESS: &[&str] = &["pensioenpremie", "schulden"];
const RENT: &[&str] = &["kale huur", "servicekosten"];
const OWN_HOME: &[&str] = &["woz waarde", "hypotheekrente"];
const CHILDCARE: &[&str] = &["uren", "uurtarief"];

/// The own home goes to the partner with the highest income (art. 2.17 lets them choose).
const HOME_GOES: Except = Jump("belast voor de eigen woning");
/// Who earns the most loses the combinatiekorting to the partner.
const LEAST_EARNER: Except = Jump("minstverdienende fiscale partner");
/// The table of art. 2.10 has the tax at the end of a schijf in whole euros.
const FIRST_SCHIJF: Except = Jump("belasting volgens de tabel in de eerste schijf");
const SECOND_SCHIJF: Except = Jump("belasting volgens de tabel in de tweede schijf");
/// Childcare counts only for who works.
const WORKS: Except = Jump("actief voor de kinderopvangtoeslag");
/// Another child becomes the first child.
const FIRST_CHILD: Except = Jump("kind met de meeste opvanguren");

/// Beside a loss, the employer's arbeidskorting counts (art. 8.11, lid 2, slot): it falls with the
/// pay above the afbouwpunt, while that over pay and loss together still rises.
fn has_loss(path: &Path<'_, '_>, person: InstanceId) -> bool {
    path.amount.name == "winst" || path.cents(person, "winst") < 0
}

const fn line(
    outcome: &'static str,
    way: Way,
    with: &'static [&'static str],
    source: &'static str,
) -> Line {
    Line { outcome, with, way, source, except: &[], bijstand: false }
}

impl Line {
    const fn but(mut self, except: &'static [Except]) -> Line {
        self.except = except;
        self
    }

    const fn applied_for(mut self) -> Line {
        self.bijstand = true;
        self
    }
}

/// The table.
pub static TABLE: &[Line] = &[
    // Income and tax.
    line(
        "belastbare winst uit onderneming",
        NotDown,
        &["winst"],
        "Wet IB 2001, art. 3.2, 3.76 en 3.79a",
    ),
    line("belastbaar inkomen uit sparen en beleggen", NotDown, WEALTH, "Wet IB 2001, art. 5.2"),
    line(
        "belastbaar inkomen uit sparen en beleggen",
        NotUp,
        &["schulden"],
        "Wet IB 2001, art. 5.2 en 5.3",
    ),
    line("belasting in box 3", NotDown, WEALTH, "Wet IB 2001, art. 2.13"),
    line("toetsingsinkomen", NotDown, INCOME, "Awir, art. 8").but(&[HOME_GOES]),
    line("toetsingsinkomen", NotDown, WEALTH, "Awir, art. 8"),
    line("toetsingsinkomen", NotUp, LESS, "Awir, art. 8").but(&[HOME_GOES]),
    line("belasting box 1 voor kortingen per jaar", NotDown, INCOME, "Wet IB 2001, art. 2.10")
        .but(&[FIRST_SCHIJF, SECOND_SCHIJF, HOME_GOES]),
    line("belasting box 1 voor kortingen per jaar", Constant, WEALTH, "Wet IB 2001, art. 2.10"),
    line("inkomstenbelasting per jaar", NotDown, BENEFITS, "Wet IB 2001, art. 2.7 en hoofdstuk 8")
        .but(&[FIRST_SCHIJF, SECOND_SCHIJF, HOME_GOES]),
    line("inkomstenbelasting per jaar", NotDown, WEALTH, "Wet IB 2001, art. 2.7 en hoofdstuk 8"),
    line("zvw bijdrage per jaar", NotDown, &["winst", "pensioen"], "Zvw, art. 43"),
    line("zvw bijdrage per jaar", NotUp, &["loon", "uitkering"], "Zvw, art. 43, lid 3 en 5"),
    line("zvw bijdrage per jaar", Constant, WEALTH, "Zvw, art. 43"),
    line(
        "netto inkomen per jaar",
        NotDown,
        INCOME,
        "Wet IB 2001, art. 2.10 en hoofdstuk 8: samen minder dan 100%",
    )
    .but(&[HOME_GOES, LEAST_EARNER]),
    // Credits.
    line("algemene heffingskorting per jaar", NotUp, INCOME, "Wet IB 2001, art. 8.10")
        .but(&[HOME_GOES]),
    line("algemene heffingskorting per jaar", NotUp, WEALTH, "Wet IB 2001, art. 8.10"),
    line("arbeidskorting per jaar", UpThenDown, WORK, "Wet IB 2001, art. 8.11, lid 2")
        .but(&[When("verlies naast loon: art. 8.11, lid 2, slot", has_loss)]),
    line("arbeidskorting per jaar", Constant, BENEFITS, "Wet IB 2001, art. 8.11"),
    line("arbeidskorting per jaar", Constant, WEALTH, "Wet IB 2001, art. 8.11"),
    line(
        "inkomensafhankelijke combinatiekorting per jaar",
        NotDown,
        WORK,
        "Wet IB 2001, art. 8.14a, lid 2",
    )
    .but(&[LEAST_EARNER]),
    line(
        "inkomensafhankelijke combinatiekorting per jaar",
        Constant,
        BENEFITS,
        "Wet IB 2001, art. 8.14a",
    ),
    line("ouderenkorting per jaar", NotUp, INCOME, "Wet IB 2001, art. 8.17").but(&[HOME_GOES]),
    line("ouderenkorting per jaar", NotUp, WEALTH, "Wet IB 2001, art. 8.17"),
    line("jonggehandicaptenkorting per jaar", Constant, &[], "Wet IB 2001, art. 8.16a"),
    line("alleenstaande ouderenkorting per jaar", Constant, &[], "Wet IB 2001, art. 8.18"),
    // Toeslagen.
    line("zorgtoeslag per jaar", NotUp, INCOME, "Wzt, art. 2, lid 2"),
    line("zorgtoeslag per jaar", NotUp, WEALTH, "Wzt, art. 2 en 3"),
    line("zorgtoeslag per jaar", NotDown, LESS, "Wzt, art. 2 en 3"),
    line("zorgtoeslag per jaar", NotUp, &["woz waarde"], "Wzt, art. 2; Wet IB 2001, art. 3.112"),
    line("zorgtoeslag per jaar", Constant, RENT, "Wzt, art. 2"),
    line("huurtoeslag per jaar", NotUp, INCOME, "Wht, art. 16 tot en met 21"),
    line("huurtoeslag per jaar", NotUp, WEALTH, "Wht, art. 7; Awir, art. 7, lid 3 en 4"),
    line("huurtoeslag per jaar", NotDown, LESS, "Wht, art. 7"),
    line("huurtoeslag per jaar", NotDown, RENT, "Wht, art. 21")
        .but(&[Jump("recht op huurtoeslag")]),
    line("huurtoeslag per jaar", Constant, OWN_HOME, "Wht, art. 1"),
    line("kindgebonden budget per jaar", NotUp, INCOME, "Wkgb, art. 2, lid 7 en 8"),
    line("kindgebonden budget per jaar", NotUp, WEALTH, "Wkgb, art. 1, lid 4, en art. 2"),
    line("kindgebonden budget per jaar", NotDown, LESS, "Wkgb, art. 2"),
    line("kindgebonden budget per jaar", NotUp, &["woz waarde"], "Wkgb, art. 2, lid 7 en 8"),
    line("kindgebonden budget per jaar", Constant, RENT, "Wkgb, art. 2"),
    line("kinderopvangtoeslag per jaar", NotUp, INCOME, "Besluit kinderopvangtoeslag, bijlage I")
        .but(&[WORKS]),
    line("kinderopvangtoeslag per jaar", NotUp, WEALTH, "Besluit kinderopvangtoeslag, bijlage I"),
    line("kinderopvangtoeslag per jaar", NotDown, CHILDCARE, "Wet kinderopvang, art. 1.7")
        .but(&[FIRST_CHILD]),
    line("kinderopvangtoeslag per jaar", Constant, RENT, "Wet kinderopvang, art. 1.5"),
    line("kinderbijslag per jaar", Constant, &[], "AKW, art. 7 en 12"),
    // Bijstand, for who applies for it.
    line("bijstand per jaar", NotUp, INCOME, "Pw, art. 19, lid 2, en art. 31").applied_for(),
    line("bijstand per jaar", NotUp, WEALTH, "Pw, art. 19, lid 1, en art. 34").applied_for(),
    line("bijstand per jaar", NotDown, LESS, "Pw, art. 31, lid 3, en art. 34").applied_for(),
    line("bijstand per jaar", Constant, RENT, "Pw, art. 19").applied_for(),
    line("AIO per jaar", NotUp, INCOME, "Pw, art. 19, lid 2, en art. 47a").applied_for(),
    line("AIO per jaar", NotUp, WEALTH, "Pw, art. 34 en 47a").applied_for(),
    line("AIO per jaar", Constant, RENT, "Pw, art. 47a").applied_for(),
    // All together. What savings earn is not counted.
    line("netto besteedbaar inkomen per jaar", NotUp, WEALTH, "alle wetten samen"),
];
