//! Every outcome of every worked example can be explained, and what an explanation says is so.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "sprongen/households.rs"]
mod households;
#[path = "sprongen/random.rs"]
mod random;

use engine::language::Language;
use household::examples::read_examples;
use household::{Calculator, Calculators, Change, Explanation, Extent, HouseholdFile};
use jiff::civil::date;
use random::Random;
use regelspraak::model::Value;
use regelspraak::number::Number;

fn visit(explanation: &Explanation, check: &mut impl FnMut(&Explanation)) {
    check(explanation);
    explanation.uit.iter().for_each(|part| visit(part, check));
}

#[test]
fn every_outcome_of_every_example_is_explained() {
    let corpus = builtin::corpus().unwrap();
    let mut calculators = Calculators::new(&corpus);
    let mut refused = 0;
    for file in builtin::examples().unwrap() {
        for example in read_examples(&file).unwrap() {
            let calculator = calculators.on(example.household.rekendatum).unwrap();
            let calculation = calculator.calculate(&example.household).unwrap();
            let answers = calculation.answers().unwrap();
            for expected in &example.expected {
                let (person, name) = (expected.person.as_deref(), expected.outcome.as_str());
                let answer = match person {
                    Some(person) => answers.person(person, name),
                    None => answers.household(name),
                };
                let Some(amount) = &answer.unwrap().amount else { continue };
                let why = calculation.explain(name, person, Extent::Whole).unwrap();
                let json = why.to_json();
                assert_eq!(json["waarde"].to_string(), amount.to_decimal_string().unwrap());
                assert_eq!(json["uitkomst"], name);
                visit(&why.explanation, &mut |part| {
                    assert!(!part.uitkomst.is_empty() && !part.tekst.is_empty(), "{part:?}");
                    assert!(!part.getoond.contains("onbekend"), "{part:?}");
                });
                // Only a right that is not there has reasons, and a zorgtoeslag of 0 always has.
                assert!(why.reasons.is_empty() || amount.is_zero(), "{}", example.name);
                if name == "zorgtoeslag_per_maand" && amount.is_zero() {
                    refused += 1;
                    assert!(!why.reasons.is_empty(), "{}", example.name);
                }
            }
        }
    }
    assert!(refused > 20, "{refused}");
}

/// An input says whether it was filled in, left out or not known: of the household, the home, a person and childcare.
#[test]
fn an_input_says_where_it_comes_from() {
    let corpus = builtin::corpus().unwrap();
    let text = "rekendatum: 2026-03-01
huishouden:
  woning: {kale_huur: 600, onbekend: [zelfstandig]}
  personen:
    - {naam: Sam, rol: aanvrager, geboortedatum: 1990-01-01, loon: 20000, onbekend: [spaargeld]}
    - naam: Noor
      rol: kind
      geboortedatum: 2023-01-01
      opvang: [{uren: 100, onbekend: [uurtarief]}]
";
    let file = HouseholdFile::read(text, "huishouden.yaml").unwrap();
    let calculator = Calculator::new(&corpus, file.rekendatum).unwrap();
    let calculation = calculator.calculate(&file).unwrap();
    let mut told: Vec<(String, String)> = Vec::new();
    for outcome in ["kinderopvangtoeslag_per_maand", "huurtoeslag_per_maand"] {
        let why = calculation.explain(outcome, None, Extent::Whole).unwrap();
        visit(&why.explanation, &mut |part| {
            told.push((part.uitkomst.clone(), part.tekst.clone()));
        });
    }
    let says = |input: &str| {
        let found = told.iter().find(|(name, text)| name == input && !text.contains("hierboven"));
        found.map(|(_, text)| text.as_str()).unwrap_or_else(|| panic!("{input}"))
    };
    for given in ["loon van Sam", "kale huur van de woning", "uren van de kinderopvang"] {
        assert_eq!(says(given), "Dit is ingevuld.", "{given}");
    }
    for left in ["winst van Sam", "soort woning van de woning", "soort opvang van de kinderopvang"]
    {
        assert_eq!(says(left), "Dit is niet ingevuld; dan geldt deze waarde.", "{left}");
    }
    for unknown in
        ["spaargeld van Sam", "zelfstandig van de woning", "uurtarief van de kinderopvang"]
    {
        assert_eq!(says(unknown), "Dit is niet bekend; hier telt deze waarde.", "{unknown}");
    }
}

/// The examples hold households just over a limit: for each, every alternative keeps its word.
#[test]
fn what_is_said_of_the_examples_is_so() {
    let corpus = builtin::corpus().unwrap();
    let mut calculators = Calculators::new(&corpus);
    let mut seen = Seen::default();
    for file in builtin::examples().unwrap() {
        for example in read_examples(&file).unwrap() {
            let calculator = calculators.on(example.household.rekendatum).unwrap();
            seen.check(calculator, &example.household, "zorgtoeslag_per_maand");
        }
    }
    assert!(seen.lower > 15, "{seen:?}");
}

/// Random households: whatever right they do not hold, every alternative gives it, a cent nearer to what
/// is so it does not, and neither does half of a pair.
#[test]
fn what_is_said_of_random_households_is_so() {
    let corpus = builtin::corpus().unwrap();
    let mut calculators = Calculators::new(&corpus);
    let mut seen = Seen::default();
    for number in 0..75_u16 {
        let day = [date(2024, 2, 15), date(2025, 8, 15), date(2026, 3, 1)][usize::from(number % 3)];
        let mut random = Random::new(u64::from(number));
        let text = households::household(&mut random, day, number % 2 == 0);
        let household = HouseholdFile::read(&text, "huishouden.yaml").unwrap();
        let calculator = calculators.on(day).unwrap();
        for outcome in RIGHTS {
            seen.check(calculator, &household, outcome);
        }
    }
    let Seen { lower, raise, becomes, childcare, leave, pairs } = seen;
    let all = [lower, raise, becomes, childcare, leave, pairs];
    assert!(all.iter().all(|count| *count > 15), "{seen:?}");
}

const RIGHTS: [&str; 7] = [
    "zorgtoeslag_per_maand",
    "huurtoeslag_per_maand",
    "kindgebonden_budget_per_maand",
    "kinderopvangtoeslag_per_maand",
    "bijstand_per_maand",
    "studietoeslag_per_maand",
    "kwijtschelding_per_jaar",
];

/// What an alternative may change.
const CAN_CHANGE: [&str; 12] = [
    "loon",
    "winst",
    "pensioen",
    "uitkering",
    "spaargeld",
    "overig_vermogen",
    "kale_huur",
    "zorgverzekerd",
    "student",
    "bijstand_aangevraagd",
    "in_inrichting",
    "zelfstandig",
];

/// How often each kind of change was met.
#[derive(Debug, Default, Clone, Copy)]
struct Seen {
    lower: usize,
    raise: usize,
    becomes: usize,
    childcare: usize,
    leave: usize,
    pairs: usize,
}

impl Seen {
    fn check(&mut self, calculator: &Calculator<'_>, file: &HouseholdFile, outcome: &str) {
        let calculation = calculator.calculate(file).unwrap();
        let why = calculation.explain(outcome, None, Extent::Short).unwrap();
        let zero = matches!(&why.explanation.waarde, Value::Number(n) if n.is_zero());
        assert!(zero || why.alternatives.is_empty(), "{outcome}");
        let gives = |changes: &[&Change]| {
            let changed = changes.iter().fold(file.clone(), |file, change| change.apply(&file));
            let answers = calculator.calculate(&changed).unwrap().answers().unwrap();
            answers.household(outcome).unwrap().amount.as_ref().is_some_and(|it| !it.is_zero())
        };
        let mut before = None;
        for changes in &why.alternatives {
            let words = || changes.iter().map(|it| it.in_words(Language::Dutch));
            let place =
                || format!("{outcome} of {}: {:?}", file.names(), words().collect::<Vec<_>>());
            self.count(changes);
            let all: Vec<&Change> = changes.iter().collect();
            assert!(gives(&all), "{}", place());
            for (at, change) in changes.iter().enumerate() {
                let others = all.iter().enumerate().filter(|(other, _)| *other != at);
                let others: Vec<&Change> = others.map(|(_, change)| *change).collect();
                assert!(!gives(&others), "half is enough: {}", place());
                for fact in change.facts() {
                    let key = fact.field.key;
                    let known =
                        CAN_CHANGE.contains(&key) || fact.person.is_none() && key == "soort";
                    assert!(known, "{}", place());
                }
                let Some(nearer) = nearer(change) else { continue };
                let with: Vec<&Change> = others.into_iter().chain([&nearer]).collect();
                assert!(!gives(&with), "a cent nearer is enough: {}", place());
            }
            let size = size(changes);
            assert!(before.is_none_or(|before| before <= size), "not in order: {}", place());
            before = Some(size);
        }
        let single = why.alternatives.first().is_some_and(|changes| changes.len() == 1);
        assert!(why.alternatives.iter().all(|it| (it.len() == 1) == single && it.len() < 3));
    }

    fn count(&mut self, changes: &[Change]) {
        self.pairs += usize::from(changes.len() == 2);
        for change in changes {
            *match change {
                Change::Lower(_) => &mut self.lower,
                Change::Raise(_) => &mut self.raise,
                Change::Become { .. } => &mut self.becomes,
                Change::Childcare { .. } => &mut self.childcare,
                Change::Leave { .. } => &mut self.leave,
            } += 1;
        }
    }
}

/// The change with its amount a cent nearer to the present one, on the way there.
fn nearer(change: &Change) -> Option<Change> {
    let limit = change.limit()?;
    let cent = Number::parse("0,01").unwrap();
    Some(match change {
        Change::Lower(_) => {
            assert!(limit.grens < limit.nu && !limit.grens.is_negative(), "{change:?}");
            change.with_limit(&limit.grens + &cent)
        }
        _ => {
            assert!(limit.grens > limit.nu, "{change:?}");
            change.with_limit(&limit.grens - &cent)
        }
    })
}

/// First what is an amount, the smallest first.
fn size(changes: &[Change]) -> (usize, Number) {
    let limits: Vec<_> = changes.iter().filter_map(Change::limit).collect();
    let sum = limits.iter().fold(Number::ZERO, |sum, limit| &sum + &limit.difference());
    (changes.len() - limits.len(), sum)
}

/// The alternatives for a household, in words.
fn told(home: &str, persons: &[&str], outcome: &str) -> Vec<String> {
    let persons: Vec<String> = persons.iter().map(|it| format!("    - {{{it}}}\n")).collect();
    let text = format!(
        "rekendatum: 2026-01-15\nhuishouden:\n  woning: {{{home}}}\n  personen:\n{}",
        persons.concat()
    );
    let file = HouseholdFile::read(&text, "huishouden.yaml").unwrap();
    let corpus = builtin::corpus().unwrap();
    let calculator = Calculator::new(&corpus, file.rekendatum).unwrap();
    Seen::default().check(&calculator, &file, outcome);
    let why = calculator.calculate(&file).unwrap().explain(outcome, None, Extent::Short).unwrap();
    let told = |changes: &Vec<Change>| {
        let words = |it: &Change| match changes.len() {
            1 => it.in_words(Language::Dutch),
            _ => it.in_words_of_a_pair(Language::Dutch),
        };
        changes.iter().map(words).collect::<Vec<_>>().join(" + ")
    };
    why.alternatives.iter().map(told).collect()
}

const SAM: &str = "naam: Sam, rol: aanvrager, geboortedatum: 1991-03-14, bijstand_aangevraagd: nee";

#[test]
fn huurtoeslag_because_the_rent_is_low() {
    let sam = format!("{SAM}, loon: 18000");
    let told = told("kale_huur: 150", &[&sam], "huurtoeslag_per_maand");
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn zorgtoeslag_because_of_no_insurance() {
    let sam = format!("{SAM}, loon: 18000, zorgverzekerd: nee");
    let told = told("soort: inwonend", &[&sam], "zorgtoeslag_per_maand");
    assert_eq!(told, ["Er is wel recht als dit zo is: Sam is zorgverzekerd."]);
}

#[test]
fn kinderopvangtoeslag_because_of_no_work() {
    let noor = "naam: Noor, rol: kind, geboortedatum: 2023-09-02, \
                opvang: [{soort: dagopvang, uren: 100, uurtarief: 10}]";
    let bo = "naam: Bo, rol: partner, geboortedatum: 1990-01-01, loon: 30000";
    let told = told("kale_huur: 700", &[SAM, bo, noor], "kinderopvangtoeslag_per_maand");
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn bijstand_because_of_wealth() {
    let sam = SAM.replace("bijstand_aangevraagd: nee", "spaargeld: 20000, overig_vermogen: 500");
    let told = told("kale_huur: 500", &[&sam], "bijstand_per_maand");
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn zorgtoeslag_because_of_income_and_wealth() {
    let sam = format!("{SAM}, loon: 60000, spaargeld: 200000");
    let told = told("kale_huur: 700", &[&sam], "zorgtoeslag_per_maand");
    insta::assert_snapshot!(told.join("\n"));
}

/// Somebody who moves out moves the others up, and takes an income along.
#[test]
fn huurtoeslag_because_of_somebody_who_lives_in() {
    let sam = format!("{SAM}, loon: 18000");
    let kim = "naam: Kim, rol: medebewoner, geboortedatum: 1980-01-01, loon: 60000";
    let noor = "naam: Noor, rol: kind, geboortedatum: 2016-09-02";
    let told = told("kale_huur: 650", &[kim, &sam, noor], "huurtoeslag_per_maand");
    insta::assert_snapshot!(told.join("\n"));
}

/// Partners apply together: that is one change, so an income that is too high can be the other.
#[test]
fn bijstand_because_a_couple_has_not_applied() {
    let bo = "naam: Bo, rol: partner, geboortedatum: 1990-01-01, bijstand_aangevraagd: nee";
    let only = told("kale_huur: 500", &[SAM, bo], "bijstand_per_maand");
    assert_eq!(only, ["Er is wel recht als dit zo is: Sam en Bo vragen samen bijstand aan."]);
    let sam = format!("{SAM}, loon: 40000");
    let told = told("kale_huur: 500", &[&sam, bo], "bijstand_per_maand");
    insta::assert_snapshot!(told.join("\n"));
}

/// Uitvoeringsregeling Invorderingswet 1990, art. 11: from 32,000 a year somebody alone can pay more than
/// 500 a year.
#[test]
fn kwijtschelding_because_one_can_pay() {
    let text = "rekendatum: 2026-01-15\nhuishouden:\n  gemeentelijke_heffingen: 500\n  \
                woning: {soort: huurwoning, kale_huur: 650}\n  personen:\n    - {rol: aanvrager, \
                geboortedatum: 1985-06-20, loon: 32000}\n";
    let file = HouseholdFile::read(text, "huishouden.yaml").unwrap();
    let corpus = builtin::corpus().unwrap();
    let calculator = Calculator::new(&corpus, file.rekendatum).unwrap();
    let calculation = calculator.calculate(&file).unwrap();
    let why = calculation.explain("kwijtschelding_per_jaar", None, Extent::Short).unwrap();
    let [reason] = why.reasons.as_slice() else { panic!("{:?}", why.reasons) };
    assert!(
        reason.starts_with("De eigen betaling kwijtschelding van het huishouden is €"),
        "{reason}"
    );
    assert!(
        reason.ends_with("Dat moet minder dan € 500 zijn (de gemeentelijke heffingen)."),
        "{reason}"
    );
}

/// Participatiewet, art. 19, lid 2: the bijstand of a month adds up what is left of the norm each day. A wage of 30,000 is
/// above the norm of a couple of € 2.027,79, so nothing is left, and a lower wage would change it.
#[test]
fn bijstand_because_the_income_is_above_the_norm() {
    let text = "rekendatum: 2026-11-26\nhuishouden:\n  personen:\n    - {rol: aanvrager, \
                geboortedatum: 1981-05-12, loon: 30000}\n    - {rol: partner, samenleving: gehuwd, \
                geboortedatum: 1982-03-03}\n";
    let file = HouseholdFile::read(text, "huishouden.yaml").unwrap();
    let corpus = builtin::corpus().unwrap();
    let calculator = Calculator::new(&corpus, file.rekendatum).unwrap();
    let calculation = calculator.calculate(&file).unwrap();
    let why = calculation.explain("bijstand_per_maand", None, Extent::Short).unwrap();
    let [reason] = why.reasons.as_slice() else { panic!("{:?}", why.reasons) };
    assert!(reason.starts_with("Het inkomen van rechthebbenden zonder AOW"), "{reason}");
    let norm = "Dat moet minder dan € 2.027,79 per maand zijn (de bijstandsnorm zonder AOW).";
    assert!(reason.ends_with(norm), "{reason}");
    let [change] = why.alternatives.first().unwrap().as_slice() else { panic!("{why:?}") };
    assert_eq!(change.gegeven(), "het loon van aanvrager");
}

/// By age a child of 12 is in secondary education: the day is named, and that it is an assumption.
#[test]
fn childcare_after_primary_school() {
    let text = "rekendatum: 2026-11-26\nhuishouden:\n  personen:\n    - {rol: aanvrager, \
                geboortedatum: 1991-05-12, loon: 28000}\n    - {naam: Lies, rol: kind, geboortedatum: \
                2014-02-02, opvang: [{soort: bso, uren: 60, uurtarief: 9.50}]}\n";
    let file = HouseholdFile::read(text, "huishouden.yaml").unwrap();
    let corpus = builtin::corpus().unwrap();
    let calculator = Calculator::new(&corpus, file.rekendatum).unwrap();
    let calculation = calculator.calculate(&file).unwrap();
    let why = calculation.explain("kinderopvangtoeslag_per_maand", None, Extent::Short).unwrap();
    let [reason] = why.reasons.as_slice() else { panic!("{:?}", why.reasons) };
    let day = "voor 01-08-2026 zijn (de eerste dag van het voortgezet onderwijs van Lies).";
    assert!(reason.ends_with(day), "{reason}");
    let remarks = calculation.answers().unwrap().opmerkingen;
    assert!(
        remarks.iter().any(|it| it.contains("Gaat Lies nog naar de basisschool?")),
        "{remarks:?}"
    );
    assert!(remarks.iter().any(|it| it.contains("bij een andere ouder")), "{remarks:?}");
}
