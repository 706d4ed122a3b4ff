//! What is asked about: the outcomes and the remarks that a question may matter to.

use corpus::{Corpus, Outcome, OutcomeKind, Remark};
use engine::columnar::{PartialOutcome, Wish};
use regelspraak::model::Property;

use crate::calculation::Calculator;

/// The outcomes and the remarks that are asked about.
pub(super) struct Wanted<'c> {
    /// Every right, once, and what is left to live on; in the order of the corpus.
    outcomes: Vec<&'c Outcome>,
    /// The remarks that a rule of this day may make; in the order of the corpus.
    remarks: Vec<&'c Remark>,
}

impl<'c> Wanted<'c> {
    /// What is asked about on the day of the calculator.
    pub(super) fn on_day_of(calculator: &Calculator<'c>) -> Self {
        let corpus = calculator.corpus();
        let outcomes = corpus.outcomes.iter().filter(|it| is_asked(it, corpus)).collect();
        // Without a rule on this day a remark never holds.
        let may_hold = |it: &&Remark| calculator.plan().step(mark(it)).is_some();
        Wanted { outcomes, remarks: corpus.remarks.iter().filter(may_hold).collect() }
    }

    /// The wishes of the engine: first the outcomes, then the remarks.
    pub(super) fn wishes(&self) -> Vec<Wish> {
        let amounts = self.outcomes.iter().map(|it| Property::Attribute(it.attribute));
        let marks = self.remarks.iter().map(|it| mark(it));
        amounts.chain(marks).map(|property| Wish { property, decimals: 2 }).collect()
    }

    /// What came of the wishes, which come back in their order: the outcomes, and the remarks that hang on something.
    pub(super) fn split<'p>(
        &self,
        results: &'p [PartialOutcome],
    ) -> (&'p [PartialOutcome], Vec<&'p PartialOutcome>) {
        let (outcomes, remarks) =
            results.split_at(results.partition_point(|it| it.wish < self.outcomes.len()));
        (outcomes, remarks.iter().filter(|it| !it.hangs_on.is_empty()).collect())
    }

    /// Which outcome a result is of; it comes of an outcome.
    pub(super) fn outcome(&self, result: &PartialOutcome) -> &'c Outcome {
        self.outcomes[result.wish]
    }

    /// Which remark a result is of; it comes of a remark.
    pub(super) fn remark(&self, result: &PartialOutcome) -> &'c Remark {
        self.remarks[result.wish - self.outcomes.len()]
    }
}

fn mark(remark: &Remark) -> Property {
    Property::Kenmerk(remark.kenmerk)
}

/// Of a right per year that there is per month or per quarter too, only that one is asked about.
fn is_asked(outcome: &Outcome, corpus: &Corpus) -> bool {
    let told_otherwise = || {
        let Some(name) = outcome.name.strip_suffix("_per_jaar") else { return false };
        let others = ["_per_maand", "_per_kwartaal"].map(|ending| format!("{name}{ending}"));
        corpus.outcomes.iter().any(|other| others.contains(&other.name))
    };
    outcome.kind == OutcomeKind::Right && !told_otherwise()
        || outcome.name == "netto_besteedbaar_inkomen_per_maand"
}
