//! Generic objects: data for any model as JSON, and the answer in the same shape (`voer-uit`).
//!
//! [`read`] accepts numbers as JSON numbers or as text (`"1/3"`, `"12,50 €"`, `"18 jr"`; a unit is
//! converted to that of the attribuut), dates as `jjjj-mm-dd` or `dd-mm-jjjj`, moments as
//! `jjjj-mm-ddTuu:mm:ss.mmm`, values of an enumeration and text as text, and `null` for leeg. What
//! has a timeline may be one value, or a list of `{"vanaf", "tot", "waarde"}`. An attribuut with
//! dimensies is an object by label, with one for the next dimensie in it.

mod dimensions;
mod error;
mod fields;
mod over_time;
mod read;
mod value;
mod write;

pub use error::{JsonError, JsonProblem};
pub use read::{Request, read};
pub use value::{expected, value_from_json, value_to_json};
pub use write::{write, write_in};
