//! The steps of a creditor, by the names their amounts have in the rules.

use engine::language::Text;

use super::DebtKind;

/// A step and the attributen of the Vordering it has.
pub struct NamedStep {
    /// What the creditor does.
    pub name: Text,
    /// What it costs.
    pub costs: &'static str,
    /// What is to be paid after it.
    pub total: &'static str,
    /// What paying after it saves.
    pub saved: &'static str,
}

const fn step(
    name: Text,
    costs: &'static str,
    total: &'static str,
    saved: &'static str,
) -> NamedStep {
    NamedStep { name, costs, total, saved }
}

/// The steps, in the order in which they are taken.
pub fn of(kind: DebtKind) -> &'static [NamedStep] {
    match kind {
        DebtKind::Agreement => &AGREEMENT,
        DebtKind::Municipality => &MUNICIPALITY,
    }
}

/// A parameter with a value for every year of which the tariffs are known.
pub fn first_tariff(kind: DebtKind) -> &'static str {
    match kind {
        DebtKind::Agreement => "tarief dagvaarding",
        DebtKind::Municipality => "tarief dwangbevel",
    }
}

static AGREEMENT: [NamedStep; 7] = [
    step(
        Text::fixed("herinnering", "reminder"),
        "kosten van de herinnering",
        "totaal na de herinnering",
        "besparing na de herinnering",
    ),
    step(
        Text::fixed(
            "incassokosten, 14 dagen na de brief",
            "collection costs, 14 days after the letter",
        ),
        "buitengerechtelijke kosten",
        "totaal na de buitengerechtelijke kosten",
        "besparing na de buitengerechtelijke kosten",
    ),
    step(
        Text::fixed("dagvaarding", "summons (dagvaarding)"),
        "kosten van de dagvaarding",
        "totaal na de dagvaarding",
        "besparing na de dagvaarding",
    ),
    step(
        Text::fixed("griffierecht", "court fee (griffierecht)"),
        "griffierecht",
        "totaal na het griffierecht",
        "besparing na het griffierecht",
    ),
    step(
        Text::fixed("vonnis: salaris gemachtigde", "judgment: fee of the representative"),
        "salaris van de gemachtigde",
        "totaal na het salaris van de gemachtigde",
        "besparing na het salaris van de gemachtigde",
    ),
    step(
        Text::fixed("vonnis gebracht door de deurwaarder", "judgment served by the bailiff"),
        "kosten van de betekening",
        "totaal na de betekening",
        "besparing na de betekening",
    ),
    step(
        Text::fixed("beslag op het loon", "seizure of the wage"),
        "kosten van het loonbeslag",
        "totaal na het loonbeslag",
        "besparing na het loonbeslag",
    ),
];

static MUNICIPALITY: [NamedStep; 3] = [
    step(
        Text::fixed("aanmaning", "demand (aanmaning)"),
        "kosten van de aanmaning",
        "totaal na de aanmaning",
        "besparing na de aanmaning",
    ),
    step(
        Text::fixed("dwangbevel", "writ of execution (dwangbevel)"),
        "kosten van het dwangbevel",
        "totaal na het dwangbevel",
        "besparing na het dwangbevel",
    ),
    step(
        Text::fixed("beslag op spullen", "seizure of goods"),
        "kosten van het beslag",
        "totaal na het beslag",
        "besparing na het beslag",
    ),
];

/// What does not count.
pub fn remarks(kind: DebtKind) -> &'static [Text] {
    match kind {
        DebtKind::Agreement => &FOR_AGREEMENTS,
        DebtKind::Municipality => &FOR_MUNICIPALITIES,
    }
}

static FOR_AGREEMENTS: [Text; 2] = [
    Text::fixed(
        "De bedragen zijn zonder btw. Wat de deurwaarder zelf betaalt en wat het innen per maand kost, telt niet mee.",
        "The amounts are without VAT. What the bailiff pays to others and what collecting costs each month do not count.",
    ),
    Text::fixed(
        "Wie op de zitting komt, kan een ander bedrag krijgen. Hier is gerekend met iemand die niet komt.",
        "Whoever comes to the hearing may get another amount. This is for somebody who does not come.",
    ),
];

static FOR_MUNICIPALITIES: [Text; 1] = [Text::fixed(
    "De gemeente kiest zelf of zij rente rekent, en hoeveel. Die rente telt hier niet mee.",
    "The municipality chooses whether it charges interest, and how much. That interest does not count here.",
)];
