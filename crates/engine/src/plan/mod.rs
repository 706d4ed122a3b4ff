//! The order of work: which rule versions hold on a day, and in which order their properties are
//! derived. Made once per model and day; an executor only follows it.

mod order;
mod reads;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jiff::civil::Date;
use regelspraak::model::{Action, Model, ParameterId, Property, RuleId, RuleVersion, Validity};

pub use order::{CycleLink, PlanError};

/// The steps that derive every property, each after the properties it reads.
#[derive(Debug, Clone)]
pub struct Plan {
    date: Date,
    period: Validity,
    steps: Vec<Step>,
    positions: HashMap<Property, usize>,
}

/// Everything that derives one property.
#[derive(Debug, Clone)]
pub struct Step {
    /// What it derives.
    pub property: Property,
    /// The rule versions that assign or mark it, in the order of the model.
    pub rules: Vec<StepRule>,
    /// The rule versions that initialise it (section 9.6); they come after the others.
    pub initial: Vec<StepRule>,
    /// The properties it reads, derived or not, each with the first rule that reads it.
    pub reads: BTreeMap<Property, RuleId>,
    /// The parameters it reads itself.
    pub parameters: BTreeSet<ParameterId>,
}

/// A rule version with the cases that derive the property of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRule {
    /// The rule.
    pub rule: RuleId,
    /// The position of the version in the rule.
    pub version: usize,
    /// The positions of the cases in the version.
    pub cases: Vec<usize>,
}

impl StepRule {
    /// The rule version.
    pub fn version<'m>(&self, model: &'m Model) -> &'m RuleVersion {
        &model[self.rule].versions[self.version]
    }
}

/// The properties that any rule of a model reads, on whatever day it holds.
pub fn read_by_rules(model: &Model) -> BTreeSet<Property> {
    let versions = model.rules.iter().flat_map(|rule| &rule.versions);
    versions.flat_map(|version| read_by(version).0).collect()
}

/// The properties and the parameters that a rule version reads.
pub fn read_by(version: &RuleVersion) -> (BTreeSet<Property>, BTreeSet<ParameterId>) {
    let (mut properties, mut parameters) = (BTreeSet::new(), BTreeSet::new());
    for case in &version.cases {
        let (read, used) = reads::of_case(version, case);
        properties.extend(read);
        parameters.extend(used);
    }
    (properties, parameters)
}

/// The properties that any rule of a model gives a value, on whatever day it holds.
pub fn derived_by_rules(model: &Model) -> BTreeSet<Property> {
    let versions = model.rules.iter().flat_map(|rule| &rule.versions);
    versions.flat_map(|version| &version.cases).map(|case| case.action.property()).collect()
}

impl Plan {
    /// Plans the rule versions valid on `date` (section 4.2). Fails when a property depends on
    /// itself (section 9.10): between properties, whatever the instances.
    pub fn new(model: &Model, date: Date) -> Result<Plan, PlanError> {
        let mut steps: Vec<Step> = Vec::new();
        let mut positions: HashMap<Property, usize> = HashMap::new();
        let mut period = Validity { from: None, until: None };
        for (index, rule) in model.rules.iter().enumerate() {
            let id = RuleId(index as u32);
            for (number, version) in rule.versions.iter().enumerate() {
                period = narrow(period, version.validity, date);
                if !version.validity.contains(date) {
                    continue;
                }
                for (case, declared) in version.cases.iter().enumerate() {
                    let property = declared.action.property();
                    let position = *positions.entry(property).or_insert_with(|| {
                        steps.push(Step {
                            property,
                            rules: Vec::new(),
                            initial: Vec::new(),
                            reads: BTreeMap::new(),
                            parameters: BTreeSet::new(),
                        });
                        steps.len() - 1
                    });
                    let step = &mut steps[position];
                    let list = match declared.action {
                        Action::Initialise { .. } => &mut step.initial,
                        _ => &mut step.rules,
                    };
                    match list.last_mut() {
                        Some(last) if last.rule == id => last.cases.push(case),
                        _ => list.push(StepRule { rule: id, version: number, cases: vec![case] }),
                    }
                    let (properties, parameters) = reads::of_case(version, declared);
                    for read in properties {
                        step.reads.entry(read).or_insert(id);
                    }
                    step.parameters.extend(parameters);
                }
            }
        }
        let order = order::sort(model, &steps, &positions)?;
        Ok(Plan::from_steps(date, period, order.into_iter().map(|at| steps[at].clone()).collect()))
    }

    fn from_steps(date: Date, period: Validity, steps: Vec<Step>) -> Plan {
        let positions = steps.iter().enumerate().map(|(at, step)| (step.property, at)).collect();
        Plan { date, period, steps, positions }
    }

    /// The steps needed for these properties and nothing else. A property no rule derives needs
    /// no step.
    pub fn for_outcomes(&self, outcomes: &[Property]) -> Plan {
        let mut needed: HashSet<Property> = outcomes.iter().copied().collect();
        let mut kept: Vec<Step> = Vec::new();
        for step in self.steps.iter().rev() {
            if needed.contains(&step.property) {
                needed.extend(step.reads.keys());
                kept.push(step.clone());
            }
        }
        kept.reverse();
        Plan::from_steps(self.date, self.period, kept)
    }

    /// The steps for every attribuut and kenmerk, without the consistentieregels: those find fault
    /// with values and give none.
    pub fn without_checks(&self) -> Plan {
        let gives = |step: &&Step| !matches!(step.property, Property::Check(_));
        let values: Vec<Property> =
            self.steps.iter().filter(gives).map(|step| step.property).collect();
        self.for_outcomes(&values)
    }

    /// The steps that may come out otherwise when these properties change, and no others. All else
    /// they read must be given as a run of the whole plan left it.
    pub fn after_change(&self, changed: &[Property]) -> Plan {
        let mut moved: HashSet<Property> = changed.iter().copied().collect();
        let mut kept: Vec<Step> = Vec::new();
        for step in &self.steps {
            if step.reads.keys().any(|read| moved.contains(read)) {
                moved.insert(step.property);
                kept.push(step.clone());
            }
        }
        Plan::from_steps(self.date, self.period, kept)
    }

    /// The steps without those that derive these properties: what reads one of them then takes what is
    /// given for it. For questions of the kind “what if this right were not there”.
    pub fn without(&self, properties: &[Property]) -> Plan {
        let keeps = |step: &&Step| !properties.contains(&step.property);
        let kept = self.steps.iter().filter(keeps).cloned().collect();
        Plan::from_steps(self.date, self.period, kept)
    }

    /// The properties that may come out otherwise when these parameters change.
    pub fn touched_by(&self, changed: &BTreeSet<ParameterId>) -> HashSet<Property> {
        let mut touched = HashSet::new();
        for step in &self.steps {
            let reads_change = !step.parameters.is_disjoint(changed);
            if reads_change || step.reads.keys().any(|read| touched.contains(read)) {
                touched.insert(step.property);
            }
        }
        touched
    }

    /// The day it was made for.
    pub fn date(&self) -> Date {
        self.date
    }

    /// The days on which the same rule versions hold; the plan serves each of them.
    pub fn period(&self) -> Validity {
        self.period
    }

    /// The steps, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The step that derives a property, if a rule does.
    pub fn step(&self, property: Property) -> Option<&Step> {
        self.position(property).map(|at| &self.steps[at])
    }

    /// The position of that step.
    pub fn position(&self, property: Property) -> Option<usize> {
        self.positions.get(&property).copied()
    }
}

/// The days of `period` on which a version with this validity holds just as it does on `date`.
fn narrow(period: Validity, version: Validity, date: Date) -> Validity {
    let (from, until) = if version.contains(date) {
        (version.from, version.until)
    } else if version.from.is_some_and(|from| date < from) {
        (None, version.from.and_then(|from| from.yesterday().ok()))
    } else {
        (version.until.and_then(|until| until.tomorrow().ok()), None)
    };
    Validity {
        from: period.from.max(from),
        until: match (period.until, until) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        },
    }
}
