//! Totals over time (section 7.1), over the stretches of days between the knips of the parameters.

use regelspraak::model::{Condition, ConditionKind, Expr, TimeUnit};

use super::super::Refused;
use super::super::amount::Amount;
use super::super::calendar;
use super::super::graph::{Bit, Num};
use super::frame::Frame;
use super::term::{Payload, Term};
use super::{Lowering, Work};

/// A month in parts: the smallest number that 28, 29, 30 and 31 divide.
const MONTH: u64 = 377_580;

impl<'a> Lowering<'a> {
    /// `het totaal van X van A tot B`, with the days A and B of each household. A total for as long
    /// as some other condition holds is refused: that condition would cut time differently in each.
    pub(super) fn time_total(
        &mut self,
        work: Work<'a>,
        frame: &mut Frame,
        of: &'a Expr,
        unit: TimeUnit,
        during: Option<&'a Condition>,
    ) -> Result<Term, Refused> {
        let Some(ConditionKind::Within { from: Some(from), until: Some(until), inclusive: false }) =
            during.map(|during| &during.kind)
        else {
            return Err(work.refuse("een totaal over iets anders dan een periode van … tot …"));
        };
        if !matches!(unit, TimeUnit::Month | TimeUnit::Day) {
            return Err(
                work.refuse("een totaal van een bedrag per iets anders dan een maand of een dag")
            );
        }
        let (first, last) = (self.value(work, frame, from)?, self.value(work, frame, until)?);
        let mut fault = self.graph.or(first.fault, last.fault);
        let bounded = self.graph.and(first.filled, last.filled);
        let (start, end) = (self.date(work, &first)?, self.date(work, &last)?);
        let mut total = Amount::whole(self.graph.constant(0.0));
        for slice in &self.setting.slices {
            let (slice_start, slice_end) = (self.day(slice.from), self.day(slice.until));
            let from = self.graph.most(start, slice_start);
            let until = self.graph.least(end, slice_end);
            let there = self.graph.less(from, until);
            let there = self.graph.and(bounded, there);
            if there == Bit::FALSE {
                continue;
            }
            let mut on_day = frame.on(slice.from);
            let amount = self.value(work, &mut on_day, of)?;
            let unknown = self.graph.and(there, amount.fault);
            fault = self.graph.or(fault, unknown);
            let counts = self.graph.and(there, amount.filled);
            if counts == Bit::FALSE {
                continue;
            }
            let amount_per_unit = self.number(work, &amount)?;
            let worth = match unit {
                TimeUnit::Day => {
                    let days = self.days_between(from, until, counts);
                    amount_per_unit.times(days, &mut self.graph)
                }
                _ => self.worth_of_months(amount_per_unit, (from, until), counts),
            };
            let none = Amount::whole(self.graph.constant(0.0));
            let worth = worth.where_else(counts, none, &mut self.graph);
            total = total.plus(1.0, worth, &mut self.graph);
        }
        Ok(Term { payload: Payload::Number(total), filled: Bit::TRUE, fault })
    }

    /// What an amount per month is worth from a day to a later one: that of the months, and that of
    /// the part of its days that the last month has, less that of the first. Nothing where it does not
    /// count. Apart, because most periods have no part, and a number of months keeps the amount whole.
    fn worth_of_months(
        &mut self,
        amount: Amount,
        (from, until): (Num, Num),
        counts: Bit,
    ) -> Amount {
        let ((first, last), (start, end)) = {
            let [from, until] = [from, until].map(|key| self.month_and_day(key));
            ((from.0, until.0), (self.part(from), self.part(until)))
        };
        let none = self.graph.constant(0.0);
        let whole = self.graph.linear(last, 1.0, first, -1.0);
        let whole = self.graph.select(counts, whole, none);
        // Where it counts the end lies after the start.
        let ((low, _), (_, high)) = (self.graph.range(from), self.graph.range(until));
        let most = ((high - low) / f64::from(calendar::KEYS)).ceil() + 1.0;
        self.graph.tighten(whole, (0.0, most.max(0.0)));
        let months = amount.times(Amount::whole(whole), &mut self.graph);
        let part = end.plus(-1.0, start, &mut self.graph);
        let part = part.where_else(counts, Amount::whole(none), &mut self.graph);
        let worth = amount.times(part, &mut self.graph);
        // In halves: a half of a cent is what rounding hangs on.
        let scale = 2 * amount.scale;
        let worth = match worth.scale > scale && worth.scale.is_multiple_of(scale) {
            true => worth.coarse(&mut self.graph, scale),
            false => worth,
        };
        months.plus(1.0, worth, &mut self.graph)
    }

    /// The days from a day to a later one. None where it does not count.
    fn days_between(&mut self, from: Num, until: Num, counts: Bit) -> Amount {
        let (first, last) = (self.days(from), self.days(until));
        let days = self.graph.linear(last, 1.0, first, -1.0);
        let none = self.graph.constant(0.0);
        let days = self.graph.select(counts, days, none);
        // Where it counts the end lies after the start, and a key is no less than a day.
        let ((low, _), (_, high)) = (self.graph.range(from), self.graph.range(until));
        self.graph.tighten(days, (0.0, (high - low).max(0.0)));
        Amount::whole(days)
    }

    /// The part of the days of its month that lies before a day, in parts that every month has a whole
    /// number of a day.
    fn part(&mut self, (month, day): (Num, Num)) -> Amount {
        let (length, whole) = (self.graph.month_length(month), MONTH as f64);
        let month = self.graph.constant(whole);
        let of_a_day = self.graph.over(month, length);
        let before = self.graph.affine(day, 1.0, -1.0);
        let part = self.graph.times(before, of_a_day);
        self.graph.tighten(part, (0.0, whole));
        Amount::exact(part, MONTH)
    }
}
