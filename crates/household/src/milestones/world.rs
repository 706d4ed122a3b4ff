//! The household as it is on a day, and as it would be if an event came earlier or later.

use corpus::{Corpus, Outcome as Declared};
use engine::data::InstanceId;
use engine::exact::Fault;
use engine::language::Language;
use jiff::civil::Date;
use regelspraak::model::Property;
use regelspraak::number::Number;

use super::moment::{OLDEST, Occasion, in_month, years_on};
use super::moves::{Moves, Side};
use super::pension::Pensions;
use super::turned;
use super::{MilestoneError, OutcomeChange};
use crate::calculation::{Calculation, CalculationError, Calculator, Calculators};
use crate::file::{HouseholdFile, age};
use crate::patience::Patience;
use crate::sweep::Search;
use crate::work_pays::BreakRule;

/// How many years back amounts are looked for.
const MOST_BACK: i16 = 100;
/// The kenmerk of who reaches AOW age in a year for which the law has not fixed it yet.
const NOT_FIXED: &str = "zonder vastgestelde AOW leeftijd";
/// What everything adds up to.
pub(super) const NET: &str = "netto_besteedbaar_inkomen_per_jaar";

/// An outcome, and whose it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'c> {
    pub outcome: &'c Declared,
    pub instance: InstanceId,
    /// The person, by position in the file.
    pub person: Option<usize>,
}

impl Place<'_> {
    /// The property that holds it, and of whom or what.
    pub fn property(&self) -> (Property, InstanceId) {
        (Property::Attribute(self.outcome.attribute), self.instance)
    }
}

/// A household on a day for which there are amounts.
#[derive(Debug, Clone)]
pub(super) struct World {
    /// The day whose rules and amounts are used.
    pub day: Date,
    /// How many years that is back.
    pub back: i16,
    /// The household, everybody as many years older.
    pub file: HouseholdFile,
}

impl World {
    /// The year of its amounts, when that is not the year itself.
    pub fn amounts_of(&self) -> Option<i16> {
        (self.back > 0).then(|| self.day.year())
    }
}

/// The outcomes in the order of [`Worlds::places`]; nothing for what is unknown.
pub(super) type Amounts = Vec<Option<Number>>;

/// Makes worlds and works them out.
#[derive(Debug)]
pub(super) struct Worlds<'c> {
    pub corpus: &'c Corpus,
    file: HouseholdFile,
    calculators: Calculators<'c>,
    pensions: Pensions<'c>,
    /// The AOW date of everybody.
    dates: Vec<Option<Date>>,
    /// Of whom the AOW date is what is expected.
    not_fixed: Vec<usize>,
    /// All outcomes of the household and of everybody.
    pub places: Vec<Place<'c>>,
    /// Whether somebody waits for what is worked out.
    patience: Patience,
}

impl<'c> Worlds<'c> {
    /// Those of a household that was worked out on its rekendatum.
    pub fn new(
        corpus: &'c Corpus,
        calculation: &Calculation<'_>,
        patience: &Patience,
    ) -> Result<Worlds<'c>, MilestoneError> {
        let (file, objects) = (calculation.file.clone(), &calculation.objects);
        let mut pensions = Pensions::new(corpus, &file)?;
        let dates = file.personen.iter().map(|person| pensions.date(person.geboortedatum));
        let dates = dates.collect::<Result<_, _>>()?;
        let mut places = Vec::new();
        let persons = objects.personen.iter().enumerate();
        let persons = persons.map(|(at, instance)| (*instance, Some(at)));
        for (instance, person) in [(objects.huishouden, None)].into_iter().chain(persons) {
            let own = corpus.outcomes.iter().filter(|it| it.objecttype == instance.objecttype);
            places.extend(own.map(|outcome| Place { outcome, instance, person }));
        }
        let expected = |instance: &InstanceId| {
            let kenmerk = corpus.model.kenmerk(instance.objecttype, NOT_FIXED);
            kenmerk.is_some_and(|kenmerk| calculation.outcome.has(kenmerk, *instance) == Ok(true))
        };
        let persons = objects.personen.iter().enumerate();
        let not_fixed = persons.filter(|(_, it)| expected(it)).map(|(at, _)| at).collect();
        let calculators = Calculators::new(corpus);
        let patience = patience.clone();
        Ok(Worlds { corpus, file, calculators, pensions, dates, not_fixed, places, patience })
    }

    /// The household as it was given.
    pub fn file(&self) -> &HouseholdFile {
        &self.file
    }

    /// The days on which what the municipality of the household lays down begins or ends.
    pub fn days_of_municipality(&self) -> impl Iterator<Item = Date> + '_ {
        let package = self.file.gemeente.and_then(|it| self.corpus.policies.package(it.code));
        let schemes = package.into_iter().flat_map(|package| &package.schemes);
        schemes.flat_map(|scheme| &scheme.periods).flat_map(|period| {
            let ended = period.until.and_then(|until| until.tomorrow().ok());
            [Some(period.from), ended].into_iter().flatten()
        })
    }

    /// The AOW date of a person, by position.
    pub fn pension(&self, person: usize) -> Option<Date> {
        self.dates.get(person).copied().flatten()
    }

    /// The same day in the last year for which there are amounts, and how many years that is back.
    pub fn day_for(&self, date: Date) -> Option<(Date, i16)> {
        let days = (0..=MOST_BACK).map_while(|back| Some((in_month(date, -back)?, back)));
        days.into_iter().find(|(day, _)| self.corpus.parameters.covers(*day))
    }

    /// The household on a day, with some events on other days; nothing when there are no amounts to work
    /// it out with.
    pub fn on(&mut self, date: Date, moves: &Moves) -> Result<Option<World>, MilestoneError> {
        let Some((day, back)) = self.day_for(date) else { return Ok(None) };
        self.back(date, day, back, moves)
    }

    /// The household as on `date`, so many years back: on `day`.
    pub fn back(
        &mut self,
        date: Date,
        day: Date,
        back: i16,
        moves: &Moves,
    ) -> Result<Option<World>, MilestoneError> {
        let mut file = self.file.clone();
        file.rekendatum = day;
        for position in 0..file.personen.len() {
            let Some(born) = self.born(position, date, back, moves.get(&position))? else {
                return Ok(None);
            };
            file.personen[position].geboortedatum = born;
        }
        Ok(Some(World { day, back, file }))
    }

    /// The day of birth of a person in a world so many years back.
    fn born(
        &mut self,
        person: usize,
        date: Date,
        back: i16,
        moved: Option<&(Occasion, Date, Side)>,
    ) -> Result<Option<Date>, MilestoneError> {
        let born = self.file.personen[person].geboortedatum;
        if back == 0 && moved.is_none() {
            return Ok(Some(born));
        }
        let (reached, side) = match (moved, self.pension(person)) {
            (Some((Occasion::Birthday(years), day, _)), _) => {
                return Ok(years_on(*day, -back - years));
            }
            (Some((Occasion::Pension, day, side)), _) => (*day, *side),
            (_, Some(reached)) if age(born, date) >= OLDEST => {
                (reached, if reached <= date { Side::By } else { Side::NotBefore })
            }
            // Of who is born on 29 February, the birthday in the year of the day, as many years back: so
            // that it stays in its month.
            _ => {
                let years = date.year() - born.year();
                let birthday = years_on(born, years);
                return Ok(birthday.and_then(|day| in_month(day, -back - years)));
            }
        };
        let Some((aim, known)) = in_month(reached, -back).zip(self.pension(person)) else {
            return Ok(None);
        };
        self.pensions.born_for(aim, side, (born, known))
    }

    /// The calculator of the day of a world; not when nobody waits for it any more.
    fn calculator_of(&mut self, world: &World) -> Result<&Calculator<'c>, MilestoneError> {
        match self.patience.is_lost() {
            true => Err(MilestoneError::BrokenOff),
            false => Ok(self.calculators.on(world.day)?),
        }
    }

    /// The outcomes of a world.
    pub fn amounts(&mut self, world: &World) -> Result<Amounts, MilestoneError> {
        let places = self.places.clone();
        let calculation = self.calculator_of(world)?.calculate(&world.file)?;
        let amount = |place: &Place<'_>| match calculation.amount(place.outcome, place.instance) {
            Ok(amount) => Ok(amount),
            Err(fault) if matches!(fault.as_ref(), Fault::MissingParameter { .. }) => Ok(None),
            Err(fault) => {
                let outcome = place.outcome.name.clone();
                Err(CalculationError::Fault { outcome, fault }.into())
            }
        };
        places.iter().map(amount).collect()
    }

    /// What must be known about the second of two worlds, and not about the first: what its rules cannot
    /// say yet.
    pub fn new_marks(
        &mut self,
        worlds: &[World; 2],
        language: Language,
    ) -> Result<Vec<String>, MilestoneError> {
        let mut marks = |world: &World| -> Result<Vec<String>, MilestoneError> {
            let calculation = self.calculator_of(world)?.calculate(&world.file)?;
            Ok(calculation.in_language(language).marks())
        };
        let (before, mut after) = (marks(&worlds[0])?, marks(&worlds[1])?);
        after.retain(|mark| !before.contains(mark));
        Ok(after)
    }

    /// The place of the outcome that a change is about.
    pub fn place_of(&self, change: &OutcomeChange) -> Option<usize> {
        let name = |place: &Place<'_>| Some(self.file.personen.get(place.person?)?.naam.clone());
        let same = |place: &Place<'_>| {
            place.outcome.name == change.outcome && name(place) == change.person
        };
        self.places.iter().position(same)
    }

    /// The calculator of a day.
    pub fn calculator(&mut self, day: Date) -> Result<&Calculator<'c>, MilestoneError> {
        Ok(self.calculators.on(day)?)
    }

    /// Whether the law has fixed at which age a person reaches AOW age.
    pub fn is_fixed(&self, person: usize) -> bool {
        !self.not_fixed.contains(&person)
    }

    /// For each of some places the rules that make two worlds of one day differ there.
    pub fn causes(
        &mut self,
        worlds: [&World; 2],
        places: &[usize],
    ) -> Result<Vec<Vec<BreakRule>>, MilestoneError> {
        let calculator = self.calculators.on(worlds[0].day)?;
        let (one, before) = calculator.branches(&worlds[0].file)?;
        let (other, after) = calculator.branches(&worlds[1].file)?;
        let partings = before.partings(&after);
        let search = Search {
            calculator,
            plan: calculator.plan(),
            sides: [&one, &other],
            partings: &partings,
            moves: &|property: Property, instance| {
                one.over_time(property, instance) != other.over_time(property, instance)
            },
            decides: &|_, any| !any,
        };
        let causes = |at: &usize| -> Vec<BreakRule> {
            let Some(place) = self.places.get(*at) else { return Vec::new() };
            let causes = search.causes([(place.instance, place.outcome.attribute)]);
            let rules = causes.iter().map(|cause| turned::rule(calculator, cause, [&one, &other]));
            let mut told = Vec::new();
            rules.for_each(|rule| match told.contains(&rule) {
                true => {}
                false => told.push(rule),
            });
            told
        };
        Ok(places.iter().map(causes).collect())
    }
}
