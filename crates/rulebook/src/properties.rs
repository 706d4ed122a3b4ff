//! What rules give and read: attributen, kenmerken and what consistentieregels find.

use engine::json::expected;
use engine::language::Language;
use household::fields::{Field, Section};
use regelspraak::model::{KenmerkForm, Property};
use serde_json::{Value as Json, json};

use crate::Rulebook;

impl Rulebook<'_> {
    /// A property in short: whose it is, what it is called, of which kind it is.
    pub(crate) fn property_reference(&self, property: Property) -> Json {
        let model = &self.corpus.model;
        let kind = match property {
            Property::Attribute(_) => "attribuut",
            Property::Kenmerk(_) => "kenmerk",
            Property::Check(_) => "controle",
        };
        let owner = &model[model.property_owner(property)].name.singular;
        let name = model.property_name(property);
        json!({"objecttype": owner, "naam": name.singular, "lidwoord": name.article, "soort": kind})
    }

    /// A property with where it comes from: the rules that give it, the field of the household file, or the
    /// scheme of the municipality.
    pub(crate) fn property(&self, property: Property, language: Language) -> Json {
        let model = &self.corpus.model;
        let datatype = model.property_type(property);
        let unit = datatype.unit().map(|unit| model.units.display(unit));
        let form = match property {
            Property::Kenmerk(kenmerk) => Some(match model[kenmerk].form {
                KenmerkForm::Plain => language.pick("is een", "is a"),
                KenmerkForm::Adjective => "is",
                KenmerkForm::Possessive => language.pick("heeft", "has"),
            }),
            _ => None,
        };
        let givers = self.links.givers(property);
        let field = self.field_of(property);
        let policies = &self.corpus.policies;
        let scheme = policies.scheme_of(property).map(|scheme| policies[scheme].name.as_str());
        let origin = match (givers.is_empty(), scheme) {
            (false, _) => "regels",
            (true, Some(_)) => "gemeente",
            (true, None) => "gegeven",
        };
        let outcomes = self.corpus.outcomes.iter();
        let outcomes = outcomes.filter(|it| Property::Attribute(it.attribute) == property);
        let mut shown = self.property_reference(property);
        let more = json!({
            "datatype": expected(model, &datatype).get(language),
            "eenheid": unit.filter(|unit| !unit.is_empty()),
            "tijdlijn": model.property_timeline(property).map(|timeline| timeline.describe()),
            "vorm": form,
            "herkomst": origin,
            "regels": self.rule_references(givers),
            "gegeven": field.map(|(place, field)| json!({
                "veld": place,
                "betekenis": field.meaning(language),
            })),
            "regeling": scheme,
            "uitkomsten": outcomes.map(|it| Json::from(it.name.as_str())).collect::<Json>(),
        });
        if let (Json::Object(shown), Json::Object(more)) = (&mut shown, more) {
            shown.extend(more);
        }
        shown
    }

    /// The field of the household file that a property is filled from, with its place in the file.
    fn field_of(&self, property: Property) -> Option<(String, &'static Field)> {
        let model = &self.corpus.model;
        let owner = &model[model.property_owner(property)].name.singular;
        let name = &model.property_name(property).singular;
        let kenmerk = match property {
            Property::Attribute(_) => false,
            Property::Kenmerk(_) => true,
            Property::Check(_) => return None,
        };
        let section = Section::ALL.into_iter().find(|it| it.objecttype() == Some(owner))?;
        let named = |field: &&Field| {
            use household::fields::Target;
            let is_kenmerk = matches!(field.target, Target::Kenmerk | Target::NamedKenmerk(_));
            is_kenmerk == kenmerk && field.name_in_rules().as_ref() == Some(name)
        };
        let field = section.fields().iter().find(named)?;
        let group = match section {
            Section::File => "",
            Section::Household => "huishouden.",
            Section::Home => "huishouden.woning.",
            Section::Person => "huishouden.personen[].",
            Section::Childcare => "huishouden.personen[].opvang[].",
        };
        Some((format!("{group}{}", field.key), field))
    }
}
