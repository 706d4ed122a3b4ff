//! What consistentieregels found (section 9.5): who is inconsistent, and why.

use regelspraak::model::{
    CheckId, KenmerkForm, Model, NumberType, Property, Quantifier, RuleId, RuleVersion, Sign, Span,
    Type, Unit, Value,
};

use crate::data::InstanceId;
use crate::describe;
use crate::exact::{Outcome, SharedFault};
use crate::language::{Bilingual, Text};
use crate::over_time::Window;
use crate::text;
use crate::trace::{self, Detail, Judged, Judgement, Operand, Source};

/// An instance that does not meet what a consistentieregel asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Inconsistency {
    /// What is said of it.
    pub check: CheckId,
    /// The rule that says so.
    pub rule: RuleId,
    /// The position of the version in the rule.
    pub version: usize,
    /// Who.
    pub instance: InstanceId,
    /// On which days; always, when the rule does not depend on time.
    pub window: Window,
    /// The values that do not meet it, on the first of those days.
    pub reason: Text,
}

/// An instance for which a consistentieregel could not be judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Undetermined {
    /// What would be said of it.
    pub check: CheckId,
    /// Who.
    pub instance: InstanceId,
    /// Why not.
    pub fault: SharedFault,
}

impl Inconsistency {
    /// What the notes of the rule say to who gave the data: those that start with `engels:` are the
    /// English of the others. Nothing when the rule has no notes.
    pub fn message(&self, model: &Model) -> Option<Text> {
        let notes = model[self.rule].notes.iter().map(|note| match note.strip_prefix("engels:") {
            Some(english) => Err(english.trim()),
            None => Ok(note.as_str()),
        });
        let notes: Vec<Result<&str, &str>> = notes.collect();
        let dutch: Vec<&str> = notes.iter().filter_map(|note| note.ok()).collect();
        let english: Vec<&str> = notes.iter().filter_map(|note| note.err()).collect();
        let english = if english.is_empty() { &dutch } else { &english };
        (!dutch.is_empty()).then(|| Text::new(dutch.join(" "), english.join(" ")))
    }
}

impl Undetermined {
    /// That the check could not be made, and why.
    pub fn text(&self, model: &Model, outcome: &Outcome) -> Text {
        let (rule, id) = (&model[self.check].name.singular, outcome.data().id(self.instance));
        let owner = &model[self.instance.objecttype].name.singular;
        let (fault, english) = (&self.fault, self.fault.english());
        text!(
            "de controle \"{rule}\" van {owner} {id}: {fault}",
            "the check \"{rule}\" of {owner} {id}: {english}"
        )
    }
}

/// What the consistentieregels of a run found, by rule and then by instance.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Findings {
    /// Who is inconsistent.
    pub inconsistent: Vec<Inconsistency>,
    /// Of whom that is not known.
    pub undetermined: Vec<Undetermined>,
}

impl Outcome {
    /// What the consistentieregels found. `model` must be that of the run.
    pub fn findings(&self, model: &Model) -> Findings {
        let mut findings = Findings::default();
        for at in 0..model.checks.len() {
            let check = CheckId(at as u32);
            for instance in self.data().instances(model[check].objecttype) {
                for (window, verdict) in self.over_time(Property::Check(check), instance).windows()
                {
                    match verdict {
                        Ok(Value::Boolean(true)) => {
                            let found = self.why(model, check, instance, window);
                            findings.inconsistent.extend(found);
                        }
                        Ok(_) => {}
                        Err(fault) => {
                            let fault = fault.clone();
                            findings.undetermined.push(Undetermined { check, instance, fault });
                        }
                    }
                }
            }
        }
        findings
    }

    fn why(
        &self,
        model: &Model,
        check: CheckId,
        instance: InstanceId,
        window: Window,
    ) -> Option<Inconsistency> {
        let day = if window == Window::ALWAYS { self.date() } else { window.from };
        let (place, evidence) = trace::evidence(model, self, check, instance, day)?;
        let (rule, version) = (place.rule, place.version);
        let words = Words { model, outcome: self, version: &model[rule].versions[version] };
        let reason = match &evidence {
            trace::Evidence::Criterion(judged) => words.reason(judged),
            trace::Evidence::Doubles { key, others } => words.doubles(place.series, key, others),
        };
        Some(Inconsistency { check, rule, version, instance, window, reason })
    }
}

/// Says values in words.
struct Words<'m> {
    model: &'m Model,
    outcome: &'m Outcome,
    version: &'m RuleVersion,
}

impl Words<'_> {
    /// The values of what was judged otherwise than it must be.
    fn reason(&self, judged: &Judged) -> Text {
        let mut said = Vec::new();
        self.failing(judged, true, &mut said);
        if !said.is_empty() {
            return enumerate(&said);
        }
        let written = self.written(judged.span);
        text!("niet voldaan aan: {written}", "not met: {written}")
    }

    fn failing(&self, judged: &Judged, wanted: bool, said: &mut Vec<Text>) {
        let holds = match judged.outcome {
            Judgement::True => true,
            Judgement::False => false,
            Judgement::NotJudged | Judgement::Faulted(_) => return,
        };
        if holds == wanted {
            return;
        }
        match &judged.detail {
            Detail::Compound { quantifier, parts } => {
                parts.iter().for_each(|part| self.part(part, *quantifier, wanted, said));
            }
            Detail::Each { quantifier, elements } => {
                elements.iter().for_each(|(_, part)| self.part(part, *quantifier, wanted, said));
            }
            Detail::Kenmerk { kenmerk, instance, negated } => {
                let declared = &self.model[*kenmerk];
                let has = holds != *negated;
                let (who, name) = (self.who(*instance), &declared.name.singular);
                add(
                    said,
                    match (declared.form, has) {
                        (KenmerkForm::Possessive, true) => {
                            text!("{who} heeft {name}", "{who} has ‘{name}’")
                        }
                        (KenmerkForm::Possessive, false) => {
                            text!("{who} heeft geen {name}", "{who} has no ‘{name}’")
                        }
                        (KenmerkForm::Adjective, true) => {
                            text!("{who} is {name}", "{who} is ‘{name}’")
                        }
                        (KenmerkForm::Adjective, false) => {
                            text!("{who} is niet {name}", "{who} is not ‘{name}’")
                        }
                        (KenmerkForm::Plain, true) => {
                            text!("{who} is een {name}", "{who} is a ‘{name}’")
                        }
                        (KenmerkForm::Plain, false) => {
                            text!("{who} is geen {name}", "{who} is no ‘{name}’")
                        }
                    },
                );
            }
            Detail::Role { role, instance, negated } => {
                let (who, name) = (self.who(*instance), &self.model[*role].name.singular);
                add(
                    said,
                    match holds != *negated {
                        true => text!("bij {who} is er een {name}", "{who}: there is a ‘{name}’"),
                        false => {
                            text!("bij {who} is er geen {name}", "{who}: there is no ‘{name}’")
                        }
                    },
                );
            }
            Detail::Inconsistent { check, instance } => {
                let (who, name) = (self.who(*instance), &self.model[*check].name.singular);
                add(
                    said,
                    match holds {
                        false => text!("{who} voldoet aan ‘{name}’", "{who} meets ‘{name}’"),
                        true => {
                            text!("{who} voldoet niet aan ‘{name}’", "{who} does not meet ‘{name}’")
                        }
                    },
                );
            }
            Detail::Comparison { .. } | Detail::Check => {}
        }
        judged.used.operands.iter().for_each(|operand| {
            if let Some(text) = self.operand(operand) {
                add(said, text);
            }
        });
    }

    /// A part of a list: under `geen van de` what holds is what should not.
    fn part(&self, part: &Judged, quantifier: Quantifier, wanted: bool, said: &mut Vec<Text>) {
        match quantifier {
            Quantifier::All | Quantifier::AtLeast(_) => self.failing(part, wanted, said),
            Quantifier::None | Quantifier::AtMost(_) => self.failing(part, !wanted, said),
            Quantifier::Exactly(_) => {
                self.failing(part, true, said);
                self.failing(part, false, said);
            }
        }
    }

    fn operand(&self, operand: &Operand) -> Option<Text> {
        let model = self.model;
        let (name, datatype): (Text, Type) = match operand.source {
            Source::Attribute { attribute, instance } => {
                let declared = &model[attribute];
                let (name, who) = (&declared.name.singular, self.who(instance));
                let name = match instance {
                    Some(_) => text!("{name} van {who}", "{name} of {who}"),
                    None => Text::same(name.clone()),
                };
                (name, declared.datatype.clone())
            }
            Source::Parameter(parameter) => {
                let declared = &model[parameter];
                (Text::same(declared.name.singular.clone()), declared.datatype.clone())
            }
            Source::Variable(variable) => {
                let declared = self.version.variables.get(usize::from(variable.0))?;
                (Text::same(declared.name.singular.clone()), declared.value.datatype.clone())
            }
            // These have no name but the words of the rule.
            Source::Count | Source::OverTime => {
                let kind = NumberType { sign: Sign::Any, decimals: None, unit: Unit::NONE };
                (Text::same(self.written(operand.span)), Type::Number(kind))
            }
            Source::Literal | Source::CalculationDate => return None,
        };
        let value = describe::with_unit(model, &datatype, operand.value.as_ref().ok()?);
        Some(Text::of(|language| format!("{} is {}", name.get(language), value.get(language))))
    }

    /// The values shared, and with whom.
    fn doubles(
        &self,
        series: &[regelspraak::model::Series],
        key: &[Value],
        others: &[InstanceId],
    ) -> Text {
        let kinds = series.first().map(|series| series.key.as_slice()).unwrap_or_default();
        let shown = kinds.iter().zip(key);
        let shown =
            shown.map(|(expr, value)| describe::with_unit(self.model, &expr.datatype, value));
        let values = enumerate(&shown.collect::<Vec<Text>>());
        let others = others.iter().map(|other| self.outcome.data().id(*other));
        let others = others.collect::<Vec<_>>().join(", ");
        let english = values.english();
        text!("{values} komt ook voor bij {others}", "{english} is also that of {others}")
    }

    /// The words of the rule at a place, on one line.
    fn written(&self, span: Span) -> String {
        let start = self.version.span.start;
        let place =
            span.start.saturating_sub(start) as usize..span.end.saturating_sub(start) as usize;
        let words = self.version.text.get(place).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn who(&self, instance: Option<InstanceId>) -> String {
        instance.map(|instance| self.outcome.data().id(instance).to_string()).unwrap_or_default()
    }
}

fn add(said: &mut Vec<Text>, text: Text) {
    if !said.contains(&text) {
        said.push(text);
    }
}

fn enumerate(said: &[Text]) -> Text {
    Text::of(|language| said.iter().map(|text| text.get(language)).collect::<Vec<_>>().join(", "))
}
