//! Does work pay: the net income of a household against the wage of one person, with every point at
//! which it jumps or bends, and the rule that makes it so.
//!
//! Amounts are of the calendar year, exact and not rounded, as the rights are. What rounding for
//! payment makes of them stands apart ([`WorkPoint::rounding`]).

mod error;
mod json;
mod municipalities;
mod range;

use engine::language::Language;
use jiff::civil::Date;
use regelspraak::number::Number;

pub use crate::parts::{PARTS, Part};
pub use error::WorkError;
pub use municipalities::WorkByMunicipality;
pub use range::{HourlyWage, Quantity};

use crate::calculation::Calculation;
use crate::explanation::RuleReference;
use crate::parts::{self, FIRST_PAID, FIRST_PART};
use crate::sweep::{self, Breakpoint, Point, WINDOW, Walk};
use range::Range;

/// What is asked.
#[derive(Debug, Clone, Default)]
pub struct WorkQuestion<'q> {
    /// Whose wage; the aanvrager when nobody is named.
    pub person: Option<&'q str>,
    /// What rises.
    pub quantity: Quantity,
    /// From where, in euro a year or hours a week; 0 when it is not said.
    pub from: Option<Number>,
    /// Until where; when it is not said, 60,000 euro or 40 hours, or more if the person has more.
    pub until: Option<Number>,
}

/// The answer.
#[derive(Debug, Clone)]
pub struct WorkPays {
    /// Whose wage.
    pub person: String,
    /// What rises.
    pub quantity: Quantity,
    /// What an hour a week brings in, when hours rise.
    pub hourly: Option<HourlyWage>,
    /// The day of the rules.
    pub date: Date,
    /// Which corpus gave it.
    pub version: String,
    /// The points, from low to high: a regular grid, and both sides of every breakpoint. Between two of
    /// them the net income moves along a straight line, but for what is rounded, a square in the
    /// normhuur, and with bijstand a wage's share of the tax.
    pub points: Vec<WorkPoint>,
    /// Where it jumps or bends, from low to high.
    pub breakpoints: Vec<WorkBreak>,
    /// Where the person stands now; nothing when that is outside the range.
    pub now: Option<Standing>,
    /// What cannot be said, and what is not right in the data.
    pub remarks: Vec<String>,
    /// The language its texts are in.
    pub language: Language,
}

/// What is left of a wage. Amounts in euro for a year, exact.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkPoint {
    /// The wage.
    pub gross: Number,
    /// The hours a week, when those rise and it is a point of the grid.
    pub hours: Option<Number>,
    /// The net disposable income of the household.
    pub net: Number,
    /// What it is made of, in the order of [`PARTS`]; costs are negative.
    pub parts: Vec<Number>,
    /// What is paid in a year less the rights: toeslagen are paid in whole euros a month.
    pub rounding: Number,
    /// Whether it is a point of the grid.
    pub grid: bool,
}

/// A point at which something jumps or bends.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkBreak {
    /// The highest wage before it. One cent more, and it is past.
    pub gross: Number,
    /// The hours a week with that wage, when hours rise.
    pub hours: Option<Number>,
    /// Whether something jumps; else it bends.
    pub jumps: bool,
    /// By how much the net income jumps, in euro a year.
    pub jump: Number,
    /// What is left of an extra euro before it and after it.
    pub slopes: [Option<Number>; 2],
    /// The parts that jump, by position in [`PARTS`], with how much.
    pub parts: Vec<(usize, Number)>,
    /// The parts that bend, by position.
    pub bent: Vec<usize>,
    /// The rules that make it so.
    pub rules: Vec<BreakRule>,
}

/// A rule that turns at a breakpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreakRule {
    /// The rule.
    pub rule: RuleReference,
    /// The words of the condition that turns, or of the amount that another takes over from.
    pub words: String,
}

/// How a wage stands out against no wage and against more of it. Shares are 1 for all of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The wage.
    pub gross: Number,
    /// The net disposable income with it.
    pub net: Number,
    /// The net disposable income without any wage of this person.
    pub without: Number,
    /// How much more wage [`Standing::marginal`] is about, in euro a year.
    pub more: Number,
    /// The marginale druk: which share of that extra wage is lost to tax, and to rights that go down.
    pub marginal: Number,
    /// The participatiedruk: which share of the whole wage is lost so; nothing without a wage.
    pub participation: Option<Number>,
    /// The vervangingsratio: the net income without wage over that with it; nothing without a wage.
    pub replacement: Option<Number>,
    /// What is paid in a year less the rights, as [`WorkPoint::rounding`].
    pub rounding: Number,
}

/// The extra wage for the marginale druk, in cents: 1,000 euro.
const MORE: i64 = 100_000;

impl Calculation<'_> {
    /// Whether work pays for the aanvrager or the partner.
    ///
    /// # Errors
    ///
    /// - [`WorkError::Earner`] when it is about nobody, or about neither the aanvrager nor the partner.
    /// - [`WorkError::Backwards`] and [`WorkError::OutOfRange`] when the range is none.
    /// - [`WorkError::NoHourlyWage`] when hours rise and an hour brings in nothing.
    /// - [`WorkError::Amount`] when an amount of the law is missing for the day.
    /// - [`WorkError::Calculation`] and [`WorkError::Data`] when the rules are not those of a household.
    pub fn work_pays(&self, question: &WorkQuestion<'_>) -> Result<WorkPays, WorkError> {
        let person = self.file.earner(question.person)?;
        let range = Range::new(self, person, question)?;
        let sweep = self.sweep_of(person, "loon", &[])?;
        let (low, high) = (range.cents(&range.from), range.cents(&range.until));
        let most = Quantity::Wage.most_cents();
        let beyond = (low - WINDOW).max(0)..=(high + WINDOW).min(most);
        let now = range.wage_now;
        let shown = now.filter(|cents| (low..=high).contains(cents));
        let grid = range.grid();
        let starts = grid.iter().map(|(cents, _)| *cents).chain(shown);
        let mut walk = Walk::along(&sweep, beyond, starts)?;
        let found = walk.breakpoints(FIRST_PART + PARTS.len())?;
        let within = |it: &&Breakpoint| (low..high).contains(&it.after);
        let found: Vec<&Breakpoint> = found.iter().filter(within).collect();
        let mut points = Vec::new();
        for cents in range.points(&grid, found.iter().map(|it| it.after)) {
            let hours = grid.iter().find(|(at, _)| *at == cents).map(|(_, value)| value.clone());
            let grid = hours.is_some();
            let hours = hours.filter(|_| range.quantity == Quantity::Hours);
            points.push(self.work_point(cents, hours, grid, walk.point(cents)?)?);
        }
        let standing = shown.map(|cents| self.standing(&mut walk, cents)).transpose()?;
        let breakpoints = found.into_iter().map(|it| self.work_break(it, &range)).collect();
        let moves = self.premium_of_wage(person).map(|_| parts::PREMIUM_MOVES_ALONG);
        let mut remarks: Vec<String> =
            moves.iter().map(|text| text.get(self.language).to_string()).collect();
        remarks.extend(self.answers()?.opmerkingen);
        Ok(WorkPays {
            person: self.file.personen[person].naam.clone(),
            quantity: range.quantity,
            hourly: range.hourly,
            date: self.outcome.date(),
            version: self.calculator.corpus.version.clone(),
            points,
            breakpoints,
            now: standing,
            remarks,
            language: self.language,
        })
    }

    fn work_point(
        &self,
        cents: i64,
        hours: Option<Number>,
        grid: bool,
        point: &Point,
    ) -> Result<WorkPoint, WorkError> {
        let number = |position: usize| point.number(position);
        let unknown = || self.unknown_income();
        let net = number(0).ok_or_else(unknown)?;
        let mut parts = Vec::with_capacity(PARTS.len());
        for (position, part) in PARTS.iter().enumerate() {
            let amount = number(FIRST_PART + position).ok_or_else(unknown)?;
            parts.push(if part.cost { -amount } else { amount });
        }
        let mut rounding = Number::ZERO;
        for (position, (_, right)) in parts::PAID.iter().enumerate() {
            let paid = number(FIRST_PAID + position).ok_or_else(unknown)?;
            let right = PARTS.iter().position(|part| part.attribute == *right);
            let right = right.map_or(Number::ZERO, |right| parts[right].clone());
            rounding = &rounding + &(&(&paid * &Number::from(12)) - &right);
        }
        let gross = sweep::euro(cents);
        Ok(WorkPoint { gross, hours, net, parts, rounding, grid })
    }

    fn standing(&self, walk: &mut Walk<'_, '_>, cents: i64) -> Result<Standing, WorkError> {
        let mut net = |cents: i64| -> Result<Number, WorkError> {
            let number = walk.point(cents)?.number(0);
            Ok(number.ok_or_else(|| self.unknown_income())?)
        };
        let (with, without, further) = (net(cents)?, net(0)?, net(cents + MORE)?);
        let rounding = self.work_point(cents, None, false, walk.point(cents)?)?.rounding;
        let (gross, more) = (sweep::euro(cents), sweep::euro(MORE));
        let lost =
            |kept: &Number, of: &Number| kept.checked_div(of).map(|share| &Number::ONE - &share);
        let marginal = lost(&(&further - &with), &more).unwrap_or(Number::ZERO);
        let participation = lost(&(&with - &without), &gross);
        let replacement = without.checked_div(&with).filter(|_| cents > 0);
        let net = with;
        Ok(Standing { gross, net, without, more, marginal, participation, replacement, rounding })
    }

    fn work_break(&self, found: &Breakpoint, range: &Range) -> WorkBreak {
        let model = &self.calculator.corpus.model;
        let net = found.shifts.iter().find(|shift| shift.watched == 0);
        let parts = found.shifts.iter().filter(|shift| shift.watched > 0);
        let jump = |number: &Number, position: usize| match PARTS[position].cost {
            true => -number.clone(),
            false => number.clone(),
        };
        let jumped = parts.clone().filter(|shift| !shift.jump.is_zero());
        let jumped = jumped.map(|it| (it.watched - 1, jump(&it.jump, it.watched - 1)));
        let bent = parts.filter(|shift| shift.jump.is_zero()).map(|shift| shift.watched - 1);
        let gross = sweep::euro(found.after);
        WorkBreak {
            hours: range.hours(&gross),
            gross,
            jumps: found.jumps,
            jump: net.map_or(Number::ZERO, |net| net.jump.clone()),
            slopes: found.slopes.first().cloned().unwrap_or_default(),
            parts: jumped.collect(),
            bent: bent.collect(),
            rules: found
                .causes
                .iter()
                .map(|cause| BreakRule {
                    rule: RuleReference::of(model, cause.rule),
                    words: cause.words(model),
                })
                .collect(),
        }
    }
}
