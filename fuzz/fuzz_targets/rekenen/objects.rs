//! Objects and parameters of a model: values that fit, and now and then none.

use std::sync::Arc;

use engine::data::Data;
use engine::parameters::ParameterValues;
use jiff::ToSpan;
use jiff::civil::Time;
use regelspraak::model::{
    AttributeId, FactTypeId, KenmerkId, Model, ObjectTypeId, ParameterId, Precision, Type, Value,
};
use regelspraak::number::Number;

use crate::writer::Writer;

/// A value for most parameters.
pub fn parameters(model: &Model, writer: &mut Writer<'_>) -> ParameterValues {
    let mut values = ParameterValues::new(model);
    for (at, declared) in model.parameters.iter().enumerate() {
        let value = value(model, &declared.datatype, writer);
        // A value that does not fit is refused, and the parameter then has none.
        let _ = values.set(model, ParameterId(at as u32), value);
    }
    values
}

/// Some objects of each type, with what they have and how they belong together.
pub fn data(model: &Model, writer: &mut Writer<'_>) -> Data {
    let mut data = Data::new(model);
    for at in 0..model.objecttypes.len() {
        for number in 0..writer.pick(6) {
            let added = data.add(model, ObjectTypeId(at as u32), &number.to_string());
            added.expect("een nieuw object");
        }
    }
    for (at, declared) in model.attributes.iter().enumerate() {
        for instance in data.instances(declared.objecttype) {
            let value = value(model, &declared.datatype, writer);
            let _ = data.set(model, instance, AttributeId(at as u32), value);
        }
    }
    for (at, declared) in model.kenmerken.iter().enumerate() {
        for instance in data.instances(declared.objecttype) {
            let holds = writer.chance(2);
            data.mark(model, instance, KenmerkId(at as u32), holds).expect("zijn kenmerk");
        }
    }
    for (at, declared) in model.facttypes.iter().enumerate() {
        let [first, second] = declared.roles.map(|role| model[role].objecttype);
        let firsts: Vec<_> = data.instances(first).collect();
        let seconds: Vec<_> = data.instances(second).collect();
        if firsts.is_empty() || seconds.is_empty() {
            continue;
        }
        for _ in 0..writer.pick(8) {
            let first = firsts[writer.pick(firsts.len())];
            let second = seconds[writer.pick(seconds.len())];
            // A role that is taken is refused.
            let _ = data.relate(model, FactTypeId(at as u32), first, second);
        }
    }
    data
}

fn value(model: &Model, datatype: &Type, writer: &mut Writer<'_>) -> Value {
    if writer.chance(5) {
        return Value::Empty;
    }
    match datatype {
        Type::Number(number) => {
            let digits = writer.digits();
            let value = Number::parse(&digits).unwrap_or(Number::ONE);
            let whole = value.round(regelspraak::number::RoundingMode::Up, 0);
            Value::Number(if number.decimals == Some(0) { whole } else { value })
        }
        Type::Text => {
            Value::Text(Arc::from(writer.one(&["", "a", "123456782", "12345", "é«»", "a"])))
        }
        Type::Boolean => Value::Boolean(writer.chance(2)),
        Type::Date(Precision::Day) => Value::Date(writer.date()),
        Type::Date(Precision::Millisecond) => {
            let midnight = writer.date().to_datetime(Time::midnight());
            let seconds = writer.pick(86_400) as i64;
            Value::DateTime(midnight.checked_add(seconds.seconds()).unwrap_or(midnight))
        }
        Type::Enumeration(domain) => {
            Value::Enumeration(writer.pick(model[*domain].values.len()) as u16)
        }
        Type::Object(_) => Value::Empty,
    }
}
