//! RegelSpraak 2.3, the controlled Dutch of the Dutch tax administration.
//!
//! This crate turns rule text into a checked, typed [`model::Model`], or into diagnostics that
//! say where the text is wrong and how to mend it. It reads no files, knows no law and executes
//! nothing: that is for the rooms above it.

pub mod model;
pub mod number;
