//! Dimensies (section 3.6): several values of one attribuut, told apart by labels.
//!
//! An attribuut with dimensies becomes one attribuut for each combination of labels, with the
//! labels in its name: `gemeten verbruik in de nacht`. What reads or derives it knows no more than
//! that; the dimensies are kept for who shows them together.

use serde::{Deserialize, Serialize};

use super::{AttributeId, DimensionId, Model, Name, ObjectTypeId, Span, same_name};

/// A dimensie.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    /// Its name; the plural stands in `over alle dagdelen`.
    pub name: Name,
    /// Its labels, in order.
    pub labels: Vec<String>,
    /// Whether they were numbered, so that `vanaf … t/m …` means something.
    pub ordered: bool,
    /// Where a label stands.
    pub place: LabelPlace,
    /// Where it is declared.
    pub span: Span,
}

/// Where the label of a dimensie stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LabelPlace {
    /// `(voor het attribuut zonder voorzetsel)`: `gemeten verbruik`.
    Before,
    /// `(na het attribuut met voorzetsel in)`: `verbruik in de nacht`.
    After(String),
}

/// An attribuut with dimensies, as it was declared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dimensioned {
    /// Its name, without labels.
    pub name: Name,
    /// The objecttype that has it.
    pub objecttype: ObjectTypeId,
    /// Its dimensies, as declared.
    pub dimensions: Vec<DimensionId>,
    /// One attribuut for each combination of labels: those of the last dimensie follow each other.
    pub attributes: Vec<AttributeId>,
    /// Where it is declared.
    pub span: Span,
}

impl Dimensioned {
    /// The attribuut with these labels, one of each dimensie by its position.
    pub fn attribute(&self, model: &Model, labels: &[usize]) -> Option<AttributeId> {
        let pairs = self.dimensions.iter().zip(labels);
        let at =
            pairs.fold(0, |at, (dimension, label)| at * model[*dimension].labels.len() + label);
        self.attributes.get(at).copied()
    }
}

impl Model {
    /// The attribuut with dimensies of this objecttype with this name (singular, any case, without
    /// labels).
    pub fn dimensioned(&self, objecttype: ObjectTypeId, name: &str) -> Option<&Dimensioned> {
        let named =
            |it: &&Dimensioned| it.objecttype == objecttype && same_name(&it.name.singular, name);
        self.dimensioned.iter().find(named)
    }

    /// The attribuut with dimensies that an attribuut is a part of.
    pub fn dimensioned_with(&self, attribute: AttributeId) -> Option<&Dimensioned> {
        self.dimensioned.iter().find(|it| it.attributes.contains(&attribute))
    }
}
