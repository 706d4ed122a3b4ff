//! What data may enter.

// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::build::*;
use common::v;
use common::world::world;
use engine::data::{Data, DataError};
use regelspraak::model::*;

#[test]
fn data_is_checked_against_the_model() {
    let w = world();
    let model = &w.build.model;
    let (mut data, home, people) = w.data(&[("1", "-"), ("2", "-"), ("3", "-")]);
    let wrong = data.set(model, people[0], w.leeftijd, v("1,5")).unwrap_err();
    let text = "leeftijd van \"p0\" kan niet 1,5 zijn; verwacht: een geheel getal";
    assert_eq!(wrong.to_string(), text);
    assert!(data.set(model, people[0], w.leeftijd, v("\"x\"")).is_err());
    assert!(data.set(model, home, w.leeftijd, v("1")).is_err());
    assert!(matches!(
        data.mark(model, home, w.minderjarig, true),
        Err(DataError::WrongOwner { .. })
    ));
    assert!(matches!(data.add(model, w.persoon, "p0"), Err(DataError::DuplicateId { .. })));
    let wrong = data.relate(model, w.lidmaatschap, people[0], home);
    assert!(matches!(wrong, Err(DataError::WrongPlayer { .. })));
    let other = data.add(model, w.huishouden, "ander").unwrap();
    let wrong = data.relate(model, w.lidmaatschap, other, people[0]).unwrap_err();
    let text = "\"p0\" heeft al een thuis in \"lidmaatschap\"; er kan er maar één zijn";
    assert_eq!(wrong.to_string(), text);
    // A fact stated twice is one fact; a partner has one partner, from both sides.
    data.relate(model, w.lidmaatschap, home, people[0]).unwrap();
    data.relate(model, w.relatie, people[0], people[1]).unwrap();
    data.relate(model, w.relatie, people[1], people[0]).unwrap();
    assert!(data.relate(model, w.relatie, people[2], people[0]).is_err());
    assert_eq!(data.players(w.partner, people[1]), [people[0].index]);
    assert_eq!(data.players(w.lid, home).len(), 3);
}

#[test]
fn enumerations_stay_within_their_domein() {
    let mut build = Build::new();
    let ding = build.objecttype("Ding");
    let kleuren = build.domain("Kleur", &["rood", "blauw"]);
    let kleur = build.attribute(ding, "kleur", kleuren);
    let mut data = Data::new(&build.model);
    let it = data.add(&build.model, ding, "d").unwrap();
    data.set(&build.model, it, kleur, Value::Enumeration(1)).unwrap();
    let wrong = data.set(&build.model, it, kleur, Value::Enumeration(2)).unwrap_err();
    assert!(wrong.to_string().ends_with("verwacht: een van: 'rood', 'blauw'"), "{wrong}");
}
