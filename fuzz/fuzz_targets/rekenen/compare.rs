//! Whether the two executors agree.

use engine::columnar::{Columns, Values};
use engine::exact::Outcome;
use regelspraak::model::{Model, Value};

use crate::properties;

/// The part of its size by which a number on columns may be off.
const OFF: f64 = 1e-6;

/// Stops at the first property that differs.
pub fn outcomes(model: &Model, outcome: &Outcome, columns: &Columns) {
    for property in properties(model) {
        let Some(column) = columns.property(property) else { continue };
        for instance in outcome.data().instances(model.property_owner(property)) {
            let at = instance.position();
            let name = &model.property_name(property).singular;
            let exact = outcome.property(property, instance);
            let shown =
                || format!("{name} {at}: {exact:?}, {} {}", column.valid[at], column.fault[at]);
            assert_eq!(exact.is_err(), column.fault[at], "{}", shown());
            let Ok(value) = &exact else { continue };
            let same = match (value, &column.values) {
                (Value::Empty, _) => !column.valid[at],
                (Value::Number(number), Values::Number(list)) => {
                    let exact = number.to_f64();
                    (exact - list[at]).abs() <= OFF * exact.abs().max(1.0)
                }
                (Value::Boolean(exact), Values::Boolean(list)) => *exact == list[at],
                (Value::Date(date), Values::Date(list)) => {
                    let since = date.duration_since(jiff::civil::date(1970, 1, 1));
                    since.as_hours() / 24 == i64::from(list[at])
                }
                (Value::Enumeration(exact), Values::Enumeration(list)) => *exact == list[at],
                _ => false,
            };
            let valid = value.is_empty() || column.valid[at];
            assert!(same && valid, "{} {:?}", shown(), column.values);
        }
    }
}
