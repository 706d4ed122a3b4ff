//! A plan made ready for the shapes of a population, and its answers.

use std::collections::HashSet;
use std::ops::Range;

use jiff::civil::Date;
use rayon::prelude::*;
use regelspraak::model::{Model, Property, Rounding, Value};
use regelspraak::number::{Number, RoundingMode};

use super::graph::{Bit, Num};
use super::kernel::{self, Registers, WORD, WORDS};
use super::lower::{
    self, Lowering,
    term::{Payload, Term},
};
use super::population::{Group, Population};
use super::program::{Program, Wanted};
use super::{Refused, calendar};
use crate::data::{Data, InstanceId};
use crate::exact::{self, Fault, Outcome};
use crate::parameters::ParameterValues;
use crate::plan::Plan;

/// Preparing a shape takes as long as working out so many households one by one.
const FEWEST: usize = 8;

/// The most decimals a number is answered with.
const MOST_DECIMALS: u32 = 6;

/// An outcome that is asked for; a number rounded to these decimals, halves away from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// The property.
    pub property: Property,
    /// The decimals of a number; at most 6.
    pub decimals: u32,
}

/// What to work out for a population.
#[derive(Debug, Clone, Copy)]
pub struct Request<'r, 'a> {
    /// The rules of the day, in order.
    pub plan: &'r Plan,
    /// The parameters of the baseline.
    pub parameters: &'a ParameterValues,
    /// Whether the outcomes of the baseline are answered; without, only those that a variant may
    /// change.
    pub baseline: bool,
    /// Other parameters, worked out in the same pass over the households: what they do not touch
    /// is worked out once. Of a variant those outcomes are answered that it may change
    /// ([`Piece::changes`]).
    pub variants: &'r [&'a ParameterValues],
    /// The Rekendatum.
    pub date: Date,
    /// The outcomes.
    pub wishes: &'r [Wish],
    /// Fewer households of a shape than this are worked out one by one.
    pub fewest: usize,
}

impl<'r, 'a> Request<'r, 'a> {
    /// These outcomes on a day, without variants.
    pub fn new(
        plan: &'r Plan,
        parameters: &'a ParameterValues,
        date: Date,
        wishes: &'r [Wish],
    ) -> Request<'r, 'a> {
        let (variants, fewest) = (&[][..], FEWEST);
        Request { plan, parameters, baseline: true, variants, date, wishes, fewest }
    }
}

/// What an outcome is in one household.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answer {
    /// A number, in units of the last decimal asked for; a day as a number that grows by day; a
    /// position in a domein; or 0 and 1.
    Number(f64),
    /// Leeg.
    Empty,
    /// The rules cannot say: a parameter has no value, or something is a fault.
    Unknown,
}

/// How a column of answers says leeg.
const EMPTY: f64 = f64::NEG_INFINITY;
/// How a column of answers says that it is not known.
const UNKNOWN: f64 = f64::INFINITY;

impl From<f64> for Answer {
    fn from(value: f64) -> Answer {
        match value {
            EMPTY => Answer::Empty,
            UNKNOWN => Answer::Unknown,
            number => Answer::Number(number),
        }
    }
}

/// A plan for every shape of a population.
pub struct Prepared<'a> {
    model: &'a Model,
    plan: Plan,
    variants: Vec<Variant<'a>>,
    date: Date,
    wishes: Vec<Wish>,
    fewest: usize,
    /// By group of the population; nothing where households are worked out one by one.
    programs: Vec<Option<Ready>>,
}

/// Parameters to work out with.
struct Variant<'a> {
    parameters: &'a ParameterValues,
    /// What may come out otherwise than in the first variant.
    touched: HashSet<Property>,
    /// The positions of the wishes that are answered.
    wishes: Vec<usize>,
}

/// The program of a shape, and what each of its results is.
struct Ready {
    program: Program,
    columns: Vec<Place>,
}

/// What a column of answers holds: of which variant, which wish, of which instance.
#[derive(Debug, Clone, Copy)]
struct Place {
    variant: usize,
    wish: usize,
    instance: InstanceId,
}

/// The answers for some households of one shape.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'p> {
    households: &'p [u32],
    columns: &'p [Place],
    answers: &'p [Vec<f64>],
    recounted: usize,
}

impl<'a> Prepared<'a> {
    /// Makes a plan ready for the shapes of a population. Refused with the name of the first rule
    /// that uses something columns cannot do, in whatever household.
    pub fn new(
        population: &Population<'a>,
        request: &Request<'_, 'a>,
    ) -> Result<Prepared<'a>, Refused> {
        let Request { plan, date, wishes, fewest, .. } = *request;
        let model = population.model();
        if !plan.period().contains(date) {
            let (place, what) = ("dit rekenplan".into(), format!("het geldt niet op {date}"));
            return Err(Refused { place, what });
        }
        let properties: Vec<Property> = wishes.iter().map(|wish| wish.property).collect();
        let plan = plan.for_outcomes(&properties);
        let unknown = |property: &&Property| {
            plan.step(**property).is_none() && !population.held.varies(**property)
        };
        if let Some(&property) = properties.iter().find(unknown) {
            let (place, what) =
                (&model.property_name(property).singular, "geen regel leidt het af");
            return Err(Refused { place: place.clone(), what: what.to_string() });
        }
        let all = if request.baseline { (0..wishes.len()).collect() } else { Vec::new() };
        let (parameters, touched) = (request.parameters, HashSet::new());
        let mut variants = vec![Variant { parameters, touched, wishes: all }];
        variants.extend(request.variants.iter().map(|&parameters| {
            let touched = plan.touched_by(&parameters.differing(request.parameters));
            let wishes = (0..wishes.len()).filter(|&at| touched.contains(&wishes[at].property));
            Variant { parameters, wishes: wishes.collect(), touched }
        }));
        // What nobody asks for need not be worked out.
        let asked = variants.iter().flat_map(|variant| &variant.wishes);
        let asked: Vec<Property> = asked.map(|&wish| wishes[wish].property).collect();
        let plan = plan.for_outcomes(&asked);
        let mut prepared = Prepared {
            model,
            plan,
            variants,
            date,
            wishes: wishes.to_vec(),
            fewest: fewest.max(1),
            programs: Vec::new(),
        };
        prepared.extend(population)?;
        Ok(prepared)
    }

    /// Makes the plan ready for shapes that were added to the population since, and for those that
    /// have become many.
    pub fn extend(&mut self, population: &Population<'a>) -> Result<(), Refused> {
        self.programs.resize_with(population.groups.len(), || None);
        let lacking: Vec<usize> = (0..self.programs.len())
            .filter(|&at| self.programs[at].is_none())
            .filter(|&at| {
                let group = &population.groups[at];
                group.rows() > 0 && group.seen + group.rows() >= self.fewest
            })
            .collect();
        let ready = lacking.par_iter().map(|&at| self.prepare(&population.groups[at]));
        let ready: Vec<Ready> = ready.collect::<Result<_, Refused>>()?;
        for (at, ready) in lacking.into_iter().zip(ready) {
            self.programs[at] = Some(ready);
        }
        Ok(())
    }

    fn prepare(&self, group: &Group) -> Result<Ready, Refused> {
        let parameters: Vec<&ParameterValues> =
            self.variants.iter().map(|variant| variant.parameters).collect();
        let mut lowering =
            Lowering::new(self.model, &self.plan, &parameters, self.date, &group.shape);
        lower::steps(&mut lowering)?;
        let baseline = lowering.derived().clone();
        let columns = self.places(group.shape.example());
        let mut wanted = Wanted::default();
        let mut doubt = Bit::FALSE;
        let mut example = None;
        let mut current = 0;
        for &Place { variant, wish, instance } in &columns {
            if variant != current {
                current = variant;
                example = None;
                lowering.start_variant(self.variants[variant].parameters, baseline.clone());
                lower::steps_again(&mut lowering, &self.variants[variant].touched)?;
            }
            let Wish { property, decimals } = self.wishes[wish];
            let term = lowering.property(property, instance, self.date);
            let term = self.rounded(&mut lowering, &term, decimals);
            if term.fault == Bit::TRUE {
                // The same for all: why can be seen from one.
                let outcome = example
                    .get_or_insert_with(|| self.exactly(variant, group.shape.example().clone()));
                let missing = |fault: &Fault| matches!(fault, Fault::MissingParameter { .. });
                if outcome.property(property, instance).is_err_and(|fault| missing(&fault)) {
                    wanted.numbers.push(lowering.graph.constant(UNKNOWN));
                    continue;
                }
            }
            doubt = lowering.graph.or(doubt, term.fault);
            let empty = lowering.graph.constant(EMPTY);
            let num = self.numbers(&mut lowering, &term).unwrap_or(empty);
            wanted.numbers.push(lowering.graph.select(term.filled, num, empty));
        }
        let unreliable = lowering.graph.unreliable();
        wanted.bits.push(lowering.graph.or(doubt, unreliable));
        Ok(Ready { program: Program::new(&lowering.graph, &wanted), columns })
    }

    /// A term as it is answered: a number rounded.
    fn rounded(&self, lowering: &mut Lowering<'_>, term: &Term, decimals: u32) -> Term {
        let Payload::Number(amount) = term.payload else { return term.clone() };
        let decimals = decimals.min(MOST_DECIMALS);
        let rounding = Rounding { mode: RoundingMode::HalfAwayFromZero, decimals };
        let (rounded, doubt) = amount.round(rounding, &mut lowering.graph);
        // On the scale of these decimals, whatever scale it had.
        let rounded = rounded.at(&mut lowering.graph, 10u64.pow(decimals));
        let doubt = lowering.graph.and(term.filled, doubt);
        let term = Term { payload: Payload::Number(rounded), ..term.clone() };
        term.or_fault(doubt, &mut lowering.graph)
    }

    fn numbers(&self, lowering: &mut Lowering<'_>, term: &Term) -> Option<Num> {
        match term.payload {
            Payload::Number(amount) => Some(amount.num),
            Payload::Date(num) | Payload::Enumeration(num) => Some(num),
            Payload::Boolean(bit) => {
                let (one, zero) = (lowering.graph.constant(1.0), lowering.graph.constant(0.0));
                Some(lowering.graph.select(bit, one, zero))
            }
            Payload::Nothing | Payload::Text(_) => None,
        }
    }

    /// Works out every household, and makes something of each piece of the answers. What comes
    /// back is in the order of the pieces, whatever the number of threads.
    pub fn run<T: Send>(
        &self,
        population: &Population<'a>,
        make: impl Fn(Piece<'_>) -> T + Sync,
    ) -> Vec<T> {
        let pieces: Vec<(usize, Range<usize>)> = population
            .groups
            .iter()
            .enumerate()
            .flat_map(|(at, group)| pieces_of(group).map(move |rows| (at, rows)))
            .collect();
        let worked_out = pieces.into_par_iter().map_init(Registers::default, |registers, piece| {
            let (at, rows) = piece;
            let group = &population.groups[at];
            // Shapes that were added since are worked out one by one.
            match self.programs.get(at).and_then(Option::as_ref) {
                Some(ready) => self.on_columns(ready, group, rows, registers, &make),
                None => self.one_by_one(group, rows, &make),
            }
        });
        let mut made: Vec<T> = worked_out.collect();
        made.extend(population.apart.iter().map(|(household, data)| {
            let columns = self.places(data);
            let mut answers = vec![vec![UNKNOWN]; columns.len()];
            self.answer(data, &columns, &mut answers, 0);
            let (households, columns) = (&[*household][..], &columns[..]);
            make(Piece { households, columns, answers: &answers, recounted: 1 })
        }));
        made
    }

    /// Works out every household in both ways, and says how often they differ: never, or one of the
    /// executors is wrong. Takes as long as the exact executor takes.
    pub fn compare(&self, population: &Population<'a>) -> Agreement {
        let groups = population.groups.iter().zip(&self.programs);
        let ready = groups.filter_map(|(group, ready)| Some((group, ready.as_ref()?)));
        let pieces: Vec<(&Group, &Ready, Range<usize>)> = ready
            .flat_map(|(group, ready)| pieces_of(group).map(move |rows| (group, ready, rows)))
            .collect();
        let compared = pieces.into_par_iter().map_init(Registers::default, |registers, piece| {
            let (group, ready, rows) = piece;
            let mut agreement = Agreement { households: rows.len(), ..Agreement::default() };
            let place = rows.start;
            self.on_columns(ready, group, rows.clone(), registers, |piece: Piece<'_>| {
                let mut exact = vec![vec![UNKNOWN]; ready.columns.len()];
                for row in rows.clone() {
                    self.recount(group, row, &ready.columns, &mut exact, 0);
                    let pairs = exact.iter().zip(piece.answers);
                    let differs = pairs.filter(|(exact, found)| exact[0] != found[row - place]);
                    agreement.differences += differs.count();
                }
                agreement.answers += rows.len() * ready.columns.len();
                agreement.recounted += piece.recounted;
            });
            agreement
        });
        compared.reduce(Agreement::default, Agreement::and)
    }

    /// The columns of answers for a household: those of the baseline first.
    fn places(&self, data: &Data) -> Vec<Place> {
        let mut places = Vec::new();
        for (at, variant) in self.variants.iter().enumerate() {
            for &wish in &variant.wishes {
                let owner = self.model.property_owner(self.wishes[wish].property);
                let place = |instance| Place { variant: at, wish, instance };
                places.extend(data.instances(owner).map(place));
            }
        }
        places
    }

    fn on_columns<T>(
        &self,
        ready: &Ready,
        group: &Group,
        rows: Range<usize>,
        registers: &mut Registers,
        make: impl FnOnce(Piece<'_>) -> T,
    ) -> T {
        let input = kernel::Input { numbers: &group.numbers, bits: &group.bits, from: rows.start };
        registers.run(&ready.program, input, rows.len().div_ceil(WORD));
        let mut recounted = 0;
        for word in 0..rows.len().div_ceil(WORD) {
            let mut doubt = registers.bit_results[0][word];
            while doubt != 0 {
                let at = word * WORD + doubt.trailing_zeros() as usize;
                doubt &= doubt - 1;
                if at < rows.len() {
                    let answers = &mut registers.results;
                    self.recount(group, rows.start + at, &ready.columns, answers, at);
                    recounted += 1;
                }
            }
        }
        let (households, columns) = (&group.households[rows], &ready.columns[..]);
        make(Piece { households, columns, answers: &registers.results, recounted })
    }

    fn one_by_one<T>(
        &self,
        group: &Group,
        rows: Range<usize>,
        make: &impl Fn(Piece<'_>) -> T,
    ) -> T {
        let columns = self.places(group.shape.example());
        let mut answers = vec![vec![UNKNOWN; rows.len()]; columns.len()];
        for row in rows.clone() {
            self.recount(group, row, &columns, &mut answers, row - rows.start);
        }
        let (households, recounted) = (&group.households[rows.clone()], rows.len());
        make(Piece { households, columns: &columns, answers: &answers, recounted })
    }

    /// Puts the exact answers for a household in their columns.
    fn recount(
        &self,
        group: &Group,
        row: usize,
        columns: &[Place],
        answers: &mut [Vec<f64>],
        at: usize,
    ) {
        match group.household(self.model, row) {
            Ok(data) => self.answer(&data, columns, answers, at),
            Err(_) => answers.iter_mut().for_each(|column| column[at] = UNKNOWN),
        }
    }

    /// Puts the exact answers for a household in their columns.
    fn answer(&self, data: &Data, columns: &[Place], answers: &mut [Vec<f64>], at: usize) {
        let mut worked_out: Option<(usize, Outcome)> = None;
        for (place, column) in columns.iter().zip(answers) {
            let outcome = match worked_out.take() {
                Some((variant, outcome)) if variant == place.variant => outcome,
                _ => self.exactly(place.variant, data.clone()),
            };
            column[at] = self.wishes[place.wish].exact(&outcome, place.instance);
            worked_out = Some((place.variant, outcome));
        }
    }

    fn exactly(&self, variant: usize, data: Data) -> Outcome {
        let parameters = self.variants[variant].parameters;
        exact::run(self.model, &self.plan, parameters, self.date, data)
    }
}

/// The rows of a group, by pieces.
fn pieces_of(group: &Group) -> impl Iterator<Item = Range<usize>> + use<> {
    let rows = group.rows();
    let starts = (0..rows).step_by(WORDS * WORD);
    starts.map(move |from| from..rows.min(from + WORDS * WORD))
}

/// How far two executors agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Agreement {
    /// The households that were worked out on columns.
    pub households: usize,
    /// Their answers.
    pub answers: usize,
    /// The answers that differ.
    pub differences: usize,
    /// The households that columns left to the exact executor.
    pub recounted: usize,
}

impl Agreement {
    fn and(self, other: Agreement) -> Agreement {
        Agreement {
            households: self.households + other.households,
            answers: self.answers + other.answers,
            differences: self.differences + other.differences,
            recounted: self.recounted + other.recounted,
        }
    }
}

impl Wish {
    /// What the exact executor answers, as a float that is an [`Answer`].
    pub fn exact(&self, outcome: &Outcome, instance: InstanceId) -> f64 {
        match outcome.property(self.property, instance) {
            Ok(Value::Number(number)) => {
                let decimals = self.decimals.min(MOST_DECIMALS);
                let rounded = number.round(RoundingMode::HalfAwayFromZero, decimals as i32);
                (&rounded * &Number::from(10i64.pow(decimals))).to_f64()
            }
            Ok(Value::Date(date)) => f64::from(calendar::key(date)),
            Ok(Value::Enumeration(at)) => f64::from(at),
            Ok(Value::Boolean(holds)) => f64::from(u8::from(holds)),
            Ok(_) => EMPTY,
            Err(_) => UNKNOWN,
        }
    }
}

impl<'p> Piece<'p> {
    /// The households, by their position in the population.
    pub fn households(&self) -> &'p [u32] {
        self.households
    }

    /// For each outcome of each instance: the position of the wish, the instance, and for every
    /// household an [`Answer`] as a float.
    pub fn columns(&self) -> impl Iterator<Item = (usize, InstanceId, &'p [f64])> + use<'p> {
        self.of_variant(0)
    }

    /// The same of a variant, counted from 0, for the outcomes that it may change.
    pub fn changes(
        &self,
        variant: usize,
    ) -> impl Iterator<Item = (usize, InstanceId, &'p [f64])> + use<'p> {
        self.of_variant(variant + 1)
    }

    fn of_variant(
        &self,
        variant: usize,
    ) -> impl Iterator<Item = (usize, InstanceId, &'p [f64])> + use<'p> {
        let rows = self.households.len();
        let columns = self.columns.iter().zip(self.answers);
        let columns = columns.filter(move |(place, _)| place.variant == variant);
        columns.map(move |(place, answers)| (place.wish, place.instance, &answers[..rows]))
    }

    /// How many of the households were worked out exactly, because a float could not decide or
    /// there were few of their shape.
    pub fn recounted(&self) -> usize {
        self.recounted
    }
}
