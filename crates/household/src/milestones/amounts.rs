//! What new amounts and rules do to the household, apart from anybody's birthday.

use std::collections::{BTreeSet, HashSet, VecDeque};

use engine::data::InstanceId;
use engine::exact::Outcome;
use engine::language::Language;
use engine::trace::{Derivation, derivation};
use jiff::civil::Date;
use regelspraak::model::{ParameterId, Property, RuleId};
use regelspraak::number::Number;

use super::moment::{Moment, Occasion, Year, years_on};
use super::moves::{Moves, earlier};
use super::pair::{Pair, told};
use super::world::{NET, Place, Worlds};
use super::{Milestone, MilestoneError, OutcomeChange, ParameterChange, texts};
use crate::calculation::Calculator;
use crate::explanation::RuleReference;
use crate::wording;
use crate::work_pays::BreakRule;

/// How many amounts of the law are named for an outcome: those nearest to it.
const MOST_PARAMETERS: usize = 3;

/// The days until a day, as far as there are amounts, on which new amounts or rules change something.
/// `events` is what events change.
pub(super) fn milestones(
    worlds: &mut Worlds<'_>,
    moments: &[Moment],
    events: &[Milestone],
    until: Date,
    language: Language,
) -> Result<Vec<Milestone>, MilestoneError> {
    let mut found = Vec::new();
    for day in days(worlds, until) {
        let Some(eve) = day.yesterday().ok() else { continue };
        let mut change = NewAmounts { worlds: &mut *worlds, moments, day, eve, language };
        let (mut changes, mut unknown) = (Vec::new(), BTreeSet::new());
        let (mut net, mut remarks) = (None, Vec::new());
        if let Some(pair) = change.on_day(events)? {
            change.add(&pair, &mut changes)?;
            unknown.extend(pair.unknown(&change.worlds.places));
        }
        if eve.year() != day.year()
            && let Some(pair) = change.in_year()?
        {
            unknown.extend(pair.unknown(&change.worlds.places));
            net = change.net(&pair).filter(|_| unknown.is_empty());
            remarks = change.worlds.new_marks(&pair.worlds, language)?;
        }
        if changes.is_empty() && unknown.is_empty() {
            continue;
        }
        found.push(Milestone {
            date: day,
            happens: day,
            occasions: vec![(Occasion::Amounts, None)],
            text: texts::AMOUNTS.get(language).to_string(),
            amounts_of: None,
            changes,
            unknown: unknown.into_iter().collect(),
            net,
            remarks,
        });
    }
    Ok(found)
}

/// The days after the rekendatum on which an amount or a rule begins or ends, of the state or of the
/// municipality, and every 1 January.
fn days(worlds: &Worlds<'_>, until: Date) -> BTreeSet<Date> {
    let (corpus, today) = (worlds.corpus, worlds.file().rekendatum);
    let versions = corpus.model.rules.iter().flat_map(|rule| &rule.versions);
    let versions = versions.flat_map(|version| {
        let ended = version.validity.until.and_then(|until| until.tomorrow().ok());
        version.validity.from.into_iter().chain(ended)
    });
    let new_years = (today.year()..=until.year()).filter_map(|year| Date::new(year, 1, 1).ok());
    let known = |day: Date| worlds.day_for(day).is_some_and(|(_, back)| back == 0);
    let local = worlds.days_of_municipality();
    let all = corpus.parameters.days_of_change().chain(versions).chain(new_years).chain(local);
    let within = all.filter(|day| today < *day && *day <= until);
    within.filter(|day| known(*day) && day.yesterday().is_ok_and(known)).collect()
}

struct NewAmounts<'w, 'c, 'm> {
    worlds: &'w mut Worlds<'c>,
    moments: &'m [Moment],
    day: Date,
    eve: Date,
    language: Language,
}

impl NewAmounts<'_, '_, '_> {
    /// Who has reached AOW age by the day before has it all year: what that changes is told of the AOW.
    fn pensions(&self) -> Moves {
        let Some(year) = Year::of(self.eve) else { return Moves::new() };
        let others = self.eve.year() != self.day.year();
        let reached = self.moments.iter().filter(|it| others && it.is_pension_in(year));
        reached.flat_map(|it| earlier(it, self.eve)).collect()
    }

    /// The day before against the day itself, less what events change on the day.
    fn on_day(&mut self, events: &[Milestone]) -> Result<Option<Pair>, MilestoneError> {
        let before = self.worlds.on(self.eve, &self.pensions())?;
        let after = self.worlds.on(self.day, &Moves::new())?;
        let Some((before, after)) = before.zip(after) else { return Ok(None) };
        let mut pair = Pair::of(self.worlds, [before, after])?;
        // The AOW of the year before is in the day before.
        let pension = |it: &Milestone| it.occasions.iter().any(|it| it.0 == Occasion::Pension);
        let others =
            events.iter().filter(|it| !pension(it) || it.happens.year() == self.day.year());
        for change in others.flat_map(|it| &it.changes).filter(|it| it.from == self.day) {
            let place = self.worlds.place_of(change);
            if let Some(Some(amount)) = place.and_then(|place| pair.amounts[1].get_mut(place)) {
                *amount = &*amount - &change.difference();
            }
        }
        Ok(Some(pair))
    }

    /// The year before against the year itself, with everybody born a year later: as old in both.
    fn in_year(&mut self) -> Result<Option<Pair>, MilestoneError> {
        let Some(last) = Year::of(self.eve).map(|year| year.end) else { return Ok(None) };
        let next = years_on(last, 1).filter(|next| self.worlds.day_for(*next) == Some((*next, 0)));
        let Some(next) = next else { return Ok(None) };
        let pensions = self.pensions();
        let before = self.worlds.back(last, last, 0, &pensions)?;
        let after = self.worlds.back(last, next, -1, &pensions)?;
        let Some((before, after)) = before.zip(after) else { return Ok(None) };
        Pair::of(self.worlds, [before, after]).map(Some)
    }

    fn net(&self, pair: &Pair) -> Option<Number> {
        let place = self.worlds.places.iter().position(|place| place.outcome.name == NET)?;
        pair.difference(place)
    }

    /// Adds what differs.
    fn add(&mut self, pair: &Pair, changes: &mut Vec<OutcomeChange>) -> Result<(), MilestoneError> {
        let mut places = told(&self.worlds.places);
        places.retain(|it| pair.differs(*it));
        let reasons = self.reasons(pair, &places)?;
        for (place, (rules, parameters)) in places.into_iter().zip(reasons) {
            let Some([before, after]) = pair.both(place) else { continue };
            changes.push(OutcomeChange {
                before: before.clone(),
                after: after.clone(),
                from: self.day,
                rules,
                parameters,
                ..texts::change(self.worlds, place, self.language)
            });
        }
        Ok(())
    }

    /// For each of some places the rules nearest to it that read an amount that changed, and those
    /// amounts.
    fn reasons(&mut self, pair: &Pair, places: &[usize]) -> Result<Vec<Reasons>, MilestoneError> {
        let of = |at: &usize| self.worlds.places.get(*at).map(Place::property);
        let places: Vec<(Property, InstanceId)> = places.iter().filter_map(of).collect();
        let [one, other] = &pair.worlds;
        let before = self.worlds.calculator(one.day)?.calculate(&one.file)?.outcome;
        let calculator = self.worlds.calculator(other.day)?;
        let after = calculator.calculate(&other.file)?.outcome;
        let language = self.language;
        let trail =
            Trail { calculator, days: [one.day, other.day], sides: [&before, &after], language };
        Ok(places.into_iter().map(|place| trail.nearest(place)).collect())
    }
}

/// Why an outcome changed: the rule, and the amounts of the law.
type Reasons = (Vec<BreakRule>, Vec<ParameterChange>);
/// What was read: properties with whose they are, and parameters.
type Reads = (BTreeSet<(Property, InstanceId)>, Vec<ParameterId>);

/// Follows what an outcome is made of back to the amounts of the law that changed.
struct Trail<'t> {
    calculator: &'t Calculator<'t>,
    days: [Date; 2],
    sides: [&'t Outcome; 2],
    language: Language,
}

impl Trail<'_> {
    /// The amounts behind an outcome that changed, nearest first, with the first rule that reads one:
    /// those that its value is made of, or else those that a condition asks about. Without any, as when
    /// another quarter counts, the rule that gives the outcome.
    fn nearest(&self, place: (Property, InstanceId)) -> Reasons {
        let of_value = |it: &Derivation| it.value_reads();
        let all = |it: &Derivation| {
            let (_, mut parameters) = it.value_reads();
            parameters.extend(it.condition_parameters());
            (it.reads(), parameters)
        };
        let ways: [&dyn Fn(&Derivation) -> Reads; 2] = [&of_value, &all];
        let found = ways.into_iter().map(|way| self.along(place, way));
        let mut found = found.filter(|(rules, _)| !rules.is_empty());
        found.next().unwrap_or_else(|| {
            let derivation = self.derivation(place);
            (derivation.fired().map(|it| self.rule(it.rule)).into_iter().collect(), Vec::new())
        })
    }

    fn derivation(&self, (property, instance): (Property, InstanceId)) -> Derivation {
        let (model, plan) = (&self.calculator.corpus().model, self.calculator.plan());
        derivation(model, plan, self.sides[1], property, instance)
    }

    fn rule(&self, rule: RuleId) -> BreakRule {
        let rule = RuleReference::of(&self.calculator.corpus().model, rule);
        BreakRule { rule, words: String::new() }
    }

    fn along(&self, place: (Property, InstanceId), way: &dyn Fn(&Derivation) -> Reads) -> Reasons {
        let (mut rules, mut found) = (Vec::new(), Vec::new());
        let (mut seen, mut queue) = (HashSet::from([place]), VecDeque::from([place]));
        while let Some(place) = queue.pop_front() {
            let derivation = self.derivation(place);
            let (reads, parameters) = way(&derivation);
            for parameter in parameters {
                let Some(change) = self.change(parameter) else { continue };
                if let Some(fired) = derivation.fired().filter(|_| rules.is_empty()) {
                    rules.push(self.rule(fired.rule));
                }
                if !found.contains(&change) {
                    found.push(change);
                }
                if found.len() == MOST_PARAMETERS {
                    return (rules, found);
                }
            }
            let moves = |(property, instance): &(Property, InstanceId)| {
                let [before, after] = self.sides.map(|it| it.over_time(*property, *instance));
                before != after
            };
            // What changes in the course of a year is the same on both days; another day of it counts.
            let any = reads.iter().any(moves);
            let reads = reads.into_iter().filter(|read| !any || moves(read));
            queue.extend(reads.filter(|read| seen.insert(*read)));
        }
        (rules, found)
    }

    /// How an amount of the law changed between both days; nothing when it did not.
    fn change(&self, parameter: ParameterId) -> Option<ParameterChange> {
        let corpus = self.calculator.corpus();
        let [was, is] = self.days.map(|day| corpus.parameters.at(parameter, day));
        let (was, is) = (was?.stated.as_ref().ok()?, is?.stated.as_ref().ok()?);
        let declared = &corpus.model[parameter];
        let shown = |value| wording::value(&corpus.model, &declared.datatype, value, self.language);
        (was.value != is.value).then(|| ParameterChange {
            name: declared.name.singular.clone(),
            before: shown(&was.value),
            after: shown(&is.value),
            source: is.source.clone(),
        })
    }
}
