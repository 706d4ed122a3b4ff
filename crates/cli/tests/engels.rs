//! Each command in English, and the same in Dutch whether or not Dutch is asked for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{LIBRARY, PAIR, Rules, SAM, json, run, run_with_input, shown};

const OUTCOME: &str = "zorgtoeslag_per_maand";
const DATA: &str = "tests/gegevens/bibliotheek.json";

fn english(arguments: &[&str]) -> common::Ended {
    run(&[arguments, &["--taal", "en"]].concat())
}

#[test]
fn bereken_in_english() {
    insta::assert_snapshot!("bereken", shown(&english(&["bereken", PAIR])));
    let answer = json(&english(&["bereken", PAIR, "--json"]));
    let dutch = json(&run(&["bereken", PAIR, "--json"]));
    assert_eq!(answer["huishouden"], dutch["huishouden"]);
    let family = "../../voorbeelden/paar-met-drie-kinderen.yaml";
    let answer = json(&english(&["bereken", family, "--json"]));
    let remark = answer["opmerkingen"][0].as_str().unwrap();
    assert!(remark.starts_with("Is Lotte 16 or 17 at the start of a quarter?"), "{remark}");
}

#[test]
fn uitleg_in_english() {
    insta::assert_snapshot!("uitleg", shown(&english(&["uitleg", SAM, OUTCOME])));
    let household = |line: &str| {
        format!(
            "rekendatum: 2026-01-15\nhuishouden:\n  personen:\n    - {{naam: Sam, rol: aanvrager, \
             geboortedatum: 1991-03-14, {line}}}\n"
        )
    };
    let mut reasons = String::new();
    for line in ["loon: 45000", "loon: 45000, spaargeld: 160000", "zorgverzekerd: false"] {
        let ended = run_with_input(&["uitleg", "-", OUTCOME, "--taal", "en"], &household(line));
        let (conclusion, _) = ended.out.split_once("\n\n").unwrap();
        reasons.push_str(&format!("# {line}\n{conclusion}\n\n"));
    }
    let young = household("loon: 5000").replace("1991-03-14", "2010-03-14");
    let ended = run_with_input(&["uitleg", "-", OUTCOME, "--taal", "en"], &young);
    reasons.push_str(&format!("# 15 jaar\n{}", ended.out.split_once("\n\n").unwrap().0));
    insta::assert_snapshot!("uitleg_why_not", reasons);
    let answer = run_with_input(
        &["uitleg", "-", OUTCOME, "--taal", "en", "--json"],
        &household("loon: 45000"),
    );
    let conclusion = serde_json::to_string_pretty(&json(&answer)["conclusie"]).unwrap();
    insta::assert_snapshot!("uitleg_as_json", conclusion);
}

#[test]
fn controleer_in_english() {
    let fine = english(&["controleer"]);
    assert!(fine.out.starts_with("OK: "), "{}", fine.out);
    let rules = Rules::copy("controleer-en");
    let file = "rijk/wet_op_de_zorgtoeslag/zorgtoeslag.regels";
    rules.replace(file, "de standaardpremie min zijn", "de standaardpremi min zijn");
    let wrong = english(&["controleer", rules.path()]);
    insta::assert_snapshot!("controleer", wrong.err.replace(rules.path(), "regels"));
    rules.replace(file, "de standaardpremi min zijn", "de standaardpremie min zijn");
    let parameters = "rijk/wet_op_de_zorgtoeslag/parameters.yaml";
    rules.replace(parameters, "        zekerheid: A\n", "        zekerheid: C\n");
    let list = json(&english(&["controleer", rules.path(), "--json"]));
    assert_eq!(list[0]["hulp"], "Look for an official source.");
}

#[test]
fn toets_in_english() {
    let rules = Rules::copy("toets-en");
    let parameters = "rijk/wet_op_de_zorgtoeslag/parameters.yaml";
    rules.replace(parameters, "\"2119 €\"", "\"2120 €\"");
    let wrong = english(&["toets", "--regels", rules.path()]);
    let first = wrong.out.lines().next().unwrap();
    assert!(first.starts_with("fails ") && first.contains(": expected "), "{first}");
    assert!(wrong.out.lines().last().unwrap().ends_with(" failed"));
}

#[test]
fn voer_uit_in_english() {
    let arguments = ["voer-uit", LIBRARY, "--invoer", DATA];
    insta::assert_snapshot!("voer_uit", shown(&english(&arguments)));
    let text = |attribute: &str| {
        format!(
            "{{\"rekendatum\": \"2026-01-15\", \"objecten\": [{{\"type\": \"Lid\", \"id\": \"a\", \
             \"attributen\": {{{attribute}}}}}]}}"
        )
    };
    let inputs = [
        text("\"leeftjd\": 3"),
        text("\"leeftijd\": 3.5"),
        text("\"leeftijd\": \"3 kg\""),
        text("\"geboortedatum\": \"gisteren\""),
        text("\"geboortedatum\": 3"),
        text("\"naam\": [1]"),
        "{".to_string(),
        "{\"objecten\": 3}".to_string(),
        "{}".to_string(),
        "{\"objecten\": []}".to_string(),
    ];
    let refuse = |input: &String| {
        let arguments = ["voer-uit", LIBRARY, "--invoer", "-", "--taal", "en"];
        let ended = run_with_input(&arguments, input);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{input}");
        ended.err
    };
    insta::assert_snapshot!("voer_uit_refuses", inputs.iter().map(refuse).collect::<String>());
}

#[test]
fn schema_in_english() {
    let schema = json(&english(&["schema"]));
    assert_eq!(schema["title"], "Household file");
}

#[test]
fn help_in_english() {
    insta::assert_snapshot!("help", shown(&english(&["--help"])));
    for command in ["bereken", "uitleg", "controleer", "toets", "voer-uit", "schuld", "schema"] {
        insta::assert_snapshot!(format!("help_{command}"), shown(&english(&[command, "--help"])));
    }
}

#[test]
fn refusals_in_english() {
    let mut said = String::new();
    for arguments in [
        &["bereken"][..],
        &["berekn", SAM],
        &["bereken", SAM, "--jsn"],
        &["bereken", SAM, "--json", "--json"],
        &["bereken", SAM, "--datum"],
        &["bereken", SAM, "--datum", "morgen"],
        &["bereken", SAM, "--datum", "14-03-2026"],
        &["bereken", SAM, "--datum", "2026-02-29"],
        &["bereken", SAM, "--datum", "2031-05-01"],
        &["bereken", "weg.yaml"],
        &["bereken", "tests"],
        &["bereken", SAM, "--regels", "weg"],
        &["bereken", SAM, "--regels", "tests"],
        &["controleer", "weg.regels"],
        &["toets", SAM],
        &["toets", "tests"],
        &["uitleg", SAM, "zorgtoeslg_per_maand"],
        &["uitleg", SAM, "bruto_inkomen_per_jaar"],
        &["uitleg", SAM, "bruto_inkomen_per_jaar", "--persoon", "Jan"],
        &["uitleg", SAM, OUTCOME, "--persoon", "Sam"],
    ] {
        let ended = english(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{arguments:?}");
        said.push_str(&format!("# {}\n{}\n", arguments.join(" "), ended.err));
    }
    let nothing = english(&[]);
    said.push_str(&format!("#\n{}", nothing.err));
    insta::assert_snapshot!("refusals", said);
    let wrong = "rekendatum: 2026-01-15\nhuishouden:\n  personen:\n    - {rol: aanvrager, \
                 geboortedatum: 14-03-1991, lon: 28.000, kind: ja}\n";
    let ended = run_with_input(&["bereken", "-", "--taal", "en"], wrong);
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    insta::assert_snapshot!("wrong_household", ended.err);
}

/// The language stands anywhere, and an unknown one is refused in both.
#[test]
fn the_language_can_be_anywhere() {
    let after = english(&["bereken", SAM]);
    for arguments in [["--taal", "en", "bereken", SAM], ["bereken", "--taal", "en", SAM]] {
        assert_eq!(run(&arguments).out, after.out);
    }
    assert_eq!(run(&["bereken", SAM, "--taal=en"]).out, after.out);
    let unknown = run(&["berekn", "--taal=xx"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (Some(2), ""));
    assert!(unknown.err.contains("geen taal") && unknown.err.contains("not a language"));
}

/// What `--taal nl` gives is held by the snapshots of the commands without it.
#[test]
fn dutch_is_what_it_was() {
    for arguments in [
        &["bereken", SAM][..],
        &["bereken", PAIR, "--json"],
        &["uitleg", SAM, OUTCOME],
        &["uitleg", SAM, OUTCOME, "--json"],
        &["bereken", SAM, "--jsn"],
        &["voer-uit", LIBRARY, "--invoer", DATA],
        &["schema"],
        &["--help"],
    ] {
        let (plain, asked) = (run(arguments), run(&[arguments, &["--taal", "nl"]].concat()));
        assert_eq!((plain.out, plain.err, plain.code), (asked.out, asked.err, asked.code));
    }
}

/// Every text of the rules themselves that is no rule has its English.
#[test]
fn the_rules_say_in_english_what_they_mean() {
    let corpus = builtin::corpus().unwrap();
    let outcomes = corpus.outcomes.iter().map(|outcome| &outcome.meaning);
    let remarks = corpus.remarks.iter().map(|remark| &remark.text);
    let parameters = (0..corpus.model.parameters.len() as u32)
        .flat_map(|index| corpus.parameters.of(regelspraak::model::ParameterId(index)))
        .filter_map(|period| period.stated.as_ref().err());
    for text in outcomes.chain(remarks).chain(parameters) {
        let [dutch, english] = engine::language::Language::ALL.map(|language| text.get(language));
        assert_ne!(dutch, english);
    }
}
