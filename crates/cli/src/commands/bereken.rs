//! `samenhang bereken`

use std::process::ExitCode;

use corpus::Corpus;
use engine::language::Language;
use household::{Answer, Calculator, HouseholdFile, wording};

use crate::arguments::Form;
use crate::failure::Failure;
use crate::output::{SOFT, STRONG, styled};
use crate::texts;

pub fn run(
    corpus: &Corpus,
    file: &HouseholdFile,
    form: &Form,
    language: Language,
) -> Result<ExitCode, Failure> {
    let calculator = Calculator::new(corpus, file.rekendatum).map_err(Failure::new)?;
    let calculation = calculator.calculate(file).map_err(Failure::new)?.in_language(language);
    let answers = calculation.answers().map_err(Failure::new)?;
    if form.json {
        anstream::println!("{:#}", answers.to_json());
        return Ok(ExitCode::SUCCESS);
    }
    let day = wording::day(answers.rekendatum, language);
    anstream::println!("{}\n", texts::outcomes_on(language, &day));
    let whole = texts::HOUSEHOLD;
    let groups = answers.personen.iter().map(|(name, list)| (name.as_str(), list));
    let groups = std::iter::once((whole.get(language), &answers.huishouden)).chain(groups);
    let groups: Vec<(&str, &Vec<Answer>)> = groups.filter(|(_, list)| !list.is_empty()).collect();
    let all = groups.iter().flat_map(|(_, list)| list.iter());
    let width = all.map(|answer| answer.name.chars().count()).max().unwrap_or(0);
    for (title, list) in groups {
        anstream::println!("{}", styled(STRONG, title));
        for answer in list {
            let amount = match &answer.amount {
                Some(amount) => wording::euro(amount, language),
                None => texts::UNKNOWN.get(language).to_string(),
            };
            anstream::println!("  {:<width$}  {amount:>14}", answer.name);
        }
        anstream::println!();
    }
    for remark in &answers.opmerkingen {
        anstream::println!("{}: {remark}", texts::NOTE.get(language));
    }
    anstream::println!("{}", styled(SOFT, texts::version(&answers.versie).get(language)));
    Ok(ExitCode::SUCCESS)
}
