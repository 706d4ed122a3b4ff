//! The conditions of a rule, with how they were judged and how far off they were.

use engine::data::InstanceId;
use engine::trace::{Attempt, Detail, Judged, Judgement};
use regelspraak::model::{Property, RuleVersion};

use super::reasons::LineKey;
use super::{ConditionLine, Explainer, Explanation, texts};

impl Explainer<'_> {
    /// Adds a condition and its parts as lines.
    pub(super) fn conditions(
        &self,
        version: &RuleVersion,
        judged: &Judged,
        instance: InstanceId,
        out: &mut Vec<ConditionLine>,
    ) {
        let top = !matches!(judged.detail, Detail::Compound { .. });
        let place = Place { instance, niveau: 0, top, nested: false };
        self.condition_lines(version, judged, place, out);
    }

    fn condition_lines(
        &self,
        version: &RuleVersion,
        judged: &Judged,
        place: Place,
        out: &mut Vec<ConditionLine>,
    ) {
        let voldaan = match judged.outcome {
            Judgement::True => Some(true),
            Judgement::False => Some(false),
            Judgement::NotJudged | Judgement::Faulted(_) => None,
        };
        let niveau = place.niveau;
        let key: LineKey = (judged.span.file.0, judged.span.start, place.instance);
        let line = |tekst| ConditionLine { tekst, voldaan, niveau, zou_veranderen: None, key };
        let Detail::Compound { quantifier, parts } = &judged.detail else {
            let words = self.condition_words(version, judged.span, &judged.used.operands);
            // A single condition has its verb at the end, so it reads as a subordinate clause.
            let tekst = match place.top {
                true => texts::only_condition(self.language(), &words, voldaan == Some(true)),
                false => words,
            };
            return out.push(line(tekst));
        };
        // The outermost list is introduced by the sentence itself.
        let introduced = place.niveau == 0 && !place.nested;
        if !introduced {
            out.push(line(texts::list_of(self.language(), *quantifier)));
        }
        let niveau = if introduced { 0 } else { niveau + 1 };
        for part in parts {
            self.condition_lines(
                version,
                part,
                Place { niveau, top: false, nested: true, ..place },
                out,
            );
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
            Detail::Inconsistent { check, instance: Some(instance) } => {
                self.add(explanation, Property::Check(*check), *instance);
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

/// Where a condition stands among the lines.
#[derive(Clone, Copy)]
struct Place {
    instance: InstanceId,
    niveau: usize,
    /// Whether it is the whole condition of the rule.
    top: bool,
    /// Whether it stands in a list.
    nested: bool,
}
