//! Amounts a year that go by the day, and a birthday earlier in the year, worked out by hand.

use household::Milestones;
use household::milestones::Occasion;

use super::{Household, corpus, milestones};

/// All that is told of an outcome: from when, from what to what, and whether an event does it.
fn told(all: &Milestones, outcome: &str, person: Option<&str>) -> Vec<(String, String, bool)> {
    let mut told = Vec::new();
    for milestone in &all.list {
        let event = milestone.occasions[0].0 != Occasion::Amounts;
        let of = |name: &str, whose: Option<&str>| name == outcome && whose == person;
        for change in &milestone.changes {
            if of(&change.outcome, change.person.as_deref()) {
                let [from, to] = [&change.before, &change.after]
                    .map(|amount| amount.to_decimal_string().unwrap());
                told.push((change.from.to_string(), format!("{from} -> {to}"), event));
            }
        }
    }
    // New amounts come before events of the same day.
    told.sort_by(|one, other| (&one.0, one.2).cmp(&(&other.0, other.2)));
    told
}

fn household(rekendatum: &str, home: &str, persons: &[&str]) -> Milestones {
    milestones(&corpus(), &Household { rekendatum, home, persons }.file(), 2)
}

fn step(from: &str, amounts: &str, event: bool) -> (String, String, bool) {
    (from.into(), amounts.into(), event)
}

/// Tilburg 2025: inkomenstoeslag 675 of a single parent and 525 of a single person, meedoenregeling 147 for
/// each person. It is of the day, so it ends on the birthday, whatever the rekendatum.
#[test]
fn what_a_municipality_gives_changes_on_the_birthday() {
    for rekendatum in ["2024-11-15", "2025-01-02", "2025-05-04"] {
        let all = household(
            rekendatum,
            "  gemeente: Tilburg\n  woning: {soort: huurwoning, kale_huur: 520}\n",
            &[
                "naam: Eva, rol: aanvrager, geboortedatum: 1985-02-02, maanden_laag_inkomen: 60",
                "naam: Kim, rol: kind, geboortedatum: 2007-05-05, ouders: [Eva]",
            ],
        );
        let mut income = told(&all, "individuele_inkomenstoeslag_per_jaar", None);
        income.retain(|it| it.0.as_str() > "2025-01-01");
        assert_eq!(income, [step("2025-05-05", "675 -> 525", true)], "{rekendatum}");
        let taking_part = told(&all, "gemeente_meedoenregeling_per_jaar", None);
        assert_eq!(taking_part, [step("2025-05-05", "294 -> 147", true)], "{rekendatum}");
    }
}

/// Box 3 of 2026 (Wet IB 2001, art. 2.15, 5.2 and 5.5): until the year after turning 18, savings of a child
/// are of the parent. 2025: 1.37% x 105,000 x (105,000 - 57,684) / 105,000 = 648.23. 2026, under new amounts:
/// 1.28% x (105,000 - 59,357) = 584.23; then 45,000 of the parent alone is below the exemption, and of
/// Kim 1.28% x (60,000 - 59,357) = 8.23. So it is, whether the birthday is still to come or past.
#[test]
fn savings_of_a_child_that_turned_eighteen_this_year() {
    for rekendatum in ["2025-02-02", "2025-11-01"] {
        let all = household(
            rekendatum,
            "  gemeente: Almere\n  woning: {soort: huurwoning, kale_huur: 620}\n",
            &[
                "naam: Eva, rol: aanvrager, geboortedatum: 1975-02-02, loon: 24000, spaargeld: 45000, bijstand_aangevraagd: false",
                "naam: Kim, rol: kind, geboortedatum: 2007-05-05, ouders: [Eva], spaargeld: 60000, bijstand_aangevraagd: false",
            ],
        );
        let parent = [
            step("2026-01-01", "648.23 -> 584.23", false),
            step("2026-01-01", "584.23 -> 0", true),
        ];
        assert_eq!(told(&all, "inkomen_box3_per_jaar", Some("Eva")), parent, "{rekendatum}");
        let child = [step("2026-01-01", "0 -> 8.23", true)];
        assert_eq!(told(&all, "inkomen_box3_per_jaar", Some("Kim")), child, "{rekendatum}");
    }
}

/// Wet op de zorgtoeslag, art. 3: above 141,896 (2025) and 146,011 (2026) of assets on 1 January there is none,
/// and a minor has none of his own in box 3. So it ends with the birthday, and not with new amounts; 131 a month
/// is (2,112 - 1.896% x 28,406) / 12 = 131.12.
#[test]
fn healthcare_benefit_ends_on_the_new_year_after_turning_eighteen() {
    let all = household(
        "2025-11-27",
        "  woning: {soort: huurwoning, kale_huur: 600}\n",
        &[
            "naam: Jip, rol: aanvrager, geboortedatum: 2007-02-18, loon: 10000, spaargeld: 174637, student: true",
        ],
    );
    let care = told(&all, "zorgtoeslag_per_maand", None);
    assert_eq!(care, [step("2026-01-01", "131 -> 0", true)]);
    // 1.28% x (174,637 - 59,357) = 1,475.58.
    let income = told(&all, "toetsingsinkomen_per_jaar", None);
    assert_eq!(income, [step("2026-01-01", "10000 -> 11475.58", true)]);
}

/// Participatiewet, art. 22a, lid 1: who shares the costs with somebody of 27. The bijstand of a year is with the
/// household as on the day, so the income changes on the birthday, and not on the 1 January before it.
#[test]
fn bijstand_of_a_year_changes_on_the_birthday() {
    let all = household(
        "2025-08-16",
        "  gemeente: Almere\n  woning: {soort: huurwoning, kale_huur: 600}\n",
        &[
            "naam: Eva, rol: aanvrager, geboortedatum: 1978-03-28",
            "naam: Mo, rol: medebewoner, geboortedatum: 1999-03-18",
        ],
    );
    for (outcome, whose) in
        [("toetsingsinkomen_per_jaar", None), ("bruto_bijstand_per_jaar", Some("Eva"))]
    {
        let told = told(&all, outcome, whose);
        let days: Vec<(&str, bool)> = told.iter().map(|it| (it.0.as_str(), it.2)).collect();
        assert_eq!(days, [("2026-01-01", false), ("2026-03-18", true)], "{told:?}");
    }
}
