//! Expressions, a column at a time.

use std::rc::Rc;

use regelspraak::model::{
    Aggregation, Arithmetic, Expr, ExprKind, Precision, Property, Rounding, TimeUnit, Type, Value,
};
use regelspraak::number::{Number, RoundingMode};

use super::column::{Column, Values};
use super::dates;
use super::frame::{Context, Frame};
use super::{Refused, TOLERANCE};

impl Frame<'_> {
    /// The value of an expression in every row.
    pub fn evaluate(&self, context: Context<'_>, expr: &Expr) -> Result<Rc<Column>, Refused> {
        let constant = |value: &Value| {
            let column = Column::constant(&expr.datatype, value, self.rows);
            column.map(Rc::new).ok_or_else(|| context.refuse("tekst of tijdstippen"))
        };
        match &expr.kind {
            ExprKind::Literal(value) => constant(value),
            ExprKind::CalculationDate => constant(&Value::Date(context.date)),
            ExprKind::CalculationYear => {
                constant(&Value::Number(Number::from(i64::from(context.date.year()))))
            }
            ExprKind::Parameter(parameter) => {
                match context.parameters.get(*parameter, context.day()) {
                    Ok(value) => constant(value),
                    Err(_) => {
                        let mut column = (*constant(&Value::Empty)?).clone();
                        column.fault.fill(true);
                        Ok(Rc::new(column))
                    }
                }
            }
            ExprKind::Variable(variable) => self.variable(context, *variable),
            ExprKind::Attribute { of, attribute } => {
                let stored = context.stored(Property::Attribute(*attribute));
                let stored = stored.ok_or_else(|| context.refuse("tekst of tijdstippen"))?;
                if self.is_identity(of) {
                    return Ok(stored.clone());
                }
                Ok(Rc::new(stored.gather(&self.single(context, of)?)))
            }
            ExprKind::Count(subject) => {
                let segments = self.expand(context, subject)?;
                let counts = segments.starts.windows(2).map(|ends| f64::from(ends[1] - ends[0]));
                let mut column = Column::numbers(counts.collect());
                column.fault = segments.fault;
                Ok(Rc::new(column))
            }
            ExprKind::Aggregate { function, over, or_zero } => {
                self.aggregate(context, expr, *function, over, *or_zero).map(Rc::new)
            }
            ExprKind::TimeTotal { of, unit, during: Some(during) } => {
                self.time_total(context, of, *unit, during).map(Rc::new)
            }
            _ => {
                let operands: Result<Vec<_>, _> =
                    expr.operands().into_iter().map(|it| self.evaluate(context, it)).collect();
                self.apply(context, expr, &operands?).map(Rc::new)
            }
        }
    }

    fn apply(
        &self,
        context: Context<'_>,
        expr: &Expr,
        operands: &[Rc<Column>],
    ) -> Result<Column, Refused> {
        let refuse = || context.refuse(construct(expr));
        let mut result = match (&expr.kind, operands) {
            (ExprKind::Arithmetic { operator, .. }, [left, right]) => {
                binary(left, right, |left, right| calculate(*operator, left, right))
            }
            (ExprKind::PercentageOf { .. }, [part, of]) => {
                let percentage = |part: Option<f64>, of: Option<f64>| {
                    Ok(Some(part.unwrap_or(0.0) * of.unwrap_or(0.0) / 100.0))
                };
                binary(part, of, percentage)
            }
            (ExprKind::Round { rounding, .. }, [of]) => unary(of, |of| round(of, *rounding)),
            (ExprKind::Absolute(_), [of]) => unary(of, f64::abs),
            (ExprKind::Convert { factor, .. }, [of]) => {
                let factor = factor.to_f64();
                unary(of, |of| of * factor)
            }
            (ExprKind::Bounded { minimum, .. }, [of, bounds @ ..]) => {
                let mut bounds = bounds.iter();
                let mut bounded = Some((**of).clone());
                if minimum.is_some() {
                    let low = bounds.next().ok_or_else(refuse)?;
                    bounded = binary(&bounded.ok_or_else(refuse)?, low, |of, low| {
                        Ok(of.map(|of| low.map_or(of, |low| of.max(low))))
                    });
                }
                for high in bounds {
                    bounded = binary(&bounded.ok_or_else(refuse)?, high, |of, high| {
                        Ok(of.map(|of| high.map_or(of, |high| of.min(high))))
                    });
                }
                bounded
            }
            (ExprKind::Duration { unit, absolute, .. }, [from, to]) => {
                duration(from, to, *unit, *absolute)
            }
            (ExprKind::DatePart { part, .. }, [of]) => {
                from_dates(of, |day| f64::from(dates::part(day, *part)))
            }
            (ExprKind::Shift { unit, backwards, .. }, [date, amount])
                if whole_days(expr, *unit) =>
            {
                shift(date, amount, *unit, *backwards)
            }
            (ExprKind::DateFrom { .. }, [year, month, day]) => date_from(year, month, day),
            _ => None,
        }
        .ok_or_else(refuse)?;
        for operand in operands {
            or_into(&mut result.fault, &operand.fault);
        }
        Ok(result)
    }

    fn aggregate(
        &self,
        context: Context<'_>,
        expr: &Expr,
        function: Aggregation,
        over: &[Expr],
        or_zero: bool,
    ) -> Result<Column, Refused> {
        let empty = Column::empty(&expr.datatype, self.rows);
        let mut result = empty.ok_or_else(|| context.refuse("tekst of tijdstippen"))?;
        for operand in over {
            let segments = match &operand.kind {
                ExprKind::Attribute { of, .. } => Some(self.expand(context, of)?),
                // Which values count towards a sum depends on the attributen in it.
                _ if operand.many || function == Aggregation::Sum => {
                    return Err(context.refuse("een aggregatie over iets anders dan attributen"));
                }
                _ => None,
            };
            let stored = match &operand.kind {
                ExprKind::Attribute { attribute, .. } => {
                    let stored = context.stored(Property::Attribute(*attribute)).cloned();
                    stored.ok_or_else(|| context.refuse("tekst of tijdstippen"))?
                }
                _ => self.evaluate(context, operand)?,
            };
            match (&result.values, &stored.values) {
                (Values::Number(_), Values::Number(_)) => {}
                (Values::Date(_), Values::Date(_)) if function != Aggregation::Sum && !or_zero => {}
                _ => return Err(context.refuse("een aggregatie van dit datatype")),
            }
            let Some(segments) = segments else {
                (0..self.rows).for_each(|row| take(&mut result, row, &stored, row, function));
                continue;
            };
            or_into(&mut result.fault, &segments.fault);
            for row in 0..self.rows {
                for &instance in &segments.instances[segments.of(row)] {
                    take(&mut result, row, &stored, instance as usize, function);
                }
            }
        }
        if or_zero {
            result.valid.fill(true);
        }
        Ok(result)
    }
}

/// Takes one value into an aggregation.
fn take(result: &mut Column, row: usize, from: &Column, at: usize, function: Aggregation) {
    result.fault[row] |= from.fault[at];
    if !from.valid[at] || from.fault[at] {
        return;
    }
    let first = !result.valid[row];
    result.valid[row] = true;
    match (&mut result.values, &from.values) {
        (Values::Number(to), Values::Number(from)) => {
            let (so_far, value) = (to[row], from[at]);
            to[row] = match function {
                _ if first => value,
                Aggregation::Sum => so_far + value,
                Aggregation::Minimum | Aggregation::First => so_far.min(value),
                Aggregation::Maximum | Aggregation::Last => so_far.max(value),
            };
        }
        (Values::Date(to), Values::Date(from)) => {
            let (so_far, value) = (to[row], from[at]);
            to[row] = match function {
                _ if first => value,
                Aggregation::Minimum | Aggregation::First => so_far.min(value),
                _ => so_far.max(value),
            };
        }
        _ => {}
    }
}

fn unary(of: &Column, change: impl Fn(f64) -> f64) -> Option<Column> {
    let Values::Number(list) = &of.values else { return None };
    let mut result = Column::numbers(list.iter().map(|&value| change(value)).collect());
    result.valid.clone_from(&of.valid);
    Some(result)
}

/// Combines two columns; an error is a fault in that row.
fn binary(
    left: &Column,
    right: &Column,
    combine: impl Fn(Option<f64>, Option<f64>) -> Result<Option<f64>, ()>,
) -> Option<Column> {
    let (Values::Number(one), Values::Number(other)) = (&left.values, &right.values) else {
        return None;
    };
    let mut result = Column::numbers(vec![0.0; one.len()]);
    let Values::Number(list) = &mut result.values else { return None };
    for row in 0..one.len() {
        let one = left.valid[row].then_some(one[row]);
        let other = right.valid[row].then_some(other[row]);
        match combine(one, other) {
            Ok(Some(value)) => list[row] = value,
            Ok(None) => result.valid[row] = false,
            Err(()) => (result.valid[row], result.fault[row]) = (false, true),
        }
    }
    Some(result)
}

/// As the exact arithmetic has it, leeg included.
fn calculate(
    operator: Arithmetic,
    left: Option<f64>,
    right: Option<f64>,
) -> Result<Option<f64>, ()> {
    let divide = |left: f64| match right {
        Some(right) if right != 0.0 => Ok(left / right),
        _ => Err(()),
    };
    let zero = |side: Option<f64>| side.unwrap_or(0.0);
    Ok(Some(match (operator, left) {
        (Arithmetic::ReducedBy, None) => return Ok(None),
        (Arithmetic::Plus, left) => zero(left) + zero(right),
        (Arithmetic::Minus | Arithmetic::ReducedBy, left) => zero(left) - zero(right),
        (Arithmetic::Times, left) => zero(left) * zero(right),
        (Arithmetic::DividedBy | Arithmetic::DividedByAbs, None) => 0.0,
        (Arithmetic::DividedBy, Some(left)) => divide(left)?,
        (Arithmetic::DividedByAbs, Some(left)) => {
            let mode = RoundingMode::TowardsZero;
            round(divide(left)?, Rounding { mode, decimals: 5 })
        }
    }))
}

/// Rounds; what lies within the tolerance of a boundary counts as on it.
fn round(value: f64, rounding: Rounding) -> f64 {
    let scale = 10f64.powi(rounding.decimals.min(300) as i32);
    let scaled = value * scale;
    let slack = TOLERANCE * scaled.abs().max(1.0);
    let (down, up) = ((scaled + slack).floor(), (scaled - slack).ceil());
    let rounded = match rounding.mode {
        RoundingMode::Down => down,
        RoundingMode::Up => up,
        RoundingMode::TowardsZero => {
            if scaled < 0.0 {
                up
            } else {
                down
            }
        }
        RoundingMode::AwayFromZero => {
            if scaled < 0.0 {
                down
            } else {
                up
            }
        }
        RoundingMode::HalfAwayFromZero if scaled < 0.0 => (scaled - 0.5 - slack).ceil(),
        RoundingMode::HalfAwayFromZero => (scaled + 0.5 + slack).floor(),
    };
    rounded / scale
}

fn duration(from: &Column, to: &Column, unit: TimeUnit, absolute: bool) -> Option<Column> {
    let (Values::Date(start), Values::Date(end)) = (&from.values, &to.values) else {
        return None;
    };
    let units = start.iter().zip(end).map(|(&from, &to)| {
        let units = dates::completed(from, to, unit);
        (if absolute { units.abs() } else { units }) as f64
    });
    let mut result = Column::numbers(units.collect());
    for (row, valid) in result.valid.iter_mut().enumerate() {
        *valid = from.valid[row] && to.valid[row];
    }
    Some(result)
}

fn from_dates(of: &Column, change: impl Fn(i32) -> f64) -> Option<Column> {
    let Values::Date(list) = &of.values else { return None };
    let mut result = Column::numbers(list.iter().map(|&day| change(day)).collect());
    result.valid.clone_from(&of.valid);
    Some(result)
}

/// Whether a shift goes from day to day, rather than to a moment of a day.
fn whole_days(expr: &Expr, unit: TimeUnit) -> bool {
    use TimeUnit::{Day, Month, Quarter, Week, Year};
    expr.datatype == Type::Date(Precision::Day)
        && matches!(unit, Day | Week | Month | Quarter | Year)
}

/// An amount that is leeg counts as 0; a date that is leeg stays so, whatever the amount.
fn shift(date: &Column, amount: &Column, unit: TimeUnit, backwards: bool) -> Option<Column> {
    let (Values::Date(list), Values::Number(amounts)) = (&date.values, &amount.values) else {
        return None;
    };
    let sign = if backwards { -1.0 } else { 1.0 };
    Some(build_dates(list.len(), |row| {
        if !date.valid[row] {
            return Ok(None);
        }
        let by = if amount.valid[row] { sign * amounts[row] } else { 0.0 };
        dates::shift(list[row], by, unit).map(Some).ok_or(())
    }))
}

fn date_from(year: &Column, month: &Column, day: &Column) -> Option<Column> {
    let (Values::Number(years), Values::Number(months), Values::Number(days)) =
        (&year.values, &month.values, &day.values)
    else {
        return None;
    };
    Some(build_dates(years.len(), |row| {
        if !(year.valid[row] && month.valid[row] && day.valid[row]) {
            return Ok(None);
        }
        dates::from_parts(years[row], months[row], days[row]).map(Some).ok_or(())
    }))
}

/// A column of dates; an error is a fault in that row.
fn build_dates(rows: usize, date: impl Fn(usize) -> Result<Option<i32>, ()>) -> Column {
    let mut list = vec![0; rows];
    let (mut valid, mut fault) = (vec![false; rows], vec![false; rows]);
    for row in 0..rows {
        match date(row) {
            Ok(Some(day)) => (list[row], valid[row]) = (day, true),
            Ok(None) => {}
            Err(()) => fault[row] = true,
        }
    }
    Column { values: Values::Date(list), valid, fault }
}

/// What to call an expression that cannot be done.
fn construct(expr: &Expr) -> &'static str {
    match &expr.kind {
        ExprKind::Root { .. } => "de wortel",
        ExprKind::Power { .. } => "machtsverheffen",
        ExprKind::EasterSunday(_) => "de eerste paasdag",
        ExprKind::TextSeries(_) => "tekst",
        ExprKind::TimeTotal { .. } | ExprKind::DaysThat { .. } | ExprKind::TimeShare { .. } => {
            "rekenen over de tijd"
        }
        ExprKind::Shift { .. } | ExprKind::Duration { .. } | ExprKind::DatePart { .. } => {
            "rekenen met tijdstippen"
        }
        _ => "een bewerking op dit datatype",
    }
}

/// Adds flags to flags.
pub(super) fn or_into(flags: &mut [bool], more: &[bool]) {
    flags.iter_mut().zip(more).for_each(|(flag, more)| *flag |= more);
}
