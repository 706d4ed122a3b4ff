//! `samenhang gemeente`

use std::process::ExitCode;

use corpus::Corpus;
use engine::language::{Language, Text};
use household::policy::{Overview, Page, PageScheme, PageState};
use household::{Municipality, policy, wording};
use jiff::civil::Date;

use crate::arguments::Form;
use crate::failure::Failure;
use crate::output::{self, SOFT, STRONG, WIDTH, styled};
use crate::texts;

pub fn run(
    corpus: &Corpus,
    name: Option<&str>,
    date: Option<Date>,
    form: &Form,
    language: Language,
) -> Result<ExitCode, Failure> {
    let Some(name) = name else {
        let overview = Overview::of(corpus, date);
        match form.json {
            true => anstream::println!("{:#}", overview.to_json()),
            false => Printer { language }.overview(&overview),
        }
        return Ok(ExitCode::SUCCESS);
    };
    let municipality = Municipality::find(name).map_err(Failure::new)?;
    let page = Page::of(corpus, municipality, date, language);
    if form.json {
        anstream::println!("{:#}", page.to_json());
        return Ok(ExitCode::SUCCESS);
    }
    Printer { language }.page(&page);
    Ok(ExitCode::SUCCESS)
}

struct Printer {
    language: Language,
}

impl Printer {
    fn overview(&self, overview: &Overview) {
        let title = texts::MUNICIPALITIES.get(self.language).to_string();
        let title = match overview.date {
            Some(date) => texts::on(self.language, &title, &wording::day(date, self.language)),
            None => title,
        };
        anstream::println!("{}", styled(STRONG, title));
        for row in &overview.municipalities {
            let title = format!("{} ({})", row.municipality.name, row.municipality.code);
            anstream::println!("\n{}", styled(STRONG, title));
            let (known, unknown): (Vec<_>, Vec<_>) =
                row.schemes.iter().partition(|scheme| scheme.known);
            let width = known.iter().map(|scheme| scheme.name.chars().count()).max().unwrap_or(0);
            for scheme in known {
                let years = policy::in_words(&scheme.years);
                match overview.date {
                    Some(_) => anstream::println!("  {}", scheme.name),
                    None => {
                        let years = years.get(self.language);
                        anstream::println!("  {:<width$}  {years}", scheme.name);
                    }
                }
            }
            if !unknown.is_empty() {
                let names: Vec<&str> = unknown.iter().map(|scheme| scheme.name.as_str()).collect();
                let on_day = overview.date.is_some();
                self.text(&texts::nothing_about(&names.join(", "), on_day), "  ");
            }
        }
        anstream::println!();
        self.text(&texts::other_municipalities(overview.others), "");
        self.text(&texts::ONE_MUNICIPALITY, "");
        output::version(&overview.version, self.language);
    }

    fn page(&self, page: &Page) {
        let title = format!("{} ({})", page.municipality.name, page.municipality.code);
        let title = match page.date {
            Some(date) => texts::on(self.language, &title, &wording::day(date, self.language)),
            None => title,
        };
        anstream::println!("{}", styled(STRONG, title));
        if page.known {
            page.schemes.iter().for_each(|scheme| self.scheme(scheme));
        } else {
            self.text(&texts::no_schemes(page.municipality.name), "");
            for scheme in &page.schemes {
                anstream::println!("  {}", scheme.name);
            }
        }
        anstream::println!();
        self.text(&texts::ABOUT_THE_SCHEMES, "");
        output::version(&page.version, self.language);
    }

    fn scheme(&self, scheme: &PageScheme) {
        anstream::println!();
        anstream::println!("{}", styled(STRONG, wording::capital(&scheme.name)));
        for line in textwrap::wrap(&scheme.meaning, WIDTH) {
            anstream::println!("{}", styled(SOFT, line));
        }
        if let Some(called) = &scheme.called {
            self.text(&texts::called(called), "  ");
        }
        match (scheme.periods.as_slice(), scheme.years.as_slice()) {
            ([], []) => self.text(&texts::SCHEME_UNKNOWN, "  "),
            ([], years) => self.text(&texts::only_in(&policy::in_words(years)), "  "),
            _ => {}
        }
        scheme.periods.iter().for_each(|period| self.period(period));
        if let Some(apply) = &scheme.apply {
            anstream::println!("  {}", texts::apply(apply).get(self.language));
        }
    }

    fn period(&self, period: &PageState) {
        let days = wording::period(Some(period.from), period.until, self.language);
        anstream::println!("  {}", wording::capital(&days));
        if let Some(reason) = &period.missing {
            self.text(&texts::unknown_because(reason), "    ");
        }
        let names = period.values.iter().map(|value| value.name.chars().count());
        let width = names.max().unwrap_or(0);
        for value in &period.values {
            anstream::println!("    {:<width$}  {:>12}", value.name, value.shown);
        }
        if let Some(remark) = &period.remark {
            self.text(&texts::note(remark), "    ");
        }
        if let (Some(source), Some(confidence)) = (&period.source, period.confidence) {
            self.text(&texts::source(source, confidence.name()), "    ");
        }
        if let Some(derived) = &period.derived {
            self.text(&texts::derived(derived), "    ");
        }
    }

    fn text(&self, text: &Text, indent: &str) {
        output::text(text.get(self.language), indent);
    }
}
