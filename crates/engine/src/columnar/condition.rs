//! Conditions as masks.

use std::rc::Rc;

use regelspraak::model::{Comparison, Condition, ConditionKind, Expr, Property, Quantifier};

use super::Refused;
use super::column::{Column, Values, close};
use super::expression::or_into;
use super::frame::{Context, Frame, NOBODY};

/// Whether a condition holds in each row, and where that could not be determined.
pub(super) struct Mask {
    pub holds: Vec<bool>,
    pub fault: Vec<bool>,
}

impl Frame<'_> {
    /// Judges a condition in every row. Parts are evaluated everywhere, but a fault in a part
    /// counts only in the rows that are not decided before it.
    pub fn judge(&self, context: Context<'_>, condition: &Condition) -> Result<Mask, Refused> {
        match &condition.kind {
            ConditionKind::Compare { comparison, left, right } => {
                self.compare(context, *comparison, left, right)
            }
            ConditionKind::Empty { of, negated } => {
                let of = self.evaluate(context, of)?;
                let holds = of.valid.iter().map(|&valid| valid == *negated).collect();
                Ok(Mask { holds, fault: of.fault.clone() })
            }
            ConditionKind::HasKenmerk { subject, kenmerk, negated } => {
                let Some(stored) = context.stored(Property::Kenmerk(*kenmerk)) else {
                    return Err(context.refuse("een kenmerk van een ander datatype"));
                };
                let column = match self.is_identity(subject) {
                    true => stored.clone(),
                    false => Rc::new(stored.gather(&self.single(context, subject)?)),
                };
                let Values::Boolean(list) = &column.values else {
                    return Err(context.refuse("een kenmerk van een ander datatype"));
                };
                let holds = list.iter().map(|has| has != negated).collect();
                Ok(Mask { holds, fault: column.fault.clone() })
            }
            ConditionKind::PlaysRole { subject, role, negated } => {
                let model = context.model;
                let opposite = model[model[*role].facttype].opposite(*role);
                self.has_players(context, subject, opposite, *negated)
            }
            ConditionKind::HasRole { subject, role, negated } => {
                self.has_players(context, subject, *role, *negated)
            }
            ConditionKind::Compound { quantifier, parts } => {
                let parts: Result<Vec<_>, _> =
                    parts.iter().map(|part| self.judge(context, part)).collect();
                let parts = parts?;
                let mut mask = self.mask();
                for row in 0..self.rows {
                    let verdicts = parts.iter().map(|part| (part.holds[row], part.fault[row]));
                    (mask.holds[row], mask.fault[row]) = count(*quantifier, parts.len(), verdicts);
                }
                Ok(mask)
            }
            ConditionKind::Each { quantifier, over, element, condition } => {
                let segments = self.expand(context, over)?;
                let met = self.elements(*element, &segments).judge(context, condition)?;
                let mut mask = self.mask();
                for row in 0..self.rows {
                    let places = segments.of(row);
                    let total = places.len();
                    let verdicts = places.map(|at| (met.holds[at], met.fault[at]));
                    (mask.holds[row], mask.fault[row]) = count(*quantifier, total, verdicts);
                }
                or_into(&mut mask.fault, &segments.fault);
                Ok(mask)
            }
            ConditionKind::ElevenTest { .. } | ConditionKind::Digits { .. } => {
                Err(context.refuse("de elfproef of de getalcontrole"))
            }
            ConditionKind::Inconsistent { .. } => {
                Err(context.refuse("de uitkomst van een consistentieregel"))
            }
            ConditionKind::Throughout { .. } => {
                Err(context.refuse("een controle op een hele periode"))
            }
            ConditionKind::Within { .. } => Err(context.refuse("een periode")),
        }
    }

    fn mask(&self) -> Mask {
        Mask { holds: vec![false; self.rows], fault: vec![false; self.rows] }
    }

    fn has_players(
        &self,
        context: Context<'_>,
        subject: &regelspraak::model::Subject,
        role: regelspraak::model::RoleId,
        negated: bool,
    ) -> Result<Mask, Refused> {
        let rows = self.single(context, subject)?;
        let has = |&of: &u32| of != NOBODY && !context.columns.players(role, of).is_empty();
        let holds = rows.iter().map(|of| has(of) != negated).collect();
        Ok(Mask { holds, fault: vec![false; self.rows] })
    }

    fn compare(
        &self,
        context: Context<'_>,
        comparison: Comparison,
        left: &Expr,
        right: &[Expr],
    ) -> Result<Mask, Refused> {
        if right.iter().any(|operand| operand.many) {
            return Err(context.refuse("vergelijken met een reeks"));
        }
        let decisive = comparison != Comparison::NotEqual;
        let numbers = left.number().is_some() || right.iter().any(|it| it.number().is_some());
        let left = self.evaluate(context, left)?;
        let mut mask = Mask { holds: vec![!decisive; self.rows], fault: left.fault.clone() };
        for operand in right {
            let right = self.evaluate(context, operand)?;
            for row in 0..self.rows {
                if mask.holds[row] == decisive || mask.fault[row] {
                    continue;
                }
                match compare(comparison, &left, &right, row, numbers) {
                    Some(holds) if !right.fault[row] => mask.holds[row] = holds,
                    _ => mask.fault[row] = true,
                }
            }
        }
        Ok(mask)
    }
}

/// As the exact executor compares, leeg included; nothing is a fault.
fn compare(
    comparison: Comparison,
    left: &Column,
    right: &Column,
    row: usize,
    numbers: bool,
) -> Option<bool> {
    match (left.valid[row], right.valid[row]) {
        (true, true) => {}
        (false, false) => {
            return (numbers || comparison == Comparison::NotEqual).then_some(false);
        }
        _ => return Some(comparison == Comparison::NotEqual),
    }
    let same = left.same(row, right, row);
    let less = || match (&left.values, &right.values) {
        (Values::Number(left), Values::Number(right)) => {
            left[row] < right[row] && !close(left[row], right[row])
        }
        (Values::Date(left), Values::Date(right)) => left[row] < right[row],
        _ => false,
    };
    Some(match comparison {
        Comparison::Equal => same,
        Comparison::NotEqual => !same,
        Comparison::Less => less(),
        Comparison::LessOrEqual => same || less(),
        Comparison::Greater => !same && !less(),
        Comparison::GreaterOrEqual => same || !less(),
    })
}

/// Counts what holds in one row, up to where it is decided; a fault before that is a fault.
fn count(
    quantifier: Quantifier,
    total: usize,
    verdicts: impl Iterator<Item = (bool, bool)>,
) -> (bool, bool) {
    let (mut met, mut left) = (0, total);
    for (holds, fault) in verdicts {
        if settled(quantifier, met, left, total) {
            break;
        }
        if fault {
            return (false, true);
        }
        met += usize::from(holds);
        left -= 1;
    }
    (quantifier.holds(met, total), false)
}

/// Whether what is left can no longer change the outcome.
fn settled(quantifier: Quantifier, met: usize, left: usize, total: usize) -> bool {
    match quantifier {
        Quantifier::Exactly(wanted) => met > wanted as usize || met + left < wanted as usize,
        _ => quantifier.holds(met, total) == quantifier.holds(met + left, total),
    }
}
