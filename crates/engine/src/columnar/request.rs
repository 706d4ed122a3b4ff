//! What to work out for a population.

use jiff::civil::Date;
use regelspraak::model::Property;

use crate::parameters::ParameterValues;
use crate::plan::Plan;

/// Preparing a shape takes as long as working out so many households one by one.
const FEWEST: usize = 4;

/// An outcome that is asked for; a number rounded to these decimals, halves away from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// The property.
    pub property: Property,
    /// The decimals of a number; at most 6.
    pub decimals: u32,
}

/// A day to work out a population for.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'r> {
    /// The rules of the day, in order.
    pub plan: &'r Plan,
    /// The parameters of the baseline.
    pub parameters: &'r ParameterValues,
    /// Other values of parameters, worked out in the same pass over the households: what they do
    /// not touch is worked out once. Of a variant those outcomes are answered that it may change. A
    /// variant gives numbers instead of numbers; what a parameter is without a value, or as a word,
    /// is for a baseline of its own.
    pub variants: &'r [&'r ParameterValues],
    /// The Rekendatum.
    pub date: Date,
    /// The outcomes.
    pub wishes: &'r [Wish],
}

/// What to work out for a population.
#[derive(Debug, Clone)]
pub struct Request<'r> {
    /// The days, at least one, worked out in the same pass: what does not differ by day is worked out once. Each
    /// with as many variants, of which the first belong together, and so on.
    pub moments: Vec<Moment<'r>>,
    /// Whether the outcomes of the baseline are answered; without, only those that a variant may
    /// change.
    pub baseline: bool,
    /// Fewer households of a shape than this are worked out one by one.
    pub fewest: usize,
}

impl<'r> Request<'r> {
    /// These outcomes on a day, without variants.
    pub fn new(
        plan: &'r Plan,
        parameters: &'r ParameterValues,
        date: Date,
        wishes: &'r [Wish],
    ) -> Request<'r> {
        Request::on(vec![Moment { plan, parameters, variants: &[], date, wishes }])
    }

    /// The outcomes of several days.
    pub fn on(moments: Vec<Moment<'r>>) -> Request<'r> {
        Request { moments, baseline: true, fewest: FEWEST }
    }

    /// With these variants on the first day.
    pub fn with_variants(mut self, variants: &'r [&'r ParameterValues]) -> Request<'r> {
        self.moments.iter_mut().take(1).for_each(|moment| moment.variants = variants);
        self
    }
}
