//! A small model with rules, written from the bytes, worked out over objects made of the rest of
//! them. A model that compiles is planned and run; no fault may say that the compiler let something
//! through, the trace agrees with the run, and so does the columnar executor, or it refuses.

#![no_main]

mod compare;
mod condition;
mod declarations;
mod expression;
mod objects;
mod rule;
mod writer;

use std::sync::LazyLock;

use engine::exact::{Fault, Outcome, run};
use engine::plan::Plan;
use libfuzzer_sys::arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use regelspraak::model::{Model, Property};
use regelspraak::{compile, source::Source};

use writer::Writer;

/// Whether to show what is made of the bytes.
static SHOWS: LazyLock<bool> = LazyLock::new(|| std::env::var_os("TOON").is_some());

fuzz_target!(|bytes: &[u8]| {
    let mut writer = Writer::new(Unstructured::new(bytes));
    let text = writer.model();
    show(&text);
    match compile(&[Source::new("model.regels", text)]) {
        Ok(model) => calculate(&model, writer),
        Err(diagnostics) => show(&diagnostics.to_string()),
    }
});

fn show(text: &str) {
    if *SHOWS {
        eprintln!("{text}");
    }
}

fn calculate(model: &Model, mut writer: Writer<'_>) {
    let date = writer.date();
    let plan = match Plan::new(model, date) {
        Ok(plan) => plan,
        Err(cycle) => return drop(cycle.to_string()),
    };
    let parameters = objects::parameters(model, &mut writer);
    let data = objects::data(model, &mut writer);
    let outcome = run(model, &plan, &parameters, date, data.clone());
    check_faults(model, &outcome);
    check_trace(model, &plan, &outcome);
    if let Err(refused) = compare::outcomes(model, &plan, &parameters, &outcome, data) {
        drop(refused.to_string());
    }
}

/// Every property has a value, or a fault that a checked model can have.
fn check_faults(model: &Model, outcome: &Outcome) {
    for property in properties(model) {
        for instance in outcome.data().instances(model.property_owner(property)) {
            let Err(fault) = outcome.property(property, instance) else { continue };
            let text = fault.to_string();
            let expected = !matches!(
                *fault,
                Fault::Unchecked { .. } | Fault::SeveralInstances { .. } | Fault::OtherDay { .. }
            );
            assert!(expected, "{text}");
        }
    }
}

/// The trace says of each property what the run made of it.
fn check_trace(model: &Model, plan: &Plan, outcome: &Outcome) {
    for derivation in outcome.full_trace(model, plan) {
        let fired = derivation.fired().and_then(|attempt| attempt.value.clone());
        let expected = match (derivation.property, derivation.fired()) {
            (Property::Kenmerk(_), Some(_)) => Ok(regelspraak::model::Value::Boolean(true)),
            _ => fired.unwrap_or(Ok(derivation.given.clone())),
        };
        assert!(derivation.result.is_err() || derivation.result == expected, "{derivation:?}");
    }
}

/// Every attribuut and kenmerk.
fn properties(model: &Model) -> impl Iterator<Item = Property> {
    use regelspraak::model::{AttributeId, KenmerkId};
    let attributes = 0..model.attributes.len() as u32;
    let kenmerken = 0..model.kenmerken.len() as u32;
    let attributes = attributes.map(|at| Property::Attribute(AttributeId(at)));
    attributes.chain(kenmerken.map(|at| Property::Kenmerk(KenmerkId(at))))
}
