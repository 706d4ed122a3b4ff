//! Consistentieregels (sections 8.1.6, 8.1.9 and 9.5), on a model of our own: a camp site with its
//! guests. Each test says who is inconsistent, and why.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::columns::agree;
use engine::data::Data;
use engine::exact::{Outcome, run};
use engine::json::{read, write, write_in};
use engine::language::Language;
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use engine::trace::{Verdict, derivation};
use jiff::civil::date;
use regelspraak::model::{CheckId, Model, Property};
use regelspraak::{compile, source::Source};
use serde_json::{Value as Json, json};

const CAMP: &str = "
Objecttype de Gast (mv: Gasten) (bezield)
  de leeftijd        Numeriek (geheel getal) met eenheid jr;
  de code (mv: codes)  Tekst;
  de aankomst        Datum in dagen;
  het vertrek        Datum in dagen;
  het budget         Numeriek (getal) met eenheid €;
  is betalend        kenmerk (bijvoeglijk);
  is verdacht        kenmerk (bijvoeglijk);
  het zwemdiploma    kenmerk (bezittelijk);
  lid                kenmerk;

Objecttype de Plek (mv: Plekken)
  het nummer (mv: nummers)    Numeriek (geheel getal);
  de rij (mv: rijen)          Tekst;
  de prijs           Numeriek (getal) met eenheid €;

Objecttype de Hut (mv: Hutten)
  het hutnummer (mv: hutnummers)    Numeriek (geheel getal);
  de gang (mv: gangen)              Tekst;

Feittype verblijf
  de plaats          Plek
  de kampeerder (mv: kampeerders)    Gast
Eén plaats heeft meerdere kampeerders

Parameter de ondergrens : Numeriek (getal) met eenheid €;
";

fn model(rules: &str) -> Model {
    compile(&[Source::new("kamp.regels", format!("{CAMP}\n{rules}\n"))])
        .unwrap_or_else(|problems| panic!("{rules}\n{problems}"))
}

fn rule(sentence: &str) -> String {
    format!("Regel proef\n  geldig altijd\n    {sentence}\n")
}

fn outcome(model: &Model, input: &Json) -> Outcome {
    let mut request = read(model, &input.to_string(), ParameterValues::new(model)).unwrap();
    if let Some(lowest) = model.parameter("ondergrens") {
        let number = regelspraak::number::Number::from(10);
        let value = regelspraak::model::Value::Number(number);
        request.parameters.set(model, lowest, value).unwrap();
    }
    let day = date(2025, 7, 1);
    let plan = Plan::new(model, day).unwrap();
    run(model, &plan, &request.parameters, day, request.data)
}

/// Who is inconsistent with the reason, `id: reden`, by the rules given.
fn found(rules: &str, input: &Json) -> Vec<String> {
    let model = model(rules);
    let answer = write(&model, &outcome(&model, input));
    let found = answer["inconsistenties"].as_array().unwrap().iter();
    let text = |json: &Json| json.as_str().unwrap().to_string();
    found.map(|it| format!("{}: {}", text(&it["id"]), text(&it["reden"]))).collect()
}

fn guest(id: &str, attributes: Json) -> Json {
    json!({"type": "Gast", "id": id, "attributen": attributes})
}

#[test]
fn a_single_criterion_is_met_or_not_for_each_instance() {
    let guests = json!({"objecten": [
        guest("a", json!({"leeftijd": 17, "budget": 5, "code": "12345",
            "aankomst": "2025-06-01", "vertrek": "2025-06-01"})),
        guest("b", json!({"leeftijd": 18, "budget": 20, "code": "1234",
            "aankomst": "2025-06-02", "vertrek": "2025-06-01"})),
        guest("c", json!({})),
    ]});
    let young = ["a: leeftijd van a is 17 jr", "c: leeftijd van c is leeg"];
    for (criterion, expected) in [
        ("De leeftijd van een Gast moet groter zijn dan 17 jr.", &young[..]),
        ("De leeftijd van een Gast moet groter of gelijk zijn aan 18 jr.", &young[..]),
        ("De leeftijd van een Gast moet gelijk zijn aan 18 jr.", &young[..]),
        ("De leeftijd van een Gast moet ongelijk zijn aan 17 jr.", &young[..1]),
        (
            "De leeftijd van een Gast moet kleiner zijn dan 18 jr.",
            &["b: leeftijd van b is 18 jr", "c: leeftijd van c is leeg"][..],
        ),
        (
            "De leeftijd van een Gast moet kleiner of gelijk zijn aan 17 jr.",
            &["b: leeftijd van b is 18 jr", "c: leeftijd van c is leeg"][..],
        ),
        ("De leeftijd van een Gast moet gevuld zijn.", &young[1..]),
        (
            "De leeftijd van een Gast moet leeg zijn.",
            &["a: leeftijd van a is 17 jr", "b: leeftijd van b is 18 jr"][..],
        ),
        (
            "De leeftijd van een Gast moet gelijk zijn aan 16 jr of 17 jr.",
            &["b: leeftijd van b is 18 jr", "c: leeftijd van c is leeg"][..],
        ),
        (
            "Het budget van een Gast moet groter zijn dan de ondergrens.",
            &[
                "a: budget van a is 5 €, ondergrens is 10 €",
                "c: budget van c is leeg, ondergrens is 10 €",
            ][..],
        ),
        (
            "Het vertrek van een Gast moet later of gelijk zijn aan zijn aankomst indien zijn \
             vertrek gevuld is.",
            &["b: vertrek van b is 01-06-2025, aankomst van b is 02-06-2025"][..],
        ),
        (
            "Het vertrek van een Gast moet later zijn dan zijn aankomst indien zijn vertrek \
             gevuld is.",
            &[
                "a: vertrek van a is 01-06-2025, aankomst van a is 01-06-2025",
                "b: vertrek van b is 01-06-2025, aankomst van b is 02-06-2025",
            ][..],
        ),
        (
            "De aankomst van een Gast moet eerder zijn dan 2-6-2025 indien zijn leeftijd gevuld is.",
            &["b: aankomst van b is 02-06-2025"][..],
        ),
        (
            "De code van een Gast moet numeriek zijn met exact 5 cijfers.",
            &["b: code van b is \"1234\"", "c: code van c is leeg"][..],
        ),
        (
            "Het budget van een Gast plus 1 € moet groter zijn dan 20 €.",
            &["a: budget van a is 5 €", "c: budget van c is leeg"][..],
        ),
    ] {
        assert_eq!(found(&rule(criterion), &guests), expected, "{criterion}");
    }
}

#[test]
fn a_kenmerk_or_a_role_can_be_demanded() {
    let mut input = json!({
        "objecten": [
            {"type": "Gast", "id": "a", "kenmerken": {"betalend": true, "zwemdiploma": true, "lid": true}},
            {"type": "Gast", "id": "b"},
            {"type": "Plek", "id": "p"},
        ],
        "feiten": [{"feittype": "verblijf", "rollen": {"plaats": "p", "kampeerder": ["a"]}}],
    });
    for (criterion, expected) in [
        ("Een Gast moet betalend zijn.", "b: b is niet betalend"),
        ("Een Gast moet een lid zijn.", "b: b is geen lid"),
        ("Een Gast moet zwemdiploma hebben.", "b: b heeft geen zwemdiploma"),
        ("Een Gast moet een kampeerder zijn.", "b: bij b is er geen kampeerder"),
        ("Een kampeerder moet niet betalend zijn.", "a: a is betalend"),
    ] {
        assert_eq!(found(&rule(criterion), &input), [expected], "{criterion}");
    }
    let sentence = "De leeftijden van alle kampeerders van een Plek moeten gevuld zijn.";
    let text = CAMP.replace("de leeftijd  ", "de leeftijd (mv: leeftijden)  ");
    let text = format!("{text}\n{}", rule(sentence));
    let model = compile(&[Source::new("kamp.regels", text)]).unwrap();
    let answer = write(&model, &outcome(&model, &input));
    assert_eq!(answer["inconsistenties"][0]["reden"], "leeftijd van a is leeg");
    input["objecten"][0]["attributen"] = json!({"leeftijd": 3});
    let answer = write(&model, &outcome(&model, &input));
    assert_eq!(answer["inconsistenties"], json!([]));
}

#[test]
fn a_criterion_reads_roles_variables_and_the_subject_through_a_role() {
    let input = json!({
        "objecten": [
            guest("a", json!({"budget": 5, "leeftijd": 4})),
            guest("b", json!({"budget": 50, "leeftijd": 40})),
            {"type": "Plek", "id": "p", "attributen": {"prijs": 20}},
        ],
        "feiten": [{"feittype": "verblijf", "rollen": {"plaats": "p", "kampeerder": ["a", "b"]}}],
    });
    for (criterion, expected) in [
        (
            "De prijs van de plaats van een Gast moet kleiner zijn dan zijn budget.",
            "a: prijs van p is 20 €, budget van a is 5 €",
        ),
        (
            "Het budget van een kampeerder van een Plek moet groter zijn dan de prijs van de Plek.",
            "a: budget van a is 5 €, prijs van p is 20 €",
        ),
        (
            "Het budget van een kampeerder van een Plek moet groter zijn dan de grens. \n\
             Daarbij geldt:\n de grens is de prijs van de Plek plus 1 €.",
            "a: budget van a is 5 €, grens is 21 €",
        ),
        (
            "Het aantal kampeerders van een Plek moet gelijk zijn aan 1.",
            "p: Het aantal kampeerders van een Plek is 2",
        ),
        (
            "De plaats van een Gast moet voldoen aan alle volgende criteria:\n \
             • de prijs van de Plek is kleiner dan 20 €.",
            "a: prijs van p is 20 €",
        ),
        (
            "Een kampeerder van een Plek moet voldoen aan alle volgende criteria:\n \
             • zijn budget is groter dan 10 €.",
            "a: budget van a is 5 €",
        ),
    ] {
        let all = found(&rule(criterion), &input);
        assert_eq!(all.first().map(String::as_str), Some(expected), "{criterion}");
    }
}

#[test]
fn compound_criteria_count_what_is_met() {
    let guests = json!({"objecten": [
        guest("a", json!({"leeftijd": 17, "budget": 5})),
        guest("b", json!({"leeftijd": 18, "budget": 5})),
        guest("c", json!({"leeftijd": 18, "budget": 20})),
    ]});
    let list = "\n • zijn leeftijd is groter dan 17 jr\n • zijn budget is groter dan 10 €.";
    for (head, expected) in [
        (
            "Een Gast moet voldoen aan alle volgende criteria:",
            &["a: leeftijd van a is 17 jr", "b: budget van b is 5 €"][..],
        ),
        (
            "Een Gast moet voldoen aan ten minste één van de volgende criteria:",
            &["a: leeftijd van a is 17 jr, budget van a is 5 €"][..],
        ),
        (
            "Een Gast moet voldoen aan geen van de volgende criteria:",
            &["b: leeftijd van b is 18 jr", "c: leeftijd van c is 18 jr"][..],
        ),
        (
            "Een Gast moet voldoen aan ten hoogste één van de volgende criteria:",
            &["c: leeftijd van c is 18 jr, budget van c is 20 €"][..],
        ),
        (
            "Een Gast moet voldoen aan precies 2 van de volgende criteria:",
            &["a: leeftijd van a is 17 jr", "b: leeftijd van b is 18 jr, budget van b is 5 €"][..],
        ),
    ] {
        assert_eq!(found(&rule(&format!("{head}{list}")), &guests), expected, "{head}");
    }
    for head in ["Er moet worden voldaan aan", "Er moet voldaan worden aan"] {
        let nested = format!(
            "{head} alle volgende criteria:\n • de leeftijd van een Gast is groter dan 17 jr\n \
             • er wordt voldaan aan ten minste één van de volgende criteria:\n   \
             •• zijn budget is groter dan 10 €\n   •• hij is betalend."
        );
        let expected = ["a: leeftijd van a is 17 jr", "b: budget van b is 5 €, b is niet betalend"];
        assert_eq!(found(&rule(&nested), &guests), expected);
    }
    let single = "Er moet worden voldaan aan het volgende criterium:\n \
                  • het budget van een Gast is groter dan 10 €.";
    assert_eq!(found(&rule(single), &guests).len(), 2);
    let value = "De leeftijd van een Gast moet voldoen aan alle volgende criteria:\n \
                 • de leeftijd is gevuld\n • de leeftijd is groter dan 17 jr.";
    assert_eq!(found(&rule(value), &guests), ["a: leeftijd van a is 17 jr"]);
}

#[test]
fn values_are_unique_or_shared() {
    let input = json!({"objecten": [
        guest("a", json!({"code": "x"})),
        guest("b", json!({"code": "x"})),
        guest("c", json!({"code": "y"})),
        guest("d", json!({})),
        guest("e", json!({})),
        {"type": "Plek", "id": "p", "attributen": {"nummer": 1, "rij": "A"}},
        {"type": "Plek", "id": "q", "attributen": {"nummer": 1, "rij": "B"}},
        {"type": "Plek", "id": "r", "attributen": {"nummer": 2}},
        {"type": "Hut", "id": "h", "attributen": {"hutnummer": 2, "gang": "A"}},
        {"type": "Hut", "id": "i", "attributen": {"hutnummer": 1, "gang": "B"}},
    ]});
    for (sentence, expected) in [
        (
            "De codes van alle Gasten moeten uniek zijn.",
            &["a: \"x\" komt ook voor bij b", "b: \"x\" komt ook voor bij a"][..],
        ),
        (
            "De nummers van alle Plekken moeten uniek zijn.",
            &["p: 1 komt ook voor bij q", "q: 1 komt ook voor bij p"][..],
        ),
        ("De concatenatie van de nummers en de rijen van alle Plekken moeten uniek zijn.", &[]),
        (
            "De nummers van alle Plekken verenigd met de hutnummers van alle Hutten moeten uniek zijn.",
            &[
                "p: 1 komt ook voor bij q, i",
                "q: 1 komt ook voor bij p, i",
                "r: 2 komt ook voor bij h",
                "h: 2 komt ook voor bij r",
                "i: 1 komt ook voor bij p, q",
            ][..],
        ),
        (
            "De concatenatie van nummers en rijen van alle Plekken verenigd met de concatenatie \
             van de hutnummers en de gangen van alle Hutten moeten uniek zijn.",
            &["q: 1, \"B\" komt ook voor bij i", "i: 1, \"B\" komt ook voor bij q"][..],
        ),
    ] {
        assert_eq!(found(&rule(sentence), &input), expected, "{sentence}");
    }
}

#[test]
fn unique_within_a_universal_subject() {
    let fact = |plek: &str, who: Json| json!({"feittype": "verblijf", "rollen": {"plaats": plek, "kampeerder": who}});
    let input = json!({
        "objecten": [
            guest("a", json!({"code": "x"})), guest("b", json!({"code": "x"})),
            guest("c", json!({"code": "y"})), guest("d", json!({"code": "y"})),
            {"type": "Plek", "id": "p"}, {"type": "Plek", "id": "q"},
        ],
        "feiten": [fact("p", json!(["a", "c"])), fact("q", json!(["b"])), fact("q", json!(["d"]))],
    });
    let within = "De codes van alle kampeerders van een Plek moeten uniek zijn.";
    assert_eq!(found(&rule(within), &input), Vec::<String>::new());
    assert_eq!(found(&rule("De codes van alle Gasten moeten uniek zijn."), &input).len(), 4);
}

const SUSPECT: &str = "
/// Een gast betaalt nooit minder dan niets.
/// Controleer het budget.
/// engels: A guest never pays less than nothing.
/// bron: Kampreglement, art. 2
Regel budget klopt
  geldig vanaf 2025
    Het budget van een Gast moet groter of gelijk zijn aan 0 €.

Regel verdacht
  geldig altijd
    Een Gast is verdacht
    indien regelversie budget klopt is inconsistent.
";

#[test]
fn another_rule_uses_what_was_found() {
    let guests =
        json!({"objecten": [guest("a", json!({"budget": -1})), guest("b", json!({"budget": 1}))]});
    for wording in [
        "regelversie budget klopt inconsistent is",
        "regelversie budget klopt (vanaf 2025) inconsistent is",
        "hij aan alle volgende voorwaarden voldoet:\n • regelversie budget klopt is inconsistent",
    ] {
        let rules = SUSPECT.replace("regelversie budget klopt is inconsistent", wording);
        let model = model(&rules);
        let outcome = outcome(&model, &guests);
        let answer = write(&model, &outcome);
        assert_eq!(answer["objecten"][0]["kenmerken"]["verdacht"], true, "{wording}");
        assert_eq!(answer["objecten"][1]["kenmerken"]["verdacht"], false, "{wording}");
        assert_eq!(
            answer["inconsistenties"],
            json!([{
                "regel": "budget klopt", "type": "Gast", "id": "a",
                "reden": "budget van a is -1 €",
                "toelichting": "Een gast betaalt nooit minder dan niets. Controleer het budget.",
                "bronnen": ["Kampreglement, art. 2"],
            }])
        );
        let english = &write_in(&model, &outcome, Language::English)["inconsistenties"][0];
        assert_eq!(english["toelichting"], "A guest never pays less than nothing.");
        assert_eq!(english["reden"], "budget of a is -1 €");
    }
}

#[test]
fn a_version_that_does_not_hold_finds_nothing() {
    let rules =
        SUSPECT.replace("is inconsistent", "inconsistent is").replace("vanaf 2025", "t/m 2024");
    let model = model(&rules);
    let outcome = outcome(&model, &json!({"objecten": [guest("a", json!({"budget": -1}))]}));
    let answer = write(&model, &outcome);
    assert_eq!(answer["inconsistenties"], json!([]));
    assert_eq!(answer["objecten"][0]["kenmerken"]["verdacht"], false);
}

#[test]
fn what_cannot_be_judged_is_said() {
    let sentence = "Het budget van een Gast gedeeld door zijn budget moet gelijk zijn aan 1.";
    let model = model(&rule(sentence));
    let outcome = outcome(&model, &json!({"objecten": [guest("a", json!({"budget": 0}))]}));
    let answer = write(&model, &outcome);
    assert_eq!(answer["inconsistenties"], json!([]));
    let remark = answer["opmerkingen"][0].as_str().unwrap();
    assert_eq!(
        remark,
        "de controle \"proef\" van Gast a: delen door nul kan niet (regel \"proef\")"
    );
}

#[test]
fn a_derivation_points_at_the_rule_and_its_criterion() {
    let rules = SUSPECT.replace("is inconsistent", "inconsistent is");
    let model = model(&rules);
    let outcome = outcome(&model, &json!({"objecten": [guest("a", json!({"budget": -1}))]}));
    let plan = Plan::new(&model, date(2025, 7, 1)).unwrap();
    let check = Property::Check(CheckId(0));
    let guest = outcome.data().instances(model.objecttype("Gast").unwrap()).next().unwrap();
    let derivation = derivation(&model, &plan, &outcome, check, guest);
    let fired = derivation.fired().unwrap();
    assert_eq!(model[fired.rule].sources, ["Kampreglement, art. 2"]);
    assert_eq!(fired.verdict, Verdict::Fired);
    assert_eq!(fired.criterion.as_ref().unwrap().used.operands.len(), 2);
}

#[test]
fn columns_refuse_a_consistentieregel_by_name() {
    let unique = rule("De codes van alle Gasten moeten uniek zijn.");
    let sum = rule("Het budget van een Gast moet groter zijn dan 0 €.");
    for rules in [unique, sum] {
        let model = model(&rules);
        let parameters = ParameterValues::new(&model);
        let nobody = Data::new(&model);
        let refused = agree(&model, &parameters, date(2025, 7, 1), &[nobody]).unwrap_err();
        assert_eq!(
            (refused.place.as_str(), refused.what.as_str()),
            ("regel \"proef\"", "een consistentieregel")
        );
    }
}
