//! The written forms of RegelSpraak 2.3 on a model of our own: each sentence is read, and read as
//! what it means.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use regelspraak::model::{
    Action, BindingId, BindingSource, Condition, ConditionKind, ExprKind, Model, Quantifier,
    RuleVersion, SubjectKind,
};
use regelspraak::{compile, source::Source};

const LIBRARY: &str = include_str!("bibliotheek.regels");

fn with(rule: &str) -> Result<Model, String> {
    let text = format!("{LIBRARY}\nRegel proef\n  geldig altijd\n    {rule}\n");
    compile(&[Source::new("proef.regels", text)]).map_err(|problems| problems.to_string())
}

fn version(rule: &str) -> RuleVersion {
    let model = with(rule).unwrap_or_else(|problems| panic!("{rule}\n{problems}"));
    let rule = model.rules.iter().find(|rule| rule.name == "proef").unwrap();
    rule.versions[0].clone()
}

/// Sentences that must be read; chapter numbers of the specification in front.
const SENTENCES: [&str; 71] = [
    // 5.2 and 6.1: literals, brackets and precedence
    "De boete van een Boek moet gesteld worden op 2,50 €.",
    "De boete van een Boek moet berekend worden als (1 € plus 2 €) maal 3.",
    "De boete van een Boek moet berekend worden als 1 € plus 2 maal 3 €.",
    "De uiterste datum van een Boek moet gesteld worden op dd. 01-02-2026.",
    "De naam van een Lid moet gesteld worden op \"Jansen\".",
    "De soort van een Boek moet gesteld worden op 'roman'.",
    // 5.3 and 5.4
    "De uiterste datum van een Boek moet gesteld worden op de Rekendatum.",
    "De leeftijd van een Lid moet berekend worden als (Rekenjaar maal 1 jr) min 1980 jr.",
    "De naam van een Lid moet gesteld worden op \"lid van «zijn leeftijd»\".",
    // 5.5: subjects
    "De leeftijd van een Lid moet berekend worden als de leeftijd van het Lid.",
    "De contributie van een lener moet berekend worden als zijn contributie.",
    "De contributie van een veellezer moet berekend worden als zijn contributie.",
    "De boete van een geleende boek van een lener moet gesteld worden op 1 €.",
    "De contributie van het leesmaatje van een Lid moet gesteld worden op 1 €.",
    "De leeftijd van een Lid moet berekend worden als de leeftijd van zijn leesmaatje.",
    "De leeftijd van een Lid moet berekend worden als de leeftijd van het leesmaatje van zijn leesmaatje.",
    // 5.6 to 5.8: selections and aggregations
    "Het leentotaal van een Lid moet berekend worden als het aantal geleende boeken van het Lid die zeldzaam zijn.",
    "Het leentotaal van een Lid moet berekend worden als het aantal geleende boeken van het Lid die niet zeldzaam zijn.",
    "Het leentotaal van een Lid moet berekend worden als het aantal Leden.",
    "Het leentotaal van een Lid moet berekend worden als het aantal alle Leden die een veellezer zijn.",
    "Het leentotaal van een Lid moet berekend worden als het aantal geleende boeken van het Lid die aan de volgende voorwaarde voldoen: de soort van het Boek is gelijk aan 'roman'.",
    "De boete van dit jaar van een Lid moet berekend worden als de som van de boetes van alle geleende boeken van het Lid.",
    "De boete van dit jaar van een Lid moet berekend worden als de maximale waarde van de boetes van alle geleende boeken van het Lid.",
    "De boete van dit jaar van een Lid moet berekend worden als de minimale waarde van zijn contributie, 10 € en 20 €.",
    "De uiterste datum van een Boek moet berekend worden als de laatste van de uiterste datum van het Boek en Rekendatum.",
    // 6: arithmetic
    "De boete van een Boek moet berekend worden als (de boete van het Boek gedeeld door 3) rekenkundig afgerond op 2 decimalen.",
    "De boete van een Boek moet berekend worden als de boete van het Boek gedeeld door (ABS) 3 naar beneden afgerond op 2 decimalen.",
    "De boete van een Boek moet berekend worden als de boete van het Boek verminderd met 1 €, met een minimum van 0 € en een maximum van 10 €.",
    "De boete van een Boek moet berekend worden als 10% van de boete van het Boek naar boven afgerond op 0 decimalen.",
    "Het gewicht van een Boek moet berekend worden als de absolute waarde van (het gewicht van het Boek min 1 kg).",
    "Het gewicht van een Boek moet berekend worden als de wortel van het gewicht van het Boek naar beneden afgerond op 1 decimalen.",
    "Het leentotaal van een Lid moet berekend worden als het leentotaal van het Lid tot de macht 2 rekenkundig afgerond op 0 decimalen.",
    "De uiterste datum van een Boek moet berekend worden als Rekendatum plus de uitleentermijn.",
    "De uiterste datum van een Boek moet berekend worden als de datum met jaar: Rekenjaar, maand: 12 en dag: 31.",
    "De uiterste datum van een Boek moet berekend worden als de eerste paasdag van (Rekenjaar).",
    "De leeftijd van een Lid moet berekend worden als de absolute tijdsduur van Rekendatum tot zijn geboortedatum in hele jaren.",
    // 8 and 10: conditions
    "Een Lid is jeugdig indien zijn leesmaatje jeugdig is.",
    "Een Lid is jeugdig indien hij geen veellezer is.",
    "Een Lid is jeugdig indien hij geen recht op korting heeft.",
    "Een Lid is jeugdig indien hij een lener is.",
    "Een Lid is jeugdig indien het Lid een leesmaatje heeft.",
    "Een Lid is jeugdig indien alle boetes van alle geleende boeken van het Lid groter zijn dan 1 €.",
    "Een Lid is jeugdig indien ten minste twee van de geleende boeken van het Lid zeldzaam zijn.",
    "Een Lid is jeugdig indien zijn naam leeg is.",
    "Een Lid is jeugdig indien zijn naam aan de elfproef voldoet.",
    "Een Boek is zeldzaam indien de uiterste datum van het Boek later of gelijk is aan dd. 01-01-2026.",
    // 5.6 and 5.8: a selection on the value itself, a list with a 0, arithmetic value by value
    "De boete van dit jaar van een Lid moet berekend worden als de som van de boetes van alle geleende boeken van het Lid die groter zijn dan 1 €.",
    "De boete van dit jaar van een Lid moet berekend worden als de som van de boetes van alle geleende boeken van het Lid die gevuld zijn.",
    "De boete van dit jaar van een Lid moet berekend worden als de maximale waarde van 0 en zijn contributie.",
    "De boete van dit jaar van een Lid moet berekend worden als de som van (de boetes van alle geleende boeken van het Lid maal 2).",
    "De boete van dit jaar van een Lid moet berekend worden als de som van de boetes van alle geleende boeken van het Lid maal 2.",
    "De boete van dit jaar van een Lid moet berekend worden als (de som van zijn contributie en 1 €) maal 2.",
    "De boete van dit jaar van een Lid moet berekend worden als de som van zijn contributie en (1 € maal 2).",
    // 6.1: rounding and bounds on either side of a comparison, and in brackets inside a calculation
    "Een Lid is jeugdig indien zijn contributie naar beneden afgerond op 0 decimalen groter is dan 1,50 € naar boven afgerond op 0 decimalen.",
    "Een Lid is jeugdig indien zijn contributie, met een minimum van 1 € groter is dan 1,50 €.",
    "De boete van een Boek moet berekend worden als (1,50 € naar boven afgerond op 0 decimalen) plus 1 €.",
    // 6.10: always rounded down, and names of units in any case
    "De leeftijd van een Lid moet berekend worden als de tijdsduur van zijn geboortedatum tot Rekendatum in jaren.",
    "De leeftijd van een Lid moet berekend worden als de tijdsduur van zijn geboortedatum tot Rekendatum in hele Jaren.",
    // 8.1: table 16
    "Een Lid is jeugdig indien de naam van alle Leden aan de elfproef voldoen.",
    "Een Lid is jeugdig indien zijn naam niet aan de elfproef voldoet.",
    "Een Lid is jeugdig indien zijn naam numeriek met exact 9 cijfers is.",
    "Een Lid is jeugdig indien zijn naam niet numeriek met exact 9 cijfers is.",
    "Een Lid is jeugdig indien de naam van alle Leden numeriek met exact 9 cijfers zijn.",
    "Een Lid is jeugdig indien er aan alle volgende voorwaarden wordt voldaan:\n • zijn naam is niet numeriek met exact 9 cijfers\n • zijn naam voldoet niet aan de elfproef.",
    "Een Lid is jeugdig indien hoogstens twee van de geleende boeken van het Lid zeldzaam zijn.",
    // 10.2: conditions about other subjects, and about an attribuut
    "Een Lid is jeugdig indien zijn leesmaatje aan alle volgende voorwaarden voldoet:\n • hij is een lener\n • zijn leeftijd is groter dan 3 jr\n • de leeftijd van het leesmaatje is kleiner dan 9 jr.",
    "Een Lid is jeugdig indien ten minste twee van de geleende boeken van het Lid aan alle volgende voorwaarden voldoen:\n • de boete van het Boek is groter dan 1 €\n • het geleende boek is zeldzaam.",
    "Een Lid is jeugdig indien het aantal geleende boeken van het Lid aan alle volgende voorwaarden voldoet:\n • het aantal geleende boeken is groter dan 3\n • het aantal geleende boeken van het Lid is kleiner dan 9.",
    "Een Lid is jeugdig indien er aan alle volgende voorwaarden wordt voldaan:\n • hij is een lener\n • de som van de boetes van alle geleende boeken van het Lid die zeldzaam zijn voldoet aan geen van de volgende voorwaarden:\n •• de som van de boetes is leeg\n •• (de som van de boetes plus 1 €) is groter dan 9 €.",
    "Een Lid is jeugdig indien de laatste van zijn geboortedatum en Rekendatum aan de volgende voorwaarde voldoet:\n • de laatste van zijn geboortedatum en Rekendatum is later dan 01-01-2000.",
    "Een Lid is jeugdig indien zijn leeftijd aan alle volgende voorwaarden voldoet:\n • de leeftijd is groter dan 3 jr\n • de leeftijd is kleiner dan 9 jr.",
];

#[test]
fn every_form_is_read() {
    for sentence in SENTENCES {
        // An attribuut may not depend on itself when it runs; reading it is what counts here.
        if let Err(problems) = with(sentence) {
            panic!("{sentence}\n{problems}");
        }
    }
}

#[test]
fn a_bullet_after_a_nested_list_belongs_to_the_outer_list() {
    let version = version(
        "Een Lid is jeugdig
    indien hij aan ten minste één van de volgende voorwaarden voldoet:
      • hij is een veellezer
      • hij voldoet aan geen van de volgende voorwaarden:
        •• zijn naam is leeg
        •• er wordt voldaan aan precies twee van de volgende voorwaarden:
          ••• zijn leeftijd is kleiner dan 3 jr
          ••• zijn leeftijd is groter dan 1 jr
          ••• hij is een lener
        •• zijn leeftijd is gevuld
      • zijn leeftijd is kleiner dan 12 jr.",
    );
    let Some(ConditionKind::Compound { quantifier, parts }) =
        version.cases[0].condition.as_ref().map(|condition| &condition.kind)
    else {
        panic!("geen opsomming")
    };
    assert_eq!((*quantifier, parts.len()), (Quantifier::AtLeast(1), 3));
    let ConditionKind::Compound { quantifier, parts } = &parts[1].kind else {
        panic!("niet genest")
    };
    assert_eq!((*quantifier, parts.len()), (Quantifier::None, 3));
    let ConditionKind::Compound { quantifier, parts } = &parts[1].kind else {
        panic!("niet genest")
    };
    assert_eq!((*quantifier, parts.len()), (Quantifier::Exactly(2), 3));
}

#[test]
fn dashes_are_bullets_of_every_level() {
    let version = version(
        "Een Lid is jeugdig
    indien hij aan alle volgende voorwaarden voldoet:
      - hij is een lener
      - hij voldoet aan alle volgende voorwaarden:
        -- hij is een veellezer
        -- hij voldoet aan ten minste één van de volgende voorwaarden:
          --- zijn leeftijd is kleiner dan 3 jr
          --- zijn leeftijd is groter dan 60 jr.",
    );
    let mut condition = version.cases[0].condition.as_ref().unwrap();
    for _ in 0..3 {
        let ConditionKind::Compound { parts, .. } = &condition.kind else { panic!() };
        assert_eq!(parts.len(), 2);
        condition = &parts[1];
    }
}

#[test]
fn conditions_on_another_subject_are_about_that_subject() {
    let version = version(
        "Een Lid is jeugdig indien zijn leesmaatje aan alle volgende voorwaarden voldoet:
      • zijn leeftijd is groter dan 3 jr
      • de leeftijd van het Lid is kleiner dan 9 jr.",
    );
    let condition = version.cases[0].condition.as_ref().unwrap();
    let ConditionKind::Compound { parts, .. } = &condition.kind else { panic!("{condition:?}") };
    let whose = |part: &Condition| {
        let ConditionKind::Compare { left, .. } = &part.kind else { panic!("{part:?}") };
        let ExprKind::Attribute { of, .. } = &left.kind else { panic!("{left:?}") };
        of.kind.clone()
    };
    assert!(matches!(whose(&parts[0]), SubjectKind::Role { .. }));
    assert_eq!(whose(&parts[1]), SubjectKind::Binding(BindingId(0)));
}

#[test]
fn conditions_on_an_aggregation_are_about_that_aggregation() {
    let version = version(
        "Een Lid is jeugdig indien de som van de boetes van alle geleende boeken van het Lid aan alle
    volgende voorwaarden voldoet:
      • de som van de boetes is groter dan 3 €
      • de som van de boetes van alle geleende boeken van het Lid is kleiner dan 9 €.",
    );
    let condition = version.cases[0].condition.as_ref().unwrap();
    let ConditionKind::Compound { parts, .. } = &condition.kind else { panic!("{condition:?}") };
    let left = |part: &Condition| match &part.kind {
        ConditionKind::Compare { left, .. } => left.clone(),
        other => panic!("{other:?}"),
    };
    assert!(matches!(left(&parts[0]).kind, ExprKind::Aggregate { .. }));
    assert_eq!(left(&parts[0]), left(&parts[1]));
}

#[test]
fn an_aggregation_takes_one_operand_before_what_follows() {
    let sum = "de som van de boetes van alle geleende boeken van het Lid maal 2";
    let twice =
        version(&format!("De boete van dit jaar van een Lid moet berekend worden als {sum}."));
    let Action::Assign { value, .. } = &twice.cases[0].action else { panic!() };
    let ExprKind::Arithmetic { left, .. } = &value.kind else { panic!("{value:?}") };
    assert!(matches!(left.kind, ExprKind::Aggregate { .. }), "{left:?}");
}

#[test]
fn the_unit_system_of_the_specification_may_be_declared_again() {
    let time = "
Eenheidsysteem Tijd
  de milliseconde  ms      = 1/1000 s
  de seconde       s       = 1/60 minuut
  de minuut        minuut  = 1/60 u
  het uur          u       = 1/24 dg
  de dag           dg
  de week          wk      = 7 dg
  de maand         mnd
  het kwartaal     kw      = 3 mnd
  het jaar         jr      = 12 mnd
";
    let text = format!("{time}{LIBRARY}");
    let model = compile(&[Source::new("tijd.regels", text)]).unwrap_or_else(|p| panic!("{p}"));
    assert_eq!(model.units, compile(&[Source::new("a", LIBRARY)]).unwrap().units);
}

#[test]
fn a_value_of_two_domains_takes_the_type_of_what_it_is_compared_with() {
    let rule = "
Domein Vorm is van het type Enumeratie
  'roman'
  'gedicht'
Regel proef
  geldig altijd
    Een Boek is zeldzaam indien 'roman' gelijk is aan de soort van het Boek.
";
    let text = format!("{LIBRARY}{rule}");
    compile(&[Source::new("a", text)]).unwrap_or_else(|problems| panic!("{problems}"));
}

#[test]
fn symbols_of_units_differ_by_case() {
    let text = "
Eenheidsysteem Vermogen
  de milliwatt  mW
  de megawatt   MW  = 1000000000 mW
Parameter de grens : Numeriek (getal) met eenheid mW;
";
    let model = compile(&[Source::new("a", text)]).unwrap_or_else(|p| panic!("{p}"));
    assert_ne!(model.units.find("mW"), model.units.find("MW"));
    assert_eq!(model.units.find("Megawatt"), model.units.find("MW"));
}

#[test]
fn a_unit_of_too_high_a_power_is_refused() {
    let text = format!(
        "{LIBRARY}
Parameter de hoogste : Numeriek (getal) met eenheid 1/g^(100);
Parameter de lage : Numeriek (getal) met eenheid g^(28);
Regel proef
  geldig altijd
    Het gewicht van een Boek moet berekend worden als de hoogste gedeeld door de lage.
"
    );
    let problems = compile(&[Source::new("a", text)]).unwrap_err().to_string();
    assert!(problems.contains("wordt te groot"), "{problems}");
}

#[test]
fn rounding_takes_the_whole_expression_before_it() {
    let version = version(
        "De boete van een Boek moet berekend worden als 10% van de boete van het Boek min 1 €, met een
    minimum van 0 € naar beneden afgerond op 0 decimalen.",
    );
    let Action::Assign { value, .. } = &version.cases[0].action else { panic!() };
    let ExprKind::Round { of, .. } = &value.kind else { panic!("{value:?}") };
    let ExprKind::Bounded { of, .. } = &of.kind else { panic!("{of:?}") };
    let ExprKind::Arithmetic { left, .. } = &of.kind else { panic!("{of:?}") };
    assert!(matches!(left.kind, ExprKind::PercentageOf { .. }), "{left:?}");
}

#[test]
fn multiplication_goes_before_addition_and_both_from_left_to_right() {
    let version =
        version("De boete van een Boek moet berekend worden als 9 € min 2 € min 1 € maal 3.");
    let Action::Assign { value, .. } = &version.cases[0].action else { panic!() };
    // (9 - 2) - (1 x 3)
    let ExprKind::Arithmetic { left, right, .. } = &value.kind else { panic!("{value:?}") };
    assert!(matches!(left.kind, ExprKind::Arithmetic { .. }), "{left:?}");
    assert!(matches!(right.kind, ExprKind::Arithmetic { .. }), "{right:?}");
}

#[test]
fn a_rule_through_a_role_of_many_runs_over_each_of_them() {
    let version =
        version("De boete van een geleende boek van een lener moet gesteld worden op 1 €.");
    assert!(matches!(version.bindings[0].source, BindingSource::EveryWithRole(_)));
    assert!(matches!(version.bindings[1].source, BindingSource::Each(_)));
}

#[test]
fn a_unit_is_converted_where_the_units_differ() {
    let version =
        version("Een Boek is zeldzaam indien het gewicht van het Boek groter is dan 2 kg.");
    let condition = version.cases[0].condition.as_ref().unwrap();
    let ConditionKind::Compare { right, .. } = &condition.kind else { panic!() };
    assert!(matches!(right[0].kind, ExprKind::Convert { .. }), "{right:?}");
}

#[test]
fn elements_of_a_selection_are_what_zijn_refers_to() {
    let text = LIBRARY.to_string()
        + "
Feittype vriendschap
  de gastheer            Lid
  de vriend              Lid
Eén gastheer heeft meerdere vrienden

Regel vrienden
  geldig altijd
    Het leentotaal van een Lid moet berekend worden als het aantal vrienden van het Lid die aan alle
    volgende voorwaarden voldoen:
      • zijn leeftijd is groter dan 10 jr
      • zijn leeftijd is groter dan de leeftijd van het Lid.
";
    let model = compile(&[Source::new("vrienden.regels", text)]).unwrap_or_else(|p| panic!("{p}"));
    let rule = model.rules.iter().find(|rule| rule.name == "vrienden").unwrap();
    let Action::Assign { value, .. } = &rule.versions[0].cases[0].action else { panic!() };
    let ExprKind::Count(subject) = &value.kind else { panic!("{value:?}") };
    let SubjectKind::Where { element, .. } = &subject.kind else { panic!("{subject:?}") };
    assert_eq!(element.0, 1);
}

#[test]
fn a_name_declared_without_an_article_takes_either_and_a_plural_takes_de() {
    let text = |sentence: &str| {
        let rule = format!("Regel proef\n  geldig altijd\n    {sentence}\n");
        let text = LIBRARY.replace("  het leentotaal  ", "  leentotaal (mv: leentotalen)  ");
        compile(&[Source::new("a", format!("{text}\n{rule}"))])
    };
    for right in [
        "Het leentotaal van een Lid moet gesteld worden op 1.",
        "De leentotaal van een Lid moet gesteld worden op 1.",
        "Een Lid is jeugdig indien de leentotalen van alle Leden groter zijn dan 1.",
    ] {
        text(right).unwrap_or_else(|problems| panic!("{right}\n{problems}"));
    }
    let wrong = "Een Lid is jeugdig indien het leentotalen van alle Leden groter zijn dan 1.";
    assert_eq!(text(wrong).unwrap_err().list[0].code.as_str(), "lidwoord");
}

#[test]
fn hij_with_two_candidates_is_not_guessed() {
    let text = "\
Objecttype de Ouder (mv: Ouders) (bezield)
  het loon  Numeriek (geheel getal);
Objecttype het Kind (mv: Kinderen) (bezield)
  het zakgeld  Numeriek (geheel getal);
Feittype gezin
  de verzorger (mv: verzorgers)  Ouder
  het pleegkind (mv: pleegkinderen)  Kind
Eén verzorger heeft meerdere pleegkinderen
Regel zakgeld
  geldig altijd
    Het zakgeld van een pleegkind van een verzorger moet berekend worden als zijn loon.
";
    let problems = compile(&[Source::new("gezin.regels", text)]).unwrap_err().to_string();
    assert!(problems.contains("[dubbelzinnig]") && problems.contains("‘zijn’"), "{problems}");
}

#[test]
fn reading_does_not_depend_on_the_order_of_the_text() {
    let (head, rules) = LIBRARY.split_at(LIBRARY.find("/// bron: Reglement, art. 1").unwrap());
    let turned = format!("{rules}\n{head}");
    let model = compile(&[Source::new("a", LIBRARY)]).unwrap();
    let other = compile(&[Source::new("a", turned)]).unwrap_or_else(|p| panic!("{p}"));
    assert_eq!(model.attributes, other.attributes);
    let names = |model: &Model| model.rules.iter().map(|r| r.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&model), names(&other));
    assert_eq!(model.rules[0].versions[0].cases, other.rules[0].versions[0].cases);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

    /// Whatever is cut out of, doubled in or put into a text, reading it ends with a model or with
    /// mistakes that have a place.
    #[test]
    fn no_text_makes_reading_fail(at in 0..LIBRARY.len(), length in 0usize..200, insert in "\\PC{0,12}") {
        let floor = |mut index: usize| {
            index = index.min(LIBRARY.len());
            while !LIBRARY.is_char_boundary(index) { index -= 1 }
            index
        };
        let (from, to) = (floor(at), floor(at + length));
        let text = format!("{}{insert}{}", &LIBRARY[..from], &LIBRARY[to..]);
        if let Err(problems) = compile(&[Source::new("proef", text)]) {
            for problem in &problems.list {
                let (_, line, column) = problems.position(problem);
                proptest::prop_assert!(line >= 1 && column >= 1);
            }
            proptest::prop_assert!(!problems.list.is_empty());
        }
    }
}
