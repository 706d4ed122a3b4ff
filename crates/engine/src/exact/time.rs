//! Conditions and expressions over time (chapter 7 and section 8.4).

use std::borrow::Cow;

use jiff::civil::Date;
use regelspraak::model::{CalendarPeriod, Condition, Expr, TimeUnit, Value};
use regelspraak::number::Number;

use super::arithmetic;
use super::dates;
use super::evaluator::{Evaluated, Evaluator};
use super::fault::unchecked::OTHER_DATATYPE;
use super::fault::{Fault, SharedFault};
use super::observer::Observer;
use crate::over_time::Window;

/// No days at all.
const NOWHERE: Window = Window { from: Date::MAX, until: Date::MIN };

impl<'a, O: Observer> Evaluator<'a, O> {
    /// Whether the day lies in a period (section 8.4.3). A bound that is leeg holds on no day.
    pub(super) fn within(
        &self,
        from: Option<&Expr>,
        until: Option<&Expr>,
        inclusive: bool,
    ) -> Result<bool, SharedFault> {
        let clock = self.context.clock;
        let bound = |expr: Option<&Expr>, none: Date| -> Result<Option<Date>, SharedFault> {
            let Some(expr) = expr else { return Ok(Some(none)) };
            Ok(dates::moment(&*self.value(expr)?).map(|moment| moment.date()))
        };
        let (from, until) = (bound(from, Date::MIN)?, bound(until, Date::MAX)?);
        let (Some(from), Some(mut until)) = (from, until) else { return Ok(false) };
        if inclusive {
            until = until.tomorrow().unwrap_or(Date::MAX);
        }
        let (day, until) = (clock.day(), until.max(from));
        if day < from {
            clock.narrow(Window { from: Date::MIN, until: from });
        } else if day >= until && until < Date::MAX {
            clock.narrow(Window { from: until, until: Date::MAX });
        } else {
            clock.narrow(Window { from, until });
            return Ok(true);
        }
        Ok(false)
    }

    /// `het totaal van` (section 7.1): each value times the units of time for which it holds. A part
    /// of a month, quarter or year counts for the part of its days.
    pub(super) fn time_total(
        &self,
        expr: &Expr,
        of: &Expr,
        unit: TimeUnit,
        during: Option<&Condition>,
    ) -> Evaluated<'_> {
        let mut total = Ok(Number::ZERO);
        let evaluate = || -> Result<Option<Number>, SharedFault> {
            match during {
                Some(condition) if !self.judge(condition)? => Ok(None),
                _ => self.amount(of),
            }
        };
        let unbounded = || {
            let (rule, span) = (self.rule_name(), expr.span);
            self.fault(Fault::Unbounded { rule, span })
        };
        self.observer.enter_time();
        let done = self.context.clock.sweep(Window::ALWAYS, evaluate, |window, amount| {
            match amount {
                Ok(Some(amount)) if !amount.is_zero() => match window.is_bounded() {
                    true => {
                        let worth = &amount * &window.units(unit);
                        total = total.clone().map(|total| &total + &worth);
                    }
                    false => total = Err(unbounded()),
                },
                Ok(_) => {}
                Err(fault) => total = Err(fault),
            }
            total.is_ok()
        });
        self.observer.leave_time();
        if done.is_none() {
            total = Err(unbounded());
        }
        // What it is made of, as it is on the day of the rule.
        let value = total.map(|total| Cow::Owned(Value::Number(total)));
        self.observer.read(expr, None, &value);
        let _ = during.map(|condition| self.judge(condition)).unwrap_or(Ok(true));
        let _ = self.amount(of);
        value
    }

    /// `het aantal dagen in de maand dat …` (section 7.2).
    pub(super) fn days_that(
        &self,
        expr: &Expr,
        period: CalendarPeriod,
        condition: &Condition,
    ) -> Evaluated<'_> {
        let mut days = Ok(0);
        let evaluate = || self.judge(condition);
        let same = self.sweep_period(period, evaluate, |window, verdict| {
            match verdict {
                Ok(holds) => {
                    days = days.clone().map(|days| days + i64::from(holds) * window.days())
                }
                Err(fault) => days = Err(fault),
            }
            days.is_ok()
        });
        // Months differ in length, so only a count of none is the same in each.
        let within = if days == Ok(0) { same } else { NOWHERE };
        self.context.clock.narrow(self.period(period, within));
        let value = days.map(|days| Cow::Owned(Value::Number(Number::from(days))));
        self.observer.read(expr, None, &value);
        value
    }

    /// `het tijdsevenredig deel per maand van X …` (section 7.3.2): leeg when the condition holds on
    /// no day of the period.
    pub(super) fn time_share(
        &self,
        expr: &Expr,
        period: CalendarPeriod,
        of: &Expr,
        during: &Condition,
    ) -> Evaluated<'_> {
        let days = self.period(period, NOWHERE);
        let mut share: Result<Option<Number>, SharedFault> = Ok(None);
        let evaluate = || -> Result<Option<Number>, SharedFault> {
            match self.judge(during)? {
                true => Ok(Some(self.amount(of)?.unwrap_or(Number::ZERO))),
                false => Ok(None),
            }
        };
        let same = self.sweep_period(period, evaluate, |window, amount| {
            match amount {
                Ok(Some(amount)) => {
                    let part = &amount * &window.part_of(days);
                    share =
                        share.clone().map(|sum| Some(sum.map_or(part.clone(), |sum| &sum + &part)));
                }
                Ok(None) => {}
                Err(fault) => share = Err(fault),
            }
            share.is_ok()
        });
        self.context.clock.narrow(self.period(period, same));
        let value = share.map(|share| Cow::Owned(share.map_or(Value::Empty, Value::Number)));
        self.observer.read(expr, None, &value);
        value
    }

    /// `gedurende het gehele jaar …` (section 8.2): whether a condition holds on every day of the
    /// month or year, judged up to the first day on which it does not.
    pub(super) fn throughout(
        &self,
        period: CalendarPeriod,
        condition: &Condition,
    ) -> Result<bool, SharedFault> {
        let mut throughout = Ok(true);
        let evaluate = || self.judge(condition);
        let same = self.sweep_period(period, evaluate, |_, verdict| {
            throughout = verdict;
            throughout == Ok(true)
        });
        self.context.clock.narrow(self.period(period, same));
        // What it is made of, as it is on the day of the rule; that narrows nothing further.
        let clock = self.context.clock;
        let _ = clock.visit(clock.day(), || self.judge(condition));
        throughout
    }

    /// Evaluates for every day of the month or year of the clock. With the days around it on which
    /// every evaluation would be the same; none when there was more than one.
    fn sweep_period<T>(
        &self,
        period: CalendarPeriod,
        evaluate: impl FnMut() -> T,
        mut visit: impl FnMut(Window, T) -> bool,
    ) -> Window {
        let clock = self.context.clock;
        let days = self.period(period, NOWHERE);
        self.observer.enter_time();
        let mut evaluate = evaluate;
        let (first, same) = clock.visit(days.from, &mut evaluate);
        let stretch = Window { from: days.from, ..same }.within(days);
        let rest = Window { from: same.until, ..days };
        if visit(stretch, first) && same.until < days.until {
            // A period has fewer days than the most windows there can be.
            let _ = clock.sweep(rest, evaluate, visit);
        }
        self.observer.leave_time();
        match same.covers(days) {
            true => same,
            false => NOWHERE,
        }
    }

    /// The month or year of the clock, with all whole ones around it that lie in `same`.
    fn period(&self, period: CalendarPeriod, same: Window) -> Window {
        let timeline = period.timeline();
        let day = self.context.clock.day();
        let (from, until) = (timeline.before(day), timeline.after(day));
        let earliest = match timeline.cuts(same.from) || same.from == Date::MIN {
            true => same.from,
            false => timeline.after(same.from),
        };
        Window { from: from.min(earliest), until: until.max(timeline.before(same.until)) }
    }

    fn amount(&self, expr: &Expr) -> Result<Option<Number>, SharedFault> {
        let value = self.value(expr)?;
        let unchecked = || self.unchecked(OTHER_DATATYPE, expr.span);
        arithmetic::number(&value).ok_or_else(unchecked).map(Option::<&Number>::cloned)
    }
}
