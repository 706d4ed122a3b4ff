//! The checked, typed model: what a text means, with every name resolved, every type and unit
//! checked and every conversion written out. An executor needs nothing else, and need not check
//! anything again.
//!
//! Everything is an arena indexed by a small id, so that the same model serves an executor that
//! walks objects and one that walks columns.

mod check;
mod dimension;
mod expression;
mod rule;
mod timeline;
mod types;
mod units;
mod value;

use serde::{Deserialize, Serialize};

pub use check::*;
pub use dimension::*;
pub use expression::*;
pub use rule::*;
pub use timeline::*;
pub use types::*;
pub use units::*;
pub use value::*;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident => $field:ident: $item:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in the arena of the model.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl std::ops::Index<$name> for Model {
            type Output = $item;
            fn index(&self, id: $name) -> &$item {
                &self.$field[id.index()]
            }
        }
    )*};
}

ids! {
    /// An objecttype of the model.
    ObjectTypeId => objecttypes: ObjectType;
    /// An attribuut; ids run over all objecttypes.
    AttributeId => attributes: Attribute;
    /// A kenmerk; ids run over all objecttypes.
    KenmerkId => kenmerken: Kenmerk;
    /// A domein with an enumeration.
    DomainId => domains: Domain;
    /// A parameter.
    ParameterId => parameters: Parameter;
    /// A feittype.
    FactTypeId => facttypes: FactType;
    /// A rol; the two roles of a feittype are two ids, a wederkerig feittype has one.
    RoleId => roles: Role;
    /// A regel or beslistabel.
    RuleId => rules: Rule;
    /// A dimensie.
    DimensionId => dimensions: Dimension;
    /// What a version of a consistentieregel says of an objecttype.
    CheckId => checks: Check;
    /// A source file.
    FileId => files: SourceFile;
}

/// A checked model, ready to plan and execute.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Objecttypen, in the order of the text.
    pub objecttypes: Vec<ObjectType>,
    /// All attributen.
    pub attributes: Vec<Attribute>,
    /// All kenmerken.
    pub kenmerken: Vec<Kenmerk>,
    /// Domeinen that are enumerations; other domeinen are resolved to their datatype.
    pub domains: Vec<Domain>,
    /// Parameters.
    pub parameters: Vec<Parameter>,
    /// Feittypen.
    pub facttypes: Vec<FactType>,
    /// Rollen.
    pub roles: Vec<Role>,
    /// Eenheden.
    pub units: Units,
    /// Regels and beslistabellen.
    pub rules: Vec<Rule>,
    /// Dimensies.
    pub dimensions: Vec<Dimension>,
    /// Attributen with dimensies, as declared.
    pub dimensioned: Vec<Dimensioned>,
    /// What the consistentieregels say.
    pub checks: Vec<Check>,
    /// The files the model was read from.
    pub files: Vec<SourceFile>,
}

/// A name with its article and plural, as declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// `de` or `het`, if declared.
    pub article: Option<String>,
    /// The name without article, as written.
    pub singular: String,
    /// The plural after `mv:`, if declared.
    pub plural: Option<String>,
}

/// An objecttype (section 3.1).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ObjectType {
    /// Its name.
    pub name: Name,
    /// Whether `hij` and `zijn` may refer to it (section 3.1.1).
    pub animate: bool,
    /// Its attributen.
    pub attributes: Vec<AttributeId>,
    /// Its kenmerken.
    pub kenmerken: Vec<KenmerkId>,
    /// Where it is declared.
    pub span: Span,
}

/// An attribuut (section 3.2.1).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attribute {
    /// Its name.
    pub name: Name,
    /// The objecttype that has it.
    pub objecttype: ObjectTypeId,
    /// Its datatype.
    pub datatype: Type,
    /// When its value may change; nothing when it does not depend on time.
    pub timeline: Option<Timeline>,
    /// Where it is declared.
    pub span: Span,
}

/// A kenmerk (section 3.5): there or not there, never leeg.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kenmerk {
    /// Its name.
    pub name: Name,
    /// The objecttype that has it.
    pub objecttype: ObjectTypeId,
    /// How sentences speak of it.
    pub form: KenmerkForm,
    /// When it may come and go; nothing when it does not depend on time.
    pub timeline: Option<Timeline>,
    /// Where it is declared.
    pub span: Span,
}

/// The three forms of a kenmerk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum KenmerkForm {
    /// `is een X`.
    Plain,
    /// `kenmerk (bijvoeglijk)`: `is X`.
    Adjective,
    /// `kenmerk (bezittelijk)`: `heeft X`.
    Possessive,
}

/// A domein that lists its values (section 3.4.2).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Domain {
    /// Its name.
    pub name: String,
    /// Its values, in order; [`Value::Enumeration`] holds the position.
    pub values: Vec<String>,
    /// Where it is declared.
    pub span: Span,
}

/// A parameter (section 3.10). Its value comes with the data, by date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parameter {
    /// Its name.
    pub name: Name,
    /// Its datatype.
    pub datatype: Type,
    /// When its value may change; nothing when it does not depend on time.
    pub timeline: Option<Timeline>,
    /// Where it is declared.
    pub span: Span,
}

/// A feittype (section 3.11).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactType {
    /// Its name.
    pub name: String,
    /// Its roles: two, or the same one twice when it is wederkerig.
    pub roles: [RoleId; 2],
    /// Where it is declared.
    pub span: Span,
}

impl FactType {
    /// Whether both sides play the same role.
    pub fn is_reciprocal(&self) -> bool {
        self.roles[0] == self.roles[1]
    }

    /// The role on the other side of `role`.
    pub fn opposite(&self, role: RoleId) -> RoleId {
        if self.roles[0] == role { self.roles[1] } else { self.roles[0] }
    }
}

/// A rol (section 3.11).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Role {
    /// Its name.
    pub name: Name,
    /// The objecttype whose instances play it.
    pub objecttype: ObjectTypeId,
    /// The feittype it belongs to.
    pub facttype: FactTypeId,
    /// Whether several instances can play it for one instance on the other side.
    pub many: bool,
}

/// A file the model was read from, for positions in explanations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// The name it was given, usually a path.
    pub name: String,
}

/// A range of bytes in a source file. Two expressions that differ only in place are equal, so
/// spans always compare equal.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl PartialEq for Span {
    fn eq(&self, _: &Span) -> bool {
        true
    }
}

impl Eq for Span {}

impl Span {
    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl Model {
    /// The objecttype with this name (singular, any case).
    pub fn objecttype(&self, name: &str) -> Option<ObjectTypeId> {
        position(&self.objecttypes, |o| same_name(&o.name.singular, name)).map(ObjectTypeId)
    }

    /// The attribuut of this objecttype with this name (singular, any case).
    pub fn attribute(&self, objecttype: ObjectTypeId, name: &str) -> Option<AttributeId> {
        let all = &self[objecttype].attributes;
        all.iter().copied().find(|&a| same_name(&self[a].name.singular, name))
    }

    /// The kenmerk of this objecttype with this name (singular, any case).
    pub fn kenmerk(&self, objecttype: ObjectTypeId, name: &str) -> Option<KenmerkId> {
        let all = &self[objecttype].kenmerken;
        all.iter().copied().find(|&k| same_name(&self[k].name.singular, name))
    }

    /// The parameter with this name (any case).
    pub fn parameter(&self, name: &str) -> Option<ParameterId> {
        position(&self.parameters, |p| same_name(&p.name.singular, name)).map(ParameterId)
    }

    /// The feittype with this name (any case).
    pub fn facttype(&self, name: &str) -> Option<FactTypeId> {
        position(&self.facttypes, |f| same_name(&f.name, name)).map(FactTypeId)
    }

    /// The rule in whose text a place stands, with the position of the regelversie.
    pub fn rule_at(&self, place: Span) -> Option<(RuleId, usize)> {
        let within = |version: &RuleVersion| {
            let text = version.span;
            text.file == place.file && text.start <= place.start && place.end <= text.end
        };
        self.rules.iter().enumerate().find_map(|(index, rule)| {
            let version = rule.versions.iter().position(within)?;
            Some((RuleId(index as u32), version))
        })
    }
}

fn position<T>(items: &[T], test: impl Fn(&T) -> bool) -> Option<u32> {
    items.iter().position(test).map(|index| index as u32)
}

/// Whether two names are the same to a reader: case does not count.
pub(crate) fn same_name(left: &str, right: &str) -> bool {
    if left.is_ascii() && right.is_ascii() {
        return left.eq_ignore_ascii_case(right);
    }
    let (left, right) = (left.chars(), right.chars());
    left.flat_map(char::to_lowercase).eq(right.flat_map(char::to_lowercase))
}
