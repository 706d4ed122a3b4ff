//! The value of an expression (chapters 5 and 6).

use std::borrow::Cow;
use std::sync::Arc;

use regelspraak::model::{
    Aggregation, AttributeId, Expr, ExprKind, Rounding, Span, Subject, TextPart, Value,
};
use regelspraak::number::Number;

use super::arithmetic;
use super::condition::order;
use super::dates;
use super::evaluator::{AttributesRead, Evaluated, Evaluator};
use super::fault::unchecked::{NO_SERIES, OTHER_DATATYPE, SUM_OF_OTHERS, UNEQUAL_SERIES};
use super::fault::{Fault, SharedFault};
use super::observer::Observer;
use crate::describe;

impl<'a, O: Observer> Evaluator<'a, O> {
    /// The value of an expression that yields one.
    pub fn value<'s>(&'s self, expr: &'s Expr) -> Evaluated<'s> {
        let value = match &expr.kind {
            ExprKind::Literal(value) => Ok(Cow::Borrowed(value)),
            ExprKind::Parameter(parameter) => self.parameter(*parameter),
            ExprKind::Variable(variable) => self.variable(*variable, expr.span),
            ExprKind::CalculationDate => Ok(Cow::Owned(Value::Date(self.context.date))),
            ExprKind::CalculationYear => Ok(whole(i64::from(self.context.date.year()))),
            ExprKind::Attribute { of, attribute } => return self.attribute(expr, of, *attribute),
            ExprKind::Count(subject) => {
                let mut instances = Vec::new();
                let found = self.instances(subject, &mut instances);
                self.count(AttributesRead { any: true, filled: true });
                found.map(|()| whole(instances.len() as i64))
            }
            ExprKind::Aggregate { function, over, or_zero } => {
                return self.aggregate(*function, over, *or_zero).map(Cow::Owned);
            }
            ExprKind::TimeTotal { of, unit, during } => {
                return self.time_total(expr, of, *unit, during.as_deref());
            }
            ExprKind::DaysThat { period, condition } => {
                return self.days_that(expr, *period, condition);
            }
            ExprKind::TimeShare { period, of, during } => {
                return self.time_share(expr, *period, of, during);
            }
            ExprKind::Arithmetic { left, right, .. } => {
                let operands = [self.value(left)?, self.value(right)?];
                return self.apply(expr, &operands).map(Cow::Owned);
            }
            _ => {
                let operands: Result<Vec<_>, _> =
                    expr.operands().into_iter().map(|operand| self.value(operand)).collect();
                return self.apply(expr, &operands?).map(Cow::Owned);
            }
        };
        self.observer.read(expr, None, &value);
        value
    }

    /// Adds the values of an expression that may yield several. Arithmetic on several values is
    /// done value by value; values of the same instances go together, single ones with each.
    pub fn values<'s>(
        &'s self,
        expr: &'s Expr,
        found: &mut Vec<Cow<'s, Value>>,
    ) -> Result<(), SharedFault> {
        if !expr.many {
            found.push(self.value(expr)?);
            return Ok(());
        }
        if let ExprKind::Attribute { of, attribute } = &expr.kind {
            let mut instances = Vec::new();
            self.instances(of, &mut instances)?;
            self.count(AttributesRead { any: true, filled: false });
            for instance in instances {
                found.push(self.attribute_of(expr, *attribute, instance)?);
            }
            return Ok(());
        }
        let mut columns = Vec::new();
        let mut length = None;
        for operand in expr.operands() {
            let mut column = Vec::new();
            self.values(operand, &mut column)?;
            if operand.many && *length.get_or_insert(column.len()) != column.len() {
                return Err(self.unchecked(UNEQUAL_SERIES, expr.span));
            }
            columns.push((column, operand.many));
        }
        let Some(length) = length else {
            return Err(self.unchecked(NO_SERIES, expr.span));
        };
        for row in 0..length {
            let pick = |(column, many): &(Vec<Cow<'s, Value>>, bool)| {
                column[if *many { row } else { 0 }].clone()
            };
            let operands: Vec<_> = columns.iter().map(pick).collect();
            found.push(Cow::Owned(self.apply(expr, &operands)?));
        }
        Ok(())
    }

    fn attribute<'s>(
        &'s self,
        expr: &'s Expr,
        of: &'s Subject,
        attribute: AttributeId,
    ) -> Evaluated<'s> {
        match self.single(of)? {
            Some(instance) => self.attribute_of(expr, attribute, instance),
            None => {
                self.count(AttributesRead { any: true, filled: false });
                let value = Ok(Cow::Borrowed(&Value::Empty));
                self.observer.read(expr, None, &value);
                value
            }
        }
    }

    fn attribute_of<'s>(
        &'s self,
        expr: &'s Expr,
        attribute: AttributeId,
        instance: crate::data::InstanceId,
    ) -> Evaluated<'s> {
        let value = self.context.state.value(attribute, instance, self.context.clock);
        let filled = value.as_ref().is_ok_and(|value| !value.is_empty());
        self.count(AttributesRead { any: true, filled });
        let value = value.map(Cow::Borrowed).map_err(SharedFault::clone);
        self.observer.read(expr, Some(instance), &value);
        value
    }

    /// An aggregation (section 5.8). Leeg is not counted; all leeg is leeg. For a sum it is the
    /// attributen that count: when each of them is leeg, so is the sum, whatever literals and
    /// parameters stand beside them (section 5.8.2).
    fn aggregate(
        &self,
        function: Aggregation,
        over: &[Expr],
        or_zero: bool,
    ) -> Result<Value, SharedFault> {
        let mut values = Vec::new();
        let (collected, read) = self.counting(|| -> Result<(), SharedFault> {
            over.iter().try_for_each(|operand| self.values(operand, &mut values))
        });
        self.count(read);
        collected?;
        values.retain(|value| !value.is_empty());
        let none = Value::Number(Number::ZERO);
        if function == Aggregation::Sum && read.any && !read.filled {
            values.clear();
        }
        let wanted = match function {
            Aggregation::Sum => {
                let sum = values.iter().try_fold(None, |sum: Option<Number>, value| {
                    let Value::Number(number) = &**value else { return Err(()) };
                    Ok(Some(sum.map_or_else(|| number.clone(), |sum| &sum + number)))
                });
                let span = over.first().map(|operand| operand.span);
                match (sum, span) {
                    (Ok(Some(sum)), Some(span)) if sum.is_too_large() => {
                        return Err(self.fault(Fault::TooLarge { rule: self.rule_name(), span }));
                    }
                    (Ok(sum), _) => sum.map(Value::Number),
                    (Err(()), Some(span)) => {
                        return Err(self.unchecked(SUM_OF_OTHERS, span));
                    }
                    (Err(()), None) => None,
                }
            }
            Aggregation::Minimum | Aggregation::First => {
                let least = values.iter().enumerate().min_by(|(_, a), (_, b)| order(a, b));
                self.chosen(least, &values, over)
            }
            Aggregation::Maximum | Aggregation::Last => {
                let most = values.iter().enumerate().max_by(|(_, a), (_, b)| order(a, b));
                self.chosen(most, &values, over)
            }
        };
        Ok(wanted.unwrap_or(if or_zero { none } else { Value::Empty }))
    }

    fn chosen(
        &self,
        chosen: Option<(usize, &Cow<'_, Value>)>,
        among: &[Cow<'_, Value>],
        over: &[Expr],
    ) -> Option<Value> {
        let (way, value) = chosen?;
        if let Some(first) = over.first() {
            self.observer.chose(first.span, way, among.iter().map(|value| &**value));
        }
        Some(value.clone().into_owned())
    }

    /// What an expression makes of the values of its operands.
    fn apply(&self, expr: &Expr, operands: &[Cow<'_, Value>]) -> Result<Value, SharedFault> {
        let span = expr.span;
        let number = |position: usize| arithmetic::number(&operands[position]);
        let unchecked = || self.unchecked(OTHER_DATATYPE, span);
        let result = match &expr.kind {
            ExprKind::Arithmetic { operator, .. } => {
                let (left, right) =
                    (number(0).ok_or_else(unchecked)?, number(1).ok_or_else(unchecked)?);
                let result = arithmetic::calculate(*operator, left, right);
                result.ok_or_else(|| {
                    self.fault(Fault::DivisionByZero { rule: self.rule_name(), span })
                })?
            }
            ExprKind::PercentageOf { .. } => {
                let (part, of) =
                    (number(0).ok_or_else(unchecked)?, number(1).ok_or_else(unchecked)?);
                Some(arithmetic::percentage(part, of))
            }
            ExprKind::Root { rounding, .. } => {
                let Some(of) = number(0).ok_or_else(unchecked)? else { return Ok(Value::Empty) };
                let root = of.root(rounding.mode, rounding.decimals);
                Some(root.ok_or_else(|| {
                    let (value, rule) = (of.to_string(), self.rule_name());
                    self.fault(Fault::RootOfNegative { value, rule, span })
                })?)
            }
            ExprKind::Power { rounding, .. } => {
                let base = number(0).ok_or_else(unchecked)?;
                let exponent = number(1).ok_or_else(unchecked)?;
                let (Some(base), Some(exponent)) = (base, exponent) else {
                    return Ok(Value::Empty);
                };
                let raised = base.power(exponent).ok_or_else(|| {
                    self.fault(Fault::Power {
                        base: base.to_string(),
                        exponent: exponent.to_string(),
                        rule: self.rule_name(),
                        span,
                    })
                })?;
                Some(round(&raised, *rounding))
            }
            ExprKind::Round { rounding, .. } => {
                number(0).ok_or_else(unchecked)?.map(|of| round(of, *rounding))
            }
            ExprKind::Absolute(_) => number(0).ok_or_else(unchecked)?.map(|of| {
                let zero = Value::Number(Number::ZERO);
                let among = [&*operands[0], &zero];
                self.observer.chose(span, usize::from(of.is_negative()), among.into_iter());
                of.abs()
            }),
            ExprKind::Convert { factor, .. } => {
                number(0).ok_or_else(unchecked)?.map(|of| of * factor)
            }
            ExprKind::Bounded { minimum, maximum, .. } => {
                let of = number(0).ok_or_else(unchecked)?;
                let low = if minimum.is_some() { number(1).ok_or_else(unchecked)? } else { None };
                let at = 1 + usize::from(minimum.is_some());
                let high = if maximum.is_some() { number(at).ok_or_else(unchecked)? } else { None };
                of.map(|of| {
                    let bounded = arithmetic::bounded(of, low, high);
                    let bounds = [of].into_iter().chain(low).chain(high);
                    let way = bounds.take_while(|it| *it != bounded).count();
                    let among = operands.iter().map(|value| &**value);
                    self.observer.chose(span, way, among.filter(|value| !value.is_empty()));
                    bounded.clone()
                })
            }
            ExprKind::Duration { unit, absolute, .. } => {
                let ends = (dates::moment(&operands[0]), dates::moment(&operands[1]));
                let (Some(from), Some(to)) = ends else { return Ok(Value::Empty) };
                let units = dates::completed(from, to, *unit);
                Some(Number::from(if *absolute { units.abs() } else { units }))
            }
            ExprKind::Shift { unit, backwards, .. } => {
                let amount = number(1).ok_or_else(unchecked)?;
                let shifted = dates::shift(&operands[0], amount, *unit, *backwards, &expr.datatype);
                return shifted.map_err(|problem| problem.into_fault(self.rule_name(), span));
            }
            ExprKind::DatePart { part, .. } => {
                dates::moment(&operands[0]).map(|moment| Number::from(dates::part(moment, *part)))
            }
            ExprKind::DateFrom { .. } => {
                let parts =
                    [number(0), number(1), number(2)].map(|part| part.ok_or_else(unchecked));
                let [year, month, day] = parts;
                let (Some(year), Some(month), Some(day)) = (year?, month?, day?) else {
                    return Ok(Value::Empty);
                };
                let date = dates::from_parts(year, month, day);
                return date.map_err(|problem| problem.into_fault(self.rule_name(), span));
            }
            ExprKind::EasterSunday(_) => {
                let Some(year) = number(0).ok_or_else(unchecked)? else { return Ok(Value::Empty) };
                let date = dates::easter_sunday(year);
                return date.map_err(|problem| problem.into_fault(self.rule_name(), span));
            }
            ExprKind::TextSeries(parts) => return self.text(parts, operands, span),
            _ => return Err(unchecked()),
        };
        match result {
            Some(number) if number.is_too_large() => {
                Err(self.fault(Fault::TooLarge { rule: self.rule_name(), span }))
            }
            result => Ok(result.map_or(Value::Empty, Value::Number)),
        }
    }

    /// A text with values in it (section 5.4): numbers with a decimal comma, dates as dd-mm-jjjj,
    /// no units, nothing for leeg.
    fn text(
        &self,
        parts: &[TextPart],
        values: &[Cow<'_, Value>],
        span: Span,
    ) -> Result<Value, SharedFault> {
        let mut values = values.iter();
        let mut text = String::new();
        for part in parts {
            match part {
                TextPart::Literal(literal) => text.push_str(literal),
                TextPart::Value(expr) => {
                    let value = values.next().map_or(&Value::Empty, |value| &**value);
                    text.push_str(&describe::plain(self.context.model, &expr.datatype, value));
                }
            }
        }
        if text.len() > MAX_TEXT {
            return Err(self.fault(Fault::TooLarge { rule: self.rule_name(), span }));
        }
        Ok(Value::Text(Arc::from(text)))
    }
}

/// The most bytes of a text; rules that repeat their own texts would otherwise never end.
const MAX_TEXT: usize = 100_000;

fn whole(number: i64) -> Cow<'static, Value> {
    Cow::Owned(Value::Number(Number::from(number)))
}

fn round(number: &Number, rounding: Rounding) -> Number {
    number.round(rounding.mode, i32::try_from(rounding.decimals).unwrap_or(i32::MAX))
}
