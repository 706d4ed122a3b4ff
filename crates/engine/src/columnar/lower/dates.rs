//! Reckoning with days (sections 6.10 to 6.12), as keys: the month times 32 plus the day.

use jiff::civil::Date;
use regelspraak::model::{DatePart, Precision, TimeUnit, Type};
use regelspraak::number::Number;

use super::super::Refused;
use super::super::amount::Amount;
use super::super::calendar;
use super::super::graph::{Bit, Num};
use super::term::{Payload, Term};
use super::{Lowering, Work};

const KEYS: f64 = calendar::KEYS as f64;

/// The first and the last month of the calendar.
const MONTHS: (f64, f64) = (-9_999.0 * 12.0, 9_999.0 * 12.0 + 11.0);

impl<'a> Lowering<'a> {
    pub(super) fn date(&mut self, work: Work<'a>, term: &Term) -> Result<Num, Refused> {
        match term.payload {
            Payload::Date(key) => Ok(key),
            Payload::Nothing => Ok(self.day(Date::ZERO)),
            _ => Err(work.refuse("rekenen met iets anders dan dagen")),
        }
    }

    /// The month of a day, and its day of the month.
    pub(super) fn month_and_day(&mut self, key: Num) -> (Num, Num) {
        if let Some(parts) = self.parts.get(&key) {
            return *parts;
        }
        let month = self.graph.affine(key, 1.0 / KEYS, 0.0);
        let month = self.graph.floor(month);
        let day = self.graph.linear(key, 1.0, month, -KEYS);
        let day = self.graph.affine(day, 1.0, 1.0);
        // Which the difference does not show.
        self.graph.tighten(day, (1.0, 31.0));
        self.parts.insert(key, (month, day));
        (month, day)
    }

    /// The day with this month and day of the month, which must exist.
    fn key(&mut self, month: Num, day: Num) -> Num {
        let key = self.graph.linear(month, KEYS, day, 1.0);
        let key = self.graph.affine(key, 1.0, -1.0);
        self.parts.insert(key, (month, day));
        key
    }

    /// A day, counted from 1 January 1970.
    pub(super) fn days(&mut self, key: Num) -> Num {
        let (month, day) = self.month_and_day(key);
        let start = self.graph.month_start(month);
        let days = self.graph.linear(start, 1.0, day, 1.0);
        self.graph.affine(days, 1.0, -1.0)
    }

    pub(super) fn floor_of(&mut self, number: Num, parts: f64) -> Num {
        let divided = self.graph.affine(number, 1.0 / parts, 0.5 / parts);
        self.graph.floor(divided)
    }

    /// How many whole units lie between two days, rounded towards zero (section 6.10).
    pub(super) fn duration(
        &mut self,
        work: Work<'a>,
        from: &Term,
        to: &Term,
        unit: TimeUnit,
        absolute: bool,
    ) -> Result<Term, Refused> {
        let filled = self.graph.and(from.filled, to.filled);
        let (from, to) = (self.date(work, from)?, self.date(work, to)?);
        let back = self.graph.less(to, from);
        let whole = |lowering: &mut Self, from: Num, to: Num| match unit {
            TimeUnit::Year | TimeUnit::Quarter | TimeUnit::Month => {
                let months = lowering.months(from, to);
                let parts = match unit {
                    TimeUnit::Year => 12.0,
                    TimeUnit::Quarter => 3.0,
                    _ => return months,
                };
                lowering.floor_of(months, parts)
            }
            _ => {
                let (first, last) = (lowering.days(from), lowering.days(to));
                let days = lowering.graph.linear(last, 1.0, first, -1.0);
                let parts = match unit {
                    TimeUnit::Week => return lowering.floor_of(days, 7.0),
                    TimeUnit::Hour => 24.0,
                    TimeUnit::Minute => 1_440.0,
                    TimeUnit::Second => 86_400.0,
                    TimeUnit::Millisecond => 86_400_000.0,
                    _ => 1.0,
                };
                lowering.graph.affine(days, parts, 0.0)
            }
        };
        let mut units = match back {
            Bit::TRUE => self.graph.constant(0.0),
            _ => whole(self, from, to),
        };
        if back != Bit::FALSE {
            let backwards = whole(self, to, from);
            let sign = if absolute { 1.0 } else { -1.0 };
            let backwards = self.graph.affine(backwards, sign, 0.0);
            units = self.graph.select(back, backwards, units);
        }
        let payload = Payload::Number(Amount::whole(units));
        Ok(Term { payload, filled, fault: Bit::FALSE })
    }

    /// The whole months from a day to a later one. A month is complete on the day with the same
    /// number, or on the first day after the month when it has no such day.
    fn months(&mut self, from: Num, to: Num) -> Num {
        let ((first, day), (last, to_day)) = (self.month_and_day(from), self.month_and_day(to));
        let months = self.graph.linear(last, 1.0, first, -1.0);
        let short = self.graph.less(to_day, day);
        let (one, zero) = (self.graph.constant(1.0), self.graph.constant(0.0));
        let short = self.graph.select(short, one, zero);
        self.graph.linear(months, 1.0, short, -1.0)
    }

    /// A part of a day (section 6.12); its time is midnight.
    pub(super) fn date_part(
        &mut self,
        work: Work<'a>,
        of: &Term,
        part: DatePart,
    ) -> Result<Term, Refused> {
        let key = self.date(work, of)?;
        let (month, day) = self.month_and_day(key);
        let number = match part {
            DatePart::Day => day,
            DatePart::Year | DatePart::Month => {
                let year = self.floor_of(month, 12.0);
                match part {
                    DatePart::Year => year,
                    _ => {
                        let of_year = self.graph.linear(month, 1.0, year, -12.0);
                        let of_year = self.graph.affine(of_year, 1.0, 1.0);
                        self.graph.tighten(of_year, (1.0, 12.0));
                        of_year
                    }
                }
            }
            _ => self.graph.constant(0.0),
        };
        let payload = Payload::Number(Amount::whole(number));
        Ok(Term { payload, filled: of.filled, fault: Bit::FALSE })
    }

    /// Whole numbers, with where they are not whole.
    fn whole(&mut self, amount: Amount) -> (Num, Bit) {
        let (part, unsure) = amount.exceeds_decimals(0, &mut self.graph);
        let rounding = regelspraak::model::Rounding {
            mode: regelspraak::number::RoundingMode::Down,
            decimals: 0,
        };
        let (rounded, _) = amount.round(rounding, &mut self.graph);
        (rounded.num, self.graph.or(part, unsure))
    }

    /// Where a number lies outside these limits.
    fn outside(&mut self, number: Num, (low, high): (f64, f64)) -> Bit {
        let (low, high) = (self.graph.constant(low), self.graph.constant(high));
        let (below, above) = (self.graph.less(number, low), self.graph.less(high, number));
        self.graph.or(below, above)
    }

    /// A number within these limits; where it lies outside it is a fault, and any will do.
    fn within(&mut self, number: Num, limits: (f64, f64), fault: &mut Bit) -> Num {
        let outside = self.outside(number, limits);
        *fault = self.graph.or(*fault, outside);
        let (low, high) = (self.graph.constant(limits.0), self.graph.constant(limits.1));
        let number = self.graph.most(number, low);
        self.graph.least(number, high)
    }

    /// A day plus or min an amount of time (section 6.11): leeg stays leeg, an amount that is leeg
    /// counts as 0, months stay within the month.
    pub(super) fn shift(
        &mut self,
        work: Work<'a>,
        date: &Term,
        amount: &Term,
        unit: TimeUnit,
        backwards: bool,
        datatype: &Type,
    ) -> Result<Term, Refused> {
        if *datatype != Type::Date(Precision::Day) {
            return Err(work.refuse("rekenen met tijdstippen"));
        }
        let (filled, key) = (date.filled, self.date(work, date)?);
        let zero = Amount::whole(self.graph.constant(0.0));
        let amount = self.number(work, amount)?.where_else(amount.filled, zero, &mut self.graph);
        let many = match unit {
            TimeUnit::Year => 12,
            TimeUnit::Quarter => 3,
            TimeUnit::Month | TimeUnit::Day => 1,
            TimeUnit::Week => 7,
            _ => return Err(work.refuse("een datum plus delen van een dag")),
        };
        let many = Amount::constant(&mut self.graph, &Number::from(many));
        let amount = amount.times(many, &mut self.graph);
        let (count, mut fault) = self.whole(amount);
        let sign = if backwards { -1.0 } else { 1.0 };
        let key = if matches!(unit, TimeUnit::Day | TimeUnit::Week) {
            let days = self.days(key);
            let days = self.graph.linear(days, 1.0, count, sign);
            let limits = [Date::MIN, Date::MAX].map(|edge| {
                let key = calendar::key(edge);
                let day = key.rem_euclid(calendar::KEYS);
                f64::from(calendar::month_start(key.div_euclid(calendar::KEYS)) + day)
            });
            let days = self.within(days, limits.into(), &mut fault);
            self.graph.key_of(days)
        } else {
            let (month, day) = self.month_and_day(key);
            let month = self.graph.linear(month, 1.0, count, sign);
            let month = self.within(month, MONTHS, &mut fault);
            let length = self.graph.month_length(month);
            let day = self.graph.least(day, length);
            self.key(month, day)
        };
        let fault = self.graph.and(filled, fault);
        Ok(Term { payload: Payload::Date(key), filled, fault })
    }

    /// `de datum met jaar: …, maand: … en dag: …`; leeg when a part is leeg, a fault where there
    /// is no such day.
    pub(super) fn date_from(&mut self, work: Work<'a>, parts: [&Term; 3]) -> Result<Term, Refused> {
        let (mut filled, mut fault) = (Bit::TRUE, Bit::FALSE);
        let mut numbers = [self.graph.constant(1.0); 3];
        for (number, part) in numbers.iter_mut().zip(parts) {
            let amount = self.number(work, part)?;
            let (whole, unsure) = self.whole(amount);
            filled = self.graph.and(filled, part.filled);
            fault = self.graph.or(fault, unsure);
            *number = whole;
        }
        let [year, month, day] = numbers;
        let year = self.within(year, (-9999.0, 9999.0), &mut fault);
        let month = self.within(month, (1.0, 12.0), &mut fault);
        let month = self.graph.linear(year, 12.0, month, 1.0);
        let month = self.graph.affine(month, 1.0, -1.0);
        let one = self.graph.constant(1.0);
        let below = self.graph.less(day, one);
        let length = self.graph.month_length(month);
        let above = self.graph.less(length, day);
        let outside = self.graph.or(below, above);
        fault = self.graph.or(fault, outside);
        let day = self.graph.most(day, one);
        let day = self.graph.least(day, length);
        let key = self.key(month, day);
        let fault = self.graph.and(filled, fault);
        Ok(Term { payload: Payload::Date(key), filled, fault })
    }
}
