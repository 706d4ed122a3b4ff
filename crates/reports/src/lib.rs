//! What the rules say, as a chart or a report on paper.
//!
//! Charts are SVG: [`work_pays_svg`] draws the net income of a household against a wage. A
//! chart says in words what it shows (`title` and `desc`), for who cannot see it, and its colours can be told apart by
//! who is colour-blind (the set of Okabe and Ito).
//!
//! This crate works nothing out: it draws what `household` found.

mod work_pays;

pub use work_pays::{ChartError, work_pays_svg};
