//! Every outcome of every worked example can be explained, and what an explanation says is so.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use household::examples::read_examples;
use household::{Calculators, Change, Explanation, Extent};
use regelspraak::model::Value;

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

/// The examples hold households just over a limit: for each, the change that is named is a limit
/// the household is over.
#[test]
fn a_change_names_an_amount_that_is_too_high() {
    let corpus = builtin::corpus().unwrap();
    let mut calculators = Calculators::new(&corpus);
    let mut named = 0;
    for file in builtin::examples().unwrap() {
        for example in read_examples(&file).unwrap() {
            let calculator = calculators.on(example.household.rekendatum).unwrap();
            let calculation = calculator.calculate(&example.household).unwrap();
            let why = calculation.explain("zorgtoeslag_per_maand", None, Extent::Whole).unwrap();
            for change in &why.changes {
                named += 1;
                if let Change::Lower { nu, grens, .. } = change {
                    assert!(grens < nu && !grens.is_negative(), "{}: {change:?}", example.name);
                }
            }
            let zero = matches!(&why.explanation.waarde, Value::Number(n) if n.is_zero());
            assert!(zero || why.changes.is_empty(), "{}", example.name);
        }
    }
    assert!(named > 15, "{named}");
}
