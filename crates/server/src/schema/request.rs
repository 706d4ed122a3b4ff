//! What is sent.

use std::borrow::Cow;

use utoipa::openapi::{ObjectBuilder, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// The household file. Its shape is the JSON Schema of [`household::schema_in`], put in its place when the
/// description is made: it says more than can be said here.
pub struct HouseholdFile;

impl HouseholdFile {
    /// Its name in the description.
    pub const NAME: &'static str = "Huishoudbestand";
}

impl PartialSchema for HouseholdFile {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().build().into()
    }
}

impl ToSchema for HouseholdFile {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed(HouseholdFile::NAME)
    }
}
