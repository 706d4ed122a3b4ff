//! What a draft does to a household: its outcomes with the rules as they are and with the draft, side by side.

use corpus::Corpus;
use engine::language::Language;
use household::calculation::Answers;
use household::wording::number_to_json;
use household::{Answer, Calculator, HouseholdFile, Mistake};
use serde_json::{Value as Json, json};

/// The outcomes of a household with two corpora, and which of them differ. `household` is a household file,
/// as JSON or YAML.
///
/// # Errors
///
/// Every mistake in the household file with its place; or why it cannot be worked out.
pub fn compare(
    household: &str,
    (before, after): (&Corpus, &Corpus),
    language: Language,
) -> Result<Json, Vec<Mistake>> {
    let file = HouseholdFile::read(household, "huishouden")
        .map_err(|errors| Mistake::in_file(household, errors))?;
    let before = answers(&file, before, language)?;
    let after = answers(&file, after, language)?;
    let mut differences = differing(None, &before.huishouden, &after.huishouden);
    for (name, answers) in &before.personen {
        let same = after.personen.iter().find(|(known, _)| known == name);
        let now = same.map_or(&[][..], |(_, answers)| answers);
        differences.extend(differing(Some(name), answers, now));
    }
    Ok(json!({
        "rekendatum": file.rekendatum.to_string(),
        "voor": before.to_json(),
        "na": after.to_json(),
        "verschillen": differences,
    }))
}

fn answers(
    file: &HouseholdFile,
    corpus: &Corpus,
    language: Language,
) -> Result<Answers, Vec<Mistake>> {
    let calculator = Calculator::new(corpus, file.rekendatum).map_err(Mistake::unplaced)?;
    let calculation = calculator.calculate(file).map_err(Mistake::unplaced)?;
    calculation.in_language(language).answers().map_err(Mistake::unplaced)
}

/// The outcomes that are not the same.
fn differing(person: Option<&str>, before: &[Answer], after: &[Answer]) -> Vec<Json> {
    let pairs = before.iter().filter_map(|was| {
        let is = after.iter().find(|is| is.name == was.name)?;
        (was.amount != is.amount).then_some((was, is))
    });
    let shown = pairs.map(|(was, is)| {
        let difference = was.amount.as_ref().zip(is.amount.as_ref()).map(|(was, is)| is - was);
        let amount = |answer: &Answer| answer.amount.as_ref().map(number_to_json);
        json!({
            "persoon": person,
            "uitkomst": was.name,
            "betekenis": was.meaning,
            "voor": amount(was),
            "na": amount(is),
            "verschil": difference.as_ref().map(number_to_json),
        })
    });
    shown.collect()
}
