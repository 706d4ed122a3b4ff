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

const MISTAKES: [Mistake; 46] = [
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
    ("eerste kolom met een kop", "    |   | de boete", "    | nr | de boete", 0, None),
    ("rijnummer dubbel", "    | 2 | 10 €", "    | 1 | 10 €", 0, None),
    ("rijnummer met meer erbij", "    | 2 | 10 €", "    | 2 b | 10 €", 0, None),
    ("onwaar met meer erbij", "| onwaar   ", "| onwaar of waar   ", 0, None),
    (
        "eenheid die al iets anders is",
        "kg  = 1000 g\n",
        "kg  = 1000 g\n  de jaargang                    jr\n",
        1,
        None,
    ),
    (
        "tekst achter de zin van een feittype",
        "meerdere geleende boeken\n",
        "meerdere geleende boeken\nen nog iets\n",
        1,
        None,
    ),
    (
        "tekst achter de zin van een wederkerig feittype",
        "heeft één leesmaatje\n",
        "heeft één leesmaatje en nog iets\n",
        0,
        None,
    ),
    ("regel verkeerd gespeld", "Regel leentotaal", "Rgel leentotaal", 0, Some("Regel")),
    (
        "lidwoord van een attribuut",
        "    De leeftijd van een Lid",
        "    Het leeftijd van een Lid",
        0,
        Some("de leeftijd"),
    ),
    (
        "lidwoord van een meervoud",
        "als de som van de boetes van",
        "als de som van het boetes van",
        0,
        Some("de boetes"),
    ),
    (
        "lidwoord van een parameter",
        "kleiner is dan de jeugdgrens",
        "kleiner is dan het jeugdgrens",
        0,
        Some("de jeugdgrens"),
    ),
    (
        "lidwoord van een objecttype",
        "      • het gewicht van het Boek is",
        "      • het gewicht van de Boek is",
        0,
        Some("het Boek"),
    ),
    (
        "lidwoord van een rol",
        "geleende boeken van de lener die",
        "geleende boeken van het lener die",
        0,
        Some("de lener"),
    ),
    (
        "lidwoord van een kenmerk",
        "    indien hij recht op korting heeft",
        "    indien hij de recht op korting heeft",
        0,
        Some("het recht op korting"),
    ),
    (
        "lidwoord van een variabele",
        "de volle contributie min korting,",
        "de volle contributie min het korting,",
        0,
        Some("de korting"),
    ),
    ("datatype vergeten", "  de naam                           Tekst;", "  de naam  ;", 0, None),
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

/// The lines with a mistake.
fn lines(text: &str) -> Vec<u32> {
    let problems = check(text).unwrap_err();
    problems.list.iter().map(|problem| problems.position(problem).1).collect()
}

#[test]
fn every_variable_bullet_and_cell_with_a_mistake_is_reported() {
    let rules = "Regel proef
  geldig altijd
    De contributie van een Lid moet gesteld worden op eerste plus tweede plus derde.
    Daarbij geldt:
      eerste is de vole contributie
      tweede is eerste plus 1 €
      derde is de jeugdgrns.

Regel lijst
  geldig altijd
    Een Lid is jeugdig
    indien hij aan alle volgende voorwaarden voldoet:
      • hij is een vellezer
      • hij is een lener
      • hij voldoet aan alle volgende voorwaarden:
        •• zijn leeftijd is groter dan de jeugdgrns
        •• zijn leeftijd is groter dan 3 jr
      • zijn leeftijd is groter dan 1 €.

Beslistabel tabel
  geldig altijd
    |   | de boete van een Boek moet gesteld worden op | indien de soort van het Boek gelijk is aan |
    |---|----------------------------------------------|--------------------------------------------|
    | 1 | 2 jr                                         | 'romn'                                     |
    | 2 | 1 €                                          | 'roman'                                    |
    | 3 | 1 km                                         | 'roman'                                    |
";
    let text = format!("{LIBRARY}{rules}");
    let first = LIBRARY.matches('\n').count() as u32 + 1;
    let found: Vec<u32> = lines(&text).into_iter().map(|line| line - first).collect();
    assert_eq!(found, [4, 6, 12, 15, 17, 23, 23, 25], "{}", check(&text).unwrap_err());
}

#[test]
fn something_declared_twice_leaves_the_first_to_be_used() {
    let twice = "  de leeftijd (mv: leeftijden)      Tekst;\n  de naam ";
    let text = LIBRARY
        .replace("  de naam ", twice)
        .replace("leeftijd kleiner is dan de jeugdgrens", "leeftijd kleiner is dan de jeugdgrns");
    assert_eq!(check(&text).unwrap_err().list.len(), 2);
}

#[test]
fn a_head_that_no_row_uses_is_checked() {
    let wrong = LIBRARY
        .replace("indien het Boek zeldzaam is |", "indien het Boek zeldzam is |")
        .replace("| onwaar  ", "| n.v.t.  ")
        .replace("| waar    ", "| n.v.t.  ");
    let problems = check(&wrong).unwrap_err();
    assert_eq!(problems.list[0].suggestion.as_deref(), Some("zeldzaam"), "{problems}");
    let value = LIBRARY
        .replace(
            "uiterste datum van het Boek eerder is dan |",
            "uiterste dtum van het Boek eerder is dan |",
        )
        .replace("| Rekendatum  ", "| n.v.t.      ");
    let problems = check(&value).unwrap_err();
    assert_eq!(problems.list[0].suggestion.as_deref(), Some("uiterste datum"), "{problems}");
    let right = LIBRARY.replace("| Rekendatum  ", "| n.v.t.      ").replace("| 2 |", "| 7 |");
    check(&right).unwrap_or_else(|problems| panic!("{problems}"));
}

#[test]
fn two_meanings_that_brackets_cannot_tell_apart_are_named() {
    let text = format!(
        "{LIBRARY}
Feittype ruilen
  de ruiler (mv: ruilers)                        Lid
  het leesmaatje (mv: leesmaatjes)               Lid
Eén ruiler heeft één leesmaatje

Regel proef
  geldig altijd
    De leeftijd van een ruiler moet berekend worden als de leeftijd van zijn leesmaatje.
"
    );
    insta::assert_snapshot!("twee_betekenissen", check(&text).unwrap_err().to_string());
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
fn the_same_mistake_in_two_places_is_reported_twice() {
    let text = LIBRARY.replace("        •• hij is een veellezer", "        •• hij is een vellezer");
    let text = text.replace("indien hij recht op korting heeft", "indien hij een vellezer is");
    let problems = check(&text).unwrap_err();
    assert_eq!(problems.list.len(), 2, "{problems}");
    assert_eq!(problems.list[0].message, problems.list[1].message);
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
        ("Regelgroep de groep\n", "regelgroepen"),
    ];
    for (text, part) in parts {
        let problems = check(text).unwrap_err().to_string();
        assert!(problems.contains("[nog-niet-ondersteund]"), "{problems}");
        assert!(problems.contains(part), "{problems}");
    }
}
