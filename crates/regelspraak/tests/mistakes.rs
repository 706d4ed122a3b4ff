//! Mistakes people make in rule text: each is reported on its own line, with what was meant.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use regelspraak::diagnostic::Diagnostics;
use regelspraak::model::Model;
use regelspraak::{compile, source::Source};

const LIBRARY: &str = include_str!("bibliotheek.regels");

fn check(text: &str) -> Result<Model, Diagnostics> {
    compile(&[Source::new("bibliotheek.regels", text)])
}

/// A mistake: its name, what stands in the text, what stands there instead, on which line of that
/// the report should be (counted from 0), and the name that should be suggested.
type Mistake = (&'static str, &'static str, &'static str, usize, Option<&'static str>);

const MISTAKES: [Mistake; 30] = [
    (
        "attribuut verkeerd gespeld",
        "van zijn geboortedatum tot",
        "van zijn geboortdatum tot",
        0,
        Some("geboortedatum"),
    ),
    (
        "parameter verkeerd gespeld",
        "is dan de jeugdgrens.\n\n/// bron: Reglement, art. 3",
        "is dan de jeugdgrns.\n\n/// bron: Reglement, art. 3",
        0,
        Some("jeugdgrens"),
    ),
    (
        "objecttype verkeerd gespeld",
        "    Een Lid is jeugdig\n",
        "    Een Lit is jeugdig\n",
        0,
        Some("Lid"),
    ),
    (
        "kenmerk verkeerd gespeld",
        "        •• hij is een veellezer\n",
        "        •• hij is een vellezer\n",
        0,
        Some("veellezer"),
    ),
    (
        "rol verkeerd gespeld",
        "        •• zijn leesmaatje is",
        "        •• zijn leesmaatjen is",
        0,
        Some("leesmaatje"),
    ),
    (
        "variabele verkeerd gespeld",
        "de volle contributie min korting,",
        "de volle contributie min kortng,",
        0,
        Some("korting"),
    ),
    (
        "waarde verkeerd gespeld",
        "'naslagwerk' of 'tijdschrift'\n",
        "'naslagwerk' of 'tijdschrit'\n",
        0,
        Some("tijdschrift"),
    ),
    (
        "domein verkeerd gespeld",
        "  de contributie                    Bedrag;",
        "  de contributie                    Bedrg;",
        0,
        Some("Bedrag"),
    ),
    (
        "objecttype van een rol verkeerd gespeld",
        "  het geleende boek                 Boek\n",
        "  het geleende boek                 Boel\n",
        0,
        Some("Boek"),
    ),
    (
        "beginwoord verkeerd gespeld",
        "// Een uitleenbibliotheek",
        "Regl Een uitleenbibliotheek",
        0,
        Some("Regel"),
    ),
    ("eenheid onbekend", "met eenheid wk;", "met eenheid weken2;", 0, None),
    ("eenheden gaan niet samen", "is groter dan 1 kg.", "is groter dan 1 jr.", 0, None),
    ("eenheid vergeten", "is groter dan 1 kg.", "is groter dan 1.", 0, None),
    (
        "datatypen gaan niet samen",
        "kleiner is dan de jeugdgrens.",
        "kleiner is dan zijn naam.",
        0,
        None,
    ),
    ("groter dan bij een datum", "eerder is dan |", "kleiner is dan |", 0, None),
    (
        "te veel decimalen",
        "\n    minimum van 0 €) naar beneden afgerond op 2 decimalen",
        "\n    minimum van 0 €)",
        0,
        None,
    ),
    (
        "maal een percentage",
        "het kortingspercentage van de volle",
        "het kortingspercentage maal de volle",
        0,
        None,
    ),
    (
        "puntkomma vergeten",
        "  de naam                           Tekst;",
        "  de naam                           Tekst",
        0,
        None,
    ),
    (
        "punt vergeten",
        "is dan de jeugdgrens.\n\n/// bron: Reglement, art. 3",
        "is dan de jeugdgrens\n\n/// bron: Reglement, art. 3",
        0,
        None,
    ),
    ("geldig vergeten", "Regel leeftijd\n  geldig altijd\n", "Regel leeftijd\n", 1, None),
    (
        "werkwoord op de verkeerde plaats",
        "leeftijd kleiner is dan de",
        "leeftijd is kleiner dan de",
        0,
        None,
    ),
    (
        "kenmerk verkeerd geschreven",
        "      • hij is jeugdig\n",
        "      • hij is een jeugdig\n",
        0,
        None,
    ),
    (
        "te veel bullets",
        "        •• hij is een veellezer\n",
        "        ••• hij is een veellezer\n",
        0,
        None,
    ),
    ("meervoud zonder meervoudsvorm", "de boetes van alle", "de boets van alle", 0, Some("boetes")),
    (
        "meer waarden waar er een past",
        "de som van de boetes van alle",
        "de boetes van alle",
        0,
        None,
    ),
    ("onderwerp zonder een", "    Een Lid is jeugdig\n", "    Het Lid is jeugdig\n", 0, None),
    (
        "attribuut van een ander objecttype",
        "zijn geboortedatum tot\n",
        "zijn uiterste datum tot\n",
        0,
        None,
    ),
    ("naam dubbel", "Parameter de jeugdgrens :", "Parameter de volle contributie :", 1, None),
    (
        "versies overlappen",
        "Regel jeugdig\n  geldig altijd\n",
        "Regel jeugdig\n  geldig t/m 2020\n    Een Lid is jeugdig.\n  geldig vanaf 2020\n",
        4,
        None,
    ),
    ("punt in een getal", "2,50 €  ", "2.50 €  ", 0, None),
];

#[test]
fn the_library_has_no_mistakes() {
    if let Err(problems) = check(LIBRARY) {
        panic!("{problems}");
    }
}

#[test]
fn each_mistake_is_found_where_it_stands() {
    for (name, right, wrong, offset, suggestion) in MISTAKES {
        let at = LIBRARY.find(right).unwrap_or_else(|| panic!("{name}: {right:?} staat er niet"));
        assert_eq!(LIBRARY.matches(right).count(), 1, "{name}: {right:?} staat er vaker");
        let line = LIBRARY[..at].matches('\n').count() as u32 + 1 + offset as u32;
        let text = LIBRARY.replace(right, wrong);
        let problems = check(&text).expect_err(name);
        insta::assert_snapshot!(name.replace(' ', "_"), problems.to_string());
        let first = &problems.list[0];
        assert_eq!(problems.position(first).1, line, "{name}: {problems}");
        assert_eq!(first.suggestion.as_deref(), suggestion, "{name}: {problems}");
    }
}

#[test]
fn one_run_reports_all_mistakes() {
    let text = LIBRARY
        .replace("zijn geboortedatum tot", "zijn geboortdatum tot")
        .replace("is dan de jeugdgrens", "is dan de jeugdgrns")
        .replace("is groter dan 1 kg", "is groter dan 1 jr");
    assert_eq!(check(&text).unwrap_err().list.len(), 3);
}

#[test]
fn a_sentence_with_two_meanings_shows_both() {
    let text = "\
Objecttype de Reis (mv: Reizen)
  de leeftijd van de oudste passagier  Numeriek (geheel getal);
  de grens                             Numeriek (geheel getal);
Objecttype de Persoon (mv: Personen)
  de leeftijd                          Numeriek (geheel getal);
Feittype oudste van de reis
  de reis               Reis
  de oudste passagier   Persoon
Eén reis heeft één oudste passagier
Regel grens
  geldig altijd
    De grens van een Reis moet gesteld worden op de leeftijd van de oudste passagier van de Reis.
";
    insta::assert_snapshot!("dubbelzinnig", check(text).unwrap_err().to_string());
    for chosen in [
        "(de leeftijd van de oudste passagier) van de Reis",
        "de leeftijd van (de oudste passagier van de Reis)",
    ] {
        let text = text.replace("de leeftijd van de oudste passagier van de Reis", chosen);
        if let Err(problems) = check(&text) {
            panic!("{chosen}: {problems}");
        }
    }
}

#[test]
fn what_is_not_supported_yet_is_named() {
    let parts = [
        ("Dagsoort de feestdag (mv: feestdagen)\n", "dagsoorten"),
        ("Tijdlijn de week;\n", "tijdlijnen"),
        ("Objecttype de A\n  de b  Tekst voor elke maand;\n", "tijdlijnen"),
        (
            "Objecttype de A\n  de b  Numeriek (getal);\nRegel r\n  geldig altijd\n    De b van een A moet groter zijn dan 0.\n",
            "consistentieregels",
        ),
    ];
    for (text, part) in parts {
        let problems = check(text).unwrap_err().to_string();
        assert!(problems.contains("[nog-niet-ondersteund]"), "{problems}");
        assert!(problems.contains(part), "{problems}");
    }
}
