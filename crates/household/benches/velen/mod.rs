//! Many households in one set of objects, for tests and benchmarks.

use engine::data::{Data, DataError, InstanceId};
use engine::exact::Outcome;
use household::Objects;
use regelspraak::model::{FactTypeId, Model, ObjectTypeId, Property, RoleId, Value};

/// Adds the objects of a household to those of others; `number` makes their ids new. Says, by
/// objecttype, where its instances start.
pub fn add(
    model: &Model,
    all: &mut Data,
    household: &Objects,
    number: usize,
) -> Result<Vec<u32>, DataError> {
    let one = &household.data;
    let types = || (0..model.objecttypes.len() as u32).map(ObjectTypeId);
    let starts: Vec<u32> = types().map(|objecttype| all.count(objecttype) as u32).collect();
    for objecttype in types() {
        for from in one.instances(objecttype) {
            let to = all.add(model, objecttype, &format!("{number}, {}", one.id(from)))?;
            for &attribute in &model[objecttype].attributes {
                let value = one.value(attribute, from);
                if !value.is_empty() {
                    all.set(model, to, attribute, value.clone())?;
                }
            }
            for &kenmerk in &model[objecttype].kenmerken {
                all.mark(model, to, kenmerk, one.has(kenmerk, from))?;
            }
        }
    }
    for (at, facttype) in model.facttypes.iter().enumerate() {
        let [first, second] = facttype.roles;
        let among = |role: RoleId, index: u32| {
            let objecttype = model[role].objecttype;
            InstanceId { objecttype, index: starts[objecttype.index()] + index }
        };
        for from in one.instances(model[second].objecttype) {
            for &player in one.players(first, from) {
                let (player, from) = (among(first, player), among(second, from.index));
                all.relate(model, FactTypeId(at as u32), player, from)?;
            }
        }
    }
    Ok(starts)
}

/// What is different between an exact outcome and a column, if anything: faults, leeg, and the
/// value, for numbers by more than a millionth.
pub fn difference(
    outcome: &Outcome,
    columns: &engine::columnar::Columns,
    property: Property,
    instance: InstanceId,
    position: usize,
) -> Option<String> {
    use engine::columnar::Values;
    let column = columns.property(property)?;
    let exact = outcome.property(property, instance);
    let same = match (&exact, &column.values) {
        (Err(_), _) => column.fault[position],
        (Ok(_), _) if column.fault[position] => false,
        (Ok(Value::Empty), _) => !column.valid[position],
        (Ok(_), _) if !column.valid[position] => false,
        (Ok(Value::Number(exact)), Values::Number(list)) => {
            (exact.to_f64() - list[position]).abs() <= 1e-6
        }
        (Ok(Value::Boolean(exact)), Values::Boolean(list)) => *exact == list[position],
        (Ok(Value::Enumeration(exact)), Values::Enumeration(list)) => *exact == list[position],
        (Ok(Value::Date(exact)), Values::Date(list)) => {
            let since = exact.duration_since(jiff::civil::date(1970, 1, 1));
            since.as_hours() / 24 == i64::from(list[position])
        }
        _ => false,
    };
    let found = match &column.values {
        Values::Number(list) => list[position].to_string(),
        Values::Date(list) => format!("dag {}", list[position]),
        Values::Boolean(list) => list[position].to_string(),
        Values::Enumeration(list) => format!("#{}", list[position]),
    };
    let (valid, fault) = (column.valid[position], column.fault[position]);
    (!same).then(|| format!("exact {exact:?}, column {found} (valid {valid}, fault {fault})"))
}
