//! `samenhang bereken`

use std::process::ExitCode;

use corpus::Corpus;
use household::{Answer, Calculator, HouseholdFile, wording};

use crate::arguments::Form;
use crate::failure::Failure;
use crate::output::{SOFT, STRONG, styled};

pub fn run(corpus: &Corpus, file: &HouseholdFile, form: &Form) -> Result<ExitCode, Failure> {
    let calculator = Calculator::new(corpus, file.rekendatum).map_err(Failure::new)?;
    let calculation = calculator.calculate(file).map_err(Failure::new)?;
    let answers = calculation.answers().map_err(Failure::new)?;
    if form.json {
        anstream::println!("{:#}", answers.to_json());
        return Ok(ExitCode::SUCCESS);
    }
    anstream::println!("Uitkomsten op {}\n", wording::day(answers.rekendatum));
    let groups = answers.personen.iter().map(|(name, list)| (name.as_str(), list));
    let groups = std::iter::once(("Het huishouden", &answers.huishouden)).chain(groups);
    let groups: Vec<(&str, &Vec<Answer>)> = groups.filter(|(_, list)| !list.is_empty()).collect();
    let all = groups.iter().flat_map(|(_, list)| list.iter());
    let width = all.map(|answer| answer.name.chars().count()).max().unwrap_or(0);
    for (title, list) in groups {
        anstream::println!("{}", styled(STRONG, title));
        for answer in list {
            let amount = match &answer.amount {
                Some(amount) => wording::euro(amount),
                None => "onbekend".to_string(),
            };
            anstream::println!("  {:<width$}  {amount:>14}", answer.name);
        }
        anstream::println!();
    }
    for remark in &answers.opmerkingen {
        anstream::println!("Let op: {remark}");
    }
    anstream::println!("{}", styled(SOFT, format!("Regels: versie {}", answers.versie)));
    Ok(ExitCode::SUCCESS)
}
