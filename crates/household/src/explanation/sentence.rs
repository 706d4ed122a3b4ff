//! The sentence of a rule with its values filled in.

use engine::trace::{Attempt, Operand, Source, VariableUse};
use regelspraak::model::{Action, Case, ConditionKind, RuleVersion, Span, Type, Value, Variable};

use super::{Explainer, texts, version};
use crate::wording;

impl Explainer<'_> {
    /// The conclusion of a rule, each value behind the words it stands for. A list of conditions is
    /// introduced, a single condition is left out: both follow as lines of their own.
    pub(super) fn sentence(&self, attempt: &Attempt) -> String {
        let model = self.model();
        let version = version(model, attempt);
        let case = &version.cases[attempt.case];
        if let Some(row) = case.row {
            let words = match &case.action {
                Action::Assign { value, .. } => {
                    let value = self.filled(version, value.span, &attempt.used.operands);
                    format!("{} {value}.", wording::capital(header(version, case)))
                }
                _ => format!("{}.", wording::capital(header(version, case))),
            };
            return texts::row(self.language(), row, &words);
        }
        let end = match &case.condition {
            Some(condition) => condition.span.start,
            None => case.span.end,
        };
        let span = Span { end, ..version.span };
        let words = self.filled(version, span, &attempt.used.operands);
        if let Some(condition) = &case.condition
            && matches!(condition.kind, ConditionKind::Compound { .. })
        {
            let list =
                slice(version, end - version.span.start, condition.span.end - version.span.start);
            let intro = list.split(':').next().unwrap_or_default();
            let intro: Vec<&str> = intro.split_whitespace().collect();
            return format!("{words} {}:", intro.join(" "));
        }
        let words = words.strip_suffix(" indien").unwrap_or(&words);
        format!("{}.", words.trim_end_matches(['.', ' ']))
    }

    /// The definition of a variable with its values.
    pub(super) fn definition(
        &self,
        version: &RuleVersion,
        variable: &Variable,
        used: &VariableUse,
    ) -> String {
        let words = self.filled(version, variable.value.span, &used.used.operands);
        let name = wording::capital(&wording::with_article(&variable.name));
        format!("{name} is {words}.")
    }

    /// The words of a condition. That of a beslistabel stands in two places: its head above the
    /// column, and the cell in the row.
    pub(super) fn condition_words(
        &self,
        version: &RuleVersion,
        span: Span,
        operands: &[Operand],
    ) -> String {
        let start = version.span.start;
        let words = slice(version, span.start - start, span.end - start);
        let (Some(head), Some(cell)) = (words.find(BORDER), words.rfind(BORDER)) else {
            return self.filled(version, span, operands);
        };
        let part = |from: usize, to: usize| {
            let at = |byte: usize| span.start + u32::try_from(byte).unwrap_or(u32::MAX);
            let span = Span { start: at(from), end: at(to), ..span };
            self.filled(version, span, operands)
        };
        format!("{} {}", part(0, head), part(cell + 1, words.len()))
    }

    /// The words of a span on one line, with the values of the operands in it.
    pub(super) fn filled(&self, version: &RuleVersion, span: Span, operands: &[Operand]) -> String {
        let mut places: Vec<(u32, Vec<String>)> = Vec::new();
        for operand in operands.iter().filter(|o| worth_showing(o) && inside(o.span, span)) {
            let shown = self.shown(version, operand);
            match places.iter_mut().find(|(end, _)| *end == operand.span.end) {
                Some((_, values)) => values.push(shown),
                None => places.push((operand.span.end, vec![shown])),
            }
        }
        places.sort_by_key(|(end, _)| *end);
        let start = version.span.start;
        let mut out = String::new();
        let mut at = span.start;
        for (end, values) in places {
            out.push_str(slice(version, at - start, end - start));
            out.push_str(&format!(" ({})", texts::and(self.language(), &values)));
            at = end;
        }
        out.push_str(slice(version, at - start, span.end.saturating_sub(start)));
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn shown(&self, version: &RuleVersion, operand: &Operand) -> String {
        let model = self.model();
        let datatype = match operand.source {
            Source::Attribute { attribute, .. } => model[attribute].datatype.clone(),
            Source::Parameter(parameter) => model[parameter].datatype.clone(),
            Source::Variable(variable) => {
                let variable = version.variables.get(usize::from(variable.0));
                variable.map_or(Type::Text, |variable| variable.value.datatype.clone())
            }
            _ => Type::Text,
        };
        match &operand.value {
            Ok(value) => self.value(&datatype, value),
            Err(_) => self.say(&texts::UNKNOWN),
        }
    }
}

/// What stands between the cells of a beslistabel.
const BORDER: char = '|';

/// The head of the column of a beslistabel that a case takes its conclusion from.
fn header<'v>(version: &'v RuleVersion, case: &Case) -> &'v str {
    let before = |end: u32| {
        let row = slice(version, case.span.start - version.span.start, end - version.span.start);
        row.matches(BORDER).count()
    };
    let mut heads = version.text.lines().next().unwrap_or_default().split(BORDER);
    // Before the number of the row, which starts its span, stands a border too.
    let head = match &case.action {
        Action::Assign { value, .. } => heads.nth(before(value.span.start) + 1),
        _ => heads.nth(2),
    };
    head.unwrap_or_default().trim()
}

/// A value as written, waar or onwaar, and a total that is itself the value, say nothing new.
fn worth_showing(operand: &Operand) -> bool {
    !matches!(operand.source, Source::Literal | Source::OverTime)
        && !matches!(operand.value, Ok(Value::Boolean(_)))
}

fn inside(inner: Span, outer: Span) -> bool {
    inner.start >= outer.start && inner.end <= outer.end
}

fn slice(version: &RuleVersion, from: u32, to: u32) -> &str {
    version.text.get(from as usize..to as usize).unwrap_or_default()
}
