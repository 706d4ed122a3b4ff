//! How a value changed in the year of the answer.

use engine::data::InstanceId;
use jiff::civil::Date;
use regelspraak::model::Property;

use super::{Explainer, texts};
use crate::wording;

impl Explainer<'_> {
    /// The values in the calendar year of the answer, each from when on, for a value that is not
    /// the same all year: a total over the year cannot be followed without them.
    pub(super) fn in_this_year(&self, property: Property, instance: InstanceId) -> Option<String> {
        let outcome = &self.calculation.outcome;
        let (first, last) = year_of(outcome.date())?;
        let datatype = self.model().property_type(property);
        let over_time = outcome.over_time(property, instance);
        let mut values: Vec<(Date, String)> = Vec::new();
        for (window, value) in over_time.windows() {
            if window.until <= first || window.from > last {
                continue;
            }
            let shown = self.value(&datatype, value.as_ref().ok()?);
            if values.last().is_none_or(|(_, known)| *known != shown) {
                values.push((window.from.max(first), shown));
            }
        }
        let values: Vec<String> = values
            .iter()
            .map(|(from, value)| {
                texts::value_from(self.language(), value, &wording::day(*from, self.language()))
            })
            .collect();
        (values.len() > 1).then(|| texts::changes_in_year(self.language(), &values))
    }
}

/// The first and last day of a calendar year.
fn year_of(day: Date) -> Option<(Date, Date)> {
    let on = |month, day_of_month| Date::new(day.year(), month, day_of_month).ok();
    Some((on(1, 1)?, on(12, 31)?))
}
