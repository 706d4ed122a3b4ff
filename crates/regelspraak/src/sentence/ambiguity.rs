//! The report of a sentence that can be read in two ways, with the brackets that tell them apart.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Action, BindingSource, Case, Condition, ConditionKind, Expr, ExprKind, Span, Subject,
    SubjectKind, TextPart,
};

/// What can list the places of its parts.
pub trait Spans {
    /// Adds the place of every part that could stand in brackets.
    fn spans(&self, out: &mut Vec<Span>);
}

/// The report of two readings of the same words.
pub fn report(text: &str, span: Span, one: &impl Spans, other: &impl Spans) -> Diagnostic {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    one.spans(&mut first);
    other.spans(&mut second);
    let show = |own: &[Span], other: &[Span]| {
        let same = |left: &Span, right: &Span| (left.start, left.end) == (right.start, right.end);
        let mut marks: Vec<&Span> =
            own.iter().filter(|span| !other.iter().any(|known| same(span, known))).collect();
        marks.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        marks.dedup_by(|left, right| same(left, right));
        bracketed(text, span, &marks)
    };
    let (first, second) = (show(&first, &second), show(&second, &first));
    Diagnostic::new(Code::Ambiguous, span, "deze zin kan op twee manieren worden gelezen")
        .label("twee lezingen")
        .help(format!("zet haakjes om te kiezen. Lezing 1: {first} — lezing 2: {second}"))
}

/// The words of a span on one line, with brackets around the marked parts.
fn bracketed(text: &str, span: Span, marks: &[&Span]) -> String {
    let mut out = String::new();
    for (index, c) in text.char_indices() {
        let at = index as u32;
        if at >= span.end {
            break;
        }
        if at < span.start {
            continue;
        }
        out.extend(marks.iter().filter(|mark| mark.start == at).map(|_| '('));
        out.push(c);
        let end = at + c.len_utf8() as u32;
        out.extend(marks.iter().filter(|mark| mark.end == end).map(|_| ')'));
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Spans for Expr {
    fn spans(&self, out: &mut Vec<Span>) {
        out.push(self.span);
        match &self.kind {
            ExprKind::Literal(_)
            | ExprKind::Parameter(_)
            | ExprKind::Variable(_)
            | ExprKind::CalculationDate
            | ExprKind::CalculationYear => {
                out.pop();
            }
            ExprKind::Attribute { of, .. } => {
                // The name itself, so that brackets can keep it together.
                let end = of.span.start.saturating_sub(" van ".len() as u32);
                if end > self.span.start {
                    out.push(Span { end, ..self.span });
                }
                of.spans(out);
            }
            ExprKind::Arithmetic { left, right, .. } => {
                left.spans(out);
                right.spans(out);
            }
            ExprKind::PercentageOf { percentage, of } => {
                percentage.spans(out);
                of.spans(out);
            }
            ExprKind::Power { base, exponent, .. } => {
                base.spans(out);
                exponent.spans(out);
            }
            ExprKind::Root { of, .. }
            | ExprKind::Round { of, .. }
            | ExprKind::Absolute(of)
            | ExprKind::Convert { of, .. }
            | ExprKind::DatePart { of, .. }
            | ExprKind::EasterSunday(of) => of.spans(out),
            ExprKind::Bounded { of, minimum, maximum } => {
                of.spans(out);
                minimum.iter().chain(maximum).for_each(|bound| bound.spans(out));
            }
            ExprKind::Duration { from, to, .. } => {
                from.spans(out);
                to.spans(out);
            }
            ExprKind::Shift { date, amount, .. } => {
                date.spans(out);
                amount.spans(out);
            }
            ExprKind::DateFrom { year, month, day } => {
                [year, month, day].into_iter().for_each(|part| part.spans(out));
            }
            ExprKind::Count(subject) => subject.spans(out),
            ExprKind::Aggregate { over, .. } => over.iter().for_each(|expr| expr.spans(out)),
            ExprKind::TextSeries(parts) => {
                for part in parts {
                    if let TextPart::Value(value) = part {
                        value.spans(out);
                    }
                }
            }
        }
    }
}

impl Spans for Subject {
    fn spans(&self, out: &mut Vec<Span>) {
        match &self.kind {
            SubjectKind::Binding(_) | SubjectKind::All => {}
            SubjectKind::Role { of, .. } => {
                out.push(self.span);
                of.spans(out);
            }
            SubjectKind::Where { of, condition, .. } => {
                out.push(self.span);
                of.spans(out);
                condition.spans(out);
            }
            SubjectKind::Union(list) => list.iter().for_each(|subject| subject.spans(out)),
        }
    }
}

impl Spans for Condition {
    fn spans(&self, out: &mut Vec<Span>) {
        match &self.kind {
            ConditionKind::Compare { left, right, .. } => {
                left.spans(out);
                right.iter().for_each(|expr| expr.spans(out));
            }
            ConditionKind::Empty { of, .. }
            | ConditionKind::ElevenTest { of, .. }
            | ConditionKind::Digits { of, .. } => of.spans(out),
            ConditionKind::HasKenmerk { subject, .. }
            | ConditionKind::PlaysRole { subject, .. }
            | ConditionKind::HasRole { subject, .. } => subject.spans(out),
            ConditionKind::Compound { parts, .. } => parts.iter().for_each(|part| part.spans(out)),
            ConditionKind::Each { over, condition, .. } => {
                over.spans(out);
                condition.spans(out);
            }
        }
    }
}

impl Spans for Case {
    fn spans(&self, out: &mut Vec<Span>) {
        self.action.target().spans(out);
        if let Action::Assign { value, .. } | Action::Initialise { value, .. } = &self.action {
            value.spans(out);
        }
        self.condition.iter().for_each(|condition| condition.spans(out));
    }
}

impl Spans for super::head::Head {
    fn spans(&self, out: &mut Vec<Span>) {
        self.target.spans(out);
        for binding in &self.bindings {
            if let BindingSource::Each(subject) = &binding.source {
                subject.spans(out);
            }
        }
    }
}
