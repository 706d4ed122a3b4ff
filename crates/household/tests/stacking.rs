//! What a household depends on, held against whole calculations of households without it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod examples;
#[path = "sprongen/households.rs"]
mod households;
#[path = "sprongen/random.rs"]
mod random;

use corpus::Corpus;
use examples::{all, n, random_ones, with};
use household::parts::PARTS;
use household::stacking::{Domino, Stacking};
use household::{Calculator, FieldValue, HouseholdFile, Role, Section};
use regelspraak::model::{Property, Value};
use regelspraak::number::{Number, RoundingMode};

fn stacking(corpus: &Corpus, file: &HouseholdFile) -> Stacking {
    let calculator = Calculator::new(corpus, file.rekendatum).unwrap();
    calculator.calculate(file).unwrap().stacking().unwrap()
}

fn falls<'a>(answer: &'a Stacking, key: &str) -> Option<&'a Domino> {
    answer.dominoes.iter().find(|domino| domino.key == key)
}

fn example(name: &str) -> HouseholdFile {
    all().into_iter().find(|(known, _)| known == name).unwrap().1
}

fn adults(file: &HouseholdFile) -> Vec<String> {
    let adult = |role: Role| matches!(role, Role::Aanvrager | Role::Partner);
    let adults = file.personen.iter().filter(|person| adult(person.rol));
    adults.map(|person| person.naam.clone()).collect()
}

fn sum(moves: &[(usize, Number)]) -> Number {
    moves.iter().fold(Number::ZERO, |sum, (_, by)| &sum + by)
}

/// The parts are the net disposable income, exactly, and so is what moves of them what the income moves.
#[test]
fn what_moves_adds_up() {
    let corpus = builtin::corpus().unwrap();
    let gross = ["aow", "uitkering"];
    for (name, file) in all().into_iter().chain(random_ones()) {
        let answer = stacking(&corpus, &file);
        let parts = answer.parts.iter().fold(Number::ZERO, |sum, it| &sum + &it.amount);
        assert_eq!(parts, answer.net, "{name}");
        if let Some(shares) =
            answer.parts.iter().map(|it| it.share.clone()).collect::<Option<Vec<_>>>()
        {
            assert_eq!(
                shares.iter().fold(Number::ZERO, |sum, it| &sum + it),
                Number::ONE,
                "{name}"
            );
        }
        for domino in &answer.dominoes {
            let own = match domino.is_scheme() && !gross.contains(&domino.key) {
                // All of the scheme is gone.
                true => domino.own.clone(),
                false => Number::ZERO,
            };
            assert_eq!(&sum(&domino.moves) - &own, domino.net, "{name} {}", domino.key);
            assert!(!domino.own.is_zero() && !domino.own.is_negative(), "{name} {}", domino.key);
            assert_eq!(domino.beyond(), -(&domino.net + &domino.own));
        }
    }
}

/// What is given can be taken away in the household file as well, with the same result.
#[test]
fn taking_away_is_what_another_household_file_gives() {
    let corpus = builtin::corpus().unwrap();
    let mut compared = 0;
    for (name, file) in all().into_iter().chain(random_ones()) {
        let answer = stacking(&corpus, &file);
        let mut same = |domino: &Domino, without: &HouseholdFile| {
            let other = stacking(&corpus, without);
            assert_eq!(&other.net - &answer.net, domino.net, "{name} {}", domino.key);
            for (at, by) in &domino.moves {
                let moved = &other.parts[*at].amount - &answer.parts[*at].amount;
                assert_eq!(moved, *by, "{name} {} {}", domino.key, PARTS[*at].key);
            }
            compared += 1;
        };
        for domino in answer.dominoes.iter().filter(|domino| !domino.is_scheme()) {
            let person = domino.person.as_deref().unwrap();
            same(domino, &with(&file, person, domino.key, Number::ZERO));
        }
        for (key, field) in [("aow", "aow_opbouwjaren"), ("uitkering", "uitkering")] {
            let Some(domino) = falls(&answer, key) else { continue };
            let without = adults(&file)
                .iter()
                .fold(file.clone(), |file, person| with(&file, person, field, Number::ZERO));
            same(domino, &without);
        }
        if let Some(domino) = falls(&answer, "bijstand") {
            let mut without = file.clone();
            let field = Section::Person.field("bijstand_aangevraagd").unwrap();
            for person in &mut without.personen {
                person.values.set(field, FieldValue::Boolean(false));
            }
            same(domino, &without);
        }
    }
    assert!(compared > 15, "{compared}");
}

/// A right that is not there moves nothing when it is taken away.
#[test]
fn taking_away_nothing_moves_nothing() {
    let corpus = builtin::corpus().unwrap();
    let file = example("student.yaml");
    let calculator = Calculator::new(&corpus, file.rekendatum).unwrap();
    let calculation = calculator.calculate(&file).unwrap();
    let household = calculation.objects().huishouden;
    let (model, plan) = (&corpus.model, calculator.plan());
    let kenmerk = model.kenmerk(household.objecttype, "recht op kinderopvangtoeslag").unwrap();
    let forced = [(Property::Kenmerk(kenmerk), household, Value::Boolean(false))];
    let without = calculation.outcome().forcing(model, plan, &forced).unwrap();
    for attribute in ["netto besteedbaar inkomen per jaar", "kwijtschelding per jaar"] {
        let attribute = model.attribute(household.objecttype, attribute).unwrap();
        let now = calculation.outcome().value(attribute, household);
        assert_eq!(without.value(attribute, household).ok(), now.ok());
    }
    let answer = stacking(&corpus, &file);
    assert_eq!(falls(&answer, "kinderopvangtoeslag"), None);
    // Zorgtoeslag and huurtoeslag, and the wage.
    assert_eq!((answer.count(), answer.dominoes.len()), (2, 3));
}

/// Eva works beside her bijstand. Of her wage of 6.000 she may keep 25% (Participatiewet, art. 31, lid 2,
/// onderdeel n); 4.500 is taken off the bijstand. Without the wage the bijstand gives that 4.500 back.
#[test]
fn the_bijstand_takes_over_from_a_wage() {
    let answer = stacking(&builtin::corpus().unwrap(), &example("werken-naast-bijstand.yaml"));
    let wage = falls(&answer, "loon").unwrap();
    // The gross bijstand is in whole cents, so the tax on it leaves a part of a cent.
    let cents = |amount: &Number| amount.round(RoundingMode::HalfAwayFromZero, 2);
    let amounts = [&wage.own, &wage.net, &wage.beyond()].map(cents);
    assert_eq!(amounts, ["6000", "-1500", "-4500"].map(n));
    let bijstand = PARTS.iter().position(|part| part.key == "bijstand").unwrap();
    assert!(wage.moves.contains(&(bijstand, n("4500"))), "{:?}", wage.moves);
    assert_eq!(wage.person.as_deref(), Some("Eva"));
}

/// The kindgebonden budget is for a child for whom there is kinderbijslag (Wet op het kindgebonden budget,
/// art. 2, lid 1), so it falls with it.
#[test]
fn without_kinderbijslag_there_is_no_kindgebonden_budget() {
    let answer = stacking(&builtin::corpus().unwrap(), &example("sam-en-noor.yaml"));
    let child = falls(&answer, "kinderbijslag").unwrap();
    let budget = falls(&answer, "kindgebonden_budget").unwrap();
    assert_eq!(child.beyond(), budget.own);
    assert_eq!(budget.beyond(), n("0"));
}

/// Where the AOW is small the AIO fills it up to the norm: what falls away of one comes back in the other.
#[test]
fn the_aio_takes_over_from_the_aow() {
    let answer = stacking(&builtin::corpus().unwrap(), &example("aio"));
    let aow = falls(&answer, "aow").unwrap();
    let aio = PARTS.iter().position(|part| part.key == "aio").unwrap();
    let (_, more) = aow.moves.iter().find(|(at, _)| *at == aio).unwrap();
    assert!(*more > n("5000") && aow.beyond().is_negative(), "{aow:?}");
    assert!(falls(&answer, "bijstand").unwrap().own > n("5000"));
}

#[test]
fn a_household_without_anything_has_an_answer() {
    let corpus = builtin::corpus().unwrap();
    let text = "rekendatum: 2026-01-15\nhuishouden:\n  personen:\n    - {rol: aanvrager, geboortedatum: \
                1990-01-01, zorgverzekerd: nee, bijstand_aangevraagd: nee}\n";
    let answer = stacking(&corpus, &HouseholdFile::read(text, "niets.yaml").unwrap());
    assert_eq!((answer.count(), answer.dominoes.len(), answer.net.clone()), (0, 0, n("0")));
    assert!(answer.parts.iter().all(|part| part.share.is_none() && part.amount.is_zero()));
}
