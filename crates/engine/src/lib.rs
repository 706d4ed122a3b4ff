//! A checked RegelSpraak model and data to answers.
//!
//! [`plan::Plan`] sorts the rules that hold on a day; [`exact::run`] follows it with exact numbers
//! over [`data::Data`]; [`columnar`] follows it over columns, for many households at once and to the
//! same cent. [`inconsistency`] says what the consistentieregels found; [`trace`] says afterwards how
//! an answer came about; [`json`] reads and writes generic objects. What users read is said in Dutch and English ([`language`]).
//!
//! This crate knows no law and reads no files: that is for the rooms above it.

pub mod columnar;
pub mod data;
mod describe;
pub mod exact;
pub mod inconsistency;
pub mod json;
pub mod language;
pub mod over_time;
pub mod parameters;
pub mod plan;
pub mod trace;
