//! Why there is no right: the first thing that stands in the way, found by following what was
//! judged, with attention to what would have been needed (`geen`, `niet`).

use std::cmp::Ordering;

use engine::data::InstanceId;
use engine::trace::{Attempt, Detail, Filter, Judged, Judgement, Operand, Source, derivation};
use regelspraak::model::{
    Action, Arithmetic, Comparison, Expr, ExprKind, KenmerkForm, KenmerkId, Name, Property,
    Quantifier, Span, Type, Value,
};

use super::{Explainer, texts};
use crate::wording;

/// What stands in the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// What is so, and what should be: one or two sentences.
    pub text: String,
    /// The line of the explanation it stands on.
    pub(super) line: LineKey,
    /// Whether it is that somebody has something: of a couple with one claim together, that the
    /// one has a toeslagpartner is how the claim is booked, and says nothing beside a real reason.
    has: bool,
}

/// Identifies a condition of a rule, judged for an instance.
pub(super) type LineKey = (u32, u32, InstanceId);

/// How deep conditions are followed; rules nest far less.
const MAX_DEPTH: usize = 32;

impl Explainer<'_> {
    /// The reasons why an outcome is 0: its own, or those of the values it adds up.
    pub(super) fn reasons(&self, property: Property, instance: InstanceId) -> Vec<Reason> {
        let derivation = self.derivation(property, instance);
        if let Some(reason) = self.refusal(property, instance, 0) {
            return if reason.text.is_empty() { Vec::new() } else { vec![reason] };
        }
        let Some(fired) = derivation.fired().filter(|fired| !fired.initialises) else {
            return Vec::new();
        };
        let mut reasons: Vec<Reason> = Vec::new();
        for (property, part) in parts(fired) {
            let reason = self.refusal(property, part, 0);
            let told = |reason: &Reason| reasons.iter().any(|known| known.text == reason.text);
            reasons.extend(reason.filter(|reason| !told(reason)));
        }
        reasons.retain(|reason| !reason.text.is_empty());
        if reasons.is_empty() {
            reasons.extend(self.nothing_left(fired, 0));
        }
        if self.calculation.objects.personen.contains(&instance) {
            // What else of somebody is nothing follows from the first.
            reasons.truncate(1);
        }
        if reasons.iter().any(|reason| !reason.has) {
            reasons.retain(|reason| !reason.has);
        }
        reasons
    }

    fn derivation(&self, property: Property, instance: InstanceId) -> engine::trace::Derivation {
        let calculator = self.calculation.calculator;
        derivation(self.model(), &calculator.plan, &self.calculation.outcome, property, instance)
    }

    /// Why nothing is left, of an amount or of what it is made of.
    fn nothing_left(&self, fired: &Attempt, depth: usize) -> Option<Reason> {
        if depth > MAX_DEPTH {
            return None;
        }
        let of_part = |(property, instance)| {
            let derivation = self.derivation(property, instance);
            self.nothing_left(derivation.fired()?, depth + 1)
        };
        self.used_up(fired).or_else(|| parts(fired).find_map(of_part))
    }

    /// From an amount, with a minimum of 0, as much goes off as it is or more.
    fn used_up(&self, fired: &Attempt) -> Option<Reason> {
        let case = super::version(self.model(), fired).cases.get(fired.case)?;
        let Action::Assign { value, .. } = &case.action else { return None };
        let ExprKind::Bounded { of, minimum: Some(minimum), .. } = &value.kind else {
            return None;
        };
        let ExprKind::Arithmetic { operator: Arithmetic::Minus, left, right } = &of.kind else {
            return None;
        };
        let place = |span: Span| (span.file.0, span.start, span.end);
        let at =
            |expr: &Expr| fired.used.operands.iter().find(|it| place(it.span) == place(expr.span));
        let nothing = Value::Number(regelspraak::number::Number::ZERO);
        at(minimum).filter(|it| it.value.as_ref() == Ok(&nothing))?;
        let operands = [at(right)?.clone(), at(left)?.clone()];
        let [off, from] = operands.each_ref().map(|it| it.value.clone().ok());
        let text = self.comparison_text(Comparison::Less, true, &(off?, from?), &operands)?;
        let line = (value.span.file.0, value.span.start, self.calculation.objects.huishouden);
        Some(Reason { text, line, has: false })
    }

    /// Why no rule gave a property: the obstacle in the first rule that could have.
    fn refusal(&self, property: Property, instance: InstanceId, depth: usize) -> Option<Reason> {
        let derivation = self.derivation(property, instance);
        if derivation.fired().is_some_and(|fired| !fired.initialises) || depth > MAX_DEPTH {
            return None;
        }
        let attempts = derivation.attempts.iter().filter(|attempt| !attempt.initialises);
        let mut found = attempts.filter_map(|attempt| {
            let condition = attempt.condition.as_ref()?;
            self.obstacle(attempt, instance, condition, true, depth)
        });
        found.next()
    }

    /// What keeps a condition from being what it should be.
    fn obstacle(
        &self,
        attempt: &Attempt,
        instance: InstanceId,
        judged: &Judged,
        wanted: bool,
        depth: usize,
    ) -> Option<Reason> {
        let is = match judged.outcome {
            Judgement::True => true,
            Judgement::False => false,
            Judgement::NotJudged | Judgement::Faulted(_) => return None,
        };
        if is == wanted {
            return None;
        }
        let key = (judged.span.file.0, judged.span.start, instance);
        let leaf = |text: String| Some(Reason { text, line: key, has: false });
        match &judged.detail {
            Detail::Compound { quantifier, parts } => {
                let part_wanted =
                    wanted != matches!(quantifier, Quantifier::None | Quantifier::AtMost(_));
                let mut parts: Vec<&Judged> = parts.iter().collect();
                if *quantifier != Quantifier::All {
                    // The alternative that comes nearest says most.
                    parts.sort_by_key(|part| std::cmp::Reverse(progress(part)));
                }
                let found: Vec<Reason> = parts
                    .into_iter()
                    .filter_map(|part| {
                        self.obstacle(attempt, instance, part, part_wanted, depth + 1)
                    })
                    .collect();
                let untold = found.iter().find(|reason| reason.text.is_empty());
                untold.filter(|_| *quantifier != Quantifier::All).or(found.first()).cloned()
            }
            Detail::Kenmerk { kenmerk, instance: Some(whose), negated } => {
                let needed = wanted != *negated;
                let deeper = match needed {
                    true => self.refusal(Property::Kenmerk(*kenmerk), *whose, depth + 1),
                    false => None,
                };
                let possessive = self.model()[*kenmerk].form == KenmerkForm::Possessive;
                let text = || self.kenmerk_text(*kenmerk, *whose, !needed);
                deeper.or_else(|| {
                    Some(Reason { text: text(), line: key, has: possessive && !needed })
                })
            }
            Detail::Comparison { comparison, pairs } => {
                let operands = &judged.used.operands;
                if let Some(pair) = pairs.first() {
                    let told = self.comparison_text(*comparison, wanted, pair, operands);
                    let counted = || self.counted(attempt, judged, (*comparison, pair), depth);
                    if let Some(reason) = told.and_then(leaf).or_else(counted) {
                        return Some(reason);
                    }
                }
                if self.orders(operands) {
                    return leaf(String::new());
                }
                if let Some(text) = self.nobody(attempt, judged, instance) {
                    return leaf(text);
                }
                leaf(self.as_written(attempt, judged, instance, is))
            }
            _ => leaf(self.as_written(attempt, judged, instance, is)),
        }
    }

    /// Why one more, or one less, is not counted: of those who were looked at, the one who comes
    /// nearest to what is needed.
    fn counted(
        &self,
        attempt: &Attempt,
        judged: &Judged,
        (comparison, pair): (Comparison, &(Value, Value)),
        depth: usize,
    ) -> Option<Reason> {
        let (Value::Number(count), Value::Number(limit)) = pair else { return None };
        let first = judged.used.operands.first()?;
        if first.source != Source::Count || comparison == Comparison::NotEqual {
            return None;
        }
        // The condition does not do as wanted: a count below the limit must rise, one above it
        // must fall; at the limit itself the comparison says which.
        let rise = match count.cmp(limit) {
            Ordering::Less => true,
            Ordering::Greater => false,
            Ordering::Equal => matches!(comparison, Comparison::Greater | Comparison::LessOrEqual),
        };
        let mut filters: Vec<&Filter> = judged.used.filters.iter().collect();
        filters.sort_by_key(|filter| std::cmp::Reverse(progress(&filter.condition)));
        let mut reasons = filters.into_iter().filter_map(|filter| {
            self.obstacle(attempt, filter.instance, &filter.condition, rise, depth + 1)
        });
        reasons.find(|reason| !reason.text.is_empty())
    }

    /// `Er zijn geen kinderen van Sam.` when there had to be some and there is none.
    fn nobody(&self, attempt: &Attempt, judged: &Judged, instance: InstanceId) -> Option<String> {
        let Detail::Comparison { comparison: Comparison::Greater, pairs } = &judged.detail else {
            return None;
        };
        let zero = |value: &Value| matches!(value, Value::Number(number) if number.is_zero());
        let count = judged.used.operands.first().filter(|it| it.source == Source::Count)?;
        let (left, right) = pairs.first()?;
        if !zero(left) || !zero(right) {
            return None;
        }
        let words = self.filled(super::version(self.model(), attempt), count.span, &[]);
        let words = self.by_name(&words, instance);
        Some(texts::there_are_none(self.language(), words.strip_prefix("het aantal ")?))
    }

    /// Whether numbers are compared that only order persons and things.
    fn orders(&self, operands: &[Operand]) -> bool {
        let Some(Source::Attribute { attribute, .. }) = operands.first().map(|it| it.source) else {
            return false;
        };
        self.model()[attribute].datatype.unit().is_some_and(|unit| unit.is_none())
    }

    /// `Dit zou zo moeten zijn: Sam is jarig.` in the words of the rule.
    fn as_written(
        &self,
        attempt: &Attempt,
        judged: &Judged,
        instance: InstanceId,
        is: bool,
    ) -> String {
        let version = super::version(self.model(), attempt);
        let words = self.filled(version, judged.span, &judged.used.operands);
        texts::is_so(self.language(), is, &self.by_name(&words, instance))
    }

    /// The words of a rule with the name of who it is about: `hij heeft geen partner` becomes `Henk
    /// heeft geen partner`.
    fn by_name(&self, words: &str, instance: InstanceId) -> String {
        let words = words.replace("het Huishouden", "het huishouden");
        if !self.calculation.objects.personen.contains(&instance) {
            return words;
        }
        let who = self.who(instance);
        match words.strip_prefix("hij ") {
            Some(rest) => format!("{who} {rest}"),
            None => words.replace("de Persoon", &who),
        }
    }

    /// `Sam is niet zorgverzekerd.`
    fn kenmerk_text(&self, kenmerk: KenmerkId, whose: InstanceId, is: bool) -> String {
        let declared = &self.model()[kenmerk];
        let (who, name) = (wording::capital(&self.who(whose)), &declared.name);
        let name = (declared.form, name.singular.as_str(), name.article.is_some());
        texts::kenmerk(self.language(), &who, name, is)
    }

    /// `De afgeronde zorgtoeslag van Sam is € 0. Dat moet ten minste € 24 zijn.` Nothing for
    /// numbers without a unit, which only order persons and things: that the one claim of a couple
    /// stands with the other partner is no reason.
    fn comparison_text(
        &self,
        comparison: Comparison,
        wanted: bool,
        pair: &(Value, Value),
        operands: &[Operand],
    ) -> Option<String> {
        let (left, right) = pair;
        let (model, language) = (self.model(), self.language());
        let named =
            |name: &Name| texts::named(language, &wording::with_article(name), &name.singular);
        let first = operands.first()?;
        let (name, datatype) = match first.source {
            Source::Attribute { attribute, instance } => {
                let declared = &model[attribute];
                let name = named(&declared.name);
                let name = match instance {
                    Some(instance) => texts::whose(language, &name, &self.who(instance)),
                    None => name,
                };
                (name, declared.datatype.clone())
            }
            Source::Parameter(id) => (named(&model[id].name), model[id].datatype.clone()),
            Source::CalculationDate => {
                let day = Type::Date(regelspraak::model::Precision::Day);
                (self.say(&texts::DAY_OF_ANSWER), day)
            }
            _ => return None,
        };
        if datatype.unit().is_some_and(|unit| unit.is_none()) {
            return None;
        }
        let dates = matches!(datatype, Type::Date(_));
        let needed = texts::needed(language, comparison, wanted, dates);
        let nothing = left == right && matches!(right, Value::Number(zero) if zero.is_zero());
        let (left, right) = (self.value(&datatype, left), self.value(&datatype, right));
        let name = wording::capital(&name);
        if first.source == Source::CalculationDate
            && matches!(
                (comparison, wanted),
                (Comparison::GreaterOrEqual, true) | (Comparison::Less, false)
            )
        {
            return Some(texts::too_early(language, &left, &right));
        }
        if nothing {
            return Some(texts::is_nothing(language, &name, &left));
        }
        let must = texts::limit(language, needed, &right, self.limit(pair, operands).as_deref());
        Some(texts::is_but_must(language, &name, &left, &must))
    }

    /// What somebody is held against, when rules give it: `de eerste dag van het voortgezet onderwijs van Noor`.
    fn limit(&self, (_, right): &(Value, Value), operands: &[Operand]) -> Option<String> {
        let [first, limit] = operands else { return None };
        let Source::Attribute { attribute, instance: Some(whose) } = limit.source else {
            return None;
        };
        limit.value.as_ref().ok().filter(|it| *it == right)?;
        let (name, language) = (&self.model()[attribute].name, self.language());
        let name = texts::named(language, &wording::with_article(name), &name.singular);
        let same =
            matches!(first.source, Source::Attribute { instance, .. } if instance == Some(whose));
        Some(if same { name } else { texts::whose(language, &name, &self.who(whose)) })
    }
}

/// The attributes that an amount of 0 is made of, with whose they are, as far as they are nothing.
fn parts(fired: &Attempt) -> impl Iterator<Item = (Property, InstanceId)> {
    let of_variables = fired.variables.iter().flat_map(|it| &it.used.operands);
    fired.used.operands.iter().chain(of_variables).filter_map(|operand| {
        let some = matches!(&operand.value, Ok(Value::Number(number)) if !number.is_zero());
        match operand.source {
            Source::Attribute { attribute, instance: Some(part) } if !some => {
                Some((Property::Attribute(attribute), part))
            }
            _ => None,
        }
    })
}

/// How many parts of a list hold.
fn progress(judged: &Judged) -> usize {
    match &judged.detail {
        Detail::Compound { parts, .. } => {
            parts.iter().filter(|part| part.outcome == Judgement::True).count()
        }
        _ => 0,
    }
}
