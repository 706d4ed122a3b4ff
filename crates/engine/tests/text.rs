//! From rule text to answers: an invented swimming pool, through the parser, the plan, the
//! exact executor and JSON.

// Helpers of tests may stop a test, as tests may.
#![allow(clippy::unwrap_used, clippy::panic)]

use engine::exact::run;
use engine::json::{read, write};
use engine::parameters::ParameterValues;
use engine::plan::Plan;
use regelspraak::compile;
use regelspraak::source::Source;
use serde_json::json;

const POOL: &str = "\
Domein Bedrag is van het type Numeriek (getal met 2 decimalen) met eenheid €
Domein Uur is van het type Enumeratie
  'ochtend'
  'middag'

Objecttype het Gezin (mv: Gezinnen)
  het aantal kinderen     Numeriek (geheel getal);
  de rekening             Bedrag;

Objecttype de Zwemmer (mv: Zwemmers) (bezield)
  is jong                 kenmerk (bijvoeglijk);
  de geboortedatum        Datum in dagen;
  de leeftijd             Numeriek (geheel getal) met eenheid jr;
  het uur                 Uur;
  de prijs (mv: prijzen)  Bedrag;

Parameter de jeugdgrens : Numeriek (geheel getal) met eenheid jr;
Parameter de volle prijs : Bedrag;

Feittype gezinsleden van een gezin
  het gezin               Gezin
  het lid (mv: leden)     Zwemmer
Eén gezin heeft meerdere leden

Regel leeftijd
  geldig altijd
    De leeftijd van een Zwemmer moet berekend worden als de tijdsduur van zijn geboortedatum tot
    Rekendatum in hele jaren.

Regel jong
  geldig altijd
    Een Zwemmer is jong
    indien zijn leeftijd kleiner is dan de jeugdgrens.

Beslistabel prijs
  geldig altijd
    |   | de prijs van een Zwemmer moet gesteld worden op | indien hij jong is | indien zijn uur gelijk is aan |
    |---|-------------------------------------------------|--------------------|-------------------------------|
    | 1 | (de volle prijs gedeeld door 3) naar beneden afgerond op 2 decimalen | waar | n.v.t. |
    | 2 | de volle prijs                                  | onwaar             | 'middag'                      |
    | 3 | de volle prijs min 1,25 €                       | onwaar             | 'ochtend'                     |

Regel kinderen
  geldig altijd
    Het aantal kinderen van een Gezin moet berekend worden als het aantal leden van het Gezin die
    jong zijn.

Regel rekening
  geldig altijd
    De rekening van een Gezin moet berekend worden als de som van de prijzen van alle leden van het
    Gezin of 0 als die er niet zijn.
";

#[test]
fn a_pool_from_text_to_answers() {
    let model =
        compile(&[Source::new("zwembad.regels", POOL)]).unwrap_or_else(|wrong| panic!("{wrong:?}"));
    let input = json!({
        "rekendatum": "2025-02-28",
        "objecten": [
            {"type": "Gezin", "id": "g"},
            {"type": "Gezin", "id": "leeg"},
            {"type": "Zwemmer", "id": "a", "attributen": {"geboortedatum": "1980-05-05", "uur": "ochtend"}},
            {"type": "Zwemmer", "id": "b", "attributen": {"geboortedatum": "2007-02-28", "uur": "middag"}},
            // A leap-day child, seventeen on 1 March.
            {"type": "Zwemmer", "id": "c", "attributen": {"geboortedatum": "2008-02-29", "uur": "middag"}}
        ],
        "feiten": [
            {"feittype": "gezinsleden van een gezin", "rollen": {"gezin": ["g"], "lid": ["a", "b", "c"]}}
        ],
        "parameters": {"jeugdgrens": "17 jr", "volle prijs": "8 €"}
    });
    let request = read(&model, &input.to_string(), ParameterValues::new(&model)).unwrap();
    let date = request.date.unwrap();
    let plan = Plan::new(&model, date).unwrap();
    let answer = write(&model, &run(&model, &plan, &request.parameters, date, request.data));
    let value = |id: &str, name: &str| {
        let objects = answer["objecten"].as_array().unwrap();
        let object = objects.iter().find(|object| object["id"] == id).unwrap();
        object["attributen"][name].clone()
    };
    assert_eq!(answer["opmerkingen"], json!([]));
    assert_eq!([value("a", "leeftijd"), value("b", "leeftijd")], [json!(44), json!(18)]);
    assert_eq!(value("c", "leeftijd"), json!(16));
    assert_eq!([value("a", "prijs"), value("b", "prijs")], [json!(6.75), json!(8)]);
    assert_eq!(value("c", "prijs"), json!(2.66));
    assert_eq!(value("g", "aantal kinderen"), json!(1));
    assert_eq!([value("g", "rekening"), value("leeg", "rekening")], [json!(17.41), json!(0)]);
}
