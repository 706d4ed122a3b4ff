//! Makes what is told of one day one chain.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::moment::Occasion;
use super::moves::Moves;
use super::world::Worlds;
use super::{Milestone, MilestoneError, OutcomeChange};

/// Lets each change of an outcome on a day begin where the one before it ends, so that the last ends with
/// what the household has on that day. What each change does stays the same. An event is worked out
/// without those that come after it in the order of events, but one of those may be there already.
pub(super) fn link(worlds: &mut Worlds<'_>, list: &mut [Milestone]) -> Result<(), MilestoneError> {
    let mut days: BTreeMap<Date, Vec<&mut OutcomeChange>> = BTreeMap::new();
    for milestone in list {
        let year = milestone.happens.year();
        let pension = milestone.occasions.iter().any(|it| it.0 == Occasion::Pension);
        // What is told with the amounts of the year that ends comes before all else, and is left as it is.
        let own = |it: &&mut OutcomeChange| !pension || it.from.year() == year;
        for change in milestone.changes.iter_mut().filter(own) {
            days.entry(change.from).or_default().push(change);
        }
    }
    for (day, changes) in days {
        let Some(world) = worlds.on(day, &Moves::new())? else { continue };
        let mut amounts = worlds.amounts(&world)?;
        for change in changes.into_iter().rev() {
            let place = worlds.place_of(change);
            let amount = place.and_then(|place| amounts.get_mut(place)?.as_mut());
            let Some(amount) = amount else { continue };
            let before = &*amount - &change.difference();
            change.after = std::mem::replace(amount, before.clone());
            change.before = before;
        }
    }
    Ok(())
}
