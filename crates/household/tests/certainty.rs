//! How certain amounts are: worked out by hand, and held against whole calculations of other households.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod examples;
#[path = "sprongen/households.rs"]
mod households;
#[path = "sprongen/random.rs"]
mod random;

use corpus::Corpus;
use examples::{all, n, random_ones, with};
use household::certainty::{RISKS, SchemeCertainty, Settled, Settlement};
use household::parts::PARTS;
use household::{
    Calculation, Calculator, Certainty, CertaintyError, CertaintyQuestion, HouseholdFile, Raise,
};
use regelspraak::model::Value;
use regelspraak::number::{Number, RoundingMode};

/// Somebody alone who rents nothing: the zorgtoeslag is all there is.
fn alone(day: &str, income: &str) -> HouseholdFile {
    let text = format!(
        "rekendatum: {day}\nhuishouden:\n  personen:\n    - {{naam: Sam, rol: aanvrager, \
         geboortedatum: 1990-05-12, bijstand_aangevraagd: nee, {income}}}\n"
    );
    HouseholdFile::read(&text, "huishouden.yaml").unwrap()
}

fn raised(corpus: &Corpus, file: &HouseholdFile, raise: Option<Raise>) -> Certainty {
    let calculator = Calculator::new(corpus, file.rekendatum).unwrap();
    let question = CertaintyQuestion { person: None, raise };
    calculator.calculate(file).unwrap().certainty(&question).unwrap()
}

fn certainty(corpus: &Corpus, file: &HouseholdFile) -> Certainty {
    raised(corpus, file, None)
}

fn scheme<'a>(answer: &'a Certainty, name: &str) -> &'a SchemeCertainty {
    answer.schemes.iter().find(|it| it.risk.scheme == name).unwrap()
}

/// The zorgtoeslag of a settlement: the first of the toeslagen.
fn zorgtoeslag(settlement: &Settlement) -> &Settled {
    &settlement.toeslagen[0]
}

fn at_percentage<'a>(answer: &'a Certainty, percentage: &str) -> &'a Settlement {
    let percentage = Some(n(percentage));
    answer.settlements.iter().find(|it| it.percentage == percentage).unwrap()
}

/// Above the drempelinkomen of 2026, € 29.736, the normpremie rises by 13,73% of every euro (Wet op de
/// zorgtoeslag, art. 2, lid 3), so € 1.000 more costs € 137,30, and € 1.000 less gives as much.
#[test]
fn above_the_threshold_the_zorgtoeslag_falls_by_its_percentage() {
    let answer = certainty(&builtin::corpus().unwrap(), &alone("2026-01-15", "loon: 35000"));
    let movement = &scheme(&answer, "zorgtoeslag").movement;
    let [higher, lower] = [&movement.higher, &movement.lower].map(|it| it.clone().unwrap());
    assert_eq!([higher.step, higher.moved], [n("1000"), n("-137,30")]);
    assert_eq!([lower.step, lower.moved], [n("1000"), n("137,30")]);
    // 2.119 − 1,912% × 29.736 − 13,73% × (35.000 − 29.736) = 2.119 − 568,55232 − 722,7472
    assert_eq!(movement.now, n("827,70048"));
    // Every cent counts.
    let here = scheme(&answer, "zorgtoeslag");
    assert_eq!([&here.same_until, &here.same_from], [&Some(n("35000")), &Some(n("35000"))]);
}

/// Below it there is room up to the drempelinkomen, and none is needed below.
#[test]
fn below_the_threshold_there_is_room_up_to_it() {
    let answer = certainty(&builtin::corpus().unwrap(), &alone("2026-01-15", "loon: 28000"));
    let zorgtoeslag = scheme(&answer, "zorgtoeslag");
    assert_eq!(zorgtoeslag.same_until, Some(n("29736")));
    assert_eq!(zorgtoeslag.same_from, None);
}

/// The right is 1.550,44768. Rounded it is 1.550 a year, so 129 a month and an advance of 1.548. With 10%
/// more income, 30.800, it is 13,73% × 1.064 = 146,0872 less: 1.404,36048, awarded as 1.404.
#[test]
fn what_is_paid_back_is_the_advance_less_what_is_awarded() {
    let corpus = builtin::corpus().unwrap();
    let answer = certainty(&corpus, &alone("2026-01-15", "loon: 28000"));
    let settled = zorgtoeslag(at_percentage(&answer, "10"));
    let amounts = [&settled.advance, &settled.awarded, &settled.too_much, &settled.extra];
    assert_eq!(amounts.map(Number::clone), ["1548", "1404", "144", "0"].map(n));
    // The limit of 2027 is not known.
    assert_eq!((settled.kept, settled.to_pay_back()), (None, n("144")));
    // As estimated the rounding by the month is made good: 1.550 − 1.548.
    let settled = zorgtoeslag(answer.as_estimated().unwrap());
    assert_eq!([&settled.too_much, &settled.extra], [&n("0"), &n("2")]);
    let percentages: Vec<_> =
        answer.settlements.iter().map(|it| it.percentage.clone().unwrap()).collect();
    assert_eq!(percentages, ["-20", "-10", "-5", "0", "5", "10", "20"].map(n));
}

/// Over 2025 an amount of up to € 121 is not reclaimed (Awir, art. 26a, as it is in 2026, when the toeslag
/// becomes final). The drempelinkomen of 2025 is € 28.406, and the percentage 13,7%.
#[test]
fn a_small_amount_is_kept_when_the_limit_is_known() {
    let corpus = builtin::corpus().unwrap();
    let file = alone("2025-01-15", "loon: 28000");
    // 28.000 × 10% × 5/12 = 1.166,67 more from August on: 29.166,67, and 13,7% × 760,67 = 104,21.
    let answer = raised(&corpus, &file, Some(Raise::new(8, n("10")).unwrap()));
    let settlement = &answer.raise.as_ref().unwrap().settlement;
    assert_eq!(settlement.income, n("29166,67"));
    let settled = zorgtoeslag(settlement);
    assert_eq!((settled.kept, settled.to_pay_back()), (Some(true), n("0")));
    assert!(settled.too_much > n("100") && settled.too_much <= n("121"), "{}", settled.too_much);
    // 20% more is 33.600: far above the limit.
    let settled = zorgtoeslag(at_percentage(&answer, "20")).clone();
    assert_eq!((settled.kept, settled.to_pay_back()), (Some(false), settled.too_much.clone()));
}

/// From May on is eight months: 36.000 + 10% × 36.000 × 8/12 = 38.400.
#[test]
fn a_raise_counts_for_the_months_from_then_on() {
    let corpus = builtin::corpus().unwrap();
    let file = alone("2026-01-15", "loon: 36000");
    let answer = raised(&corpus, &file, Some(Raise::new(5, n("10")).unwrap()));
    let raise = answer.raise.unwrap();
    assert_eq!(raise.settlement.income, n("38400"));
    assert_eq!(raise.estimates, ["36000", "38400"].map(n));
    // 13,73% × 2.400 = 329,52. Rights: 690,40048 (57 a month) and 360,88048 (30 a month).
    let settled = zorgtoeslag(&raise.settlement);
    assert_eq!([&settled.advance, &settled.awarded], [&n("684"), &n("361")]);
    assert_eq!(settled.too_much, n("323"));
    assert_eq!(raise.a_month, n("27"));
    assert_eq!(raise.raise.month(), 5);
    for month in 1..=12 {
        let year = raised(&corpus, &file, Some(Raise::new(month, n("10")).unwrap())).raise.unwrap();
        assert_eq!(year.settlement.income, n(&(36_000 + 300 * (13 - month)).to_string()));
    }
    // A fall gives more.
    let fall = raised(&corpus, &file, Some(Raise::new(1, n("-10")).unwrap())).raise.unwrap();
    assert_eq!(fall.settlement.to_pay_back(), n("0"));
    assert!(fall.settlement.extra() > n("400") && fall.a_month.is_negative());
}

fn amount(corpus: &Corpus, calculation: &Calculation<'_>, name: &str) -> Number {
    let part = PARTS.iter().find(|part| part.key == name).unwrap();
    let household = calculation.objects().huishouden;
    let attribute = corpus.model.attribute(household.objecttype, part.attribute).unwrap();
    match calculation.outcome().value(attribute, household) {
        Ok(Value::Number(number)) => number.clone(),
        Ok(Value::Empty) => Number::ZERO,
        other => panic!("{other:?}"),
    }
}

/// For every example: at the limits an amount is as it is now, and a cent further it is not; and each
/// movement is what two whole calculations differ by.
#[test]
fn the_limits_are_those_of_whole_calculations() {
    let corpus = builtin::corpus().unwrap();
    let cent = n("0,01");
    let mut limits = 0;
    for (name, file) in all().into_iter().chain(random_ones()) {
        let answer = certainty(&corpus, &file);
        let calculator = Calculator::new(&corpus, file.rekendatum).unwrap();
        let field = answer.income.field;
        let worked_out = |income: &Number, key: &str| {
            let file = with(&file, &answer.person, field, income.clone());
            amount(&corpus, &calculator.calculate(&file).unwrap(), key)
        };
        for scheme in &answer.schemes {
            let key = scheme.risk.scheme;
            let now = &scheme.movement.now;
            for (limit, further) in
                [(&scheme.same_until, cent.clone()), (&scheme.same_from, -cent.clone())]
            {
                let Some(limit) = limit else { continue };
                assert_eq!(worked_out(limit, key), *now, "{name} {key} {limit}");
                let beyond = limit + &further;
                if !beyond.is_negative() || field == "winst" {
                    assert_ne!(worked_out(&beyond, key), *now, "{name} {key} {beyond}");
                    limits += 1;
                }
            }
            // And in between it is the same everywhere.
            let [least, most] = &answer.followed;
            let from = scheme.same_from.as_ref().unwrap_or(least);
            let until = scheme.same_until.as_ref().unwrap_or(most);
            for part in 0..=6 {
                let share = Number::from(part).checked_div(&n("6")).unwrap();
                let income = from + &(&(until - from) * &share);
                let income = income.round(RoundingMode::HalfAwayFromZero, 2);
                assert_eq!(worked_out(&income, key), *now, "{name} {key} {income}");
            }
            let income = &answer.income.now;
            if let Some(higher) = &scheme.movement.higher {
                let then = worked_out(&(income + &higher.step), key);
                assert_eq!(&then - now, higher.moved, "{name} {key}");
            }
        }
    }
    assert!(limits > 40, "{limits}");
}

#[test]
fn every_scheme_in_the_net_income_has_a_risk() {
    let none = ["eigen_inkomen", "kosten_kinderopvang"];
    let parts = PARTS.iter().map(|part| part.key).filter(|key| !none.contains(key));
    for key in parts {
        let risk = RISKS.iter().find(|risk| risk.scheme == key);
        let risk = risk.unwrap_or_else(|| panic!("{key}"));
        let part = PARTS.iter().find(|part| part.key == key).unwrap();
        assert_eq!(risk.name, part.name);
        assert!(!risk.sources.is_empty());
    }
}

#[test]
fn without_income_or_with_a_loss_there_is_an_answer() {
    let corpus = builtin::corpus().unwrap();
    let raise = || Some(Raise::new(3, n("5")).unwrap());
    let none = raised(&corpus, &alone("2026-01-15", "zorgverzekerd: ja"), raise());
    assert_eq!((none.income.field, none.income.now.clone()), ("loon", n("0")));
    assert!(none.raise.is_none() && none.net.lower.is_none() && none.settlements.len() == 1);
    assert_eq!(none.remarks.len(), 2 + 1 + 2, "{:?}", none.remarks);
    let loss = raised(&corpus, &alone("2026-01-15", "winst: -8000, urencriterium: ja"), raise());
    assert_eq!((loss.income.field, loss.income.now.clone()), ("winst", n("-8000")));
    assert!(loss.raise.is_none() && loss.net.lower.is_some());
    // What stands in front is varied, and the rest is told.
    let both = certainty(&corpus, &alone("2026-01-15", "uitkering: 9000, pensioen: 4000"));
    assert_eq!((both.income.field, both.others.len()), ("uitkering", 1));
}

/// Less than a step of income goes down by what there is.
#[test]
fn an_income_below_the_step_goes_down_to_nothing() {
    let answer = certainty(&builtin::corpus().unwrap(), &alone("2026-01-15", "loon: 400"));
    assert_eq!(answer.net.lower.unwrap().step, n("400"));
    assert_eq!(answer.net.higher.unwrap().step, n("1000"));
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let corpus = builtin::corpus().unwrap();
    let file = all().into_iter().find(|(name, _)| name == "sam-en-noor.yaml").unwrap().1;
    let calculator = Calculator::new(&corpus, file.rekendatum).unwrap();
    let calculation = calculator.calculate(&file).unwrap();
    for person in ["Noor", "Piet"] {
        let question = CertaintyQuestion { person: Some(person), raise: None };
        let error = calculation.certainty(&question).unwrap_err();
        assert!(matches!(error, CertaintyError::Earner(_)), "{error}");
    }
    for month in [-1, 0, 13, 300] {
        let error = Raise::new(month, n("5")).unwrap_err();
        assert!(matches!(error, CertaintyError::NoMonth(given) if given == month));
    }
    for percentage in ["0", "-100,01", "500,01", "1000000"] {
        let error = Raise::new(1, n(percentage)).unwrap_err();
        assert!(matches!(error, CertaintyError::NoRaise { .. }));
    }
    assert!(Raise::new(1, n("-100")).is_ok() && Raise::new(12, n("500")).is_ok());
    let rich = alone("2026-01-15", "loon: 9000000");
    let calculation = calculator.calculate(&rich).unwrap();
    let raise = Some(Raise::new(1, n("50")).unwrap());
    let error = calculation.certainty(&CertaintyQuestion { person: None, raise }).unwrap_err();
    assert!(matches!(error, CertaintyError::TooHigh));
}
