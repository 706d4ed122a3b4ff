//! Every refusal is tested by the whole text that a person gets to read.

use engine::language::{Bilingual, Language};
use proptest::prelude::*;

use super::*;

/// All errors of a text that should hold: `a` a number, `b` a yes or no, `c` a date, `d` a list
/// of choices; one error per line.
fn errors(text: &str) -> String {
    errors_in(text, Language::Dutch)
}

fn errors_in(text: &str, language: Language) -> String {
    let mut problems = Problems::default();
    let document = Document::read("f", text, &mut problems);
    let checked = document.as_ref().and_then(|document| {
        let fields = document.root().fields(&["a", "b", "c", "dagen"], &mut problems)?;
        problems.keep(fields.require("a").and_then(|a| a.number()));
        fields.get("b").map(|b| problems.keep(b.boolean()));
        fields.get("c").map(|c| problems.keep(c.date()));
        for day in fields.get("dagen").and_then(|d| problems.keep(d.list())).unwrap_or_default() {
            problems.keep(day.choice(&["ma", "di"]));
        }
        Some(())
    });
    match problems.finish(checked) {
        Ok(()) => String::new(),
        Err(errors) => errors.iter().map(|e| format!("{}\n", e.in_language(language))).collect(),
    }
}

#[track_caller]
fn refused(text: &str, expected: &str) {
    let start: String = text.chars().take(100).collect();
    assert_eq!(errors(text).trim_end(), expected, "{start}");
}

#[test]
fn reads_yaml_and_json_alike() {
    let yaml = "a: 712.50\nb: ja\nc: 2024-02-29\ndagen: [ma, di]\n";
    let json =
        "{\n\t\"a\": 712.50,\n\t\"b\":true, \"c\": \"2024-02-29\", \"dagen\": [\"ma\",\"di\"]}";
    for text in [yaml, json, &yaml.replace('\n', "\r\n"), &format!("\u{feff}{yaml}")] {
        assert_eq!(errors(text), "", "{text}");
    }
    for text in ["28000", "\"28000\"", "'712,50'", "712,50", "-5", "0", "1/3"] {
        assert_eq!(errors(&format!("a: {text}")), "", "{text}");
    }
}

#[test]
fn keeps_text_and_places() {
    let mut problems = Problems::default();
    let text = "\u{feff}naam: Zoë\nlijst:\n  - {kleur: \"0x10\", leeg: }\n";
    let document = Document::read("f", text, &mut problems).unwrap();
    let fields = document.root().mapping().unwrap();
    let (key, name) = fields.entries().next().unwrap();
    assert_eq!((key.text.as_str(), key.position), ("naam", Position::START));
    assert_eq!(name.text(), Ok("Zoë"));
    assert_eq!(name.position(), Position { line: 1, column: 7 });
    let item = fields.get("lijst").unwrap().list().unwrap().remove(0);
    let colour = item.mapping().unwrap().get("kleur").unwrap();
    assert_eq!(colour.path(), "lijst[0].kleur");
    assert_eq!(colour.position(), Position { line: 3, column: 13 });
    assert_eq!(colour.node().kind, NodeKind::Scalar { text: "0x10".to_string(), quoted: true });
    let empty = item.mapping().unwrap().get("leeg").unwrap();
    assert!(empty.node().is_null());
    assert_eq!(empty.position(), Position { line: 3, column: 21 });
}

#[test]
fn reads_json_characters_beyond_the_first_plane() {
    let mut problems = Problems::default();
    let json = r#"{"naam": "\ud83d\ude00 \\ud83d\\ude00 \u00eb \/"}"#;
    let document = Document::read("f", json, &mut problems).unwrap();
    let name = document.root().mapping().unwrap().get("naam").unwrap();
    assert_eq!(name.text(), Ok("😀 \\ud83d\\ude00 ë /"));
    refused(
        r#"{"a": "\ud83d"}"#,
        "f, regel 1, kolom 7: De code na het teken '\\' bestaat niet. \
         Schrijf '\\\\' voor een gewone schuine streep.",
    );
}

#[test]
fn refuses_what_is_no_number() {
    for text in [".nan", "nan", "1_1/2", "0x10", "10 20", "1.0000.00", "1e99", "€", "1e-3", "k"] {
        refused(
            &format!("a: {text}"),
            &format!(
                "f, regel 1, kolom 4, a: '{text}' is geen getal. \
                 Schrijf bijvoorbeeld 28000 of 712.50."
            ),
        );
    }
    let found = |what: &str| {
        format!("f, regel 1, kolom 4, a: Hier hoort een getal te staan, maar er staat {what}.")
    };
    refused("a: [1]", &found("een lijst"));
    refused("a: {b: 1}", &found("een groep velden"));
    for text in ["a:", "a: ~", "a: null"] {
        refused(
            text,
            "f, regel 1, kolom 1, a: Hier hoort een getal te staan, maar er staat niets. \
             Vul een waarde in.",
        );
    }
}

#[test]
fn understands_what_number_was_meant() {
    for (text, hint) in [
        ("1e3", "Schrijf het getal voluit: 1000."),
        ("2.8e4", "Schrijf het getal voluit: 28000."),
        ("2.85555e+4", "Schrijf het getal voluit: 28555.5."),
        ("28k", "Schrijf het getal voluit: 28000."),
        ("-1,5 mln", "Schrijf het getal voluit: -1500000."),
        ("+5", "Schrijf 5, zonder plusteken."),
        (".5", "Schrijf 0.5."),
        ("1_000", "Schrijf 1000, zonder '_'."),
        ("1 000", "Schrijf 1000, zonder spaties."),
        ("1'000", "Schrijf 1000, zonder apostrof."),
        ("1.000,00", "Schrijf 1000.00, zonder punten tussen duizendtallen."),
        ("28,000.50", "Schrijf 28000.50, zonder komma's tussen duizendtallen."),
        ("1.000.000", "Schrijf 1000000, zonder punten tussen duizendtallen."),
        ("28000,-", "Schrijf 28000, zonder streepje erachter."),
        ("€ 28000", "Schrijf 28000, zonder €-teken."),
        ("-€12", "Schrijf -12, zonder €-teken."),
        ("€ 28.000,50", "Schrijf 28000.50, zonder punten tussen duizendtallen, zonder €-teken."),
    ] {
        refused(
            &format!("a: {text}"),
            &format!("f, regel 1, kolom 4, a: '{text}' is geen getal. {hint}"),
        );
    }
}

/// `28000,50` without quotes in a group is a number and a field.
#[test]
fn knows_a_comma_in_an_amount_from_a_field() {
    for (text, line) in [("{a: 28000,50}", "28000.50"), ("{a: 28.000,50, b: ja}", "28000.50")] {
        let shown = errors(text);
        let hint = format!(
            "Een bedrag met een komma kan hier niet. Schrijf een bedrag met een punt: {line}."
        );
        assert!(shown.contains(&hint), "{shown}");
    }
}

#[test]
fn refuses_dates_that_do_not_exist() {
    let c = "f, regel 2, kolom 4, c: ";
    refused(
        "a: 1\nc: 2026-02-30",
        &format!(
            "{c}De datum 2026-02-30 bestaat niet. Controleer de dag en de maand (jjjj-mm-dd)."
        ),
    );
    for text in ["14-03-1991", "14/3/1991"] {
        refused(
            &format!("a: 1\nc: {text}"),
            &format!("{c}'{text}' is geen datum. Schrijf een datum als jjjj-mm-dd: 1991-03-14."),
        );
    }
    for text in ["1991-3-14", "1991-03-14T00:00:00", "maart", "+991-03-14", "1991-03-14-15"] {
        refused(
            &format!("a: 1\nc: {text}"),
            &format!(
                "{c}'{text}' is geen datum. \
                 Schrijf een datum als jjjj-mm-dd, bijvoorbeeld 2026-01-15."
            ),
        );
    }
}

#[test]
fn reports_all_errors_together_in_order() {
    refused(
        "dagen: [ma, wo]\nb: misschien\nbb: 1\nb: ja\n",
        "f, regel 1, kolom 1: Het veld 'a' ontbreekt. Zet 'a:' met een waarde erbij.\n\
         f, regel 1, kolom 13, dagen[1]: 'wo' kan hier niet. Kies uit: ma, di.\n\
         f, regel 2, kolom 4, b: 'misschien' is geen ja of nee. \
         Schrijf true (ja) of false (nee).\n\
         f, regel 3, kolom 1, bb: Het veld 'bb' bestaat hier niet. Bedoelde u 'b'?\n\
         f, regel 4, kolom 1: Het veld 'b' staat hier dubbel. \
         Het staat ook al op regel 2. Laat er één weg.",
    );
}

#[test]
fn refuses_what_is_no_single_plain_document() {
    let empty = "f, regel 1, kolom 1: Het bestand is leeg. \
                 Zet er velden in, of geef een ander bestand.";
    for text in ["", " \n\n", "# niets\n", "---\n", "~", "null", "\u{feff}"] {
        refused(text, empty);
    }
    for (text, kind) in [("- a", "een lijst"), ("a", "'a'"), ("12", "'12'")] {
        let expected = format!(
            "f, regel 1, kolom 1: Hier hoort een groep velden te staan, maar er staat {kind}."
        );
        refused(text, &expected);
    }
    refused(
        "a: 1\n---\na: 2\n",
        "f, regel 2, kolom 1: Er staan meer documenten in dit bestand. \
         Laat '---' weg en zet elk document in een eigen bestand.",
    );
    refused(
        "a: &x 1\nb: *x\n",
        "f, regel 1, kolom 4: Verwijzingen met '&' en '*' kunnen hier niet. \
         Schrijf de waarde voluit, of zet tekst tussen aanhalingstekens.\n\
         f, regel 2, kolom 4: Verwijzingen met '&' en '*' kunnen hier niet. \
         Schrijf de waarde voluit, of zet tekst tussen aanhalingstekens.\n\
         f, regel 2, kolom 4, b: '' is geen ja of nee. Schrijf true (ja) of false (nee).",
    );
    refused(
        "a: !!str 1\n",
        "f, regel 1, kolom 4: Een YAML-tag (met '!') kan hier niet. Laat de tag weg.",
    );
    refused(
        "[x]: 1\na: 1\n",
        "f, regel 1, kolom 1: Hier hoort de naam van een veld te staan. \
         Schrijf een naam, een dubbele punt en een waarde.",
    );
    refused(
        "a: 1\nb: \0true\n",
        "f, regel 2, kolom 4: Er staat een teken in het bestand dat geen leesbare tekst is. \
         Sla het bestand op als gewone tekst (UTF-8).",
    );
}

#[test]
fn says_what_is_wrong_with_the_text() {
    let tries = [
        "a: \"1",
        "a: {b: 1",
        "a: [1, 2",
        "a: ]",
        "a: b: c",
        "a:\n\t- 1",
        "a: 1\n  b: 2",
        "a:\n  - 1\n - 2",
        "a\nb: 1",
        "a: *x",
        "%YAML 9\n",
        "a: \"\\q\"",
        "a: \"1\" 2",
        "a: 1\n b",
        "a: @x",
        "a: {b: 1, c: 2]",
        "a: 1,\nb: 2\n}",
        "{\"a\": 1 \"b\": 2}",
        "a: |\n\tx",
        "- 1\na: 2",
        "a: 1\nb:\n  - c: 1\n\tc: 2\n",
        "a: 1\nb:\tja\n",
        "a: 1\n\nb ja\n\n# niets\nc: 1\n",
        "a: 1\nb:ja\nc: 1\n",
        "a:\n  - b\n  -c\n",
        "a:\n  - {b: 1, c: 2\n  - {b: 1}\n",
        "a:\n  - [1, 2\n  - b: 1\n",
        "a:\n  - b: \"Sam\n    c: 1\n",
        "a:\n  - {b: \"Sam, c: 1}\n  - {b: \"Noor\"}\n",
        "a:\n  - b: 'Sam\n    c: 1\n",
        "{\n  \"a: 1,\n  \"b\": 2\n}",
        "{\n  \"a\": 1\n  \"b\": 2\n}",
        "{\n  \"a\": {\n    \"b\": 2\n}\n",
        "{\"a\": 1} x",
        "{\"a\": 1}\n}",
    ];
    for language in Language::ALL {
        let show = |text: &&str| format!("{text:?}\n{}\n", errors_in(text, language));
        let shown: String = tries.iter().map(show).collect();
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("mistakes_in_a_text_{}", language.code()), shown)
        });
    }
}

#[test]
fn refuses_what_is_too_large_or_too_deep() {
    let deep = "f, regel 1, kolom 65: Er zitten meer dan 64 lijsten of groepen in elkaar. \
                Maak het bestand minder diep.";
    refused(&"[".repeat(100), deep);
    refused(&"[".repeat(100_000), &deep.replace("kolom 65", "kolom 256").replace("64", "255"));
    let nested: String = (0..1_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    refused(
        &nested,
        "f, regel 65, kolom 65: Er zitten meer dan 64 lijsten of groepen in elkaar. \
         Maak het bestand minder diep.",
    );
    refused(
        &"a".repeat((4 << 20) + 1),
        "f, regel 1, kolom 1: Het bestand is te groot: 4194305 bytes. \
         Een bestand mag hooguit 4194304 bytes groot zijn.",
    );
}

#[test]
fn counts_the_errors_it_does_not_show() {
    let text: String = (0..250).map(|n| format!("x{n}: 1\nx{n}: 2\n")).collect();
    let shown = errors(&text);
    assert_eq!(shown.lines().count(), MAX_PROBLEMS + 1);
    let last = shown.lines().last().unwrap();
    assert!(last.ends_with("Los eerst de fouten hierboven op."), "{last}");
}

#[test]
fn knows_which_name_was_meant() {
    let known = ["loon", "kale_huur", "geboortedatum", "spaargeld"];
    let meant = |given| did_you_mean(given, &known).unwrap().to_string();
    assert_eq!(meant("loom"), "Bedoelde u 'loon'?");
    assert_eq!(meant("Kale huur"), "Bedoelde u 'kale_huur'?");
    assert_eq!(meant("huur"), "Bedoelde u 'kale_huur'?");
    assert_eq!(meant("geboorte"), "Bedoelde u 'geboortedatum'?");
    assert_eq!(meant("spaarpot"), "Het lijkt nog het meest op 'spaargeld'.");
    for far in ["x", "inkomen", "foobarbaz", "loon_van_de_partner"] {
        assert_eq!(did_you_mean(far, &known), None, "{far}");
    }
    assert_eq!(did_you_mean("Tam", &["Sam", "Bo"]).unwrap().to_string(), "Bedoelde u 'Sam'?");
    assert_eq!(did_you_mean("Piet", &["Sam", "Bo"]), None);
    assert_eq!(did_you_mean("x", &["y"]), None);
    assert_eq!(did_you_mean("x", &[]), None);
}

/// Text with much of what means something in YAML.
fn yaml_like() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "b: ",
        "c:\n",
        "\n",
        "  ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "\"",
        "'",
        "|",
        ">",
        "&x ",
        "*x",
        "!t ",
        "#",
        "---\n",
        "...\n",
        "%",
        "\t",
        "? ",
        "\\",
        "\\ud83d",
        "é",
        "😀",
        "\r\n",
        "\u{85}",
        "\u{feff}",
        "1e3",
        "~",
        "<<: ",
        "2026-02-30",
        "@",
        "`",
        "\0",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn no_text_panics(text in prop_oneof![any::<String>(), yaml_like()]) {
        let mut problems = Problems::default();
        let document = Document::read("f", &text, &mut problems);
        prop_assert!(document.is_some() || !problems.is_empty());
        errors(&text);
    }

    #[test]
    fn quoted_text_survives(text in "[^\\p{Cc}\u{feff}\u{2028}\u{2029}]{0,40}") {
        let yaml = format!("a: '{}'", text.replace('\'', "''"));
        let mut problems = Problems::default();
        let document = Document::read("f", &yaml, &mut problems).unwrap();
        let item = document.root().mapping().unwrap().get("a").unwrap();
        prop_assert_eq!(item.text().unwrap(), text);
    }
}
