//! One household: from what somebody writes down about it to what the rules say, and why.
//!
//! [`HouseholdFile::read`] turns YAML or JSON into a checked household, or into every error in
//! it with its place and its remedy; [`HouseholdFile::objects`] turns it into objects for the
//! rules, and [`schema()`] publishes the format. All three follow one table of [`fields`].
//!
//! A [`Calculator`] is a corpus made ready for a day. It works out a household into a
//! [`Calculation`], which gives the [`Answers`] of the contract and an [`Explanation`] of each of
//! them. [`examples`] holds the rules against worked examples. An [`Arrear`] needs no household: it
//! gives what a debt becomes, step by step.
//!
//! What a resident asks beside that, each with its answer as a value, in words and as JSON:
//! [`Calculation::work_pays`] (does work pay), [`Calculation::certainty`] (how sure is this),
//! [`Calculation::stacking`] (what does it depend on), [`Milestones`] (what is coming),
//! [`Calculator::questions`] (what still matters), [`Calculation::applying`] (how to apply), and in an [`Explanation`] what would give a right.
//! Doors call these and nothing deeper. A door that passes on JSON, such as the server or a browser, asks a
//! [`Desk`].
//!
//! This crate reads no files and prints nothing, so that a browser can carry it.

pub mod applying;
pub mod arrear;
pub mod calculation;
pub mod certainty;
pub mod change;
pub mod desk;
pub mod earner;
pub mod examples;
pub mod explanation;
pub mod fields;
pub mod file;
pub mod milestones;
pub mod municipality;
pub mod objects;
pub mod parts;
pub mod patience;
pub mod policy;
pub mod questions;
mod read;
pub mod schema;
pub mod stacking;
pub mod sweep;
pub mod typed;
mod unknown;
pub mod wording;
pub mod work_pays;

pub use applying::{Applying, RightAmount, RightToApply};
pub use arrear::{Arrear, ArrearError, DebtKind, Ladder, Step};
pub use calculation::{Answer, Answers, Calculation, CalculationError, Calculator, Calculators};
pub use certainty::{Certainty, CertaintyError, CertaintyQuestion, Raise};
pub use change::{Change, Fact, Limit};
pub use desk::{About, Desk, Inquiry, Mistake};
pub use explanation::{ConditionLine, ExplainError, Explanation, Extent, Folded, RuleReference};
pub use fields::{Field, Section};
pub use file::{FieldValue, HouseholdFile, Person, Role, UnknownPerson, Values};
pub use milestones::{Milestone, MilestoneError, Milestones};
pub use municipality::Municipality;
pub use objects::{MappingError, Objects};
pub use patience::Patience;
pub use questions::{Asked, Question, Questions, QuestionsError};
pub use schema::{schema, schema_in};
pub use stacking::{Stacking, StackingError};
pub use work_pays::{WorkError, WorkPays, WorkQuestion};
