//! The value of an expression (chapters 5 and 6).

use regelspraak::model::{
    Aggregation, Arithmetic, AttributeId, Expr, ExprKind, Property, Rounding, Subject,
};
use regelspraak::number::{Number, RoundingMode};

use super::super::Refused;
use super::super::amount::{Amount, Extreme};
use super::super::graph::{Bit, Num};
use super::frame::{AttributesRead, Frame};
use super::subject::Members;
use super::term::{Payload, Term};
use super::{Lowering, Work};
use crate::data::InstanceId;

/// How many decimals `gedeeld door (ABS)` keeps (section 6.5).
const ABS_DECIMALS: Rounding = Rounding { mode: RoundingMode::TowardsZero, decimals: 5 };

/// One of several values: where it is there, and of whom it is.
#[derive(Debug, Clone)]
pub(super) struct One {
    pub there: Bit,
    pub of: Option<InstanceId>,
    pub term: Term,
}

impl<'a> Lowering<'a> {
    /// The value of an expression that yields one.
    pub(super) fn value(
        &mut self,
        work: Work<'a>,
        frame: &mut Frame,
        expr: &'a Expr,
    ) -> Result<Term, Refused> {
        match &expr.kind {
            ExprKind::Literal(value) => Ok(self.constant(value)),
            ExprKind::CalculationDate => {
                let day = self.day(self.setting.date);
                Ok(Term::filled(Payload::Date(day)))
            }
            ExprKind::CalculationYear => {
                let year = self.graph.constant(f64::from(self.setting.date.year()));
                Ok(Term::filled(Payload::Number(Amount::whole(year))))
            }
            ExprKind::Parameter(parameter) => Ok(self.parameter(*parameter, frame.day)),
            ExprKind::Variable(variable) => self.variable(work, frame, *variable),
            ExprKind::Attribute { of, attribute } => self.attribute(work, frame, of, *attribute),
            ExprKind::Count(subject) => {
                let (members, fault) = self.instances(work, frame, subject)?;
                self.count(frame, AttributesRead { any: true, filled: Bit::TRUE });
                let count = self.how_many(&members);
                Ok(Term { fault, ..Term::filled(Payload::Number(Amount::whole(count))) })
            }
            ExprKind::Aggregate { function, over, or_zero } => {
                self.aggregate(work, frame, *function, over, *or_zero)
            }
            ExprKind::TimeTotal { of, unit, during } => {
                self.time_total(work, frame, of, *unit, during.as_deref())
            }
            _ => {
                let mut operands = Vec::new();
                for operand in expr.operands() {
                    operands.push(self.value(work, frame, operand)?);
                }
                self.apply(work, expr, &operands)
            }
        }
    }

    fn how_many(&mut self, members: &Members) -> Num {
        let (one, zero) = (self.graph.constant(1.0), self.graph.constant(0.0));
        let mut count = zero;
        for &(_, there) in members {
            let here = self.graph.select(there, one, zero);
            count = self.graph.linear(count, 1.0, here, 1.0);
        }
        count
    }

    fn attribute(
        &mut self,
        work: Work<'a>,
        frame: &mut Frame,
        of: &'a Subject,
        attribute: AttributeId,
    ) -> Result<Term, Refused> {
        let (candidates, fault) = self.single(work, frame, of)?;
        let mut result = Term::EMPTY;
        for (instance, there) in candidates.into_iter().rev() {
            let term = self.property(Property::Attribute(attribute), instance, frame.day);
            result = self.choose(work, there, &term, &result)?;
        }
        self.count(frame, AttributesRead { any: true, filled: result.filled });
        Ok(result.or_fault(fault, &mut self.graph))
    }

    pub(super) fn choose(
        &mut self,
        work: Work<'a>,
        bit: Bit,
        one: &Term,
        other: &Term,
    ) -> Result<Term, Refused> {
        let chosen = one.where_else(bit, other, &mut self.graph);
        chosen.ok_or_else(|| work.refuse("een keuze tussen verschillende datatypes"))
    }

    /// The values of an expression that may yield several, with where they could not be determined.
    pub(super) fn values(
        &mut self,
        work: Work<'a>,
        frame: &mut Frame,
        expr: &'a Expr,
    ) -> Result<(Vec<One>, Bit), Refused> {
        if !expr.many {
            let term = self.value(work, frame, expr)?;
            return Ok((vec![One { there: Bit::TRUE, of: None, term }], Bit::FALSE));
        }
        if let ExprKind::Attribute { of, attribute } = &expr.kind {
            let (members, fault) = self.instances(work, frame, of)?;
            let mut values = Vec::with_capacity(members.len());
            let mut filled = Bit::FALSE;
            for (instance, there) in members {
                let term = self.property(Property::Attribute(*attribute), instance, frame.day);
                let here = self.graph.and(there, term.filled);
                filled = self.graph.or(filled, here);
                values.push(One { there, of: Some(instance), term });
            }
            self.count(frame, AttributesRead { any: true, filled });
            return Ok((values, fault));
        }
        // Value by value: those of the same instances go together, single ones with each.
        let (mut columns, mut fault) = (Vec::new(), Bit::FALSE);
        for operand in expr.operands() {
            let (values, unknown) = self.values(work, frame, operand)?;
            fault = self.graph.or(fault, unknown);
            columns.push((values, operand.many));
        }
        let Some(series) = columns.iter().position(|(_, many)| *many) else {
            return Err(work.refuse("een reeks van niets"));
        };
        let key = |one: &One| (one.there, one.of);
        let members: Vec<_> = columns[series].0.iter().map(key).collect();
        let together = |(values, many): &(Vec<One>, bool)| {
            !many || values.iter().map(key).eq(members.iter().copied())
        };
        if !columns.iter().all(together) {
            return Err(work.refuse("rekenen met reeksen van verschillende instanties"));
        }
        let mut values = Vec::with_capacity(members.len());
        for (row, (there, of)) in members.into_iter().enumerate() {
            let pick = |(values, many): &(Vec<One>, bool)| {
                values[if *many { row } else { 0 }].term.clone()
            };
            let operands: Vec<Term> = columns.iter().map(pick).collect();
            values.push(One { there, of, term: self.apply(work, expr, &operands)? });
        }
        Ok((values, fault))
    }

    /// An aggregation (section 5.8). Leeg is not counted; all leeg is leeg. For a sum it is the
    /// attributen that count (section 5.8.2).
    fn aggregate(
        &mut self,
        work: Work<'a>,
        frame: &mut Frame,
        function: Aggregation,
        over: &'a [Expr],
        or_zero: bool,
    ) -> Result<Term, Refused> {
        let before = std::mem::replace(&mut frame.read, AttributesRead::NONE);
        let (mut values, mut fault) = (Vec::new(), Bit::FALSE);
        for operand in over {
            let (more, unknown) = self.values(work, frame, operand)?;
            fault = self.graph.or(fault, unknown);
            values.extend(more);
        }
        let read = std::mem::replace(&mut frame.read, before);
        self.count(frame, read);
        let mut result = Term::EMPTY;
        for One { there, term, .. } in values {
            let unknown = self.graph.and(there, term.fault);
            fault = self.graph.or(fault, unknown);
            let counts = self.graph.and(there, term.filled);
            if counts == Bit::FALSE {
                continue;
            }
            let both = self.graph.and(counts, result.filled);
            let joined = match (&result.payload, &term.payload) {
                _ if both == Bit::FALSE => Payload::Nothing,
                (Payload::Number(one), Payload::Number(other)) => Payload::Number(match function {
                    Aggregation::Sum => one.plus(1.0, *other, &mut self.graph),
                    Aggregation::Minimum | Aggregation::First => {
                        one.extreme(Extreme::Least, *other, &mut self.graph)
                    }
                    Aggregation::Maximum | Aggregation::Last => {
                        one.extreme(Extreme::Most, *other, &mut self.graph)
                    }
                }),
                (Payload::Date(one), Payload::Date(other)) if function != Aggregation::Sum => {
                    Payload::Date(match function {
                        Aggregation::Minimum | Aggregation::First => self.graph.least(*one, *other),
                        _ => self.graph.most(*one, *other),
                    })
                }
                _ => return Err(work.refuse("een aggregatie van dit datatype")),
            };
            let term = Term { payload: term.payload, filled: Bit::TRUE, fault: Bit::FALSE };
            let first = self.choose(work, counts, &term, &result)?;
            let filled = self.graph.or(counts, result.filled);
            let joined = Term::filled(joined);
            let merged = match both {
                Bit::FALSE => first,
                _ => self.choose(work, both, &joined, &first)?,
            };
            result = Term { filled, fault: Bit::FALSE, ..merged };
        }
        if function == Aggregation::Sum && read.any {
            result.filled = self.graph.and(result.filled, read.filled);
        }
        if or_zero {
            let zero = Term::filled(Payload::Number(Amount::whole(self.graph.constant(0.0))));
            let filled = Term { filled: Bit::TRUE, ..result.clone() };
            result = match result.filled {
                Bit::FALSE => zero,
                bit => self.choose(work, bit, &filled, &zero)?,
            };
        }
        Ok(result.or_fault(fault, &mut self.graph))
    }

    /// What an expression makes of the values of its operands.
    fn apply(
        &mut self,
        work: Work<'a>,
        expr: &'a Expr,
        operands: &[Term],
    ) -> Result<Term, Refused> {
        let mut fault = Bit::FALSE;
        for operand in operands {
            fault = self.graph.or(fault, operand.fault);
        }
        if fault == Bit::TRUE {
            return Ok(Term::fault());
        }
        let term = match (&expr.kind, operands) {
            (ExprKind::Arithmetic { operator, .. }, [left, right]) => {
                self.arithmetic(work, *operator, left, right)?
            }
            (ExprKind::PercentageOf { .. }, [part, of]) => {
                let (part, of) = (self.or_nothing(work, part)?, self.or_nothing(work, of)?);
                let hundred = Amount::constant(&mut self.graph, &Number::from(100));
                let (part, _, _) = part.over(hundred, &mut self.graph);
                Term::filled(Payload::Number(part.times(of, &mut self.graph)))
            }
            (ExprKind::Round { rounding, .. }, [of]) => {
                let rounding = *rounding;
                self.each(work, of, |lowering, of| of.round(rounding, &mut lowering.graph))?
            }
            (ExprKind::Absolute(_), [of]) => {
                self.each(work, of, |lowering, of| (of.absolute(&mut lowering.graph), Bit::FALSE))?
            }
            (ExprKind::Convert { factor, .. }, [of]) => {
                let factor = Amount::constant(&mut self.graph, factor);
                self.each(work, of, |lowering, of| {
                    (of.times(factor, &mut lowering.graph), Bit::FALSE)
                })?
            }
            (ExprKind::Bounded { minimum, .. }, [of, bounds @ ..]) => {
                let mut result = of.clone();
                for (at, bound) in bounds.iter().enumerate() {
                    let which = match minimum {
                        Some(_) if at == 0 => Extreme::Most,
                        _ => Extreme::Least,
                    };
                    let both = self.graph.and(result.filled, bound.filled);
                    if both == Bit::FALSE {
                        continue;
                    }
                    let (one, other) = (self.number(work, &result)?, self.number(work, bound)?);
                    let extreme = one.extreme(which, other, &mut self.graph);
                    let bounded = Term::filled(Payload::Number(extreme));
                    let chosen = self.choose(work, both, &bounded, &result)?;
                    result = Term { filled: result.filled, ..chosen };
                }
                Term { fault: Bit::FALSE, ..result }
            }
            (ExprKind::Duration { unit, absolute, .. }, [from, to]) => {
                self.duration(work, from, to, *unit, *absolute)?
            }
            (ExprKind::DatePart { part, .. }, [of]) => self.date_part(work, of, *part)?,
            (ExprKind::Shift { unit, backwards, .. }, [date, amount]) => {
                self.shift(work, date, amount, *unit, *backwards, &expr.datatype)?
            }
            (ExprKind::DateFrom { .. }, [year, month, day]) => {
                self.date_from(work, [year, month, day])?
            }
            _ => return Err(work.refuse(construct(expr))),
        };
        Ok(term.or_fault(fault, &mut self.graph))
    }

    /// The number of a term; anything where it is leeg.
    pub(super) fn number(&mut self, work: Work<'a>, term: &Term) -> Result<Amount, Refused> {
        match term.payload {
            Payload::Number(amount) => Ok(amount),
            Payload::Nothing => Ok(Amount::whole(self.graph.constant(0.0))),
            _ => Err(work.refuse("rekenen met iets anders dan getallen")),
        }
    }

    /// The number of a term, 0 where it is leeg.
    fn or_nothing(&mut self, work: Work<'a>, term: &Term) -> Result<Amount, Refused> {
        let amount = self.number(work, term)?;
        let zero = Amount::whole(self.graph.constant(0.0));
        Ok(amount.where_else(term.filled, zero, &mut self.graph))
    }

    /// A function of one number; leeg stays leeg.
    fn each(
        &mut self,
        work: Work<'a>,
        of: &Term,
        apply: impl FnOnce(&mut Self, Amount) -> (Amount, Bit),
    ) -> Result<Term, Refused> {
        if of.filled == Bit::FALSE {
            return Ok(Term::EMPTY);
        }
        let amount = self.number(work, of)?;
        let (result, doubt) = apply(self, amount);
        let fault = self.graph.and(of.filled, doubt);
        Ok(Term { payload: Payload::Number(result), filled: of.filled, fault })
    }

    /// Tables 5, 7, 8, 10 and 12, as the exact executor has them.
    fn arithmetic(
        &mut self,
        work: Work<'a>,
        operator: Arithmetic,
        left: &Term,
        right: &Term,
    ) -> Result<Term, Refused> {
        let (one, other) = (self.or_nothing(work, left)?, self.or_nothing(work, right)?);
        let graph = &mut self.graph;
        let (amount, fault) = match operator {
            Arithmetic::Plus => (one.plus(1.0, other, graph), Bit::FALSE),
            Arithmetic::Minus | Arithmetic::ReducedBy => (one.plus(-1.0, other, graph), Bit::FALSE),
            Arithmetic::Times => (one.times(other, graph), Bit::FALSE),
            Arithmetic::DividedBy | Arithmetic::DividedByAbs => {
                let (mut quotient, zero, mut doubt) = one.over(other, graph);
                if operator == Arithmetic::DividedByAbs {
                    let (rounded, also) = quotient.round(ABS_DECIMALS, graph);
                    (quotient, doubt) = (rounded, graph.or(doubt, also));
                }
                // Leeg by anything is 0.
                let none = Amount::whole(graph.constant(0.0));
                let by_zero = graph.and(left.filled, zero);
                (quotient.where_else(left.filled, none, graph), graph.or(by_zero, doubt))
            }
        };
        let filled = match operator {
            Arithmetic::ReducedBy => left.filled,
            _ => Bit::TRUE,
        };
        Ok(Term { payload: Payload::Number(amount), filled, fault })
    }
}

/// What an expression is, for a refusal.
fn construct(expr: &Expr) -> &'static str {
    match &expr.kind {
        ExprKind::Root { .. } => "de wortel",
        ExprKind::Power { .. } => "een macht",
        ExprKind::EasterSunday(_) => "de eerste paasdag",
        ExprKind::TextSeries(_) => "een tekst",
        ExprKind::DaysThat { .. } => "het aantal dagen dat",
        ExprKind::TimeShare { .. } => "het tijdsevenredig deel",
        _ => "deze expressie",
    }
}
