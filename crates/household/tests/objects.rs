//! What a household becomes in the rules: the basis package and the household file fit together.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

mod model;

use engine::data::{Data, InstanceId};
use household::fields::Kind;
use household::objects::unknown_to;
use household::{HouseholdFile, Objects, Section};
use model::{basis, small};
use regelspraak::model::{Model, Value};
use regelspraak::number::Number;

const FAMILY: &str = include_str!("data/gezin.yaml");

fn family() -> HouseholdFile {
    HouseholdFile::read(FAMILY, "gezin.yaml").unwrap()
}

fn attribute(model: &Model, data: &Data, of: InstanceId, name: &str) -> Value {
    data.value(model.attribute(of.objecttype, name).unwrap(), of).clone()
}

fn number(model: &Model, data: &Data, of: InstanceId, name: &str) -> Number {
    match attribute(model, data, of, name) {
        Value::Number(number) => number,
        other => panic!("{name}: {other:?}"),
    }
}

fn has(model: &Model, data: &Data, of: InstanceId, name: &str) -> bool {
    data.has(model.kenmerk(of.objecttype, name).unwrap(), of)
}

/// The ids of those who play a role of a feittype for an instance.
fn players(model: &Model, data: &Data, facttype: &str, role: &str, of: InstanceId) -> Vec<String> {
    let facttype = &model[model.facttype(facttype).unwrap()];
    let role = facttype.roles.into_iter().find(|&id| model[id].name.singular == role).unwrap();
    let objecttype = model[role].objecttype;
    let players = data.players(role, of).iter();
    players.map(|&index| data.id(InstanceId { objecttype, index }).to_string()).collect()
}

#[test]
fn values_and_kenmerken_are_set() {
    let model = basis();
    let Objects { data, huishouden, woning, gemeente, personen } =
        family().objects(&model).unwrap();
    let woning = woning.unwrap();
    let n = |of, name| number(&model, &data, of, name);
    assert_eq!(n(huishouden, "gemeentelijke heffingen"), Number::ZERO);
    assert_eq!(n(woning, "kale huur"), Number::parse("712,5").unwrap());
    assert_eq!(attribute(&model, &data, woning, "soort woning"), Value::Enumeration(0));
    assert!(has(&model, &data, woning, "zelfstandig"));
    assert!(!has(&model, &data, woning, "aangepast"));
    assert_eq!(attribute(&model, &data, gemeente.unwrap(), "naam"), Value::Text("Tilburg".into()));
    assert_eq!(attribute(&model, &data, gemeente.unwrap(), "code"), Value::Text("GM0855".into()));

    let [sam, robin, noor, bo] = personen[..] else { panic!("{personen:?}") };
    assert_eq!(n(sam, "winst"), Number::parse("-1250,75").unwrap());
    assert_eq!(n(sam, "aow opbouwjaren"), Number::from(50));
    assert_eq!(n(bo, "volgnummer"), Number::from(4));
    assert_eq!(attribute(&model, &data, robin, "rol"), Value::Enumeration(1));
    assert_eq!(attribute(&model, &data, robin, "samenleving"), Value::Enumeration(1));
    assert_eq!(attribute(&model, &data, sam, "samenleving"), Value::Empty);
    assert_eq!(attribute(&model, &data, bo, "verwantschap"), Value::Enumeration(2));
    assert_eq!(
        attribute(&model, &data, noor, "geboortedatum"),
        Value::Date(jiff::civil::date(2019, 9, 2))
    );
    assert!(has(&model, &data, robin, "student") && !has(&model, &data, sam, "student"));
    assert!(has(&model, &data, bo, "commercieel contract"));
    assert!(has(&model, &data, noor, "zorgverzekerd"));
    assert_eq!(
        personen.iter().map(|&p| data.id(p)).collect::<Vec<_>>(),
        ["Sam", "Robin", "Noor", "Bo"]
    );
}

#[test]
fn facts_connect_them() {
    let model = basis();
    let Objects { data, huishouden, personen, .. } = family().objects(&model).unwrap();
    let of = |facttype, role, of| players(&model, &data, facttype, role, of);
    assert_eq!(of("huishouden van personen", "lid", huishouden), ["Sam", "Robin", "Noor", "Bo"]);
    assert_eq!(of("huishouden van personen", "huishouden", personen[3]), ["huishouden"]);
    assert_eq!(of("woning van huishouden", "woning", huishouden), ["woning"]);
    assert_eq!(of("gemeente van huishouden", "gemeente", huishouden), ["GM0855"]);
    assert_eq!(of("relatie tussen partners", "partner", personen[0]), ["Robin"]);
    assert_eq!(of("relatie tussen partners", "partner", personen[1]), ["Sam"]);
    assert_eq!(of("ouderschap", "ouder", personen[2]), ["Sam"]);
    assert_eq!(of("ouderschap", "kind", personen[0]), ["Noor"]);
    assert_eq!(of("ouderschap", "kind", personen[2]), [""; 0]);
    assert_eq!(of("opvang van kind", "opvang", personen[2]), ["Noor, opvang 1"]);
    let care = model.objecttype("Kinderopvang").unwrap();
    let care = data.instances(care).next().unwrap();
    assert_eq!(number(&model, &data, care, "uren"), Number::from(120));
    assert_eq!(attribute(&model, &data, care, "soort opvang"), Value::Enumeration(1));
}

/// Every field has a place in the basis, every feittype of the basis is used, and a model that
/// knows less leaves the rest out.
#[test]
fn the_basis_knows_every_field() {
    let model = basis();
    assert_eq!(unknown_to(&model), []);
    let data = family().objects(&model).unwrap().data;
    for facttype in &model.facttypes {
        let [role, _] = facttype.roles;
        let others = data.instances(model[facttype.opposite(role)].objecttype);
        let related: usize = others.map(|of| data.players(role, of).len()).sum();
        assert!(related > 0, "{}", facttype.name);
    }
}

#[test]
fn what_the_rules_do_not_know_is_left_out() {
    let model = small("het loon Numeriek (niet-negatief getal) met eenheid €;", "");
    let unknown = unknown_to(&model);
    assert!(unknown.iter().any(|(section, _)| *section == Section::Home));
    assert!(unknown.iter().all(|(_, field)| field.key != "loon"));
    let objects = family().objects(&model).unwrap();
    assert_eq!((objects.woning, objects.gemeente), (None, None));
    assert_eq!(number(&model, &objects.data, objects.personen[0], "loon"), Number::from(28_000));
}

#[test]
fn amounts_follow_the_unit_of_the_rules() {
    let loon = |unit: &str| {
        let model = small(&format!("het loon Numeriek (getal) met eenheid {unit};"), "");
        let objects = family().objects(&model).map_err(|error| error.to_string())?;
        Ok::<Number, String>(number(&model, &objects.data, objects.personen[0], "loon"))
    };
    assert_eq!(loon("€"), Ok(Number::from(28_000)));
    assert_eq!(loon("€/jr"), Ok(Number::from(28_000)));
    assert_eq!(loon("€/mnd"), Ok(Number::parse("7000/3").unwrap()));
    assert_eq!(
        loon("jr"),
        Err("het veld 'loon' past niet bij het attribuut loon van Persoon: \
             een bedrag kan niet in jr staan"
            .to_string())
    );
}

#[test]
fn rules_that_cannot_hold_a_household_are_refused() {
    let refusal = |model: &Model| family().objects(model).unwrap_err().to_string();
    assert_eq!(refusal(&Model::default()), "de regels kennen het objecttype Huishouden niet");
    let roles = "Domein Huishoudrol is van het type Enumeratie\n  'aanvrager'\n  'kind'";
    assert_eq!(
        refusal(&small("de rol Huishoudrol;", roles)),
        "het veld 'rol' past niet bij het attribuut rol van Persoon: \
         het domein Huishoudrol heeft geen waarde 'partner'"
    );
    assert_eq!(
        refusal(&small("het loon Tekst;", "")),
        "het veld 'loon' past niet bij het attribuut loon van Persoon: het datatype is anders"
    );
    assert_eq!(
        refusal(&small("de winst Numeriek (niet-negatief getal) met eenheid €;", "")),
        "winst van \"Sam\" kan niet -1250,75 € zijn; verwacht: een niet-negatief getal (€)"
    );
}

#[test]
fn amounts_are_those_the_table_says() {
    let euros = Section::ALL.into_iter().flat_map(Section::fields);
    let euros = euros.filter(|field| matches!(field.kind, Kind::Euro(_)));
    assert!(euros.clone().count() > 15);
    for field in euros {
        assert!(field.description.contains("euro"), "{}", field.key);
    }
}
