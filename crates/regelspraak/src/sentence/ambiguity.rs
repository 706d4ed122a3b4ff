//! The report of a sentence that can be read in two ways, with the brackets that tell them apart.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Action, BindingSource, Case, Condition, ConditionKind, Criterion, DomainId, Expr, ExprKind,
    Model, ObjectTypeId, Span, Subject, SubjectKind, TextPart, Type,
};
use crate::names::Symbol;

/// What can list the places of its parts.
pub trait Spans {
    /// Adds the place of every part that could stand in brackets.
    fn spans(&self, out: &mut Parts);
}

/// The parts of a reading.
#[derive(Debug, Default)]
pub struct Parts {
    /// The places that could stand in brackets.
    spans: Vec<Span>,
    /// What the names in it stand for.
    names: Vec<(Span, Named)>,
}

/// What a name or a written value stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Named {
    Symbol(Symbol),
    Value(DomainId),
}

impl Parts {
    fn name(&mut self, span: Span, symbol: Symbol) {
        self.names.push((span, Named::Symbol(symbol)));
    }
}

/// The report of two readings of the same words.
pub fn report(
    text: &str,
    model: &Model,
    span: Span,
    one: &impl Spans,
    other: &impl Spans,
) -> Diagnostic {
    let (mut first, mut second) = (Parts::default(), Parts::default());
    one.spans(&mut first);
    other.spans(&mut second);
    let (names, others) = (first.names, second.names);
    let (first, second) = (first.spans, second.spans);
    let show = |own: &[Span], other: &[Span]| {
        let same = |left: &Span, right: &Span| (left.start, left.end) == (right.start, right.end);
        let mut marks: Vec<&Span> =
            own.iter().filter(|span| !other.iter().any(|known| same(span, known))).collect();
        marks.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        marks.dedup_by(|left, right| same(left, right));
        bracketed(text, span, &marks)
    };
    let (first, second) = (show(&first, &second), show(&second, &first));
    if first == second {
        return same_brackets(model, span, &names, &others);
    }
    Diagnostic::new(Code::Ambiguous, span, "deze zin kan op twee manieren worden gelezen")
        .label("twee lezingen")
        .help(format!("zet haakjes om te kiezen. Lezing 1: {first} — lezing 2: {second}"))
}

/// The report of two readings that brackets cannot tell apart: a name has two meanings.
fn same_brackets(
    model: &Model,
    span: Span,
    names: &[(Span, Named)],
    others: &[(Span, Named)],
) -> Diagnostic {
    let same = |left: &Span, right: &Span| (left.start, left.end) == (right.start, right.end);
    let differs = names.iter().find_map(|(place, name)| {
        let at = |(known, _): &&(Span, Named)| same(known, place);
        // One place can hold several names; the readings differ when one of them has another.
        if others.iter().filter(at).any(|(_, known)| known == name) {
            return None;
        }
        Some((*place, *name, others.iter().find(at)?.1))
    });
    let Some((place, one, other)) = differs else {
        return Diagnostic::new(
            Code::Ambiguous,
            span,
            "deze zin kan op twee manieren worden gelezen",
        )
        .label("twee lezingen")
        .help("zeg het met andere woorden, of maak er kortere zinnen van");
    };
    let message = format!(
        "dit kan twee dingen betekenen: {} of {}",
        describe(model, one),
        describe(model, other)
    );
    Diagnostic::new(Code::Ambiguous, place, message)
        .label("twee betekenissen")
        .help("haakjes helpen hier niet: geef een van de twee een andere naam")
}

/// What users call it.
fn describe(model: &Model, named: Named) -> String {
    let of = |what: &str, name: &str, owner: ObjectTypeId| {
        format!("{what} ‘{name}’ van {}", model[owner].name.singular)
    };
    match named {
        Named::Symbol(Symbol::ObjectType(id)) => {
            format!("het objecttype ‘{}’", model[id].name.singular)
        }
        Named::Symbol(Symbol::Role(id)) => {
            let facttype = &model[model[id].facttype].name;
            format!("de rol ‘{}’ van het feittype ‘{facttype}’", model[id].name.singular)
        }
        Named::Symbol(Symbol::Attribute(id)) => {
            of("het attribuut", &model[id].name.singular, model[id].objecttype)
        }
        Named::Symbol(Symbol::Kenmerk(id)) => {
            of("het kenmerk", &model[id].name.singular, model[id].objecttype)
        }
        Named::Symbol(Symbol::Parameter(id)) => {
            format!("de parameter ‘{}’", model[id].name.singular)
        }
        Named::Symbol(Symbol::Check(id)) => {
            format!("de consistentieregel ‘{}’", model[id].name.singular)
        }
        // A reading never ends with one of these.
        Named::Symbol(Symbol::Partial(_)) => "een attribuut met dimensies".to_string(),
        Named::Symbol(Symbol::Variable(_)) => "een variabele".to_string(),
        Named::Value(domain) => format!("een waarde van het domein {}", model[domain].name),
    }
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
    fn spans(&self, out: &mut Parts) {
        out.spans.push(self.span);
        match (&self.kind, &self.datatype) {
            (ExprKind::Parameter(id), _) => out.name(self.span, Symbol::Parameter(*id)),
            (ExprKind::Variable(id), _) => out.name(self.span, Symbol::Variable(*id)),
            (ExprKind::Attribute { attribute, .. }, _) => {
                out.name(self.span, Symbol::Attribute(*attribute));
            }
            (ExprKind::Literal(_), Type::Enumeration(domain)) => {
                out.names.push((self.span, Named::Value(*domain)));
            }
            _ => {}
        }
        match &self.kind {
            ExprKind::Literal(_)
            | ExprKind::Parameter(_)
            | ExprKind::Variable(_)
            | ExprKind::CalculationDate
            | ExprKind::CalculationYear => {
                out.spans.pop();
            }
            ExprKind::Attribute { of, .. } => {
                // The name itself, so that brackets can keep it together.
                let end = of.span.start.saturating_sub(" van ".len() as u32);
                if end > self.span.start {
                    out.spans.push(Span { end, ..self.span });
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
            ExprKind::TimeTotal { of, during, .. } => {
                of.spans(out);
                during.iter().for_each(|condition| condition.spans(out));
            }
            ExprKind::DaysThat { condition, .. } => condition.spans(out),
            ExprKind::TimeShare { of, during, .. } => {
                of.spans(out);
                during.spans(out);
            }
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
    fn spans(&self, out: &mut Parts) {
        match &self.kind {
            SubjectKind::Binding(_) | SubjectKind::All => {}
            SubjectKind::Role { of, role } => {
                out.name(self.span, Symbol::Role(*role));
                out.spans.push(self.span);
                of.spans(out);
            }
            SubjectKind::Where { of, condition, .. } => {
                out.spans.push(self.span);
                of.spans(out);
                condition.spans(out);
            }
            SubjectKind::Union(list) => list.iter().for_each(|subject| subject.spans(out)),
        }
    }
}

impl Spans for Condition {
    fn spans(&self, out: &mut Parts) {
        match &self.kind {
            ConditionKind::Compare { left, right, .. } => {
                left.spans(out);
                right.iter().for_each(|expr| expr.spans(out));
            }
            ConditionKind::Empty { of, .. }
            | ConditionKind::ElevenTest { of, .. }
            | ConditionKind::Digits { of, .. } => of.spans(out),
            ConditionKind::HasKenmerk { subject, kenmerk, .. } => {
                out.name(self.span, Symbol::Kenmerk(*kenmerk));
                subject.spans(out);
            }
            ConditionKind::PlaysRole { subject, role, .. }
            | ConditionKind::HasRole { subject, role, .. } => {
                out.name(self.span, Symbol::Role(*role));
                subject.spans(out);
            }
            ConditionKind::Inconsistent { subject, check } => {
                out.name(self.span, Symbol::Check(*check));
                subject.spans(out);
            }
            ConditionKind::Within { from, until, .. } => {
                from.iter().chain(until).for_each(|bound| bound.spans(out));
            }
            ConditionKind::Compound { parts, .. } => parts.iter().for_each(|part| part.spans(out)),
            ConditionKind::Throughout { condition, .. } => condition.spans(out),
            ConditionKind::Each { over, condition, .. } => {
                over.spans(out);
                condition.spans(out);
            }
        }
    }
}

impl Spans for Action {
    fn spans(&self, out: &mut Parts) {
        self.target().spans(out);
        match self {
            Action::Assign { value, .. } | Action::Initialise { value, .. } => value.spans(out),
            Action::Mark { .. } => {}
            Action::Check { criterion: Criterion::Condition(condition), .. } => {
                condition.spans(out);
            }
            Action::Check { criterion: Criterion::Unique(series), .. } => {
                for series in series {
                    series.subject.spans(out);
                    series.key.iter().for_each(|value| value.spans(out));
                }
            }
        }
    }
}

impl Spans for Case {
    fn spans(&self, out: &mut Parts) {
        self.action.spans(out);
        self.condition.iter().for_each(|condition| condition.spans(out));
    }
}

impl Spans for super::head::Head {
    fn spans(&self, out: &mut Parts) {
        self.target.spans(out);
        for binding in &self.bindings {
            match &binding.source {
                BindingSource::Each(subject) => subject.spans(out),
                BindingSource::EveryWithRole(role) => {
                    out.name(self.target.span, Symbol::Role(*role));
                }
                BindingSource::EveryWithKenmerk(kenmerk) => {
                    out.name(self.target.span, Symbol::Kenmerk(*kenmerk));
                }
                BindingSource::Every | BindingSource::Element => {}
            }
        }
    }
}
