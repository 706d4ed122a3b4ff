//! What still matters of a household, and what is known of its outcomes: held against the exact executor with
//! the open facts filled in.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

#[path = "sprongen/households.rs"]
mod households;
#[path = "sprongen/random.rs"]
mod random;

use std::sync::OnceLock;

use corpus::Corpus;
use engine::language::Language;
use household::fields::Kind;
use household::questions::{MUNICIPALITY, OpenFact, Questions};
use household::{Asked, Calculator, FieldValue, HouseholdFile, Section};
use jiff::civil::date;
use random::Random;
use regelspraak::number::Number;

fn corpus() -> &'static Corpus {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| builtin::corpus().unwrap())
}

fn ask(text: &str, skipped: &[&str]) -> Questions {
    let file = HouseholdFile::read(text, "huishouden.yaml").unwrap();
    let calculator = Calculator::new(corpus(), file.rekendatum).unwrap();
    calculator.questions(&file, Asked { skipped, only_unknown: false }, Language::Dutch).unwrap()
}

fn places(questions: &Questions) -> Vec<&str> {
    questions.questions.iter().map(|question| question.place()).collect()
}

const ALONE: &str = "rekendatum: 2026-03-01
huishouden:
  gemeente: Urk
  personen:
    - {naam: Sam, rol: aanvrager, geboortedatum: 1990-01-01";

/// With a wage of 80,000, no wealth and no bijstand: no zorgtoeslag or huurtoeslag is possible, so the rent does
/// not matter; only what can bring the income up or down.
#[test]
fn what_cannot_matter_is_not_asked() {
    let known = "loon: 80000, bijstand_aangevraagd: nee, winst: 0, pensioenpremie: 0, schulden: 0, \
                 spaargeld: 0, overig_vermogen: 0";
    let text = format!("{ALONE}, {known}}}\n");
    let text = text.replace(
        "  personen",
        "  gemeentelijke_heffingen: 0\n  woning: {soort: huurwoning}\n  personen",
    );
    let questions = ask(&text, &[]);
    let asked = places(&questions);
    for gone in
        ["kale_huur", "servicekosten", "zorgverzekerd", "maanden_laag_inkomen", "woz_waarde"]
    {
        assert!(!asked.iter().any(|place| place.ends_with(gone)), "{gone} in {asked:?}");
    }
    let zorgtoeslag = questions.outcomes.iter().find(|it| it.name == "zorgtoeslag_per_maand");
    let zorgtoeslag = zorgtoeslag.unwrap();
    assert!(zorgtoeslag.known && zorgtoeslag.between == Some((Number::ZERO, Number::ZERO)));
    // Without the wage all of them matter.
    let text = format!("{ALONE}}}\n");
    let questions = ask(&text, &[]);
    let asked = places(&questions);
    for matters in ["loon", "kale_huur", "zorgverzekerd", "spaargeld"] {
        assert!(asked.iter().any(|place| place.ends_with(matters)), "{matters} in {asked:?}");
    }
    assert_eq!(questions.next().unwrap().place(), "huishouden.personen[0].loon");
}

/// An unknown wage is not a wage of nothing: with none there is zorgtoeslag, with an unknown one perhaps.
#[test]
fn unknown_is_not_zero() {
    let known = "spaargeld: 0, overig_vermogen: 0, schulden: 0, bijstand_aangevraagd: nee, winst: 0, \
                 pensioen: 0, uitkering: 0, pensioenpremie: 0, zorgverzekerd: ja";
    let zorgtoeslag = |more: &str| {
        let text = format!("{ALONE}, {known}{more}}}\n");
        let text = text.replace("  personen", "  woning: {soort: huurwoning}\n  personen");
        let questions = ask(&text, &[]);
        questions.outcomes.iter().find(|it| it.name == "zorgtoeslag_per_maand").unwrap().clone()
    };
    let without = zorgtoeslag(", loon: 0");
    assert!(without.known, "{without:?}");
    let (low, high) = without.between.unwrap();
    assert!(low == high && low > Number::from(100), "{low} {high}");
    let unknown = zorgtoeslag("");
    assert!(!unknown.known);
    assert_eq!(unknown.between.unwrap(), (Number::ZERO, high));
}

/// What is skipped is not asked again, and stays open.
#[test]
fn who_does_not_know_is_not_asked_again() {
    let text = format!("{ALONE}}}\n");
    let all = ask(&text, &[]);
    let wage = all.next().unwrap().place().to_string();
    let rest = ask(&text, &[&wage]);
    assert_eq!(rest.questions.len() + 1, all.questions.len());
    assert!(!places(&rest).contains(&wage.as_str()));
    let known = |questions: &Questions| questions.outcomes.iter().filter(|it| it.known).count();
    assert_eq!(known(&rest), known(&all));
    let nowhere = ask(&text.replace("  gemeente: Urk\n", ""), &[]);
    assert!(places(&nowhere).contains(&MUNICIPALITY));
}

/// What the file says is not known, is not asked either, and stays open: as if it was skipped.
#[test]
fn what_the_file_says_is_unknown_is_not_asked() {
    let skipped =
        ["huishouden.personen[0].loon", "huishouden.woning.kale_huur", "huishouden.gemeente"];
    let text = format!("{ALONE}}}\n").replace("  gemeente: Urk\n", "");
    let by_question = ask(&text, &skipped);
    let said = text.replace("}\n", ", onbekend: [loon]}\n").replace(
        "  personen",
        "  onbekend: [gemeente]\n  woning: {onbekend: [kale_huur]}\n  personen",
    );
    let by_file = ask(&said, &[]);
    assert_eq!(by_file.to_json(), by_question.to_json());
    let mut unknown = by_file.unknown.clone();
    unknown.sort();
    assert_eq!(unknown, [skipped[2], skipped[0], skipped[1]]);
    assert!(!places(&by_file).iter().any(|place| skipped.contains(place)));
    let zorgtoeslag = by_file.outcomes.iter().find(|it| it.name == "zorgtoeslag_per_maand");
    assert!(!zorgtoeslag.unwrap().known);
    // With a wage that is 0, it would be certain: it is the wage that is open.
    let answered =
        "winst: 0, pensioen: 0, uitkering: 0, pensioenpremie: 0, spaargeld: 0, zorgverzekerd: ja";
    let open = ask(&said.replace(", onbekend", &format!(", {answered}, onbekend")), &[]);
    let zorgtoeslag = open.outcomes.iter().find(|it| it.name == "zorgtoeslag_per_maand").unwrap();
    let (low, high) = zorgtoeslag.between.clone().unwrap();
    assert!(low.is_zero() && high > Number::from(100), "{low} {high}");
}

/// When only what nobody knows is open, what the file leaves out counts as the format has it: no wealth, and no
/// other income than the one that is open.
#[test]
fn only_what_is_unknown_can_be_open() {
    let text = format!("{ALONE}, onbekend: [loon]}}\n");
    let file = HouseholdFile::read(&text, "huishouden.yaml").unwrap();
    let calculator = Calculator::new(corpus(), file.rekendatum).unwrap();
    let ask = |file: &HouseholdFile, skipped: &[&str]| {
        calculator.questions(file, Asked { skipped, only_unknown: true }, Language::Dutch).unwrap()
    };
    let open = ask(&file, &[]);
    assert_eq!(places(&open), ["huishouden.personen[0].loon"]);
    assert!(open.unknown.is_empty());
    let skipped = ask(&file, &["huishouden.personen[0].loon"]);
    assert_eq!((places(&skipped).len(), skipped.unknown.len()), (0, 1));
    // The answer of each wage lies between.
    for wage in [0, 12_000, 30_000, 90_000] {
        let mut file = file.clone();
        let loon = Section::Person.field("loon").unwrap();
        file.personen[0].values.set(loon, FieldValue::Number(Number::from(wage)));
        assert!(ask(&file, &[]).outcomes.iter().all(|it| it.known), "nothing is open any more");
        let answers = calculator.calculate(&file).unwrap().answers().unwrap();
        for reach in open.outcomes.iter().filter(|it| it.person.is_none()) {
            let Some(amount) = answers.household(&reach.name).unwrap().amount.clone() else {
                continue;
            };
            let (low, high) = reach.between.clone().unwrap();
            assert!(low <= amount && amount <= high, "{} {low} {amount} {high}", reach.name);
        }
    }
}

/// Whether bijstand is a loan hangs on the mortgage, and no amount does: it is asked for the remark, and only as
/// long as there can be bijstand.
#[test]
fn what_decides_a_remark_is_asked() {
    let home = "  gemeentelijke_heffingen: 0\n  woning: {soort: koopwoning, woz_waarde: 300000, hypotheekrente: 0}\n  personen";
    let none = "winst: 0, pensioen: 0, uitkering: 0, spaargeld: 0, overig_vermogen: 0, schulden: 0";
    let text =
        |wage: &str| format!("{ALONE}, loon: {wage}, {none}}}\n").replace("  personen", home);
    let questions = ask(&text("0"), &[]);
    let mortgage = questions.questions.iter().find(|it| it.place().ends_with("hypotheekschuld"));
    let mortgage = mortgage.unwrap();
    assert!(mortgage.outcomes.is_empty());
    let told: Vec<&str> =
        mortgage.remarks.iter().map(|at| questions.remarks[*at].as_str()).collect();
    assert!(matches!(told[..], [loan] if loan.contains("een lening")), "{told:?}");
    let last = questions.questions.last().unwrap();
    assert!(last.outcomes.is_empty(), "outcomes go before remarks");
    let paid = ask(&text("80000, bijstand_aangevraagd: nee"), &[]);
    assert!(!places(&paid).iter().any(|place| place.ends_with("hypotheekschuld")));
}

/// Random households with some facts left out: whatever the open facts are, an outcome that is known comes out
/// as it says, every other stays within its bounds, and a fact that does not matter changes nothing.
#[test]
fn answers_keep_their_word() {
    let (mut known, mut within, mut asked, mut marked) = (0, 0, 0, 0);
    for number in 0..60 {
        let day = [date(2024, 2, 15), date(2025, 8, 15), date(2026, 3, 1)][number % 3];
        let mut random = Random::new(number as u64);
        let text = households::household(&mut random, day, number % 4 == 0);
        let text = leave_out(&text, &mut random)
            .replace("huishouden:\n", "huishouden:\n  gemeente: Urk\n");
        let file = HouseholdFile::read(&text, "huishouden.yaml").unwrap();
        let calculator = Calculator::new(corpus(), day).unwrap();
        let questions = calculator.questions(&file, Asked::default(), Language::Dutch).unwrap();
        asked += questions.questions.len();
        let mut certain: Option<Vec<String>> = None;
        for _ in 0..4 {
            let filled = fill(&file, &questions, &mut random);
            let answers = calculator.calculate(&filled).unwrap().answers().unwrap();
            // The remarks of which nothing is said to be open are the same, whatever the open facts are.
            let told = remarks_of(&answers, &filled);
            let told: Vec<String> =
                told.into_iter().filter(|it| !questions.remarks.contains(it)).collect();
            marked += told.len();
            assert_eq!(*certain.get_or_insert_with(|| told.clone()), told, "{text}");
            for reach in &questions.outcomes {
                let answer = match &reach.person {
                    Some(person) => answers.person(person, &reach.name),
                    None => answers.household(&reach.name),
                };
                let Some(amount) = answer.unwrap().amount.clone() else { continue };
                let place = || format!("{} {amount} {reach:?}\n{text}", reach.name);
                if reach.known {
                    let (low, high) =
                        reach.between.clone().unwrap_or_else(|| panic!("{}", place()));
                    assert!(low == amount && high == amount, "{}", place());
                    known += 1;
                } else if let Some((least, most)) = &reach.bounds {
                    let leeg = amount.is_zero();
                    assert!(leeg || (*least <= amount && amount <= *most), "{}", place());
                    within += 1;
                }
            }
        }
    }
    assert!(known > 1_000 && within > 500 && asked > 500, "{known} {within} {asked}");
    assert!(marked > 100, "{marked}");
}

/// The remarks of the corpus among those of an answer.
fn remarks_of(answers: &household::Answers, file: &HouseholdFile) -> Vec<String> {
    let names = || file.personen.iter().map(|person| person.naam.as_str()).chain([""]);
    let all: Vec<String> = corpus()
        .remarks
        .iter()
        .flat_map(|it| names().map(move |name| it.about(name, Language::Dutch)))
        .collect();
    answers.opmerkingen.iter().filter(|it| all.contains(it)).cloned().collect()
}

/// A household with some of its fields gone.
fn leave_out(text: &str, random: &mut Random) -> String {
    let field = |field: &str| field.split(": ").next().unwrap_or_default().trim().to_string();
    let keep = [
        "{naam",
        "naam",
        "rol",
        "geboortedatum",
        "ouders",
        "opvang",
        "{soort",
        "soort",
        "loon",
        "pensioenpremie",
    ];
    let lines = text.lines().map(|line| {
        let Some((start, inner)) = line.split_once('{') else { return line.to_string() };
        if line.contains('[') {
            return line.to_string();
        }
        let inner = inner.trim_end_matches('}');
        let kept: Vec<&str> = inner
            .split(", ")
            .filter(|it| keep.contains(&field(it).as_str()) || random.chance(60))
            .collect();
        format!("{start}{{{}}}", kept.join(", "))
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// The file with an answer to every open fact, those that still matter and those that do not: a child may get
/// childcare only where that is a question.
fn fill(file: &HouseholdFile, questions: &Questions, random: &mut Random) -> HouseholdFile {
    let mut file = file.clone();
    let facts: Vec<&OpenFact> =
        questions.questions.iter().filter_map(|question| question.fact.as_ref()).collect();
    for person in &mut file.personen {
        let open = person.values.clone();
        for (field, _, origin) in open.iter() {
            if origin == household::file::Origin::Default {
                person.values.set(field, answer(field.kind, field.key, random));
            }
        }
    }
    let home = file.woning.clone();
    for (field, _, origin) in home.iter() {
        if origin == household::file::Origin::Default {
            file.woning.set(field, answer(field.kind, field.key, random));
        }
    }
    let place = file.huishouden.clone();
    for (field, _, origin) in place.iter() {
        if origin == household::file::Origin::Default {
            file.huishouden.set(field, answer(field.kind, field.key, random));
        }
    }
    for fact in facts.iter().filter(|fact| fact.section == Section::Childcare) {
        let person = &mut file.personen[fact.person.unwrap()];
        if person.opvang.is_empty() {
            let uren = Section::Childcare.field("uren").unwrap();
            let tarief = Section::Childcare.field("uurtarief").unwrap();
            let soort = Section::Childcare.field("soort").unwrap();
            let mut values = household::Values::default();
            values.set(soort, FieldValue::Word("dagopvang"));
            values.set(uren, FieldValue::Number(Number::from(random.below(200))));
            values.set(tarief, FieldValue::Number(Number::from(random.below(15))));
            person.opvang.push(values);
        }
    }
    file
}

/// An answer that is thought of.
fn answer(kind: Kind, key: &str, random: &mut Random) -> FieldValue {
    match kind {
        Kind::Boolean => FieldValue::Boolean(random.chance(50)),
        Kind::Choice(words) => FieldValue::Word(random.pick(words)),
        Kind::Whole(most) => FieldValue::Number(Number::from(random.below(most.min(50) + 1))),
        Kind::Hours(most) => FieldValue::Number(Number::from(random.below(most.min(60)))),
        _ => {
            let most = match key {
                "kale_huur" => 1_500,
                "servicekosten" => 150,
                "uurtarief" => 15,
                "gemeentelijke_heffingen" => 1_500,
                "pensioenpremie" => 5_000,
                _ => 20_000,
            };
            FieldValue::Number(Number::from(random.below(most)))
        }
    }
}
