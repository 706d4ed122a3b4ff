//! How the law settles each scheme when an income turns out otherwise: whether there is something to pay
//! back. The classification is of the schemes, not of a household.

use engine::language::Text;

/// When a scheme looks at the income that somebody really had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settling {
    /// After the year: what was paid was an advance on an estimate.
    Afterwards,
    /// Every month, with the income of that month.
    Monthly,
    /// Never: the income does not count.
    Never,
    /// As the municipality has laid down; that is not in the rules.
    ByMunicipality,
}

/// How a scheme is settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risk {
    /// The scheme: the key of a [`crate::parts::Part`], or [`AOW`].
    pub scheme: &'static str,
    /// Its name for a reader.
    pub name: Text,
    /// When.
    pub settled: Settling,
    /// What that means for who gets it.
    pub meaning: Text,
    /// The articles it is based on.
    pub sources: &'static [&'static str],
}

/// The key of the AOW, which is no part of its own: it stands in the own income.
pub const AOW: &str = "aow";

impl Settling {
    /// Its word for other programs.
    pub fn key(self) -> &'static str {
        match self {
            Settling::Afterwards => "achteraf",
            Settling::Monthly => "per_maand",
            Settling::Never => "nooit",
            Settling::ByMunicipality => "eigen_regels",
        }
    }

    /// Whether an income that turns out higher gives something to pay back, although everything was
    /// reported in time.
    pub fn is_reclaimed(self) -> bool {
        self == Settling::Afterwards
    }
}

impl Risk {
    /// The risk of a scheme.
    pub fn of(scheme: &str) -> Option<&'static Risk> {
        RISKS.iter().find(|risk| risk.scheme == scheme)
    }
}

const ADVANCE: Text = Text::fixed(
    "U krijgt een voorschot bij een geschat inkomen. Na het jaar wordt het definitief. Wat te \
     veel is, moet terug.",
    "You get an advance based on an estimated income. It becomes final after the year. What was too \
     much must be paid back.",
);
const AWIR: &[&str] =
    &["Algemene wet inkomensafhankelijke regelingen, art. 16, 17, 19, 24, 26 en 26a"];
const MUNICIPAL: Text = Text::fixed(
    "De gemeente heeft eigen regels. Vraag na wat er geldt als het inkomen later stijgt.",
    "The municipality has its own rules. Ask what holds when the income rises later.",
);
const ORDINANCE: &[&str] = &["Gemeentewet, art. 108, lid 1, en art. 147"];

const fn advance(scheme: &'static str, name: Text) -> Risk {
    Risk { scheme, name, settled: Settling::Afterwards, meaning: ADVANCE, sources: AWIR }
}

const fn municipal(scheme: &'static str, name: Text, sources: &'static [&'static str]) -> Risk {
    Risk { scheme, name, settled: Settling::ByMunicipality, meaning: MUNICIPAL, sources }
}

/// All schemes, in the order in which they are shown.
pub static RISKS: [Risk; 14] = [
    advance("zorgtoeslag", Text::fixed("zorgtoeslag", "zorgtoeslag")),
    advance("huurtoeslag", Text::fixed("huurtoeslag", "huurtoeslag")),
    advance("kindgebonden_budget", Text::fixed("kindgebonden budget", "kindgebonden budget")),
    advance("kinderopvangtoeslag", Text::fixed("kinderopvangtoeslag", "kinderopvangtoeslag")),
    Risk {
        scheme: "bijstand",
        name: Text::fixed("bijstand", "bijstand"),
        settled: Settling::Monthly,
        meaning: Text::fixed(
            "De gemeente trekt het inkomen van een maand af van de bijstand. Geef inkomen meteen door. \
             Wat later blijkt, wordt verrekend of moet terug.",
            "The municipality takes the income of a month off the bijstand. Report income at once. What \
             comes out later is set off or must be paid back.",
        ),
        sources: &["Participatiewet, art. 17, lid 1, art. 32, lid 1, en art. 58, lid 1, 2 en 4"],
    },
    Risk {
        scheme: "aio",
        name: Text::fixed("AIO", "AIO"),
        settled: Settling::Monthly,
        meaning: Text::fixed(
            "De SVB trekt het inkomen van een maand af van de AIO. Geef inkomen meteen door. Wat later \
             blijkt, wordt verrekend of moet terug.",
            "The SVB takes the income of a month off the AIO. Report income at once. What comes out \
             later is set off or must be paid back.",
        ),
        sources: &[
            "Participatiewet, art. 17, lid 1, art. 32, lid 1, art. 47a, en art. 58, lid 1, 2 en 4",
        ],
    },
    Risk {
        scheme: "kinderbijslag",
        name: Text::fixed("kinderbijslag", "kinderbijslag"),
        settled: Settling::Never,
        meaning: Text::fixed(
            "De kinderbijslag hangt niet af van het inkomen van de ouders.",
            "The kinderbijslag does not depend on the income of the parents.",
        ),
        sources: &["Algemene Kinderbijslagwet, art. 7 en 12"],
    },
    Risk {
        scheme: AOW,
        name: Text::fixed("AOW", "AOW"),
        settled: Settling::Never,
        meaning: Text::fixed(
            "De AOW hangt niet af van ander inkomen. De belasting erover wel.",
            "The AOW does not depend on other income. The tax on it does.",
        ),
        sources: &["Algemene Ouderdomswet, art. 7 en 9"],
    },
    Risk {
        scheme: "studietoeslag",
        name: Text::fixed("studietoeslag", "studietoeslag"),
        settled: Settling::Monthly,
        meaning: Text::fixed(
            "De studietoeslag is per maand, voor wie naast de studie niet kan werken. Wie loon krijgt, \
             heeft in die maanden geen recht.",
            "The studietoeslag is by the month, for who cannot work beside their studies. Who gets a \
             wage has no right in those months.",
        ),
        sources: &["Participatiewet, art. 36b, lid 1"],
    },
    municipal(
        "individuele_inkomenstoeslag",
        Text::fixed("individuele inkomenstoeslag", "individuele inkomenstoeslag"),
        &["Participatiewet, art. 36"],
    ),
    municipal(
        "gemeente_meedoenregeling",
        Text::fixed("meedoenregeling van de gemeente", "municipal participation scheme"),
        ORDINANCE,
    ),
    municipal(
        "gemeente_zorgverzekering",
        Text::fixed("zorgverzekering van de gemeente", "municipal health insurance"),
        ORDINANCE,
    ),
    municipal(
        "gemeente_kindregeling",
        Text::fixed("kindregeling van de gemeente", "municipal child scheme"),
        ORDINANCE,
    ),
    municipal(
        "gemeente_energietoeslag",
        Text::fixed("energietoeslag van de gemeente", "municipal energy benefit"),
        ORDINANCE,
    ),
];
