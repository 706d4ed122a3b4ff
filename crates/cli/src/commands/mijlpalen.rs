//! `samenhang mijlpalen`

use std::collections::BTreeSet;
use std::process::ExitCode;

use corpus::{Corpus, OutcomeKind};
use engine::language::{Language, Text};
use household::milestones::{self, OutcomeChange};
use household::{HouseholdFile, Milestone, MilestoneError, Milestones, RuleReference, wording};
use jiff::civil::Date;

use crate::arguments::Form;
use crate::failure::Failure;
use crate::output::{self, SOFT, STRONG, styled};
use crate::table::{Side, Table};
use crate::texts;

/// What was asked.
pub struct Asked<'a> {
    /// How many years ahead, as it was typed.
    pub years: Option<&'a str>,
    /// Whether all outcomes are shown.
    pub all: bool,
}

impl Asked<'_> {
    fn years(&self) -> Result<i16, MilestoneError> {
        let Some(typed) = self.years else { return Ok(milestones::YEARS) };
        typed.parse().map_err(|_| MilestoneError::Years { given: typed.to_string() })
    }
}

pub fn run(
    corpus: &Corpus,
    file: &HouseholdFile,
    asked: &Asked<'_>,
    form: &Form,
    language: Language,
) -> Result<ExitCode, Failure> {
    let years = asked.years().map_err(Failure::new)?;
    let answer = Milestones::of(corpus, file, years, language).map_err(Failure::new)?;
    match form.json {
        true => anstream::println!("{:#}", answer.to_json()),
        false => Printer { answer: &answer, all: asked.all, language }.print(),
    }
    Ok(ExitCode::SUCCESS)
}

struct Printer<'a> {
    answer: &'a Milestones,
    all: bool,
    language: Language,
}

impl Printer<'_> {
    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_string()
    }

    fn day(&self, day: Date) -> String {
        wording::day(day, self.language)
    }

    fn print(&self) {
        let Milestones { date, until, list, without_effect, remarks, version, .. } = self.answer;
        let [from, until] = [date, until].map(|day| Language::ALL.map(|it| wording::day(*day, it)));
        anstream::println!("{}", styled(STRONG, self.say(&texts::milestones(from, until))));
        if list.is_empty() {
            anstream::println!();
            output::text(&self.say(&texts::NO_MILESTONES), "");
        }
        for milestone in list {
            anstream::println!();
            self.milestone(milestone);
        }
        self.rules();
        anstream::println!();
        if *without_effect > 0 {
            output::text(&self.say(&texts::without_effect(*without_effect)), "");
        }
        for remark in remarks {
            output::text(&format!("{}: {remark}", self.say(&texts::NOTE)), "");
        }
        output::version(version, self.language);
    }

    fn milestone(&self, milestone: &Milestone) {
        let happened = (milestone.happens != milestone.date)
            .then(|| texts::happened(Language::ALL.map(|it| wording::day(milestone.happens, it))));
        // One year for all it changes stands in the title, others under the change.
        let mut years = milestone.changes.iter().map(|it| it.amounts_of);
        let first = years.next().unwrap_or(milestone.amounts_of);
        let told = if years.all(|it| it == first) { first } else { milestone.amounts_of };
        let year = told.map(texts::amounts_of);
        let beside: Vec<String> = happened.iter().chain(&year).map(|it| self.say(it)).collect();
        let beside = match beside.is_empty() {
            true => String::new(),
            false => format!(" ({})", beside.join(", ")),
        };
        let title = format!("{}  {}", self.day(milestone.date), milestone.text);
        anstream::println!("{}{}", styled(STRONG, title), styled(SOFT, beside));
        if milestone.changes.is_empty() && milestone.unknown.is_empty() {
            output::text(&self.say(&texts::NOTHING_CHANGES), "  ");
            return;
        }
        let shown: Vec<&OutcomeChange> =
            milestone.changes.iter().filter(|it| self.shows(it)).collect();
        self.changes(&shown, told);
        if let Some(net) = milestone.net.as_ref().filter(|net| !wording::whole(net).is_zero()) {
            output::text(&self.say(&texts::net_in_a_year(net)), "  ");
        }
        if !milestone.unknown.is_empty() {
            let unknown = texts::not_on_both_sides(&milestone.unknown.join(", "));
            output::text(&self.say(&unknown), "  ");
        }
        for remark in &milestone.remarks {
            output::text(&format!("{}: {remark}", self.say(&texts::NOTE)), "  ");
        }
        let hidden = milestone.changes.len() - shown.len();
        if hidden > 0 {
            let more = texts::more_changes(hidden);
            anstream::println!("  {}", styled(SOFT, self.say(&more)));
        }
    }

    /// Rights and a few limits people go by; the rest only when all is asked for.
    fn shows(&self, change: &OutcomeChange) -> bool {
        let chosen =
            ["minimumloon_per_uur", "beslagvrije_voet_per_maand", "bijstandsnorm_per_maand"];
        // New amounts of the credits are the same for everybody.
        let right = match change.kind {
            OutcomeKind::Right => true,
            OutcomeKind::Credit => change.parameters.is_empty(),
            _ => false,
        };
        self.all || right || chosen.contains(&change.outcome.as_str())
    }

    /// A table of changes, with under each row the rule or the amounts of the law that make it so. `year` is
    /// that of the amounts, as far as it is told already.
    fn changes(&self, changes: &[&OutcomeChange], year: Option<i16>) {
        if changes.is_empty() {
            return;
        }
        let amounts = [texts::BEFORE, texts::AFTER, texts::DIFFERENCE, texts::SINCE];
        let amounts = amounts.map(|text| (self.say(&text), Side::Right));
        let columns = [(format!("  {}", self.say(&texts::OUTCOME)), Side::Left)];
        let mut table = Table::new(columns.into_iter().chain(amounts));
        for change in changes {
            let whose = change.person.iter().map(|person| format!(" ({person})"));
            let name = format!("  {}{}", change.outcome, whose.collect::<String>());
            let [before, after] =
                [&change.before, &change.after].map(|it| wording::euro(it, self.language));
            let difference = output::signed(&change.difference(), self.language);
            table.row([name, before, after, difference, self.day(change.from)]);
        }
        let mut lines = table.lines().into_iter();
        lines.by_ref().take(1).for_each(|headings| anstream::println!("{headings}"));
        for (line, change) in lines.zip(changes) {
            anstream::println!("{line}");
            self.why(change, year);
        }
    }

    fn why(&self, change: &OutcomeChange, year: Option<i16>) {
        let names: Vec<&str> = change.rules.iter().map(|it| it.rule.naam.as_str()).collect();
        let rules = match names.is_empty() {
            true => Vec::new(),
            false => vec![format!("{}: {}", self.say(&texts::BY_RULE), names.join(", "))],
        };
        let source = |source: &str| format!("{}: {source}", self.say(&texts::SOURCE));
        let amounts = change.parameters.iter().flat_map(|it| {
            let amount = self.say(&texts::parameter_change(it));
            [amount].into_iter().chain(self.all.then(|| source(&it.source)))
        });
        let other_year = change.amounts_of.filter(|it| Some(*it) != year);
        let year = other_year.map(|it| self.say(&texts::amounts_of(it)));
        for line in rules.into_iter().chain(amounts).chain(year) {
            for line in textwrap::wrap(&line, output::WIDTH - 4) {
                anstream::println!("    {}", styled(SOFT, line));
            }
        }
    }

    /// The rules behind what is shown, each once, with its articles.
    fn rules(&self) {
        let changes = self.answer.list.iter().flat_map(|it| &it.changes);
        let rules = changes.filter(|it| self.shows(it)).flat_map(|it| &it.rules);
        let mut told = BTreeSet::new();
        let rules = rules.map(|it| &it.rule).filter(|it| told.insert(&it.naam));
        let rules: Vec<&RuleReference> = rules.collect();
        output::rules(rules, self.language);
    }
}
