//! What can be asked without a household: which outcomes and municipalities there are, and what is known of
//! one.

use engine::language::Language;
use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::Desk;
use crate::fields::Section;
use crate::municipality::Municipality;
use crate::policy::Page;

impl Desk<'_> {
    /// Every outcome: its name, what it means, what kind of amount it is, and of whom.
    pub fn outcomes(&self, language: Language) -> Json {
        let person = Section::Person.objecttype();
        let outcomes = self.corpus.outcomes.iter().map(|outcome| {
            let objecttype = self.corpus.model[outcome.objecttype].name.singular.as_str();
            json!({
                "uitkomst": outcome.name,
                "betekenis": outcome.meaning.get(language),
                "soort": outcome.kind.name(),
                "van": if Some(objecttype) == person { "persoon" } else { "huishouden" },
                "regeling": outcome.scheme.map(|scheme| &self.corpus.policies[scheme].name),
            })
        });
        json!({ "versie": self.corpus.version, "uitkomsten": outcomes.collect::<Vec<Json>>() })
    }

    /// Every municipality of the Netherlands, by code, and whether the rules have schemes of it.
    pub fn municipalities(&self) -> Json {
        let policies = &self.corpus.policies;
        let municipalities = Municipality::all().iter().map(|municipality| {
            json!({
                "gemeente": municipality.name,
                "andere_naam": municipality.other_name,
                "code": municipality.code,
                "bekend": policies.package(municipality.code).is_some(),
            })
        });
        let municipalities = municipalities.collect::<Vec<Json>>();
        json!({ "versie": self.corpus.version, "gemeenten": municipalities })
    }

    /// The schemes of a municipality, on a day or in all periods that are known.
    pub fn municipality(
        &self,
        municipality: &Municipality,
        date: Option<Date>,
        language: Language,
    ) -> Json {
        Page::of(self.corpus, municipality, date, language).to_json()
    }
}
