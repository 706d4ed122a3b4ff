//! The households of `voorbeelden/`, each of another kind: what they get, and why. The figures of
//! these snapshots were worked out by hand from the law first: `voorbeelden/README.md`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{json, run, shown};
use engine::language::Language;
use regelspraak::number::Number;

/// A household, and the outcomes that tell most about it.
struct Household {
    name: &'static str,
    /// An outcome, and of whom when it is one per person.
    telling: &'static [(&'static str, &'static str)],
}

const HOUSEHOLDS: &[Household] = &[
    Household {
        name: "alleenstaande",
        telling: &[
            ("zorgtoeslag_per_maand", ""),
            ("huurtoeslag_per_maand", ""),
            ("kinderbijslag_per_kwartaal", ""),
            ("inkomstenbelasting_per_jaar", "Yasmin"),
            ("algemene_heffingskorting_per_jaar", "Yasmin"),
            ("arbeidskorting_per_jaar", "Yasmin"),
            ("minimumloon_per_uur", "Yasmin"),
        ],
    },
    Household {
        name: "paar",
        telling: &[
            ("zorgtoeslag_per_maand", ""),
            ("huurtoeslag_per_maand", ""),
            ("kindgebonden_budget_per_maand", ""),
            ("toetsingsinkomen_per_jaar", ""),
            ("heffingskortingen_verzilverd_per_jaar", "Lisa"),
        ],
    },
    Household {
        name: "eenouder",
        telling: &[
            ("zorgtoeslag_per_maand", ""),
            ("huurtoeslag_per_maand", ""),
            ("kindgebonden_budget_per_maand", ""),
            ("kinderopvangtoeslag_per_maand", ""),
            ("kinderbijslag_per_kwartaal", ""),
            ("inkomensafhankelijke_combinatiekorting_per_jaar", "Fatima"),
            ("inkomstenbelasting_per_jaar", "Fatima"),
        ],
    },
    Household {
        name: "paar-met-drie-kinderen",
        telling: &[
            ("zorgtoeslag_per_maand", ""),
            ("huurtoeslag_per_maand", ""),
            ("kindgebonden_budget_per_maand", ""),
            ("kinderopvangtoeslag_per_maand", ""),
            ("kinderbijslag_per_jaar", ""),
            ("netto_inkomen_per_jaar", "Daan"),
            ("minimumloon_per_uur", "Lotte"),
        ],
    },
    Household {
        name: "pensioenpaar",
        telling: &[
            ("zorgtoeslag_per_maand", ""),
            ("huurtoeslag_per_maand", ""),
            ("aow_bruto_per_maand", "Henk"),
            ("aow_netto_per_maand", "Riet"),
            ("aow_per_jaar", "Henk"),
            ("ouderenkorting_per_jaar", "Henk"),
            ("belasting_box1_voor_kortingen_per_jaar", "Henk"),
            ("zvw_bijdrage_per_jaar", "Riet"),
        ],
    },
    Household {
        name: "student",
        telling: &[
            ("zorgtoeslag_per_maand", ""),
            ("huurtoeslag_per_maand", ""),
            ("kinderopvangtoeslag_per_maand", ""),
            ("aow_bruto_per_maand", "Jesse"),
        ],
    },
    Household {
        name: "paar-met-koopwoning",
        telling: &[
            ("zorgtoeslag_per_maand", ""),
            ("huurtoeslag_per_maand", ""),
            ("kindgebonden_budget_per_maand", ""),
            ("kinderopvangtoeslag_per_maand", ""),
            ("inkomsten_eigen_woning_per_jaar", "Mark"),
            ("inkomen_box3_per_jaar", "Sophie"),
            ("belasting_box3_per_jaar", "Sophie"),
        ],
    },
    Household {
        name: "zelfstandige-met-kinderopvang",
        telling: &[
            ("zorgtoeslag_per_maand", ""),
            ("huurtoeslag_per_maand", ""),
            ("kindgebonden_budget_per_maand", ""),
            ("kinderopvangtoeslag_per_maand", ""),
            ("belastbare_winst_per_jaar", "Nadia"),
            ("zvw_bijdrage_per_jaar", "Nadia"),
        ],
    },
    Household {
        name: "met-inwonende-zus",
        telling: &[
            ("zorgtoeslag_per_maand", ""),
            ("huurtoeslag_per_maand", ""),
            ("kindgebonden_budget_per_maand", ""),
            ("alleenstaande_ouderenkorting_per_jaar", "Kees"),
        ],
    },
    Household {
        name: "werken-naast-bijstand",
        telling: &[
            ("bijstand_per_maand", ""),
            ("bijstand_zonder_vakantietoeslag_per_maand", ""),
            ("bruto_bijstand_per_jaar", "Eva"),
            ("toetsingsinkomen_per_jaar", ""),
            ("individuele_inkomenstoeslag_per_jaar", ""),
            ("gemeente_meedoenregeling_per_jaar", ""),
        ],
    },
];

fn file(name: &str) -> String {
    format!("../../voorbeelden/{name}.yaml")
}

#[test]
fn what_each_household_gets() {
    for household in HOUSEHOLDS {
        let path = file(household.name);
        let name = household.name.replace('-', "_");
        insta::assert_snapshot!(format!("bereken_{name}"), shown(&run(&["bereken", &path])));
        let as_json = shown(&run(&["bereken", &path, "--json"]));
        insta::assert_snapshot!(format!("json_{name}"), as_json);
    }
}

/// What was worked out by hand, in `voorbeelden/README.md`, is what the program gives.
#[test]
fn what_was_worked_out_by_hand_comes_out() {
    let text = std::fs::read_to_string("../../voorbeelden/README.md").unwrap();
    for household in HOUSEHOLDS {
        let heading = format!("## {}.yaml\n", household.name);
        let (_, section) = text.split_once(&heading).unwrap();
        let section = section.split("\n## ").next().unwrap();
        let answer = json(&run(&["bereken", &file(household.name), "--json"]));
        let persons = answer["personen"].as_object().unwrap().values();
        let amounts = persons.map(|person| &person["inkomstenbelasting_per_jaar"]).chain(
            ["zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderopvangtoeslag"]
                .iter()
                .flat_map(|scheme| ["maand", "jaar"].map(|time| format!("{scheme}_per_{time}")))
                .chain(["kinderbijslag_per_kwartaal", "kinderbijslag_per_jaar"].map(String::from))
                .chain(["netto_besteedbaar_inkomen_per_jaar".to_string()])
                .map(|outcome| &answer["huishouden"][outcome]),
        );
        for amount in amounts.map(|amount| Number::parse(&amount.to_string().replace('.', ","))) {
            let amount = amount.unwrap();
            let written = household::wording::euro(&amount, Language::Dutch).replace("€ ", "");
            let found = amount.is_zero() || section.contains(&format!("**{written}**"));
            assert!(found, "{}: {written}", household.name);
        }
    }
}

/// The schemes of the Rijk are there from 2024 on: none of their outcomes is unknown. What a
/// municipality gives may be unknown.
#[test]
fn every_outcome_is_known() {
    let corpus = builtin::corpus().unwrap();
    let of_policy = |name: &str| {
        corpus.outcomes.iter().any(|outcome| outcome.name == name && outcome.scheme.is_some())
    };
    for household in HOUSEHOLDS {
        let path = file(household.name);
        for day in ["2024-04-01", "2024-09-01", "2025-03-01", "2025-09-01", "2026-03-01"] {
            let answer = json(&run(&["bereken", &path, "--datum", day, "--json"]));
            let persons = answer["personen"].as_object().unwrap().values();
            for outcomes in persons.chain([&answer["huishouden"]]) {
                for (outcome, amount) in outcomes.as_object().unwrap() {
                    let known = amount.is_number() || of_policy(outcome);
                    assert!(known, "{path} {day} {outcome}: {amount}");
                }
            }
        }
    }
}

#[test]
fn why_each_household_gets_it() {
    for household in HOUSEHOLDS {
        let path = file(household.name);
        let mut told = String::new();
        let all = [("netto_besteedbaar_inkomen_per_jaar", "")];
        for (outcome, person) in all.iter().chain(household.telling) {
            let mut arguments = vec!["uitleg", &path, outcome];
            if !person.is_empty() {
                arguments.extend(["--persoon", person]);
            }
            let ended = run(&arguments);
            assert_eq!(ended.code, Some(0), "{}", ended.err);
            told.push_str(&format!(
                "$ samenhang uitleg … {}\n{}\n",
                arguments[2..].join(" "),
                ended.out
            ));
        }
        insta::assert_snapshot!(format!("uitleg_{}", household.name.replace('-', "_")), told);
    }
}

/// A short explanation leaves things out; with `--alles`, and as JSON, everything is there.
#[test]
fn everything_can_be_seen() {
    let path = file("paar-met-drie-kinderen");
    let outcome = "netto_besteedbaar_inkomen_per_jaar";
    let short = run(&["uitleg", &path, outcome]).out;
    assert!(short.lines().count() < 60, "{short}");
    assert!(short.contains("(uitleg: huurtoeslag_per_jaar)"), "{short}");
    assert!(
        short.contains(&format!("samenhang uitleg {path} netto_inkomen_per_jaar --persoon Daan"))
    );
    let whole = run(&["uitleg", &path, outcome, "--alles"]).out;
    let answer = run(&["uitleg", &path, outcome, "--json"]).out;
    for deep in ["fbouwpercentage arbeidskorting", "ormhuur bij het ijkpunt"] {
        assert!(!short.contains(deep) && whole.contains(deep) && answer.contains(deep), "{deep}");
    }
}

/// The amounts of 0 of a person are counted, and shown when asked for.
#[test]
fn amounts_of_nothing_are_shown_when_asked_for() {
    let path = file("eenouder");
    let table = run(&["bereken", &path]).out;
    assert!(!table.contains("aow_bruto_per_maand") && table.contains("Nog "), "{table}");
    let whole = run(&["bereken", &path, "--alles"]).out;
    assert!(whole.contains("aow_bruto_per_maand") && !whole.contains("Nog "), "{whole}");
}

/// Only of a right can be asked why it is not there.
#[test]
fn a_tax_of_nothing_is_no_refused_right() {
    let path = file("eenouder");
    for outcome in ["inkomstenbelasting_per_jaar", "zvw_bijdrage_per_jaar", "inkomen_box3_per_jaar"]
    {
        let ended = run(&["uitleg", &path, outcome, "--persoon", "Fatima"]);
        assert!(
            ended.out.contains(": € 0\n") && !ended.out.contains("Waarom niet?"),
            "{}",
            ended.out
        );
    }
    let ended = run(&["uitleg", &path, "aow_bruto_per_maand", "--persoon", "Fatima"]);
    assert!(ended.out.contains("Waarom niet? Op 01-02-2026 is het nog te vroeg."), "{}", ended.out);
}
