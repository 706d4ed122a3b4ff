//! One step of a plan: one property of every instance (sections 9.1, 9.2 and 9.6).

use jiff::civil::Date;
use regelspraak::model::{Action, AttributeId, Case, KenmerkId, NumberType, Property, Sign, Type};

use super::super::Refused;
use super::super::amount::Amount;
use super::super::graph::Bit;
use super::frame::Frame;
use super::term::{Payload, Term};
use super::{Lowering, Work};
use crate::data::InstanceId;
use crate::plan::{Step, StepRule};

/// What the cases so far made of an attribuut of one instance.
struct Cell {
    term: Term,
    /// Where a case gave it a value.
    given: Bit,
    fault: Bit,
}

/// A case that may concern an instance.
struct Concern<'a, 'f> {
    work: Work<'a>,
    frame: &'f mut Frame,
    case: &'a Case,
    target: InstanceId,
    /// Where it does.
    there: Bit,
    /// Where that is not known.
    unknown: Bit,
}

/// What is done with a case and an instance it may concern.
type Visit<'a, 'v> = dyn FnMut(&mut Lowering<'a>, Concern<'a, '_>) -> Result<(), Refused> + 'v;

impl<'a> Lowering<'a> {
    /// Derives the property of a step for every instance.
    pub(super) fn step(&mut self, step: &'a Step) -> Result<(), Refused> {
        let owner = self.model.property_owner(step.property);
        let instances: Vec<InstanceId> = self.shape.example().instances(owner).collect();
        let days: Vec<Date> = match self.model.property_timeline(step.property) {
            Some(_) => self.setting.slices.iter().map(|slice| slice.from).collect(),
            None => vec![self.setting.date],
        };
        let mut terms: Vec<Vec<Term>> = vec![Vec::with_capacity(days.len()); instances.len()];
        for day in days {
            let column = match step.property {
                Property::Attribute(attribute) => {
                    self.attribute_column(step, attribute, &instances, day)?
                }
                Property::Kenmerk(kenmerk) => {
                    self.kenmerk_column(step, kenmerk, &instances, day)?
                }
                Property::Check(_) => {
                    let what = "een consistentieregel".to_string();
                    return Err(Refused { place: self.first_rule(step), what });
                }
            };
            terms.iter_mut().zip(column).for_each(|(terms, term)| terms.push(term));
        }
        for (instance, terms) in instances.iter().zip(terms) {
            self.derived.insert((step.property, instance.index), terms);
        }
        Ok(())
    }

    /// The first rule of a step, to say what is refused.
    fn first_rule(&self, step: &Step) -> String {
        let rule = step.rules.iter().chain(&step.initial).next();
        format!("regel \"{}\"", rule.map_or("", |rule| self.model[rule.rule].name.as_str()))
    }

    /// The input where no rule fires, the value of the rules that fire where one does, and over
    /// what is then still leeg, the initialisation.
    fn attribute_column(
        &mut self,
        step: &'a Step,
        attribute: AttributeId,
        instances: &[InstanceId],
        day: Date,
    ) -> Result<Vec<Term>, Refused> {
        if !self.holds(attribute) {
            let what = format!("{} is tekst of een tijdstip", self.model[attribute].name.singular);
            return Err(Refused { place: self.first_rule(step), what });
        }
        let untouched = |term| Cell { term, given: Bit::FALSE, fault: Bit::FALSE };
        let property = Property::Attribute(attribute);
        let mut cells: Vec<Cell> =
            instances.iter().map(|&it| untouched(self.given(property, it))).collect();
        self.assign(&step.rules, attribute, &mut cells, &[], day)?;
        if !step.initial.is_empty() {
            let open: Vec<Bit> =
                cells.iter().map(|cell| self.graph.and(!cell.term.filled, !cell.fault)).collect();
            let mut initial: Vec<Cell> = instances.iter().map(|_| untouched(Term::EMPTY)).collect();
            self.assign(&step.initial, attribute, &mut initial, &open, day)?;
            for (cell, initial) in cells.iter_mut().zip(initial) {
                let chosen = initial.term.where_else(initial.given, &cell.term, &mut self.graph);
                cell.term = chosen.unwrap_or_else(Term::fault);
                cell.fault = self.graph.or(cell.fault, initial.fault);
            }
        }
        let terms = cells.into_iter().map(|cell| cell.term.or_fault(cell.fault, &mut self.graph));
        Ok(terms.collect())
    }

    /// Runs the cases of rules that give an attribuut its value, in the rows that are open to it.
    fn assign(
        &mut self,
        rules: &'a [StepRule],
        attribute: AttributeId,
        cells: &mut [Cell],
        open: &[Bit],
        day: Date,
    ) -> Result<(), Refused> {
        for rule in rules {
            self.visit(rule, day, &mut |lowering, concern| {
                let at = concern.target.position();
                let open = open.get(at).copied().unwrap_or(Bit::TRUE);
                lowering.give(concern, attribute, open, &mut cells[at])
            })?;
        }
        Ok(())
    }

    /// Runs a case for one instance.
    fn give(
        &mut self,
        concern: Concern<'a, '_>,
        attribute: AttributeId,
        open: Bit,
        cell: &mut Cell,
    ) -> Result<(), Refused> {
        let Concern { work, frame, case, there, unknown, .. } = concern;
        let unknown = self.graph.and(unknown, open);
        cell.fault = self.graph.or(cell.fault, unknown);
        let there = self.graph.and(there, open);
        let active = self.graph.and(there, !cell.fault);
        if active == Bit::FALSE {
            return Ok(());
        }
        let (holds, doubt) = self.fires(work, frame, case)?;
        let doubt = self.graph.and(active, doubt);
        cell.fault = self.graph.or(cell.fault, doubt);
        let fires = self.graph.and(active, holds);
        let fires = self.graph.and(fires, !doubt);
        if fires == Bit::FALSE {
            return Ok(());
        }
        let value = match &case.action {
            Action::Assign { value, .. } | Action::Initialise { value, .. } => value,
            Action::Mark { .. } | Action::Check { .. } => {
                return Err(work.refuse("een kenmerk als attribuut"));
            }
        };
        let term = self.value(work, frame, value)?;
        let misfit = self.misfits(attribute, &term);
        let wrong = self.graph.or(term.fault, misfit);
        let wrong = self.graph.and(fires, wrong);
        // Rules that both fire must agree. Whether they do is left to the exact executor, unless
        // they give the same column.
        let again = self.graph.and(fires, cell.given);
        let term = Term { fault: Bit::FALSE, ..term };
        let conflict = if cell.term == term { Bit::FALSE } else { again };
        let fault = self.graph.or(wrong, conflict);
        cell.fault = self.graph.or(cell.fault, fault);
        cell.term = match term.where_else(fires, &cell.term, &mut self.graph) {
            Some(chosen) => Term { fault: Bit::FALSE, ..chosen },
            None => return Err(work.refuse("waarden van verschillende datatypes")),
        };
        cell.given = self.graph.or(cell.given, fires);
        Ok(())
    }

    /// A kenmerk is there when it was given or when a rule marks it.
    fn kenmerk_column(
        &mut self,
        step: &'a Step,
        kenmerk: KenmerkId,
        instances: &[InstanceId],
        day: Date,
    ) -> Result<Vec<Term>, Refused> {
        let property = Property::Kenmerk(kenmerk);
        let mut column = Vec::with_capacity(instances.len());
        for &instance in instances {
            let holds = match self.given(property, instance).payload {
                Payload::Boolean(holds) => holds,
                _ => Bit::FALSE,
            };
            column.push((holds, Bit::FALSE));
        }
        for rule in &step.rules {
            self.visit(rule, day, &mut |lowering, concern| {
                let known = &mut column[concern.target.position()];
                *known = lowering.mark(concern, *known)?;
                Ok(())
            })?;
        }
        let terms = column.into_iter().map(|(holds, fault)| Term {
            fault: self.graph.and(fault, !holds),
            ..Term::filled(Payload::Boolean(holds))
        });
        Ok(terms.collect())
    }

    /// Runs a case for one instance, that may have the kenmerk by then.
    fn mark(
        &mut self,
        concern: Concern<'a, '_>,
        (holds, fault): (Bit, Bit),
    ) -> Result<(Bit, Bit), Refused> {
        let Concern { work, frame, case, there, unknown, .. } = concern;
        let fault = self.graph.or(fault, unknown);
        let open = self.graph.and(there, !holds);
        if open == Bit::FALSE {
            return Ok((holds, fault));
        }
        let (met, doubt) = self.fires(work, frame, case)?;
        let doubt = self.graph.and(open, doubt);
        let fires = self.graph.and(open, met);
        let fires = self.graph.and(fires, !doubt);
        Ok((self.graph.or(holds, fires), self.graph.or(fault, doubt)))
    }

    fn work(&self, rule: &StepRule) -> Work<'a> {
        Work { rule: &self.model[rule.rule], version: rule.version(self.model) }
    }

    fn fires(
        &mut self,
        work: Work<'a>,
        frame: &mut Frame,
        case: &'a Case,
    ) -> Result<(Bit, Bit), Refused> {
        match &case.condition {
            Some(condition) => self.judge(work, frame, condition),
            None => Ok((Bit::TRUE, Bit::FALSE)),
        }
    }

    /// Visits the cases of a rule for every combination of instances, with the instances each may
    /// concern.
    fn visit(
        &mut self,
        rule: &StepRule,
        day: Date,
        visit: &mut Visit<'a, '_>,
    ) -> Result<(), Refused> {
        let work = self.work(rule);
        for mut combination in self.combinations(work, day)? {
            for &case in &rule.cases {
                let case = &work.version.cases[case];
                let subject = case.action.target();
                let (targets, doubt) = self.single(work, &mut combination.frame, subject)?;
                let doubt = self.graph.and(combination.there, doubt);
                let lost = self.graph.or(doubt, combination.fault);
                if lost != Bit::FALSE {
                    // Whoever it may be is not known then.
                    let everybody: Vec<InstanceId> = match &targets[..] {
                        [(target, Bit::TRUE)] => vec![*target],
                        _ => self.shape.example().instances(subject.objecttype).collect(),
                    };
                    for target in everybody {
                        let frame = &mut combination.frame;
                        let there = Bit::FALSE;
                        visit(self, Concern { work, frame, case, target, there, unknown: lost })?;
                    }
                }
                for (target, there) in targets {
                    let there = self.graph.and(combination.there, there);
                    if there != Bit::FALSE {
                        let (frame, unknown) = (&mut combination.frame, Bit::FALSE);
                        visit(self, Concern { work, frame, case, target, there, unknown })?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Where a value does not fit the datatype of its attribuut (section 6.1.2), or may not.
    fn misfits(&mut self, attribute: AttributeId, term: &Term) -> Bit {
        let Type::Number(NumberType { sign, decimals, .. }) = &self.model[attribute].datatype
        else {
            return Bit::FALSE;
        };
        let Payload::Number(amount) = term.payload else { return Bit::FALSE };
        let mut wrong = Bit::FALSE;
        if *sign != Sign::Any {
            let zero = Amount::whole(self.graph.constant(0.0));
            let (number, zero, doubt) = amount.beside(zero, &mut self.graph);
            let wrong_side = match sign {
                Sign::Any => Bit::FALSE,
                Sign::Negative => !self.graph.less(number, zero),
                Sign::NonNegative => self.graph.less(number, zero),
                Sign::Positive => !self.graph.less(zero, number),
            };
            wrong = self.graph.or(wrong_side, doubt);
        }
        if let Some(decimals) = decimals {
            let (many, unsure) = amount.exceeds_decimals(*decimals, &mut self.graph);
            wrong = self.graph.or(wrong, many);
            wrong = self.graph.or(wrong, unsure);
        }
        self.graph.and(term.filled, wrong)
    }
}
