//! Mistakes in the sentence of a rule: each is explained by one report, of the right kind.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use regelspraak::{compile, source::Source};

const LIBRARY: &str = include_str!("bibliotheek.regels");

/// A mistake in a sentence of a rule of its own: its name, its code and the sentence.
const SENTENCES: [(&str, &str, &str); 21] = [
    (
        "iets anders dan 0 als er niets is",
        "vorm",
        "De boete van dit jaar van een Lid moet berekend worden als de som van de boetes van alle geleende boeken van het Lid of 5 € als die er niet zijn.",
    ),
    (
        "lijst met een bewerking erachter",
        "dubbelzinnig",
        "De boete van dit jaar van een Lid moet berekend worden als de som van zijn contributie en 1 € maal 2.",
    ),
    (
        "onderwerp of element",
        "dubbelzinnig",
        "De boete van een Boek moet berekend worden als de som van de boetes van alle Boeken die aan de volgende voorwaarde voldoen: de soort van het Boek is gelijk aan 'roman'.",
    ),
    (
        "bewerking achter een afronding",
        "vorm",
        "De boete van een Boek moet berekend worden als de boete van het Boek naar beneden afgerond op 0 decimalen plus 1 €.",
    ),
    ("lidwoord bij een bijvoeglijk kenmerk", "vorm", "Een Lid is de jeugdig."),
    (
        "opsomming over een som en iets anders",
        "onderwerp",
        "Een Lid is jeugdig indien de som van de boetes van alle geleende boeken van het Lid aan alle volgende voorwaarden voldoet:\n • de som van de boetes is groter dan 1 €\n • hij is een lener.",
    ),
    (
        "opsomming over een berekening",
        "onderwerp",
        "Een Lid is jeugdig indien zijn leentotaal maal 2 aan alle volgende voorwaarden voldoet:\n • hij is een lener.",
    ),
    (
        "meer waarden aan beide kanten",
        "onderwerp",
        "De boete van een Boek moet berekend worden als de som van (de boetes van alle Boeken plus de boetes van alle Boeken).",
    ),
    (
        "variabele met de naam van een parameter",
        "dubbel",
        "De contributie van een Lid moet gesteld worden op de volle contributie. Daarbij geldt: de volle contributie is 1 €.",
    ),
    (
        "goede naam niet verbeterd",
        "verwacht",
        "Een Lid is jeugdig indien zijn leeftijd niet 3 jr is.",
    ),
    ("gelijk aan leeg", "vorm", "Een Lid is jeugdig indien zijn leeftijd gelijk is aan leeg."),
    (
        "ongelijk aan leeg in een lijst",
        "vorm",
        "Een Lid is jeugdig indien er aan alle volgende voorwaarden wordt voldaan:\n • zijn leeftijd is ongelijk aan leeg.",
    ),
    (
        "aantal in letters",
        "vorm",
        "Een Lid is jeugdig indien ten minste vijf van de geleende boeken van het Lid zeldzaam zijn.",
    ),
    (
        "eenheid achter een getal onbekend",
        "onbekende-eenheid",
        "De boete van een Boek moet gesteld worden op 5 km.",
    ),
    (
        "meer gevraagd dan er staat",
        "vorm",
        "Een Lid is jeugdig indien hij aan ten minste 5 van de volgende voorwaarden voldoet:\n • hij is een lener\n • hij is een veellezer.",
    ),
    (
        "kop binnen een regel",
        "verwacht",
        "Een Lid is jeugdig indien hij aan alle volgende voorwaarden voldoet:\n      • hij is een lener\n      --- hij is een veellezer.",
    ),
    (
        "grens en dan een bewerking",
        "vorm",
        "De boete van een Boek moet berekend worden als (1 €, met een minimum van 0 € naar beneden afgerond op 0 decimalen maal 2).",
    ),
    (
        "afkorting met andere hoofdletters",
        "verwacht",
        "De leeftijd van een Lid moet berekend worden als de tijdsduur van zijn geboortedatum tot Rekendatum in hele JR.",
    ),
    (
        "waarde van een domein links",
        "onbekende-naam",
        "Een Boek is zeldzaam indien 'romn' gelijk is aan de soort van het Boek.",
    ),
    (
        "opsomming over een onbekend onderwerp",
        "onbekende-naam",
        "Een Lid is jeugdig indien zijn leesmatje aan alle volgende voorwaarden voldoet:\n • hij is een lener.",
    ),
    (
        "selectie met een ander datatype",
        "eenheid",
        "De boete van dit jaar van een Lid moet berekend worden als de som van de boetes van alle geleende boeken van het Lid die groter zijn dan 1 jr.",
    ),
];

#[test]
fn each_mistake_in_a_sentence_is_explained() {
    for (name, code, sentence) in SENTENCES {
        let text = format!("{LIBRARY}\nRegel proef\n  geldig altijd\n    {sentence}\n");
        let problems = compile(&[Source::new("bibliotheek.regels", text)]).expect_err(name);
        insta::assert_snapshot!(name.replace(' ', "_"), problems.to_string());
        assert_eq!(problems.list.len(), 1, "{name}: {problems}");
        assert_eq!(problems.list[0].code.as_str(), code, "{name}: {problems}");
    }
}
