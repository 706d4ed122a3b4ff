//! The commands as a user runs them: what they print, and with which status they end.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::path::Path;

use common::{
    LIBRARY, PAIR, Rules, SAM, json, remarks, remarks_beside, run, run_with_input, shown, words,
};

#[test]
fn bereken_prints_a_table() {
    insta::assert_snapshot!(shown(&run(&["bereken", SAM])));
    insta::assert_snapshot!(shown(&run(&["bereken", PAIR])));
}

/// 2026, one adult with € 28.000: the normpremie is 1,912% of 29.736 = 568,55, so the right is
/// 2.119 - 568,55 = 1.550,45; rounded to 1.550, a twelfth of it is 129,17, paid as 129.
#[test]
fn bereken_gives_the_outcomes_of_the_contract_as_json() {
    let answer = json(&run(&["bereken", SAM, "--json"]));
    assert_eq!(answer["rekendatum"], "2026-01-15");
    assert_eq!(answer["huishouden"]["zorgtoeslag_per_maand"].to_string(), "129");
    assert_eq!(answer["huishouden"]["zorgtoeslag_per_jaar"].to_string(), "1550.45");
    assert_eq!(answer["huishouden"]["toetsingsinkomen_per_jaar"].to_string(), "28000");
    assert_eq!(answer["personen"]["Sam"]["bruto_inkomen_per_jaar"].to_string(), "28000");
    assert!(answer["versie"].is_string());
    // Noor has one parent here, and maybe another elsewhere.
    let remarks = remarks(&answer);
    let [other_parent] = remarks.as_slice() else { panic!("{remarks:?}") };
    assert!(other_parent.starts_with("Woont een kind ook bij een andere ouder?"), "{other_parent}");
}

#[test]
fn a_day_without_amounts_is_unknown_or_refused() {
    let refused = run(&["bereken", SAM, "--datum", "2031-05-01"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("01-05-2031") && refused.err.contains("2026"), "{}", refused.err);
    assert_eq!(refused.out, "");
    let other = json(&run(&["bereken", SAM, "--datum", "2025-05-01", "--json"]));
    assert_eq!(other["rekendatum"], "2025-05-01");
}

#[test]
fn uitleg_tells_why() {
    insta::assert_snapshot!(shown(&run(&["uitleg", SAM, "zorgtoeslag_per_maand"])));
}

#[test]
fn uitleg_tells_why_not_and_what_would_change_it() {
    let household = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SAM));
    let rich = household.unwrap().replace("28000", "42000");
    let ended = run_with_input(&["uitleg", "-", "zorgtoeslag_per_maand"], &rich);
    insta::assert_snapshot!(shown(&ended));
    let uninsured = rich.replace("loon: 42000", "zorgverzekerd: false");
    let ended = run_with_input(&["uitleg", "-", "zorgtoeslag_per_maand"], &uninsured);
    assert!(ended.out.contains("Waarom niet? Sam is niet zorgverzekerd."), "{}", ended.out);
    assert!(ended.out.contains("Er is wel recht als dit zo is: Sam is zorgverzekerd."));
}

/// Following the advice gives the right; a cent further there is none.
#[test]
fn the_change_that_uitleg_names_gives_the_right() {
    let household = |loon: &str, spaargeld: &str| {
        format!(
            "rekendatum: 2026-01-15\nhuishouden:\n  personen:\n    - {{naam: Sam, rol: aanvrager, \
             geboortedatum: 1991-03-14, loon: {loon}, spaargeld: {spaargeld}}}\n"
        )
    };
    let amount = |text: &str| {
        let answer = json(&run_with_input(&["bereken", "-", "--json"], text));
        answer["huishouden"]["zorgtoeslag_per_maand"].to_string()
    };
    let why = |text: &str| {
        let ended = run_with_input(&["uitleg", "-", "zorgtoeslag_per_maand", "--json"], text);
        json(&ended)["conclusie"]["veranderingen"].clone()
    };
    // 2.119 - 568,55232 - 13,73% van (40.857,25 - 29.736) is 23,50, which rounds to 24.
    let changes = why(&household("45000", "0"));
    assert_eq!(changes[0]["gegeven"], "het loon van Sam");
    assert_eq!(changes[0]["grens"].to_string(), "40857.25");
    assert_eq!(changes[0]["verschil"].to_string(), "4142.75");
    assert_eq!(amount(&household("40857.25", "0")), "2");
    assert_eq!(amount(&household("40857.26", "0")), "0");
    let both = why(&household("45000", "160000"));
    assert_eq!(both.as_array().unwrap().len(), 2);
    // Above the heffingvrije vermogen of 59.357 savings are income too, and there is no room left.
    assert_eq!(both[1]["grens"].to_string(), "59357.03");
    assert_eq!(amount(&household("40857.25", "59357.03")), "2");
    assert_eq!(amount(&household("40857.25", "59357.04")), "0");
}

#[test]
fn what_the_rules_cannot_say_yet_is_said() {
    let family = "../../voorbeelden/paar-met-drie-kinderen.yaml";
    let answer = json(&run(&["bereken", family, "--json"]));
    let remarks = remarks_beside(&answer, Some("Almere"));
    assert_eq!(remarks.len(), 2, "{remarks:?}");
    assert!(remarks[0].starts_with("Is Lotte 16 of 17 jaar"));
    assert!(remarks[1].contains("Hier is gerekend met 90%"), "{remarks:?}");
}

#[test]
fn uitleg_as_json_has_the_fields_of_the_contract() {
    let answer = json(&run(&["uitleg", SAM, "zorgtoeslag_per_maand", "--json"]));
    assert_eq!(answer["waarde"].to_string(), "129");
    assert_eq!(answer["eenheid"], "€");
    let rule = &answer["regel"];
    assert!(rule["bestand"].as_str().unwrap().ends_with("uitkomst.regels"));
    assert!(rule["regelnummer"].as_u64().unwrap() > 0);
    assert_eq!(rule["bronnen"][0], "Wet op de zorgtoeslag, art. 2, lid 1");
    assert!(answer["uit"].as_array().unwrap().len() >= 2);
    assert!(answer["voorwaarden"].is_array() && answer["tekst"].is_string());
}

#[test]
fn uitleg_refuses_what_is_not_there() {
    for (arguments, words) in [
        (&["uitleg", SAM, "zorgtoeslg_per_maand"][..], "zorgtoeslag_per_maand"),
        (&["uitleg", SAM, "bruto_inkomen_per_jaar"], "--persoon"),
        (&["uitleg", SAM, "bruto_inkomen_per_jaar", "--persoon", "Jan"], "Sam, Noor"),
        (&["uitleg", SAM, "zorgtoeslag_per_maand", "--persoon", "Sam"], "hele huishouden"),
    ] {
        let ended = run(arguments);
        assert_eq!(ended.code, Some(2), "{}", ended.err);
        assert!(ended.err.contains(words), "{}", ended.err);
    }
    let ended = run(&["uitleg", SAM, "bruto_inkomen_per_jaar", "--persoon", "sam"]);
    assert!(
        ended.out.starts_with("Bruto inkomen per jaar van Sam op 15-01-2026: € 28.000"),
        "{}",
        ended.out
    );
}

/// Another percentage on disk gives another amount, explained with the new figure and its source.
/// 2.119 - 568,55 - 20% van (35.000 - 29.736) = 497,65; rounded 498; a twelfth is 41,5; paid 41.
#[test]
fn a_changed_parameter_on_disk_is_used_and_shown() {
    let rules = Rules::copy("percentage");
    rules.replace("rijk/wet_op_de_zorgtoeslag/parameters.yaml", "\"13,73%\"", "\"20%\"");
    let household = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SAM));
    let household = household.unwrap().replace("28000", "35000");
    let arguments = ["uitleg", "-", "zorgtoeslag_per_maand", "--regels", rules.path()];
    let ended = run_with_input(&arguments, &household);
    assert!(ended.out.contains("op 15-01-2026: € 41\n"), "{}", ended.out);
    let shown = words(&ended.out);
    assert!(shown.contains("het afbouwpercentage zorgtoeslag (20%)"), "{shown}");
    assert!(shown.contains("Afbouwpercentage zorgtoeslag: 20%"), "{shown}");
    assert!(shown.contains("art. 2, lid 3, tekst per 1-1-2026"), "{shown}");
    let built_in = run_with_input(&arguments[..3], &household);
    assert!(words(&built_in.out).contains("(13,73%)"), "{}", built_in.out);
}

/// A changed sentence gives another amount: rounded up, a twelfth of 1.550 is 130.
#[test]
fn a_changed_sentence_on_disk_is_used() {
    let rules = Rules::copy("zin");
    let file = "rijk/wet_op_de_zorgtoeslag/uitkomst.regels";
    rules.replace(
        file,
        "naar beneden afgerond op 0 decimalen",
        "naar boven afgerond op 0 decimalen",
    );
    let answer = json(&run(&["bereken", SAM, "--json", "--regels", rules.path()]));
    assert_eq!(answer["huishouden"]["zorgtoeslag_per_maand"].to_string(), "130");
}

#[test]
fn controleer_passes_the_rules_and_reports_mistakes() {
    let fine = run(&["controleer"]);
    assert_eq!(fine.code, Some(0), "{}", fine.err);
    let fine = run(&["controleer", "../../regels"]);
    assert_eq!(fine.code, Some(0), "{}", fine.err);
    let rules = Rules::copy("fouten");
    let file = "rijk/wet_op_de_zorgtoeslag/zorgtoeslag.regels";
    rules.replace(
        file,
        "de standaardpremie min zijn normpremie,",
        "de standaardpremi min zijn normpremie,",
    );
    let wrong = run(&["controleer", rules.path(), "--json"]);
    assert_eq!(wrong.code, Some(1));
    let list = json(&wrong);
    assert_eq!(list[0]["code"], "onbekende-naam");
    assert_eq!(list[0]["suggestie"], "standaardpremie");
    assert!(list[0]["bestand"].as_str().unwrap().ends_with(file));
    let text = std::fs::read_to_string(rules.0.join(file)).unwrap();
    let line = text.lines().position(|line| line.contains("standaardpremi min")).unwrap() + 1;
    assert_eq!(list[0]["regel"].as_u64(), Some(line as u64));
    let shown = run(&["controleer", rules.path()]);
    assert!(shown.err.contains("bedoelde u ‘standaardpremie’?"), "{}", shown.err);
    let other = run(&["bereken", SAM, "--regels", rules.path()]);
    assert_eq!((other.code, other.out.as_str()), (Some(2), ""));
}

#[test]
fn controleer_says_where_rules_go_round_in_a_circle() {
    let rules = Rules::copy("kring");
    let file = "rijk/awir/toetsingsinkomen.regels";
    let path = rules.0.join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    let circle = "\nRegel kring\n  geldig altijd\n    Het loon van een Persoon moet gesteld worden op zijn \
                  toetsingsinkomen.\n";
    std::fs::write(path, text + circle).unwrap();
    let list = json(&run(&["controleer", rules.path(), "--json"]));
    assert_eq!(list[0]["code"], "kring");
    assert!(list[0]["bestand"].as_str().unwrap().ends_with(".regels"), "{list}");
    assert!(list[0]["regel"].as_u64().unwrap() > 0);
    let said = list[0]["melding"].as_str().unwrap();
    assert!(said.contains("loon") && said.contains("toetsingsinkomen"), "{said}");
}

#[test]
fn controleer_reports_parameters_without_a_source() {
    let rules = Rules::copy("bron");
    let file = "rijk/wet_op_de_zorgtoeslag/parameters.yaml";
    rules.replace(file, "        zekerheid: A\n", "        zekerheid: C\n");
    let wrong = run(&["controleer", rules.path()]);
    assert_eq!(wrong.code, Some(1));
    assert!(wrong.err.contains("zekerheid C"), "{}", wrong.err);
}

#[test]
fn toets_counts_and_fails() {
    let fine = run(&["toets"]);
    assert_eq!(fine.code, Some(0), "{}", fine.out);
    let last = fine.out.lines().last().unwrap();
    assert!(last.ends_with(" passed, 0 failed"), "{last}");
    let rules = Rules::copy("toets");
    rules.replace("rijk/wet_op_de_zorgtoeslag/parameters.yaml", "\"2119 €\"", "\"2120 €\"");
    let wrong = run(&["toets", "--regels", rules.path()]);
    assert_eq!(wrong.code, Some(1));
    assert!(wrong.out.contains("verwacht"), "{}", wrong.out);
    assert!(!wrong.out.lines().last().unwrap().ends_with(" 0 failed"));
}

#[test]
fn voer_uit_runs_any_model() {
    let arguments = ["voer-uit", LIBRARY, "--invoer", "tests/gegevens/bibliotheek.json"];
    insta::assert_snapshot!(shown(&run(&arguments)));
    let answer = json(&run(&[&arguments[..], &["--json"]].concat()));
    let guus = answer["objecten"].as_array().unwrap().iter().find(|o| o["id"] == "Guus").unwrap();
    // 1980-02-29 to 2026-01-15 is 45 completed years; the atlas (2,5 kg, a reference work) is
    // rare and late, so its fine is 10; the newspapers weigh too little to be rare.
    assert_eq!(guus["attributen"]["leeftijd"].to_string(), "45");
    assert_eq!(guus["attributen"]["boete van dit jaar"].to_string(), "10");
    assert_eq!(guus["kenmerken"]["recht op korting"], true);
    assert_eq!(guus["attributen"]["contributie"].to_string(), "15");
    assert_eq!(guus["attributen"]["naam"], serde_json::Value::Null);
}

#[test]
fn voer_uit_shows_labels_and_what_is_inconsistent() {
    let model = "../regelspraak/tests/camping.regels";
    let arguments = ["voer-uit", model, "--invoer", "tests/gegevens/camping.json"];
    insta::assert_snapshot!(shown(&run(&arguments)));
    let english = run(&[&arguments[..], &["--taal", "en"]].concat());
    insta::assert_snapshot!("voer_uit_labels_in_english", shown(&english));
    let answer = json(&run(&[&arguments[..], &["--json"]].concat()));
    let nights = &answer["objecten"][0]["attributen"]["nachten"];
    assert_eq!(nights.to_string(), r#"{"het voorjaar":4,"de zomer":9}"#);
    let found = &answer["inconsistenties"];
    assert_eq!(found.as_array().unwrap().len(), 3);
    assert_eq!(found[0]["toelichting"], "Een gast blijft niet langer dan tien nachten.");
}

#[test]
fn bad_input_is_refused_with_its_place() {
    for (name, text, words) in [
        (
            "sleutel",
            "rekendatum: 2026-01-15\nhuishouden:\n  personen:\n    - {rol: aanvrager, geboortedatum: 1990-01-01, lon: 3}\n",
            "bedoelde u 'loon'",
        ),
        (
            "datum",
            "rekendatum: 2026-02-30\nhuishouden: {personen: [{rol: aanvrager, geboortedatum: 1990-01-01}]}\n",
            "2026-02-30",
        ),
        (
            "twee",
            "rekendatum: 2026-01-15\nhuishouden: {personen: [{rol: aanvrager, geboortedatum: 1990-01-01}, {rol: aanvrager, geboortedatum: 1991-01-01}]}\n",
            "aanvrager",
        ),
        ("leeg", "", "leeg"),
    ] {
        let ended = run_with_input(&["bereken", "-"], text);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{name}: {}", ended.err);
        assert!(ended.err.to_lowercase().contains(words), "{name}: {}", ended.err);
    }
    for arguments in [
        &["bereken"][..],
        &["berekn", SAM],
        &["bereken", SAM, "--jsn"],
        &["bereken", "weg.yaml"],
        &["bereken", SAM, "--datum", "morgen"],
        &["bereken", SAM, "--datum", "2026-02-29"],
        &["bereken", "tests"],
        &["bereken", SAM, "--regels", "weg"],
        &["controleer", "weg.regels"],
        &["bereken", SAM, "--taal", "xx"],
    ] {
        let ended = run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{arguments:?}");
        insta::assert_snapshot!(arguments.join("_").replace(['/', '.'], "-"), ended.err);
    }
}

/// Text in another encoding is refused, with the line; also when JSON is asked for.
#[test]
fn text_that_is_not_utf_8_is_refused() {
    let folder = std::env::temp_dir().join(format!("samenhang-tekst-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.join(name), bytes).unwrap();
        folder.join(name).display().to_string()
    };
    let household = write("gezin.yaml", b"rekendatum: 2026-01-15\n# Zo\xeb\n");
    let rules = write("fout.regels", b"Objecttype de Persoon\n\xff\n");
    let whole = folder.display().to_string();
    for arguments in [
        &["bereken", &household][..],
        &["controleer", &rules],
        &["controleer", &rules, "--json"],
        &["controleer", &whole, "--json"],
        &["controleer", "--json", "--regels", &whole],
        &["bereken", SAM, "--regels", &whole],
    ] {
        let ended = run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{arguments:?}");
        let expected =
            "dit bestand is op regel 2 geen tekst (UTF-8). Sla het bestand op als UTF-8.";
        assert!(ended.err.contains(expected), "{}", ended.err);
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Reports on rule text are in Dutch throughout.
#[test]
fn advice_on_rule_text_is_called_a_tip() {
    let rules = Rules::copy("tip");
    let file = "rijk/wet_op_de_zorgtoeslag/zorgtoeslag.regels";
    rules.replace(file, "de standaardpremie min zijn", "de standaardpremi min zijn");
    let shown = run(&["controleer", rules.path()]);
    assert!(shown.err.contains("\n   tip: bedoelde u ‘standaardpremie’?"), "{}", shown.err);
    assert!(!shown.err.contains("help:"), "{}", shown.err);
}

#[test]
fn schema_and_help_are_there() {
    let schema = json(&run(&["schema"]));
    assert!(schema["properties"]["huishouden"].is_object());
    insta::assert_snapshot!(shown(&run(&["--help"])));
    insta::assert_snapshot!(shown(&run(&["uitleg", "--help"])));
}

/// A consistentieregel of the rules finds fault with the input, and the household is worked out.
#[test]
fn what_does_not_fit_in_the_input_is_said_beside_the_outcomes() {
    let text = "rekendatum: 2026-01-15\nhuishouden:\n  woning: {soort: koopwoning, kale_huur: 500}\n  \
        personen:\n    - {naam: Jan, rol: aanvrager, geboortedatum: 1990-05-12, loon: 30000}\n";
    let answer = json(&run_with_input(&["bereken", "-", "--json"], text));
    assert_eq!(
        remarks(&answer),
        [
            "Er is huur ingevuld, maar de woning is geen huurwoning. De huur telt niet mee.",
            "Van de koopwoning is geen WOZ-waarde ingevuld. Zonder die waarde is de belasting te laag.",
        ]
    );
    assert_eq!(answer["huishouden"]["huurtoeslag_per_maand"], 0);
    let rented = text.replace("koopwoning", "huurwoning");
    let answer = json(&run_with_input(&["bereken", "-", "--json"], &rented));
    assert!(remarks(&answer).is_empty());
}
