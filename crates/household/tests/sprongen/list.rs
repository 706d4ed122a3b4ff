//! The list of jumps: `sprongen.yaml` beside this file.

use std::collections::{BTreeMap, BTreeSet};

use corpus::document::{Document, Item, Problems};
use regelspraak::model::Model;

/// A jump of an outcome, by which it is found on the list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Jump {
    /// The rule in which a condition turns.
    pub regel: String,
    /// The condition; on the list the first of those that turn at the same amount.
    pub voorwaarde: String,
    /// The outcome that jumps.
    pub uitkomst: String,
    /// Whether it is an outcome of somebody else than whose amount it is.
    pub ander: bool,
    /// The amount that rises.
    pub bij: String,
    /// `omhoog` or `omlaag`.
    pub richting: String,
}

/// What is on the list.
#[derive(Default)]
pub struct List {
    /// The jumps.
    pub jumps: BTreeSet<Jump>,
    /// The years in which a rule and its condition give a jump.
    pub years: BTreeMap<(String, String), BTreeSet<i16>>,
    /// For each condition of a rule the one it stands with on the list.
    first: BTreeMap<(String, String), String>,
    /// The rules that round what an outcome is made of.
    pub rounding: BTreeSet<String>,
}

impl List {
    /// Reads the list; each rule must be in the model, with the source the list says.
    pub fn read(text: &str, model: &Model) -> List {
        let mut problems = Problems::default();
        let document = Document::read("sprongen.yaml", text, &mut problems);
        let mut list = List::default();
        let keys = ["sprongen", "afrondingen"];
        if let Some(fields) =
            document.as_ref().and_then(|it| it.root().fields(&keys, &mut problems))
        {
            for item in items(fields.require("sprongen").ok()) {
                list.add_jumps(&item, model, &mut problems);
            }
            for item in items(fields.require("afrondingen").ok()) {
                let fields = item.fields(&["regel", "bron", "wet"], &mut problems).unwrap();
                let text = |name: &str| fields.require(name).unwrap().text().unwrap().to_string();
                has_source(model, &text("regel"), &text("bron"));
                assert!(!text("wet").is_empty());
                assert!(
                    list.rounding.insert(text("regel")),
                    "{} staat er twee keer",
                    text("regel")
                );
            }
        }
        let () = problems.finish(Some(())).unwrap_or_else(|errors| panic!("{errors:#?}"));
        list
    }

    /// The jump with its condition as the list has it.
    pub fn listed(&self, jump: &Jump) -> Jump {
        let place = (jump.regel.clone(), jump.voorwaarde.clone());
        let voorwaarde = self.first.get(&place).unwrap_or(&jump.voorwaarde);
        Jump { voorwaarde: voorwaarde.clone(), ..jump.clone() }
    }

    fn add_jumps(&mut self, item: &Item<'_>, model: &Model, problems: &mut Problems) {
        let keys = ["regel", "voorwaarden", "bron", "jaren", "wet", "uitkomsten"];
        let fields = item.fields(&keys, problems).unwrap();
        let text = |name: &str| fields.require(name).unwrap().text().unwrap().to_string();
        let regel = text("regel");
        let conditions = items(fields.get("voorwaarden")).into_iter();
        let conditions: Vec<String> = conditions.map(|it| it.text().unwrap().into()).collect();
        let voorwaarde = conditions[0].clone();
        for condition in conditions {
            let twice = self.first.insert((regel.clone(), condition), voorwaarde.clone());
            assert!(twice.is_none(), "{regel} staat er twee keer met een voorwaarde");
        }
        has_source(model, &regel, &text("bron"));
        assert!(!text("wet").is_empty(), "{regel}");
        let years = items(fields.get("jaren")).into_iter();
        let years = years.map(|year| year.number().unwrap().to_i64().unwrap() as i16);
        let place = (regel.clone(), voorwaarde.clone());
        self.years.insert(place, years.collect());
        for outcome in items(fields.get("uitkomsten")) {
            let keys = ["uitkomst", "van", "bij", "richting"];
            let fields = outcome.fields(&keys, problems).unwrap();
            let text = |name: &str| fields.require(name).unwrap().text().unwrap().to_string();
            for richting in text("richting").split(" en ") {
                assert!(["omhoog", "omlaag"].contains(&richting), "{regel}: {richting}");
                let jump = Jump {
                    regel: regel.clone(),
                    voorwaarde: voorwaarde.clone(),
                    uitkomst: text("uitkomst"),
                    ander: fields.get("van").is_some(),
                    bij: text("bij"),
                    richting: richting.to_string(),
                };
                assert!(self.jumps.insert(jump.clone()), "{jump:?} staat er twee keer");
            }
        }
    }
}

fn items(item: Option<Item<'_>>) -> Vec<Item<'_>> {
    item.map(|item| item.list().unwrap()).unwrap_or_default()
}

/// The rule is there, and its sources say this one.
fn has_source(model: &Model, rule: &str, source: &str) {
    let found = model.rules.iter().find(|it| it.name == rule);
    let found = found.unwrap_or_else(|| panic!("de regel {rule} is er niet"));
    let sources = found.sources.join("; ");
    // An article of one of the sources: the law, a comma, and some of what follows.
    let (law, article) = source.split_once(", ").unwrap_or((source, ""));
    let named = found.sources.iter().any(|it| it.starts_with(law) && it.contains(article));
    assert!(named, "{rule}: '{source}' staat niet in de bronnen '{sources}'");
}
