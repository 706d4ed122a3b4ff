//! Every parameter is there, with all its periods as the files have them.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;

use common::{book, corpus, files, list, text};
use engine::language::Language;
use regelspraak::number::Number;

const NL: Language = Language::Dutch;

#[test]
fn every_parameter_with_every_period() {
    let parameters = book().parameters(None, NL).unwrap();
    let parameters = list(&parameters, "parameters");
    let model = &corpus().model;
    let names: BTreeSet<&str> = parameters.iter().map(|it| text(it, "naam")).collect();
    let declared: BTreeSet<&str> =
        model.parameters.iter().map(|it| it.name.singular.as_str()).collect();
    assert_eq!(names, declared);
    let mut ids = BTreeSet::new();
    let mut periods = 0;
    for parameter in parameters {
        let id = text(parameter, "id");
        assert!(ids.insert(id));
        let shown = book().parameter(id, NL).unwrap();
        assert_eq!(list(&shown, "perioden").last(), Some(&parameter["laatste"]), "{id}");
        for period in list(&shown, "perioden") {
            periods += 1;
            let known = period["ontbreekt"].is_null();
            for field in ["waarde", "getoond", "bron", "zekerheid"] {
                assert_eq!(period[field].is_null(), !known, "{id}: {field}");
            }
            // The line of the file is where the period starts.
            let file = text(period, "bestand");
            let file = files().parameters.iter().find(|it| it.name == file).unwrap();
            let line = period["regelnummer"].as_u64().unwrap() as usize - 1;
            let lines: Vec<&str> = file.text.lines().collect();
            assert!(lines[line].contains(text(period, "vanaf")), "{id}: {}", lines[line]);
            if known {
                let source = text(period, "bron");
                assert!(lines[line..].iter().take(8).any(|line| line.contains(&source[..8])));
                assert!(period["zekerheid"] != "D" || !period["afgeleid"].is_null(), "{id}");
            }
        }
    }
    // As many as the files say.
    let written = files().parameters.iter().flat_map(|file| file.text.lines());
    let written = written.filter(|line| line.trim_start().starts_with("- vanaf:")).count();
    assert_eq!(periods, written);
}

#[test]
fn an_amount_is_shown_as_people_read_it_and_as_a_number() {
    let id = "rijk.wet_op_de_zorgtoeslag.standaardpremie";
    for (language, words) in [(NL, "€ 2.119"), (Language::English, "€2,119")] {
        let shown = book().parameter(id, language).unwrap();
        let last = list(&shown, "perioden").last().unwrap();
        assert_eq!(last["getoond"], words);
        assert_eq!(Number::parse(&last["waarde"].to_string()), Some(Number::from(2119)));
    }
    let missing = book().parameter("rijk.weg", NL).unwrap_err();
    assert!(missing.to_string().contains("rijk.weg"));
}

#[test]
fn one_parameter() {
    let id = "rijk.wet_op_de_zorgtoeslag.drempelinkomen";
    for language in Language::ALL {
        let shown = book().parameter(id, language).unwrap();
        let shown = format!("{:#}", shown).replace(&corpus().version, "[versie]");
        insta::assert_snapshot!(format!("parameter_{}", language.code()), shown);
    }
}
