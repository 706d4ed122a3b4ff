//! The same household in every municipality of which the rules have schemes.

use std::collections::BTreeSet;

use engine::language::Language;
use serde_json::{Value as Json, json};

use super::{WorkBreak, WorkError, WorkPays, WorkQuestion};
use crate::calculation::Calculator;
use crate::file::HouseholdFile;
use crate::municipality::Municipality;

/// Whether work pays, municipality by municipality.
#[derive(Debug, Clone)]
pub struct WorkByMunicipality {
    /// By name of the municipality.
    pub answers: Vec<(Municipality, WorkPays)>,
}

impl WorkByMunicipality {
    /// The household as if it lived in each municipality that has schemes in the rules.
    ///
    /// # Errors
    ///
    /// Those of [`crate::Calculation::work_pays`].
    pub fn of(
        calculator: &Calculator<'_>,
        file: &HouseholdFile,
        question: &WorkQuestion<'_>,
        language: Language,
    ) -> Result<WorkByMunicipality, WorkError> {
        let mut answers = Vec::new();
        for package in calculator.corpus().policies.packages() {
            let Ok(municipality) = Municipality::find(&package.code) else { continue };
            let file = HouseholdFile { gemeente: Some(municipality), ..file.clone() };
            let calculation = calculator.calculate(&file)?.in_language(language);
            answers.push((*municipality, calculation.work_pays(question)?));
        }
        answers.sort_by_key(|(municipality, _)| municipality.name);
        Ok(WorkByMunicipality { answers })
    }

    /// The jumps that are the same in all of them, from low to high.
    pub fn shared_jumps(&self) -> Vec<&WorkBreak> {
        let Some((_, first)) = self.answers.first() else { return Vec::new() };
        let jumps = first.breakpoints.iter().filter(|it| it.jumps);
        let everywhere = |jump: &&WorkBreak| {
            self.answers.iter().all(|(_, answer)| answer.breakpoints.iter().any(|it| it.same(jump)))
        };
        jumps.filter(everywhere).collect()
    }

    /// The jumps of one of the answers that are not the same in all of them.
    pub fn own_jumps<'a>(&'a self, answer: &'a WorkPays) -> Vec<&'a WorkBreak> {
        let shared = self.shared_jumps();
        let own = |jump: &&WorkBreak| !shared.iter().any(|it| it.same(jump));
        answer.breakpoints.iter().filter(|it| it.jumps).filter(own).collect()
    }

    /// What cannot be said in any of them; each once.
    pub fn remarks(&self) -> Vec<&str> {
        let all = self.answers.iter().flat_map(|(_, answer)| &answer.remarks);
        let mut told = BTreeSet::new();
        all.map(String::as_str).filter(|remark| told.insert(*remark)).collect()
    }

    /// For other programs.
    pub fn to_json(&self) -> Json {
        let answers = self.answers.iter().map(|(municipality, answer)| {
            let mut answer = answer.to_json();
            answer["gemeente"] = municipality.name.into();
            answer["code"] = municipality.code.into();
            answer
        });
        json!({ "gemeenten": answers.collect::<Vec<Json>>() })
    }
}

impl WorkBreak {
    /// Whether two breakpoints stand at the same wage, and do the same by the same rules.
    fn same(&self, other: &WorkBreak) -> bool {
        (&self.gross, &self.parts, &self.rules) == (&other.gross, &other.parts, &other.rules)
    }
}
