//! Persons in households: the world of most tests.

use engine::data::{Data, InstanceId};
use regelspraak::model::*;

use super::build::*;
use super::words::*;
use super::{run_plain, shown, v};

/// Households with members of some age and income.
pub struct World {
    pub build: Build,
    pub huishouden: ObjectTypeId,
    pub persoon: ObjectTypeId,
    pub leeftijd: AttributeId,
    pub inkomen: AttributeId,
    pub toeslag: AttributeId,
    pub totaal: AttributeId,
    pub minderjarig: KenmerkId,
    pub arm: KenmerkId,
    pub lidmaatschap: FactTypeId,
    pub thuis: RoleId,
    pub lid: RoleId,
    pub relatie: FactTypeId,
    pub partner: RoleId,
}

pub fn world() -> World {
    let mut build = Build::new();
    let huishouden = build.objecttype("Huishouden");
    let persoon = build.objecttype("Persoon");
    let leeftijd = build.attribute(persoon, "leeftijd", decimals(0));
    let inkomen = build.attribute(persoon, "inkomen", decimals(2));
    let toeslag = build.attribute(persoon, "toeslag", decimals(2));
    let totaal = build.attribute(huishouden, "totaal", number());
    let minderjarig = build.kenmerk(persoon, "minderjarig");
    let arm = build.kenmerk(huishouden, "arm");
    let (lidmaatschap, thuis, lid) =
        build.facttype("lidmaatschap", ("thuis", huishouden, false), ("lid", persoon, true));
    let (relatie, partner) = build.reciprocal("partner", persoon, false);
    World {
        build,
        huishouden,
        persoon,
        leeftijd,
        inkomen,
        toeslag,
        totaal,
        minderjarig,
        arm,
        lidmaatschap,
        thuis,
        lid,
        relatie,
        partner,
    }
}

impl World {
    /// One household with a member for each pair of age and income; `-` for leeg.
    pub fn data(&self, members: &[(&str, &str)]) -> (Data, InstanceId, Vec<InstanceId>) {
        let model = &self.build.model;
        let mut data = Data::new(model);
        let home = data.add(model, self.huishouden, "h").unwrap();
        let people = members.iter().enumerate().map(|(at, (age, income))| {
            let person = data.add(model, self.persoon, &format!("p{at}")).unwrap();
            for (attribute, text) in [(self.leeftijd, age), (self.inkomen, income)] {
                if *text != "-" {
                    data.set(model, person, attribute, v(text)).unwrap();
                }
            }
            data.relate(model, self.lidmaatschap, home, person).unwrap();
            person
        });
        let people = people.collect();
        (data, home, people)
    }

    pub fn leden(&self) -> Subject {
        self.build.role(self.lid, self.build.hij(self.huishouden))
    }

    /// Whether the element in a binding is younger than 18.
    pub fn jong(&self, element: BindingId) -> Condition {
        let age = self.build.of(self.leeftijd, self.build.binding(element, self.persoon));
        compare(age, Comparison::Less, num("18"))
    }

    /// Marks who is younger than 18.
    pub fn rule_minderjarig(&mut self) {
        let jong = self.jong(HIJ);
        self.build.mark("minderjarig", self.minderjarig, Some(jong));
    }

    pub fn texts(&self, data: Data, of: AttributeId, who: &[InstanceId]) -> Vec<String> {
        let outcome = run_plain(&self.build.model, data);
        who.iter().map(|&it| shown(&outcome, of, it)).collect()
    }
}
