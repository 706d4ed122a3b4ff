//! Whether a condition holds (chapters 8 and 10).

use regelspraak::model::{Comparison, Condition, ConditionKind, Expr, Property, Quantifier};

use super::super::Refused;
use super::super::graph::Bit;
use super::frame::Frame;
use super::term::{Payload, Term};
use super::{Lowering, Work};

impl<'a> Lowering<'a> {
    /// Where a condition holds, and where that could not be determined.
    pub(super) fn judge(
        &mut self,
        work: Work<'a>,
        frame: &mut Frame,
        condition: &'a Condition,
    ) -> Result<(Bit, Bit), Refused> {
        let (holds, fault, negated) = match &condition.kind {
            ConditionKind::Compare { comparison, left, right } => {
                let (holds, fault) = self.compare(work, frame, *comparison, left, right)?;
                (holds, fault, false)
            }
            ConditionKind::Empty { of, negated } => {
                let term = self.value(work, frame, of)?;
                (!term.filled, term.fault, *negated)
            }
            ConditionKind::HasKenmerk { subject, kenmerk, negated } => {
                let (candidates, mut fault) = self.single(work, frame, subject)?;
                let mut holds = Bit::FALSE;
                for (instance, there) in candidates {
                    let (has, unknown) = self.has(Property::Kenmerk(*kenmerk), instance, frame.day);
                    let (has, unknown) =
                        (self.graph.and(there, has), self.graph.and(there, unknown));
                    holds = self.graph.or(holds, has);
                    fault = self.graph.or(fault, unknown);
                }
                (holds, fault, *negated)
            }
            ConditionKind::PlaysRole { subject, role, negated } => {
                let opposite = self.model[self.model[*role].facttype].opposite(*role);
                let (holds, fault) = self.has_player(work, frame, subject, opposite)?;
                (holds, fault, *negated)
            }
            ConditionKind::HasRole { subject, role, negated } => {
                let (holds, fault) = self.has_player(work, frame, subject, *role)?;
                (holds, fault, *negated)
            }
            ConditionKind::Compound { quantifier, parts } => {
                let mut judged = Vec::with_capacity(parts.len());
                for part in parts {
                    let (holds, fault) = self.judge(work, frame, part)?;
                    judged.push((Bit::TRUE, holds, fault));
                }
                let (holds, fault) = self.enough(*quantifier, &judged);
                (holds, fault, false)
            }
            ConditionKind::Each { quantifier, over, element, condition } => {
                let (members, unknown) = self.instances(work, frame, over)?;
                let before = frame.place(*element, None);
                let mut judged = Vec::with_capacity(members.len());
                for (instance, there) in members {
                    frame.place(*element, Some(instance));
                    let (holds, fault) = self.judge(work, frame, condition)?;
                    judged.push((there, holds, fault));
                }
                frame.place(*element, before);
                let (holds, fault) = self.enough(*quantifier, &judged);
                (holds, self.graph.or(unknown, fault), false)
            }
            ConditionKind::Inconsistent { .. } => {
                return Err(work.refuse("een toets op een consistentieregel"));
            }
            ConditionKind::ElevenTest { .. } => return Err(work.refuse("de elfproef")),
            ConditionKind::Digits { .. } => return Err(work.refuse("een controle op cijfers")),
            ConditionKind::Throughout { .. } => {
                return Err(work.refuse("een controle op een hele periode"));
            }
            ConditionKind::Within { .. } => return Err(work.refuse("een periode")),
        };
        Ok((if negated { !holds } else { holds }, fault))
    }

    /// Whether so many hold of those that are there. A fault counts where what was judged before it
    /// does not decide.
    fn enough(&mut self, quantifier: Quantifier, judged: &[(Bit, Bit, Bit)]) -> (Bit, Bit) {
        let (least, negated) = match quantifier {
            // All hold when none fails, and so on.
            Quantifier::All => {
                let failing: Vec<_> =
                    judged.iter().map(|&(there, holds, fault)| (there, !holds, fault)).collect();
                let (fails, fault) = self.at_least(1, &failing);
                return (!fails, fault);
            }
            Quantifier::None => (1, true),
            Quantifier::AtLeast(least) => (least as usize, false),
            Quantifier::AtMost(most) => (most as usize + 1, true),
            Quantifier::Exactly(count) => {
                let (enough, fault) = self.at_least(count as usize, judged);
                let (more, also) = self.at_least(count as usize + 1, judged);
                return (self.graph.and(enough, !more), self.graph.or(fault, also));
            }
        };
        let (holds, fault) = self.at_least(least, judged);
        (if negated { !holds } else { holds }, fault)
    }

    fn at_least(&mut self, least: usize, judged: &[(Bit, Bit, Bit)]) -> (Bit, Bit) {
        // Of those judged so far, where at least so many hold.
        let mut counts = vec![Bit::FALSE; least + 1];
        counts[0] = Bit::TRUE;
        let mut fault = Bit::FALSE;
        for &(there, holds, unknown) in judged {
            let undecided = self.graph.and(there, !counts[least]);
            let unknown = self.graph.and(undecided, unknown);
            fault = self.graph.or(fault, unknown);
            let holds = self.graph.and(there, holds);
            for count in (1..=least).rev() {
                let more = self.graph.and(counts[count - 1], holds);
                counts[count] = self.graph.or(counts[count], more);
            }
        }
        (counts[least], fault)
    }

    fn compare(
        &mut self,
        work: Work<'a>,
        frame: &mut Frame,
        comparison: Comparison,
        left: &'a Expr,
        right: &'a [Expr],
    ) -> Result<(Bit, Bit), Refused> {
        let numbers = left.number().is_some() || right.iter().any(|it| it.number().is_some());
        let one = self.value(work, frame, left)?;
        // Over several values: `gelijk aan` one of them, `ongelijk aan` each of them.
        let decisive = comparison != Comparison::NotEqual;
        let (mut decided, mut fault) = (Bit::FALSE, one.fault);
        for operand in right {
            let (values, unknown) = self.values(work, frame, operand)?;
            fault = self.graph.or(fault, unknown);
            for value in values {
                let other = value.term;
                let (holds, unknown) = self.verdict(work, comparison, &one, &other, numbers)?;
                let unknown = self.graph.or(unknown, other.fault);
                let open = self.graph.and(value.there, !decided);
                let unknown = self.graph.and(open, unknown);
                fault = self.graph.or(fault, unknown);
                let settles = if decisive { holds } else { !holds };
                let settles = self.graph.and(value.there, settles);
                decided = self.graph.or(decided, settles);
            }
        }
        Ok((if decisive { decided } else { !decided }, fault))
    }

    /// As the exact executor compares two values, leeg included.
    fn verdict(
        &mut self,
        work: Work<'a>,
        comparison: Comparison,
        left: &Term,
        right: &Term,
        numbers: bool,
    ) -> Result<(Bit, Bit), Refused> {
        let unequal = comparison == Comparison::NotEqual;
        let graph = &mut self.graph;
        let both = graph.and(left.filled, right.filled);
        let one = graph.or(left.filled, right.filled);
        let unknown = if numbers || unequal { Bit::FALSE } else { !one };
        let (left, right, doubt) = match (&left.payload, &right.payload) {
            (Payload::Nothing, _) | (_, Payload::Nothing) => {
                let nothing = graph.constant(0.0);
                (nothing, nothing, Bit::FALSE)
            }
            (Payload::Number(left), Payload::Number(right)) => left.beside(*right, graph),
            (Payload::Date(left), Payload::Date(right))
            | (Payload::Enumeration(left), Payload::Enumeration(right)) => {
                (*left, *right, Bit::FALSE)
            }
            (Payload::Boolean(left), Payload::Boolean(right)) => {
                let (one, zero) = (graph.constant(1.0), graph.constant(0.0));
                let [left, right] = [left, right].map(|bit| graph.select(*bit, one, zero));
                (left, right, Bit::FALSE)
            }
            (Payload::Text(left), Payload::Text(right)) => {
                let order = graph.constant(f64::from(left.cmp(right) as i8));
                (order, graph.constant(0.0), Bit::FALSE)
            }
            _ => return Err(work.refuse("vergelijken van verschillende datatypes")),
        };
        let holds = match comparison {
            Comparison::Equal => graph.equal(left, right),
            Comparison::NotEqual => !graph.equal(left, right),
            Comparison::Less => graph.less(left, right),
            Comparison::LessOrEqual => !graph.less(right, left),
            Comparison::Greater => graph.less(right, left),
            Comparison::GreaterOrEqual => !graph.less(left, right),
        };
        let mut holds = graph.and(both, holds);
        if unequal {
            let single = graph.and(one, !both);
            holds = graph.or(holds, single);
        }
        let doubt = graph.and(both, doubt);
        Ok((holds, graph.or(unknown, doubt)))
    }
}
