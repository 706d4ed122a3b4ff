//! The household file: what a person or an organisation writes down about one household.
//!
//! [`HouseholdFile::read`] turns YAML or JSON into a checked household, or into every error in
//! it with its place and its remedy. [`HouseholdFile::objects`] turns a household into objects
//! for the rules, and [`schema`] publishes the format. All three follow one table of
//! [`fields`]. What the rules then say about a household is not known here.

pub mod fields;
pub mod file;
pub mod municipality;
pub mod objects;
mod read;
pub mod schema;

pub use fields::{Field, Section};
pub use file::{FieldValue, HouseholdFile, Person, Role, Values};
pub use municipality::Municipality;
pub use objects::{MappingError, Objects};
pub use schema::schema;
