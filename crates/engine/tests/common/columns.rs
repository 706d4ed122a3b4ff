//! The columnar executor held against the exact one.

use engine::columnar::{Answer, Population, Prepared, Refused, Request, Wish};
use engine::data::Data;
use engine::exact::run;
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use jiff::civil::Date;
use regelspraak::model::*;

/// How many answers were held against each other, and in how many households columns could not
/// decide.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Agreement {
    pub answers: usize,
    pub recounted: usize,
}

/// Works out every derived property of each household in both ways. All attributen and kenmerken of
/// the input are columns. Refused, or the first difference as text.
pub fn agree(
    model: &Model,
    parameters: &ParameterValues,
    date: Date,
    households: &[Data],
) -> Result<Result<Agreement, String>, Refused> {
    let plan = Plan::new(model, date).unwrap();
    let text = |property: &Property| {
        let datatype = model.property_type(*property);
        matches!(datatype, Type::Text | Type::Date(Precision::Millisecond))
    };
    let attributes =
        (0..model.attributes.len() as u32).map(|at| Property::Attribute(AttributeId(at)));
    let kenmerken = (0..model.kenmerken.len() as u32).map(|at| Property::Kenmerk(KenmerkId(at)));
    let varying = attributes.chain(kenmerken).filter(|it| !text(it)).collect();
    let mut population = Population::new(model, varying);
    households.iter().for_each(|data| population.add(data));
    let wish = |step: &engine::plan::Step| Wish { property: step.property, decimals: 4 };
    let wishes: Vec<Wish> = plan.steps().iter().map(wish).collect();
    let prepared = Prepared::new(
        &population,
        &Request { fewest: 1, ..Request::new(&plan, parameters, date, &wishes) },
    )?;
    let found = prepared.run(&population, |piece| -> Result<Agreement, String> {
        let mut answers = 0;
        for (row, &household) in piece.households().iter().enumerate() {
            let data = households[household as usize].clone();
            let outcome = run(model, &plan, parameters, date, data);
            for (wish, instance, column) in piece.columns() {
                let wish = wishes[wish];
                let [exact, found] =
                    [wish.exact(&outcome, instance), column[row]].map(Answer::from);
                if exact != found {
                    let name = &model.property_name(wish.property).singular;
                    let value = outcome.property(wish.property, instance);
                    return Err(format!(
                        "{name} of {}: {value:?}, so {exact:?}, not {found:?}",
                        outcome.data().id(instance)
                    ));
                }
                answers += 1;
            }
        }
        Ok(Agreement { answers, recounted: piece.recounted() })
    });
    let mut total = Agreement::default();
    for piece in found {
        match piece {
            Ok(piece) => {
                total.answers += piece.answers;
                total.recounted += piece.recounted;
            }
            Err(difference) => return Ok(Err(difference)),
        }
    }
    Ok(Ok(total))
}
