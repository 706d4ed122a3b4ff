//! How an outcome came about.
//!
//! A run keeps no trace: it stays lean. Evaluation is deterministic, so [`derivation`] evaluates
//! the cases of one property of one instance again, on the values the run ended with, and writes
//! down what they use. Everything in a derivation is one level deep: the derivation of an operand
//! is asked for in the same way.

mod evidence;
mod reads;
mod record;
mod recorder;

use regelspraak::model::{
    AttributeId, CheckId, Comparison, KenmerkId, Model, ParameterId, Property, Quantifier, RoleId,
    RuleId, Span, Value, VariableId,
};

pub(crate) use evidence::{Evidence, evidence};
pub use record::derivation;

use crate::data::InstanceId;
use crate::exact::{Outcome, SharedFault};
use crate::plan::Plan;

/// How one property of one instance came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Derivation {
    /// The property.
    pub property: Property,
    /// Of whom.
    pub instance: InstanceId,
    /// What the run ended with; a kenmerk is a boolean.
    pub result: Result<Value, SharedFault>,
    /// What was given.
    pub given: Value,
    /// Every case that concerns this instance, in the order of the plan, fired or not. Empty for
    /// input. Initialisations are there only when no other case gave a value; for a kenmerk,
    /// nothing after the case that marked it.
    pub attempts: Vec<Attempt>,
}

impl Derivation {
    /// The case that gave the result; nothing for input, for what no case fired for, and for a
    /// fault other than a conflict (then the first of those in conflict).
    pub fn fired(&self) -> Option<&Attempt> {
        let fired = |attempt: &&Attempt| attempt.verdict == Verdict::Fired;
        let last = self.attempts.iter().rfind(fired)?;
        if last.initialises { Some(last) } else { self.attempts.iter().find(fired) }
    }

    /// Whether the result is what was given: something was given, and no case fired.
    pub fn is_input(&self) -> bool {
        let given = match self.given {
            Value::Empty => false,
            Value::Boolean(holds) => holds || matches!(self.property, Property::Attribute(_)),
            _ => true,
        };
        given && self.fired().is_none() && self.result.as_ref() == Ok(&self.given)
    }
}

/// A case that was tried for an instance.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// The rule.
    pub rule: RuleId,
    /// The position of the version in the rule.
    pub version: usize,
    /// The position of the case in the version.
    pub case: usize,
    /// Whether it is an initialisation (section 9.6).
    pub initialises: bool,
    /// Who stood in the bindings.
    pub bindings: Vec<Option<InstanceId>>,
    /// What came of it.
    pub verdict: Verdict,
    /// Its condition; nothing when it has none, or was not reached.
    pub condition: Option<Judged>,
    /// Of a consistentieregel, what must be so; it fires when that is not.
    pub criterion: Option<Judged>,
    /// The value it gave; nothing for a kenmerk and when it did not fire.
    pub value: Option<Result<Value, SharedFault>>,
    /// What the value was made of.
    pub used: Used,
    /// The variables that were evaluated, in the order in which they were needed.
    pub variables: Vec<VariableUse>,
}

/// What came of a case.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It fired.
    Fired,
    /// Its condition did not hold.
    NotFired,
    /// Its condition or its value could not be determined.
    Faulted(SharedFault),
}

/// A variable that was evaluated.
#[derive(Debug, Clone, PartialEq)]
pub struct VariableUse {
    /// The variable, by its position in the version.
    pub variable: VariableId,
    /// Its value.
    pub value: Result<Value, SharedFault>,
    /// What the value was made of.
    pub used: Used,
}

/// What a value or an elementary condition was made of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Used {
    /// The operands read, in order.
    pub operands: Vec<Operand>,
    /// The instances that were selected from, with why each was taken or not (section 5.6).
    pub filters: Vec<Filter>,
}

/// A value that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Operand {
    /// Where it is written.
    pub span: Span,
    /// Where its value comes from.
    pub source: Source,
    /// Its value, in the unit of the expression there.
    pub value: Result<Value, SharedFault>,
}

/// Where the value of an operand comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Source {
    /// An attribuut; of nobody when the role is not played, and then leeg.
    Attribute {
        /// Which.
        attribute: AttributeId,
        /// Whose.
        instance: Option<InstanceId>,
    },
    /// A parameter.
    Parameter(ParameterId),
    /// A variable of the rule; how it came about stands in [`Attempt::variables`].
    Variable(VariableId),
    /// A value as written.
    Literal,
    /// Rekendatum or Rekenjaar.
    CalculationDate,
    /// A number of instances.
    Count,
    /// A total, a count of days or a share over time.
    OverTime,
}

/// An instance that was selected, or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    /// Who.
    pub instance: InstanceId,
    /// Why, or why not.
    pub condition: Judged,
}

/// A condition with how it was judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// Where it is written.
    pub span: Span,
    /// How it was judged.
    pub outcome: Judgement,
    /// What it looked at.
    pub detail: Detail,
    /// The operands it read itself; those of its parts stand with the parts.
    pub used: Used,
}

/// How a condition was judged.
#[derive(Debug, Clone, PartialEq)]
pub enum Judgement {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// It was not judged: what came before it was decisive.
    NotJudged,
    /// It could not be judged.
    Faulted(SharedFault),
}

/// What a condition looked at.
#[derive(Debug, Clone, PartialEq)]
pub enum Detail {
    /// Values compared.
    Comparison {
        /// Which comparison.
        comparison: Comparison,
        /// Each pair that was compared, in the unit of the condition: enough to say how far off it
        /// was.
        pairs: Vec<(Value, Value)>,
    },
    /// Whether a value is leeg, or passes the elfproef or the getalcontrole; whether the day lies in
    /// a period; whether something holds throughout one.
    Check,
    /// Whether an instance has a kenmerk.
    Kenmerk {
        /// Which.
        kenmerk: KenmerkId,
        /// Who; nobody when the role is not played.
        instance: Option<InstanceId>,
        /// Whether the condition holds without it.
        negated: bool,
    },
    /// Whether a role is played.
    Role {
        /// Which.
        role: RoleId,
        /// By or for whom.
        instance: Option<InstanceId>,
        /// Whether the condition holds without it.
        negated: bool,
    },
    /// Whether a consistentieregel finds an instance inconsistent.
    Inconsistent {
        /// What it says.
        check: CheckId,
        /// Of whom.
        instance: Option<InstanceId>,
    },
    /// A list of conditions.
    Compound {
        /// How many must hold.
        quantifier: Quantifier,
        /// All of them, those not judged too.
        parts: Vec<Judged>,
    },
    /// A condition on several instances.
    Each {
        /// How many must meet it.
        quantifier: Quantifier,
        /// Those who were looked at, in order.
        elements: Vec<(InstanceId, Judged)>,
    },
}

impl Outcome {
    /// The derivations of every property the plan derives, for every instance, in the order of the
    /// plan.
    pub fn full_trace(&self, model: &Model, plan: &Plan) -> Vec<Derivation> {
        let steps = plan.steps().iter();
        let places = steps.flat_map(|step| {
            let instances = self.data().instances(model.property_owner(step.property));
            instances.map(|instance| (step.property, instance))
        });
        places.map(|(property, at)| derivation(model, plan, self, property, at)).collect()
    }
}
