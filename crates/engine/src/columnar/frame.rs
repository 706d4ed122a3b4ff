//! The rows of a rule: who stands in each binding, and navigating from there.

use std::cell::RefCell;
use std::rc::Rc;

use jiff::civil::Date;
use regelspraak::model::{
    BindingId, BindingSource, KenmerkId, Model, Property, Rule, RuleVersion, Subject, SubjectKind,
    VariableId,
};

use super::column::Column;
use super::{Columns, Refused};
use crate::parameters::ParameterValues;
use crate::plan::Plan;

/// Nobody.
pub(super) const NOBODY: u32 = u32::MAX;

/// What the evaluation of a rule shares.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub model: &'a Model,
    pub plan: &'a Plan,
    pub columns: &'a Columns,
    pub parameters: &'a ParameterValues,
    pub date: Date,
    pub rule: &'a Rule,
    pub version: &'a RuleVersion,
    /// The stretch of days that a rule about what changes in time is evaluated for.
    pub slice: Option<usize>,
}

impl<'a> Context<'a> {
    /// The column of a property at the time of the evaluation.
    pub fn stored(&self, property: Property) -> Option<&'a Rc<Column>> {
        self.columns.stored(property, self.slice)
    }

    /// The day whose parameters hold.
    pub fn day(&self) -> Date {
        self.slice.map_or(self.date, |slice| self.columns.slices[slice].from)
    }

    pub fn refuse(&self, what: &str) -> Refused {
        Refused { place: format!("regel \"{}\"", self.rule.name), what: what.to_string() }
    }
}

/// Combinations of instances, one a row.
pub(super) struct Frame<'f> {
    pub rows: usize,
    /// Rows whose combination could not be determined.
    pub fault: Vec<bool>,
    /// By binding, the instance in each row.
    bindings: Vec<Option<Rc<Vec<u32>>>>,
    /// Whether the first binding is every instance, in order: then its columns need no gathering.
    identity: bool,
    /// The frame this one has elements of, and of which of its rows.
    outer: Option<(&'f Frame<'f>, Vec<u32>)>,
    variables: RefCell<Vec<Option<Rc<Column>>>>,
}

/// For each row, several instances.
pub(super) struct Segments {
    /// Where the instances of each row start; one more than there are rows.
    pub starts: Vec<u32>,
    pub instances: Vec<u32>,
    /// Rows whose instances could not be determined.
    pub fault: Vec<bool>,
}

impl Segments {
    /// The row of each instance.
    pub fn owners(&self) -> Vec<u32> {
        let rows = self.starts.windows(2).enumerate();
        rows.flat_map(|(row, ends)| std::iter::repeat_n(row as u32, (ends[1] - ends[0]) as usize))
            .collect()
    }

    pub fn of(&self, row: usize) -> std::ops::Range<usize> {
        self.starts[row] as usize..self.starts[row + 1] as usize
    }
}

impl<'f> Frame<'f> {
    /// The rows of a rule version: its bindings, each in terms of the earlier ones.
    pub fn of_version(context: Context<'_>) -> Result<Frame<'static>, Refused> {
        let Context { model, columns, version, .. } = context;
        let mut frame = Frame {
            rows: 1,
            fault: vec![false],
            bindings: vec![None; version.bindings.len()],
            identity: false,
            outer: None,
            variables: RefCell::new(vec![None; version.variables.len()]),
        };
        for (at, binding) in version.bindings.iter().enumerate() {
            let every = 0..columns.counts[binding.objecttype.index()] as u32;
            let (instances, fault, owners): (Vec<u32>, Vec<bool>, _) = match &binding.source {
                BindingSource::Element => continue,
                BindingSource::Each(subject) => {
                    if has_filter(subject) {
                        return Err(context.refuse("een selectie als onderwerp van de regel"));
                    }
                    let segments = frame.expand(context, subject)?;
                    let owners = segments.owners();
                    let fault = owners.iter().map(|&row| frame.fault[row as usize]).collect();
                    (segments.instances, fault, Some(owners))
                }
                _ if at > 0 => return Err(context.refuse("twee universele onderwerpen")),
                BindingSource::Every => {
                    frame.identity = true;
                    (every.clone().collect(), vec![false; every.len()], None)
                }
                BindingSource::EveryWithRole(role) => {
                    let opposite = model[model[*role].facttype].opposite(*role);
                    let plays = |&it: &u32| !columns.players(opposite, it).is_empty();
                    let those: Vec<u32> = every.filter(plays).collect();
                    let fault = vec![false; those.len()];
                    (those, fault, None)
                }
                BindingSource::EveryWithKenmerk(kenmerk) => {
                    if can_fault(context, *kenmerk) && !is_about_itself(version) {
                        return Err(context.refuse(
                            "een onderwerp met een afgeleid kenmerk, als het om een ander gaat",
                        ));
                    }
                    let has = &columns.kenmerken[kenmerk.index()];
                    let super::Values::Boolean(holds) = &has.values else { continue };
                    let maybe = |&it: &u32| holds[it as usize] || has.fault[it as usize];
                    let those: Vec<u32> = every.filter(maybe).collect();
                    let fault = those.iter().map(|&it| has.fault[it as usize]).collect();
                    (those, fault, None)
                }
            };
            if let Some(owners) = owners {
                frame.bindings = frame.repeated(&owners);
                frame.identity = false;
            }
            frame.rows = instances.len();
            frame.fault = fault;
            frame.bindings[at] = Some(Rc::new(instances));
        }
        Ok(frame)
    }

    /// A row for each element of each row, with the element in its binding.
    pub fn elements<'s>(&'s self, element: BindingId, segments: &Segments) -> Frame<'s>
    where
        'f: 's,
    {
        let owners = segments.owners();
        let mut bindings = self.repeated(&owners);
        if let Some(place) = bindings.get_mut(usize::from(element.0)) {
            *place = Some(Rc::new(segments.instances.clone()));
        }
        Frame {
            rows: owners.len(),
            fault: vec![false; owners.len()],
            bindings,
            identity: false,
            outer: Some((self, owners)),
            variables: RefCell::default(),
        }
    }

    fn repeated(&self, owners: &[u32]) -> Vec<Option<Rc<Vec<u32>>>> {
        let repeat = |rows: &Rc<Vec<u32>>| {
            Rc::new(owners.iter().map(|&row| rows[row as usize]).collect::<Vec<_>>())
        };
        self.bindings.iter().map(|binding| binding.as_ref().map(repeat)).collect()
    }

    /// The same rows, with variables of their own: they can differ from one stretch of days to
    /// another.
    pub fn anew(&self, context: Context<'_>) -> Frame<'static> {
        Frame {
            rows: self.rows,
            fault: self.fault.clone(),
            bindings: self.bindings.clone(),
            identity: self.identity,
            outer: None,
            variables: RefCell::new(vec![None; context.version.variables.len()]),
        }
    }

    /// Whether a subject is every instance of its objecttype, in order.
    pub fn is_identity(&self, subject: &Subject) -> bool {
        self.identity && subject.kind == SubjectKind::Binding(BindingId(0))
    }

    /// The one instance of a subject in each row, or nobody.
    pub fn single(&self, context: Context<'_>, subject: &Subject) -> Result<Rc<Vec<u32>>, Refused> {
        match &subject.kind {
            SubjectKind::Binding(binding) => {
                let bound = self.bindings.get(usize::from(binding.0)).cloned().flatten();
                bound.ok_or_else(|| context.refuse("een onderwerp zonder instantie"))
            }
            SubjectKind::Role { of, role } if !subject.many => {
                let of = self.single(context, of)?;
                let player = |&of: &u32| match of {
                    NOBODY => NOBODY,
                    of => context.columns.players(*role, of).first().copied().unwrap_or(NOBODY),
                };
                Ok(Rc::new(of.iter().map(player).collect()))
            }
            _ => Err(context.refuse("één instantie uit een selectie")),
        }
    }

    /// All instances of a subject in each row, each once.
    pub fn expand(&self, context: Context<'_>, subject: &Subject) -> Result<Segments, Refused> {
        let mut starts = vec![0];
        let mut instances: Vec<u32> = Vec::new();
        let mut fault = vec![false; self.rows];
        match &subject.kind {
            SubjectKind::Role { of, role } if subject.many => {
                let of = self.expand(context, of)?;
                for row in 0..self.rows {
                    let first = instances.len();
                    let several = of.of(row).len() > 1;
                    for &from in &of.instances[of.of(row)] {
                        for &player in context.columns.players(*role, from) {
                            if !several || !instances[first..].contains(&player) {
                                instances.push(player);
                            }
                        }
                    }
                    starts.push(instances.len() as u32);
                }
                fault = of.fault;
            }
            SubjectKind::Where { of, element, condition } => {
                let of = self.expand(context, of)?;
                let met = self.elements(*element, &of).judge(context, condition)?;
                for (row, fault) in fault.iter_mut().enumerate() {
                    *fault = of.fault[row];
                    for at in of.of(row) {
                        *fault |= met.fault[at];
                        if met.holds[at] {
                            instances.push(of.instances[at]);
                        }
                    }
                    starts.push(instances.len() as u32);
                }
            }
            SubjectKind::All | SubjectKind::Union(_) => {
                return Err(context.refuse("alle instanties of een samenvoeging"));
            }
            _ => {
                for &instance in self.single(context, subject)?.iter() {
                    instances.extend((instance != NOBODY).then_some(instance));
                    starts.push(instances.len() as u32);
                }
            }
        }
        Ok(Segments { starts, instances, fault })
    }

    /// The column of a variable; evaluated once, over the rows of the rule.
    pub fn variable(
        &self,
        context: Context<'_>,
        variable: VariableId,
    ) -> Result<Rc<Column>, Refused> {
        if let Some((outer, owners)) = &self.outer {
            return Ok(Rc::new(outer.variable(context, variable)?.gather(owners)));
        }
        let at = usize::from(variable.0);
        let known = self.variables.borrow().get(at).cloned().flatten();
        if let Some(column) = known {
            return Ok(column);
        }
        let Some(declared) = context.version.variables.get(at) else {
            return Err(context.refuse("een variabele die er niet is"));
        };
        let column = self.evaluate(context, &declared.value)?;
        self.variables.borrow_mut()[at] = Some(column.clone());
        Ok(column)
    }
}

fn has_filter(subject: &Subject) -> bool {
    match &subject.kind {
        SubjectKind::Role { of, .. } => has_filter(of),
        SubjectKind::Where { .. } => true,
        SubjectKind::Union(parts) => parts.iter().any(has_filter),
        SubjectKind::Binding(_) | SubjectKind::All => false,
    }
}

/// Whether it can be unknown who has a kenmerk: only rules bring faults.
fn can_fault(context: Context<'_>, kenmerk: KenmerkId) -> bool {
    context.plan.step(Property::Kenmerk(kenmerk)).is_some()
}

/// Whether a version only concerns the instance in its first binding, so that a row that is not
/// known to be there concerns nobody else.
fn is_about_itself(version: &RuleVersion) -> bool {
    let bound = version.bindings.iter().skip(1).all(|it| it.source == BindingSource::Element);
    let own = SubjectKind::Binding(BindingId(0));
    bound && version.cases.iter().all(|case| case.action.target().kind == own)
}
