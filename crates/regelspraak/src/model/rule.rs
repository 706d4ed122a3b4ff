//! Rules: what is derived, for whom, when.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    AttributeId, CheckId, Condition, Criterion, Expr, KenmerkId, Name, ObjectTypeId, RoleId, Span,
    Subject, Type,
};

/// A regel or beslistabel (section 4.1, chapter 12).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Its unique name.
    pub name: String,
    /// The law articles from its `/// bron:` lines, in order.
    pub sources: Vec<String>,
    /// The other lines of its doc comment.
    pub notes: Vec<String>,
    /// Whether it is a beslistabel.
    pub is_table: bool,
    /// Its versions; their periods do not overlap.
    pub versions: Vec<RuleVersion>,
    /// Where its name stands.
    pub span: Span,
    /// The line of its name, counted from 1.
    pub line: u32,
}

/// A regelversie (section 4.2).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RuleVersion {
    /// When it holds.
    pub validity: Validity,
    /// The instances it speaks of; the first is the universal subject, later ones come from
    /// earlier ones. Elements of a [`super::SubjectKind::Where`] or
    /// [`super::ConditionKind::Each`] are bindings too.
    pub bindings: Vec<Binding>,
    /// The variables of `Daarbij geldt:`; each may use earlier ones.
    pub variables: Vec<Variable>,
    /// What it derives: one case for a regel, one for each conclusion of each row for a
    /// beslistabel. A case without condition always fires.
    pub cases: Vec<Case>,
    /// The text of the version, without the line `geldig …`.
    pub text: String,
    /// Where that text stands; spans of the version minus its start are places in `text`.
    pub span: Span,
}

/// The period in which a regelversie holds; both ends included, open when absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

impl Validity {
    /// Whether `date` lies in the period.
    pub fn contains(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until)
    }

    /// Whether the periods share a day.
    pub fn overlaps(&self, other: &Validity) -> bool {
        let before = |end: Option<Date>, start: Option<Date>| match (end, start) {
            (Some(end), Some(start)) => end < start,
            _ => false,
        };
        !before(self.until, other.from) && !before(other.until, self.from)
    }
}

/// A place for an instance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Binding {
    /// The objecttype of the instance.
    pub objecttype: ObjectTypeId,
    /// Where the instances come from.
    pub source: BindingSource,
}

/// Where the instances of a binding come from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum BindingSource {
    /// Every instance of the objecttype.
    Every,
    /// Every instance that plays a role.
    EveryWithRole(RoleId),
    /// Every instance that has a kenmerk.
    EveryWithKenmerk(KenmerkId),
    /// Each instance of a subject in terms of earlier bindings; the rule runs once for each.
    Each(Subject),
    /// Set while a condition on elements is judged; the rule does not run over it.
    Element,
}

/// A variable of `Daarbij geldt:` (chapter 11).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Variable {
    /// Its name.
    pub name: Name,
    /// Its value.
    pub value: Expr,
}

/// A conclusion and when it holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// The number of the row, for a beslistabel.
    pub row: Option<u32>,
    /// When it fires; always, when absent.
    pub condition: Option<Condition>,
    /// What it derives.
    pub action: Action,
    /// Where it is written.
    pub span: Span,
}

/// What a case derives (chapter 9). The target is a single instance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Action {
    /// `moet berekend worden als`, `moet gesteld worden op`.
    Assign {
        /// Of whom.
        target: Subject,
        /// Which attribuut.
        attribute: AttributeId,
        /// Its value, of the attribute's type and unit.
        value: Expr,
    },
    /// `moet geïnitialiseerd worden op`: only when no other rule gave a value.
    Initialise {
        /// Of whom.
        target: Subject,
        /// Which attribuut.
        attribute: AttributeId,
        /// Its value, of the attribute's type and unit.
        value: Expr,
    },
    /// `is X`, `heeft X`, `is een X`.
    Mark {
        /// Who.
        target: Subject,
        /// Which kenmerk.
        kenmerk: KenmerkId,
    },
    /// `moet groter zijn dan …` and so on: who does not meet the criterion is inconsistent
    /// (section 9.5).
    Check {
        /// Who; of a uniciteitsregel those of one of its series, and then there are several.
        target: Subject,
        /// What is said of them.
        check: CheckId,
        /// What must be so.
        criterion: Criterion,
    },
}

impl Action {
    /// Whose property is derived.
    pub fn target(&self) -> &Subject {
        match self {
            Action::Assign { target, .. }
            | Action::Initialise { target, .. }
            | Action::Mark { target, .. }
            | Action::Check { target, .. } => target,
        }
    }

    /// Which property is derived.
    pub fn property(&self) -> Property {
        match self {
            Action::Assign { attribute, .. } | Action::Initialise { attribute, .. } => {
                Property::Attribute(*attribute)
            }
            Action::Mark { kenmerk, .. } => Property::Kenmerk(*kenmerk),
            Action::Check { check, .. } => Property::Check(*check),
        }
    }
}

/// What a rule derives of an instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Property {
    /// An attribuut.
    Attribute(AttributeId),
    /// A kenmerk.
    Kenmerk(KenmerkId),
    /// Whether it is inconsistent, by a consistentieregel.
    Check(CheckId),
}

impl super::Model {
    /// The name of a property.
    pub fn property_name(&self, property: Property) -> &Name {
        match property {
            Property::Attribute(id) => &self[id].name,
            Property::Kenmerk(id) => &self[id].name,
            Property::Check(id) => &self[id].name,
        }
    }

    /// The objecttype that has a property.
    pub fn property_owner(&self, property: Property) -> ObjectTypeId {
        match property {
            Property::Attribute(id) => self[id].objecttype,
            Property::Kenmerk(id) => self[id].objecttype,
            Property::Check(id) => self[id].objecttype,
        }
    }

    /// When a property may change; nothing when it does not depend on time.
    pub fn property_timeline(&self, property: Property) -> Option<super::Timeline> {
        match property {
            Property::Attribute(id) => self[id].timeline,
            Property::Kenmerk(id) => self[id].timeline,
            Property::Check(id) => self[id].timeline,
        }
    }

    /// The datatype of a property; a kenmerk and a check are booleans.
    pub fn property_type(&self, property: Property) -> Type {
        match property {
            Property::Attribute(id) => self[id].datatype.clone(),
            Property::Kenmerk(_) | Property::Check(_) => Type::Boolean,
        }
    }
}
