//! A plan made ready for the shapes of a population, and its answers.

use std::ops::Range;

use rayon::prelude::*;
use regelspraak::model::{Model, Property, Rounding};
use regelspraak::number::RoundingMode;

use super::Refused;
use super::answers::{Answered, EMPTY, Piece, Place, UNKNOWN};
use super::graph::{Bit, Graph, Num};
use super::kept::Columns;
use super::kernel::{Input, Registers, Run, WORD, WORDS};
use super::lower::{
    Lowering,
    term::{Payload, Term},
};
use super::population::{Group, Population};
use super::program::{Program, Wanted};
use super::request::{Moment, Request, Wish};
use super::setting::Setting;
use super::shape::Shape;
use crate::data::{Data, InstanceId};
use crate::exact::{self, Fault, Outcome};
use crate::parameters::ParameterValues;

/// A plan for every shape of a population.
pub struct Prepared<'a> {
    model: &'a Model,
    /// By day.
    settings: Vec<Setting>,
    /// The baseline, and then the variants.
    variants: Vec<Variant>,
    /// By day, the positions of the wishes that a dial may change.
    touched: Vec<Vec<usize>>,
    fewest: usize,
    /// By group of the population; nothing where households are worked out one by one.
    pub(super) programs: Vec<Option<Ready>>,
}

/// The baseline or a variant.
struct Variant {
    /// By day.
    parameters: Vec<ParameterValues>,
    /// By day, the positions of the wishes that are answered.
    wishes: Vec<Vec<usize>>,
    /// What the dials are turned to.
    dials: Vec<f64>,
}

/// The program of a shape, and what its results are.
pub(super) struct Ready {
    pub program: Program,
    results: Vec<Place>,
    pub layout: Layout,
}

/// Which columns of answers there are.
pub(super) struct Layout {
    columns: Vec<Answered>,
    /// By variant and result, the column.
    pub places: Vec<Vec<Option<u32>>>,
}

impl Layout {
    fn new(results: &[Place], variants: &[Variant]) -> Layout {
        let mut layout = Layout { columns: Vec::new(), places: Vec::new() };
        for (at, variant) in variants.iter().enumerate() {
            let place = |&place: &Place| {
                let answered = variant.wishes[place.moment].contains(&place.wish);
                answered.then(|| {
                    layout.columns.push(Answered { variant: at, place });
                    layout.columns.len() as u32 - 1
                })
            };
            let places = results.iter().map(place).collect();
            layout.places.push(places);
        }
        layout
    }
}

impl<'a> Prepared<'a> {
    /// Makes a plan ready for the shapes of a population. Refused with the name of the first rule
    /// that uses something columns cannot do, whoever is in the population, and when a variant gives a
    /// parameter something else than a number.
    pub fn new(
        population: &Population<'a>,
        request: &Request<'_>,
    ) -> Result<Prepared<'a>, Refused> {
        let varies = |property| population.held.varies(property);
        let mut prepared = Prepared::planned(population.model(), request, varies)?;
        prepared.can_be_columns(population)?;
        prepared.extend(population)?;
        Ok(prepared)
    }

    /// The plan for what is asked, before any shape is made ready.
    fn planned(
        model: &'a Model,
        request: &Request<'_>,
        varies: impl Fn(Property) -> bool,
    ) -> Result<Prepared<'a>, Refused> {
        if request.moments.is_empty() {
            let what = "er is geen dag gevraagd".into();
            return Err(Refused { place: "een verzoek".into(), what });
        }
        let mut prepared = Prepared {
            model,
            settings: Vec::new(),
            variants: Vec::new(),
            touched: Vec::new(),
            fewest: request.fewest.max(1),
            programs: Vec::new(),
        };
        let mut dials = 0;
        for moment in &request.moments {
            let properties: Vec<Property> =
                moment.wishes.iter().map(|wish| wish.property).collect();
            if !moment.plan.period().contains(moment.date) {
                let what = format!("het geldt niet op {}", moment.date);
                return Err(Refused { place: "dit rekenplan".into(), what });
            }
            let plan = moment.plan.for_outcomes(&properties);
            let unknown =
                |property: &&Property| plan.step(**property).is_none() && !varies(**property);
            if let Some(&property) = properties.iter().find(unknown) {
                let place = model.property_name(property).singular.clone();
                return Err(Refused { place, what: "geen regel leidt het af".into() });
            }
            let mut setting = Setting::new(model, &Moment { plan: &plan, ..*moment }, dials)?;
            dials += setting.dials();
            let touched = plan.touched_by(&setting.dialled());
            let touched = (0..properties.len()).filter(|&at| touched.contains(&properties[at]));
            let touched: Vec<usize> = touched.collect();
            if !request.baseline {
                // What nobody asks for need not be worked out.
                let asked: Vec<Property> = touched.iter().map(|&at| properties[at]).collect();
                setting.plan = plan.for_outcomes(&asked);
            }
            prepared.touched.push(touched);
            prepared.settings.push(setting);
        }
        let first = |setting: &Setting| setting.parameters.clone();
        let first = prepared.settings.iter().map(first).collect();
        let mut baseline = prepared.variant(first)?;
        if request.baseline {
            let all = |setting: &Setting| (0..setting.wishes.len()).collect();
            baseline.wishes = prepared.settings.iter().map(all).collect();
        }
        prepared.variants.push(baseline);
        let most = request.moments.iter().map(|moment| moment.variants.len()).max();
        for variant in 0..most.unwrap_or(0) {
            let own = |moment: &Moment<'_>| moment.variants.get(variant).map(|&it| it.clone());
            let variant = prepared.variant(request.moments.iter().filter_map(own).collect())?;
            prepared.variants.push(variant);
        }
        Ok(prepared)
    }

    /// A plan for one moment, without any shape.
    pub(super) fn of_moment(
        model: &'a Model,
        moment: &Moment<'_>,
    ) -> Result<Prepared<'a>, Refused> {
        let request = Request::on(vec![*moment]);
        Prepared::planned(model, &request, |_| false)
    }

    /// Refuses rules that ask for what columns cannot do, whoever is in the population.
    fn can_be_columns(&self, population: &Population<'a>) -> Result<(), Refused> {
        // Who cannot be made up is seen to when there is somebody.
        let Ok(specimen) = Shape::specimen(self.model, &population.held) else { return Ok(()) };
        let mut lowering = Lowering::new(self.model, &self.settings[0], &specimen);
        self.settings.iter().try_for_each(|setting| lowering.derive(setting))
    }

    /// A variant by its parameters on each day.
    fn variant(&self, parameters: Vec<ParameterValues>) -> Result<Variant, Refused> {
        let dials = self.settings.iter().map(|setting| setting.dials() as usize).sum();
        if parameters.len() != self.settings.len() {
            let what = format!(
                "er zijn {} dagen, en parameters voor {}",
                self.settings.len(),
                parameters.len()
            );
            return Err(Refused { place: "een variant".into(), what });
        }
        let (mut dials, mut wishes) = (vec![0.0; dials], Vec::new());
        for (setting, parameters) in self.settings.iter().zip(&parameters) {
            setting.turn(self.model, parameters, &mut dials)?;
            let differing = parameters.differing(&setting.parameters);
            let touched = setting.plan.touched_by(&differing);
            let touches = |&at: &usize| touched.contains(&setting.wishes[at].property);
            wishes.push((0..setting.wishes.len()).filter(touches).collect());
        }
        Ok(Variant { parameters, wishes, dials })
    }

    /// Puts other variants in the place of those there are: of each its parameters, by day. Nothing
    /// is prepared anew, so they differ from the baseline only where an earlier variant did, lie between
    /// the values it had then, and are no finer. Refused otherwise, and then nothing has changed.
    pub fn turn(&mut self, variants: Vec<Vec<ParameterValues>>) -> Result<(), Refused> {
        let variants = variants.into_iter().map(|parameters| self.variant(parameters));
        let variants = variants.collect::<Result<Vec<_>, _>>()?;
        self.variants.truncate(1);
        self.variants.extend(variants);
        self.lay_out();
        Ok(())
    }

    /// Answers no more of the baseline.
    pub(super) fn without_baseline(&mut self) {
        self.variants[0].wishes.iter_mut().for_each(Vec::clear);
        self.lay_out();
    }

    fn lay_out(&mut self) {
        for ready in self.programs.iter_mut().flatten() {
            ready.layout = Layout::new(&ready.results, &self.variants);
        }
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
        Ok(self.lower(&group.shape)?.0)
    }

    /// The program of a shape, with the graph it was made of and what is wanted of it.
    pub(super) fn lower(&self, shape: &Shape) -> Result<(Ready, Graph, Vec<Wanted>), Refused> {
        let results = self.results(shape.example());
        let mut lowering = Lowering::new(self.model, &self.settings[0], shape);
        let mut wanted = Vec::with_capacity(results.len());
        let mut doubt = Bit::FALSE;
        for (moment, setting) in self.settings.iter().enumerate() {
            lowering.derive(setting)?;
            let mut examples = None;
            for &place in results.iter().filter(|place| place.moment == moment) {
                let (num, doubts) = self.result(&mut lowering, place, &mut examples);
                doubt = lowering.graph.or(doubt, doubts);
                let first = self.variants[0].wishes[moment].contains(&place.wish);
                let turned = self.touched[moment].contains(&place.wish);
                wanted.push(Wanted { num, first, turned });
            }
        }
        let unreliable = lowering.graph.unreliable();
        let doubt = lowering.graph.or(doubt, unreliable);
        let program = Program::new(&lowering.graph, &wanted, doubt);
        let layout = Layout::new(&results, &self.variants);
        Ok((Ready { program, results, layout }, lowering.graph, wanted))
    }

    /// A result as it is answered, and where it is in doubt. `examples` are the outcomes of one household of the
    /// shape, by variant, once they are known.
    fn result(
        &self,
        lowering: &mut Lowering<'_>,
        place: Place,
        examples: &mut Option<Vec<Outcome>>,
    ) -> (Num, Bit) {
        let term = self.rounded(lowering, place);
        if term.fault != Bit::TRUE {
            let empty = lowering.graph.constant(EMPTY);
            let num = self.numbers(lowering, &term).unwrap_or(empty);
            return (lowering.graph.select(term.filled, num, empty), term.fault);
        }
        // The same for all: why can be seen from one.
        let examples = examples.get_or_insert_with(|| {
            let data = lowering.shape.example();
            let variants = 0..self.variants.len();
            variants.map(|it| self.exactly(it, place.moment, data.clone())).collect()
        });
        let missing = examples.iter().all(|outcome| {
            let why = outcome.property(self.wish(place).property, place.instance);
            why.is_err_and(|fault| matches!(*fault, Fault::MissingParameter { .. }))
        });
        (lowering.graph.constant(UNKNOWN), Bit::constant(!missing))
    }

    /// The term of a result, a number rounded.
    fn rounded(&self, lowering: &mut Lowering<'_>, place: Place) -> Term {
        let (wish, day) = (self.wish(place), self.settings[place.moment].date);
        let term = lowering.property(wish.property, place.instance, day);
        let Payload::Number(amount) = term.payload else { return term };
        let decimals = wish.decimals();
        let rounding = Rounding { mode: RoundingMode::HalfAwayFromZero, decimals };
        let (rounded, doubt) = amount.round(rounding, &mut lowering.graph);
        // On the scale of these decimals, whatever scale it had.
        let rounded = rounded.at(&mut lowering.graph, 10u64.pow(decimals));
        let doubt = lowering.graph.and(term.filled, doubt);
        let term = Term { payload: Payload::Number(rounded), ..term };
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
        self.run_from(population, &[], make)
    }

    /// The same, where what no dial touches is known by group or worked out.
    pub(super) fn run_from<T: Send>(
        &self,
        population: &Population<'a>,
        known: &[Option<Columns>],
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
                Some(ready) => {
                    let known = known.get(at).and_then(Option::as_ref);
                    self.on_columns(ready, group, rows, known, registers, &make)
                }
                None => self.one_by_one(group, rows, &make),
            }
        });
        let mut made: Vec<T> = worked_out.collect();
        made.extend(population.apart.iter().map(|(household, data)| {
            let Layout { columns, .. } = Layout::new(&self.results(data), &self.variants);
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
            self.on_columns(ready, group, rows.clone(), None, registers, |piece: Piece<'_>| {
                let columns = piece.columns;
                let mut exact = vec![vec![UNKNOWN]; columns.len()];
                for row in rows.clone() {
                    self.recount(group, row, columns, &mut exact, 0);
                    let pairs = exact.iter().zip(piece.answers);
                    let differs = pairs.filter(|(exact, found)| exact[0] != found[row - place]);
                    agreement.differences += differs.count();
                }
                agreement.answers += rows.len() * columns.len();
                agreement.recounted += piece.recounted;
            });
            agreement
        });
        compared.reduce(Agreement::default, Agreement::and)
    }

    fn wish(&self, place: Place) -> Wish {
        self.settings[place.moment].wishes[place.wish]
    }

    /// The results for a household.
    fn results(&self, data: &Data) -> Vec<Place> {
        let mut results = Vec::new();
        for (moment, touched) in self.touched.iter().enumerate() {
            let all = &self.variants[0].wishes[moment];
            let wishes = if all.is_empty() { touched } else { all };
            for &wish in wishes {
                let owner = self.model.property_owner(self.settings[moment].wishes[wish].property);
                let place = |instance| Place { moment, wish, instance };
                results.extend(data.instances(owner).map(place));
            }
        }
        results
    }

    pub(super) fn on_columns<T>(
        &self,
        ready: &Ready,
        group: &Group,
        rows: Range<usize>,
        known: Option<&Columns>,
        registers: &mut Registers,
        make: impl FnOnce(Piece<'_>) -> T,
    ) -> T {
        let Ready { program, layout: Layout { columns, places }, .. } = ready;
        let words = rows.len().div_ceil(WORD);
        let input = |variant: usize| Input {
            numbers: &group.numbers,
            bits: &group.bits,
            dials: &self.variants[variant].dials,
            from: rows.start,
        };
        registers.fit(program, columns.len());
        match known {
            Some(known) => known.put(&program.kept, rows.start, words, registers),
            None => {
                let (operations, columns) = (&program.once[..], &places[0][..]);
                registers.run(Run { operations, input: input(0), words, columns });
            }
        }
        let mut recounted = 0;
        for (variant, places) in places.iter().enumerate() {
            let from = columns.partition_point(|column| column.variant < variant);
            let until = columns.partition_point(|column| column.variant <= variant);
            if from == until {
                continue;
            }
            let (operations, places) = (&program.turned[..], &places[..]);
            registers.run(Run { operations, input: input(variant), words, columns: places });
            for word in 0..words {
                let mut doubt = registers.doubt(program.doubt, word);
                while doubt != 0 {
                    let at = word * WORD + doubt.trailing_zeros() as usize;
                    doubt &= doubt - 1;
                    if at < rows.len() {
                        let answers = &mut registers.answers[from..until];
                        self.recount(group, rows.start + at, &columns[from..until], answers, at);
                        recounted += 1;
                    }
                }
            }
        }
        let (households, answers) = (&group.households[rows], &registers.answers[..]);
        make(Piece { households, columns, answers, recounted })
    }

    /// The answers of the baseline for the households that columns can decide, without those that would be
    /// worked out exactly: `visit` gets the position of a result, and an [`super::Answer`] as a float.
    pub(super) fn sure(
        &self,
        ready: &Ready,
        group: &Group,
        rows: Range<usize>,
        registers: &mut Registers,
        mut visit: impl FnMut(usize, f64),
    ) {
        let Ready { program, layout: Layout { columns, places }, .. } = ready;
        let (words, dials) = (rows.len().div_ceil(WORD), &self.variants[0].dials);
        let input = Input { numbers: &group.numbers, bits: &group.bits, dials, from: rows.start };
        registers.fit(program, columns.len());
        for operations in [&program.once[..], &program.turned[..]] {
            registers.run(Run { operations, input, words, columns: &places[0] });
        }
        for row in 0..rows.len() {
            if registers.doubt(program.doubt, row / WORD) >> (row % WORD) & 1 == 0 {
                let answers = registers.answers.iter().take(columns.len()).enumerate();
                answers.for_each(|(result, column)| visit(result, column[row]));
            }
        }
    }

    fn one_by_one<T>(
        &self,
        group: &Group,
        rows: Range<usize>,
        make: &impl Fn(Piece<'_>) -> T,
    ) -> T {
        let results = self.results(group.shape.example());
        let Layout { columns, .. } = Layout::new(&results, &self.variants);
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
        columns: &[Answered],
        answers: &mut [Vec<f64>],
        at: usize,
    ) {
        match group.household(self.model, row) {
            Ok(data) => self.answer(&data, columns, answers, at),
            Err(_) => answers.iter_mut().for_each(|column| column[at] = UNKNOWN),
        }
    }

    /// Puts the exact answers for a household in their columns.
    fn answer(&self, data: &Data, columns: &[Answered], answers: &mut [Vec<f64>], at: usize) {
        let mut worked_out: Option<((usize, usize), Outcome)> = None;
        for (&Answered { variant, place }, column) in columns.iter().zip(answers) {
            let of = (variant, place.moment);
            let outcome = match worked_out.take() {
                Some((known, outcome)) if known == of => outcome,
                _ => self.exactly(variant, place.moment, data.clone()),
            };
            column[at] = self.wish(place).exact(&outcome, place.instance);
            worked_out = Some((of, outcome));
        }
    }

    fn exactly(&self, variant: usize, moment: usize, data: Data) -> Outcome {
        let Setting { plan, date, .. } = &self.settings[moment];
        let parameters = &self.variants[variant].parameters[moment];
        exact::run(self.model, plan, parameters, *date, data)
    }
}

/// Of a shape that was lowered, the wish and the instance of each result.
pub(super) fn places(ready: &Ready) -> impl Iterator<Item = (usize, InstanceId)> + '_ {
    ready.results.iter().map(|place| (place.wish, place.instance))
}

/// The rows of a group, by pieces.
pub(super) fn pieces_of(group: &Group) -> impl Iterator<Item = Range<usize>> + use<> {
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
