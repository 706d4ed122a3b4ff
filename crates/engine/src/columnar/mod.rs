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

use std::rc::Rc;

use jiff::civil::Date;
use regelspraak::model::{AttributeId, KenmerkId, Model, ObjectTypeId, Property, RoleId, Type};
use thiserror::Error;

pub use column::{Column, Values};

use crate::data::Data;
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
        }
    }

    /// The column of a property; nothing for an attribuut of text or of moments.
    pub fn property(&self, property: Property) -> Option<&Column> {
        match property {
            Property::Attribute(attribute) => self.attributes[attribute.index()].as_deref(),
            Property::Kenmerk(kenmerk) => Some(&self.kenmerken[kenmerk.index()]),
            Property::Check(_) => None,
        }
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
