//! A first columnar executor: the same plan over columns, for many households at once.
//!
//! Each objecttype is one set of columns over all households; an expression is evaluated a column
//! at a time over the rows of a rule. It is a spike, kept to measure what columns bring, and to
//! hold the seam with the plan. What it cannot do is refused with the rule's name when a plan is
//! made ready ([`Prepared`]); it never skips.
//!
//! Numbers are 64-bit floats here, where [`crate::exact`] is exact: sums and products are off by
//! some 10⁻¹⁵ of their size, so a value that lies on a rounding boundary or on the limit of a
//! comparison could fall on the other side. Rounding and comparing allow for [`TOLERANCE`]; that
//! makes a wrong side unlikely and proves nothing. An error bound with a recount of the rows
//! within it is still to come.

mod column;
mod condition;
mod dates;
mod expression;
mod frame;
mod step;
mod time;

use std::collections::HashMap;
use std::rc::Rc;

use jiff::civil::Date;
use regelspraak::model::{
    AttributeId, KenmerkId, Model, ObjectTypeId, ParameterId, Property, RoleId, Type,
};
use thiserror::Error;

pub use column::{Column, Values};

use crate::data::Data;
use crate::over_time::Window;
use crate::parameters::ParameterValues;
use crate::plan::Plan;

/// The part of its size by which a number may be off before it counts as another number.
pub const TOLERANCE: f64 = 1e-9;

/// A rule or a column this executor cannot do yet.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{place} kan nog niet kolomsgewijs worden uitgerekend: {what}")]
pub struct Refused {
    /// The rule or attribuut.
    pub place: String,
    /// What it uses that is not there yet.
    pub what: String,
}

/// Columns of the same length as there are instances, for every property.
pub struct Columns {
    counts: Vec<usize>,
    attributes: Vec<Option<Rc<Column>>>,
    kenmerken: Vec<Rc<Column>>,
    /// By role: where the players of each instance on the other side start, and the players.
    players: Vec<(Vec<u32>, Vec<u32>)>,
    /// The stretches of days between the knips of the parameters that change in time.
    slices: Vec<Window>,
    /// What a property that changes in time is in each of them.
    over_time: HashMap<Property, Vec<Rc<Column>>>,
    /// Whether anything that changes in time was given.
    given_over_time: bool,
}

impl Columns {
    /// Puts data into columns. Attributen of text and of moments have no column; a rule that
    /// reads one is refused.
    pub fn new(model: &Model, data: &Data) -> Columns {
        let types = 0..model.objecttypes.len();
        let attributes = model.attributes.iter().enumerate().map(|(at, declared)| {
            let values = data.attribute_column(AttributeId(at as u32));
            Column::from_values(&declared.datatype, values).map(Rc::new)
        });
        let kenmerken = (0..model.kenmerken.len())
            .map(|at| Rc::new(Column::booleans(data.kenmerk_column(KenmerkId(at as u32)).into())));
        let players = (0..model.roles.len()).map(|at| {
            let mut starts = vec![0];
            let mut all = Vec::new();
            for players in data.facts().by_instance(RoleId(at as u32)) {
                all.extend_from_slice(players);
                starts.push(all.len() as u32);
            }
            (starts, all)
        });
        Columns {
            counts: types.map(|at| data.count(ObjectTypeId(at as u32))).collect(),
            attributes: attributes.collect(),
            kenmerken: kenmerken.collect(),
            players: players.collect(),
            slices: vec![Window::ALWAYS],
            over_time: HashMap::new(),
            given_over_time: data.has_over_time(),
        }
    }

    /// The column of a property, for one that changes in time on the day of the run; nothing for an
    /// attribuut of text or of moments.
    pub fn property(&self, property: Property) -> Option<&Column> {
        self.stored(property, None).map(Rc::as_ref)
    }

    /// The column of a property in a slice.
    fn stored(&self, property: Property, slice: Option<usize>) -> Option<&Rc<Column>> {
        let in_slice = slice.and_then(|slice| self.over_time.get(&property)?.get(slice));
        in_slice.or_else(|| match property {
            Property::Attribute(attribute) => self.attributes[attribute.index()].as_ref(),
            Property::Kenmerk(kenmerk) => self.kenmerken.get(kenmerk.index()),
            Property::Check(_) => None,
        })
    }

    /// Puts a derived column where others read it.
    fn store(&mut self, property: Property, column: Rc<Column>) {
        match property {
            Property::Attribute(attribute) => self.attributes[attribute.index()] = Some(column),
            Property::Kenmerk(kenmerk) => self.kenmerken[kenmerk.index()] = column,
            // A check is refused before there is anything to keep.
            Property::Check(_) => {}
        }
    }

    /// Cuts time at every knip of the parameters that change in it.
    fn cut(&mut self, model: &Model, parameters: &ParameterValues) {
        let all = (0..model.parameters.len() as u32).map(ParameterId);
        let timed = all.filter(|&parameter| model[parameter].timeline.is_some());
        let mut starts: Vec<Date> = timed
            .flat_map(|parameter| parameters.over_time(parameter).windows())
            .map(|(window, _)| window.from)
            .chain([Date::MIN])
            .collect();
        starts.sort_unstable();
        starts.dedup();
        let ends = starts.iter().skip(1).copied().chain([Date::MAX]);
        self.slices =
            starts.iter().zip(ends).map(|(&from, until)| Window { from, until }).collect();
    }

    /// The slice that holds a day.
    fn slice_of(&self, day: Date) -> usize {
        self.slices.partition_point(|slice| slice.from <= day).saturating_sub(1)
    }

    fn players(&self, role: RoleId, of: u32) -> &[u32] {
        let (starts, all) = &self.players[role.index()];
        let at = of as usize;
        &all[starts[at] as usize..starts[at + 1] as usize]
    }
}

/// A plan this executor can carry out, every rule of it.
pub struct Prepared<'a> {
    model: &'a Model,
    plan: &'a Plan,
}

impl<'a> Prepared<'a> {
    /// Checks a plan of `model`. Refused with the name of the first rule that uses something this
    /// executor cannot do yet, whether or not any instance would need it.
    ///
    /// The check is a run over no instances at all. A column operation goes over an expression
    /// whatever rows there are, so every expression and every condition is seen, and there is no
    /// second list of what can be done that could differ from the first. For that, no refusal may
    /// depend on a row.
    pub fn new(model: &'a Model, plan: &'a Plan) -> Result<Prepared<'a>, Refused> {
        let prepared = Prepared { model, plan };
        let mut nobody = Columns::new(model, &Data::new(model));
        prepared.steps(&ParameterValues::new(model), plan.date(), &mut nobody)?;
        Ok(prepared)
    }

    /// Runs the plan over columns of the same model, in place. Refused only when the plan does
    /// not hold on `date`.
    pub fn run(
        &self,
        parameters: &ParameterValues,
        date: Date,
        columns: &mut Columns,
    ) -> Result<(), Refused> {
        if !self.plan.period().contains(date) {
            let (place, what) = ("dit rekenplan".into(), format!("het geldt niet op {date}"));
            return Err(Refused { place, what });
        }
        if columns.given_over_time {
            let what = "waarden die in de tijd veranderen".to_string();
            return Err(Refused { place: "deze invoer".into(), what });
        }
        columns.cut(self.model, parameters);
        self.steps(parameters, date, columns)
    }

    fn steps(
        &self,
        parameters: &ParameterValues,
        date: Date,
        columns: &mut Columns,
    ) -> Result<(), Refused> {
        let mut steps = self.plan.steps().iter();
        steps.try_for_each(|step| step::run(self.model, self.plan, step, parameters, date, columns))
    }
}

/// Prepares a plan and runs it once. What is refused is refused before a column changes.
pub fn run(
    model: &Model,
    plan: &Plan,
    parameters: &ParameterValues,
    date: Date,
    columns: &mut Columns,
) -> Result<(), Refused> {
    Prepared::new(model, plan)?.run(parameters, date, columns)
}

/// Whether values of this datatype can stand in a column.
fn has_column(datatype: &Type) -> bool {
    use regelspraak::model::Precision::Day;
    matches!(datatype, Type::Number(_) | Type::Boolean | Type::Date(Day) | Type::Enumeration(_))
}
