//! What the API takes and gives, for its description: the shapes that others build upon. The answers themselves
//! are made by the [`household::Desk`]; a test holds every answer against these shapes.
//!
//! The comments on fields are in Dutch: whoever reads the description of the API sees them.

pub mod account;
pub mod answers;
pub mod applying;
pub mod certainty;
pub mod explanation;
pub mod lists;
pub mod local;
pub mod milestones;
pub mod options;
pub mod packages;
pub mod parameters;
pub mod problem;
pub mod questions;
pub mod request;
pub mod rulebook;
pub mod search;
pub mod stacking;
pub mod work;

pub use answers::Outcomes;
pub use applying::Applying;
pub use certainty::Certainty;
pub use explanation::Explanation;
pub use lists::{MunicipalityList, MunicipalityPage, OutcomeList, OutcomePage};
pub use milestones::Milestones;
pub use problem::{NotFound, NotRead, NotWorkedOut, Refused};
pub use questions::Questions;
pub use request::HouseholdFile;
pub use stacking::Stacking;
pub use work::{BreakRule, WorkPays};
