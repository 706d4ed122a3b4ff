//! The conditions of a rule, with how they were judged and how far off they were.

use engine::trace::{Attempt, Detail, Judged, Judgement};
use regelspraak::model::{Property, Quantifier, RuleVersion};

use super::{ConditionLine, Explainer, Explanation};
use crate::change::Change;

impl Explainer<'_> {
    /// Adds a condition and its parts as lines.
    pub(super) fn conditions(
        &self,
        version: &RuleVersion,
        judged: &Judged,
        out: &mut Vec<ConditionLine>,
    ) {
        let top = !matches!(judged.detail, Detail::Compound { .. });
        self.condition_lines(version, judged, 0, top, out);
    }

    fn condition_lines(
        &self,
        version: &RuleVersion,
        judged: &Judged,
        level: usize,
        top: bool,
        out: &mut Vec<ConditionLine>,
    ) {
        let voldaan = match judged.outcome {
            Judgement::True => Some(true),
            Judgement::False => Some(false),
            Judgement::NotJudged | Judgement::Faulted(_) => None,
        };
        match &judged.detail {
            Detail::Compound { quantifier, parts } => {
                let all = *quantifier == Quantifier::All;
                let level = if all {
                    level
                } else {
                    let tekst = intro(*quantifier);
                    out.push(ConditionLine { tekst, voldaan, niveau: level, zou_veranderen: None });
                    level + 1
                };
                for part in parts {
                    self.condition_lines(version, part, level, false, out);
                }
            }
            _ => {
                let words = self.filled(version, judged.span, &judged.used.operands);
                // A single condition has its verb at the end, so it reads as a subordinate clause.
                let tekst = match (top, voldaan) {
                    (true, Some(true)) => format!("omdat {words}"),
                    (true, _) => format!("alleen als {words}"),
                    (false, _) => words,
                };
                let zou_veranderen = match (&judged.detail, voldaan) {
                    (Detail::Comparison { comparison, pairs }, Some(false)) => {
                        let given = judged.used.operands.first();
                        pairs.first().and_then(|pair| {
                            let name = given.map_or(String::new(), |operand| {
                                self.filled(version, operand.span, &[])
                            });
                            Change::of_comparison(name, *comparison, pair)
                        })
                    }
                    _ => None,
                };
                out.push(ConditionLine { tekst, voldaan, niveau: level, zou_veranderen });
            }
        }
    }

    /// Adds the values and kenmerken a condition looked at.
    pub(super) fn add_condition(
        &mut self,
        explanation: &mut Explanation,
        attempt: &Attempt,
        judged: &Judged,
    ) {
        if judged.outcome == Judgement::NotJudged {
            return;
        }
        self.add_used(explanation, attempt, &judged.used);
        match &judged.detail {
            Detail::Kenmerk { kenmerk, instance: Some(instance), .. } => {
                self.add(explanation, Property::Kenmerk(*kenmerk), *instance);
            }
            Detail::Compound { parts, .. } => {
                for part in parts {
                    self.add_condition(explanation, attempt, part);
                }
            }
            Detail::Each { elements, .. } => {
                for (_, element) in elements {
                    self.add_condition(explanation, attempt, element);
                }
            }
            _ => {}
        }
    }
}

fn intro(quantifier: Quantifier) -> String {
    match quantifier {
        Quantifier::All => "alles hieronder".to_string(),
        Quantifier::None => "niets van wat hieronder staat".to_string(),
        Quantifier::AtLeast(1) => "ten minste één hiervan".to_string(),
        Quantifier::AtLeast(n) => format!("ten minste {n} hiervan"),
        Quantifier::AtMost(n) => format!("ten hoogste {n} hiervan"),
        Quantifier::Exactly(n) => format!("precies {n} hiervan"),
    }
}
