//! What depends on time: conditions that hold for a while (section 8.4) and the expressions over
//! time (chapter 7).

use super::condition::Form;
use super::typing;
use super::{Parser, Readings, Scope};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{CalendarPeriod, Condition, ConditionKind, Expr, ExprKind, TimeUnit, Unit};
use crate::timing::Timing;

impl Parser<'_> {
    /// A condition that holds for a while: `gedurende de tijd dat …`, or a period without anything
    /// before it (section 8.4).
    pub(super) fn during(&self, at: usize, scope: &Scope) -> Readings<Condition> {
        if self.sees(at, &["gedurende", "de", "tijd", "dat"]) {
            let mut out = Vec::new();
            for (condition, end) in self.condition(at + 4, Form::Question, scope) {
                let timed = self.accept(end, self.for_a_while(condition));
                out.extend(timed.map(|condition| (condition, end)));
            }
            return out;
        }
        self.period(at, at, scope)
    }

    /// A condition behind `indien`, which may not change in time.
    pub(super) fn always(&self, condition: Condition) -> Result<Condition, Diagnostic> {
        match self.timing().condition(&condition) {
            None => Ok(condition),
            Some(_) => Err(Diagnostic::new(
                Code::Timeline,
                condition.span,
                "deze voorwaarde geldt niet altijd: zij verandert in de tijd",
            )
            .label("verandert in de tijd")
            .help("schrijf ‘gedurende de tijd dat’ in plaats van ‘indien’")),
        }
    }

    /// A condition behind `gedurende de tijd dat`, which must change in time.
    fn for_a_while(&self, condition: Condition) -> Result<Condition, Diagnostic> {
        match self.timing().condition(&condition) {
            Some(_) => Ok(condition),
            None => Err(Diagnostic::new(
                Code::Timeline,
                condition.span,
                "deze voorwaarde verandert niet in de tijd",
            )
            .label("verandert niet in de tijd")
            .help(
                "schrijf ‘indien’ in plaats van ‘gedurende de tijd dat’, of geef een gegeven in de \
                 voorwaarde een tijdlijn",
            )),
        }
    }

    pub(super) fn timing(&self) -> Timing<'_> {
        Timing::new(self.model(), self.variables)
    }

    /// `vanaf X`, `van X tot [en met] Y`, `tot [en met] Y`, from the token `at` (section 8.4.3).
    pub(super) fn period(&self, from: usize, at: usize, scope: &Scope) -> Readings<Condition> {
        let mut out = Vec::new();
        let mut add = |first: Option<Expr>, until: Option<Expr>, inclusive: bool, end: usize| {
            let kind = ConditionKind::Within { from: first, until, inclusive };
            out.push((Condition { kind, span: self.span(from, end) }, end));
        };
        if self.sees(at, &["vanaf"]) {
            for (first, end) in self.date_operand(at + 1, scope) {
                add(Some(first), None, false, end);
            }
        } else if self.sees(at, &["van"]) {
            for (first, end) in self.date_operand(at + 1, scope) {
                for (until, inclusive, end) in self.end_of_period(end, scope) {
                    add(Some(first.clone()), Some(until), inclusive, end);
                }
            }
        } else if self.sees(at, &["tot"]) {
            for (until, inclusive, end) in self.end_of_period(at, scope) {
                add(None, Some(until), inclusive, end);
            }
        } else {
            self.expect(at, "‘vanaf’, ‘van … tot’ of ‘tot en met’ met een datum");
        }
        out
    }

    /// `tot X` or `tot en met X`.
    fn end_of_period(&self, at: usize, scope: &Scope) -> Vec<(Expr, bool, usize)> {
        let Some(at) = self.after(at, &["tot"]) else { return Vec::new() };
        let inclusive = self.sees(at, &["en", "met"]);
        let at = if inclusive { at + 2 } else { at };
        let dates = self.date_operand(at, scope).into_iter();
        dates.map(|(date, end)| (date, inclusive, end)).collect()
    }

    /// An expression over time, if one is worded here.
    pub(super) fn time_function(&self, at: usize, scope: &Scope) -> Readings<Expr> {
        let mut out = Vec::new();
        if self.sees(at, &["het", "totaal", "van"]) {
            out.extend(self.time_total(at, scope));
        }
        let periods: [(&[&str], &[&str], CalendarPeriod); 2] = [
            (&["de", "maand", "dat"], &["maand", "van"], CalendarPeriod::Month),
            (&["het", "jaar", "dat"], &["jaar", "van"], CalendarPeriod::Year),
        ];
        for (counted, shared, period) in periods {
            let days = ["het", "aantal", "dagen", "in"];
            if self.sees(at, &days) && self.sees(at + 4, counted) {
                out.extend(self.days_that(at, period, scope));
            }
            let share = ["het", "tijdsevenredig", "deel", "per"];
            if self.sees(at, &share) && self.sees(at + 4, shared) {
                out.extend(self.time_share(at, period, scope));
            }
        }
        out
    }

    /// What an expression over time is taken of. What follows the first operand can belong to it or
    /// to the whole: both readings are offered, so that brackets are asked for.
    fn taken_of(&self, at: usize, scope: &Scope) -> Readings<Expr> {
        let mut of = self.sum(at, None, scope);
        of.extend(self.factor(at, None, scope));
        self.distinct(at, of)
    }

    fn time_total(&self, from: usize, scope: &Scope) -> Readings<Expr> {
        let mut out = Vec::new();
        for (of, end) in self.taken_of(from + 3, scope) {
            let during = self.during(end, scope).into_iter();
            let during = during.map(|(condition, end)| (Some(condition), end));
            for (during, end) in during.chain([(None, end)]) {
                let result = self.total(from, end, of.clone(), during);
                out.extend(self.accept(end, result).map(|expr| (expr, end)));
            }
        }
        self.distinct(from, out)
    }

    fn total(
        &self,
        from: usize,
        end: usize,
        of: Expr,
        during: Option<Condition>,
    ) -> Result<Expr, Diagnostic> {
        let model = self.model();
        let of = typing::single(of)?;
        let own = typing::number(model, &of)?;
        let per =
            own.unit.powers().iter().filter(|(_, power)| *power < 0).find_map(|&(base, _)| {
                let unit = model.units.get(base).time.filter(|unit| is_calendar(*unit))?;
                Some((Unit::base(base), unit))
            });
        let total = per.and_then(|(time, unit)| Some((own.unit.times(&time, 1)?, unit)));
        let Some((total, unit)) = total else {
            let shown = typing::describe(model, &of.datatype);
            let message =
                format!("‘het totaal van’ telt een bedrag per tijd op, maar dit is {shown}");
            return Err(Diagnostic::new(Code::Unit, of.span, message)
                .label("geen eenheid per tijd")
                .help("geef het een eenheid als €/mnd of €/jr"));
        };
        let timing = self.timing();
        let timed = timing.of(&of).or(during.as_ref().and_then(|it| timing.condition(it)));
        if timed.is_none() {
            let message =
                "dit verandert niet in de tijd, dus het totaal heeft geen begin en geen einde";
            return Err(Diagnostic::new(Code::Timeline, of.span, message)
                .label("verandert niet in de tijd")
                .help("geef het een tijdlijn, of noem de periode: ‘van … tot …’"));
        }
        let datatype = typing::numeric(total, None);
        let (of, during) = (Box::new(of), during.map(Box::new));
        let kind = ExprKind::TimeTotal { of, unit, during };
        Ok(Expr { kind, datatype, many: false, span: self.span(from, end) })
    }

    fn days_that(&self, from: usize, period: CalendarPeriod, scope: &Scope) -> Readings<Expr> {
        let mut out = Vec::new();
        for (condition, end) in self.condition(from + 7, Form::Question, scope) {
            let result = self.for_a_while(condition).map(|condition| {
                let kind = ExprKind::DaysThat { period, condition: Box::new(condition) };
                let units = &self.model().units;
                let per = match period {
                    CalendarPeriod::Month => "mnd",
                    CalendarPeriod::Year => "jr",
                };
                let unit = units
                    .find("dg")
                    .zip(units.find(per))
                    .and_then(|(days, per)| Unit::base(days).times(&Unit::base(per), -1));
                let datatype = typing::numeric(unit.unwrap_or_default(), Some(0));
                self.expr(from, end, kind, datatype)
            });
            out.extend(self.accept(end, result));
        }
        out
    }

    fn time_share(&self, from: usize, period: CalendarPeriod, scope: &Scope) -> Readings<Expr> {
        let mut out = Vec::new();
        for (of, end) in self.taken_of(from + 6, scope) {
            for (during, end) in self.during(end, scope) {
                let of = typing::single(of.clone());
                let result = of.and_then(|of| {
                    let unit = typing::number(self.model(), &of)?.unit;
                    let (of, during) = (Box::new(of), Box::new(during));
                    let kind = ExprKind::TimeShare { period, of, during };
                    Ok(self.expr(from, end, kind, typing::numeric(unit, None)))
                });
                out.extend(self.accept(end, result));
            }
        }
        self.distinct(from, out)
    }
}

/// Whether time is counted by the calendar in this unit.
fn is_calendar(unit: TimeUnit) -> bool {
    use TimeUnit::*;
    matches!(unit, Day | Week | Month | Quarter | Year)
}
