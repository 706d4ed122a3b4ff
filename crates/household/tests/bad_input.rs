//! Every refusal, as the person who wrote the file gets to read it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test panics")]

use engine::language::{Bilingual, Language};
use household::HouseholdFile;

/// Compares in both languages, without the expression in the snapshot: the cases have names.
macro_rules! assert_refusals {
    ($cases:expr) => {
        let cases = $cases;
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(refusals(cases, Language::Dutch))
        });
        let english = refusals(cases, Language::English);
        assert_no_dutch(&english);
        insta::with_settings!({ omit_expression => true, snapshot_suffix => "en" }, {
            insta::assert_snapshot!(english)
        });
    };
}

/// Words of Dutch sentences that are no English words.
const DUTCH: [&str; 32] = [
    "de",
    "het",
    "een",
    "niet",
    "geen",
    "van",
    "voor",
    "met",
    "staat",
    "hier",
    "bij",
    "dit",
    "deze",
    "kan",
    "moet",
    "wordt",
    "zijn",
    "haal",
    "zet",
    "schrijf",
    "kies",
    "controleer",
    "bestand",
    "veld",
    "regel",
    "kolom",
    "bedrag",
    "naam",
    "hooguit",
    "zonder",
    "bedoelde",
    "jjjj",
];

/// Only what is quoted from the file is Dutch.
fn assert_no_dutch(text: &str) {
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (_, said) = line.split_once(": ").unwrap_or(("", line));
        let said: String = said.split('\'').step_by(2).collect();
        let mut words = said.split(|c: char| !c.is_alphanumeric() && c != '_');
        let dutch = words.find(|word| DUTCH.contains(&word.to_lowercase().as_str()));
        let lists = said.contains("These fields") && dutch == Some("naam");
        assert!(dutch.is_none() || lists, "{dutch:?}: {line}");
    }
}

/// The errors of each text, one per line, under the name of the case.
fn refusals(cases: &[(&str, String)], language: Language) -> String {
    let show = |(name, text): &(&str, String)| {
        let errors = HouseholdFile::read(text, "huis.yaml").expect_err(name);
        assert!(!errors.is_empty(), "{name}");
        let lines: String =
            errors.iter().map(|error| format!("{}\n", error.in_language(language))).collect();
        format!("# {name}\n{lines}\n")
    };
    cases.iter().map(show).collect()
}

/// A household of these persons, one line each.
fn persons(lines: &[&str]) -> String {
    let list: String = lines.iter().map(|line| format!("    - {{{line}}}\n")).collect();
    format!("rekendatum: 2026-01-15\nhuishouden:\n  personen:\n{list}")
}

/// A household of one person with this field.
fn person(field: &str) -> String {
    persons(&[&format!("rol: aanvrager, geboortedatum: 1991-03-14, {field}")])
}

const SAM: &str = "naam: Sam, rol: aanvrager, geboortedatum: 1991-03-14";

#[test]
fn what_is_no_household_file() {
    let text = |text: &str| text.to_string();
    assert_refusals!(&[
        ("0 bytes", text("")),
        ("alleen commentaar", text("# niets\n")),
        ("geen velden", text("- rol: aanvrager\n")),
        ("losse tekst", text("Sam en Noor")),
        ("geen huishouden", text("rekendatum: 2026-01-15\n")),
        ("leeg huishouden", text("rekendatum: 2026-01-15\nhuishouden:\n")),
        ("geen personen", text("rekendatum: 2026-01-15\nhuishouden: {gemeente: Tilburg}\n")),
        ("lege personen", text("rekendatum: 2026-01-15\nhuishouden: {personen: []}\n")),
        (
            "personen geen lijst",
            text("rekendatum: 2026-01-15\nhuishouden: {personen: {rol: kind}}")
        ),
        ("persoon zonder velden", persons(&[""])),
        ("persoon geen groep", text("rekendatum: 2026-01-15\nhuishouden: {personen: [Sam]}")),
        ("geen rekendatum", persons(&[SAM]).replace("rekendatum: 2026-01-15\n", "")),
        (
            "te veel personen",
            persons(&[vec![SAM], vec!["rol: kind, geboortedatum: 2020-01-01"; 50]].concat())
        ),
        ("fout in de YAML", text("rekendatum: 2026-01-15\nhuishouden:\n  personen: [\n")),
        ("lege rekendatum", persons(&[SAM]).replace("2026-01-15", "")),
        ("te groot", " ".repeat((1 << 20) + 1)),
    ]);
}

#[test]
fn fields_with_a_wrong_name_or_value() {
    assert_refusals!(&[
        ("onbekend veld", person("loom: 28000")),
        ("onbekend veld, ver weg", person("hobby: schaken")),
        (
            "onbekend veld van de woning",
            persons(&[SAM]).replace("personen:", "woning: {huur: 700}\n  personen:")
        ),
        ("veld op de verkeerde plek", format!("gemeente: Tilburg\n{}", persons(&[SAM]))),
        ("dubbel veld", person("loon: 1, loon: 2")),
        ("tekst als bedrag", person("loon: veel")),
        ("bedrag met duizendtallen", person("loon: 28.000")),
        ("bedrag met drie decimalen", person("loon: 712.505")),
        ("bedrag als breuk", person("loon: 1/3")),
        ("macht van tien", person("loon: 1e3")),
        ("leeg bedrag", person("loon: ")),
        ("macht van tien met een punt", person("loon: 2.8e4")),
        ("komma als decimaalteken in een groep", person("loon: 28000,50")),
        ("punten en komma", person("loon: '28.000,50'")),
        ("euroteken", person("loon: € 28000")),
        ("k voor duizend", person("loon: 28k")),
        ("streepje erachter", person("loon: '28000,-'")),
        ("miljoen met punten", person("loon: 1.000.000")),
        ("nullen achter de punt", person("loon: 0.0000")),
        ("duizend maanden", person("maanden_laag_inkomen: 1.201")),
        ("pensioenpremie zonder loon", person("pensioenpremie: 30000")),
        ("pensioenpremie bij een fout loon", person("pensioenpremie: 30000, loon: veel")),
        ("lege rol", persons(&["rol: , geboortedatum: 1991-03-14"])),
        ("lege geboortedatum", persons(&["rol: aanvrager, geboortedatum: "])),
        (
            "leeg veld met een keuze",
            persons(&[SAM]).replace("personen:", "woning: {soort: }\n  personen:")
        ),
        ("lijst als bedrag", person("loon: [28000]")),
        ("bedrag onder nul", person("loon: -1")),
        ("bedrag te hoog", person("spaargeld: 10000001")),
        ("verlies te hoog", person("winst: -10000001")),
        ("geen ja of nee", person("student: soms")),
        ("uren te hoog", person("uren_per_week: 169")),
        ("opbouwjaren te hoog", person("aow_opbouwjaren: 51")),
        ("opbouwjaren niet heel", person("aow_opbouwjaren: 49.5")),
        ("onbekende keuze", persons(&["rol: oma, geboortedatum: 1991-03-14"])),
        ("lege naam", person("naam: ''")),
        ("naam met regeleinde", person("naam: \"Sam\\nNoor\"")),
        (
            "gemeente onbekend",
            persons(&[SAM]).replace("personen:", "gemeente: Tilbrug\n  personen:")
        ),
        (
            "gemeente die nergens op lijkt",
            persons(&[SAM]).replace("personen:", "gemeente: GM9999\n  personen:")
        ),
        ("onbekend veld dat nergens op lijkt", person("foobarbaz: 1")),
        (
            "gemeente niet eenduidig",
            persons(&[SAM]).replace("personen:", "gemeente: Bergen\n  personen:")
        ),
        (
            "opvang met onbekend veld",
            persons(&[SAM, "rol: kind, geboortedatum: 2020-01-01, opvang: [{uur: 120}]"])
        ),
        ("opvang geen lijst", persons(&[SAM, "rol: kind, geboortedatum: 2020-01-01, opvang: ja"])),
        ("datum zonder streepjes", persons(&["rol: aanvrager, geboortedatum: 14-03-1991"])),
        ("datum die niet bestaat", persons(&["rol: aanvrager, geboortedatum: 1991-02-30"])),
        ("rekendatum die niet bestaat", persons(&[SAM]).replace("2026-01-15", "2026-02-30")),
        ("rekendatum ver weg", persons(&[SAM]).replace("2026-01-15", "0206-01-15")),
        ("verwijzing", person("loon: &a 1, winst: *a")),
    ]);
}

#[test]
fn what_cannot_be_unknown() {
    assert_refusals!(&[
        ("geen lijst", person("onbekend: loon")),
        ("met een typefout", person("onbekend: [spaargelt]")),
        ("iets heel anders", person("onbekend: [schoenmaat]")),
        ("wie iemand is", person("onbekend: [rol]")),
        ("een groep in de lijst", person("onbekend: [{loon: 1}]")),
        ("niets in de lijst", person("onbekend: [loon, ]").replace("loon, ", "loon, ~")),
        ("twee keer", person("onbekend: [loon, loon]")),
        ("met een antwoord", person("loon: 0, onbekend: [loon]")),
        ("van een andere rol", person("onbekend: [samenleving]")),
        (
            "een gemeente die er wel staat",
            persons(&[SAM])
                .replace("personen:", "gemeente: Urk\n  onbekend: [gemeente]\n  personen:")
        ),
        ("buiten een groep", format!("onbekend: [loon]\n{}", persons(&[SAM]))),
    ]);
}

#[test]
fn persons_who_cannot_be_together() {
    let child = |fields: &str| persons(&[SAM, &format!("rol: kind, naam: Noor, {fields}")]);
    assert_refusals!(&[
        ("rol en geboortedatum ontbreken", persons(&[SAM, "naam: Noor"])),
        ("geen aanvrager", persons(&["rol: partner, geboortedatum: 1991-03-14"])),
        ("twee aanvragers", persons(&[SAM, "rol: aanvrager, geboortedatum: 1991-03-14, naam: Bo"])),
        (
            "twee partners",
            persons(&[
                SAM,
                "rol: partner, geboortedatum: 1991-03-14, naam: Bo",
                "rol: partner, geboortedatum: 1991-03-14, naam: Jo",
            ])
        ),
        ("partner is een kind", persons(&[SAM, "rol: partner, geboortedatum: 2010-01-16"])),
        ("kind ouder dan ouder", child("geboortedatum: 1991-03-14")),
        ("kind ouder dan genoemde ouder", child("geboortedatum: 1980-01-01, ouders: [Sam]")),
        ("kind te oud voor zijn ouder", child("geboortedatum: 2002-12-31")),
        (
            "ouder als partner",
            persons(&[
                "naam: Sam, rol: aanvrager, geboortedatum: 1991-03-14, ouders: [Bo]",
                "naam: Bo, rol: partner, geboortedatum: 1960-01-01",
            ])
        ),
        (
            "kind als partner",
            persons(&[SAM, "naam: Bo, rol: partner, geboortedatum: 2007-01-01, ouders: [sam]"])
        ),
        (
            "minderjarig kind als medebewoner, door de verwantschap",
            persons(&[
                SAM,
                "naam: Noor, rol: medebewoner, geboortedatum: 2008-01-02, verwantschap: kind"
            ])
        ),
        (
            "minderjarig kind als medebewoner, door zijn ouders",
            persons(&[
                SAM,
                "naam: Noor, rol: medebewoner, geboortedatum: 2012-05-06, ouders: [Sam]"
            ])
        ),
        ("geboren na de rekendatum", child("geboortedatum: 2026-01-16")),
        ("ouder dan 130 jaar", persons(&["rol: aanvrager, geboortedatum: 1895-01-15"])),
        ("zelfde naam", persons(&[SAM, "naam: Sam, rol: medebewoner, geboortedatum: 2000-01-01"])),
        (
            "zelfde naam zonder hoofdletter",
            persons(&[SAM, "naam: sam, rol: kind, geboortedatum: 2020-01-01"])
        ),
        (
            "naam van een ander",
            persons(&[
                SAM,
                "rol: kind, naam: kind 2, geboortedatum: 2020-01-01",
                "rol: kind, geboortedatum: 2020-01-01",
            ])
        ),
        ("onbekende ouder", child("geboortedatum: 2020-01-01, ouders: [Tam]")),
        (
            "onbekende ouder die op niemand lijkt",
            child("geboortedatum: 2020-01-01, ouders: [Piet]")
        ),
        (
            "onbekende ouder zonder anderen",
            persons(&["rol: aanvrager, geboortedatum: 2010-01-01, ouders: [Piet]"])
        ),
        ("eigen ouder", child("geboortedatum: 2020-01-01, ouders: [Noor]")),
        ("dubbele ouder", child("geboortedatum: 2020-01-01, ouders: [Sam, sam]")),
        ("drie ouders", child("geboortedatum: 2020-01-01, ouders: [Sam, Jo, Bo]")),
        ("ouders geen lijst", child("geboortedatum: 2020-01-01, ouders: Sam")),
        ("samenleving bij een kind", child("geboortedatum: 2020-01-01, samenleving: gehuwd")),
        ("verwantschap bij de aanvrager", person("verwantschap: geen")),
        ("contract bij de aanvrager", person("commercieel_contract: false")),
        ("opvang bij de aanvrager", person("opvang: []")),
    ]);
}

#[test]
fn all_errors_of_a_file_come_together() {
    let text = "rekendatum: 2026-13-01
huishouden:
  gemente: Tilburg
  woning:
    kale_huur: -5
    soort: huur
  personen:
    - naam: Sam
      rol: aanvrager
      geboortedatum: 1991-03-14
      loon: 28.000
    - naam: Noor
      geboortedatum: 2019-02-29
      ouders: [Tam]
";
    assert_refusals!(&[("alles tegelijk", text.to_string())]);
}
