//! Whether a condition holds on every day of a month or year (section 8.2).

use super::Parser;
use super::condition::Form;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{CalendarPeriod, Condition, ConditionKind, Span, Timeline};

/// `[niet] gedurende het gehele jaar`, as it stands in a condition.
#[derive(Debug, Clone, Copy)]
pub struct WholePeriod {
    period: CalendarPeriod,
    negated: bool,
}

/// Where the words of a condition stand, with or without a whole period among them.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The first word: in a statement the verb, otherwise the word behind the whole period.
    pub at: usize,
    /// How many words stand between the verb of a statement and the rest of it.
    pub gap: usize,
    /// The whole period, if there is one.
    pub whole: Option<WholePeriod>,
}

impl Parser<'_> {
    /// Where a condition goes on: in a statement the whole period stands behind the verb, otherwise
    /// before all of it.
    pub(super) fn place_of(&self, at: usize, form: Form) -> Place {
        match form {
            Form::Statement => match self.whole_period(at + 1) {
                Some((whole, end)) => Place { at, gap: end - at - 1, whole: Some(whole) },
                None => Place { at, gap: 0, whole: None },
            },
            Form::Question | Form::Criterion => match self.whole_period(at) {
                Some((whole, end)) => Place { at: end, gap: 0, whole: Some(whole) },
                None => Place { at, gap: 0, whole: None },
            },
        }
    }

    fn whole_period(&self, at: usize) -> Option<(WholePeriod, usize)> {
        let negated = self.word(at) == "niet" && self.word(at + 1) == "gedurende";
        let at = at + usize::from(negated);
        if self.word(at) != "gedurende" || !matches!(self.word(at + 2), "gehele" | "hele") {
            return None;
        }
        let periods: [(&[&str], CalendarPeriod); 2] = [
            (&["het", "gehele", "jaar"], CalendarPeriod::Year),
            (&["de", "gehele", "maand"], CalendarPeriod::Month),
        ];
        let found = periods.into_iter().find(|(words, _)| self.sees(at + 1, words));
        let Some((words, period)) = found else {
            let message = "een controle op een hele periode gaat over een jaar of een maand";
            let span = self.span(at, at + 4);
            let report = Diagnostic::new(Code::Form, span, message).label("andere periode");
            let help = "schrijf ‘gedurende het gehele jaar’ of ‘gedurende de gehele maand’";
            self.refuse(at + 4, report.help(help));
            return None;
        };
        Some((WholePeriod { period, negated }, at + 1 + words.len()))
    }

    /// The condition on every day of the period, if there is one. What it is about must change in
    /// time; `timeline` says when it does.
    pub(super) fn throughout(
        &self,
        whole: Option<WholePeriod>,
        kind: ConditionKind,
        timeline: Option<Timeline>,
        span: Span,
    ) -> Result<ConditionKind, Diagnostic> {
        let Some(WholePeriod { period, negated }) = whole else { return Ok(kind) };
        if timeline.is_none() {
            let message = "dit verandert niet in de tijd, dus een hele periode zegt hier niets";
            return Err(Diagnostic::new(Code::Timeline, span, message)
                .label("verandert niet in de tijd")
                .help("laat de periode weg, of geef het gegeven een tijdlijn"));
        }
        let condition = Box::new(Condition { kind, span });
        Ok(ConditionKind::Throughout { period, condition, negated })
    }
}
