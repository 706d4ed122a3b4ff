//! Subjects with the same name, told apart by their place in the sentence (section 5.5.3).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use regelspraak::model::{Action, BindingId, ExprKind, Model, SubjectKind};
use regelspraak::{compile, source::Source};

const FAMILY: &str = "
Objecttype de Aap (mv: Apen) (bezield)
  de leeftijd      Numeriek (geheel getal) met eenheid jr;
  het verschil     Numeriek (geheel getal) met eenheid jr;
  is oud           kenmerk (bijvoeglijk);

Objecttype de Kooi (mv: Kooien)
  het nummer       Numeriek (geheel getal);
  het aantal buren met hetzelfde nummer    Numeriek (geheel getal);

Feittype afstamming
  de ouder         Aap
  het jong (mv: jongen)    Aap
Eén ouder heeft meerdere jongen

Feittype vriendschap
  het maatje (mv: maatjes)    Aap
  de leider        Aap
Eén leider heeft meerdere maatjes
";

fn rule(sentence: &str) -> Result<Model, String> {
    let text = format!("{FAMILY}\nRegel proef\n  geldig altijd\n    {sentence}\n");
    compile(&[Source::new("apen.regels", text)]).map_err(|problems| problems.to_string())
}

/// Whose leeftijd the value of the rule is, by its binding.
fn meant(sentence: &str) -> BindingId {
    let model = rule(sentence).unwrap_or_else(|problems| panic!("{sentence}\n{problems}"));
    let Action::Assign { value, .. } = &model.rules[0].versions[0].cases[0].action else {
        panic!()
    };
    let ExprKind::Attribute { of, .. } = &value.kind else { panic!() };
    let SubjectKind::Binding(binding) = of.kind else { panic!() };
    binding
}

#[test]
fn a_rangtelwoord_counts_in_the_order_of_the_sentence() {
    // A Aap (0) with a jong (1) that has a jong (2), which the sentence names first.
    for (reference, binding) in [
        ("het eerstgenoemde jong", 2),
        ("het als tweede genoemde jong", 1),
        ("het als 2e genoemde jong", 1),
        ("het laatstgenoemde jong", 1),
        ("de Aap", 0),
    ] {
        let sentence = format!(
            "Het verschil van een jong van een jong van een Aap moet berekend worden als de \
             leeftijd van {reference}."
        );
        assert_eq!(meant(&sentence), BindingId(binding), "{reference}");
    }
    // By their objecttype, when nobody has that name.
    for (reference, binding) in [
        ("de eerstgenoemde Aap", 3),
        ("de als tweede genoemde Aap", 2),
        ("de als derde genoemde Aap", 1),
        ("de laatstgenoemde Aap", 0),
        ("het eerstgenoemde jong", 3),
        ("het maatje", 2),
    ] {
        let sentence = format!(
            "Het verschil van een jong van een maatje van een jong van een ouder moet berekend \
             worden als de leeftijd van {reference}."
        );
        assert_eq!(meant(&sentence), BindingId(binding), "{reference}");
    }
}

#[test]
fn an_element_comes_behind_the_subject_of_the_rule() {
    let rule = rule(
        "Het aantal buren met hetzelfde nummer van een Kooi moet berekend worden als het aantal \
         Kooien die aan de volgende voorwaarde voldoen: het nummer van de laatstgenoemde Kooi is \
         gelijk aan het nummer van de eerstgenoemde Kooi.",
    );
    if let Err(problems) = rule {
        panic!("{problems}");
    }
}

#[test]
fn a_reference_that_is_not_clear_asks_for_a_rangtelwoord() {
    let start = "Het verschil van een jong van een jong van een Aap moet berekend worden als";
    let sentences = [
        format!("{start} de leeftijd van het jong."),
        format!("{start} de leeftijd van het eerste jong."),
        format!("{start} de leeftijd van het tweede jong."),
        format!("{start} de leeftijd van het als derde genoemde jong."),
        format!("{start} de leeftijd van het als tweede jong."),
        format!("{start} de leeftijd van het als zoveelste genoemde jong."),
        format!("{start} de leeftijd van de eerstgenoemde Aap."),
        format!("{start} de leeftijd van de eerstgenoemde leider."),
        format!("{start} de eerstgenoemde leeftijd van de Aap."),
    ];
    let reports = sentences.map(|sentence| {
        let problems = rule(&sentence).map(|_| ()).expect_err(&sentence);
        format!("{sentence}\n{problems}")
    });
    insta::assert_snapshot!(reports.join("\n"));
}
