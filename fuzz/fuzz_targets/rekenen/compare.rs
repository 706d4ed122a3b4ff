//! Whether the two executors agree.

use engine::columnar::{Answer, Population, Prepared, Refused, Request, Wish};
use engine::data::Data;
use engine::exact::Outcome;
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use regelspraak::model::{Model, Precision, Property, Type};

use crate::properties;

/// Stops at the first property that differs.
pub fn outcomes(
    model: &Model,
    plan: &Plan,
    parameters: &ParameterValues,
    outcome: &Outcome,
    data: Data,
) -> Result<(), Refused> {
    let fits = |property: &Property| {
        let datatype = model.property_type(*property);
        !matches!(datatype, Type::Text | Type::Date(Precision::Millisecond))
    };
    let mut population = Population::new(model, properties(model).filter(fits).collect());
    population.add(&data);
    let steps = plan.steps().iter().filter(|step| fits(&step.property));
    let wishes: Vec<Wish> =
        steps.map(|step| Wish { property: step.property, decimals: 4 }).collect();
    let date = outcome.date();
    let prepared = Prepared::new(&population, &Request { fewest: 1, ..Request::new(plan, parameters, date, &wishes) })?;
    prepared.run(&population, |piece| {
        for (wish, instance, column) in piece.columns() {
            let wish = wishes[wish];
            let [exact, found] = [wish.exact(outcome, instance), column[0]].map(Answer::from);
            let name = &model.property_name(wish.property).singular;
            assert_eq!(found, exact, "{name} {}", instance.index);
        }
    });
    Ok(())
}
