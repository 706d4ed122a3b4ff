//! Totals over time (section 7.1), over the stretches of days between the knips of the parameters.

use jiff::civil::Date;
use regelspraak::model::{Condition, ConditionKind, Expr, TimeUnit};

use super::Refused;
use super::column::{Column, Values};
use super::dates::{days, year_month_day};
use super::frame::{Context, Frame};
use crate::over_time::Window;

impl Frame<'_> {
    /// `het totaal van X van A tot B`, with the days A and B of each row. A total for as long as some
    /// other condition holds is refused: that condition would cut time differently in each row.
    pub(super) fn time_total(
        &self,
        context: Context<'_>,
        of: &Expr,
        unit: TimeUnit,
        during: &Condition,
    ) -> Result<Column, Refused> {
        let ConditionKind::Within { from: Some(from), until: Some(until), inclusive } =
            &during.kind
        else {
            return Err(context.refuse("een totaal over iets anders dan een vaste periode"));
        };
        let (from, until) = (self.evaluate(context, from)?, self.evaluate(context, until)?);
        let (Values::Date(first), Values::Date(last)) = (&from.values, &until.values) else {
            return Err(context.refuse("een periode van iets anders dan dagen"));
        };
        let mut total = Column::numbers(vec![0.0; self.rows]);
        for row in 0..self.rows {
            total.fault[row] = from.fault[row] || until.fault[row];
        }
        let Values::Number(sums) = &mut total.values else { return Ok(total) };
        for (slice, window) in context.columns.slices.iter().enumerate() {
            let context = Context { slice: Some(slice), ..context };
            let amounts = self.anew(context).evaluate(context, of)?;
            let Values::Number(list) = &amounts.values else {
                return Err(context.refuse("een totaal van iets anders dan getallen"));
            };
            let (start, end) = (days(window.from), days(window.until));
            for row in 0..self.rows {
                if !from.valid[row] || !until.valid[row] {
                    continue;
                }
                let (from, until) = (first[row], last[row] + i32::from(*inclusive));
                let (from, until) = (from.max(start), until.min(end));
                if from >= until {
                    continue;
                }
                total.fault[row] |= amounts.fault[row];
                if amounts.valid[row] {
                    let window = Window { from: date(from), until: date(until) };
                    sums[row] += list[row] * window.units(unit).to_f64();
                }
            }
        }
        Ok(total)
    }
}

/// The date of a day.
fn date(day: i32) -> Date {
    let (year, month, day) = year_month_day(day);
    let parts = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
    match parts {
        (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day).unwrap_or(Date::MAX),
        _ => Date::MAX,
    }
}
