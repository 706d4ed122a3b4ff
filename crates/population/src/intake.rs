//! Record batches into the columns of the executor, checked on the way.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use arrow_array::RecordBatch;
use corpus::PolicySet;
use corpus::document::DocumentError;
use engine::columnar::{Population, Prepared, Refused, Request, ShapeId, Written};
use engine::language::Bilingual;
use engine::text;
use household::fields::{Field, Kind, Section};
use household::objects::{FieldProperty, MappingError, field_properties, varying};
use household::{FieldValue, HouseholdFile, Person, Role, Values};
use jiff::civil::Date;
use rayon::prelude::*;
use regelspraak::model::{Model, Property};
use thiserror::Error;

use crate::TableError;
use crate::cells::{self, Place};
use crate::key::KeyWriter;
use crate::lists::{childcare, parents};
use crate::municipalities::{self, Local, OtherPolicy, TABLE, at};
use crate::table::{CHILDCARE, HOUSEHOLD, MUNICIPALITY, PARENTS, PERSONS, Table, is_column};

/// The largest whole number in a column, as [`Written::Parts`] has it.
const LARGEST: i64 = 1_000_000_000;

/// Who somebody is in the household.
const ROLE: &str = "rol";

/// Why tables did not go in, or cannot be asked this.
#[derive(Debug, Error)]
pub enum IntakeError {
    /// The tables are wrong.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The rules do not fit a household.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// A municipality laid down something that does not fit a column.
    #[error(transparent)]
    Policy(#[from] DocumentError),
    /// A request is of a day on which a municipality has laid down something else.
    #[error("{}", .0.text())]
    OtherPolicy(OtherPolicy),
    /// The rules use something columns cannot do.
    #[error(transparent)]
    Refused(#[from] Refused),
}

impl Bilingual for IntakeError {
    fn english(&self) -> String {
        match self {
            IntakeError::Table(error) => error.english(),
            IntakeError::Mapping(error) => error.english(),
            IntakeError::Policy(error) => error.english(),
            IntakeError::OtherPolicy(error) => error.text().english(),
            // About a sentence of a rule, to who writes it.
            IntakeError::Refused(error) => error.to_string(),
        }
    }
}

/// Puts batches of tables into a population.
pub struct Intake<'m> {
    model: &'m Model,
    population: Population<'m>,
    /// Where a property comes from, and by what whole number its cells are multiplied.
    sources: HashMap<Property, Source>,
    shapes: HashMap<Vec<u8>, ShapeId, foldhash::fast::FixedState>,
    /// By shape, where the columns it asks for come from.
    inputs: HashMap<ShapeId, Vec<Input>>,
    local: Local<'m>,
    /// The rows of both tables that came before.
    before: (usize, usize),
    /// The number of the last household of the batch before.
    last: Option<i64>,
}

/// A column that a property comes from.
#[derive(Debug, Clone, Copy)]
struct Source {
    section: Section,
    /// The position of the field in its section.
    field: usize,
    factor: i32,
}

/// Where a column of a shape comes from.
#[derive(Debug, Clone, Copy)]
enum Input {
    /// A field of the instance with this position.
    Field(Source, usize),
    /// A column of the municipality.
    Municipality(usize),
}

/// The cells of a batch by section and field.
pub(crate) struct Batch<'b> {
    /// By household, the position of its municipality; nothing when the table does not say.
    pub municipalities: Option<Vec<i32>>,
    pub cells: [Vec<Cow<'b, [i32]>>; Section::ALL.len()],
    /// By person, the positions of the parents that are named; nothing when they are not.
    pub parents: Vec<Option<&'b [i32]>>,
    /// By person, the rows of childcare.
    pub childcare: Vec<Range<usize>>,
}

/// A household in a batch: its row, the row of its first person, and the first row of childcare of
/// any of them.
#[derive(Clone, Copy)]
pub(crate) struct Household {
    pub row: usize,
    pub person: usize,
    pub childcare: usize,
}

impl<'m> Intake<'m> {
    /// For a population of this model.
    pub fn new(model: &'m Model) -> Result<Intake<'m>, IntakeError> {
        let mut sources = HashMap::new();
        for FieldProperty { section, field, property, factor } in field_properties(model) {
            let position = section.fields().iter().position(|it| it.key == field.key);
            // An amount per year in an attribuut per month is no whole number of cents.
            let factor = factor.to_i64().and_then(|factor| i32::try_from(factor).ok());
            let (Some(field), Some(factor)) = (position, factor) else { continue };
            sources.insert(property, Source { section, field, factor });
        }
        let mut varying = varying(model);
        varying.extend(municipalities::properties(model));
        let population = Population::new(model, varying);
        let local = Local::new(model, |property| population.varying().contains(property));
        Ok(Intake {
            model,
            local,
            population,
            sources,
            shapes: HashMap::default(),
            inputs: HashMap::new(),
            before: (0, 0),
            last: None,
        })
    }

    /// Takes what is known of municipalities, for the households that come after, instead of what was: what
    /// they have laid down on a day, and the table of municipalities, which goes before it. What belongs to a
    /// scheme may be in neither, and is leeg then; what else rules read of a municipality the table must have
    /// for every household whose municipality is known. An error says where in a package or in the table a
    /// value does not fit; what was known before stays then.
    pub fn given(
        &mut self,
        policies: Option<(&'m PolicySet, Date)>,
        table: Option<&RecordBatch>,
    ) -> Result<(), IntakeError> {
        self.local.give(policies, table)?;
        // What is known of a municipality may be something else now.
        self.shapes.clear();
        Ok(())
    }

    /// Makes a request ready for the households so far; what is known of municipalities is given before.
    /// Refused when what municipalities have laid down was
    /// taken for a day on which it is not the same as on a day of the request, and as
    /// [`Prepared::new`] does.
    pub fn prepare(&self, request: &Request<'_>) -> Result<Prepared<'m>, IntakeError> {
        for moment in &request.moments {
            self.local.holds_on(moment.date).map_err(IntakeError::OtherPolicy)?;
        }
        Ok(Prepared::new(&self.population, request)?)
    }

    /// The columns of a table that the rules need, and `gemeente`; others may be absent.
    pub fn columns(&self, table: Table) -> Vec<&'static str> {
        let mut columns = vec![HOUSEHOLD];
        columns.extend(match table {
            Table::Households => &[PERSONS, MUNICIPALITY][..],
            Table::Persons => &[PARENTS, CHILDCARE][..],
        });
        for &section in table.sections() {
            let fields = section.fields().iter().filter(|field| self.needs(section, field));
            columns.extend(fields.map(|field| field.key));
        }
        columns
    }

    /// Whether a field is a column that some rule reads, or that tells shapes apart.
    fn needs(&self, section: Section, field: &Field) -> bool {
        let read = |source: &Source| {
            source.section == section && section.fields()[source.field].key == field.key
        };
        let choice = matches!(field.kind, Kind::Choice(_));
        is_column(field) && (choice || self.sources.values().any(read))
    }

    /// Whether a field of a section, by its position, tells shapes apart: a choice, or yes or no, that is no
    /// column of the population.
    fn tells_apart(&self, section: Section, position: usize) -> bool {
        let field = &section.fields()[position];
        let varies = |property: &Property| {
            let source = self.sources.get(property);
            source.is_some_and(|source| (source.section, source.field) == (section, position))
        };
        matches!(field.kind, Kind::Choice(_) | Kind::Boolean)
            && self.needs(section, field)
            && !self.population.varying().iter().any(varies)
    }

    /// The households so far.
    pub fn population(&self) -> &Population<'m> {
        &self.population
    }

    /// Forgets the households and keeps their shapes, for the next batch of a stream.
    pub fn clear(&mut self) {
        self.population.clear();
    }

    /// How many rows of persons belong to a batch of households.
    pub fn persons_of(&self, households: &RecordBatch) -> Result<usize, TableError> {
        let place =
            Place { table: Table::Households.name(), column: PERSONS, first: self.before.0 };
        let counts = cells::counts(cells::column(households, place)?, place)?;
        let mut sum = 0;
        for (row, &count) in counts.iter().enumerate() {
            sum += usize::try_from(count).map_err(|_| {
                let message = text!(
                    "Een huishouden kan niet {count} personen hebben.",
                    "A household cannot have {count} persons."
                );
                place.error(Some(row), message)
            })?;
        }
        Ok(sum)
    }

    /// Adds households with their persons, in the order of the tables. Gives, for each household in
    /// the order in which the population has them, its row in this batch. Nothing is added when
    /// anything is wrong.
    pub fn add(
        &mut self,
        households: &RecordBatch,
        persons: &RecordBatch,
    ) -> Result<Vec<u32>, IntakeError> {
        let wanted = self.persons_of(households)?;
        if wanted != persons.num_rows() {
            let found = persons.num_rows();
            return Err(IntakeError::Table(TableError {
                table: Table::Persons.name(),
                column: None,
                row: None,
                message: text!(
                    "Er zijn {found} rijen; volgens aantal_personen zijn het er {wanted}.",
                    "There are {found} rows; by aantal_personen there are {wanted}."
                ),
            }));
        }
        let batch = self.batch(households, persons)?;
        let places = self.places(households, persons, &batch)?;
        let mut rows: Vec<(ShapeId, Vec<Household>)> = Vec::new();
        let mut at: HashMap<ShapeId, usize, foldhash::fast::FixedState> = HashMap::default();
        let mut key = Vec::new();
        let keys = KeyWriter::new(&batch, |section, position| self.tells_apart(section, position));
        for (index, &household) in places.iter().enumerate() {
            let next = places.get(index + 1).map_or(persons.num_rows(), |next| next.person);
            let municipality = self.local.told_apart(batch.municipality(household.row));
            keys.write(household, next, municipality, &mut key);
            let shape = match self.shapes.get(&key) {
                Some(&shape) => shape,
                None => {
                    let shape = self.shape(&batch, household, next)?;
                    self.shapes.insert(key.clone(), shape);
                    shape
                }
            };
            let place = *at.entry(shape).or_insert_with(|| {
                rows.push((shape, Vec::new()));
                rows.len() - 1
            });
            rows[place].1.push(household);
        }
        let mut order = Vec::with_capacity(places.len());
        for (shape, households) in rows {
            let inputs = &self.inputs[&shape];
            self.population.extend(shape, households.len(), |column, out| {
                let places = out.iter_mut().zip(&households);
                match inputs[column] {
                    Input::Field(source, index) => {
                        let cells = &batch.cells[source.section as usize][source.field];
                        for (out, household) in places {
                            let row = match source.section {
                                Section::Person => household.person + index,
                                Section::Childcare => household.childcare + index,
                                _ => household.row,
                            };
                            *out = cells[row] * source.factor;
                        }
                    }
                    Input::Municipality(column) => {
                        for (out, household) in places {
                            *out = self.local.cell(column, batch.municipality(household.row));
                        }
                    }
                }
            });
            order.extend(households.iter().map(|household| household.row as u32));
        }
        let own =
            Place { table: Table::Households.name(), column: HOUSEHOLD, first: self.before.0 };
        let ids = cells::numbers(cells::column(households, own)?, own)?;
        self.last = ids.last().copied().or(self.last);
        self.before.0 += households.num_rows();
        self.before.1 += persons.num_rows();
        Ok(order)
    }

    /// All cells, checked one by one.
    fn batch<'b>(
        &self,
        households: &'b RecordBatch,
        persons: &'b RecordBatch,
    ) -> Result<Batch<'b>, TableError> {
        let roles = {
            let place = Place { table: Table::Persons.name(), column: ROLE, first: self.before.1 };
            let field = &Section::Person.fields()[position(Section::Person, ROLE)];
            cells::field(cells::column(persons, place)?, field, place, |_| true)?
        };
        let mut cells: [Vec<Cow<'b, [i32]>>; Section::ALL.len()] = Default::default();
        for table in [Table::Households, Table::Persons] {
            let (batch, first) = match table {
                Table::Households => (households, self.before.0),
                Table::Persons => (persons, self.before.1),
            };
            for &section in table.sections() {
                let column = |field: &Field| -> Result<Cow<'b, [i32]>, TableError> {
                    if !self.needs(section, field) {
                        return Ok(Cow::Borrowed(&[]));
                    }
                    let place = Place { table: table.name(), column: field.key, first };
                    let array = cells::column(batch, place)?;
                    let needed =
                        |row: usize| field.only_for.is_none_or(|only| roles[row] == only as i32);
                    cells::field(array, field, place, needed)
                };
                // Of several mistakes the first.
                let columns: Vec<_> = section.fields().par_iter().map(column).collect();
                cells[section as usize] = columns.into_iter().collect::<Result<_, _>>()?;
            }
        }
        let municipalities = municipalities::of_households(households, self.before.0)?;
        self.local.check(municipalities.as_deref().unwrap_or_default(), self.before.0)?;
        let first = self.before.1;
        let (childcare, parents) =
            rayon::join(|| childcare(persons, first), || parents(persons, first));
        let (childcare, starts) = childcare?;
        cells[Section::Childcare as usize] = childcare;
        let parents = parents?;
        Ok(Batch { municipalities, cells, parents, childcare: starts })
    }

    /// Where each household stands, when the tables fit together.
    fn places(
        &self,
        households: &RecordBatch,
        persons: &RecordBatch,
        batch: &Batch<'_>,
    ) -> Result<Vec<Household>, TableError> {
        let of = |table: Table, column| {
            let first = if table == Table::Households { self.before.0 } else { self.before.1 };
            Place { table: table.name(), column, first }
        };
        let own = of(Table::Households, HOUSEHOLD);
        let theirs = of(Table::Persons, HOUSEHOLD);
        let counts = of(Table::Households, PERSONS);
        let ids = cells::numbers(cells::column(households, own)?, own)?;
        let counts = cells::counts(cells::column(households, counts)?, counts)?;
        let members = cells::numbers(cells::column(persons, theirs)?, theirs)?;
        let mut person = 0;
        let mut places = Vec::with_capacity(ids.len());
        for (row, (&id, &count)) in ids.iter().zip(counts).enumerate() {
            let before = if row > 0 { Some(ids[row - 1]) } else { self.last };
            if before.is_some_and(|before| id <= before) {
                let message = text!(
                    "De huishoudens staan niet op volgorde van nummer, of een nummer komt twee keer voor.",
                    "The households are not in the order of their numbers, or a number is there twice."
                );
                return Err(own.error(Some(row), message));
            }
            let until = person + usize::try_from(count).unwrap_or(0);
            if let Some(wrong) = (person..until).find(|&at| members[at] != id) {
                let found = members[wrong];
                let message = text!(
                    "Hier hoort een persoon van huishouden {id} te staan, niet van {found}. Sorteer de \
                     personen op huishouden, en controleer aantal_personen.",
                    "There should be a person of household {id} here, not of {found}. Sort the persons \
                     by household, and check aantal_personen."
                );
                return Err(theirs.error(Some(wrong), message));
            }
            for at in person..until {
                let inside = |&parent: &i32| {
                    (parent as usize) < until - person && parent as usize != at - person
                };
                if !batch.parents[at].unwrap_or_default().iter().all(inside) {
                    let message = text!(
                        "Een ouder is hier iemand anders in hetzelfde huishouden.",
                        "A parent here is somebody else in the same household."
                    );
                    return Err(of(Table::Persons, PARENTS).error(Some(at), message));
                }
            }
            let mut childcare = batch.childcare[person..until].iter().filter(|it| !it.is_empty());
            let childcare = childcare.next().map_or(0, |rows| rows.start);
            places.push(Household { row, person, childcare });
            person = until;
        }
        Ok(places)
    }

    /// One aanvrager, at most one partner, and childcare of children only, as in a household file.
    fn roles(
        &self,
        batch: &Batch<'_>,
        household: Household,
        next: usize,
    ) -> Result<(), TableError> {
        let (households, persons) = self.before;
        let role = Place { table: Table::Persons.name(), column: ROLE, first: persons };
        let with =
            |wanted: Role| (household.person..next).filter(move |&at| role_of(batch, at) == wanted);
        if with(Role::Aanvrager).next().is_none() {
            let counts =
                Place { table: Table::Households.name(), column: PERSONS, first: households };
            let message = text!(
                "Dit huishouden heeft geen persoon met de rol aanvrager.",
                "This household has no person with the role aanvrager (applicant)."
            );
            return Err(counts.error(Some(household.row), message));
        }
        let second = with(Role::Aanvrager).nth(1).or(with(Role::Partner).nth(1));
        if let Some(second) = second {
            let message = text!(
                "Er is al iemand met deze rol in dit huishouden.",
                "Somebody in this household already has this role."
            );
            return Err(role.error(Some(second), message));
        }
        let childcare = Place { column: CHILDCARE, ..role };
        let mut others = (household.person..next).filter(|&at| role_of(batch, at) != Role::Kind);
        if let Some(other) = others.find(|&at| !batch.childcare[at].is_empty()) {
            let message = text!(
                "Opvang is alleen voor iemand met de rol kind.",
                "Childcare is only for somebody with the role kind (child)."
            );
            return Err(childcare.error(Some(other), message));
        }
        Ok(())
    }

    /// The shape of a household.
    fn shape(
        &mut self,
        batch: &Batch<'_>,
        household: Household,
        next: usize,
    ) -> Result<ShapeId, IntakeError> {
        let values = |section: Section, row: usize, role: Option<Role>| {
            let mut values = Values::default();
            for (position, field) in section.fields().iter().enumerate() {
                if role.is_some_and(|role| !field.is_for(role)) || field.key == ROLE {
                    continue;
                }
                let cell = batch.cells[section as usize][position].get(row);
                let value = match field.kind {
                    Kind::Choice(words) => {
                        let word = cell.and_then(|&at| words.get(at as usize));
                        word.map(|&word| FieldValue::Word(word))
                    }
                    Kind::Boolean if self.tells_apart(section, position) => {
                        cell.map(|&holds| FieldValue::Boolean(holds != 0))
                    }
                    _ => field.default_value(),
                };
                if let Some(value) = value {
                    values.set(field, value);
                }
            }
            values
        };
        self.roles(batch, household, next)?;
        let mut persons = Vec::new();
        for at in household.person..next {
            let role = role_of(batch, at);
            let childcare = batch.childcare[at].clone();
            persons.push(Person {
                naam: format!("persoon {}", at - household.person + 1),
                rol: role,
                geboortedatum: Date::constant(1990, 1, 1),
                ouders: parents_of(batch, household, next, at),
                opvang: childcare.map(|row| values(Section::Childcare, row, None)).collect(),
                values: values(Section::Person, at, Some(role)),
            });
        }
        let example = HouseholdFile {
            rekendatum: Date::constant(2000, 1, 1),
            gemeente: at(batch.municipality(household.row)),
            gemeente_onbekend: false,
            huishouden: values(Section::Household, household.row, None),
            woning: values(Section::Home, household.row, None),
            personen: persons,
        };
        let mut example = example.objects(self.model)?;
        if let Some(instance) = example.gemeente {
            let position = batch.municipality(household.row);
            let filled = self.local.fill(&mut example.data, instance, position);
            filled.map_err(MappingError::Data)?;
        }
        let shape = self.population.shape(&example.data);
        let inputs = self.population.inputs(shape).into_iter().map(|input| {
            let column = self.local.column(input.property);
            let fits = municipalities::is_written(self.model, input.property, input.written);
            if let Some(column) = column.filter(|_| fits) {
                return Ok(Input::Municipality(column));
            }
            let source = self.sources.get(&input.property).copied();
            let source = source.and_then(|source| scaled(source, input.written));
            let source = source.ok_or_else(|| TableError {
                table: if column.is_some() { TABLE } else { Table::Persons.name() },
                column: Some(self.model.property_name(input.property).singular.clone()),
                row: None,
                message: text!(
                    "De regels willen dit in een eenheid of met decimalen die een kolom niet heeft.",
                    "The rules want this in a unit or with decimals that a column does not have."
                ),
            })?;
            Ok(Input::Field(source, input.instance.position()))
        });
        let inputs: Result<Vec<_>, TableError> = inputs.collect();
        self.inputs.insert(shape, inputs?);
        Ok(shape)
    }
}

impl Batch<'_> {
    /// The position of the municipality of a household; below zero when it is not known.
    pub fn municipality(&self, row: usize) -> i32 {
        self.municipalities.as_ref().map_or(-1, |positions| positions[row])
    }
}

/// A source whose cells become the whole numbers of a column; nothing when they would be too large or
/// no whole numbers.
fn scaled(source: Source, written: Written) -> Option<Source> {
    let Written::Parts(parts) = written else { return Some(source) };
    let field = &source.section.fields()[source.field];
    let (lowest, highest) = field.range()?;
    // Cells are whole for a count, and hundredths for amounts and hours.
    let hundredths = if matches!(field.kind, Kind::Whole(_)) { 1 } else { 100 };
    let parts = i64::try_from(parts).ok()?;
    let factor =
        (parts % hundredths == 0).then(|| i64::from(source.factor) * parts / hundredths)?;
    let largest = lowest.abs().max(highest.abs()) * hundredths * factor.abs();
    let factor = (largest <= LARGEST).then(|| i32::try_from(factor).ok())??;
    Some(Source { factor, ..source })
}

fn position(section: Section, key: &str) -> usize {
    section.fields().iter().position(|field| field.key == key).unwrap_or(0)
}

fn role_of(batch: &Batch<'_>, person: usize) -> Role {
    let roles = &batch.cells[Section::Person as usize][position(Section::Person, ROLE)];
    Role::ALL[roles[person] as usize % Role::ALL.len()]
}

/// The parents of a person, as positions in the household.
fn parents_of(batch: &Batch<'_>, household: Household, next: usize, person: usize) -> Vec<usize> {
    match &batch.parents[person] {
        Some(named) => named.iter().map(|&at| at as usize).collect(),
        None if role_of(batch, person) == Role::Kind => {
            let heads = (household.person..next)
                .filter(|&at| matches!(role_of(batch, at), Role::Aanvrager | Role::Partner));
            heads.map(|at| at - household.person).collect()
        }
        None => Vec::new(),
    }
}
