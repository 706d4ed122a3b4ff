//! Any bytes as a household file. A file that is accepted is worked out with the built-in rules, and
//! each outcome is explained; that may not panic, and no outcome may meet a mistake in the rules.

#![no_main]

use std::sync::LazyLock;

use corpus::Corpus;
use household::{Extent, HouseholdFile};
use household::calculation::{CalculationError, Calculator};
use libfuzzer_sys::fuzz_target;

static CORPUS: LazyLock<Corpus> =
    LazyLock::new(|| builtin::corpus().expect("het ingebouwde regelbestand is goed"));

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let file = match HouseholdFile::read(&text, "huishouden.yaml") {
        Ok(file) => file,
        Err(errors) => return errors.iter().for_each(|error| drop(error.to_string())),
    };
    let calculator = match Calculator::new(&CORPUS, file.rekendatum) {
        Ok(calculator) => calculator,
        Err(CalculationError::NoParameters { .. }) => return,
        Err(other) => panic!("{other}"),
    };
    let calculation = calculator.calculate(&file).unwrap_or_else(|error| panic!("{error}"));
    calculation.answers().unwrap_or_else(|error| panic!("{error}"));
    // Explaining takes longer than working out, so not for every input and every person.
    if bytes.len() % 8 == 0 {
        let person = file.personen.last().map(|person| person.naam.as_str());
        for outcome in &CORPUS.outcomes {
            let explained = calculation.explain(&outcome.name, person, Extent::Whole);
            drop(explained.map(|explanation| explanation.to_json()));
        }
    }
});
