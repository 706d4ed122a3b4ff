//! When the value of an expression may change (section 5.1), and whether what is derived may
//! change at those moments too (sections 5.1.1 and 10.3).

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Action, BindingSource, Case, CheckId, Condition, ConditionKind, Criterion, Expr, ExprKind,
    Model, Property, RuleVersion, Span, Subject, SubjectKind, Timeline, Value, Variable, together,
};

/// What the expressions of a rule version depend on.
#[derive(Clone, Copy)]
pub struct Timing<'m> {
    model: &'m Model,
    variables: &'m [Variable],
}

impl<'m> Timing<'m> {
    /// For the expressions of a version with these variables.
    pub fn new(model: &'m Model, variables: &'m [Variable]) -> Timing<'m> {
        Timing { model, variables }
    }

    /// When the value of an expression may change; nothing when it does not depend on time.
    pub fn of(self, expr: &Expr) -> Option<Timeline> {
        match &expr.kind {
            ExprKind::Literal(_) | ExprKind::CalculationDate | ExprKind::CalculationYear => None,
            ExprKind::Parameter(parameter) => self.model[*parameter].timeline,
            ExprKind::Variable(variable) => {
                // A variable uses earlier ones only.
                let at = usize::from(variable.0).min(self.variables.len());
                let earlier = Timing { variables: &self.variables[..at], ..self };
                self.variables.get(at).and_then(|variable| earlier.of(&variable.value))
            }
            ExprKind::Attribute { of, attribute } => {
                together(self.model[*attribute].timeline, self.subject(of))
            }
            ExprKind::Count(subject) => self.subject(subject),
            ExprKind::TimeTotal { .. } => None,
            ExprKind::DaysThat { period, .. } | ExprKind::TimeShare { period, .. } => {
                Some(period.timeline())
            }
            ExprKind::Aggregate { over, .. } => self.all(over.iter()),
            _ => self.all(expr.operands().into_iter()),
        }
    }

    /// When a condition may begin or cease to hold.
    pub fn condition(self, condition: &Condition) -> Option<Timeline> {
        match &condition.kind {
            ConditionKind::Within { from, until, inclusive } => {
                let from = from.as_ref().map(|bound| self.bound(bound, false));
                let until = until.as_ref().map(|bound| self.bound(bound, *inclusive));
                together(from, until)
            }
            ConditionKind::Compare { left, right, .. } => {
                self.all(std::iter::once(left).chain(right))
            }
            ConditionKind::Empty { of, .. }
            | ConditionKind::ElevenTest { of, .. }
            | ConditionKind::Digits { of, .. } => self.of(of),
            ConditionKind::HasKenmerk { subject, kenmerk, .. } => {
                together(self.model[*kenmerk].timeline, self.subject(subject))
            }
            ConditionKind::PlaysRole { subject, .. } | ConditionKind::HasRole { subject, .. } => {
                self.subject(subject)
            }
            ConditionKind::Inconsistent { subject, check } => {
                together(self.model[*check].timeline, self.subject(subject))
            }
            ConditionKind::Throughout { period, .. } => Some(period.timeline()),
            ConditionKind::Compound { parts, .. } => {
                parts.iter().map(|part| self.condition(part)).fold(None, together)
            }
            ConditionKind::Each { over, condition, .. } => {
                together(self.subject(over), self.condition(condition))
            }
        }
    }

    /// When a criterion may begin or cease to be met.
    fn criterion(self, criterion: &Criterion) -> Option<Timeline> {
        match criterion {
            Criterion::Condition(condition) => self.condition(condition),
            Criterion::Unique(series) => {
                let parts = series.iter().map(|series| {
                    together(self.subject(&series.subject), self.all(series.key.iter()))
                });
                parts.fold(None, together)
            }
        }
    }

    /// The timeline on which a period may begin or end at this bound: a written first day of a year
    /// or a month is a knip of that; any other day can be any day.
    fn bound(self, bound: &Expr, inclusive: bool) -> Timeline {
        let first = match &bound.kind {
            ExprKind::Literal(Value::Date(day)) if inclusive => {
                day.tomorrow().ok().map(|next| (Some(next.month()), next.day()))
            }
            ExprKind::Literal(Value::Date(day)) => Some((Some(day.month()), day.day())),
            ExprKind::DateFrom { month, day, .. } if !inclusive => {
                literal(day).map(|day| (literal(month), day))
            }
            _ => None,
        };
        let timeline = match first {
            Some((Some(1), 1)) => Timeline::YEAR,
            Some((_, 1)) => Timeline::MONTH,
            _ => return Timeline::DAY,
        };
        self.of(bound).map_or(timeline, |own| own.with(timeline))
    }

    /// When it may change whom a subject refers to.
    fn subject(self, subject: &Subject) -> Option<Timeline> {
        match &subject.kind {
            SubjectKind::Binding(_) | SubjectKind::All => None,
            SubjectKind::Role { of, .. } => self.subject(of),
            SubjectKind::Where { of, condition, .. } => {
                together(self.subject(of), self.condition(condition))
            }
            SubjectKind::Union(parts) => {
                parts.iter().map(|part| self.subject(part)).fold(None, together)
            }
        }
    }

    fn all<'e>(self, exprs: impl Iterator<Item = &'e Expr>) -> Option<Timeline> {
        exprs.map(|expr| self.of(expr)).fold(None, together)
    }
}

/// A whole number as written.
fn literal(expr: &Expr) -> Option<i8> {
    match &expr.kind {
        ExprKind::Literal(Value::Number(number)) => {
            number.to_i64().and_then(|it| it.try_into().ok())
        }
        _ => None,
    }
}

/// Refuses a version that gives something a value that changes at moments it may not change.
pub fn check(model: &Model, version: &RuleVersion) -> Result<(), Diagnostic> {
    let timing = Timing::new(model, &version.variables);
    for binding in &version.bindings {
        let timed = match &binding.source {
            BindingSource::EveryWithKenmerk(kenmerk) => model[*kenmerk].timeline,
            BindingSource::Each(subject) => timing.subject(subject),
            _ => None,
        };
        if timed.is_some() {
            let message =
                "een regel kan niet gaan over wie een kenmerk heeft dat in de tijd verandert";
            return Err(Diagnostic::new(Code::Timeline, version.span, message).help(
                "begin met het objecttype en zet het kenmerk achteraan: gedurende de tijd dat hij …",
            ));
        }
    }
    version.cases.iter().try_for_each(|case| check_case(model, timing, case))
}

/// When what a version of a consistentieregel says may change.
pub fn of_checks(model: &Model, version: &RuleVersion) -> Vec<(CheckId, Option<Timeline>)> {
    let timing = Timing::new(model, &version.variables);
    let timed = version.cases.iter().filter_map(|case| match &case.action {
        Action::Check { target, check, criterion } => {
            let condition = case.condition.as_ref().and_then(|it| timing.condition(it));
            let parts = [timing.subject(target), timing.criterion(criterion), condition];
            Some((*check, parts.into_iter().fold(None, together)))
        }
        Action::Assign { .. } | Action::Initialise { .. } | Action::Mark { .. } => None,
    });
    timed.collect()
}

/// Refuses a version of a consistentieregel of which it was not found out when what it says changes.
pub fn check_settled(model: &Model, version: &RuleVersion) -> Result<(), Diagnostic> {
    let unsettled =
        |(check, timeline): &(CheckId, Option<Timeline>)| model[*check].timeline != *timeline;
    if !of_checks(model, version).iter().any(unsettled) {
        return Ok(());
    }
    let message = "te veel consistentieregels die in de tijd veranderen gebruiken elkaar";
    Err(Diagnostic::new(Code::Unsupported, version.span, message)
        .label("deze ook")
        .help("zet een consistentieregel boven de regels die haar gebruiken"))
}

fn check_case(model: &Model, timing: Timing<'_>, case: &Case) -> Result<(), Diagnostic> {
    let property = case.action.property();
    let own = model.property_timeline(property);
    let name = &model.property_name(property).singular;
    let value = match &case.action {
        Action::Assign { value, .. } | Action::Initialise { value, .. } => {
            timing.of(value).map(|timeline| (timeline, value.span))
        }
        Action::Mark { .. } => None,
        Action::Check { criterion, .. } => {
            timing.criterion(criterion).map(|timeline| (timeline, case.span))
        }
    };
    let condition = case.condition.as_ref();
    let condition =
        condition.and_then(|it| timing.condition(it).map(|timeline| (timeline, it.span)));
    let target = case.action.target();
    let target = timing.subject(target).map(|timeline| (timeline, target.span));
    for (changes, span) in [target, value, condition].into_iter().flatten() {
        // What a consistentieregel says changes whenever what it reads does.
        if let Property::Check(_) = property {
            continue;
        }
        fits(own, changes, span, name)?;
    }
    Ok(())
}

fn fits(
    own: Option<Timeline>,
    changes: Timeline,
    span: Span,
    name: &str,
) -> Result<(), Diagnostic> {
    let message = match own {
        Some(own) if own.refines(changes) => return Ok(()),
        Some(own) => format!(
            "‘{name}’ kan veranderen {}, maar dit kan veranderen {}",
            own.describe(),
            changes.describe()
        ),
        None => {
            format!("‘{name}’ heeft geen tijdlijn, maar dit kan veranderen {}", changes.describe())
        }
    };
    Err(Diagnostic::new(Code::Timeline, span, message).label("verandert in de tijd").help(format!(
        "geef ‘{name}’ de tijdlijn ‘{}’, of tel op met ‘het totaal van’",
        changes.describe()
    )))
}
