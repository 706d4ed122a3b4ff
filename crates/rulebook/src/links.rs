//! What each rule gives and reads, the same the other way round, and to which outcomes it leads; whatever
//! the day.

use std::collections::{BTreeMap, BTreeSet};

use corpus::Corpus;
use engine::plan;
use regelspraak::model::{ParameterId, Property, RuleId};

/// How the rules of a corpus hang together. Every list of rules is in the order of the text.
#[derive(Debug, Default)]
pub struct Links {
    rules: Vec<RuleLinks>,
    givers: BTreeMap<Property, Vec<RuleId>>,
    readers: BTreeMap<Property, Vec<RuleId>>,
    users: BTreeMap<ParameterId, Vec<RuleId>>,
}

/// What one rule gives and reads, in any of its versions.
#[derive(Debug, Default)]
pub struct RuleLinks {
    /// What it gives.
    pub gives: BTreeSet<Property>,
    /// What it reads.
    pub reads: BTreeSet<Property>,
    /// The parameters it reads.
    pub parameters: BTreeSet<ParameterId>,
    /// The outcomes it leads to, by their position in the corpus.
    pub outcomes: BTreeSet<usize>,
}

impl Links {
    /// The links between the rules of a corpus.
    pub fn of(corpus: &Corpus) -> Links {
        let mut links = Links::default();
        for (index, rule) in corpus.model.rules.iter().enumerate() {
            let id = RuleId(index as u32);
            let mut own = RuleLinks::default();
            for version in &rule.versions {
                own.gives.extend(version.cases.iter().map(|case| case.action.property()));
                let (properties, parameters) = plan::read_by(version);
                own.reads.extend(properties);
                own.parameters.extend(parameters);
            }
            own.gives.iter().for_each(|it| links.givers.entry(*it).or_default().push(id));
            own.reads.iter().for_each(|it| links.readers.entry(*it).or_default().push(id));
            own.parameters.iter().for_each(|it| links.users.entry(*it).or_default().push(id));
            links.rules.push(own);
        }
        for (index, outcome) in corpus.outcomes.iter().enumerate() {
            for rule in links.behind(Property::Attribute(outcome.attribute)) {
                links.rules[rule.index()].outcomes.insert(index);
            }
        }
        links
    }

    /// What a rule gives and reads.
    pub fn rule(&self, rule: RuleId) -> &RuleLinks {
        &self.rules[rule.index()]
    }

    /// The rules that give a property.
    pub fn givers(&self, property: Property) -> &[RuleId] {
        self.givers.get(&property).map_or(&[], Vec::as_slice)
    }

    /// The rules that read a property.
    pub fn readers(&self, property: Property) -> &[RuleId] {
        self.readers.get(&property).map_or(&[], Vec::as_slice)
    }

    /// The rules that read a parameter.
    pub fn users(&self, parameter: ParameterId) -> &[RuleId] {
        self.users.get(&parameter).map_or(&[], Vec::as_slice)
    }

    /// The rules that read what a rule gives, each with what it reads of it.
    pub fn dependents(&self, rule: RuleId) -> BTreeMap<RuleId, Vec<Property>> {
        let mut dependents: BTreeMap<RuleId, Vec<Property>> = BTreeMap::new();
        for &property in &self.rule(rule).gives {
            for &reader in self.readers(property) {
                dependents.entry(reader).or_default().push(property);
            }
        }
        dependents
    }

    /// The rules that a property comes from: those that give it, those that give what they read, and so on.
    pub fn behind(&self, property: Property) -> BTreeSet<RuleId> {
        let (mut rules, mut seen) = (BTreeSet::new(), BTreeSet::from([property]));
        let mut open = vec![property];
        while let Some(property) = open.pop() {
            for &giver in self.givers(property) {
                if rules.insert(giver) {
                    let reads = self.rule(giver).reads.iter().copied();
                    open.extend(reads.filter(|read| seen.insert(*read)));
                }
            }
        }
        rules
    }
}
