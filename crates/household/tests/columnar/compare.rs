//! Runs data on columns, and holds every answer against the exact executor.

use engine::columnar::{Answer, Population, Prepared, Request, Wish};
use engine::data::Data;
use engine::exact;
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use jiff::civil::Date;
use regelspraak::model::{Model, Property};

/// The rules of a day.
pub struct Rules<'a> {
    pub model: &'a Model,
    pub plan: &'a Plan,
    pub parameters: &'a ParameterValues,
    pub day: Date,
}

/// How much was compared in a piece of the data.
pub struct Compared {
    /// So many data.
    pub data: usize,
    /// With so many answers each.
    pub columns: usize,
    /// Answers that columns left to the exact executor.
    pub recounted: usize,
}

impl Rules<'_> {
    /// Every property of the plan that is wanted, to the cent, of all data, which differ in what
    /// varies. What is not the same is told with `about` the data.
    pub fn compare(
        &self,
        all: &[Data],
        varying: Vec<Property>,
        wanted: impl Fn(Property) -> bool,
        about: impl Fn(usize) -> String + Sync,
    ) -> Vec<Compared> {
        let &Rules { model, plan, parameters, day } = self;
        let mut population = Population::new(model, varying);
        all.iter().for_each(|data| population.add(data));
        let properties = plan.steps().iter().map(|step| step.property);
        let wishes: Vec<Wish> = properties
            .filter(|property| wanted(*property))
            .map(|property| Wish { property, decimals: 2 })
            .collect();
        let request = Request { fewest: 1, ..Request::new(plan, parameters, day, &wishes) };
        let prepared = Prepared::new(&population, &request).unwrap();
        prepared.run(&population, |piece| {
            for (row, &number) in piece.households().iter().enumerate() {
                let number = number as usize;
                let outcome = exact::run(model, plan, parameters, day, all[number].clone());
                for (wish, instance, column) in piece.columns() {
                    let wish = wishes[wish];
                    let [expected, found] =
                        [wish.exact(&outcome, instance), column[row]].map(Answer::from);
                    if found != expected {
                        let name = &model.property_name(wish.property).singular;
                        let (of, about) = (outcome.data().id(instance), about(number));
                        panic!("{name} van {of} op {day}: {found:?} is {expected:?}\n{about}");
                    }
                }
            }
            let (data, columns) = (piece.households().len(), piece.columns().count());
            Compared { data, columns, recounted: piece.recounted() }
        })
    }
}
