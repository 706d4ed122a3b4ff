//! Totals over time (section 7.1), over the stretches of days between the knips of the parameters.

use regelspraak::model::{Condition, ConditionKind, Expr, TimeUnit};

use super::super::Refused;
use super::super::amount::Amount;
use super::super::calendar;
use super::super::graph::{Bit, Num};
use super::frame::Frame;
use super::term::{Payload, Term};
use super::{Lowering, Work};

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
        if unit != TimeUnit::Month {
            return Err(work.refuse("een totaal van een bedrag per iets anders dan een maand"));
        }
        let (first, last) = (self.value(work, frame, from)?, self.value(work, frame, until)?);
        let mut fault = self.graph.or(first.fault, last.fault);
        let bounded = self.graph.and(first.filled, last.filled);
        let (start, end) = (self.date(work, &first)?, self.date(work, &last)?);
        let mut total = Amount::whole(self.graph.constant(0.0));
        for slice in self.slices.clone() {
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
            let amount_per_month = self.number(work, &amount)?;
            let months = self.months_between(from, until, counts);
            let worth = amount_per_month.times(months, &mut self.graph);
            let none = Amount::whole(self.graph.constant(0.0));
            let worth = worth.where_else(counts, none, &mut self.graph);
            total = total.plus(1.0, worth, &mut self.graph);
        }
        Ok(Term { payload: Payload::Number(total), filled: Bit::TRUE, fault })
    }

    /// The months from a day to a later one: the whole ones, and of those cut off the part of their
    /// days. Both parts count from the start of their month: months to the end less months before
    /// the start. None where it does not count.
    fn months_between(&mut self, from: Num, until: Num, counts: Bit) -> Amount {
        let (before, to) = (self.months_to(from), self.months_to(until));
        let between = to.plus(-1.0, before, &mut self.graph);
        let none = Amount::whole(self.graph.constant(0.0));
        let months = between.where_else(counts, none, &mut self.graph);
        // Where it counts the end lies after the start.
        let ((first, _), (_, last)) = (self.graph.range(from), self.graph.range(until));
        let most = ((last - first) / f64::from(calendar::KEYS)).ceil() + 1.0;
        self.graph.tighten(months.num, (0.0, most.max(0.0) * months.scale as f64));
        months
    }

    fn months_to(&mut self, key: Num) -> Amount {
        let (month, day) = self.month_and_day(key);
        let length = self.graph.month_length(month);
        let days = self.graph.affine(day, 1.0, -1.0);
        let (part, _, _) = Amount::whole(days).over(Amount::whole(length), &mut self.graph);
        Amount::whole(month).plus(1.0, part, &mut self.graph)
    }
}
