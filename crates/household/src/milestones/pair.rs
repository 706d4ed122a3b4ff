//! A household without an event and with it, and how its outcomes are told.

use std::collections::BTreeSet;

use regelspraak::number::Number;

use super::MilestoneError;
use super::world::{Amounts, NET, Place, World, Worlds};

/// A household without an event and with it, under the same rules and amounts.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    pub worlds: [World; 2],
    pub amounts: [Amounts; 2],
}

impl Pair {
    /// Two worlds worked out.
    pub fn of(worlds: &mut Worlds<'_>, pair: [World; 2]) -> Result<Pair, MilestoneError> {
        let amounts = [worlds.amounts(&pair[0])?, worlds.amounts(&pair[1])?];
        Ok(Pair { worlds: pair, amounts })
    }

    /// Whether an outcome is known in both, and differs.
    pub fn differs(&self, place: usize) -> bool {
        self.difference(place).is_some_and(|it| !it.is_zero())
    }

    /// By how much an outcome differs; nothing when it is not known in both.
    pub fn difference(&self, place: usize) -> Option<Number> {
        let [before, after] = self.both(place)?;
        Some(after - before)
    }

    /// The names of the outcomes that are known on one side only.
    pub fn unknown(&self, places: &[Place<'_>]) -> BTreeSet<String> {
        let [before, after] = &self.amounts;
        let sides = before.iter().zip(after).zip(places);
        let one = sides.filter(|((before, after), _)| before.is_some() != after.is_some());
        one.map(|(_, place)| place.outcome.name.clone()).collect()
    }

    /// Makes an outcome without the event differ by so much less: that has happened before.
    pub fn keep(&mut self, place: usize, before: Option<Number>) {
        if let (Some(Some(amount)), Some(before)) = (self.amounts[0].get_mut(place), before) {
            *amount = &*amount + &before;
        }
    }

    /// The amounts of an outcome without the event and with it.
    pub fn both(&self, place: usize) -> Option<[&Number; 2]> {
        let [before, after] = &self.amounts;
        Some([before.get(place)?.as_ref()?, after.get(place)?.as_ref()?])
    }
}

/// The outcomes that are told, as they are on a day, by their position among the places. The rest is told
/// otherwise: the year of what is told per month, quarter or hour, and the net income.
pub(super) fn told(places: &[Place<'_>]) -> Vec<usize> {
    let periods = ["_per_maand", "_per_kwartaal", "_per_uur"];
    let named = |name: String| places.iter().any(|place| place.outcome.name == name);
    let told = |place: &Place<'_>| {
        let name = place.outcome.name.as_str();
        let year = name.strip_suffix("_per_jaar");
        let net = NET.strip_suffix("_per_jaar").is_some_and(|net| name.starts_with(net));
        let shorter = |stem: &str| periods.iter().any(|period| named(format!("{stem}{period}")));
        !net && !year.is_some_and(shorter)
    };
    (0..places.len()).filter(|at| told(&places[*at])).collect()
}
